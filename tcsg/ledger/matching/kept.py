"""Wordings as values of JSON and back; what is not of this form raises ValueError, TypeError or LookupError."""

from __future__ import annotations

from typing import Any

from tcsg.ledger.matching.stems import heads_of
from tcsg.ledger.matching.words import Words, called
from tcsg.model import Section
from tcsg.reading.points import Topic


class NotKeptError(Exception):
    """What is asked for is of an action that was not kept."""


_FLAGS = ("titled", "tasked", "numbered", "remarked")
# `load_words` takes them in this order.
_SETS = "bag numbers owners cites links names deeds literal title own telling issues anew initials".split()


def dump_words(words: Words) -> list[Any]:
    """All but what follows from the rest."""
    section = None if words.section is None else str(words.section)
    parts = [None if part is None else dump_words(part) for part in (words.lead, words.filled)]
    topic = None if words.topic is None else [sorted(words.topic.own), sorted(words.topic.around)]
    return [words.text, section, topic, *parts, *(getattr(words, name) for name in _FLAGS), *(sorted(getattr(words, name)) for name in _SETS)]


def load_words(value: Any) -> Words:
    """The wording that `dump_words` wrote."""
    text, section, topic, lead, filled, titled, tasked, numbered, remarked, *sets = value
    bag, numbers, owners, cites, links, names, deeds, literal, title, own, telling, issues, anew, initials = map(frozenset, sets)
    return Words(
        text, bag, numbers, owners, cites, links, names, deeds, None if section is None else Section(section),
        literal, title, titled, tasked, own, telling, issues, numbered,
        heads=heads_of(bag), people=called(owners | literal),
        lead=None if lead is None else load_words(lead), remarked=remarked,
        filled=None if filled is None else load_words(filled),
        anew=anew, initials=initials, topic=None if topic is None else Topic(*map(frozenset, topic)),
    )  # fmt: skip
