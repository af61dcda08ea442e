"""The meeting that comes next: its day and number, who may come, and the items that are always on the agenda."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.identity import same_person
from tcsg.model import Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tcsg.model import AgendaItem, Committee, Minutes

_NUMBER = re.compile(r"(.*?)(\d+)[A-Za-z]?$")
_YEARLY = re.compile(r"(\d{4})([/-])(\d+)$")
_NOISE = re.compile(r"\([^()]*\)|[\d–—/-]+|[^\w\s]+")

_FRAME = frozenset(
    title.replace("_", " ")
    for title in """
    welcome apologies introductions minutes matters_arising actions action_points aob aocb any_other_business any_other_competent_business
    close closing next_meeting future_meetings meeting meeting_no
    """.split()
)
_FRAME_BEGINS = (
    "welcome and", "welcome apologies", "apologies for", "apologies and", "minutes of", "notes of", "meeting of", "approval of the minutes",
    "approval of minutes", "matters arising", "actions from", "actions of", "review of actions", "date of", "dates of", "date and",
    "any other business",
)  # fmt: skip
"""What the items are called that every agenda has around the business of the meeting, and how their titles begin."""


@frozen
class Upcoming:
    """The next meeting, as far as the last minutes and the register tell."""

    number: str | None
    day: date | None
    following: date | None
    """The day of the meeting after it, by the calendar."""
    people: tuple[Person, ...]
    items: tuple[AgendaItem, ...]
    """Items that the agendas of the last two meetings share, as the latter has them."""
    last: Minutes | None


def upcoming(minutes: Sequence[Minutes], committee: Committee, day: date | None = None) -> Upcoming:
    """The meeting after the last minutes; on `day` if given, else as these announce it or the calendar has it."""
    held = sorted((m for m in minutes if m.day is not None), key=lambda m: (m.day, m.path))
    last = held[-1] if held else None
    if day is None:
        day = last.next_meeting or last.announced if last else min(committee.meetings, default=None)
    following = min((d for d in committee.meetings if day and d > day), default=None)
    return Upcoming(_next_number(held, day), day, following, _people(last, committee, day), _recurring(held[-2:]), last)


def is_frame(title: str) -> bool:
    """Whether an agenda item belongs to every meeting: welcome, minutes of the last meeting, matters arising, any other business."""
    topic = _topic(title)
    return topic in _FRAME or topic.startswith(_FRAME_BEGINS)


def _topic(title: str) -> str:
    """A title without what changes from meeting to meeting: numbers, years, who leads."""
    return " ".join(_NOISE.sub(" ", title.casefold()).split())


def _next_number(held: Sequence[Minutes], day: date | None) -> str | None:
    """The number after the last one, written as it is; a new year begins at 1 where years have done so before."""
    numbered = [(m.day.year, m.meeting) for m in held if m.day and m.meeting]
    if not numbered:
        return None
    year, last = numbered[-1]
    new_year = day is not None and day.year > year
    if (yearly := _YEARLY.match(last)) is not None and yearly[1] == str(year):
        return f"{day.year}{yearly[2]}{1:0{len(yearly[3])}}" if new_year and day else f"{yearly[1]}{yearly[2]}{_after(yearly[3])}"
    match = _NUMBER.match(last)
    if match is None:
        return None
    restarts = any(b > a and _digits(n) == 1 and _digits(m) > 1 for (a, m), (b, n) in pairwise(numbered))
    return f"{match[1]}{1:0{len(match[2])}}" if new_year and restarts else match[1] + _after(match[2])


def _after(digits: str) -> str:
    return f"{int(digits) + 1:0{len(digits)}}"


def _digits(number: str) -> int:
    match = _NUMBER.match(number)
    return int(match[2]) if match else 0


def _people(last: Minutes | None, committee: Committee, day: date | None) -> tuple[Person, ...]:
    """Whom the last minutes list and who have not left, then the other members of the register who serve on the day."""
    found: list[Person] = []
    for person in last.people if last else ():
        terms = [m for m in committee.members if same_person(m.name, person.name)]
        if not terms or any(m.serves(day) for m in terms):
            found.append(person)
    for member in committee.members:
        if member.serves(day) and not any(same_person(member.name, p.name) for p in found):
            found.append(Person(member.name, member.initials, member.role))
    return tuple(found)


def _recurring(held: Sequence[Minutes]) -> tuple[AgendaItem, ...]:
    if len(held) < 2:
        return ()
    before = {_topic(item.title) for item in held[0].agenda}
    found = {_topic(item.title): item for item in reversed(held[1].agenda)}
    return tuple(item for topic, item in reversed(found.items()) if topic in before and not is_frame(item.title))
