"""Who is who over the years: initials mean the person who had them at that meeting, and groups mean their members."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tcsg.errors import UsageError
from tcsg.ledger.identity import Known, fitting, folded
from tcsg.ledger.merging import Merged, Who, merge
from tcsg.model import Person
from tcsg.reading.names import initials_of
from tcsg.reading.words import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tcsg.model import Action, Committee, Ledger, Meeting, Member


class Directory:
    """The people of a ledger and a register, asked by initials, name or the words of an owner."""

    def __init__(self, ledger: Ledger, committee: Committee, today: date) -> None:
        self.committee = committee
        self.today = today
        self.meetings = ledger.meetings
        self._by_key = {m.key: m for m in ledger.meetings}
        self._resolved: dict[tuple[str, str], tuple[Who, ...]] = {}
        self._at: dict[str, tuple[Known, ...]] = {}
        self._anywhere: dict[str, tuple[Who, ...]] = {}
        self._initials: dict[int, dict[str, list[str]]] = {}
        self._among: dict[tuple[str, int], tuple[Who, ...]] = {}
        self._members: dict[tuple[str, tuple[Member, ...] | None], tuple[Who, ...]] = {}

    @cached_property
    def _merged(self) -> Merged:
        lists = list({id(m.people): m.people for m in reversed(self.meetings)}.values())  # the same people come to many meetings
        listed = dict.fromkeys([*(p for people in lists for p in people), *(Person(m.name, m.initials) for m in self.committee.members)])
        return merge(list(listed), ([p.name for p in people] for people in reversed(lists)))

    @property
    def everybody(self) -> tuple[Who, ...]:
        """Each person once, under the latest name and initials."""
        return self._merged.people

    def person(self, name: str) -> Who:
        """The person of a name, under the latest way it was written."""
        return self._merged.find(name) or Who(name, known=False)

    def owner(self, words: str, key: str, day: date | None = None) -> Who:
        """Whom an owner as minuted means at the meeting `key`; words that mean nobody known, or several, come back as they are."""
        found = self._meant(words, key, day)
        return found[0] if len(found) == 1 else Who(words, known=False)

    def candidates(self, words: str, key: str) -> tuple[Who, ...]:
        """The people of the meeting `key` of whom an owner can mean more than one; nobody when it is clear."""
        found = self._meant(words, key, None)
        return found if len(found) > 1 else ()

    def _meant(self, words: str, key: str, day: date | None) -> tuple[Who, ...]:
        found = self._resolved.get((words, key))
        if found is None:
            found = self._resolved[words, key] = self._resolve(words, key, day)
        return found

    def _resolve(self, words: str, key: str, day: date | None) -> tuple[Who, ...]:
        """By those who were at the meeting, then the members of its day, then the initials of other meetings, then all names."""
        meeting = self._by_key.get(key)
        when = day or (meeting.day if meeting else None)
        found = self._present(words, meeting) if meeting else ()
        if found := found or self._serving(words, when):
            return found
        bearers = self._bearers.get(words.casefold())
        if bearers:
            nearest = min(bearers, key=lambda bearer: abs((bearer[0] - when).days)) if when else bearers[0]
            return (self.person(nearest[1]),)
        # Somebody of another meeting, when it can be no one else; initials mean only those who have them.
        if words not in self._anywhere:
            nobodys = words.isupper() or self.group(words) is not None
            self._anywhere[words] = () if nobodys else self._whom(words, self._all_known)
        return self._anywhere[words] if len(self._anywhere[words]) == 1 else ()

    def _present(self, words: str, meeting: Meeting) -> tuple[Who, ...]:
        """Those of a meeting whom words can mean; the same people come to many."""
        asked = words, id(meeting.people)
        if asked not in self._among:
            self._among[asked] = self._bearing(words, meeting) or self._whom(words, self._there(meeting))
        return self._among[asked]

    def _serving(self, words: str, when: date | None) -> tuple[Who, ...]:
        """The members of a day whom words can mean."""
        some = tuple(m for m in self.committee.members if m.serves(when)) if self._terms else None
        if (words, some) not in self._members:
            known = (Known(m.name, m.initials, m.also) for m in (self.committee.members if some is None else some))
            self._members[words, some] = self._whom(words, known)
        return self._members[words, some]

    @cached_property
    def _terms(self) -> bool:
        """Whether the register tells from when or until when somebody is a member."""
        return any(m.start or m.end for m in self.committee.members)

    def _bearing(self, words: str, meeting: Meeting) -> tuple[Who, ...]:
        """Those of a meeting who have just these initials: the surest of all tests, and nearly always enough."""
        bearers = self._initials.get(id(meeting.people))
        if bearers is None:
            bearers = self._initials[id(meeting.people)] = {}
            for person in meeting.people:
                if person.initials is not None:
                    bearers.setdefault(person.initials.casefold(), []).append(person.name)
        names = bearers.get(words.strip().casefold(), ())
        return tuple(dict.fromkeys(self.person(name) for name in names)) if names and folded(words.strip()) else ()

    def _there(self, meeting: Meeting) -> tuple[Known, ...]:
        """The people of a meeting with all that they are called."""
        found = self._at.get(meeting.key)
        if found is None:
            found = self._at[meeting.key] = tuple(Known(p.name, p.initials, self._also(p.name)) for p in meeting.people)
        return found

    @cached_property
    def _bearers(self) -> dict[str, list[tuple[date, str]]]:
        """Who is listed under which initials, with the days, the earliest first."""
        found: dict[str, list[tuple[date, str]]] = {}
        for meeting in self.meetings:
            for person in meeting.people:
                if person.initials:
                    found.setdefault(person.initials.casefold(), []).append((meeting.day, person.name))
        return found

    @cached_property
    def _all_known(self) -> tuple[Known, ...]:
        """Everybody by name, for initials mean somebody only at a meeting."""
        return tuple(Known(who.name, None, self._also(who.name)) for who in self.everybody)

    def _whom(self, words: str, people: Iterable[Known]) -> tuple[Who, ...]:
        """Those of these people whom words can mean."""
        return tuple(dict.fromkeys(self.person(name) for name in fitting(words, people)))

    def _also(self, name: str) -> tuple[str, ...]:
        """What the register says that somebody is called as well."""
        who = self.person(name)
        return tuple(a for m in self.committee.members if m.also and self.person(m.name) == who for a in m.also)

    def email(self, who: Who) -> str | None:
        """The address that the register has of a person today, None when it has none."""
        return next((m.email for m in self.committee.members if m.email and m.serves(self.today) and self.person(m.name) == who), None)

    @property
    def secretary(self) -> str | None:
        """The name of who is secretary today, as the register says in `role`."""
        return next((m.name for m in self.committee.members if m.role and "secretary" in m.role.casefold() and m.serves(self.today)), None)

    def owners(self, action: Action) -> tuple[Who, ...]:
        """Whom the owners of an action mean at the meeting that last mentions it."""
        key, day = _stated(action)
        return tuple(self.owner(o, key, day) for o in action.owners)

    def setting(self, owners: Iterable[str], key: str) -> object:
        """What decides whose an action with these owners is at a meeting: where it is the same, the action is the same people's.

        Most meetings list the same people, and who is listed is asked first.
        """
        meeting = self._by_key.get(key)
        if meeting is None or any(self.group(o) is not None or not self._settled(o, meeting) for o in owners):
            return key
        return id(meeting.people)

    def _settled(self, words: str, meeting: Meeting) -> bool:
        """Whether those of a meeting, or members who are so on every day, tell whom words mean."""
        return bool(self._present(words, meeting) or (not self._terms and self._serving(words, None)))

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
        return not names or any(self.person(n) == who for n in names)

    def _has_left(self, who: Who) -> bool:
        """Whether the register knows a person and says that they are no member any more."""
        terms = [m for m in self.committee.members if self.person(m.name) == who]
        return bool(terms) and not any(m.serves(self.today) for m in terms)

    def find(self, typed: str, owned: Iterable[str] = ()) -> Who:
        """The one that somebody means by `--owner`: exact initials, an exact name, the beginning of a name, then its other forms.

        Initials that were two people's mean whoever has them today. Raises UsageError with the candidates.
        """
        key = typed.strip().removeprefix("@").casefold()
        holder = self._holder(key)
        if holder is not None:
            return holder
        minuted = next((Who(o, known=False) for o in dict.fromkeys(owned) if o.casefold() == key), None)
        if minuted is not None and self.group(minuted.name) is not None:
            return minuted
        found = self._called(typed)
        if len(found) > 1:
            raise UsageError(f"{typed!r} fits {len(found)} people: {', '.join(map(str, found))}; type more of the name, or the initials")
        if not found and minuted is None:
            raise UsageError(f"nobody is called {typed!r}{self._nearest(key, owned)}")
        return found[0] if found else minuted or Who(typed, known=False)

    def _called(self, typed: str) -> tuple[Who, ...]:
        """Whom a typed name can mean: those who have just this name, else those whose name begins so, else by any form of it."""
        key = folded(typed)
        exact = [self.person(name) for name in self._names() if folded(name) == key]
        named = [w for w in self.everybody if key in map(folded, self._also(w.name))]
        begun = [w for w in self.everybody if any(part.startswith(key) for part in _tails(folded(w.name)))] if key else []
        found = exact[:1] or named or begun or self._whom(typed, self._all_known)
        return tuple(dict.fromkeys(found))

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
        return len({self.person(name) for name in names}) > 1

    def meetings_as(self, who: Who) -> tuple[tuple[str, str], ...]:
        """The initials a person had, with the key of the latest meeting that lists them so."""
        latest: dict[str, str] = {}
        for meeting in self.meetings:
            for person in meeting.people:
                if person.initials and self.person(person.name) == who:
                    latest[person.initials] = meeting.key
        return tuple(latest.items())


def _stated(action: Action) -> tuple[str, date | None]:
    """The meeting at which the owners of an action are to be understood, or the day they were recorded by hand."""
    for entry in reversed(action.by_hand):
        if entry.owners is not None and entry.owners == action.owners:
            return (action.seen[-1] if action.seen else action.raised), entry.on
    return (action.seen[-1] if action.seen else action.raised), None


def _tails(name: str) -> Iterator[str]:
    """A name, and what is left of it without its first words: where a beginning may be looked for."""
    words = name.split()
    yield from (" ".join(words[n:]) for n in range(len(words)))
