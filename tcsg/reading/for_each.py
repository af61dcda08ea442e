"""What a list at the end has for each who was told to do something in the talk: `Ann: gutter`, behind `Ann will mend the gutter`.

Such a list names things in a word or two. It sums up the talk where half of it is known to say what was said there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Kind, Section, Status
from tcsg.reading.carried_on import is_linked
from tcsg.reading.parts import CALENDAR
from tcsg.reading.said import SEEING_TO, VAGUE, names_within, stems
from tcsg.reading.swapped import are_of_other_topics
from tcsg.reading.text import words_in
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tcsg.model import Mention
    from tcsg.reading.said import Said

_AMID = (Kind.MARKER, Kind.INLINE)
"""Kinds of what stands amid talk."""
_MOST = 40
"""Actions of one owner that are more than any meeting has."""
_FEW = 5
"""Words that name a thing."""
_ORDERING = frozenset("will shall should must".split())
_OF_THINGS = frozenset("for of on re about to in at from with".split())
_GOING_TO = frozenset(
    """
    agree apply ask bring call chase check come consult contact follow get give go keep liaise listen look meet pass pay put reply report respond
    ring search send sign speak stay take talk think wait work write
    """.split()
)
"""What goes on so and is a verb."""
_BEHIND_VERB = w.ARTICLES | w.CARDINALS.keys() | frozenset("all it its my our that their them these this those up out off".split())
"""What follows a verb that gives an order, and no noun that is spelt like one."""
_EMPTY = (
    SEEING_TO | VAGUE | frozenset("again also at him her it me them they us you new one some ask get have let make put see send take tell".split())
)
"""What two tasks have in common by chance."""


def for_each(mentions: tuple[Mention, ...], every: Sequence[Said]) -> tuple[Mention, ...]:
    """The mentions, with what such a list has of the one action of its owner that was told above and that it would otherwise leave out.

    They share a word, or nothing else that was told is left out of the list.
    """
    lists: dict[int, list[int]] = defaultdict(list)
    for n, said in enumerate(every):
        if said.block is not None and said.given and said.owners:
            lists[said.block].append(n)
    found: dict[int, int] = {}
    for listed in lists.values():
        found |= _told_in(listed, mentions, every)
    return tuple(replace(m, restates=found.get(n, m.restates)) for n, m in enumerate(mentions)) if found else mentions


def _told_in(listed: Sequence[int], mentions: Sequence[Mention], every: Sequence[Said]) -> dict[int, int]:
    """The places of what one list has, each with the line of what it says again."""
    again = {m.restates for m in mentions}
    if 2 * sum(_is_thing(every[n]) for n in listed) < len(listed):
        return {}
    new = [n for n in listed if mentions[n].restates is None and mentions[n].line not in again and _is_thing(every[n])]
    told = [n for n, m in enumerate(mentions) if _is_told(m, every[n]) and m.line < mentions[listed[0]].line]
    said_again = {(m.restates, every[n].owners) for n, m in enumerate(mentions) if m.restates is not None}
    told = [n for n in told if (mentions[n].line, every[n].owners) not in said_again]
    if not new or not told:
        return {}
    pairs = [(n, k) for n, k in _of_one_owner(new, told, every) if may_be(every[n], every[k], thing=True) and _has_to_do(every[n], every[k])]
    known = dict(_only(pairs))
    covered = len(listed) - len(new) + len(known)
    if 2 * covered < len(listed):
        return {}
    left = [k for k in told if k not in known.values()]
    rest = _only(_of_one_owner([n for n in new if n not in known], left, every))
    if 3 * covered >= 2 * len(listed) and len(rest) == len(left) and all(may_be(every[n], every[k], thing=True) for n, k in rest.items()):
        known |= rest
    return {n: mentions[k].line for n, k in known.items()}


def _is_thing(said: Said) -> bool:
    """Whether a list names no more than a thing: `gutter`, `price for two lamps`, `grant form`, but not `paint the gate`."""
    if len(said.bag - said.owners) > _FEW or not _ORDERING.isdisjoint(words_in(said.key)):
        return False
    if said.verb is None:
        return True
    told = words_in(said.key)
    at = next((n for n, word in enumerate(told) if word.startswith(said.verb[:-1])), len(told))  # `developing` is a form of it
    following = next(iter(told[at + 1 :]), "")
    if following in _OF_THINGS and said.verb not in _GOING_TO:
        return True  # `note to the members`
    return said.verb not in w.PURE_VERBS and following.isalpha() and following not in _BEHIND_VERB


def _is_told(mention: Mention, said: Said) -> bool:
    amid = said.block is None and mention.kind in _AMID and mention.restates is None
    return amid and mention.status is Status.OPEN and mention.section is not Section.REVIEW and bool(said.owners)


def _of_one_owner(new: Iterable[int], told: Iterable[int], every: Sequence[Said]) -> list[tuple[int, int]]:
    """The pairs of what a list has and what was told for the very same people."""
    owned: Mapping[frozenset[str], list[int]] = defaultdict(list)
    for k in told:
        owned[every[k].owners].append(k)
    return [(n, k) for n in new if len(mine := owned.get(every[n].owners, [])) <= _MOST for k in mine]


def _only(pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """The pairs of which neither is in another."""
    ours, theirs = Counter(n for n, _ in pairs), Counter(k for _, k in pairs)
    return {n: k for n, k in pairs if ours[n] == 1 == theirs[k]}


def _has_to_do(one: Said, other: Said) -> bool:
    """Whether two share a telling word, be it only the number of a day, and that is a third of what the list has."""
    mine = stems(one.bag - one.owners - _EMPTY - CALENDAR) | one.numbers
    theirs = stems(other.bag - other.owners - _EMPTY) | other.numbers
    return 3 * len(mine & theirs) >= len(mine) > 0


def may_be(one: Said, other: Said, *, thing: bool = False) -> bool:
    """Whether neither numbers, names, topics nor what is done with a thing tell two apart; the first may be no more than a `thing`."""
    if not is_linked(one, other):
        return False
    counted = one.numbers <= other.numbers or other.numbers <= one.numbers
    if not counted or one.again is not other.again or (one.mention.cites and other.mention.cites) or are_of_other_topics(one, other):
        return False
    if stems(names_within(one)) - stems(other.bag) and stems(names_within(other)) - stems(one.bag):
        return False
    return thing or not (one.verb and other.verb and one.verb != other.verb and (one.verb in other.bag or other.verb in one.bag))
