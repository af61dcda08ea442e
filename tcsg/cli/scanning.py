"""Parts of the stored ledger, where its records can be read one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg.model import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.cli.desk import Desk


def some_actions(desk: Desk, *, serving: bool) -> Ledger:
    """The stored ledger with its open actions, and with `serving` those that serve a commitment; or with all."""
    data, ledger = desk.stored_bytes, desk.head or Ledger()
    if data is None or not desk.is_canonical:
        return ledger
    from tcsg.ledger.scan import standing

    return replace(ledger, actions=standing(data, serving=serving))


def named_actions(desk: Desk, ids: Iterable[str]) -> Ledger | None:
    """The stored ledger with just the actions of these ids, in their order; None when one of them takes a closer look."""
    if desk.stored_bytes is None or not desk.is_canonical:
        return None
    from tcsg.ledger.scan import one

    found = [one(desk.stored_bytes, typed) for typed in ids]
    actions = {a.id: a for a in found if a is not None}
    return None if None in found else replace(desk.head or Ledger(), actions=tuple(actions.values()))
