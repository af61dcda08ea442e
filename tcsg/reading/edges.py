"""Which day of a period is meant, and in which year: the first on or after the meeting when the words tell none."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from tcsg.frozen import frozen
from tcsg.reading.time_words import Edge

if TYPE_CHECKING:
    from collections.abc import Callable

    from tcsg.reading.dates import Calendar

_NTH_DAY = {("month", Edge.EARLY): 10, ("month", Edge.MID): 15, ("week", Edge.EARLY): 2, ("week", Edge.MID): 3}
WEEKEND = timedelta(2)

Range: TypeAlias = tuple[date, date]
"""The first and the last day of a period."""


@frozen
class Frame:
    """What the words before a period's name ask of it, and the calendar that it is read against."""

    calendar: Calendar
    edge: Edge
    edged: bool
    """Whether the words name the edge: "the end of the month" is a period, "the month" alone is none."""

    def day(self, unit: str, found: Range) -> date | None:
        """The day of the period that the edge means."""
        first, last = found
        nth = _NTH_DAY.get((unit, self.edge)) if self.edge in (Edge.EARLY, Edge.MID) else None
        if nth:
            return first + timedelta(nth - 1)
        if self.edge is Edge.BEFORE:
            return first - timedelta(1) - (WEEKEND if unit == "week" else timedelta(0))
        return first if self.edge is Edge.START else last if self.edge is Edge.END else None

    def to_come(self, day: date | None) -> date | None:
        """The day unless it is before the meeting: then the words do not mean it."""
        return day if day and self.calendar.meeting and day >= self.calendar.meeting else None

    def settle(self, unit: str, of_year: Callable[[int], Range], year: int | None) -> date | None:
        """The day in `year`, or the first on or after the meeting's day when no year is written."""
        meeting = self.calendar.meeting
        if year is None and meeting is None:
            return None
        for candidate in (year,) if year else (meeting.year + n for n in (-1, 0, 1)) if meeting else ():
            try:
                day = self.day(unit, of_year(candidate))
            except (ValueError, OverflowError):  # week 53 of a year of 52, or a year no calendar has
                continue
            if day and (year or (meeting and day >= meeting)):
                return day
        return None
