"""Rows of a table that only head those below them: `| **Completed** | | |`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.model import Section, Status
from tcsg.reading.blocks import Block
from tcsg.reading.headings import read_opening
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.orders import starts_with_verb

if TYPE_CHECKING:
    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_BOLD = late.compile(r"(?:\*\*|__)[^*_|]{2,80}(?:\*\*|__):?$")
_NUMBER = late.compile(r"[#\w]{0,6}[\d.)/#-]{1,8}$")
_POINT = late.compile(r"(\d{1,2})(?:[.):](?=\s)|\.\d{1,2}|\s)")
_WORDS = 8
"""Words of such a title."""


@frozen
class TableSection:
    """What a row says of those below it."""

    actions: bool = False
    """Whether it heads actions."""
    status: Status = Status.OPEN
    owner: str = ""
    review: str = ""
    """Its title, if it looks back at earlier actions."""

    number: int = 0
    """The number of that."""

    def at(self, item: Item) -> TableSection:
        """What it says of a row, which may begin with the number of another point of the agenda: `**4. Roof**` behind `3.2 Lamps`."""
        begun = _POINT.match(plain(item.cells[0])) if self.number and item.cells else None
        return NO_SECTION if begun is not None and int(begun[1]) != self.number else self

    def reviewed(self, item: Item, names: Names) -> tuple[Draft, ...]:
        """What a row below it tells of an earlier action by how far it is."""
        if not self.review:
            return ()
        from tcsg.reading.reviewed_rows import reviewed_row  # lazy: few tables hold the whole meeting

        return reviewed_row(item, self.review, names)

    def placed(self, draft: Draft) -> Draft:
        """A draft from a row below it."""
        status = self.status if draft.status is None and self.status is not Status.OPEN else draft.status
        inherited = (self.owner,) if self.owner and not draft.named else draft.inherited
        block = Block(self.review, draft.line, Shape.ROW, 0, 7, section=Section.REVIEW) if self.review and draft.block is None else draft.block
        return replace(draft, status=status, inherited=inherited, block=block)


NO_SECTION = TableSection()


def read_section(item: Item, names: Names) -> TableSection | None:
    """What a row heads that has words in one cell alone, a title; None for every other one."""
    if item.cells == item.header or len(item.cells) < 2:
        return None
    told = [cell.strip() for cell in item.cells if cell.strip(" -–—*_") and not _NUMBER.match(plain(cell))]
    across = len({*told}) == 1 and len(told) == len(item.cells)
    told = told[:1] if across else told  # one cell, told once for each column
    if len(told) != 1 or len(told[0].split()) > _WORDS:
        return None
    opening = read_opening(told[0], names.idiom)
    if opening is not None and not opening.rest:
        begun = _POINT.match(plain(told[0])) if opening.review else None
        return TableSection(
            opening.actions, opening.status, review=opening.title if opening.review else "", number=int(begun[1]) if begun is not None else 0
        )
    from tcsg.reading.told_in_cells import tells_somebody  # lazy: few tables have rows that head others

    title = plain(told[0]).strip(" :")
    ordered = " " in title and (starts_with_verb(title) or tells_somebody(title, names))
    if not (across or _BOLD.match(told[0])) or ordered:
        return None
    return TableSection(owner=title if names.knows(title) else "")
