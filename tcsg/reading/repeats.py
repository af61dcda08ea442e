"""Places that say an action again without marking it, and what a tracker's bot repeats in a chat log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Kind, Reason
from tcsg.reading.doubt import REPEATED
from tcsg.reading.drafts import Draft
from tcsg.reading.markdown import Item, Shape, links, plain
from tcsg.reading.numbered import numbered_drafts
from tcsg.reading.owners import find_owners

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.logs import Tracked
    from tcsg.reading.names import Names


def elsewhere(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> Iterator[Draft]:
    """The actions that nothing marks where they stand: other places say them word for word, or number them so."""
    yield from repeated(items, drafts, names)
    yield from numbered_drafts(items, drafts)


def repeated(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> Iterator[Draft]:
    """Unmarked places that repeat an action of the minutes word for word, paragraphs and bullets that tell somebody to do it."""
    taken = {line for d in drafts for line in range(d.line, d.end + 1)}
    known = {_key(d.text): d for d in drafts if len(d.text.split()) >= 4}
    for item in items:
        if item.shape in (Shape.LINE, Shape.BULLET) and item.line not in taken and (same := known.get(_key(item.text))):
            if item.shape is Shape.BULLET and ((owned := find_owners(plain(item.text), names)) is None or owned.start):
                continue  # what another list tells
            reason = Reason("action", f"it repeats line {same.line} word for word", item.line)
            yield replace(
                same, line=item.line, end=item.end, kind=Kind.INLINE, block=None, doubt=REPEATED, reasons=(reason,), notes=(), links=links(item.text)
            )


def _key(text: str) -> str:
    return plain(text).casefold().rstrip(" .;")


def tracker_draft(item: Item, noted: Tracked) -> Draft:
    """The action that a tracker's bot confirms, with the owner and the date that it states."""
    reason = Reason("action", f"a tracker has noted it as {noted.number}", item.line)
    return Draft(
        item.line, item.end, noted.task, Kind.MARKER, named=noted.owner, number=noted.number, due=noted.due, due_column=True, reasons=(reason,)
    )
