"""Actions as a report shows them, with names or without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tcsg.figures.values import Item
from tcsg.ledger.query import days_late
from tcsg.model import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from tcsg.ledger.people import Directory
    from tcsg.ledger.query import Row
    from tcsg.model import Action, Ledger

NOBODY = "nobody"


def day_raised(action: Action, days: Mapping[str, date]) -> date | None:
    """The day on which an action began: that of the meeting, or the one on which it was agreed between meetings."""
    agreed = next((e.on for e in action.by_hand if e.added is not None), None)
    meeting = days.get(action.raised)
    return meeting if agreed is None or (meeting is not None and action.raised in action.seen) else agreed


@dataclass(frozen=True)
class Items:
    """Makes the items of one report."""

    directory: Directory
    days: Mapping[str, date]
    today: date
    veil: Callable[[str], str] | None = None
    """Takes the names out of a text; None shows them."""

    @classmethod
    def of(cls, ledger: Ledger, directory: Directory, today: date, veil: Callable[[str], str] | None = None) -> Items:
        """For the actions of a ledger."""
        return cls(directory, {m.key: m.day for m in ledger.meetings}, today, veil)

    def item(self, row: Row) -> Item:
        """An action as it is shown."""
        action, raised = row.action, day_raised(row.action, self.days)
        end = action.closed or self.today if action.status is not Status.OPEN else self.today
        return Item(
            id=action.id,
            text=self.shown(action.text),
            owners=self.owners(action.owners),
            status=action.status,
            due=action.due,
            due_words=action.due_words and self.shown(action.due_words),
            raised=raised,
            meeting=action.raised,
            closed=action.closed,
            why=action.why and self.shown(action.why),
            age=None if raised is None else max(0, (end - raised).days),
            days_late=days_late(action, self.today),
            times_carried=action.times_carried,
            group=row.via,
        )

    def shown(self, text: str) -> str:
        """A text, the names taken out if they are to be."""
        return text if self.veil is None else self.veil(text)

    def owners(self, owners: tuple[str, ...]) -> tuple[str, ...]:
        """The owners that may be shown: without names, groups only."""
        return owners if self.veil is None else tuple(o for o in owners if self.directory.group(o) is not None)

    def holders(self, action: Action) -> tuple[str, ...]:
        """Each person or group that owns an action once, under the latest name."""
        return tuple(dict.fromkeys(map(str, self.directory.owners(action)))) or (NOBODY,)
