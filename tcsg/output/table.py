"""Actions and mentions as tables for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Status
from tcsg.output.drawing import Column, Table, render, styled
from tcsg.output.text import clean, count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tcsg.ledger.query import Row
    from tcsg.model import Mention, Minutes
    from tcsg.output.drawing import Piece, Words
    from tcsg.output.text import Jump


def as_table(rows: Sequence[Row], caption: str, today: date, *, width: int, color: bool, links: Mapping[str, str] | None = None) -> str:
    """Actions below each other with what matters first; on a narrow terminal each takes a few lines instead of columns.

    `links` has the address to which an id leads.

    No column is ever cut: what is long goes on in the next line.
    """
    head = [styled(caption, "bold")] if caption else []
    if width < _narrowest(rows):
        return render(*head, *[part for row in rows for part in _stacked(row, today, links or {})], width=width, color=color)
    roomy = width >= ROOMY
    columns = (
        Column("Id", whole=True),
        Column("Due", most=None if roomy else _DUE),
        Column("Owners", most=2 * _OWNERS if roomy else _OWNERS),
        Column("Action"),
    )
    lines: list[tuple[Words, ...]] = []
    for n, row in enumerate(rows):
        if row.via is not None and (n == 0 or rows[n - 1].via is None):
            lines.append((styled(""), styled(""), styled(""), styled("as a member of a group", "dim italic")))
        lines.append(_cells(row, today, links or {}, roomy=roomy))
    return render(*head, *([Table(columns, tuple(lines))] if rows else []), width=width, color=color)


ROOMY = 110
"""Columns from which on the days and owners need not be wrapped for the action's sake."""
_DUE, _OWNERS = 16, 16
"""Columns that `2020-01-31 (in 14 days)` takes on two lines, and that owners take at most beside a short line of action."""


def _narrowest(rows: Sequence[Row]) -> int:
    """The columns below which a table would leave the words of the actions too little room."""
    return max((len(row.action.id) for row in rows), default=0) + _DUE + _OWNERS + 6 + 27


def minutes_table(minutes: Sequence[Minutes], *, width: int, color: bool, jump: Jump | None = None) -> str:
    """What was read in minutes files, a table a file with the place, the owners, the due phrase and the words of each mention."""
    parts: list[Piece] = []
    columns = (
        Column("Line", right=True, whole=True),
        Column("Status", whole=True),
        Column("Due", whole=True),
        Column("Owners", most=24),
        Column("Action"),
    )
    for one in minutes:
        number = f"meeting {one.meeting}, " if one.meeting else ""
        parts.append(styled(f"{one.path}: {number}{one.day or 'no date'}, {count(len(one.mentions), 'mention')}", "bold"))
        rows = tuple(_mention(m, jump(one.path, m.line) if jump else None) for m in one.mentions)
        parts += [Table(columns, rows)] if rows else []
    return render(*parts, width=width, color=color)


def _mention(m: Mention, link: str | None) -> tuple[Words, ...]:
    again = f" (restates line {m.restates})" if m.restates else ""
    return (
        styled(str(m.line), link=link),
        styled(str(m.status) + ("" if m.certain else "?")),
        styled(str(m.due.day or m.due.words) if m.due else "–"),
        styled(", ".join(m.owners) or "nobody"),
        styled(m.text + again),
    )


def _cells(row: Row, today: date, links: Mapping[str, str], *, roomy: bool) -> tuple[Words, ...]:
    action = row.action
    words, style = due_words(row, today)
    day, _, distance = (words, "", "") if roomy or not action.due else words.partition(" ")
    return (
        styled(action.id, "bold", link=links.get(action.id)),
        styled(day, style).above(styled(distance, style)) if distance else styled(day, style),
        styled(", ".join(action.owners) or "nobody", "" if action.owners else "magenta"),
        _text(row),
    )


def _text(row: Row) -> Words:
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


def _stacked(row: Row, today: date, links: Mapping[str, str]) -> tuple[Words, ...]:
    """An action as paragraphs: an empty line, id and owners, the day if there is one, the words."""
    words, style = due_words(row, today)
    owners = styled(f"  {', '.join(row.action.owners) or 'nobody'}{' (group)' if row.via else ''}")
    head = styled(row.action.id, "bold", link=links.get(row.action.id)) + owners
    return styled(""), head, *([styled(words, style)] if words != "–" else []), _text(row)
