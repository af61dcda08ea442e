"""All rules in their order, the findings chosen and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.checks import hand, lint, rules
from tcsg.errors import UsageError
from tcsg.model import Severity

if TYPE_CHECKING:
    from collections.abc import Collection

    from tcsg.checks.case import Case
    from tcsg.model import Finding

RULES = (
    rules.overdue,
    rules.behind,
    rules.from_reading,
    rules.no_owner,
    rules.not_mentioned,
    rules.unknown_initials,
    lint.unlisted_initials,
    lint.same_initials,
    lint.speaker_absent,
    rules.disagreement,
    hand.hand_differs,
    lint.support_differs,
    lint.summary_differs,
    lint.agenda_twice,
    lint.group_undefined,
    lint.cited_unknown,
    rules.meeting_twice,
    rules.two_readings,
    lint.owner_absent,
    rules.no_due,
)

CODES = {
    "overdue": "an open action whose due day has passed",
    "ledger-behind": "the ledger is not the one the minutes give",
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
    "speaker-unlisted": "somebody speaks who is neither present nor excused",
    "group-undefined": "a group that owns an action and that committee.yaml does not define",
    "cited-unknown": "an id that the minutes cite and that no action has",
    "meeting-twice": "two minutes files of one meeting",
    "two-readings": "a due date that can be two days",
    "owner-absent": "an action given to somebody who had sent apologies",
    "no-due": "an open action without a due date",
}
"""Every code with what it means."""

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def check(case: Case, select: Collection[str] = (), ignore: Collection[str] = (), level: Severity = Severity.WARNING) -> tuple[Finding, ...]:
    """The findings worth showing, sorted by place; a code that is selected by name is shown whatever its level."""
    for code in (*select, *ignore):
        known_code(code)
    found = [f for rule in RULES for f in rule(case)]
    found = [f for f in found if (f.code in select if select else _ORDER.index(f.severity) <= _ORDER.index(level)) and f.code not in ignore]
    return tuple(sorted(dict.fromkeys(found), key=lambda f: (f.place, _ORDER.index(f.severity), f.code)))


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


def fails(findings: Collection[Finding], fail_on: str) -> bool:
    """Whether the findings are bad enough for exit code 1; `fail_on` is error, warning or never."""
    bad = {"error": (Severity.ERROR,), "warning": (Severity.ERROR, Severity.WARNING), "never": ()}[fail_on]
    return any(f.severity in bad for f in findings)
