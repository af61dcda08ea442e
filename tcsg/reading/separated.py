"""Action logs as a spreadsheet exports them: a line a row, its cells between commas, semicolons or tabs, in quotes where they hold one.

`Ref,Action,Owner,Due` above `7,"Order rope, 20 m",Ann,4 May`; a cell in quotes may go over several lines. People type such lists with slashes.
"""

from __future__ import annotations

import csv
from itertools import takewhile
from typing import TYPE_CHECKING

from tcsg.reading.rows import LONGEST, Found, names_columns, under_header

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.rows import Read

_SIGNS = ",;\t"
_SLASH = "/"
_LEAST = 3
"""Columns of a log; two words with a comma may be anything."""
_MOST_LINES = 40
"""Lines over which a cell in quotes may go."""
_MOST_WORDS = 4
_LONGEST_SHORTENED = 5


def separated(lines: Sequence[str], start: int) -> Read:
    """The log whose header a line is; None where that names no columns, or the lines below have other cells."""
    head = lines[start].strip()[:LONGEST]
    sign = max(_SIGNS, key=head.count)
    if start + 1 >= len(lines) or sign not in lines[start + 1]:
        return None
    found: list[Found] = []
    width, line = 0, start
    begun = [start]
    written = csv.reader(_fed(lines, begun), delimiter=sign, strict=True)
    try:
        for cells in takewhile(lambda cells: len(cells) > 1, written):
            width = width or len(cells)
            if (not found and not _heads(cells)) or any(cells[width:]):
                return None
            last = start + written.line_num - 1
            if any(map(str.strip, cells)):
                found.append(Found(line, last, tuple(" ".join(cell.split()) for cell in cells[:width])))
            line = begun[0] = last + 1
    except csv.Error:
        return None  # a quotation that nothing ends
    return (line, under_header(found, headed=True)) if len(found) > 1 else None


def _fed(lines: Sequence[str], begun: list[int]) -> Iterator[str]:
    """The lines of a log, as far as the row that has `begun` last may go on."""
    for n in range(begun[0], len(lines)):
        if n - begun[0] > _MOST_LINES:
            return
        yield lines[n][:LONGEST]


def slashed(lines: Sequence[str], start: int) -> Read:
    """The list whose header a line is, with slashes between its cells: `No / Task / Who / Due` above `#4 / Order rope / Ann / 4 May`."""
    head = _between(lines[start])
    if not _heads(head):
        return None
    found = [Found(start, start, head)]
    for n in range(start + 1, len(lines)):
        if _SLASH not in lines[n]:
            break
        cells = _between(lines[n])
        if len(cells) < len(head) - 1:
            return None
        cells = (*cells[: len(head) - 1], f" {_SLASH} ".join(cells[len(head) - 1 :]))  # a slash in the last cell is a word of it
        found.append(Found(n, n, cells))
    return (start + len(found), under_header(found, headed=True)) if len(found) > 1 else None


def _between(line: str) -> tuple[str, ...]:
    """The cells between the slashes of a line."""
    return tuple(cell.strip() for cell in f" {line[:LONGEST].strip()} ".split(f" {_SLASH} "))


def _heads(cells: Sequence[str]) -> bool:
    """Whether cells are the header of a log: at least three, each of a few words that are no end of a sentence, which name columns."""
    return len(cells) >= _LEAST and all(map(_is_head, cells)) and names_columns(cells)


def _is_head(cell: str) -> bool:
    words = cell.strip()
    return 0 < len(words.split()) <= _MOST_WORDS and (words[-1] not in ".!?" or len(words) <= _LONGEST_SHORTENED)
