"""The rule on what was recorded by hand and what the minutes say afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Finding, Place, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.checks.case import Case
    from tcsg.model import Action


def hand_differs(case: Case) -> Iterator[Finding]:
    """An action that was recorded as closed, or as open again, and that later minutes have otherwise."""
    for action in case.carried.ledger.actions:
        said = [e for e in action.by_hand if e.status is not None]
        if said and said[-1].status is not None:
            yield from _against(case, action, said[-1].status, said[-1].on.isoformat())


def _against(case: Case, action: Action, status: Status, on: str) -> Iterator[Finding]:
    days = {m.key: m.day.isoformat() for m in case.carried.ledger.meetings}
    later = [k for k in case.links.get(action.id, ()) if days[k.meeting] > on]
    other = next((k for k in later if (k.mention.status is Status.OPEN) != (status is Status.OPEN)), None)
    if other is not None:
        words = f"{action.id} was recorded as {status} on {on} and is {other.mention.status} here; the later counts: {action.text}"
        yield Finding("hand-differs", Severity.WARNING, Place(other.path, other.mention.line), words, action.id)
