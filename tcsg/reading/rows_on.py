"""Tables whose header stands elsewhere than in their first line: below a title of the table, or before the blank line that parts them.

`| Actions | | |` above `| What | Who | When |`; and rows behind the end of a page that go on with the columns of those before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.reading.markdown import Shape
from tcsg.reading.rows import names_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.markdown import Item

_BAR = "|"


def with_rows_on(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with each row below the header that names its columns."""
    out: list[Item] = []
    header: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    for item in items:
        row = _as_row(item) if out and out[-1].shape is Shape.ROW and _is_bare_row(item) else item
        if row.shape is not Shape.ROW or not row.header:
            header, title = row.cells, ()
        elif title and row.header == title:
            row = replace(row, header=header)
        elif _is_title(row) and _heads(row.cells):
            header, title = row.cells, row.header
            row = replace(row, header=())
        elif any(row.header):
            header = row.header
        elif len(header) == len(row.cells) and _heads(header) and (not row.gap or _tells(row.cells)):
            row = replace(row, header=header)
        else:
            row, header = item, ()
        out.append(row)
    return tuple(out)


def _is_title(row: Item) -> bool:
    """Whether the header of a table is only its title, in one cell or the same in all."""
    return len(row.cells) > 1 and len({*filter(None, row.header)}) == 1


def _heads(cells: Sequence[str]) -> bool:
    """Whether cells name the columns of a table of actions."""
    return len([cell for cell in cells if cell]) > 1 and names_columns(cells)


def _tells(cells: Sequence[str]) -> bool:
    """Whether the first row behind a blank line holds words, and no names of other columns."""
    return any(" " in cell for cell in cells)


def _is_bare_row(item: Item) -> bool:
    """Whether a line is one row of cells between bars, which is no table of its own."""
    line = item.lines[0] if item.shape is Shape.LINE and len(item.lines) == 1 else ""
    return line[:1] == line[-1:] == _BAR and line.count(_BAR) > 2


def _as_row(item: Item) -> Item:
    """Such a line as a row that is below no header."""
    cells = tuple(cell.strip() for cell in item.lines[0][1:-1].split(_BAR))
    return replace(item, shape=Shape.ROW, cells=cells, header=("",) * len(cells))
