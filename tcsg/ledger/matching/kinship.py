"""How much of what tells two actions is the same, where place or owner already speak for their being one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.matching.stems import meaning, shared_words
from tcsg.ledger.matching.topics import is_vague
from tcsg.ledger.matching.words import names_owner, same_owners

if TYPE_CHECKING:
    from tcsg.ledger.matching.words import Words

_GENERAL = frozenset(
    map(
        meaning,
        "address chase continue deal do figure finish follow handle keep look manage progress pursue settle solve sort start tackle try work".split(),
    )
)
"""Verbs for whatever is to be done with a thing."""


@frozen
class Kin:
    """What two wordings of the same owners have in common."""

    shared: int
    """Telling words that both have."""
    whole: bool
    """Whether they are all that one of them has."""
    same: bool
    """Whether the first does nothing with it that the other does not."""
    general: bool
    """Whether both say no more of what is to be done than that it be seen to: `sort out the mower`, `deal with the mower`."""


def kin(one: Words, other: Words) -> Kin | None:
    """What tells two wordings of the same owners to be one action; None where nothing does, or anything speaks against it.

    Verbs tell nothing here, nor words such as `meeting` that go with whatever is talked about.
    """
    if same_owners(one, other) != 1 or disagree(one, other):
        return None
    here, there = _telling(one, other), _telling(other, one)
    shared = shared_words(here, there)
    general = bool(one.deeds) and bool(other.deeds) and (one.deeds | other.deeds) <= _GENERAL
    return Kin(shared, shared == min(len(here), len(there)), one.deeds <= other.deeds, general) if shared else None


def _telling(one: Words, other: Words) -> frozenset[str]:
    apart = one.deeds | other.deeds | one.people | other.people | _GENERAL
    return frozenset([word for word in one.bag - apart if not is_vague(word) and not word[0].isdigit()])


def disagree(one: Words, other: Words) -> bool:
    """Whether numbers, links, names or what is done tell two apart, or one is to be done again."""
    if any(a and b and a.isdisjoint(b) for a, b in ((one.own, other.own), (one.links, other.links), (one.issues, other.issues))):
        return True
    if not (one.numbers <= other.numbers or other.numbers <= one.numbers) or ("again" in one.bag) is not ("again" in other.bag):
        return True
    if one.deeds and other.deeds and one.deeds.isdisjoint(other.deeds) and not (one.deeds | other.deeds) <= _GENERAL:
        return True
    return names_owner(one, other) or names_owner(other, one)


def are_rivals(one: Words, other: Words) -> bool:
    """Whether two mentions of a meeting are two tasks: they disagree, or each names somebody or something that the other does not."""
    return disagree(one, other) or bool(one.names - other.names - other.bag and other.names - one.names - one.bag)
