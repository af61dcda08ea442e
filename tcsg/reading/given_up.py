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
    r"|\bnot (?:needed|wanted|necessary|worth it|possible)\b|\bno (?:money|time|budget|need|interest)\b"
    r"|\bno (?:point|use)\b|\bdropped\b|\bcancell?ed\b|\bgave up\b|\bgiven up\b",
    re.IGNORECASE,
)
_LET_GO = late.compile(
    r"\blet (?:it|this|that|them) go\b|\blass(?:en|t) (?:es|das) (?:sein|fallen|bleiben)\b|\bon (?:abandonne|laisse tomber)\b", re.IGNORECASE
)
"""What says so whatever has been done: `Ann has left, we let this go`."""
_DID = late.compile(r"\b(?:did|done|has|have|sent|wrote)\b", re.IGNORECASE)
_FAILED = late.compile(
    r"\b(?:did not happen|did not take place|never happened|(?:was|were|is|has been|have been) (?:now )?(?:abandoned|called off|superseded|withdrawn"
    r"|overtaken)|will not be pursued)\b"
)
STRUCK_OFF = late.compile(
    r"\b(?:drop|remove|take|strike)(?:ped|d|n)? (?:it |this |them |off )?(?:from|off) (?:the |this |our )?"
    r"(?:actions?|action list|list|(?:pending|open) (?:points|items|list)|to-?do(?: list)?)\b"
    r"|\b(?:we(?:['’](?:re|ll)| are| will| have)?(?: now)?|let['’]s) (?:drop(?:ping|ped)?|abandon(?:ing|ed)?) (?:it|this|that)"
    r"(?: action| item| task| one)?(?:[\s.!]*$|[,;] )"
    r"|^(?:but |as |and )?(?:we|they|you|i) (?:don['’]t|do not|no longer) (?:need|want) (?:it|this|that|them|these|those|one|any)\b"
    r"|\b(?:agreed|decided|resolved) (?:to (?:drop|abandon|withdraw)|not to pursue) (?:it|this|that|the (?:item|matter|action|idea|point))\b"
    r"|\bso no need\b[^,;:.]{0,30}[\s.!]*$"
)
"""`removed from the list`, `so we are dropping this`, `we don't need it any more`"""
_DROPPING = (
    *("not ", "never happened", "abandon", "called off", "supersed", "withdraw", "overtaken", "drop", "remove", "take", "strike", "don't", "don’t"),
    *("no longer", "no need"),
)
"""Of these one is in what _FAILED or STRUCK_OFF finds; most reports have none, and to search for those is dear."""


def struck_status(remark: str) -> Status:
    """How something went that is struck out, by what is told behind it: it is done unless that says why it was given up."""
    given_up = remark and _GIVEN_UP.search(remark) is not None and _DID.search(remark) is None
    return Status.DROPPED if given_up or _LET_GO.search(remark) is not None else Status.DONE


def is_given_up(sentence: str) -> bool:
    """Whether a casefolded sentence of a report says that the action is given up."""
    return any(map(sentence.__contains__, _DROPPING)) and (_FAILED.search(sentence) is not None or STRUCK_OFF.search(sentence) is not None)
