"""A page of the manual as rich sets it at a terminal."""

from __future__ import annotations

import io


def markdown(text: str, *, width: int, color: bool) -> str:
    """A page of Markdown with headings and tables."""
    from rich.console import Console
    from rich.markdown import Markdown
    from rich.theme import Theme

    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=color, color_system="standard" if color else None, no_color=not color,
        markup=False, emoji=False, highlight=False, legacy_windows=False, soft_wrap=False, theme=Theme(_STYLES),
    )  # fmt: skip
    # Examples as plain text: colors of their own are made for one background, and vanish on another.
    console.print(Markdown(text.replace("```console", "```text"), code_theme="ansi_light"))
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


_STYLES = {"markdown.code": "bold", "markdown.h2": "bold", "markdown.h3": "bold", "markdown.link": "underline", "markdown.link_url": "underline"}
"""Of rich's own styles for a page some are made for a black background, and some for a white one."""
