"""Lines of its own below a reviewed action, in the same item, tell of it: `Sent on Monday.`, below `- Ann to send the list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Section
from tcsg.reading import sentences
from tcsg.reading.markdown import Shape
from tcsg.reading.wrapped import ends_early

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item

_WIDEST = 80
"""Characters at which nearly every text is wrapped that is."""


def with_lines_below(drafts: tuple[Draft, ...], items: Sequence[Item]) -> tuple[Draft, ...]:
    """The drafts; of those in a review the lines below the first, where that was not full and the second begins anew, explain them."""
    if not any(map(_is_reviewed, drafts)):
        return drafts
    width = min(_WIDEST, max((len(line) for item in items for line in item.lines), default=_WIDEST))
    long = {item.line: item for item in items if item.shape is Shape.BULLET and _begins_anew(item, width)}
    return tuple(_parted(draft, long[draft.line]) if draft.line in long and _is_reviewed(draft) else draft for draft in drafts) if long else drafts


def _is_reviewed(draft: Draft) -> bool:
    return draft.block is not None and draft.block.section is Section.REVIEW


def _begins_anew(item: Item, width: int) -> bool:
    """Whether the second line of an item is no part of the sentence that the first one begins."""
    if len(item.lines) < 2:
        return False
    first, second = item.lines[0].rstrip(" \\"), item.lines[1].lstrip(" *_(")
    return second[:1].isupper() and bool(first) and ends_early(first, second, width)


def _parted(draft: Draft, item: Item) -> Draft:
    """The draft with the sentences below its first line as notes, where its words end with them."""
    below = " ".join(item.lines[1:])
    if not draft.text.endswith(below) or len(draft.text) <= len(below):
        return draft
    return replace(
        draft, text=draft.text[: -len(below)].rstrip(" \\"), notes=(*(below[a:b].strip() for a, b in sentences.spans(below)), *draft.notes)
    )
