"""`tcsg actions`: whose, due when, how late."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli import filters
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.terminal import Terminal, note, terminal, write
from tcsg.ledger.query import Query, Row, select

if TYPE_CHECKING:
    from tcsg.ledger.people import Directory, Who
    from tcsg.model import Ledger


class Format(StrEnum):
    """The values of `--format`."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    CSV = "csv"
    MD = "md"


FormatOption = Annotated[Format | None, typer.Option("--format", help="By default a table on a terminal and plain lines elsewhere.")]


def actions(
    context: typer.Context,
    owner: filters.Owners = None,
    status: filters.Statuses = None,
    overdue: filters.Overdue = False,
    due_before: filters.DueBefore = None,
    due_within: filters.DueWithin = None,
    meeting: filters.Meetings = None,
    since: filters.Since = None,
    grep: filters.Grep = None,
    group: filters.Groups = None,
    sort: filters.SortBy = filters.Sort.URGENCY,
    limit: filters.Limit = None,
    format: FormatOption = None,  # noqa: A002 - the option's name
) -> None:
    """List actions: the open ones, the most overdue first.

    With --owner, first what the person owns, then what their groups own. Plain lines hold id, status, due, days late,
    owners and text between tabs.
    """
    desk, screen = open_desk(context), terminal(context)
    wanted = format or (Format.TABLE if screen.interactive else Format.PLAIN)
    links = ()
    ledger = desk.ledger() if wanted is not Format.JSON else None
    if ledger is None:
        carried = desk.carried(strict=False)[1]
        ledger, links = (desk.stored if desk.is_current and desk.stored else carried.ledger), carried.links
    directory = desk.directory(ledger)
    asked = filters.query(
        ledger, directory, desk.today, owner=owner, status=status, overdue=overdue, due_before=due_before, due_within=due_within,
        meeting=meeting, since=since, grep=grep, group=group, sort=sort, limit=limit,
    )  # fmt: skip
    rows = select(ledger, asked, directory, desk.today)
    if wanted is Format.JSON:
        from tcsg.output.actions import as_json

        write(as_json(rows, desk.today, _said(context), links, ledger.meetings))
        return
    write(_list(rows, wanted, desk, screen, _caption(rows, asked, directory)))
    if wanted is Format.PLAIN and (all(r.via for r in rows) or _shared_initials(asked, directory)):
        note(_caption(rows, asked, directory))


def _list(rows: tuple[Row, ...], wanted: Format, desk: Desk, screen: Terminal, caption: str) -> str:
    from tcsg.output import actions as lists

    if wanted is Format.TABLE:
        from tcsg.output.table import as_table

        return as_table(rows, caption, desk.today, width=screen.width, color=screen.color)
    return {Format.PLAIN: lists.as_plain, Format.CSV: lists.as_csv, Format.MD: lists.as_markdown}[wanted](rows)


def _said(context: typer.Context) -> dict[str, object]:
    """The filters as they were given, for JSON."""
    given = {k: v for k, v in context.params.items() if v not in (None, False, [], ()) and k not in ("format", "sort")}
    return {k: [str(x) for x in v] if isinstance(v, list | tuple) else v if isinstance(v, int | bool) else str(v) for k, v in given.items()}


def _caption(rows: tuple[Row, ...], asked: Query, directory: Directory) -> str:
    """Who was asked for, and how many actions there are: `Ailish Harikae (AHR): 12 open, 1 overdue, 1 through a group`."""
    who = " and ".join(_called(w, directory) for w in asked.owners)
    states = "" if len(asked.statuses) > 1 else f" {asked.statuses[0]}"
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


def _shared_initials(asked: Query, directory: Directory) -> bool:
    return any(w.initials and directory.shared(w.initials) for w in asked.owners)


__all__ = ["Format", "Ledger", "actions"]
