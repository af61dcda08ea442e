"""Is this the action of an earlier meeting? Evidence from numbers, wording and owners; what is doubtful is never guessed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SURE = 0.78
"""Evidence from which two wordings are one action."""

DOUBTFUL = 0.66
"""Evidence from which a person should be asked."""

REWORDED = 0.45
"""Evidence from which words of a meeting that the ledger knows an action to be in are that action, reworded."""

MARGIN = 0.06
"""How much better the best match must be than the next one."""

_SMALL = frozenset(
    "a an the to of and or in on for with by at as is are be been will would should that this these those it its from about into their his her our we"
    " they he she all any also if not no so up out over".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """What matching looks at of one wording of an action."""

    text: str
    bag: frozenset[str]
    numbers: frozenset[str]
    owners: frozenset[str]
    cites: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A mention that could be one of several known actions, or only may be one: indices into what was given."""

    mention: int
    known: tuple[int, ...]


@dataclass(slots=True)
class Index:
    """Known wordings by the words in them, so that only the likely ones are compared."""

    holding: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, n: int, bag: Iterable[str]) -> None:
        """Note the words of the wording numbered `n`."""
        for word in bag:
            self.holding[word].add(n)

    def discard(self, n: int, bag: Iterable[str]) -> None:
        """Forget them again."""
        for word in bag:
            self.holding[word].discard(n)

    def likely(self, bag: frozenset[str]) -> list[int]:
        """The numbers of the wordings that share at least a third of the words of `bag`."""
        counts: Counter[int] = Counter()
        for word in bag:
            counts.update(self.holding.get(word, ()))
        need = max(1, len(bag) // 3)
        return [n for n, shared in counts.items() if shared >= need]


def words_of(text: str, owners: Iterable[str] = (), cites: Iterable[str] = (), due_words: str | None = None) -> Words:
    """The evidence that one wording holds, its due phrase left out: that is what changes from meeting to meeting."""
    if due_words:
        text = text.replace(due_words, " ") or text
    tokens = re.findall(r"https?://\S+|\w+", text.casefold())
    who = frozenset(o.casefold() for o in owners)
    bag = frozenset(_stem(t) for t in tokens if t not in _SMALL and t not in who)
    return Words(" ".join(tokens), bag, frozenset(t for t in tokens if t.isdigit()), who, frozenset(cites))


def _stem(word: str) -> str:
    """The word without a plural or participle ending, roughly."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def likeness(one: Words, other: Words) -> float:
    """Evidence from 0 to about 1.1 that two wordings are the same action."""
    if one.text == other.text and one.owners == other.owners:
        return 1.1
    shared = len(one.bag & other.bag)
    if not shared:
        return 0.0
    dice = 2 * shared / (len(one.bag) + len(other.bag))
    within = shared / min(len(one.bag), len(other.bag)) if min(len(one.bag), len(other.bag)) >= 4 else dice
    score = 0.3 * dice + 0.35 * within + 0.35 * _ratio(one.text, other.text)
    if one.bag - other.bag and other.bag - one.bag:  # a word for another one: as likely another person, place or paper as a synonym
        score -= 0.15
    if one.owners and other.owners:
        score += 0.1 if one.owners == other.owners else 0.05 if one.owners & other.owners else -0.12
    if one.numbers != other.numbers:
        score -= 0.2 if one.numbers and other.numbers and not one.numbers & other.numbers else 0.06
    return score


@lru_cache(maxsize=4096)
def _ratio(one: str, other: str) -> float:
    # Lazy: only carry compares wordings.
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(one, other) / 100


def assign(scores: Sequence[tuple[float, int, int]]) -> tuple[dict[int, int], tuple[Doubt, ...]]:
    """Pair mentions with known actions, best evidence first: (evidence, mention, known) in, mention → known out.

    Only what is sure and clearly better than every other choice is paired; the rest is doubtful.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    doubts: dict[int, list[int]] = defaultdict(list)
    ranked = sorted(scores, key=lambda s: (-s[0], s[1], s[2]))
    for score, mention, known in ranked:
        if mention in pairs or known in taken:
            continue
        rivals = [s for s in ranked if (s[1] == mention) != (s[2] == known) and s[1] not in pairs and s[2] not in taken and s[0] > score - MARGIN]
        if score >= SURE and not rivals:
            pairs[mention] = known
            taken.add(known)
        elif score >= DOUBTFUL:
            doubts[mention].append(known)
    left = tuple(Doubt(m, tuple(k for k in ks if k not in taken)) for m, ks in sorted(doubts.items()) if m not in pairs)
    return pairs, tuple(d for d in left if d.known)
