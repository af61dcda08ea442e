"""Little tables that each are one action: its number and title for a header, and below it a dated row for each meeting that spoke of it.

`| 31 | Roof of the boat shed |` above `| 2031-02-04 | No news. |`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Status
from tcsg.reading.dates import find_date
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.outcome import read_outcome
from tcsg.reading.text import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.markdown import Item

_HEADER = ("No.", "Action", "Status")
"""The header of a usual table that would tell as much."""
_ACTIONS = frozenset("action actions task tasks todo todos".split())
"""Of these a heading above such tables has one."""
_COLUMNS = 2
_LONGEST = 12
"""Characters of a number or a day."""


def with_titled(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, with each such table below a heading of actions as one row of a usual one; what the last meeting said may close it."""
    out: list[Item] = []
    listed = False
    for n, item in enumerate(items):
        if item.shape is Shape.HEADING:
            listed = not _ACTIONS.isdisjoint(words_in(item.text.casefold()))
        above = out[-1] if out else None
        if above is not None and above.header is _HEADER and item.shape is Shape.ROW and item.header[:_COLUMNS] == above.cells[:_COLUMNS]:
            out[-1] = _told(above, item)
        elif listed and n + 1 < len(items) and _is_title(item, items[n + 1]):
            out.append(replace(item, header=_HEADER, cells=(*item.cells, "")))
        else:
            out.append(item)
    return tuple(out)


def _is_title(item: Item, following: Item) -> bool:
    """Whether a row is a number and a title, with a dated row below."""
    if item.shape is not Shape.ROW or item.header or len(item.cells) != _COLUMNS or following.header != item.cells:
        return False
    number, day = item.cells[0], following.cells[0]
    if not (number.isdecimal() and len(number) <= _LONGEST and item.cells[1]) or len(day) > _LONGEST:
        return False
    return (found := find_date(day)) is not None and (found[1], found[2]) == (0, len(day))


def _told(action: Item, row: Item) -> Item:
    """An action with what one more meeting said of it, if that closes it: the title above may say so of all.

    The first of them gave it: `Created after a talk`.
    """
    said = plain(" ".join(filter(None, row.cells[1:])))
    closes = action.end > action.line and read_outcome(said, plain(action.cells[1])) in (Status.DONE, Status.DROPPED)
    return replace(action, end=row.end, cells=(*action.cells[:_COLUMNS], said if closes else ""))
