"""Periods as minutes name them, "January 2026", "the end of next week", "the Summer Term", and the day each ends on."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeAlias

from tcsg.frozen import frozen, replace
from tcsg.reading import time_words as en
from tcsg.reading.edges import WEEKEND, Frame
from tcsg.reading.time_words import Edge, Sort
from tcsg.reading.tokens import number_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tcsg.model import AcademicTerm
    from tcsg.reading.dates import Calendar
    from tcsg.reading.edges import Range
    from tcsg.reading.time_text import Words

_LENGTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
"""Months of a period."""
_QUARTERS = frozenset("q1 q2 q3 q4 h1 h2".split())
_NTH = frozenset("1234")
_RELATIVE = frozenset((*en.ENDS, *en.THIS_OR_NEXT, "calendar", "working", *en.OTHER_YEARS, *en.PERIODS))
"""First words of what counts from the meeting."""
FRIDAY = 4


@frozen
class Time:
    """A time read up to token `end`; `day` is None when the words, or the calendar, tell no one day."""

    end: int
    sort: Sort
    day: date | None = None
    readings: tuple[date, ...] = ()
    adverb: bool = False
    """Whether it says when something is done without a preposition, as "next week" does."""


def read_period(words: Words, at: int, calendar: Calendar, lead: Edge = Edge.END) -> Time | None:
    """The period that begins at token `at`; `lead` is the edge that the preposition means when no other is named."""
    edge, start = _edge(words, at)
    frame = Frame(calendar, edge or lead, edge is not None)
    start = words.skip(start, "the")
    for read in _readers(words[start]):
        time = read(words, start, frame)
        if time:
            return replace(time, adverb=True) if frame.edged and not time.adverb else time
    return None


def week_of(day: date, after: int = 0) -> Range:
    """Monday and Friday of the week of `day`, or of the one that comes `after` so many weeks."""
    monday = day + timedelta(7 * after - day.weekday())
    return monday, monday + timedelta(FRIDAY)


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def read_year(words: Words, at: int) -> tuple[int | None, int]:
    """The year that follows a period's name, and the number of the token after it."""
    after = words.skip(words.skip(at, ",", "/", "of"), "the")
    year = words.year(after)
    return (year, after + 1) if year and not _double(words, after + 1) else (None, at)


def _double(words: Words, at: int) -> bool:
    """Whether the year before `at` goes on as in 2025/26, which names a financial or an academic year."""
    return words[at] in {"/", "-", "–"} and words.touches(at) and words[at + 1].isdigit()


def _edge(words: Words, at: int) -> tuple[Edge | None, int]:
    after = words.skip(words.skip(at, "the"), "very")
    edge = en.EDGES.get(words[after])
    if not edge:
        return None, at
    if edge is Edge.START and words[at - 1] not in en.UP_TO:
        edge = Edge.EARLY  # "by the start of June" is its first day, "at the start of June" lasts longer
    # "late in June" is an edge, "to end in June" is not
    end = words.skip(words.skip(after + 1, "-"), "of", "in" if words[after] in en.ALONE else "of")
    return edge, words.skip(end, "-")


def _months(year: int, month: int, count: int) -> Range:
    return date(year, month, 1), last_of_month(year, month + count - 1)


def _month_name(words: Words, at: int, frame: Frame) -> tuple[int | None, int | None, int]:
    """Month, year or None, and the number of the token after; "this month" counts from the meeting."""
    number = en.MONTHS.get(words[at]) if frame.edged else words.month(at)
    if number:
        short = len(words[at]) <= len("sept") and words.touches(at + 1)
        year, end = read_year(words, words.skip(at + 1, ".") if short and at + 2 < len(words) else at + 1)
        return number, year, end
    meeting = frame.calendar.meeting
    said = at + (words[at] in en.THIS_OR_NEXT)
    if meeting and words[said] == "month":
        months = meeting.month - 1 + (words[at] in en.NEXT)
        return months % 12 + 1, meeting.year + months // 12, said + 1
    return None, None, at


def _nth_of_month(words: Words, at: int, frame: Frame) -> Time | None:
    """The 2nd week of January and "the last Friday of the month"; the second week ends on the second Friday."""
    nth = words.ordinal(at) or en.ORDINALS.get(words[at]) if words[at + 2] in {"of", "in"} else None
    weekday = FRIDAY if words[at + 1] == "week" else words.weekday(at + 1)
    if not nth or nth > en.ORDINALS["fifth"] or weekday is None:
        return None
    month, year, end = _month_name(words, words.skip(at + 3, "the"), frame)
    if not month:
        return None

    def of_year(year: int) -> Range:
        first, last = _months(year, month, 1)
        before = (weekday - first.weekday()) % 7
        day = last - timedelta((last.weekday() - weekday) % 7) if nth < 0 else first + timedelta(before + 7 * (nth - 1))
        if day.month != month:
            raise ValueError(day)
        return (day - timedelta(FRIDAY), day) if words[at + 1] == "week" else (day, day)

    unit, sort = ("week", Sort.PERIOD) if words[at + 1] == "week" else ("day", Sort.DAY)
    frame = frame if unit == "week" else replace(frame, edge=Edge.END)
    day = frame.settle(unit, of_year, year)
    return Time(end, sort, frame.to_come(day) if words[end - 1] == "month" else day, adverb=unit == "week")


def _month(words: Words, at: int, frame: Frame) -> Time | None:
    month, year, end = _month_name(words, at, frame) if words[at] in en.MONTHS else (None, None, at)
    if not month:
        return None
    return Time(end, Sort.PERIOD, None if _double(words, end) else frame.settle("month", lambda y: _months(y, month, 1), year))


def _quarter(words: Words, at: int, frame: Frame) -> Time | None:
    """`Q1 2026`, `H2`, "the first quarter of 2026", "Quarter 1"."""
    letter, number = words[at][:1], words[at][1:]
    if words[at] in _QUARTERS:
        unit, nth, end = ("quarter" if letter == "q" else "half"), int(number), at + 1
    elif words[at] == "quarter" and words[at + 1] in _NTH:
        unit, nth, end = "quarter", int(words[at + 1]), at + 2
    elif words[at + 1] in {"quarter", "half"}:
        unit, nth, end = words[at + 1], words.ordinal(at) or en.ORDINALS.get(words[at], 0), at + 2
    else:
        return None
    count = _LENGTHS[unit]
    if not 0 < nth <= _LENGTHS["year"] // count:
        return None
    year, end = read_year(words, words.follow(end, "of the year") or end)
    if words[end] == "of":
        return None
    day = None if words[end].startswith("fy") else frame.settle(unit, lambda y: _months(y, count * (nth - 1) + 1, count), year)
    return Time(end, Sort.PERIOD, day)


def _term_days(term: AcademicTerm, year: int) -> Range:
    last_year = year + (term.end < term.start)
    return _date(year, *term.start), _date(last_year, *term.end)


def _date(year: int, month: int, day: int) -> date:
    """The day, or the month's last when it is shorter: a term may end on 29 February."""
    last = last_of_month(year, month)
    return last.replace(day=min(day, last.day))


def _named_term(words: Words, at: int, frame: Frame) -> Time | None:
    for term in frame.calendar.academic_terms:
        end = words.follow(at, term.name.casefold())
        if end:
            year, after = read_year(words, end)
            unclear = words.year(words.skip(end, "of")) and year is None
            return Time(after, Sort.PERIOD, None if unclear else frame.settle("term", partial(_term_days, term), year))
    return None


def _term(words: Words, at: int, frame: Frame) -> Time | None:
    """This term, "the end of term", and a term by a name that committee.yaml does not tell."""
    after = words[at] in en.NEXT
    end = at + (words[at] in en.THIS_OR_NEXT)
    if words[end] in en.TERMS and (end > at or frame.edged):
        return Time(end + 1, Sort.PERIOD, _term_day(frame, after=after), adverb=end > at)
    at_term = words.skip(at + 1, "-")
    named = words[at_term] in en.TERMS and (words[at] in en.TERM_NAMES or words.ordinal(at) or words.capital(at_term))
    return Time(read_year(words, at_term + 1)[1], Sort.PERIOD) if named else None


def _term_day(frame: Frame, *, after: bool) -> date | None:
    meeting = frame.calendar.meeting
    if not meeting or not date.min.year < meeting.year < date.max.year - 1:
        return None
    ahead = after or frame.edge in {Edge.BEFORE, Edge.START}
    terms = sorted(_term_days(term, meeting.year + n) for term in frame.calendar.academic_terms for n in (-1, 0, 1))
    found = next((days for days in terms if (days[0] > meeting if ahead else days[1] >= meeting)), None)
    return frame.day("term", found) if found else None


def _relative(words: Words, at: int, frame: Frame) -> Time | None:
    """This week, "next month", "the end of the year", "year-end", `EOW`, "the week after next"."""
    if words[at] in en.ENDS:
        return Time(at + 1, Sort.PERIOD, _ahead(en.ENDS[words[at]], 0, frame), adverb=True)
    said = at + (words[at] in en.THIS_OR_NEXT)
    at_unit = words.skip(said, "calendar", "working")
    if words[at_unit] in en.OTHER_YEARS and words[at_unit + 1] == "year":
        return Time(at_unit + 2, Sort.PERIOD)
    unit, end = en.PERIODS.get(words[at_unit]), at_unit + 1
    if unit is None or (unit == "week" and said == at and words[end].isdigit()):
        return None
    twice = words.follow(end, "after next")
    ending = words.skip(end, "-") + 1
    named = words[ending - 1] == "end"
    if not (said > at or frame.edged or twice or named or unit == "weekend"):
        return None
    after = 2 if twice else int(words[at] in en.NEXT)
    day = _ahead(unit, after, replace(frame, edge=Edge.END) if named else frame)
    return Time(twice or (ending if named else end), Sort.PERIOD, day, adverb=bool(twice) or (said > at and words[at] != "following"))


def _ahead(unit: str, after: int, frame: Frame) -> date | None:
    meeting = frame.calendar.meeting
    if not meeting:
        return None
    try:
        if unit == "week":
            first, last = week_of(meeting, after)
            # Who says "this week" on a Saturday has not forgotten that Friday is over
            return frame.to_come(frame.day(unit, (first, last if last >= meeting else last + WEEKEND)))
        if unit == "weekend":
            saturday = week_of(meeting, after)[1] + timedelta(1)
            return frame.day(unit, (saturday, saturday + timedelta(1)))
        count = _LENGTHS[unit]
        months = (meeting.month - 1) // count * count + after * count
        return frame.to_come(frame.day(unit, _months(meeting.year + months // 12, months % 12 + 1, count)))
    except (ValueError, OverflowError):
        return None


def _week_number(words: Words, at: int, frame: Frame) -> Time | None:
    end = words.follow_any(at, en.WEEK_NUMBERS)
    week = number_of(words[end], len("53")) if end else None
    if not end or not week:
        return None
    year, after = read_year(words, end + 1)
    # Week 3 of something else, such as a term, is not a week of the calendar
    known = year or words[end + 1] not in {"of", "in"}
    return Time(after, Sort.PERIOD, frame.settle("week", lambda y: week_of(date.fromisocalendar(y, week, 1)), year) if known else None)


def _year(words: Words, at: int, frame: Frame) -> Time | None:
    year = words.year(at)
    if not year or len(words[at]) < len("2025") or (words[at + 1] == "-" and words.touches(at + 1) and words[at + 2].isalpha()):
        return None
    if _double(words, at + 1):
        return Time(at + 3, Sort.PERIOD)
    return Time(at + 1, Sort.PERIOD, frame.day("year", _months(year, 1, 12)))


def _season(words: Words, at: int, frame: Frame) -> Time | None:  # noqa: ARG001 - one signature for all
    end = words.follow(at, "new year") or at + (words[at] in en.SEASONS)
    end += words[end] in en.BREAKS and (end > at or words[at - 1] == "the")
    return Time(read_year(words, end)[1], Sort.PERIOD) if end > at else None


_Reader: TypeAlias = "Callable[[Words, int, Frame], Time | None]"


@lru_cache(maxsize=256)
def _readers(word: str) -> tuple[_Reader, ...]:
    """The readers of periods that may begin with a word, in turn: most words begin few, and to ask all is dear."""
    number, ordinal = word[:1].isdigit(), word in en.ORDINALS
    asked: tuple[tuple[_Reader, bool], ...] = (
        (_nth_of_month, number or ordinal),
        (_month, word in en.MONTHS),
        (_quarter, number or ordinal or word in _QUARTERS or word == "quarter"),
        (_named_term, True),  # a term may have any name
        (_term, True),
        (_relative, word in _RELATIVE),
        (_week_number, word in en.WEEK_NUMBERS),
        (_year, number),
        (_season, word == "new" or word in en.SEASONS or word in en.BREAKS),
    )
    return tuple(read for read, may in asked if may)
