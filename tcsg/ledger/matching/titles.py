"""What titles tell: a list of old actions may give no more of one than what it is about, or what heads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.matching.index import NAMING
from tcsg.ledger.matching.stems import shared_words
from tcsg.ledger.matching.tasks import tasks
from tcsg.ledger.matching.topics import is_vague
from tcsg.ledger.matching.words import Words, same_owners
from tcsg.model import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

_TELLING = 4
"""Words that tell an action when the verb is left out: `Approval of the plans for the slipway` for `complete the approval of …`."""
ASKED = 0.66
"""Evidence from which a person is asked."""


def entitled(one: Words, other: Words) -> float:
    """Evidence of titles: those of a list of old actions tell more."""
    return max(_titled(one, other), _headed(one, other)) if one.section is Section.REVIEW else _headed(one, other)


def _titled(one: Words, other: Words) -> float:
    """Evidence of a mention that only names an action, as a list of old actions does: `Decision log: …`, `Ann / log: …`.

    It may say more of the thing, but not what is done with it. `Issue #18 – no progress` names what is about that issue and no other.
    """
    if one.numbered and one.issues == other.issues and all(deed in other.deeds or is_vague(deed) for deed in one.deeds):
        return 0.8
    if not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return 0.0
    mine = 0.1 if same_owners(one, other) == 1 else 0.0
    here, there = tasks(one, other)
    title = one.title - other.people or one.title  # `Tide tables (Ann): …` may name her in a way that is not read
    told = 0.1 if len(title) < len(one.title) else mine
    found = max(_title(here, there, mine), _title(there, here, mine), _title(title, there, told, base=0.55))
    if not one.deeds and len(things := there - other.deeds) >= _TELLING and shared_words(things, here) == len(things):
        found = max(found, _title(things, here, mine))
    if other.filled is None or not do_the_same(one, other.filled):
        return found
    return max(found, _title(other.filled.bag, here, mine), _title(title, other.filled.bag, told, base=0.55))


def _headed(one: Words, other: Words) -> float:
    """Evidence that one is all that heads the other: `New address for the letters`, `New address for the letters – Ann asks the bank`.

    Or that both have one heading, which says what is to be done: `Print the programme of the fair – no news`. A heading that only names
    the action, three words or more, leaves it in doubt: `Harbour safety charter – the report is coming`.
    """
    mine, theirs = one.title, other.title
    if not mine and not theirs:
        return 0.0  # most have none
    naming = len(mine) >= NAMING
    if not (
        naming or len(mine) == len(theirs) or len(one.bag) == len(theirs) or len(other.bag) == len(mine) or (one.titled and len(mine) == len(theirs))
    ):
        return 0.0
    owners = same_owners(one, other)
    both = one.section is Section.REVIEW and other.section is Section.REVIEW
    here, there = (one.numbers & mine, other.numbers & theirs) if both else (one.numbers, other.numbers)  # two reports count what they like
    if not owners or not (here <= there or there <= here):
        return 0.0
    if _are_called_alike(one, other):
        return 0.8 + (0.1 if owners == 1 else 0.0)
    heads = [(one.bag, theirs, other.titled), (other.bag, mine, one.titled)]
    if one.titled and other.titled and not (one.tasked and other.tasked):
        heads.append((mine, theirs, True))
    if any(_is_heading(whole, head, NAMING if ordered else _TELLING) for whole, head, ordered in heads):
        return 0.8 + (0.1 if owners == 1 else 0.0)
    named = naming and shared_words(mine, tasks(one, other)[1]) == len(mine)
    return ASKED if named and not (one.tasked and one.deeds.isdisjoint(other.deeds)) else 0.0


def _are_called_alike(one: Words, other: Words) -> bool:
    """Whether both have one title and say what is going on, or tell to do the same: `Tide table – no news`, `Tide table – it is at the printer's`.

    It is the same people's, or three words or more where both stand in a review: a list may have the same titles at every meeting, over
    whatever there is to say.
    """
    mine, theirs = one.title, other.title
    if len(mine) < 2 or not _is_heading(mine, theirs, 2) or ((one.tasked or other.tasked) and (one.deeds - mine).isdisjoint(other.deeds - theirs)):
        return False
    both = one.section is Section.REVIEW and other.section is Section.REVIEW
    owned = bool(one.owners) and same_owners(one, other) == 1
    return (both or owned) if len(mine) >= NAMING else both and owned


def _is_heading(whole: frozenset[str], head: frozenset[str], least: int) -> bool:
    return len(whole) == len(head) >= least and shared_words(whole, head) == len(head)


def _title(short: frozenset[str], long: frozenset[str], mine: float, base: float = 0.62) -> float:
    """Evidence that the words of one are the title of the other: all of them, or most; `mine` is what the owners add."""
    size = len(short)
    if not 2 <= size <= len(long):
        return 0.0
    shared = shared_words(short, long)
    if shared == size:
        return min(0.8, base + 0.05 * size) + mine
    likely = shared >= max(2, 0.6 * size) and size < len(long)
    return 0.6 + (mine if shared >= 3 else 0.0) if likely else 0.0


def told_with(one: Words, known: Sequence[Words]) -> Sequence[Words]:
    """Of the wordings of an action those with which a mention can be compared.

    Not those that only name it where others tell to do something else: an action to `clean up the list for the election` may be reviewed
    as `The election`, and is not `start the election` for that.
    """
    deeds = frozenset[str]().union(*[words.deeds for words in known]) if one.deeds else frozenset[str]()
    if not deeds or not deeds.isdisjoint(one.deeds):
        return known
    return [words for words in known if words.deeds or words.text == one.text]


def do_the_same(one: Words, other: Words) -> bool:
    """Whether the owners can be the same, and what they are to do."""
    return bool(same_owners(one, other)) and (one.text == other.text or not (one.deeds and other.deeds) or not one.deeds.isdisjoint(other.deeds))
