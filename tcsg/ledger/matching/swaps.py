"""One word for another: `order lamps for the jetty`, `order lamps for the slipway` are two tasks, and so are one and its contrary."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.ledger.matching.stems import form, meaning, shared_words
from tcsg.ledger.matching.telling import SMALL
from tcsg.reading.text import between
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from tcsg.ledger.matching.words import Words

_LEAST = 3
"""Words of which one can stand for another."""
_FEW = 2
"""Words that are others, up to which the rest makes two tasks alike."""
_TO = frozenset(("to", "will", "should"))
_NO = frozenset(("not", "never"))
_NOT = late.compile(r"(?:(?:will|should|shall|must|do|to) )?(?:not|never)\b|(?:do|will|should|shall|must)n?[’' ]t\b|don t\b|won t\b")
"""With which a task begins that is not to be done."""
_MORE = frozenset("another again other further second 2".split())
"""Words for one more of what there is."""
_DENYING = _NO | {"t"}
"""The words of which that has one."""


def parted(one: Words, other: Words) -> bool:
    """Whether two wordings are told apart by a word for another one where all else is the same, or one is not to be done.

    Nothing is told by what stands behind the same title or first sentence, nor by small words, endings, verbs and slips of the pen.
    """
    if one.text == other.text or one.own & other.own:
        return False
    if one.initials or other.initials:
        from tcsg.ledger.matching.initials import spelt  # lazy: few tasks have any

        one, other = spelt(one, other)
    first, known = one.lead or one, other.lead or other
    if first.text == known.text:
        return False  # most reviews repeat an action word by word
    people = one.people | other.people
    here, there = _task(first, people), _task(known, people)
    if here == there:
        return False
    denied = not (_DENYING.isdisjoint(here) and _DENYING.isdisjoint(there))  # most are to be done
    if denied and (_is_negated(here) is not _is_negated(there) or _plainly(here) == _plainly(there)):
        return True
    things = _things(one, here), _things(other, there)
    if (things[0] == here) is not (things[1] == there):  # only one says what is to be done: `sensors for the south field`
        here, there = things
    return _swaps(one, other, _ordered(one, here), _ordered(other, there))


def in_any_order(words: Words) -> str | frozenset[str]:
    """The words of a wording; without small ones their order tells nothing: `mast plan`, but not `from the mast to the plan`."""
    tokens = frozenset(words.text.split())
    return tokens if tokens.isdisjoint(SMALL) else words.text


def _things(words: Words, task: tuple[str, ...]) -> tuple[str, ...]:
    """A task without the order with which it begins."""
    first = next((n for n, token in enumerate(task) if token not in _TO), 0)
    return task[first + 1 :] if task and meaning(task[first]) in words.deeds else task


def _ordered(words: Words, task: tuple[str, ...]) -> tuple[str, ...]:
    """A task with its order as others may give it: `to ring the bank`, `ringing the bank` and `ring the bank` are one."""
    first = next((n for n, token in enumerate(task) if token not in _TO), 0)
    order = meaning(task[first]) if task else ""
    return (order, *task[first + 1 :]) if order in words.deeds else task


def _swaps(one: Words, other: Words, here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    if min(len(here), len(there)) < _LEAST or (len(one.title) > 1 and one.title == other.title):
        return False
    a, b = between(here, there)
    if len(a) == len(b):
        others = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        return 0 < len(others) <= min(_FEW, len(here) // _LEAST) and any(_are_others(x, y, one, other) for x, y in others)
    return 0 < len(a) <= _FEW and 0 < len(b) <= _FEW and all(_are_others(x, y, one, other) for x in a for y in b)


def _plainly(task: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a task, whether it is to be done or not."""
    return tuple(token for token in task if token not in _NO)


def _are_others(a: str, b: str, one: Words, other: Words) -> bool:
    """Whether two words that stand in one place are two things."""
    if a in SMALL or b in SMALL or (a in _MORE and b in _MORE) or (is_past(a) and is_past(b)) or meaning(a) == meaning(b):
        return False
    if meaning(a) in one.deeds or meaning(b) in other.deeds:
        return False
    return not shared_words(frozenset((form(a),)), frozenset((form(b),)))


def _task(words: Words, people: frozenset[str]) -> tuple[str, ...]:
    return _without(words.text, people)


@lru_cache(maxsize=4096)
def _without(text: str, people: frozenset[str]) -> tuple[str, ...]:
    found = [token for token in text.split() if token not in people]
    while found and found[0] == "and":
        del found[0]
    return tuple(found)


def _is_negated(task: tuple[str, ...]) -> bool:
    return _NOT.match(" ".join(task[:4])) is not None
