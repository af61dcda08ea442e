"""`tcsg actions`: whose, due when, how late."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tcsg.cli.desk import open_desk
from tcsg.cli.filters import Asked, filtered
from tcsg.cli.jump import jump_to
from tcsg.cli.listing import AsOf, Listing, listing
from tcsg.cli.terminal import Terminal, note, terminal, write


class Format(StrEnum):
    """The values of `--format`."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    CSV = "csv"
    MD = "md"


FormatOption = Annotated[Format | None, typer.Option("--format", help="By default a table on a terminal and plain lines elsewhere.")]


@filtered
def actions(context: typer.Context, asked: Asked, format: FormatOption = None, as_of: AsOf = None) -> None:  # noqa: A002 - the option's name
    """List actions: the open ones, the most overdue first.

    With --owner, first what the person owns, then what their groups own. Plain lines hold id, status, due, days late,
    owners and text between tabs.

    With --as-of, what was open on a past day, and how late it was then; --today tells the lateness on another day.

    For example `tcsg actions --owner KK`, `tcsg actions --due-within 2w`, or `tcsg actions --meeting 8 --status all`.
    """
    screen = terminal(context)
    found = listing(open_desk(context), asked, as_of)
    wanted = format or (Format.TABLE if screen.interactive else Format.PLAIN)
    write(_list(found, wanted, screen))
    if wanted is Format.PLAIN and found.surprises:
        note(found.caption)


def _list(found: Listing, wanted: Format, screen: Terminal) -> str:
    from tcsg.output import actions as lists

    match wanted:
        case Format.TABLE:
            from tcsg.output.table import as_table

            return as_table(found.rows, found.caption, found.today, width=screen.width, color=screen.color, links=_links(found, screen))
        case Format.JSON:
            return lists.as_json(found.rows, found.today, found.asked.given(), found.links, found.ledger.meetings)
        case Format.PLAIN:
            return lists.as_plain(found.rows)
        case Format.CSV:
            return lists.as_csv(found.rows)
        case Format.MD:
            return lists.as_markdown(found.rows)


def _links(found: Listing, screen: Terminal) -> dict[str, str]:
    """From each action to the minutes that spoke of it last: the ledger alone knows the file, and not the line."""
    jump = jump_to(found.desk.workspace.root, screen)
    if jump is None:
        return {}
    paths = {meeting.key: meeting.path for meeting in found.ledger.meetings}
    spoken = {row.action.id: paths.get(row.action.seen[-1] if row.action.seen else "") for row in found.rows}
    return {action: jump(path, 1) for action, path in spoken.items() if path}
