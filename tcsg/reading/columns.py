"""Tables of plain text: columns parted by runs of blanks or by tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from tcsg import late
from tcsg.reading.rows import names_columns, tells_task

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Rows: TypeAlias = "dict[int, tuple[tuple[str, ...], tuple[str, ...]]]"
"""Rows by the number of their line from 0: the header's cells, none for the header's own row, and the row's."""

_CELL = late.compile(r"\S+(?: \S+)*")
_DASHES = late.compile(r":?-{1,200}:?$")
_ID = late.compile(r"(?:#|A[IP]?[-.]?)\d{1,4}(?:[-./]\d{1,4}){0,3}\.?$|\d{1,4}(?:[-./]\d{1,4}){1,3}$")
"""The number of an action, which no column is called: the first row of such a table is as the others."""
_TITLE = late.compile(r"#{1,6}\s|(?:-{3,200}|={3,200})\s*$")
"""The end of a title."""
_OWNED = late.compile(r"\s*\S{1,20}\s+[*_]{0,2}(?:owners?|who|assignees?|assigned to|responsible)[*_]{0,2}\s?:[*_]{0,2}\s+\S", re.IGNORECASE)
"""The fields of a task that stands below them: `AI-12  Owner: Ann   Due: 3 May`."""
_FIELD = late.compile(
    r"[*_]{0,2}(?:status|state|stand|due(?: date)?|deadline|until|update|progress|notes?|comments?|frist|termin|fällig|échéance|statut|état)"
    r"[*_]{0,2}\s?:[*_]{0,2}\s+(?=\S)",
    re.IGNORECASE,
)
"""What tells of the row above, on a line of its own: `Status: closed`."""
_MARKED = late.compile(r"(?:[\d./-]{6,10}\s)?(?:ACTION|TODO|TASK|AI|AP):?$")
"""A mark at the head of a line, whose owners and words stand in columns: no row of a table."""
_INITIALS = late.compile(r"[A-Z]{2,4}(?:[/,&+ ]{1,3}[A-Z]{2,4}){0,4}$")
_SENTENCE = 7
"""Blanks between the words of a sentence."""
_ADDRESS = ("http://", "https://", "www.")
"""A line that is nothing but such an address is no row."""
_BESIDE = 4
"""Characters that a cell may begin beside its column."""
_UNEVEN = 2
"""Cells that the rule below a header may have more or fewer."""
_LONGEST = 4096
"""Characters of a line, or of a cell with which lines below go on."""
_LONGEST_NUMBER = 4
"""Digits of the number of an action."""
_LEAST = 3
"""Columns that make lines a table whatever they are called; two are as often a name and a role."""


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
            end += _gap(lines, n)
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
    return tuple(cell.strip() for cell in line[:_LONGEST].strip().strip("|").split("|"))


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
    if "|" in line or line.lstrip()[:1] == "`" or n + 1 >= len(lines) or not lines[n + 1 + _gap(lines, n)].strip():
        return False
    if line.split("  ", 1)[0].rstrip().endswith(":") or (":" in line and _OWNED.match(line)):
        return False  # `Participants:  AB  Ann Berg` heads people
    cells = [cell for _, cell in _cells(line.rstrip())]
    if n and lines[n - 1].strip() and not (_TITLE.match(lines[n - 1]) and cells and _ID.match(cells[0])):
        # right below a title a table may begin whose rows are numbered; below other words one that tabs part, whose header tells what it is
        return len(cells) >= _LEAST and "\t" in line and "\t" not in lines[n - 1] and "\t" in lines[n + 1] and all(cells) and names_columns(cells)
    if len(cells) < _LEAST:
        return len(cells) > 1 and all(names_columns((cell,)) for cell in cells)
    return _MARKED.match(cells[0]) is None or names_columns(cells[1:])


def _gap(lines: Sequence[str], n: int) -> int:
    """How many blank lines part the header at a line from its rows: one where tabs part its cells, it names columns, and the rows have as many."""
    tabs = lines[n].rstrip().count("\t")
    if tabs < _LEAST - 1 or n + 2 >= len(lines) or lines[n + 1].strip() or lines[n + 2].count("\t") not in range(1, tabs + 2):
        return 0
    return int(names_columns(cell for _, cell in _cells(lines[n].rstrip())))


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """Column and words of each cell."""
    line = line[:_LONGEST]
    if "\t" in line:
        yield from ((n, cell.strip()) for n, cell in enumerate(line.strip("\r\n").split("\t")))
    else:
        yield from ((match.start(), match[0]) for match in _CELL.finditer(line))


def _columns(lines: Sequence[str], start: int, end: int, hidden: set[int]) -> Rows:
    """The rows of a table whose cells all stand below a cell of the header; none when one stands elsewhere."""
    table = _untabbed(lines, start, end)
    tabbed = "\t" in table[start]
    head = list(_cells(table[start]))
    columns = [column for column, _ in head]
    told = tuple(cell for _, cell in head)
    numbered = _is_numbered(told)
    unheaded = not names_columns(told) and (numbered or any(map(_INITIALS.match, told)) or tells_task(told))
    header = ("",) * len(told) if unheaded else told
    rows: Rows = {start: (() if header is told else header, told)}
    more: set[int] = set()
    for n in range(start + 1, end):
        cells = list(_cells(table[n]))
        if not table[n].strip():
            continue
        if set("".join(cell for _, cell in cells)) <= set("-=_") or (len(cells) == 1 and cells[0][1].startswith(_ADDRESS)):
            continue
        if (at := _goes_on(table[n], cells, columns)) is not None and (len(rows) > 1 or header is not told):
            last, words = next(reversed(rows)), " ".join(cell for _, cell in cells)  # the cell above goes on
            rows[last] = (rows[last][0], tuple(f"{cell[:_LONGEST]} {words}" if k == at else cell for k, cell in enumerate(rows[last][1])))
            more.add(n)
            continue
        if numbered and len(cells) == len(head) and _is_numbered(tuple(cell for _, cell in cells)) and "\t" not in table[n]:
            cells = [(column, cell) for column, (_, cell) in zip(columns, cells, strict=True)]  # which may be as wide as their words
        if len(cells) == 1 and len(rows) > 1 and header is told and cells[0][1].count(" ") >= _SENTENCE:
            break  # words that follow the table
        if tabbed and "\t" not in table[n] and len(rows) > 1 and header is told and names_columns(told):
            break  # what follows the table, though no blank line parts them
        if (row := _row(table[n], cells, columns, titled=header is told and names_columns(told))) is None or tabbed is not ("\t" in table[n]):
            return {}
        rows[n] = (header, row)
    if len(rows) < 2 and not (numbered and more and header is not told):
        return {}
    hidden |= more
    return rows


def _untabbed(lines: Sequence[str], start: int, end: int) -> Mapping[int, str]:
    """The lines of a table by their numbers, with blanks for tabs where its header parts some cells by tabs and others by blanks."""
    head = lines[start].rstrip()
    mixed = "\t" in head and any("  " in cell.strip() for cell in head.split("\t"))
    return {n: line.expandtabs() if mixed else line for n, line in enumerate(lines[start:end], start)}


def _row(line: str, cells: Sequence[tuple[int, str]], columns: Sequence[int], *, titled: bool) -> tuple[str, ...] | None:
    """The words below each column; None where a cell stands below none.

    Where the columns have titles, a cell may begin a little beside its own, and a task may stand alone in the first one.
    """
    if len(cells) < 2 and not (titled and cells[0][0] == columns[0] and len(line.rstrip()) < columns[1]):
        return None
    found = dict(cells)
    for column in found.keys() - set(columns) if titled else ():
        near = [own for own in columns if abs(own - column) <= _BESIDE and own not in found]
        if near:
            found[near[0]] = found.pop(column)
    return tuple(found.get(column, "") for column in columns) if found.keys() <= set(columns) else None


def _is_numbered(cells: Sequence[str]) -> bool:
    """Whether the number of an action opens a row; a bare one does before several words, and may else be a year."""
    first, last = cells[0].rstrip("."), cells[-1]
    return _ID.match(cells[0]) is not None or (first.isdigit() and len(first) <= _LONGEST_NUMBER and len(last.split()) > 1 and last[0].isalpha())


def _goes_on(line: str, cells: Sequence[tuple[int, str]], columns: Sequence[int]) -> int | None:
    """In which cell of the row above a line goes on: in the one it stands below, or in the last if it is a field; None where it begins a row."""
    if not cells or cells[0][0] == columns[0]:
        return None
    if ":" in cells[0][1] and _FIELD.match(line.strip()):
        return len(columns) - 1
    return columns.index(cells[0][0]) if len(cells) == 1 and cells[0][0] in columns else None
