"""The rules on actions and on the ledger, each a function from the case to its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.query import days_late
from tcsg.ledger.standing import unmentioned
from tcsg.model import Finding, Kind, Place, Severity, Status
from tcsg.reading.names import INITIALS, initials_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tcsg.checks.case import Case
    from tcsg.ledger.carry import Link
    from tcsg.model import Action, Minutes, Person

LEDGER = "minutes/ledger.yaml"


def overdue(case: Case) -> Iterator[Finding]:
    """An open action whose due day has passed, at the mention that gave the day."""
    for action in case.carried.ledger.actions:
        late = days_late(action, case.today)
        if late is None or action.due is None:
            continue
        place = _due_place(case, action) or Place(LEDGER, 1)
        who = ", ".join(action.owners) or "nobody"
        days = "1 day" if late == 1 else f"{late} days"
        yield Finding("overdue", Severity.ERROR, place, f"{action.id} is {days} overdue (due {action.due}), {who}: {action.text}", action.id, late)


def _due_place(case: Case, action: Action) -> Place | None:
    """Where the day in force was stated: the latest meeting that states it, the agenda item before the summary."""
    stating = [k for k in case.links.get(action.id, ()) if k.mention.due is not None and k.mention.due.words == action.due_words]
    if not stating:
        return case.last_place(action)
    last = stating[-1].meeting
    best = min(
        (k for k in stating if k.meeting == last), key=lambda k: (k.mention.kind is Kind.SUMMARY, k.mention.restates is not None, k.mention.line)
    )
    return Place(best.path, best.mention.line)


def behind(case: Case) -> Iterator[Finding]:
    """The stored ledger is not the one the minutes give."""
    changes = [c for c in case.carried.changes if not c.by_hand]
    if case.stored is None:
        if case.carried.ledger.actions:
            yield Finding("ledger-behind", Severity.WARNING, Place(LEDGER, 1), "there is no ledger yet; `tcsg carry` makes it")
    elif case.stored != case.carried.ledger:
        said = f"; {len(changes)} changes wait, the first: {changes[0].words}" if changes else ""
        yield Finding("ledger-behind", Severity.WARNING, Place(LEDGER, 1), f"the minutes have changed since the last `tcsg carry`{said}")


def no_owner(case: Case) -> Iterator[Finding]:
    """An open action that is nobody's."""
    for action in case.carried.ledger.actions:
        if action.status is Status.OPEN and not action.owners:
            place = case.last_place(action) or Place(LEDGER, 1)
            yield Finding("no-owner", Severity.WARNING, place, f"{action.id} has no owner: {action.text}", action.id)


def no_due(case: Case) -> Iterator[Finding]:
    """An open action without any due date."""
    for action in case.carried.ledger.actions:
        if action.status is Status.OPEN and action.due is None:
            place = case.last_place(action) or Place(LEDGER, 1)
            said = f" (only {action.due_words!r})" if action.due_words else ""
            yield Finding("no-due", Severity.INFO, place, f"{action.id} has no due date{said}: {action.text}", action.id)


def not_mentioned(case: Case) -> Iterator[Finding]:
    """An open action of which the minutes have long not said a word, at the last one they said."""
    for action in case.carried.ledger.actions:
        silent = unmentioned(action, case.carried.ledger, case.committee, case.today)
        if silent is None:
            continue
        meetings = "the last meeting" if silent == 1 else f"the last {silent} meetings"
        who = ", ".join(action.owners) or "nobody"
        said = f"{action.id} is open, and {meetings} said nothing of it, {who}: {action.text}"
        yield Finding("unmentioned", Severity.WARNING, case.last_place(action) or Place(LEDGER, 1), said, action.id)


def unknown_initials(case: Case) -> Iterator[Finding]:
    """Initials of an owner that nobody at that meeting has, with the likely person."""
    for minutes in case.minutes:
        people = [*minutes.people, *(p for p in _register(case, minutes))]
        if not people:
            continue
        known = {i.casefold() for p in people for i in ((p.initials,) if p.initials else ())}
        seen: set[str] = set()
        for mention in minutes.mentions:
            for owner in mention.owners:
                strange = INITIALS.match(owner) and owner.isupper() and owner.casefold() not in known
                if not strange or owner in seen or _is_listed_bare(owner, people) or case.directory.group(owner):
                    continue
                seen.add(owner)
                place = Place(minutes.path, mention.line)
                words = f"nobody at this meeting has the initials {owner}{_likely(owner, people)}"
                yield Finding("unknown-initials", Severity.WARNING, place, words)


def _is_listed_bare(initials: str, people: Iterable[Person]) -> bool:
    """Whether just one person is listed without initials whose name would have these: another rule says so."""
    return len([p for p in people if p.initials is None and initials_of(p.name) == initials]) == 1


def _register(case: Case, minutes: Minutes) -> Iterable[Person]:
    from tcsg.model import Person

    return (Person(m.name, m.initials) for m in case.committee.members if m.serves(minutes.day))


def _likely(initials: str, people: Iterable[Person]) -> str:
    # Lazy: only a finding pays for it.
    from difflib import get_close_matches

    listed = list(people)
    near = get_close_matches(initials, [p.initials for p in listed if p.initials], n=1, cutoff=0.5)
    person = next((p for p in listed if near and p.initials == near[0]), None)
    return f"; the nearest is {person.initials}, {person.name}" if person else ""


def disagreement(case: Case) -> Iterator[Finding]:
    """Owners or due dates of one action that differ between two places of one meeting."""
    for links in case.links.values():
        for one, other in _same_meeting(links):
            a, b = one.mention, other.mention
            place = Place(other.path, b.line)
            if a.owners and b.owners and {o.casefold() for o in a.owners} != {o.casefold() for o in b.owners}:
                words = f"{one.action} belongs to {', '.join(b.owners)} here and to {', '.join(a.owners)} at line {a.line}; line {a.line} counts"
                yield Finding("owners-differ", Severity.WARNING, place, words, one.action)
            if a.due and b.due and a.due.day != b.due.day and a.due.words.casefold() != b.due.words.casefold():
                words = f"{one.action} is due {b.due.words!r} here and {a.due.words!r} at line {a.line}; line {a.line} counts"
                yield Finding("due-differs", Severity.WARNING, place, words, one.action)
            if (a.status is Status.OPEN) != (b.status is Status.OPEN):
                words = f"{one.action} is {b.status} here and {a.status} at line {a.line}"
                yield Finding("status-differs", Severity.WARNING, place, words, one.action)


def _same_meeting(links: Iterable[Link]) -> Iterator[tuple[Link, Link]]:
    """The mention that speaks for an action at each meeting, with each of the others there."""
    by_meeting: dict[str, list[Link]] = {}
    for link in links:
        by_meeting.setdefault(link.meeting, []).append(link)
    for group in by_meeting.values():
        first, *rest = sorted(group, key=lambda k: (k.mention.kind is Kind.SUMMARY, k.mention.restates is not None, k.mention.line))
        for other in rest:
            yield first, other


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
