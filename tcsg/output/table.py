"""Tables and headings for people at a terminal; the only file that knows rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Status
from tcsg.output.text import clean, count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import IO

    from rich.console import Console, RenderableType
    from rich.text import Text

    from tcsg.ledger.query import Row
    from tcsg.model import Minutes


def render(*parts: RenderableType, width: int, color: bool) -> str:
    """What rich makes of its parts at a width; markup, emoji codes and highlighting are off, since the text is not ours."""
    # Lazy: rich is half of the start-up time of a table, and none of a list's.
    import io

    out = io.StringIO()
    console = _console(out, width, color=color)
    for part in parts:
        console.print(part)
    return out.getvalue()


def _console(out: IO[str], width: int, *, color: bool) -> Console:
    from rich.console import Console

    return Console(
        file=out, width=width, force_terminal=color, color_system="standard" if color else None, no_color=not color,
        markup=False, emoji=False, highlight=False, legacy_windows=False, soft_wrap=False,
    )  # fmt: skip


def styled(text: str, style: str = "") -> Text:
    """The text as rich takes it, made safe."""
    from rich.text import Text

    return Text(clean(text), style=style)


def as_table(rows: Sequence[Row], caption: str, today: date, *, width: int, color: bool) -> str:
    """Actions below each other with what matters first; on a narrow terminal each takes a few lines instead of columns."""
    from rich.table import Table

    own, theirs = [r for r in rows if r.via is None], [r for r in rows if r.via is not None]
    head = styled(caption, "bold")
    if width < 60:
        return render(head, *[part for row in rows for part in _stacked(row, today)], width=width, color=color)
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False, header_style="dim")
    for name in ("Id", "Due", "Owners"):
        table.add_column(name, no_wrap=True, overflow="ellipsis", max_width=24 if name == "Owners" else None)
    table.add_column("Action", ratio=1, overflow="fold")
    for row in own:
        table.add_row(*_cells(row, today))
    if theirs:
        table.add_row("", "", "", styled("as a member of a group", "dim italic"))
        for row in theirs:
            table.add_row(*_cells(row, today))
    return render(head, *([table] if rows else []), width=width, color=color)


def minutes_table(minutes: Sequence[Minutes], *, width: int, color: bool) -> str:
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
                str(m.line), str(m.status) + ("" if m.certain else "?"), styled(due), styled(", ".join(m.owners) or "nobody"), styled(m.text + again)
            )
        parts += [table] if one.mentions else []
    return render(*parts, width=width, color=color)


def markdown(text: str, *, width: int, color: bool) -> str:
    """A page of Markdown as rich draws it."""
    from rich.markdown import Markdown

    return render(Markdown(text), width=width, color=color)


def _cells(row: Row, today: date) -> tuple[Text, ...]:
    action = row.action
    words, style = due_words(row, today)
    return (
        styled(action.id, "bold"),
        styled(words, style),
        styled(", ".join(action.owners) or "nobody", "" if action.owners else "yellow"),
        _text(row),
    )


def _text(row: Row) -> Text:
    closed = row.action.status is not Status.OPEN
    return styled(row.action.text, "dim" if closed else "")


def due_words(row: Row, today: date) -> tuple[str, str]:
    """When an action is due as a person would say it, and the style that goes with it."""
    action = row.action
    if action.status is not Status.OPEN:
        return f"{action.status} {action.closed or ''}".strip(), "green" if action.status is Status.DONE else "dim"
    if row.days_late is not None:
        return f"{action.due} ({count(row.days_late, 'day')} late)", "bold red"
    if action.due is None:
        return clean(action.due_words or "–"), "dim"
    ahead = (action.due - today).days
    return f"{action.due}" + (" (today)" if ahead == 0 else f" (in {count(ahead, 'day')})" if ahead <= 14 else ""), "yellow" if ahead <= 14 else ""


def _stacked(row: Row, today: date) -> tuple[Text, ...]:
    words, style = due_words(row, today)
    head = styled(row.action.id, "bold")
    head.append(f"  {clean(', '.join(row.action.owners) or 'nobody')}{' (group)' if row.via else ''}")
    line = styled(words, style)
    return head, *([line] if words != "–" else []), _text(row), styled("")
