"""What a body did and nobody has to do, where it calls its votes `Action`: `ACTION: Ms Reed moved to approve. Mr Kern seconded. Carried 4-0.`."""

from __future__ import annotations

import re

from tcsg import late
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import plain
from tcsg.reading.text import late_names

_HINTS = ("mov", "motion", "second", "propos", "approved", "adopted", "carried", "passed", "tabled", "defeated", "denied", "ratified", "object")
"""With one of these a vote is told."""
_MOVED = late.compile(
    r"\b(?:moved|moves|proposed|motion (?:was |made )*(?:by|to|that|for|carried|passed)|made (?:a|the) motion)\b.{0,400}?"
    r"\b(?:second(?:ed|s)?|unanimous(?:ly)?|carried|passed|approved|failed)\b",
    re.IGNORECASE,
)
"""Who moved it, and who seconded it or what came of it."""
_FATE = late.compile(
    r"(?:motion |vote )?(?:(?:was |were )?(?:unanimously )?(?:approved|adopted|carried|passed|defeated|denied|ratified)"
    r"(?=[\s.!]*$|[.,;]\s|\s(?:unanimously|by|as|with|\d))|tabled\b)",
    re.IGNORECASE,
)
"""What came of it, alone or with how the votes fell: `APPROVED by consent`, `Passed 4-0`."""
_NOBODY_AGAINST = late.compile(r"(?:without objections?|there being no objections?|no objections?)\b", re.IGNORECASE)
_ORDER = late_names(r"(?:^|[.;,!?]\s+)[A-Z@][\w.'’-]{0,30}(?:(?:,| and| &|/)? [A-Z][\w.'’-]{1,30}){0,3} (?:to|will|shall) (?!be\b)[a-z]")
"""Somebody who has to do something after all: `Approved. Ann to tell the yard`."""


def leaves_nothing(told: str) -> bool:
    """Whether the words behind a mark leave nobody anything to do: there is none, or it was a vote."""
    return nothing(told) or is_vote(told)


def is_vote(told: str) -> bool:
    """Whether the words behind a mark tell how a body voted, and no more."""
    said = told[:600].casefold()
    if not any(map(said.__contains__, _HINTS)):
        return False
    words = plain(told[:600]).strip()
    voted = _FATE.match(words) or _NOBODY_AGAINST.match(words) or _MOVED.search(words)
    return voted is not None and _ORDER.search(words) is None
