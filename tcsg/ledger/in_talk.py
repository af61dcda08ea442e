"""What the talk tells of somebody's deed, heard of the one open action of theirs that it does: `Ann sent the letter to the school`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.ledger.heard import ENOUGH, HALF, LATELY, Talk, heard, is_of_other, tells_deed_of
from tcsg.ledger.leftovers import lately
from tcsg.ledger.matching.stems import meaning
from tcsg.ledger.matching.words import called
from tcsg.model import Kind
from tcsg.reading.text import spelt_in
from tcsg.reading.words.pasts import irregular, is_past
from tcsg.reading.words.vocabulary import VERBS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tcsg.ledger.following import Following
    from tcsg.ledger.leftovers import Near
    from tcsg.ledger.matching import Words
    from tcsg.ledger.threads import Group
    from tcsg.model import Meeting

_MANY = 3
"""Telling words that no other open action has, where the verb is neither the action's nor another word for it."""
_BEEN = " been "
"""In what has been done."""
_NAMED = 4
"""Words among which a sentence names whose deed it is."""


def all_heard(meeting: Meeting, points: Sequence[Group], state: Following, taken: Collection[int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The points that are an action, and which: what is told of matters arising first, and then what the talk tells."""
    talk = [p for p, point in enumerate(points) if point.mentions[0].kind is Kind.TOLD]
    rest = [p for p, point in enumerate(points) if point.mentions[0].kind is not Kind.TOLD]
    found = _of(rest, heard(meeting, [points[p] for p in rest], state, taken, _within(rest, but))) if rest else {}
    return found | _of(talk, in_talk(meeting, [points[p] for p in talk], state, {*taken, *found.values()}, _within(talk, but)))


def _within(places: Sequence[int], but: Mapping[int, set[int]]) -> dict[int, set[int]]:
    """What is said of points, by their places in a part of them."""
    return {k: but[p] for k, p in enumerate(places) if p in but}


def _of(places: Sequence[int], found: Mapping[int, int]) -> dict[int, int]:
    """What was found of a part of the points, by their places in all."""
    return {places[k]: n for k, n in found.items()}


def in_talk(meeting: Meeting, points: Sequence[Group], state: Following, taken: Collection[int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The sentences that tell that the one who has an action did it, and which; the first of each.

    None is of what is `taken`, by mentions of this meeting, nor of what it is said not to be.
    """
    threads = [n for n in lately(meeting, state, LATELY) if n not in taken]
    whose = [words for n in threads for words in state.threads[n].wordings]
    people = frozenset[str]().union(*(words.people for words in whose))
    mine = [g for g, point in enumerate(points) if not people.isdisjoint(_named(point)) or _BEEN in point.words.text]
    if not mine:
        return {}
    rest = Talk(meeting, [_of_whom(points[g], whose) for g in mine], state, {}, _within(mine, but), threads)
    found: dict[int, int] = {}
    for (k, n), near in sorted(rest.found.items(), key=lambda pair: pair[0]):
        if n not in found.values() and _did(rest, k, n, near):
            found[k] = n
    return _of(mine, found)


def _named(point: Group) -> list[str]:
    """The words of a sentence among which it names whose deed it tells."""
    return spelt_in(point.words.text)[:_NAMED]


def _of_whom(point: Group, whose: Sequence[Words]) -> Group:
    """A sentence as a task of those whose deed it tells."""
    said = frozenset(_named(point))
    owners = frozenset(who for words in whose for who in words.owners if not said.isdisjoint((who, *who.split())))
    literal = frozenset(who for words in whose for who in words.literal if not said.isdisjoint((who, *who.split())))
    return replace(point, words=replace(point.words, owners=owners, literal=literal, people=point.words.people | said & called(owners | literal)))


def _did(rest: Talk, g: int, n: int, near: Near) -> bool:
    """Whether a sentence tells that a thread was done by the one who has it: in the past of its own verb, or with much of what tells it.

    What has been done without a word of by whom has to be that by its verb and by more than one word.
    """
    one = near.kin
    if one.owned == 0 or rest.tells_two(g, n, near) or is_of_other(rest, g, n):
        return False
    deed = tells_deed_of(rest, g, n)
    if one.owned < 0:
        return deed and (one.whole or len(near.own) >= ENOUGH) and not one.other
    return deed or (one.part >= HALF and not one.other and len(near.own) >= (ENOUGH if _does_alike(rest, g, n) else _MANY))


def _does_alike(rest: Talk, g: int, n: int) -> bool:
    """Whether a sentence tells the deed of a thread by another word for it: `looked into`, of `investigate`."""
    deeds = frozenset[str]().union(*(words.deeds for words in rest.state.threads[n].wordings[:1]))
    verbs = {verb for word in _named(rest.groups[g]) for verb in (irregular(word), word[:-2], word[:-1]) if is_past(word) and verb in VERBS}
    return not deeds.isdisjoint(map(meaning, verbs))
