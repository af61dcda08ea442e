"""Sections and standing items that a committee says to ignore: whatever stands in them is no action."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tcsg import late
from tcsg.reading.by_line import is_opening_line
from tcsg.reading.idiom import key
from tcsg.reading.markdown import Item, Shape, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.model import AgendaItem
    from tcsg.reading.names import Names

_NUMBERING = late.compile(r"(?:item\s+)?(?:\d{1,3}(?:\.\d{1,2}){0,3}[.):]?|[a-z][.)])\s+", re.IGNORECASE)


class Section(NamedTuple):
    """The lines of a section, its title among them."""

    first: int
    last: int
    title: str


def ignored_sections(items: Sequence[Item], agenda: Sequence[AgendaItem], names: Names) -> tuple[Section, ...]:
    """The sections with a title that the committee says to ignore, each to the next title that is not below it."""
    titles = {item.line: item.title for item in agenda}
    found: list[Section] = []
    for n, item in enumerate(items):
        title = _title(item, titles)
        if (found and item.line <= found[-1].last) or title is None or key(title) not in names.idiom.ignore:
            continue
        last = item.end
        for below in items[n + 1 :]:
            if _ends(item, below, titles, names):
                break
            last = below.end
        found.append(Section(item.line, last, title))
    return tuple(found)


def _title(item: Item, titles: dict[int, str]) -> str | None:
    """The words of an item that may be a title; None for rows, rules and what says more than a title."""
    if item.line in titles:
        return titles[item.line]
    if item.shape in (Shape.ROW, Shape.RULE) or not item.lines:
        return None
    first = plain(item.lines[0])
    label, colon, _ = first.partition(":")
    whole = first if len(item.lines) == 1 or not colon else label
    return _NUMBERING.sub("", whole if key(whole) == key(label) or not colon else label, count=1).rstrip(" :")


def _ends(opened: Item, item: Item, titles: dict[int, str], names: Names) -> bool:
    """Whether an item stands outside the section that `opened` begins."""
    if item.shape is Shape.HEADING:
        return opened.shape is not Shape.HEADING or item.level <= opened.level
    if opened.shape is Shape.HEADING:
        return False
    if item.line in titles:
        return True
    if opened.line in titles:
        return False
    if opened.shape is Shape.BULLET:
        return item.indent <= opened.indent and (item.shape is Shape.BULLET or item.gap)
    return item.shape is Shape.RULE or (item.shape is Shape.LINE and (item.gap or is_opening_line(item.lines[0], names)))
