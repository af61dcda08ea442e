"""How alike two wordings are letter by letter."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise


@lru_cache(maxsize=4096)
def ratio(one: str, other: str) -> float:
    """How alike the letters of two wordings are whatever the order of their words, from 0 to 1: token_sort_ratio of RapidFuzz.

    That library takes as long to load as a month's minutes take to be read and followed.
    """
    few, many = _in_order(one), _in_order(other)
    if len(few) > len(many):
        few, many = many, few
    few_letters, both = _letters(few), _letters(few) + _letters(many)
    common = few_letters if _all_among(few, many) else _beside(few, many)
    return (1.0 - (both - 2 * common) / both) * 100 / 100 if both else 1.0


@lru_cache(maxsize=4096)  # a wording is compared with several
def _in_order(text: str) -> tuple[str, ...]:
    return tuple(sorted(text.split()))


def _all_among(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether each word of the shorter sorted list is in the other one, as often as here: then so are all letters, in their order."""
    if not {*few} <= {*many}:
        return False
    return all(few.count(word) <= many.count(word) for word in {word for word, after in pairwise(few) if word == after})


def _letters(words: tuple[str, ...]) -> int:
    """The letters of some words, with a blank between two of them."""
    return len(" ".join(words))


def _beside(few: tuple[str, ...], many: tuple[str, ...]) -> int:
    """The length of the longest common subsequence of two sorted lists, of which the shorter has a word that the longer has not.

    The words with which both begin and end are in it; only those between need be compared, and of a wording told again they are few.
    """
    begin = end = 0
    while few[begin] == many[begin]:
        begin += 1
    while few[-1 - end] == many[-1 - end]:
        end += 1
    same = _letters((*few[:begin], *few[len(few) - end :], ""))
    return same + _in_common(" ".join(few[begin : len(few) - end]), " ".join(many[begin : len(many) - end]))


def _in_common(one: str, other: str) -> int:
    """The length of the longest common subsequence, a row of its table at once as the bits of a number.

    Hyyrö, Bit-parallel LCS-length computation revisited, AWOCA 2004.
    """
    places, row = _places(one), (1 << len(one)) - 1
    for there in filter(None, map(places.get, other)):  # a letter that is not in the first changes nothing
        met = row & there
        row = (row + met) | (row - met)
    return len(one) - (row & ((1 << len(one)) - 1)).bit_count()


def _places(text: str) -> dict[str, int]:
    """Where each letter stands, as the bits of a number."""
    found: dict[str, int] = {}
    for n, letter in enumerate(text):
        found[letter] = found.get(letter, 0) | 1 << n
    return found
