"""A mention as it is compared with others of its file."""

from __future__ import annotations

import re
from copy import copy
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Section, Status
from tcsg.reading.again import is_again
from tcsg.reading.points import Topic, topic_of
from tcsg.reading.text import words_in
from tcsg.reading.which import with_letters_told
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from tcsg.model import Mention
    from tcsg.reading.blocks import Block
    from tcsg.reading.names import Names

_NAME = late.compile(r"(?<=[^\s.!?:])\s+([A-Z]\w+)")
REMARK = late.compile(
    r"(?<=\w)(?:\)?: | [–—-]+ |(?<!\bprof)(?<!\bdr)(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bst)(?<!\bno)(?<!\brev)(?<!\bcllr)\. )(?=\w)", re.IGNORECASE
)
"""What parts a task from what is told of it; no sentence ends in `Prof. Lund`."""
_NUMBERS = late.compile(r"0[a-h]\b|\d+")
SMALL = frozenset("a an the to of and or in on for with by at as is are be will that this it from about their his her its".split())
_LEFT = frozenset("remaining outstanding unresolved unfinished incomplete ongoing pending".split())
"""Words of a title above actions that are not done: one with the very words of a review is that, whatever the review says of it."""
SEEING_TO = frozenset("address chase complete continue finalise finalize finish follow up progress pursue settle solve sort out work on".split())
"""What says no more of a task than that it is seen to."""
VAGUE = frozenset("pr pull request issue ticket item action task thing work draft version page document report problem matter".split())
"""What goes with whatever is talked about."""
_TASK = 3
"""Words of a task that a list has again with its owners named beside it."""
_LEAST = 4
"""Words that tell which thing is done."""
_ENDINGS = ("ing", "ed", "es", "s", "e")
"""What a word may end with, or not."""
_SHORTEST = 3
"""Letters that are left of it."""
GOING_ON = frozenset("continue continues continuing keep still".split())
"""What a task that goes on begins with: `Continue to share the notes`."""


def said_words(key: str) -> frozenset[str]:
    """The words of a casefolded text that tell something."""
    return frozenset([word for word in words_in(key) if word not in SMALL])


def stems(words: Iterable[str]) -> frozenset[str]:
    """Words without their endings: `oar`, `oars`; `internal` and `international` are two."""
    return frozenset(map(_stem, words))


@lru_cache(maxsize=4096)  # a page has few words, and says them again and again
def _stem(word: str) -> str:
    return next((word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST), word)


class Said:
    """A mention as it is compared; what is asked of few is worked out when it is asked."""

    def __init__(self, mention: Mention, block: Block | None, names: Names, lists: Container[str] = ()) -> None:
        self.mention = mention
        self._block = block
        self._lists = lists
        self.owners = called(mention.owners, names)
        self.key = with_letters_told(mention.text, self.owners).casefold().rstrip(" .")
        self.bag = said_words(self.key)
        looks_back = mention.section is Section.REVIEW or (mention.kind is Kind.CHECKBOX and mention.section is None)
        self.closed = looks_back and mention.status is not Status.OPEN
        """Whether it closes an action of earlier meetings; what is ticked off was given before."""
        self.given = mention.section is not Section.REVIEW and mention.status is Status.OPEN
        """Whether it gives an action anew."""

    def with_mention(self, mention: Mention) -> Said:
        """The same words, of a mention of which more or less is known."""
        other = copy(self)
        other.mention = mention
        return other

    @property
    def block(self) -> int | None:
        """Line of the block it stands in."""
        return self._block.line if self._block else None

    @property
    def title(self) -> str | None:
        """The title of that block."""
        return self._block.title if self._block else None

    @property
    def left(self) -> bool:
        """Whether it stands in a list of what remains."""
        return self._block is not None and _is_of_what_is_left(self._block.title)

    @cached_property
    def named(self) -> frozenset[str]:
        """Those of its words that name its owners."""
        return self.bag & self.owners

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers it names."""
        return frozenset(_NUMBERS.findall(self.key))

    @cached_property
    def verb(self) -> str | None:
        """The verb with which it begins, whoever stands before it."""
        apart = (SMALL, self.owners, GOING_ON)
        first = next((word for word in words_in(self.key) if not any(word in some for some in apart)), None)
        return first if first in w.VERBS else None

    @property
    def deed(self) -> str | None:
        """That verb, or the one that the task only continues: `continue scanning the books`."""
        if self.verb is not None or self.bag.isdisjoint(GOING_ON):
            return self.verb
        going = next((word[:-3] for word in words_in(self.key) if word[-3:] == "ing"), "")
        return next((verb for verb in (going, f"{going}e", going[:-1]) if verb in w.VERBS), None)

    @cached_property
    def task(self) -> frozenset[str]:
        """The words of it before what is told of how it goes."""
        parts = (self.bag.intersection(words_in(part)) - self.owners for part in REMARK.split(self.key, maxsplit=2))
        return next(filter(None, parts), self.bag)

    @cached_property
    def topic(self) -> Topic | None:
        """What is talked about where it stands, as it tells that in no list of actions but those that several agenda items have."""
        return topic_of(self.mention, self._lists)

    @cached_property
    def again(self) -> bool:
        """Whether it tells to do something again."""
        return is_again(self.key)


@lru_cache(maxsize=64)
def _is_of_what_is_left(title: str) -> bool:
    return not _LEFT.isdisjoint(words_in(title.casefold()))


@lru_cache(maxsize=256)  # few people have most actions of a meeting
def called(owners: tuple[str, ...], names: Names) -> frozenset[str]:
    """The words by which owners are called."""
    return frozenset([word for owner in owners for word in (names.person(owner), *owner.casefold().split())])


def names_within(said: Said) -> frozenset[str]:
    """Words within a mention that begin with a capital, and are no owners: people, places, papers."""
    return frozenset(name.casefold() for name in _NAME.findall(said.mention.text)) - said.owners - SMALL


def does_the_same(one: Said, other: Said) -> bool:
    """Whether two tell the same people to do the same, and only one names them: `Ann to mend the old pump`, `mend the old pump`."""
    task = one.bag - one.owners
    return bool(one.owners) and one.owners == other.owners and task == other.bag - other.owners and len(task) >= _TASK and one.key != other.key


def does_also(one: Said, other: Said) -> bool:
    """Whether one does what the other does, in its very words, beside something else: `settle the plan and tell Kit of the spring plan`."""
    if other.verb is None or len(other.bag) <= _LEAST or len(one.key) <= len(other.key):
        return False
    return one.key.endswith(f" and {other.key[other.key.index(other.verb) :]}")
