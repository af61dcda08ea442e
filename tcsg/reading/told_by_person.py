"""A list that looks back by its form: people, and below each what was to be done, struck out or with what is told of it set in italics.

`**Ann**` above `- ~~paint the door~~` and `- order a lamp *none to be had before May*`
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tcsg.model import Section, Status
from tcsg.reading.blocks import is_elsewhere
from tcsg.reading.headings import Opening
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import NAME_WORD, is_group, split_owners
from tcsg.reading.numbering import unnumbered
from tcsg.reading.remarked import REMARK
from tcsg.reading.status import STRUCK, find_status
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.names import Names

_ENOUGH = 60
"""Items below the title that are looked at."""
_BETWEEN = ("and", "&", "+", "/", ",")
_NAME = 40
"""Characters of a name."""
_LEAST = 2
"""People, and tasks that are struck out or told to be done."""


def opens_told(items: Sequence[Item], n: int, names: Names) -> Opening | None:
    """The opening that a heading is by such a list below it."""
    item = items[n]
    if item.shape is not Shape.HEADING or n + 2 >= len(items) or not _may_name(items[n + 1]) or items[n + 2].shape is not Shape.BULLET:
        return None
    below = list(takewhile(lambda it: it.shape is Shape.BULLET or _may_name(it), items[n + 1 : n + 1 + _ENOUGH]))
    tasks = [it.text for it in below if it.shape is Shape.BULLET and it.indent == items[n + 2].indent]
    states = [find_status(text, names.idiom) for text in tasks]
    closed = sum(state is not None and (state.words == STRUCK or state.status is not Status.OPEN) for state in states)
    told = sum(state is not None or REMARK.search(text) is not None for text, state in zip(tasks, states, strict=True))
    title = unnumbered(plain(item.text)).strip(" :")
    people = [_is_name(it, names) for it in below if it.shape is Shape.LINE]
    if len(people) < _LEAST or 2 * sum(people) < len(people) or closed < _LEAST or 3 * told < 2 * len(tasks) or is_elsewhere(title.casefold()):
        return None
    return Opening(title, actions=True, section=Section.REVIEW)


def _may_name(item: Item) -> bool:
    """Whether a line in bold or with a colon may name people and nothing else."""
    if item.shape is not Shape.LINE or len(item.lines) > 1 or len(item.text) > _NAME or not (item.text[:2] == "**" or item.text[-1:] == ":"):
        return False
    return all(NAME_WORD.match(word) or word in _BETWEEN for word in _name(item).replace(",", " , ").split())


def _is_name(item: Item, names: Names) -> bool:
    """Whether a line names people."""
    owners = split_owners(_name(item), names)
    return bool(owners) and all(names.knows(o) or is_group(o) or is_given(o.split()[0]) for o in owners)


def _name(item: Item) -> str:
    return plain(item.text).strip(" :")
