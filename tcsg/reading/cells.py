"""Actions in the cells of a table about something else: behind a mark, or beside a cell that is a title.

`| Budget | Agreed.<br>ACTION - Ann to tell the bank |`, `| Next steps | Ann to tell the bank |`
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Reason, Status
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.drafts import Draft
from tcsg.reading.headings import read_opening
from tcsg.reading.hollow import nothing
from tcsg.reading.inline import inline_drafts
from tcsg.reading.leading import leading_mark, only_trails
from tcsg.reading.markdown import Shape, links, plain, unlinked
from tcsg.reading.marks import may_hold_mark, until_closed
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.rows import names_columns
from tcsg.reading.states import read_state
from tcsg.reading.told_in_cells import tells_somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.headings import Opening
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_BREAK = late.compile(r"\s{0,3}<br ?/?>\s{0,3}(?:[-*•·]\s{1,3})?", re.IGNORECASE)
_BULLET = late.compile(r"^[-*•·]\s{1,3}")
_HEAD = 60
"""Characters in which those stand who are told to do something."""
_SHORT = 5
"""Letters of two words that tell something."""
_TALKING = frozenset("speak present talk attend join leave chair host moderate arrive perform play sing read".split())
"""What a programme tells who is to do."""
_SEMICOLON = late.compile(r";\s+")


def cell_drafts(item: Item, names: Names) -> Iterator[Draft]:
    """The actions that the cells of a row state: those beside a title of actions, else those behind marks."""
    if not item.header or item.cells == item.header or (not any(item.header) and names_columns(item.cells)):
        return
    if (opening := _title(item, names)) is not None:
        yield from _titled(item, opening, names)
        return
    if not may_hold_mark(item.text, names.idiom):
        yield from _ordered(item, names) if names.full and " to " in item.text else ()
        return
    for cell in item.cells:
        for line in _BREAK.split(_BULLET.sub("", cell, count=1) if cell[:1] in "-*•·" else cell):
            yield from _line_drafts(replace(item, shape=Shape.LINE, lines=(line.strip(),), cells=(), header=()), names)


def _ordered(item: Item, names: Names) -> Iterator[Draft]:
    """The order to somebody who was there that a cell is, with how it went in one behind it: `| Ann to order sand | It came in May |`."""
    for n, cell in enumerate(item.cells):
        words = plain(cell)
        owned = find_owners(words, names) if " to " in words[:_HEAD] else None
        if owned is None or owned.start or owned.form != "to" or not words.startswith(" to ", owned.end) or not all(map(names.knows, owned.owners)):
            continue
        task = words[owned.end + 4 :]
        behind = [(head, plain(told)) for head, told in zip(item.header[n + 1 :], item.cells[n + 1 :], strict=False)]
        status = next(filter(None, (read_state(head, told, words, names) for head, told in behind)), None)
        status = status or (Status.DONE if behind and _repeats(behind[0][1], task) else None)
        if (not starts_with_verb(task) and status is None) or task.split(maxsplit=1)[0] in _TALKING:
            continue
        reason = Reason("action", "a cell tells somebody who was there to do something", item.line)
        yield Draft(
            item.line, item.end, cell, Kind.TABLE, item.indent, links=links(cell), status=status, doubt=UNMARKED, reasons=(reason,), whole=item.text
        )  # fmt: skip


def _repeats(told: str, task: str) -> bool:
    """Whether a remark says in the words of a task that it was done: `Leafleted` of `leaflet the street`, `Put back in May` of `get it put back`."""
    first, *more = told.casefold().replace(",", " ").replace(".", " ").split()[:2] or [""]
    verb = task.casefold().split()[0]
    return first in (f"{verb}ed", f"{verb}d") or (bool(more) and len(first) + len(more[0]) > _SHORT and f" {first} {more[0]}" in task.casefold())


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
