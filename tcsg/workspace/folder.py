"""A committee's folder: where its minutes, its register and its ledger are."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from tcsg.errors import CommitteeError, LedgerError, ManyErrors, MinutesError, TcsgError, UsageError
from tcsg.frozen import frozen
from tcsg.model import Limits, Place
from tcsg.workspace import files, lock
from tcsg.workspace.tree import MINUTES, below, is_minutes_path, leads_inside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

COMMITTEE = "minutes/committee.yaml"
LEDGER = "minutes/ledger.yaml"
REMINDER = "minutes/_remind.md"
LOCK = "minutes/.ledger.lock"
USUAL = Limits()


@frozen
class SourceFile:
    """The bytes of a minutes file; `path` from the workspace's root with `/`."""

    path: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes as they stand, in hexadecimal."""
        from hashlib import sha256  # brings OpenSSL

        return sha256(self.data).hexdigest()


@frozen
class Workspace:
    """The folder `root`, which holds `minutes/`."""

    root: Path

    def minutes_paths(self) -> tuple[str, ...]:
        """The paths of all minutes files from the root, sorted.

        They are the Markdown and text files below `minutes/`, without names that begin with `_`, `.` or README, and without
        links that lead out of the root; linked folders are not entered.
        """
        return tuple(path for path, _ in self._listed())

    def sources(self, limits: Limits = USUAL) -> Iterator[SourceFile | MinutesError]:
        """All minutes files, sorted by path, one at a time; for one that cannot be read what is wrong with it."""
        root, most = str(self.root), limits.minutes_mb * files.MEGABYTE
        for path, plain in self._listed():
            found: SourceFile | MinutesError
            try:
                data = files.read_plain(f"{root}/{path}", most) if plain else None
                found = self.source(path, limits) if data is None else SourceFile(path, data)
            except OSError as error:
                found = MinutesError(error.strerror or str(error), Place(path, 1))
                found.__cause__ = error
            except MinutesError as fault:
                found = fault
            yield found

    def _listed(self) -> list[tuple[str, bool]]:
        if not leads_inside(self.root / MINUTES, self.root):
            raise UsageError(f"{MINUTES}/ is a link that leads out of {self.root}; keep the minutes themselves there")
        return sorted(below(self.root / MINUTES, MINUTES, self.root))

    def source(self, path: str, limits: Limits = USUAL) -> SourceFile:
        """The minutes file at `path` from the root; MinutesError when it is not there, too large or not to be read."""
        place = Place(path, 1)
        if any("\udc80" <= char <= "\udcff" for char in path):
            raise MinutesError("The file's name is not UTF-8; rename it", place)
        if not leads_inside(self.root / path, self.root):
            raise MinutesError("The file is not inside the committee's folder", place)
        with _reading(path, MinutesError):
            data = files.read(self.root / path, limits.minutes_mb * files.MEGABYTE)
        if data is None:
            raise MinutesError("There is no such file", place)
        return SourceFile(path, data)

    def reminder(self) -> SourceFile | None:
        """The committee's own template of reminders, None when it has none; MinutesError when it is not to be read."""
        return self.source(REMINDER) if os.path.lexists(self.root / REMINDER) else None

    def minutes_files(self) -> tuple[SourceFile, ...]:
        """All minutes files, sorted by path; every one that cannot be read is named in the error."""
        every = tuple(self.sources())
        faults = tuple(one for one in every if isinstance(one, MinutesError))
        if faults:
            raise ManyErrors(faults)
        return tuple(one for one in every if isinstance(one, SourceFile))

    def committee_bytes(self) -> bytes | None:
        """The register, `committee.yaml`, or None."""
        with _reading(COMMITTEE, CommitteeError):
            return files.read(self.root / COMMITTEE, USUAL.minutes_mb * files.MEGABYTE)

    def ledger_bytes(self, limits: Limits = USUAL) -> bytes | None:
        """The ledger, or None when nothing has been carried yet."""
        with _reading(LEDGER, LedgerError):
            return files.read(self.root / LEDGER, limits.ledger_mb * files.MEGABYTE)

    def write_ledger(self, data: bytes, expect: bytes | None) -> bool:
        """Put `data` in the place of `expect`, whole or not at all, and tell whether the bytes changed.

        `files.Moved` when the ledger is no longer `expect`: read it again and redo. To be called within `lock`.
        """
        with files.naming(LEDGER):
            return files.replace(self.root / LEDGER, data, expect)

    def restore_ledger(self, data: bytes | None, expect: bytes) -> None:
        """Put the ledger back as it was before a command; None takes away the file that the command made."""
        with files.naming(LEDGER):
            if data is None:
                files.remove(self.root / LEDGER, expect)
            else:
                files.replace(self.root / LEDGER, data, expect)

    def create(self, path: str, data: bytes) -> None:
        """Write a new file at `path` from the root; TcsgError when there is one already."""
        with files.naming(path):
            if files.read(self.root / path) is not None:
                raise TcsgError(f"{path}: is there already; nothing was changed")
            (self.root / path).parent.mkdir(exist_ok=True)
            files.replace(self.root / path, data, None)

    def path_of(self, file: Path) -> str:
        """How a file anywhere is named from the root, with `/`."""
        return Path(os.path.relpath(os.path.realpath(file), self.root)).as_posix()

    def is_own(self, file: Path) -> bool:
        """Whether a file anywhere would be one of the committee's: minutes, ledger or register."""
        path = self.path_of(file)
        return path in (LEDGER, COMMITTEE) or is_minutes_path(path)

    def add_lines(self, path: str, lines: Collection[str]) -> bool:
        """Add to a text file at `path` from the root the lines that it has not; tell whether it had to be written."""
        with files.naming(path):
            before = files.read(self.root / path)
            text = (before or b"").decode(errors="surrogateescape")
            missing = [line for line in lines if line not in text.splitlines()]
            gap = "\n" if text and not text.endswith("\n") else ""
            new = text + gap + "".join(f"{line}\n" for line in missing)
            return bool(missing) and files.replace(self.root / path, new.encode(errors="surrogateescape"), before)

    def amend(self, source: SourceFile, data: bytes) -> None:
        """Put `data` in the place of a minutes file, whole or not at all; `files.Moved` when it is no longer what was read."""
        with files.naming(source.path):
            files.replace(self.root / source.path, data, source.data)

    @classmethod
    def make(cls, root: Path) -> Workspace:
        """Make `minutes/` in a folder, which becomes a workspace."""
        with files.naming(str(root / MINUTES)):
            (root / MINUTES).mkdir(parents=True, exist_ok=True)
        return cls(Path(os.path.realpath(root)))

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Be the only writer of the ledger, from reading it to writing it; readers need no lock."""
        with lock.locked(self.root / LOCK, LOCK):
            with files.naming(LEDGER):
                files.sweep(self.root / LEDGER)
            yield


def find_workspace(start: Path) -> Workspace:
    """The nearest folder, `start` or one above it, that holds `minutes/`; UsageError, with the cure, when there is none."""
    with files.naming(str(start)):
        folder = Path(os.path.realpath(start, strict=True))
    if not folder.is_dir():
        raise UsageError(f"{start}: Not a folder")
    if (found := _holding(folder)) is None:
        raise UsageError(f"no minutes/ folder here or above; put the minutes into {folder / MINUTES}, or name the committee's folder with -C DIR")
    return found


def workspace_of(file: Path) -> Workspace | None:
    """The workspace that holds `file`, or None."""
    return _holding(Path(os.path.realpath(file.parent)))


def loose_file(file: Path, limits: Limits = USUAL) -> SourceFile:
    """A file wherever it is, under the path it was named by; MinutesError when it is not there or not to be read."""
    name = file.as_posix()
    with _reading(name, MinutesError):
        data = files.read(file, limits.minutes_mb * files.MEGABYTE)
    if data is None:
        raise MinutesError("There is no such file", Place(name, 1))
    return SourceFile(name, data)


def loose_bytes(file: Path) -> bytes:
    """The bytes of a ledger wherever it is; LedgerError when it is not there or not to be read."""
    with _reading(str(file), LedgerError):
        data = files.read(file)
    if data is None:
        raise LedgerError("There is no such file", Place(str(file), 1))
    return data


def write_file(path: Path, data: bytes) -> None:
    """Put a report at a path, whole or not at all; TcsgError when it cannot be written."""
    with files.naming(str(path)):
        files.replace(path, data, files.read(path))


def write_new(path: Path, data: bytes, *, force: bool = False) -> bool:
    """Write a file that is not there yet, with its folders; False, and nothing is touched, when there is one that `force` does not replace."""
    with files.naming(str(path)):
        if os.path.lexists(path) and not force:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        files.replace(path, data, files.read(path))
        return True


def size_of(path: Path) -> int:
    """The bytes of a file, 0 when there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def append_file(path: Path, data: bytes) -> None:
    """Add to the end of a file that others write to as well; TcsgError when it cannot be written."""
    with files.naming(str(path)), path.open("ab") as file:
        file.write(data)


def as_typed(text: str) -> str:
    """Words of the command line as the ledger keeps them, whatever the console's own encoding; UsageError when they are no text."""
    try:
        return normalize("NFC", os.fsencode(text).decode() if any("\udc80" <= char <= "\udcff" for char in text) else text)
    except UnicodeError as error:
        raise UsageError("the words are not UTF-8; set the terminal, or LC_ALL, to a UTF-8 locale") from error


def on_github() -> bool:
    """Whether a GitHub workflow runs the command."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def guide_pages() -> dict[str, str]:
    """The pages of the manual by name, in the order of the list in `index.txt`."""
    folder = Path(__file__).parents[1] / "guide"
    names = (folder / "index.txt").read_text(encoding="utf-8").split()
    return {name: (folder / f"{name}.md").read_text(encoding="utf-8") for name in names}


def ready_made(name: str) -> str:
    """A file that we bring along: for a CI platform, as `init --ci` writes it but for what stands between `@` and `@`; for reminders."""
    return (Path(__file__).parents[1] / "templates" / name).read_text(encoding="utf-8")


def finding_page(code: str) -> str:
    """The page of the manual about one finding."""
    return (Path(__file__).parents[1] / "guide" / "findings" / f"{code}.md").read_text(encoding="utf-8")


def _holding(folder: Path) -> Workspace | None:
    return next((Workspace(root) for root in (folder, *folder.parents) if (root / MINUTES).is_dir()), None)


@contextmanager
def _reading(name: str, kind: type[TcsgError]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise kind(error.strerror or str(error), Place(name, 1)) from error
