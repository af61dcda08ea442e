"""Which mentions of a file say again what an earlier one says."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tcsg.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tcsg.model import Mention
    from tcsg.reading.blocks import Block

_ENOUGH = 0.6
"""Likeness from which a mention restates another."""
_COMMON = 100
"""Mentions with a word in common, from which on the word tells nothing; more than any meeting has."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A mention as it is compared."""

    mention: Mention
    block: int | None
    """Line of the block it stands in."""
    bag: frozenset[str]
    numbers: frozenset[str]
    owners: frozenset[str]
    key: str


def restated(found: Iterable[tuple[Mention, Block | None]]) -> Iterator[Mention]:
    """The mentions in their order, with the line of the earlier one that each says again."""
    by_word: dict[str, list[_Said]] = defaultdict(list)
    by_key: dict[str, _Said] = {}
    for mention, block in found:
        said = _said(mention, block)
        others = {id(other): other for word in said.bag if len(by_word[word]) <= _COMMON for other in by_word[word]}
        if said.key in by_key:
            others[id(by_key[said.key])] = by_key[said.key]
        best, score = None, 0.0
        for other in sorted(others.values(), key=lambda other: (other.key != said.key, other.mention.line)):  # the very words go first
            if said.block is not None and said.block == other.block and said.key != other.key:
                continue  # one list does not say the same twice in other words
            likeness = _likeness(said, other)
            if likeness > score:
                best, score = other, likeness
        if best is not None and score >= _ENOUGH:
            yield replace(mention, restates=best.mention.line)
            continue
        by_key.setdefault(said.key, said)
        for word in said.bag:
            if len(by_word[word]) <= _COMMON:
                by_word[word].append(said)
        yield mention


def _said(mention: Mention, block: Block | None) -> _Said:
    key = mention.text.casefold()
    owners = frozenset(word for owner in mention.owners for word in (owner.casefold(), *owner.casefold().split()))
    bag = frozenset(word for word in re.findall(r"\w+", key) if word not in _SMALL)
    return _Said(mention, block.line if block else None, bag, frozenset(re.findall(r"\d+", key)), owners, key)


def _likeness(said: _Said, other: _Said) -> float:
    """0 to 1: the share of the shorter text's words that the longer one has; other owners count against it."""
    small, large = sorted((said.bag, other.bag), key=len)
    shared = len(small & large) / len(small) if small else 0.0
    if said.numbers != other.numbers and len(small) <= len(large) * 0.9:
        shared -= 0.1
    if said.owners and other.owners and not said.owners & other.owners:
        shared -= 0.3
    recap = said.mention.kind is Kind.SUMMARY or other.mention.kind is not said.mention.kind
    return shared if recap else shared - (0.3 if len(small) >= 4 else 0.5)


_SMALL = frozenset("a an the to of and or in on for with by at as is are be will that this it from about their his her its".split())


def _bag(text: str) -> frozenset[str]:
    return frozenset(t for t in re.findall(r"\w+", text.casefold()) if t not in _SMALL)
