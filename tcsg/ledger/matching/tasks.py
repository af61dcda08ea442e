"""What two wordings give to do, without whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.matching.stems import stem
from tcsg.ledger.matching.words import same_owners

if TYPE_CHECKING:
    from tcsg.ledger.matching.words import Words


def tasks(one: Words, other: Words) -> tuple[frozenset[str], frozenset[str]]:
    """The words of both tasks, without those that are an owner in the other: `Somebody (KK?) to ring`, `KK to ring`.

    Not where both have owners and none in common: there a name may tell whom it is for.
    """
    return tasks_of(one, other, same_owners(one, other))


def tasks_of(one: Words, other: Words, owners: float) -> tuple[frozenset[str], frozenset[str]]:
    """What `tasks` gives, knowing what `same_owners` gives."""
    if owners == 0 or one.owners == other.owners:
        return one.bag, other.bag
    return one.bag - other.people or one.bag, other.bag - one.people or other.bag


def names_owner(one: Words, other: Words) -> bool:
    """Whether the task of one names the owner of the other, and not as an owner: `KK to write to Ravi`, `Ravi to write`."""
    return same_owners(one, other) == 0 and not one.bag.isdisjoint(map(stem, other.people))
