"""Numbers of a committee's own that it counts on from meeting to meeting: `ACTION-203`."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    """
    before = known.last_number
    if not before or not any(map(_plain, groups)):
        return groups
    old = {g for g, group in enumerate(groups) if _plain(group) and _is_old(group, before)}
    given = [n for g, group in enumerate(groups) if g not in old for n in _plain(group)]
    running = min(given) > before and len(given) == len(set(given)) if given else len(str(before)) >= _LONG
    return [_telling(group) if g in old else group for g, group in enumerate(groups)] if old and running else groups


def _is_old(group: Group, before: int) -> bool:
    """Whether a group reviews an action by its number, or has a long one that was given before."""
    return group.words.section is Section.REVIEW or all(n <= before and len(str(n)) >= _LONG for n in _plain(group))


def _plain(group: Group) -> list[int]:
    return [int(n) for n in group.words.own if n.isdecimal()]


def _telling(group: Group) -> Group:
    return group.telling(group.words.telling.union(map(str, _plain(group))))
