"""The lock that makes writers of one ledger wait for each other; the system frees it when its holder dies."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tcsg.errors import TcsgError
from tcsg.workspace.files import naming

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 10.0
PAUSE = 0.05
"""Seconds between two looks at a lock; who has waited for a second looks ten times as often, so that nobody is left behind."""


@contextmanager
def locked(path: Path, name: str) -> Iterator[None]:
    """Hold the lock of the file `path`, told as `name`; TcsgError when another holds it for longer than PATIENCE seconds."""
    handle = _acquire(path, name)
    try:
        yield
    finally:
        os.close(handle)


def _acquire(path: Path, name: str) -> int:
    # Never through a link and never waiting for the other end of a pipe; the file stays, or two writers could lock two files.
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with naming(name):
        handle = os.open(path, flags, 0o666)
        try:
            _wait(handle, name)
        except BaseException:
            os.close(handle)
            raise
    return handle


def _wait(handle: int, name: str) -> None:
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        raise OSError(errno.EINVAL, "Not a regular file")
    began = time.monotonic()
    while not _try_lock(handle):
        waited = time.monotonic() - began
        if waited >= PATIENCE:
            raise TcsgError(f"{name}: another tcsg has been writing for {PATIENCE:g} seconds; nothing was written, try again later")
        time.sleep(PAUSE if waited < 1 else PAUSE / 10)


def _try_lock(handle: int) -> bool:
    """Take the lock if it is free; the only function that knows which system this is."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}:
            return False
        raise
    return True
