"""The next minutes before the meeting: front matter, the frame of the agenda, and the open actions to be reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.quoting import block
from tcsg.output.front_matter import people_lines
from tcsg.output.text import markdown_cell
from tcsg.reading.minutes import read_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tcsg.ledger.upcoming import Upcoming
    from tcsg.model import Action, Committee, Person

_COLUMNS = ("Id", "Action", "Owner", "Due", "Status")
NO_DATE = "no date"
"""What the column of due dates says of an action that has none although its words name a day."""


def skeleton(meeting: Upcoming, actions: Sequence[Action], committee: Committee) -> str:
    """The text of the file; reading it gives just these actions, open, with the same owners and due dates."""
    title = f"# Minutes of meeting {markdown_cell(meeting.number)}" if meeting.number else f"# Minutes of {meeting.day}"
    last = meeting.last
    before = f"The minutes of {f'meeting {markdown_cell(last.meeting)}' if last.meeting else 'the last meeting'} were approved.\n" if last else ""
    items = [
        ("Welcome and apologies", ""),
        ("Minutes of the last meeting", before),
        ("Matters arising", _table(meeting, actions, committee)),
        *((_titled(item.title, item.leads), "") for item in meeting.items),
    ]
    parts = [f"## {n}. {name}\n\n{body}" for n, (name, body) in enumerate(items, 1)]
    following = f"- {meeting.following}\n" if meeting.following else ""  # as a bullet it is not taken for the day of these minutes
    parts += ["## Any other business\n\n", f"## Date of next meeting\n\n{following}"]
    return f"{_front_matter(meeting, committee)}\n{title}\n\n" + "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _titled(title: str, leads: Sequence[str]) -> str:
    return markdown_cell(title) + (f" ({markdown_cell('/'.join(leads))})" if leads else "")


def _front_matter(meeting: Upcoming, committee: Committee) -> str:
    name = committee.name or (meeting.last.committee if meeting.last else None)
    lines = [
        *([f"committee: {block(name)}"] if name else []),
        *([f"meeting: {block(meeting.number)}"] if meeting.number else []),
        f"date: {meeting.day}",
        f"next_meeting: {meeting.following}" if meeting.following else "next_meeting:",
        "kind: minutes",
        "status: draft",
        *(["present:", *people_lines(meeting.people)] if meeting.people else ["present: []"]),
        "apologies: []",
    ]
    return "---\n" + "".join(f"{line}\n" for line in lines) + "---\n"


def _table(meeting: Upcoming, actions: Sequence[Action], committee: Committee) -> str:
    """The open actions as a table: its columns hold owners and dates whatever the words say."""
    if not actions:
        return "No actions are open.\n"
    rows = [(a.id, a.text, ", ".join(a.owners), _due(a, meeting.day, meeting.people, committee), "open") for a in actions]
    lines = [_COLUMNS, ("---",) * len(_COLUMNS), *(tuple(map(markdown_cell, row)) for row in rows)]
    return "**Ongoing actions:**\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _due(action: Action, day: date | None, people: Sequence[Person], committee: Committee) -> str:
    """The due date as a column has it: the day, else the words without one, unless the action's own words say them."""
    if action.due is not None:
        return str(action.due)
    said = read_line(action.text, day, people, committee).due if day else None
    if said is None:
        return action.due_words or ""
    return NO_DATE if said.day is not None or said.readings else ""
