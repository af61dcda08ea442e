"""What a person records about an action: done, dropped, another date, another owner, a note; and an action of no minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tcsg.ledger.keys import Numbers, split_id
from tcsg.ledger.linking import linked
from tcsg.model import Action, ByHand, Status

if TYPE_CHECKING:
    from tcsg.model import Ledger


def record(action: Action, entry: ByHand) -> Action:
    """The action with one more entry, which counts when no meeting after it says otherwise.

    The caller sees to that: an entry older than the latest mention needs the fold to say what it changes.
    """
    entries = tuple(sorted((*action.by_hand, entry), key=lambda e: e.on))
    action = replace(action, by_hand=entries)
    if entry.status is not None:
        closed = None if entry.status is Status.OPEN else entry.on
        action = replace(action, status=entry.status, closed=closed, why=entry.why if entry.status is Status.DROPPED else None)
    if entry.due is not None:
        action = replace(action, due=None if entry.due == "none" else date.fromisoformat(entry.due), due_words=None)
    if entry.owners is not None:
        action = replace(action, owners=entry.owners)
    return replace(action, plan=linked(action.plan, entry))


def settles(action: Action, entry: ByHand, days: dict[str, date]) -> bool:
    """Whether an entry is the last word on its action: no older than its latest mention and its other entries."""
    seen = [days[key] for key in action.seen if key in days]
    return all(day <= entry.on for day in (*seen, *(e.on for e in action.by_hand)))


def changes(action: Action, entry: ByHand) -> bool:
    """Whether an entry says anything that is not so already."""
    if entry.note is not None or entry.same is not None or entry.added is not None:
        return True
    due = "none" if action.due is None else action.due.isoformat()
    if entry.link is not None or entry.unlink is not None:
        return entry.unlink is not None or entry.link not in action.plan
    return not (
        (entry.status is None or entry.status is action.status)
        and (entry.due is None or entry.due == due)
        and (entry.owners is None or entry.owners == action.owners)
    )


def added(ledger: Ledger, text: str, entry: ByHand) -> Action:
    """A new action agreed between meetings: it counts to the last meeting before its day, or is named by the day itself."""
    past = [m for m in ledger.meetings if m.day <= entry.on]
    key = past[-1].key if past else entry.on.isoformat()
    numbers = Numbers(i for a in ledger.actions for i in (a.id, *a.aliases))
    return record(Action(numbers.give(key), text, key), entry)


def placed(ledger: Ledger, action: Action) -> Ledger:
    """The ledger with an action in its place, or in the place of the record with its id."""
    order = {m.key: n for n, m in enumerate(ledger.meetings)}
    others = [a for a in ledger.actions if a.id != action.id]
    actions = sorted([*others, action], key=lambda a: (order.get(a.raised, -1), split_id(a.id)[1], a.id))
    return replace(ledger, actions=tuple(actions))
