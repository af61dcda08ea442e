"""The meetings of one page: running notes put each meeting below a title that is its day."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.model import Finding, Place, Severity
from tcsg.reading.dates import find_date
from tcsg.reading.head import ELSEWHEN
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.text import has_digit
from tcsg.reading.time_words import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tcsg.reading.dates import Calendar

_MEETING = late.compile(
    r"\b(?:meetings?|minutes|notes|calls?|telecons?|sync|session|agenda|sitzung|protokoll|treffen|réunion|séance|procès-verbal)\b", re.IGNORECASE
)


@frozen
class Sittings:
    """The calendars of a page: from each of the lines `since` another one counts."""

    since: tuple[int, ...]
    calendars: tuple[Calendar, ...]

    def at(self, line: int) -> Calendar:
        """The calendar that phrases of this line are read against."""
        return self.calendars[bisect_right(self.since, line)]

    def findings(self, path: str) -> tuple[Finding, ...]:
        """A finding where the page holds several meetings, at the title of the first that is not the one it counts as."""
        meeting = self.calendars[0].meeting
        others = [(line, c.meeting) for line, c in zip(self.since, self.calendars[1:], strict=True) if c.meeting != meeting]
        if not others:
            return ()
        line, day = others[0]
        words = f"the minutes of {day} stand in the file of {meeting}, and their actions count as minuted then; give each meeting its own file"
        return (Finding("several-meetings", Severity.WARNING, Place(path, line), words),)


def sittings(items: Sequence[Item], calendar: Calendar) -> Sittings:
    """The meetings that the titles of a page tell; the one that `calendar` tells where they tell less than two, or leave that one out.

    The latest day of a page is often the first, so each meeting's next one is the next by day, wherever it stands.
    """
    told = list(_told(items))
    days = sorted({day for _, day in told})
    if len(days) < 2 or calendar.meeting not in days:
        return Sittings((), (calendar,))
    after = dict(zip(days, (*days[1:], calendar.next_meeting), strict=True))
    calendars = (calendar, *(replace(calendar, meeting=day, next_meeting=after[day]) for _, day in told))
    return Sittings(tuple(line for line, _ in told), calendars)


def _told(items: Iterable[Item]) -> Iterable[tuple[int, date]]:
    """The lines of titles that are the day of a meeting, those of one level: below them others tell days of other things."""
    titles = [(item, day) for item in items if item.shape is Shape.HEADING and (day := _day(item))]
    top = min((item.level for item, _ in titles), default=0)
    if sum(item.level == top for item, _ in titles) == 1:
        top = min((item.level for item, _ in titles if item.level > top), default=0)
    return ((item.line, day) for item, day in titles if item.level == top)


def _day(title: Item) -> date | None:
    """The day that a title consists of, or that follows the word for a meeting."""
    words = plain(title.text)
    found = find_date(words) if has_digit(words) else None
    if not found or ELSEWHEN.search(words):
        return None
    before = words[: found[1]].strip(" *_([#:–—-|,.")
    return found[0] if not before or before.casefold() in WEEKDAYS or _MEETING.search(words) else None
