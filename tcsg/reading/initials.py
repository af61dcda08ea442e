"""Whether some letters are the initials of a name: `RB` of `Rosa Blum`."""

from __future__ import annotations

import re


def _letters(name: str) -> str:
    return "".join(word[0].upper() for word in re.split(r"[\s'’-]+", name) if word and word[0].isalpha())


def spells(initials: str, name: str) -> bool:
    """Whether initials are letters with which the words of a name begin, in their order, with the first or the last of them."""
    letters = _letters(name)
    rest = iter(letters)
    return bool(letters) and all(i in rest for i in initials.upper()) and (initials[0] == letters[0] or initials[-1].upper() == letters[-1])


def stands_for(initials: str, name: str) -> bool:
    """Whether initials can be those of a name: the first letters agree (`AHR` for Ailish Harikae)."""
    letters = _letters(name)
    if not initials.isupper():
        rest = iter(name.casefold())
        return bool(letters) and initials[0] == letters[0] and all(letter in rest for letter in initials.casefold())
    return bool(letters) and (initials[0] == letters[0] or (initials[0] in letters and initials[-1] in letters))
