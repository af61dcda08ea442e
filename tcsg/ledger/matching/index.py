"""Known wordings by what they hold, so that only the likely ones are compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tcsg.ledger.matching.words import Words


@dataclass(slots=True)
class Index:
    """The numbers of wordings by their words, numbers and links."""

    holding: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, n: int, words: Words) -> None:
        """Note what the wording numbered `n` holds."""
        for clue in words.clues:
            self.holding[clue].add(n)

    def likely(self, words: Words) -> set[int]:
        """The numbers of the wordings that share a third of the words, a number or a link."""
        counts: Counter[int] = Counter()
        for word in words.bag:
            counts.update(self.holding.get(word, ()))
        need = max(1, len(words.bag) // 3)
        found = {n for n, shared in counts.items() if shared >= need}
        for clue in (*(f"#{number}" for number in words.own), *words.links):
            found |= self.holding.get(clue, set())
        return found
