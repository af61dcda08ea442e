"""One thing for another in the same place: `write to the council about the bins`, `write to the council about the street lamps`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Section
from tcsg.reading.points import are_apart, beginnings
from tcsg.reading.said import REMARK, SEEING_TO, SMALL, VAGUE, stems
from tcsg.reading.text import between, words_in

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from tcsg.reading.said import Said

_TELLING_NOTHING = stems(SEEING_TO | VAGUE)
_ALIKE = 5
"""Letters that two words must begin with to be forms of one, or a slip of the pen: `distance`, `distace`."""
_LONG = 8
"""Words that two mentions do not have by chance."""
_MANY = 4
"""Words of a task that a list does not have twice by chance."""
_LEAST = 2
"""Words that two tasks must share: what is done, and one more."""


def are_two(said: Said, other: Said, twice: Container[str]) -> bool:
    """Whether two mentions that share most words are two tasks all the same; `twice` has what the minutes say twice in the very words.

    So are two that each are said twice, and one thing and another of which one is said twice, or only one is of old:
    a list that says a task again in its very words says another one by other words.
    """
    if said.key == other.key or not {*said.mention.cites}.isdisjoint(other.mention.cites):
        return False
    here, there = said.key in twice, other.key in twice
    if here and there:
        return True
    of_old = (said.mention.section is Section.REVIEW) is not (other.mention.section is Section.REVIEW)
    return (here or there or of_old) and is_swapped(said, other)


def is_swapped(said: Said, other: Said) -> bool:
    """Whether two tasks are to do the same with one thing each: both begin alike, and each goes on with words that the other has not.

    Or something else is to be done with one thing: `organise the fair`, `book the band for the fair`. What every task may have
    tells nothing, nor when it is due.
    """
    here, there = _task(said), _task(other)
    mine, theirs = between(here, there)
    if not mine or not theirs or "".join(mine) == "".join(theirs):
        return False
    one, two = _telling(mine, theirs), _telling(theirs, mine)
    if not one or not two:
        return False
    if here[0] == there[0]:
        return sum(word in there for word in here) >= _LEAST
    verbs = said.verb, other.verb
    return None not in verbs and not {*verbs} & SEEING_TO and verbs[0] not in there and verbs[1] not in here and len(one) + len(two) > _LEAST


def _telling(mine: Sequence[str], theirs: Sequence[str]) -> frozenset[str]:
    """The words of one that tell something and that the other has in no form."""
    heads = {word[:_ALIKE] for word in stems(theirs)}
    return frozenset([word for word in stems(mine) - _TELLING_NOTHING if word[:_ALIKE] not in heads])


def _task(said: Said) -> list[str]:
    """The telling words of a mention in their order, without whose it is, when it is due and how it goes."""
    due = said.mention.due
    late = frozenset(words_in(due.words.casefold())) if due else frozenset()
    parts = ([word for word in words_in(part) if word not in said.owners] for part in REMARK.split(said.key, maxsplit=2))
    told = next(filter(None, parts), [])  # behind whose it is: `Ann: row`, `Ann - row`
    return [word for word in told if word not in SMALL and word not in late]


def are_of_other_topics(said: Said, other: Said) -> bool:
    """Whether two are told under two topics, and are not so long that one says the other again."""
    if said.topic is None or other.topic is None or said.topic == other.topic or (said.key == other.key and len(said.bag) >= _LONG):
        return False
    return are_apart(said.topic, other.topic, beginnings(said.key), beginnings(other.key))


def are_below_two(said: Said, other: Said) -> bool:
    """Whether two stand in one list, below two points of it: what is to be done for each, be it in the same words."""
    one, two = said.mention.point, other.mention.point
    return one is not None and two is not None and one != two and said.block is not None and said.block == other.block


def is_copied(said: Said, other: Said) -> bool:
    """Whether a list has a row twice: the very words of the same people, as far as they were, under another number.

    The ids of a ledger, `A4.1`, are given once.
    """
    if any(cite[:1] in ("A", "a") and "." in cite for one in (said, other) for cite in one.mention.cites):
        return False
    row = (said.key, said.owners, said.block, said.mention.status, said.mention.due) == (
        other.key, other.owners, other.block, other.mention.status, other.mention.due,
    )  # fmt: skip
    return row and said.block is not None and len(said.bag) >= _MANY
