"""Minutes read aside: by a copy of this process, while this one makes ready to follow them.

Half of what it takes to read one file is to load what reads; so a command that is likely to read some has the copy begin with that
at once, before it knows which.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tcsg.model import Committee
    from tcsg.workspace import SourceFile

_waiting: list[_Copy] = []
"""The copy that has begun and not been asked for anything yet."""


def begin() -> None:
    """Have a copy of this process load what reads minutes, where a processor is free for it and a copy can be made."""
    from tcsg.cli.crew import may_copy, processors

    with suppress(OSError):  # no room for another process, or nobody tells how busy the machine is
        if not _waiting and (several := processors()) > 1 and may_copy() and os.getloadavg()[0] < several:
            _waiting.append(_Copy())


def leave() -> None:
    """End the copy that nobody has asked."""
    while _waiting:
        _waiting.pop().end()


@contextmanager
def aside(sources: Sequence[SourceFile], committee: Committee) -> Iterator[Callable[[str], str | None]]:
    """Have some files read, and give what tells what was read in one, by its path, as JSON of `reading.kept`.

    It tells None of a file that is broken, and of all where there is no copy: whoever asks reads these, and finds what is wrong with
    them. A `crew` is for so many files that it does not count how long it takes to start.
    """
    if sources:
        begin()
    if not sources or not _waiting:
        yield lambda _path: None
        return
    copy = _waiting.pop()
    try:
        copy.ask(sources, committee)
        yield copy.reading
    finally:
        copy.end()


class _Copy:
    """A copy of this process, which loads what reads minutes, reads what it is asked for, and ends. OSError when there can be none."""

    def __init__(self) -> None:
        self._found: dict[str, str] | None = None
        asked, self._asks = os.pipe()
        self._tells, told = os.pipe()
        try:
            self._process = os.fork()
        except OSError:
            for end in (asked, self._asks, self._tells, told):
                os.close(end)
            raise
        if self._process == 0:
            _serve(asked, told, (self._asks, self._tells))
        os.close(asked)
        os.close(told)

    def ask(self, sources: Sequence[SourceFile], committee: Committee) -> None:
        """Say what is to be read."""
        import json

        from tcsg.reading.kept import dump_committee

        said = json.dumps([dump_committee(committee), [(s.path, s.data.decode("latin-1")) for s in sources]])
        asks, self._asks = self._asks, -1
        with suppress(OSError), os.fdopen(asks, "wb") as pipe:  # it was killed
            pipe.write(said.encode("ascii"))

    def reading(self, path: str) -> str | None:
        """What was read in a file that was asked for, as JSON of `reading.kept`."""
        if self._found is None:
            self._found = self._received()
        return self._found.get(path)

    def _received(self) -> dict[str, str]:
        """All that was read; nothing when the process ended before it had told all."""
        import json

        parts = []
        while part := os.read(self._tells, 1 << 20):
            parts.append(part)
        with suppress(ValueError):
            return dict(json.loads(b"".join(parts)))
        return {}

    def end(self) -> None:
        """End the process, if it has not ended: what it has not told by now nobody asks for."""
        import signal

        for end in (self._asks, self._tells):
            if end >= 0:
                os.close(end)
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


# --- in the copy ----------------------------------------------------------------------------------------------------------


def _serve(asked: int, told: int, others: tuple[int, int]) -> NoReturn:
    """Read what is asked for, tell it, and end at once, however it goes: nothing else of what the other process does may be done here too."""
    try:
        import gc
        import json
        import signal

        gc.disable()  # as in `unswept`
        for number in (signal.SIGINT, signal.SIGTERM):  # without a word: the other process says what there is to say
            signal.signal(number, signal.SIG_DFL)
        for end in others:
            os.close(end)
        import tcsg.reading.minutes  # noqa: F401 - before it is asked
        from tcsg.cli.crew import kept
        from tcsg.reading.kept import load_committee_kept
        from tcsg.workspace import SourceFile

        with os.fdopen(asked, "rb") as pipe:
            said = pipe.read()
        if said:
            register, files = json.loads(said)
            found = kept([SourceFile(path, text.encode("latin-1")) for path, text in files], load_committee_kept(register))
            with os.fdopen(told, "wb") as pipe:
                pipe.write(json.dumps(found).encode("ascii"))
    finally:
        os._exit(0)
