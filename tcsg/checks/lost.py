"""What a bad merge or a slip of the hand took out of the ledger: ids are given for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.checks.case import Case
    from tcsg.model import Action, Ledger

LEDGER = "minutes/ledger.yaml"


def ids_lost(case: Case) -> Iterator[Finding]:
    """An id that the ledger of an earlier commit gave and that the stored ledger does not know, not even as an alias."""
    for action in lost(case.before, case.stored) if case.before else ():
        message = f"{action.id} is gone, though an id is given for ever; restore its record: {action.text}"
        yield Finding("id-lost", Severity.ERROR, Place(LEDGER, 1), message, action.id)
    known = {c.id for c in case.stored.commitments} if case.stored else set()
    for one in case.before.commitments if case.before else ():
        if one.id not in known:
            message = f"{one.id} is gone, though an id is given for ever; restore its line: {one.words}"
            yield Finding("id-lost", Severity.ERROR, Place(LEDGER, 1), message)


def lost(before: Ledger, now: Ledger | None) -> tuple[Action, ...]:
    """The actions of `before` whose id no action of `now` has, be it as an alias."""
    known = {i for a in now.actions for i in (a.id, *a.aliases)} if now else set()
    return tuple(a for a in before.actions if a.id not in known)
