"""How much is open, whose and how old it is, and what became of the rest."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from tcsg.figures.items import NOBODY, day_raised
from tcsg.figures.values import Band, Load, Moment, Span
from tcsg.frozen import frozen
from tcsg.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tcsg.figures.items import Items
    from tcsg.ledger.query import Row
    from tcsg.model import Action

BANDS = (0, 91, 183, 365, 730)
"""The days from which on each band of ages counts: a quarter, half a year, a year, two years."""
YEARS = 12
"""Calendar years that are told one by one; what was before is one span."""


def loads(rows: Sequence[Row], items: Items, limit: int) -> tuple[Load, ...]:
    """What each owner has open, the most overdue first, nobody's last; at most `limit` actions are listed in all."""
    theirs: dict[str, list[Row]] = {}
    for row in rows:
        for owner in items.holders(row.action):
            theirs.setdefault(owner, []).append(row)
    ordered = sorted(theirs.items(), key=lambda t: (t[0] == NOBODY, -sum(r.overdue for r in t[1]), -len(t[1]), t[0].casefold(), t[0]))
    found, room = [], limit
    for owner, mine in ordered:
        listed = mine[:room]
        room -= len(listed)
        late = sum(row.overdue for row in mine)
        found.append(Load(owner, len(mine), late, tuple(map(items.item, listed)), len(mine) - len(listed)))
    return tuple(found)


def bands(rows: Iterable[Row], days: Mapping[str, date], today: date) -> tuple[Band, ...]:
    """How many open actions are of which age."""
    ages = [(_age(row.action, days, today), row.overdue) for row in rows]
    ends = (*BANDS[1:], None)
    return tuple(Band(start, end, *_within(ages, start, end)) for start, end in zip(BANDS, ends, strict=True))


def _within(ages: Iterable[tuple[int, bool]], start: int, end: int | None) -> tuple[int, int]:
    late = [overdue for age, overdue in ages if start <= age and (end is None or age < end)]
    return len(late), sum(late)


def _age(action: Action, days: Mapping[str, date], today: date) -> int:
    raised = day_raised(action, days)
    return 0 if raised is None else max(0, (today - raised).days)


@frozen
class Spell:
    """From which day to which an action was open; `end` None: it is."""

    begun: date | None
    end: date | None
    status: Status


def spells(actions: Iterable[Action], days: Mapping[str, date]) -> tuple[Spell, ...]:
    """The spells of actions; what is closed and began on no known day began when it was closed."""
    found = []
    for action in actions:
        end = action.closed if action.status is not Status.OPEN else None
        found.append(Spell(day_raised(action, days) or action.closed, end, action.status))
    return tuple(found)


def course(told: Iterable[Spell], today: date) -> tuple[Moment, ...]:
    """How many were open after each day on which something changed. An action that was opened again counts as open all the while."""
    raised, closed = _happened(told)
    moments, open_now = [], 0
    for day in sorted({*raised, *closed, today}):
        open_now += raised[day] - closed[day]
        moments.append(Moment(day, raised[day], closed[day], open_now))
    return tuple(moments)


def _happened(told: Iterable[Spell]) -> tuple[Counter[date], Counter[date]]:
    listed = [s for s in told if s.begun is not None]
    return Counter(s.begun for s in listed if s.begun), Counter(s.end for s in listed if s.end)


def span(told: Iterable[Spell], start: date, end: date) -> Span:
    """What became of actions in a span of days."""
    raised = done = dropped = still = 0
    took: list[int] = []
    for spell in told:
        begun, over = spell.begun, spell.end
        raised += begun is not None and start <= begun <= end
        still += begun is not None and begun <= end and (over is None or over > end)
        if over is None or not start <= over <= end:
            continue
        done += spell.status is Status.DONE
        dropped += spell.status is Status.DROPPED
        if spell.status is Status.DONE and begun is not None:
            took.append(max(0, (over - begun).days))
    return Span(start, end, raised, done, dropped, median(took) if took else None, still)


def year_up_to(day: date) -> tuple[date, date]:
    """The twelve months that end with a day."""
    return a_year_before(day) + timedelta(days=1), day


def a_year_before(day: date) -> date:
    """The same day a year earlier; the last of February for the 29th."""
    if day.year == date.min.year:
        return date.min
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def years(told: Sequence[Spell], today: date) -> tuple[Span, ...]:
    """The calendar years from the first action on, those before the last dozen as one span."""
    begun = [s.begun for s in told if s.begun]
    if not begun:
        return ()
    first, last = min(begun).year, max(today.year, max(begun).year)
    since = max(first, last - YEARS + 1)
    spans = [(date(year, 1, 1), date(year, 12, 31)) for year in range(since, last + 1)]
    early = [(date(first, 1, 1), date(since - 1, 12, 31))] if since > first else []
    return tuple(span(told, *ends) for ends in (*early, *spans))
