"""Who is who over the years: initials mean the person who had them at that meeting, and groups mean their members."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tcsg.errors import UsageError
from tcsg.model import Person
from tcsg.reading.names import initials_of
from tcsg.reading.words import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tcsg.model import Action, Committee, Ledger


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody an owner can mean: a person by name, or words that stand for no person that is known."""

    name: str
    initials: str | None = None
    known: bool = True

    def __str__(self) -> str:
        return f"{self.name} ({self.initials})" if self.initials else self.name


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: equal, or the same surname after a shortened first name (Ken, Kenneth)."""
    a, b = one.casefold().split(), other.casefold().split()
    if a == b:
        return True
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and (a[0].startswith(b[0].rstrip(".")) or b[0].startswith(a[0].rstrip(".")))


class Directory:
    """The people of a ledger and a register, asked by initials, name or the words of an owner."""

    def __init__(self, ledger: Ledger, committee: Committee, today: date) -> None:
        self.committee = committee
        self.today = today
        self.meetings = ledger.meetings
        self._by_key = {m.key: m for m in ledger.meetings}
        self._resolved: dict[tuple[str, str], Who] = {}

    @cached_property
    def everybody(self) -> tuple[Who, ...]:
        """Each person once, under the latest name and initials."""
        found: list[Who] = []
        for person in [*(p for m in reversed(self.meetings) for p in m.people), *(Person(m.name, m.initials) for m in self.committee.members)]:
            at = next((n for n, w in enumerate(found) if same_person(w.name, person.name)), None)
            if at is None:
                found.append(Who(person.name, person.initials))
            elif found[at].initials is None and person.initials:
                found[at] = Who(found[at].name, person.initials)
        return tuple(found)

    def person(self, name: str) -> Who:
        """The person of a name, under the latest way it was written."""
        return next((w for w in self.everybody if same_person(w.name, name)), Who(name, known=False))

    def owner(self, words: str, key: str, day: date | None = None) -> Who:
        """Whom an owner as minuted means at the meeting `key`; words that mean nobody known come back as they are."""
        found = self._resolved.get((words, key))
        if found is None:
            found = self._resolved[words, key] = self._resolve(words, key, day)
        return found

    def _resolve(self, words: str, key: str, day: date | None) -> Who:
        meeting = self._by_key.get(key)
        when = day or (meeting.day if meeting else None)
        here = list(meeting.people) if meeting else []
        register = [Person(m.name, m.initials) for m in self.committee.members if m.serves(when)]
        for people in (here, register):
            name = _pick(words, people)
            if name is not None:
                return self.person(name)
        for other in sorted(self.meetings, key=lambda m: abs((m.day - when).days) if when else 0):
            person = next((p for p in other.people if p.initials and p.initials.casefold() == words.casefold()), None)
            if person is not None:
                return self.person(person.name)
        return Who(words, known=False)

    def owners(self, action: Action) -> tuple[Who, ...]:
        """Whom the owners of an action mean at the meeting that last mentions it."""
        key, day = _stated(action)
        return tuple(self.owner(o, key, day) for o in action.owners)

    def group(self, words: str) -> tuple[str, ...] | None:
        """The members' words of a group, `("all",)` for everybody; None for what is no group."""
        key = words.casefold().removeprefix("the ")
        for name, members in self.committee.groups:
            if name.casefold().removeprefix("the ") == key:
                return members
        return ("all",) if key in EVERYBODY or key.endswith(" members") else None

    def holds(self, words: str, who: Who, action: Action) -> bool:
        """Whether a person belongs to a group at the meeting that last mentions the action."""
        members = self.group(words)
        if members is None:
            return False
        key, day = _stated(action)
        if [m.casefold() for m in members] != ["all"]:
            return any(self.owner(m, key, day) == who or self.holds(m, who, action) for m in members if m.casefold() != words.casefold())
        if self._has_left(who):
            return False
        meeting = self._by_key.get(key)
        names = [p.name for p in meeting.people] if meeting else []
        names += [m.name for m in self.committee.members if m.serves(day or (meeting.day if meeting else None))]
        return not names or any(same_person(n, who.name) for n in names)

    def _has_left(self, who: Who) -> bool:
        """Whether the register knows a person and says that they are no member any more."""
        terms = [m for m in self.committee.members if same_person(m.name, who.name)]
        return bool(terms) and not any(m.serves(self.today) for m in terms)

    def find(self, typed: str, owned: Iterable[str] = ()) -> Who:
        """The one that somebody means by `--owner`: exact initials, an exact name, then the beginning of a name.

        Initials that were two people's mean whoever has them today. Raises UsageError with the candidates.
        """
        key = typed.strip().removeprefix("@").casefold()
        holder = self._holder(key)
        if holder is not None:
            return holder
        exact = [self.person(name) for name in self._names() if name.casefold() == key] or [
            Who(o, known=False) for o in dict.fromkeys(owned) if o.casefold() == key
        ]
        if exact:
            return exact[0]
        begun = [w for w in self.everybody if any(" ".join(w.name.split()[n:]).casefold().startswith(key) for n in range(len(w.name.split())))]
        if len(begun) == 1:
            return begun[0]
        if begun:
            raise UsageError(f"{typed!r} fits {len(begun)} people: {', '.join(map(str, begun))}; type more of the name, or the initials")
        raise UsageError(f"nobody is called {typed!r}{self._nearest(key, owned)}")

    def _names(self) -> Iterator[str]:
        """Every name in every way it was written."""
        yield from (p.name for m in reversed(self.meetings) for p in m.people)
        yield from (m.name for m in self.committee.members)

    def _holder(self, key: str) -> Who | None:
        """Who has these initials: today by the register, else by the latest minutes, else by the name alone."""
        for member in self.committee.members:
            if member.initials and member.initials.casefold() == key and member.serves(self.today):
                return self.person(member.name)
        past = [m for m in self.meetings if m.day <= self.today] or list(self.meetings)
        for meeting in reversed(past):
            for person in meeting.people:
                if person.initials and person.initials.casefold() == key:
                    return self.person(person.name)
        named = [w for w in self.everybody if (w.initials or initials_of(w.name)).casefold() == key]
        return named[0] if len(named) == 1 else None

    def _nearest(self, key: str, owned: Iterable[str]) -> str:
        # Lazy: only a mistyped name pays for it.
        from difflib import get_close_matches

        words = {w.casefold(): str(who) for who in self.everybody for w in (*who.name.split(), who.name, who.initials or "") if w}
        words |= {o.casefold(): o for o in owned}
        near = list(dict.fromkeys(words[w] for w in get_close_matches(key, words, n=3, cutoff=0.5)))
        return f"; did you mean {' or '.join(near)}?" if near else "; `tcsg actions --status all` shows who owns what"

    def shared(self, initials: str) -> bool:
        """Whether these initials were more than one person's."""
        key = initials.casefold()
        names = [p.name for m in self.meetings for p in m.people if p.initials and p.initials.casefold() == key]
        names += [m.name for m in self.committee.members if m.initials and m.initials.casefold() == key]
        return any(not same_person(names[0], name) for name in names[1:])

    def meetings_as(self, who: Who) -> tuple[tuple[str, str], ...]:
        """The initials a person had, with the key of the latest meeting that lists them so."""
        latest: dict[str, str] = {}
        for meeting in self.meetings:
            for person in meeting.people:
                if person.initials and same_person(person.name, who.name):
                    latest[person.initials] = meeting.key
        return tuple(latest.items())


def _stated(action: Action) -> tuple[str, date | None]:
    """The meeting at which the owners of an action are to be understood, or the day they were recorded by hand."""
    for entry in reversed(action.by_hand):
        if entry.owners is not None and entry.owners == action.owners:
            return (action.seen[-1] if action.seen else action.raised), entry.on
    return (action.seen[-1] if action.seen else action.raised), None


def _pick(words: str, people: Iterable[Person]) -> str | None:
    """The one of these people that words mean: initials, full name, initials of the name, a first name or surname."""
    key, listed = words.casefold(), list(people)
    tests = (
        lambda p: p.initials is not None and p.initials.casefold() == key,
        lambda p: p.name.casefold() == key,
        lambda p: p.initials is None and initials_of(p.name).casefold() == key and words.isupper(),
        lambda p: key in p.name.casefold().split(),
    )
    for test in tests:
        names = list(dict.fromkeys(p.name for p in listed if test(p)))
        if len(names) == 1:
            return names[0]
        if names:
            return None
    return None
