"""The ways in which one person can be written: name, initials, first name, handle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tcsg.reading.idiom import NO_IDIOM, Idiom

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.model import Person

TITLES = frozenset("prof professor dr mr mrs ms miss mx sir dame rev revd cllr councillor".split())
"""Words before a name that are no part of it."""

PARTICLES = frozenset("de der den van von la le du di da of".split())
"""Small words inside a surname."""

INITIALS = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,2}$")
"""Initials as minutes write them: AH, AHR, McD."""


def initials_of(name: str) -> str:
    """The initials a name would have: `Ken Keating` KK."""
    return "".join(w[0].upper() for w in re.split(r"[\s-]+", name) if w and w[0].isalpha() and w.lower().rstrip(".") not in TITLES)


@dataclass(frozen=True, slots=True)
class Names:
    """The ways the people of one meeting can be written, and the words their committee has of its own; all keys are casefolded."""

    initials: frozenset[str] = frozenset()
    full: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    """First names, last names and handles."""
    idiom: Idiom = NO_IDIOM

    def knows(self, word: str) -> bool:
        """Whether a word is one of these people."""
        key = word.casefold().removeprefix("@")
        return key in self.initials or key in self.full or key in self.parts


def names_of(people: Iterable[Person], idiom: Idiom = NO_IDIOM) -> Names:
    """The ways in which minutes may write these people; initials that nobody wrote are taken from the name."""
    initials: set[str] = set()
    full: set[str] = set()
    parts: set[str] = set()
    for person in people:
        initials.add((person.initials or initials_of(person.name)).casefold())
        full.add(person.name.casefold())
        words = [w.casefold() for w in person.name.split()]
        full.add(f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else person.name.casefold())
        parts.update(w for w in words if len(w) > 1 and w not in PARTICLES)
        parts.update(" ".join(words[n:]) for n in range(1, len(words)))
    return Names(frozenset(i for i in initials if len(i) > 1), frozenset(full), frozenset(parts), idiom)
