"""Tables of plain text: columns parted by runs of blanks or by tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tcsg import late
from tcsg.reading.rows import names_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Rows: TypeAlias = "dict[int, tuple[tuple[str, ...], tuple[str, ...]]]"
"""Rows by the number of their line from 0: the header's cells, none for the header's own row, and the row's."""

_CELL = late.compile(r"\S+(?: \S+)*")
_DASHES = late.compile(r":?-{1,200}:?$")
_ID = late.compile(r"(?:#|A[IP]?[-.]?)\d{1,4}(?:[-./]\d{1,4}){0,3}\.?$|\d{1,4}(?:[-./]\d{1,4}){1,3}$")
"""The number of an action, which no column is called: the first row of such a table is as the others."""
_MARKED = late.compile(r"(?:[\d./-]{6,10}\s)?(?:ACTION|TODO|TASK|AI|AP):?$")
"""A mark at the head of a line, whose owners and words stand in columns: no row of a table."""
_INITIALS = late.compile(r"[A-Z]{2,4}(?:[/,&+ ]{1,3}[A-Z]{2,4}){0,4}$")
_UNEVEN = 2
"""Cells that the rule below a header may have more or fewer."""
_LEAST = 3
"""Columns that make lines a table; two are as often a name and a role."""


def drawn_rows(lines: Sequence[str]) -> tuple[Rows, frozenset[int]]:
    """The rows of all such tables, and the lines that are only drawing."""
    rows: Rows = {}
    hidden: set[int] = set()
    n = 0
    while n < len(lines):
        end, line = n + 1, lines[n]
        if "|" in line and ((ruled := _is_piped(lines, n)) or _is_bare(lines, n)):
            while end < len(lines) and "|" in lines[end]:
                end += 1
            rows.update(_pipes(lines, n, end))
            hidden |= {n + 1} if ruled else set()
        elif ("  " in line or "\t" in line) and _is_head(lines, n):
            while end < len(lines) and lines[end].strip():
                end += 1
            rows.update(_columns(lines, n, end, hidden))
        n = end
    return rows, frozenset(hidden)


def _is_piped(lines: Sequence[str], n: int) -> bool:
    """Whether a line is the header of a table with pipes that is none in CommonMark: right below a list, or with a rule of other cells."""
    if n + 1 >= len(lines):
        return False
    head, below = _between(lines[n]), _between(lines[n + 1])
    return len(head) > 1 < len(below) and abs(len(head) - len(below)) <= _UNEVEN and all(_DASHES.match(cell) for cell in below)


def _between(line: str) -> tuple[str, ...]:
    """The words between the pipes of a line."""
    return tuple(cell.strip() for cell in line[:4096].strip().strip("|").split("|"))


def _is_bare(lines: Sequence[str], n: int) -> bool:
    """Whether a line names the columns of a table with bars only between its cells, and no dashes below: `Action | Who`."""
    if n + 1 >= len(lines) or (n and "|" in lines[n - 1]) or lines[n].lstrip()[:1] in ("|", "-", "*", "#", ">"):
        return False
    head, below = _between(lines[n]), _between(lines[n + 1])
    return 1 < len(head) == len(below) and all(head) and names_columns(head) and not any(_DASHES.match(cell) for cell in below)


def _pipes(lines: Sequence[str], start: int, end: int) -> Rows:
    header = _between(lines[start])
    rows: Rows = {start: ((), header)}
    rows.update((n, (header, (*_between(lines[n]), *[""] * len(header))[: len(header)])) for n in range(start + 1, end))
    return rows


def _is_head(lines: Sequence[str], n: int) -> bool:
    """Whether a line may be the header of a table: cells parted by runs of blanks or tabs, with a row below."""
    line = lines[n]
    if "|" in line or line.lstrip()[:1] == "`" or n + 1 >= len(lines) or not lines[n + 1].strip():
        return False
    if (n and lines[n - 1].strip()) or line.split("  ", 1)[0].rstrip().endswith(":"):
        return False  # `Participants:  AB  Ann Berg` heads people
    cells = [cell for _, cell in _cells(line)]
    return len(cells) >= _LEAST and (_MARKED.match(cells[0]) is None or names_columns(cells[1:]))


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """Column and words of each cell."""
    line = line[:4096]
    if "\t" in line:
        yield from ((n, cell.strip()) for n, cell in enumerate(line.strip("\r\n").split("\t")))
    else:
        yield from ((match.start(), match[0]) for match in _CELL.finditer(line))


def _columns(lines: Sequence[str], start: int, end: int, hidden: set[int]) -> Rows:
    """The rows of a table whose cells all stand below a cell of the header; none when one stands elsewhere."""
    head = list(_cells(lines[start]))
    columns = [column for column, _ in head]
    told = tuple(cell for _, cell in head)
    header = ("",) * len(told) if not names_columns(told) and (_ID.match(told[0]) or any(map(_INITIALS.match, told))) else told
    rows: Rows = {start: (() if header is told else header, told)}
    more: set[int] = set()
    for n in range(start + 1, end):
        cells = list(_cells(lines[n]))
        if set("".join(cell for _, cell in cells)) <= set("-=_"):
            continue
        if cells and cells[0][0] != columns[0] and len(cells) == 1 and cells[0][0] in columns and len(rows) > 1:
            last, at = max(rows), columns.index(cells[0][0])  # the cell above goes on
            rows[last] = (header, tuple(f"{cell} {cells[0][1]}" if k == at else cell for k, cell in enumerate(rows[last][1])))
            more.add(n)
            continue
        if len(cells) < 2 or any(column not in columns for column, _ in cells) or ("\t" in lines[n]) is not ("\t" in lines[start]):
            return {}
        found = dict(cells)
        rows[n] = (header, tuple(found.get(column, "") for column in columns))
    hidden |= more
    return rows if len(rows) > 1 else {}
