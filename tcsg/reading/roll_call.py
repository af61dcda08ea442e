"""The lists of people of minutes, one after another.

`rolls` tells where a list opens, `entries` cuts its lines, `person` reads an entry, `roll_tables` those of a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.person import are_initials
from tcsg.reading.rolls import Opening, read_opening
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tcsg.model import Person

_HEAD = 24
"""Items in which a title such as `Team` may be a list of people."""
_TOP = 12
"""Items in which a list without a title may stand."""
_LONGEST = 600
"""Characters of such a list."""
_MOST_HOSTS = 4
_OUT = ("not in:", "not here:", "not there:", "out:", "away:")
"""With these begins a line of such a list that may name one alone."""

_WHO = frozenset(("who:", "who?", "wer:", "qui:"))
"""What the head asks for beside when and where; those behind it are people, known by their names or not."""
_WHAT = ("what:", "task:", "action:", "was:", "aufgabe:", "quoi:", "tâche:")
"""What is to be done, in a record of a task."""
_FEW = 2
_GROUP = late.compile(r"(?:,? {1,3}(?:\*\*|__)|^(?:\*\*|__)?)[A-Z][^*_:\n]{1,24}:(?:\*\*|__) *")
"""What some of the people of a line are, set off before them: `Attendance: **Team:** ann, bo **Others:** cy`."""


_CLOCK = late.compile(r"\d{1,2}[:.]\d\d ?(?:[AaPp]\.?[Mm]\.?|UTC?|GMT|C?E?S?T|h|Uhr)?[.,;:–—-]?\s+(?=[A-Z])")


def _unclocked(item: Item) -> Item:
    """An item without the time before its title: `16:00 UT. On the line: Ann, Bo`."""
    first = item.lines[0] if item.lines else ""
    clock = _CLOCK.match(first) if first[:1].isdigit() and ":" in first[5:60] else None
    return replace(item, lines=(first[clock.end() :], *item.lines[1:])) if clock else item


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
            elif (opening := read_opening(_unclocked(item))) is not None:
                n = self._list(n, opening)
            else:
                n += 1
        if sum(not (one.away or one.host) for one in self.listed) < _FEW:
            self._unlabelled()

    def _unlabelled(self) -> None:
        """Read the lists in the head that no title opens, where none has one."""
        lines = list(_lines_of_head(self.items))
        if not lines:
            return
        from tcsg.reading.head_rolls import unlabelled_roll  # lazy: most minutes have a title, or begin with none of their people

        self._add([told for told in unlabelled_roll(lines) if told[0].line not in self.lines], len(self.items))

    def _add(self, found: Iterable[tuple[Item, Person, bool]], n: int, *, host: bool = False) -> None:
        for item, person, away in found:
            self.listed.append(Listed(person, n, away, host))
            self.lines.update(range(item.line, item.end + 1))

    def _list(self, n: int, opening: Opening) -> int:
        """Read the list that opens at `n`; the place behind it."""
        from tcsg.reading.entries import told_in  # lazy: in front matter there is none
        from tcsg.reading.roll_block import read_block

        item, title = self.items[n], opening.title
        rest = _GROUP.sub(", ", opening.rest).lstrip(", ") if ":**" in opening.rest or ":__" in opening.rest else opening.rest
        people, lines = told_in(rest.split("\n", 1)[0] if title.host else rest)
        first = replace(item, end=min(item.end, item.line + max(lines, 1) - 1))
        told = [(first, person, away or title.away) for person, away in people]
        if title.host:
            return self._host(n, told)
        end, block = (n + 1, []) if told and self._is_parted(n, len(told)) else read_block(self.items, n)
        if told and n + 1 < len(self.items) and self.items[n + 1].gap and not all(_is_known(person) for _, person, _ in block):
            end, block = n + 1, []
        found = [*told, *((i, person, away or title.away) for i, person, away in block)]
        near = n < _HEAD or n - self._ended <= 1 or (n > 0 and self.items[n - 1].shape is Shape.HEADING)
        sure = [person for i, person, _ in found if _is_sure(person) or any(f"@{person.name}" in line for line in i.lines)]
        beside = n - self._ended <= 1
        many = len(sure) >= 2 and 2 * len(sure) >= len(found)
        who = plain(item.text)[:4].casefold() in _WHO
        asked = who and n < _HEAD and len(told) > _FEW
        if not title.sure and not asked and ((who and self._is_task(n)) or not (near and (many or (beside and (sure or len(found) > 1))))):
            return n + 1
        if _is_numbered_title(item) and len(sure) < 2:
            self._ended = n + 1 if not found else self._ended
            return n + 1
        self._add(found, n)
        self._ended = end
        return end

    def _is_task(self, n: int) -> bool:
        """Whether what is to be done stands below those whom a line names: `Who: Ann`, and below it `What: the boat`."""
        below = (*self.items[n].lines[1:], *(line for item in self.items[n + 1 : n + 2] for line in item.lines[:1]))
        return any(plain(line).casefold().startswith(_WHAT) for line in below)

    def _host(self, n: int, told: list[tuple[Item, Person, bool]]) -> int:
        if not told and self.items[n].shape is Shape.HEADING and plain(self.items[n].text).casefold().strip(" :") not in w.TAKERS:
            from tcsg.reading.roll_block import read_block  # lazy: as above

            end, told = read_block(self.items, n)
        else:
            end = n + 1
        named = [e for e in told if e[1].name[0].isupper() or "@" in "".join(self.items[n].lines)]
        named = [e for k, e in enumerate(named) if k == 0 or is_given(e[1].name.split()[0]) or " " not in e[1].name]
        if (n < _HEAD or n - self._ended <= 2) and 0 < len(named) <= _MOST_HOSTS and told[0] is named[0]:
            self._add(named, n, host=True)
            self._ended = end
            return end
        return n + 1

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
        from tcsg.reading.ticks import ticked_people, were_there  # lazy: many pages have no boxes

        ticked = ticked_people(self.items, n)
        if were_there(self.items, n, ticked):
            self._add(((item, person, not item.checked) for item, person in ticked), n)
        return n + (len(ticked) or 1)

    def _row(self, n: int) -> int:
        """Read a table that tells who came, or a row of one that has a list of people behind its title."""
        from tcsg.reading.entries import people_in
        from tcsg.reading.roll_tables import labelled, lists_people, people_of_table, table_at  # lazy: many pages have no tables

        if n < _HEAD and (line := labelled(self.items[n])) is not None and (opening := read_opening(line)) is not None:
            told = [(line, person, away or opening.title.away) for person, away in people_in(opening.rest)]
            self._add(told, n, host=opening.title.host)
            return n + 1
        if not lists_people(self.items[n], ahead=n < _HEAD):
            return n + 1
        rows = table_at(self.items, n)
        found = list(people_of_table(rows))
        if len([person for _, person, _ in found if _is_sure(person)]) >= 2:
            self._add(found, n)
        return n + len(rows)


def _lines_of_head(items: Sequence[Item]) -> Iterator[Item]:
    """The lines of the head, before the talk begins, that may list people: each as an item."""
    titles = 0
    for item in items[:_TOP]:
        titles += item.shape is Shape.HEADING
        if item.boxed or item.quote or item.shape is Shape.ROW or (item.shape is Shape.BULLET and titles > 1):
            return  # the talk has begun
        if item.shape not in (Shape.LINE, Shape.BULLET):
            continue
        for n, line in enumerate(item.lines[:6]):
            if ("," in line or line.casefold().startswith(_OUT)) and len(line) < _LONGEST:
                yield replace(item, line=item.line + n, end=item.line + n, lines=(line,))


def _is_known(person: Person) -> bool:
    """Whether a name is a given name, or stands with initials or a handle; `Roof Repair` is a topic."""
    return person.initials is not None or is_given(person.name.split()[0]) or (person.role is not None and "@" in person.role)


def _is_sure(person: Person) -> bool:
    """Whether nobody would take a name for anything else."""
    from tcsg.reading.ticks import is_whole  # lazy: as above

    named = is_whole(person) or is_given(person.name) or are_initials(person.name)
    return named or person.initials is not None or (person.role is not None and "@" in person.role)


def _is_numbered_title(item: Item) -> bool:
    """Whether an item is `1. Attendance`: an item of the agenda, which may only name the matter, or a heading in all but name."""
    numbered = item.marker is not None and item.marker[0].isdigit()
    return (numbered or (item.shape is Shape.HEADING and item.text.lstrip("*_ ")[:1].isdigit())) and ":" not in item.text
