"""The cache: what was made of some bytes before, under a key that only those bytes have; so it cannot be stale.

It is files of lines in the user's cache folder, a few for each committee's folder: key, checksum, JSON. Nothing in it is run.
Without it, with a part of it, or when it cannot be written, every answer is the same and comes later.
"""

from __future__ import annotations

import os
import sys
import zlib
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOM = 2_000_000
"""Bytes a file may have whatever is in it; a larger one is written anew when less than half of it is of use."""
MOST = 500_000_000
"""Bytes of a file that is not looked at."""
FORGOTTEN_AFTER = 90 * 24 * 3600
"""Seconds after which what is kept for a folder that nobody asks of is removed."""


class Cache:
    """The entries of one kind for the committee's folder `root`; every fault of the disk is as if there were none."""

    def __init__(self, root: Path, kind: str) -> None:
        self._folder = _folder(root)
        self._path = None if self._folder is None else self._folder / f"{kind}.cache"
        self._used: dict[str, bytes] = {}
        self._new: dict[str, bytes] = {}

    @cached_property
    def _held(self) -> dict[str, bytes]:
        """All lines by their key, whole and unread; the latest of a key counts."""
        try:
            if self._path is None or self._path.stat().st_size > MOST:
                return {}
            data = self._path.read_bytes()
        except OSError:
            return {}
        return {line[:64].decode("ascii", "replace"): line for line in data.split(b"\n") if line}

    def get(self, key: str) -> Any:
        """What was put under a key; None when there is nothing, or not what was put there."""
        line = self._used.get(key) or self._held.get(key)
        if line is None or line[64:74] != b" %08x " % zlib.crc32(line[74:]):
            return None
        import json

        try:
            value = json.loads(line[74:])
        except ValueError:
            return None
        self._used[key] = line
        return value

    def has(self, key: str) -> bool:
        """Whether there is something under a key, sound or not."""
        return key in self._used or key in self._held

    def put(self, key: str, value: object) -> None:
        """Keep a value of JSON under a key, a SHA-256 in hexadecimal; `save` writes it."""
        import json

        self.put_text(key, json.dumps(value, separators=(",", ":")))

    def put_text(self, key: str, value: str) -> None:
        """Keep a value that is JSON already, on one line of ASCII."""
        text = value.encode("ascii")
        self._used[key] = self._new[key] = key.encode() + b" %08x " % zlib.crc32(text) + text

    def save(self, *, partly: bool = False) -> None:
        """Write what was put: behind what is there, or in place of it when most of that was of no use just now.

        Where a command asked only `partly` for what it may yet be asked, the rest is of use as well.
        """
        if not self._new or self._path is None or self._folder is None:
            return
        try:
            if not self._folder.is_dir():
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _forget(self._folder.parent)
            size = sum(map(len, self._held.values()))
            if (not partly and size > max(ROOM, 2 * sum(map(len, self._used.values())))) or not self._held:
                _put(self._path, self._used.values())
            else:
                _append(self._path, self._new.values())
        except OSError:
            return
        self._new = {}


@cache
def code_of() -> str:
    """What tells this program's code from any other: sizes and times of its files, and Python's version.

    So that what an earlier version made is not taken for what this one would make.
    """
    home = Path(__file__).parents[1]
    said = [sys.version, *(_stamp((home / name).stat()) for name in ("late.py", "model.py", "register.py"))]
    for room in ("reading", "ledger", "plan", "checks"):
        said += _stamps(str(home / room))
    return sha256("\n".join(said).encode()).hexdigest()


@cache
def code_with(code: str, *libraries: str) -> str:
    """What tells this program's code, with that of the libraries, from any other."""
    from importlib.util import find_spec

    said = [code]
    for library in libraries:
        spec = find_spec(library)
        said.append(_stamp(Path(spec.origin).stat()) if spec and spec.origin else library)
    return "\n".join(said)


def _stamps(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    found = []
    for entry in listed:
        if entry.name.endswith(".py"):
            found.append(f"{entry.name} {_stamp(entry.stat())}")
        elif entry.is_dir() and entry.name != "__pycache__":
            found += _stamps(entry.path)
    return found


def _stamp(found: os.stat_result) -> str:
    return f"{found.st_size} {found.st_mtime_ns}"


def _folder(root: Path) -> Path | None:
    """The folder for what is kept of `root`: by the XDG Base Directory Specification, or where Windows and macOS have such things."""
    base: Path | None = Path(os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None) or "")
    if base is None or not base.is_absolute():
        try:
            base = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
        except RuntimeError:  # who has no home has no cache
            return None
    return base / "tcsg" / sha256(str(root).encode(errors="surrogateescape")).hexdigest()[:16]


def _append(path: Path, lines: Iterable[bytes]) -> None:
    """Add lines in one call; the line end in front ends what a killed writer left."""
    with path.open("ab", buffering=0) as file:
        file.write(b"\n" + b"\n".join(lines) + b"\n")


def _put(path: Path, lines: Iterable[bytes]) -> None:
    """Write a file anew; who reads meanwhile reads the old one."""
    temporary = path.with_name(f"{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        temporary.write_bytes(b"\n".join(lines) + b"\n")
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _forget(home: Path) -> None:
    """Remove what is kept for folders of which nobody has asked for long."""
    import time

    for folder in home.iterdir():
        kept = list(folder.iterdir()) if folder.is_dir() else []
        if kept and max(one.stat().st_mtime for one in kept) < time.time() - FORGOTTEN_AFTER:
            for one in kept:
                one.unlink(missing_ok=True)
            folder.rmdir()
