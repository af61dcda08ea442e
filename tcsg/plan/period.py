"""The years that a plan is for."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tcsg.plan.values import Topic
from tcsg.reading.dates import find_date
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.periods import last_of_month
from tcsg.reading.time_words import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.plan.outline import Placed

_YEAR = r"(?:19|20)[0-9]{2}"
_ISO = re.compile(rf"({_YEAR})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?")
_MONTH = re.compile(rf"([^\W\d_]{{3,10}})\.?\s+({_YEAR})")
_BETWEEN = re.compile(r"\s*\.\.\s*|\s+(?:to|until|till|bis|à)\s+|\s*[–—]\s*|\s+-\s+", re.IGNORECASE)
_YEARS = re.compile(rf"(?<![\w/-])({_YEAR})\s*(?:-|–|—|/|to)\s*({_YEAR}|[0-9]{{2}})(?![\w/-])")
_LONG = re.compile(r"(?<![\w])([1-9][0-9]?)[ -](month|year)s?\b", re.IGNORECASE)
_LASTS = re.compile(r"(.+?)\s*[,+]\s*(?:for\s+)?([1-9][0-9]?)\s*(month|year)s?", re.IGNORECASE)
_DATED = re.compile(r"(?:date|dated|datum)\s*:\s*(.+)", re.IGNORECASE)
_ABOUT = re.compile(r"\bplan\b", re.IGNORECASE)

_LONGEST = 100
"""Characters of a period; nobody writes a longer one."""

Period = tuple[date, date]


def read_period(text: str) -> Period | None:
    """The first and the last day of `2025-2027`, `2025`, `2018-06..2020-05`, `June 2018 to May 2020` or `2018-06, 24 months`."""
    text = " ".join(text[:_LONGEST].split())
    if lasts := _LASTS.fullmatch(text):
        begin = _range(lasts[1])
        return None if begin is None else (begin[0], _after(begin[0], int(lasts[2]) * (12 if lasts[3].casefold() == "year" else 1)))
    if years := _YEARS.fullmatch(text):
        return _of_years(years[1], years[2])
    ends = [_range(part) for part in _BETWEEN.split(text)]
    if len(ends) > 2 or any(end is None for end in ends):
        return None
    first, last = ends[0], ends[-1]
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _of_years(first: str, last: str) -> Period | None:
    """`2025-2027` and `2025-27`: whole years."""
    begin, end = int(first), int(last if len(last) == 4 else first[:2] + last)
    return (date(begin, 1, 1), date(end, 12, 31)) if begin <= end else None


def _range(text: str) -> Period | None:
    """The days of a year, a month or a day."""
    text = text.strip()
    try:
        if iso := _ISO.fullmatch(text):
            first = date(int(iso[1]), int(iso[2] or 1), int(iso[3] or 1))
            return first, first if iso[3] else last_of_month(first.year, first.month if iso[2] else 12)
    except ValueError:
        return None
    named = _MONTH.fullmatch(text)
    if named and (month := MONTHS.get(named[1].casefold())):
        return date(int(named[2]), month, 1), last_of_month(int(named[2]), month)
    found = find_date(text)
    return (found[0], found[0]) if found and found[1:] == (0, len(text)) else None


def _after(day: date, months: int) -> date:
    """The last day of so many months from a day on."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, last_of_month(year, month + 1).day)) - timedelta(1)


def period_of(walk: Sequence[Placed]) -> Period | None:
    """The period that a text without front matter tells: years beside the word plan in a heading, or its length and the day it was signed.

    Years in running text may be those of any plan, the last one's or another body's.
    """
    for one in walk:
        if one.item.shape is Shape.HEADING or (one.opens and one.topic is Topic.PLAN):
            text = plain(one.item.text)
            years = _YEARS.search(text)
            told = _of_years(years[1], years[2]) if years and _ABOUT.search(text) else None
            if told is not None:
                return told
    asked = (plain(p.item.text) for p in walk if p.opens and p.topic is Topic.PLAN)
    length = next((m for text in asked if (m := _LONG.search(text))), None)
    days = [found[0] for p in walk if (dated := _DATED.match(plain(p.item.text))) and (found := find_date(dated[1]))]
    if length is None or not days:
        return None
    return days[-1], _after(days[-1], int(length[1]) * (12 if length[2].casefold() == "year" else 1))
