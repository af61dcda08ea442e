"""What a wording of an action says that can tell it again: words, names, numbers, links, owners; and how alike two are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg.reading.commitments import without_commitments
from tcsg.reading.names import TITLES
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tcsg.model import Section

_SMALL = frozenset(
    "a an the to of and or in on for with by at as is are be been will would should that this these those it its from about into their his her our we"
    " they he she all any also if not no so up out over".split()
)
_MONTHS = frozenset("january february march april june july august september october november december".split())
_TOKEN = re.compile(r"https?://\S+|\w+")
_NAME = re.compile(r"(?<=[^\s.!?:])\s+([A-Z]\w+)")
_HEAD = re.compile(r"(.{3,80}?)(?::|\s[–—-])\s+\S")
_SCOPED = re.compile(r"\d[./-]\d")


@dataclass(frozen=True, slots=True)
class Words:
    """What matching looks at of one wording of an action."""

    text: str
    bag: frozenset[str]
    numbers: frozenset[str]
    owners: frozenset[str]
    """Whom the owners mean: full names where the meeting tells them, else the words."""
    cites: frozenset[str] = frozenset()
    """Numbers that the minutes give the action: ids of the ledger, and the committee's own."""
    links: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    """Words within a sentence that begin with a capital: people, places, papers."""
    deeds: frozenset[str] = frozenset()
    """Verbs that say what is to be done; another verb for one of them is a synonym more often than another thing is."""
    section: Section | None = None
    literal: frozenset[str] = frozenset()
    """The owners as minuted."""
    title: frozenset[str] = frozenset()
    """The words before the first colon or dash, if one stands there: a list of old actions names them so."""

    @property
    def own(self) -> frozenset[str]:
        """The committee's own numbers; an id of the ledger begins with `A`."""
        return frozenset(c for c in self.cites if not c.startswith(("A", "a")))

    @property
    def clues(self) -> Iterator[str]:
        """All by which another wording of the action may be found."""
        yield from self.bag
        yield from (f"#{number}" for number in self.own)
        yield from self.links


def words_of(  # noqa: PLR0917 - what the minutes give, in the order of a mention
    text: str,
    owners: Iterable[str] = (),
    cites: Iterable[str] = (),
    due_words: str | None = None,
    links: Iterable[str] = (),
    section: Section | None = None,
    literal: Iterable[str] = (),
) -> Words:
    """The evidence that one wording holds, its due phrase left out: that is what changes from meeting to meeting."""
    if due_words:
        text = text.replace(due_words, " ") or text
    text = without_commitments(text)
    tokens = _TOKEN.findall(text.casefold())
    who = frozenset(o.casefold() for o in owners)
    said = frozenset(o.casefold() for o in literal) or who
    apart = {word for owner in who | said for word in (owner, *owner.split())}
    bag = frozenset(_stem(t) for t in tokens if t not in _SMALL and t not in apart)
    names = frozenset(n.casefold() for n in _NAME.findall(text)) - apart - TITLES
    numbers = frozenset(t for t in tokens if t[0].isdigit() or t in _MONTHS)
    deeds = frozenset(_stem(t) for before, t in pairwise(["to", *(t for t in tokens if t not in apart)]) if _is_deed(before, t))
    head = _HEAD.match(text)
    title = frozenset(_stem(t) for t in _TOKEN.findall(head[1].casefold()) if t not in _SMALL and t not in apart) if head else frozenset()
    addresses = frozenset((*links, *(t.rstrip(".,;:)") for t in tokens if "://" in t)))
    return Words(" ".join(tokens), bag, numbers, who, frozenset(cites), addresses, names, deeds, section, said, title)


def _is_deed(before: str, token: str) -> bool:
    """Whether a word is a verb where it stands, and no noun of the same form."""
    return (token in w.VERBS and before in ("to", "and", "will", "please")) or (token.endswith("ing") and token[:-3] in w.VERBS)


def is_scoped(number: str) -> bool:
    """Whether a committee's number tells the meeting or the topic as well, as `58.3` and `2024/7` do."""
    return _SCOPED.search(number) is not None


def _stem(word: str) -> str:
    """The word without a plural or participle ending, roughly."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def shared_words(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words two wordings share; a word and the beginning of it (`prio`, `priorities`) are one."""
    both = one & other
    left, right = one - both, other - both
    if left and right and not {a[:4] for a in left}.isdisjoint(b[:4] for b in right):
        return len(both) + min(sum(any(_begins(a, b) for b in right) for a in left), len(right))
    return len(both)


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and long.startswith(short)


def same_owners(one: Words, other: Words) -> float:
    """1 when two wordings have the same owners, 0.5 when they share one, 0 when none, and -1 when either has none.

    Initials are anybody's where a meeting does not tell whose they are, and somebody's where it does.
    """
    if not one.owners or not other.owners:
        return -1.0
    if one.owners == other.owners or (one.literal == other.literal and (one.owners == one.literal or other.owners == other.literal)):
        return 1.0
    loose = one.owners == one.literal or other.owners == other.literal
    return 0.5 if one.owners & other.owners or (loose and one.literal & other.literal) else 0.0


def likeness(one: Words, other: Words) -> float:
    """Evidence from 0 to about 1.1 that two wordings are the same action, by what they say and whose they are."""
    owners = same_owners(one, other)
    if one.text == other.text and (owners == 1 or one.owners == other.owners):
        return 1.1
    shared = shared_words(one.bag, other.bag)
    if not shared:
        return 0.0
    small = min(len(one.bag), len(other.bag))
    dice = 2 * shared / (len(one.bag) + len(other.bag))
    within = shared / small if small >= 4 else dice
    score = 0.3 * dice + 0.35 * within + 0.35 * _ratio(one.text, other.text)
    if shared < small:  # a word for another one: as likely another person, place or paper as a synonym
        swapped = len(one.bag) == len(other.bag) and len(one.bag) - shared <= 2 < shared
        synonyms = one.bag - other.bag <= one.deeds and other.bag - one.bag <= other.deeds
        score -= 0.25 if swapped and not synonyms else 0.15
    if owners >= 0:
        score += 0.1 * owners if owners else -0.12
    if one.numbers != other.numbers:
        score -= 0.06 if one.numbers <= other.numbers or other.numbers <= one.numbers else 0.2
    return score


@lru_cache(maxsize=4096)
def _ratio(one: str, other: str) -> float:
    # Lazy: only carry compares wordings.
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(one, other) / 100
