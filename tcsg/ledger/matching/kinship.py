"""How much of what tells two actions is the same, where place or owner already speak for their being one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.frozen import frozen, replace
from tcsg.ledger.matching.alike_deeds import do_alike
from tcsg.ledger.matching.counts import COUNTED, number_others
from tcsg.ledger.matching.own import may_be_places
from tcsg.ledger.matching.routine import ROUTINE
from tcsg.ledger.matching.stems import common_words, form, meaning
from tcsg.ledger.matching.tasks import names_owner, told_of
from tcsg.ledger.matching.telling_how import BOUND, TELLING, orders, reports_first, says, task_of
from tcsg.ledger.matching.topics import beyond, is_vague
from tcsg.ledger.matching.words import is_more, same_owners
from tcsg.model import Section
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from tcsg.ledger.matching.words import Words

GENERAL = frozenset(
    map(
        meaning,
        "address await chase continue deal do figure finish follow handle keep look manage progress pursue settle solve sort start tackle try wait"
        " work".split(),
    )
)
"""Verbs for whatever is to be done with a thing."""
_MADE = {meaning("write"): frozenset(map(form, "letter email mail note message".split())), meaning("contact"): frozenset(("call", "email", "mail"))}
"""What is there when somebody has done what a verb says: `letter to the county`, where Bo was to write to them."""
_ASKING = frozenset("what who whom whose which when where why how whether there here".split())
_NEW = frozenset(("new",))
"""What is to be had may be called new, or not: `the lamp`, `the new lamp`."""
_BODIES = frozenset(map(form, "steering committee board council".split()))
"""The committee's own name stands in whatever it talks of."""
_APART = COUNTED | GENERAL | TELLING | _ASKING | _NEW | BOUND | _BODIES
"""Words that tell no task, whatever is said."""
_SHARED = 0.5
"""What `same_owners` gives where they have some in common."""
_FEW = 2
"""Telling words that no other action has, and that are more than two tasks of one person have by chance."""
_FAR = 4
"""How many times the words in common a mention may have where its place alone speaks for it."""


@frozen
class Kin:
    """What two wordings of the same owners have in common."""

    words: frozenset[str]
    """The telling words of the second that both have."""
    things: frozenset[str]
    """Those that are no verbs."""
    whole: bool
    """Whether they are all that one of them has."""
    same: bool
    """Whether the first does nothing with it that the other does not."""
    general: bool
    """Whether both say no more of what is to be done than that it be seen to: `sort out the mower`, `deal with the mower`."""
    told: bool
    """Whether the first gives no order, and tells what has become of the second."""
    owned: float
    """What `same_owners` gives: the same, one in common, or one has none."""
    part: float
    """How much of the shorter both have."""
    more: bool
    """Whether the first says four times as much as both have, and none of it is of how it went: a task of its own, it may be."""
    goes_on: bool
    """Whether the first only says to go on with what the second tells: `finish the tide tables`."""
    other: bool = False
    """Whether another thing is as likely meant: they say as much but for a word or two for others, or have other names for something."""
    swapped: bool = False
    """Whether the same is to be done with another thing: but for a word, or few of many, they say as much."""
    routine: bool = False
    """Whether they share no more than what each meeting needs anew: `agenda – sent`, of `send out the agenda for May`."""

    @property
    def shared(self) -> int:
        """How many telling words both have."""
        return len(self.words)

    def is_nearer(self, rival: Kin) -> bool:
        """Whether it has more in common than another pair, or as much, and that is all that one of its two says."""
        return (self.shared, self.whole) > (rival.shared, rival.whole)


def kin(one: Words, other: Words, *, told: bool = False, asked: bool = False) -> Kin | None:
    """What tells two wordings of the same owners to be one action; None where nothing does, or anything speaks against it.

    Verbs tell little here, and words such as `meeting` nothing, that go with whatever is talked about. `told` that the first may tell
    what has become of something: where it gives no order, its title counts, and it may be nobody's. What a person can
    be `asked` about may be to do something else with it.
    """
    if one.initials or other.initials:
        from tcsg.ledger.matching.initials import spelt  # lazy: few tasks have any

        one, other = spelt(one, other)
    one = _named(one, other) if one.deeds else one
    told = told and (not orders(one) or reports_first(one))
    owned = _owned(one, other, told=told)
    if not owned or (owned < 0 and not told) or disagree(one, other, told=told or asked):
        return None
    here, there, title = _compared(one, other, told=told)
    words = common_words(here, there)
    things = words - one.deeds - other.deeds - _pasts(one.text) - _pasts(other.text) - ROUTINE
    if title is not here:
        things = common_words(title, there) - ROUTINE
    if other.tasked and one.section is not Section.REVIEW:
        things -= other.title  # it heads whatever is to be done below it
    if one.tasked and one.deeds.isdisjoint(other.deeds) and not (told and reports_first(one)):
        things -= one.title
    things, routine = _or_little(one, other, things, words) if told and owned > 0 else (things, False)
    if not things or (title is not here and not common_words(title, there)):
        return None
    few, many = (title, there) if len(title) <= len(there) else (there, title)
    left = len(few) - len(common_words(few, many))
    if not (told or asked) and (left or len(things) < _FEW) and one.deeds and other.deeds and one.deeds.isdisjoint(other.deeds | GENERAL):
        return None  # another verb for the same, and not all else is said
    general = bool(one.deeds) and bool(other.deeds) and (one.deeds | other.deeds) <= GENERAL
    swapped = _is_swapped(title, there) or (other.titled and _is_swapped(title, other.title & there))
    part, apart = 1 - left / len(few), (swapped and not (told and says(one))) or _are_other_names(one, other)
    anew = swapped and not one.deeds.isdisjoint(other.deeds) and (left == 1 or 3 * left <= len(few))
    same = one.deeds <= other.deeds or (not told and do_alike(one, other))
    more = bool(left) and not one.title and not says(one) and len(here | (one.deeds - other.deeds)) >= _FAR * len(words)
    words = words | (one.numbers & other.numbers) if told else words
    return Kin(words, things, not left, same, general, told, owned, part, more, _goes_on(one, other), other=apart, swapped=anew, routine=routine)


def _compared(one: Words, other: Words, *, told: bool) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The telling words of both, and those of the first that say what it tells of, if that is told apart."""
    here, there = _telling(one, other), _telling(other, one)
    if not told:
        return here, there, here
    here = beyond(here, there, other.topic) if other.topic is not None else here
    subject = one.title or told_of(one, there)
    return here, there, subject & here if subject else here


def _or_little(one: Words, other: Words, things: frozenset[str], words: frozenset[str]) -> tuple[frozenset[str], bool]:
    """The things that both name, or with which it was done, or what each meeting needs anew of the `words` of a review; and whether it is that."""
    things = things or _done_with(one, other) or (one.title if one.title <= one.deeds & other.deeds else things)  # `Outline: none yet`
    routine = not things and one.section is Section.REVIEW
    return (words & ROUTINE if routine else things), routine


def _done_with(one: Words, other: Words) -> frozenset[str]:
    """The thing, however little it tells, with which somebody has done what the other says: `sold 84 tickets`, of the `tickets` to be sold."""
    if other.deeds.isdisjoint(_pasts(one.text) & one.bag):
        return frozenset()
    return frozenset([word for word in common_words(other.bag, one.bag) - other.deeds - ROUTINE - GENERAL if not word[0].isdigit()])


def _goes_on(one: Words, other: Words) -> bool:
    return bool(one.deeds) and one.deeds <= GENERAL and one.deeds.isdisjoint(other.deeds) and not other.deeds <= GENERAL


def _is_swapped(here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether a word or two of one stand for as many of the other."""
    left = len(here) - len(common_words(there, here))
    return 0 < left <= _FEW and len(here) == len(there)


def _named(one: Words, other: Words) -> Words:
    """The first wording, with what may be an order taken for the thing that the other one has: `Release plan`, `write the release plan`."""
    task = task_of(one)
    if not task or meaning(task[0]) not in one.deeds or meaning(task[0]) in other.deeds or form(task[0]) not in other.bag:
        return one
    verb = frozenset((meaning(task[0]),))
    thing = frozenset((form(task[0]),))
    return replace(one, bag=one.bag - verb | thing, title=one.title - verb | thing if one.title else one.title, deeds=one.deeds - verb, titled=False)


def _owned(one: Words, other: Words, *, told: bool) -> float:
    """What `same_owners` gives; who is named beside an owner counts as one: `Ann with Bo: …`.

    Where each names the owner of the other, they have one in common: `Bo has read what Ann wrote`.
    """
    owned = same_owners(one, other)
    if owned == _SHARED and other.literal <= {*one.text.split()}:
        return 1.0  # `Ann with Bo: …`
    if told and not owned and names_owner(one, other) and names_owner(other, one):
        return _SHARED
    return owned


def _telling(one: Words, other: Words) -> frozenset[str]:
    """The words that tell the task; a verb, and the past of one, only where the other says it too."""
    said = common_words(other.bag, one.bag)
    made = frozenset[str]().union(*(_MADE[deed] for deed in other.deeds if deed in _MADE))
    apart = ((one.deeds | other.deeds | _pasts(one.text) | made) - said) | one.people | other.people | _APART
    return frozenset([word for word in one.bag - apart if len(word) > 1 and not is_vague(word) and not word[0].isdigit()])


@lru_cache(maxsize=4096)
def _pasts(text: str) -> frozenset[str]:
    """The words that look like the past of a verb, as they are compared."""
    return frozenset([form(token) for token in text.split() if is_past(token)])


def disagree(one: Words, other: Words, *, told: bool = False) -> bool:
    """Whether numbers, links, names or what is done tell two apart, or one is to be done again.

    Where the first tells what has become of something, what it says behind its title is no part of the task.
    """
    if any(a and b and a.isdisjoint(b) for a, b in ((one.links, other.links), (one.issues, other.issues))) or _are_numbered_apart(one, other):
        return True
    told_first = one.title or (one.lead.bag if one.lead is not None and not one.remarked else frozenset())
    numbers = one.numbers & told_first if told and told_first else one.numbers
    if not (numbers <= other.numbers or other.numbers <= numbers) or is_more(other, one):
        return True
    if is_more(one, other) and not (told and one.title and one.anew.isdisjoint(one.title)):
        return True
    if numbers is not one.numbers and number_others(one.text, other.text):
        return True
    if told:
        return False
    if one.deeds and other.deeds and one.deeds.isdisjoint(other.deeds) and not one.deeds <= GENERAL and not do_alike(one, other):
        return True
    return names_owner(one, other) or names_owner(other, one)


def _are_numbered_apart(one: Words, other: Words) -> bool:
    """Whether the committee's own numbers tell two apart; those of a list that may count from 1 do not, unless they are known to be counted on."""
    if not one.own or not other.own or not one.own.isdisjoint(other.own):
        return False
    return bool(one.telling or other.telling) or not may_be_places(one.own | other.own)


def _are_other_names(one: Words, other: Words) -> bool:
    """Whether the title of one names somebody or something for which the other has another name."""
    here = (one.names & one.title if one.title else one.names) - other.names - other.bag - other.people
    return bool(here) and bool(other.names - one.names - one.bag - one.people)


def are_rivals(one: Words, other: Words) -> bool:
    """Whether two mentions of a meeting are two tasks: they disagree, or each names somebody or something that the other does not."""
    here, there = one.names - other.names - other.bag - other.people, other.names - one.names - one.bag - one.people
    return bool(here and there) or disagree(one, other)
