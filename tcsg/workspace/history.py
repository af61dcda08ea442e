"""Undo: what each command did to the ledger, as patches that lead back, in the user's state folder and in no repository.

A patch holds the bytes that were replaced, where they stood, and the hashes before and after; it applies to exactly one state of the file.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tcsg.errors import TcsgError, UsageError
from tcsg.frozen import frozen
from tcsg.workspace import files

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = 1000
"""Commands that can be undone."""


_LARGE = 4096
"""Bytes from which on what was replaced is looked through for parts that stayed."""
_PROBE = 96
"""Bytes by which a part that stayed is known."""


@frozen
class Cut:
    """One place of a file: put `old` in the place of `length` bytes at `start`."""

    start: int
    length: int
    old: bytes


@frozen
class Patch:
    """One command undone: the places where it changed the file, in their order; a hash of None means that there was no file."""

    words: str
    before: str | None
    after: str | None
    cuts: tuple[Cut, ...]

    def back(self, data: bytes) -> bytes | None:
        """The bytes as they were; None when there was no file."""
        if self.before is None:
            return None
        parts, at = [], 0
        for cut in self.cuts:
            parts += [data[at : cut.start], cut.old]
            at = cut.start + cut.length
        return b"".join((*parts, data[at:]))


def patch_between(words: str, before: bytes | None, after: bytes, known: str | None = None) -> Patch:
    """The patch that leads from `after` back to `before`, whose hash may be `known`."""
    told = None if before is None else known or _hash(before)
    return Patch(words, told, _hash(after), tuple(_cuts(before or b"", after, 0)))


def _cuts(old: bytes, new: bytes, at: int) -> Iterator[Cut]:
    """Where two texts differ, `new` standing at `at`: what they begin and end with in common is left out, and large parts in between."""
    start = _shared(old, new)
    tail = _shared_end(old, new, min(len(old), len(new)) - start)
    left, now = old[start : len(old) - tail], new[start : len(new) - tail]
    if min(len(left), len(now)) >= _LARGE:
        for middle in (len(left) * n // 8 for n in (4, 2, 6, 1, 7)):
            found = now.find(left[middle : middle + _PROBE])
            if found >= 0:
                yield from _cuts(left[:middle], now[:found], at + start)
                yield from _cuts(left[middle:], now[found:], at + start + found)
                return
    if left or now:
        yield Cut(at + start, len(now), left)


def _shared(one: bytes, other: bytes) -> int:
    """How many bytes two texts begin with in common, by halving: comparing slices is done in C."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _shared_end(one: bytes, other: bytes, most: int) -> int:
    """How many bytes two texts end with in common, `most` at most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _hash(data: bytes | None) -> str | None:
    return None if data is None else sha256(data).hexdigest()


class History:
    """The patches of one workspace, the latest last; each is a file of its own."""

    def __init__(self, root: Path) -> None:
        self.folder = _state() / "tcsg" / sha256(str(root).encode(errors="surrogateescape")).hexdigest()[:16]

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob("[0-9]*.json")) if self.folder.is_dir() else []

    def push(self, patch: Patch) -> None:
        """Keep a patch; to be called before the ledger is written, so that no change is without its way back."""
        import base64
        import json
        import zlib

        with files.naming(str(self.folder)):
            self.folder.mkdir(parents=True, exist_ok=True)
            paths = self._paths()
            number = int(paths[-1].stem) + 1 if paths else 1
            cuts = [[cut.start, cut.length, base64.b64encode(zlib.compress(cut.old)).decode()] for cut in patch.cuts]
            said = {"words": patch.words, "before": patch.before, "after": patch.after, "cuts": cuts}
            files.replace(self.folder / f"{number:08}.json", json.dumps(said).encode(), None)
            for path in paths[: max(0, len(paths) + 1 - KEPT)]:
                path.unlink(missing_ok=True)

    def latest(self, data: bytes | None) -> tuple[Patch, Path] | None:
        """The patch that leads back from `data`; None when there is none left.

        UsageError when the file was changed otherwise since. A patch whose command never wrote is passed over.
        """
        now = _hash(data)
        for path in reversed(self._paths()):
            patch = _read(path)
            if patch is not None and patch.after == now:
                return patch, path
            if patch is None or patch.before == now:
                path.unlink(missing_ok=True)
                continue
            raise UsageError("the ledger was changed otherwise since the last command; undo would lose that, so nothing was done")
        return None


def _state() -> Path:
    """The user's state folder, as the XDG Base Directory Specification has it; TcsgError when the user has no home."""
    named = Path(os.environ.get("XDG_STATE_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None) or "")
    if named.is_absolute():
        return named
    try:
        return Path.home() / ".local" / "state"
    except RuntimeError as error:
        raise TcsgError("there is no home folder to keep the way back in; set XDG_STATE_HOME") from error


def _read(path: Path) -> Patch | None:
    """A patch of the disk; None for what is none, which can only be left over from a crash."""
    import base64
    import json
    import zlib

    try:
        said = json.loads(path.read_bytes())
        cuts = tuple(Cut(start, length, zlib.decompress(base64.b64decode(old))) for start, length, old in said["cuts"])
        return Patch(said["words"], said["before"], said["after"], cuts)
    except (ValueError, KeyError, TypeError, zlib.error):
        return None
