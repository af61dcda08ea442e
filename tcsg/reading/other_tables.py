"""Where tables stand that are written in another way than Markdown's: asked before anything else looks at the lines."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.rows import LONGEST, names_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tcsg.reading.rows import Read, Rows

_BEGUN = late.compile(
    r"\n[ \t]*(?:[|^{+]|:{0,3}\{\||[-=]{2,}[ \t]+[-=]{2}|-{10}|\.\. list-table::"
    r"|\"?[\w#][^,;\t\n]{0,30}[,;\t][\"\w#][^,;\t\n]{0,40}[,;\t][\"\w#]|[\w#][^/\n]{0,30} / [^/\n]{1,30} / [\w#])"
)
"""What begins such a table, or one of Markdown's with bars at its edges; it begins with the end of the line above, to be looked for fast."""
_NEAR = 1000
"""Lines below a header in which a cell may be in quotes."""
_BARRED = frozenset("{|^")
"""A table that begins so has bars or carets between its cells, or is one of a wiki."""
_RULED = frozenset("+-=.")
"""A table that begins so is drawn with rules, or is a list of lists."""


def other_rows(text: str, lines: Sequence[str]) -> tuple[Rows, frozenset[int]]:
    """The rows of such tables by the line they begin on, from 0, and all lines of the tables."""
    rows: Rows = {}
    within: set[int] = set()
    end = 0
    above = -2
    for n in _starts(text):
        runs_on, above = n == above + 1, n
        read = _reader(lines[n], runs_on=runs_on) if n >= end else None
        found = read(lines, n) if read is not None else None
        if found is not None:
            end, own = found
            rows.update(own)
            within.update(range(min(n, *own) if own else n, end))
    return rows, frozenset(within)


def _starts(text: str) -> Iterator[int]:
    """The lines that may begin a table."""
    begun = f"\n{text}"
    line = start = 0
    for found in _BEGUN.finditer(begun):
        line += begun.count("\n", start, found.start())
        start = found.start()
        yield line


def _reader(line: str, *, runs_on: bool) -> Callable[[Sequence[str], int], Read] | None:
    """What reads a table that begins so; a run of lines with bars begins with its first."""
    begun = line.lstrip(" \t:")
    if begun[:1] in _BARRED:
        from tcsg.reading import wiki_tables  # lazy: many pages have none

        if begun[:2] == "{|":
            return wiki_tables.mediawiki
        if begun[:4] == "|===":
            return wiki_tables.asciidoc
        if begun[:1] != "{":
            return None if runs_on else wiki_tables.barred
    if begun[:1] not in _RULED:
        return None if runs_on else _separated
    from tcsg.reading import ruled_tables  # lazy: few pages have one

    return ruled_tables.READERS[begun[:1]]


def _separated(lines: Sequence[str], start: int) -> Read:
    """The action log of a spreadsheet, or a list with slashes, whose header a line may be."""
    if " / " in lines[start] and names_columns(lines[start][:LONGEST].split(" / ")):
        from tcsg.reading.separated import slashed  # lazy: few pages have one

        return slashed(lines, start)
    head = lines[start][:LONGEST]
    if (start and lines[start - 1].strip()) or not names_columns(re.split("[,;\t]", head)) or ("\t" in head and not _quotes(lines, start)):
        return None
    from tcsg.reading.separated import separated  # lazy: few pages are one

    return separated(lines, start)


def _quotes(lines: Sequence[str], start: int) -> bool:
    """Whether a cell behind a tab is in quotes, as one is that goes over several lines; other cells need no more than their tabs."""
    return any('\t"' in line for line in takewhile(str.strip, islice(lines, start + 1, start + _NEAR)))
