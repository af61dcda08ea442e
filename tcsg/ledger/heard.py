"""What the minutes tell of matters arising in sentences that mark no action: those that can only be of one action left open are heard.

`The gully had been emptied`, where the clerk was to have the gully emptied. Nothing begins from such a sentence, and none is of two actions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.leftovers import Rest, lately

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tcsg.ledger.following import Following
    from tcsg.ledger.leftovers import Near
    from tcsg.ledger.matching import Words
    from tcsg.ledger.threads import Group
    from tcsg.model import Meeting

_LATELY = 3
"""Meetings back to which an open action was mentioned last of which the talk may be."""
_ENOUGH = 2
"""Telling words that no other open action has."""
_HALF = 0.5
"""How much of the shorter these have to be."""
_SOME = 0.4
"""How much, where an owner of the action is named."""


class _Talk(Rest):
    """What is told of matters arising, and the threads that are left."""

    def wordings(self, n: int) -> Sequence[Words]:
        """The words of a thread, with the title above them where they leave to it what they are about."""
        return [words for one in self.state.threads[n].wordings for words in (one, one.filled) if words]


def heard(meeting: Meeting, points: Sequence[Group], state: Following, taken: Collection[int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The points that are an action, and which: none of those that are `taken`, by mentions of this meeting, nor what it is said not to be."""
    pairs = _copied(points, state, [n for n in lately(meeting, state, _LATELY) if n not in taken], but)
    while True:  # what is known makes more known, and leaves less
        threads = [n for n in lately(meeting, state, _LATELY) if n not in taken and n not in pairs.values()]
        rest = _Talk(meeting, points, state, pairs, but, threads)
        more = {g: n for (g, n), near in rest.found.items() if _is_of(rest, g, n, near)}
        if not more:
            return pairs
        pairs |= more


def _copied(points: Sequence[Group], state: Following, threads: Sequence[int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The points that say an action again in its words, but for its owners, as a recap does: `Order the lamps`, of `Ann to order the lamps`."""
    said: dict[frozenset[str], set[int]] = {}
    for n in threads:
        for words in state.threads[n].wordings:
            said.setdefault(_bare(words, words.people), set()).add(n)
    found = {g: said.get(_bare(point.words), set()) - but.get(g, set()) for g, point in enumerate(points)}
    copies = {g: n for g, (n, *others) in ((g, [*ns]) for g, ns in found.items() if ns) if not others}
    return {g: n for g, n in copies.items() if [*copies.values()].count(n) == 1}


def _bare(words: Words, people: frozenset[str] = frozenset()) -> frozenset[str]:
    """The words of a task without whose it is; none where they are few."""
    said = (words.bag | words.numbers) - people
    return said if len(said) >= _ENOUGH else frozenset((words.text,))


def _is_of(rest: _Talk, g: int, n: int, near: Near) -> bool:
    """Whether a point tells of a thread: it says what tells the thread, or much of it and names whose it is."""
    one = near.kin
    if not one.told or rest.tells_two(g, n, near):
        return False
    people = frozenset().union(*(words.people for words in rest.state.threads[n].wordings))
    many = len(near.own) >= _ENOUGH
    if not people.isdisjoint(rest.groups[g].words.text.split()):
        return one.whole or (many and one.part >= _SOME)
    if one.other:
        return False
    return (one.whole and (many or bool(rest.groups[g].words.title))) or (len(near.own & one.things) >= _ENOUGH and one.part >= _HALF)
