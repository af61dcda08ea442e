"""Which mentions of a file say again what an earlier one says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.model import Kind, Section, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tcsg.model import Mention
    from tcsg.reading.blocks import Block
    from tcsg.reading.names import Names

_ENOUGH = 0.6
"""Likeness from which a mention restates another."""
_HINT = 0.3
"""Likeness from which the same number, though each list may count from 1, is that of one action."""
_WORDS, _NUMBERS = re.compile(r"\w+"), re.compile(r"\d+")
_COMMON = 100
"""Mentions with a word in common, from which on the word tells nothing; more than any meeting has."""


@frozen
class _Said:
    """A mention as it is compared."""

    mention: Mention
    block: int | None
    """Line of the block it stands in."""
    bag: frozenset[str]
    numbers: frozenset[str]
    owners: frozenset[str]
    key: str
    closed: bool
    """Whether it closes an action of earlier meetings."""
    given: bool
    """Whether it gives an action anew."""


def restated(found: Iterable[tuple[Mention, Block | None]], names: Names) -> tuple[Mention, ...]:
    """The mentions in their order, with the line of the earlier one that each says again.

    What a certain mention says again is certain.
    """
    mentions = tuple(_restated(found, names))
    sure = {m.restates for m in mentions if m.certain}
    return tuple(replace(m, certain=True) if not m.certain and m.line in sure else m for m in mentions)


def _restated(found: Iterable[tuple[Mention, Block | None]], names: Names) -> Iterator[Mention]:
    firsts = _Firsts()
    for mention, block in found:
        said = _said(mention, block, names)
        best, score = None, 0.0
        # One list does not say the same twice in other words.
        others = [other for other in firsts.near(said) if said.block is None or said.block != other.block or said.key == other.key]
        for other in sorted(others, key=lambda other: (other.key != said.key, other.mention.line)):  # the very words go first
            likeness = _likeness(said, other)
            if likeness > score:
                best, score = other, likeness
        if best is not None and score >= _ENOUGH:
            yield replace(mention, restates=best.mention.line)
        else:
            firsts.add(said)
            yield mention


class _Firsts:
    """The mentions that say something first, by their words, their numbers and the whole of their text."""

    def __init__(self) -> None:
        self.said: list[_Said] = []
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.by_number: dict[str, list[int]] = defaultdict(list)
        self.by_key: dict[str, int] = {}

    def near(self, said: _Said) -> Iterator[_Said]:
        """Those that share enough words with it, its number or its text, in their order."""
        telling = [self.by_word[word] for word in said.bag if len(self.by_word[word]) <= _COMMON]
        shared = Counter(chain.from_iterable(telling))
        sure = {n for number in said.mention.cites for n in self.by_number[number][:_COMMON]}
        sure |= {self.by_key[said.key]} if said.key in self.by_key else set()
        size, common = len(said.bag), len(said.bag) - len(telling)
        near = {n for n, count in shared.items() if count + common >= _ENOUGH * size or count + common >= _ENOUGH * len(self.said[n].bag)}
        yield from (self.said[n] for n in sorted(near | sure))

    def add(self, said: _Said) -> None:
        """Remember one more."""
        n = len(self.said)
        self.said.append(said)
        self.by_key.setdefault(said.key, n)
        for number in said.mention.cites:
            self.by_number[number].append(n)
        for word in said.bag:
            if len(self.by_word[word]) <= _COMMON:
                self.by_word[word].append(n)


def _said(mention: Mention, block: Block | None, names: Names) -> _Said:
    key = mention.text.casefold()
    owners = frozenset([word for owner in mention.owners for word in (names.person(owner), *owner.casefold().split())])
    bag = frozenset(_WORDS.findall(key)) - _SMALL
    reviewed, is_open = mention.section is Section.REVIEW, mention.status is Status.OPEN
    closed, given = reviewed and not is_open, is_open and not reviewed
    return _Said(mention, block.line if block else None, bag, frozenset(_NUMBERS.findall(key)), owners, key, closed, given)


def _likeness(said: _Said, other: _Said) -> float:
    """0 to 1: the share of the shorter text's words that the longer one has; other owners, numbers, links and topics count against it."""
    one, two = said.mention, other.mention
    numbered = _numbered(one.cites, two.cites) if one.cites and two.cites else None
    alike = one.kind is two.kind and one.kind is not Kind.SUMMARY
    apart = bool(said.owners and other.owners) and said.owners.isdisjoint(other.owners)
    anew = (said.closed and other.given) or (other.closed and said.given)
    if not numbered and (anew or (alike and apart)):
        return 0.0  # too much speaks against it, and to compare the words is dear
    small, large = (said.bag, other.bag) if len(said.bag) <= len(other.bag) else (other.bag, said.bag)
    shared = len(small & large) / len(small) if small else 0.0
    if numbered and (shared >= _HINT or any(is_scoped(number) for number in one.cites)):
        return 1.0
    if numbered is False:
        shared -= 0.5
    if said.numbers != other.numbers and len(small) <= len(large) * 0.9:
        shared -= 0.1
    if apart:
        shared -= 0.3
    if anew:
        return 0.0
    if one.links and two.links and not set(one.links) & set(two.links):
        shared -= 0.5
    if not alike:
        return shared
    return shared - (0.3 if len(small) >= 4 else 0.5)


def _numbered(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two mentions bear the same number."""
    return not {*one}.isdisjoint(other)


def is_scoped(number: str) -> bool:
    """Whether a committee's number tells the meeting or the topic as well, as `58.3` and `2024/7` do: no two lists share it by chance."""
    return re.search(r"\d[./-]\d", number) is not None


_SMALL = frozenset("a an the to of and or in on for with by at as is are be will that this it from about their his her its".split())
