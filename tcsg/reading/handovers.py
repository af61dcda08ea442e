"""An action that changes hands: `KK to order lamps. Ben will take this over`, `… – reassigned to Ben`, `… (now with Ben)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.reading.naming import HANDLE, INITIALS, NAME_WORD, split_owners
from tcsg.reading.owners import find_owners
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_NAME = r"[@A-Z][\w@.'’-]{0,30}(?: (?!(?i:to|will|is|has|now|from)\b)[A-Z][\w.'’-]{0,30}){0,2}"
WHO = rf"{_NAME}(?:(?:,? and |, | ?[&/] ?){_NAME}){{0,3}}"
_END = (
    rf"(?:,? (?:from|instead of|in place of|rather than) (?P<former>{WHO}))?"
    rf"(?:,? (?:as (?i:he|she|they|{_NAME})|since|because|while|until|who|now|instead|for now|from now on|in future)\b.{{0,80}})?[\s.!*_]*"
)
_IT = r"(?:this|it|that|these|them|(?:the |this )?(?:action|task|item)|(?:the|this) one)"
_THIS = rf"(?:{_IT} )?(?:(?:is|was|were|has been|have been|are|now) ){{0,2}}"
_CLEAR = (
    late_names(
        rf"(?P<to>{WHO}) (?:(?:will|to|is to|has|have|can|would|is going to|(?:has |have )?(?:agreed|offered|volunteered) to)(?: now)? )?"
        rf"(?:(?:take|takes|taking|took|taken) (?:{_IT} (?:over|on)|over {_IT})|(?:take|takes|taking) (?:over(?: responsibility)?|on)){_END}"
    ),
    late_names(
        rf"(?i:{_THIS}(?:re-?assign(?:ed|ing)?|re-?allocat(?:ed|ing)|delegat(?:ed|ing)))(?: from (?P<former0>{WHO}))?(?: to|:) (?P<to>{WHO}){_END}"
    ),
    late_names(
        rf"(?P<to>{WHO}) (?:(?:has |have )?(?:agreed|offered|volunteered) to (?:take|do) {_IT}|is (?:now doing {_IT}|doing {_IT} now)"
        rf"|(?:(?:will|to|is to|has|have) )?(?:pick|picks|picked|picking) (?:{_IT} up|up {_IT})){_END}"
    ),
    late_names(
        rf"(?P<former0>{WHO}) (?:is|was|has|had|will be) (?!done|did)[^,.;:]{{2,40}}[,;] (?i:so |and |hence )?"
        rf"(?P<to>{WHO}) (?:will|to|is to|can) (?:do|handle|take|see to|deal with|look after|finish) {_IT}{_END}"
    ),
    late_names(rf"(?i:{_THIS}now with|over to) (?P<to>{WHO}){_END}"),
    late_names(rf"(?P<to>{WHO}) (?:will|to|is to) (?:now do {_IT}|do {_IT}(?= instead| in place|,? from now on)){_END}"),
    late_names(rf"(?i:{_IT} (?:will|is to) now be done by) (?P<to>{WHO}){_END}"),
    late_names(rf"(?i:(?:the )?new owner(?: is)?:?|owner(?:ship)?(?: is)? now:?|owner changed to) (?P<to>{WHO}){_END}"),
)
"""Clauses that say so of any action."""
_PASSED = late_names(rf"(?i:{_THIS}(?:handed(?: over| on)?|passed(?: on| over)?|transferred|moved(?: over)?)) to (?P<to>{WHO}){_END}")
"""A clause that may say as well what was done: keys are handed to somebody, too."""
_TAKING = late_names(
    rf"{WHO} (?:(?:to|will|is to|(?:has )?agreed to) (?P<what>take over (?:the )?)|(?P<now>(?:takes|took|is taking|has taken) over (?:the )?))"
    rf"(?!{_IT}\b).{{3,300}} from (?P<former>{WHO})[\s.]*$"
)
"""`PB to take over the order of lamps from KK`"""
_FORMERLY = "taking (?:this |it )?over from|instead of|in place of|(?:re-?assigned|transferred) from|was|formerly|previously"
_BEHIND = late_names(rf"\s\((?i:{_FORMERLY}):? (?P<former>{WHO})\)[\s.]*$")
"""`… (taking over from KK)`, `… (was KK)`"""
_SIGN = late.compile(r"(?::|\s[–—-]+|\s(?:->|→)|[.;,])\s+|\s+\(")
_STOP = late.compile(r"[.;](?:\s|$)")
_HINTS = (
    *("take", "taking", "took", "ssign", "alloc", "delegat", "pass", "hand", "transfer", "moved", "now ", "instead", "over to", "owner"),
    *("pick", "doing", "volunteer", "offered to", "agreed to", "will do", "to do", "see to", "deal with", "look after"),
)
"""What any such clause has."""
_NEAR = 200
"""Characters that may stand between the sign and what a clause has: its people."""
_LONGEST = 400
"""Characters of which no such clause has as many."""
_PASSING = ("pass", "hand", "transfer", "moved")
"""What _PASSED has; all of them are hints."""
GIVING = frozenset("hand give pass transfer send move deliver return forward submit bring take post lend present offer sell".split())
"""What is done with a thing by giving it to somebody."""


@frozen
class Handover:
    """Where a text says that its action changes hands, who has it now, and whose it was, if that is said."""

    start: int
    end: int
    to: tuple[str, ...]
    former: tuple[str, ...] = ()


def find_handover(text: str, names: Names) -> Handover | None:
    """The clause of an action's words by which it changes hands; None when there is none or it may as well be what was done."""
    folded = text.casefold()
    if not any(map(folded.__contains__, _HINTS)):
        return None
    first = min(at for at in map(folded.find, _HINTS) if at >= 0)
    for start, begin, end in _clauses(text, max(0, first - _NEAR)):
        told = read_handover(text[begin:end], names, task=text[:start])
        if told is not None:
            return Handover(start, end + (text[end : end + 1] == ")"), told.to, told.former)
    return None


def read_handover(words: str, names: Names, task: str | None = None) -> Handover | None:
    """The hand-over that a whole clause tells of the `task` before it, or of the action above it."""
    words = words.strip(" *_")
    folded = words.casefold()
    if not any(map(folded.__contains__, _HINTS)):
        return None
    for clause in _CLEAR:
        if (said := clause.fullmatch(words)) is not None and (to := people_of(said["to"], names, sure=False)):
            former = said["former"] or said.groupdict().get("former0")
            return Handover(0, len(words), to, people_of(former, names, sure=False) if former else ())
    said = _PASSED.fullmatch(words) if task is not None and any(map(folded.__contains__, _PASSING)) else None
    if said is not None and task is not None and _is_order_of_other(task, names) and (to := people_of(said["to"], names, sure=True)):
        return Handover(0, len(words), to, people_of(said["former"], names, sure=False) if said["former"] else ())
    return None


def taken_over(text: str, names: Names) -> tuple[str, tuple[str, ...]]:
    """The words of a task without what says that it was somebody else's, and whose: `PB to take over the order of lamps from KK`."""
    if " over " in text and (taken := _TAKING.match(text)) and (former := people_of(taken["former"], names, sure=True)):
        what = "what" if taken["what"] else "now"
        return f"{text[: taken.start(what)]}{text[taken.end(what) : taken.start('former') - len(' from ')]}", former
    if text.rstrip(". ").endswith(")") and (behind := _BEHIND.search(text)) and (former := people_of(behind["former"], names, sure=True)):
        return text[: behind.start()], former
    return text, ()


def _clauses(text: str, start: int) -> Iterator[tuple[int, int, int]]:
    """Where each sign stands from `start` on behind which a clause may begin, the clause, and its end."""
    for sign in _SIGN.finditer(text, start):
        begin = sign.end()
        near = min(len(text), begin + _LONGEST)
        stop = text.find(")", begin, near) if text[begin - 1] == "(" else (at.start() if (at := _STOP.search(text, begin, near)) else near)
        if begin < stop < begin + _LONGEST:
            yield sign.start(), begin, stop


def people_of(words: str, names: Names, *, sure: bool) -> tuple[str, ...]:
    """The people of a list; none unless all may be somebody, or are known when it must be `sure`."""
    owners = split_owners(words, names)
    known = all(names.knows(o) or HANDLE.match(o) or (not sure and _is_name(o, names)) for o in owners)
    return owners if known else ()


def _is_name(owner: str, names: Names) -> bool:
    return bool(INITIALS.match(owner)) or len(owner.split()) > 1 or (not names.full and bool(NAME_WORD.match(owner)))


def _is_order_of_other(task: str, names: Names) -> bool:
    """Whether a task is somebody's and is not done by giving something to somebody."""
    owned = find_owners(task, names)
    verb = next((word for word in task.casefold().split() if word in w.VERBS), "")
    return owned is not None and bool(verb) and verb not in GIVING
