"""A table of contents, which repeats the titles of a page and states nothing, and links that are no more than such a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.headings import read_opening
from tcsg.reading.idiom import NO_IDIOM, Idiom
from tcsg.reading.markdown import LINK, Item, Shape, plain
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TITLES = frozenset(("table of contents", "contents", "toc", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières"))
_TITLE = 40
"""Characters of a title."""
_TRACKED = late.compile(r"action[- ]#?\d{1,6}$", re.IGNORECASE)
"""An action of a tracker: `[action-61](…) on Ann: …`."""


def contents_lines(items: Iterable[Item]) -> frozenset[int]:
    """The lines on which the entries of a table of contents begin: what is listed below its title."""
    return frozenset(_entries(items))


def _entries(items: Iterable[Item]) -> Iterator[int]:
    listing = False
    for item in items:
        if item.shape in (Shape.HEADING, Shape.RULE) or (item.shape is Shape.LINE and item.gap):
            listing = item.shape is not Shape.RULE and len(item.text) <= _TITLE and plain(item.text).casefold().strip(" :") in _TITLES
        elif listing:
            yield from range(item.line, item.end + 1)


def unreferenced(text: str, idiom: Idiom = NO_IDIOM) -> str:
    """The text with each link that is nothing but the title of a block blanked out: a table of contents opens no block."""
    if "](" not in text:
        return text
    mark = LINK.match(text)
    if mark is not None and (mark[1].casefold() in w.MARKS or _TRACKED.match(mark[1])) and text[mark.end() :].strip(" .:"):
        return f"{mark[1]}{text[mark.end() :]}"  # `[ACTION](#a1) Ann to row`
    return LINK.sub(lambda link: " " * len(link[0]) if (found := read_opening(link[1], idiom)) is not None and not found.rest else link[0], text)
