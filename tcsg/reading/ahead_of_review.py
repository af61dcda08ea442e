"""A list of what is open that stands above the review of the same file, as an agenda copies it: it gives nothing anew."""

from __future__ import annotations

from collections import defaultdict
from copy import copy
from typing import TYPE_CHECKING

from tcsg.model import Section
from tcsg.reading.text import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.said import Said

_OPEN = frozenset("open outstanding pending ongoing remaining unfinished current".split())
"""Words of a title above what was open before the meeting as much as after it."""
_FEW = 3
"""Actions below a title that says no such thing, from which on a list does not have the words of a review by chance."""


def as_copies(every: Sequence[Said]) -> Sequence[Said]:
    """The mentions as they are compared; what such a list has gives no action anew."""
    if not any(said.closed for said in every):
        return every
    lists: dict[int, list[Said]] = defaultdict(list)
    last: dict[tuple[str, frozenset[str]], int] = {}
    for said in every:
        if said.mention.section is Section.REVIEW:
            last[said.key, said.owners] = said.mention.line
        elif said.given and said.block is not None and said.mention.section is None:
            lists[said.block].append(said)
    copies = {block for block, them in lists.items() if _is_copy(them, [last.get((said.key, said.owners), 0) for said in them])}
    return [_as_copy(said) if said.given and said.block in copies else said for said in every] if copies else every


def _is_copy(them: Sequence[Said], reviewed: Sequence[int]) -> bool:
    """Whether a list is what a review below it goes through: all of it, or most where its title says so.

    `reviewed` are the lines on which a review has each of its items, 0 for none.
    """
    again = sum(line > them[-1].mention.line for line in reviewed)
    if again == len(them) >= _FEW:
        return True
    return 3 * again >= 2 * len(them) and not _OPEN.isdisjoint(words_in((them[0].title or "").casefold()))


def _as_copy(said: Said) -> Said:
    other = copy(said)
    other.given = False
    return other
