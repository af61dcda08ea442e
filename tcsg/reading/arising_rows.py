"""What rows of a table of the whole meeting tell below `Matters arising` where nobody stands in the column of who is to act.

`| **2. Matters arising** | |` above `| 2.3 Lease signed on 4 May | |` and `| 2.4 Lamps: BK to try again | BK |`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.model import Status
from tcsg.reading.acting import PLACE
from tcsg.reading.column_heads import column_kind
from tcsg.reading.headings import read_opening
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.numbering import unnumbered
from tcsg.reading.sections import read_section
from tcsg.reading.text import words_in

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_OPEN = frozenset(
    """
    not no nothing nobody none still yet waiting awaiting awaited pending ongoing outstanding deferred postponed carried will hopes hoping tbc
    delayed stalled unclear unknown
    """.split()
)
"""Words of what is not done, whoever is to do it."""


@frozen
class Told:
    """A row, what it tells, the title above it, and how far that is."""

    item: Item
    text: str
    title: str
    status: Status


def told_in_rows(items: Sequence[Item], taken: Container[int], names: Names) -> Iterator[Told]:
    """Each row that states no action below a row that heads matters arising, where another row names who is to act."""
    title = ""
    acting: int | None = None
    for n, item in enumerate(items):
        if item.shape is not Shape.ROW:
            title, acting = "", None
        elif item.cells == item.header or not item.header:
            title, acting = "", _column(items, n, names)
        elif read_section(item, names) is not None:
            title = _title(item, names)
        elif title and acting is not None and item.line not in taken and not item.cells[acting].strip(" -–—"):
            said = max((plain(cell) for cell in item.cells), key=len)
            if text := PLACE.sub("", said, count=1):
                yield Told(item, text, title, Status.OPEN if not _OPEN.isdisjoint(words_in(text.casefold())) else Status.DONE)


def _column(items: Sequence[Item], header: int, names: Names) -> int | None:
    """The column of who is to act, which some rows of the table leave empty."""
    heads = items[header].cells
    at = next((n for n, head in enumerate(heads) if column_kind(head, names.idiom) in {"action", "owner"}), None)
    if at is None:
        return None
    rows = [item.cells[at].strip(" -–—") for item in items[header + 1 :] if item.shape is Shape.ROW and len(item.cells) > at]
    return None if all(rows) else at


def _title(item: Item, names: Names) -> str:
    """The title of matters arising, or of old actions, that a row is; "" of any other."""
    told = next((plain(cell) for cell in item.cells if cell.strip()), "")
    opening = read_opening(told, names.idiom)
    return unnumbered(told) if opening is not None and opening.review else ""
