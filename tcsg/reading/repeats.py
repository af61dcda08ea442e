"""Actions that only what stands elsewhere proves: words said again, `[DONE]` beside `[TODO]`, what a tracker's bot repeats in a chat log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Kind, Reason, Status
from tcsg.reading.doubt import REPEATED
from tcsg.reading.drafts import Draft
from tcsg.reading.markdown import Item, Shape, links, plain
from tcsg.reading.owners import find_owners
from tcsg.reading.status import ASKED, leading_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tcsg.reading.logs import Tracked
    from tcsg.reading.names import Names


_NAME = 2
"""Words of whose it is before a colon."""


def elsewhere(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> Iterator[Draft]:
    """The actions that nothing marks where they stand: other places say them word for word, number them so or are marked beside them."""
    yield from _told_beside(items, drafts, names)
    yield from _repeated(items, drafts, names)
    if any(draft.number for draft in drafts):
        from tcsg.reading.numbered import numbered_drafts  # lazy: few minutes number their actions

        yield from numbered_drafts(items, drafts)
    if any(item.text[:1] > "\u2190" for item in items if item.lines):
        from tcsg.reading.pictures import pictured_drafts  # lazy: few pages have lines that pictures open

        yield from pictured_drafts(items, drafts, names)
    if names.full and any(map(_sets_off, items)):
        from tcsg.reading.emphasized import emphasized_drafts  # lazy: few pages have emphasis within their paragraphs

        yield from emphasized_drafts(items, drafts, names)


def _sets_off(item: Item) -> bool:
    """Whether a text may have emphasis amid it; that which opens it in bold is a title."""
    said = item.text if item.shape in (Shape.LINE, Shape.BULLET) and item.text[:2] != "**" else ""
    return said.count("*") > 1 or said.count(" _") > 0


def _repeated(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> Iterator[Draft]:
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


def _told_beside(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> Iterator[Draft]:
    """Bullets that begin with how far they are, in square brackets, in a list of which others are marked so as to be done: `[TODO] …`."""
    marked = {d.line: d for d in drafts if d.kind is Kind.MARKER}
    taken = {line for d in drafts for line in range(d.line, d.end + 1)}
    lists: dict[tuple[int, int], Draft] = {}
    told: list[tuple[Item, tuple[int, int]]] = []
    for item, home in _listed(items):
        if item.line in marked:
            lists[home] = marked[item.line]
        elif item.line not in taken:
            told.append((item, home))
    for item, home in told:
        status = leading_status(item.text, names.idiom) if home in lists else None
        if status is None or item.text[: status.end].rstrip()[-1:] != "]" or status.words.casefold() in ASKED or not plain(item.text[status.end :]):
            continue
        reason = Reason("action", f"{status.words!r} in a list of marked actions", item.line)
        above = lists[home]
        who, colon, what = plain(item.text[status.end :]).strip(" ]:").partition(":")
        named = who if above.named and colon and what.strip() and len(who.split()) <= _NAME else ""  # as in `[action] ann: row` beside it
        yield Draft(
            item.line, item.end, item.text, Kind.MARKER, item.indent, named, block=above.block, agenda_item=above.agenda_item, links=links(item.text),
            reasons=(reason,),
        )  # fmt: skip


def _listed(items: Iterable[Item]) -> Iterator[tuple[Item, tuple[int, int]]]:
    """The bullets and lines that begin with a square bracket, and the list that each stands in: where it begins, and how far in."""
    begins: list[tuple[int, int]] = []
    above: Item | None = None  # the first of such lines right below each other
    for item in items:
        if item.shape is Shape.LINE and item.text.startswith("["):
            above = item if above is None or item.gap else above
            yield item, (above.line, item.indent)
            continue
        above = None
        if item.shape not in (Shape.BULLET, Shape.LINE):
            begins = []
            continue
        while begins and begins[-1][1] > item.indent:
            begins.pop()
        if item.shape is Shape.BULLET and (not begins or begins[-1][1] < item.indent):
            begins.append((item.line, item.indent))
        elif item.shape is Shape.LINE and begins and begins[-1][1] == item.indent:
            begins.pop()
        if item.shape is Shape.BULLET and not item.boxed and item.text.startswith("["):
            yield item, begins[-1]


def _key(text: str) -> str:
    return plain(text).casefold().rstrip(" .;")


def tracker_draft(item: Item, noted: Tracked) -> Draft:
    """The action that a tracker's bot confirms, with the owner and the date that it states."""
    reason = Reason("action", f"a tracker has {'closed' if noted.closed else 'noted'} it as {noted.number}", item.line)
    status = Status.DONE if noted.closed else None
    return Draft(
        item.line, item.end, noted.task, Kind.MARKER, named=noted.owner, number=noted.number, due=noted.due or None, due_column=noted.due != "",
        status=status, reasons=(reason,),
    )  # fmt: skip
