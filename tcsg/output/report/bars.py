"""A chart of bars, one below the other: a word, a bar, a number; what is late stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.output.report.drawing import Drawing, bar, percent, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW = 46
"""Pixels from one bar to the next."""


@frozen
class Bar:
    """A row of the chart: of `open` actions `overdue` are late."""

    label: str
    open: int
    overdue: int


def bars(rows: Sequence[Bar]) -> Drawing:
    """The rows on one scale, that of the longest."""
    most = max((row.open for row in rows), default=0) or 1
    return Drawing(_ROW * len(rows), "".join(_row(n * _ROW, row, most) for n, row in enumerate(rows)))


def _row(y: int, row: Bar, most: int) -> str:
    late = f'<tspan class="a">{row.overdue} overdue</tspan> of ' if row.overdue else ""
    said = f'<text class="m" x="{percent(100)}" y="{y + 16}" text-anchor="end">{late}{row.open}</text>'
    shapes = bar(0, y + 24, 100, 8, "track") + bar(0, y + 24, 100 * row.open / most, 8, "g") + bar(0, y + 24, 100 * row.overdue / most, 8, "af")
    return words(0, y + 16, short(row.label, 34)) + said + shapes


def short(text: str, length: int) -> str:
    """A text of at most `length` characters, cut at its end."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
