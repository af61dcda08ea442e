"""The head of the minutes: what their first lines say of the meeting, and what is said of the next one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.reading.dates import Calendar, find_date
from tcsg.reading.due import read_due
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.text import has_digit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_MEETING = late.compile(
    r"\bmeeting\s*(?:no\.?|number|nr\.?|#)\s*#?\s*([0-9]{1,4}[a-z]?(?:[/-][0-9]{1,4})?)\b"
    r"|\b(?:no\.|#)\s?([0-9]{1,4}[a-z]?)(?=\W|$)|^(?:the )?([0-9]{1,4})(?:st|nd|rd|th) meeting\b",
    re.IGNORECASE,
)
_COUNTED = late.compile(r"^(?:[^\W\d_][\w-]*\s+){0,5}meeting\s+([0-9]{1,3})$", re.IGNORECASE)
"""A title that only calls the meeting by its number: `Net meeting 41`."""
_VENUE = late.compile(r"(?:venue|location|place|where)\s*:\s*(.+)$", re.IGNORECASE)
_ROOM = late.compile(r"\b(?:room|building|campus|hall|level|floor|library|theatre|online|zoom|teams|via video|conference call)\b", re.IGNORECASE)
ELSEWHEN = late.compile(
    r"\b(?:next|last|previous|prior|future|following|coming|earlier|approv|accept|confirm|ratif|adopt|agreed as|taken as read|correct record"
    r"|nächst|letzte|vorig|genehmig|prochain|derni[eè]r|précédent|approuv)",
    re.IGNORECASE,
)
"""What a line says that tells of another meeting: `The minutes of 3 May were approved.`"""
_HEAD = 16
"""Items that can be the head of the minutes."""
_LISTED = 3
"""Commas of a line that tells who was there: `Ann, Bo, Cy, Dee (no. 63)`."""
_LONGEST = 120
"""Characters of a line of the head; what is longer is a sentence."""

_CLOCK = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?(?:am|pm|a\.m\.|p\.m\.))?|(?:1[0-2]|[1-9])\s?(?:am|pm|a\.m\.|p\.m\.)"
_TIME = late.compile(rf"(?<![\d.:/-])(?:{_CLOCK})(?:\s?(?:[–—-]|to|until|till|bis)\s?(?:{_CLOCK}))?(?![\d.:/]\d|\d)", re.IGNORECASE)
_BODIES = frozenset(
    """
    assembly association board cabinet club commission committee council executive faculty federation forum governors group network panel
    parish partnership senate society steering subcommittee sub-committee team trustees union arbeitsgruppe ausschuss beirat gremium kommission
    verein vorstand association bureau comité commission conseil groupe syndicat
    """.split()
)
"""Words of which one is in the name of nearly every committee."""
_LABELLED = late.compile(r"(?:name of (?:the )?)?(?:committee|group|body|board|council)\s*:\s*(.+)$", re.IGNORECASE)
_MINUTES_OF = late.compile(
    r"^(?:(?:draft|approved|confirmed|unconfirmed)\s+)?(?:minutes|notes|record)(?:\s+(?:of|from|for))?(?:\s+(?:a|the))?"
    r"(?:\s+(?:\w+\s+)?meeting)?(?:\s+(?:of|number|no\.?)(?:\s+(?:a|the))?)?(?:\s+\d{1,4}\b)?\s*[:–—-]?\s*",
    re.IGNORECASE,
)
_MEETING_OF = late.compile(r"^(?:the )?\d{1,4}(?:st|nd|rd|th)? meeting of(?: the)?\s+", re.IGNORECASE)
_AFTER_NAME = late.compile(r"(?:,|\s[–—-]|\s\(|\s+(?:meeting|minutes|held|on|at|agenda))(?![\w-]).*$|\s+meeting$", re.IGNORECASE)
_NEXT = late.compile(
    r"^[\W\d]*(?:(?:the )?(?:(?:dates?|time|day|details|venue)(?:\s*(?:,|and|&|/)\s*)?){0,4}\s*(?:of|for)?\s*)?(?:the )?"
    r"(?:next (?:scheduled |full |ordinary |committee )?meetings?|nächste (?:sitzung|besprechung)|prochaine (?:réunion|séance))\b",
    re.IGNORECASE,
)


@frozen
class Head:
    """What the first lines say when the front matter does not; `day` comes with its line."""

    meeting: str | None = None
    day: tuple[date, int] | None = None
    place: str | None = None


def _may_number(line: str) -> bool:
    """Whether a line in small letters has what _MEETING looks for."""
    together = line.replace(" ", "")
    numbered = "#" in line or "no." in line or any(f"meeting{sign}" in together for sign in ("no", "number", "nr"))
    ordinal = line.removeprefix("the ")[:1].isdigit() and any(f"{ending} meeting" in line for ending in ("st", "nd", "rd", "th"))
    return ordinal or (numbered and has_digit(line))


def read_head(items: Sequence[Item], people: frozenset[int] = frozenset()) -> Head:
    """Number, day and place of the meeting, as far as the first items tell them; `people` are the lines that list who was there."""
    meeting, day, place = None, None, None
    for k, item in enumerate(items[:_HEAD]):
        titled = k == 0 or item.shape is Shape.HEADING
        if item.shape is Shape.BULLET or len(item.cells) > 2 or (item.shape is Shape.HEADING and item.level > 3 and meeting):
            break
        for n, raw in enumerate(item.lines[:6]):
            line = plain(raw)[:300]
            match = _MEETING.search(line) if _may_number(line.casefold()) else None
            match = None if match and line[: match.start()][-1:] == "(" and line.count(",") >= _LISTED else match
            if match and meeting is None:
                meeting = match[1] or match[2] or match[3]
            elif meeting is None and titled and line[-1:].isdigit() and (last := _COUNTED.search(line)):
                meeting = last[1]
            found = find_date(line)
            if found and day is None and "](" not in raw and len(line) < 120 and (titled or not ELSEWHEN.search(line)):
                day = (found[0], item.line + n)
            venue = _VENUE.match(line)
            if place is None and item.line not in people and (venue or (day and not found and _ROOM.search(line) and len(line) < 120)):
                place = venue[1] if venue else line
    return Head(meeting, day, place)


def read_time(items: Sequence[Item]) -> str | None:
    """When the meeting began and ended, as the head writes it: `14:00 – 15:00`."""
    return next((match[0].strip() for line in _head_lines(items) if (match := _TIME.search(line))), None)


def read_committee(items: Sequence[Item]) -> str | None:
    """The name of the committee: a line of the head with a word such as Board or Group in it, without what stands around the name."""
    for line in _head_lines(items):
        labelled = _LABELLED.match(line)
        name = labelled[1] if labelled else _AFTER_NAME.sub("", _MEETING_OF.sub("", _MINUTES_OF.sub("", line)))
        name = name.strip(" *_#:–—-.")
        words = name.casefold().replace("’s", "").split()
        if len(words) <= 12 and (labelled or (len(words) > 1 and name[:1].isupper() and not _BODIES.isdisjoint(words) and ":" not in name)):
            return name
    return None


def read_next_meeting(items: Sequence[Item], day: date, order: str | None) -> date | None:
    """The day of the next meeting where a line or a title of that name tells it, below the title at the latest; None when it is in doubt."""
    calendar = Calendar(day, None, order)
    for n, item in enumerate(items):
        words = plain(item.text).casefold()
        match = _NEXT.match(plain(item.text)) if "next" in words or "nächste" in words or "prochaine" in words else None
        if match is None:
            continue
        said = plain(item.text)[match.end() :]
        texts = [said, *(plain(i.text) for i in items[n + 1 : n + 3] if i.shape is not Shape.HEADING)]
        for text in texts if not has_digit(said) else [said]:
            found = find_date(text, order)
            due = None if found else read_due(text, calendar)
            told = found[0] if found else due.day if due else None
            if told is not None and told > day:
                return told
    return None


def _head_lines(items: Sequence[Item]) -> Iterator[str]:
    """The short lines before the first list of the minutes."""
    for item in items[:_HEAD]:
        if item.shape is Shape.BULLET:
            return
        for raw in item.lines[:6]:
            line = plain(raw)
            if len(line) < _LONGEST:
                yield line
