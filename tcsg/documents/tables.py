"""Tables as Markdown writes them, between pipes, whatever they are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.reading.markdown import plain
from tcsg.reading.tables import names_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

BREAK = "<br>"
_BOLD = re.compile(r"\*\*[^*]+\*\*$")


@frozen
class Cell:
    """A cell with its Markdown, which may be paragraphs and lists; how far it reaches; whether the document calls it a head."""

    text: str
    columns: int = 1
    rows: int = 1
    head: bool = False

    @property
    def line(self) -> str:
        """The cell in one line of a pipe table."""
        lines = (line.strip().removesuffix("\\").rstrip() for line in self.text.split("\n"))
        return BREAK.join(line for line in lines if line).replace("|", "\\|")


def pipe_table(rows: Sequence[Sequence[Cell]], *, nested: bool = False) -> str:
    """The rows between pipes; a cell that reaches over others leaves these empty.

    A table of one column is a frame around text, and becomes that text. `nested` is for a table in a cell: lines.
    """
    grid = _grid([row for row in rows if any(cell.text.strip() for cell in row)])
    if not grid:
        return ""
    if all(len(row) == 1 for row in grid):
        return "\n\n".join(row[0].text for row in grid)
    if nested:
        return "\n".join("; ".join(cell.line for cell in row if cell.line) for row in grid)
    width = max(map(len, grid))
    lines = [[cell.line for cell in row] + [""] * (width - len(row)) for row in grid]
    if not _has_head(grid[0]):
        lines.insert(0, [""] * width)
    lines.insert(1, ["---"] * width)
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _has_head(row: Sequence[Cell]) -> bool:
    """Whether the first row names the columns: the document says so, all of it is bold, or its words are those of such heads."""
    told = [cell for cell in row if cell.line]
    return all(cell.head or _BOLD.match(cell.line) for cell in told) or names_columns([plain(cell.line) for cell in told])


def _grid(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The rows with an empty cell for each place that a cell reaches over, without columns that are empty throughout."""
    empty = Cell("")
    reaching: dict[tuple[int, int], bool] = {}
    grid: list[list[Cell]] = []
    for n, row in enumerate(rows):
        line: list[Cell] = []
        for cell in row:
            while reaching.pop((n, len(line)), False):
                line.append(empty)
            start = len(line)
            line += [cell, *[empty] * (cell.columns - 1)]
            reaching.update({(n + down, at): True for down in range(1, cell.rows) for at in range(start, len(line)) if n + down < len(rows)})
        while reaching.pop((n, len(line)), False):
            line.append(empty)
        grid.append(line)
    used = sorted({at for line in grid for at, cell in enumerate(line) if cell.line})
    return [[line[at] for at in used if at < len(line)] for line in grid]
