"""What an action is now: the facts its meetings state and what was recorded by hand, in the order of their days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tcsg.model import Action, ByHand, Due, Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.model import Committee, Meeting, Mention

GONE = "no longer in the minutes"
"""Why an action is dropped whose words were edited out of its minutes."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An action at one meeting: its mentions there, or what the ledger remembers when the file is gone."""

    meeting: Meeting
    mentions: tuple[Mention, ...] = ()
    remembered: Action | None = None


@dataclass(frozen=True, slots=True)
class _Facts:
    status: Status = Status.OPEN
    closed: date | None = None
    why: str | None = None
    owners: tuple[str, ...] = ()
    due: date | None = None
    due_words: str | None = None
    minuted_owners: frozenset[str] = frozenset()
    minuted_due: str | None = None


def derive(action_id: str, sightings: Sequence[Sighting], by_hand: Sequence[ByHand], committee: Committee, calendar: dict[str, date]) -> Action:
    """The action that these sightings and hand-made entries make; `calendar` gives the day of the meeting after each."""
    facts = _Facts()
    hand = sorted(by_hand, key=lambda b: b.on)
    for n, sighting in enumerate(sightings):
        while hand and hand[0].on < sighting.meeting.day:
            facts = _by_hand(facts, hand.pop(0))
        facts = _minuted(facts, sighting, committee, calendar, first=n == 0)
    for entry in hand:
        facts = _by_hand(facts, entry)
    first = sightings[0]
    text = first.remembered.text if first.remembered else _speaking(first.mentions)[0].text
    return Action(
        action_id,
        text,
        first.meeting.key,
        facts.status,
        facts.due,
        facts.due_words,
        facts.owners,
        facts.closed,
        tuple(s.meeting.key for s in sightings),
        facts.why if facts.status is Status.DROPPED else None,
    )


def _speaking(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of one meeting, the agenda item before the summary."""
    return sorted(mentions, key=lambda m: (m.kind is Kind.SUMMARY, m.restates is not None, m.line))


def _minuted(facts: _Facts, sighting: Sighting, committee: Committee, calendar: dict[str, date], *, first: bool) -> _Facts:
    if sighting.remembered is not None:
        return _remembered(facts, sighting, sighting.remembered)
    spoken = _speaking(sighting.mentions)
    day = sighting.meeting.day
    latest = max(sighting.mentions, key=lambda m: m.line)
    facts = _with_status(facts, latest.status, day)
    owners = next((m.owners for m in spoken if m.owners), ())
    said = frozenset(o.casefold() for o in owners)
    if said and said != facts.minuted_owners:
        facts = replace(facts, owners=owners, minuted_owners=said)
    due = next((m.due for m in spoken if m.due), None)
    if due is not None:
        facts = _with_due(facts, due, calendar.get(sighting.meeting.key))
    elif first:
        facts = replace(facts, due=_default_due(committee, day, calendar.get(sighting.meeting.key)))
    return facts


def _with_status(facts: _Facts, status: Status, day: date, why: str | None = None) -> _Facts:
    if status is facts.status:
        return facts
    return replace(facts, status=status, closed=None if status is Status.OPEN else day, why=why)


def _with_due(facts: _Facts, due: Due, following: date | None) -> _Facts:
    """Words merely restated keep their day, unless they count from the meeting that restates them."""
    words = due.words.casefold()
    moves = "next" in words and "meeting" in words
    if words == facts.minuted_due and not moves:
        return facts
    if words == facts.minuted_due and facts.due_words != due.words:
        return facts
    day = due.day or (following if moves else None)
    return replace(facts, due=day, due_words=due.words, minuted_due=words)


def _default_due(committee: Committee, day: date, following: date | None) -> date | None:
    default = committee.default_due or "none"
    if default == "next-meeting":
        return following
    return day + timedelta(days=int(default.split()[0])) if default[0].isdigit() else None


def _remembered(facts: _Facts, sighting: Sighting, record: Action) -> _Facts:
    """What the record says of a meeting whose file is gone; its last such meeting gives the state it was left in."""
    day = sighting.meeting.day
    status = record.status if record.seen and record.seen[-1] == sighting.meeting.key and not any(b.status for b in record.by_hand) else Status.OPEN
    if status is not facts.status:
        facts = replace(facts, status=status, closed=record.closed if status is not Status.OPEN else None, why=record.why)
    touched = {name for b in record.by_hand for name in ("owners", "due") if getattr(b, name) is not None}
    if record.owners and "owners" not in touched:
        facts = replace(facts, owners=record.owners, minuted_owners=frozenset(o.casefold() for o in record.owners))
    if (record.due or record.due_words) and "due" not in touched:
        facts = replace(facts, due=record.due, due_words=record.due_words, minuted_due=record.due_words.casefold() if record.due_words else None)
    return replace(facts, closed=facts.closed or (day if facts.status is not Status.OPEN else None))


def _by_hand(facts: _Facts, entry: ByHand) -> _Facts:
    if entry.status is not None:
        facts = replace(facts, status=entry.status, closed=None if entry.status is Status.OPEN else entry.on, why=entry.why)
    if entry.due is not None:
        facts = replace(facts, due=None if entry.due == "none" else date.fromisoformat(entry.due), due_words=None)
    if entry.owners is not None:
        facts = replace(facts, owners=entry.owners)
    return facts
