"""Which of a committee's own numbers tell the meeting: `58.3` of meeting 58, `2031/7` of a year, but not `3.1` of the third agenda item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.ledger.matching.own import own_numbers
from tcsg.model import Section

if TYPE_CHECKING:
    from tcsg.model import Minutes

_SCOPED = re.compile(r"(\w*\d)[./-]\d")


def telling_numbers(minutes: Minutes) -> frozenset[str]:
    """The numbers given to actions at a meeting that no other meeting gives again.

    They begin with the meeting's number as it is written or with its year, or all of several with the same one: agenda items would part
    them.
    """
    cited = [(number, m.section is Section.REVIEW) for m in minutes.mentions if m.cites for number in own_numbers(m.cites)]
    old = {number for number, reviewed in cited if reviewed}
    given = {number: scope[1] for number, _ in cited if number not in old and (scope := _SCOPED.match(number))}
    whole = {(minutes.meeting or "").casefold(), *((str(minutes.day.year), f"{minutes.day:%y}") if minutes.day else ())}
    alike = len(given) > 1 and len(set(given.values())) == 1
    return frozenset(number for number, scope in given.items() if alike or scope.casefold() in whole)
