"""Calendars as RFC 5545 has them: the days on which actions fall due, and the meetings; the only file that knows icalendar.

A due day is an event of a whole day that blocks no time, not a VTODO: most calendar programs pass over a VTODO when they import
a file. Nothing in it depends on the day of export, so that a published calendar changes only when the ledger does.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from tcsg.errors import UsageError
from tcsg.model import Status
from tcsg.output.stable import last_change, named, revisions, uid
from tcsg.output.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import ModuleType

    from icalendar import Calendar, Event

    from tcsg.ledger.diary import Sitting
    from tcsg.ledger.query import Row
    from tcsg.model import Action, Committee, Ledger, Meeting
    from tcsg.plan.days import PlanDay

COMMITTEE = "The committee"


def due_days(rows: Sequence[Row], ledger: Ledger, committee: Committee, today: date) -> bytes:
    """The calendar of the days on which actions fall due; those without a day are not in it."""
    called = f"{committee.name or COMMITTEE}: actions"
    return _calendar(called, (_due(row, ledger, committee, today) for row in rows if row.action.due))


def meetings(sittings: Sequence[Sitting], days: Sequence[PlanDay], committee: Committee, today: date) -> bytes:
    """The calendar of the meetings, held and ahead, and of the days that action plans bring."""
    name = committee.name or COMMITTEE
    changed = max((sitting.day for sitting in sittings if sitting.path), default=today)
    events = [_meeting(sitting, name, committee, today) for sitting in sittings]
    return _calendar(f"{name}: meetings", events + [_planned(day, name, committee, changed) for day in days])


def _library() -> ModuleType:
    try:
        import icalendar  # lazy: an extra, and only calendars need it
    except ImportError as error:
        raise UsageError("calendars need the library icalendar; pip install 'tcsg[ics]'") from error
    return icalendar


@cache
def _exact() -> Callable[[str], object]:
    r"""A text as the library has it, but written as RFC 5545, section 3.3.11, says: the library takes `C:\Notes` for two lines."""
    library = _library()

    class Exact(library.vText):  # type: ignore[misc, name-defined]
        """A value of type TEXT."""

        def to_ical(self) -> bytes:
            """The text with its commas, semicolons, backslashes and line breaks escaped."""
            escaped = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
            return escaped.encode()

    return Exact


def _calendar(name: str, events: Iterable[Event]) -> bytes:
    calendar: Calendar = _library().Calendar()
    calendar.add("prodid", "-//tcsg//tcsg//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _exact()(clean(name)))
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(name: str, day: date, changed: date, summary: str, description: Iterable[str]) -> Event:
    """An event of one whole day, last changed at the begin of a day in UTC."""
    event: Event = _library().Event()
    stamp = datetime.combine(changed, time(), UTC)
    event.add("uid", name)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", _exact()(clean(summary)))
    event.add("description", _exact()("\n".join(map(clean, description))))
    return event


def _due(row: Row, ledger: Ledger, committee: Committee, today: date) -> Event:
    action = row.action
    assert action.due is not None  # noqa: S101 - others are not asked for
    closed = "" if action.status is Status.OPEN else f"{action.status}: "
    owners = f" {', '.join(action.owners)}" if action.owners else ""
    summary = f"{closed}{action.id}{owners}: {action.text}"
    event = _event(str(uid(action, ledger, committee)), action.due, last_change(action, ledger, today), summary, _told(row, ledger))
    event.add("sequence", revisions(action))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if action.status is Status.DROPPED else "CONFIRMED")
    return event


def _told(row: Row, ledger: Ledger) -> Iterable[str]:
    action = row.action
    yield action.text
    yield f"Owners: {', '.join(action.owners) or 'nobody'}" + (f" (as a member of {row.via})" if row.via else "")
    yield f"Due: {action.due}" + (f", minuted as: {action.due_words}" if action.due_words else "")
    yield f"Status: {action.status}" + (f" on {action.closed}" if action.closed else "")
    yield raised(action, {m.key: m for m in ledger.meetings})


def raised(action: Action, meetings_: dict[str, Meeting]) -> str:
    """Where an action was raised, in words."""
    meeting = meetings_.get(action.raised)
    return f"Raised at meeting {action.raised}" + (f" on {meeting.day} ({meeting.path})" if meeting else "")


def _meeting(sitting: Sitting, name: str, committee: Committee, today: date) -> Event:
    number = f", meeting {sitting.number}" if sitting.number else ""
    told = [f"Minutes: {sitting.path}"] if sitting.path else ["The day is as announced."]
    key = named("meeting", committee.name or "", str(sitting.day), str(sitting.nth))
    event = _event(str(key), sitting.day, sitting.known_since or today, f"{name}{number}", told)
    event.add("sequence", 1 if sitting.path else 0)
    if sitting.place:
        event.add("location", _exact()(clean(sitting.place)))
    return event


def _planned(day: PlanDay, name: str, committee: Committee, changed: date) -> Event:
    key = named("plan", committee.name or "", str(day.kind), day.id or "", "" if day.id else str(day.on))
    event = _event(str(key), day.on, changed, f"{name}: {day.words}", [f"Plan: {day.path}"] if day.path else [])
    event.add("transp", "TRANSPARENT")
    return event
