"""Numbers of a committee's own that it counts on from meeting to meeting: `ACTION-203`, `T-34`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.matching.own import counted
from tcsg.model import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.ledger.matching import Index
    from tcsg.ledger.threads import Group

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
        groups = _counted_on(groups, count, known.last_number(count))
    return groups


def _counted_on(groups: Sequence[Group], count: str, before: int) -> Sequence[Group]:
    old = {g for g, group in enumerate(groups) if before and (mine := _of(group, count)) and _is_old(group, mine, before)}
    given = [n for g, group in enumerate(groups) if g not in old for n in _of(group, count).values()]
    running = min(given) > before and len(given) == len(set(given)) if given else len(str(before)) >= _LONG
    if not old or not running:
        return groups
    return [group.telling(group.words.telling.union(_of(group, count))) if g in old else group for g, group in enumerate(groups)]


def _is_old(group: Group, mine: dict[str, int], before: int) -> bool:
    """Whether a group reviews an action by its number, or has a long one that was given before."""
    return group.words.section is Section.REVIEW or all(n <= before and len(str(n)) >= _LONG for n in mine.values())


def _of(group: Group, count: str) -> dict[str, int]:
    """The numbers of a group that are of a count, as they are compared and as numbers."""
    return {own: number[1] for own in group.words.own if (number := counted(own)) is not None and number[0] == count} if group.words.own else {}
