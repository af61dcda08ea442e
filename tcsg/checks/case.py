"""What a rule may look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tcsg.ledger.carry import Carried, Link
    from tcsg.ledger.people import Directory
    from tcsg.model import Action, Committee, Ledger, Minutes, Place


@dataclass(frozen=True, slots=True)
class Case:
    """The ledger as the minutes have it now, the ledger as it is stored, and the day that counts."""

    carried: Carried
    stored: Ledger | None
    minutes: tuple[Minutes, ...]
    committee: Committee
    directory: Directory
    today: date
    links: dict[str, tuple[Link, ...]]
    """The mentions of each action in the order of meetings and lines."""
    before: Ledger | None = None
    """The ledger of an earlier commit that the stored one is compared with."""

    def last_place(self, action: Action) -> Place | None:
        """The latest mention of an action, None when its minutes are gone."""
        from tcsg.model import Place

        links = self.links.get(action.id, ())
        return Place(links[-1].path, links[-1].mention.line) if links else None
