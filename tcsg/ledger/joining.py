"""Mentions of one meeting that are one action because a person said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.keys import split_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tcsg.model import Action


def joins(
    said: Sequence[str | None], pairs: Mapping[int, int], recognised: Iterable[tuple[int, Action]], known: Mapping[str | None, int]
) -> dict[int, int]:
    """The groups that are put to another group, and to which: those that are said to be its action.

    `said` gives the id that a person said for each group, `pairs` the groups whose action is known from earlier meetings,
    `recognised` the records of the others, and `known` what the ids mean that are known. An action is the same as an older
    one, never as a younger.
    """
    at = {n: g for g, n in pairs.items()}
    home: dict[str, int] = {}
    number: dict[int, int] = {}
    for g, record in recognised:
        home.update(dict.fromkeys((record.id, *record.aliases), g))
        number[g] = min(split_id(record.id)[1], number.get(g, split_id(record.id)[1]))
    found: dict[int, int] = {}
    for g, one in enumerate(said):
        base = at.get(known[one]) if one in known else home.get(one) if one is not None and g not in pairs else None
        if base is None or (one not in known and base not in pairs and g in number and number[g] < number[base]):
            continue
        while base in found:
            base = found[base]
        if base != g:
            found = {k: base if b == g else b for k, b in found.items()} | {g: base}
    return found
