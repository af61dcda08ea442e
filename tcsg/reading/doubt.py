"""What makes it doubtful that a place states an action, so that a person is asked and nobody misled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Kind, Section
from tcsg.reading.infinitives import orders_abroad
from tcsg.reading.markdown import Item, Shape
from tcsg.reading.orders import orders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.reading.blocks import Block
    from tcsg.reading.drafts import Draft
    from tcsg.reading.marks import Mark

REPEATED = "it bears no mark of its own"
"""The doubt of a place that only repeats the words of an action; an owner does not lift it."""
DISCUSSED = "the list it stands in reads as a discussion"
"""The doubt of what stands below a title called `Actions` that heads a whole meeting; only a mark or a box lifts it."""
UNTITLED = "no title says that its list is one of actions"
"""The doubt of what stands below a name on a page of nothing but names and orders; only a person can lift it."""
UNMARKED = "nothing but its words marks it"
"""The doubt of an order to somebody who was there, wherever it stands; only a person can lift it."""
SIGNED = "only a sign of the writer's own marks it"
"""The doubt of what stands behind a sign that is known by the other places where it stands; only a person can lift it."""
AIMED = "its list may tell aims"
"""The doubt of what stands below `Goals for next week`; only an owner lifts it."""
_AIMS = ("goal", "objective", "plan", "priorit", "target", "focus")
"""First letters of headings of aims."""
_SOON = ("next", "next up", "up next")
"""The same of what comes next, whoever will do it."""
PLANS = ("next", "follow", "prochaine", "nächste", "key take", "take", "outcome", "conclusion", "commitment", "result", "deliverable")
"""First words of headings that head as many discussions as lists of actions."""


def shape_doubt(item: Item, kind: Kind, block: Block | None, mark: Mark | None) -> str | None:
    """Why the place alone is no proof, whatever the words say; None when it is."""
    if mark is not None and mark.own:
        return SIGNED
    if kind is Kind.MARKER and mark is not None and mark.word.islower():
        return f"the mark {mark.word!r} is in small letters"
    if kind is Kind.MARKER and mark is not None and mark.word.casefold() in ("task", "tasks"):
        return f"the mark {mark.word!r} may be a topic"
    if kind is Kind.CHECKBOX and block is None:
        return "the box stands in no list of actions"
    if kind is not Kind.BLOCK or block is None:
        return None
    if block.discussed:
        return DISCUSSED
    if block.title.casefold().startswith(_AIMS) or block.title.casefold() in _SOON:
        return AIMED
    if item.shape is Shape.LINE:
        return "it is a plain paragraph"
    if block.title.casefold().startswith(PLANS):
        return f"{block.title!r} may head a discussion"
    return "it stands in a list of actions and no more"


def doubt(draft: Draft, text: str, *, owned: bool, dated: bool, closed: bool = False) -> str | None:
    """Why it is doubtful that a draft with these words is an action; None when it is certain.

    `owned` when it names somebody who is to do it, `dated` when it has a due phrase, `closed` when it tells that it was done or dropped.
    """
    if draft.doubt in (REPEATED, DISCUSSED, UNTITLED, UNMARKED, SIGNED):
        return draft.doubt
    if draft.doubt == AIMED:
        return None if owned else AIMED
    if draft.doubt is None or owned or (dated and draft.kind is not Kind.INLINE) or orders(text) or orders_abroad(text):
        return None
    if closed and draft.kind is Kind.BLOCK:
        return None  # of what is talked about nothing is ticked
    return f"{draft.doubt}, names nobody and begins with no verb"


def lists_anew(drafts: Iterable[Draft]) -> bool:
    """Whether minutes have a list or a mark of new actions."""
    return any(draft.doubt != UNMARKED and (draft.block is None or draft.block.section is not Section.REVIEW) for draft in drafts)
