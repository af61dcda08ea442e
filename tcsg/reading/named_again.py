"""What a list names again, and says nothing of what is to be done: `Ann – oars`, where the review tells `Oars: Ann has six`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.said import VAGUE, said_words

if TYPE_CHECKING:
    from tcsg.reading.said import Said

ALIKE = 5
"""Letters that two words must begin with to be forms of one: `organisation`, `organisations`."""
_ENOUGH = 2
"""Words that tell what a report is of."""


def names_it(one: Said, other: Said) -> bool:
    """Whether one says no more than what a report is of, its head or two words of it, and is of somebody whom that does not contradict."""
    told = one.bag - one.owners
    theirs = other.owners | other.bag
    if one.verb is not None or not told or not (one.owners <= theirs or not other.owners) or not one.numbers <= other.numbers:
        return False
    if one.mention.cites and other.mention.cites:
        return False
    head, colon, _ = other.key.partition(": ")
    return bool(colon and told == said_words(head) - other.owners) or (len(told - VAGUE) >= _ENOUGH and within(told, other.bag))


def within(few: frozenset[str], many: frozenset[str]) -> bool:
    """Whether all words of one are words of the other, whatever their endings."""
    return {word[:ALIKE] for word in few} <= {word[:ALIKE] for word in many}
