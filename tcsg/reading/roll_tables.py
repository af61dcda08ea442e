"""Tables of people: a name in each row and perhaps a tick, or a column for those who came and one for those who did not."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.model import Person
from tcsg.reading.entries import people_in, without_links
from tcsg.reading.markdown import Item, Shape
from tcsg.reading.person import are_initials, is_away, read_person
from tcsg.reading.rolls import read_title
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.language import words
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAMES = words(
    "name names attendee attendees member members participant participants person people who representative teilnehmer nom prénom full_name"
)
_INITIALS = words("initials initial initiales kürzel short abbr abbreviation")
_ROLES = words(
    """
    role roles affiliation affiliations organisation organization company employer institution institute position title representing
    body constituency handle username github irc nick funktion rolle organisme fonction
    """
)
_CAME = words("present attended attendance attending here status anwesend présent présence presence attended? present?")
_TASKS = w.TABLE_ACTION | w.TABLE_TEXT | w.TABLE_DUE | w.TABLE_OWNER | words("action_taken actions_taken compliance subject topic discussion")
_DONE_BY = w.TABLE_ACTION | w.TABLE_TEXT | w.TABLE_DUE
_YES = words("y yes x ✓ ✔ ✅ ☑ ☒ p present attended attending here in remote online ja oui 1 ✔️ ☑️ virtual in-person in_person")
_NO = words("n no r a absent apologies apology regrets excused e ❌ ✗ ✘ ☐ nein non entschuldigt abwesend excusé not_present 0 not_attended")


@frozen
class _Columns:
    """Where a table has what, None where nowhere."""

    name: int | None = None
    initials: int | None = None
    came: int | None = None
    roles: tuple[int, ...] = ()
    lists: tuple[tuple[int, bool], ...] = ()
    """Columns that hold lists of people, and whether those were away."""
    tasks: bool = False
    """Whether it is a table of what people are to do."""


@lru_cache(maxsize=64)  # all rows of a table share its header
def _columns(header: tuple[str, ...]) -> _Columns:
    keys = [without_links(cell).split("(")[0].strip(" :*?").casefold() for cell in header]
    name, initials, came = (next((n for n, key in enumerate(keys) if key in some), None) for some in (_NAMES, _INITIALS, _CAME))
    titles = [read_title(key) if key else None for key in keys]
    lists = tuple((n, title.away) for n, title in enumerate(titles) if title and title.sure)
    charging = [key for n, key in enumerate(keys) if name is None or n != initials]  # `Initials` beside names are nobody's tasks
    return _Columns(name, initials, came, tuple(n for n, key in enumerate(keys) if key in _ROLES), lists, not _TASKS.isdisjoint(charging))


def table_at(items: Sequence[Item], n: int) -> list[Item]:
    """The rows of the table that goes on at `n`."""
    rows = [items[n]]
    for item in map(items.__getitem__, range(n + 1, len(items))):
        if item.shape is not Shape.ROW or (item.header and rows[0].header and item.header != rows[0].header):
            break
        rows.append(item)
    return rows


def lists_people(item: Item, *, ahead: bool) -> bool:
    """Whether a row is of a table that by its header tells who came, whatever stands above it; one of names and bodies may stand `ahead`."""
    if item.shape is not Shape.ROW or not item.header or len(item.header) < 2:
        return False
    columns = _columns(item.header)
    if _lists(columns, item.header):
        return True
    if columns.name is None or columns.tasks:
        return False
    return (columns.came is not None and columns.name != columns.came) or (ahead and (bool(columns.roles) or columns.initials is not None))


def people_of_table(rows: Sequence[Item]) -> Iterator[tuple[Item, Person, bool]]:
    """The people of the rows of a table that stands in a list of people, each with its row and whether the person was away."""
    header = next((row.header for row in rows if row.header), ())
    if (columns := _columns(header)).tasks and (columns.name is None or _charges(header)):
        return  # the table of what was said and is to be done, which follows `Apologies: none sent`
    rows = [row for row in rows if row.cells != header] if _is_header(header) else rows
    ticked = any(_state(row) is not None for row in rows)
    if not ticked and columns.came is not None and header[columns.came].strip(" :*").casefold() == "status" and not columns.roles:
        return  # `| Matter | Member | Status |`, of tasks: `In progress`
    if not _is_header(header) and (grid := _grid(rows)):
        yield from grid
        return
    wide = any(len([cell for cell in row.cells if cell]) > 1 for row in rows) and _columns(header).name is None
    for row in rows:
        if row.header and _lists(_columns(row.header), row.header):
            yield from _of_columns(row)
        elif wide and not any(row.cells[1:]):
            continue  # the name of a body above its people
        elif (person := _person(row)) is not None:
            state = _state(row)
            yield row, person, state is False or (state is None and ticked and _has_blank_tick(row)) or is_away(person)


def _charges(header: tuple[str, ...]) -> bool:
    """Whether a header tells who is to do what: `| Who | What | By when |`, below `Who is doing what`."""
    keys = {cell.strip(" :*?").casefold() for cell in header}
    return "who" in keys and not _DONE_BY.isdisjoint(keys)


def _grid(rows: Sequence[Item]) -> list[tuple[Item, Person, bool]]:
    """The people of a table that holds nothing but their names, side by side."""
    cells = [(row, read_person(without_links(cell))) for row in rows for cell in row.cells if cell.strip()]
    named = [(row, person, False) for row, person in cells if person is not None and " " in person.name and is_given(person.name.split()[0])]
    wide = any(len([cell for cell in row.cells if cell.strip()]) > 1 for row in rows)
    return named if wide and len(named) == len(cells) else []


def _is_header(header: tuple[str, ...]) -> bool:
    columns = _columns(header)
    return columns.name is not None or bool(columns.roles) or bool(columns.lists)


def _lists(columns: _Columns, header: tuple[str, ...]) -> bool:
    """Whether the columns of a table are lists of people: `| Present | Apologies |`."""
    return len(columns.lists) == len(header) > 1 and columns.name in (None, 0)


def _of_columns(row: Item) -> Iterator[tuple[Item, Person, bool]]:
    if row.cells == row.header:
        return
    for n, away in _columns(row.header).lists:
        for line in row.cells[n].split("<br>") if n < len(row.cells) else ():
            for person, gone in people_in(line.strip()):
                yield row, person, away or gone


def _person(row: Item) -> Person | None:
    """The person of a row: in the column of names, or else in the first cell that names somebody."""
    columns = _columns(row.header) if row.header else _Columns()
    cells = [without_links(cell) for cell in row.cells]
    at = columns.name if columns.name is not None and columns.name < len(cells) else None
    if at is None:
        at = next((n for n, cell in enumerate(cells[:3]) if cell.casefold() not in _YES | _NO and read_person(cell)), None)
    person = read_person(cells[at]) if at is not None else None
    if person is None or at is None:
        return None
    short = cells[columns.initials] if columns.initials is not None and columns.initials < len(cells) else None
    short = short if short and are_initials(short) else None
    beside = [n for n in columns.roles if n < len(cells)] or [
        n for n in range(at + 1, at + 2) if n < len(cells) and columns.came != n != columns.initials
    ]
    roles = [cells[n] for n in beside if n != at and cells[n] and cells[n].casefold() not in _YES | _NO]
    return Person(person.name, person.initials or short, ", ".join(filter(None, [person.role, *roles])) or None)


def _state(row: Item) -> bool | None:
    """Whether a row ticks its person; None where it tells nothing."""
    columns = _columns(row.header) if row.header else _Columns()
    places = [columns.came] if columns.came is not None else [n for n in range(len(row.cells) - 1, 0, -1) if n not in columns.roles]
    for n in places:
        cell = without_links(row.cells[n]).strip(" []*().").casefold() if n < len(row.cells) else ""
        if cell in _YES or cell in _NO:
            return cell in _YES
    return None


def _has_blank_tick(row: Item) -> bool:
    columns = _columns(row.header) if row.header else _Columns()
    at = columns.came if columns.came is not None else len(row.cells) - 1
    return at >= len(row.cells) or not row.cells[at].strip(" -–[]")


def labelled(item: Item) -> Item | None:
    """A row whose first cell is the title of a list of people and whose others hold them, as the line that it stands for."""
    cells = item.cells
    if item.shape is not Shape.ROW or len(cells) < 2 or not cells[0] or len(cells[0]) > 40 or (title := read_title(without_links(cells[0]))) is None:
        return None
    if not any(cells[1:]) or (not title.sure and not title.host) or any(read_title(c) for c in cells[1:] if c and len(c) < 40):
        return None
    return Item(
        Shape.LINE, item.line, item.end, (f"{cells[0].strip(' :*')}: {'; '.join(c for c in cells[1:] if c).replace('<br>', '; ')}",), gap=item.gap
    )


__all__ = ["labelled", "lists_people", "people_of_table"]
