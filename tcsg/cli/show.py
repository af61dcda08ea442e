"""`tcsg show`: one action, and every place in the minutes that names it."""

from __future__ import annotations

from typing import Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import open_desk
from tcsg.cli.jump import jump_to
from tcsg.cli.terminal import terminal, write
from tcsg.ledger.query import wanted


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
    _, carried = desk.carried(strict=False)
    ledger = desk.stored if desk.is_current and desk.stored else carried.ledger
    found = [wanted(ledger, typed) for typed in ids]
    if json:
        write(as_json(found, desk.today, carried.links, ledger))
        return
    directory = desk.directory(ledger)
    jump = jump_to(desk.workspace.root, screen)
    ascii_only = not screen.shows(history.GLYPHS)
    for n, action in enumerate(found):
        links = [k for k in carried.links if k.action == action.id]
        text = as_text(
            action, links, ledger, directory, desk.today, why=why, width=screen.prose, color=screen.color, ascii_only=ascii_only, jump=jump
        )
        write(("\n" if n else "") + text)
