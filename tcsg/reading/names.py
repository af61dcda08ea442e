"""The ways in which one person can be written: name, initials, first name, handle."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.reading.idiom import NO_IDIOM, Idiom
from tcsg.reading.text import late_names
from tcsg.reading.words.nicknames import is_given, other_forms
from tcsg.reading.words.vocabulary import EVERYBODY, GROUP_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.model import Person

TITLES = frozenset(
    """
    prof professor dr mr mrs ms miss mx sir dame rev revd reverend father pastor canon lord lady cllr cllrs councillor hon sis bro herr frau mme mlle
    shri smt sri sr sister brother capt captain cdr col colonel lt maj sgt
    """.split()
)
"""Words before a name that are no part of it."""

_SHORT_TITLES = frozenset("fr fr. hr hr.".split())
"""Titles that may as well be initials."""

PARTICLES = frozenset("de der den van von la le du di da of".split())
"""Small words inside a surname."""

_HANDLES = late.compile(r"(?<![\w.])@([\w-]{2,39})(?![\w.]*@)")
_CALLED = late.compile(r"@(?<![\w./@+-]@)([a-z][a-z0-9-]{1,38})(?![\w/@]|\.\w)")
INITIALS = late_names(r"[A-Z][A-Za-z]?[A-Z]{1,2}$")
"""Initials as minutes write them: AH, AHR, McD."""
_TWO_AND_SURNAME = 3
_MODALS = frozenset(("will",))
"""A form that begins too many sentences: `Will do`."""
_OFFICE = 3
"""Words of an office."""
_LONGEST_GIVEN = 8
"""Letters of a given name with which a handle may begin: `alexlovell` is Alex."""


def untitled(name: str) -> str:
    """A name without what is said before it: `Mr Peel` is Peel."""
    title, _, rest = name.partition(" ")
    return rest if rest and title.casefold().rstrip(".") in TITLES else name


def initials_of(name: str) -> str:
    """The initials a name would have: `Ken Keating` KK."""
    return "".join(w[0].upper() for w in re.split(r"[\s-]+", name) if w and w[0].isalpha() and w.lower().rstrip(".") not in TITLES)


@frozen
class Names:
    """The ways the people of one meeting can be written, and the words their committee has of its own; all keys are casefolded."""

    initials: frozenset[str] = frozenset()
    full: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    """First names, last names and handles."""
    short: frozenset[str] = frozenset()
    """What their first names are shortened to, or are short for, where that is no word as well: `norm` for Norman."""
    idiom: Idiom = NO_IDIOM
    people: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    """The full name behind each way that is only one person's."""

    # Much is remembered by text and names, and to compare all names of a meeting takes longer than reading most lines.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def knows(self, word: str) -> bool:
        """Whether a word is one of these people."""
        key = word.casefold().removeprefix("@")
        if key in self.initials or key in self.full or key in self.parts or (key[1:2] == "." and key.replace(".", "") in self.initials):
            return True
        if " " not in key:
            return key in self.short and word[:1].isupper()
        title, _, rest = key.partition(" ")
        if len(title.rstrip(".")) == 1 and title[0].isalpha():
            return rest in self.parts and self.person(rest).startswith((title[0], rest))  # `R. Blum`, if Rosa is the only Blum or that is not known
        called = title.rstrip(".") in TITLES or title in _SHORT_TITLES or title in GROUP_NOUNS  # `Dr Blum`, `Principal Blum`
        return called and (rest in self.full or rest in self.parts or untitled(rest) in self.parts)  # `Cllr Mrs Blum`

    def person(self, word: str) -> str:
        """The casefolded name of the one person a word is written for, else the word itself, casefolded."""
        key = word.casefold().removeprefix("@")
        return self.people.get(key, key)


def handles_in(text: str) -> frozenset[str]:
    """The handles with which a text calls people, casefolded: `@ann`."""
    return frozenset(_CALLED.findall(text.casefold())) - EVERYBODY - {"here", "channel"} if "@" in text else frozenset()


def _called(words: tuple[str, ...]) -> tuple[str, ...]:
    """The given names before a surname, when there are two: `shu ting` of `shu ting gao`."""
    return (" ".join(words[:2]),) if len(words) == _TWO_AND_SURNAME and PARTICLES.isdisjoint(words) else ()


@lru_cache(maxsize=1024)  # the same people come to meeting after meeting
def _ways(person: Person) -> tuple[str, tuple[str, str], tuple[str, ...], tuple[str, ...]]:
    """How one person can be written: initials, names, parts of the name, and single words."""
    name = person.name.casefold()
    short = (person.initials or initials_of(person.name)).casefold()
    words = tuple(w.casefold() for w in person.name.split())
    backwards = f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else name
    parts = (*(w for w in words if len(w) > 1 and w not in PARTICLES), *(" ".join(words[n:]) for n in range(1, len(words))), *_called(words))
    if len(words) == 1 and len(name) > _LONGEST_GIVEN and name.isalpha():
        parts = (*parts, *(name[:n] for n in range(_LONGEST_GIVEN, 3, -1) if is_given(name[:n])))
    return short, (name, backwards), parts, words


def _given_beside(person: Person) -> list[str]:
    """The given name in brackets behind what somebody is called, casefolded: `Baloo (Martin)`."""
    if person.role is None or " " in person.name or is_given(person.name):
        return []
    return [part.casefold() for part in person.role.split(", ") if " " not in part and part[:1].isupper() and is_given(part)]


def _office(person: Person) -> tuple[str, ...]:
    """An office of several words by which the minutes call somebody as well as by the name: `Mr Peel (Town Clerk)`."""
    words = person.role.split() if person.role else ()
    return (person.role.casefold(),) if person.role and 1 < len(words) <= _OFFICE and all(w.isalpha() and w.istitle() for w in words) else ()


def names_of(people: Iterable[Person], idiom: Idiom = NO_IDIOM, handles: Iterable[str] = ()) -> Names:
    """The ways in which minutes may write these people and those called by `handles`; initials that nobody wrote are taken from the name."""
    return _names_of(tuple(people), idiom, frozenset(handles))


@lru_cache(maxsize=64)  # the same people come to meeting after meeting
def _names_of(people: tuple[Person, ...], idiom: Idiom, handles: frozenset[str]) -> Names:
    initials: set[str] = set()
    full: set[str] = set()
    parts: set[str] = set(handles)
    shortened: set[str] = set()
    bearers: dict[str, set[str]] = {}
    for person in people:
        short, names, some, words = _ways(person)
        initials.add(short)
        full.update(names)
        parts.update(some)
        called = [h.casefold() for h in _HANDLES.findall(person.role)] if person.role and "@" in person.role else []
        called += _given_beside(person)
        parts.update(called)
        parts.update(_office(person))
        given = other_forms(words[0]) - _MODALS if len(words) > 1 else ()
        shortened.update(given)
        for key in (short, *names, *words, *called, *given):
            bearers.setdefault(key, set()).add(names[0])
    sole = {key: min(names) for key, names in bearers.items() if len(names) == 1 and len(key) > 1}
    return Names(frozenset(i for i in initials if len(i) > 1), frozenset(full), frozenset(parts), frozenset(shortened), idiom, MappingProxyType(sole))
