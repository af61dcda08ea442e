"""The owners that words name, and where they stand in them."""

from __future__ import annotations

from tcsg.frozen import frozen
from tcsg.reading.words.pasts import is_past


@frozen
class Owned:
    """The owners of a task, how they were found, and the span of the words that name them."""

    owners: tuple[str, ...]
    form: str
    start: int = 0
    end: int = 0
    strong: bool = False
    """Whether the form alone makes a line an action: `PB to …`, `… (PB)`."""


_HAS = frozenset(("has", "have", "had", "was", "were"))


def is_past_of(words: str, owned: Owned) -> bool:
    """Whether words tell what somebody has done and not what is to do: `The rooms are there → Bo wrote to the owner`."""
    said = words[owned.end :].split(maxsplit=1) if owned.form == "doing" and not owned.start else []
    return bool(said) and (said[0] in _HAS or is_past(said[0].casefold()))
