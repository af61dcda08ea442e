"""Where what a command made goes: to stdout, into a new file, or into a new file for each person."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from tcsg.cli.desk import Desk
from tcsg.cli.terminal import be_the_same_everywhere, note, write, write_bytes
from tcsg.errors import UsageError
from tcsg.output.text import count
from tcsg.workspace import write_new

OutputFile = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, which must not be there yet.")]


def to_stdout(data: bytes, what: str, *, binary: bool = False) -> None:
    """Write to stdout, the same bytes everywhere; UsageError when a terminal would get what is no text."""
    if not binary:
        be_the_same_everywhere()
        write(data.decode())
    elif sys.stdout.isatty():
        raise UsageError(f"{what} is no text for a terminal; add -o FILE, or send it into a file or a pipe")
    else:
        write_bytes(data)


def into_file(desk: Desk, path: Path, data: bytes, *, force: bool = False, cure: str = "") -> None:
    """Write one file, and say so; UsageError, with the cure, when it is there, or would be taken for one of the committee's own."""
    _refuse_own(desk, path)
    if not write_new(path, data, force=force):
        raise UsageError(f"{path}: is there already; nothing was changed{cure}")
    note(f"wrote {path}")


def into_folder(desk: Desk, folder: Path, files: Mapping[str, bytes], *, force: bool = False, cure: str = "") -> None:
    """Write several files into a folder, by name, and say how many; when one of them is there, UsageError and none is written."""
    paths = {folder / name: data for name, data in files.items()}
    for path in paths:
        _refuse_own(desk, path)
    there = [path for path in paths if os.path.lexists(path)]
    if there and not force:
        more = f" and {len(there) - 1} more" if len(there) > 1 else ""
        raise UsageError(f"{there[0]}{more}: there already; nothing was written{cure}")
    for path, data in paths.items():
        write_new(path, data, force=force)
    note(f"wrote {count(len(paths), 'file')} into {folder}")


def _refuse_own(desk: Desk, path: Path) -> None:
    if desk.workspace.is_own(path):
        raise UsageError(f"{path}: would be read as minutes, or is a file of tcsg; begin its name with _, or put it elsewhere")
