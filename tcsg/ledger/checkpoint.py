"""The fold up to a meeting, kept as values of JSON: so that only what comes after has to be followed again.

Kept are the actions that later minutes can still restate by their words. Of others, closed long ago, there is nothing but their
ids; who asks for one of these, or for anything else that was not kept, is told so by `NotKeptError`, and follows all meetings.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from tcsg.ledger.derive import Sighting
from tcsg.ledger.following import Following, following
from tcsg.ledger.matching import NotKeptError, Words, dump_words, load_words
from tcsg.ledger.threads import Thread
from tcsg.model import Action, Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tcsg.ledger.keys import Held
    from tcsg.model import ByHand, Ledger, Mention, Minutes

Value = Any
"""A value of JSON."""
Doubtful = tuple[Meeting, "Mention", int, tuple[int, ...]]
"""A mention of a meeting that may restate one of several actions: its own thread, and theirs."""


def mark(known: Ledger, place: int) -> str:
    """What tells the fold of a ledger's first `place` meetings from every other: a SHA-256 in hexadecimal.

    It is made of these meetings, their records as far as they tell which is which, and whatever people said or recorded before.
    """
    meetings = known.meetings[:place]
    keys, last = {m.key for m in meetings}, meetings[-1].day if meetings else date.min
    parts = [repr((m.key, m.path, m.day, m.sha256)) for m in meetings]
    parts += [repr((a.meeting, a.words, a.verdict, a.value)) for a in known.answers]
    for a in known.actions:
        if a.raised in keys and not (a.by_hand and _agreed_later(a, last)):
            parts += (a.id, a.text, *a.aliases, *(a.seen if a.seen[-1:] and a.seen[-1] in keys else [k for k in a.seen if k in keys]))
        if a.by_hand:
            parts += [repr((a.id, e.on, e.status, e.added)) for e in a.by_hand if tells_before(e, last)]
    return sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()


def tells_before(entry: ByHand, last: date) -> bool:
    """Whether what somebody recorded changes how minutes up to the meeting of a day are followed."""
    return entry.on < last and (entry.added is not None or entry.status is not None)


def _agreed_later(action: Action, last: date) -> bool:
    """Whether it was agreed between meetings, and not before the meeting of that day."""
    return any(e.added is not None and e.on >= last for e in action.by_hand)


Row = tuple[int, int, int, tuple[int, ...]]
"""A doubtful mention as it is kept: the places of its meeting and its line, its own thread, and its rivals."""


class Snapshot:
    """The fold as it is before one meeting, taken while it goes on; `value` when all ids are known."""

    def __init__(self, state: Following, doubtful: Sequence[Doubtful], held: Sequence[Held], place: int) -> None:
        self.place = place
        self._state = state
        self._live = [n for n in range(len(state.threads)) if n not in state.forgotten]
        at = {id(mention): i for one in held[:place] if one.minutes for i, mention in enumerate(_told(one.minutes))}
        self._rows = [self._row(n, at) for n in self._live]
        self._clues = state.index.clues_of(state.forgotten) | state.index.beyond
        self._missed = sorted(state.missed)
        self._unsure = [(state.order[m.key], at[id(mention)], n, rivals) for m, mention, n, rivals in doubtful if id(mention) in at]
        self.whole = len(self._unsure) == len(doubtful)
        """Whether all that was doubtful could be kept."""

    def _row(self, n: int, at: Mapping[int, int]) -> list[Value]:
        thread, order = self._state.threads[n], self._state.order
        earlier = self._state.earlier.get(n, [])
        rows = [*earlier, *(_seen(s, order, at) for s in thread.sightings[bool(earlier) :])]
        return [thread.open, thread.place, sorted(thread.stands), [dump_words(w) for w in thread.wordings], rows]

    def value(self) -> Value:
        """What `restore` makes the state of again."""
        state, number = self._state, {n: i for i, n in enumerate(self._live)}

        def ref(n: int) -> Value:
            return number[n] if n in number else [state.thread(n).id, state.thread(n).wordings[-1].text]

        ids = [state.thread(n).id for n in self._live]
        unsure = [[place, index, ref(n), list(map(ref, rivals))] for place, index, n, rivals in self._unsure]
        return [ids, self._rows, sorted(self._clues), self._missed, unsure]


def _told(minutes: Minutes) -> tuple[Mention, ...]:
    """All that may be a mention of an action, in an order that stays."""
    return minutes.mentions + minutes.arising if minutes.arising else minutes.mentions


def _seen(sighting: Sighting, order: Mapping[str, int], at: Mapping[int, int]) -> Value:
    meeting, record = sighting.meeting, sighting.remembered
    if sighting.agreed and record is not None:
        return [str(meeting.day), record.id, record.text, record.raised]
    return [order[meeting.key], [at[id(m)] for m in sighting.mentions], sighting.told, sighting.done]


def restore(value: Value, meetings: Sequence[Meeting], known: Ledger) -> tuple[Following, Sequence[Row]]:
    """The state after these meetings, which knows of no later one, and what was doubtful."""
    ids, rows, clues, missed, unsure = value
    records = {a.id: a for a in known.actions}
    keys = {meeting.key for meeting in meetings}
    state = following(meetings, known)
    state.missed.update(missed)
    state.index.beyond = frozenset(clues)
    last = meetings[-1].day if meetings else date.min
    state.claims.update(
        (a.id, -1) for a in known.actions if a.raised in keys and (_is_followed(a) and not _agreed_later(a, last) if a.by_hand else a.seen)
    )
    for action_id, (is_open, line, stands, wordings, seen) in zip(ids, rows, strict=True):
        if action_id not in records:
            raise NotKeptError
        n = state.begin()
        thread = state.threads[n]
        state.claims.pop(action_id, None)
        state.claim(n, records[action_id])
        thread.open, thread.place, thread.wordings = is_open, line, list(map(load_words, wordings))
        thread.stands = frozenset(stands)
        for words in thread.wordings:
            state.index.add(n, words)
        thread.sightings.append(_agreed(seen[-1]) or Sighting(meetings[seen[-1][0]], ()))
        if not thread.sightings[-1].agreed:
            state.at[seen[-1][0]].append(n)
        state.earlier[n] = seen
    state.beyond = frozenset(i for a in known.actions if state.claims.get(a.id) == -1 for i in (a.id, *a.aliases))
    return state, [(at, index, _known(state, ref), tuple(_known(state, r) for r in rivals)) for at, index, ref, rivals in unsure]


def _is_followed(action: Action) -> bool:
    """Whether minutes mention it, or it was agreed between meetings: of all else there is no thread."""
    return bool(action.seen) or any(e.added is not None for e in action.by_hand)


def _known(state: Following, ref: Value) -> int:
    """The thread of a reference; one that was not kept is there to be named only, and nothing finds it."""
    if isinstance(ref, int):
        return ref
    action_id, text = ref
    state.others.append(Thread(given=action_id, wordings=[Words(text, frozenset(), frozenset(), frozenset())]))
    return -len(state.others)


def _agreed(row: Value) -> Sighting | None:
    """What was agreed between meetings, if that is what a row tells of."""
    if not isinstance(row[0], str):
        return None
    day, action_id, words, raised = row
    return Sighting(Meeting(raised, date.fromisoformat(day), "", ""), remembered=Action(action_id, words, raised), agreed=True)


def whole(state: Following, n: int, held: Sequence[Held]) -> tuple[Sighting, ...]:
    """All sightings of a thread, those before the checkpoint from minutes that `held` must have by now."""
    later = state.threads[n].sightings
    if n not in state.earlier:
        return tuple(later)
    return (*(_agreed(row) or _minuted(row, held[row[0]]) for row in state.earlier[n]), *later[1:])


def _minuted(row: Value, one: Held) -> Sighting:
    mentions = () if one.minutes is None else tuple(_told(one.minutes)[i] for i in row[1])
    return Sighting(one.meeting, mentions, told=row[2], done=row[3])


def places_of(state: Following, threads: Iterable[int]) -> set[int]:
    """The places of the meetings before the checkpoint that mention any of these threads."""
    return {row[0] for n in threads for row in state.earlier.get(n, ()) if not isinstance(row[0], str)}
