"""What a sentence says of the actions below it: `RESOLVED to drop the following action:`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Status
from tcsg.reading.markdown import Shape, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item

_FATE = late.compile(
    r"(?:[\w ]{0,30}\b(?:resolved|agreed|decided)\b:? )?(?:to )?(drop|withdraw|cancel|remove|close)(?:ped|n|l?ed|d)? (?:the|these) "
    r"(?:following )?(actions?|action items?)\b(?: below)?[^.;]{0,120}$"
)
_BELOW = ("following", "below", "these")
"""What tells that the actions stand below."""


def with_fates(drafts: tuple[Draft, ...], items: Sequence[Item]) -> tuple[Draft, ...]:
    """The drafts; those below a sentence that drops or closes them are dropped or closed, one or as many as follow each other."""
    fates = dict(_fates(items, {d.line for d in drafts})) if drafts else {}
    return tuple(replace(d, status=fates[d.line]) if d.line in fates else d for d in drafts) if fates else drafts


def _fates(items: Sequence[Item], stated: set[int]) -> Iterator[tuple[int, Status]]:
    for n, item in enumerate(items):
        if item.shape not in (Shape.LINE, Shape.BULLET) or item.line in stated:
            continue
        words = plain(item.text[:200]).casefold().rstrip(" :")
        fate = _FATE.match(words) if any(word in words for word in _BELOW) else None
        if fate is None:
            continue
        first = items[n + 1] if n + 1 < len(items) else item
        for below in islice(items, n + 1, None):
            if below.shape is first.shape and below.indent > first.indent and below.line not in stated:
                continue
            if below.line not in stated or below.shape is not first.shape:
                break
            yield below.line, Status.DONE if fate[1] == "close" else Status.DROPPED
            if not fate[2].endswith("s"):
                break
