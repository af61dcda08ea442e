"""A place of the minutes that states an action, before its owners, due date and status are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen

if TYPE_CHECKING:
    from tcsg.model import Kind, Reason, Status
    from tcsg.reading.blocks import Block
    from tcsg.reading.markdown import Item


@frozen
class Draft:
    """A place that states an action, before its owners, due and status are read; `notes` are lines that explain it."""

    line: int
    end: int
    text: str
    kind: Kind
    indent: int = 0
    named: str = ""
    """Owners written into the mark or an owner's column."""
    inherited: tuple[str, ...] = ()
    number: str | None = None
    status: Status | None = None
    due: str | None = None
    """Words of a due column, or of the block's header."""
    due_column: bool = False
    notes: tuple[str, ...] = ()
    block: Block | None = None
    agenda_item: str | None = None
    point: str | None = None
    """The bullet of the discussion that it stands below."""
    links: tuple[tuple[str, str], ...] = ()
    """The words and addresses of its links."""
    several: bool = False
    """Whether a plural announces several tasks: `Actions: …; …`."""
    doubt: str | None = None
    """Why the place alone does not prove that it is an action."""
    reasons: tuple[Reason, ...] = ()
    titled: bool = False
    """Whether what stands before its colon is what it is about, and nobody."""
    whole: str = ""
    """All that stands in its place, where `text` is only a part: the other cells of a row."""


def line_at(item: Item, offset: int) -> int:
    """The line of the file that holds a character of an item's text."""
    for n, line in enumerate(item.lines):
        if offset <= len(line):
            return item.line + n
        offset -= len(line) + 1
    return item.end
