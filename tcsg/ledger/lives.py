"""The lives of some actions, read from the minutes of just the meetings that mention them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg.ledger.carry import Link, carry
from tcsg.ledger.history import steps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from tcsg.ledger.history import Step
    from tcsg.model import Action, Committee, Ledger, Minutes


def files_of(ids: Collection[str], ledger: Ledger) -> frozenset[str]:
    """The paths of the minutes that mention any of these actions."""
    keys = {key for a in ledger.actions if a.id in ids for key in a.seen}
    return frozenset(m.path for m in ledger.meetings if m.key in keys)


def links_of(minutes: Iterable[Minutes], ledger: Ledger, committee: Committee, today: date) -> tuple[Link, ...]:
    """Which mention of these minutes is of which action, by a ledger that was made from them and others.

    The others are taken for gone, so that the ledger and not the words tells what each meeting mentions; that is true
    because the ledger is current.
    """
    told = tuple(minutes)
    paths = {m.path for m in told}
    keys = {m.key for m in ledger.meetings if m.path in paths}
    there = replace(ledger, actions=tuple(a for a in ledger.actions if keys & {*a.seen}))
    return carry(told, there, committee, ledger.reading or "", today).links


def lives(ids: Collection[str], links: Iterable[Link], ledger: Ledger, committee: Committee) -> dict[str, tuple[Step, ...]]:
    """The steps of each of these actions; one whose steps do not end in what the ledger says is left out."""
    mine: dict[str, list[Link]] = {i: [] for i in ids}
    for link in links:
        if link.action in mine:
            mine[link.action].append(link)
    found = {a.id: steps(a, mine[a.id], ledger, committee) for a in ledger.actions if a.id in mine}
    now = {a.id: a for a in ledger.actions if a.id in mine}
    return {i: life for i, life in found.items() if life and _facts(life[-1].after) == _facts(now[i])}


def _facts(action: Action) -> tuple[object, ...]:
    return action.status, action.due, action.owners, action.closed
