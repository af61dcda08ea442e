"""Who was there: everybody whom the lists of the minutes name, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.model import Person
from tcsg.reading.names import initials_of
from tcsg.reading.naming import is_group
from tcsg.reading.roll_call import Listed, RollCall
from tcsg.reading.rolls import opened_lines
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.markdown import Item


_NICK = late.compile(r"[a-z][a-z0-9_-]{1,14}$")
_NO_NICK = w.NAMELESS | w.NO_NAMES | w.HOSTS | w.TAKERS | w.ATTENDED | w.EXCUSED | w.MISSING | w.BODIES
"""Words in small letters that stand behind names and are nobody's nick."""
_MANY = 50
"""People of one first name, more than any meeting has."""


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
    present, apologies = _settled(_nicked(call.listed))
    return Attendance(present, apologies, frozenset(call.lines))


def _nicked(listed: Sequence[Listed]) -> Sequence[Listed]:
    """Those listed; where two or more have a word of their own in brackets, and most begin like the name, these are nicks: `Vadim (vdm)`."""
    found = {n: nick for n, entry in enumerate(listed) if entry.person.role is not None and (nick := _nick(entry.person.role)) is not None}
    like = {n for n, nick in found.items() if nick[0] in {word[0] for word in listed[n].person.name.casefold().split()}}
    if len(like) < 2 or 3 * len(like) < 2 * len(found) or len({*found.values()}) < len({listed[n].person.name for n in found}):
        return listed
    return [replace(entry, person=_called(entry.person, found[n])) if n in like else entry for n, entry in enumerate(listed)]


def _nick(role: str) -> str | None:
    """The one word in small letters among what is said of somebody that may be a nick."""
    parts = [part for part in role.split(", ") if _NICK.match(part) and part not in _NO_NICK and not is_group(part)]
    return parts[0] if len(parts) == 1 and "@" not in role else None


def _called(person: Person, nick: str) -> Person:
    """Somebody with a nick, as a role tells it."""
    parts = [f"@{part}" if part == nick else part for part in (person.role or "").split(", ")]
    return replace(person, role=", ".join(parts))


def _settled(listed: Sequence[Listed]) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Who was there and who was not, each once; who is on a list of either was there."""
    known: dict[str, Listed] = {}
    called: dict[str, list[Listed]] = {}
    for entry in sorted(listed, key=lambda entry: (entry.host, entry.away, -len(entry.person.name))):
        key = entry.person.name.casefold()
        if key in known:
            known[key] = _merged(known[key], entry)
        elif not (entry.host and key.split()[0] in known) and not _is_again(entry, called.get(key.split()[0], [])):
            known[key] = entry
            for word in _ways(entry.person):
                called.setdefault(word, []).append(entry)
    told = [known[key] for key in dict.fromkeys(entry.person.name.casefold() for entry in listed) if key in known]
    if all(entry.host for entry in told):
        return (), ()
    return tuple(e.person for e in told if not e.away), tuple(e.person for e in told if e.away)


def _ways(person: Person) -> set[str]:
    """The single words by which somebody may be listed again: the first name, initials and handles."""
    handles = [part[1:] for part in person.role.casefold().split(", ") if part.startswith("@")] if person.role else []
    return {person.name.casefold().split()[0], (person.initials or initials_of(person.name)).casefold(), *handles}


def _merged(one: Listed, other: Listed) -> Listed:
    a, b = one.person, other.person
    if (a.initials or not b.initials) and (a.role or not b.role):
        return one
    return Listed(Person(a.name, a.initials or b.initials, a.role or b.role), one.roll, one.away, one.host)


def _is_again(entry: Listed, called: Sequence[Listed]) -> bool:
    """Whether somebody listed by less than the name is one of another such list: `Scribe: Rosa`, or `Rosa B` of the next sitting.

    `called` are those whom the first word may mean.
    """
    if len(called) > _MANY:
        return False
    words = entry.person.name.casefold().split()
    others = [k for k in called if k.roll != entry.roll and (entry.host or k.away is entry.away) and _begins(words, k.person)]
    return len(others) == 1 or (entry.host and len(others) > 1)


def _begins(words: list[str], person: Person) -> bool:
    """Whether words are one word for somebody, or the beginning of a name: `Rosa B` is Rosa Blum."""
    name = person.name.casefold().split()
    if len(words) == 1 or len(words) > len(name):
        return len(words) == 1
    *first, last = words
    return first == name[: len(first)] and (name[len(first)] == last or (len(last.rstrip(".")) == 1 and name[len(first)][0] == last[0]))
