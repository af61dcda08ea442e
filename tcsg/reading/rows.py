"""Rows of tables that are written in another way than Markdown's, and what their cells hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from tcsg import late
from tcsg.frozen import frozen
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST = 4096
"""No pattern sees more of a line than this many characters."""

_BULLET = late.compile(r"(?:[-*+•]|#|\d{1,2}[.)])\s+\S")
_BREAKS = late.compile(r"\s*\\\\(?=[\w\s(@*\[]|$)\s*|\s*\\$|\s*%BR%\s*")
"""How wikis and AsciiDoc break a line within a cell, as it is or as it was respelt."""
_EDGES = late.compile(r"^(?:<br>|\s)+|(?:<br>|\s)+$")
_SIGNS = " *_:?.'\""
_ALONE = w.TABLE_ACTION | w.TABLE_OWNER | w.TABLE_DUE | w.TABLE_STATUS | w.TABLE_TEXT
"""What a column of actions is called."""
_VALUES = w.DONE | w.OPEN | w.DROPPED
"""Of these what a cell below may hold as well."""
_NAMED = frozenset(word for word in _ALONE if len(word) > len("when")) | {"who", "what", "when", "due", "wer", "was", "qui", "quoi", "task"}
"""Those words that no cell has by the way."""
PARTING = (" = ", ":::")
"""What else than a colon may stand between somebody and a task."""
LEADERS = ("....", "……", "____", " . . ")
"""Of these a line has one that sets somebody and a day apart from the task with a row of dots."""
LED = ("....", "", "")
"""What stands for the header of such a line as a row."""
LABELLED = tuple(
    f"{word}{end}"
    for word in "who whom owner owners assignee assignees resp resp. wer qui responsible responsable zuständig".split()
    for end in ("", "*", " ")
)
"""One of these stands before a colon of a page that tells its tasks in records of labelled lines."""
BESIDE = tuple(
    f"{word}{end}"
    for word in """
    status state progress update updates outcome result due date deadline when eta target line scale frame owner (s) to by who lead person champion
    volunteer volunteers responsible resp notes note details context reason background priority why ref next
    """.split()
    for end in ("", "*")
)
"""Of these, on one that has fields beside its tasks."""
_HEAD = 40
"""Characters of the head of a column."""


@frozen
class Row:
    """One row: the header's cells, none for the header itself, the row's, and the last of its lines, from 0."""

    header: tuple[str, ...]
    cells: tuple[str, ...]
    end: int
    title: bool = False
    """Whether it is no row but the title of the table, its one cell."""


Rows: TypeAlias = "dict[int, tuple[Row, ...]]"
"""Rows by the number of the line they begin on, from 0."""
Read: TypeAlias = "tuple[int, Rows] | None"
"""The line behind a table and its rows; None where no table begins."""


@frozen
class Found:
    """A row as it was found: its lines from 0, its cells, and whether it is marked as the header."""

    line: int
    end: int
    cells: tuple[str, ...]
    head: bool = False


def under_header(found: Sequence[Found], *, headed: bool = False) -> Rows:
    """The rows under the header above them: one so marked, or the first where it is `headed` or reads as one; else under a blank one."""
    width = max((len(row.cells) for row in found), default=0)
    marked = any(row.head for row in found)
    header = ("",) * width
    rows: Rows = {}
    for n, row in enumerate(found):
        cells = (*row.cells, *[""] * (width - len(row.cells)))
        head = row.head or (n == 0 and not marked and (headed or names_columns(cells)))
        rows[row.line] = (*rows.get(row.line, ()), Row(() if head else header, cells, row.end))
        header = cells if head else header
    return rows


def last_told(lines: Sequence[str], last: int) -> int:
    """The last line, up to one, that is not blank."""
    while last > 0 and not lines[last].strip():
        last -= 1
    return last


def titled(line: int, title: str, rows: Rows) -> Rows:
    """The rows with the title of their table, which stands at a line of its own."""
    return {line: (Row((), (title.strip(),), line, title=True),)} | rows if title.strip() else rows


def names_columns(cells: Iterable[str]) -> bool:
    """Whether the first row of a table reads as its header: short cells, one called as columns of actions are, or two with such a word."""
    heads = [" ".join(cell.strip(_SIGNS).casefold().split()) for cell in cells]
    if not all(len(head) <= _HEAD for head in heads):
        return False
    near = sum(bool(_NAMED & {*re.split(r"[\s/(),&-]+", head)}) for head in heads)
    return any(head in _ALONE and head not in _VALUES for head in heads) or near > 1


def tells_task(cells: Iterable[str]) -> bool:
    """Whether the first row, or that below a blank header, is none itself, since a cell begins with what is to be done: `Order the slates`.

    Behind a number it is the title of a table of its own.
    """
    first, *more = cells
    if first.strip(_SIGNS).isdigit() or first.endswith(":") or names_columns((first, *more)):
        return False
    begins = (cell.split(None, 1)[0].strip("*_").casefold() for cell in (first, *more) if " " in cell)
    return any(word in w.VERBS and word not in _NAMED for word in begins)


def cell_of(lines: Iterable[str]) -> str:
    """The lines of a cell as one, broken where a paragraph or the item of a list begins."""
    said: list[str] = []
    parted = False
    for line in lines:
        words = line.strip()
        if words and said:
            said.append("<br>" if parted or _BULLET.match(words[:LONGEST]) else " ")
        if words:
            said.append(words.rstrip("\\ "))
        parted = words[-1:] in ("", "\\")
    return broken("".join(said))


def broken(cell: str) -> str:
    """The words of a cell with its line breaks as `<br>`."""
    if "\\" in cell or "%BR%" in cell:
        cell = _BREAKS.sub("<br>", cell)
    return _EDGES.sub("", cell) if "<br>" in cell else cell.strip()


def stacked(columns: Sequence[Sequence[str]], first: int) -> Iterator[Found]:
    """The rows that a row of columns is, each the words of its lines: one, or as many as its longest cell has paragraphs.

    The latter where another cell has its words beside such a paragraph: the initials in the margin of each action.
    """
    parts = [list(_paragraphs(lines)) for lines in columns]
    main = max(range(len(columns)), key=lambda n: sum(map(len, columns[n])))
    begins = [start for start, _ in parts[main]]
    beside = [start for n, paragraphs in enumerate(parts) for start, _ in paragraphs if n != main]
    height = max(map(len, columns), default=0)
    if not set(beside) <= set(begins) or not any(start > begins[0] for start in beside):
        yield Found(first, first + height - 1, tuple(map(cell_of, columns)))
        return
    for n, start in enumerate(begins):
        end = begins[n + 1] if n + 1 < len(begins) else height
        told = max(k for lines in columns for k in range(start, min(end, len(lines))) if lines[k].strip())
        yield Found(first + start, first + told, tuple(cell_of(lines[start:end]) for lines in columns))


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where each paragraph of a cell begins, and its first line."""
    parted = True
    for n, line in enumerate(lines):
        if line.strip() and parted:
            yield n, line
        parted = not line.strip()
