"""Orders amid a paragraph: `The water comes back in April. Colin to look at the taps. The skip is ordered.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason, Section
from tcsg.reading import sentences
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.markdown import Shape, links, plain
from tcsg.reading.unmarked import begins_as_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_STOP = late.compile(r"[.;!?)]\s+(?=[A-Z@])")
_LONGEST = 240
"""Characters of such an order; what is longer tells a story."""


def orders_amid(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> tuple[Draft, ...]:
    """The sentences within paragraphs that tell known people to do something, where the minutes have no list and no mark of new actions.

    Whoever has these says there again what the talk says.
    """
    if not names.full or any(draft.doubt != UNMARKED and (draft.block is None or draft.block.section is not Section.REVIEW) for draft in drafts):
        return ()
    taken = {line for draft in drafts for line in range(draft.line, draft.end + 1)}
    told = [item for item in items if item.shape in (Shape.LINE, Shape.BULLET) and not item.quote and not item.boxed and " to " in item.text]
    return tuple(draft for item in told for draft in _in_item(item, names) if draft.line not in taken)


def _in_item(item: Item, names: Names) -> Iterator[Draft]:
    text, done = item.text, 0
    for stop in _STOP.finditer(text):
        begin = stop.end()
        if begin < done or not begins_as_order(plain(text[begin : begin + _LONGEST]), names):
            continue
        end = done = begin + sentences.spans(text[begin:])[0][1]
        words = text[begin:end]
        lines = line_at(item, begin), line_at(item, end - 1)
        if end - begin > _LONGEST or words.endswith("?"):
            continue
        reason = Reason("action", "a sentence tells somebody who was there to do something", lines[0])
        yield Draft(*lines, words, Kind.INLINE, item.indent, links=links(words), doubt=UNMARKED, reasons=(reason,))
