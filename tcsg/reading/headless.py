"""Rows of a table without a header, in a list of actions: its cells tell what they are, `A-1 | Order the rope | Ann | open`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.dates import Calendar
from tcsg.reading.due import read_title
from tcsg.reading.markdown import plain
from tcsg.reading.naming import INITIALS, split_owners
from tcsg.reading.status import read_status
from tcsg.reading.tables import Row, column_kind
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_NUMBER = late.compile(r"#?(?:[A-Z]{1,4}[-.]?)?\d{1,4}(?:[-./]\d{1,4}){0,2}[.)]?$")
_ANY_DAY = Calendar(None)


def read_headless(item: Item, names: Names) -> Row | None:
    """The action of a row of a table whose first row is one as well, and no header; None for every other row."""
    first = item.header if any(item.header) else item.cells
    if any(column_kind(cell, names.idiom) in ("action", "owner", "due") for cell in first) or _row(first, names) is None:
        return None
    return _row(item.cells, names)


def _row(cells: Sequence[str], names: Names) -> Row | None:
    """What the cells of a row tell, when one of them tells who or how far, and another in several words what."""
    owners = number = due = None
    status = None
    left: list[str] = []
    for cell in cells:
        words = plain(cell)
        if number is None and _NUMBER.match(words):
            number = words
        elif owners is None and _are_people(words, names):
            owners = words
        elif status is None and words and (told := read_status(words, names.idiom)) is not None:
            status = told
        elif due is None and words and len(words.split()) <= 4 and read_title(f"by {words}", _ANY_DAY) is not None:
            due = words
        else:
            left.append(cell)
    text = max(left, key=len, default="")
    if (owners is None and status is None) or len(plain(text).split()) < 2:
        return None
    return Row(text, "", owners or "", due, status, None if owners else "the table has no header", number=number)


def _are_people(words: str, names: Names) -> bool:
    owners = split_owners(words, names)
    return bool(owners) and all(names.knows(o) or INITIALS.match(o) or o.casefold() in w.EVERYBODY for o in owners)
