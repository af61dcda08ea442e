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
    for g in (r for r in reviewed if r not in pairs):
        above = max((r for r in known if r < g), default=None)
        below = min((r for r in known if r > g), default=None)
        if above is not None and below is not None:
            one, other = state.threads[pairs[above]], state.threads[pairs[below]]
            last = one.sightings[-1].meeting.key
            if last == other.sightings[-1].meeting.key:
                there = state.at.get(state.order.get(last, -1), ())
                yield from ((g, n) for n in there if n not in taken and _stood(state, n, last, one.place, other.place))


def _stood(state: Following, n: int, last: str, above: int, below: int) -> bool:
    thread = state.threads[n]
    return above < thread.place < below and thread.sightings[-1].meeting.key == last


def stands_alike(g: int, n: int, groups: Sequence[Group], state: Following, pairs: Mapping[int, int]) -> bool:
    """Whether a group stands in its list where a thread stood in that of the meeting before: between two that are known, or at an end."""
    thread = state.threads[n]
    last, block = thread.sightings[-1].meeting.key, groups[g].mentions[0].block
    beside = [r for r, other in enumerate(groups) if other.mentions[0].block == block]
    known = [r for r in beside if r in pairs and state.threads[pairs[r]].sightings[-1].meeting.key == last]
    above, below = max((r for r in known if r < g), default=None), min((r for r in known if r > g), default=None)
    if (above is None and g != min(beside)) or (below is None and g != max(beside)) or not known:
        return False
    before = above is None or state.threads[pairs[above]].place < thread.place
    return before and (below is None or thread.place < state.threads[pairs[below]].place)
