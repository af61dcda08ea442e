"""Which of a committee's own numbers no other meeting gives again: `58.3` of meeting 58, `2031/7` of a year, `ACTION-203` of a running count.

But not `3.1` of the third agenda item, and not `3` of a list that counts from 1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.model import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.model import Minutes

_SCOPED = re.compile(r"(\w*\d)[./-]\d")
_LONG = 3
"""Digits of a number that no list of a meeting comes to."""
_BEYOND = 2
"""How many times as far as the actions of a meeting go its numbers begin, if they count on from earlier meetings."""


def telling_numbers(minutes: Minutes) -> frozenset[str]:
    """The numbers given to actions at a meeting that no other meeting gives again.

    They begin with the meeting's number as it is written or with its year, or all of several with the same one: agenda items would part
    them.
    """
    cited = [(number, m.section is Section.REVIEW) for m in minutes.mentions for number in m.cites]
    old = {number for number, reviewed in cited if reviewed}
    given = {number: scope[1] for number, _ in cited if number not in old and (scope := _SCOPED.match(number))}
    whole = {(minutes.meeting or "").casefold(), *((str(minutes.day.year), f"{minutes.day:%y}") if minutes.day else ())}
    alike = len(given) > 1 and len(set(given.values())) == 1
    return frozenset(number for number, scope in given.items() if alike or scope.casefold() in whole).union(_counted_on(cited))


def _counted_on(cited: Sequence[tuple[str, bool]]) -> frozenset[str]:
    """The plain numbers of a count that goes on from meeting to meeting: long ones, or those that follow each other far from 1."""
    plain = [number for number, _ in cited if number.isdecimal()]
    new = sorted({int(number) for number, reviewed in cited if number.isdecimal() and not reviewed})
    follow = len(new) > 1 and new[-1] - new[0] == len(new) - 1 and new[0] > _BEYOND * len(cited)
    return frozenset([number for number in plain if len(number) >= _LONG or (follow and int(number) in new)])
