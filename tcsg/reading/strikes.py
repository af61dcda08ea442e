"""What is struck out within the words of an action, and how it went where that stands behind the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Section, Status
from tcsg.reading.ages import without_age
from tcsg.reading.markdown import plain, unlinked
from tcsg.reading.remarked import REMARK
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from tcsg.reading.drafts import Draft

_TOLD_BEHIND_OWNER = late.compile(r"([*_]{0,3}(?:[^:~]{1,40}:|\[[^\[\]~]{1,40}\])[*_]{0,3}\s+)(~~|(?:DONE|CLOSED|COMPLETED?)\b[\s:–—-]{1,4})")
"""`Ann: DONE - order the rope`, `Ann: ~~order the rope~~`: how it went stands behind the owner."""
_REPLACED = late_names(
    r"~~([A-Z@][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20})?)~~\s+(?=[A-Z@][\w.'’-]{0,20}(?: [\w.'’,/-]{1,20})?(?::| (?:to|will|[a-z])))"
)
"""Somebody whose name is struck out before the one who has it now: `~~Ann~~ Bo to order the rope`."""
_GONE = late.compile(r"(?<=[\s(])~~[^~]{1,80}~~\s+(?=\w)")
"""Words struck out within an action: `by ~~Friday~~ Monday`."""
_FORMER = late_names(r"(?<=[\s(])~~([A-Z@][^~]{1,40})~~,?\s+(?=[A-Z@])")
"""Of these the names of whoever had it, before those of who has it: `order the rope - ~~Ann~~ Bo`."""
_UNDONE = late.compile(r"[✘✗✖❌🔄🔁⏳⌛🚧➖½]\ufe0f?\s+(?=\w|[*_@(\[\"'])")
"""A sign before what is not done yet, or never; the words tell which."""
_SMILEY = late.compile(r"(?<=\S)\s{1,3}[:;]-?[)(DP]\s?$")
_MOUTHS = (")", "(", "D", "P")
"""What smiles behind an action ends with one of these: `Ann: the map - done :-)`."""
_LONGEST = 100
"""Characters of a line below that tells why something is struck out."""
UNDONE_SIGNS = frozenset("✘✗✖❌🔄🔁⏳⌛🚧➖½")


def as_it_stands(draft: Draft) -> Draft:
    """A draft without links, what tells its age, and what is struck out within its words; how it went stands before its owner."""
    text, was, undone = draft.text, "", draft.text[:1] in UNDONE_SIGNS
    if undone:
        text = _UNDONE.sub("", text, count=1)
    text = unlinked(text).replace("\ufe0f", "")  # that only asks for the coloured sign
    if text[-1:] in _MOUTHS:
        text = _SMILEY.sub("", text)
    if ("~~" in text or text.find("DONE") > 0 or text.find("CLOSED") > 0 or text.find("COMPLETE") > 0) and _TOLD_BEHIND_OWNER.match(text):
        text = _TOLD_BEHIND_OWNER.sub(r"\2\1", text, count=1)
    if text.startswith("~~") and (gone := _REPLACED.match(text)):
        text, was = text[gone.end() :], gone[1]
    elif "~~" in text and not text.startswith("~~"):
        was = before[1] if (before := _FORMER.search(text)) else ""
        text = _GONE.sub("", text)
    if text[-1:] == "*" and draft.block is not None and draft.block.section is Section.REVIEW:
        text = REMARK.sub(r" – \1", text)
    if draft.notes and text[:2] == "~~" == text.rstrip()[-2:] and len(draft.notes[0]) < _LONGEST:
        from tcsg.reading.given_up import struck_status  # lazy: few minutes strike out what is done

        why = plain(draft.notes[0]).replace("~", "")
        text = f"{text.rstrip()} {why}" if struck_status(why) is Status.DROPPED else text
    return without_age(draft if text == draft.text else replace(draft, text=text, was=was, undone=undone))
