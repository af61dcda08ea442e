"""The items below the title of a list of people, till it ends."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

from tcsg import late
from tcsg.reading.entries import entries_of, people_in
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.person import are_initials, is_away, read_person
from tcsg.reading.roll_tables import labelled, people_of_table, table_at
from tcsg.reading.rolls import read_opening
from tcsg.reading.ticks import is_whole
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.model import Person

Found: TypeAlias = "list[tuple[Item, Person, bool]]"
"""The people of a list, each with the item that names them and whether they were away."""
_FRAME = late.compile(r"\|={3,}$|\[[^\]]{0,80}\]$|\{\||\|[-}]|! ?colspan")
"""What frames a table of a markup that is read as text."""

_FEW = 3
_MANY = 4
"""Lines of a list of which one may name nobody: `? - (on the phone)`."""
_COUNTED = late.compile(r"^\S{1,40} \(\d{1,5}\)$")
"""Somebody in the list of a meeting bot, with the lines said: `rosa (41)`."""


def read_block(items: Sequence[Item], opening: int) -> tuple[int, Found]:
    """The people of the items below the title at `opening`, and the place behind them."""
    return _Block(items, opening).run()


class _Block:
    """The list, item by item."""

    def __init__(self, items: Sequence[Item], opening: int) -> None:
        self.items, self.opening = items, opening
        self.found: Found = []

    def run(self) -> tuple[int, Found]:
        """Read item by item till one is none of the list."""
        n = end = self.opening + 1
        skipped = 0
        while n < len(self.items) and not self._ends(n):
            rows = table_at(self.items, n) if self.items[n].shape is Shape.ROW else []
            if rows and any(map(labelled, rows)):
                break
            people = list(people_of_table(rows) if rows else self._of_item(n))
            if people:
                self.found += people
                n = end = n + (len(rows) or 1)
            elif not rows and self._may_skip(n, skipped):
                skipped += 1
                n += 1
            else:
                break
        ticked = any(item.checked for item, _, _ in self.found)
        return end, [(item, person, away or (ticked and item.boxed and not item.checked)) for item, person, away in self.found]

    def _ends(self, n: int) -> bool:
        """Whether the list surely ends before an item."""
        item = self.items[n]
        if item.shape in (Shape.HEADING, Shape.RULE) or _is_marked(item):
            return True
        return self._is_numbered(n) or (item.shape is not Shape.ROW and read_opening(item) is not None)

    def _is_numbered(self, n: int) -> bool:
        """Whether an item opens a numbered list of other things than people."""
        item, title = self.items[n], self.items[self.opening]
        if not (item.marker and item.marker[0].isdigit() and item.gap):
            return False
        below = title.shape is Shape.BULLET and item.indent > title.indent  # of a roll that is a numbered item itself
        if n == self.opening + 1:
            person = read_person(plain(item.text))
            if person is None:
                return not below
            named = is_whole(person) and (is_given(person.name.split()[0]) or self._names_many(n))
            return not (named or _COUNTED.search(item.text))
        last = self.found[-1][0] if self.found else None
        return not below and (last is None or not (last.marker and last.marker[0].isdigit()) or title.indent == item.indent < last.indent)

    def _names_many(self, n: int) -> bool:
        """Whether each of the first items of a numbered list is a whole name: `1. Prof. R. Blum`, `2. Mina Kern (secretary)`."""
        first = self.items[n]
        run = list(takewhile(lambda item: item.shape is Shape.BULLET and item.indent == first.indent, self.items[n : n + _FEW]))
        return len(run) == _FEW and all((person := read_person(plain(item.text))) is not None and is_whole(person) for item in run)

    def _of_item(self, n: int) -> Iterator[tuple[Item, Person, bool]]:
        """The people that an item of a list names; nobody unless each of its lines does, or nearly each of many."""
        item = self.items[n]
        after = self.items[n + 1] if n + 1 < len(self.items) else None
        alone = not self.found and (after is None or after.shape is not item.shape or after.gap or read_opening(after) is not None)
        if self.found and item.gap and len(self.found) > 1 and self.found[-1][0] is self.found[-2][0] and item.shape is Shape.BULLET:
            return  # a list in one item has ended
        if (
            self.found
            and item.shape is Shape.BULLET
            and item.indent > self.found[-1][0].indent
            and self.found[-1][0].shape is Shape.BULLET
            and " " in self.found[-1][1].name
        ):
            return
        struck = item.text[:2] == "~~" == item.text[-2:]  # who did not come after all
        told = [item.text.strip("~")] if struck else [line for line in item.lines if not _FRAME.match(line)]
        wrapped = item.shape is Shape.BULLET and len(told) > 1 and told[0].count("(") > told[0].count(")")
        lines = entries_of([" ".join(told)] if wrapped else told, alone=alone)
        people = [read_person(line) for line in lines]
        unread = people.count(None)
        if not lines or (unread and (item.shape is not Shape.LINE or people[0] is None or len(lines) < _MANY or 4 * unread > len(lines))):
            return
        if item.shape is Shape.LINE and self.found and item.gap and len(lines) == 1 and self._is_title(n, lines[0]):
            return
        if self._heads_group(n, lines):
            return
        for person in people:
            if person is not None:
                yield item, person, struck or is_away(person)

    def _heads_group(self, n: int, lines: list[str]) -> bool:
        """Whether an item is the name of a body and its people stand below it, further in."""
        item, after = self.items[n], self.items[n + 1] if n + 1 < len(self.items) else None
        if item.shape is not Shape.BULLET or after is None or after.shape is not Shape.BULLET or after.indent <= item.indent or len(lines) != 1:
            return False
        below = read_person(plain(after.text))
        here = read_person(lines[0])
        return below is not None and " " in below.name and here is not None and not is_given(here.name.split()[0]) and here.initials is None

    def _may_skip(self, n: int, skipped: int) -> bool:
        """Whether an item that names nobody stands in the middle of a list, or is the name of a body whose people stand below it."""
        item, after = self.items[n], self.items[n + 1] if n + 1 < len(self.items) else None
        if after is None or len(item.text) > 160 or skipped > max(2, len(self.found) // 2):
            return False
        if item.shape is Shape.LINE and after.shape is Shape.ROW:
            return n == self.opening + 1 or _is_label(item)
        if item.shape is Shape.LINE and after.shape is Shape.LINE:
            return item.gap and _is_label(item) and _is_full_name(after) and self._is_among_names(n + 1)
        if after.shape is not Shape.BULLET:
            return False
        if item.shape is Shape.LINE:
            return (n == self.opening + 1 and self._goes_on(n + 1)) or (item.gap and _is_label(item) and _is_full_name(after))
        if item.shape is not Shape.BULLET or item.boxed != after.boxed:
            return False
        inner = after.indent > item.indent and _is_likely(after)
        within = bool(self.found) and item.indent > self.found[-1][0].indent
        beside = ((bool(self.found) and not item.gap) or n == self.opening + 1) and not after.gap and after.indent == item.indent
        return inner or within or (beside and (self._goes_on(n + 1) or _COUNTED.match(item.text) is not None))

    def _goes_on(self, n: int) -> bool:
        """Whether the next few items of a list surely name people."""
        first = self.items[n]
        few = [
            first,
            *takewhile(lambda item: item.shape is first.shape and not item.gap and item.indent == first.indent, self.items[n + 1 : n + _FEW]),
        ]
        return _is_likely(first) or (all(map(_is_person, few)) and any(map(_is_likely, few)))

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
            or (after.marker is not None and after.marker[0].isdigit() and after.gap)
            or (after.shape is Shape.LINE and (_is_full_name(after) or _is_label(after)))
        )


def _is_label(item: Item) -> bool:
    """Whether a line can be the name of a body whose people stand below it: `**Usage group (UG):**`."""
    text = item.text.strip()
    return len(item.lines) == 1 and len(text) < 60 and (text.endswith((":", ":**", "**:")) or (text[:2] == text[-2:] == "**"))


def _is_full_name(item: Item) -> bool:
    person = read_person(plain(item.text))
    return person is not None and is_whole(person)


def _is_person(item: Item) -> bool:
    return bool(people_in(item.text))


def _is_likely(item: Item) -> bool:
    """Whether an item surely names somebody; `Roof` may as well be a topic."""
    people = [person for person, _ in people_in(item.text)]
    return any(is_whole(p) or is_given(p.name) or are_initials(p.name) or f"@{p.name}" in item.text for p in people)


def _is_marked(item: Item) -> bool:
    """Whether an item begins with a mark of actions, perhaps behind its number; nobody is called so."""
    return item.text.lstrip("*_[( 0123456789.)")[:4].casefold() in ("acti", "todo", "fixm")
