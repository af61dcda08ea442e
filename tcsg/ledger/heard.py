"""What the minutes tell of matters arising in sentences that mark no action: those that can only be of one action left open are heard.

`The gully had been emptied`, where the clerk was to have the gully emptied. Nothing begins from such a sentence, and none is of two actions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.derive import in_short
from tcsg.ledger.leftovers import Rest, lately
from tcsg.ledger.matching import NotKeptError, kin
from tcsg.model import Kind, Status
from tcsg.reading.text import spelt_in

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tcsg.ledger.derive import Sighting
    from tcsg.ledger.following import Following
    from tcsg.ledger.leftovers import Near
    from tcsg.ledger.matching import Words
    from tcsg.ledger.threads import Group
    from tcsg.model import Meeting

LATELY = 3
"""Meetings back to which an open action was mentioned last of which the talk may be."""
_TITLE = 6
"""Words of a title above an action; what a paragraph told before it has more, and tells of other things too."""
ENOUGH = 2
"""Telling words that no other open action has."""
HALF = 0.5
"""How much of the shorter these have to be."""
_SOME = 0.4
"""How much, where an owner of the action is named."""


class Talk(Rest):
    """What is told of matters arising, and the threads that are left."""

    all_tell = True

    def wordings(self, n: int) -> Sequence[Words]:
        """The words of a thread, with the title above them where they leave to it what they are about."""
        return [words for one in self.state.threads[n].wordings for words in (one, one.filled) if words and len(words.bag - one.bag) <= _TITLE]


def heard(meeting: Meeting, points: Sequence[Group], state: Following, taken: Collection[int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The points that are an action, and which: none of those that are `taken`, by mentions of this meeting, nor what it is said not to be."""
    pairs = _called(meeting, points, state, taken) if any(point.mentions[0].kind is Kind.KNOWN for point in points) else {}
    pairs = _referred(meeting, points, state, taken, but) | pairs
    known = [n for n in lately(meeting, state, LATELY) if n not in taken]
    for find in (_copied, _titled):
        pairs = find(points, state, [n for n in known if n not in pairs.values()], but) | pairs
    while True:  # what is known makes more known, and leaves less
        threads = [n for n in known if n not in pairs.values()]
        rest = Talk(meeting, points, state, pairs, but, threads)
        more = {g: n for (g, n), near in rest.found.items() if _is_of(rest, g, n, near) or (_is_listed(points[g]) and rest.is_left(g, n, near))}
        if not more:
            return pairs | _whose(points, state, pairs, threads)
        pairs |= more


def _is_listed(point: Group) -> bool:
    """Whether a point stands in a table whose rows tell of old actions, one each."""
    return point.mentions[0].kind is Kind.TABLE


def _called(meeting: Meeting, points: Sequence[Group], state: Following, taken: Collection[int]) -> dict[int, int]:
    """The points that call an action by nothing but its number in the list of the meeting before, or by whose the only one is."""
    before = lately(meeting, state, 1)
    free = [n for n in before if n not in taken]
    pairs: dict[int, int] = {}
    for p, point in enumerate(points):
        number, people = point.mentions[0].number, point.words.people
        if point.mentions[0].kind is not Kind.KNOWN:
            continue
        if number is not None:
            meant = [n for n in before if _bears(state.threads[n].sightings[-1], number)]
        else:
            meant = [n for n in free if any(not people.isdisjoint(words.people) for words in state.threads[n].wordings)]
        if len(meant) == 1 and meant[0] in free and meant[0] not in pairs.values():
            pairs[p] = meant[0]
    return pairs


def _referred(meeting: Meeting, points: Sequence[Group], state: Following, taken: Collection[int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The points that refer to the paragraph of the last minutes where one action stands, or one that has to do with them."""
    pairs: dict[int, int] = {}
    for p, point in enumerate(points):
        meant = state.referred(meeting, point.refers) - but.get(p, set()) if point.refers else set()
        akin = [n for n in meant if any(kin(point.words, words, told=True) for words in state.threads[n].wordings)] or [*meant]
        if len(akin) == 1 and akin[0] not in {*taken, *pairs.values()}:
            pairs[p] = akin[0]
    return pairs


def _whose(points: Sequence[Group], state: Following, pairs: Mapping[int, int], threads: Sequence[int]) -> dict[int, int]:
    """The exceptions to what is told of all that name somebody who has one action left: `all but the letter (Bo)`."""
    found: dict[int, int] = {}
    for p, point in enumerate(points):
        if p in pairs or point.mentions[0].point is None:
            continue
        said = frozenset(point.words.text.replace("(", " ").replace(")", " ").replace("'", " ").split())
        mine = [n for n in threads if any(not words.people.isdisjoint(said) for words in state.threads[n].wordings)]
        if len(mine) == 1 and mine[0] not in found.values():
            found[p] = mine[0]
    return found


def _bears(sighting: Sighting, number: str) -> bool:
    """Whether an action bears a number in a list of a meeting."""
    if not sighting.mentions and sighting.remembered is None:
        raise NotKeptError  # it was followed before, and how is not kept
    return any((m.number == number or number in m.cites) and not in_short(m) for m in sighting.mentions)


def _copied(points: Sequence[Group], state: Following, threads: Sequence[int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The points that say an action again in its words, but for its owners, as a recap does: `Order the lamps`, of `Ann to order the lamps`."""
    said: dict[frozenset[str], set[int]] = {}
    people = frozenset(who for n in threads for words in state.threads[n].wordings for who in words.people)
    for n in threads:
        for words in state.threads[n].wordings:
            said.setdefault(_bare(words, people), set()).add(n)
    found = {g: said.get(_bare(point.words, people), set()) - but.get(g, set()) for g, point in enumerate(points)}
    copies = {g: n for g, (n, *others) in ((g, [*ns]) for g, ns in found.items() if ns) if not others}
    return {g: n for g, n in copies.items() if [*copies.values()].count(n) == 1}


def _titled(points: Sequence[Group], state: Following, threads: Sequence[int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The points whose title of several words one action alone has in its own first words: `Mill pictures: …`, of `collect pictures of the mill`."""
    found: dict[int, list[int]] = {}
    for p, point in enumerate(points):
        title = point.words.title
        meant = [n for n in threads if any(title <= words.bag for words in state.threads[n].wordings[:1])] if len(title) >= ENOUGH else []
        if len(meant) == 1 and meant[0] not in but.get(p, set()):
            found.setdefault(meant[0], []).append(p)
    return {ps[0]: n for n, ps in found.items() if len(ps) == 1}


def _bare(words: Words, people: frozenset[str]) -> frozenset[str]:
    """The words of a task without whose it is; none where they are few."""
    said = (words.bag | words.numbers) - people
    return said if len(said) >= ENOUGH else frozenset((words.text,))


def _is_of(rest: Talk, g: int, n: int, near: Near) -> bool:
    """Whether a point tells of a thread: it says what tells the thread, or much of it and names whose it is."""
    one = near.kin
    if not one.told or rest.tells_two(g, n, near):
        return False
    people = frozenset().union(*(words.people for words in rest.state.threads[n].wordings))
    many = len(near.own) >= ENOUGH
    words = rest.groups[g].words
    if is_of_other(rest, g, n):
        return False
    did = tells_deed_of(rest, g, n)
    if not people.isdisjoint(spelt_in(words.text)) or not people.isdisjoint(words.people):
        return one.whole or did or (many and one.part >= _SOME)
    if one.other:
        return False
    if did:
        return True
    return (one.whole and (many or bool(rest.groups[g].words.title))) or (len(near.own & one.things) >= ENOUGH and one.part >= HALF)


def swept(
    meeting: Meeting, point: Group, others: Sequence[tuple[Group, int | None]], placed: Sequence[tuple[Group, int]], state: Following
) -> Sequence[int]:
    """The threads that are meant where all old actions are told of at once: those that the meeting before left open and nothing here tells of.

    `others` are what else is told, `placed` the mentions of the meeting, each with its thread. Nothing is meant where what is left out is no
    old action that is known.
    """
    told = point.mentions[0]
    beside = [n is not None for other, n in others if told.line <= other.mentions[0].line <= told.end_line]
    listed = [len(state.threads[n].sightings) > 1 for group, n in placed if any(told.line < m.line <= told.end_line for m in group.mentions)]
    if not all((*beside, *listed)) or (told.point is not None and not (beside or listed)):
        return ()
    taken, people = {n for _, n in (*others, *placed)}, point.words.people
    left = [n for n in lately(meeting, state, 1) if n not in taken]
    return [n for n in left if not people or any(not people.isdisjoint(words.people) for words in state.threads[n].wordings)]


def is_of_other(rest: Rest, g: int, n: int) -> bool:
    """Whether a point is of something else than a thread: the page was updated, but with other things."""
    from tcsg.reading.outcome import tells_other  # lazy, too

    told, wordings = rest.groups[g].mentions[0], rest.state.threads[n].wordings
    said = told.text.replace(" had ", " has ")
    return any(wordings) and all(tells_other(said, words.text, closed=told.status is Status.DONE) for words in wordings)


def tells_deed_of(rest: Rest, g: int, n: int) -> bool:
    """Whether a point tells that the very thing was done that a thread told somebody to do: `the hall is booked`."""
    from tcsg.reading.own_deed import tells_deed  # lazy: few points come so far

    return any(tells_deed(rest.groups[g].mentions[0].text, words.text) for words in rest.state.threads[n].wordings[:1])
