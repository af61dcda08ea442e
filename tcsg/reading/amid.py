"""Orders amid a paragraph: `The water comes back in April. Colin to look at the taps. The skip is ordered.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason
from tcsg.reading import sentences
from tcsg.reading.aims import is_for
from tcsg.reading.blocks import is_other_label
from tcsg.reading.doubt import UNMARKED, lists_anew
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.markdown import Shape, links, plain
from tcsg.reading.orders import is_programmed
from tcsg.reading.unmarked import begins_as_order, may_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_BREAK = late.compile(r"(?:[,;]|\s[–—-])\s(?=[^\W\da-z])")
"""Where a sentence goes on with something else: `he is not here, Colin to ring him`."""
_TITLE = 80
"""Characters of a title."""
_LONGEST = 240
"""Characters of such an order; what is longer tells a story."""


def orders_amid(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> tuple[Draft, ...]:
    """The sentences within paragraphs that tell known people to do something, where the minutes have no list and no mark of new actions.

    Whoever has these says there again what the talk says.
    """
    if not names.full or lists_anew(drafts):
        return ()
    lines: set[int] = set()
    texts: dict[int, list[str]] = {}
    for draft in drafts:
        amid = draft.kind is Kind.INLINE and draft.doubt == UNMARKED  # other sentences of its paragraph may be orders, too
        for line in range(draft.line, draft.end + 1):
            texts.setdefault(line, []).append(draft.text) if amid else lines.add(line)
    told = [
        item
        for item in _beside_aims(items)
        if item.shape in (Shape.LINE, Shape.BULLET) and not item.quote and not item.boxed and may_order(item.text) and not is_programmed(item)
    ]
    orders = [draft for item in told for draft in _in_item(item, names) if draft.line not in lines]
    return tuple(d for d in orders if not any(d.text in text or text in d.text for text in texts.get(d.line, ())))


def _beside_aims(items: Sequence[Item]) -> Iterator[Item]:
    """The items but for what stands below a title that says what the meeting is for."""
    heading = label = False
    for item in items:
        title = plain(item.text[:_TITLE]).casefold().strip(" :.")
        if item.shape is Shape.HEADING:
            heading, label = is_for(title), False
        elif item.shape is not Shape.BULLET:
            label = is_other_label(item) and is_for(title)
        if not (heading or label):
            yield item


def _in_item(item: Item, names: Names) -> Iterator[Draft]:
    text = item.text
    for start, end in sentences.spans(text):
        begin = _order_in(text, start, end, names) if may_order(text[start:end]) and text[end - 1] != "?" else -1
        if begin < 0:
            continue
        words = text[begin:end]
        lines = line_at(item, begin), line_at(item, end - 1)
        reason = Reason("action", "a sentence tells somebody who was there to do something", lines[0])
        yield Draft(*lines, words, Kind.INLINE, item.indent, links=links(words), doubt=UNMARKED, reasons=(reason,))


def _order_in(text: str, start: int, end: int, names: Names) -> int:
    """Where the order of a sentence begins: with it, or behind a dash, a semicolon, or a comma without a name before it; -1 when it has none."""
    at = start
    while end - at > _LONGEST or not begins_as_order(plain(text[at:end]), names):
        found = _BREAK.search(text, at, end)
        if found is None:
            return -1
        at = found.end()
    before = text[start:at].rstrip(" ,;–—-").rsplit(None, 1)
    return -1 if text[:at].endswith(", ") and before and names.knows(before[-1]) else at
