"""A list of what is open that stands above the review of the same file, as an agenda copies it: it gives nothing anew."""

from __future__ import annotations

from collections import defaultdict
from copy import copy
from typing import TYPE_CHECKING

from tcsg.model import Kind, Section
from tcsg.reading.text import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.said import Said

_OPEN = frozenset("open outstanding pending ongoing remaining unfinished current".split())
"""Words of a title above what was open before the meeting as much as after it."""
_FEW = 3
"""Actions below a title that says no such thing, from which on a list does not have the words of a review by chance."""

_MOST = 100
"""Actions of the same people that are more than any review has; to look through them for each is dear."""


def as_copies(every: Sequence[Said]) -> Sequence[Said]:
    """The mentions as they are compared; what such a list has gives no action anew."""
    if not any(said.closed for said in every):
        return every
    lists: dict[object, list[Said]] = defaultdict(list)
    reviewed: dict[frozenset[str], list[Said]] = defaultdict(list)
    for said in every:
        if said.mention.section is Section.REVIEW:
            reviewed[said.owners].append(said)
        elif said.given and (home := _home(said)) is not None and said.mention.section is None:
            lists[home].append(said)
    final = max((them[0].mention.line for them in lists.values()), default=0)
    copies = {home for home, them in lists.items() if _is_copy(them, [_reviewed_at(said, reviewed[said.owners]) for said in them], final)}
    return [_as_copy(said) if said.given and _home(said) in copies else said for said in every] if copies else every


def _reviewed_at(said: Said, theirs: Sequence[Said]) -> int:
    """The last line on which a review has all the words of a task, for the same people, whatever it says of how that went; 0 for none."""
    if len(theirs) > _MOST:
        return 0
    task = said.task - said.owners
    return max((one.mention.line for one in theirs if task <= one.bag and (len(task) >= _FEW or task == one.task - one.owners)), default=0)


def _home(said: Said) -> object:
    """The list in which a mention stands; a table without a title is one as well."""
    table = said.mention.kind is Kind.TABLE and said.block is None
    return (said.mention.agenda_item, table) if table else said.block


def _is_copy(them: Sequence[Said], reviewed: Sequence[int], final: int) -> bool:
    """Whether a list is what a review below it goes through: all of it, or most where its title says so or another list stands below that.

    `reviewed` are the lines on which a review has each of its items, 0 for none; on the `final` line the last list begins.
    """
    again = [line for line in reviewed if line > them[-1].mention.line]
    if len(again) == len(them) >= _FEW:
        return True
    if not again:
        return False
    named = not _OPEN.isdisjoint(words_in((them[0].title or "").casefold()))
    old = named or (final > max(again) and (len(again) > 1 or len(again) == len(them)))
    return old and 3 * len(again) >= 2 * len(them)


def _as_copy(said: Said) -> Said:
    other = copy(said)
    other.given = False
    return other
