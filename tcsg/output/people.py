"""Who and when: people with what they have open, meetings with what they raised and closed; fit to be shown in a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.model import Status
from tcsg.output.drawing import Column, Table, render, styled
from tcsg.output.text import cell, clean, json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tcsg.model import Ledger
    from tcsg.output.drawing import Words


@frozen
class Standing:
    """A person, the initials they had with the latest meeting that lists them so, and their counts."""

    name: str
    initials: tuple[tuple[str, str], ...]
    open: int
    overdue: int
    closed: int
    groups: int
    """Open actions of groups they belong to."""


@frozen
class Totals:
    """How many actions there are, each counted once however many people or groups own it."""

    open: int
    overdue: int
    closed: int


@frozen
class Held:
    """A meeting with its counts."""

    key: str
    day: date
    path: str
    present: int
    raised: int
    closed: int
    """Actions that were closed at it, whenever they were raised."""
    left: int
    """Actions it raised that are still open."""


def people_plain(people: Sequence[Standing]) -> str:
    """One person a line, fields between tabs: name, initials, open, overdue, closed, open through groups."""
    return "".join("\t".join(map(cell, _person(p))) + "\n" for p in people)


def _person(p: Standing) -> tuple[str, ...]:
    return p.name, ", ".join(f"{i} (meeting {key})" for i, key in p.initials), str(p.open), str(p.overdue), str(p.closed), str(p.groups)


def people_json(people: Sequence[Standing], totals: Totals) -> str:
    """The schema `tcsg/people/1`."""
    listed = [
        {
            "name": p.name,
            "initials": [{"initials": i, "meeting": key} for i, key in p.initials],
            "open": p.open,
            "overdue": p.overdue,
            "closed": p.closed,
            "through_groups": p.groups,
        }
        for p in people
    ]
    all_of_them = {"open": totals.open, "overdue": totals.overdue, "closed": totals.closed}
    return json_text({"schema": "tcsg/people/1", "count": len(listed), "totals": all_of_them, "people": listed})


def people_table(people: Sequence[Standing], *, width: int, color: bool) -> str:
    """The same as a table."""
    return _table(("Name", "Initials", "Open", "Overdue", "Closed", "In groups"), map(_person, people), width=width, color=color)


def held_meetings(ledger: Ledger) -> tuple[Held, ...]:
    """Every meeting of the ledger with its counts, in date order."""
    out = []
    for m in ledger.meetings:
        raised = [a for a in ledger.actions if a.raised == m.key]
        closed = sum(a.closed == m.day and m.key in a.seen for a in ledger.actions)
        out.append(Held(m.key, m.day, m.path, len(m.people), len(raised), closed, sum(a.status is Status.OPEN for a in raised)))
    return tuple(out)


def meetings_plain(meetings: Sequence[Held]) -> str:
    """One meeting a line, fields between tabs: number or name, date, people listed, raised, closed, still open, path."""
    return "".join("\t".join(map(cell, _meeting(m))) + "\n" for m in meetings)


def _meeting(m: Held) -> tuple[str, ...]:
    return m.key, str(m.day), str(m.present), str(m.raised), str(m.closed), str(m.left), m.path


def meetings_json(meetings: Sequence[Held]) -> str:
    """The schema `tcsg/meetings/1`."""
    listed = [
        {"meeting": m.key, "date": str(m.day), "path": m.path, "listed": m.present, "raised": m.raised, "closed": m.closed, "still_open": m.left}
        for m in meetings
    ]
    return json_text({"schema": "tcsg/meetings/1", "count": len(listed), "meetings": listed})


def meetings_table(meetings: Sequence[Held], *, width: int, color: bool) -> str:
    """The same as a table."""
    return _table(("Meeting", "Date", "Listed", "Raised", "Closed", "Still open", "Minutes"), map(_meeting, meetings), width=width, color=color)


_COUNTS = frozenset(("Open", "Overdue", "Closed", "In groups", "Listed", "Raised", "Still open"))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, width: int, color: bool) -> str:
    listed = [[clean(field) for field in row] for row in rows]
    widest = [max([len(head), *(len(row[n]) for row in listed)]) for n, head in enumerate(heads)]
    if sum(widest) + 2 * len(heads) > width:
        return render(*[part for row in listed for part in _stacked(heads, row)], width=width, color=color)
    columns = tuple(Column(head, right=head in _COUNTS) for head in heads)
    return render(Table(columns, tuple(tuple(styled(field or "–") for field in row) for row in listed)), width=width, color=color)


def _stacked(heads: Sequence[str], row: Sequence[str]) -> list[Words]:
    """A row on a narrow terminal: its words on one line, its counts with their names on the next."""
    words = [field for head, field in zip(heads, row, strict=True) if head not in _COUNTS and field]
    counts = [f"{field} {head.casefold()}" for head, field in zip(heads, row, strict=True) if head in _COUNTS and field != "0"]
    first = styled(words[0], "bold") + styled(f"  {'  '.join(words[1:])}")
    return [first, styled("  " + (", ".join(counts) or "nothing"))]
