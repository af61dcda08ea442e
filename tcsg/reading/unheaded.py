"""What the rows of tables state, with a header or without: in the margin of a table of the whole meeting stand those who are to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading import tables
from tcsg.reading.headless import read_headless
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import plain
from tcsg.reading.naming import INITIALS, is_group, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.rows import names_columns
from tcsg.reading.tables import Row, tells_somebody

if TYPE_CHECKING:
    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names


def row_drafts(item: Item, names: Names, *, in_block: bool, above: Row | None = None) -> tuple[Row | None, tuple[Draft, ...]]:
    """What a row says of an action, below a header or a blank one, and the actions that it states."""
    row = tables.read_row(item, names, in_block=in_block, above=above) or (read_headless(item, names) if in_block else _in_margin(item, names))
    return row, tuple(tables.drafts(item, row, names)) if row is not None and not nothing(row.text) else ()


def _in_margin(item: Item, names: Names) -> Row | None:
    """The action of a row below a blank header that reads as an order, beside initials or names in the last column.

    `| 4 | Tell the insurer by May. | AB |`
    """
    if any(item.header) or len(item.cells) < 2 or names_columns(item.cells) or not _are_owners(item.cells[-1], names):
        return None
    text = max(item.cells[:-1], key=len)
    return Row(text, "", plain(item.cells[-1]), doubt="the table has no header") if _is_order(plain(text), names) else None


def _are_owners(cell: str, names: Names) -> bool:
    """Whether a cell holds known people, initials or groups, and nothing else."""
    owners = split_owners(plain(cell), names)
    return bool(owners) and all(names.knows(owner) or INITIALS.match(owner) or is_group(owner) for owner in owners)


def _is_order(text: str, names: Names) -> bool:
    """Whether words tell what is to be done."""
    return " to be " in text or (text[-1:] == "." and starts_with_verb(text)) or tells_somebody(text, names)
