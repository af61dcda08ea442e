"""The carry-forward picture: each action a thread through the meetings, with knots where its date slipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.figures.values import Knot, Thread, Weave
from tcsg.ledger.history import Mark, Point, line
from tcsg.ledger.keys import split_id
from tcsg.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tcsg.figures.items import Items
    from tcsg.ledger.history import Step
    from tcsg.ledger.query import Row
    from tcsg.model import Action, Ledger, Meeting

THREADS = 30
"""Threads that are drawn: as many as a page holds and an eye follows."""
MEETINGS = 24
"""Meetings that are drawn, the latest."""


def drawn(rows: Iterable[Row], ledger: Ledger) -> tuple[Row, ...]:
    """The actions to draw, in the order they began: the open ones that were carried most, then what was closed last.

    What ended before the meetings that are drawn is not drawn.
    """
    order = {m.key: n for n, m in enumerate(ledger.meetings)}
    first = ledger.meetings[-MEETINGS:][0].day if ledger.meetings else None
    there = [r for r in rows if first is not None and (r.action.closed is None or r.action.closed >= first)]
    there.sort(key=lambda r: (order.get(r.action.raised, -1), split_id(r.action.id)[1]))
    chosen = sorted(enumerate(there), key=lambda pair: (_rank(pair[1].action), pair[0]))[:THREADS]
    return tuple(row for _, row in sorted(chosen, key=lambda pair: pair[0]))


def _rank(action: Action) -> tuple[int, int]:
    closed = action.closed.toordinal() if action.closed and action.status is not Status.OPEN else 0
    return -closed if closed else -10_000_000, -action.times_carried


def weave(rows: Sequence[Row], ledger: Ledger, lives: Mapping[str, tuple[Step, ...]], items: Items) -> Weave:
    """The threads of the actions to draw; of an action without a life in `lives` no knots are known."""
    threads = []
    chosen = drawn(rows, ledger)
    for row in chosen:
        life = lives.get(row.action.id, ())
        points = line(life, ledger.meetings) if life else remembered(row.action, ledger.meetings)
        threads.append(Thread(items.item(row), points, knots(life), known=bool(life)))
    begun = min((t.points[0].day for t in threads if t.points), default=None)
    shown = [m for m in ledger.meetings[-MEETINGS:] if begun is None or m.day >= begun] or ledger.meetings[-1:]
    return Weave(tuple((m.key, m.day) for m in shown), tuple(threads), len(rows) - len(chosen), len(ledger.meetings) - len(shown))


def knots(life: Iterable[Step]) -> tuple[Knot, ...]:
    """Where the due day of an action was moved back."""
    found = []
    for step in life:
        before, after = step.before.due if step.before else None, step.after.due
        if before is not None and after is not None and after > before:
            found.append(Knot(step.day, step.meeting, before, after))
    return tuple(found)


def remembered(action: Action, meetings: Sequence[Meeting]) -> tuple[Point, ...]:
    """The line of an action as far as the ledger alone tells it."""
    end = {Status.DONE: Mark.DONE, Status.DROPPED: Mark.DROPPED}.get(action.status)
    over = action.closed if end else None
    points: list[Point] = []
    for meeting in meetings:
        if over is not None and meeting.day >= over:
            break
        if meeting.key in action.seen:
            points.append(Point(Mark.MENTIONED if points else Mark.RAISED, meeting.key, meeting.day))
        elif points:
            points.append(Point(Mark.SILENT, meeting.key, meeting.day))
    if end and over is not None:
        at = next((m.key for m in meetings if m.day == over and m.key in action.seen), None)
        points.append(Point(end, at, over))
    return tuple(points)
