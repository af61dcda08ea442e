"""What an action is now: the facts its meetings state and what was recorded by hand, in the order of their days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tcsg.frozen import frozen, replace, slotted
from tcsg.ledger.linking import linked, plan_of
from tcsg.model import Action, ByHand, Due, Kind, Status
from tcsg.reading.names import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.ledger.matching import Why
    from tcsg.model import Committee, Meeting, Mention
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
    done: bool = False
    """Whether they say, in the past of its own verb, that what the action tells was done; the minutes alone do not know that it was told."""

    @property
    def plan(self) -> tuple[str, ...]:
        """The commitments that the action is said to serve there."""
        if len(self.mentions) == 1:
            return self.mentions[0].plan
        if self.mentions or self.remembered is None:
            return tuple(i for m in self.mentions for i in m.plan)
        return self.remembered.plan

    @property
    def text(self) -> str:
        """The words of the mention that speaks for the action there."""
        if self.told is not None:
            return self.told
        return speaking(self.mentions)[0].text if self.mentions or self.remembered is None else self.remembered.text


@slotted
class _Facts:
    """What is so at a moment; told on from meeting to meeting, within this module."""

    status: Status = Status.OPEN
    closed: date | None = None
    why: str | None = None
    owners: tuple[str, ...] = ()
    due: date | None = None
    due_words: str | None = None
    """None also when the day was recorded by hand."""
    minuted_owners: frozenset[str] = frozenset()
    minuted_due: str | None = None

    def stand(self, status: Status, day: date) -> None:
        """What is closed was closed on the day that was first said, be it as done or as dropped."""
        if status is not self.status:
            self.status, self.closed, self.why = status, None if status is Status.OPEN else self.closed or day, None

    def fall_due(self, due: Due, following: date | None) -> None:
        """Words merely restated keep their day or the one recorded by hand, unless they count from the meeting that restates them."""
        words = due.words.casefold()
        moves = "next" in words and "meeting" in words
        if words != self.minuted_due or (self.due_words is not None and moves):
            self.due, self.due_words, self.minuted_due = due.day or (following if moves else None), due.words, words

    def record(self, entry: ByHand) -> None:
        """What was recorded by hand counts until minutes say otherwise."""
        if entry.status is not None:
            self.status, self.closed, self.why = entry.status, None if entry.status is Status.OPEN else entry.on, entry.why
        if entry.due is not None:
            self.due, self.due_words = None if entry.due == "none" else date.fromisoformat(entry.due), None
        if entry.owners is not None:
            self.owners = entry.owners

    def fields(self) -> dict[str, Any]:
        """As fields of an action."""
        why = self.why if self.status is Status.DROPPED else None
        return {"status": self.status, "due": self.due, "due_words": self.due_words, "owners": self.owners, "closed": self.closed, "why": why}


def derive(action_id: str, sightings: Sequence[Sighting], by_hand: Sequence[ByHand], committee: Committee, calendar: dict[str, date]) -> Action:
    """The action that these sightings and hand-made entries make; `calendar` gives the day of the meeting after each."""
    facts = _Facts()
    hand = sorted(by_hand, key=lambda b: b.on)
    for n, sighting in enumerate(sightings):
        while hand and hand[0].on < sighting.meeting.day:
            facts.record(hand.pop(0))
        if sighting.remembered is not None:
            facts = _remembered(sighting.remembered, sighting.meeting)
        else:
            _minute(facts, sighting, committee, calendar.get(sighting.meeting.key), first=n == 0)
    for entry in hand:
        facts.record(entry)
    first = sightings[0]
    seen = tuple(s.meeting.key for s in sightings if not s.agreed)
    plan = plan_of([(s.meeting.day, said) for s in sightings if (said := s.plan)], by_hand)
    return Action(action_id, first.text, first.meeting.key, seen=seen, plan=plan, **facts.fields())


def unminuted(record: Action, raised: date | None) -> Action:
    """An action that no minutes mention any more: dropped, unless somebody recorded something about it; then that counts."""
    record = replace(record, seen=(), by_hand=tuple(sorted(record.by_hand, key=lambda b: b.on)))
    if not record.by_hand:
        return replace(record, status=Status.DROPPED, closed=record.closed or raised, why=GONE)
    facts = _Facts(record.status, record.closed, record.why, record.owners, record.due, record.due_words)
    for entry in record.by_hand:
        facts.record(entry)
        record = replace(record, plan=linked(record.plan, entry))
    return replace(record, **facts.fields())


def speaking(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of one meeting, the agenda item before the summary."""
    mentions = list(mentions)
    return mentions if len(mentions) == 1 else sorted(mentions, key=lambda m: (m.kind is Kind.SUMMARY, m.restates is not None, m.line))


def in_short(mention: Mention) -> bool:
    """Whether a mention says nothing of what is to be done: it tells of all actions at once, or of one by its number or owner."""
    return mention.kind in (Kind.ALL, Kind.KNOWN)


def holders(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The owners that the first mention with any names, and those to whom the same list gives the very same words."""
    if len(mentions) == 1:
        return mentions[0].owners
    mentions = [m for m in mentions if m.owners]
    shared = [o for m in mentions if m is mentions[0] or are_shared(mentions[0], m) for o in m.owners]
    return tuple(dict.fromkeys(shared))


def are_shared(one: Mention, other: Mention) -> bool:
    """Whether one list gives the same words to the owners of both: then it is one task of theirs."""
    return one.kind is other.kind and one.block == other.block and one.text.casefold() == other.text.casefold()


def closed_by(record: Action, day: date) -> bool:
    """Whether the ledger remembers that an action was closed on a day or before."""
    return record.closed is not None and record.closed <= day


def _minute(facts: _Facts, sighting: Sighting, committee: Committee, following: date | None, *, first: bool) -> None:
    day = sighting.meeting.day
    spoken = speaking(sighting.mentions)
    last = spoken[0] if len(spoken) == 1 else max(sighting.mentions, key=lambda m: m.line)
    facts.stand(Status.DONE if sighting.done else last.status, day)
    owners = holders(spoken)
    said = _people(owners, sighting.meeting) if owners else None
    if said and said != facts.minuted_owners:
        facts.owners, facts.minuted_owners = owners, said
    due = next((m.due for m in spoken if m.due), None)
    if due is not None:
        facts.fall_due(due, following)
    elif first:
        facts.due = _default_due(committee, day, following)


def _people(owners: Iterable[str], meeting: Meeting) -> frozenset[str]:
    """Who is meant at a meeting, so that `Kim` and `KK` are no change of hands."""
    return frozenset(map(_names(meeting).person, owners))


@lru_cache(maxsize=256)
def _names(meeting: Meeting) -> Names:
    return names_of(meeting.people)


def _remembered(record: Action, meeting: Meeting) -> _Facts:
    """What the record says of a meeting in its past; owners and due are those it has now."""
    owners, day = _people(record.owners, meeting), meeting.day
    due_words = record.due_words.casefold() if record.due_words is not None else None
    facts = _Facts(owners=record.owners, due=record.due, due_words=record.due_words, minuted_owners=owners, minuted_due=due_words)
    if closed_by(record, day):
        facts.status, facts.closed, facts.why = record.status, record.closed, record.why
    return facts


def _default_due(committee: Committee, day: date, following: date | None) -> date | None:
    default = committee.default_due or "none"
    if default == "next-meeting":
        return following
    return day + timedelta(days=int(default.split()[0])) if default[0].isdigit() else None
