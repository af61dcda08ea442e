"""Undo: what each command did to the ledger, as patches that lead back, in the user's state folder and in no repository.

A patch holds the bytes that were replaced, where, and the hashes before and after; it applies to exactly one state of the file.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from tcsg.errors import TcsgError, UsageError
from tcsg.frozen import frozen
from tcsg.workspace import files

KEPT = 1000
"""Commands that can be undone."""


@frozen
class Patch:
    """One command undone: put `old` in the place of `length` bytes at `start`; a hash of None means that there was no file."""

    words: str
    before: str | None
    after: str | None
    start: int
    length: int
    old: bytes

    def back(self, data: bytes) -> bytes | None:
        """The bytes as they were; None when there was no file."""
        return None if self.before is None else data[: self.start] + self.old + data[self.start + self.length :]


def patch_between(words: str, before: bytes | None, after: bytes, known: str | None = None) -> Patch:
    """The patch that leads from `after` back to `before`, whose hash may be `known`, as short as one cut makes it."""
    old = before or b""
    start = _shared(old, after)
    tail = _shared_end(old, after, min(len(old), len(after)) - start)
    told = None if before is None else known or _hash(before)
    return Patch(words, told, _hash(after), start, len(after) - start - tail, old[start : len(old) - tail])


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
            said = {"words": patch.words, "before": patch.before, "after": patch.after, "start": patch.start, "length": patch.length}
            said["old"] = base64.b64encode(zlib.compress(patch.old)).decode()
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
        old = zlib.decompress(base64.b64decode(said["old"]))
        return Patch(said["words"], said["before"], said["after"], said["start"], said["length"], old)
    except (ValueError, KeyError, TypeError, zlib.error):
        return None
