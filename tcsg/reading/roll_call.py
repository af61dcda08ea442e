"""The lists of people of minutes, one after another.

`rolls` tells where a list opens, `entries` cuts its lines, `person` reads an entry, `roll_tables` those of a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.reading.entries import entries_of, people_in, told_in
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.person import are_initials, is_away, read_person
from tcsg.reading.roll_tables import labelled, lists_people, people_of_table
from tcsg.reading.rolls import Opening, read_opening
from tcsg.reading.ticks import is_whole, ticked_people, were_there
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tcsg.model import Person

_HEAD = 24
"""Items in which a title such as `Team` may be a list of people."""
_MOST_HOSTS = 4
_FRAME = late.compile(r"\|={3,}$|\[[^\]]{0,80}\]$|\{\||\|[-}]|! ?colspan")
"""What frames a table of a markup that is read as text."""


@frozen
class Listed:
    """Somebody on a list: the number of the list, and whether it is of those who were away or had a part in the meeting."""

    person: Person
    roll: int
    away: bool
    host: bool


class RollCall:
    """The walk over the items, list by list."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.listed: list[Listed] = []
        self.lines: set[int] = set()
        self._ended = -9
        """Where the last list ended."""

    def run(self) -> None:
        """Read them all."""
        n = 0
        while n < len(self.items):
            item = self.items[n]
            if item.boxed:
                n = self._ticked(n)
            elif item.shape is Shape.ROW:
                n = self._row(n)
            elif (opening := read_opening(item)) is not None:
                n = self._list(n, opening)
            else:
                n += 1

    def _add(self, found: Iterable[tuple[Item, Person, bool]], n: int, *, host: bool = False) -> None:
        for item, person, away in found:
            self.listed.append(Listed(person, n, away, host))
            self.lines.update(range(item.line, item.end + 1))

    def _list(self, n: int, opening: Opening) -> int:
        """Read the list that opens at `n`; the place behind it."""
        item, title = self.items[n], opening.title
        people, lines = told_in(opening.rest.split("\n", 1)[0] if title.host else opening.rest)
        first = replace(item, end=min(item.end, item.line + max(lines, 1) - 1))
        told = [(first, person, away or title.away) for person, away in people]
        if title.host:
            return self._host(n, told)
        end, block = (n + 1, []) if told and self._is_parted(n, len(told)) else self._block(n)
        found = [*told, *((i, person, away or title.away) for i, person, away in block)]
        near = n < _HEAD or n - self._ended <= 1 or (n > 0 and self.items[n - 1].shape is Shape.HEADING)
        sure = [person for i, person, _ in found if _is_sure(person) or any(f"@{person.name}" in line for line in i.lines)]
        beside = n - self._ended <= 1
        many = len(sure) >= 2 and 2 * len(sure) >= len(found)
        if not title.sure and not (near and (many or (beside and (sure or len(found) > 1)))):
            return n + 1
        if _is_numbered_title(item) and len(sure) < 2:
            self._ended = n + 1 if not found else self._ended
            return n + 1
        self._add(found, n)
        self._ended = end
        return end

    def _host(self, n: int, told: list[tuple[Item, Person, bool]]) -> int:
        if not told and self.items[n].shape is Shape.HEADING and plain(self.items[n].text).casefold().strip(" :") not in w.TAKERS:
            end, told = self._block(n)
        else:
            end = n + 1
        named = [e for e in told if e[1].name[0].isupper() or "@" in "".join(self.items[n].lines)]
        named = [e for k, e in enumerate(named) if k == 0 or is_given(e[1].name.split()[0]) or " " not in e[1].name]
        if (n < _HEAD or n - self._ended <= 2) and 0 < len(named) <= _MOST_HOSTS and told[0] is named[0]:
            self._add(named, n, host=True)
            self._ended = end
            return end
        return n + 1

    def _block(self, opening: int) -> tuple[int, list[tuple[Item, Person, bool]]]:
        """The people of the items below a title, and the place behind them."""
        items, n, end = self.items, opening + 1, opening + 1
        found: list[tuple[Item, Person, bool]] = []
        skipped = 0
        boxes = False
        while n < len(items):
            item = items[n]
            if item.shape in (Shape.HEADING, Shape.RULE) or _is_numbered(item, found) or _is_marked(item):
                break
            if item.shape is Shape.ROW:
                rows = _table(items, n)
                people = list(people_of_table(rows))
                if not people or any(labelled(row) for row in rows):
                    break
                found += people
                n = end = n + len(rows)
                continue
            if read_opening(item) is not None:
                break
            people = list(self._of_item(n, found))
            if people:
                boxes = boxes or item.checked is True
                found += [(i, p, away or (item.boxed and not item.checked)) for i, p, away in people]
                n = end = n + 1
            elif self._may_skip(n, opening, found, skipped):
                skipped += 1
                n += 1
            else:
                break
        return end, found if boxes else [(i, p, away and not i.boxed) for i, p, away in found]

    def _of_item(self, n: int, found: list[tuple[Item, Person, bool]]) -> Iterator[tuple[Item, Person, bool]]:
        """The people that an item of a list names; nobody unless each of its lines does."""
        item = self.items[n]
        after = self.items[n + 1] if n + 1 < len(self.items) else None
        alone = not found and (after is None or after.shape is not item.shape or after.gap)
        if found and item.gap and len(found) > 1 and found[-1][0] is found[-2][0] and item.shape is Shape.BULLET:
            return  # a list in one item has ended
        if (
            found
            and item.shape is Shape.BULLET
            and item.indent > found[-1][0].indent
            and found[-1][0].shape is Shape.BULLET
            and " " in found[-1][1].name
        ):
            return
        lines = entries_of([line for line in item.lines if not _FRAME.match(line)], alone=alone)
        people = [read_person(line) for line in lines]
        if not lines or any(person is None for person in people):
            return
        if item.shape is Shape.LINE and found and item.gap and len(lines) == 1 and self._is_title(n, lines[0]):
            return
        if self._heads_group(n, lines):
            return
        for person in people:
            if person is not None:
                yield item, person, is_away(person)

    def _heads_group(self, n: int, lines: list[str]) -> bool:
        """Whether an item is the name of a body and its people stand below it, further in."""
        item, after = self.items[n], self.items[n + 1] if n + 1 < len(self.items) else None
        if item.shape is not Shape.BULLET or after is None or after.shape is not Shape.BULLET or after.indent <= item.indent or len(lines) != 1:
            return False
        below = read_person(plain(after.text))
        here = read_person(lines[0])
        return below is not None and " " in below.name and here is not None and not is_given(here.name.split()[0]) and here.initials is None

    def _may_skip(self, n: int, opening: int, found: list[tuple[Item, Person, bool]], skipped: int) -> bool:
        """Whether an item that names nobody stands in the middle of a list, or is the name of a body whose people stand below it."""
        item, after = self.items[n], self.items[n + 1] if n + 1 < len(self.items) else None
        if after is None or len(item.text) > 160 or skipped > max(2, len(found) // 2):
            return False
        if item.shape is Shape.LINE and after.shape is Shape.LINE:
            return item.gap and _is_label(item) and _is_full_name(after) and self._is_among_names(n + 1)
        if after.shape is not Shape.BULLET:
            return False
        if item.shape is Shape.LINE:
            return (n == opening + 1 and not found and _is_person(after)) or (item.gap and _is_label(item) and _is_full_name(after))
        if item.shape is not Shape.BULLET or item.boxed != after.boxed:
            return False
        inner = after.indent > item.indent and _is_person(after)
        within = bool(found) and item.indent > found[-1][0].indent
        beside = (bool(found) and not item.gap) or n == opening + 1
        return inner or within or (beside and not after.gap and _is_person(after) and after.indent == item.indent)

    def _is_title(self, n: int, line: str) -> bool:
        """Whether a line in a paragraph of its own is a title behind the list, and not somebody of it, as word processors have them."""
        if "\t" in line or "(" in line:
            return False
        return not (_is_full_name(self.items[n]) and self._is_among_names(n))

    def _is_among_names(self, n: int) -> bool:
        """Whether a name in a paragraph of its own is one of a list: a role follows it, or the list goes on or ends."""
        person, after = read_person(plain(self.items[n].text)), self.items[n + 1] if n + 1 < len(self.items) else None
        return (
            (person is not None and person.role is not None)
            or after is None
            or after.shape in (Shape.HEADING, Shape.RULE)
            or read_opening(after) is not None
            or _is_numbered(after, [])
            or (after.shape is Shape.LINE and (_is_full_name(after) or _is_label(after)))
        )

    def _is_parted(self, opening: int, people: int) -> bool:
        """Whether a blank line parts what follows from a list of `people` that stands on the line of its label."""
        after = self.items[opening + 1] if opening + 1 < len(self.items) else None
        if after is None:
            return False
        if not after.gap:
            return after.shape is Shape.BULLET and self.items[opening].shape is Shape.BULLET and after.indent <= self.items[opening].indent
        return after.shape in (Shape.LINE, Shape.ROW) or (after.shape is Shape.BULLET and (people > 1 or ":" in plain(after.text)))

    def _ticked(self, n: int) -> int:
        """Read a list of boxes that name nobody but people, one each: who was there is ticked."""
        ticked = ticked_people(self.items, n)
        if were_there(self.items, n, ticked):
            self._add(((item, person, not item.checked) for item, person in ticked), n)
        return n + (len(ticked) or 1)

    def _row(self, n: int) -> int:
        """Read a table that tells who came, or a row of one that has a list of people behind its title."""
        if (line := labelled(self.items[n])) is not None and (opening := read_opening(line)) is not None and n < _HEAD:
            told = [(line, person, away or opening.title.away) for person, away in people_in(opening.rest)]
            self._add(told, n, host=opening.title.host)
            return n + 1
        if not lists_people(self.items[n], ahead=n < _HEAD):
            return n + 1
        rows = _table(self.items, n)
        found = list(people_of_table(rows))
        if len([person for _, person, _ in found if _is_sure(person)]) >= 2:
            self._add(found, n)
        return n + len(rows)


def _is_label(item: Item) -> bool:
    """Whether a line can be the name of a body whose people stand below it: `**Usage group (UG):**`."""
    text = item.text.strip()
    return len(item.lines) == 1 and len(text) < 60 and (text.endswith((":", ":**", "**:")) or (text[:2] == text[-2:] == "**"))


def _is_sure(person: Person) -> bool:
    """Whether nobody would take a name for anything else."""
    named = is_whole(person) or is_given(person.name) or are_initials(person.name)
    return named or person.initials is not None or (person.role is not None and "@" in person.role)


def _is_full_name(item: Item) -> bool:
    person = read_person(plain(item.text))
    return person is not None and is_whole(person)


def _is_person(item: Item) -> bool:
    return any(True for _ in people_in(item.text))


def _table(items: Sequence[Item], n: int) -> list[Item]:
    """The rows of the table that goes on at `n`."""
    rows = [items[n]]
    for item in map(items.__getitem__, range(n + 1, len(items))):
        if item.shape is not Shape.ROW or (item.header and rows[0].header and item.header != rows[0].header):
            break
        rows.append(item)
    return rows


def _is_numbered_title(item: Item) -> bool:
    """Whether an item is `1. Attendance`: an item of the agenda, which may only name the matter, or a heading in all but name."""
    numbered = item.marker is not None and item.marker[0].isdigit()
    return (numbered or (item.shape is Shape.HEADING and item.text.lstrip("*_ ")[:1].isdigit())) and ":" not in item.text


def _is_numbered(item: Item, found: Sequence[tuple[Item, Person, bool]]) -> bool:
    if not (item.marker and item.marker[0].isdigit() and item.gap):
        return False
    return not (found and found[-1][0].marker and found[-1][0].marker[0].isdigit())


def _is_marked(item: Item) -> bool:
    """Whether an item begins with a mark of actions; nobody is called so."""
    return item.text.lstrip("*_[( ")[:4].casefold() in ("acti", "todo")
