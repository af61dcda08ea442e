"""The fold: meeting after meeting, each mention is found to restate a known action or begins a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.derive import Sighting, closed_by
from tcsg.ledger.joining import joins
from tcsg.ledger.keys import Held, Numbers, split_id
from tcsg.ledger.matching import (
    CITED,
    DOUBTFUL,
    REWORDED,
    SURE,
    Doubt,
    Ground,
    Index,
    Words,
    assign,
    best,
    evidence,
    grounds,
    likeness,
    listed_again,
    words_of,
)
from tcsg.ledger.past import Past
from tcsg.ledger.places import in_order
from tcsg.ledger.threads import Group, Thread, groups_of
from tcsg.model import Action, Meeting, Section, Status
from tcsg.reading.names import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tcsg.model import Ledger, Mention

_CLOSED_BEFORE = -0.25
"""What it weighs that an action which the mention closes was closed at an earlier meeting."""
_CLOSED_HERE = -0.3
"""What it weighs that another mention of the same meeting closes the action."""


_CLEAR = 0.4
"""Evidence by which a group has to be a record, and no other, to tell what became of it when other minutes are gone."""


@frozen
class Unsure:
    """A mention that may restate one of several actions; it was kept apart."""

    meeting: Meeting
    mention: Mention
    thread: Thread
    rivals: tuple[Thread, ...]


@frozen
class Folded:
    """All threads in the order they began, and what was too doubtful to decide."""

    threads: tuple[Thread, ...]
    unsure: tuple[Unsure, ...]
    settled: bool
    """Whether every record was found where it begins. If not, ids are known earlier now, and citing them may mean more."""


def fold(held: Sequence[Held], known: Ledger) -> Folded:
    """Fold all meetings in their order; the old ledger gives ids, and stands in for minutes that are gone."""
    return _Fold(held, known).run(held)


class _Fold:
    def __init__(self, held: Sequence[Held], known: Ledger) -> None:
        self.past = Past(held, known)
        self.order = {h.meeting.key: n for n, h in enumerate(held)}
        self.numbers = Numbers([i for a in known.actions for i in (a.id, *a.aliases)])
        self.threads: list[Thread] = []
        self.unsure: list[Unsure] = []
        self.index = Index()
        self.claims: dict[str, int] = {}
        """The thread of each record that was recognised."""
        self.by_id: dict[str, int] = {}
        """The thread of each id, aliases included."""
        self.vague: dict[int, Action] = {}
        """The groups of a meeting that may as well be another record, when the ledger tells which they are."""
        self.missed: set[str] = set()
        """Ids that were asked for before they were known."""
        self.said: dict[str, Words] = {}
        """The words of records, worked out once."""
        self.settled = all(h.minutes is not None for h in held)

    def run(self, held: Sequence[Held]) -> Folded:
        agreed = [(e.on, record, e.added) for record in self.past.actions for e in record.by_hand if e.added is not None]
        agreed.sort(key=lambda a: (a[0], a[1].id), reverse=True)
        for one in held:
            while agreed and agreed[-1][0] < one.meeting.day:
                self._agree(*agreed.pop())
            if one.minutes is None:
                self._remember(one.meeting)
            else:
                self._meet(one.meeting, groups_of(one.minutes.mentions, names_of(one.meeting.people)))
        while agreed:
            self._agree(*agreed.pop())
        return Folded(tuple(self.threads), tuple(self.unsure), self.settled and self.missed.isdisjoint(self.by_id))

    def _agree(self, day: date, record: Action, words: str) -> None:
        """An action agreed between meetings begins on its day, unless earlier minutes had it already."""
        if record.id in self.claims:
            return
        n = self._claim(self._begin(), record)
        meeting = Meeting(record.raised, day, "", "")
        self._see(n, Sighting(meeting, remembered=Action(record.id, words, record.raised), agreed=True), words_of(words), is_open=True)

    def _remember(self, meeting: Meeting) -> None:
        """The minutes are gone: every action is there that the ledger remembers to have been."""
        for record in self.past.mentioned(meeting):
            n = self.claims[record.id] if record.id in self.claims else self._claim(self._begin(), record)
            thread = self.threads[n]
            if thread.sightings and thread.sightings[-1].meeting == meeting:  # two records have turned out to be one action
                continue
            thread.memory = record
            names = names_of(meeting.people)
            words = words_of(record.text, map(names.person, record.owners), due_words=record.due_words, literal=record.owners)
            self._see(n, Sighting(meeting, remembered=record), words, is_open=not closed_by(record, meeting.day))

    def _meet(self, meeting: Meeting, groups: Sequence[Group]) -> None:
        said = [self.past.same(meeting, group) for group in groups]
        pairs, doubts, recognised = self._recognised(meeting, groups, said)
        pairs |= {g: self.claims[record.id] for g, record in recognised if record.id in self.claims}
        joined = joins(said, pairs, recognised, self._known(said))
        groups = [group.with_mentions([groups[g] for g, base in joined.items() if base == b]) for b, group in enumerate(groups)]
        fixed = meeting.key in self.past.fixed
        first = {g: n for n, (g, _) in enumerate(recognised)} if fixed else {}
        places = sorted((g for g in range(len(groups)) if g not in joined), key=lambda g: first.get(g, len(groups) + g))
        placed = {g: pairs[g] if g in pairs else self._begin() for g in places}
        for g, record in recognised:
            n = placed[joined.get(g, g)]
            self.settled &= record.raised == meeting.key and not self.threads[n].sightings
            self._claim(n, record)
        for g, n in placed.items():
            if fixed and g in self.vague:
                self.threads[n].memory = self.vague[g]
            self._place(meeting, groups[g], n)
        for doubt in doubts:
            if doubt.mention not in pairs and doubt.mention not in joined:
                rivals = tuple(self.threads[k] for k in doubt.known)
                self.unsure.append(Unsure(meeting, groups[doubt.mention].mentions[0], self.threads[placed[doubt.mention]], rivals))

    def _place(self, meeting: Meeting, group: Group, n: int) -> None:
        """A group is the action of a thread, which begins here or goes on."""
        thread = self.threads[n]
        if not thread.ids:
            thread.given = self.numbers.give(meeting.key)
            self.by_id[thread.given] = n
        remembered = thread.memory if meeting.key in self.past.fixed and thread.was_at(meeting) else None
        grounds = self._grounds(meeting, group, thread)
        sighting = Sighting(meeting, group.mentions, remembered, grounds=grounds, told=remembered.text if remembered else group.text)
        self._see(n, sighting, *group.wordings, is_open=group.open)
        thread.place = group.mentions[0].line

    def _recognised(
        self, meeting: Meeting, groups: Sequence[Group], said: Sequence[str | None]
    ) -> tuple[dict[int, int], tuple[Doubt, ...], list[tuple[int, Action]]]:
        """The groups whose action is known from earlier meetings, what is doubtful, and the records of the others."""
        if meeting.key in self.past.fixed:
            return {}, (), self._remembered(meeting, groups)
        known = self._known(said)
        scores = self._scores(meeting, groups, said)
        pairs, _ = assign(scores)
        pairs, doubts = assign(in_order(groups, self.threads, scores, pairs))
        for g, one in enumerate(said):
            if one in known and g not in pairs and known[one] not in pairs.values():
                pairs[g] = known[one]
        taken = {known[one] for one in said if one in known}
        doubts = tuple(Doubt(d.mention, left) for d in doubts if (left := tuple(k for k in d.known if k not in taken)))
        return pairs, doubts, self.past.recognise(meeting, groups, pairs, self.claims, said)

    def _known(self, said: Iterable[str | None]) -> dict[str | None, int]:
        """The threads of the ids that were said, of those that are known."""
        known: dict[str | None, int] = {}
        for one in said:  # not by the algebra of sets, which would go through all ids there are
            if one in self.by_id:
                known[one] = self.by_id[one]
            elif one is not None:
                self.missed.add(one)
        return known

    def _remembered(self, meeting: Meeting, groups: Sequence[Group]) -> list[tuple[int, Action]]:
        """Which record each group has, when the ledger and not the words tells which actions are there: for with other minutes words are gone.

        A record that could as well be another group's is its own memory from here on: that tells what it is, whichever it was.
        """
        records = self.past.mentioned(meeting)
        order = 0.01 / max(1, len(groups) * len(records))  # among equals the sum of the products is greatest in their order
        scores = {(g, r): self._memory(meeting, group, record) + order * g * r for g, group in enumerate(groups) for r, record in enumerate(records)}
        found = sorted(best(scores).items(), key=lambda pair: pair[1])
        rivals = [max((score for (h, q), score in scores.items() if (h == g) is not (q == r)), default=0.0) for g, r in found]
        self.vague = {g: records[r] for (g, r), rival in zip(found, rivals, strict=True) if scores[g, r] - rival < _CLEAR}
        return [(g, records[r]) for g, r in found]

    def _memory(self, meeting: Meeting, group: Group, record: Action) -> float:
        """Evidence that a group is a record known to be there: it cites it, has the very words with which it began there, or is like it."""
        last = record.seen[-1:] == (meeting.key,)  # else later minutes made them
        facts = 0.2 * (last and record.due_words == group.due_words) + 0.1 * (last and group.open is (record.status is Status.OPEN))
        if record.id in self.claims:
            if self.claims[record.id] in self._cited(meeting, group):
                return 5.0 + facts
            return 1.0 + facts + max(0.0, self._evidence(meeting, group, self.threads[self.claims[record.id]]))
        if record.raised == meeting.key and record.text == group.text:
            return 3.0 + facts
        words = self.said.get(record.id) or self.said.setdefault(record.id, words_of(record.text, record.owners))
        return 1.0 + facts + likeness(group.words, words)

    def _scores(self, meeting: Meeting, groups: Sequence[Group], said: Sequence[str | None]) -> list[tuple[float, int, int]]:
        scores = []
        known = self._known(said)
        for g, group in enumerate(groups):
            if said[g] in known:  # it is that action or the same as another mention that is, and none other
                scores.append((max(DOUBTFUL, self._evidence(meeting, group, self.threads[known[said[g]]])), g, known[said[g]]))
                continue
            cited = self._cited(meeting, group)
            for n in (cited.union(*map(self.index.likely, group.wordings))) - self._threads_of(self.past.different(meeting, group)):
                score = CITED if n in cited else self._evidence(meeting, group, self.threads[n], REWORDED)
                if score >= REWORDED:
                    scores.append((score, g, n))
        closed = {n for score, g, n in scores if score >= SURE and not groups[g].open}
        return [(score + _CLOSED_HERE if n in closed and groups[g].open and score < CITED else score, g, n) for score, g, n in scores]

    def _evidence(self, meeting: Meeting, group: Group, thread: Thread, least: float | None = None) -> float:
        """Evidence that a group restates an action; what is open does not restate what was closed, unless a review has it again.

        The very words of what was closed at the last meeting are asked about, be they in no review.
        What cannot come to `least` may be less than it is.
        """
        again = group.open and not group.reopened and not thread.is_open(meeting.day)
        review = group.words.section is Section.REVIEW
        silent = self._silent(meeting, thread)
        if again and not review and (silent or not listed_again(group.words, thread.wordings)):
            return 0.0
        closes = not group.open
        score = max(evidence(one, words, silent, least, closes=closes) for one in group.wordings for words in thread.wordings)
        if not group.open and not thread.is_open(meeting.day):
            score += _CLOSED_BEFORE
        return min(score, SURE - 0.01) if again else score

    def _grounds(self, meeting: Meeting, group: Group, thread: Thread) -> tuple[Ground, ...]:
        """Why a group is taken for an action: for `show --why`."""
        if not thread.sightings:
            return ()
        said = self.past.same(meeting, group)
        for one in thread.ids:
            if one == said:
                return (Ground(CITED, f"somebody said that it is {one}"),)
            if one in group.ids:
                return (Ground(CITED, f"it names {one}"),)
        silent = self._silent(meeting, thread)
        closes = not group.open
        found = [grounds(one, words, silent, closes=closes) for one in reversed(group.wordings) for words in thread.wordings]
        return max(found, key=lambda found: sum(g.weight for g in found))

    def _silent(self, meeting: Meeting, thread: Thread) -> int:
        """At how many meetings before this one an action was not mentioned."""
        return max(0, self.order[meeting.key] - self.order.get(thread.sightings[-1].meeting.key, 0) - 1)

    def _cited(self, meeting: Meeting, group: Group) -> set[int]:
        """The actions whose ids a mention names; only ids of earlier meetings can have been known there."""
        here = self.order[meeting.key]
        return self._threads_of(i for i in group.ids if self.order.get(split_id(i)[0], -1) < here)

    def _threads_of(self, ids: Iterable[str]) -> set[int]:
        return set(self._known(ids).values())

    def _begin(self) -> int:
        self.threads.append(Thread())
        return len(self.threads) - 1

    def _claim(self, n: int, record: Action) -> int:
        """Make a record's ids the thread's."""
        if record.id in self.claims:
            return n
        claimed = self.threads[n].claimed
        claimed.append(record)
        claimed.sort(key=lambda r: (self.order.get(split_id(r.id)[0], -1), split_id(r.id)[1]))
        self.claims[record.id] = n
        self.by_id.update(dict.fromkeys((record.id, *record.aliases), n))
        return n

    def _see(self, n: int, sighting: Sighting, *wordings: Words, is_open: bool) -> None:
        thread = self.threads[n]
        thread.sightings.append(sighting)
        thread.open = is_open
        for words in wordings:
            if words not in thread.wordings:
                # The first and the latest wordings are enough to know it again; the index keeps the words of all.
                thread.wordings = [*thread.wordings[:1], *thread.wordings[1:][-3:], words]
                self.index.add(n, words)
