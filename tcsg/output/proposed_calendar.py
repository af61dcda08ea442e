"""How often a committee meets and how it numbers its meetings and actions, as comments of a proposed committee.yaml."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from itertools import pairwise
from statistics import median_low
from typing import TYPE_CHECKING

from tcsg.output.text import clean, count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tcsg.model import Minutes

_DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
_FEW = 3
"""Meetings from which on a rhythm can be seen."""
_WEEK = 7
_LATEST = "9990-01-01"


def meetings_comment(minutes: Sequence[Minutes]) -> str:
    """The calendar ahead as a suggestion, with what was seen of the past, and the numbering."""
    days = sorted({m.day for m in minutes if m.day is not None})
    rhythm, following = _rhythm(days)
    example = following or "2030-01-15"
    return f"# meetings: [{example}]   # the calendar ahead{rhythm}\n" + "".join(f"# {line}\n" for line in _numbering(minutes))


def _rhythm(days: Sequence[date]) -> tuple[str, str | None]:
    """What can be said of the days, and the day on which the next would be."""
    if len(days) < _FEW:
        return "", None
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    usual = median_low(gaps)
    near = sum(abs(gap - usual) <= max(2, usual // 5) for gap in gaps)
    weekday, times = Counter(day.weekday() for day in days).most_common(1)[0]
    said = f"; {count(len(days), 'meeting')}"
    if times * 2 > len(days):
        said += f", {times} of them on {_DAYS[weekday]}"
    if near * 3 < len(gaps) * 2 or str(days[-1]) > _LATEST:
        return said + f", {min(gaps)} to {max(gaps)} days apart", None
    weeks = f"{usual // _WEEK} weeks" if usual % _WEEK == 0 and usual > _WEEK else f"{usual} days"
    return said + f", most about {weeks} apart", str(days[-1] + timedelta(days=usual))


def _numbering(minutes: Sequence[Minutes]) -> list[str]:
    lines = []
    numbered = [m.meeting for m in minutes if m.meeting]
    if numbered:
        span = clean(numbered[0] if len(numbered) == 1 else f"{numbered[0]} to {numbered[-1]}")
        again = "; numbers come back, so the later meeting is called by its date" if len(set(numbered)) < len(numbered) else ""
        lines.append(f"Meetings with a number: {len(numbered)} of {len(minutes)} ({span}){again}.")
    elif minutes:
        lines.append("No meeting has a number: they are called by their dates.")
    own = Counter(re.sub(r"\d+", "9", number) for m in minutes for a in m.mentions for number in a.cites if not number.startswith("A"))
    if own:
        example = next(n for m in minutes for a in m.mentions for n in a.cites if not n.startswith("A"))
        lines.append(f"Actions with a number of the committee's own: {sum(own.values())}, such as {clean(example)}; they help to know one again.")
    return lines
