"""What the fold follows: an action through all meetings, and the mentions of one action at one meeting."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace, slotted
from tcsg.ledger.derive import holders, in_short, speaking
from tcsg.ledger.keys import normal_id
from tcsg.ledger.matching import Words, likeness, words_of
from tcsg.ledger.matching.topics import subject_of
from tcsg.ledger.matching.words import called
from tcsg.ledger.numbering import telling_numbers
from tcsg.model import Action, Kind, Meeting, Section, Status
from tcsg.reading.handovers import taken_over
from tcsg.reading.passing import passed_in
from tcsg.reading.points import lists_of_items, topic_of
from tcsg.reading.text import words_in

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import date

    from tcsg.ledger.derive import Sighting
    from tcsg.model import Mention, Minutes
    from tcsg.reading.names import Names


_MATTER, _WORDS = late.compile(r"[.:]\s|\s[–—-]\s"), 5
"""What stands behind what a matter is called, and how many words that has."""


@slotted
class Thread:
    """An action while it is followed through the meetings; local to one fold."""

    given: str | None = None
    """The id it was given when it began, unless a record already had one for it."""
    sightings: list[Sighting] = field(default_factory=list)
    wordings: list[Words] = field(default_factory=list)
    claimed: list[Action] = field(default_factory=list)
    """Records of the old ledger that turned out to be this action, the oldest first."""
    open: bool = True
    memory: Action | None = None
    """The record that stands in for minutes that are gone, if any are."""
    place: int = 0
    """Its place among the actions of the last minutes that mention it."""
    stands: frozenset[str] = frozenset()
    """The numbers of the paragraphs of the last minutes where it stands, and of all to which the minutes refer for it, where these run on: `OS/7`."""
    record: Action | None = None
    """The record that it makes, where that was made before all meetings were followed, and nobody has spoken of it since."""

    @property
    def id(self) -> str:
        """The oldest id that a record has for it, else the one it was given here."""
        return self.ids[0]

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids by which it is known: what was given once stays good."""
        if not self.claimed:
            return () if self.given is None else (self.given,)
        given = [] if self.given is None else [self.given]
        return tuple(dict.fromkeys([*(r.id for r in self.claimed), *(i for r in self.claimed for i in r.aliases), *given]))

    def was_at(self, meeting: Meeting) -> bool:
        """Whether the old ledger says that the minutes of a meeting mention it."""
        return any(meeting.key in record.seen for record in self.claimed)

    def is_open(self, day: date) -> bool:
        """Whether it is open when the meeting of `day` begins: as minuted, or reopened by hand since."""
        if self.open or not self.claimed:
            return self.open
        last = self.sightings[-1].meeting.day
        recorded = [e for r in self.claimed for e in r.by_hand if e.status is not None and last <= e.on < day]
        return bool(recorded) and max(recorded, key=lambda e: e.on).status is Status.OPEN


@frozen
class Group:
    """The mentions of one action in one file, and the words of the first."""

    mentions: tuple[Mention, ...]
    words: Words
    told: str | None = None
    """The words of those mentions that others were put to, by a person's word."""
    others: tuple[Words, ...] = ()
    """What the other mentions say, in other words than the first."""

    @property
    def wordings(self) -> tuple[Words, ...]:
        """All its wordings, that of the first mention last."""
        return (*self.others, self.words)

    @property
    def text(self) -> str:
        """The words that would be the action's, if it began here."""
        return self.told or speaking(self.mentions)[0].text

    @property
    def said(self) -> frozenset[str]:
        """Its wordings, by which answers name it."""
        return frozenset(m.text for m in self.mentions)

    @property
    def open(self) -> bool:
        """Whether the last of the mentions leaves it open."""
        if len(self.mentions) == 1:
            return self.mentions[0].status is Status.OPEN
        return max(self.mentions, key=lambda m: m.line).status is Status.OPEN

    def telling(self, numbers: frozenset[str]) -> Group:
        """The group, knowing which numbers of the committee's own tell the meeting."""
        words, *others = (replace(one, telling=one.own & numbers) for one in (self.words, *self.others))
        return replace(self, words=words, others=tuple(others))

    def with_mentions(self, others: Sequence[Group]) -> Group:
        """This group with the mentions of others, which say the same; its own words stay the action's."""
        mentions = sorted((*self.mentions, *(m for other in others for m in other.mentions)), key=lambda m: m.line)
        return replace(self, mentions=tuple(mentions), told=self.text) if others else self

    @property
    def refers(self) -> frozenset[str]:
        """The numbers of the paragraphs of earlier minutes to which a review refers for it."""
        return frozenset([m.refers for m in self.mentions if m.refers and m.section is Section.REVIEW])

    @property
    def due_words(self) -> str | None:
        """The due phrase that counts for it."""
        return next((m.due.words for m in speaking(self.mentions) if m.due), None)

    @property
    def of_all(self) -> bool:
        """Whether it tells of all old actions at once."""
        return self.mentions[0].kind is Kind.ALL

    @property
    def in_short(self) -> bool:
        """Whether it says nothing of what is to be done."""
        return in_short(self.mentions[0])

    @property
    def reopened(self) -> bool:
        """Whether the minutes say in so many words that it was closed and is open again."""
        return any(r.about == "status" and "reopen" in r.words.casefold().replace("-", "") for m in self.mentions for r in m.reasons)

    @property
    def ids(self) -> frozenset[str]:
        """What the mentions cite in the form of an id; the committee's own numbers have no `A`."""
        cites = self.words.cites
        return frozenset([i for c in cites if c.startswith(("A", "a")) and (i := normal_id(c))]) if cites else cites


def groups_of(minutes: Minutes, names: Names) -> list[Group]:
    """The mentions of one file, put together where one restates another; `names` tells who is meant by an owner there."""
    bases: list[list[Mention]] = []
    for mention in minutes.mentions:
        at = [g for g in bases if g[0].line == mention.restates] if mention.restates is not None else []
        if at:
            mine = words_of(mention.text, mention.owners)
            max(at, key=lambda g: likeness(mine, words_of(g[0].text, g[0].owners))).append(mention)
        else:
            bases.append([mention])
    lists = lists_of_items(minutes.mentions)
    groups = [Group(tuple(g), _words(g, names, lists), others=_others(g, names, lists)) for g in bases]
    if not any(mention.cites for mention in minutes.mentions):
        return groups

    telling = telling_numbers(minutes)
    return [g.telling(telling) if g.words.own else g for g in groups] if telling else groups


def lone(mention: Mention, names: Names) -> Group:
    """A mention by itself, that may name people by their initials within its sentence: `The Clerk said that AB had ordered slates`."""
    words = _words((mention,), names, ())
    named = [names.person(word) for word in words_in(mention.text) if word.isupper() and names.knows(word)] if not in_short(mention) else []
    return Group((mention,), replace(words, people=words.people | called(frozenset(named))) if named else words)


def _others(group: Sequence[Mention], names: Names, lists: Container[str]) -> tuple[Words, ...]:
    """What mentions of a group say in other words than those before them, and the words of those who have it now."""
    said = [m.text.rstrip(" .") for m in group]  # a full stop makes no other words
    again = (group[n : n + 1] for n in range(1, len(group)) if said[n] not in said[:n])
    return (
        *(_words([m], names, lists) for m in _with_matter(group[0])),
        *(_words(m, names, lists) for m in again),
        *(_words([m], names, lists, now=True) for m in group if m.former),
    )


def _with_matter(mention: Mention) -> tuple[Mention, ...]:
    """An action with what its matter is called, where its paragraph begins with that: `Kitchen ceiling. … Ann to look at the flashing`."""
    if mention.kind is not Kind.INLINE or mention.block is not None or mention.point is None:
        return ()
    matter = _MATTER.split(mention.point, maxsplit=1)[0].strip(" .")
    return (replace(mention, text=f"{matter}: {mention.text}"),) if 0 < len(matter.split()) <= _WORDS else ()


def _words(group: Sequence[Mention], names: Names, lists: Container[str], *, now: bool = False) -> Words:
    """The words of the first mention, with what any of them adds to know the action by.

    What changes hands there is known by whose it was; `now` by whose it is.
    """
    first = group[0]
    owners = (not now and next((m.former for m in group if m.owners), ())) or holders(group)
    return words_of(
        _without_change(first.text, names) if first.former else first.text,
        map(names.person, owners),
        [c for m in group for c in m.cites],
        first.due.words if first.due else None,
        [link for m in group for link in m.links],
        first.section,
        (*owners, *first.owners) if first.former and not now else owners,
        None if first.section is Section.REVIEW else subject_of(_above(first)),
        topic_of(first, lists),
    )


def _above(mention: Mention) -> str | None:
    """What stands above an action that may leave to it what it is about: what the paragraph told before it, or the agenda item."""
    return mention.point if mention.point and mention.kind is Kind.INLINE and mention.block is None else mention.agenda_item


def _without_change(text: str, names: Names) -> str:
    """The words of a task without what says that it changes hands."""
    change = passed_in(text, names)
    return change.words if change else taken_over(text, names)[0]
