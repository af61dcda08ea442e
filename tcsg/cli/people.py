"""`tcsg people` and `tcsg meetings`: who has what, and what became of each meeting's actions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.bringing import ledger_now
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.terminal import Terminal, terminal, write
from tcsg.ledger.merging import Who
from tcsg.ledger.people import Directory
from tcsg.ledger.query import Query, days_late, select
from tcsg.model import Ledger, Status
from tcsg.output.people import Standing, Totals
from tcsg.output.text import count, wrapped


class Format(StrEnum):
    """The values of `--format`."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"


FormatOption = Annotated[Format | None, typer.Option("--format", help="By default a table on a terminal and plain lines elsewhere.")]
Person = Annotated[str | None, typer.Argument(metavar="WHO", help="Initials, a name or the beginning of one.", autocompletion=complete.owners)]


def people(context: typer.Context, who: Person = None, format: FormatOption = None) -> None:  # noqa: A002 - the option's name
    """List the people of the minutes with what they have open; with WHO, one of them and their actions.

    The initials stand with the latest meeting that lists them so. The list can be shown in a meeting: it counts and does not
    judge.

    For example `tcsg people KK`, or `tcsg people kenn`.
    """
    from tcsg.output import people as out

    desk, screen = open_desk(context), terminal(context)
    ledger = ledger_now(desk)
    directory = desk.directory(ledger)
    chosen = (directory.find(who, dict.fromkeys(o for a in ledger.actions for o in a.owners)),) if who else directory.everybody
    standings = [_standing(ledger, directory, w) for w in chosen]
    wanted = format or (Format.TABLE if screen.interactive else Format.PLAIN)
    if wanted is Format.JSON:
        write(out.people_json(standings, _totals(ledger, directory)))
        return
    if wanted is Format.TABLE:
        write(out.people_table(standings, width=screen.width, color=screen.color))
        if not who:
            write(wrapped("\n" + _in_all(_totals(ledger, directory)), width=screen.prose))
    else:
        write(out.people_plain(standings))
    if who:
        from tcsg.output.actions import as_plain
        from tcsg.output.table import as_table

        rows = select(ledger, Query(owners=chosen), directory, desk.today)
        if wanted is Format.TABLE:
            write("\n")
            write(as_table(rows, "", desk.today, width=screen.width, color=screen.color))
        else:
            write(as_plain(rows))


def _standing(ledger: Ledger, directory: Directory, who: Who) -> Standing:
    mine = [a for a in ledger.actions if who in directory.owners(a)]
    open_now = [a for a in mine if a.status is Status.OPEN]
    groups = sum(a.status is Status.OPEN and a not in mine and any(directory.holds(o, who, a) for o in a.owners) for a in ledger.actions)
    late = sum(days_late(a, directory.today) is not None for a in open_now)
    return Standing(who.name, directory.meetings_as(who), len(open_now), late, len(mine) - len(open_now), groups)


def _totals(ledger: Ledger, directory: Directory) -> Totals:
    open_now = [a for a in ledger.actions if a.status is Status.OPEN]
    late = sum(days_late(a, directory.today) is not None for a in open_now)
    return Totals(len(open_now), late, len(ledger.actions) - len(open_now))


def _in_all(totals: Totals) -> str:
    return f"In all {count(totals.open, 'open action')}, {totals.overdue} overdue, {totals.closed} closed; what several own counts once."


Changes = Annotated[bool, typer.Option("--changes", help="List what each meeting changed, and what was recorded by hand between.")]


def meetings(context: typer.Context, format: FormatOption = None, changes: Changes = False) -> None:  # noqa: A002 - the option's name
    """List the meetings: date, people listed, actions raised, closed and still open.

    With --changes, what each of them changed: actions raised, done, dropped or opened again, dates moved, owners changed. Plain
    lines hold meeting (`-` for what was recorded by hand), date, id, what, from, to and text between tabs.

    For example `tcsg meetings`, or `tcsg meetings --changes`.
    """
    from tcsg.output import people as out

    desk, screen = open_desk(context), terminal(context)
    wanted = format or (Format.TABLE if screen.interactive else Format.PLAIN)
    if changes:
        write(_changes(desk, wanted, screen))
        return
    held = out.held_meetings(ledger_now(desk))
    if wanted is Format.JSON:
        write(out.meetings_json(held))
    elif wanted is Format.TABLE:
        write(out.meetings_table(held, width=screen.width, color=screen.color))
    else:
        write(out.meetings_plain(held))


def _changes(desk: Desk, wanted: Format, screen: Terminal) -> str:
    from tcsg.ledger.history import happened
    from tcsg.output import history as out

    carried = desk.carried(strict=False)[1]
    found = happened(carried.ledger, carried.links, desk.committee)
    if wanted is Format.JSON:
        return out.changes_json(found)
    if wanted is Format.TABLE:
        return out.changes_text(found, carried.ledger, width=screen.width, color=screen.color)
    return out.changes_plain(found)
