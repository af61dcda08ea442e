"""Calendar dates in text."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.reading import time_words as en
from tcsg.reading.time_text import YEARS, Words, Written
from tcsg.reading.tokens import full_year, number_of

if TYPE_CHECKING:
    from tcsg.model import AcademicTerm

_LEAP = 2000
"""Stands in for a year that is not written, so that 29 February is a day."""
# None is looked for in a range by going through it.
_DAYS, _MONTHS_OF_YEAR = range(1, 32), range(1, 13)


@frozen
class Calendar:
    """What a phrase is read against: all relative phrases count from the day of `meeting`."""

    meeting: date | None
    next_meeting: date | None = None
    date_order: str | None = None
    """How 5/6 is read: dmy, mdy, ymd, or None for not at all."""
    academic_terms: tuple[AcademicTerm, ...] = ()

    def __hash__(self) -> int:
        return hash(self.meeting)  # much is remembered by text and calendar, and the others are seldom other


def read_iso(text: str) -> date | None:
    """The day of `YYYY-MM-DD` and of nothing else."""
    return _day_of(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None


def find_date(text: str, date_order: str | None = None) -> tuple[date, int, int] | None:
    """The first date with day, month and year in `text`, and where it stands.

    None when there is none, and when the first is not one certain day: a wrong date is worse than none.
    """
    if not _DIGIT.search(text):
        return None  # as most texts have no year, and looking closer is dear
    words = Words.of(text)
    for at, word in words.items():
        if not may_begin_date(word):
            continue
        start, end = words.span(at)
        day = _compact(text, word, start, end)
        if day:
            return day, start, end
        written = read_date(words, at, date_order)
        if written and all(year is not None for year, _, _ in written.days):
            if len(written.days) != 1:
                return None
            year, month, last = written.days[0]
            found = _day(year or _LEAP, month, written.first or last)
            return (found, start, words.span(written.end - 1)[1]) if found else None
    return None


_BEGINS_DATE = frozenset(("the", *en.WEEKDAYS, *en.MONTHS, *en.ORDINALS))
"""First words of dates that are no numbers."""


_DIGIT = late.compile(r"[0-9]")
_SHORT_ISO = late.compile(r"0\d-\d\d|\d\d-0\d")
"""A day without its year as in ISO 8601, with a zero that no range has: `by 08-19`."""
_BEFORE_DAY = frozenset("by until till before due deadline bis avant".split())


def may_begin_date(word: str) -> bool:
    """Whether a date may begin with a word: most do not, and looking closer is dear."""
    return word in _BEGINS_DATE or word[:1].isdigit() or word[:1] in ("'", "’")


def read_date(words: Words, at: int, order: str | None) -> Written | None:
    """The calendar date that begins at token `at`, with or without a year; `order` is dmy, mdy, ymd or None."""
    if not may_begin_date(words[at]):
        return None
    if (asked := (at, order)) in words.dates:
        return words.dates[asked]
    weekday = en.WEEKDAYS.get(words[at])
    if weekday is not None:
        at = words.skip(words.skip(at + 1, "."), ",")
    at = words.skip(at, "the")
    numeric = None if words[at].isalnum() else _numeric(words, at, order)  # most are words
    written = numeric or _day_month(words, at) or _month_day(words, at) or _year_month_day(words, at)
    words.dates[asked] = replace(written, weekday=weekday) if written and weekday is not None else written
    return words.dates[asked]


def _numeric(words: Words, at: int, order: str | None) -> Written | None:
    told = at - 2 if words[at - 1] == ":" else at - 1  # `deadline: 15.3.`
    stopped = words[at + 1] == "." and words.touches(at + 1) and (words[told] in _BEFORE_DAY or len(words) == len(("17.3", ".")))
    dotted = re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\." if not stopped else r"([0-9]{1,2})\.([0-9]{1,2})\.?", words[at])
    if dotted:
        return Written(words.skip(at + 1, "."), _possible((None, int(dotted[2]), int(dotted[1]))))
    parts = re.split(r"[-/._]", words[at])
    if len(parts) == 1 or any(number_of(part, len("2000")) is None for part in parts):
        return None
    first, second = int(parts[0]), int(parts[1])
    if len(parts[0]) == len("2000"):
        return Written(at + 1, _possible((first, second, int(parts[2])))) if first in YEARS else None
    if len(parts) == len(("day", "month")):
        # 5-6 is a range, and 5.6 a number more often than a day
        short = words[at - 1] in _BEFORE_DAY and _SHORT_ISO.fullmatch(words[at]) is not None
        if not (short or "/" in words[at]) or words.month(at + 1):
            return None
        year = None
    elif order == "ymd" and len(parts[2]) == len("24"):
        return Written(at + 1, _possible((full_year(parts[0]), second, int(parts[2]))))
    else:
        year = full_year(parts[2])
    if min(first, second) not in _MONTHS_OF_YEAR or max(first, second) not in _DAYS or (year is not None and year not in YEARS):
        return None
    days = _possible((year, second, first), (year, first, second))
    if len(days) > 1 and (order == "dmy" or (order is None and year is not None and "." in words[at])):  # who writes dots begins with the day
        days = days[:1]
    elif len(days) > 1 and (order == "mdy" or (order == "ymd" and year is None)):
        days = days[1:]
    return Written(at + 1, days)


def _day_month(words: Words, at: int) -> Written | None:
    first, last, end = _day_numbers(words, at)
    if not last:
        return None
    month = words.skip(end, "-", "/", "of", ".")
    number = en.MONTHS.get(words[month])
    if not number:
        return None
    stop = month + 1
    year, end = _year(words, stop + 1 if words[stop] == "." and words.year(stop + 1) else stop)
    return Written(end, _possible((year, number, last)), first=first)


def _month_day(words: Words, at: int) -> Written | None:
    number = en.MONTHS.get(words[at])
    if not number:
        return None
    first, last, end = _day_numbers(words, words.skip(words.skip(at + 1, ".", "-"), "the"))
    if not last or words[end] in {":", "%"}:
        return None
    year, end = _year(words, end)
    return Written(end, _possible((year, number, last)), first=first)


def _year_month_day(words: Words, at: int) -> Written | None:
    """`2026-May-6`, whatever stands between its parts."""
    year = words.year(at)
    if not year:
        return None
    month = words.skip(at + 1, "-", "/", ".")
    day = words.skip(month + 1, "-", "/", ".")
    number, last = en.MONTHS.get(words[month]), _day_number(words, day)
    return Written(day + 1, _possible((year, number, last))) if number and last else None


def _day_numbers(words: Words, at: int) -> tuple[int | None, int | None, int]:
    """First and last day of a range, or None and the one day; then the number of the token after."""
    pair = re.fullmatch(r"([0-9]{1,2})[-/]([0-9]{1,2})", words[at]) if not words[at].isalnum() else None
    if pair:
        return int(pair[1]), int(pair[2]), at + 1
    day = _day_number(words, at)
    second = _day_number(words, at + 2) if day and words[at + 1] in en.RANGE else None
    # "5 to 6 May" is a range, "by 5 May to 6 people" is not
    return (day, second, at + 3) if second and (words[at - 1] in en.MONTHS or words[words.skip(at + 3, "of")] in en.MONTHS) else (None, day, at + 1)


def _day_number(words: Words, at: int) -> int | None:
    word = words[at]
    spelt = en.ORDINALS.get(word) if words[at + 1] == "of" else None
    number = words.ordinal(at) or spelt or number_of(word, len("31"))
    return number if number is not None and number in _DAYS else None


def _year(words: Words, at: int) -> tuple[int | None, int]:
    if words[at] in {"-", "/"} and words.touches(at):
        short = number_of(words[at + 1], len("24")) is not None
        year = full_year(words[at + 1]) if short else words.year(at + 1)
        return (year, at + 2) if year else (None, at)
    after = words.skip(words.skip(at, ","), "of")
    year = words.year(after)
    return (year, after + 1) if year else (None, at)


def _possible(*days: tuple[int | None, int, int]) -> tuple[tuple[int | None, int, int], ...]:
    return tuple([day for day in dict.fromkeys(days) if _day(day[0] or _LEAP, day[1], day[2])])


def _compact(text: str, digits: str, start: int, end: int) -> date | None:
    """The day of a file name's `20191029`: eight digits alone, or parted by a sign from what stands beside."""
    if len(digits) != len("20191029") or number_of(digits, len(digits)) is None:
        return None
    left, right = text[:start][-1:], text[end : end + 2]
    alone = not left and not right
    joined = bool(left and left in "-_./") or bool(right.strip(" .") and right[0] in "-_.")
    bounded = (not left or left in "-_./ ") and (not right or right[0] in "-_. ")
    return _day_of(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}") if alone or (joined and bounded) else None


def _day_of(iso: str) -> date | None:
    return _day(*(int(part) for part in iso.split("-")))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
