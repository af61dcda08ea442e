"""The threads of actions through the meetings: one line each, or all of them as one drawing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg.ledger.history import Mark
from tcsg.model import Status
from tcsg.output.history import slipped, told
from tcsg.output.report.bars import short
from tcsg.output.report.drawing import Drawing, dot, glyph, number, placed, stroke, text_of, words
from tcsg.output.report.words import day as said_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tcsg.figures.values import Knot, Thread, Weave
    from tcsg.ledger.history import Point

_Y, _HIGH = 11, 22
"""Pixels: where a thread runs, and how high its place is."""
_TICK = "M-4.5 0L-1.5 3.5L5 -4.5"
_CROSS = "M-4 -4L4 4M-4 4L4 -4"
_DIAMOND = "M0 -6L6 0L0 6L-6 0Z"
KEY = "● raised, ○ carried, dotted: not mentioned, ◆ the date slipped, ✓ done, ✕ dropped; red from the day it was due"


@dataclass(frozen=True)
class Loom:
    """Where the meetings are along the drawing; the day of the report is at the right edge."""

    weave: Weave
    today: date

    def column(self, n: int) -> float:
        """The place of the n-th meeting."""
        return 2 + 95 * n / len(self.weave.meetings)

    def place(self, day: date, meeting: str | None) -> float:
        """The place of a meeting, or of a day between two of them; what was before the first is at the edge."""
        meetings = self.weave.meetings
        for n, (key, held) in enumerate(meetings):
            if key == meeting:
                return self.column(n)
            following = meetings[n + 1][1] if n + 1 < len(meetings) else max(self.today, held)
            if held <= day < following or (n == len(meetings) - 1 and day >= held):
                share = min(1.0, (day - held).days / max(1, (following - held).days))
                return self.column(n) + share * (self.column(n + 1) - self.column(n))
        return 0.0

    def axis(self) -> Drawing:
        """The meetings by name, as many as there is room for, and today."""
        meetings = self.weave.meetings
        longest = max((len(key) for key, _ in meetings), default=1)
        step = -(-len(meetings) // max(2, 34 // (longest + 2)))
        parts = [
            words(self.column(n), 12, short(key, 12), "m", "middle" if self.column(n) > 4 or longest < 4 else "")
            for n, (key, _) in enumerate(meetings)
            if n % step == 0 and self.column(n) < 88
        ]
        return Drawing(18, "".join(parts) + words(100, 12, "now", "m", "end"))

    def thread(self, thread: Thread) -> Drawing:
        """One thread."""
        rules = [stroke(self.column(n), 0, self.column(n), _HIGH, "warp") for n in range(len(self.weave.meetings))]
        return Drawing(_HIGH, "".join([*rules, *self._lines(thread), *self._marks(thread.points), *map(self._knot, thread.knots)]))

    def _lines(self, thread: Thread) -> Iterable[str]:
        places = [(self.place(p.day, p.meeting), p.mark) for p in thread.points]
        if thread.item.status is Status.OPEN and places:
            places.append((97.0, Mark.SILENT if places[-1][1] is Mark.SILENT else Mark.MENTIONED))
        for (x, _), (to_x, mark) in pairwise(places):
            if to_x > x:
                yield stroke(x, _Y, to_x, _Y, "silent" if mark is Mark.SILENT else "weft")
        if thread.item.days_late is not None and thread.item.due is not None:
            yield stroke(max(self.place(thread.item.due, None), places[0][0] if places else 0), _Y, 97, _Y, "late")

    def _marks(self, points: Iterable[Point]) -> Iterable[str]:
        for point in points:
            x = self.place(point.day, point.meeting)
            if x <= 0:  # before the first meeting that is drawn: the thread comes in from the edge
                continue
            if point.mark in (Mark.RAISED, Mark.REOPENED):
                yield dot(x, _Y, 4.5, "dark")
            elif point.mark is Mark.MENTIONED:
                yield dot(x, _Y, 3, "hollow")
            elif point.mark is not Mark.SILENT:
                yield glyph(x, _Y, _TICK if point.mark is Mark.DONE else _CROSS, "end")

    def _knot(self, knot: Knot) -> str:
        x = self.place(knot.day, knot.meeting)
        return glyph(x, _Y, _DIAMOND, "knot") if x > 0 else ""


def life(thread: Thread) -> str:
    """A thread in words."""
    said = [told(thread.points) or "not in the minutes"]
    said += [f"date slipped {slipped([k.days for k in thread.knots])}"] if thread.knots else []
    return "; ".join(said)


def slip(thread: Thread) -> str:
    """How often the date of an action slipped and by how much; nothing when it did not."""
    if not thread.knots:
        return ""
    times, days = len(thread.knots), sum(k.days for k in thread.knots)
    often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    return f"slipped {often}, {days} days"


def whole(weave: Weave, today: date) -> Drawing:
    """All threads as one drawing, each below its words, which are cut to one line."""
    loom, parts, y = Loom(weave, today), [], 24
    parts.append(placed(0, loom.axis()))
    for thread in weave.threads:
        said = slip(thread)
        line = f'<tspan class="strong">{text_of(thread.item.id)}</tspan> {text_of(short(thread.item.text, 70 if said else 88))}'
        parts.append(f'<text class="t" x="0" y="{number(y + 14)}">{line}</text>')
        parts.append(words(100, y + 14, said, "a", "end") if said else "")
        parts.append(placed(y + 18, loom.thread(thread)))
        y += 46
    return Drawing(y, "".join(parts))


def rows(weave: Weave) -> Iterable[tuple[str, ...]]:
    """The threads as rows of a table: id, words, due day, life."""
    for thread in weave.threads:
        due = said_day(thread.item.due) if thread.item.due else "–"
        yield thread.item.id, thread.item.text, due, life(thread)
