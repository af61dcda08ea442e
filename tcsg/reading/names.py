"""The ways in which one person can be written: name, initials, first name, handle."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.reading.idiom import NO_IDIOM, Idiom
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.model import Person

TITLES = frozenset(
    """
    prof professor dr mr mrs ms miss mx sir dame rev revd reverend father pastor canon lord lady cllr cllrs councillor hon herr frau mme mlle
    """.split()
)
"""Words before a name that are no part of it."""

_SHORT_TITLES = frozenset("fr fr. hr hr.".split())
"""Titles that may as well be initials."""

PARTICLES = frozenset("de der den van von la le du di da of".split())
"""Small words inside a surname."""

INITIALS = late_names(r"[A-Z][A-Za-z]?[A-Z]{1,2}$")
"""Initials as minutes write them: AH, AHR, McD."""


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
    idiom: Idiom = NO_IDIOM
    people: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    """The full name behind each way that is only one person's."""

    # Much is remembered by text and names, and to compare all names of a meeting takes longer than reading most lines.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def knows(self, word: str) -> bool:
        """Whether a word is one of these people."""
        key = word.casefold().removeprefix("@")
        if key in self.initials or key in self.full or key in self.parts:
            return True
        title, _, rest = key.partition(" ")
        return (title.rstrip(".") in TITLES or title in _SHORT_TITLES) and (rest in self.full or rest in self.parts)

    def person(self, word: str) -> str:
        """The casefolded name of the one person a word is written for, else the word itself, casefolded."""
        key = word.casefold().removeprefix("@")
        return self.people.get(key, key)


def names_of(people: Iterable[Person], idiom: Idiom = NO_IDIOM) -> Names:
    """The ways in which minutes may write these people; initials that nobody wrote are taken from the name."""
    initials: set[str] = set()
    full: set[str] = set()
    parts: set[str] = set()
    bearers: dict[str, set[str]] = {}
    for person in people:
        name = person.name.casefold()
        short = (person.initials or initials_of(person.name)).casefold()
        words = [w.casefold() for w in person.name.split()]
        backwards = f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else name
        initials.add(short)
        full.update((name, backwards))
        parts.update(w for w in words if len(w) > 1 and w not in PARTICLES)
        parts.update(" ".join(words[n:]) for n in range(1, len(words)))
        for key in (short, name, backwards, *words):
            bearers.setdefault(key, set()).add(name)
    sole = {key: min(names) for key, names in bearers.items() if len(names) == 1 and len(key) > 1}
    return Names(frozenset(i for i in initials if len(i) > 1), frozenset(full), frozenset(parts), idiom, MappingProxyType(sole))
