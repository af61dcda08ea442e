"""A place of the minutes that states an action, before its owners, due date and status are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen, replace
from tcsg.reading.labelled import read_field
from tcsg.reading.markdown import Shape, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.model import Kind, Reason, Status
    from tcsg.reading.blocks import Block
    from tcsg.reading.markdown import Item


_LABEL = 40
"""Characters in which a field has its colon."""


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
    single: bool = False
    """Whether all its sentences tell of one task."""
    whole: str = ""
    """All that stands in its place, where `text` is only a part: the other cells of a row."""
    undone: bool = False
    """Whether a sign before it says that it is not done."""
    was: str = ""
    """Whose it was, as far as that is struck out before whose it is: `~~Ann~~ Bo`."""
    quote: int = 0
    """How deep it is quoted."""
    at: str = ""
    """The number of the paragraph of the minutes in which it stands."""
    refers: str = ""
    """The number of the paragraph, of these or of the last minutes, to which it refers."""


def line_at(item: Item, offset: int) -> int:
    """The line of the file that holds a character of an item's text."""
    for n, line in enumerate(item.lines):
        if offset <= len(line):
            return item.line + n
        offset -= len(line) + 1
    return item.end


def dated_below(draft: Draft, below: Sequence[Item]) -> Draft:
    """A draft with the field on the line below that tells when it is due: `Action by: Ann` above `Target date: 3 May`."""
    item = below[0] if below else None
    if item is None or item.shape is not Shape.LINE or item.gap or ":" not in item.text[:_LABEL] or item.line != draft.end + 1:
        return draft
    field = read_field(plain(item.text[:300]))
    return replace(draft, end=item.end, notes=(*draft.notes, item.text)) if field is not None and field.kind == "due" else draft
