"""Which section of the minutes reviews earlier actions, where none is called so: one of which most is about actions that were left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.ledger.following import Following
    from tcsg.ledger.threads import Group
    from tcsg.model import Meeting

_ALL, _MANY = 2, 3
"""Lines of a section that must each be about an action: where all are, and where a third of them is enough."""


def accepted(meeting: Meeting, points: Sequence[Group], state: Following) -> Sequence[Group]:
    """The points of certain sections, and those of the first section that is only offered and is a review."""
    sure = [point for point in points if point.mentions[0].certain]
    if len(sure) == len(points):
        return points
    from tcsg.ledger.heard import heard  # lazy: minutes that review actions say so

    for title in dict.fromkeys(point.mentions[0].block for point in points if not point.mentions[0].certain):
        section = [point for point in points if point.mentions[0].block == title and not point.mentions[0].certain]
        pairs = heard(meeting, section, state, (), {})
        lines, known = {one.mentions[0].line for one in section}, {section[p].mentions[0].line for p in pairs}
        if len(known) >= (_ALL if len(known) == len(lines) else _MANY) and 3 * len(known) >= len(lines):
            return [*sure, *section]
    return sure
