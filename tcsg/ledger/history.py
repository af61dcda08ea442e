"""The life of an action, meeting by meeting: what each meeting and each entry made by hand changed about it."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.derive import Sighting, derive
from tcsg.ledger.keys import split_id
from tcsg.model import Action, Committee, Meeting, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tcsg.ledger.carry import Link
    from tcsg.model import ByHand, Ledger


class What(StrEnum):
    """What can happen to an action."""

    RAISED = "raised"
    DONE = "done"
    DROPPED = "dropped"
    REOPENED = "reopened"
    DUE = "due"
    OWNERS = "owners"


@frozen
class Step:
    """An action before and after a meeting, or before and after something recorded by hand on a day."""

    day: date
    meeting: str | None
    """Key of the meeting; None for what was recorded by hand."""
    before: Action | None
    """None when the action begins here."""
    after: Action

    @property
    def changes(self) -> tuple[What, ...]:
        """What is other after the step."""
        if self.before is None:
            begun = {Status.OPEN: (), Status.DONE: (What.DONE,), Status.DROPPED: (What.DROPPED,)}[self.after.status]
            return (What.RAISED, *begun)
        ended = {Status.OPEN: What.REOPENED, Status.DONE: What.DONE, Status.DROPPED: What.DROPPED}[self.after.status]
        pairs = (
            (self.before.status is not self.after.status, ended),
            (self.before.due != self.after.due, What.DUE),
            (self.before.owners != self.after.owners, What.OWNERS),
        )
        return tuple(what for other, what in pairs if other)


def steps(action: Action, links: Iterable[Link], ledger: Ledger, committee: Committee) -> tuple[Step, ...]:
    """The life of an action in order of days; `links` are its mentions. The last step ends in the action as it is."""
    sightings = _sightings(action, links, ledger)
    if not sightings:
        return ()
    days = [m.day for m in ledger.meetings]
    following = {m.key: day for m, day in zip(ledger.meetings, days[1:], strict=False)}
    hand = sorted(action.by_hand, key=lambda e: e.on)
    found: list[Step] = []

    def step(day: date, meeting: str | None, seen: int, recorded: int) -> None:
        after = derive(action.id, sightings[:seen], hand[:recorded], committee, following)
        found.append(Step(day, meeting, found[-1].after if found else None, after))

    recorded = 0
    for seen, sighting in enumerate(sightings, 1):
        while recorded < len(hand) and hand[recorded].on < sighting.meeting.day:
            recorded += 1
            if seen > 1:
                step(hand[recorded - 1].on, None, seen - 1, recorded)
        step(sighting.meeting.day, None if sighting.agreed else sighting.meeting.key, seen, recorded)
    for n in range(recorded + 1, len(hand) + 1):
        step(hand[n - 1].on, None, len(sightings), n)
    return tuple(found)


def _sightings(action: Action, links: Iterable[Link], ledger: Ledger) -> list[Sighting]:
    """The action at each of its meetings as the fold saw it; the ledger remembers those whose minutes are gone."""
    said: dict[str, list[Link]] = {}
    for link in links:
        said.setdefault(link.meeting, []).append(link)
    found = []
    for meeting in ledger.meetings:
        if meeting.key in said:
            found.append(Sighting(meeting, tuple(k.mention for k in said[meeting.key])))
        elif meeting.key in action.seen:
            found.append(Sighting(meeting, remembered=action))
    agreed = _agreed(action, action.by_hand)
    return found if agreed is None or (found and found[0].meeting.day <= agreed.meeting.day) else [agreed, *found]


def _agreed(action: Action, entries: Iterable[ByHand]) -> Sighting | None:
    """The beginning of an action that was agreed between meetings."""
    entry = next((e for e in entries if e.added is not None), None)
    if entry is None:
        return None
    begun = Action(action.id, entry.added or action.text, action.raised)
    return Sighting(Meeting(action.raised, entry.on, "", ""), remembered=begun, agreed=True)


def slips(life: Sequence[Step]) -> tuple[int, ...]:
    """By how many days the due date was moved back, each time it was."""
    moved = [(s.before.due, s.after.due) for s in life if s.before is not None]
    return tuple((after - before).days for before, after in moved if before and after and after > before)


class Mark(StrEnum):
    """One place on the line of an action's life."""

    RAISED = "raised"
    MENTIONED = "mentioned"
    SILENT = "silent"
    DONE = "done"
    DROPPED = "dropped"
    REOPENED = "open again"


@frozen
class Point:
    """What became of an action at a meeting, or between meetings by hand."""

    mark: Mark
    meeting: str | None
    day: date


def line(life: Sequence[Step], meetings: Sequence[Meeting]) -> tuple[Point, ...]:
    """An action's life as one line: each meeting from the first on, as long as it is open, and what was recorded by hand between."""
    if not life:
        return ()
    at = {s.meeting: s for s in life if s.meeting is not None}
    moments: list[tuple[date, int, Meeting | Step]] = [(m.day, 0, m) for m in meetings if m.day >= life[0].day]
    moments += [(s.day, 1, s) for s in life if s.meeting is None]
    points: list[Point] = []
    silent: list[Point] = []
    is_open = True
    for day, _, moment in sorted(moments, key=lambda m: m[:2]):
        step = moment if isinstance(moment, Step) else at.get(moment.key)
        if step is None:
            silent += [Point(Mark.SILENT, moment.key, day)] if isinstance(moment, Meeting) and points else []
            continue
        mark = _mark(step)
        if mark is not None:
            points += [*silent, Point(mark, step.meeting, day)]
            silent = []
        is_open = step.after.status is Status.OPEN
    return (*points, *(silent if is_open else ()))


def _mark(step: Step) -> Mark | None:
    """The mark of a step; None for an entry made by hand that left the status as it was."""
    status = step.after.status
    if status is not Status.OPEN and (step.before is None or step.before.status is not status):
        return Mark.DONE if status is Status.DONE else Mark.DROPPED
    if step.before is None:
        return Mark.RAISED
    if status is Status.OPEN and step.before.status is not Status.OPEN:
        return Mark.REOPENED
    return Mark.MENTIONED if step.meeting is not None else None


@frozen
class Happened:
    """One change of one action, at a meeting or by hand."""

    step: Step
    what: What


def happened(ledger: Ledger, links: Iterable[Link], committee: Committee) -> tuple[Happened, ...]:
    """All that ever happened, in order of days; what a meeting changed goes before what was recorded by hand that day."""
    mine: dict[str, list[Link]] = {}
    for link in links:
        mine.setdefault(link.action, []).append(link)
    found = [Happened(s, what) for a in ledger.actions for s in steps(a, mine.get(a.id, ()), ledger, committee) for what in s.changes]
    order = {m.key: n for n, m in enumerate(ledger.meetings)}

    def moment(one: Happened) -> tuple[object, ...]:
        key, number = split_id(one.step.after.id)
        return one.step.day, one.step.meeting is None, order.get(one.step.meeting or "", 0), order.get(key, -1), number

    return tuple(sorted(found, key=moment))


def until(ledger: Ledger, day: date) -> Ledger:
    """What the ledger can have known on a day: meetings held, mentions made and entries recorded until then.

    Carrying the minutes up to that day with it gives the ledger as it was, under the ids of today.
    """
    meetings = tuple(m for m in ledger.meetings if m.day <= day)
    keys = {m.key for m in meetings}
    answers = tuple(a for a in ledger.answers if a.meeting in keys)
    actions = tuple(_until(ledger.actions, keys, day))
    return replace(ledger, meetings=meetings, answers=answers, actions=actions, reading=None)


def _until(actions: Iterable[Action], keys: set[str], day: date) -> Iterator[Action]:
    for action in actions:
        hand = tuple(e for e in action.by_hand if e.on <= day)
        seen = tuple(k for k in action.seen if k in keys)
        if seen:
            closed = action.closed is not None and action.closed <= day
            was = action if closed else replace(action, status=Status.OPEN, closed=None, why=None)
            yield replace(was, seen=seen, by_hand=hand)
        elif (agreed := _agreed(action, hand)) is not None:
            was = derive(action.id, [agreed], hand, Committee(), {})
            yield replace(was, by_hand=hand, aliases=action.aliases, extra=action.extra)
        elif not action.seen and action.raised in keys and len(hand) == len(action.by_hand):
            yield action
