"""What tells that something is given up: `so we are dropping this`, or why it was struck out: `~~Sell the lathe~~ we keep it`."""

from __future__ import annotations

import re

from tcsg import late
from tcsg.model import Status

_GIVEN_UP = late.compile(
    r"^\W*(?:no|nope|nah|never ?mind|nein|non|lieber nicht)\W*$"
    r"|\b(?:we|they) (?:keep|will keep|are keeping|stay with|do without) (?:it|them|this|that|the)\b"
    r"|\b(?:said|says|say) no\b|\b(?:we|they|use|using|will)\b[^.;]{0,60}\binstead\b"
    r"|\b(?:nobody|no one|no-one) (?:wants|needs|has time)\b|\b(?:won['’]t|will not|not going to) (?:do|happen|be done)\b"
    r"|(?:\bnot|n['’]t) (?:needed|wanted|necessary|worth it|possible)\b"
    r"|^\W*(?:didn['’]t|did not|won['’]t)\s*[,;:.–—-]|\b(?:didn['’]t|did not) (?:need|have) to\b"
    r"|\bno (?:money|time|budget|need|interest)\b"
    r"|\breplaced (?:by|with) (?:the |an? )?(?:following|next|another|(?:new )?(?:action|item|task))\b"
    r"|\btoo (?:dear|expensive|costly|late|far|risky)\b|\bno way\b|\bnot (?:allowed|available)\b|\b(?:declined|refused|turned (?:us|it) down)\b"
    r"|\bsuperseded\b|\bno (?:point|use)\b|\bdropped\b|\bcancell?ed\b|\bgave up\b|\bgiven up\b",
    re.IGNORECASE,
)
_LET_GO = late.compile(
    r"\blet (?:it|this|that|them) go\b|\b(?:we|i|let['’]s|will|shall) (?:forget|skip|drop|scrap) (?:about )?(?:it|this|that|them)\b"
    r"|\bwe(?:['’]ll| will| have|['’]ve| are|['’]re)? (?:stop(?:ped|ping)?|end(?:ed|ing)?) (?:it|this|that|there|here)\b"
    r"|\blass(?:en|t) (?:es|das) (?:sein|fallen|bleiben)\b|\bon (?:abandonne|laisse tomber)\b",
    re.IGNORECASE,
)
"""What says so whatever has been done: `Ann has left, we let this go`."""
_DID = late.compile(r"\b(?:did(?! not\b)|done|has|have|sent|wrote)\b", re.IGNORECASE)


def struck_status(remark: str) -> Status:
    """How something went that is struck out, by what is told behind it: it is done unless that says why it was given up."""
    given_up = remark and _GIVEN_UP.search(remark) is not None and _DID.search(remark) is None
    return Status.DROPPED if given_up or _LET_GO.search(remark) is not None else Status.DONE
