"""`tcsg actions`: whose, due when, how late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.filters import Asked, day, filtered
from tcsg.cli.jump import jump_to
from tcsg.cli.terminal import Terminal, note, terminal, write
from tcsg.ledger.merging import Who
from tcsg.ledger.people import Directory
from tcsg.ledger.query import Query, Row, select
from tcsg.model import Ledger


class Format(StrEnum):
    """The values of `--format`."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    CSV = "csv"
    MD = "md"


FormatOption = Annotated[Format | None, typer.Option("--format", help="By default a table on a terminal and plain lines elsewhere.")]

AsOf = Annotated[
    date | None, typer.Option("--as-of", metavar="DATE", parser=day, help="Answer as it was on DATE: by the minutes and entries up to that day.")
]


@filtered
def actions(context: typer.Context, asked: Asked, format: FormatOption = None, as_of: AsOf = None) -> None:  # noqa: A002 - the option's name
    """List actions: the open ones, the most overdue first.

    With --owner, first what the person owns, then what their groups own. Plain lines hold id, status, due, days late,
    owners and text between tabs.

    With --as-of, what was open on a past day, and how late it was then; --today tells the lateness on another day.

    For example `tcsg actions --owner KK`, `tcsg actions --due-within 2w`, or `tcsg actions --meeting 8 --status all`.
    """
    desk, screen = open_desk(context), terminal(context)
    past = None if as_of is None else desk.as_of(as_of)
    if as_of is not None:
        desk = replace(desk, given_today=desk.given_today or as_of)
    wanted = format or (Format.TABLE if screen.interactive else Format.PLAIN)
    ledger = desk.ledger() if past is None else past.ledger
    directory = desk.directory(ledger)
    query = asked.query(ledger, directory, desk.today)
    rows = select(ledger, query, directory, desk.today)
    if wanted is Format.JSON:
        from tcsg.output.actions import as_json

        write(as_json(rows, desk.today, asked.given(), (past or desk.carried(strict=False)[1]).links, ledger.meetings))
        return
    said = caption(rows, query, directory)
    write(_list(rows, wanted, desk, screen, said, ledger))
    if wanted is Format.PLAIN and (all(r.via for r in rows) or _shared_initials(query, directory)):
        note(said)


def _list(rows: tuple[Row, ...], wanted: Format, desk: Desk, screen: Terminal, said: str, ledger: Ledger) -> str:
    from tcsg.output import actions as lists

    if wanted is Format.TABLE:
        from tcsg.output.table import as_table

        return as_table(rows, said, desk.today, width=screen.width, color=screen.color, links=_links(rows, desk, screen, ledger))
    return {Format.PLAIN: lists.as_plain, Format.CSV: lists.as_csv, Format.MD: lists.as_markdown}[wanted](rows)


def _links(rows: tuple[Row, ...], desk: Desk, screen: Terminal, ledger: Ledger) -> dict[str, str]:
    """From each action to the minutes that spoke of it last: the ledger alone knows the file, and not the line."""
    jump = jump_to(desk.workspace.root, screen)
    if jump is None:
        return {}
    paths = {meeting.key: meeting.path for meeting in ledger.meetings}
    spoken = {row.action.id: paths.get(row.action.seen[-1] if row.action.seen else "") for row in rows}
    return {action: jump(path, 1) for action, path in spoken.items() if path}


def caption(rows: tuple[Row, ...], query: Query, directory: Directory) -> str:
    """Who was asked for, and how many actions there are: `Ailish Harikae (AHR): 12 open, 1 overdue, 1 through a group`."""
    who = " and ".join(_called(w, directory) for w in query.owners)
    states = "" if len(query.statuses) > 1 else f" {query.statuses[0]}"
    own = sum(r.via is None for r in rows)
    counts = [f"{own}{states}" if own else f"no{states} actions"]
    late = sum(r.overdue for r in rows)
    counts += [f"{late} overdue"] if late else []
    counts += [f"{len(rows) - own} through a group"] if own < len(rows) else []
    return (f"{who}: " if who else "") + ", ".join(counts)


def _called(who: Who, directory: Directory) -> str:
    """A person with their initials, and as of which meeting when somebody else had the same."""
    past = directory.meetings_as(who)
    if past and who.initials and directory.shared(who.initials):
        return f"{who.name} ({', '.join(f'{initials} of meeting {key}' for initials, key in past)})"
    return str(who)


def _shared_initials(query: Query, directory: Directory) -> bool:
    return any(w.initials and directory.shared(w.initials) for w in query.owners)
