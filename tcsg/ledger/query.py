"""Asking the ledger: one value for the whole question, the actions that answer it, most overdue first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.errors import UsageError
from tcsg.frozen import frozen
from tcsg.ledger.keys import split_id
from tcsg.model import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from tcsg.ledger.merging import Who
    from tcsg.ledger.people import Directory
    from tcsg.model import Action, Ledger


@frozen
class Query:
    """Which actions: every field given must hold, and within a field any one value does."""

    owners: tuple[Who, ...] = ()
    statuses: tuple[Status, ...] = (Status.OPEN,)
    overdue: bool = False
    due_before: date | None = None
    meetings: tuple[str, ...] = ()
    since: date | None = None
    grep: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    sort: str = "urgency"
    limit: int | None = None


@frozen
class Row:
    """An action as an answer: how late it is on the day asked, and through which group it is the person's."""

    action: Action
    days_late: int | None
    """Days after the due day; None when it is not overdue."""
    via: str | None = None

    @property
    def overdue(self) -> bool:
        """Open, and due before the day asked."""
        return self.days_late is not None


def days_late(action: Action, today: date) -> int | None:
    """Days an open action is past its due day; due today is not late."""
    if action.status is not Status.OPEN or action.due is None or action.due >= today:
        return None
    return (today - action.due).days


def select(ledger: Ledger, query: Query, directory: Directory, today: date) -> tuple[Row, ...]:
    """The actions that a query asks for, in its order; a person's own before what is theirs through a group."""
    days = {m.key: m.day for m in ledger.meetings}
    rows = []
    for action in ledger.actions:
        if not _holds(action, query, days, today):
            continue
        mine, via = whose(action, query, directory)
        if mine:
            rows.append(Row(action, days_late(action, today), via))
    order = {m.key: n for n, m in enumerate(ledger.meetings)}
    rows.sort(key=_sorting(query.sort, order))
    rows.sort(key=lambda row: row.via is not None)
    return tuple(rows[: query.limit])


def _holds(action: Action, query: Query, days: dict[str, date], today: date) -> bool:
    if action.status not in query.statuses:
        return False
    if query.overdue and days_late(action, today) is None:
        return False
    if query.due_before is not None and (action.due is None or action.due >= query.due_before):
        return False
    if query.meetings and not set(query.meetings) & {action.raised, *action.seen}:
        return False
    if query.since is not None and (days.get(action.raised) is None or days[action.raised] < query.since):
        return False
    if query.groups and not {g.casefold() for g in query.groups} & {o.casefold() for o in action.owners}:
        return False
    text = action.text.casefold()
    return not query.grep or any(g.casefold() in text for g in query.grep)


def whose(action: Action, query: Query, directory: Directory) -> tuple[bool, str | None]:
    """Whether an action answers the owners asked for, and the group that makes it theirs."""
    if not query.owners:
        return True, None
    if any(who in query.owners for who in directory.owners(action)):
        return True, None
    for owner in action.owners:
        if any(who.known and directory.holds(owner, who, action) for who in query.owners):
            return True, owner
    return False, None


def _sorting(sort: str, order: dict[str, int]) -> Callable[[Row], tuple[object, ...]]:
    """The key of an order: urgency (most overdue, then due day, then id), due, id, owner or meeting."""

    def by_id(row: Row) -> tuple[int, int]:
        key, number = split_id(row.action.id)
        return order.get(key, len(order)), number

    def by_due(row: Row) -> tuple[object, ...]:
        return (row.action.due is None, row.action.due.toordinal() if row.action.due else 0, *by_id(row))

    orders: dict[str, Callable[[Row], tuple[object, ...]]] = {
        "urgency": lambda row: (-(row.days_late or 0), *by_due(row)),
        "due": by_due,
        "id": by_id,
        "owner": lambda row: ([o.casefold() for o in row.action.owners] or ["\uffff"], *by_due(row)),
        "meeting": lambda row: (order.get(row.action.raised, len(order)), *by_id(row)),
    }
    return orders[sort]


def find_action(ledger: Ledger, typed: str) -> Action | None:
    """The action of an id as typed (`A8.3`, `a8.3`, `8.3`, an alias); None when there is none."""
    key = typed.strip().casefold()
    wanted = {key, f"a{key}"}
    return next((a for a in ledger.actions if wanted & {i.casefold() for i in (a.id, *a.aliases)}), None)


def wanted(ledger: Ledger, typed: str) -> Action:
    """The action of an id as typed; UsageError with the nearest ids when there is none."""
    action = find_action(ledger, typed)
    if action is None:
        near = near_ids(ledger, typed)
        if typed[:1] in "Pp" and any(c.id.casefold() == typed.casefold() for c in ledger.commitments):
            raise UsageError(f"{typed} is a commitment of the action plan and no action; `tcsg plan {typed}` shows it")
        cure = f"did you mean {' or '.join(near)}?" if near else "`tcsg actions --status all` lists them"
        raise UsageError(f"there is no action {typed!r}; {cure}")
    return action


def near_ids(ledger: Ledger, typed: str) -> tuple[str, ...]:
    """The ids that a mistyped one may have meant, nearest first."""
    # Lazy: only a mistyped id pays for it.
    from difflib import get_close_matches

    ids: Iterable[str] = (a.id for a in ledger.actions)
    key = typed if typed[:1] in "Aa" else f"A{typed}"
    return tuple(get_close_matches(key.upper() if key[:1] == "a" else key, list(ids), n=3, cutoff=0.4))
