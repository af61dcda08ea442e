"""Days as minutes name them, "6 May at noon", "Friday of next week", "the 29th", and the day each means."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.reading import time_words as en
from tcsg.reading.dates import may_begin_date, read_date
from tcsg.reading.periods import Time, last_of_month, week_of
from tcsg.reading.time_words import Sort
from tcsg.reading.tokens import number_of

if TYPE_CHECKING:
    from tcsg.reading.dates import Calendar
    from tcsg.reading.time_text import Words, Written

_PARTS_OF_DAY = frozenset("morning lunch afternoon evening night".split())
_BEGINS_DAY = frozenset(("day", *en.CLOCKS, *en.DAY_ENDS, *en.FROM_TODAY, *en.THIS_OR_NEXT, *en.FEASTS))
"""First words of days that are no dates, articles left out."""
_DOTTED_HALVES = {"a": ("a . m",), "p": ("p . m",)}
_WEEK = 7
_HALF_WEEK = 3


def may_begin_day(word: str) -> bool:
    """Whether a day, a date or not, may begin with a word."""
    return word in _BEGINS_DAY or may_begin_date(word)


def read_day(words: Words, at: int, calendar: Calendar) -> Time | None:
    """The day that begins at token `at`, with its hour before or after it."""
    for read in (_clock_first, read_calendar_day, _today, _day_of_month, _weekday, _feast):
        time = read(words, at, calendar)
        if time:
            return time
    return None


def read_calendar_day(words: Words, at: int, calendar: Calendar) -> Time | None:
    """The date that begins at token `at`; one without a year is the first on or after the meeting's day."""
    written = read_date(words, at, calendar.date_order)
    if not written:
        return None
    day, readings = _resolve(written, calendar)
    return _with_clock(words, Time(written.end, Sort.DAY, day, readings))


def _later(day: date | None, days: int) -> date | None:
    try:
        return day + timedelta(days) if day else None
    except OverflowError:
        return None


def _clock_first(words: Words, at: int, calendar: Calendar) -> Time | None:
    """Noon on Friday, "close of business", "6pm": the hour alone names no day, the end of the day is today's."""
    ended = words.follow_any(words.skip(at, "the"), en.DAY_ENDS)
    end = ended or _clock(words, at)
    if not end:
        return None
    after = words.skip(words.skip(end, ","), "on", "of")
    day = next((time for read in (read_calendar_day, _today, _day_of_month, _weekday) if (time := read(words, after, calendar))), None)
    if day is None:
        return Time(end, Sort.DAY, calendar.meeting if ended else None, adverb=words[at] == "this")
    return replace(day, adverb=True) if ended else day  # `Sam to send it COB Friday`


def _clock(words: Words, at: int) -> int | None:
    named = at + 1 if words[at] == "12" else at
    if words[named] in en.CLOCKS:
        return named + 1
    if not words[at][:1].isdigit():
        return None
    minutes = words[at + 1] == ":" and words[at + 2].isdigit()
    half = at + (3 if minutes else 1)
    if words[half] == "hrs" and not minutes and len(words[at]) < len("1700"):
        return None  # `within 24 hrs` is how long
    dotted = words.follow_any(half, _DOTTED_HALVES)
    if not (minutes or dotted or words[half] in en.HALVES):
        return None
    end = words.skip(dotted, ".") if dotted else words.skip(half, *en.HALVES)
    return words.skip(words.skip(end, *en.ZONES), "time")


def _with_clock(words: Words, time: Time) -> Time:
    """The time with the hour that may follow the day."""
    after = words.skip(words.skip(time.end, ","), "at")
    if words[time.end] in _PARTS_OF_DAY:
        return replace(time, end=time.end + 1)
    if words[after] not in en.SHORT_ENDS and words[after] not in en.CLOCKS and not words[after][:1].isdigit():
        return time
    end = _clock(words, after) or (after + 1 if words[after] in en.SHORT_ENDS else None)
    return replace(time, end=end) if end else time


def _resolve(written: Written, calendar: Calendar) -> tuple[date | None, tuple[date, ...]]:
    """The day, or None and the days it could be."""
    days = [found for year, month, day in written.days if (found := _on_or_after(calendar.meeting, year, month, day))]
    if len(days) < len(written.days) or not days:
        return None, ()
    named = [day for day in days if written.weekday in {None, day.weekday()}]
    if len(named) == 1:
        return named[0], ()
    if not named:
        # "Friday 30 November" of a year in which that is a Saturday: the writer meant one of the two
        days += [day for near in days for n in range(-_HALF_WEEK, _HALF_WEEK + 1) if (day := _later(near, n)) and day.weekday() == written.weekday]
    return None, tuple(sorted(set(days)))


def _on_or_after(meeting: date | None, year: int | None, month: int, day: int) -> date | None:
    years = (year,) if year else (meeting.year, meeting.year + 1) if meeting else ()
    for candidate in years:
        try:
            found = date(candidate, month, day)
        except ValueError:  # 29 February of this year, or a year after the last
            continue
        if year or (meeting and found >= meeting):
            return found
    return None


def _today(words: Words, at: int, calendar: Calendar) -> Time | None:
    overmorrow = words.follow(words.skip(at, "the"), "day after tomorrow")
    if overmorrow:
        return Time(overmorrow, Sort.DAY, _later(calendar.meeting, 2), adverb=True)
    days = en.FROM_TODAY.get(words[at])
    if days is None:
        return None
    return _with_clock(words, Time(at + 1, Sort.DAY, _later(calendar.meeting, days), adverb=True))


def _weekday(words: Words, at: int, calendar: Calendar) -> Time | None:
    """A weekday, "Friday of next week", "Friday week", "next week Friday"; a weekday alone is one after the meeting's."""
    said = at + (words[at] in en.THIS_OR_NEXT)
    if said > at and words[said] == "week":
        said = words.skip(words.skip(said + 1, ","), "on")
        week: tuple[int | None, int] = (int(words[at] in en.NEXT), said + 1)
    else:
        week = _which_week(words, said + 1)
    weeks, end = week
    weekday, meeting = words.weekday(said), calendar.meeting
    if weekday is None:
        return None
    adverb = words[at] in en.THIS_OR_NEXT or weeks is not None
    later = words.follow(end, "week") if not words[end + 1].isdigit() else None
    if not meeting:
        return _with_clock(words, Time(later or end, Sort.DAY, adverb=adverb))
    coming = _later(meeting, (weekday - meeting.weekday() - 1) % _WEEK + 1)
    if weeks is not None:
        time = Time(end, Sort.DAY, _later(week_of(meeting, weeks)[0], weekday), adverb=adverb)
    elif later:
        time = Time(later, Sort.DAY, _later(coming, _WEEK))
    elif words[at] == "next" and weekday > meeting.weekday():
        # "Next Friday" said on a Wednesday: in two days to some, in nine to others
        time = Time(end, Sort.DAY, None, tuple(day for day in (coming, _later(coming, _WEEK)) if day), adverb)
    else:
        time = Time(end, Sort.DAY, coming, adverb=adverb)
    return _with_clock(words, time)


def _which_week(words: Words, at: int) -> tuple[int | None, int]:
    week = words.skip(words.skip(at, "of", "in"), "the")
    if words[week] in en.THIS_OR_NEXT and words[week + 1] == "week":
        return int(words[week] in en.NEXT), week + 2
    return None, at


def _day_of_month(words: Words, at: int, calendar: Calendar) -> Time | None:
    """The 29th, "Friday 29", "the 3rd of next month": without a month the first on or after the meeting."""
    weekday = words.weekday(at)
    at = words.skip(words.skip(at + 1, ",") if weekday is not None else at, "the")
    short = number_of(words[at], len("29")) if weekday is not None and words[at + 1] != ":" else None
    number = short or words.ordinal(at)
    said = words.skip(words.skip(at + 1, "of"), "the")
    end = words.follow(said + (words[said] in en.THIS_OR_NEXT), "month") if words[at + 1] == "of" else at + 1
    if not number or not end or not words.closes(end):
        return None
    months = (0,) if words[said] in en.THIS else (1,) if words[said] in en.NEXT else (0, 1)
    day = next((day for ahead in months if (day := _numbered(calendar.meeting, ahead, number))), None)
    return Time(end, Sort.DAY, day if day and weekday in {None, day.weekday()} else None)


def _numbered(meeting: date | None, ahead: int, number: int) -> date | None:
    """The day of that number in the month `ahead` of the meeting's, if it is to come."""
    if not meeting:
        return None
    try:
        day = last_of_month(meeting.year, meeting.month + ahead).replace(day=number)
    except ValueError:
        return None
    return day if day >= meeting else None


def _feast(words: Words, at: int, calendar: Calendar) -> Time | None:
    feast = en.FEASTS.get(words[at])
    if not feast or not words.closes(at + 1):
        return None
    year = words.year(at + 1)
    return Time(at + 2 if year else at + 1, Sort.DAY, _on_or_after(calendar.meeting, year, *feast))
