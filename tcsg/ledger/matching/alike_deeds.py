"""Verbs of which another may be said of the same task: `find testers`, `ask testers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.matching.stems import common_words, meaning

if TYPE_CHECKING:
    from tcsg.ledger.matching.words import Words

_KINDRED = tuple(
    frozenset(map(meaning, verbs.split()))
    for verbs in (
        "ask find get seek obtain recruit request invite approach",
        "contact discuss speak ask approach chase consult",
        "answer reply respond",
    )
)
"""Verbs of which another may be said of the same: those of getting somebody or something, and of speaking to somebody."""
_ALIKE = frozenset[str]().union(*_KINDRED)
_MAKING = frozenset(map(meaning, "draft write prepare produce make give provide do hold".split()))
"""Verbs with which a thing is what is done: `draft a reply`, `reply`."""


def do_alike(one: Words, other: Words) -> bool:
    """Whether what is done in one may be another word for what is done in the other: `find testers`, `ask testers`; `reply`, `draft a reply`."""
    if not _ALIKE.isdisjoint(one.deeds) and not _ALIKE.isdisjoint(other.deeds):
        for verbs in _KINDRED:
            if not verbs.isdisjoint(one.deeds) and not verbs.isdisjoint(other.deeds):
                return True
    return (other.deeds <= _MAKING and _is_made(one, other)) or (one.deeds <= _MAKING and _is_made(other, one))


def _is_made(one: Words, other: Words) -> bool:
    """Whether the deed of one is the thing that the other makes, and all else that it says is said there."""
    if not one.deeds or not other.deeds or one.deeds.isdisjoint(map(meaning, other.bag - other.deeds)):
        return False
    things = one.bag - one.deeds - one.people
    return common_words(other.bag, things) == things
