"""Which mentions are whose, and how the ledger was on a past day, with as little reading and following as will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.cli.terminal import waiting

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from tcsg.cli.desk import Desk
    from tcsg.ledger.carry import Carried, Link
    from tcsg.model import Ledger

_MENTIONS = 3_000
"""With about so many mentions it pays to read some minutes alone; with more, all meetings are followed."""


def few_links(desk: Desk, ids: Collection[str]) -> tuple[Link, ...] | None:
    """Every mention of these actions of the stored ledger, from the minutes of just the meetings that it tells of.

    None when all minutes are to be followed: the ledger may not be what they give, or they may not tell two actions apart.
    """
    if not desk.is_certain or desk.stored is None:
        return None
    from tcsg.ledger import lives

    ledger, wanted = desk.stored, set(ids)
    if lives.followable(ids, ledger, _MENTIONS) != wanted:
        return None
    paths = lives.files_of(wanted, ledger)
    minutes = [desk.read(source) for source in desk.sources if source.path in paths]
    desk.memory.keep(partly=True)
    found = tuple(k for k in lives.links_of(wanted, minutes, ledger, desk.committee, desk.today) if k.action in wanted)
    return found if _where(found) == {(a.id, key) for a in ledger.actions if a.id in wanted for key in a.seen} else None


def _where(links: Collection[Link]) -> set[tuple[str, str]]:
    return {(k.action, k.meeting) for k in links}


def carried_on(desk: Desk, day: date) -> Carried:
    """The ledger as it was on a past day: of the minutes up to it and what had been recorded by hand, under the ids of today."""
    from tcsg.ledger.carry import carry
    from tcsg.ledger.history import until

    known, minutes = _certain(desk), desk.minutes(strict=False)
    early = tuple(m for m in minutes if m.day is not None and m.day <= day)
    with waiting("Following actions"):
        return carry(early, until(known, day), desk.committee, desk.reading, day)


def _certain(desk: Desk) -> Ledger:
    """The ledger that the minutes give; whatever can be kept of a carry is."""
    if desk.is_certain and desk.stored is not None:
        return desk.stored
    from tcsg.cli.bringing import brought

    carried = brought(desk, strict=False)
    desk.keep_settled(carried)
    return carried.ledger
