"""The rules on actions and on the ledger, each a function from the case to its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.checks.case import LEDGER
from tcsg.ledger.query import days_late
from tcsg.ledger.standing import Silence, unmentioned
from tcsg.model import Finding, Place, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.checks.case import Case
    from tcsg.model import Minutes


def overdue(case: Case) -> Iterator[Finding]:
    """An open action whose due day has passed, at the mention that gave the day; within the days of grace a warning."""
    for action in case.carried.ledger.actions:
        late = days_late(action, case.today)
        if late is None or action.due is None:
            continue
        place = case.due_place(action)
        who = ", ".join(action.owners) or "nobody"
        days = "1 day" if late == 1 else f"{late} days"
        severity = Severity.WARNING if late <= case.committee.grace_days else Severity.ERROR
        words = f"{action.id} is {days} overdue (due {action.due}), {who}: {action.text}"
        yield Finding("overdue", severity, place, words, action.id, late, action.due, action.owners)


def behind(case: Case) -> Iterator[Finding]:
    """The stored ledger is not the one the minutes give."""
    changes = [c for c in case.carried.changes if not c.by_hand]
    if case.stored is None:
        if case.carried.ledger.actions:
            yield Finding("ledger-behind", Severity.WARNING, Place(LEDGER, 1), "there is no ledger yet; `tcsg carry` makes it")
    elif case.stored != case.carried.ledger:
        waiting = "1 change waits" if len(changes) == 1 else f"{len(changes)} changes wait, the first"
        said = f"; {waiting}: {changes[0].words}" if changes else ""
        yield Finding("ledger-behind", Severity.WARNING, Place(LEDGER, 1), f"the minutes have changed since the last `tcsg carry`{said}")


def no_owner(case: Case) -> Iterator[Finding]:
    """An open action that is nobody's."""
    for action in case.carried.ledger.actions:
        if action.status is Status.OPEN and not action.owners and case.is_certain(action):
            place = case.last_place(action)
            yield Finding("no-owner", Severity.WARNING, place, f"{action.id} has no owner: {action.text}", action.id)


def no_due(case: Case) -> Iterator[Finding]:
    """An open action without any due date."""
    for action in case.carried.ledger.actions:
        if action.status is Status.OPEN and action.due is None and case.is_certain(action):
            place = case.last_place(action)
            said = f" (only {action.due_words!r})" if action.due_words else ""
            yield Finding("no-due", Severity.INFO, place, f"{action.id} has no due date{said}: {action.text}", action.id)


def not_mentioned(case: Case) -> Iterator[Finding]:
    """An open action of which the minutes have long not said a word, at the last one they said."""
    silence = Silence(case.carried.ledger, case.today)
    for action in case.carried.ledger.actions:
        silent = unmentioned(action, silence, case.committee, case.today)
        if silent is None:
            continue
        meetings = "the last meeting" if silent == 1 else f"the last {silent} meetings"
        who = ", ".join(action.owners) or "nobody"
        said = f"{action.id} is open, and {meetings} said nothing of it, {who}: {action.text}"
        yield Finding("unmentioned", Severity.WARNING, case.last_place(action), said, action.id)


def meeting_twice(case: Case) -> Iterator[Finding]:
    """Two minutes files of one meeting: the same number in one year, or the same day."""
    seen: dict[object, Minutes] = {}
    for minutes in sorted((m for m in case.minutes if m.day), key=lambda m: (m.day, m.path)):
        for name in ((minutes.day.year, minutes.meeting) if minutes.day and minutes.meeting else None, minutes.day):
            if name is None:
                continue
            first = seen.setdefault(name, minutes)
            if first is not minutes:
                what = f"meeting {minutes.meeting}" if isinstance(name, tuple) else f"the meeting of {minutes.day}"
                yield Finding("meeting-twice", Severity.WARNING, Place(minutes.path, 1), f"{what} is also in {first.path}; are they one meeting?")
                break


def two_readings(case: Case) -> Iterator[Finding]:
    """A due date that can be read as two days."""
    for minutes in case.minutes:
        for mention in minutes.mentions:
            if mention.due and len(mention.due.readings) > 1:
                days = " or ".join(map(str, mention.due.readings))
                message = f"{mention.due.words!r} can be {days}; set date_order in committee.yaml, or write the day as 2024-06-17"
                yield Finding("two-readings", Severity.WARNING, Place(minutes.path, mention.line), message)


def from_reading(case: Case) -> Iterator[Finding]:
    """What reading the minutes and carrying them found."""
    for minutes in case.minutes:
        yield from minutes.findings
    yield from case.carried.findings
