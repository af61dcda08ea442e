"""The action plan in a report: its themes against how their commitments stand, its days, and what is stalled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.output.report.blocks import Part, Sentence, Table
from tcsg.output.report.words import day
from tcsg.output.text import count
from tcsg.plan.days import halfway
from tcsg.plan.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tcsg.figures.values import Figures
    from tcsg.output.report.blocks import Block
    from tcsg.plan.state import Standing
    from tcsg.plan.values import Plan

_ELSEWHERE = "without a theme"


def plan(figures: Figures) -> Part | None:
    """Every plan that runs on the day of the report, the latest if none does."""
    plans = list(dict.fromkeys(one.plan for one in figures.standings))
    on = figures.scope.as_of
    shown = [p for p in plans if p.start <= on <= p.end] or plans[-1:]
    blocks = [block for p in shown for block in _blocks(p, [one for one in figures.standings if one.plan is p], figures)]
    return Part("plan", "Action plan", tuple(blocks)) if blocks else None


def _blocks(one: Plan, found: Sequence[Standing], figures: Figures) -> Iterator[Block]:
    counts = [f"{n} {state}" for state in State if (n := sum(s.state is state for s in found))]
    yield Sentence(f"{one.name}, {day(one.start)} to {day(one.end)}: {count(len(found), 'commitment')}, {', '.join(counts)}.")
    yield _matrix(one, found)
    yield _timeline(one, found, figures.scope.as_of)
    stuck = [s for s in found if s.state is State.STALLED or s.late is not None]
    if stuck:
        yield _stalled(one, stuck, names=figures.scope.names)


def _matrix(one: Plan, found: Sequence[Standing]) -> Table:
    """Each theme with its commitments by state; one with two themes stands in both."""
    states = [state for state in State if any(s.state is state for s in found)]
    rows = []
    for theme in (*one.themes, None):
        mine = [s for s in found if theme in s.commitment.themes] if theme else [s for s in found if not s.commitment.themes]
        if mine or theme:
            rows.append((theme or _ELSEWHERE, str(len(mine)), *(str(sum(s.state is state for s in mine)) for state in states)))
    heads = ("Theme", "Commitments", *(str(state).capitalize() for state in states))
    return Table(f"{one.name} by theme", heads, tuple(rows), frozenset(range(1, len(heads))))


def _timeline(one: Plan, found: Sequence[Standing], on: date) -> Table:
    """The days of a plan in their order, and whether they are past."""
    days = [(one.start, "begins"), (halfway(one), "half-way"), (one.end, "ends")]
    days += [(s.commitment.timescale.day, f"{s.id} {s.state}") for s in found if s.commitment.timescale and s.commitment.timescale.day]
    rows = tuple((day(when), what, "past" if when < on else "ahead") for when, what in sorted(days))
    return Table(f"{one.name} in time", ("Day", "What", "When"), rows)


def _stalled(one: Plan, stuck: Sequence[Standing], *, names: bool) -> Table:
    heads = ("Id", "Commitment", "Why", *(("Who",) if names else ()))
    return Table(f"{one.name}: what is stalled or late", heads, tuple(_row(s, names=names) for s in stuck))


def _row(one: Standing, *, names: bool) -> tuple[str, ...]:
    late = [f"{count(one.late, 'day')} late"] if one.late is not None else []
    why = "; ".join([*([one.why] if one.state is State.STALLED else []), *late])
    return one.id, one.commitment.text, why, *((", ".join(one.commitment.owners) or "nobody",) if names else ())
