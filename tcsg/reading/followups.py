"""A list called `Follow-up` is of old actions where the agenda, or another list of actions, stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.model import AgendaItem
    from tcsg.reading.blocks import Block
    from tcsg.reading.drafts import Draft


def with_reviews(drafts: tuple[Draft, ...], agenda: Iterable[AgendaItem]) -> tuple[Draft, ...]:
    """The drafts; what follows up before the meeting begins is a review of old actions."""
    opened = {d.block.line for d in drafts if d.block is not None and _follows_up(d.block)}
    if not opened:
        return drafts
    others = {d.block.line for d in drafts if d.block is not None and d.block.section is None and not _follows_up(d.block)}
    begins = max(others | {a.line for a in agenda if a.title.casefold().strip(" :.").startswith("agenda")}, default=0)
    reviews = {line for line in opened if line < begins}
    return tuple(replace(d, block=replace(d.block, section=Section.REVIEW)) if d.block is not None and d.block.line in reviews else d for d in drafts)


def _follows_up(block: Block) -> bool:
    """Whether a list has no other name, and nothing else says which actions it is of."""
    return block.section is None and block.title.casefold().replace("-", "").replace(" ", "").removesuffix("s") == "followup"
