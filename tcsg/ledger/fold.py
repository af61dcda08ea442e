"""The fold: meeting after meeting, each mention is found to restate a known action or begins a new one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tcsg.ledger.derive import Sighting
from tcsg.ledger.keys import Held, Numbers, normal_id, split_id
from tcsg.ledger.matching import DOUBTFUL, Index, Words, assign, likeness, words_of
from tcsg.model import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.model import Action, Ledger, Mention


@dataclass(slots=True)
class Thread:
    """An action while it is followed through the meetings; local to one fold."""

    id: str
    sightings: list[Sighting] = field(default_factory=list)
    wordings: list[Words] = field(default_factory=list)
    claimed: list[Action] = field(default_factory=list)
    """Records of the old ledger that turned out to be this action."""
    open: bool = True


@dataclass(frozen=True, slots=True)
class Unsure:
    """A mention that may restate one of several actions; it was kept apart."""

    path: str
    mention: Mention
    thread: Thread
    rivals: tuple[Thread, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """All threads in the order they began, and what was too doubtful to decide."""

    threads: tuple[Thread, ...]
    unsure: tuple[Unsure, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """The mentions of one action in one file, and the words of the first."""

    mentions: tuple[Mention, ...]
    words: Words

    @property
    def open(self) -> bool:
        return max(self.mentions, key=lambda m: m.line).status is Status.OPEN


def fold(held: Sequence[Held], known: Ledger) -> Folded:
    """Fold all meetings in their order; the old ledger gives ids, and stands in for minutes that are gone."""
    return _Fold(known).run(held)


class _Fold:
    def __init__(self, known: Ledger) -> None:
        self.known = known
        self.numbers = Numbers([i for a in known.actions for i in (a.id, *a.aliases)])
        self.threads: list[Thread] = []
        self.unsure: list[Unsure] = []
        self.index = Index()
        self.by_id: dict[str, int] = {}
        self.order: dict[str, int] = {}

    def run(self, held: Sequence[Held]) -> Folded:
        self.order = {h.meeting.key: n for n, h in enumerate(held)}
        groups = {h.meeting.key: _groups(h.minutes.mentions) for h in held if h.minutes is not None}
        bound = _bind(self.known, groups)
        remembered: dict[str, list[Action]] = defaultdict(list)
        for action in self.known.actions:
            for key in action.seen:
                remembered[key].append(action)
        for one in held:
            if one.minutes is None:
                self._remember(one, remembered[one.meeting.key])
            else:
                self._meet(one, groups[one.meeting.key], bound)
        return Folded(tuple(self.threads), tuple(self.unsure))

    def _remember(self, one: Held, actions: Sequence[Action]) -> None:
        for action in actions:
            n = self.by_id.get(action.id)
            if n is None:
                n = self._begin(Thread(action.id, claimed=[action]))
            self._see(n, Sighting(one.meeting, remembered=action), words_of(action.text, action.owners), is_open=True)

    def _meet(self, one: Held, groups: Sequence[_Group], bound: dict[tuple[str, int], Action]) -> None:
        pairs, doubts = assign(self._scores(groups))
        placed = []
        for g, group in enumerate(groups):
            n = pairs[g] if g in pairs else self._begin(Thread(""))
            placed.append(n)
            record = bound.get((one.meeting.key, g))
            if record is not None and record not in self.threads[n].claimed:
                self._claim(n, record)
            if not self.threads[n].id:
                self._name(n, self.numbers.give(one.meeting.key))
            self._see(n, Sighting(one.meeting, group.mentions), group.words, is_open=group.open)
        for doubt in doubts:
            rivals = tuple(self.threads[k] for k in doubt.known)
            self.unsure.append(Unsure(one.meeting.path, groups[doubt.mention].mentions[0], self.threads[placed[doubt.mention]], rivals))

    def _scores(self, groups: Sequence[_Group]) -> list[tuple[float, int, int]]:
        scores = []
        for g, group in enumerate(groups):
            cited = {self.by_id[i] for c in group.words.cites if (i := normal_id(c)) in self.by_id and c[:1] in "Aa"}
            candidates = set(self.index.likely(group.words.bag)) | cited
            for n in candidates:
                thread = self.threads[n]
                if not thread.open and group.open and n not in cited:
                    continue
                score = 2.0 if n in cited else max(likeness(group.words, w) for w in thread.wordings)
                if score >= DOUBTFUL:
                    scores.append((score, g, n))
        return scores

    def _begin(self, thread: Thread) -> int:
        self.threads.append(thread)
        n = len(self.threads) - 1
        if thread.id:
            self.by_id[thread.id] = n
        return n

    def _claim(self, n: int, record: Action) -> None:
        """A thread takes the oldest id of the records that it is; the others stay as aliases."""
        thread = self.threads[n]
        thread.claimed.append(record)
        thread.claimed.sort(key=lambda a: (self.order.get(split_id(a.id)[0], -1), split_id(a.id)[1]))
        self._name(n, thread.claimed[0].id)

    def _name(self, n: int, action_id: str) -> None:
        self.threads[n].id = action_id
        self.by_id[action_id] = n

    def _see(self, n: int, sighting: Sighting, words: Words, *, is_open: bool) -> None:
        thread = self.threads[n]
        thread.sightings.append(sighting)
        thread.open = is_open
        if words not in thread.wordings:
            # The first and the latest wording are enough to know it again; the index keeps the words of all.
            thread.wordings = [*thread.wordings[:1], words]
            self.index.add(n, words.bag)


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
    return [_Group(tuple(g), words_of(g[0].text, g[0].owners, [c for m in g for c in m.cites])) for g in bases]


def _bind(known: Ledger, groups: dict[str, list[_Group]]) -> dict[tuple[str, int], Action]:
    """Which group of which meeting each record of the old ledger was made from: by its words, at its first meeting or a later one."""
    bound: dict[tuple[str, int], Action] = {}
    waiting: dict[str, list[Action]] = defaultdict(list)
    for action in known.actions:
        waiting[action.raised].append(action)
    for key, actions in list(waiting.items()):
        left = _bind_meeting(key, actions, groups.get(key, []), bound)
        for action in left:
            for later in action.seen:
                if later != key and not _bind_meeting(later, [action], groups.get(later, []), bound):
                    break
    return bound


def _bind_meeting(key: str, actions: Sequence[Action], groups: Sequence[_Group], bound: dict[tuple[str, int], Action]) -> list[Action]:
    """Bind records to the groups of one meeting, exact words first; the records left over come back."""
    left = list(actions)
    for g, group in enumerate(groups):
        same = next((a for a in left if any(a.text == m.text for m in group.mentions) and (key, g) not in bound), None)
        if same is not None:
            bound[key, g] = same
            left.remove(same)
    scores = [
        (likeness(words_of(a.text, a.owners), group.words), n, g)
        for n, a in enumerate(left)
        for g, group in enumerate(groups)
        if (key, g) not in bound
    ]
    taken: set[int] = set()
    for score, n, g in sorted(scores, key=lambda s: (-s[0], s[1], s[2])):
        if score >= REWORDED and n not in taken and (key, g) not in bound:
            bound[key, g] = left[n]
            taken.add(n)
    return [a for n, a in enumerate(left) if n not in taken]


REWORDED = 0.45
"""Evidence from which an action whose words were changed in its own minutes is still that action."""
