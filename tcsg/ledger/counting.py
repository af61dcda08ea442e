"""Numbers of a committee's own that it counts on from meeting to meeting: `ACTION-203`, `T-34`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.matching.own import counted
from tcsg.model import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.ledger.matching import Index
    from tcsg.ledger.threads import Group

_LEAST = 10
"""The least of the numbers that a list may keep."""
_SEVERAL = 3
"""Numbers that do not mean the same again by chance."""
_SHARED = 2
"""Words that speak of the same."""
_LONG = 3
"""Digits of a number that no list of a meeting comes to."""


def counted_on(groups: Sequence[Group], known: Index) -> Sequence[Group]:
    """The groups of a meeting, those of its review knowing that their numbers are of such a count.

    It goes on where all numbers that the meeting gives come after those that were known, and none is given twice; where it gives none,
    long numbers tell that as well. Where a long number is known, it is given to nothing else, in whatever list it stands.
    Numbers with other letters before them are of another count.
    """
    if not known.highest and not known.beyond:
        return groups
    for count in {number[0] for group in groups if group.words.own for number in map(counted, group.words.own) if number}:
        groups = _counted_on(groups, count, known)
    return groups


def _counted_on(groups: Sequence[Group], count: str, known: Index) -> Sequence[Group]:
    before = known.last_number(count)
    old = {g for g, group in enumerate(groups) if before and (mine := _of(group, count)) and _is_old(group, mine, before)}
    old = old or _kept(groups, count, before, known)
    given = [n for g, group in enumerate(groups) if g not in old for n in _of(group, count).values()]
    fresh = _fresh(groups, count, before, known)
    groups = [group.telling(group.words.telling.union(_of(group, count))) if g in fresh else group for g, group in enumerate(groups)]
    running = min(given) > before and len(given) == len(set(given)) if given else len(str(before)) >= _LONG
    if not old or not running:
        return groups
    return [group.telling(group.words.telling.union(_of(group, count))) if g in old else group for g, group in enumerate(groups)]


def _fresh(groups: Sequence[Group], count: str, before: int, known: Index) -> set[int]:
    """The groups of a list of old actions and new ones that bear a number beyond all known ones, where three or more keep theirs.

    Such a list gives them to what is new.
    """
    listed = {
        g: own
        for g, group in enumerate(groups)
        if group.words.section is Section.REVIEW
        for own, number in _of(group, count).items()
        if number >= _LEAST and (number > before or f"#{own}" in known.naming)
    }
    kept = {g: own for g, own in listed.items() if f"#{own}" in known.naming}
    if len(kept) < _SEVERAL or not all(_speaks_of(groups[g], own, known) for g, own in kept.items()):
        return set()
    return listed.keys() - kept.keys()


def _kept(groups: Sequence[Group], count: str, before: int, known: Index) -> set[int]:
    """The groups of a list that is no review and keeps its numbers: three or more have one that is known, of two digits, and all speak of the same.

    A list that counts from 1 at each meeting has a number for something else before long.
    """
    kept = {
        g: own
        for g, group in enumerate(groups)
        if group.words.section is None
        for own, number in _of(group, count).items()
        if _LEAST <= number <= before and f"#{own}" in known.naming
    }
    if len(kept) < _SEVERAL:
        return set()
    return set(kept) if all(_speaks_of(groups[g], own, known) for g, own in kept.items()) else set()


def _speaks_of(group: Group, own: str, known: Index) -> bool:
    """Whether a group has words of an action that bears its number: two of them, or half of its own."""
    heads = group.words.heads
    having = [known.entries[place].heads for n in known.naming[f"#{own}"] for place in known.of.get(n, ())]
    return any(len(heads & one) >= min(_SHARED, len(heads) / 2) for one in having)


def _is_old(group: Group, mine: dict[str, int], before: int) -> bool:
    """Whether a group reviews an action by its number, or has a long one that was given before."""
    return group.words.section is Section.REVIEW or all(n <= before and len(str(n)) >= _LONG for n in mine.values())


def _of(group: Group, count: str) -> dict[str, int]:
    """The numbers of a group that are of a count, as they are compared and as numbers."""
    return {own: number[1] for own in group.words.own if (number := counted(own)) is not None and number[0] == count} if group.words.own else {}
