"""What every meeting needs anew, and what is listed again in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.matching.calling import CALLING
from tcsg.ledger.matching.words import same_owners
from tcsg.model import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.ledger.matching.words import Words

ROUTINE = frozenset("meet minut agenda room venu apolog date".split())
"""Stems of what every meeting needs anew: `circulate the minutes`, `book the room for the next meeting`."""
_FEW = 3
"""Words of a task that anybody may be given."""


def is_routine(one: Words, other: Words) -> bool:
    """Whether a mention is of something that each meeting asks for anew, and nothing else says that it is the old one.

    So are a few words that are somebody else's now: `PB to chair`, `KK to chair`.
    """
    if one.section is Section.REVIEW or one.own & other.own or one.links & other.links:
        return False
    return is_needed_anew(one, other) or (len(one.bag) <= _FEW and same_owners(one, other) == 0)


def is_needed_anew(one: Words, other: Words) -> bool:
    """Whether two wordings share what every meeting needs, and one says little else: `agenda sent`."""
    shared = one.bag & other.bag
    routine = len(shared & ROUTINE)
    routine += len(shared & CALLING) if routine else 0
    return bool(routine) and len(one.bag) <= 4 * routine


def listed_again(one: Words, wordings: Iterable[Words]) -> bool:
    """Whether a mention has the words of an action, where nothing says that they are new, and it is none that every meeting needs."""
    return one.section is not Section.NEW and any(_same_words(one, other) and not is_routine(one, other) for other in wordings)


def _same_words(one: Words, other: Words) -> bool:
    """Whether nothing but small words, endings or their order tells two wordings apart."""
    return one.text == other.text or (one.bag == other.bag and one.numbers == other.numbers and same_owners(one, other) == 1)
