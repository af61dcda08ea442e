"""Documents that are to become minutes: read whole, from anywhere, up to a size."""

from __future__ import annotations

import sys
from pathlib import Path

from tcsg.errors import TcsgError
from tcsg.workspace import files

LARGEST_MB = 100
"""From what size on a document is refused: pictures make one large, and are left out of the minutes."""
_TOO_LARGE = f"Larger than {LARGEST_MB} MB, the limit for documents"


def document_bytes(file: Path) -> bytes:
    """The bytes of a document wherever it is, of stdin for `-`; TcsgError when it is not there, not to be read or too large."""
    name, most = file.as_posix(), LARGEST_MB * files.MEGABYTE
    with files.naming(name):
        if name == "-":
            data: bytes | None = sys.stdin.buffer.read(most + 1)
        elif file.is_file() and file.stat().st_size > most:
            raise TcsgError(f"{name}: {_TOO_LARGE}")
        else:
            data = files.read(file, most)
    if data is None:
        raise TcsgError(f"{name}: There is no such file")
    if len(data) > most:
        raise TcsgError(f"{name}: {_TOO_LARGE}")
    return data
