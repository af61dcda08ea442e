"""What a wording of an action says that can tell it again: words, names, numbers, links, owners; and how alike two are."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.ledger.matching.before_stop import HAVING, thing_of
from tcsg.ledger.matching.calling import calls_together
from tcsg.ledger.matching.counts import ROMAN, numbered
from tcsg.ledger.matching.issues import is_number_alone, issues_in
from tcsg.ledger.matching.own import own_numbers
from tcsg.ledger.matching.remarks import before_remark
from tcsg.ledger.matching.stems import shared_words, stem
from tcsg.ledger.matching.telling import SMALL, bag_of, initials_in, orders_in, told_by
from tcsg.ledger.matching.topics import begins_with_order, is_hollow, points_up
from tcsg.model import Section
from tcsg.reading.again import runs_again, spelt_out
from tcsg.reading.bare_status import is_bare_status
from tcsg.reading.commitments import without_commitments
from tcsg.reading.names import TITLES
from tcsg.reading.sentences import spans
from tcsg.reading.text import words_in
from tcsg.reading.which import of_one, with_letters_told
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.reading.points import Topic

_TOKEN = late.compile(r"https?://\S+|\w+")
_WORD = late.compile(r"\w+")
_NAME = late.compile(r"\s+([A-Z]\w+)")
_NAME_APART = re.compile(r"[A-Z](?<=[^\s.!?:]\s[A-Z])\w+")
"""The same where single blanks part the words; a pattern that begins with a class of letters is looked for fast."""
_HEAD = late.compile(r"(.{3,80}?)(?::|\s(?:[–—→⇒➜-]|[-=]>))\s+\S")
_PARTING = frozenset(":-–—→⇒➜=")  # of these it has one
_BOXED = late.compile(r"\(([^()]{3,80})\)[:.]?\s+(?=\S)")
_LAST_ASIDE = late.compile(r"(?<=\w)\s+\([^()]*\)\s*$")
_THING = late.compile(r"\w+,")
"""What names a thing at once, and no order: `contract, new tenant – with the lawyer`."""
LONG, _LEAD = 8, 4
"""Words in common that are more than two tasks have by chance, and words of a first sentence that can tell an action."""
_LEFT = frozenset("go do come follow".split())
"""`one wall to go`: what is left of it"""
_FOR = ("for ", "für ", "pour ")
_COMING = ("next", "this", "today", "nächst", "diese", "prochain", "cette")
"""What is for the June meeting is another thing than what is for that of May, but what is for the next may be put off to the next again."""


Essence = tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]
"""Words, numbers, owners and what tells one more of a kind: see `Words.essence`."""


@frozen
class Words:
    """What matching looks at of one wording of an action."""

    text: str
    bag: frozenset[str]
    numbers: frozenset[str]
    owners: frozenset[str]
    """Whom the owners mean: full names where the meeting tells them, else the words."""
    cites: frozenset[str] = frozenset()
    """Numbers that the minutes give the action: ids of the ledger, and the committee's own."""
    links: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    """Words within a sentence that begin with a capital: people, places, papers."""
    deeds: frozenset[str] = frozenset()
    """Verbs that say what is to be done; another verb for one of them is a synonym more often than another thing is."""
    section: Section | None = None
    literal: frozenset[str] = frozenset()
    """The owners as minuted."""
    title: frozenset[str] = frozenset()
    """The words before the first colon or dash, if one stands there: a list of old actions names them so."""
    titled: bool = False
    """Whether that title says what is to be done: `Print the programme of the fair – no answer yet`."""
    tasked: bool = False
    """Whether what follows that title says what is to be done: `Print the programme – KK to ask two firms`."""
    own: frozenset[str] = frozenset()
    """The committee's own numbers among `cites`, without the letters that only call them actions."""
    telling: frozenset[str] = frozenset()
    """Those that tell the meeting which gave them, too, so that no other meeting gives them again."""
    issues: frozenset[str] = frozenset()
    """Numbers of the issues and pull requests that it names or links to."""
    numbered: bool = False
    """Whether the number of an issue is all that it says of what it is about."""
    heads: frozenset[str] = frozenset()
    """What the words of the bag begin with."""
    people: frozenset[str] = frozenset()
    """The words by which its owners are called, for they are no part of the task in another wording either."""
    lead: Words | None = None
    """The first of several sentences, as far as it could stand alone: a list of old actions adds what was said."""
    remarked: bool = False
    """Whether that is all but a remark in brackets."""
    filled: Words | None = None
    """The words with the title above them, where they leave to it what they are about: `PB to send this out`."""
    anew: frozenset[str] = frozenset()
    """What tells that it is one more of what there was: `again`, or the number of `a second letter`."""
    initials: frozenset[str] = frozenset()
    """Words in capitals that may be the initials of what another wording writes out: `DMP`, `ToR`."""
    topic: Topic | None = None
    """What is talked about where it stands, if that is told and it stands in no list of the meeting's actions."""

    @property
    def hollow(self) -> bool:
        """Whether it names nothing that the action is about."""
        return is_hollow(self.bag, self.deeds)

    @property
    def essence(self) -> Essence:
        """All that tells a wording without numbers and links from another one."""
        return self.bag, self.numbers, self.owners | self.literal, self.anew

    @property
    def begins_again(self) -> bool:
        """Whether it begins with what is to be done again, as `resend the list` does; a review may tell what was done again."""
        first = [word for word in self.text.split()[:6] if word not in self.people and word != "to"][:2]
        return first[1:] == ["again"] and first[0] in w.VERBS


def words_of(  # noqa: PLR0913, PLR0917 - what the minutes give, in the order of a mention
    text: str,
    owners: Iterable[str] = (),
    cites: Iterable[str] = (),
    due_words: str | None = None,
    links: Iterable[str] = (),
    section: Section | None = None,
    literal: Iterable[str] = (),
    subject: str | None = None,
    topic: Topic | None = None,
) -> Words:
    """The evidence that one wording holds, its due phrase left out: that is what changes from meeting to meeting.

    `subject` is the title above it, if that tells what is talked about; `topic` is what else could not be told there.
    """
    if due_words and (not due_words.startswith(_FOR) or any(map(due_words.casefold().__contains__, _COMING))):
        untimed = text.replace(due_words, " ")
        text = text if not untimed or calls_together(untimed, due_words) else untimed
    text = without_commitments(text)
    rest = frozenset([o.casefold() for o in owners]), frozenset(cites), frozenset(links), section, frozenset([o.casefold() for o in literal])
    whole, sentences = _words_of(text, *rest), spans(text)
    first = text[: sentences[0][1]] if sentences else text
    filled = _words_of(f"{first} to {subject}", *rest) if subject and (whole.hollow or points_up(first, subject)) else None
    before = before_remark(text, reviewed=section is Section.REVIEW) if len(sentences) < 2 else None
    lead = _words_of(before or first, *rest) if len(sentences) > 1 or before else None
    lead = lead if lead is not None and (before or len(lead.bag) >= _LEAD) else None
    return replace(whole, lead=lead, remarked=before is not None, filled=filled, topic=topic) if lead or filled or topic else whole


@lru_cache(maxsize=4096)
def _words_of(
    text: str, who: frozenset[str], cites: frozenset[str], links: frozenset[str], section: Section | None, literal: frozenset[str]
) -> Words:
    text = of_one(text) if section is not Section.REVIEW or not is_bare_status(text) else ""
    low = spelt_out(with_letters_told(text, called(who | literal)).casefold())
    tokens, counted, anew = numbered(_TOKEN.findall(low) if "://" in low else words_in(low), SMALL)
    said = literal or who
    apart = called(who | said)
    plainly = " ".join(tokens)
    bag, orders, numbers, deeds, heads = told_by(plainly, apart)
    head = _head_of(text, apart) or (thing_of(text, apart) if section is Section.REVIEW else None)
    issues = issues_in(text, links) if numbers or links or "://" in low else frozenset()
    title = numbered(_TOKEN.findall(head[0].casefold()), SMALL)[0] if head else []
    while title and title[0] in apart:
        del title[0]
    return Words(
        text=plainly,
        bag=bag,
        numbers=numbers | counted if counted else numbers,
        owners=who,
        cites=cites,
        links=links.union([t.rstrip(".,;:)") for t in tokens if "://" in t]) if "://" in low else links,
        names=_names_in(text) - apart - TITLES - ROMAN,
        deeds=deeds,
        section=section,
        literal=said,
        title=bag_of(title, apart, orders),
        titled=begins_with_order(title) and not (head is not None and "," in head[0] and _THING.match(head[0])),
        tasked=head is not None and _is_tasked(words_in(_LAST_ASIDE.sub("", head[1].partition(". ")[0]).casefold()), apart),
        own=own_numbers(cites) if cites else cites,
        issues=issues,
        numbered=bool(issues) and is_number_alone(text),
        heads=heads,
        people=apart,
        anew=anew | {"again"} if "again" in bag and not (section is Section.REVIEW and runs_again(plainly)) else anew,
        initials=initials_in(text, apart),
    )


def _is_tasked(tokens: Sequence[str], apart: frozenset[str]) -> bool:
    """Whether words behind a title say what is to be done: `KK to print it`; `will print it` tells what is going on."""
    tokens = tokens[2:] if tokens[:1] == ["will"] else tokens
    if tokens[-2:-1] == ["to"] and tokens[-1] in _LEFT:
        return False
    tokens = [t for t in tokens if t not in apart]
    if len(tokens) == 1 or (tokens and is_past(tokens[0]) and tokens[0] not in w.VERBS):
        return False  # `site plan – Ann – draft`, `spoke to him, he will send it`
    if any(token in HAVING and after != "to" for token, after in pairwise([*tokens[:3], ""])):
        return False  # `has not begun to print it`
    return any(token[-3:] != "ing" for token in orders_in(tokens))


def _head_of(text: str, apart: frozenset[str]) -> tuple[str, str] | None:
    """What stands in brackets at the beginning, or before the first colon or dash; and what stands behind it.

    It stands before the second where only owners stand before the first.
    """
    if text[:1] == "(" and (boxed := _BOXED.match(text)) is not None and not apart.issuperset(words_in(boxed[1].casefold())):
        return boxed[1], text[boxed.end() :]
    if _PARTING.isdisjoint(text):
        return None
    head = _HEAD.match(text)
    if head is not None and apart.issuperset(words_in(head[1].casefold())):
        text = text[head.end() - 1 :]
        head = _HEAD.match(text)
    if head is None or head[1].rsplit(maxsplit=1)[-1] in SMALL:  # `write to the bank re: the loan`
        return None
    return head[1], text[head.end() - 1 :]


@lru_cache(maxsize=1024)
def called(people: frozenset[str]) -> frozenset[str]:
    """The words by which people are called: `Mary-Ann Orr`, `mary-ann`, and each by itself as a text has it."""
    return frozenset([word for owner in people for word in (owner, *owner.split(), *(_WORD.findall(owner) if not owner.isalnum() else ()))])


def _names_in(text: str) -> frozenset[str]:
    """The words within a sentence that begin with a capital."""
    if "  " not in text and text.isprintable():
        return frozenset([name.casefold() for name in _NAME_APART.findall(text)])
    return frozenset([m[1].casefold() for m in _NAME.finditer(text) if m.start() and text[m.start() - 1] not in ".!?:"])


def is_more(one: Words, other: Words) -> bool:
    """Whether one is for one more of something than the other; a `second letter` is none more than `letter no. 2`."""
    return bool(one.anew) and not other.anew and one.anew.isdisjoint(other.numbers)


def shared_in(one: Words, other: Words) -> int:
    """`shared_words` of two wordings, in most cases without a look at the words."""
    if len(one.heads) == len(one.bag) and len(other.heads) == len(other.bag):  # then a beginning that both have tells a word
        both = len(one.bag & other.bag)
        if len(one.heads & other.heads) == both:
            return both
    return shared_words(one.bag, other.bag)


def same_owners(one: Words, other: Words) -> float:
    """1 when two wordings have the same owners, 0.5 when they share one, 0 when none, and -1 when either has none.

    Initials are anybody's where a meeting does not tell whose they are, and somebody's where it does; `WP` may be Wilf.
    """
    if not one.owners or not other.owners:
        return -1.0
    if one.owners == other.owners or (one.literal == other.literal and _may_be_the_same(one, other)):
        return 1.0
    if _both_named(one, other):
        return 0.5
    loose = one.owners == one.literal or other.owners == other.literal
    if one.owners & other.owners or (loose and one.literal & other.literal):
        return 0.5
    if not loose:
        return 0.0
    from tcsg.ledger.matching.short_names import may_be_one  # lazy: most are told alike

    return 0.5 if may_be_one(one.literal & one.owners, other.owners) or may_be_one(other.literal & other.owners, one.owners) else 0.0


def _may_be_the_same(one: Words, other: Words) -> bool:
    """Whether owners who are written alike differ in no more than that one meeting does not tell whose initials they are."""
    return one.owners - other.owners <= one.literal or other.owners - one.owners <= other.literal


def _both_named(one: Words, other: Words) -> bool:
    """Whether two long wordings name the owners of both: `The exec: Ravi said that he will …` is the exec's or Ravi's."""
    long = len(one.bag & other.bag) >= LONG
    return long and not one.bag.isdisjoint(map(stem, other.people)) and not other.bag.isdisjoint(map(stem, one.people))
