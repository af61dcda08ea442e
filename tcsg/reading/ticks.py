"""Boxes that tick who was there, without a title that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading import headings
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.orders import orders
from tcsg.reading.person import read_person
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.model import Person

_NEAR = 40
"""Items above a box among which its title is looked for."""


def ticked_people(items: Sequence[Item], start: int) -> list[tuple[Item, Person]]:
    """The boxes in a row that name nobody but people with a full name."""
    found = []
    for item in map(items.__getitem__, range(start, len(items))):
        person = read_person(plain(item.text)) if item.boxed else None
        if person is None or not is_whole(person):
            break
        found.append((item, person))
    return found


def is_whole(person: Person) -> bool:
    """Whether a name has a surname and looks like one."""
    words = person.name.split()
    return len(words) > 1 and words[0].casefold() not in w.ORDERS and all(word[0].isupper() for word in words if len(word) > 3)


def were_there(items: Sequence[Item], start: int, ticked: Sequence[tuple[Item, Person]]) -> bool:
    """Whether at least three boxes tick who was there, and not what these people did: `Rosa Blum - mended the gate`."""
    if len(ticked) < 3 or _hands_out([person for _, person in ticked]):
        return False
    above = next((item for item in reversed(items[max(0, start - _NEAR) : start]) if not item.boxed), None)
    return above is None or not _heads_tasks(above)


def _heads_tasks(item: Item) -> bool:
    """Whether an item is the title of a list of actions, whose boxes are no people."""
    opening = headings.read_opening(item.text) if item.shape is not Shape.ROW and not item.boxed and len(item.lines) == 1 else None
    return opening is not None and not opening.rest


def _hands_out(people: Sequence[Person]) -> bool:
    """Whether a list of boxes names somebody twice, or tells most what to do: `Rosa Blum - mend the gate`."""
    told = [person.role for person in people if person.role and len(person.role.split()) > 1 and orders(person.role)]
    return len({person.name for person in people}) < len(people) or 2 * len(told) >= len(people)
