"""All figures of a report: from the actions that were asked for to one frozen value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.figures import counts
from tcsg.figures.items import Items, day_raised
from tcsg.figures.privacy import veil
from tcsg.figures.since import since, touched
from tcsg.figures.threads import drawn, weave
from tcsg.figures.values import Figures
from tcsg.model import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tcsg.figures.values import Scope
    from tcsg.ledger.history import Step
    from tcsg.ledger.people import Directory
    from tcsg.ledger.query import Row
    from tcsg.model import Ledger


def histories_wanted(rows: Sequence[Row], ledger: Ledger) -> tuple[str, ...]:
    """The ids of the actions whose lives the figures need, step by step: those that the last meeting touched, and those drawn.

    Of these the ones that were carried most come first.
    """
    shown = sorted(drawn(rows, ledger), key=lambda r: -r.action.times_carried)
    return tuple(dict.fromkeys(r.action.id for r in (*(r for r in rows if touched(r.action, ledger)), *shown)))


def figures(rows: Sequence[Row], ledger: Ledger, directory: Directory, lives: Mapping[str, tuple[Step, ...]], scope: Scope) -> Figures:
    """The figures over the actions that were asked for; `lives` are the steps of those that `histories_wanted` names."""
    items = Items.of(ledger, directory, scope.as_of, None if scope.names else veil(ledger, directory.committee, directory))
    actions = [r.action for r in rows]
    told = counts.spells(actions, items.days)
    open_rows = [r for r in rows if r.action.status is Status.OPEN]
    late = sorted((r for r in open_rows if r.overdue), key=lambda r: -(r.days_late or 0))
    begun = [(day, n) for n, r in enumerate(open_rows) if (day := day_raised(r.action, items.days))]
    year = counts.year_up_to(scope.as_of)
    year_before = counts.year_up_to(counts.a_year_before(scope.as_of))
    return Figures(
        scope=scope,
        actions=len(actions),
        open=len(open_rows),
        done=sum(a.status is Status.DONE for a in actions),
        dropped=sum(a.status is Status.DROPPED for a in actions),
        undated=sum(r.action.due is None for r in open_rows),
        overdue=tuple(map(items.item, late[: scope.limit])),
        overdue_count=len(late),
        oldest=items.item(open_rows[min(begun)[1]]) if begun else None,
        loads=counts.loads(open_rows, items, scope.limit) if scope.names else (),
        holders=len({h for r in open_rows if r.action.owners for h in items.holders(r.action)}),
        bands=counts.bands(open_rows, items.days, scope.as_of),
        course=counts.course(told, scope.as_of),
        meetings=len(ledger.meetings),
        since=since(rows, ledger, lives, items),
        year=counts.span(told, *year),
        year_before=counts.span(told, *year_before),
        years=counts.years(told, scope.as_of),
        weave=weave(rows, ledger, lives, items),
    )
