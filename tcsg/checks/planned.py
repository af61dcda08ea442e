"""The rules on action plans: what does not move, what is late, and the days that plans and their scheme bring."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tcsg.model import Finding, Place, Severity
from tcsg.plan.days import AHEAD, next_self_assessment, self_assessments_due
from tcsg.plan.days import halfway as half_of
from tcsg.plan.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tcsg.checks.case import Case
    from tcsg.plan.state import Standing

COMMITTEE = "minutes/committee.yaml"
_EARLY = timedelta(365)
"""How long before its day a self-assessment may be handed in and still be that one."""


def stalled(case: Case) -> Iterator[Finding]:
    """A commitment of a running plan that no action has moved for as many minutes as the committee bears."""
    for one in case.standings:
        if one.state is State.STALLED and _runs(one, case.today):
            words = f"{one.id} is stalled: {one.why}, {_who(one)}: {one.commitment.text}"
            yield Finding("commitment-stalled", Severity.WARNING, _place(one), words)


def late(case: Case) -> Iterator[Finding]:
    """A commitment that the plan wanted done by a day that has passed."""
    for one in case.standings:
        due = one.commitment.timescale
        if one.late is not None and due is not None:
            days = "1 day" if one.late == 1 else f"{one.late} days"
            words = f"{one.id} is {days} late (by {due.day}), {_who(one)}: {one.commitment.text}"
            yield Finding("commitment-late", Severity.WARNING, _place(one), words)


def halfway(case: Case) -> Iterator[Finding]:
    """A plan is half-way, until the minutes of a meeting held since are there."""
    last = max((m.day for m in case.carried.ledger.meetings if m.day <= case.today), default=None)
    for plan in case.plans:
        day = half_of(plan)
        if day <= case.today <= plan.end and (last is None or last < day):
            mine = [one for one in case.standings if one.plan is plan]
            counts = ", ".join(f"{n} {state}" for state in State if (n := sum(one.state is state for one in mine)))
            yield Finding("plan-halfway", Severity.WARNING, Place(plan.path, 1), f"{plan.name} is half-way since {day}: {counts or 'no commitments'}")


def ends(case: Case) -> Iterator[Finding]:
    """A plan that ends soon or has ended, unless a later one is there."""
    if not case.plans:
        return
    plan = max(case.plans, key=lambda p: (p.end, p.start))
    if plan.end - AHEAD <= case.today:
        left = sum(one.plan is plan and one.state not in (State.DONE, State.DROPPED) for one in case.standings)
        when = f"ended on {plan.end}" if plan.end < case.today else f"ends on {plan.end}"
        words = f"{plan.name} {when}, and no other plan follows; {left} of its {len(plan.commitments)} commitments are not done"
        yield Finding("plan-ends", Severity.WARNING, Place(plan.path, 1), words)


def self_assessment_due(case: Case) -> Iterator[Finding]:
    """A self-assessment that falls due soon; one that is past only where committee.yaml tells which were handed in."""
    handed_in = case.committee.self_assessments
    coming = next_self_assessment(case.committee, case.today)
    if coming is not None and coming - AHEAD <= case.today and not _handed_in(handed_in, coming):
        words = f"the self-assessment is due on {coming}; `tcsg report self-assessment` drafts it"
        yield Finding("self-assessment-due", Severity.WARNING, Place(COMMITTEE, 1), words)
    past = self_assessments_due(case.committee, case.today - timedelta(1))
    if handed_in and past and not _handed_in(handed_in, past[-1]):
        words = f"the self-assessment due on {past[-1]} was not handed in, says `self_assessments`"
        yield Finding("self-assessment-due", Severity.WARNING, Place(COMMITTEE, 1), words)


def _handed_in(days: tuple[date, ...], due: date) -> bool:
    """Whether one of the days on which something was handed in is that of the self-assessment due on a day, early or late."""
    return any(due - _EARLY <= day <= due + _EARLY for day in days)


def unknown_commitments(case: Case) -> Iterator[Finding]:
    """An id of a commitment that the minutes name and that no plan has, or has no longer; ids of plans that nobody knows are no ids."""
    ledger = case.carried.ledger
    keys = {p.key for p in ledger.plans}
    gone = {c.id: c.gone for c in ledger.commitments}
    for minutes in case.minutes:
        seen: set[str] = set()
        for mention in minutes.mentions:
            for cited in mention.plan:
                if cited in seen or cited[1:].partition(".")[0] not in keys or gone.get(cited) is False:
                    continue
                seen.add(cited)
                said = "the plan has it no longer" if cited in gone else "there is no such commitment"
                yield Finding("cited-unknown", Severity.WARNING, Place(minutes.path, mention.line), f"{cited} is cited here, but {said}")


def plan_gone(case: Case) -> Iterator[Finding]:
    """A plan that the ledger knows and whose file is gone, or is no plan any more."""
    there = {p.key for p in case.plans}
    for plan in case.carried.ledger.plans:
        if plan.key not in there:
            words = f"the file of plan P{plan.key} is gone; the ledger keeps the ids of its commitments"
            yield Finding("minutes-gone", Severity.WARNING, Place(plan.path, 1), words)


def _runs(one: Standing, today: date) -> bool:
    return one.plan.start <= today <= one.plan.end


def _place(one: Standing) -> Place:
    return Place(one.plan.path, one.commitment.line)


def _who(one: Standing) -> str:
    return ", ".join(one.commitment.owners) or "nobody"
