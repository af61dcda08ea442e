"""A disk between the program and the real one: it can fail at the N-th call, and it remembers what a crash could lose."""

from __future__ import annotations

import builtins
import io
import os
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, Self

import pytest


class Op(NamedTuple):
    """One thing done to the disk: `create`, `write`, `sync`, `sync folder`, `rename` or `unlink`."""

    what: str
    path: str
    data: bytes = b""
    to: str = ""


class Disk:
    """All calls that touch a file below `roots`, counted; the one numbered `fail_at` fails with the error `code`."""

    def __init__(self, roots: tuple[Path, ...], fail_at: int = 0, code: int = 0) -> None:
        self.roots = tuple(map(str, roots))
        self.fail_at, self.code = fail_at, code
        self.calls = 0
        self.failed: str | None = None
        self.ops: list[Op] = []
        self.handles: dict[int, str] = {}

    def call(self, path: str) -> None:
        """Count one call about a path, and fail if it is the one that is to fail."""
        self.calls += 1
        if self.calls == self.fail_at:
            self.failed = path
            raise OSError(self.code, os.strerror(self.code), path)

    def ours(self, path: Any) -> str | None:
        """The path as text when it is below the roots."""
        try:
            text = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - handles come here too, and are none of ours
        except TypeError:
            return self.handles.get(path)
        return text if text.startswith(self.roots) else None

    def install(self, patch: pytest.MonkeyPatch) -> None:
        """Stand between the program and the calls of the system for as long as `patch` lasts."""
        real_open, opener = io.open, self._opened
        patch.setattr(io, "open", lambda path, mode="r", *rest, **named: opener(real_open, path, mode, *rest, **named))
        patch.setattr(builtins, "open", io.open)
        for name in ("open", "fsync", "replace", "stat", "chmod", "unlink", "close"):
            patch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _opened(self, real: Callable[..., Any], path: Any, mode: str, *rest: Any, **named: Any) -> Any:
        ours = self.ours(path)
        if ours is None:
            return real(path, mode, *rest, **named)
        self.call(ours)
        if mode[0] in "xwa" and not Path(ours).exists():
            self.ops.append(Op("create", ours))
        file = real(path, mode, *rest, **named)
        self.handles[file.fileno()] = ours
        return _File(file, ours, self)

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *rest: Any, **named: Any) -> Any:
            ours = self.ours(path)
            if name == "close":
                self.handles.pop(path, None)
            elif ours is not None:
                self.call(ours)
                self._note(name, ours, rest)
            result = real(path, *rest, **named)
            if name == "open" and ours is not None:
                self.handles[result] = ours
            return result

        return call

    def _note(self, name: str, ours: str, rest: tuple[Any, ...]) -> None:
        if name == "fsync":
            self.ops.append(Op("sync folder" if Path(ours).is_dir() else "sync", ours))
        elif name == "replace":
            self.ops.append(Op("rename", ours, to=os.fspath(rest[0])))
        elif name == "unlink":
            self.ops.append(Op("unlink", ours))


class _File:
    """An open file whose writing and flushing can fail."""

    def __init__(self, file: Any, path: str, disk: Disk) -> None:
        self.file, self.path, self.disk = file, path, disk

    def write(self, data: bytes) -> int:
        self.disk.call(self.path)
        self.disk.ops.append(Op("write", self.path, data))
        return int(self.file.write(data))

    def flush(self) -> None:
        self.disk.call(self.path)
        self.file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.disk.handles.pop(self.file.fileno(), None)
        self.file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


def crashes(ops: list[Op], before: dict[str, bytes]) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Every content of the disk after the power failed: the number of calls done, and all that may or may not be there."""
    for cut in range(len(ops) + 1):
        loose = [n for n in range(cut) if not _durable(ops, n, cut)]
        for count in range(len(loose) + 1):
            for lost in combinations(loose, count):
                yield cut, _replayed(ops[:cut], set(lost), before)


def _durable(ops: list[Op], n: int, cut: int) -> bool:
    """Whether what was done as number `n` is safe once `cut` calls are done."""
    op = ops[n]
    later = ops[n + 1 : cut]
    if op.what == "write":
        return any(o.what == "sync" and o.path == op.path for o in later)
    if op.what in ("create", "rename", "unlink"):
        return any(o.what == "sync folder" and o.path == str(Path(op.to or op.path).parent) for o in later)
    return True


def _replayed(ops: list[Op], lost: set[int], before: dict[str, bytes]) -> dict[str, bytes]:
    """The files by name; a write that was lost leaves zeros, a name that was lost is the old one."""
    inodes: dict[str, list[bytes]] = {path: [data] for path, data in before.items()}
    names = {path: path for path in before}
    for n, op in enumerate(ops):
        if op.what == "create":
            inodes[op.path] = []
        elif op.what == "write":
            inodes[op.path].append(bytes(len(op.data)) if n in lost else op.data)
        if n in lost:
            continue
        if op.what == "create":
            names[op.path] = op.path
        elif op.what == "rename":
            names.pop(op.path, None)
            names[op.to] = op.path
        elif op.what == "unlink":
            names.pop(op.path, None)
    return {name: b"".join(inodes[inode]) for name, inode in names.items()}
