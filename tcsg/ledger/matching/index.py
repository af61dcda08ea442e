"""Known wordings by what they hold, so that only the likely ones are compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tcsg.ledger.matching.words import Words

_ENOUGH = 300
"""Wordings to look up for one mention."""
_MOST = 24
"""Wordings to compare with one mention: those that share most, the latest of them first."""


@dataclass(slots=True)
class Index:
    """The numbers of wordings by their words, numbers and links."""

    holding: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, n: int, words: Words) -> None:
        """Note what the wording numbered `n` holds."""
        for clue in words.clues:
            self.holding[clue].add(n)

    def likely(self, words: Words) -> set[int]:
        """The numbers of the wordings that share two words (one of a few), a number or a link.

        The rarest words are asked first, and only so many: what shares none of them but the words of everything is not likely.
        """
        counts: Counter[int] = Counter()
        for word in sorted(words.bag, key=lambda word: (len(self.holding.get(word, ())), word)):
            counts.update(self.holding.get(word, ()))
            if len(counts) > _ENOUGH:
                break
        need = 1 if len(counts) > _ENOUGH else min(2, max(1, len(words.bag) // 3))
        likely = [(-shared, -n) for n, shared in counts.items() if shared >= need]
        found = {-n for _, n in (nsmallest(_MOST, likely) if len(likely) > _MOST else likely)}
        for clue in (*(f"#{number}" for number in words.own), *words.links):
            found |= self.holding.get(clue, set())
        return found
