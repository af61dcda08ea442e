"""What is struck out within the words of an action, and how it went where that stands behind the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.markdown import unlinked
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from tcsg.reading.drafts import Draft

_TOLD_BEHIND_OWNER = late.compile(r"([*_]{0,3}(?:[^:~]{1,40}:|\[[^\[\]~]{1,40}\])[*_]{0,3}\s+)(~~|(?:DONE|CLOSED|COMPLETED?)\b[\s:–—-]{1,4})")
"""`Ann: DONE - order the rope`, `Ann: ~~order the rope~~`: how it went stands behind the owner."""
_REPLACED = late_names(r"~~[A-Z@][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20})?~~\s+(?=[A-Z@][\w.'’-]{0,20}(?: [\w.'’,/-]{1,20})?(?::| (?:to|will|[a-z])))")
"""Somebody whose name is struck out before the one who has it now: `~~Ann~~ Bo to order the rope`."""
_GONE = late.compile(r"(?<=[\s(])~~[^~]{1,80}~~\s+(?=\w)")
"""Words struck out within an action: `by ~~Friday~~ Monday`."""
_UNDONE = late.compile(r"[✘✗✖❌🔄⏳⌛🚧]\ufe0f?\s+(?=\w|[*_@(\[\"'])")
"""A sign before what is not done yet, or never; the words tell which."""
UNDONE_SIGNS = frozenset("✘✗✖❌🔄⏳⌛🚧")


def as_it_stands(draft: Draft) -> Draft:
    """A draft without links and without what is struck out within its words; how it went stands before its owner."""
    if draft.text[:1] in UNDONE_SIGNS:
        draft = replace(draft, text=_UNDONE.sub("", draft.text, count=1))
    draft = replace(draft, text=unlinked(draft.text)) if "](" in draft.text else draft
    draft = replace(draft, text=draft.text.replace("\ufe0f", "")) if "\ufe0f" in draft.text else draft  # it only asks for the coloured sign
    if "~~" in draft.text or draft.text.find("DONE") > 0 or draft.text.find("CLOSED") > 0 or draft.text.find("COMPLETE") > 0:
        draft = replace(draft, text=_TOLD_BEHIND_OWNER.sub(r"\2\1", draft.text, count=1) if _TOLD_BEHIND_OWNER.match(draft.text) else draft.text)
    if draft.text.startswith("~~") and (gone := _REPLACED.match(draft.text)):
        draft = replace(draft, text=draft.text[gone.end() :])
    elif "~~" in draft.text and not draft.text.startswith("~~"):
        draft = replace(draft, text=_GONE.sub("", draft.text))
    return draft
