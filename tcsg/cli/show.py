"""`tcsg show`: one action, and every place in the minutes that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import open_desk
from tcsg.cli.terminal import terminal, write
from tcsg.errors import UsageError
from tcsg.ledger.query import find_action, near_ids

if TYPE_CHECKING:
    from tcsg.model import Action, Ledger


UNWRAPPED = 20_000
"""Columns of a line that is never wrapped."""


def show(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids such as A8.3, a8.3 or 8.3.", autocompletion=complete.ids)],
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show actions: who, what, since when, what was recorded by hand, and every place in the minutes with its words."""
    from tcsg.output.show import as_json, as_text

    desk, screen = open_desk(context), terminal(context)
    _, carried = desk.carried(strict=False)
    ledger = desk.stored if desk.is_current and desk.stored else carried.ledger
    found = [wanted(ledger, typed) for typed in ids]
    if json:
        write(as_json(found, desk.today, carried.links, ledger))
        return
    directory = desk.directory(ledger)
    for n, action in enumerate(found):
        links = [k for k in carried.links if k.action == action.id]
        write(
            ("\n" if n else "")
            + as_text(action, links, ledger, directory, desk.today, width=screen.width if screen.interactive else UNWRAPPED, color=screen.color)
        )


def wanted(ledger: Ledger, typed: str) -> Action:
    """The action of an id as typed; UsageError with the nearest ids when there is none."""
    action = find_action(ledger, typed)
    if action is None:
        near = near_ids(ledger, typed)
        raise UsageError(
            f"there is no action {typed!r}" + (f"; did you mean {' or '.join(near)}?" if near else "; `tcsg actions --status all` lists them")
        )
    return action
