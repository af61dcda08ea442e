"""What the last meeting changed, and what was recorded after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.figures.items import day_raised
from tcsg.figures.values import Change, Kind, Since
from tcsg.ledger.history import What
from tcsg.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from tcsg.figures.items import Items
    from tcsg.figures.values import Item
    from tcsg.ledger.history import Step
    from tcsg.ledger.query import Row
    from tcsg.model import Action, Ledger

_ENDS = {Status.DONE: Kind.DONE, Status.DROPPED: Kind.DROPPED}


def touched(action: Action, ledger: Ledger) -> bool:
    """Whether something that only the minutes tell can have changed at the last meeting or since: a date, the owners."""
    if not ledger.meetings:
        return False
    last = ledger.meetings[-1]
    by_hand = any(e.on >= last.day for e in action.by_hand)
    return by_hand or (last.key in action.seen and len(action.seen) > 1 and action.status is Status.OPEN)


def since(rows: Sequence[Row], ledger: Ledger, lives: Mapping[str, tuple[Step, ...]], items: Items) -> Since | None:
    """The changes in the order of their kinds; None before the first meeting."""
    if not ledger.meetings:
        return None
    last = ledger.meetings[-1]
    found = [c for row in rows for c in _changes(row, last.day, lives.get(row.action.id, ()), items)]
    order = list(Kind)
    return Since(last.key, last.day, tuple(sorted(found, key=lambda c: order.index(c.kind))))


def _changes(row: Row, day: date, life: Sequence[Step], items: Items) -> Iterator[Change]:
    action = row.action
    begun = day_raised(action, items.days)
    is_new = begun is not None and begun >= day
    ended = _ENDS.get(action.status) if action.closed is not None and action.closed >= day else None
    later = [s for s in life if s.day >= day and s.before is not None]
    if not (is_new or ended or later):
        return
    item = items.item(row)
    if is_new:
        yield Change(Kind.RAISED, item)
    if ended:
        yield Change(ended, item, after=str(action.closed))
    if is_new or ended:
        return
    if any(What.REOPENED in s.changes for s in later):
        yield Change(Kind.REOPENED, item)
    yield from _moved(item, later, items)


def _moved(item: Item, later: Sequence[Step], items: Items) -> Iterator[Change]:
    """What a date or the owners were before all of it, and are after."""
    was, now = later[0].before, later[-1].after
    if was is None:
        return
    if was.due != now.due:
        yield Change(Kind.MOVED, item, str(was.due) if was.due else None, str(now.due) if now.due else None)
    if was.owners != now.owners:
        before, after = (", ".join(items.owners(o)) or None for o in (was.owners, now.owners))
        yield Change(Kind.HANDED, item, before, after)
