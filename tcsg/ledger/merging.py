"""The people of many meetings, each once, however their names are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.identity import folded, is_shortened, same_person, surname

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tcsg.model import Person


@frozen
class Who:
    """Somebody an owner can mean: a person by name, or words that stand for no person that is known."""

    name: str
    initials: str | None = None
    known: bool = True

    def __str__(self) -> str:
        return f"{self.name} ({self.initials})" if self.initials else self.name


@frozen
class Merged:
    """Each person once, and whose every name is."""

    people: tuple[Who, ...]
    _by_name: Mapping[str, int]

    def find(self, name: str) -> Who | None:
        """The person of a name: one that was written so, else the only one whose name it can be."""
        at = self._by_name.get(folded(name))
        if at is not None:
            return self.people[at]
        near = [who for who in self.people if same_person(who.name, name)]
        return near[0] if len(near) == 1 else None


class _One:
    """A person while the names are gathered; `first` is the place of the earliest in the list."""

    __slots__ = ("first", "initials", "keys", "name")

    def __init__(self, name: str, first: int) -> None:
        self.name = name
        self.initials: str | None = None
        self.first = first
        self.keys: set[str] = set()


def merge(listed: Sequence[Person], meetings: Iterable[Sequence[str]]) -> Merged:
    """The people of a list, the latest way of writing them first; two whom one meeting lists side by side are two.

    A name of which only the first letter is known joins the one person it can be, and stands alone when it can be several.
    """
    beside: dict[str, set[str]] = {}
    for names in meetings:
        keys = {folded(name) for name in names}
        for key in keys:
            beside.setdefault(key, set()).update(keys - {key})
    found: list[_One] = []
    by_key: dict[str, _One] = {}
    by_surname: dict[str, list[_One]] = {}
    for n, person in sorted(enumerate(listed), key=lambda pair: is_shortened(pair[1].name)):
        key = folded(person.name)
        one = by_key.get(key)
        if one is None:
            family = by_surname.setdefault(surname(key), [])
            near = [o for o in family if not o.keys & beside.get(key, set()) and all(same_person(k, key) for k in o.keys)]
            one = near[0] if len(near) == 1 else _One(person.name, n)
            if one not in near:
                found.append(one)
                family.append(one)
            by_key[key] = one
            one.keys.add(key)
        one.initials = one.initials or person.initials
        one.first = min(one.first, n)
    found.sort(key=lambda one: one.first)
    at = {id(one): n for n, one in enumerate(found)}
    return Merged(tuple(Who(one.name, one.initials) for one in found), {key: at[id(one)] for key, one in by_key.items()})
