"""Who was there: everybody whom the lists of the minutes name, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.model import Person
from tcsg.reading.roll_call import Listed, RollCall
from tcsg.reading.rolls import opened_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.reading.markdown import Item


@frozen
class Attendance:
    """The people of a meeting and the lines that list them, which hold no actions."""

    present: tuple[Person, ...] = ()
    apologies: tuple[Person, ...] = ()
    lines: frozenset[int] = frozenset()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody listed, those excused included."""
        return self.present + self.apologies


def attendance(items: Sequence[Item]) -> Attendance:
    """The people that the text of the minutes lists under Present, Apologies and the like."""
    call = RollCall([part for item in items for part in opened_lines(item)])
    call.run()
    present, apologies = _settled(call.listed)
    return Attendance(present, apologies, frozenset(call.lines))


def _settled(listed: Sequence[Listed]) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Who was there and who was not, each once; who is on a list of either was there."""
    known: dict[str, Listed] = {}
    for entry in sorted(listed, key=lambda entry: (entry.host, entry.away, -len(entry.person.name.split()))):
        key = entry.person.name.casefold()
        if key in known:
            known[key] = _merged(known[key], entry)
        elif not _is_again(entry, known.values()):
            known[key] = entry
    told = [known[key] for key in dict.fromkeys(entry.person.name.casefold() for entry in listed) if key in known]
    if all(entry.host for entry in told):
        return (), ()
    return tuple(e.person for e in told if not e.away), tuple(e.person for e in told if e.away)


def _merged(one: Listed, other: Listed) -> Listed:
    a, b = one.person, other.person
    if (a.initials or not b.initials) and (a.role or not b.role):
        return one
    return Listed(Person(a.name, a.initials or b.initials, a.role or b.role), one.roll, one.away, one.host)


def _is_again(entry: Listed, known: Iterable[Listed]) -> bool:
    """Whether somebody listed by less than the name is one of another such list: `Scribe: Rosa`, or `Rosa` of the next sitting."""
    words = entry.person.name.casefold().split()
    if entry.host and any(k.person.name.casefold() == words[0] for k in known):
        return True
    others = [k for k in known if k.roll != entry.roll and (entry.host or k.away is entry.away) and _may_be(words, k.person)]
    return len(others) == 1 or (entry.host and len(others) > 1)


def _may_be(words: list[str], person: Person) -> bool:
    """Whether words are initials, a handle or the beginning of a name: `Rosa B` is Rosa Blum."""
    name = person.name.casefold().split()
    if len(words) == 1:
        short = (person.initials or "").casefold()
        return words[0] in (short, name[0]) or (person.role is not None and f"@{words[0]}" in person.role.casefold().split(", "))
    if len(words) > len(name):
        return False
    *first, last = words
    return first == name[: len(first)] and (name[len(first)] == last or (len(last.rstrip(".")) == 1 and name[len(first)][0] == last[0]))
