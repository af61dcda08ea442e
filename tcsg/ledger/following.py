"""What the fold knows so far: the actions it follows, by what they are called and by what they say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from typing import TYPE_CHECKING, Any

from tcsg.frozen import slotted
from tcsg.ledger.keys import Numbers, split_id
from tcsg.ledger.matching import Index, NotKeptError
from tcsg.ledger.threads import Thread
from tcsg.model import Section
from tcsg.reading.numbering import runs_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.ledger.derive import Sighting
    from tcsg.ledger.matching import Words
    from tcsg.ledger.threads import Group
    from tcsg.model import Action, Ledger, Meeting, Mention

CLOSED_FOR = 12
"""Meetings at which a closed action may be silent and still be known again by its words; by its id it is for ever."""


@slotted
class Following:
    """All threads up to a meeting; local to one fold."""

    order: dict[str, int]
    """The place of each meeting in the order of days, by its key."""
    numbers: Numbers
    threads: list[Thread] = field(default_factory=list)
    index: Index = field(default_factory=Index)
    claims: dict[str, int] = field(default_factory=dict)
    """The thread of each record that was recognised."""
    by_id: dict[str, int] = field(default_factory=dict)
    """The thread of each id, aliases included."""
    at: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The threads that each meeting mentions, by its place in the order."""
    missed: set[str] = field(default_factory=set)
    """Ids that were asked for before they were known."""
    forgotten: set[int] = field(default_factory=set)
    """Closed threads that are not known by their words any more."""
    earlier: dict[int, list[Any]] = field(default_factory=dict)
    """Where threads were seen before the checkpoint that this began from."""
    beyond: frozenset[str] = frozenset()
    """The ids of actions that the checkpoint does not keep."""
    others: list[Thread] = field(default_factory=list)
    """Threads before the checkpoint that are only to be named; the first is number -1."""

    def thread(self, n: int) -> Thread:
        """A thread by its number."""
        return self.threads[n] if n >= 0 else self.others[-n - 1]

    def begin(self) -> int:
        """A new thread."""
        self.threads.append(Thread())
        return len(self.threads) - 1

    def give_id(self, n: int, meeting: Meeting) -> None:
        """Give a thread an id, if it has none, and make it known by that."""
        thread = self.threads[n]
        if not thread.ids:
            thread.given = self.numbers.give(meeting.key)
            self.by_id[thread.given] = n

    def claim(self, n: int, record: Action) -> int:
        """Make a record's ids the thread's."""
        if record.id in self.claims:
            return n
        claimed = self.threads[n].claimed
        claimed.append(record)
        claimed.sort(key=lambda r: (self.order.get(split_id(r.id)[0], -1), split_id(r.id)[1]))
        self.claims[record.id] = n
        self.by_id.update(dict.fromkeys((record.id, *record.aliases), n))
        return n

    def see(self, n: int, sighting: Sighting, wordings: Sequence[Words], *, is_open: bool) -> None:
        """A meeting mentions the action in these words."""
        thread = self.threads[n]
        thread.sightings.append(sighting)
        thread.open, thread.record = is_open, None
        thread.stands = stands_of(thread, sighting)
        if (place := self.order.get(sighting.meeting.key)) is not None and not sighting.agreed:
            self.at[place].append(n)
        if n in self.forgotten:
            self.forgotten.remove(n)
            for words in thread.wordings:
                self.index.add(n, words)
        for words in wordings:
            if words not in thread.wordings:
                # The first and the latest wordings are enough to know it again; the index keeps the words of all.
                thread.wordings = [*thread.wordings[:1], *thread.wordings[1:][-3:], words]
                self.index.add(n, words)

    def referred(self, meeting: Meeting, refers: frozenset[str]) -> set[int]:
        """The actions that the minutes of the meeting before, or open ones that others, have in the paragraphs to which a review refers."""
        if not refers:
            return set()
        lately = self.at.get(self.order[meeting.key] - 1, ())
        running = {number for number in refers if runs_on(number)}
        older = [n for n, one in enumerate(self.threads) if one.is_open(meeting.day)] if running else []
        return {n for n in lately if not refers.isdisjoint(self.threads[n].stands)} | {
            n for n in older if not running.isdisjoint(self.threads[n].stands)
        }

    def forget_old(self, meeting: Meeting) -> None:
        """Before a meeting: closed actions of which nobody has spoken for long are not looked for by their words."""
        place = self.order[meeting.key] - CLOSED_FOR - 1
        for n in self.at.get(place, ()):
            thread = self.threads[n]
            last = self.order.get(thread.sightings[-1].meeting.key)
            if last == place and not thread.open and not _was_recorded(thread, meeting):
                self.index.forget(n)
                self.forgotten.add(n)

    def known(self, said: Iterable[str | None]) -> dict[str | None, int]:
        """The threads of the ids that were said, of those that are known."""
        known: dict[str | None, int] = {}
        for one in said:  # not by the algebra of sets, which would go through all ids there are
            if one in self.by_id:
                known[one] = self.by_id[one]
            elif one in self.beyond:
                raise NotKeptError
            elif one is not None:
                self.missed.add(one)
        return known

    def threads_of(self, ids: Iterable[str]) -> set[int]:
        """The threads of the ids that are known."""
        return set(self.known(ids).values())

    def cited(self, meeting: Meeting, group: Group) -> set[int]:
        """The actions whose ids a mention names; only ids of earlier meetings can have been known there."""
        if not group.words.cites:
            return set()
        here = self.order[meeting.key]
        return self.threads_of(i for i in group.ids if self.order.get(split_id(i)[0], -1) < here)

    def silent(self, meeting: Meeting, thread: Thread) -> int:
        """At how many meetings before this one an action was not mentioned."""
        return max(0, self.order[meeting.key] - self.order.get(thread.sightings[-1].meeting.key, 0) - 1)


def stands_of(thread: Thread, sighting: Sighting) -> frozenset[str]:
    """Where an action stands once a meeting has mentioned it; what counts from 1 at each meeting is that of the last alone."""
    here = [m.at for m in sighting.mentions if m.at] + [m.refers for m in sighting.mentions if m.refers and _is_here(m)]
    return frozenset([*filter(runs_on, thread.stands), *here]) if here or thread.stands else thread.stands


def _is_here(mention: Mention) -> bool:
    """Whether the number to which a mention refers is one of these minutes, or of all: a review refers to the last ones."""
    return mention.section is not Section.REVIEW or runs_on(mention.refers)


def _was_recorded(thread: Thread, meeting: Meeting) -> bool:
    """Whether somebody recorded before a meeting that the action is open or closed."""
    return any(e.status is not None and e.on < meeting.day for r in thread.claimed for e in r.by_hand)


def following(meetings: Iterable[Meeting], known: Ledger) -> Following:
    """Nothing is followed yet; the ids of the old ledger are given."""
    return Following(order_of(meetings), Numbers([i for a in known.actions for i in (a.id, *a.aliases)]))


def order_of(meetings: Iterable[Meeting]) -> dict[str, int]:
    """The place of each meeting, by its key."""
    return {meeting.key: n for n, meeting in enumerate(meetings)}
