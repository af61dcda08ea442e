"""Where a mention stands in a reviewed list: between two that are known it is likely to be the action that stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tcsg.ledger.following import Following
    from tcsg.ledger.threads import Group

BETWEEN = 0.15
"""What it weighs that a mention of a reviewed list stands where the action would stand."""


def between(groups: Sequence[Group], state: Following, pairs: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The groups of a reviewed list that have no action yet, each with the threads that stood between those of its neighbours."""
    reviewed = [g for g, group in enumerate(groups) if group.words.section is Section.REVIEW]
    known = [g for g in reviewed if g in pairs]
    taken = set(pairs.values())
    for g in reviewed:
        above = max((r for r in known if r < g), default=None)
        below = min((r for r in known if r > g), default=None)
        if g not in pairs and above is not None and below is not None:
            one, other = state.threads[pairs[above]], state.threads[pairs[below]]
            last = one.sightings[-1].meeting.key
            if last == other.sightings[-1].meeting.key:
                there = state.at.get(state.order.get(last, -1), ())
                yield from ((g, n) for n in there if n not in taken and _stood(state, n, last, one.place, other.place))


def _stood(state: Following, n: int, last: str, above: int, below: int) -> bool:
    thread = state.threads[n]
    return above < thread.place < below and thread.sightings[-1].meeting.key == last
