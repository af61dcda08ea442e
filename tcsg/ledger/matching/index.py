"""Known wordings by what they hold, so that only those are compared that can be the same action.

Two wordings that are alike share most of their words, so most others are told by the number of words in common. That is counted for
all wordings at once: for each word the wordings that hold it are the bits of one number.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from functools import cache, lru_cache
from heapq import nsmallest
from math import ceil
from typing import TYPE_CHECKING

from tcsg.frozen import frozen, slotted
from tcsg.ledger.matching.kept import NotKeptError
from tcsg.ledger.matching.likeness import OTHERS, most_alike
from tcsg.ledger.matching.own import counted
from tcsg.ledger.matching.stems import heads_of
from tcsg.ledger.matching.words import LONG
from tcsg.model import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from tcsg.ledger.matching.words import Essence, Words

    _Fewest = Callable[[int, int, float], int]

_MOST = 24
"""Actions to compare with one mention: those that share most, the latest of them first."""
_COUNTED = LONG
"""Words in common up to which they are counted of all wordings, before those with so many are looked at one by one."""
_NOBODY = ""
"""The owner of what has none."""
NAMING = 3
"""Words of a heading from which it may name an action."""
ENTITLED = 0.9
"""The most that is the evidence of a title."""
_LONGEST = 60
"""Words of a wording beyond which more make no difference to how many must be shared."""


@frozen
class _Entry:
    """One wording, or the first sentence of one: its action, what its words begin with, how many they are, and whose it is."""

    action: int
    heads: frozenset[str]
    size: int
    who: frozenset[str]


@slotted
class Index:
    """The numbers of actions by the words, numbers and links of their wordings."""

    entries: list[_Entry] = field(default_factory=list)
    of: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The places of the entries of each action."""
    free: list[int] = field(default_factory=list)
    """Places of entries that are forgotten."""
    holding: dict[str, int] = field(default_factory=dict)
    """The entries that have a word of this beginning: a bit at the place of each."""
    sized: dict[int, int] = field(default_factory=dict)
    """The entries of each size."""
    sizes: tuple[int, ...] = ()
    """All sizes that there have been."""
    owned: dict[str, int] = field(default_factory=dict)
    """The entries of each owner."""
    worded: dict[Essence, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The actions that have a wording of just these words."""
    naming: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The actions that have a number or link."""
    beyond: frozenset[str] = frozenset()
    """Numbers and links of actions that are not in this index."""

    highest: dict[str, int] = field(default_factory=dict)
    """The greatest of the committee's own numbers, by the letters before it."""

    def clues_of(self, actions: Container[int]) -> frozenset[str]:
        """The numbers and links of some actions."""
        return frozenset(clue for clue, having in self.naming.items() if any(n in actions for n in having))

    def last_number(self, count: str) -> int:
        """The greatest of the committee's own numbers of a count, those beyond this index too; 0 when there is none."""
        beyond = [number for clue in self.beyond if clue[0] == "#" and (number := counted(clue[1:])) is not None]
        return max([self.highest.get(count, 0), *(n for letters, n in beyond if letters == count)])

    def add(self, action: int, words: Words) -> None:
        """Note what a wording of an action holds."""
        self.worded[words.essence].add(action)
        for part in (words, words.lead, words.filled):
            if part is not None:
                self._enter(_Entry(action, part.heads, min(len(part.bag), _LONGEST), words.owners | words.literal))
        if words.titled:
            self._enter(_Entry(action, heads_of(words.title), len(words.title), words.owners | words.literal))
        for clue in (*_clues(words), *_issues(words)):
            self.naming[clue].add(action)
        for own in words.own:
            if (number := counted(own)) is not None:
                self.highest[number[0]] = max(number[1], self.highest.get(number[0], 0))

    def _enter(self, entry: _Entry) -> None:
        if any(self.entries[place] == entry for place in self.of[entry.action]):
            return  # most mentions restate an action in the words that it had
        if self.free:
            place = self.free.pop()
            self.entries[place] = entry
        else:
            place = len(self.entries)
            self.entries.append(entry)
        self.of[entry.action].append(place)
        bit = 1 << place
        if entry.size not in self.sized:
            self.sizes += (entry.size,)
        self.sized[entry.size] = self.sized.get(entry.size, 0) | bit
        for owner in entry.who or (_NOBODY,):
            self.owned[owner] = self.owned.get(owner, 0) | bit
        for head in entry.heads:
            self.holding[head] = self.holding.get(head, 0) | bit

    def forget(self, action: int) -> None:
        """Find an action by its words no more; by numbers and links it still is."""
        for place in self.of.pop(action, ()):
            entry, bit = self.entries[place], 1 << place
            self.free.append(place)
            self.sized[entry.size] ^= bit
            for owner in entry.who or (_NOBODY,):
                self.owned[owner] ^= bit
            for head in entry.heads:
                self.holding[head] ^= bit

    def same(self, words: Words) -> frozenset[int]:
        """The actions with a wording of just these words; none where a number or link of it may name another one."""
        if _clues(words) or words.issues:
            return frozenset()
        return frozenset(action for action in self.worded.get(words.essence, ()) if action in self.of)

    def likely(self, words: Words, least: float) -> set[int]:
        """The actions with a wording whose likeness to this one can come to `least`, and those with a number or link of it."""
        usual = _titled if words.section is Section.REVIEW else _alike  # a reviewed list may give no more than a title
        parts = [(part.heads, len(part.bag), usual) for part in (words, words.lead, words.filled) if part is not None]
        if words.title and (usual is _titled or len(words.title) >= NAMING):
            parts.append((heads_of(words.title), len(words.title), usual if usual is _titled else _named))
        shared: dict[int, int] = {}
        mine = self._owned_by(words.owners | words.literal)
        for heads, size, fewest in parts:
            for entry, both in self._sharing(heads, min(size, _LONGEST), mine, least, fewest):
                shared[entry.action] = max(both, shared.get(entry.action, 0))
        found = {n for n, _ in nsmallest(_MOST, shared.items(), key=lambda one: (-one[1], -one[0]))} if len(shared) > _MOST else set(shared)
        clues = (*_clues(words), *(_issues(words) if words.numbered and usual is _titled else ()))
        if not self.beyond.isdisjoint(clues):
            raise NotKeptError
        return found.union(*(self.naming.get(clue, ()) for clue in clues)) if clues else found

    def _owned_by(self, who: frozenset[str]) -> int:
        """The entries whose owners may be these people: all of nobody, and all when nobody is said."""
        if not who:
            return -1
        found = self.owned.get(_NOBODY, 0)
        for owner in who:
            found |= self.owned.get(owner, 0)
        return found

    def _sharing(self, heads: frozenset[str], size: int, mine: int, least: float, fewest: _Fewest) -> Iterator[tuple[_Entry, int]]:
        """The entries that share enough of these words, and how many; those that are not `mine` must share more."""
        spare = size - len(heads)  # words that begin alike count once
        sized = _ascending(fewest, size, self.sizes, least, spare)
        sharing, theirs = self._counted(heads, sized[0][1] if sized else 0), ~mine
        found = 0
        for other, near, far in sized:
            enough = sharing[near]
            if not enough:
                break  # of most sizes no entry shares enough
            mask = self.sized[other]
            found |= enough & mask & mine
            if enough := sharing[far]:
                found |= enough & mask & theirs
        while found:
            bit = found & -found
            found ^= bit
            entry = self.entries[bit.bit_length() - 1]
            both = len(heads & entry.heads) + spare
            if both >= _needed(fewest, size, entry.size, least)[not bit & mine]:
                yield entry, both

    def _counted(self, heads: frozenset[str], fewest: int) -> list[int]:
        """The entries that share more than so many of these words, for each number from `fewest` on: all are counted at once, bit by bit.

        What the words that are left cannot bring to so many need not be counted on.
        """
        masks = [mask for head in heads if (mask := self.holding.get(head))]
        sharing, most, least = [0] * _COUNTED, 0, fewest - len(masks)
        for mask in masks:
            least += 1
            for n in range(most, least - 1 if least > 0 else 0, -1):
                sharing[n] |= sharing[n - 1] & mask
            if least <= 0:
                sharing[0] |= mask
            if most < _COUNTED - 1:
                most += 1
        return sharing


def _clues(words: Words) -> tuple[str, ...]:
    """What names an action whatever its words are."""
    return (*[f"#{number}" for number in words.own], *words.links) if words.own or words.links else ()


def _issues(words: Words) -> tuple[str, ...]:
    """What names an action that another mention calls by the number of an issue alone."""
    return tuple([f"issue {number}" for number in words.issues]) if words.issues else ()


@cache
def _needed(fewest: _Fewest, size: int, other: int, least: float) -> tuple[int, int]:
    """How many words two wordings of these sizes must share, and how many if their owners are others."""
    near = fewest(size, other, least)
    return near, max(near, min(LONG, fewest(size, other, least + OTHERS)))


@lru_cache(maxsize=4096)
def _ascending(fewest: _Fewest, size: int, sizes: tuple[int, ...], least: float, spare: int) -> tuple[tuple[int, int, int], ...]:
    """Each of some sizes with its places in what `_counted` gives: of those that share `_needed` words of it, but for `spare`; the fewest first."""
    found = sorted(((other, *_needed(fewest, size, other, least)) for other in sizes), key=lambda one: one[1:])
    return tuple((other, _place(near - spare), _place(far - spare)) for other, near, far in found)


def _place(words: int) -> int:
    """The place of those that share so many words in what `_counted` gives."""
    return max(0, min(words, _COUNTED) - 1)


@cache
def _alike(size: int, other: int, least: float) -> int:
    """How many words two wordings of these sizes must share for their likeness to come to `least`.

    In each a word may be a name that does not count, which makes those that are shared a larger part.
    """
    here, there = max(1, size - 1), max(1, other - 1)
    return next((n for n in range(1, min(here, there) + 1) if most_alike(n, here, there) >= least), min(here, there) + 1)


@cache
def _titled(size: int, other: int, least: float) -> int:
    """How many words they must share for that, or for one to be the title of the other."""
    alike = _alike(size, other, least)
    return alike if least > ENTITLED else min(alike, max(2, ceil(0.6 * (min(size, other) - 1))))


@cache
def _named(size: int, other: int, least: float) -> int:
    """How many words a heading must share with them for that, or to name the action by all of its words."""
    alike = _alike(size, other, least)
    return alike if least > ENTITLED else min(alike, size)
