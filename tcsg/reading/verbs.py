"""The verb of a task, by whose past forms a report says that it is done."""

from __future__ import annotations

from functools import lru_cache

from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import pasts

_LONGEST = 400
"""Characters of a task in which its verb stands."""
_HEAD = 4
"""Words in which somebody is named and what they do."""


_ALIKE = (
    *("mend repair fix", "buy purchase", "reply respond answer", "ring phone call telephone", "get obtain", "organise organize arrange"),
    *("finish complete finalise finalize", "revise amend", "send mail email e-mail"),
)
"""Verbs that tell the same deed."""
_OF_LIKE = {verb: frozenset(alike.split()) for alike in _ALIKE for verb in alike.split()}


@lru_cache(maxsize=512)  # each remark on a task is asked about it in several places
def pasts_of(task: str) -> frozenset[str]:
    """The past forms of the verb of a task, and of those that tell the same deed."""
    verb = verb_of(task)
    return frozenset().union(*(pasts(one) for one in _OF_LIKE.get(verb, (verb,)))) if verb else frozenset()


def verb_of(task: str) -> str:
    """The verb of a task: the first of its words that is one, or tells what somebody does: `Ann prepares a note`."""
    said = task[:_LONGEST].split()
    return next((verb for n, word in enumerate(said) if (verb := as_verb(word.casefold(), done=0 < n < _HEAD and said[n - 1][0].isupper()))), "")


def as_verb(word: str, *, done: bool) -> str:
    """The verb that a word is; where somebody stands before it, what is `done` as well."""
    if word in w.VERBS:
        return word
    return base_of(word) if done else ""


def base_of(word: str) -> str:
    """The verb of which a word tells what somebody does: `rings`, `does`; "" of every other word."""
    return next((stem for stem in (word[:-1], word[:-2]) if stem in w.VERBS), "") if word[-1:] == "s" else ""
