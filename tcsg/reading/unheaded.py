"""Rows of a table without a header: whose they are is told by a cell that holds nobody but owners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading import tables
from tcsg.reading.column_heads import is_head
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import plain
from tcsg.reading.naming import INITIALS, is_group, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.rows import LED, names_columns
from tcsg.reading.status import read_status
from tcsg.reading.tables import Row
from tcsg.reading.told_in_cells import tells_somebody

if TYPE_CHECKING:
    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_NUMBER = late.compile(r"(?=\D{0,8}\d)[#\w]{0,6}[\d.)/#-]{1,8}$")
_OWN = late.compile(r"(?:#|A[IP]?[-.]?)\d{1,4}(?:[-./]\d{1,4}){0,2}$|\d{2,4}[./]\d{1,3}$")
"""A number that is more than the place of a row."""
_NUMBERED = late.compile(r"[\d/.-]{1,12}\s+(?=\S)")
_SHORT = 40
"""Characters of a cell that tells when."""
_DOUBT = "the table has no header"


def row_drafts(item: Item, names: Names, *, in_block: bool, above: Row | None = None) -> tuple[Row | None, tuple[Draft, ...]]:
    """What a row says of an action, below a header or a blank one, and the actions that it states."""
    if item.header == LED:
        from tcsg.reading.leaders import read_led  # lazy: few pages have such rows

        row = read_led(item, names)
        return row, tuple(tables.drafts(item, row, names)) if row is not None else ()
    row = tables.read_row(item, names, in_block=in_block, above=above) or _read_unheaded(item, names, in_block=in_block)
    return row, tuple(tables.drafts(item, row, names)) if row is not None and not nothing(row.text) else ()


def _read_unheaded(item: Item, names: Names, *, in_block: bool) -> Row | None:
    """The action of a row below a blank header; in no block only what reads as an order, beside initials or names in the last column.

    `| 4 | Tell the insurer by May. | AB |`
    """
    if any(item.header) or (not item.header and any(map(is_head, item.cells))) or len(item.cells) < 2 or names_columns(item.cells):
        return None
    told = [n for n, cell in enumerate(item.cells) if plain(cell).strip(" -–—") and not _NUMBER.match(plain(cell))]
    stated = next((n for n in reversed(told) if in_block and read_status(plain(item.cells[n]), names.idiom) is not None), None)
    told = [n for n in told if n != stated]
    places = [n for n in told if _are_owners(item.cells[n], names)]
    places = places[-1:] if places and (in_block or places[-1] == len(item.cells) - 1) else []
    at = max((n for n in told if n not in places), key=lambda n: len(item.cells[n]), default=None)
    if at is None or len(plain(item.cells[at]).split()) < 2:
        return None
    status = read_status(plain(item.cells[stated]), names.idiom) if stated is not None else None
    if in_block and len(told) == 1 and _tells_of_it(plain(item.cells[at]), names):
        return Row(item.cells[at], "", status=status, doubt=_DOUBT)
    if not places:
        return None
    text = item.cells[at]
    if not in_block and not _is_order(plain(text), names):
        return None
    when = next((plain(item.cells[n]) for n in told if n > at and n not in places and len(item.cells[n]) <= _SHORT), None)
    number = first if at and _OWN.match(first := plain(item.cells[0])) else None
    return Row(text, "", plain(item.cells[places[0]]), when, status, None if stated is not None else _DOUBT, number=number)


def _tells_of_it(text: str, names: Names) -> bool:
    """Whether a cell alone tells somebody to do something, perhaps behind a number and a topic: `22/33 Showcase: BR to book the hall.`."""
    words = _NUMBERED.sub("", text, count=1)
    return tells_somebody(words, names) or tells_somebody(words.partition(": ")[2], names)


def _are_owners(cell: str, names: Names) -> bool:
    """Whether a cell holds known people, initials or groups, and nothing else."""
    owners = split_owners(plain(cell), names)
    return bool(owners) and all(names.knows(owner) or INITIALS.match(owner) or is_group(owner) for owner in owners)


def _is_order(text: str, names: Names) -> bool:
    """Whether words tell what is to be done."""
    return " to be " in text or (text[-1:] == "." and starts_with_verb(text)) or tells_somebody(text, names)
