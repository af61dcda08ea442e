"""Which commitments of an action plan an action serves: those its minutes name, and what was recorded by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tcsg.model import ByHand


def plan_key(commitment: str) -> tuple[str, int]:
    """The plan's key and the number of a commitment's id, by which ids sort."""
    key, _, number = commitment[1:].rpartition(".")
    return key, int(number)


def linked(plan: Iterable[str], entry: ByHand) -> tuple[str, ...]:
    """What an action serves after an entry made by hand."""
    now = {*plan, *([entry.link] if entry.link else [])} - {entry.unlink}
    return tuple(sorted(now, key=plan_key))


def plan_of(minuted: Iterable[tuple[date, Iterable[str]]], by_hand: Iterable[ByHand]) -> tuple[str, ...]:
    """The commitments that meetings and entries link an action to, in the order of their days; `minuted` is in that order.

    Only the first meeting that names a commitment says something: words that are merely restated do not take back what
    was recorded by hand.
    """
    events: list[tuple[date, int, str, bool]] = []
    named: set[str] = set()
    for day, said in minuted:
        events += [(day, 0, i, True) for i in said if i not in named]
        named.update(said)
    for entry in by_hand:
        events += [(entry.on, 1, i, to) for i, to in ((entry.link, True), (entry.unlink, False)) if i is not None]
    serves: set[str] = set()
    for _, _, commitment, to in sorted(events, key=lambda e: e[:2]):
        (serves.add if to else serves.discard)(commitment)
    return tuple(sorted(serves, key=plan_key))
