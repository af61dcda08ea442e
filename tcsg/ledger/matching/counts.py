"""Numbers however they are written: `the second period`, `2nd period` and `period no. 2`; `two rooms` and `2 rooms`; `v5` and `version 5`."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENGLISH = "one two three four five six seven eight nine ten eleven twelve".split()
_ENDINGS = ("st", "nd", "rd", *("th",) * 9)
_PLACES = {**w.ORDINALS, **{f"{n}{ending}": str(n) for n, ending in enumerate(_ENDINGS, start=1)}}
"""Words that tell which of several it is."""
_ROMAN = {"ii": "2", "iii": "3"}
"""Of the others most are letters or words as well."""
ROMAN = frozenset(_ROMAN)
_COUNTS = {str(n): _ENGLISH[n - 1] for n in range(2, len(_ENGLISH) + 1)}
"""Digits that may tell how many there are: this is the word for them."""
_HOW_MANY = {word: _COUNTS[n] for word, n in w.CARDINALS.items()}
COUNTED = frozenset(_COUNTS.values())
"""The words for how many there are, as they are compared."""
_VERSIONS = {f"v{n}": str(n) for n in range(100)}
_NUMBER = frozenset("no nr number num nummer numéro".split())
"""Words before a number that tells which one it is: `period no. 2`."""
_NUMBERED = _NUMBER | frozenset(
    """
    annex appendix article block building chapter class column door draft figure flat floor form gate grade group hall house item level line
    meeting model module note option page paper part phase plan plot point question release report review room round section sheet shed stage
    staircase stall stand step study table task team tent test track type unit version volume week work
    """.split()
)
"""Things that bear a number, some of them verbs as well: `level 2 requirements`."""
_MORE = frozenset("more further new other people weitere weiteren autres".split())
"""Words behind how many there are, beside a thing that ends as many things do."""
_ONE_MORE = frozenset("23")
"""Places of what is given again: a fourth is more often the fourth of several."""
_AGAIN = frozenset(("again",))
_HAVING = frozenset((*_PLACES, *_ROMAN, *_COUNTS, *_HOW_MANY, *_VERSIONS))
_NOTHING: frozenset[str] = frozenset()


def numbered(tokens: list[str], small: frozenset[str]) -> tuple[list[str], frozenset[str], frozenset[str]]:
    """The words of a text with each number written in one way, those that were digits of how many, and what it tells to be one more of.

    Which one it is stands in digits, and how many there are in words: `report 2` is not `two reports`. `small` are words that
    stand before anything. One more is the second or third: `a second letter` is none where the other one is `letter no. 2`.
    """
    if _HAVING.isdisjoint(tokens):
        return tokens, _NOTHING, _NOTHING
    found: list[str] = []
    counted, anew = set[str](), set[str]()
    for n, token in enumerate(tokens):
        if token not in _HAVING:
            if not (token in _AGAIN and n and tokens[n - 1] in _PLACES):  # so `a second letter` has been spelt out
                found.append(token)
        elif (place := _PLACES.get(token)) is not None:
            found.append(place)
            anew |= {place} & _ONE_MORE
        elif token in _COUNTS and _is_count(tokens, n, small):
            found.append(_COUNTS[token])
            counted.add(_COUNTS[token])
        elif token in _VERSIONS:
            found += ("version", _VERSIONS[token])
        else:
            if token in _COUNTS and found and found[-1] in _NUMBER:
                del found[-1]
            found.append(_ROMAN.get(token) or _HOW_MANY.get(token, token))
    return found, frozenset(counted), frozenset(anew)


def _is_count(tokens: Sequence[str], n: int, small: frozenset[str]) -> bool:
    """Whether digits tell how many there are: before several things, and not behind the one that they number."""
    before, after = tokens[n - 1] if n else "", tokens[n + 1] if n + 1 < len(tokens) else ""
    many = after in _MORE or (len(after) > 3 and after[-1] == "s" and after.isalpha())
    return many and before not in _NUMBERED and (not before or before in small or before in w.VERBS or after in _MORE)


def number_others(one: str, other: str) -> bool:
    """Whether two texts name the same kind of thing by other numbers: `the handbook – section 4 is written`, `write section 3`.

    Where both tell how it went there may be numbers of many kinds in either: only those behind what bears one tell.
    """
    here, there = _things(one), _things(other)
    return any(there.get(thing, numbers).isdisjoint(numbers) for thing, numbers in here.items())


@lru_cache(maxsize=4096)
def _things(text: str) -> dict[str, frozenset[str]]:
    """The numbers behind each kind of thing in a text whose numbers are written in one way."""
    found: dict[str, frozenset[str]] = {}
    if not any(map(str.isdigit, text)):
        return found
    for word, number in pairwise(text.split()):
        thing = word if word in _NUMBERED else word.removesuffix("s")
        if number.isdigit() and thing in _NUMBERED:
            found[thing] = found.get(thing, _NOTHING) | {number}
    return found
