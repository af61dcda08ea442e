"""Is this mention the action of an earlier meeting? What speaks for it and against it, each ground with its weight."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.matching.index import ENTITLED
from tcsg.ledger.matching.likeness import MOST, likeness
from tcsg.ledger.matching.routine import is_routine
from tcsg.ledger.matching.stems import shared_words
from tcsg.ledger.matching.tasks import names_owner
from tcsg.ledger.matching.titles import ASKED, do_the_same, entitled, told_with
from tcsg.ledger.matching.words import LONG, Words, is_more, same_owners
from tcsg.model import Section
from tcsg.reading.numbering import is_scoped
from tcsg.reading.points import are_apart, beginnings
from tcsg.reading.status import read_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SURE = 0.78
"""Evidence from which two wordings are one action."""

DOUBTFUL = ASKED
"""Evidence from which a person should be asked."""

REWORDED = 0.45
"""Evidence from which words of a meeting that the ledger knows an action to be in are that action, reworded."""

CITED = 10.0
"""Evidence of a mention that names the id, or of a person's word: more than any wording gives."""

_FADING = 3
"""Meetings for which an action may be silent before that counts against its return."""
_REVIEWED = 0.06
"""What it weighs that a mention stands in a list of earlier actions."""
_LATELY = 0.03
"""What it weighs that an action was mentioned at the meeting before."""
_NEW = -0.06
"""What it weighs that a mention stands in a list of new actions."""


@frozen
class Ground:
    """One ground for or against, and how much it weighs."""

    weight: float
    words: str


_LEFT = "of the same owners nothing else is left that it can be"
_NAMED = Ground(-0.15, "the owner of one is named in the words of the other")
_ELSEWHERE = Ground(-0.36, "it stands below another topic")
"""The very words of the same people, too few to tell what they are about, are asked about."""
_FAR_OFF = Ground(-0.1, "it stands below another topic")
_AGAIN = Ground(-0.35, "it is to be done again")
_IN_REVIEW = Ground(_REVIEWED, "it stands in a list that reviews earlier actions")
_IN_NEW = Ground(_NEW, "it stands in a list of new actions")


@cache
def _said_lately(silent: int) -> Ground:
    if not silent:
        return Ground(_LATELY, "it was mentioned at the meeting before")
    return Ground(-0.04 if silent < _FADING else -0.1, f"it was not mentioned for {silent} meeting{'s' * (silent > 1)}")


@frozen
class Why:
    """Why a mention is taken for an action: what it cites or a person said, else its wordings and those of the action then.

    The grounds are worked out when somebody asks: most are never asked for.
    """

    cited: str | None = None
    wordings: tuple[Words, ...] = ()
    known: tuple[Words, ...] = ()
    silent: int = 0
    closes: bool = False
    left: bool = False
    """Whether it is the action that is left when all else is known."""

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The grounds for and against, of the two wordings that are most alike."""
        if self.cited is not None:
            return (Ground(CITED, self.cited),)
        found = [grounds(one, words, self.silent, closes=self.closes) for one in reversed(self.wordings) for words in told_with(one, self.known)]
        told = (*max(found, key=lambda found: sum(g.weight for g in found)), *elsewhere(self.wordings, self.known))
        return (*told, Ground(round(SURE - sum(g.weight for g in told), 2), _LEFT)) if self.left else told


def elsewhere(wordings: Sequence[Words], known: Sequence[Words]) -> tuple[Ground, ...]:
    """What counts against it that the mention stands below another topic than the action ever did; long texts have more to be known by."""
    here = [one for one in wordings if one.topic is not None]
    there = [words for words in known if words.topic is not None] if here else []
    if not there or not all(_are_apart(one, words) for one in here for words in there):
        return ()
    return (_ELSEWHERE if min(len(words.bag) for words in (*here, *there)) < LONG else _FAR_OFF,)


def _are_apart(one: Words, other: Words) -> bool:
    if one.links & other.links or one.own & other.own:
        return False
    return are_apart(one.topic, other.topic, beginnings(one.text), beginnings(other.text))


def evidence(one: Words, other: Words, silent: int = 0, least: float | None = None, *, closes: bool = False) -> float:
    """Evidence that a mention with the words `one` restates an action with the words `other`, last mentioned `silent` meetings before the last.

    What `closes` an action is none that the meeting gives anew. What cannot come to `least` is 0; most pairs that share some
    words are such, and are told by these alone.
    """
    wording = None
    if least is not None and _goes_by_wording(one, other):
        led = _is_led(one, other)
        first = likeness(one.lead or one, other.lead or other, worded(one, least)) if led else 0.0
        wording = likeness(one, other, worded(one, least)) or None  # what is more than 0 is exact
        if wording is None and not first and not entitled(one, other):
            return 0.0
        wording = None if led else wording
    return sum([ground.weight for ground in _weighed(one, other, silent, closes=closes, wording=wording)])


def _is_led(one: Words, other: Words) -> bool:
    """Whether what leads two wordings may tell that they are one: the first sentence in a review, the task before a remark elsewhere."""
    if one.lead is None and other.lead is None:
        return False
    if one.remarked or other.remarked:
        same = one.owners == other.owners and (_tells_on(one, other) or _tells_on(other, one))
        return same and (one.lead or one).numbers == (other.lead or other).numbers
    return one.section is Section.REVIEW or not one.links.isdisjoint(other.links)


def _tells_on(one: Words, other: Words) -> bool:
    """Whether one says no more than the other does behind which it makes a remark: `update the charter (see whether we are ready to vote)`."""
    return one.remarked and one.lead is not None and other.lead is None and one.lead.text == other.text


def _goes_by_wording(one: Words, other: Words) -> bool:
    """Whether the wording alone shows whether all grounds together can come to anything, titles aside."""
    return not ((one.own and other.own) or (one.links and other.links) or one.filled or other.filled)


def worded(one: Words, least: float) -> float:
    """The likeness that the words of a mention must have with those of an action for all evidence to come to `least`."""
    if one.section is None:
        return least - _LATELY
    return least - _LATELY - (_REVIEWED if one.section is Section.REVIEW else _NEW)


def grounds(one: Words, other: Words, silent: int = 0, *, closes: bool = False) -> tuple[Ground, ...]:
    """What speaks for and against, the wording first; their weights add up to the evidence."""
    wording, *others = _weighed(one, other, silent, closes=closes)
    _, here, there = _worded(one, other)
    return Ground(wording.weight, _told(here, there) + (", with the title above" if here is not one or there is not other else "")), *others


def _weighed(one: Words, other: Words, silent: int, *, closes: bool, wording: float | None = None) -> list[Ground]:
    """The grounds; what is said of the wording is left out, for most comparisons end here. `wording` is its likeness, if that is known."""
    led = likeness(one.lead or one, other.lead or other) if _is_led(one, other) else 0.0
    if wording is None:
        wording = _worded(one, other, led)[0] if led < MOST else led  # more alike they cannot be, and to compare all words is dear
    wording = max(wording, led)
    titled = entitled(one, other) if wording < ENTITLED else 0.0  # no title tells more, and to compare titles is dear
    found = [Ground(max(wording, titled), "")]
    if one.own and other.own:
        found += _numbers(one, other, silent)
    if one.links and other.links:
        found += _links(one, other)
    if one.names and (wording >= titled or _names_other(one, other)) and not _is_numbered(one, other, silent):
        found += _names(one, other)
    if one.owners != other.owners and (names_owner(one, other) or names_owner(other, one)):
        found.append(_NAMED)
    found += _placed(one, other, wording=found[0].weight)
    found.append(_said_lately(silent))
    score = sum(ground.weight for ground in found)
    if score >= SURE and not closes and is_routine(one, other):
        found.append(Ground(SURE - 0.01 - score, "every meeting needs that anew"))
    return found


def _placed(one: Words, other: Words, wording: float) -> Iterator[Ground]:
    """What the list tells in which a mention stands, and whether it gives anew what is to be done again."""
    reviewed = one.section is Section.REVIEW
    if one.anew and is_more(one, other) and not (reviewed and not one.begins_again):
        yield _AGAIN
    if reviewed and wording:
        yield _IN_REVIEW
    elif one.section is Section.NEW:
        yield _IN_NEW


def _worded(one: Words, other: Words, least: float | None = None) -> tuple[float, Words, Words]:
    """Likeness of two wordings, and what was compared: what one of them leaves to the title above it is filled in.

    Not where others do it, or do something else with it. Where both leave it to a title, and it is the same, that tells nothing.
    What cannot come to `least` may be less than it is.
    """
    wording = likeness(one, other, least)
    here, there = one.filled or one, other.filled or other
    if (here is one and there is other) or not do_the_same(here, there):
        return wording, one, other
    if here is not one and there is not other and one.hollow and other.hollow:
        return (likeness(here, there, least), here, there) if here.bag - one.bag != there.bag - other.bag else (wording, one, other)
    return max((wording, one, other), (likeness(here, there, least), here, there), key=lambda found: found[0])


def _told(one: Words, other: Words) -> str:
    """The wording and the owners in words."""
    shared = shared_words(one.bag, other.bag)
    said = "the same words" if one.text == other.text else f"{shared} words in common of {len(one.bag)} and {len(other.bag)}"
    owners = {1.0: ", the same owners", 0.5: ", an owner in common", 0.0: ", other owners"}.get(same_owners(one, other), "")
    return said + owners


def _numbers(one: Words, other: Words, silent: int) -> Iterator[Ground]:
    """The numbers by which the committee itself calls its actions; a plain one may be of any list that counts from 1.

    One that counts within an agenda item may be given again at any meeting: it means an action where the next meeting reviews it.
    """
    same, told = one.own & other.own, one.telling | other.telling
    reviewed = one.section is Section.REVIEW
    counted = not all(map(is_scoped, one.telling)) or any("/" in number for number in same)  # on from meeting to meeting
    scoped = counted or (any(map(is_scoped, same or one.own)) and any(map(is_scoped, same or other.own)))
    telling = not same.isdisjoint(told)
    if same and scoped and (telling or (reviewed and not silent)):
        alone = reviewed and (one.bag <= other.people or read_report(one.text) is not None)
        mine = 0.6 if same_owners(one, other) == 1 else 0.5
        weight = 0.9 if reviewed and telling else 0.8 if alone or counted else 0.7 if reviewed else mine
        yield Ground(weight, f"the committee's own number {min(same)}")
    elif same:
        yield Ground(0.1, f"the same number {min(same)}")
    elif scoped:
        yield Ground(-0.25, f"other numbers, {min(one.own)} and {min(other.own)}")


def _is_numbered(one: Words, other: Words, silent: int) -> bool:
    """Whether a review tells something of an action of the meeting before by its number: whatever it names is no part of the task."""
    return one.section is Section.REVIEW and not silent and any(map(is_scoped, one.own & other.own))


def _links(one: Words, other: Words) -> Iterator[Ground]:
    """Links: what both refer to must agree."""
    yield Ground(0.15, "the same link") if one.links & other.links else Ground(-0.45, "other links")


def _names_other(one: Words, other: Words) -> bool:
    """Whether the title of a mention has a name that the action has not."""
    return not (one.names & one.title if one.title else one.names) <= other.names | other.bag | other.people


def _names(one: Words, other: Words) -> Iterator[Ground]:
    """Names of people, places and papers, other than the words that both share."""
    here, there = one.names - other.names - other.bag, other.names - one.names - one.bag
    if here and there:
        yield Ground(-0.15, f"other names, {min(here)} and {min(there)}")
    elif here and other.owners and not one.owners and one.section is not Section.REVIEW and (told := here - other.people):
        yield Ground(-0.1, f"nobody is to do it, and it names {min(told)}")
