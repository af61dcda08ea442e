"""A reminder: one polite message to one person, with their open actions and those of their groups, the most overdue first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.output.agenda import place
from tcsg.output.text import clean, count, markdown_cell
from tcsg.reading.template import LATENESS, fill

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from tcsg.ledger.merging import Who
    from tcsg.ledger.query import Row
    from tcsg.ledger.standing import Matter
    from tcsg.reading.template import Template

SOON = 14
"""Days ahead in which something falls due soon."""


@frozen
class Occasion:
    """What all reminders of one day share."""

    today: date
    committee: str
    next_meeting: date | None
    sender: str
    meetings: Mapping[str, date]
    """The day of each meeting, by key."""


@frozen
class Reminder:
    """A message as it is sent: the subject is one line, and neither holds a character that hides or commands."""

    who: Who
    subject: str
    body: str


def reminder(who: Who, rows: Sequence[Row], matters: Mapping[str, Matter], template: Template, occasion: Occasion, *, markdown: bool) -> Reminder:
    """The message to one person; `markdown` escapes whatever would be markup in the words that are filled in."""
    safe = markdown_cell if markdown else clean
    values = _values(who, rows, occasion, safe)
    worst = min((_lateness(row, template, occasion.today) for row in rows), key=LATENESS.index)
    lines = [(row.via, _line(row, matters[row.action.id], template, occasion, safe)) for row in rows]
    groups = [line for via, line in lines if via is not None]
    values["opening"] = fill(dict(template.opening)[worst], values)
    values["actions"] = "\n".join(line for via, line in lines if via is None)
    values["group_actions"] = "\n".join([fill(template.group, values), "", *groups]) if groups else ""
    body = "\n".join(map(clean, fill(template.body, values).split("\n")))
    return Reminder(who, " ".join(clean(fill(template.subject, _values(who, rows, occasion, clean))).split()), _squeezed(body))


def _values(who: Who, rows: Sequence[Row], occasion: Occasion, safe: Callable[[str], str]) -> dict[str, str]:
    late = sum(row.overdue for row in rows)
    return {
        "name": safe(who.name),
        "committee": safe(occasion.committee),
        "today": str(occasion.today),
        "next_meeting": f"the meeting on {occasion.next_meeting}" if occasion.next_meeting else "the next meeting",
        "sender": safe(occasion.sender),
        "count": count(len(rows), "action") + (f", {late} overdue" if late else ""),
    }


def _lateness(row: Row, template: Template, today: date) -> str:
    action = row.action
    if action.due is None:
        return "in_words" if action.due_words else "undated"
    if row.days_late is not None:
        return "long_overdue" if row.days_late > template.long_overdue_after else "overdue"
    ahead = (action.due - today).days
    return "due_today" if ahead == 0 else "due_soon" if ahead <= SOON else "due_later"


def _line(row: Row, matter: Matter, template: Template, occasion: Occasion, safe: Callable[[str], str]) -> str:
    """One action; the words are those of the latest minutes that mention it."""
    action = row.action
    when = {
        "due": str(action.due or ""),
        "late": count(row.days_late or 0, "day"),
        "ahead": count((action.due - occasion.today).days if action.due else 0, "day"),
        "due_words": safe(action.due_words or ""),
    }
    values = {
        "id": safe(action.id),
        "owners": safe(", ".join(action.owners)),
        "when": fill(dict(template.when)[_lateness(row, template, occasion.today)], when),
        "words": safe(" ".join(matter.words.split())),
        "source": safe(_source(matter, occasion)),
        "place": safe(place(matter)),
    }
    return fill(template.action, values)


def _source(matter: Matter, occasion: Occasion) -> str:
    if matter.link is None:
        return "agreed between meetings" if not matter.action.seen else f"meeting {matter.action.seen[-1]}"
    day = occasion.meetings.get(matter.link.meeting)
    return f"meeting {matter.link.meeting}" + (f", {day}" if day else "")


def _squeezed(text: str) -> str:
    """The text without what an empty value leaves: two blank lines in a row."""
    paragraphs = [part.strip("\n") for part in text.split("\n\n")]
    return "\n\n".join(part for part in paragraphs if part.strip()) + "\n"


def as_text(reminders: Sequence[tuple[Reminder, str | None]]) -> str:
    """Reminders with their addresses one below the other, parted by a rule."""
    parts = [f"To: {clean(_to(one.who.name, address))}\nSubject: {one.subject}\n\n{one.body}" for one, address in reminders]
    return f"\n{'=' * 72}\n\n".join(parts)


def as_markdown(reminders: Sequence[tuple[Reminder, str | None]]) -> str:
    """Reminders with their addresses as sections of a page."""
    sections = []
    for one, address in reminders:
        head = f"## {markdown_cell(str(one.who))}\n\nTo: {markdown_cell(_to(one.who.name, address))}  \nSubject: {markdown_cell(one.subject)}\n\n"
        sections.append(head + one.body)
    return "\n".join(sections)


def _to(name: str, address: str | None) -> str:
    return f"{name} <{address}>" if address else f"{name} (no address)"
