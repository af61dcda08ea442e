"""What was read in minutes, as JSON and as lines; and why a line was read so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.output.text import cell, clean, json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.model import Mention, Minutes, Person


def as_json(minutes: Sequence[Minutes]) -> str:
    """The schema `tcsg/extract/1`; keys are never missing."""
    return json_text({"schema": "tcsg/extract/1", "minutes": [_minutes(m) for m in minutes]})


def _minutes(minutes: Minutes) -> dict[str, object]:
    return {
        "path": minutes.path,
        "committee": minutes.committee,
        "meeting": minutes.meeting,
        "date": minutes.day.isoformat() if minutes.day else None,
        "next_meeting": minutes.next_meeting.isoformat() if minutes.next_meeting else None,
        "place": minutes.place,
        "present": [_person(p) for p in minutes.present],
        "apologies": [_person(p) for p in minutes.apologies],
        "agenda": [{"line": a.line, "number": a.number, "title": a.title, "leads": list(a.leads)} for a in minutes.agenda],
        "actions": [_mention(m) for m in minutes.mentions],
    }


def _person(person: Person) -> dict[str, object]:
    return {"name": person.name, "initials": person.initials, "role": person.role}


def _mention(mention: Mention) -> dict[str, object]:
    due = mention.due
    return {
        "line": mention.line,
        "end_line": mention.end_line,
        "text": mention.text,
        "owners": list(mention.owners),
        "due": {"text": due.words, "date": due.day.isoformat() if due.day else None} if due else None,
        "status": str(mention.status),
        "kind": str(mention.kind),
        "agenda_item": mention.agenda_item,
        "restates": mention.restates,
        "certain": mention.certain,
    }


def as_plain(minutes: Sequence[Minutes]) -> str:
    """One mention a line, its fields between tabs: place, status, due, owners, text."""
    lines = []
    for one in minutes:
        for m in one.mentions:
            due = str(m.due.day or m.due.words) if m.due else ""
            lines.append("\t".join(map(cell, (f"{one.path}:{m.line}", str(m.status), due, ", ".join(m.owners), m.text))) + "\n")
    return "".join(lines)


def why(minutes: Minutes, line: int, said: str) -> str:
    """Why the line of a file is an action and where its owners, due and status came from, or why it is none."""
    here = [m for m in minutes.mentions if m.line <= line <= m.end_line]
    shown = f"{minutes.path}:{line}: {said.strip()}"
    if not here:
        return clean(shown) + "\n  no action: " + clean(_why_not(minutes, line, said)) + "\n"
    out = [clean(shown) + "\n"]
    for mention in here:
        out.append(f"  action: {clean(mention.text)}\n")
        if mention.line != line:
            out.append(f"    this line belongs to the action of line {mention.line}\n")
        for about, none in (("action", ""), ("owners", "nobody is named"), ("due", "no due phrase"), ("status", "nothing says that it is closed")):
            value = _value(mention, about)
            grounds = [clean(r.words) + (f" (line {r.line})" if r.line != mention.line else "") for r in mention.reasons if r.about == about]
            out.append(f"    {about}: {clean(value)}{' – ' if value and (grounds or none) else ''}{'; '.join(grounds) or none}\n")
        if mention.restates is not None:
            out.append(f"    restates line {mention.restates}\n")
    return "".join(out)


def _value(mention: Mention, about: str) -> str:
    if about == "action":
        return str(mention.kind) + ("" if mention.certain else ", doubtful")
    if about == "owners":
        return ", ".join(mention.owners)
    if about == "due":
        return f"{mention.due.day or 'no day'}" if mention.due else ""
    return str(mention.status)


def _why_not(minutes: Minutes, line: int, said: str) -> str:
    if not said.strip():
        return "the line is blank"
    section = next((title for first, last, title in minutes.ignored if first <= line <= last), None)
    if section is not None:
        return f"it stands in the section {section!r}, which committee.yaml says to ignore"
    item = next((a for a in minutes.agenda if a.line == line), None)
    if item is not None:
        return f"it is the agenda item {item.title!r}"
    told = next((m for m in minutes.arising if m.line <= line <= m.end_line), None)
    if told is not None:
        return f"it is {told.reasons[0].words}; `tcsg carry` knows whether it tells of one that is open, and `tcsg show ID --why` says so"
    return "it stands in no block of actions, and nothing in it marks an action"
