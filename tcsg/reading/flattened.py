"""Tables of which only the cells are left, one below the other, as what is pasted from a document or a page often is.

`Action`, `Owner` and `Status` stand on lines or in paragraphs of their own, and below them the cells, row by row.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tcsg.frozen import frozen, replace
from tcsg.reading.blocks import looks_like_action
from tcsg.reading.dates import Calendar
from tcsg.reading.due import read_due
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.text import has_digit
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.names import Names

_TITLE = 30
"""Characters of the title of a column."""
_MOST = 6
"""Columns of such a table."""
_CELL = 300
"""Characters of a cell."""
_LONGEST = 600
"""Lines of such a table."""
_NUMBER = 8
"""Characters of the number of an action."""
_ANY_DAY = Calendar(None)


@frozen
class _Line:
    """A paragraph of one line, or one line of a paragraph."""

    item: Item
    at: int

    @property
    def text(self) -> str:
        """Its words."""
        return plain(self.item.lines[self.at])

    @property
    def alone(self) -> Item:
        """It as a paragraph of its own."""
        line = self.item.line + self.at
        return replace(self.item, line=line, end=line, lines=(self.item.lines[self.at],), gap=self.item.gap and self.at == 0)


def unflattened(items: Sequence[Item], names: Names) -> tuple[Item, ...]:
    """The items with the cells of such tables put together as rows; the title of the first column stays, as that of the list."""
    out: list[Item] = []
    n = 0
    while n < len(items):
        found = _table(items, n, names) if _is_title(items[n]) else None
        if found is None:
            out.append(items[n])
            n += 1
        else:
            out += found[0]
            n = found[1]
    return tuple(out)


def _is_title(item: Item) -> bool:
    return item.shape is Shape.LINE and bool(item.lines) and len(item.lines[0]) <= _TITLE and not item.boxed


def _table(items: Sequence[Item], n: int, names: Names) -> tuple[list[Item], int] | None:
    """The items that a table beginning at `n` is, and the next behind it; None when none begins there."""
    kinds: list[str] = []
    for line in _lines(items, n, _MOST):
        if (kind := _kind(line, names)) is None:
            break
        kinds.append(kind)
    tasks = kinds.count("action") or kinds.count("text")
    if len(kinds) < 2 or tasks != 1 or not {"owner", "due", "status"} & {*kinds}:
        return None
    lines = _lines(items, n, _LONGEST)
    rows: list[Item] = []
    at = len(kinds)
    while at + len(kinds) <= len(lines) and _is_row(lines[at : at + len(kinds)], kinds, names):
        rows.append(_row(lines[: len(kinds)], lines[at : at + len(kinds)]))
        at += len(kinds)
    if len(rows) < (2 if len(kinds) == 2 else 1):
        return None
    title = [lines[kinds.index("action")].alone] if "action" in kinds else []
    if len(items[n].lines) == 1:
        return [*title, *rows], n + at
    rest = replace(items[n], line=items[n].line + at, lines=items[n].lines[at:])
    return [*title, *rows, *([rest] if rest.lines else [])], n + 1


def _row(header: Sequence[_Line], cells: Sequence[_Line]) -> Item:
    first, words = cells[0].alone, tuple(cell.item.lines[cell.at] for cell in cells)
    titles = tuple(line.text for line in header)
    return Item(Shape.ROW, first.line, cells[-1].alone.line, (" | ".join(words),), first.indent, quote=first.quote, header=titles, cells=words)


def _lines(items: Sequence[Item], n: int, most: int) -> list[_Line]:
    """The lines of the paragraph at `n`, or the paragraphs of one line from there on, as far as somebody asks."""
    if len(items[n].lines) > 1:
        return [_Line(items[n], k) for k in range(min(most, len(items[n].lines)))]
    run = takewhile(
        lambda it: it.shape is Shape.LINE and len(it.lines) == 1 and not it.boxed, map(items.__getitem__, range(n, min(n + most, len(items))))
    )
    return [_Line(item, 0) for item in run]


def _kind(line: _Line, names: Names) -> str | None:
    """What the column holds whose title a line is."""
    text = line.text
    if len(text) > _TITLE or ":" in text[:-1]:
        return None
    from tcsg.reading.column_heads import column_kind  # lazy: few pages have so short lines, or a table

    return "number" if text.casefold().strip(" .:") in w.TABLE_NUMBER else column_kind(text, names.idiom)


def _is_row(cells: Sequence[_Line], kinds: Sequence[str], names: Names) -> bool:
    """Whether as many lines as there are columns can be one row."""
    return all(_fits(cell, kind, names, sole=len(kinds) == 2) for cell, kind in zip(cells, kinds, strict=True))


def _fits(cell: _Line, kind: str, names: Names, *, sole: bool) -> bool:
    """Whether a line can be a cell of such a column; beside a `sole` other an action has to read as one, and a status may be told freely."""
    text = cell.text
    if not text or len(text) > _CELL:
        return False
    orders = looks_like_action(cell.alone, names) or starts_with_verb(text)
    if text in "-–—?":
        return kind != "action"
    if kind == "owner":
        return bool(split_owners(text, names))
    if kind == "number":
        return len(text) <= _NUMBER and has_digit(text)
    if kind == "due":
        return read_due(text, _ANY_DAY) is not None or has_digit(text)
    if kind == "status":
        from tcsg.reading.outcome import read_outcome  # lazy: few minutes hold such a table

        return read_outcome(text, "", names.idiom) is not None or (sole and not orders)
    return orders if sole else len(text.split()) > 1
