"""When what stands below a title is due: `By Friday`, `Tasks for next week`, `To do before then`, `Assignments for 31 July`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Due
from tcsg.reading import time_words as en
from tcsg.reading.due import find_due
from tcsg.reading.time_text import Words
from tcsg.reading.time_words import Sort
from tcsg.reading.times import read_time

if TYPE_CHECKING:
    from tcsg.reading.dates import Calendar

_THEN = ("before then", "by then", "until then", "till then")


def read_title(title: str, calendar: Calendar) -> Due | None:
    """The due phrase of a title above actions: "By Friday", "Short-term (next 1-2 weeks)", "This week", "Tasks for next week"."""
    found = find_due(title, calendar)
    if found:
        return found.due
    inner = title[title.find("(") + 1 : title.rfind(")")] if "(" in title and title.endswith(")") else title
    words = Words.of(inner.strip())
    time = read_time(words, 0, calendar) if words[0] in en.NEXT or words[0] == "this" else None
    whole = time is not None and time.end >= len(words) and time.sort is not Sort.MEETING
    return Due(inner.strip(), time.day, time.readings) if time and whole else _due_at_end(title.strip(" :–—-"), calendar)


def _due_at_end(title: str, calendar: Calendar) -> Due | None:
    """The due phrase with which a title ends: a coming time behind `for`, or the time that was told above it.

    `Tasks for Monday` is due that day, and `Actions for 5 May` only before it comes: minutes call their own day by that as well.
    """
    if title.casefold().endswith(_THEN):
        return Due(" ".join(title.split()[-2:]), None)
    at = title.casefold().rfind("for ")
    if at < 0 or title[:at].rstrip(" (") == title[:at] != "":
        return None
    words = Words.of(title[at:].rstrip(")"))
    time = read_time(words, 1, calendar)
    if time is None or time.end < len(words) or time.sort not in (Sort.DAY, Sort.PERIOD):
        return None
    named = words[1] in en.NEXT or words[1] == "this"
    coming = time.sort is Sort.DAY and time.day is not None and calendar.meeting is not None and time.day > calendar.meeting
    return Due(title[at:].rstrip(")"), time.day, time.readings) if named or coming else None
