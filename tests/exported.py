"""A ledger whose every word is somebody's, for the tests of exports: made from any texts, and read back by other programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tcsg.ledger.query import Row, days_late
from tcsg.model import Action, ByHand, Committee, Ledger, Meeting, Status

TODAY = date(2031, 6, 1)
SOCIETY = Committee(name="Allotment Society", time_zone="Europe/London")
STATUSES = (Status.OPEN, Status.DONE, Status.DROPPED)


def ledger_of(texts: Sequence[str]) -> Ledger:
    """A ledger with an action a text, which also is an owner and the due phrase; every third one is closed one way or the other."""
    meetings = (Meeting("7", date(2030, 9, 3), "minutes/2030-09-03.md", ""), Meeting("8", date(2031, 2, 4), "minutes/2031-02-04.md", ""))
    return Ledger(meetings, (), tuple(_action(n, text) for n, text in enumerate(texts, 1)))


def _action(n: int, text: str) -> Action:
    status = STATUSES[n % 3]
    closed = None if status is Status.OPEN else date(2031, 3, 1)
    entries = (ByHand(date(2031, 3, 1), note=text),) if n % 2 else ()
    return Action(f"A7.{n}", text, "7", status, date(2031, 4, n % 30 + 1), text, (text, "VH"), closed, ("7", "8"), by_hand=entries)


def rows_of(ledger: Ledger) -> tuple[Row, ...]:
    """All actions of a ledger as an answer; every fifth is somebody's through a group."""
    return tuple(Row(a, days_late(a, TODAY), None if n % 5 else "All") for n, a in enumerate(ledger.actions))
