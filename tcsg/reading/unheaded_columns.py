"""Lists of actions typed in columns without a header: `7/1  Ann   Oil the crane   Done` above `7/2  Bo    Paint the slip  Open`.

What each column holds is told by its cells: numbers, people, how far it is, till when; the longest is what is to be done.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.by_line import heads_lines, is_opening_line, part_of
from tcsg.reading.dates import Calendar
from tcsg.reading.markdown import Item, Shape
from tcsg.reading.naming import INITIALS, NAME_WORD, is_group, split_owners
from tcsg.reading.notes import time_alone
from tcsg.reading.rows import names_columns
from tcsg.reading.status import read_status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tcsg.reading.names import Names

_GAP = late.compile(r" {2,}|\t+ *")
_MARKED = late.compile(r"(?:actions?|ai|ap|item|task)[ #.-]{0,2}(?=\S{0,6}\d)", re.IGNORECASE)
_NUMBER = late.compile(r"(?=\D{0,8}\d)[#\w]{0,6}[\d.)/#-]{1,10}:?$")
_ASIDE = late.compile(r"\s\([^()]{1,40}\)$")
_ANY_DAY = Calendar(None)
_FEWEST = 2
"""Lines of such a list."""
_LEAST = 3
"""Columns: of two, the words and whose they are, others know more."""


def with_columns(items: Sequence[Item], names: Names) -> tuple[Item, ...]:
    """The items with the lines of each such list, right below a title of actions, as rows of a table."""
    out: list[Item] = []
    n = 0
    while n < len(items):
        head: Sequence[Item] = items[n : n + 1]
        rows: tuple[Item, ...] = ()
        end = n + 1
        if items[n].shape is Shape.LINE and len(items[n].lines) > 1 and all(items[n].lines):
            own = int(is_opening_line(items[n].lines[0], names))
            if own or (out and heads_lines(out[-1], names)):
                head, rows = (part_of(items[n], 0, 1),) * own, _of_lines(items[n], own, names)
        elif _begins_unheaded(items[n]) and out and heads_lines(out[-1], names):
            end = next((k for k in range(end, len(items)) if items[k].header != items[n].cells), len(items))
            head, rows = (), _under_header(items[n:end], names)
        out += (*head, *rows) if rows else items[n:end]
        n = end
    return tuple(out)


def _begins_unheaded(item: Item) -> bool:
    """Whether a row is the first of those that blanks part, and names no columns."""
    return item.shape is Shape.ROW and item.header == () and "|" not in item.lines[0] and len(item.cells) >= _LEAST and not names_columns(item.cells)


def _of_lines(item: Item, head: int, names: Names) -> tuple[Item, ...]:
    """The rows that the lines of a paragraph are behind its title, if all have their cells at the same places."""
    parted = [_cells(line) for line in item.lines[head:]]
    if len({tuple(at for at, _ in cells) for cells in parted}) != 1 or len(parted[0]) < _LEAST:
        return ()
    first = item.line + head
    table = [tuple(words for _, words in cells) for cells in parted]
    rows = [
        replace(item, shape=Shape.ROW, line=first + n, end=first + n, lines=(" | ".join(cells),), cells=cells, gap=False)
        for n, cells in enumerate(table)
    ]
    return _under_header(rows, names)


def _under_header(rows: Sequence[Item], names: Names) -> tuple[Item, ...]:
    """Rows with the header that they would have; nothing where their cells do not tell."""
    if len(rows) < _FEWEST or len({len(row.cells) for row in rows}) != 1:
        return ()
    header = _header([*zip(*(row.cells for row in rows), strict=True)], names)
    return tuple(replace(row, header=header) for row in rows) if header is not None else ()


def _cells(line: str) -> list[tuple[int, str]]:
    """Column and words of each cell of a line."""
    line = line.expandtabs(8)
    starts = [0, *(gap.end() for gap in _GAP.finditer(line.rstrip()))]
    ends = [*(gap.start() for gap in _GAP.finditer(line.rstrip())), len(line)]
    return [(start, line[start:end].strip()) for start, end in zip(starts, ends, strict=True)]


def _header(columns: Sequence[Sequence[str]], names: Names) -> tuple[str, ...] | None:
    """What the columns would be called; None where none holds people or none is left for the tasks."""
    kinds: dict[str, Callable[[str], bool]] = {
        "No.": lambda cell: _NUMBER.match(_MARKED.sub("", cell, count=1)) is not None,
        "Who": lambda cell: _are_owners(cell, names),
        "Status": lambda cell: read_status(_ASIDE.sub("", cell), names.idiom) is not None,
        "When": lambda cell: time_alone(cell, _ANY_DAY) is not None,
    }
    header: list[str] = []
    for cells in columns:
        header.append(next((kind for kind, tells in kinds.items() if kind not in header and _most(cells, tells)), ""))
    left = [n for n, kind in enumerate(header) if not kind]
    if "Who" not in header or not left:
        return None
    task = max(left, key=lambda n: sum(map(len, columns[n])))
    return tuple("Action" if n == task else kind for n, kind in enumerate(header))


def _most(cells: Sequence[str], tells: Callable[[str], bool]) -> bool:
    return 3 * sum(map(tells, cells)) >= 2 * len(cells)


def _are_owners(cell: str, names: Names) -> bool:
    owners = split_owners(cell, names)
    return bool(owners) and all(names.knows(o) or is_group(o) or INITIALS.match(o) or (not names.full and NAME_WORD.match(o)) for o in owners)
