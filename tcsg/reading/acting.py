"""Rows whose cell of actions only names who is to act on what stands beside: `| 2.4 Bank. They want a form | BK |`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.model import Status
from tcsg.reading import sentences
from tcsg.reading.markdown import plain
from tcsg.reading.naming import may_own, split_owners
from tcsg.reading.status import find_status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.names import Names

_BREAK = late.compile(r"[,;]?\s{0,3}<br ?/?>\s{0,3}", re.IGNORECASE)
PLACE = late.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}[.):]?\s+(?=\S)")
"""The place of a point on the agenda: `2.4 Lamps`."""
_POINT = 160
"""Characters of a short point with its own place, which is all of one matter."""


@frozen
class Acting:
    """Who is to act, on what, and how far that is where it is told beside."""

    owners: str
    text: str
    status: Status | None
    shares: tuple[tuple[str, str], ...] = ()
    """Whose each part of it is, where each of several has one."""


def who_acts(cell: str, cells: Sequence[str], kinds: Sequence[str | None], names: Names) -> Acting | None:
    """Those whom a cell of actions names and nothing else, and the last sentence of what stands beside, or a short point.

    Whoever is named there is still to act, unless the words say outright that it is done.
    """
    named = split_owners(plain(_BREAK.sub(", ", cell)), names)
    if not named or not all(may_own(o, names) for o in named):
        return None
    said = max((cell for cell, kind in zip(cells, kinds, strict=True) if kind in (None, "text")), key=len, default="")
    point = PLACE.match(said)
    said = said[point.end() :] if point is not None else said
    text = said if point is not None and len(said) <= _POINT else said[(sentences.spans(said) or ((0, 0),))[-1][0] :]
    several = [one.strip() for one in plain(_BREAK.sub(", ", cell)).split(",")]
    return Acting(cell, text, Status.OPEN if find_status(text, names.idiom) is None else None, _shares(plain(said), several))


def _shares(said: str, owners: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Whose each sentence or clause is, where each of several between commas is named in one alone: `BK to write it, CD to print it`."""
    if len(owners) < 2 or not all(owners) or not said.strip():
        return ()
    who = "|".join(map(re.escape, owners))
    starts = sorted({begin for begin, _ in sentences.spans(said)} | {m.end() for m in re.finditer(rf"[,;]\s+(?=(?:{who}) (?:to|will) )", said)})
    found: list[tuple[str, str]] = []
    first: int | None = None
    for begin, end in zip(starts, [*starts[1:], len(said)], strict=True):
        first = begin if first is None else first
        named = [owner for owner in owners if re.search(rf"(?<!\w){re.escape(owner)}(?!\w)", said[begin:end])]
        if len(named) > 1:
            return ()
        if named:
            found.append((named[0], said[first:end].strip(" ,;")))
            first = None
    return tuple(found) if first is None and [owner for owner, _ in found] == list(owners) else ()
