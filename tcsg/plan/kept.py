"""Plans as values of JSON and back, for the cache, as far as rules ask them; what is not of this form raises what `reading.kept` says."""

from __future__ import annotations

from datetime import date
from typing import Any

from tcsg.model import Due, Status
from tcsg.plan.values import Commitment, Plan


def dump_plan(plan: Plan) -> list[Any]:
    """What a plan and its commitments are called, their days, who, and where each stands."""
    listed = [
        [c.line, c.end_line, c.text, c.owners, c.timescale and [c.timescale.words, c.timescale.day and str(c.timescale.day)], c.status, c.id]
        for c in plan.commitments
    ]
    return [plan.path, plan.sha256, plan.title, str(plan.start), str(plan.end), plan.key, listed]


def load_plan(value: Any) -> Plan:
    """What `dump_plan` wrote; the plan's other parts are left out."""
    path, digest, title, start, end, key, listed = value
    return Plan(path, digest, title, date.fromisoformat(start), date.fromisoformat(end), commitments=tuple(map(_commitment, listed)), key=key)


def _commitment(value: Any) -> Commitment:
    line, end, text, owners, due, status, number = value
    timescale = due and Due(due[0], due[1] and date.fromisoformat(due[1]))
    return Commitment(line, end, text, owners=tuple(owners), timescale=timescale, status=Status(status), id=number)
