"""Reading a file whole, and replacing it whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tcsg.errors import LedgerError, TcsgError

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTE = 1_000_000
LIMIT = 200 * MEGABYTE
HELD = (5, 32, 33)
"""Errors of Windows for a file that somebody else has open: access denied, sharing violation, lock violation."""
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between two tries to replace such a file."""


_PLAIN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""To open a file for reading and nothing else: no link is followed, no pipe waited for."""

_LINKS = (errno.ELOOP, errno.EMLINK, errno.ENXIO)
"""What systems say of a link that is not followed, or of a pipe without a writer."""


class Moved(LedgerError):
    """The file is no longer what it was when it was read: read it again and redo."""


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Turn what the system refuses into one sentence: which file, and the system's reason."""
    try:
        yield
    except OSError as error:
        raise TcsgError(f"{name}: {error.strerror or error}") from error


def read(path: Path, limit: int = LIMIT) -> bytes | None:
    """The bytes of a regular file, None when there is no file; OSError for anything else and for more than `limit` bytes."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):  # before it is opened: a pipe would wait for its writer
        raise OSError(errno.EINVAL, "Not a regular file")
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise OSError(errno.EFBIG, f"Larger than {limit // MEGABYTE} MB, the limit; `limits` in committee.yaml sets another")
    return data


def read_plain(path: str, limit: int) -> bytes | None:
    """The bytes of a regular file that is no link, in as few calls as that takes; None when `read` has to look closer."""
    try:
        handle = os.open(path, _PLAIN)
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno in _LINKS:
            return None
        raise
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > limit:
            return None
        data = os.read(handle, found.st_size + 1)
        return data if len(data) == found.st_size else None
    finally:
        os.close(handle)


def replace(path: Path, data: bytes, expect: bytes | None) -> bool:
    """Put `data` where `expect` stands (None: no file yet), and tell whether anything was written.

    A crash at any point leaves the old bytes or the new; an OSError leaves the old. A symbolic link is followed, the mode
    is kept. When the file holds anything but `expect` it is left alone and `Moved` is raised.
    """
    target = Path(os.path.realpath(path))
    before = read(target)
    if before == data:
        return False
    if before != expect:
        raise Moved(f"{path.name}: changed by somebody else meanwhile; nothing was written, run the command again")
    _put(target, data)
    try:
        _sync(target.parent)
    except OSError:
        if before is None:
            target.unlink()
        else:
            _put(target, before)
        raise
    return True


def remove(path: Path, expect: bytes) -> None:
    """Take a file away that still holds `expect`; `Moved` when it holds anything else."""
    target = Path(os.path.realpath(path))
    if read(target) != expect:
        raise Moved(f"{path.name}: changed by somebody else meanwhile; nothing was done, run the command again")
    target.unlink()
    _sync(target.parent)


def sweep(path: Path) -> None:
    """Remove what writers left beside the file when they were killed; only for the one who may write now."""
    target = Path(os.path.realpath(path))
    for stale in target.parent.glob(f".{target.name}.*.tmp"):
        stale.unlink(missing_ok=True)


def _put(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            with suppress(FileNotFoundError):
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _rename(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _rename(temporary: Path, target: Path) -> None:
    """Put a file in the place of another; on Windows, who scans or indexes it holds it for a moment, so ask again for some seconds."""
    for pause in PAUSES:
        try:
            temporary.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD:
                raise
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def _sync(folder: Path) -> None:
    """Make the new name as durable as the bytes, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some network folders know no such thing
            raise
    finally:
        os.close(handle)
