"""The fold: meeting after meeting, each mention is found to restate a known action or begins a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tcsg.ledger.derive import Sighting, closed_by
from tcsg.ledger.keys import Held, Numbers, split_id
from tcsg.ledger.matching import CITED, REWORDED, SURE, Doubt, Ground, Index, Words, assign, best, evidence, grounds, likeness, words_of
from tcsg.ledger.past import Past
from tcsg.ledger.threads import Group, Thread, groups_of
from tcsg.model import Action, Meeting, Section, Status
from tcsg.reading.names import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from tcsg.model import Ledger, Mention

_BETWEEN = 0.15
"""What it weighs that a mention of a reviewed list stands where the action would stand."""
_CLOSED_BEFORE = -0.25
"""What it weighs that an action which the mention closes was closed at an earlier meeting."""
_CLOSED_HERE = -0.3
"""What it weighs that another mention of the same meeting closes the action."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """A mention that may restate one of several actions; it was kept apart."""

    meeting: Meeting
    mention: Mention
    thread: Thread
    rivals: tuple[Thread, ...]


@dataclass(frozen=True, slots=True)
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
        return Folded(tuple(self.threads), tuple(self.unsure), self.settled)

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
        groups = self.past.joined(meeting, groups)
        pairs: dict[int, int] = {}
        doubts: tuple[Doubt, ...] = ()
        if meeting.key in self.past.fixed:
            recognised = self._remembered(meeting, groups)
        else:
            scores = self._scores(meeting, groups)
            pairs, _ = assign(scores)
            pairs, doubts = assign(self._in_order(groups, scores, pairs))
            recognised = self.past.recognise(meeting, groups, pairs, self.claims)
        pairs |= {g: self.claims[record.id] for g, record in recognised if record.id in self.claims}
        placed = [pairs[g] if g in pairs else self._begin() for g in range(len(groups))]
        for g, record in recognised:
            self.settled &= record.raised == meeting.key and not self.threads[placed[g]].sightings
            self._claim(placed[g], record)
        for n, group in zip(placed, groups, strict=True):
            thread = self.threads[n]
            if not thread.ids:
                thread.given = self.numbers.give(meeting.key)
                self.by_id[thread.given] = n
            remembered = thread.memory if meeting.key in self.past.fixed and thread.was_at(meeting) else None
            grounds = self._grounds(meeting, group, thread)
            self._see(n, Sighting(meeting, group.mentions, remembered, grounds=grounds), group.words, is_open=group.open)
            thread.place = group.mentions[0].line
        for doubt in doubts:
            if doubt.mention not in pairs:
                rivals = tuple(self.threads[k] for k in doubt.known)
                self.unsure.append(Unsure(meeting, groups[doubt.mention].mentions[0], self.threads[placed[doubt.mention]], rivals))

    def _remembered(self, meeting: Meeting, groups: Sequence[Group]) -> list[tuple[int, Action]]:
        """Which record each group has, when the ledger and not the words tells which actions are there: for with other minutes words are gone."""
        records = self.past.mentioned(meeting)
        order = 0.01 / max(1, len(groups) * len(records))  # among equals the sum of the products is greatest in their order
        scores = {(g, r): self._memory(meeting, group, record) + order * g * r for g, group in enumerate(groups) for r, record in enumerate(records)}
        return [(g, records[r]) for g, r in best(scores).items()]

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
        words = self.said.get(record.id)
        if words is None:
            words = self.said[record.id] = words_of(record.text, record.owners)
        return 1.0 + facts + likeness(group.words, words)

    def _scores(self, meeting: Meeting, groups: Sequence[Group]) -> list[tuple[float, int, int]]:
        scores = []
        for g, group in enumerate(groups):
            said = self.past.verdicts(meeting, group)
            different = self._threads_of(i for i, verdict in said.items() if verdict == "different")
            certain = self._cited(meeting, group) | self._threads_of(i for i, verdict in said.items() if verdict == "same")
            for n in (self.index.likely(group.words) | certain) - different:
                score = CITED if n in certain else self._evidence(meeting, group, self.threads[n])
                if score >= REWORDED:
                    scores.append((score, g, n))
        closed = {n for score, g, n in scores if score >= SURE and not groups[g].open}
        return [(score + _CLOSED_HERE if n in closed and groups[g].open and score < CITED else score, g, n) for score, g, n in scores]

    def _evidence(self, meeting: Meeting, group: Group, thread: Thread) -> float:
        """Evidence that a group restates an action; what is open does not restate what was closed, unless a review has it again."""
        again = group.open and not group.reopened and not thread.is_open(meeting.day)
        review = group.words.section is Section.REVIEW
        if again and not review:
            return 0.0
        silent = self._silent(meeting, thread)
        score = max(evidence(group.words, words, silent) for words in thread.wordings)
        if not group.open and not thread.is_open(meeting.day):
            score += _CLOSED_BEFORE
        return min(score, SURE - 0.01) if again else score

    def _grounds(self, meeting: Meeting, group: Group, thread: Thread) -> tuple[Ground, ...]:
        """Why a group is taken for an action: for `show --why`."""
        if not thread.sightings:
            return ()
        said = self.past.verdicts(meeting, group)
        for one in thread.ids:
            if said.get(one) == "same":
                return (Ground(CITED, f"somebody said that it is {one}"),)
            if one in group.ids:
                return (Ground(CITED, f"it names {one}"),)
        silent = self._silent(meeting, thread)
        return max((grounds(group.words, words, silent) for words in thread.wordings), key=lambda found: sum(g.weight for g in found))

    def _silent(self, meeting: Meeting, thread: Thread) -> int:
        """At how many meetings before this one an action was not mentioned."""
        return max(0, self.order[meeting.key] - self.order.get(thread.sightings[-1].meeting.key, 0) - 1)

    def _in_order(self, groups: Sequence[Group], scores: Sequence[tuple[float, int, int]], pairs: Mapping[int, int]) -> list[tuple[float, int, int]]:
        """The scores, more for what stands in a reviewed list between two mentions as its action stood between theirs."""
        reviewed = [g for g, group in enumerate(groups) if group.words.section is Section.REVIEW and g in pairs]
        taken = set(pairs.values())
        return [
            (score + _BETWEEN, g, n)
            if groups[g].words.section is Section.REVIEW and g not in pairs and n not in taken and self._is_between(g, n, reviewed, pairs)
            else (score, g, n)
            for score, g, n in scores
        ]

    def _is_between(self, g: int, n: int, reviewed: Sequence[int], pairs: Mapping[int, int]) -> bool:
        above = max((r for r in reviewed if r < g), default=None)
        below = min((r for r in reviewed if r > g), default=None)
        if above is None or below is None:
            return False
        one, this, other = self.threads[pairs[above]], self.threads[n], self.threads[pairs[below]]
        keys = {t.sightings[-1].meeting.key for t in (one, this, other)}
        return len(keys) == 1 and one.place < this.place < other.place

    def _cited(self, meeting: Meeting, group: Group) -> set[int]:
        """The actions whose ids a mention names; only ids of earlier meetings can have been known there."""
        here = self.order[meeting.key]
        return self._threads_of(i for i in group.ids if self.order.get(split_id(i)[0], -1) < here)

    def _threads_of(self, ids: Iterable[str]) -> set[int]:
        return {self.by_id[i] for i in ids if i in self.by_id}

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

    def _see(self, n: int, sighting: Sighting, words: Words, *, is_open: bool) -> None:
        thread = self.threads[n]
        thread.sightings.append(sighting)
        thread.open = is_open
        if words not in thread.wordings:
            # The first and the latest wordings are enough to know it again; the index keeps the words of all.
            thread.wordings = [*thread.wordings[:1], *thread.wordings[1:][-2:], words]
            self.index.add(n, words)
