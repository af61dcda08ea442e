"""What the words of an action leave to the heading above them: `Luke to send this out` below `Annual report`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.ledger.matching.stems import stem
from tcsg.reading.points import FRAME, beginning
from tcsg.reading.text import spelt_in, words_in
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.points import Topic

_VAGUE = frozenset(
    map(
        stem,
        """
        issue issues ticket tickets request pr bug list email mail message note notes thread meeting meetings page document doc draft item
        action point points question discussion proposal task thing things plan next week month details information start least group
        everyone everybody members team back round forward further again look idea ideas
        """.split(),
    )
)
"""Words that name no subject: an issue is raised, an e-mail sent, a list begun, whatever they are about."""
_FRAME = frozenset(map(stem, FRAME))
"""Words of titles that stand over whatever a meeting talks about."""
_OF = frozenset(("of", "for", "on", "in", "with", "from", "by", "and", "to"))
"""Words after a noun that looks like a verb: `plan of the visit`."""
_ARTICLES = frozenset("the an der die das den dem des ein eine einen einem einer eines le la les un une".split())
_POINTING = frozenset("this these it them both why".split())
_SPEAKING = 2
"""Words of a title that tell a subject."""


def subject_of(title: str | None) -> str | None:
    """The title of an agenda item, if it tells a subject; None for `Agenda`, `Any other business`, `Updates`."""
    if title is None:
        return None
    telling = _telling(title)
    return title if len(telling) >= _SPEAKING or any(len(word) > 3 for word in telling) else None


@lru_cache(maxsize=512)
def _telling(title: str) -> frozenset[str]:
    return frozenset(map(stem, _spelt(title.casefold()))) - _FRAME


def _spelt(text: str) -> list[str]:
    return [word for word in spelt_in(text) if len(word) > 1]


def is_vague(word: str) -> bool:
    """Whether a word names no subject, whatever else is said."""
    return stem(word) in _VAGUE


def beyond(here: frozenset[str], there: frozenset[str], topic: Topic) -> frozenset[str]:
    """The words of one that the other does not leave to what it stands below: `lamps north`, of `north side` below `Lamps`; all, if none are left."""
    left = frozenset([word for word in here if word in there or not any(one.startswith(beginning(word)) for one in topic.own)])
    return left or here


def is_hollow(bag: frozenset[str], deeds: frozenset[str]) -> bool:
    """Whether the words name nothing that the action is about: `KK to raise an issue`, `PB to send this out`."""
    return not (bag - deeds - _VAGUE)


def points_up(text: str, title: str) -> bool:
    """Whether the words point to something that stands above them, or share a word with that: `the module` below `Sailing module`.

    Not every task points to `The garden` because it has a `the` as well.
    """
    words = text.casefold()
    return not _POINTING.isdisjoint(words_in(words)) or not _naming(title).isdisjoint(map(stem, _spelt(words)))


@lru_cache(maxsize=512)
def _naming(title: str) -> frozenset[str]:
    return _telling(title) - _ARTICLES


def begins_with_order(tokens: Sequence[str]) -> bool:
    """Whether words begin with what is to be done, and it is no thing: `plan the visit`, `planting the trees`, but not `plan of the visit`."""
    if len(tokens) < 2 or tokens[1] in _OF:
        return False
    first = tokens[0]
    return first in w.VERBS or (first[-3:] == "ing" and (first[:-3] in w.VERBS or f"{first[:-3]}e" in w.VERBS))
