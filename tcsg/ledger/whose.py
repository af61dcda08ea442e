"""Which open actions can have to do with a mention at all: those of the same people that share a beginning of a word with it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tcsg.ledger.matching.stems import form, heads_of, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        self._state = state
        self._threads = threads
        self._of: dict[str, set[int]] = defaultdict(set)
        """The threads of each owner, as known and as minuted."""
        self._called: dict[str, set[int]] = defaultdict(set)
        """The same by each word by which one is called, as it is compared: one task may name the owner of another."""
        for n in threads:
            for words in state.threads[n].wordings:
                for who in _owners(words):
                    self._of[who].add(n)
                for name in words.people:
                    self._called[stem(name)].add(n)

    def near(self, group: Group, *, told: bool) -> list[int]:
        """The threads that a group can have to do with; what is `told` without an owner, or of what has none, may be anybody's."""
        found: set[int] = set()
        heads: frozenset[str] = frozenset()
        for words in group.wordings:
            owners = _owners(words)
            if told:
                owners = self._of.keys() if _NOBODY in owners else owners | {_NOBODY}
            said = words.bag.union(map(form, words.text.split()))  # an order may turn out to be the name of a thing
            heads |= heads_of(said)
            found.update(*(self._of[who] for who in owners & self._of.keys() if told or who != _NOBODY))
            found.update(*(self._called[name] for name in said & self._called.keys()))
        return [n for n in self._threads if n in found and any(not heads.isdisjoint(words.heads) for words in self._state.threads[n].wordings)]


def _owners(words: Words) -> frozenset[str]:
    return words.owners | words.literal if words.owners else frozenset((_NOBODY,))
