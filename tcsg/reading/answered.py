"""Lists of an e-mail that somebody quotes to answer them: what is written between two of their points is no part of the list.

`> - Ann: the colours`, `Not before the 4th, please.`, `> - Bo: the loan forms`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.markdown import Shape
from tcsg.reading.marks import may_hold_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_MOST = 3
"""Paragraphs with which somebody answers a point."""


def without_answers(items: Sequence[Item], names: Names) -> tuple[Item, ...]:
    """The items without the answers between two points of one quoted list; one that may hold a mark stays."""
    out: list[Item] = []
    held: list[Item] = []
    """What may be an answer to the last point, if that list goes on behind it."""
    for item in items:
        point = out[-1] if out else None
        if point is not None and _answers(point, item, names) and len(held) < _MOST:
            held.append(item)
            continue
        if not (point is not None and _goes_on(point, item)):
            out += held
        held = []
        out.append(item)
    return (*out, *held)


def _answers(point: Item, item: Item, names: Names) -> bool:
    """Whether a paragraph may be an answer to a point that somebody quotes."""
    below = point.shape is Shape.BULLET and item.shape is Shape.LINE and item.quote < point.quote
    return below and item.text[-1:] != ":" and not may_hold_mark(item.text, names.idiom)


def _goes_on(point: Item, item: Item) -> bool:
    """Whether a list goes on with an item."""
    return item.shape is Shape.BULLET and (item.quote, item.indent, item.marker) == (point.quote, point.indent, point.marker)
