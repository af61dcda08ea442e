"""What one meeting said of its actions, for the summary that goes round afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen, replace
from tcsg.ledger.derive import in_short, speaking
from tcsg.ledger.history import steps
from tcsg.model import Status
from tcsg.reading.headings import read_opening

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.ledger.carry import Link
    from tcsg.model import Committee, Due, Ledger, Mention


@frozen
class Told:
    """An action that a meeting left open: the words of the mention that speaks for it, its owners, and the due phrase if any was minuted."""

    action: str
    mention: Mention
    owners: tuple[str, ...]
    due: Due | None
    is_new: bool


def told_at(key: str, ledger: Ledger, links: Iterable[Link], committee: Committee) -> tuple[Told, ...]:
    """The actions that the minutes of a meeting leave open, in the order of its lines."""
    mine: dict[str, list[Link]] = {}
    for link in links:
        mine.setdefault(link.action, []).append(link)
    found = []
    for action in ledger.actions:
        here = [k.mention for k in mine.get(action.id, ()) if k.meeting == key]
        if not here or max(here, key=lambda m: m.line).status is not Status.OPEN:
            continue
        spoken = speaking(here)
        then = next(s.after for s in steps(action, mine[action.id], ledger, committee) if s.meeting == key)
        due = next((m.due for m in spoken if m.due), None)
        first = replace(spoken[0], text=action.text) if in_short(spoken[0]) else spoken[0]
        found.append(Told(action.id, first, then.owners, due, action.raised == key and not _reviewed(first)))
    return tuple(sorted(found, key=lambda t: t.mention.line))


def _reviewed(mention: Mention) -> bool:
    """Whether the minutes themselves call an action an old one: it stands in a list of ongoing actions."""
    opening = read_opening(mention.block) if mention.block else None
    return opening is not None and opening.review
