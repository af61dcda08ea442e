"""What a sentence says of the actions below it: `RESOLVED to drop the following action:`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Status
from tcsg.reading import blocks
from tcsg.reading.logs import strip_log
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.text import has_digit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item

_FATE = late.compile(
    r"(?:[\w ]{0,30}\b(?:resolved|agreed|decided)\b:? )?(?:to )?(drop|withdraw|cancel|remove|clos)(?:ped|n|l?ed|d|e|ed|(?:p|l)?ing)? (?:the|these) "
    r"(?:following )?(actions?|action items?|items)\b(?: below)?[^.;]{0,120}$"
)
_BY_NUMBER = late.compile(
    r"(?:[\w|`^-]{1,24}[:,] )?(?:(?:please )?(?P<fate>clos|drop|withdraw|cancel)(?:e|ed|ing|ping|ped|n|led)? action[ -]#?(?P<number>\d{1,6})"
    r"|action[ -]#?(?P<told>\d{1,6})(?: is| was|:| --?)? (?P<how>closed|done|completed?|dropped|withdrawn|cancell?ed))[\s.!]*$",
    re.IGNORECASE,
)
"""What is said of an action by its number, as a tracker's bot is told: `close action-61`, `ACTION-61: done`."""
_BELOW = ("following", "below", "these")
"""What tells that the actions stand below."""


def with_fates(drafts: tuple[Draft, ...], items: Sequence[Item]) -> tuple[Draft, ...]:
    """The drafts; those below a sentence that drops or closes them are dropped or closed, one or as many as follow each other."""
    if any(d.number is not None for d in drafts) and (told := dict(_told_by_number(items))):
        drafts = tuple(replace(d, status=told[d.number]) if d.number in told and d.status is None else d for d in drafts)
    fates = dict(_fates(items, {d.line for d in drafts})) if drafts else {}
    return tuple(replace(d, status=fates[d.line]) if d.line in fates else d for d in drafts) if fates else drafts


def _told_by_number(items: Sequence[Item]) -> Iterator[tuple[str | None, Status]]:
    for line in (line for item in items for line in item.lines):
        text = strip_log(line)[0] if "ction" in line[:120].casefold() and has_digit(line) else ""
        found = _BY_NUMBER.match(text[:120]) if text else None
        if found is not None:
            closed = (found["fate"] or found["how"]).casefold().startswith(("clos", "done", "compl"))
            yield found["number"] or found["told"], Status.DONE if closed else Status.DROPPED


def _fates(items: Sequence[Item], stated: set[int]) -> Iterator[tuple[int, Status]]:
    for n, item in enumerate(items):
        if item.shape not in (Shape.LINE, Shape.BULLET) or item.line in stated:
            continue
        words = plain(item.text[:200]).casefold().rstrip(" :")
        fate = _FATE.match(words) if any(word in words for word in _BELOW) else None
        if fate is None:
            continue
        first = items[n + 1] if n + 1 < len(items) else item
        for below in blocks.below(items, n):
            if below.shape is first.shape and below.indent > first.indent and below.line not in stated:
                continue
            if below.line not in stated or below.shape is not first.shape:
                break
            yield below.line, Status.DONE if fate[1] == "clos" else Status.DROPPED
            if not fate[2].endswith("s"):
                break
