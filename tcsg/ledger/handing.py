"""Handing over: what an action's owners are once somebody in their midst is replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.ledger.merging import Who
    from tcsg.ledger.people import Directory
    from tcsg.model import Action


def handed_over(action: Action, who: Who, to: Sequence[str], directory: Directory) -> tuple[str, ...]:
    """The owners with `to` in the place of a person; the others stay as they are, and nobody stands there twice."""
    owners: list[str] = []
    for words, person in zip(action.owners, directory.owners(action), strict=True):
        owners += to if person == who else [words]
    first: dict[str, str] = {}
    for owner in owners:
        first.setdefault(owner.casefold(), owner)
    return tuple(first.values())
