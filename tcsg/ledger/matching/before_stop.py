"""What a review names before a stop: `Ann: rooms. Got the big one.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.matching.topics import begins_with_order
from tcsg.reading.text import words_in
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_LABEL = 40
"""Characters in which whose it is stands."""
_THING_WORDS = 6
"""Words of a thing that a review names."""
HAVING = frozenset(("has", "have", "had", "did", "was", "were"))
"""Words with which it begins what somebody has done, or has not."""


def thing_of(text: str, apart: AbstractSet[str]) -> tuple[str, str] | None:
    """What a review names in a few words with a stop before it says how it went, and what stands behind it: `Ann: rooms. Got the big one.`."""
    whose, colon, told = text[:_LABEL].partition(": ")
    begin = len(whose) + 2 if colon and told and apart >= {*words_in(whose.casefold())} else 0
    thing, stop, rest = text[begin:].partition(". ")
    said = [word for word in words_in(thing.casefold()) if word not in apart]
    if not stop or not 0 < len(said) <= _THING_WORDS or not rest.strip() or begins_with_order(said) or said[0] in w.PURE_VERBS:
        return None
    return (thing, rest) if not any(map(is_past, said)) and HAVING.isdisjoint(said) else None
