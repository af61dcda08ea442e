"""How far the actions of a part of a list are, as its title says: `Done:`; and where that part ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen, replace
from tcsg.model import Section, Status
from tcsg.reading.blocks import Block, style
from tcsg.reading.markdown import Item, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.drafts import Draft

_TITLE = 8
"""Words of a title."""


@frozen
class Part:
    """What the title of a part says of the actions below it, and how the title stands."""

    status: Status = Status.OPEN
    shape: Shape = Shape.LINE
    level: int = 0
    indent: int = 0
    style: str | None = None
    line: int = 0
    section: Section | None = None
    """The section of the list without this part."""
    parted: bool = False
    """Whether titles such as names stand between it and its actions."""


NO_PART = Part()


def going_on(part: Part, item: Item, block: Block, drafts: Sequence[Draft]) -> Part:
    """The part that an item, which is the title of no other one, stands in: the same, or none when it stands beside its title.

    Whatever is said below `Done:` is done up to the next title of its kind, known or not: `Still at it:`, `Garden:`. Titles right below it,
    with no action between, part what it heads.
    """
    if part.status is Status.OPEN or part.line >= item.line:
        return part
    told = bool(drafts) and drafts[-1].line > part.line
    if item.shape is Shape.HEADING:
        return NO_PART if part.shape is not Shape.HEADING or item.level <= part.level else part
    deeper = told and (drafts[-1].indent > part.indent or block.marker != part.style)
    if part.shape is Shape.HEADING or not _is_title(item, part, deeper=deeper):
        return part
    return NO_PART if told and not part.parted else replace(part, parted=True)


def _is_title(item: Item, part: Part, *, deeper: bool) -> bool:
    """Whether an item looks like the title of a part; a bullet does when it stands beside that, and its actions are `deeper`."""
    bare = item.lines[0].strip() if item.lines else ""
    ends = len(item.lines) == 1 and len(bare.split()) <= _TITLE and (bare.endswith((":", ":**", ":*")) or (bare[:2] == "**" == bare[-2:]))
    if item.shape is not part.shape:
        return item.shape is Shape.LINE and item.gap and ends
    if item.shape is Shape.LINE:
        return ends
    return item.shape is Shape.BULLET and item.indent <= part.indent and style(item) == part.style and (ends or deeper)
