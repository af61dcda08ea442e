"""An action as a line of a list: whose, when, and where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Status
from tcsg.output.report.blocks import Line
from tcsg.output.report.words import day, span

if TYPE_CHECKING:
    from datetime import date

    from tcsg.figures.values import Item


def line(item: Item) -> Line:
    """An action in a list."""
    return Line(item.id, item.text, owned(item), _when(item), _came(item), alarm=item.days_late is not None)


def owned(item: Item) -> str:
    """Whose it is, as minuted."""
    return ", ".join(item.owners) + (" (group)" if item.group else "")


def _when(item: Item) -> str:
    if item.status is not Status.OPEN:
        return f"{item.status} {day(item.closed)}" if item.closed else str(item.status)
    if item.days_late is not None and item.due is not None:
        return f"{span(item.days_late)} late, due {day(item.due)}"
    if item.due is not None:
        return f"due {day(item.due)}"
    return f"‘{item.due_words}’" if item.due_words else "no date"


def meeting(key: str, held: date | None) -> str:
    """A meeting by its name and its day; many a meeting has no other name than its day."""
    if held is None:
        return key
    return day(held) if key.startswith(str(held)) else f"{key}, {day(held)}"


def _came(item: Item) -> str:
    named = meeting(item.meeting, item.raised)
    said = [f"raised {'on' if item.raised and named == day(item.raised) else 'at'} {named}"]
    often = {1: "once", 2: "twice"}.get(item.times_carried, f"{item.times_carried} times")
    said += [f"carried {often}"] if item.times_carried else []
    return ", ".join(said)
