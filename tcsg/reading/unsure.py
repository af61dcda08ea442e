"""What says of a deed that it is not done, or not for certain: `not yet`, `should be`, `waiting`."""

from __future__ import annotations

from tcsg import late
from tcsg.reading.text import MONTH

_UNSURE = late.compile(
    r"\b(?:not|no|never|yet|still|but|however|partially|partly|almost|nearly|will|would|should|can|could|might|must|shall|may be|needs?"
    rf"|to be|pending|await\w*|waiting|until(?! (?:the end of )?(?:\d|{MONTH}))|once"
    r"|ongoing|wrong|in vain|n't|for (?:review|comments?|approval|feedback|signature|consultation))\b"
)
_NONE_BAD = late.compile(
    r"[,;]? \bno (?:(?:further|more|other|major|serious|adverse) )?"
    r"(?:faults?|problems?|issues?|complaints?|objections?|concerns?|comments?|defects?|damage|leaks?|surprises"
    r"|(?:changes?|amendments?|corrections?|edits|updates|objections)"
    r"(?: (?:were |are |was |is )?(?:needed|required|necessary|made|found|received))?)\b"
)
"""What is well when there is none."""
_ASKED_TO_BE = late.compile(r"\basked to be (?:kept|told|informed|added|included|copied|notified)\b")
"""What whoever did it asks for: `contacted the mill and asked to be kept informed`."""


def is_unsure(sentence: str) -> bool:
    """Whether a casefolded sentence says so."""
    sentence = _ASKED_TO_BE.sub("", sentence) if " asked to be " in sentence else sentence
    return _UNSURE.search(_NONE_BAD.sub("", sentence) if " no " in sentence else sentence) is not None
