"""The lives of some actions, read from the minutes of just the meetings that mention them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg.ledger.carry import Link, carry
from tcsg.ledger.history import steps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from tcsg.ledger.history import Step
    from tcsg.model import Action, Committee, Ledger, Minutes


def files_of(ids: Collection[str], ledger: Ledger) -> frozenset[str]:
    """The paths of the minutes that mention any of these actions."""
    keys = {key for a in ledger.actions if a.id in ids for key in a.seen}
    return frozenset(m.path for m in ledger.meetings if m.key in keys)


def followable(ids: Iterable[str], ledger: Ledger, mentions: int) -> frozenset[str]:
    """As many of these actions, the first ones first, as can be followed by reading minutes with about so many mentions in all.

    Two of the very same words at one meeting are told apart by the minutes of all others only, and are not among them.
    """
    twins = Counter((key, a.text.casefold()) for a in ledger.actions for key in a.seen)
    alone = {a.id for a in ledger.actions if all(twins[key, a.text.casefold()] == 1 for key in a.seen)}
    weight = Counter(key for a in ledger.actions for key in a.seen)
    seen = {a.id: a.seen for a in ledger.actions}
    chosen: set[str] = set()
    read: set[str] = set()
    for one in (i for i in ids if i in alone):
        more = {key for key in seen.get(one, ()) if key not in read}
        cost = sum(weight[key] for key in more)
        if cost <= mentions:
            chosen.add(one)
            read |= more
            mentions -= cost
    return frozenset(chosen)


def links_of(ids: Collection[str], minutes: Iterable[Minutes], ledger: Ledger, committee: Committee, today: date) -> tuple[Link, ...]:
    """Which mentions of these minutes are of the actions `ids`, by a ledger that was made from them and others.

    The others are taken for gone, so that the ledger and not the words tells what each meeting mentions; that is true
    because the ledger is current. Links of other actions may be missing.
    """
    told = {m.path: m for m in minutes}
    keys = {m.key: m.path for m in ledger.meetings if m.path in told}
    there = [a for a in ledger.actions if not keys.keys().isdisjoint(a.seen)]
    if len(keys) == len(ledger.meetings):  # nothing is gone: the words tell, and need all their rivals
        return carry(tuple(told.values()), ledger, committee, ledger.reading or "", today).links
    settled = _settled(ids, there, {key: told[path] for key, path in keys.items()})
    beside = {path: frozenset(text for key, text in settled if keys[key] == path) for path in told}
    rest = tuple(replace(m, mentions=tuple(n for n in m.mentions if n.text not in beside[m.path])) for m in told.values())
    known = replace(ledger, actions=tuple(a for a in there if a.seen != (a.raised,) or (a.raised, a.text) not in settled))
    return carry(rest, known, committee, ledger.reading or "", today).links


def _settled(ids: Collection[str], actions: Iterable[Action], minutes: Mapping[str, Minutes]) -> frozenset[tuple[str, str]]:
    """Meeting and words of those that nobody asks for, that were at one meeting only, and stand there once in just their words.

    Whose they are is beyond doubt, and without them the rest is quickly told apart.
    """
    said = {(key, n.text, n.restates is None) for key, one in minutes.items() for n in one.mentions}
    often = Counter((key, n.text) for key, one in minutes.items() for n in one.mentions)
    lines = {(key, n.restates) for key, one in minutes.items() for n in one.mentions}
    again = {(key, n.text) for key, one in minutes.items() for n in one.mentions if (key, n.line) in lines}
    twins = Counter((a.raised, a.text) for a in actions)
    return frozenset(
        (a.raised, a.text)
        for a in actions
        if a.id not in ids and a.seen == (a.raised,) and not a.aliases and twins[a.raised, a.text] == 1
        if often[a.raised, a.text] == 1 and (a.raised, a.text, True) in said and (a.raised, a.text) not in again
    )


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
    return action.status, action.due, action.due_words, action.owners, action.closed, action.text, action.seen
