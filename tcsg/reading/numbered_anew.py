"""Whether the numbers of a page mean one action each, or each of its lists counts from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Kind, Section
from tcsg.reading.numbering import bare_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.said import Said

HINT = 0.3
"""Likeness from which the same number, though each list may count from 1, is that of one action."""


def numbered_anew(every: Sequence[Said]) -> bool:
    """Whether the minutes give numbers again to quite other words, in another list: two of them, or one of other owners.

    So does a committee that counts its actions by agenda item, or each list from 1.
    """
    firsts: dict[str, Said] = {}
    again = []
    for said in every:
        for number in map(bare_number, said.mention.cites):
            if number in firsts and _is_of_another_list(said, firsts[number]):
                again.append((said, firsts[number]))
            firsts.setdefault(number, said)
    others = [(said, old) for said, old in again if _share(said.bag, old.bag) < HINT]
    strangers = [said for said, old in others if said.owners and old.owners and said.owners.isdisjoint(old.owners)]
    return len(others) > 1 or bool(strangers)


def _is_of_another_list(said: Said, old: Said) -> bool:
    """Whether a number that two bear may be of two lists: one reviews and one gives anew, or each counts the rows of its table."""
    if old.mention.section is Section.REVIEW:
        return said.given
    return said.mention.kind is old.mention.kind is Kind.TABLE and said.block != old.block


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
