"""The burn-down: how many actions were open through the years, and how many were raised and closed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tcsg.output.report.drawing import Drawing, bar, curve, dot, stroke, words
from tcsg.output.report.words import month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from tcsg.figures.values import Moment

    _At: TypeAlias = Callable[[date], float]

_TOP, _PLOT, _FLOW = 30, 170, 34
"""Pixels: above the curve, of the curve, and of either half of the strip below it."""
_BINS = 60
_TICKS = 4
_DAYS_BY_MONTH = 800
"""Up to so many days the axis names months, then years."""


def burn_down(course: Sequence[Moment]) -> Drawing:
    """The curve of open actions over its time, and below it what was raised (up) and closed (down)."""
    first, last = course[0].day, course[-1].day
    total = max(1, (last - first).days)
    top = _round_up(max(m.open for m in course))

    def at(day: date) -> float:
        return 97 * (day - first).days / total

    parts = [*_levels(top), _curve(course, top, at), *_axis(first, last, at), *_flow(course, at)]
    return Drawing(_TOP + _PLOT + 34 + 2 * _FLOW + 34, "".join(parts))


def _levels(top: int) -> Iterable[str]:
    for share in (0.0, 0.5, 1.0):
        y = _TOP + _PLOT * (1 - share)
        yield stroke(0, y, 100, y, "rule")
        if share and (share * top).is_integer():
            yield words(0, y - 5, str(int(share * top)), "m")


def _curve(course: Sequence[Moment], top: int, at: _At) -> str:
    points: list[tuple[float, float]] = []
    for moment in course:
        if points:
            points.append((at(moment.day), points[-1][1]))
        points.append((at(moment.day), moment.open / top))
    now = course[-1]
    y = _TOP + _PLOT * (1 - now.open / top)
    end = dot(97, y, 4, "dark") + words(97, y - 11, f"{now.open} open", "t strong halo", "end")
    return curve(points, _TOP, _PLOT, "area", closed=True) + curve(points, _TOP, _PLOT, "line") + end


def _axis(first: date, last: date, at: _At) -> Iterable[str]:
    y = _TOP + _PLOT + 17
    for day, label in _ticks(first, last):
        x = at(day)
        yield words(x, y, label, "m", "" if x < 5 else "end" if x > 90 else "middle")


def _ticks(first: date, last: date) -> Iterable[tuple[date, str]]:
    days = (last - first).days
    if days > _DAYS_BY_MONTH:
        years = [date(y, 1, 1) for y in range(first.year + 1, last.year + 1)]
        step = -(-len(years) // _TICKS)
        return [(day, str(day.year)) for day in years[::step]]
    even = [first + timedelta(days=days * n // (_TICKS - 1)) for n in range(_TICKS)]
    return {month(day): (day, month(day)) for day in reversed(even)}.values()


def _flow(course: Sequence[Moment], at: _At) -> Iterable[str]:
    """What was raised and closed, in bins of equal time."""
    raised, closed = [0] * _BINS, [0] * _BINS
    for moment in course:
        n = min(_BINS - 1, int(at(moment.day) / 97 * _BINS))
        raised[n] += moment.raised
        closed[n] += moment.closed
    most, wide, top = max([1, *raised, *closed]), 97 / _BINS, _TOP + _PLOT + 50
    zero = top + _FLOW
    for n in range(_BINS):
        high, low = _FLOW * raised[n] / most, _FLOW * closed[n] / most
        yield bar(n * wide, zero - high, wide * 0.8, high, "g") + bar(n * wide, zero + 1, wide * 0.8, low, "gl")
    yield stroke(0, zero + 0.5, 100, zero + 0.5, "rule")
    yield words(0, zero + _FLOW + 18, f"raised above, closed below; tallest bar: {most}", "m")


def _round_up(most: int) -> int:
    """The top of a scale: an even number of two digits at most, and no less than the most."""
    size = 1
    while size * 20 < most:
        size *= 10
    step = 2 * size
    return max(2, -(-most // step) * step)
