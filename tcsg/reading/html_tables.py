"""Tables written in HTML, as some programs keep them in Markdown: often the whole of one on a single line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.rows import Rows

_TAG = late.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,10})(?=[\s/>])[^<>]{0,500}>")
_MARKUP = {"strong": "**", "b": "**", "br": "<br>", "p": "<br>", "div": "<br>"}
"""What a tag within a cell is in Markdown."""
_BREAKS = late.compile(r"(?:\s*<br>\s*)+")
_LONGEST = 100_000
"""Characters of a line that are read."""


def html_rows(lines: Sequence[str]) -> tuple[Rows, frozenset[int]]:
    """The rows by the number of the line they begin on, from 0, and all lines of such tables."""
    tables = _Tables()
    for n, line in enumerate(lines):
        if tables.open or "<table" in line[:_LONGEST].casefold():
            tables.read(n, line[:_LONGEST])
    return {n: tuple(rows) for n, rows in tables.rows.items()}, frozenset(tables.lines)


class _Tables:
    """What stands where, one line after another."""

    def __init__(self) -> None:
        self.open = False
        self.rows: dict[int, list[Row]] = {}
        self.lines: set[int] = set()
        self._header: tuple[str, ...] = ()
        self._cells: list[str] = []
        self._cell: list[str] | None = None
        self._line = 0

    def read(self, n: int, line: str) -> None:
        """Read one line."""
        self.lines.add(n)
        at = 0
        for tag in _TAG.finditer(line):
            if self._cell is not None:
                self._cell.append(line[at : tag.start()])
            at = tag.end()
            self._tag(n, tag[2].casefold(), closes=tag[1] == "/")
        if self._cell is not None:
            self._cell.append(f"{line[at:]} ")

    def _tag(self, n: int, name: str, *, closes: bool) -> None:
        if name == "table":
            self.open, self._header = not closes, ()
        elif name == "tr":
            if closes and self._cells:
                self.rows.setdefault(self._line, []).append(Row(self._header, tuple(self._cells), n))
                self._header = self._header or tuple(self._cells)
            self._line, self._cells, self._cell = n, [], None
        elif name in ("td", "th"):
            if closes and self._cell is not None:
                self._cells.append(re.sub(r"^<br>|<br>$", "", _BREAKS.sub("<br>", "".join(self._cell)).strip()).strip())
            self._cell = None if closes else []
        elif self._cell is not None:
            self._cell.append("<br>- " if name == "li" and not closes else "<br>" if name == "li" else _MARKUP.get(name, ""))
