"""How an open action stands when a meeting comes up: late, due, long unmentioned; and where the minutes speak of it."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.derive import speaking
from tcsg.ledger.query import days_late
from tcsg.ledger.upcoming import is_frame
from tcsg.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tcsg.ledger.carry import Link
    from tcsg.model import Action, Committee, Ledger


class Standing(StrEnum):
    """How an action stands, the most urgent first."""

    OVERDUE = "overdue"
    DUE = "due"
    UNMENTIONED = "unmentioned"
    OPEN = "open"
    CLOSED = "closed"


@frozen
class Matter:
    """An action as a matter that arises: how it stands, its minuted words and their place, the agenda item it came from."""

    action: Action
    standing: Standing
    silent: int
    """At how many meetings in a row nobody has spoken of it."""
    link: Link | None
    """The mention that speaks for it at the latest meeting; None when it is in no minutes."""
    item: str | None

    @property
    def words(self) -> str:
        """The minuted words."""
        return self.link.words(self.action) if self.link else self.action.text


class Silence:
    """How long nobody has spoken of an action, by the meetings of a ledger up to a day; made once for all actions."""

    def __init__(self, ledger: Ledger, today: date) -> None:
        self._days = {m.key: m.day for m in ledger.meetings}
        self._held = sorted(m.day for m in ledger.meetings if m.day <= today)

    def last_word(self, action: Action) -> date | None:
        """The day of the last word, minuted or recorded by hand; that the action serves a commitment of a plan is none."""
        said = [self._days[key] for key in action.seen if key in self._days]
        said += [e.on for e in action.by_hand if e.link is None and e.unlink is None]
        return max(said, default=self._days.get(action.raised))

    def since(self, action: Action) -> int:
        """How many meetings have passed since the last word."""
        last = self.last_word(action)
        return 0 if last is None else len(self._held) - bisect_right(self._held, last)


def unmentioned(action: Action, silence: Silence, committee: Committee, today: date) -> int | None:
    """The meetings without a word of an open action, once they are as many as the committee bears; else None.

    An action whose due day lies ahead is not forgotten: there was nothing to say of it yet.
    """
    if action.status is not Status.OPEN or (action.due is not None and action.due >= today):
        return None
    silent = silence.since(action)
    return silent if silent >= committee.unmentioned_after else None


def matters(ledger: Ledger, links: Iterable[Link], committee: Committee, today: date, meeting: date | None) -> tuple[Matter, ...]:
    """What arises for the meeting on a day: every open action, the most urgent first, and what was closed since the last one.

    Due is what falls due up to the meeting; without its day, whatever has a day that is not past.
    """
    mine: dict[str, list[Link]] = {}
    for link in links:
        mine.setdefault(link.action, []).append(link)
    last, silence = max((m.day for m in ledger.meetings), default=None), Silence(ledger, today)
    found = []
    for action in ledger.actions:
        if action.status is not Status.OPEN and (last is None or action.closed is None or action.closed <= last):
            continue
        standing = _standing(action, silence, committee, today, meeting)
        said = mine.get(action.id, [])
        found.append(Matter(action, standing, silence.since(action), _latest(said, action), _item(said)))
    order = list(Standing)
    return tuple(sorted(found, key=lambda m: (order.index(m.standing), -(days_late(m.action, today) or 0), _day(m.action.due))))


def _standing(action: Action, silence: Silence, committee: Committee, today: date, meeting: date | None) -> Standing:
    if action.status is not Status.OPEN:
        return Standing.CLOSED
    if days_late(action, today) is not None:
        return Standing.OVERDUE
    if action.due is not None and (meeting is None or action.due <= meeting):
        return Standing.DUE
    return Standing.OPEN if unmentioned(action, silence, committee, today) is None else Standing.UNMENTIONED


def _day(due: date | None) -> int:
    return due.toordinal() if due else 10**7


def _latest(links: Sequence[Link], action: Action) -> Link | None:
    there = [k for k in links if action.seen and k.meeting == action.seen[-1]]
    first = speaking([k.mention for k in there])[:1]
    return next((k for k in there if k.mention in first), None)


def _item(links: Sequence[Link]) -> str | None:
    """The agenda item that an action came from; where old actions are only reviewed says nothing."""
    return next((k.mention.agenda_item for k in links if k.mention.agenda_item and not is_frame(k.mention.agenda_item)), None)
