"""`tcsg extract` and `tcsg why`: what is read in minutes files, and why."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli.jump import jump_to
from tcsg.cli.sources import read_committee, read_source
from tcsg.cli.terminal import note, terminal, write
from tcsg.errors import ManyErrors, MinutesError, TcsgError, UsageError
from tcsg.model import Committee
from tcsg.output.text import count
from tcsg.workspace import loose_file, workspace_of

if TYPE_CHECKING:
    from tcsg.model import Minutes


class Format(StrEnum):
    """The values of `--format`."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"


def extract(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Minutes, inside a committee's folder or anywhere else.")],
    certain: Annotated[bool, typer.Option("--certain", help="Leave out what is doubtful.")] = False,
    format: Annotated[Format | None, typer.Option("--format", help="By default a table on a terminal and plain lines elsewhere.")] = None,  # noqa: A002
) -> None:
    """Print what is read in minutes files: every place that states an action, with owners, due and status.

    Nothing is written, and no ledger is needed. The committee.yaml of the folder that holds the file counts.
    """
    from tcsg.output import minutes as out

    read, faults = [], []
    for file in files:
        try:
            read.append(_read(file))
        except TcsgError as fault:
            faults.append(fault)
    if certain:
        read = [_certain(m) for m in read]
    screen = terminal(context)
    wanted = format or (Format.TABLE if screen.interactive else Format.PLAIN)
    if wanted is Format.TABLE:
        from tcsg.output.table import minutes_table

        write(minutes_table(read, width=screen.width, color=screen.color, jump=jump_to(Path(), screen)))
    else:
        write(out.as_json(read) if wanted is Format.JSON else out.as_plain(read))
    if faults:
        raise ManyErrors(tuple(faults))


def why(
    context: typer.Context,
    place: Annotated[str, typer.Argument(metavar="FILE:LINE", help="A line of a minutes file.")],
) -> None:
    """Say why a line of the minutes is an action or is not, and where its owners, due and status came from."""
    from tcsg.output.minutes import why as explain

    del context
    name, _, number = place.rpartition(":")
    if not name or not number.isdigit():
        raise UsageError(f"{place!r} is not FILE:LINE, for example minutes/2024-06-17.md:42")
    file, line = Path(name), int(number)
    minutes = _read(file)
    lines = _text(file).split("\n")
    if not 1 <= line <= len(lines):
        raise UsageError(f"{name} has {count(len(lines), 'line')}, none is line {line}")
    write(explain(minutes, line, lines[line - 1]))


def _read(file: Path) -> Minutes:
    workspace = workspace_of(file)
    committee = read_committee(workspace) if workspace else Committee()
    source = loose_file(file, committee.limits)
    try:
        return read_source(source, committee, dated=False)
    except MinutesError:
        raise
    except RecursionError as error:  # a parser's own depth; the text is at fault, not the user's machine
        raise MinutesError(f"{file}: nested too deep") from error


def _text(file: Path) -> str:
    from tcsg.reading.text import decode

    return decode(loose_file(file).data, str(file))


def _certain(minutes: Minutes) -> Minutes:
    from dataclasses import replace

    return replace(minutes, mentions=tuple(m for m in minutes.mentions if m.certain))


__all__ = ["extract", "note", "why"]
