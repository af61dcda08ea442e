"""Paragraphs of which each line is one action, though Markdown takes them for one: told by the title above, and by how all lines begin or end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.headings import read_opening
from tcsg.reading.labelled import is_field
from tcsg.reading.markdown import Item, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

SOME = 3
"""Lines that do not all end with a sentence by chance."""
REMARK = 30
"""Characters of a line that tells nothing but how it went."""
_HEAD = 80
"""Characters in which whose it is stands."""
SHARE = late.compile(r"[*_]{0,2}@?[\w.'’-]{1,20}(?:(?:,| &| \+| /|/)? [\w.'’-]{1,20}){0,3} ?:[*_]{0,2} +\S")
"""Whose it is, and behind a colon what."""


def is_told_by_line(item: Item, above: Item, names: Names) -> bool:
    """Whether each line of the paragraph right below a title that looks back on actions tells of one: it begins anew and ends a sentence."""
    if above.shape is not Shape.HEADING or item.shape is not Shape.LINE or len(item.lines) < SOME:
        return False
    if not all(len(line) > REMARK and line[0].isupper() and line.rstrip(" *_")[-1:] in ".!" for line in item.lines):
        return False
    opening = read_opening(above.text, names.idiom)
    return opening is not None and opening.actions and opening.review and not opening.mixed


def is_shared_by_line(item: Item, above: Item, names: Names) -> bool:
    """Whether each line of the paragraph right below a title of actions begins with whose it is, known or not: `mick: …` above `Michael : …`."""
    if item.shape is not Shape.LINE or not all(":" in line[:_HEAD] for line in item.lines) or not all(map(SHARE.match, item.lines)):
        return False
    return heads_lines(above, names) and not any(map(is_field, item.lines))


def told_apart(item: Item) -> Iterator[Item]:
    """Each line of a paragraph as a bullet."""
    return (replace(part_of(item, n, n + 1), shape=Shape.BULLET) for n, line in enumerate(item.lines) if line)


def part_of(item: Item, start: int, end: int) -> Item:
    """The lines of an item from one up to another, counted from 0; those behind the first are a paragraph below it."""
    if start == 0:
        return replace(item, end=min(item.end, item.line + end - 1), lines=item.lines[:end])  # HTML may have several lines on one
    first, last = min(item.end, item.line + start), min(item.end, item.line + end - 1)
    return Item(Shape.LINE, first, last, item.lines[start:end], item.indent + (item.shape is Shape.BULLET), quote=item.quote)


def is_opening_line(line: str, names: Names) -> bool:
    """Whether a line is the heading of a block of actions and nothing else."""
    opening = read_opening(line, names.idiom)
    return opening is not None and opening.actions and not opening.rest


def heads_lines(item: Item, names: Names) -> bool:
    """Whether an item is the title of a list of actions that may be one of plain lines: no bullet, but for a number of the agenda."""
    alone = item.shape in (Shape.LINE, Shape.HEADING) or (item.shape is Shape.BULLET and (item.marker or "")[:1].isdigit())
    return alone and len(item.lines) == 1 and is_opening_line(item.lines[0], names)
