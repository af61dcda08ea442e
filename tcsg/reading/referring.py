"""Where earlier minutes tell of something, before the words for it: `4.1 (Min. 6.2) PB to mend the gate`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.markdown import Shape
from tcsg.reading.text import has_digit

if TYPE_CHECKING:
    from tcsg.reading.markdown import Item

_PLACE = r"(?:min(?:ute)?s?|(?:agenda )?items?|point|para(?:graph)?|section|top|punkt|ref(?:erence)?|§)\.?\s?(?:no\.?|nr\.?|#)?\s?"
_NUMBER = r"\d{1,3}(?:[./]\d{1,3}){0,3}[a-z]?"
_WITHIN = rf"(?:(?:see|cf\.?|from|ref\.?|re:?) (?:{_PLACE})?|{_PLACE}){_NUMBER}"
_COUNTED = late.compile(_NUMBER)
_REFERENCE = late.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+)?"
    rf"(?:\({_WITHIN}\)[:,]?|\[{_WITHIN}\][:,]?|(?<=\s)[(\[]\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}[)\]][:,]?|min(?:ute)?\.?\s?{_NUMBER}\s?[:–—-])"
    r"\s+(?:[–—-]\s+)?(?=[*_@]{0,3}[^\W\d_])",
    re.IGNORECASE,
)
_TITLED = late.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+|\([a-z]\)\s+)?(?P<title>[*_]{0,3}[A-Z][^.:;()]{1,60}?)[*_]{0,3} "
    r"\((?P<refers>\d{1,3}(?:[./]\d{1,3}){1,3})\)(?=[*_]{0,3}[.:,])"
)
"""The same behind what a matter is called: `Gutters (5.1). Tom has a price.`."""
_NEAR = 90
"""Characters in which that ends."""
_SIGNS = ("(", "[", "min", "Min", "MIN")
"""Of these every such line has one among its first letters."""
_FIRST = 12


def unreferred(item: Item) -> Item:
    """The item without such references, a list item where a number of its own stands before."""
    if item.shape not in (Shape.LINE, Shape.BULLET):
        return item
    if (titled := _titled(item)) is not None:
        return titled
    if not any(map(_may_refer, item.lines)):
        return item
    found = [_REFERENCE.match(line) if _may_refer(line) else None for line in item.lines]
    lines = tuple(line[match.end() :] if match else line for match, line in zip(found, item.lines, strict=True))
    if (first := found[0]) is None:
        return replace(item, lines=lines)
    refers = _COUNTED.findall(first[0])[-1]
    if first["number"] and item.shape is Shape.LINE:
        return replace(item, shape=Shape.BULLET, marker=first["number"].strip(), lines=lines, refers=refers)
    return replace(item, lines=lines, refers=refers)


def _titled(item: Item) -> Item | None:
    """The item without the reference behind its title; None where it has none."""
    first = item.lines[0] if item.lines else ""
    match = _TITLED.match(first) if " (" in first[:_NEAR] and has_digit(first[:_NEAR]) else None
    if match is None:
        return None
    lines = (f"{match['title']}{first[match.end() :]}", *item.lines[1:])
    if match["number"] and item.shape is Shape.LINE:
        return replace(item, shape=Shape.BULLET, marker=match["number"].strip(), lines=lines, refers=match["refers"])
    return replace(item, lines=lines, refers=match["refers"])


def _may_refer(line: str) -> bool:
    head = line[:_FIRST]
    return any(map(head.__contains__, _SIGNS)) and has_digit(line[: 2 * _FIRST])
