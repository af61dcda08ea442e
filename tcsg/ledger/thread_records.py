"""The record that a thread makes in the ledger."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.ledger.derive import derive

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from tcsg.ledger.keys import Held
    from tcsg.ledger.threads import Thread
    from tcsg.model import Action, ByHand, Committee

_NOTHING: Mapping[str, ByHand] = MappingProxyType({})


def derived(thread: Thread, committee: Committee, calendar: dict[str, date], recorded: Mapping[str, ByHand] = _NOTHING) -> Action:
    """The record that a thread makes, with what its old records have by hand and what is recorded just now."""
    if thread.record is not None and thread.id not in recorded:
        return thread.record
    by_hand = by_day([*(e for record in thread.claimed for e in record.by_hand), *([recorded[thread.id]] if thread.id in recorded else [])])
    extra = {key: value for record in reversed(thread.claimed) for key, value in record.extra}
    action = derive(thread.id, thread.sightings, by_hand, committee, calendar)
    return replace(action, aliases=thread.ids[1:], by_hand=by_hand, extra=tuple(extra.items())) if thread.claimed or by_hand else action


def by_day(entries: Iterable[ByHand]) -> tuple[ByHand, ...]:
    """What was recorded by hand, in the order of days."""
    return tuple(sorted(entries, key=lambda e: e.on))


def calendar_of(held: Sequence[Held]) -> dict[str, date]:
    """The day of the next minutes after each meeting; after the last, the day that its own minutes announce."""
    days = {one.meeting.key: then.meeting.day for one, then in pairwise(held)}
    announced = held[-1].minutes.announced if held and held[-1].minutes else None
    return days | ({held[-1].meeting.key: announced} if announced else {})
