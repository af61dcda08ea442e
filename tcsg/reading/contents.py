"""A table of contents, which repeats the titles of a page and states nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.markdown import Item, Shape, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TITLES = frozenset(("table of contents", "contents", "toc", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières"))
_TITLE = 40
"""Characters of a title."""


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
