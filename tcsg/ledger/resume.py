"""Carrying from a checkpoint: only the minutes after it are followed, and only what they touch is worked out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.ledger.carry import Carried, confirmed, first_change, noted, turns, without_absent
from tcsg.ledger.checkpoint import places_of, restore, tells_before, whole
from tcsg.ledger.derive import unminuted
from tcsg.ledger.fold import fold_on
from tcsg.ledger.following import order_of
from tcsg.ledger.keys import Held, order_meetings
from tcsg.ledger.matching import NotKeptError
from tcsg.ledger.news import changes, findings
from tcsg.ledger.thread_records import calendar_of, derived
from tcsg.model import Minutes

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from tcsg.ledger.checkpoint import Value
    from tcsg.ledger.following import Following
    from tcsg.model import Action, ByHand, Committee, Ledger, Meeting


class Resumed:
    """The minutes of a folder as a ledger knows them, of which only those that changed have been read."""

    def __init__(self, known: Ledger, read: Mapping[str, Minutes], there: Iterable[str]) -> None:
        """`read` are the minutes that are not as they were, by path; `there` are the paths of all."""
        self.known = known
        paths = frozenset(there)
        stubs = [_stub(m) for m in known.meetings if m.path in paths and m.path not in read]
        self.held = list(confirmed(order_meetings([*stubs, *read.values()], known), known))
        self._unread = {m.path for m in stubs}

    @property
    def place(self) -> int | None:
        """Before which meeting to begin, if the fold was kept there; None when it has to begin with the first."""
        if any(h.minutes is None for h in self.held):
            return None
        changed = first_change(self.held, self.known)
        return max(0, min(changed, len(self.held) - 1, len(self.known.meetings) - 1)) or None

    def need(self, places: Iterable[int], read: Callable[[str], Minutes]) -> None:
        """Read the minutes of some meetings, if they have not been."""
        for place in places:
            meeting = self.held[place].meeting
            if meeting.path in self._unread:
                self._unread.discard(meeting.path)
                self.held[place] = confirmed([Held(meeting, read(meeting.path))], self.known)[0]


def _stub(meeting: Meeting) -> Minutes:
    """Minutes that are as they were, unread."""
    return Minutes(meeting.path, meeting.sha256, meeting.key, meeting.day, present=meeting.people)


class Start:
    """What was known before the meeting at `place`, by the checkpoint `value`: it can be made before the minutes from there on are read.

    The ledger is one that a command wrote and nobody typed into. NotKeptError when the checkpoint does not tell enough.
    """

    def __init__(self, value: Value, known: Ledger, place: int, recorded: Mapping[str, ByHand]) -> None:
        before = known.meetings[:place]
        if not {a.id for a in known.actions}.issuperset(recorded) or any(tells_before(e, before[-1].day) for e in recorded.values()):
            raise NotKeptError
        self.place = place
        self.recorded = recorded
        self.state, self.doubtful = restore(value, before, noted(known, recorded))


def likely_place(known: Ledger, changed: Container[str], there: Container[str]) -> int | None:
    """Where `Resumed` will begin, if the minutes of these paths, once read, are of the days that the ledger has them on."""
    first = next((n for n, m in enumerate(known.meetings) if m.path in changed or m.path not in there), len(known.meetings))
    return max(0, min(first, len(known.meetings) - 1)) or None


def resume(resumed: Resumed, start: Start, committee: Committee, read: Callable[[str], Minutes]) -> Carried:
    """Carry from a start at the very place where the minutes begin to differ; `read` gives the minutes of a path."""
    known, held, place, state = resumed.known, resumed.held, start.place, start.state
    ledger = noted(known, start.recorded)
    state.order.update(order_of(h.meeting for h in held))
    resumed.need(range(place, len(held)), read)
    resumed.need({at for at, *_ in start.doubtful}, read)
    doubtful = [(h.meeting, h.minutes.mentions[index], n, rivals) for at, index, n, rivals in start.doubtful if (h := held[at]).minutes is not None]
    folded = fold_on(held, ledger, state, doubtful, place, turns(held, known) - {place})
    if not folded.settled:
        raise NotKeptError
    touched = _touched(state, ledger, held, place, start.recorded)
    resumed.need(places_of(state, touched), read)
    calendar = calendar_of(held)
    for n in touched:
        state.threads[n].sightings = list(whole(state, n, held))
    new = {state.threads[n].id: derived(state.threads[n], committee, calendar) for n in sorted(touched)}
    actions = _actions(ledger, state, new, held)
    ledger = replace(ledger, meetings=tuple(h.meeting for h in held), actions=without_absent(actions, ledger))
    gone = [a for a in ledger.actions if a.id not in state.claims and a.id not in new]
    return Carried(ledger, changes(known, ledger), tuple(findings(folded.unsure, held, gone)), snapshots=folded.snapshots)


def _touched(state: Following, known: Ledger, held: Sequence[Held], place: int, recorded: Iterable[str]) -> set[int]:
    """The threads whose records have to be made anew."""
    before = {h.meeting.key for h in held[:place]}
    touched = {n for n, thread in enumerate(state.threads) if n not in state.earlier or len(thread.sightings) > 1}
    if place >= len(known.meetings) or known.meetings[place].day != held[place].meeting.day:
        touched.update(n for n in state.at.get(place - 1, ()))  # their next meeting is on another day
    ids = [a.id for a in known.actions if a.seen and a.seen[-1] not in before and a.id in state.claims]
    for action_id in (*ids, *(i for i in recorded if i in state.claims)):
        n = state.claims[action_id]
        if n < 0:
            raise NotKeptError
        touched.add(n)
    return touched


def _actions(known: Ledger, state: Following, new: Mapping[str, Action], held: Sequence[Held]) -> list[Action]:
    """All records in their order: by the meetings that raised them, and there as they began."""
    order = {h.meeting.key: n for n, h in enumerate(held)}
    days = {m.key: m.day for m in known.meetings}
    early = {thread.id for n, thread in enumerate(state.threads) if n in state.earlier}
    found: list[Action] = []
    gone: list[Action] = []
    for action in known.actions:
        if action.id in early or state.claims.get(action.id) == -1:
            found.append(new.get(action.id, action))
        elif action.id not in state.claims:
            gone.append(unminuted(action, days.get(action.raised)))
    found += [new[thread.id] for n, thread in enumerate(state.threads) if n not in state.earlier]
    return sorted([*found, *gone], key=lambda a: order.get(a.raised, -1))
