"""What a task is to be done with, so that a report on another thing is none on it: `the hall`, of `book the hall for the fair`."""

from __future__ import annotations

from functools import lru_cache

from tcsg.reading.text import spelt_in
from tcsg.reading.verbs import verb_of
from tcsg.reading.words import vocabulary as w

_BEHIND_VERB = frozenset("up out off over into onto to with for about on at after through in down back upon forward of touch".split())
"""What may stand between a verb and its thing: `set up a call`, `write to the council`, `get in touch with the bank`."""
ENDS = frozenset(
    """
    to for about with by on in at of from into onto regarding concerning re via per before after until till so that which who whom whose whether
    if when where why how because as against over under between among during within without since than
    """.split()
)
"""With one of these begins what is said of a thing beside its name."""
_MEASURES = frozenset("set sets pair pairs number couple lot lots batch supply stock box boxes bag bags pack packs dozen piece pieces copies".split())
"""Behind these the thing follows: `a set of keys`."""
_BESIDE = {
    **dict.fromkeys("ask request apply press nudge look search wait vote advertise".split(), ("for",)),
    "chase": ("for", "about"),
    **dict.fromkeys("update fill stock equip supply provide furnish replace amend populate refresh".split(), ("with",)),
}
"""Behind these the thing of a verb has another beside it: `ask the mill for figures`."""
_ASKING = frozenset(("ask", "request", "chase", "press", "nudge"))
"""What is done with somebody to get something of them."""
_LETTERS = frozenset("email mail letter card message invitation invite text".split())
_WRITING = frozenset("email mail write send invite contact ask message circulate thank notify inform tell".split())
_OF_VERB = ("ation", "tion", "ion", "ment", "al", "ing", "s", "ry", "")
"""What a noun of the deed has behind the verb: `migration`."""
GOES_ON = frozenset("be begin chase consider continue explore help investigate keep look monitor start support think try watch work".split())
"""What somebody who did it may well have to do again."""
WEIGHED = frozenset(
    """
    review discuss check read consider agree chase remove delete investigate compare examine assess evaluate test revise respond reply react comment
    talk speak benchmark measure label count remind monitor watch
    """.split()
)
"""Verbs of what is done with a thing that is there already, so that what else becomes of it is none of that."""
_ENDED = frozenset("done completed complete finished closed resolved settled concluded actioned".split())
"""What may be said of any task."""
GENERAL = frozenset(
    """
    it this that these those they them all both everything which one action item task matter point work job issue ticket thing
    he she we i you him her us me everyone everybody people document file version pr
    """.split()
)
"""What is said of any action, or of who was to do it."""
SMALL = frozenset("the a an our your their his her its my both all each every any some new this these those that one now".split())


def singular(word: str) -> str:
    """A word as it is of one thing."""
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > len("gas") else word


def head_of(said: tuple[str, ...]) -> str:
    """The word that says what is talked of: the last before what is said beside it, `letter` of `the letter to the council`."""
    named = [word for word in until(said) if word not in SMALL]
    return singular(named[-1]) if named else ""


def until(said: tuple[str, ...]) -> tuple[str, ...]:
    """The words up to what is said beside them."""
    end = next((n for n, word in enumerate(said) if word in ENDS and not (word == "of" and n and said[n - 1] in _MEASURES)), len(said))
    return said[:end]


@lru_cache(maxsize=512)  # each remark on a task is asked about it in several places
def _named_in(task: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words behind the verb of a task up to what is said beside them, and those that its verb has beside its thing."""
    said = tuple(spelt_in(task.casefold()))
    verb = verb_of(task)
    at = next((n for n, word in enumerate(said) if word == verb or word.removesuffix("s") == verb), len(said)) + 1
    while at < len(said) and (said[at] in _BEHIND_VERB or said[at] in w.ARTICLES):
        at += 1
    named = until(said[at:])
    rest = said[at + len(named) :]
    return named, until(rest[1:]) if rest[:1] and rest[0] in _BESIDE.get(verb, ()) else ()


@lru_cache(maxsize=512)
def things_of(task: str) -> frozenset[str]:
    """The words for what a task is to be done with, each as of one thing; where it names none, all its words."""
    found = [singular(word) for named in _named_in(task) for word in named if word not in SMALL]
    letters = _LETTERS if verb_of(task) in _WRITING else ()
    return frozenset((*found, *letters, *_in_short(task))) if found else frozenset(map(singular, spelt_in(task.casefold())))


@lru_cache(maxsize=512)
def heads_of(task: str) -> frozenset[str]:
    """The things themselves among these words: `post`, of `write a blog post`."""
    named, beside = _named_in(task)
    parts = (beside,) if beside and verb_of(task) in _ASKING else (named, beside)
    found = [singular(word) for part in parts for word, after in zip(part, (*part[1:], "and"), strict=False) if after in ("and", "or")]
    letters = _LETTERS if verb_of(task) in _WRITING else ()
    return frozenset((*found, *letters, *_in_short(task))) - SMALL if found else things_of(task)


def _in_short(task: str) -> tuple[str, ...]:
    """The first letters of the thing of a task, as people write it: `RC`, of `cut a release candidate`."""
    named = [word for word in _named_in(task)[0] if word not in SMALL]
    return ("".join(word[0] for word in named),) if len(named) > 1 else ()


def is_of(said: tuple[str, ...], things: frozenset[str]) -> bool:
    """Whether words name one of some things, or nothing but what any action is called."""
    head = head_of(said)
    return not head or head in GENERAL or head in things


_NOUNS = {"respond": "response", "reply": "reply", "apply": "application", "buy": "purchase", "choose": "choice", "complain": "complaint"}
"""What is not made of a verb by rule."""


def is_idle(said: frozenset[str], verb: str, past: frozenset[str]) -> bool:
    """Whether words tell nothing that ends a task whose verb is done with a thing that is there already."""
    return verb in WEIGHED and said.isdisjoint(past | _ENDED)


def is_deed(word: str, verb: str) -> bool:
    """Whether a noun is what somebody does by a verb: `migration`, of `migrate`."""
    stem = verb.removesuffix("e")
    return word in (verb, f"{verb}s", _NOUNS.get(verb)) or (len(stem) > len("do") and word.startswith(stem) and word[len(stem) :] in _OF_VERB)
