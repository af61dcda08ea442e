"""What is set before an action to tell whether it is new or of an earlier meeting: `NEW ring the bank`, `(old) Ann: the lamps`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Section
from tcsg.reading.blocks import Block
from tcsg.reading.markdown import Shape

if TYPE_CHECKING:
    from tcsg.reading.drafts import Draft

_OLD = (
    r"old|older|again|repeated|(?:from|since|of) (?:the )?(?:last|previous) (?:time|meeting|month|week|call)|last (?:time|meeting|month|week|call)"
    r"|(?:from|since) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?: \d{4})?"
)
_BOXED = late.compile(rf"[*_]{{0,3}}[(\[](?:(new|new one)|{_OLD})[)\]][*_]{{0,3}}\s*:?\s+(?=\S)", re.IGNORECASE)
_SHOUTED = late.compile(r"(?:[*_]{1,3}(?:(NEW|New|new)|OLD|Old|old)[*_]{1,3}|(NEW)|OLD)\s*[:!]?\s+(?![A-Z]{5}|[–—-])(?=[\w(@*\"'“„])")
"""Behind a bare one no other word is shouted: `NEW ZEALAND desk`."""
_BEGINS = ("(", "[", "*", "_", "NEW", "OLD")


def without_age(draft: Draft) -> Draft:
    """A draft without such a word; what is new is of no earlier meeting."""
    text = draft.text
    if not text.startswith(_BEGINS) or (found := _BOXED.match(text) or _SHOUTED.match(text)) is None:
        return draft
    draft = replace(draft, text=text[found.end() :])
    if not any(found.groups()) or (draft.block is not None and draft.block.section is not None):
        return draft
    block = draft.block or Block("new", draft.line, Shape.LINE, draft.indent, 7)
    return replace(draft, block=replace(block, section=Section.NEW))
