"""Wordings as values of JSON and back; what is not of this form raises ValueError, TypeError or LookupError."""

from __future__ import annotations

from typing import Any

from tcsg.ledger.matching.stems import heads_of
from tcsg.ledger.matching.words import Words
from tcsg.model import Section


class NotKeptError(Exception):
    """What is asked for is of an action that was not kept."""


def dump_words(words: Words) -> list[Any]:
    """All but what follows from the rest."""
    sets = (words.bag, words.numbers, words.owners, words.cites, words.links, words.names, words.deeds, words.literal, words.title, words.own)
    section = None if words.section is None else str(words.section)
    parts = [None if part is None else dump_words(part) for part in (words.lead, words.filled)]
    return [words.text, section, *parts, *map(sorted, sets)]


def load_words(value: Any) -> Words:
    """The wording that `dump_words` wrote."""
    text, section, lead, filled, *sets = value
    bag, numbers, owners, cites, links, names, deeds, literal, title, own = map(frozenset, sets)
    return Words(
        text, bag, numbers, owners, cites, links, names, deeds, None if section is None else Section(section), literal, title, own, heads_of(bag),
        None if lead is None else load_words(lead), None if filled is None else load_words(filled),
    )  # fmt: skip
