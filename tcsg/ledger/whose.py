"""Which open actions can have to do with a mention at all: those of the same people that share a beginning of a word with it."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.ledger.matching.stems import form, heads_of, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tcsg.ledger.following import Following
    from tcsg.ledger.matching import Words
    from tcsg.ledger.threads import Group

_NOBODY = ""
"""The owner of what has none."""


class Whose:
    """Some threads by their owners: a meeting compares all that it gives anew with all that was left open, and nearly all is somebody else's.

    What `kin` finds is always among what is found here; it tells more, and is dear.
    """

    def __init__(self, state: Following, threads: Sequence[int]) -> None:
        self._threads = threads
        self._of: dict[str, set[int]] = defaultdict(set)
        """The threads of each owner, as known and as minuted."""
        self._called: dict[str, set[int]] = defaultdict(set)
        """The same by each word by which one is called, as it is compared: one task may name the owner of another."""
        self._heads: dict[int, frozenset[str]] = {}
        """What the words of each thread begin with."""
        for n in threads:
            told = [words for one in state.threads[n].wordings for words in (one, one.filled) if words]
            self._heads[n] = frozenset[str]().union(*(words.heads for words in told))
            for words in state.threads[n].wordings:
                for who in _owners(words):
                    self._of[who].add(n)
                for name in words.people:
                    self._called[stem(name)].add(n)

        self._first: dict[str, list[str]] = defaultdict(list)
        """The owners by the letter with which they begin: two may be the initials of whoever is called by a name."""
        for who in self._of:
            self._first[who[:1]].append(who)

    def near(self, group: Group, told: Callable[[], bool]) -> list[int]:
        """The threads that a group can have to do with; what is `told` without an owner, or of what has none, may be anybody's."""
        found: set[int] = set()
        heads: frozenset[str] = frozenset()
        for words in group.wordings:
            owners = _owners(words)
            if _NOBODY in owners or _NOBODY in self._of:
                anybody = frozenset(self._of) if _NOBODY in owners else owners | {_NOBODY}
                owners = anybody if told() else owners - {_NOBODY}
            said, begun = _said(words.text, words.bag)
            heads |= begun
            found.update(*(self._of[who] for who in owners if who in self._of))
            for who in owners:
                found.update(*(self._of[other] for other in self._first.get(who[:1], ()) if min(len(who), len(other)) <= 4))
            if not self._called.keys().isdisjoint(said):
                found.update(*(self._called[name] for name in said if name in self._called))
        return [n for n in self._threads if n in found and not heads.isdisjoint(self._heads[n])] if found else []


def _owners(words: Words) -> frozenset[str]:
    return words.owners | words.literal if words.owners else frozenset((_NOBODY,))


@lru_cache(maxsize=512)  # a meeting asks for the same groups several times
def _said(text: str, bag: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a wording as they are compared, and what they begin with; an order may turn out to be the name of a thing."""
    said = bag.union(map(form, text.split()))
    return said, heads_of(said)
