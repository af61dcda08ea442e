"""Whom a word can mean, and when two names are one person's: variants of names, short forms and handles."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.reading.names import PARTICLES, TITLES, initials_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "’": "'"})
_SEPARATORS = re.compile(r"[._-]")
_SHORTEST = 3
"""Letters of a given name that are enough to mean it."""


@frozen
class Known:
    """Somebody a word may mean: the name, the initials, and what the register says they are called as well."""

    name: str
    initials: str | None = None
    also: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def folded(words: str) -> str:
    """A name as names are compared: without case, accents, title and stops, the given name first (`Smith, Dr J.`)."""
    last, comma, first = words.partition(",")
    words = f"{first} {last}" if comma and first.strip() and "," not in first else words
    letters = unicodedata.normalize("NFKD", words.casefold().translate(_LETTERS))
    tokens = "".join(c for c in letters if not unicodedata.combining(c)).removeprefix("@").replace(".", " ").split()
    return " ".join(token for token in tokens if token not in TITLES)


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: equal, or the same surname after a given name that is a form of the other."""
    a, b = folded(one).split(), folded(other).split()
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2 or surname(one) != surname(other) or not _same_given(a[0], b[0]):
        return False
    middle = [[w for w in name[1:-1] if w not in PARTICLES] for name in (a, b)]
    return not all(middle) or middle[0][0].startswith(middle[1][0]) or middle[1][0].startswith(middle[0][0])


def surname(name: str) -> str:
    """The surname as surnames are compared: `ae`, `oe` and `ue` as the accents they may stand for, `Goetz` for Götz."""
    return folded(name).rpartition(" ")[2].replace("ae", "a").replace("oe", "o").replace("ue", "u")


def is_shortened(name: str) -> bool:
    """Whether only the first letter of the given name is there: `J. Smith`."""
    return len(folded(name).partition(" ")[0]) == 1


def _same_given(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one) or other in _forms(one)


def _forms(given: str) -> frozenset[str]:
    from tcsg.reading.words.nicknames import other_forms  # lazy: most names are written in one way

    return other_forms(given)


@frozen
class _Said:
    """A word for somebody, as it is written and as names are compared."""

    words: str
    key: str


def fitting(words: str, people: Iterable[Known]) -> tuple[str, ...]:
    """The names of those of these people whom words can mean, by the surest test that anybody passes; several are all told."""
    ranks = [(_rank(words, person), person.name) for person in people]
    best = min((rank for rank, _ in ranks), default=_NONE)
    return () if best == _NONE else tuple(dict.fromkeys(name for rank, name in ranks if rank == best))


@lru_cache(maxsize=8192)
def _rank(words: str, person: Known) -> int:
    """Which test words pass for a person, the surest first; the same people come to many meetings."""
    said = _Said(words.strip(), folded(words))
    return next((n for n, test in enumerate(_TESTS) if test(said, person)), _NONE) if said.key else _NONE


def _by_initials(said: _Said, person: Known) -> bool:
    return person.initials is not None and person.initials.casefold() == said.words.casefold()


def _by_name(said: _Said, person: Known) -> bool:
    handle = said.words.casefold().removeprefix("@")
    return said.key in {folded(person.name), *map(folded, person.also)} or handle in {a.casefold().removeprefix("@") for a in person.also}


def _by_letters(said: _Said, person: Known) -> bool:
    """`KK` for Ken Keating, whom the minutes list without initials."""
    return person.initials is None and said.words.isupper() and initials_of(person.name).casefold() == said.key


def _by_part(said: _Said, person: Known) -> bool:
    """A given name, or a surname: `Ken`, `van Beek`, `Dr Smith`."""
    tokens = folded(person.name).split()
    return said.key in tokens or any(" ".join(tokens[n:]) == said.key for n in range(1, len(tokens)))


def _by_variant(said: _Said, person: Known) -> bool:
    """`J. Smith`, `Bob Smith` for Robert Smith; `John S.` for John Smith."""
    words, tokens = said.key.split(), folded(person.name).split()
    if len(words) < 2 or len(tokens) < 2:
        return False
    return same_person(said.words, person.name) or (len(words[-1]) == 1 and tokens[-1].startswith(words[-1]) and words[:-1] == tokens[:-1])


def _by_short_form(said: _Said, person: Known) -> bool:
    """`Bob` for Robert Smith, `Nath` for Nathaniel Orr."""
    given, key = folded(person.name).partition(" ")[0], said.key
    return " " not in key and (key in _forms(given) or (len(key) >= _SHORTEST and given.startswith(key)))


def _by_handle(said: _Said, person: Known) -> bool:
    """`@pat_k`, `pkeating`, `pat.keating` for Patricia Keating."""
    handle = _SEPARATORS.sub("", said.words.casefold().removeprefix("@")).rstrip("0123456789")
    return " " not in said.words and len(handle) >= _SHORTEST and handle in set(_handles(folded(person.name)))


def _handles(name: str) -> Iterator[str]:
    """What somebody of this name may be called where names are one word."""
    given, *rest = [part for token in name.split() if (part := _SEPARATORS.sub("", token).replace("'", ""))] or [""]
    for last in dict.fromkeys(("".join(rest), rest[-1])) if rest else ():
        for first in (given, *sorted(_forms(given))):
            yield from (first + last, last + first, first + last[0], first[0] + last, last + first[0])


_TESTS: tuple[Callable[[_Said, Known], bool], ...] = (
    _by_initials,
    _by_name,
    _by_letters,
    _by_part,
    _by_variant,
    _by_short_form,
    _by_handle,
)
"""From the surest to the least sure."""
_NONE = len(_TESTS)
