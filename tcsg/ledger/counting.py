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
    long numbers tell that as well.
    """
    if not any(group.words.section is Section.REVIEW and _plain(group) for group in groups):
        return groups
    given = [n for group in groups if group.words.section is not Section.REVIEW for n in _plain(group)]
    before = known.last_number
    running = min(given) > before and len(given) == len(set(given)) if given else len(str(before)) >= _LONG
    if not before or not running:
        return groups
    return [_telling(group) if group.words.section is Section.REVIEW and _plain(group) else group for group in groups]


def _plain(group: Group) -> list[int]:
    return [int(n) for n in group.words.own if n.isdecimal()]


def _telling(group: Group) -> Group:
    return group.telling(group.words.telling.union(map(str, _plain(group))))
