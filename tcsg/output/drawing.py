"""Words and tables for people at a terminal, laid out in its columns.

rich tells how many columns a character takes and where a word that is too long may be cut. Its own tables and its console take
longer to load than a listing takes in all, so the rest is done here: lines, widths and colors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from tcsg.frozen import frozen
from tcsg.output.text import clean, linked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CODES = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "red": "31", "green": "32", "magenta": "35"}
"""Select Graphic Rendition, as ECMA-48 has it; only what shows on black and on white."""
_WORD = re.compile(r"\S+")
_LEAST = 2
"""Columns that every column of a table has: as many as the widest character."""


@frozen
class Run:
    """A piece of text in one style, such as `bold red`; with a link it leads there."""

    text: str
    style: str = ""
    link: str | None = None


@frozen
class Words:
    """Text in styles, wrapped where it is drawn."""

    runs: tuple[Run, ...]

    def __add__(self, other: Words) -> Words:
        return Words(self.runs + other.runs)

    def above(self, other: Words) -> Words:
        """These words, and others that begin on a line of their own."""
        return Words((*self.runs, Run("\n"), *other.runs))

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(run.text for run in self.runs)


@frozen
class Column:
    """A column of a table. It is as wide as what stands in it; when there is no room for all, the widest columns are wrapped."""

    head: str = ""
    least: int = 0
    most: int | None = None
    right: bool = False
    """Whether its cells end below each other, as numbers do."""
    whole: bool = False
    """Whether it is wrapped only when nothing else helps."""


@frozen
class Table:
    """Cells in columns with `gap` blanks between them, under the heads if there are any."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    gap: int = 2
    indent: int = 0


Piece: TypeAlias = "Words | Table"
Line: TypeAlias = "tuple[Run, ...]"


def styled(text: str, style: str = "", *, link: str | None = None) -> Words:
    """Text made safe, for it is not ours."""
    return Words((Run(clean(text), style, link),))


def render(*pieces: Piece, width: int, color: bool) -> str:
    """The pieces below each other at a width, each of their lines with a line end and no blanks before it."""
    lines = (line for piece in pieces for line in (_drawn(piece, width) if isinstance(piece, Table) else wrapped_words(piece, width)))
    return "".join(f"{_painted(line, color=color)}\n" for line in lines)


def wrapped_words(words: Words, width: int) -> list[Line]:
    """The words in lines of at most `width` columns, broken between words, and within a word that is wider than a line."""
    text = words.plain
    return [_cut(words, begin, end) for begin, end in _lines(text, max(width, _LEAST))]


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line of a text begins and ends."""
    at = 0
    for part in text.split("\n"):
        if columns_of(part) <= width:
            yield at, at + len(part.rstrip())
        else:
            yield from ((at + begin, at + end) for begin, end in _broken(part, width))
        at += len(part) + 1


def _broken(text: str, width: int) -> Iterator[tuple[int, int]]:
    from rich.cells import chop_cells

    begin = end = 0
    for word in _WORD.finditer(text):
        if columns_of(text[begin : word.end()]) > width:
            if end > begin:
                yield begin, end
            begin = word.start()
            for piece in chop_cells(word[0], width)[:-1] if columns_of(word[0]) > width else ():
                yield begin, begin + len(piece)
                begin += len(piece)
        end = word.end()
    yield begin, end


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes that holds no control characters."""
    if text.isascii():
        return len(text)
    # Lazy: most texts take as many columns as they have characters.
    from rich.cells import cell_len

    return cell_len(text)


def _cut(words: Words, begin: int, end: int) -> Line:
    """What stands between two places of the text, in its styles."""
    found, at = [], 0
    for run in words.runs:
        piece = run.text[max(begin - at, 0) : max(end - at, 0)]
        if piece:
            found.append(run if piece == run.text else Run(piece, run.style, run.link))
        at += len(run.text)
    return tuple(found)


def _painted(line: Line, *, color: bool) -> str:
    return "".join(_in_color(run) if color else run.text for run in line).rstrip(" ")


def _in_color(run: Run) -> str:
    codes = ";".join(_CODES[word] for word in run.style.split())
    text = f"\x1b[{codes}m{run.text}\x1b[0m" if codes and not run.text.isspace() else run.text
    return linked(text, run.link) if run.link else text


def _drawn(table: Table, width: int) -> Iterator[Line]:
    heads = tuple(styled(column.head, "dim") for column in table.columns)
    rows = [heads, *table.rows] if any(column.head for column in table.columns) else list(table.rows)
    widths = _widths(table, rows, width - table.indent)
    for row in rows:
        cells = [wrapped_words(words, wide) for words, wide in zip(row, widths, strict=True)]
        for n in range(max(map(len, cells))):
            yield _beside([cell[n] if n < len(cell) else () for cell in cells], widths, table)


def _beside(cells: Sequence[Line], widths: Sequence[int], table: Table) -> Line:
    """One line of a row, with the blanks that lead to each cell."""
    found: list[Run] = []
    at, begin = 0, table.indent
    for cell, wide, column in zip(cells, widths, table.columns, strict=True):
        size = sum(columns_of(run.text) for run in cell)
        if size:
            start = begin + wide - size if column.right else begin
            found += (Run(" " * (start - at)), *cell)
            at = start + size
        begin += wide + table.gap
    return tuple(found)


def _widths(table: Table, rows: Iterable[Sequence[Words]], room: int) -> list[int]:
    """How wide each column is drawn."""
    widths = [max(column.least, _LEAST) for column in table.columns]
    for row in rows:
        for n, words in enumerate(row):
            wide = max(map(columns_of, words.plain.split("\n")))
            if wide > widths[n]:
                most = table.columns[n].most
                widths[n] = max(widths[n], wide if most is None else min(most, wide))
    room -= table.gap * (len(widths) - 1)
    fixed = sum(wide for wide, column in zip(widths, table.columns, strict=True) if column.whole)
    some = [n for n, column in enumerate(table.columns) if not column.whole]
    if not some or room - fixed < _LEAST * len(some):
        some, fixed = list(range(len(widths))), 0
    level = _level([widths[n] for n in some], room - fixed)
    spare = room - sum(widths[n] if n not in some else min(widths[n], level) for n in range(len(widths)))
    for n in reversed(some):
        more = max(0, min(spare, widths[n] - level))
        widths[n] = min(widths[n], level) + more
        spare -= more
    return widths


def _level(widths: Sequence[int], room: int) -> int:
    """To how many columns the widest are cut so that all find room."""
    for n, wide in enumerate(sorted(widths)):
        share = max(room // (len(widths) - n), _LEAST)
        if wide > share:
            return share
        room -= wide
    return max(widths)
