"""The fold: meeting after meeting, each mention is found to restate a known action or begins a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.checkpoint import Doubtful, Snapshot
from tcsg.ledger.deeds import is_done
from tcsg.ledger.derive import Sighting, closed_by
from tcsg.ledger.following import following
from tcsg.ledger.left_off import left_off
from tcsg.ledger.matching import REWORDED, Doubt, Index, assign, best, likeness, next_best, worded, words_of
from tcsg.ledger.offered import accepted
from tcsg.ledger.past import Past
from tcsg.ledger.threads import Group, Thread, groups_of, lone
from tcsg.ledger.weighing import Weighing, why
from tcsg.model import Action, Kind, Meeting, Status
from tcsg.reading.names import names_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from tcsg.ledger.following import Following
    from tcsg.ledger.keys import Held
    from tcsg.ledger.matching import Words
    from tcsg.model import Ledger, Mention

_STATED = 100.0
"""What goes before any evidence: what states an action is a record before what is told of matters arising."""
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
    snapshots: tuple[Snapshot, ...] = ()
    """The fold as it was before the meetings that were asked for."""


def fold(held: Sequence[Held], known: Ledger, keep: Collection[int] = ()) -> Folded:
    """Fold all meetings in their order; the old ledger gives ids, and stands in for minutes that are gone.

    `keep` are the places of meetings before which a snapshot is taken.
    """
    return Fold(held, known, following((h.meeting for h in held), known)).follow_all(keep)


def fold_on(held: Sequence[Held], known: Ledger, state: Following, doubtful: Iterable[Doubtful], start: int, keep: Collection[int] = ()) -> Folded:
    """Fold the meetings from the place `start` on, before which the state is what it is. NotKeptError when that is not enough."""
    return Fold(held, known, state, doubtful).follow_all(keep, start)


class Fold:
    """A fold while it goes on, meeting after meeting."""

    def __init__(self, held: Sequence[Held], known: Ledger, state: Following, doubtful: Iterable[Doubtful] = ()) -> None:
        self.held = held
        self.past = Past(held, known)
        self.state = state
        self.doubtful = list(doubtful)
        self.vague: dict[int, Action] = {}
        """The groups of a meeting that may as well be another record, when the ledger tells which they are."""
        self.left: Mapping[int, int] = {}
        """The groups of a meeting that are the action that is left when all else is known."""
        self.twice: Mapping[int, int] = {}
        """The groups of a meeting that say again what another one says, and which: a review and the list of that meeting."""
        self.remembered: Sequence[tuple[int, Action]] = ()
        """What is told of matters arising that is a record, when the ledger tells which actions a meeting mentions."""
        self.rest: Sequence[Action] = ()  # those that are then nothing's, and so meant by what is told of all at once
        self.said: dict[str, Words] = {}
        """The words of records, worked out once."""
        self.settled = all(h.minutes is not None for h in held)
        self.snapshots: list[Snapshot] = []
        agreed = [(e.on, record, e.added) for record in self.past.actions for e in record.by_hand if e.added is not None]
        self.agreed = sorted(agreed, key=lambda a: (a[0], a[1].id), reverse=True)
        """What was agreed between meetings and is yet to come, the next last."""

    def follow_all(self, keep: Collection[int], start: int = 0) -> Folded:
        """Follow all meetings from the place `start` on."""
        for place in range(start, len(self.held)):
            self.follow(place, keep=place in keep)
        return self.folded()

    def follow(self, place: int, *, keep: bool) -> None:
        """Follow the meeting at a place, all before it having been followed; `keep` a snapshot of what was so before."""
        one = self.held[place]
        if keep:
            self.snapshots.append(Snapshot(self.state, self.doubtful, self.held, place))
        while self.agreed and self.agreed[-1][0] < one.meeting.day:
            self._agree(*self.agreed.pop())
        self.state.forget_old(one.meeting)
        if one.minutes is None:
            self._remember(one.meeting)
        else:
            names = names_of(one.meeting.people)
            groups: Sequence[Group] = groups_of(one.minutes, names)
            if any(group.words.own for group in groups):
                from tcsg.ledger.counting import counted_on  # lazy: few committees number their actions

                groups = counted_on(groups, self.state.index)
            self._meet(one.meeting, groups, [lone(m, names) for m in one.minutes.arising])

    def folded(self) -> Folded:
        """What has become of everything, all meetings having been followed."""
        while self.agreed:
            self._agree(*self.agreed.pop())
        unsure = [Unsure(m, mention, self.state.thread(n), tuple(map(self.state.thread, rivals))) for m, mention, n, rivals in self.doubtful]
        settled = self.settled and self.state.missed.isdisjoint(self.state.by_id)
        return Folded(tuple(self.state.threads), tuple(unsure), settled, tuple(self.snapshots))

    def _agree(self, day: date, record: Action, words: str) -> None:
        """An action agreed between meetings begins on its day, unless earlier minutes had it already."""
        if record.id in self.state.claims:
            return
        n = self.state.claim(self.state.begin(), record)
        meeting = Meeting(record.raised, day, "", "")
        sighting = Sighting(meeting, remembered=Action(record.id, words, record.raised), agreed=True)
        self.state.see(n, sighting, [words_of(words)], is_open=True)

    def _remember(self, meeting: Meeting) -> None:
        """The minutes are gone: every action is there that the ledger remembers to have been."""
        for record in self.past.mentioned(meeting):
            n = self.state.claims[record.id] if record.id in self.state.claims else self.state.claim(self.state.begin(), record)
            thread = self.state.threads[n]
            if thread.sightings and thread.sightings[-1].meeting == meeting:  # two records have turned out to be one action
                continue
            thread.memory = record
            names = names_of(meeting.people)
            words = words_of(record.text, map(names.person, record.owners), due_words=record.due_words, literal=record.owners)
            self.state.see(n, Sighting(meeting, remembered=record), [words], is_open=not closed_by(record, meeting.day))

    def _meet(self, meeting: Meeting, groups: Sequence[Group], points: Sequence[Group]) -> None:
        points = accepted(meeting, points, self.state)
        said = [self.past.same(meeting, group) for group in groups]
        pairs, doubts, recognised = self._recognised(meeting, groups, said, points)
        pairs |= {g: self.state.claims[record.id] for g, record in recognised if record.id in self.state.claims}
        joined = self._joined(said, pairs, recognised)
        if joined:
            groups = [group.with_mentions([groups[g] for g, base in joined.items() if base == b]) for b, group in enumerate(groups)]
        fixed = meeting.key in self.past.fixed
        first = {g: n for n, (g, _) in enumerate(recognised)} if fixed else {}
        places = sorted((g for g in range(len(groups)) if g not in joined), key=lambda g: first.get(g, len(groups) + g))
        placed = {g: pairs[g] if g in pairs else self.state.begin() for g in places}
        for g, record in recognised:
            n = placed[joined.get(g, g)]
            self.settled &= record.raised == meeting.key and not self.state.threads[n].sightings
            self.state.claim(n, record)
        stand = [(groups[g], n) for g, n in placed.items()]
        gone = left_off(meeting, stand, stand, self.state)
        for g, n in placed.items():
            if fixed and g in self.vague:
                self.state.threads[n].memory = self.vague[g]
            self._place(meeting, groups[g], n, left=g in self.left, done=n in gone)
        if points:
            self._hear(meeting, points, stand)
        for doubt in doubts:
            if doubt.mention not in pairs and doubt.mention not in joined:
                self.doubtful.append((meeting, groups[doubt.mention].mentions[0], placed[doubt.mention], doubt.known))

    def _joined(self, said: Sequence[str | None], pairs: Mapping[int, int], recognised: Iterable[tuple[int, Action]]) -> Mapping[int, int]:
        """The groups that are put to another group, and to which."""
        if all(one is None for one in said):
            return self.twice
        from tcsg.ledger.joining import joins  # lazy: people seldom say which actions are the same

        return {**self.twice, **joins(said, pairs, recognised, self.state.known(said))}

    def _hear(self, meeting: Meeting, points: Sequence[Group], placed: Sequence[tuple[Group, int]]) -> None:
        """Take what is told of an action that no mention of the meeting is, and of all that are left."""
        from tcsg.ledger.heard import swept  # lazy: most minutes have no such sentences
        from tcsg.ledger.in_talk import all_heard

        told = [point for point in points if not point.of_all]
        fixed = meeting.key in self.past.fixed
        if fixed:
            pairs = {p: self.state.claims[record.id] for p, record in self.remembered if record.id in self.state.claims}
        else:
            but = {p: self.state.threads_of(self.past.different(meeting, point)) for p, point in enumerate(told)}
            pairs = all_heard(meeting, told, self.state, {n for _, n in placed}, but)
        gone = left_off(meeting, [(told[p], n) for p, n in pairs.items()], placed, self.state)
        for p, n in sorted(pairs.items()):
            self._place(meeting, told[p], n, left=True, done=n in gone or told[p].mentions[0].kind is Kind.TOLD)
        for point in points:
            if point.of_all:
                rest = [self.state.claims[record.id] for record in self.rest if record.id in self.state.claims]
                meant = rest if fixed else swept(meeting, point, [(one, pairs.get(p)) for p, one in enumerate(told)], placed, self.state)
                for n in meant:
                    self._place(meeting, point, n, left=True)
                placed, self.rest = [*placed, *((point, n) for n in meant)], ()

    def _place(self, meeting: Meeting, group: Group, n: int, *, left: bool, done: bool = False) -> None:
        """A group is the action of a thread, which begins here or goes on; it may be known that it is `done`."""
        thread = self.state.threads[n]
        self.state.give_id(n, meeting)
        remembered = thread.memory if meeting.key in self.past.fixed and thread.was_at(meeting) else None
        told = remembered.text if remembered else group.text
        done, grounds = done or is_done(group, thread), why(meeting, group, thread, self.state, self.past, left=left)
        sighting = Sighting(meeting, group.mentions, remembered, why=grounds, told=told, done=done)
        self.state.see(n, sighting, () if group.in_short else group.wordings, is_open=group.open and not done)
        thread.place = group.mentions[0].line

    def _recognised(
        self, meeting: Meeting, groups: Sequence[Group], said: Sequence[str | None], points: Sequence[Group]
    ) -> tuple[dict[int, int], tuple[Doubt, ...], list[tuple[int, Action]]]:
        """The groups whose action is known from earlier meetings, what is doubtful, and the records of the others."""
        self.left = self.twice = {}
        weighing = Weighing(meeting, groups, said, self.state, self.past, points)
        if meeting.key in self.past.fixed:
            records = self._remembered(meeting, groups, points)
            pairs = {g: self.state.claims[record.id] for g, record in records if record.id in self.state.claims}
            if len(records) < len(groups):
                others = weighing.said_twice(weighing.scores(every=True), pairs)
                self.twice = {g: base for g, base in others.items() if g not in dict(records)}
            return {}, (), records
        known, scores = weighing.known, weighing.scores()
        pairs, doubts = assign(scores, weighing.may_be_one)
        if (placed := weighing.in_order(scores, pairs)) is not scores:
            pairs, doubts = assign(placed, weighing.may_be_one)
        self.left = weighing.left_over(pairs)
        pairs |= self.left
        self.twice = weighing.said_twice(scores, pairs)
        for g, one in enumerate(said):
            if one in known and g not in pairs and known[one] not in pairs.values():
                pairs[g] = known[one]
        doubts = weighing.to_ask(pairs, doubts)
        taken = {known[one] for one in said if one in known}
        taken |= set(self.left.values())
        doubts = tuple(Doubt(d.mention, left) for d in doubts if (left := tuple(k for k in d.known if k not in taken)))
        return pairs, doubts, self.past.recognise(meeting, groups, pairs, self.state.claims, said)

    def _remembered(self, meeting: Meeting, stated: Sequence[Group], points: Sequence[Group]) -> list[tuple[int, Action]]:
        """Which record each group has, when the ledger and not the words tells which actions are there: for with other minutes words are gone.

        What is told of matters arising has those that no group has. A record that could as well be another group's is its own memory from here
        on: that tells what it is, whichever it was.
        """
        records = self.past.mentioned(meeting)
        points = [point for point in points if not point.of_all] if len(records) > len(stated) else ()
        groups = (*stated, *points)
        order = 0.01 / max(1, len(groups) * len(records))  # among equals the sum of the products is greatest in their order
        weighing = Weighing(meeting, groups, [None] * len(groups), self.state, self.past)
        index = Index()
        for r, record in enumerate(records):
            for words in self._wordings(record):
                index.add(r, words)
        likely = {(g, r) for g, group in enumerate(groups) for one in group.wordings for r in index.likely(one, worded(one, REWORDED))}
        alike = {(g, r): score for g, r in likely if (score := self._alike(weighing, groups[g], records[r], REWORDED)) > 0}
        known = {g for g, _ in alike}, {r for _, r in alike}
        for g in set(range(len(groups))) - known[0]:  # what is like nothing is what little it shares with what nothing else is like
            alike |= {(g, r): self._alike(weighing, groups[g], record) for r, record in enumerate(records) if r not in known[1]}
        scores = {
            (g, r): self._memory(meeting, group, record, alike.get((g, r), 0.0)) + order * g * r + _STATED * (g < len(stated))
            for g, group in enumerate(groups)
            for r, record in enumerate(records)
        }
        found = sorted(best(scores).items(), key=lambda pair: pair[1])
        self.remembered = [(g - len(stated), records[r]) for g, r in found if g >= len(stated)]
        self.rest = [record for r, record in enumerate(records) if r not in {r for _, r in found}]
        found = [(g, r) for g, r in found if g < len(stated)]
        self.vague = {g: records[r] for g, r in found if scores[g, r] - next_best(scores, g, r, (len(stated), len(records))) < _CLEAR}
        return [(g, records[r]) for g, r in found]

    def _wordings(self, record: Action) -> Sequence[Words]:
        """The words of a record: those of its thread, and its own as long as it has none."""
        if record.id in self.state.claims:
            return self.state.threads[self.state.claims[record.id]].wordings
        return [self.said.get(record.id) or self.said.setdefault(record.id, words_of(record.text, record.owners))]

    def _memory(self, meeting: Meeting, group: Group, record: Action, alike: float) -> float:
        """Evidence that a group is a record known to be there: it cites it, has the very words with which it began there, or is `alike`."""
        last = record.seen[-1:] == (meeting.key,)  # else later minutes made them
        facts = 1.0 + 0.2 * (last and record.due_words == group.due_words) + 0.1 * (last and group.open is (record.status is Status.OPEN))
        if record.id in self.state.claims:
            return facts + (4.0 if group.ids and self.state.claims[record.id] in self.state.cited(meeting, group) else alike)
        return facts + (2.0 if record.raised == meeting.key and record.text == group.text else alike)

    def _alike(self, weighing: Weighing, group: Group, record: Action, least: float | None = None) -> float:
        """How much the words of a group and a record speak for their being one; what cannot come to `least` may be less than it is."""
        if record.id in self.state.claims:
            return max(0.0, weighing.evidence(group, self.state.claims[record.id], least))
        return likeness(group.words, self._wordings(record)[0], least)
