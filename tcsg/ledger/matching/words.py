"""What a wording of an action says that can tell it again: words, names, numbers, links, owners; and how alike two are."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.reading.commitments import without_commitments
from tcsg.reading.names import TITLES
from tcsg.reading.sentences import spans
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.model import Section

_SMALL = frozenset(
    "a an the to of and or in on for with by at as is are be been will would should that this these those it its from about into their his her our we"
    " they he she all any also if not no so up out over someone somebody get make sure try more".split()
)
_MONTHS = frozenset("january february march april june july august september october november december".split())
_TOKEN = re.compile(r"https?://\S+|\w+")
_NAME = re.compile(r"(?<=[^\s.!?:])\s+([A-Z]\w+)")
_HEAD = re.compile(r"(.{3,80}?)(?::|\s[–—-])\s+\S")
_LONG = 8
"""Words in common that are more than two tasks have by chance."""
_HEAD_LETTERS = 3
"""Letters that two words must begin with for one to be the other, cut short or with a slip of the pen."""
_LEAD = 4
"""Words of a first sentence that can tell an action."""
_BEFORE_DEEDS = frozenset(("to", "and", "will", "please"))
_SCOPED = re.compile(r"\d[./-]\d")


@frozen
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
    own: frozenset[str] = frozenset()
    """The committee's own numbers among `cites`; an id of the ledger begins with `A`."""
    heads: frozenset[str] = frozenset()
    """What the words of the bag begin with."""
    lead: Words | None = None
    """The first of several sentences, as far as it could stand alone: a list of old actions adds what was said."""

    @property
    def people(self) -> frozenset[str]:
        """The words by which its owners are called, for they are no part of the task in another wording either."""
        return frozenset(word for owner in self.owners | self.literal for word in (owner, *owner.split()))


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
    rest = frozenset(o.casefold() for o in owners), frozenset(cites), frozenset(links), section, frozenset(o.casefold() for o in literal)
    whole, sentences = _words_of(text, *rest), spans(text)
    lead = _words_of(text[: sentences[0][1]], *rest) if len(sentences) > 1 else None
    return replace(whole, lead=lead) if lead is not None and len(lead.bag) >= _LEAD else whole


@lru_cache(maxsize=4096)  # a list of old actions says the same at meeting after meeting
def _words_of(
    text: str, who: frozenset[str], cites: frozenset[str], links: frozenset[str], section: Section | None, literal: frozenset[str]
) -> Words:
    tokens = _TOKEN.findall(text.casefold())
    said = literal or who
    apart = {word for owner in who | said for word in (owner, *owner.split())}
    bag = frozenset(_stem(t) for t in tokens if t not in _SMALL and t not in apart)
    names = frozenset(n.casefold() for n in _NAME.findall(text)) - apart - TITLES
    numbers = frozenset(t for t in tokens if t[0].isdigit() or t in _MONTHS)
    deeds = frozenset(
        _stem(t)
        for before, t in pairwise(["to", *(t for t in tokens if t not in apart)])
        if before in _BEFORE_DEEDS or t[-3:] == "ing"
        if _is_deed(before, t)
    )
    head = _HEAD.match(text)
    title = frozenset(_stem(t) for t in _TOKEN.findall(head[1].casefold()) if t not in _SMALL and t not in apart) if head else frozenset()
    addresses = frozenset((*links, *(t.rstrip(".,;:)") for t in tokens if "://" in t)))
    own = frozenset(c for c in cites if not c.startswith(("A", "a"))) if cites else cites
    return Words(" ".join(tokens), bag, numbers, who, cites, addresses, names, deeds, section, said, title, own, heads_of(bag))


def heads_of(bag: frozenset[str]) -> frozenset[str]:
    """What the words of a bag begin with: two words of which one is the other, cut short or with a slip, begin alike."""
    return frozenset(word[:_HEAD_LETTERS] for word in bag)


def _is_deed(before: str, token: str) -> bool:
    """Whether a word is a verb where it stands, and no noun of the same form."""
    return (token in w.VERBS and before in _BEFORE_DEEDS) or (token.endswith("ing") and token[:-3] in w.VERBS)


def is_scoped(number: str) -> bool:
    """Whether a committee's number tells the meeting or the topic as well, as `58.3` and `2024/7` do."""
    return _SCOPED.search(number) is not None


@lru_cache(maxsize=8192)
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
    if not left or not right:
        return len(both)
    beginning: dict[str, list[str]] = {}
    for word in right:
        beginning.setdefault(word[:_HEAD_LETTERS], []).append(word)
    begun = sum(any(_begins(word, b) for b in beginning.get(word[:_HEAD_LETTERS], ())) for word in left)
    return len(both) + min(begun, len(right))


def _begins(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return len(short) >= 4 and (long.startswith(short) or _is_slip(short, long))


def _is_slip(short: str, long: str) -> bool:
    """Whether two words are one but for a slip of the pen: a letter too few, or two in the wrong order."""
    if len(short) < 6 or len(long) - len(short) > 1 or short[:3] != long[:3]:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 2 :] == long[at + 2 :] and short[at : at + 2] == long[at : at + 2][::-1]


def _shared(one: Words, other: Words) -> int:
    """`shared_words` of two wordings, in most cases without a look at the words."""
    if len(one.heads) == len(one.bag) and len(other.heads) == len(other.bag):  # then a beginning that both have tells a word
        both = len(one.bag & other.bag)
        if len(one.heads & other.heads) == both:
            return both
    return shared_words(one.bag, other.bag)


def same_owners(one: Words, other: Words) -> float:
    """1 when two wordings have the same owners, 0.5 when they share one, 0 when none, and -1 when either has none.

    Initials are anybody's where a meeting does not tell whose they are, and somebody's where it does.
    """
    if not one.owners or not other.owners:
        return -1.0
    if one.owners == other.owners or (one.literal == other.literal and (one.owners == one.literal or other.owners == other.literal)):
        return 1.0
    if _both_named(one, other):
        return 0.5
    loose = one.owners == one.literal or other.owners == other.literal
    return 0.5 if one.owners & other.owners or (loose and one.literal & other.literal) else 0.0


def tasks(one: Words, other: Words) -> tuple[frozenset[str], frozenset[str]]:
    """The words of both tasks, without those that are an owner in the other: `Somebody (KK?) to ring`, `KK to ring`.

    Not where both have owners and none in common: there a name may tell whom it is for.
    """
    return _tasks(one, other, same_owners(one, other))


def _tasks(one: Words, other: Words, owners: float) -> tuple[frozenset[str], frozenset[str]]:
    if owners == 0 or one.owners == other.owners:
        return one.bag, other.bag
    return one.bag - other.people or one.bag, other.bag - one.people or other.bag


def names_owner(one: Words, other: Words) -> bool:
    """Whether the task of one names the owner of the other, and not as an owner: `KK to write to Ravi`, `Ravi to write`."""
    return same_owners(one, other) == 0 and not one.bag.isdisjoint(map(_stem, other.people))


def _both_named(one: Words, other: Words) -> bool:
    """Whether two long wordings name the owners of both: `The exec: Ravi said that he will …` is the exec's or Ravi's."""
    long = len(one.bag & other.bag) >= _LONG
    return long and not one.bag.isdisjoint(map(_stem, other.people)) and not other.bag.isdisjoint(map(_stem, one.people))


def likeness(one: Words, other: Words, least: float | None = None) -> float:
    """Evidence from 0 to about 1.1 that two wordings are the same action, by what they say and whose they are.

    What cannot come to `least` is 0: then the letters need not be compared.
    """
    owners = same_owners(one, other)
    if one.text == other.text and (owners == 1 or one.owners == other.owners):
        return 1.1
    here, there = _tasks(one, other, owners)
    shared = _shared(one, other) if here is one.bag and there is other.bag else shared_words(here, there)
    if not shared:
        return 0.0
    small = min(len(here), len(there))
    dice = 2 * shared / (len(here) + len(there))
    within = shared / small if small >= 4 else dice
    words = 0.3 * dice + 0.35 * within
    change = 0.0 if owners < 0 else 0.1 * owners if owners else -0.12
    swap = numbers = 0.0
    if shared < small:  # a word for another one: as likely another person, place or paper as a synonym
        swapped = len(here) == len(there) and len(here) - shared <= 2 < shared
        synonyms = here - there <= one.deeds and there - here <= other.deeds
        swap = 0.25 if swapped and not synonyms else 0.15
    if one.numbers != other.numbers:
        numbers = 0.06 if one.numbers <= other.numbers or other.numbers <= one.numbers else 0.2
    if least is not None and words + 0.35 - swap + change - numbers < least - _ROUNDING:
        return 0.0
    score = words + 0.35 * _ratio(one.text, other.text)
    if shared < small:
        score -= swap
    if owners >= 0:
        score += change
    if one.numbers != other.numbers:
        score -= numbers
    return score


def most_alike(shared: int, here: int, there: int) -> float:
    """The most that the likeness of two wordings of `here` and `there` words can be that share so many."""
    small = min(here, there)
    dice = 2 * shared / (here + there)
    return 0.3 * dice + 0.35 * (shared / small if small >= 4 else dice) + 0.35 + 0.1 - (0.15 if shared < small else 0.0)


_ROUNDING = 1e-6
"""More than all rounding comes to."""


@lru_cache(maxsize=4096)
def _ratio(one: str, other: str) -> float:
    # Lazy: only carry compares wordings.
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(one, other) / 100
