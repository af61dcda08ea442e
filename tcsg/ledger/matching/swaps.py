"""One word for another: `order lamps for the jetty`, `order lamps for the slipway` are two tasks, and so are one and its contrary."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.ledger.matching.stems import form, meaning, shared_words
from tcsg.ledger.matching.telling import SMALL
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from tcsg.ledger.matching.words import Words

_LEAST = 3
"""Words of which one can stand for another."""
_FEW = 2
"""Words that are others, up to which the rest makes two tasks alike."""
_NOT = re.compile(r"(?:(?:will|should|shall|must|do|to) )?(?:not|never)\b|(?:do|will|should|shall|must)n?[’' ]t\b|don t\b|won t\b")
"""With which a task begins that is not to be done."""


def parted(one: Words, other: Words) -> bool:
    """Whether two wordings are told apart by a word for another one where all else is the same, or one is not to be done.

    Nothing is told by what stands behind the same title or first sentence, nor by small words, endings, verbs and slips of the pen.
    """
    if one.text == other.text or one.own & other.own:
        return False
    people = one.people | other.people
    here, there = _task(one.lead or one, people), _task(other.lead or other, people)
    if here == there:
        return False
    return _is_negated(here) is not _is_negated(there) or _swaps(one, other, here, there)


def _swaps(one: Words, other: Words, here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    if len(here) != len(there) or len(here) < _LEAST or (one.title and one.title == other.title):
        return False
    others = [(a, b) for a, b in zip(here, there, strict=True) if a != b]
    return 0 < len(others) <= min(_FEW, len(here) // 3) and any(_are_others(a, b, one, other) for a, b in others)


def _are_others(a: str, b: str, one: Words, other: Words) -> bool:
    """Whether two words that stand in one place are two things."""
    if a in SMALL or b in SMALL or (is_past(a) and is_past(b)) or meaning(a) == meaning(b):
        return False
    if meaning(a) in one.deeds or meaning(b) in other.deeds:
        return False
    return not shared_words(frozenset((form(a),)), frozenset((form(b),)))


def _task(words: Words, people: frozenset[str]) -> tuple[str, ...]:
    return _without(words.text, people)


@lru_cache(maxsize=4096)
def _without(text: str, people: frozenset[str]) -> tuple[str, ...]:
    return tuple(token for token in text.split() if token not in people)


def _is_negated(task: tuple[str, ...]) -> bool:
    return _NOT.match(" ".join(task[:4])) is not None
