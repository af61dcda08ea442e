"""What other programs know an action by: names and moments that are the same whenever the same ledger is exported."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from tcsg.ledger.keys import split_id

if TYPE_CHECKING:
    from tcsg.model import Action, Committee, Ledger

_NAMESPACE = UUID("a51b2f61-d480-42ab-a109-ba8f59a90449")
"""The namespace of every name that we give (RFC 9562, section 6.5); another one would make all actions new to whoever has them."""


def named(*words: str) -> UUID:
    """The UUID, of version 5, that stands for some words."""
    return uuid5(_NAMESPACE, "\n".join(words))


def uid(action: Action, ledger: Ledger, committee: Committee) -> UUID:
    """The name of an action: made from its id and the committee's name, without one from the day of the meeting in the id."""
    key = split_id(action.id)[0]
    whose = committee.name or next((str(m.day) for m in ledger.meetings if m.key == key), "")
    return named("action", whose, action.id)


def last_change(action: Action, ledger: Ledger, today: date) -> date:
    """The latest day on which anything was minuted or recorded of an action; `today` when the ledger tells none."""
    days = {m.key: m.day for m in ledger.meetings}
    told = [days[key] for key in (action.raised, *action.seen) if key in days]
    told += [entry.on for entry in action.by_hand]
    told += [action.closed] if action.closed else []
    return max(told, default=today)


def revisions(action: Action) -> int:
    """How often something was minuted or recorded of an action after the first time; it grows with the ledger."""
    return max(0, len(action.seen) + len(action.by_hand) - 1)


def moment(day: date, at: time, zone: str | None) -> datetime:
    """A time of day in the committee's time zone, in UTC; without a zone noon in UTC, which is the same day almost everywhere."""
    if zone is None:
        return datetime.combine(day, time(12), UTC)
    from zoneinfo import ZoneInfo  # reads its data from the disk

    try:
        return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
    except OverflowError:  # on the first and the last day of the calendar
        return datetime.combine(day, time(12), UTC)
