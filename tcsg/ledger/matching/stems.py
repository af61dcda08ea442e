"""Words as they are compared: without endings, irregular pasts as their verb, and a few verbs that mean the same as one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import irregular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEAD_LETTERS = 3
"""Letters that two words must begin with for one to be the other, cut short or with a slip of the pen."""

_ALIKE = """
arrange organise organize schedule; circulate distribute send; complete finalise finalize finish; contact email phone ring;
create file log make open raise; draft write; check examine explore investigate look verify; fix mend repair; publish release;
delete remove; order buy purchase; discuss talk; revise update; ask poll; answer reply; choose pick; book reserve; collect fetch;
inform notify tell
"""
"""Verbs of which one is as good as the other where they say what is to be done.

The first stands for the others; one of which a noun is made (`migration`) has to be the first, or the noun tells another thing.
"""


_THINGS = """
price cost; licence license permit; booking reservation; quote quotation estimate; application bid; picture photo photograph; lawyer solicitor
"""
"""Things that are called by one word or the other."""
_SHORT = {"doc": "document", "docs": "document", "documentation": "document", "org": "organis", "orgs": "organis", "organization": "organis"}
"""What is written in short so often that nobody writes it out."""
_NOUNS = ("ion", "al")
"""Endings of a noun that is made of a verb: `migration`, `proposal`."""
_VERBS = ("ate", "ose", "ove", "ute", "ite")
"""How such a verb ends: `migrate`, `propose`."""
_VOWELS = frozenset("aeiouyäöü")
_LONG = 5
"""Letters that are left of such a word."""


def _forms(verb: str) -> Iterator[str]:
    yield from (verb, f"{verb}s", f"{verb}es", f"{verb}ed", f"{verb}ing")
    if verb.endswith("e"):
        yield from (f"{verb}d", f"{verb[:-1]}ing")


_MEANING = {form: group.split()[0] for group in _ALIKE.split(";") for verb in group.split() for form in _forms(verb)}


@lru_cache(maxsize=8192)
def meaning(verb: str) -> str:
    """The verb that stands for all that mean the same; the stem of others."""
    verb = irregular(verb)
    return _MEANING.get(verb) or (stem(base) if verb[-3:] == "ing" and (base := gerund(verb)) else stem(verb))


def gerund(word: str) -> str:
    """The verb of which a word in -ing is a form, if it is one: `update` of `updating`, `get` of `getting`."""
    base = word[:-3]
    doubled = base[-2:-1] == base[-1:]
    return next((verb for verb in (base, f"{base}e", base[:-1] if doubled else base) if verb in w.VERBS), "")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without a plural or participle ending, and a noun as its verb, roughly: `migrations`, `migrated` and `to migrate`."""
    word = _SHORT.get(word) or irregular(word)
    if len(word) == _LONG + 1 and word[-3:] == "ing" and not _VOWELS.isdisjoint(word[:3]):
        return word[:3] if word[:3] in w.VERBS else f"{word[:3]}e"  # `fixing`; `losing`, as `loses`
    if len(word) == HEAD_LETTERS + 1 and word[-1] == "s" and word[:-1] in w.VERBS:
        return word[:-1]  # `asks`
    if word.endswith("ies") and len(word) > _LONG:
        return f"{word[:-3]}y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if word.endswith("er") and len(word) > _LONG + 2:
        return word[:-2]  # as French has `distribuer`, `distribution`
    if word.endswith(_VERBS) and len(word) > _LONG:
        return word[:-1]
    ending = next((e for e in _NOUNS if word.endswith(e) and len(word) - len(e) >= _LONG), "")
    return word.removesuffix(ending)


@lru_cache(maxsize=8192)
def form(word: str) -> str:
    """A word as it is compared: what looks like the past of a verb, as a report has it (`KK sent the plans`), by its meaning."""
    if word.endswith("ed") or irregular(word) != word:
        return meaning(word)
    return _THING.get(stemmed := stem(word), stemmed)


_THING = {stem(form): stem(group.split()[0]) for group in _THINGS.split(";") for word in group.split() for form in (word, f"{word}s")}


def heads_of(bag: Iterable[str]) -> frozenset[str]:
    """What the words of a bag begin with: two words of which one is the other, cut short or with a slip, begin alike."""
    return frozenset([word[:HEAD_LETTERS] for word in bag])


def shared_words(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words two wordings share; a word and the beginning of it (`prio`, `priorities`) are one."""
    both = one & other
    left, right = one - both, other - both
    if not left or not right:
        return len(both)
    beginning: dict[str, list[str]] = {}
    for word in right:
        beginning.setdefault(word[:HEAD_LETTERS], []).append(word)
    begun = 0
    for word in left:  # most have no word that begins like them, and to ask that of each by a generator takes twice as long
        near = beginning.get(word[:HEAD_LETTERS])
        begun += near is not None and any(_begins(word, b) for b in near)
    return len(both) + min(begun, len(right))


def common_words(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The words of the second that the first has too, as `shared_words` counts them."""
    both = one & other
    if len(both) == len(one) or len(both) == len(other):
        return both
    beginning: dict[str, list[str]] = {}
    for word in one - both:
        beginning.setdefault(word[:HEAD_LETTERS], []).append(word)
    begun = [word for word in other - both if word[:HEAD_LETTERS] in beginning and any(_begins(word, b) for b in beginning[word[:HEAD_LETTERS]])]
    return both.union(begun) if begun else both


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
