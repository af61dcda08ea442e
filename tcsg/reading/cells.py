"""Actions in the cells of a table about something else: behind a mark, or beside a cell that is a title.

`| Budget | Agreed.<br>ACTION - Ann to tell the bank |`, `| Next steps | Ann to tell the bank |`
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Reason, Status
from tcsg.reading.drafts import Draft
from tcsg.reading.headings import read_opening
from tcsg.reading.hollow import nothing
from tcsg.reading.inline import inline_drafts
from tcsg.reading.leading import leading_mark, only_trails
from tcsg.reading.markdown import Shape, links, plain, unlinked
from tcsg.reading.marks import may_hold_mark, until_closed
from tcsg.reading.tables import tells_somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.headings import Opening
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_BREAK = late.compile(r"\s{0,3}<br ?/?>\s{0,3}(?:[-*•·]\s{1,3})?", re.IGNORECASE)
_BULLET = late.compile(r"^[-*•·]\s{1,3}")
_SEMICOLON = late.compile(r";\s+")


def cell_drafts(item: Item, names: Names) -> Iterator[Draft]:
    """The actions that the cells of a row state: those beside a title of actions, else those behind marks."""
    if not item.header or item.cells == item.header:
        return
    if (opening := _title(item, names)) is not None:
        yield from _titled(item, opening, names)
        return
    if not may_hold_mark(item.text, names.idiom):
        return
    for cell in item.cells:
        for line in _BREAK.split(_BULLET.sub("", cell, count=1) if cell[:1] in "-*•·" else cell):
            yield from _line_drafts(replace(item, shape=Shape.LINE, lines=(line.strip(),), cells=(), header=()), names)


def _title(item: Item, names: Names) -> Opening | None:
    """The title of actions that the first cell is, when one other cell holds words."""
    first, *others = [cell for cell in item.cells if cell.strip()] or [""]
    opening = read_opening(first, names.idiom) if len(others) == 1 else None
    return opening if opening is not None and opening.actions and not opening.rest else None


def _titled(item: Item, opening: Opening, names: Names) -> Iterator[Draft]:
    """Each line of the cell beside a title, and each sentence that tells somebody to do something where all do."""
    cell = next(cell for cell in reversed(item.cells) if cell.strip())
    reason = Reason("action", f"beside the cell {opening.title!r}{names.idiom.credit(opening.title)}", item.line)
    status = opening.status if opening.status is not Status.OPEN else None
    for line in _BREAK.split(_BULLET.sub("", cell, count=1)):
        parts = _SEMICOLON.split(line)
        for words in parts if all(tells_somebody(plain(part), names) for part in parts) else [line]:
            if not nothing(words) and len(plain(words).split()) > 1:
                yield Draft(
                    item.line, item.end, words.strip(), Kind.TABLE, item.indent, links=links(words), status=status,
                    doubt="the title stands in a cell of the table", reasons=(reason,),
                )  # fmt: skip


def _line_drafts(item: Item, names: Names) -> Iterator[Draft]:
    if not item.text or not may_hold_mark(item.text, names.idiom):
        return
    text = unlinked(item.text)
    mark = leading_mark(item, text, names)
    if mark is None or only_trails(text, mark, names):
        yield from (replace(draft, line=item.line, end=item.end) for draft in inline_drafts(item, text, None, names))
        return
    words = until_closed(text[: mark.end], text[mark.end :])
    if words.strip(" *_.:-–—"):
        reason = Reason("action", f"the mark {mark.word!r}{names.idiom.credit(mark.word)} in a cell", item.line)
        yield Draft(
            item.line, item.end, words, Kind.INLINE, item.indent, mark.owners, number=mark.number, links=links(words),
            doubt="the mark stands in a cell of another table", reasons=(reason,),
        )  # fmt: skip
