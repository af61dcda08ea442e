"""Calendar dates in text, and the words in which every phrase of time is read."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.reading import time_words as en
from tcsg.reading.tokens import Token, full_year, in_english, is_foreign, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tcsg.model import AcademicTerm

LONGEST = 4096
"""Characters of a text that are looked at; nobody writes a date further on."""
_YEARS = range(1900, 2100)
_LEAP = 2000
"""Stands in for a year that is not written, so that 29 February is a day."""
# None is looked for in a range by going through it.
_DAYS, _MONTHS_OF_YEAR = range(1, 32), range(1, 13)


@cache
def _token() -> re.Pattern[str]:
    # Marks of emphasis and quotation are no tokens, so "by **6 May**" reads as "by 6 May".
    return re.compile(
        r"""
          https?://\S+
        | [0-9]{4}([-/._])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])
        | (?<![0-9]\.)[0-9]{1,2}([-/.])[0-9]{1,2}(?:\2(?:[0-9]{4}|[0-9]{2})(?![0-9]|\.[0-9])|(?![0-9]|[-/.][0-9]))
        | [0-9]+(?:st|nd|rd|th)\b
        | (?<![0-9])1er\b
        | [0-9]+
        | ['’][0-9]{2}(?![0-9])
        | [^\W\d_][^\W_]*(?:['’][^\W\d_]+)?
        | [^\s*_~`'’"“”]
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@frozen
class Calendar:
    """What a phrase is read against: all relative phrases count from the day of `meeting`."""

    meeting: date | None
    next_meeting: date | None = None
    date_order: str | None = None
    """How 5/6 is read: dmy, mdy, ymd, or None for not at all."""
    academic_terms: tuple[AcademicTerm, ...] = ()


@lru_cache(maxsize=1024)
def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())


class Words(dict[int, str]):
    """The words of a text by number; beyond either end there is only the empty word.

    A dict, because asking for a word is most of the work of reading times, and nothing of Python's is quicker.
    """

    __slots__ = ("capitals", "dates", "spans")

    def __init__(self, words: Iterable[str], spans: Sequence[tuple[int, int]], capitals: Sequence[bool]) -> None:
        super().__init__(enumerate(words))
        self.spans = spans
        self.capitals = capitals
        self.dates: dict[tuple[int, str | None], Written | None] = {}  # what `read_date` found, for it is asked again and again

    @classmethod
    @lru_cache(maxsize=64)  # what is said of one action is read for its owners, its due date and its status
    def of(cls, text: str) -> Words:
        """Cut `text` into tokens, what lies beyond `LONGEST` left out."""
        spans = [match.span() for match in _token().finditer(text[:LONGEST])]
        words = [text[start:end].casefold() for start, end in spans]
        capitals = [text[start].isupper() for start, _ in spans]
        if not is_foreign(words):
            return cls(words, spans, capitals)
        tokens = in_english([Token(word, *span, capital) for word, span, capital in zip(words, spans, capitals, strict=True)])
        return cls([t.word for t in tokens], [(t.start, t.end) for t in tokens], [t.capital for t in tokens])

    def __missing__(self, at: int) -> str:
        return ""

    def capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= at < len(self) and self.capitals[at]

    def skip(self, at: int, *words: str) -> int:
        """`at`, or the number after it when one of `words` stands there."""
        return at + 1 if self[at] in words else at

    def follow(self, at: int, phrase: str) -> int | None:
        """The number after `phrase`, its words parted by spaces, when it stands at `at`."""
        words = _parts(phrase)
        for n, word in enumerate(words, at):
            if self[n] != word:
                return None
        return at + len(words)

    def follow_any(self, at: int, phrases: Mapping[str, tuple[str, ...]]) -> int | None:
        """The number after the first of `phrases`, which are given by their first word, that stands at `at`."""
        for phrase in phrases.get(self[at], ()):
            if end := self.follow(at, phrase):
                return end
        return None

    def touches(self, at: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return 0 < at < len(self) and self.spans[at][0] == self.spans[at - 1][1]

    def closes(self, at: int) -> bool:
        """Whether a time before this token ends here, and is not the beginning of a name such as "the 2025 handbook"."""
        if self[at] == "-" and self.touches(at) and self.touches(at + 1):
            return False
        return not self[at][:1].isalnum() or self[at] in en.FUNCTION_WORDS

    def month(self, at: int) -> int | None:
        """The month's number when the token names one; "may" and "march" in small letters do not."""
        return en.MONTHS.get(self[at]) if self.capital(at) or self[at] not in en.ONLY_IF_CAPITAL or self.year(at + 1) else None

    def weekday(self, at: int) -> int | None:
        """The weekday, Monday being 0, when the token names one; "sat" and "sun" in small letters do not."""
        return en.WEEKDAYS.get(self[at]) if self.capital(at) or self[at] not in en.ONLY_IF_CAPITAL else None

    def year(self, at: int) -> int | None:
        """The year when the token is one of four digits, or of two after an apostrophe."""
        word = self[at]
        if word[:1] in {"'", "’"} and number_of(word[1:], 2) is not None:
            return full_year(word[1:])
        year = number_of(word, len("2000"))
        return year if year is not None and year in _YEARS else None

    def ordinal(self, at: int) -> int | None:
        """The number of a token such as `29th`."""
        word = self[at]
        return number_of(word[:-2], len("31")) if word.endswith(("st", "nd", "rd", "th")) else None


@frozen
class Written:
    """A calendar date as it is written, read up to token `end`.

    `days` are the (year or None, month, day) it can mean: two when the order is open, none when there is no such day.
    """

    end: int
    days: tuple[tuple[int | None, int, int], ...]
    weekday: int | None = None
    first: int | None = None
    """The first day of "5 to 6 May", whose `days` tell the last."""


def read_iso(text: str) -> date | None:
    """The day of `YYYY-MM-DD` and of nothing else."""
    return _day_of(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None


def find_date(text: str, date_order: str | None = None) -> tuple[date, int, int] | None:
    """The first date with day, month and year in `text`, and where it stands.

    None when there is none, and when the first is not one certain day: a wrong date is worse than none.
    """
    words = Words.of(text)
    for at, (start, end) in enumerate(words.spans):
        day = _compact(text, words[at], start, end)
        if day:
            return day, start, end
        written = read_date(words, at, date_order)
        if written and all(year is not None for year, _, _ in written.days):
            if len(written.days) != 1:
                return None
            year, month, last = written.days[0]
            found = _day(year or _LEAP, month, written.first or last)
            return (found, start, words.spans[written.end - 1][1]) if found else None
    return None


_BEGINS_DATE = frozenset(("the", *en.WEEKDAYS, *en.MONTHS, *en.ORDINALS))
"""First words of dates that are no numbers."""


def read_date(words: Words, at: int, order: str | None) -> Written | None:
    """The calendar date that begins at token `at`, with or without a year; `order` is dmy, mdy, ymd or None."""
    word = words[at]
    if not (word[:1].isdigit() or word in _BEGINS_DATE or word[:1] in ("'", "’")):
        return None
    if (asked := (at, order)) in words.dates:
        return words.dates[asked]
    weekday = en.WEEKDAYS.get(words[at])
    if weekday is not None:
        at = words.skip(words.skip(at + 1, "."), ",")
    at = words.skip(at, "the")
    written = _numeric(words, at, order) or _day_month(words, at) or _month_day(words, at) or _year_month_day(words, at)
    words.dates[asked] = replace(written, weekday=weekday) if written else None
    return words.dates[asked]


def _numeric(words: Words, at: int, order: str | None) -> Written | None:
    dotted = re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.", words[at])
    if dotted:
        return Written(at + 2, _possible((None, int(dotted[2]), int(dotted[1]))))
    parts = re.split(r"[-/._]", words[at])
    if len(parts) == 1 or any(number_of(part, len("2000")) is None for part in parts):
        return None
    first, second = int(parts[0]), int(parts[1])
    if len(parts[0]) == len("2000"):
        return Written(at + 1, _possible((first, second, int(parts[2])))) if first in _YEARS else None
    if len(parts) == len(("day", "month")):
        # 5-6 is a range, and 5.6 a number more often than a day
        if "/" not in words[at] or words.month(at + 1):
            return None
        year = None
    elif order == "ymd" and len(parts[2]) == len("24"):
        return Written(at + 1, _possible((full_year(parts[0]), second, int(parts[2]))))
    else:
        year = full_year(parts[2])
    if min(first, second) not in _MONTHS_OF_YEAR or max(first, second) not in _DAYS or (year is not None and year not in _YEARS):
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
    year, end = _year(words, words.skip(month + 1, ".") if words.year(month + 2) else month + 1)
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
    pair = re.fullmatch(r"([0-9]{1,2})[-/]([0-9]{1,2})", words[at])
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
    return tuple(dict.fromkeys(day for day in days if _day(day[0] or _LEAP, day[1], day[2])))


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
