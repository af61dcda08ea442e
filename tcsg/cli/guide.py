"""`tcsg guide`: the manual."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.terminal import terminal, write
from tcsg.errors import UsageError
from tcsg.output.text import columns

_SETTINGS = re.compile(r"^<!-- .* -->\n\n?", re.MULTILINE)
"""Comments in the pages that only their test reads."""


def guide(
    context: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="TOPIC", help="A page of the manual; without it, the list of pages.", autocompletion=complete.pages)
    ] = None,
) -> None:
    """Read the manual.

    In the terminal it is set with headings and tables; without a topic, its pages are listed.
    """
    from tcsg.workspace import guide_pages

    pages = guide_pages()
    if topic is None:
        titles = ((name, text.partition("\n")[0].strip("# ").replace("`", "")) for name, text in pages.items())
        write(columns(titles, max(map(len, pages)) + 2, width=terminal(context).prose))
        return
    found = [name for name in pages if name.startswith(topic.casefold())]
    if len(found) != 1:
        raise UsageError(f"the manual has no page {topic!r}; there are {', '.join(pages)}")
    _page(context, pages[found[0]])


def explain(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code in brackets behind a finding.", autocompletion=complete.codes)],
) -> None:
    """Explain a finding of `tcsg check`: what, why, how to mend it, how to silence it."""
    from tcsg.checks.check import known_code
    from tcsg.workspace import finding_page

    _page(context, finding_page(known_code(code)))


def _page(context: typer.Context, text: str) -> None:
    screen = terminal(context)
    if not screen.interactive:
        write(_SETTINGS.sub("", text))
        return
    from tcsg.output.manual import markdown

    write(markdown(_SETTINGS.sub("", text), width=min(screen.width, 100), color=screen.color))
