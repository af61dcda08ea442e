"""The owners in brackets behind a title: `Book the hall (Sam): it must hold eighty`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.naming import INITIALS, NAME_WORD, is_group, split_owners
from tcsg.reading.owned import Owned
from tcsg.reading.time_words import MONTHS
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_TITLED = late.compile(r"[^:()]{1,100}\(([^()]{1,80})\)\s*:\s+")
_TITLE_LENGTH = 101
"""Characters up to which _TITLED opens a bracket."""


def titled(text: str, names: Names, *, marked: bool) -> Owned | None:
    """`Book the hall (Sam): it must hold eighty`: the owners behind a title."""
    match = _TITLED.match(text) if "(" in text[:_TITLE_LENGTH] else None
    owners = split_owners(match[1], names) if match else ()
    rest = text[match.end() :] if match else ""
    sure = owners and all(names.knows(o) or is_group(o) or INITIALS.match(o) or rest.startswith(o) for o in owners)
    sure = sure or (owners and marked and all(is_called(o, names) for o in owners))
    return Owned(owners, "title", match.start(1), match.end(1), strong=True) if match and sure else None


def is_called(owner: str, names: Names) -> bool:
    """Whether a word can only be somebody's name where it stands for whoever is to do it."""
    if is_given(owner):
        return True
    key = owner.casefold()
    named = NAME_WORD.match(owner) is not None and owner.isalpha() and not any(key in words for words in (w.VERBS, w.QUALIFIERS, w.ACRONYMS, MONTHS))
    return named and not names.full
