"""Lists of actions as tab-separated lines, CSV, Markdown and JSON; the table for people is in `table`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.output.text import cell, clean, json_line, json_text, markdown_cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tcsg.ledger.carry import Link
    from tcsg.ledger.query import Row
    from tcsg.model import Action, Meeting

COLUMNS = ("id", "status", "due", "days_late", "owners", "text")


def _fields(row: Row) -> tuple[str, ...]:
    action = row.action
    owners = ", ".join(action.owners)
    if row.via is not None:
        owners += " (group)"
    due = action.due.isoformat() if action.due else ""
    return action.id, str(action.status), due, "" if row.days_late is None else str(row.days_late), owners, action.text


def as_plain(rows: Sequence[Row]) -> str:
    """One action a line, its fields between tabs, never wrapped or cut; `-` stands for nothing."""
    return "".join("\t".join(map(cell, _fields(row))) + "\n" for row in rows)


def as_csv(rows: Sequence[Row]) -> str:
    """CSV as RFC 4180 has it; a text that a spreadsheet would take for a formula gets an apostrophe in front."""
    # Lazy: only this format needs them.
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_unformulaic(clean(field)) for field in _fields(row)] for row in rows)
    return out.getvalue()


def _unformulaic(field: str) -> str:
    return "'" + field if field.lstrip()[:1] in tuple("=+-@\t\r\n\0＝＋－＠") else field


def as_markdown(rows: Sequence[Row]) -> str:
    """A Markdown table; what would be markup in the texts is escaped."""
    heads = ("Id", "Status", "Due", "Days late", "Owners", "Action")
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    lines += ["| " + " | ".join(markdown_cell(field) for field in _fields(row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def as_json(rows: Sequence[Row], as_of: date, asked: Mapping[str, object], links: Sequence[Link], meetings: Sequence[Meeting]) -> str:
    """The schema `tcsg/actions/1`; keys are never missing."""
    actions = _as_objects(rows, links, meetings)
    document = {"schema": "tcsg/actions/1", "as_of": as_of.isoformat(), "filter": dict(asked), "count": len(actions), "actions": actions}
    return json_text(document)


def as_json_lines(rows: Sequence[Row], links: Sequence[Link], meetings: Sequence[Meeting]) -> str:
    """The objects of `actions` in `tcsg/actions/1`, one a line."""
    return "".join(map(json_line, _as_objects(rows, links, meetings)))


def _as_objects(rows: Sequence[Row], links: Sequence[Link], meetings: Sequence[Meeting]) -> list[dict[str, object]]:
    days = {m.key: m.day for m in meetings}
    places: dict[str, list[Link]] = {}
    for link in links:
        places.setdefault(link.action, []).append(link)
    return [_as_object(row, places.get(row.action.id, []), days) for row in rows]


def _as_object(row: Row, links: Sequence[Link], days: Mapping[str, date]) -> dict[str, object]:
    action = row.action
    return {
        "id": action.id,
        "text": action.text,
        "owners": list(action.owners),
        "via": row.via,
        "status": str(action.status),
        "overdue": row.overdue,
        "days_late": row.days_late,
        "due": due_object(action),
        "raised": {"meeting": action.raised, "date": days[action.raised].isoformat() if action.raised in days else None},
        "times_carried": action.times_carried,
        "closed": action.closed.isoformat() if action.closed else None,
        "why": action.why,
        "aliases": list(action.aliases),
        "plan": list(action.plan),
        "mentions": [
            {"path": k.path, "line": k.mention.line, "end_line": k.mention.end_line, "meeting": k.meeting, "status": str(k.mention.status)}
            for k in sorted(links, key=lambda k: (days.get(k.meeting), k.path, k.mention.line))
        ],
    }


def due_object(action: Action) -> dict[str, str | None] | None:
    """The due phrase and its day, None when there is neither."""
    if action.due is None and action.due_words is None:
        return None
    return {"text": action.due_words, "date": action.due.isoformat() if action.due else None}
