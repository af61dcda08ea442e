"""A committee.yaml proposed from what the minutes tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tcsg.ledger.identity import same_person
from tcsg.ledger.quoting import flow

if TYPE_CHECKING:
    from tcsg.model import Ledger

_HEAD = """# What the minutes do not say themselves. Every key is optional; see `tcsg guide committee`.
# name: the committee's name
# date_order: dmy            # how 5/6 is read
# meetings: [2030-01-15]     # the calendar ahead
"""


@dataclass
class _Listed:
    name: str
    first: date
    last: date
    times: int = 1


def proposal(ledger: Ledger) -> str:
    """The text of a committee.yaml: the people with initials, each with how often and when the minutes list them."""
    by_initials: dict[str, list[_Listed]] = {}
    for meeting in ledger.meetings:
        for person in meeting.people:
            if person.initials is None:
                continue
            listed = by_initials.setdefault(person.initials, [])
            known = next((p for p in listed if same_person(p.name, person.name)), None)
            if known is None:
                listed.append(_Listed(person.name, meeting.day, meeting.day))
            else:
                known.name, known.last, known.times = person.name, meeting.day, known.times + 1
    if not by_initials:
        return _HEAD + "# members:\n#   AB: {name: Anna Berg, role: Secretary}\n"
    total = len(ledger.meetings)
    return _HEAD + "members:\n" + "".join(_member(initials, listed, total) for initials, listed in sorted(by_initials.items()))


def _member(initials: str, listed: list[_Listed], total: int) -> str:
    if len(listed) == 1:
        one = listed[0]
        return f"  {flow(initials)}: {{name: {flow(one.name)}}}  # at {one.times} of {total} meetings, last on {one.last}\n"
    lines = [f"  {flow(initials)}:  # more than one person had these initials\n"]
    days = [one.first for one in listed]
    for n, one in enumerate(listed):
        later = min((day for day in days if day > one.first), default=None)
        until = f", until: {later - timedelta(days=1)}" if later else ""
        start = f", from: {one.first}" if one.first > days[0] else ""
        twin = one.first in days[:n]
        lines.append(f"    {'# ' if twin else ''}- {{name: {flow(one.name)}{start}{until}}}  # at {one.times} of {total} meetings\n")
        if twin:
            lines.append("    # ^ listed at the same meeting as the one above: give one of them other initials\n")
    return "".join(lines)
