"""Due dates that an action states twice, each with another day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Finding, Place, Severity, Status
from tcsg.reading.due import find_due
from tcsg.reading.text import has_digit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tcsg.model import Due, Mention
    from tcsg.reading.dates import Calendar
    from tcsg.reading.sittings import Sittings

_WORDS = ("by", "until", "till", "before", "no later than", "not later than", "bis", "vor", "spätestens", "avant", "jusqu", "d['’]ici", "pour le")
_LIMIT = late.compile(rf"(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_NEAR = late.compile(
    "(?:"
    + "|".join([*(rf"{word}\b(?<!\w{word})" for word in (*_WORDS, "due")), *(rf"{word}(?<!\w{word})" for word in ("deadline", "frist", "échéance"))])
    + r")[^\d.;]{0,60}\d"
)
"""A limit with a number soon behind it, in small letters; only such are looked at.

The words come first and what stands before them after, for a pattern that begins with letters of one case is looked for fast.
"""
_BEGUN = "by,until,till,before,later than,bis,vor,spätestens,avant,jusqu,ici,pour le,due,deadline,frist,échéance".split(",")
"""What each of the limits has, in small letters."""
_YEAR = late.compile(r"\b(?:19|20)\d\d\b")
_MOST = 8
"""Due phrases of one action that are looked at."""


def two_dues(mentions: Iterable[Mention], path: str, meetings: Sittings) -> Iterator[Finding]:
    """A finding for each open action with two limits on different days; only the first counts."""
    for mention in mentions:
        if mention.due is None or mention.due.day is None or mention.status is not Status.OPEN or not mention.certain:
            continue
        if mention.due.words in mention.text and _limits_near(mention.text.lower()) < 2:
            continue  # nearly all actions, and looking closer is dear
        other = next((due for due in _limits(mention.text, meetings.at(mention.line)) if not _same(due, mention.due)), None)
        if other is not None:
            words = f"{other.words!r} is another due date than {mention.due.words!r}, which counts: {mention.text}"
            yield Finding("two-dues", Severity.WARNING, Place(path, mention.line), words)


def _limits_near(text: str) -> int:
    """How many limits have a number soon behind them, by a text in small letters; of fewer than two nobody asks how many."""
    return len(_NEAR.findall(text)) if sum(map(text.count, _BEGUN)) > 1 else 0


def _same(one: Due, other: Due) -> bool:
    """Whether two phrases can mean one day: one that names no year, told again a meeting later, is read as of the next year."""
    if one.day is None or other.day is None or (_YEAR.search(one.words) and _YEAR.search(other.words)):
        return one.day == other.day
    return (one.day.month, one.day.day) == (other.day.month, other.day.day)


def _limits(text: str, calendar: Calendar) -> Iterator[Due]:
    """The due phrases of a text that set a limit and name a day of the month."""
    for _ in range(_MOST):
        found = find_due(text, calendar)
        if found is None:
            return
        labelled = found.end - found.start > len(found.due.words)
        if found.due.day is not None and has_digit(found.due.words) and (labelled or _LIMIT.match(found.due.words)):
            yield found.due
        text = text[found.end :]
