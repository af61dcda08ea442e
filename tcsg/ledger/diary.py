"""The days of a committee: the meetings held and those ahead, as a calendar shows them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.upcoming import upcoming

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tcsg.model import Committee, Ledger, Minutes


@frozen
class Sitting:
    """A meeting as an entry of a calendar: what is not known is None."""

    day: date
    number: str | None = None
    place: str | None = None
    path: str | None = None
    """Its minutes; None when it is only announced."""
    known_since: date | None = None
    """The day of the minutes that tell of it last."""
    nth: int = 1
    """Which of several meetings on one day."""


def diary(ledger: Ledger, minutes: Sequence[Minutes], committee: Committee) -> tuple[Sitting, ...]:
    """The meetings of the ledger, then those that the last minutes and committee.yaml announce for later days."""
    places = {m.path: m.place for m in minutes}
    on_day: Counter[date] = Counter()
    found = []
    for meeting in ledger.meetings:
        on_day[meeting.day] += 1
        found.append(Sitting(meeting.day, meeting.key, places.get(meeting.path), meeting.path, meeting.day, on_day[meeting.day]))
    last = max((m.day for m in ledger.meetings), default=None)
    coming = upcoming(minutes, committee)
    announced = {*committee.meetings, *([coming.day] if coming.day else [])}
    ahead = sorted(day for day in announced if last is None or day > last)
    found += [Sitting(day, coming.number if day == ahead[0] else None, known_since=last) for day in ahead]
    return tuple(found)
