"""What a closing list of what is carried over says again of the review above it: `Ann: lamps, this week`, of `Ann: order lamps for the pier`.

By its title it has nothing but what the review left open, so that few words will do.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Section, Status
from tcsg.reading.said import VAGUE, said_words, stems
from tcsg.reading.text import words_in
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.model import Mention
    from tcsg.reading.said import Said

_CARRIED = frozenset("carried carry carryover rolled roll".split())
_ON = frozenset("over forward on carryover".split())
_NEVER = frozenset("last previous earlier prior past before".split())
"""With one of these a title says when it was carried over: `Carried over from earlier meetings`."""


def carried_on(mentions: tuple[Mention, ...], every: Sequence[Said]) -> tuple[Mention, ...]:
    """The mentions; `every` are the same as they are compared."""
    titles = {said.block: said.title for said in every if said.block is not None}
    carried = [line for line, title in titles.items() if title is not None and _is_of_what_goes_on(title)]
    if len(carried) != 1:
        return mentions
    mine = [said for said in every if said.block == carried[0]]
    old = [said for said in every if said.mention.section is Section.REVIEW and said.block != carried[0] and said.mention.line < carried[0]]
    if not old or not _stands_by_the_new(carried[0], mine, old, every):
        return mentions
    again = {m.line: m.restates for m in mentions}
    there = {again[said.mention.line] for said in mine}
    new = [said for said in mine if again[said.mention.line] is None]
    left = [said for said in old if again[said.mention.line] is None and said.mention.line not in there]
    found = dict(_very_words(new, left))
    new = [said for said in new if said.mention.line not in found]
    left = [said for said in left if said.mention.line not in found.values() and said.mention.status is Status.OPEN]
    found |= _of_one_owner(new, left)
    return tuple(replace(m, restates=found.get(m.line, m.restates)) for m in mentions) if found else mentions


@lru_cache(maxsize=64)
def _is_of_what_goes_on(title: str) -> bool:
    words = frozenset(words_in(title.casefold()))
    return not _CARRIED.isdisjoint(words) and not _ON.isdisjoint(words) and _NEVER.isdisjoint(words)


def _stands_by_the_new(line: int, mine: Sequence[Said], old: Sequence[Said], every: Sequence[Said]) -> bool:
    """Whether a list stands nearer to one of new actions than to the review: at the end, and not among the old ones."""
    given = [said.mention.line for said in every if said.given and said.block is not None and said.block != line]
    after = min((at - mine[-1].mention.end_line for at in given if at > line), default=None)
    before = min((line - at for at in given if at < line and at > old[-1].mention.line), default=None)
    nearest = min((far for far in (after, before) if far is not None), default=None)
    return nearest is not None and nearest < line - old[-1].mention.end_line


def _very_words(new: Sequence[Said], left: Sequence[Said]) -> Iterator[tuple[int, int]]:
    keys = Counter(said.key for said in (*new, *left))
    told = {(said.key, said.owners): said for said in left}
    for said in new:
        other = told.get((said.key, said.owners))
        if other is not None and keys[said.key] == 2 and is_linked(said, other):
            yield said.mention.line, other.mention.line


def _of_one_owner(new: Sequence[Said], left: Sequence[Said]) -> dict[int, int]:
    """The lines of what has a telling word of the one thing that the review left to the same people, of which no other has any."""
    pairs = [(one, other) for one in new for other in left if _is_for_the_same(one, other) and _telling(one, other) & _telling(other, one)]
    ours, theirs = Counter(one.mention.line for one, _ in pairs), Counter(other.mention.line for _, other in pairs)
    return {a.mention.line: b.mention.line for a, b in pairs if ours[a.mention.line] == theirs[b.mention.line] == 1 and _may_be(a, b)}


def _is_for_the_same(one: Said, other: Said) -> bool:
    if one.owners and other.owners:
        return one.owners == other.owners
    return bool(other.owners & one.bag or one.owners & other.bag)  # `bank, ann rings today`


def _telling(one: Said, other: Said) -> frozenset[str]:
    return stems(one.bag - one.owners - other.owners - VAGUE - w.VERBS - said_words("today tomorrow tonight week month next last new old"))


def is_linked(one: Said, other: Said) -> bool:
    """Whether what two link to does not tell them apart."""
    mine, theirs = one.mention.links, other.mention.links
    return not mine or not theirs or not set(mine).isdisjoint(theirs)


def _may_be(one: Said, other: Said) -> bool:
    return (
        is_linked(one, other)
        and (one.numbers <= other.numbers or other.numbers <= one.numbers)
        and one.again is other.again
        and not one.mention.cites
    )
