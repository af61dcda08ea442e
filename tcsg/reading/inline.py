"""Marks in running text: behind the sentence they close, or before the task they open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Kind, Reason
from tcsg.reading import sentences
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.marks import Mark, closing_mark, inner_mark, trailing_mark
from tcsg.reading.naming import split_owners

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names


def inline_drafts(item: Item, text: str, above: Item | None, names: Names) -> tuple[Draft, ...]:
    """The actions that marks in an item state; `text` is the item's text without the time and speaker of a log.

    A mark with nothing before it closes the last sentence of the item `above`.
    """
    offset = len(item.text) - len(text)
    trailing = _trailing(text, names)
    return tuple(_closed(item, text, offset, trailing, above) if trailing else _opened(item, text, offset))


def _closed(item: Item, text: str, offset: int, marks: tuple[Mark, ...], above: Item | None) -> Iterator[Draft]:
    start = 0
    for mark in marks:
        begin, words = _last_sentence(text[start : mark.start])
        if words:
            first, last = line_at(item, offset + start + begin), line_at(item, offset + mark.end - 1)
            yield _draft((first, last), words, item.indent, mark, Reason("action", f"the mark {mark.word!r}", last))
        elif above is not None and above.shape in (Shape.LINE, Shape.BULLET):
            begin, words = _last_sentence(above.text)
            reason = Reason("action", f"the mark {mark.word!r} below it", item.line)
            yield _draft((line_at(above, begin), item.line), words, above.indent, mark, reason)
        start = mark.end


def _opened(item: Item, text: str, offset: int) -> Iterator[Draft]:
    mark = inner_mark(text)
    while mark is not None:
        upcoming = inner_mark(text, mark.end)
        end = upcoming.start if upcoming else len(text)
        words = text[mark.end : end]
        if not nothing(words):
            first, last = line_at(item, offset + mark.start), line_at(item, offset + end - 1)
            yield _draft((first, last), words, item.indent, mark, Reason("action", f"the mark {mark.word!r}", first))
        mark = upcoming


def _draft(lines: tuple[int, int], words: str, indent: int, mark: Mark, reason: Reason) -> Draft:
    return Draft(*lines, words, Kind.INLINE, indent, mark.owners, number=mark.number, reasons=(reason,))


def _trailing(text: str, names: Names) -> tuple[Mark, ...]:
    marks = tuple(m for m in trailing_mark(text) if not m.owners or split_owners(plain(m.owners), names, loose=_is_plain_mark(text, m)))
    if marks:
        return marks
    closing = closing_mark(text)
    return (closing,) if closing and split_owners(plain(closing.owners), names) else ()


def _is_plain_mark(text: str, mark: Mark) -> bool:
    """Whether a mark in brackets is meant as one, and is no remark that begins with the word `action`."""
    return ":" in text[mark.start : mark.end] or mark.word[0].isupper()


def _last_sentence(text: str) -> tuple[int, str]:
    """Where the last sentence of a text begins, and the sentence."""
    found = sentences.spans(text.rstrip(" *_"))
    return (found[-1][0], text[found[-1][0] : found[-1][1]]) if found else (0, "")
