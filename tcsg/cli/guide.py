"""`tcsg guide`: the manual."""

from __future__ import annotations

from typing import Annotated

import typer

from tcsg.cli.terminal import terminal, write
from tcsg.errors import UsageError


def guide(
    context: typer.Context,
    topic: Annotated[str | None, typer.Argument(metavar="TOPIC", help="A page of the manual; without it, the list of pages.")] = None,
) -> None:
    """Read the manual in the terminal; without a topic, the list of its pages."""
    from tcsg.workspace import guide_pages

    pages = guide_pages()
    if topic is None:
        write("".join(f"{name:<14}{text.lstrip('# ').splitlines()[0]}\n" for name, text in pages.items()))
        return
    found = [name for name in pages if name.startswith(topic.casefold())]
    if len(found) != 1:
        raise UsageError(f"the manual has no page {topic!r}; there are {', '.join(pages)}")
    screen = terminal(context)
    if not screen.interactive:
        write(pages[found[0]])
        return
    from tcsg.output.table import markdown

    write(markdown(pages[found[0]], width=min(screen.width, 100), color=screen.color))
