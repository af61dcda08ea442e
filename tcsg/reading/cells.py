"""Marks in the cells of a table about something else: `| Budget | Agreed.<br>ACTION - Ann to tell the bank |`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Reason
from tcsg.reading.drafts import Draft
from tcsg.reading.inline import inline_drafts
from tcsg.reading.leading import leading_mark, only_trails
from tcsg.reading.markdown import Shape, links, unlinked
from tcsg.reading.marks import may_hold_mark, until_closed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_BREAK = late.compile(r"\s{0,3}<br ?/?>\s{0,3}(?:[-*•·]\s{1,3})?", re.IGNORECASE)
_BULLET = late.compile(r"[-*•·]\s{1,3}")


def cell_drafts(item: Item, names: Names) -> Iterator[Draft]:
    """The actions that marks in the cells of a row state."""
    if not item.header or item.cells == item.header or not may_hold_mark(item.text, names.idiom):
        return
    for cell in item.cells:
        for line in _BREAK.split(_BULLET.sub("", cell, count=1) if cell[:1] in "-*•·" else cell):
            yield from _line_drafts(replace(item, shape=Shape.LINE, lines=(line.strip(),), cells=(), header=()), names)


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
