"""The evidence of a whole meeting: for each of its groups and each action that it may restate, how much speaks for it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from tcsg.ledger.leftovers import is_parted, left_over, lists_on, to_ask, told_again
from tcsg.ledger.listed_on import listed_on
from tcsg.ledger.matching import CITED, DOUBTFUL, MARGIN, SURE, Doubt, Why, elsewhere, evidence, kin, listed_again, same_owners, told_with, worded
from tcsg.ledger.matching.routine import is_needed_anew
from tcsg.ledger.matching.tasks import tells_two
from tcsg.ledger.matching.words import LONG
from tcsg.ledger.places import BETWEEN, between
from tcsg.model import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tcsg.ledger.following import Following
    from tcsg.ledger.leftovers import Rest
    from tcsg.ledger.matching.words import Words
    from tcsg.ledger.past import Past
    from tcsg.ledger.threads import Group, Thread
    from tcsg.model import Meeting

Score = tuple[float, int, int]
"""Evidence, the group and the thread."""

_CLOSED_BEFORE = -0.25
"""What it weighs that an action which the mention closes was closed at an earlier meeting; the next review may tell it again."""
_CLOSED_JUST_BEFORE = -0.1
"""The same at the next meeting, where both say enough to be known by: what was done stays in its list for a while."""
_CLOSED_HERE = -0.3
"""What it weighs that another mention of the same meeting closes the action."""


_GOING_ON = ("ongoing", "on-going", "carried", "carry", "rolled", "roll over", "c/f", "still ", "in progress", "wip", "continu")
"""How far what has begun before is said to be."""
_PARTED = -0.2
"""What it weighs that a mention is listed as new by minutes that list old actions as well."""


_MEANT = 0.3
"""What counts against it that something given anew is an action which a review of the meeting means by the number of its paragraph."""
_REFERRED = 0.35
"""What it weighs that a review refers to the paragraph of the minutes where an action stands."""
_FAR = 1.0
"""Evidence to which nearly the very same words come: what is less is no other choice for a group that has more by the margin."""
_TELLING = 4
"""Words in which nothing else is told by chance."""


class Weighing:
    """The groups of one meeting, weighed against what is followed so far."""

    _rest: Rest
    """What is left when all is known that can be: of that a person may be asked."""

    def __init__(
        self, meeting: Meeting, groups: Sequence[Group], said: Sequence[str | None], state: Following, past: Past, points: Sequence[Group] = ()
    ) -> None:
        self.meeting = meeting
        self.groups = groups
        self.said = said
        self.state = state
        self.past = past
        self.known = state.known(said)
        sole = (state.referred(meeting, one.refers) for one in (*groups, *points) if one.refers)
        self.meant = frozenset(n for found in sole if len(found) == 1 for n in found)
        """The actions that a review means by the number of their paragraph."""
        self.parted = any(group.words.section is Section.REVIEW for group in groups)

    def scores(self, *, every: bool = False) -> list[Score]:
        """All evidence that can decide anything: what is less than doubtful is left out.

        So is, unless `every` evidence is asked for, what is far less than that of the action which the group names in its very words: where
        no other group can be that action, nothing else is chosen for this one.
        """
        first = {} if every else {g: one for g, group in enumerate(self.groups) if (one := self._first(g, group)) is not None}
        found = {g: self._found(g, group, first.get(g)) for g, group in enumerate(self.groups)}
        while True:
            wanted = Counter(n for row in found.values() for _, _, n in row)
            again = [g for g, (_, _, n) in first.items() if wanted[n] > 1]
            if not again:
                return self._less_where_closed([score for row in found.values() for score in row])
            for g in again:
                del first[g]
                found[g] = self._found(g, self.groups[g])

    def _first(self, g: int, group: Group) -> Score | None:
        """The one action whose very words are the first sentence of what reviews it, if that is sure: `Print the flyers. Still going on`."""
        lead = group.words.lead
        if group.words.section is not Section.REVIEW or lead is None or len(lead.bag) < _TELLING or group.others or group.words.cites:
            return None
        same = self.state.index.same(lead)
        if len(same) != 1 or self.said[g] in self.known or not same.isdisjoint(self._but[g]):
            return None
        (n,) = same
        score = self.evidence(group, n)
        return (score, g, n) if score >= _FAR + MARGIN else None

    def _found(self, g: int, group: Group, first: Score | None = None) -> list[Score]:
        """The evidence of one group: all that is not less than doubtful, or what comes near to that of its `first` action."""
        if self.said[g] in self.known:  # it is that action or the same as another mention that is, and none other
            n = self.known[self.said[g]]
            return [(max(DOUBTFUL, self.evidence(group, n)), g, n)]
        found = [] if first is None else [first]
        least = DOUBTFUL if first is None else _FAR
        cited, referred = self.state.cited(self.meeting, group), self.state.referred(self.meeting, group.refers) - self._but[g]
        for n in cited.union(self._likely(group, least)) - self._but[g] - referred:
            if first is None or n != first[2]:
                score = CITED if n in cited else self.evidence(group, n, least)
                score -= _MEANT if n in self.meant and n not in cited and group.words.section is not Section.REVIEW else 0.0
                if score >= DOUBTFUL:
                    found.append((score, g, n))
        return [*(one for one in found if one[2] not in referred), *self._referred(g, group, referred)]

    def _referred(self, g: int, group: Group, referred: set[int]) -> Iterable[Score]:
        """What speaks for the actions of the paragraph to which a review refers; one alone that is nobody else's is it, unless words tell another."""
        for n in referred:
            score, known = self.evidence(group, n) + _REFERRED, self.state.threads[n].wordings
            if len(referred) == 1 and all(same_owners(group.words, words) for words in known):
                akin = any(kin(one, words, told=True) for one in group.wordings for words in known)
                score = max(score, SURE + MARGIN if akin else SURE)
            if score >= DOUBTFUL:
                yield score, g, n

    def _likely(self, group: Group, least: float) -> Iterable[int]:
        """The threads that a group may be by its words; what a review repeats in the very words of an open action is that one."""
        index = self.state.index
        if group.words.section is Section.REVIEW and len(group.wordings) == 1 and len(group.words.bag) >= _TELLING:
            same = index.same(group.words)
            if len(same) == 1 and all(self.state.threads[n].is_open(self.meeting.day) for n in same):
                return same
        return set().union(*(index.likely(one, worded(one, least)) for one in group.wordings))

    def in_order(self, scores: Sequence[Score], pairs: Mapping[int, int]) -> Sequence[Score]:
        """The scores themselves, or more for what stands in a reviewed list between two mentions as its action stood between theirs."""
        placed = [(g, n) for g, n in between(self.groups, self.state, pairs) if self.said[g] not in self.known]
        placed = [(g, n) for g, n in placed if not self._is_next(g, n)]
        placed = [(g, n) for g, n in placed if " and " not in self.groups[g].words.text or not self._tells_two(g, n)]
        if not placed:
            return scores
        weighed = {(g, n): score for score, g, n in scores}
        least = DOUBTFUL - BETWEEN
        other = [(g, n) for g, n in placed if (g, n) not in weighed and n not in self._but[g]]
        new = [(self.evidence(self.groups[g], n, least), g, n) for g, n in other]
        more = {(g, n) for g, n in placed}
        return [(score + BETWEEN if (g, n) in more else score, g, n) for score, g, n in (*scores, *self._less_where_closed(new))]

    def _is_next(self, g: int, n: int) -> bool:
        """Whether a mention is open and has other numbers than an action that was closed: `edition 5.3`, after `edition 5.1` was done.

        So is what is somebody else's, in other words.
        """
        thread, mine = self.state.threads[n], self.groups[g].words
        if not self.groups[g].open or thread.is_open(self.meeting.day):
            return False
        if all(words.text != mine.text and words.owners and not same_owners(mine, words) for words in thread.wordings):
            return bool(mine.owners)
        here = mine.numbers
        return all(not (here <= words.numbers or words.numbers <= here) for words in thread.wordings)

    def _tells_two(self, g: int, n: int) -> bool:
        """Whether a mention tells of another action of the meeting before as well: `his screenshots and the redo bug stay open`."""
        lately = self.state.at.get(self.state.order[self.meeting.key] - 1, ())
        others = [words for m in lately if m != n for words in self.state.threads[m].wordings]
        return any(tells_two(self.groups[g].words, words, others) for words in self.state.threads[n].wordings)

    def left_over(self, pairs: Mapping[int, int]) -> dict[int, int]:
        """The groups of a reviewed list that are the one action of their owners that is left.

        A group that names what was closed before may rather name what is open: `Sensors`, of which there were others last year.
        """
        closed = [g for g, n in pairs.items() if not self.state.threads[n].is_open(self.meeting.day) and n not in self._cited(g)]
        rest = {g: n for g, n in pairs.items() if g not in closed}
        but = {g: self._but[g] | (set() if group.words.section is Section.REVIEW else self.meant) for g, group in enumerate(self.groups)}
        left, self._rest = left_over(self.meeting, self.groups, self.state, {**self._held, **rest}, but)
        return left

    def to_ask(self, pairs: Mapping[int, int], doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
        """What is doubtful, and what may be an action that is left."""
        asked = {doubt.mention for doubt in doubts}
        more = to_ask(self._rest, {**self._held, **pairs}, self._but)
        return (*doubts, *(Doubt(g, (n,)) for g, n in more.items() if g not in asked and self.said[g] is None))

    def _cited(self, g: int) -> set[int]:
        return self.state.cited(self.meeting, self.groups[g])

    @cached_property
    def _held(self) -> dict[int, int]:
        """The threads of which a person said that groups are they."""
        return {g: n for g, one in enumerate(self.said) if (n := self.known.get(one)) is not None}

    @cached_property
    def _but(self) -> dict[int, set[int]]:
        """The threads of which a person said that a group is none of them."""
        return {g: self._different(group) for g, group in enumerate(self.groups)}

    def said_twice(self, scores: Sequence[Score], pairs: Mapping[int, int]) -> dict[int, int]:
        """The groups that are as surely an action as another one of the meeting is, and which: one reviews it, one lists it on."""
        holder = {n: g for g, n in pairs.items()}
        near: dict[int, dict[int, float]] = {}
        for score, g, n in scores:
            if g not in pairs and self.said[g] is None and score >= SURE - MARGIN:
                near.setdefault(g, {})[n] = score
        sole = {g: next(iter(found)) for g, found in near.items() if len(found) == 1 and max(found.values()) >= SURE}
        more = told_again(self.meeting, self.groups, self.state, {**self._held, **pairs}, self._but)
        alone = {**listed_on(self.groups, self.state, pairs), **{g: holder[n] for g, n in {**more, **sole}.items() if n in holder and g not in pairs}}
        bases = list(alone.values())
        return {g: one for g, one in alone.items() if bases.count(one) == 1 and self.may_be_one(g, one)}

    def may_be_one(self, g: int, h: int) -> bool:
        """Whether two groups may say one thing: one reviews it, and one lists it on."""
        return lists_on(self.groups[g], self.groups[h]) or lists_on(self.groups[h], self.groups[g])

    def evidence(self, group: Group, n: int, least: float | None = None) -> float:
        """Evidence that a group restates an action; what is open does not restate what was closed, unless a review has it again.

        The very words of what was closed at the last meeting are asked about, be they in no review.
        What cannot come to `least` may be less than it is.
        """
        thread = self.state.threads[n]
        again = group.open and not group.reopened and not thread.is_open(self.meeting.day)
        silent = self.state.silent(self.meeting, thread)
        if again and group.words.section is not Section.REVIEW and (silent or not listed_again(group.words, thread.wordings)):
            return 0.0
        closes = not group.open
        if closes and not thread.is_open(self.meeting.day) and self._is_anothers(group, thread, silent):
            return 0.0
        score, known = 0.0, closes or (not again and _goes_on(group))
        for one in group.wordings:
            for words in _most_alike(one, told_with(one, thread.wordings)):
                score = max(score, evidence(one, words, silent, score or least, closes=known))
        if score:
            score += sum(ground.weight for ground in elsewhere(group.wordings, thread.wordings))
        if closes and not thread.is_open(self.meeting.day) and (silent or group.words.section is not Section.REVIEW):
            long = not silent and all(len(words.bag) >= LONG for words in (group.words, *thread.wordings))
            score += _CLOSED_JUST_BEFORE if long else _CLOSED_BEFORE
        if self.parted and group.open and group.words.section is Section.NEW:
            score += _PARTED
        shown = (
            again and not silent and group.words.section is Section.REVIEW and listed_again(group.words, thread.wordings)
        )  # a review shows once more what was done, or was not after all
        return min(score, SURE - 0.01) if (again and not shown) or (score >= SURE and is_parted(group, thread)) else score

    @staticmethod
    def _is_anothers(group: Group, thread: Thread, silent: int) -> bool:
        """Whether what a mention closes is needed at each meeting, and that of this one was closed before: `agenda sent`."""
        words = group.words
        told = len(words.bag) >= _TELLING or any(one.text == words.text for one in thread.wordings)
        again = not silent and told and any(one.bag == words.bag for one in thread.wordings)  # what was done stays in its list for a while
        return not again and not words.own and any(is_needed_anew(words, one) for one in thread.wordings)

    def _less_where_closed(self, scores: Sequence[Score]) -> list[Score]:
        groups = self.groups
        most: dict[int, float] = {}
        for score, g, _ in scores:
            most[g] = max(score, most.get(g, 0.0))
        closed = {n for score, g, n in scores if score >= SURE and score == most[g] and not groups[g].open}
        return [(score + _CLOSED_HERE if n in closed and groups[g].open and score < CITED else score, g, n) for score, g, n in scores]

    def _different(self, group: Group) -> set[int]:
        """The actions of which a person said that it is none of them."""
        others = self.past.different(self.meeting, group)
        return self.state.threads_of(others) if others else set()


def _most_alike(one: Words, known: Sequence[Words]) -> Sequence[Words]:
    """The wordings of an action, the latest first: it is most alike, and others that cannot come to as much are left.

    Nothing comes to more than the very same words.
    """
    same = next((words for words in reversed(known) if words.bag == one.bag and words.essence == one.essence and words.links == one.links), None)
    return tuple(reversed(known)) if same is None else (same,)


def _goes_on(group: Group) -> bool:
    """Whether a mention says that it goes on from before: `AB to send the agenda – ongoing`."""
    return any(r.about == "status" and r.words.strip("'\"").casefold().startswith(_GOING_ON) for m in group.mentions for r in m.reasons)


def why(meeting: Meeting, group: Group, thread: Thread, state: Following, past: Past, *, left: bool = False) -> Why | None:
    """Why a group is taken for an action; None where it begins."""
    if not thread.sightings:
        return None
    if group.in_short:
        return Why("it is told of all that was left open" if group.of_all else "it is called by its number, or by whose it is")
    said, cited = past.same(meeting, group), group.ids
    for one in thread.ids if said is not None or cited else ():
        if one == said:
            return Why(f"somebody said that it is {one}")
        if one in cited:
            return Why(f"it names {one}")
    return Why(None, group.wordings, tuple(thread.wordings), state.silent(meeting, thread), closes=not group.open or _goes_on(group), left=left)
