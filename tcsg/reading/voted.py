"""What a body did and nobody has to do, where it calls its votes `Action`: `ACTION: Ms Reed moved to approve. Mr Kern seconded. Carried 4-0.`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.owners import find_owners
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_HINTS = (
    *("mov", "motion", "second", "propos", "approved", "adopted", "carried", "passed", "tabled", "defeated", "denied", "ratified", "object", "filed"),
    *("council ", "board ", "committee "),
)
"""With one of these a vote is told."""
_MOVED = late.compile(
    r"\b(?:(?<!be )moved|moves|proposed|motion (?:was |made )*(?:by|to|that|for|carried|passed)|made (?:a|the) motion)\b.{0,400}?"
    r"\b(?:second(?:ed|s)?|unanimous(?:ly)?|carried(?! (?:forward|over|on)\b)|passed|approved|failed)\b",
    re.IGNORECASE,
)
"""Who moved it, and who seconded it or what came of it."""
_FATE = late.compile(
    r"(?:motion |vote )?(?:(?:was |were )?(?:unanimously )?(?:approved|adopted|carried|passed|defeated|denied|ratified"
    r"|received(?: and (?:placed on )?filed?)?)"
    r"(?=[\s.!]*$|[.,;]\s|\s(?:unanimously|by|as|with|\d))|tabled\b)",
    re.IGNORECASE,
)
"""What came of it, alone or with how the votes fell: `APPROVED by consent`, `Passed 4-0`."""
_BODY_DID = late.compile(
    r"(?:the )?(?:(?:city|town|county|parish|school) )?(?:council|board|committee|commission)(?: members)? "
    r"(?:(?:unanimously|also|then) )?"
    r"(?!asked|directed|requested|instructed|tasked|charged|invited|agreed|resolved|authori)"
    r"(?:voted|[a-z]{3,12}ed|took|chose|made|held|heard)\b(?! to\b)",
    re.IGNORECASE,
)
"""What the body itself did there and then: `The Council appointed Ms Reed`."""
_MOTION = late_names(r"[Mm]otion by [A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,2}(?:,| to | that )")
"""Who moved it, and what: `Motion by Reed, support by Kern, to approve the minutes`."""
_MOVING = ("otion", "OTION", "oved", "ropos")
"""With one of these it is told that something was moved."""
_NOBODY_AGAINST = late.compile(r"(?:without objections?|there being no objections?|no objections?)\b", re.IGNORECASE)
_ORDER = late_names(r"(?:^|[.;,!?]\s+)[A-Z@][\w.'’-]{0,30}(?:(?:,| and| &|/)? [A-Z][\w.'’-]{1,30}){0,3} (?:to|will|shall) (?!be\b)[a-z]")
"""Somebody who has to do something after all: `Approved. Ann to tell the yard`."""


_RESOLVED = late.compile(
    r"that (?!.{2,120}? be (?:asked|requested|invited|instructed|directed|tasked) to\b)"
    r"(?:(?:the|an?|any|all|no|our|we|this|these|each)\b|.{2,80}?\bbe\b)",
    re.IGNORECASE,
)
"""How each of several resolutions begins, but for one that asks somebody to do something."""
_PUT = late.compile(
    r"(?:(?:for|the) )?(?:(?P<noun>approval|adoption|ratification|acceptance|authori[sz]ation|endorsement|motion|vote|discussion|decision"
    r"|consideration|resolution)"
    r"|approve|adopt|ratify|receive|endorse|authori[sz]e|vote)\b",
    re.IGNORECASE,
)
"""What a body is asked to do there and then."""
_PASSED = late.compile(
    r"(?:(?:the|this|that|all) )?[\w' ’-]{3,60} (?:was|were|has been|have been|is|are) (?:all |unanimously |duly |formally |also )?"
    r"(?:approved|adopted|carried|passed|defeated|ratified)(?: (?:unanimously|as (?:circulated|presented|amended|read)|by [^.;]{3,40}"
    r"|(?:with|without|subject to) [^.;]{3,40}))?[\s.!]*$",
    re.IGNORECASE,
)
_ACTIONS = ("action", "item", "task", "point")
_SEVERAL_AT = 60
"""Characters in which it is told of which actions."""
_SEVERAL = late.compile(
    r"(?:(?:the )?(?:rest|remainder) of |(?:the )?(?:other|remaining|many|most|several|some|both|few|various)(?: of)? )(?:the |these |our )?"
    r"(?:(?:\d{1,2}|two|three|four|five|six|other|old|open|previous) )?(?:actions?|action items?|action points?|items|tasks|points)"
    r"(?: (?:from|of) (?:the )?(?:last|previous) (?:meeting|minutes|call))?"
    r"(?::? (?:(?:is|are|was|were|have been|has been|all|now|still|remain) ){0,3}[a-z]{3,12}(?: \([^()]{1,60}\))?|:?\s\([^()]{1,60}\)|)[\s.!]*$",
    re.IGNORECASE,
)
_ASKING = ("requested", "sought")
_OF_SEVERAL = late.compile(r"(?:[\[(][^\[\]()]{1,40}[\])][ \t]*(?:&|,|and|or)?[ \t]*){1,6}(?:regarding|concerning|about|re)\b")
"""What tells which actions are meant and what they are about, and no task: `Actions carried forward: [AB] & [AB, CD] regarding the fair`."""


_THANKING = ("thank", "congrat", "special thank", "many thank", "big thank", "huge thank", "our thank")
_THANKED = late.compile(
    r"(?:(?:special|many|big|huge|our) )?(?:thanks|thank you|congratulations|congrats)(?: (?:so|very) much| again)?"
    r"(?: (?:all|everybody|everyone|for|goes?|go|to)\b|[,!.])",
    re.IGNORECASE,
)
"""Who is thanked has nothing to do, nor who thanks; `Thank you letter to the town` is a thing."""


def leaves_nothing(told: str, mark: str = "") -> bool:
    """Whether the words behind a mark leave nobody anything to do: there is none, it was a vote, or is one: `Action requested: approve it`."""
    if mark[-1:] in "sS" and told[:1] in "[(" and _OF_SEVERAL.match(told):
        return True
    asked = _PUT.match(told.lstrip(" *_:")) if mark[-9:].casefold().endswith((*_ASKING, "required", "needed")) else None
    return nothing(told) or is_vote(told) or (asked is not None and (asked["noun"] is not None or mark.casefold().endswith(_ASKING)))


def is_resolved(text: str) -> bool:
    """Whether a point of a list is a motion, or what was resolved: `THAT the lease be renewed`."""
    if text[:14].casefold() == "resolved that ":
        text = text[9:]
    return (text[:5].casefold() == "that " and _RESOLVED.match(text) is not None) or is_motion(text)


def is_of_none(text: str, *, review: bool) -> bool:
    """Whether a point tells of several actions at once, `Other two actions: closed`, thanks, or what was passed, as a review may tell of a task."""
    if text[:16].casefold().lstrip("*_").startswith(_THANKING) and _THANKED.match(plain(text)) is not None:
        return True
    said = text[:_SEVERAL_AT].casefold()
    if any(map(said.__contains__, _ACTIONS)) and _SEVERAL.match(plain(text)) is not None:
        return True
    return not review and any(map(text.casefold().__contains__, _HINTS)) and _PASSED.match(plain(text)) is not None


def is_motion(text: str) -> bool:
    """Whether a point of a list tells of a motion and who moved and seconded it or how it went, and leaves nobody anything to do."""
    if not any(map(text.__contains__, _MOVING)):
        return False
    words = plain(text[:600])
    moved = _MOVED.search(words)
    told = moved[0].casefold() if moved is not None else ""
    seconded = "second" in told or not told.startswith("proposed")  # `Collect proposed changes; the board approved some`
    return moved is not None and seconded and _ORDER.search(words, moved.end()) is None


def is_vote(told: str) -> bool:
    """Whether the words behind a mark tell how a body voted, and no more."""
    said = told[:600].casefold()
    if not any(map(said.__contains__, _HINTS)):
        return False
    words = plain(told[:600]).strip()
    voted = _FATE.match(words) or _NOBODY_AGAINST.match(words) or _MOVED.search(words) or _MOTION.match(words) or _BODY_DID.match(words)
    return voted is not None and _ORDER.search(words) is None


def without_voted(drafts: tuple[Draft, ...], items: Sequence[Item], names: Names) -> tuple[Draft, ...]:
    """The drafts without the points that a body calls its action items and puts to the vote: `1. The lease` above `Moved by Ann, seconded by Bo.`.

    The motion stands further in than the point, or most points of the list have one below.
    """
    moved = [item for item in items if item.shape not in (Shape.ROW, Shape.RULE) and is_motion(item.text)] if drafts else []
    if not moved:
        return drafts
    titles = [item.line for item in items if item.shape is Shape.HEADING]
    voted: dict[int, bool] = {}
    for item in moved:
        at = bisect_right(drafts, item.line, key=lambda draft: draft.line) - 1
        point = drafts[at] if at >= 0 and bisect_right(titles, drafts[at].line) == bisect_right(titles, item.line) else None
        beside = point is not None and item.shape is Shape.BULLET and item.indent <= point.indent and item.line > point.end
        if point is not None and not beside and _home(point) and find_owners(plain(point.text), names, marked=True) is None:
            voted[at] = voted.get(at, False) or item.indent > point.indent or item.line <= point.end
    homes, most = Counter(map(_home, drafts)), Counter(_home(drafts[n]) for n in voted)
    gone = {n for n, within in voted.items() if within or 2 * most[_home(drafts[n])] > homes[_home(drafts[n])]}
    return tuple(draft for n, draft in enumerate(drafts) if n not in gone)


def _home(draft: Draft) -> int:
    """The line of the title of the list that a draft is a point of; 0 where it is marked by more than its place."""
    return draft.block.line if draft.block is not None and draft.kind in (Kind.BLOCK, Kind.SUMMARY) else 0
