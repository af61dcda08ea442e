"""What tcsg says when it cannot go on: one sentence, where, and the exit code that goes with it."""

from tcsg.model import Place


class TcsgError(Exception):
    """The command could not run to its end; `str()` is `path:line: message`.

    `exit_code` follows the table of the manual: 2 for anything the user can mend.
    """

    exit_code = 2

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return self.message if self.place is None else f"{self.place}: {self.message}"


class MinutesError(TcsgError):
    """A minutes file that cannot be read as minutes."""


class LedgerError(TcsgError):
    """A ledger that is not one: conflict markers, a duplicate id, an unknown schema, broken YAML."""


class CommitteeError(TcsgError):
    """A committee.yaml with a key or a value that means nothing."""


class UsageError(TcsgError):
    """A command line that names something there is none of, or more than one of."""


class ManyErrors(TcsgError):
    """Several faults found in one go; each is said on a line of its own."""

    def __init__(self, errors: tuple[TcsgError, ...]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = errors
