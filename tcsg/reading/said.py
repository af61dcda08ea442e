"""A mention as it is compared with others of its file."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.model import Section, Status
from tcsg.reading.again import is_again
from tcsg.reading.points import Topic, topic_of
from tcsg.reading.text import words_in
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Container

    from tcsg.model import Mention
    from tcsg.reading.blocks import Block
    from tcsg.reading.names import Names

_NAME = late.compile(r"(?<=[^\s.!?:])\s+([A-Z]\w+)")
_REMARK = re.compile(r"(?<=\w)(?:\)?: | [–—-]+ |\. )(?=\w)")
_NUMBERS = late.compile(r"\d+")
_SMALL = frozenset("a an the to of and or in on for with by at as is are be will that this it from about their his her its".split())
_LEFT = frozenset("remaining outstanding unresolved unfinished incomplete ongoing pending".split())
"""Words of a title above actions that are not done: one with the very words of a review is that, whatever the review says of it."""
SEEING_TO = frozenset("address chase complete continue finalise finalize finish follow up progress pursue settle solve sort out work on".split())
"""What says no more of a task than that it is seen to."""
VAGUE = frozenset("pr pull request issue ticket item action task thing work draft version page document report problem matter".split())
"""What goes with whatever is talked about."""
POINTING = frozenset("this these it them".split())
"""What points to something that stands above."""
GOING_ON = frozenset("continue continues continuing keep still".split())
"""What a task that goes on begins with: `Continue to share the notes`."""


def said_words(key: str) -> frozenset[str]:
    """The words of a casefolded text that tell something."""
    return frozenset([word for word in words_in(key) if word not in _SMALL])


@frozen
class Said:
    """A mention as it is compared."""

    mention: Mention
    block: int | None
    """Line of the block it stands in."""
    bag: frozenset[str]
    numbers: frozenset[str]
    owners: frozenset[str]
    key: str
    closed: bool
    """Whether it closes an action of earlier meetings."""
    given: bool
    """Whether it gives an action anew."""
    verb: str | None
    """The verb with which it begins, whoever stands before it."""
    left: bool
    """Whether it stands in a list of what remains."""
    task: frozenset[str]
    """The words of it before what is told of how it goes."""
    again: bool
    """Whether it tells to do something again."""
    topic: Topic | None
    """What is talked about where it stands, if that is compared."""


def said_of(mention: Mention, block: Block | None, names: Names, lists: Container[str] | None = None) -> Said:
    """What of a mention of a block is compared; its topic too where those `lists` are known that stand below what was talked about."""
    key = mention.text.casefold().rstrip(" .")
    owners = _called(mention.owners, names)
    words = [word for word in words_in(key) if word not in _SMALL]
    bag = frozenset(words)
    parts = (bag.intersection(words_in(part)) - owners for part in _REMARK.split(key, maxsplit=2))
    task = next(filter(None, parts), bag)
    numbers = frozenset(() if "".join(words).isalpha() else _NUMBERS.findall(key))
    first = next((word for word in words if word not in owners and word not in GOING_ON), None)
    reviewed, is_open = mention.section is Section.REVIEW, mention.status is Status.OPEN
    closed, given = reviewed and not is_open, is_open and not reviewed
    verb = first if first in w.VERBS else None
    left = block is not None and _is_of_what_is_left(block.title)
    home = block.line if block else None
    topic = None if lists is None else topic_of(mention, lists)
    return Said(mention, home, bag, numbers, owners, key, closed, given, verb, left, task, is_again(key), topic)


@lru_cache(maxsize=64)
def _is_of_what_is_left(title: str) -> bool:
    return not _LEFT.isdisjoint(words_in(title.casefold()))


@lru_cache(maxsize=256)  # few people have most actions of a meeting
def _called(owners: tuple[str, ...], names: Names) -> frozenset[str]:
    """The words by which owners are called."""
    return frozenset([word for owner in owners for word in (names.person(owner), *owner.casefold().split())])


def names_within(said: Said) -> frozenset[str]:
    """Words within a mention that begin with a capital, and are no owners: people, places, papers."""
    return frozenset(name.casefold() for name in _NAME.findall(said.mention.text)) - said.owners
