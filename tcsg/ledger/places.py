"""Where a mention stands in a reviewed list: between two that are known it is likely to be the action that stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tcsg.ledger.threads import Group, Thread

_BETWEEN = 0.15
"""What it weighs that a mention of a reviewed list stands where the action would stand."""

Score = tuple[float, int, int]
"""Evidence, the group and the thread."""


def in_order(groups: Sequence[Group], threads: Sequence[Thread], scores: Sequence[Score], pairs: Mapping[int, int]) -> list[Score]:
    """The scores, more for what stands in a reviewed list between two mentions as its action stood between theirs."""
    reviewed = [g for g, group in enumerate(groups) if group.words.section is Section.REVIEW and g in pairs]
    taken = set(pairs.values())
    return [
        (score + _BETWEEN, g, n)
        if groups[g].words.section is Section.REVIEW and g not in pairs and n not in taken and _is_between(g, threads[n], reviewed, pairs, threads)
        else (score, g, n)
        for score, g, n in scores
    ]


def _is_between(g: int, this: Thread, reviewed: Sequence[int], pairs: Mapping[int, int], threads: Sequence[Thread]) -> bool:
    above = max((r for r in reviewed if r < g), default=None)
    below = min((r for r in reviewed if r > g), default=None)
    if above is None or below is None:
        return False
    one, other = threads[pairs[above]], threads[pairs[below]]
    keys = {t.sightings[-1].meeting.key for t in (one, this, other)}
    return len(keys) == 1 and one.place < this.place < other.place
