"""The days that plans bring: half-way, the end, what each commitment sets itself, and the self-assessments of the scheme."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tcsg.model import Committee
    from tcsg.plan.values import Plan

AHEAD = timedelta(90)
"""How long before a plan ends, or a self-assessment is due, it is time to say so: a draft takes a term."""
EVERY = 2
"""Years between two self-assessments; the first is due one year after joining."""


class DayKind(StrEnum):
    """What a day of a plan is."""

    HALFWAY = "halfway"
    END = "end"
    COMMITMENT = "commitment"
    SELF_ASSESSMENT = "self-assessment"


@frozen
class PlanDay:
    """A day to put into a calendar: `words` say what is due, `path` is the plan's file, None for the scheme's own days.

    `id` is the plan's, or the commitment's.
    """

    on: date
    kind: DayKind
    words: str
    path: str | None = None
    id: str | None = None


def plan_days(plans: Iterable[Plan], committee: Committee, until: date) -> tuple[PlanDay, ...]:
    """All such days up to one, in their order; those of the past are there too."""
    found = [day for plan in plans for day in _days(plan)]
    found += [PlanDay(day, DayKind.SELF_ASSESSMENT, "self-assessment due") for day in self_assessments_due(committee, until)]
    return tuple(sorted((d for d in found if d.on <= until), key=lambda d: (d.on, d.kind, d.words)))


def _days(plan: Plan) -> Iterator[PlanDay]:
    yield PlanDay(halfway(plan), DayKind.HALFWAY, f"{plan.name} is half-way: {plan.title}", plan.path, plan.name)
    yield PlanDay(plan.end, DayKind.END, f"{plan.name} ends: {plan.title}", plan.path, plan.name)
    for one in plan.commitments:
        if one.timescale and one.timescale.day and one.status is Status.OPEN:
            yield PlanDay(one.timescale.day, DayKind.COMMITMENT, f"{one.id} is to be done: {one.text}", plan.path, one.id)


def halfway(plan: Plan) -> date:
    """The day on which the second half of a plan begins."""
    return plan.start + (plan.end - plan.start + date.resolution) / 2


def self_assessments_due(committee: Committee, until: date) -> tuple[date, ...]:
    """One year after joining, then every second year, as the Technician Commitment has it."""
    if committee.joined is None:
        return ()
    years = range(committee.joined.year + 1, until.year + 1, EVERY)
    return tuple(day for year in years if (day := _anniversary(committee.joined, year)) <= until)


def next_self_assessment(committee: Committee, today: date) -> date | None:
    """The next day on which one is due, today included; None when nobody knows when the organisation joined."""
    return next((day for day in self_assessments_due(committee, _later(today, EVERY + 1)) if day >= today), None)


def _later(day: date, years: int) -> date:
    return _anniversary(day, min(day.year + years, date.max.year))


def _anniversary(day: date, year: int) -> date:
    """The same day of another year; 29 February becomes the 28th."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
