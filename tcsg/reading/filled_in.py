"""Tables whose template had its cells in square brackets, and whoever filled them in left those: `| [Mend the sail] | [Ann and Bo] |`."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import Shape
from tcsg.reading.naming import split_owners
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_BRACKETED = late.compile(r"\[([^\[\]]{2,500})\]$")
_LEAST = 2
"""Rows of which one may name somebody nobody knows; one alone may be the template's example."""


def with_filled_in(items: Sequence[Item], names: Names) -> tuple[Item, ...]:
    """The items, with the cells of such tables as if no brackets stood around them."""
    return tuple(item for _, table in groupby(items, lambda it: (it.shape is Shape.ROW, it.header)) for item in _unbracketed([*table], names))


def _unbracketed(table: list[Item], names: Names) -> Iterator[Item]:
    """The rows of a table; as they are where none tells who fills it in."""
    filled = [item for item in table if item.header and any(map(_BRACKETED.match, item.cells)) and not any(map(_is_to_fill, item.cells))]
    somebody = [_told(item, names) for item in filled]
    known = any(map(all, filter(None, somebody))) or (len(filled) >= _LEAST and any(somebody))
    lines = {item.line for item in filled} if known else set()
    for item in table:
        yield replace(item, cells=tuple(map(_inner, item.cells))) if item.line in lines else item


def _told(item: Item, names: Names) -> tuple[bool, ...]:
    """Of each of the people whom the cells of a row name, whether they are known and not only called as people are."""
    owners = [owner for cell in item.cells if _BRACKETED.match(cell) for owner in split_owners(_inner(cell), names)]
    return tuple(names.knows(owner) for owner in owners if names.knows(owner) or is_given(owner.split()[0]))


def _inner(cell: str) -> str:
    found = _BRACKETED.match(cell)
    return found[1].strip() if found is not None else cell


def _is_to_fill(cell: str) -> bool:
    """Whether a cell in brackets still says what belongs there: `[name]`."""
    return _BRACKETED.match(cell) is not None and nothing(_inner(cell))
