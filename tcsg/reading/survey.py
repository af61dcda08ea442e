"""What minutes show of their committee's habits: headings, marks, ways to write a date, the language; evidence for `init`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind
from tcsg.reading.blocks import is_elsewhere, looks_like_action
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.fields import read_front_matter
from tcsg.reading.headings import read_opening
from tcsg.reading.logs import strip_log
from tcsg.reading.markdown import Item, Shape, plain, scan
from tcsg.reading.marks import lead_mark
from tcsg.reading.names import names_of
from tcsg.reading.naming import split_owners
from tcsg.reading.owners import find_owners
from tcsg.reading.rolls import is_title
from tcsg.reading.running import inner_mark
from tcsg.reading.status import read_status
from tcsg.reading.trailing import closing_mark, trailing_mark
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.model import Minutes
    from tcsg.reading.names import Names

_NUMBERING = late.compile(r"(?:item\s+)?(?:\d{1,3}(?:\.\d{1,2}){0,3}[.):]?|[a-z][.)])\s+", re.IGNORECASE)
_MARK = late.compile(r"[*_]{0,3}([A-Z][\w -]{1,24}?)(?:\s\d[\d.]{0,8})?[*_]{0,3}\s?:[*_]{0,3}\s+(?=\S)")
_TAIL = late.compile(r"\s[–—-]\s+([a-z]{3,20}(?: [a-z]{2,20}){0,2})[.\s]*$", re.IGNORECASE)
_DATED = late.compile(
    r"(?<![\w./-])(\d{1,2})([./])(\d{1,2})(?:\2\d{4}|(?<=/\d)/\d\d|(?<=/\d\d)/\d\d)(?![\w./-]?\d)|\b(?:by|until|till|before|due|on|deadline:?)\s(\d{1,2})/(\d{1,2})(?![\w/])",
    re.IGNORECASE,
)
_FUNCTION = {
    "English": frozenset("the to and of will for with that was be is on by at".split()),
    "German": frozenset("der die das und zu den dem des ein eine wird ist im für mit von auf".split()),
    "French": frozenset("le la les et des du une est pour dans sur au aux par que sera".split()),
}
"""Small words that tell a language apart from the others."""
_LEAST_WORDS = 20
"""Small words from which the language of a file is told."""
_LONGEST_TITLE = 8
"""Words of a title that may head a list of actions."""


@dataclass(slots=True)
class Survey:
    """What one minutes file shows; counts are of places in it."""

    headings: Counter[str] = field(default_factory=Counter)
    """Actions below each heading that is known."""
    strange_headings: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Headings that are not known above lists that read as actions: how many items do, of how many."""
    marks: Counter[str] = field(default_factory=Counter)
    strange_marks: Counter[str] = field(default_factory=Counter)
    """How often words stand before a colon and somebody who is to do something, …"""
    openers: Counter[str] = field(default_factory=Counter)
    """… and how often before a colon at all."""
    statuses: Counter[str] = field(default_factory=Counter)
    """Words behind a dash at the end of actions that tell no status that is known."""
    day_first: int = 0
    month_first: int = 0
    either: int = 0
    """Dates in figures that can only be day and month, only month and day, or both."""
    language: str | None = None


def survey(text: str, minutes: Minutes) -> Survey:
    """What the text of minutes shows beyond what was read in them."""
    items = scan(read_front_matter(text, minutes.path)[1])
    names = names_of(minutes.people)
    found = Survey(language=_language(text))
    for mention in minutes.mentions:
        if mention.block is not None and mention.kind is not Kind.MARKER:
            found.headings[mention.block] += 1
        tail = _TAIL.search(mention.text)
        if tail and read_status(tail[1]) is None and not split_owners(tail[1], names):
            found.statuses[tail[1].casefold()] += 1
    told = [m for m in minutes.mentions if not any(r.words.endswith(UNMARKED) for r in m.reasons)]
    read = {line for m in told for line in range(m.line, m.end_line + 1)}
    marked = {m.line for m in minutes.mentions if m.kind in (Kind.MARKER, Kind.INLINE)}
    for item in items:
        if marked & set(range(item.line, item.end + 1)) and (word := _known_mark(item)):
            found.marks[word] += 1
        elif item.line not in read and (said := _opener(item, names)):
            found.openers[said[0]] += 1
            found.strange_marks[said[0]] += said[1]
    listed = frozenset(line for a in minutes.agenda if a.number is not None for line in [a.line])
    for title, reads, below in _strange_headings(items, names, read, listed):
        before = found.strange_headings.get(title, (0, 0))
        found.strange_headings[title] = (before[0] + reads, before[1] + below)
    _count_dates(text, found)
    return found


def _known_mark(item: Item) -> str | None:
    text = strip_log(item.text)[0]
    mark = lead_mark(text) or next(iter(trailing_mark(text)), None) or closing_mark(text) or inner_mark(text)
    return mark.word.upper() if mark is not None else None


def _opener(item: Item, names: Names) -> tuple[str, bool] | None:
    """`JOB: PB to book the room`: a word that is nobody known, before a colon, and whether somebody is to do something behind it."""
    match = _MARK.match(item.text) if item.shape in (Shape.LINE, Shape.BULLET) else None
    if match is None or len(match[1].split()) > 2 or names.knows(match[1]):
        return None
    opening = read_opening(match[1])
    if opening is not None and opening.actions:
        return None
    owned = find_owners(plain(item.text[match.end() :]), names)
    return match[1].strip(), owned is not None and owned.form == "to" and owned.start == 0


def is_decision(word: str) -> bool:
    """Whether a word stands before decisions as often as before actions: `AGREED: …`."""
    return word.casefold() in w.DECISION_MARKS | w.REMARKS


def _strange_headings(items: Sequence[Item], names: Names, read: set[int], agenda: frozenset[int]) -> Iterator[tuple[str, int, int]]:
    """Titles above lists of which at least half reads as actions and none was read: title, items that do, items."""
    for n, item in enumerate(items):
        title = _title(item, names)
        if title is None:
            continue
        below = []
        for other in items[n + 1 :]:
            if _title(other, names) is not None or other.shape in (Shape.HEADING, Shape.RULE, Shape.ROW) or other.line in agenda:
                break
            below.append(other)
        bullets = [i for i in below if i.shape is Shape.BULLET]
        reads = sum(looks_like_action(i, names) for i in bullets)
        if reads and reads * 2 >= len(bullets) and not any(i.line in read for i in below):
            yield title, reads, len(bullets)


def _title(item: Item, names: Names) -> str | None:
    """The words of a title that is neither known nor somebody's name; None for everything else."""
    if item.shape in (Shape.ROW, Shape.RULE) or item.boxed or len(item.lines) != 1:
        return None
    bare = item.lines[0].strip()
    marked = item.shape is Shape.HEADING or bare.rstrip("*_ ").endswith(":") or (bare[:2] == bare[-2:] == "**" and "**" not in bare[2:-2])
    title = _NUMBERING.sub("", plain(bare), count=1).strip(" :.")
    if not marked or not title or ":" in title or len(title.split()) > _LONGEST_TITLE or not title[0].isalpha():
        return None
    key = title.casefold()
    if read_opening(title) is not None or is_elsewhere(key) or key in w.PRESENT | w.EXCUSED or is_title(title) or split_owners(title, names):
        return None
    return title


def _count_dates(text: str, found: Survey) -> None:
    for match in _DATED.finditer(text):
        first, second = (int(n) for n in ((match[1], match[3]) if match[1] else (match[4], match[5])))
        as_day, as_month = _is_date(second, first), _is_date(first, second)
        found.day_first += as_day and not as_month
        found.month_first += as_month and not as_day
        found.either += as_day and as_month and first != second


def _is_date(month: int, day: int) -> bool:
    try:
        date(2000, month, day)  # a leap year
    except ValueError:
        return False
    return True


def _language(text: str) -> str | None:
    """The language whose small words a file uses most; None for a file with few of any."""
    counts = Counter(re.findall(r"[^\W\d_]+", text[:200_000].casefold()))
    told = {name: sum(counts[word] for word in small) for name, small in _FUNCTION.items()}
    best = max(told, key=lambda name: told[name])
    return best if told[best] >= _LEAST_WORDS else None
