"""All rules in their order, the findings chosen and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.checks import attendance, hand, lint, lost, planned, rules, summary
from tcsg.checks.baseline import STALE, forgiven
from tcsg.checks.case import Known
from tcsg.checks.debts import debt_of, without
from tcsg.checks.ignores import ignore_expired, not_ignored
from tcsg.errors import UsageError
from tcsg.model import Severity, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tcsg.checks.baseline import Entry
    from tcsg.checks.case import Case
    from tcsg.model import Finding

OF_THE_DAY = (
    rules.overdue,
    rules.behind,
    lost.ids_lost,
    rules.not_mentioned,
    planned.stalled,
    planned.late,
    planned.halfway,
    planned.ends,
    planned.self_assessment_due,
    ignore_expired,
)
"""What these find is other on another day, or with another ledger in the folder; they look at actions that are open or serve a plan."""

TIMELESS = (
    rules.from_reading,
    rules.no_owner,
    attendance.unknown_initials,
    attendance.unlisted_initials,
    attendance.same_initials,
    attendance.ambiguous_owner,
    attendance.speaker_absent,
    lint.disagreement,
    hand.hand_differs,
    lint.support_differs,
    summary.summary_differs,
    lint.agenda_twice,
    attendance.group_undefined,
    lint.cited_unknown,
    rules.meeting_twice,
    rules.two_readings,
    attendance.owner_absent,
    rules.no_due,
    planned.unknown_commitments,
    planned.plan_gone,
)

CODES = {
    "overdue": "an open action whose due day has passed",
    "ledger-behind": "the ledger is not the one the minutes give",
    "id-lost": "an id that an earlier ledger gave and that no action has now",
    "ambiguous-match": "an action that may be one of an earlier meeting",
    "date-disagrees": "front matter, file name and text give different days",
    "minutes-gone": "the ledger holds a meeting whose minutes are gone",
    "unminuted": "an action with entries made by hand is no longer in the minutes",
    "no-owner": "an open action that is nobody's",
    "unmentioned": "an open action that the latest minutes say nothing of",
    "unknown-initials": "initials that nobody at the meeting has",
    "owners-differ": "one action, other owners in another place of the same minutes",
    "due-differs": "one action, another due date in another place of the same minutes",
    "status-differs": "one action, open and closed in the same minutes",
    "hand-differs": "an action recorded by hand one way, and minuted another way later",
    "support-differs": "one action, other helpers in another place of the same minutes",
    "summary-differs": "a list of the meeting's actions names others than its items do",
    "agenda-twice": "an agenda number that two items have",
    "unlisted-initials": "somebody listed without initials who owns or speaks under them",
    "same-initials": "two people of one meeting with the same initials",
    "ambiguous-owner": "an owner who can be two people of the meeting",
    "speaker-unlisted": "somebody speaks who is neither present nor excused",
    "group-undefined": "a group that owns an action and that committee.yaml does not define",
    "cited-unknown": "an id that the minutes cite and that no action has",
    "meeting-twice": "two minutes files of one meeting",
    "several-meetings": "one file that holds the minutes of several meetings",
    "two-readings": "a due date that can be two days",
    "two-dues": "an action with two due dates on different days",
    "owner-absent": "an action given to somebody who had sent apologies",
    "no-due": "an open action without a due date",
    "commitment-stalled": "a commitment of the action plan for which nothing has been done in some minutes",
    "commitment-late": "a commitment whose own day has passed",
    "plan-halfway": "the action plan is half-way, and no meeting has been minuted since",
    "plan-ends": "the action plan ends or has ended, and no other follows it",
    "self-assessment-due": "a self-assessment falls due, or was not handed in",
    "ignore-expired": "an entry of `ignore` in committee.yaml whose day has passed",
    "baseline-stale": "a debt of the baseline that is paid",
}
"""Every code with what it means."""

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def check(
    case: Case,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    level: Severity = Severity.WARNING,
    baseline: Collection[Entry] = (),
    before: Case | None = None,
) -> tuple[Finding, ...]:
    """The findings worth showing, sorted by place; a code that is selected by name is shown whatever its level.

    Left out are those that committee.yaml ignores, those of the baseline, and with `before` those that it has as well.
    A debt of the baseline that is found no more is a finding as long as its code is asked for.
    """
    for code in (*select, *ignore):
        known_code(code)
    hushed, asked = set(ignore), set(select) or {STALE}
    wanted = {entry.place for entry in baseline if {entry.debt.code, STALE} & asked and not {entry.debt.code, STALE} & hushed}
    found, stale = forgiven(settled(case), baseline, case.carried.ledger)
    stale = [f for f in stale if f.place in wanted]
    if before is not None:
        earlier, stale_earlier = forgiven(settled(before), baseline, before.carried.ledger)
        found, _ = without(found, map(debt_of, earlier))
        stale, _ = without(stale, map(debt_of, stale_earlier))
    chosen = [f for f in found if (f.code in select if select else milder(f.severity, level) is level) and f.code not in ignore]
    return _sorted([*chosen, *stale])


def settled(case: Case) -> tuple[Finding, ...]:
    """What all rules find and committee.yaml does not ignore."""
    timeless = (case.known or know(case)).timeless
    return _sorted(not_ignored([*timeless, *(f for rule in OF_THE_DAY for f in rule(case))], case, CODES))


def know(case: Case) -> Known:
    """What is found in a case whatever the day."""
    places = {a.id: (case.due_place(a), case.last_place(a)) for a in case.carried.ledger.actions if a.status is Status.OPEN}
    return Known(tuple(f for rule in TIMELESS for f in rule(case)), places, case.plans)


def _sorted(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda f: (f.place, _ORDER.index(f.severity), f.code)))


def milder(one: Severity, other: Severity) -> Severity:
    """The less severe of two."""
    return max(one, other, key=_ORDER.index)


def known_code(code: str) -> str:
    """The code itself; UsageError with the nearest when there is none such."""
    if code not in CODES:
        raise UsageError(f"there is no check {code!r}{_nearest(code)}")
    return code


def _nearest(code: str) -> str:
    # Lazy: only a mistyped code pays for it.
    from difflib import get_close_matches

    near = get_close_matches(code, CODES, n=1)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(CODES)}"


def fails(findings: Collection[Finding], fail_on: Severity) -> bool:
    """Whether one of the findings is at least so severe."""
    return any(milder(f.severity, fail_on) is fail_on for f in findings)
