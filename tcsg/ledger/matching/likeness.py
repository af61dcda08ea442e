"""How alike two wordings of an action are, by what they say and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.matching.letters import ratio
from tcsg.ledger.matching.stems import shared_words
from tcsg.ledger.matching.tasks import tasks_of
from tcsg.ledger.matching.words import same_owners, shared_in

if TYPE_CHECKING:
    from tcsg.ledger.matching.words import Words

_SAME = 0.1
"""What it adds to likeness that the owners are the same."""
MOST = 1.1
"""The likeness of the very same words of the same owners."""
_TURNED = 4
"""Words that are the same task in another order."""
OTHERS = 0.22
"""How much less the likeness is when the owners are others, but for tasks that name both and share `LONG` words."""


def likeness(one: Words, other: Words, least: float | None = None) -> float:
    """Evidence from 0 to about 1.1 that two wordings are the same action, by what they say and whose they are.

    What cannot come to `least` is 0: then the letters need not be compared.
    """
    if one.heads.isdisjoint(other.heads) and one.text != other.text:
        return 0.0  # no word of one is one of the other
    owners = same_owners(one, other)
    if one.text == other.text and (owners == 1 or one.owners == other.owners):
        return MOST
    here, there = tasks_of(one, other, owners)
    shared = shared_in(one, other) if here is one.bag and there is other.bag else shared_words(here, there)
    if not shared:
        return 0.0
    small = min(len(here), len(there))
    dice = 2 * shared / (len(here) + len(there))
    within = shared / small if small >= 4 else dice
    words = 0.3 * dice + 0.35 * within
    change = 0.0 if owners < 0 else _SAME * owners if owners else _SAME - OTHERS
    if least is not None and words + 0.35 + change < least - _ROUNDING:
        return 0.0  # whatever else there is takes away
    swap, numbers = 0.0, _parting_numbers(one, other)
    if shared < small:  # a word for another one: as likely another person, place or paper as a synonym
        swapped = _is_swapped(here, there, shared) or ((one.titled or other.titled) and _is_swapped(*_told(one, other)))
        synonyms = here - there <= one.deeds and there - here <= other.deeds
        swap = 0.35 if swapped and not synonyms else 0.15
    if least is not None and words + 0.35 - swap + change - numbers < least - _ROUNDING:
        return 0.0
    told = ratio(one.text, other.text)
    if here == there and len(here) >= _TURNED and owners == 1:
        told = max(told, 0.6)  # only the order is another: `labels for the chart room`, `chart room, labels`
    score = words + 0.35 * told
    if shared < small:
        score -= swap
    elif is_of_other_kind(one, other):
        score -= 0.25
    return score + change - numbers


def _is_swapped(here: frozenset[str], there: frozenset[str], shared: int) -> bool:
    """Whether one or two words of many stand for as many others."""
    return len(here) == len(there) and len(here) - shared <= 2 < shared


def _parting_numbers(one: Words, other: Words) -> float:
    """How much less the likeness is since the numbers are others; `two rooms` and `2 rooms` are the same."""
    if one.numbers == other.numbers or (one.numbers <= other.bag and other.numbers <= one.bag):
        return 0.0
    return 0.06 if one.numbers <= other.numbers or other.numbers <= one.numbers else 0.2


def _told(one: Words, other: Words) -> tuple[frozenset[str], frozenset[str], int]:
    """What both are to do, without what is told behind it of how it goes, and how many words they share."""
    here, there = (words.title if words.titled else words.bag for words in (one, other))
    here, there = here - other.people, there - one.people
    return here, there, shared_words(here, there)


def is_of_other_kind(one: Words, other: Words) -> bool:
    """Whether what is done in one wording is a thing in the other: `draft the policy`, `circulate the draft policy`."""
    if not (one.deeds and other.deeds) or not one.deeds.isdisjoint(other.deeds):
        return False
    return not (one.deeds.isdisjoint(other.bag) and other.deeds.isdisjoint(one.bag))


def most_alike(shared: int, here: int, there: int) -> float:
    """The most that the likeness of two wordings of `here` and `there` words can be that share so many."""
    small = min(here, there)
    dice = 2 * shared / (here + there)
    return 0.3 * dice + 0.35 * (shared / small if small >= 4 else dice) + 0.35 + _SAME - (0.15 if shared < small else 0.0)


_ROUNDING = 1e-6
"""More than all rounding comes to."""
