"""Orders that the writer sets off by emphasis amid the talk, as a habit: `The trough leaks. *Ann to mend it.* The bill was read.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason, Section
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.markdown import Shape, links, plain
from tcsg.reading.naming import is_group
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_SPAN = late.compile(r"(?<![\w*_])([*_]{1,3})(?=[^\s*_])([^*_]{8,240})(?<=\S)\1(?![\w*_])")
_LEAST = 2
"""Orders so set off that make it a habit."""


def emphasized_drafts(items: Sequence[Item], drafts: Sequence[Draft], names: Names) -> Iterator[Draft]:
    """The emphasized words that tell somebody known to do something, on a page that has several and no list of new actions."""
    if any(draft.block is not None and draft.block.section is not Section.REVIEW for draft in drafts):
        return
    found: list[Draft] = []
    for item in items:
        if item.shape in (Shape.LINE, Shape.BULLET) and not item.boxed and not item.quote and ("*" in item.text or "_" in item.text):
            found += _in_item(item, names)
    if len(found) < _LEAST:
        return
    told = [(d.line, d.end, plain(d.text)) for d in drafts]
    for draft in found:
        if not any(first <= draft.end and draft.line <= end and (draft.text in text or text in draft.text) for first, end, text in told):
            yield draft


def _in_item(item: Item, names: Names) -> Iterator[Draft]:
    for span in _SPAN.finditer(item.text):
        words = plain(span[2])
        if words[:1] in "([" or (span[1] == "**" and not span.start()) or not _tells(words, names):
            continue  # bold at the head is a title, and brackets have marks of their own
        lines = line_at(item, span.start(2)), line_at(item, span.end(2) - 1)
        reason = Reason("action", "emphasis sets it off that somebody is to do something, as elsewhere on the page", lines[0])
        yield Draft(*lines, words, Kind.INLINE, item.indent, links=links(span[2]), doubt=UNMARKED, reasons=(reason,))


def _tells(words: str, names: Names) -> bool:
    """Whether words begin with somebody known, and what that is to do: `Ann to row`, `Ann: mend the sail`."""
    owned = find_owners(words, names, marked=True)
    if owned is None or owned.start or not all(names.knows(o) or o.casefold() in w.EVERYBODY or is_group(o) for o in owned.owners):
        return False
    if words[owned.end :].strip(" .") == "to action":
        return False  # it marks what stands before it
    if owned.form == "to":
        return starts_with_verb(words[owned.end :].lstrip().removeprefix("to "))  # `Ann to the sea` is a picture
    return owned.form == "label" and starts_with_verb(words[owned.end :].lstrip(" :"))
