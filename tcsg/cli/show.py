"""`tcsg show`: one action, and every place in the minutes that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.following import few_links
from tcsg.cli.jump import jump_to
from tcsg.cli.terminal import terminal, write
from tcsg.ledger.query import wanted

if TYPE_CHECKING:
    from tcsg.ledger.carry import Link
    from tcsg.model import Action, Ledger


def show(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids such as A8.3, a8.3 or 8.3.", autocompletion=complete.ids)],
    why: Annotated[bool, typer.Option("--why", help="Say of every place why it is taken for this action.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show actions: who, what, since when, what was recorded by hand, and every place in the minutes with its words.

    Its life is drawn as one line, a mark a meeting, with the same in words beside it; and how often its date slipped.

    For example `tcsg show 8.3`, or `tcsg show 8.3 --why`.
    """
    from tcsg.output import history
    from tcsg.output.show import as_json, as_text

    desk, screen = open_desk(context), terminal(context)
    ledger, found, mentions = _told(desk, ids, why=why)
    if json:
        write(as_json(found, desk.today, mentions, ledger))
        return
    directory = desk.directory(ledger)
    jump = jump_to(desk.workspace.root, screen)
    ascii_only = not screen.shows(history.GLYPHS)
    for n, action in enumerate(found):
        links = [k for k in mentions if k.action == action.id]
        text = as_text(
            action, links, ledger, directory, desk.today, why=why, width=screen.prose, color=screen.color, ascii_only=ascii_only, jump=jump
        )
        write(("\n" if n else "") + text)


def _told(desk: Desk, ids: list[str], *, why: bool) -> tuple[Ledger, list[Action], tuple[Link, ...]]:
    """The ledger, the actions of these ids as typed, and their mentions at least; the grounds for `why` take all minutes."""
    if not why and desk.is_certain and desk.stored is not None:
        found = [wanted(desk.stored, typed) for typed in ids]
        if (few := few_links(desk, [action.id for action in found])) is not None:
            return desk.stored, found, few
    carried = desk.carried(strict=False)[1]
    desk.keep_settled(carried)
    ledger = desk.stored if desk.is_current and desk.stored else carried.ledger
    return ledger, [wanted(ledger, typed) for typed in ids], carried.links
