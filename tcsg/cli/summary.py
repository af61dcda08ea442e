"""`tcsg summary`: what a meeting's actions are, to go round or into the minutes."""

from __future__ import annotations

import sys
from dataclasses import replace
from difflib import unified_diff
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.filters import meeting_keys
from tcsg.cli.sources import read_source
from tcsg.cli.terminal import note, write
from tcsg.errors import TcsgError, UsageError
from tcsg.model import Ledger
from tcsg.output.text import clean
from tcsg.reading.text import decode
from tcsg.workspace import SourceFile

if TYPE_CHECKING:
    from tcsg.ledger.carry import Carried
    from tcsg.model import Minutes


def summary(
    context: typer.Context,
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="Its number or its date.", autocompletion=complete.meetings)],
    into: Annotated[bool, typer.Option("--write", help="Put it into the minutes, between marks of its own.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before writing.")] = False,
) -> None:
    """Print the summary of a meeting's actions, or write it into the minutes.

    It lists what the meeting raised and what it left open, in the minuted words, as Markdown. With --write it replaces the
    summary that stands between its marks in the minutes, or is put at their end; you see the difference first, and nothing
    else in the file changes. When it is read again it says the same actions once more and raises none.

    For example `tcsg summary 24`, or `tcsg summary 2025-02-26 --write`.
    """
    from tcsg.output.summary import with_summary

    desk = open_desk(context)
    source, text = _summary(desk, meeting)
    path = source.path
    if not into:
        write(text)
        return
    data = with_summary(source.data, text, path)
    if data == source.data:
        note(f"{path} has this summary already")
        return
    _refuse_changes(_without(desk, source)[1], _amended(desk, SourceFile(path, data))[1], path)
    write(_difference(source, data))
    if not yes and not _agreed(path):
        note("nothing was changed")
        return
    desk.workspace.amend(source, data)
    note(f"wrote {path}; run `tcsg carry`")


def _summary(desk: Desk, meeting: str) -> tuple[SourceFile, str]:
    """The minutes of a meeting, and the summary of its actions."""
    from tcsg.ledger.summing import told_at
    from tcsg.output.summary import summary as listed

    ledger = desk.carried(strict=True)[1].ledger
    key = meeting_keys(ledger, [meeting])[0]
    path = next(m.path for m in ledger.meetings if m.key == key)
    if path not in {s.path for s in desk.sources}:
        raise UsageError(f"the minutes of meeting {key} are gone: {path}")
    source = desk.workspace.source(path)
    minutes, carried = _without(desk, source)
    return source, listed(told_at(key, carried.ledger, carried.links, desk.committee), minutes, desk.committee)


def _without(desk: Desk, source: SourceFile) -> tuple[Minutes, Carried]:
    """The minutes as if they had no summary of ours: what it said before is not what it is made from."""
    from tcsg.output.summary import without_summary

    return _amended(desk, SourceFile(source.path, without_summary(source.data, source.path) or source.data))


def _amended(desk: Desk, amended: SourceFile) -> tuple[Minutes, Carried]:
    """One file read with other bytes, and what carrying would then give."""
    from tcsg.ledger.carry import carry

    minutes = read_source(amended, desk.committee, dated=True)
    now = tuple(minutes if m.path == amended.path else m for m in desk.minutes(strict=True))
    return minutes, carry(now, desk.stored or Ledger(), desk.committee, desk.reading, desk.today)


def _refuse_changes(before: Carried, after: Carried, path: str) -> None:
    """See to it that the summary is read as what the minutes say already."""
    if _facts(after.ledger) != _facts(before.ledger):
        old = {a.id: a for a in before.ledger.actions}
        other = ", ".join(a.id for a in after.ledger.actions if a != old.get(a.id)) or "the ledger"
        raise TcsgError(f"{path}: with the summary in it the minutes would say something else of {other}; nothing was written")


def _facts(ledger: Ledger) -> Ledger:
    """The ledger without the hashes of its files."""
    return replace(ledger, meetings=tuple(replace(m, sha256="") for m in ledger.meetings))


def _difference(source: SourceFile, data: bytes) -> str:
    before, after = (decode(d, source.path).split("\n") for d in (source.data, data))
    return "".join(f"{clean(line)}\n" for line in unified_diff(before, after, source.path, source.path, lineterm=""))


def _agreed(path: str) -> bool:
    if not sys.stdin.isatty():
        raise UsageError("nothing was written; add --yes to write it")
    return typer.confirm(f"Write this into {path}?", err=True)
