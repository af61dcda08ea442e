"""Whether a text can name somebody known at all: by its words, which is told faster than by looking for owners."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.naming import BODIES
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_WORD = late.compile(r"[^\W_]+")


def may_name(text: str, names: Names) -> bool:
    """Whether a text has a word by which somebody known or a group is called: many texts have none, and to look for owners is dear.

    Where nobody is listed every text may.
    """
    return not names.full or not _called(names).isdisjoint(_WORD.findall(text.casefold()))


@lru_cache(maxsize=16)
def _called(names: Names) -> frozenset[str]:
    """The words by which those who are listed and groups are called."""
    return _group_words().union(*(_WORD.findall(way) for way in (*names.full, *names.parts, *names.initials)))


@cache
def _group_words() -> frozenset[str]:
    """The words by which groups are called, of which each is called by one."""
    return frozenset([word for way in (*BODIES, *w.GROUP_NOUNS) for word in _WORD.findall(way)]).union(_WORD.findall(way)[-1] for way in w.EVERYBODY)
