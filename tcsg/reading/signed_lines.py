"""What was to be done, line by line with a sign before each for how far it is: `✓ hall booked`, `✗ the tent, none to be had`, `½ programme`."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Section
from tcsg.reading.blocks import is_elsewhere
from tcsg.reading.headings import Opening
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.numbering import unnumbered
from tcsg.reading.remarked import LEAST, SIGNS, TICKED

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENOUGH = 60
"""Items below the title that are looked at."""


def is_signed(item: Item) -> bool:
    """Whether a line begins with such a sign."""
    text = item.text
    return text[:1] in SIGNS and text[1:2].isspace() and item.shape in (Shape.LINE, Shape.BULLET) and not item.boxed


def as_bullets(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with such lines as bullets."""
    return tuple(replace(item, shape=Shape.BULLET, marker="-") if item.shape is Shape.LINE and is_signed(item) else item for item in items)


def opens_signed(items: Sequence[Item], n: int) -> Opening | None:
    """The opening that a title is by such lines below it, some of them ticked."""
    if n + LEAST >= len(items) or not (is_signed(items[n + 1]) or is_signed(items[n + 2])):
        return None
    item = items[n]
    if item.shape is not Shape.HEADING and not (item.shape is Shape.LINE and (item.text[-1:] == ":" or item.text[:2] == "**" == item.text[-2:])):
        return None
    below = list(takewhile(lambda it: it.shape is Shape.BULLET, items[n + 1 : n + 1 + _ENOUGH]))
    outer = [it for it in below if it.indent == below[0].indent]
    signed = [it.text[0] for it in outer if is_signed(it)]
    title = unnumbered(plain(item.text)).strip(" :")
    if len(signed) < LEAST or 3 * len(signed) < 2 * len(outer) or TICKED.isdisjoint(signed) or is_elsewhere(title.casefold()):
        return None
    return Opening(title, actions=True, section=Section.REVIEW)
