"""Times as minutes name them: a day, a period, "within two weeks", "the next meeting"."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from tcsg.frozen import replace
from tcsg.reading import time_words as en
from tcsg.reading.dates import may_begin_date
from tcsg.reading.days import may_begin_day, read_calendar_day, read_day
from tcsg.reading.periods import FRIDAY, Time, last_of_month, read_period, week_of
from tcsg.reading.time_words import Edge, Sort
from tcsg.reading.tokens import number_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tcsg.reading.dates import Calendar
    from tcsg.reading.time_text import Words

_DETERMINERS, _COUNTS = en.DEFINITE | {"a", "an"}, en.SEVERAL | en.NUMBERS.keys()
DATED = (Sort.DAY, Sort.PERIOD)
"""Times of the calendar."""
_MOST_ARTICLES = 3
"""About the very, a further: words before a time."""
_MOST_ALTERNATIVES = 3
_COUNTED_FROM = frozenset("after before following upon when on prior".split())
"""Words behind "immediately" that begin another time."""
_MOST_WORDS_OF_MEETING = 3
_MOST_WORDS_OF_CLAUSE = 24
_SITTING = en.MEETINGS | en.BODIES
_AFTER_NUMBERS = frozenset(
    "a and am business calendar clear full further h hr hrs in more noon midnight o of or other p pm school st to uhr whole".split()
)
"""Words behind a number that begins a time, besides those that begin one themselves: `5 of May`, `5 or 6 May`, but not `5 letters`."""
_BEFORE_MEETING = ("the", "our", "its", "their")


def read_time(words: Words, at: int, calendar: Calendar, lead: Edge = Edge.END) -> Time | None:
    """The time that begins at token `at`; of alternatives, "May or June", the last."""
    return begun_time(words, at, calendar, lead) if may_begin(words, at, calendar) else None


def begun_time(words: Words, at: int, calendar: Calendar, lead: Edge = Edge.END) -> Time | None:
    """The time at a token at which one may begin."""
    if words.read_with is not calendar:
        words.read_with, words.times = calendar, {}
    asked = at if lead is Edge.END else (at, lead)  # an edge is hashed slowly, and nearly all are this one
    if asked not in words.times:  # a preposition, and then what it stands before, ask for the same
        words.times[asked] = _begun_time(words, at, calendar, lead)
    found: Time | None = words.times[asked]
    return found


def _begun_time(words: Words, at: int, calendar: Calendar, lead: Edge) -> Time | None:
    time = _one(words, at, calendar, lead)
    for _ in range(_MOST_ALTERNATIVES):
        joined = time and words[time.end] in ({"or", "/", ",", "and", "to", "-", "–"} if time.sort is Sort.PERIOD else {"or", "/"})
        other = _one(words, time.end + 1, calendar, lead) if time and joined else None
        if not time or not other or other.sort is not time.sort or time.sort not in DATED:
            break
        later = time.day and other.day and other.day >= time.day
        time = other if later else replace(other, day=None, readings=())
    return time


def may_begin(words: Words, at: int, calendar: Calendar) -> bool:
    """Whether it is worth trying: most tokens begin no time, and trying is dear."""
    word = words[at]
    most = at + _MOST_ARTICLES
    while word in en.BEFORE_TIMES and at < most:
        at += 1
        word = words[at]
    if word in en.TIMES or words[at + 1] in en.TERMS:
        return True
    if word[:1].isdigit():
        following = words[at + 1]
        return not (word.isdigit() and following.isalpha()) or following in en.TIMES or following in _AFTER_NUMBERS
    return bool(word and calendar.academic_terms) and any(term.name.casefold().startswith(word) for term in calendar.academic_terms)


def _one(words: Words, at: int, calendar: Calendar, lead: Edge) -> Time | None:
    at += words[at] in en.ABOUT
    first = words[at + 1] if words[at] in _BEFORE_MEETING else words[at]
    for read in _readers(first):
        time = read(words, at, calendar)
        if time:
            return time
    week = _week_of(words, at, calendar, lead) if first in en.WEEKS_OF or first in en.WEEKS_ENDING else None
    return week or read_period(words, at, calendar, lead)


_Reader: TypeAlias = "Callable[[Words, int, Calendar], Time | None]"


@lru_cache(maxsize=256)
def _readers(first: str) -> tuple[_Reader, ...]:
    """The readers of all times but periods that may begin with a word, in turn: most words begin few, and to ask all is dear."""
    asked: tuple[tuple[_Reader, bool], ...] = (
        (_meeting, first in en.UPCOMING or may_begin_date(first)),
        (read_day, may_begin_day(first)),
        (_as_soon, first in en.AS_SOON),
        (_span, first in en.NEXT or first in _COUNTS or first[:1].isdigit()),
    )
    return tuple(read for read, may in asked if may)


def _as_soon(words: Words, at: int, calendar: Calendar) -> Time | None:  # noqa: ARG001 - one signature for all
    end = words.follow_any(at, en.AS_SOON)
    if end and words[end] in _COUNTED_FROM:
        return None  # `immediately after the fair`: the other time says when
    return Time(end, Sort.VAGUE, adverb=True) if end else None


def _week_of(words: Words, at: int, calendar: Calendar, lead: Edge) -> Time | None:
    """`w/c 2 December` is the week of that day, "week ending 6 December" that day."""
    start = words.skip(at, "the")
    of = words.follow_any(start, en.WEEKS_OF)
    end = of or words.follow_any(start, en.WEEKS_ENDING)
    time = read_calendar_day(words, end, calendar) if end else None
    if not time:
        return None
    day = week_of(time.day, -1 if lead is Edge.BEFORE else 0)[1] if of and time.day else time.day
    return replace(time, sort=Sort.PERIOD, day=day, readings=() if of else time.readings, adverb=True)


# --- lengths of time ----------------------------------------------------------------------------------------------------


def _span(words: Words, at: int, calendar: Calendar) -> Time | None:
    """Two weeks, "the next 10 days", "5 working days of the meeting", "a week before the next meeting"."""
    the = words.skip(at, "the")
    ahead = the + (words[the] in en.NEXT)
    if ahead == the and words[the] not in _COUNTS and not words[the][:1].isdigit():
        return None
    count, start = _count(words, ahead)
    if count is None and not at < the < ahead:
        return None
    hyphen = words.skip(start, "-")
    working = words[hyphen] in en.WORKING
    end = hyphen + working + 1
    unit = en.UNITS.get(words[end - 1].removesuffix("'s").removesuffix("’s") if words[end] == "time" else words[end - 1])
    if not unit or (hyphen > start and words[end] not in en.WINDOWS):
        return None
    if hyphen > start or words[end] in en.WINDOWS:
        return Time(end + 1, Sort.SPAN)
    if count is None:
        count = int(words[hyphen + working] == unit)  # the coming week, but not the coming weeks
    if count == 1 and words[end] == "or" and words[end + 1] in en.NUMBERS:
        count, end = en.NUMBERS[words[end + 1]], end + 2
    return _counted(words, end, calendar, (count, "working day" if working else unit))


def _count(words: Words, at: int) -> tuple[int | None, int]:
    """How many, of "2-3" the last, 0 for an unknown few, None when nothing is counted; then the number of the token after."""
    few = words.skip(at, "a")
    if words[few] in en.SEVERAL:
        return 0, words.skip(few + 1, "of")
    count, end = _number(words, at), at + 1
    more = _number(words, at + 2) if words[at + 1] in en.RANGE else None
    return (more, at + 3) if count and more and more > count else (count, end if count else at)


def _number(words: Words, at: int) -> int | None:
    pair = words[at].partition("-")
    last = pair[2] if pair[0].isdigit() and pair[2].isdigit() else words[at]
    number = number_of(last, len("365"))
    return en.NUMBERS.get(last) if number is None else number


def _counted(words: Words, end: int, calendar: Calendar, length: tuple[int, str]) -> Time:
    end = words.skip(end, "time")
    known = next((after for phrase in en.FROM_THE_MEETING if (after := words.follow(end, phrase))), None)
    if known:
        return Time(known, Sort.SPAN, _add(calendar.meeting, *length), adverb=True)
    ahead = next((after for phrase in en.BEFORE if (after := words.follow(end, phrase))), None)
    start = ahead or words.skip(end, *en.AFTER)
    if start == end:
        return Time(end, Sort.SPAN, _add(calendar.meeting, *length))
    count, unit = length
    base = _meeting(words, start, calendar) or read_calendar_day(words, start, calendar)
    until = base.end if base else clause_end(words, start)
    if base is None and words[end] == "of":  # `an hour of tests before June` is due before June
        until = next((n for n in range(start, until) if words[n] in ("by", "before", "until", "till")), until)
    day = _add(base.day, -count if ahead else count, unit) if base else None
    return Time(until, Sort.SPAN, day, adverb=until > start and words[end] != "of")


def _add(day: date | None, count: int, unit: str) -> date | None:
    if not day or not count:
        return None
    try:
        if unit in {"month", "year"}:
            months = day.month - 1 + count * (12 if unit == "year" else 1)
            last = last_of_month(day.year + months // 12, months % 12 + 1)
            return last.replace(day=min(day.day, last.day))
        if unit != "working day":
            return day + timedelta(hours=count) if unit == "hour" else day + timedelta(count * {"day": 1, "week": 7, "fortnight": 14}[unit])
        step = timedelta(1 if count > 0 else -1)
        for _ in range(abs(count)):
            day += step
            while day.weekday() > FRIDAY:
                day += step
    except (ValueError, OverflowError):
        return None
    return day


# --- meetings and clauses ------------------------------------------------------------------------------------------------


def _meeting(words: Words, at: int, calendar: Calendar) -> Time | None:
    """The next meeting, "next time", and "the May meeting", whose day is known when it is the next."""
    start = words.skip(at, *_BEFORE_MEETING)
    if words[start] in en.UPCOMING:
        if words[start + 1] == "time" and words.closes(start + 2):
            return Time(start + 2, Sort.MEETING, calendar.next_meeting, adverb=start == at)
        if words.is_acronym(start + 1) and words.closes(start + 2) and not may_begin_date(words[start + 1]):
            return Time(start + 2, Sort.MEETING)  # `the next TC`, which need not be this committee
        own, end = _meeting_noun(words, start + 1)
        if not end and words[start + 1].endswith(("'s", "’s")):
            end = _meeting_noun(words, start + 2)[1]  # next week's meeting need not be the next of this committee
        return _on_its_day(words, end, calendar, calendar.next_meeting if own else None) if end else None
    if not may_begin_date(words[start]) or _SITTING.isdisjoint(words.values()):
        return None
    dated, month = read_calendar_day(words, start, calendar), words.month(start)
    if not dated and not month:
        return None
    if month and start > at and words[start + 1] in en.BODIES and words.capital(start + 1) and words.closes(start + 2):
        return Time(start + 2, Sort.MEETING)  # `the June Board`
    own, end = _meeting_noun(words, dated.end if dated else start + 1 + bool(words.year(start + 1)))
    upcoming = calendar.next_meeting if own and month and calendar.next_meeting and calendar.next_meeting.month == month else None
    return Time(end, Sort.MEETING, dated.day if dated else upcoming) if end else None


def _meeting_noun(words: Words, at: int) -> tuple[bool, int | None]:
    """Whether no word before "meeting" tells that it is another body's, and the number of the token after it."""
    for noun in range(at, at + _MOST_WORDS_OF_MEETING + 1):
        if words[noun] in en.MEETINGS:
            return all(words[n] in en.OWN_MEETING for n in range(at, noun)), None if words[noun + 1] in en.PART_OF_MEETING else noun + 1
        if not words[noun].isalpha() or words[noun] in en.FUNCTION_WORDS:
            break
    return False, None


def _on_its_day(words: Words, end: int, calendar: Calendar, known: date | None) -> Time:
    """The next meeting, with the day that may be written after it: "the next meeting (6 May)"."""
    bracket = words[end] == "("
    written = read_calendar_day(words, words.skip(end, "on", "(", ","), calendar)
    if not written or (bracket and words[written.end] != ")"):
        return Time(end, Sort.MEETING, known)
    return replace(written, sort=Sort.MEETING, end=written.end + bracket)


def clause_end(words: Words, at: int) -> int:
    """The number of the token after the clause in which token `at` stands."""
    end = at
    while words[end] and end - at < _MOST_WORDS_OF_CLAUSE and not _ends_clause(words, end):
        end += 1
    return end


def _ends_clause(words: Words, at: int) -> bool:
    word = words[at]
    if word[0].isalnum():
        purpose = word == "to" and words[at + 1].isalpha() and not words.capital(at + 1) and words[at + 1] not in _DETERMINERS
        return word in en.CLAUSE_ENDS or purpose
    return not (words.touches(at) and words.touches(at + 1)) or word in "()[],;:"
