"""Which of a committee's own numbers tell the meeting: `58.3` of meeting 58, `2031/7` of a year, but not `3.1` of the third agenda item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.ledger.matching.own import own_numbers
from tcsg.model import Section

if TYPE_CHECKING:
    from tcsg.model import Minutes

_LETTERED = late.compile(r"([A-Za-z]{1,8}[-.]?)(\d{1,4})")
_SCOPED = late.compile(r"(\w*\d)[./-]\d")


def telling_numbers(minutes: Minutes) -> frozenset[str]:
    """The numbers given to actions at a meeting that no other meeting gives again.

    They begin with the meeting's number as it is written or with its year, or all of several with the same one: agenda items would part
    them. Then those of the meetings before tell theirs as well.
    """
    cited = [(number, m.section is Section.REVIEW) for m in minutes.mentions if m.cites for number in own_numbers(m.cites)]
    old = {number for number, reviewed in cited if reviewed}
    given = {number: scope[1] for number, _ in cited if number not in old and (scope := _SCOPED.match(number))}
    whole = {(minutes.meeting or "").casefold(), *((str(minutes.day.year), f"{minutes.day:%y}") if minutes.day else ())}
    alike = len(given) > 1 and len(set(given.values())) == 1
    found = frozenset(number for number, scope in given.items() if alike or scope.casefold() in whole)
    if minutes.meeting:  # a list of old actions may give new ones as well, `41/1: new`; `41.1` may be a paragraph
        found |= {number for number in old if number.casefold().startswith(f"{minutes.meeting.casefold()}/")}
    return found | _earlier(next(iter(given.values())), old) if alike else found


def _earlier(scope: str, old: set[str]) -> frozenset[str]:
    """Of the numbers of old actions those of the meetings before the one that gives all its own: `AB6-2` where the new ones are `AB7-1`, `AB7-2`."""
    mine = _LETTERED.fullmatch(scope)
    theirs = {number: _LETTERED.fullmatch(found[1]) for number in old if (found := _SCOPED.match(number))} if mine else {}
    return frozenset(n for n, one in theirs.items() if mine and one and one[1] == mine[1] and int(one[2]) < int(mine[2]))
