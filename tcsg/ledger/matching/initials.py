"""What one wording says by its initials and the other writes out: `DMP` and `data management plan`, `ToR` and `terms of reference`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.ledger.matching.stems import form, heads_of
from tcsg.ledger.matching.telling import SMALL

if TYPE_CHECKING:
    from tcsg.ledger.matching.words import Words

_SURE = 3
"""Letters that spell no two words by chance; of two both words have to be names."""


def spelt(one: Words, other: Words) -> tuple[Words, Words]:
    """Two wordings, the initials of each written out where the other has the words."""
    return _spelt(one, other), _spelt(other, one)


def _spelt(one: Words, other: Words) -> Words:
    for short in one.initials - other.initials - other.people:
        if (found := _written_out(short, other.text)) and (len(short) >= _SURE or other.names.issuperset(found)):
            words, said = frozenset(map(form, found)) - {""}, frozenset((form(short),))
            bag = one.bag - said | words
            title = one.title - said | words if said <= one.title else one.title
            text = " ".join([" ".join(found) if token == short else token for token in one.text.split()])
            one = replace(one, text=text, bag=bag, title=title, heads=heads_of(bag))
    return one


@lru_cache(maxsize=2048)
def _written_out(short: str, text: str) -> tuple[str, ...]:
    """The words in a row of which these are the initials, with the small ones among them or without; () when there are none."""
    every = tuple(text.split())
    for tokens in (every, tuple(token for token in every if token not in SMALL)):
        letters = "".join([token[0] for token in tokens])
        if (at := letters.find(short)) >= 0:
            return tuple(token for token in tokens[at : at + len(short)] if token not in SMALL)
    return ()
