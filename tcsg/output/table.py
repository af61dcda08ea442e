"""Tables and headings for people at a terminal; the only file that knows rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Status
from tcsg.output.text import clean, count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import IO

    from rich.console import Console, RenderableType
    from rich.text import Text

    from tcsg.ledger.query import Row
    from tcsg.model import Minutes
    from tcsg.output.text import Jump


def render(*parts: RenderableType, width: int, color: bool) -> str:
    """What rich makes of its parts at a width; markup, emoji codes and highlighting are off, since the text is not ours."""
    # Lazy: rich is half of the start-up time of a table, and none of a list's.
    import io

    out = io.StringIO()
    console = _console(out, width, color=color)
    for part in parts:
        console.print(part)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _console(out: IO[str], width: int, *, color: bool) -> Console:
    from rich.console import Console
    from rich.theme import Theme

    return Console(
        file=out, width=width, force_terminal=color, color_system="standard" if color else None, no_color=not color,
        markup=False, emoji=False, highlight=False, legacy_windows=False, soft_wrap=False, theme=Theme(_STYLES),
    )  # fmt: skip


_STYLES = {"markdown.code": "bold", "markdown.h2": "bold", "markdown.h3": "bold", "markdown.link": "underline", "markdown.link_url": "underline"}
"""Of rich's own styles for a page some are made for a black background, and some for a white one."""


def styled(text: str, style: str = "", *, link: str | None = None) -> Text:
    """The text as rich takes it, made safe; with a link it leads there."""
    from rich.style import Style
    from rich.text import Text

    return Text(clean(text), style=Style.parse(style).update_link(link) if link else style)


def as_table(rows: Sequence[Row], caption: str, today: date, *, width: int, color: bool, links: Mapping[str, str] | None = None) -> str:
    """Actions below each other with what matters first; on a narrow terminal each takes a few lines instead of columns.

    `links` has the address to which an id leads.

    No column is ever cut: what is long goes on in the next line.
    """
    from rich.table import Table

    head = [styled(caption, "bold")] if caption else []
    if width < _narrowest(rows):
        return render(*head, *[part for row in rows for part in _stacked(row, today, links or {})], width=width, color=color)
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False, header_style="dim")
    table.add_column("Id", no_wrap=True)
    table.add_column("Due", max_width=_DUE if width < ROOMY else None)
    table.add_column("Owners", max_width=_OWNERS if width < ROOMY else 2 * _OWNERS)
    table.add_column("Action", ratio=1, overflow="fold")
    for n, row in enumerate(rows):
        if row.via is not None and (n == 0 or rows[n - 1].via is None):
            table.add_row("", "", "", styled("as a member of a group", "dim italic"))
        table.add_row(*_cells(row, today, links or {}, roomy=width >= ROOMY))
    return render(*head, *([table] if rows else []), width=width, color=color)


ROOMY = 110
"""Columns from which on the days and owners need not be wrapped for the action's sake."""
_DUE, _OWNERS = 16, 16
"""Columns that `2020-01-31 (in 14 days)` takes on two lines, and that owners take at most beside a short line of action."""


def _narrowest(rows: Sequence[Row]) -> int:
    """The columns below which a table would leave the words of the actions too little room."""
    return max((len(row.action.id) for row in rows), default=0) + _DUE + _OWNERS + 6 + 27


def minutes_table(minutes: Sequence[Minutes], *, width: int, color: bool, jump: Jump | None = None) -> str:
    """What was read in minutes files, a table a file with the place, the owners, the due phrase and the words of each mention."""
    from rich.table import Table

    parts: list[RenderableType] = []
    for one in minutes:
        number = f"meeting {one.meeting}, " if one.meeting else ""
        parts.append(styled(f"{one.path}: {number}{one.day or 'no date'}, {count(len(one.mentions), 'mention')}", "bold"))
        table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False, header_style="dim")
        for name in ("Line", "Status", "Due", "Owners"):
            table.add_column(
                name, no_wrap=name != "Owners", max_width=24 if name == "Owners" else None, justify="right" if name == "Line" else "left"
            )
        table.add_column("Action", ratio=1, overflow="fold")
        for m in one.mentions:
            due = str(m.due.day or m.due.words) if m.due else "–"
            again = f" (restates line {m.restates})" if m.restates else ""
            table.add_row(
                styled(str(m.line), link=jump(one.path, m.line) if jump else None),
                str(m.status) + ("" if m.certain else "?"),
                styled(due),
                styled(", ".join(m.owners) or "nobody"),
                styled(m.text + again),
            )
        parts += [table] if one.mentions else []
    return render(*parts, width=width, color=color)


def markdown(text: str, *, width: int, color: bool) -> str:
    """A page of Markdown as rich draws it."""
    from rich.markdown import Markdown

    # Examples as plain text: colors of their own are made for one background, and vanish on another.
    return render(Markdown(text.replace("```console", "```text"), code_theme="ansi_light"), width=width, color=color)


def _cells(row: Row, today: date, links: Mapping[str, str], *, roomy: bool) -> tuple[Text, ...]:
    action = row.action
    words, style = due_words(row, today)
    day, *distance = [words] if roomy or not action.due else words.split(" ", 1)
    return (
        styled(action.id, "bold", link=links.get(action.id)),
        styled(day, style).append("".join(f"\n{clean(part)}" for part in distance)),
        styled(", ".join(action.owners) or "nobody", "" if action.owners else "magenta"),
        _text(row),
    )


def _text(row: Row) -> Text:
    closed = row.action.status is not Status.OPEN
    return styled(row.action.text, "dim" if closed else "")


def due_words(row: Row, today: date) -> tuple[str, str]:
    """When an action is due as a person would say it, and the style that goes with it: one that shows on white and on black."""
    action = row.action
    if action.status is not Status.OPEN:
        return f"{action.status} {action.closed or ''}".strip(), "green" if action.status is Status.DONE else "dim"
    if row.days_late is not None:
        return f"{action.due} ({count(row.days_late, 'day')} late)", "bold red"
    if action.due is None:
        return clean(action.due_words or "–"), "dim"
    ahead = (action.due - today).days
    return f"{action.due}" + (" (today)" if ahead == 0 else f" (in {count(ahead, 'day')})" if ahead <= 14 else ""), "magenta" if ahead <= 14 else ""


def _stacked(row: Row, today: date, links: Mapping[str, str]) -> tuple[Text, ...]:
    """An action as paragraphs: an empty line, id and owners, the day if there is one, the words."""
    words, style = due_words(row, today)
    head = styled("").append_text(styled(row.action.id, "bold", link=links.get(row.action.id)))
    head.append(f"  {clean(', '.join(row.action.owners) or 'nobody')}{' (group)' if row.via else ''}")
    return styled(""), head, *([styled(words, style)] if words != "–" else []), _text(row)
