"""What an action is now: the facts its meetings state and what was recorded by hand, in the order of their days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.linking import linked, plan_of
from tcsg.model import Action, ByHand, Due, Kind, Status
from tcsg.reading.names import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.ledger.matching import Why
    from tcsg.model import Committee, Meeting, Mention, Person
    from tcsg.reading.names import Names

GONE = "no longer in the minutes"
"""Why an action is dropped whose words were edited out of its minutes."""


@frozen
class Sighting:
    """An action at one meeting: its mentions there, and what the ledger remembers where the minutes alone cannot tell."""

    meeting: Meeting
    mentions: tuple[Mention, ...] = ()
    remembered: Action | None = None
    agreed: bool = False
    """Whether it was agreed between meetings; such a sighting is in no minutes."""
    why: Why | None = None
    """Why the mentions are taken for the action; None where it begins."""
    told: str | None = None
    """The words of the action there, where not the first of its mentions tells them."""

    @property
    def plan(self) -> tuple[str, ...]:
        """The commitments that the action is said to serve there."""
        if self.mentions or self.remembered is None:
            return tuple(i for m in self.mentions for i in m.plan)
        return self.remembered.plan

    @property
    def text(self) -> str:
        """The words of the mention that speaks for the action there."""
        if self.told is not None:
            return self.told
        return speaking(self.mentions)[0].text if self.mentions or self.remembered is None else self.remembered.text


@frozen
class _Facts:
    status: Status = Status.OPEN
    closed: date | None = None
    why: str | None = None
    owners: tuple[str, ...] = ()
    due: date | None = None
    due_words: str | None = None
    """None also when the day was recorded by hand."""
    minuted_owners: frozenset[str] = frozenset()
    minuted_due: str | None = None


def derive(action_id: str, sightings: Sequence[Sighting], by_hand: Sequence[ByHand], committee: Committee, calendar: dict[str, date]) -> Action:
    """The action that these sightings and hand-made entries make; `calendar` gives the day of the meeting after each."""
    facts = _Facts()
    hand = sorted(by_hand, key=lambda b: b.on)
    for n, sighting in enumerate(sightings):
        while hand and hand[0].on < sighting.meeting.day:
            facts = _by_hand(facts, hand.pop(0))
        facts = _minuted(facts, sighting, committee, calendar.get(sighting.meeting.key), first=n == 0)
    for entry in hand:
        facts = _by_hand(facts, entry)
    first = sightings[0]
    seen = tuple(s.meeting.key for s in sightings if not s.agreed)
    return _with_facts(
        Action(action_id, first.text, first.meeting.key, seen=seen, plan=plan_of(((s.meeting.day, s.plan) for s in sightings), by_hand)), facts
    )


def unminuted(record: Action, raised: date | None) -> Action:
    """An action that no minutes mention any more: dropped, unless somebody recorded something about it; then that counts."""
    record = replace(record, seen=(), by_hand=tuple(sorted(record.by_hand, key=lambda b: b.on)))
    if not record.by_hand:
        return replace(record, status=Status.DROPPED, closed=record.closed or raised, why=GONE)
    facts = _Facts(record.status, record.closed, record.why, record.owners, record.due, record.due_words)
    for entry in record.by_hand:
        facts = _by_hand(facts, entry)
        record = replace(record, plan=linked(record.plan, entry))
    return _with_facts(record, facts)


def speaking(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of one meeting, the agenda item before the summary."""
    return sorted(mentions, key=lambda m: (m.kind is Kind.SUMMARY, m.restates is not None, m.line))


def closed_by(record: Action, day: date) -> bool:
    """Whether the ledger remembers that an action was closed on a day or before."""
    return record.closed is not None and record.closed <= day


def _with_facts(action: Action, facts: _Facts) -> Action:
    return replace(
        action,
        status=facts.status,
        due=facts.due,
        due_words=facts.due_words,
        owners=facts.owners,
        closed=facts.closed,
        why=facts.why if facts.status is Status.DROPPED else None,
    )


def _minuted(facts: _Facts, sighting: Sighting, committee: Committee, following: date | None, *, first: bool) -> _Facts:
    day = sighting.meeting.day
    if sighting.remembered is not None:
        return _remembered(sighting.remembered, sighting.meeting)
    spoken = speaking(sighting.mentions)
    latest = max(sighting.mentions, key=lambda m: m.line)
    facts = _with_status(facts, latest.status, day)
    owners = next((m.owners for m in spoken if m.owners), ())
    said = _people(owners, sighting.meeting)
    if said and said != facts.minuted_owners:
        facts = replace(facts, owners=owners, minuted_owners=said)
    due = next((m.due for m in spoken if m.due), None)
    if due is not None:
        facts = _with_due(facts, due, following)
    elif first:
        facts = replace(facts, due=_default_due(committee, day, following))
    return facts


def _people(owners: Iterable[str], meeting: Meeting) -> frozenset[str]:
    """Who is meant at a meeting, so that `Kim` and `KK` are no change of hands."""
    names = _names(meeting.people)
    return frozenset(map(names.person, owners))


@lru_cache(maxsize=256)
def _names(people: tuple[Person, ...]) -> Names:
    return names_of(people)


def _remembered(record: Action, meeting: Meeting) -> _Facts:
    """What the record says of a meeting in its past; owners and due are those it has now."""
    owners, day = _people(record.owners, meeting), meeting.day
    due_words = record.due_words.casefold() if record.due_words is not None else None
    facts = _Facts(owners=record.owners, due=record.due, due_words=record.due_words, minuted_owners=owners, minuted_due=due_words)
    return replace(facts, status=record.status, closed=record.closed, why=record.why) if closed_by(record, day) else facts


def _with_status(facts: _Facts, status: Status, day: date) -> _Facts:
    """What is closed was closed on the day that was first said, be it as done or as dropped."""
    if status is facts.status:
        return facts
    return replace(facts, status=status, closed=None if status is Status.OPEN else facts.closed or day, why=None)


def _with_due(facts: _Facts, due: Due, following: date | None) -> _Facts:
    """Words merely restated keep their day or the one recorded by hand, unless they count from the meeting that restates them."""
    words = due.words.casefold()
    moves = "next" in words and "meeting" in words
    if words == facts.minuted_due and (facts.due_words is None or not moves):
        return facts
    day = due.day or (following if moves else None)
    return replace(facts, due=day, due_words=due.words, minuted_due=words)


def _default_due(committee: Committee, day: date, following: date | None) -> date | None:
    default = committee.default_due or "none"
    if default == "next-meeting":
        return following
    return day + timedelta(days=int(default.split()[0])) if default[0].isdigit() else None


def _by_hand(facts: _Facts, entry: ByHand) -> _Facts:
    if entry.status is not None:
        facts = replace(facts, status=entry.status, closed=None if entry.status is Status.OPEN else entry.on, why=entry.why)
    if entry.due is not None:
        facts = replace(facts, due=None if entry.due == "none" else date.fromisoformat(entry.due), due_words=None)
    if entry.owners is not None:
        facts = replace(facts, owners=entry.owners)
    return facts
