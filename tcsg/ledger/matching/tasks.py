"""What two wordings give to do, without whose it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg.ledger.matching.stems import common_words, form, stem
from tcsg.ledger.matching.telling import SMALL
from tcsg.ledger.matching.words import same_owners
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.ledger.matching.words import Words

IS = frozenset("is are was were has have had".split())
_WENT = frozenset("went came got ran".split())
_HAVING = frozenset(("has", "have", "had"))
_SUBJECT = 7
"""Words of a report among which what it says something of stands before its verb."""


def told_of(one: Words, there: frozenset[str]) -> frozenset[str]:
    """What a report says something of: `the templates are complete`; none where that has nothing to do with the words of a task."""
    tokens = one.text.split()
    has = {n for n, (token, after) in enumerate(pairwise(tokens)) if token in _HAVING and not is_past(after)}  # `the choir has a new piano`
    end = next((n for n, t in enumerate(tokens[:_SUBJECT]) if n not in has and (t in IS or t in _WENT or (n and is_past(t)))), 0)
    subject = frozenset(map(form, tokens[:end])) - one.people
    return subject if common_words(there, subject) else frozenset()


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


def tells_two(one: Words, mine: Words, others: Iterable[Words]) -> bool:
    """Whether what stands before the first `and` of a report is of one task, and what stands behind it of another: then it tells of both."""
    head, _, rest = one.text.partition(" and ")
    first = next((word for word in rest.split() if word not in SMALL), "")
    if not first or not common_words(mine.bag, frozenset(map(form, head.split()))):
        return False
    after = frozenset((form(first),))
    return not common_words(mine.bag, after) and any(common_words(other.bag, after) for other in others)
