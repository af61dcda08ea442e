"""The fold: meeting after meeting, each mention is found to restate a known action or begins a new one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tcsg.ledger.derive import Sighting, closed_by, speaking
from tcsg.ledger.keys import Held, Numbers, normal_id, split_id
from tcsg.ledger.matching import DOUBTFUL, REWORDED, Index, Words, assign, likeness, words_of
from tcsg.model import Action, Meeting, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from tcsg.model import Answer, Ledger, Mention

CITED = 2.0
"""Evidence of a mention that names the id: more than any wording gives."""


@dataclass(slots=True)
class Thread:
    """An action while it is followed through the meetings; local to one fold."""

    given: str | None = None
    """The id it was given when it began, unless a record already had one for it."""
    sightings: list[Sighting] = field(default_factory=list)
    wordings: list[Words] = field(default_factory=list)
    claimed: list[Action] = field(default_factory=list)
    """Records of the old ledger that turned out to be this action, the oldest first."""
    open: bool = True
    memory: Action | None = None
    """The record that stands in for minutes that are gone, if any are."""

    @property
    def id(self) -> str:
        """The oldest id that a record has for it, else the one it was given here."""
        return self.ids[0]

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids by which it is known: what was given once stays good."""
        given = [] if self.given is None else [self.given]
        return tuple(dict.fromkeys([*(r.id for r in self.claimed), *(i for r in self.claimed for i in r.aliases), *given]))

    def was_at(self, meeting: Meeting) -> bool:
        """Whether the old ledger says that the minutes of a meeting mention it."""
        return any(meeting.key in record.seen for record in self.claimed)

    def is_open(self, day: date) -> bool:
        """Whether it is open when the meeting of `day` begins: as minuted, or reopened by hand since."""
        last = self.sightings[-1].meeting.day
        recorded = [e for r in self.claimed for e in r.by_hand if e.status is not None and last <= e.on < day]
        return self.open or (bool(recorded) and max(recorded, key=lambda e: e.on).status is Status.OPEN)


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


@dataclass(frozen=True, slots=True)
class _Group:
    """The mentions of one action in one file, and the words of the first."""

    mentions: tuple[Mention, ...]
    words: Words

    @property
    def said(self) -> frozenset[str]:
        """Its wordings, by which answers name it."""
        return frozenset(m.text for m in self.mentions)

    @property
    def open(self) -> bool:
        return max(self.mentions, key=lambda m: m.line).status is Status.OPEN

    @property
    def ids(self) -> frozenset[str]:
        """What the mentions cite in the form of an id; the committee's own numbers have no `A`."""
        return frozenset(i for c in self.words.cites if c.startswith(("A", "a")) and (i := normal_id(c)))


def fold(held: Sequence[Held], known: Ledger) -> Folded:
    """Fold all meetings in their order; the old ledger gives ids, and stands in for minutes that are gone."""
    return _Fold(held, known).run(held)


class _Fold:
    def __init__(self, held: Sequence[Held], known: Ledger) -> None:
        self.order = {h.meeting.key: n for n, h in enumerate(held)}
        before = {(m.key, m.day, m.sha256) for m in known.meetings}
        self.unchanged = {h.meeting.key for h in held if (h.meeting.key, h.meeting.day, h.meeting.sha256) in before}
        self.numbers = Numbers([i for a in known.actions for i in (a.id, *a.aliases)])
        self.records: dict[str, list[Action]] = defaultdict(list)
        for action in known.actions:
            for key in action.seen or (action.raised,):
                self.records[key].append(action)
        self.answers: dict[str, list[Answer]] = defaultdict(list)
        for answer in known.answers:
            self.answers[answer.meeting].append(answer)
        self.claims: dict[str, int] = {}
        self.by_id: dict[str, int] = {}
        self.threads: list[Thread] = []
        self.unsure: list[Unsure] = []
        self.index = Index()
        self.settled = all(h.minutes is not None for h in held)
        self.fixed = frozenset() if self.settled else frozenset(self.unchanged)
        """Once minutes are gone, the unchanged ones whose known actions are those that the ledger knows: words may tell no more."""

    def run(self, held: Sequence[Held]) -> Folded:
        agreed = [(e.on, record, e.added) for actions in self.records.values() for record in actions for e in record.by_hand if e.added is not None]
        agreed.sort(key=lambda a: (a[0], a[1].id), reverse=True)
        for one in held:
            while agreed and agreed[-1][0] < one.meeting.day:
                self._agree(*agreed.pop())
            if one.minutes is None:
                self._remember(one.meeting)
            else:
                self._meet(one.meeting, _groups(one.minutes.mentions))
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
        for record in self.records[meeting.key]:
            if not record.seen:
                continue
            n = self.claims[record.id] if record.id in self.claims else self._claim(self._begin(), record)
            thread = self.threads[n]
            if thread.sightings and thread.sightings[-1].meeting == meeting:  # two records have turned out to be one action
                continue
            thread.memory = record
            words = words_of(record.text, record.owners, due_words=record.due_words)
            self._see(n, Sighting(meeting, remembered=record), words, is_open=not closed_by(record, meeting.day))

    def _meet(self, meeting: Meeting, groups: Sequence[_Group]) -> None:
        pairs, doubts = assign(self._scores(meeting, groups))
        recognised = self._recognised(meeting, groups, pairs)
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
            remembered = thread.memory if meeting.key in self.fixed and thread.was_at(meeting) else None
            self._see(n, Sighting(meeting, group.mentions, remembered), group.words, is_open=group.open)
        for doubt in doubts:
            if doubt.mention not in pairs:
                rivals = tuple(self.threads[k] for k in doubt.known)
                self.unsure.append(Unsure(meeting, groups[doubt.mention].mentions[0], self.threads[placed[doubt.mention]], rivals))

    def _scores(self, meeting: Meeting, groups: Sequence[_Group]) -> list[tuple[float, int, int]]:
        scores = []
        for g, group in enumerate(groups):
            same, different = self._answered(meeting, group)
            cited = self._cited(meeting, group) | same
            for n in {*self.index.likely(group.words.bag), *cited} - different:
                if meeting.key in self.fixed and self.threads[n].claimed and not self.threads[n].was_at(meeting):
                    continue
                score = CITED if n in cited else _evidence(meeting, group, self.threads[n])
                if score >= DOUBTFUL:
                    scores.append((score, g, n))
        return scores

    def _answered(self, meeting: Meeting, group: _Group) -> tuple[set[int], set[int]]:
        """The actions that a person said this mention is, and those that they said it is not."""
        said = [a for a in self.answers[meeting.key] if a.words in group.said]
        same = {self.by_id[a.value] for a in said if a.verdict == "same" and a.value in self.by_id}
        return same, {self.by_id[a.value] for a in said if a.verdict == "different" and a.value in self.by_id}

    def _cited(self, meeting: Meeting, group: _Group) -> set[int]:
        """The actions whose ids a mention names; only ids of earlier meetings can have been known there."""
        here = self.order[meeting.key]
        return {self.by_id[i] for i in group.ids if i in self.by_id and self.order.get(split_id(i)[0], -1) < here}

    def _recognised(self, meeting: Meeting, groups: Sequence[_Group], old: dict[int, int]) -> list[tuple[int, Action]]:
        """Which record of the ledger each group of this meeting has: the one it cites, else the one with its words, else one reworded.

        In unchanged minutes the new actions are the records in their order. Else an action that begins here (not `old`)
        goes before one that is known from earlier meetings, and a record that was still in the minutes before one that was not.
        """
        there = set(old.values())
        records = [r for r in self.records[meeting.key] if r.id not in self.claims or self._missed(r, meeting, there)]
        new = [g for g in range(len(groups)) if g not in old]
        texts = [speaking(group.mentions)[0].text for group in groups]
        live = [r for r in records if r.seen]
        if meeting.key in self.unchanged and [(r.raised, r.text) for r in live] == [(meeting.key, texts[g]) for g in new]:
            return list(zip(new, live, strict=True))
        ranked = sorted(
            (r.id not in group.ids, r.text != texts[g], -score, g in old, not r.seen, n, g)
            for n, r in enumerate(records)
            for g, group in enumerate(groups)
            if g not in old or r.id not in self.claims
            if (score := likeness(words_of(r.text, r.owners), group.words)) >= REWORDED
            or r.text == texts[g]
            or r.id in group.ids
            or (r.seen and meeting.key in self.fixed)
        )
        found: dict[int, Action] = {}
        taken: set[int] = set()
        for *_, n, g in ranked:
            if g not in found and n not in taken:
                found[g] = records[n]
                taken.add(n)
        return list(found.items())

    def _missed(self, record: Action, meeting: Meeting, there: Collection[int]) -> bool:
        """Whether an action is not among those found here, though the ledger knows that it is here."""
        return meeting.key in self.fixed and bool(record.seen) and self.claims[record.id] not in there

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
            # The first and the latest wording are enough to know it again; the index keeps the words of all.
            thread.wordings = [*thread.wordings[:1], words]
            self.index.add(n, words.bag)


def _evidence(meeting: Meeting, group: _Group, thread: Thread) -> float:
    """Evidence that a group restates an action by its wording; what is open does not restate what was closed."""
    if group.open and not thread.is_open(meeting.day):
        return 0.0
    return max(likeness(group.words, words) for words in thread.wordings)


def _due_words(mention: Mention) -> str | None:
    return mention.due.words if mention.due else None


def _groups(mentions: Sequence[Mention]) -> list[_Group]:
    """The mentions of one file put together where one restates another."""
    bases: list[list[Mention]] = []
    for mention in mentions:
        at = [g for g in bases if g[0].line == mention.restates] if mention.restates is not None else []
        if at:
            mine = words_of(mention.text, mention.owners)
            max(at, key=lambda g: likeness(mine, words_of(g[0].text, g[0].owners))).append(mention)
        else:
            bases.append([mention])
    return [_Group(tuple(g), words_of(g[0].text, g[0].owners, [c for m in g for c in m.cites], _due_words(g[0]))) for g in bases]
