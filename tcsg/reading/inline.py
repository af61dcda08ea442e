"""Marks in running text: behind the sentence they close, or before the task they open."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg.model import Kind, Reason
from tcsg.reading import sentences
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import Item, Shape, links, plain
from tcsg.reading.marks import Mark, closing_mark, inner_mark, trailing_mark, until_closed
from tcsg.reading.naming import dated_owners, split_owners

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_TASK = re.compile(r"\s(?:to|will|should|shall|must)\s")


def inline_drafts(item: Item, text: str, above: Item | None, names: Names) -> tuple[Draft, ...]:
    """The actions that marks in an item state; `text` is the item's text without the time and speaker of a log.

    A mark with nothing before it closes the last sentence of the item `above`.
    """
    offset = len(item.text) - len(text)
    closing, opening = _trailing(text, names), tuple(_inner(text, names))
    spans = [(mark.start, mark.end) for mark in closing]
    opening = tuple(mark for mark in opening if not any(start <= mark.end and mark.start < end for start, end in spans))
    marks = sorted((replace(m, source=names.idiom.credit(m.word)) for m in (*closing, *opening)), key=lambda mark: mark.start)
    found: list[Draft] = []
    start = 0
    for n, mark in enumerate(marks):
        if mark.trailing:
            owners, task = _told(mark, names)
            if task:
                line = line_at(item, offset + mark.start)
                reason = Reason("action", f"the mark {mark.word!r}", line)
                found.append(_draft((line, line_at(item, offset + mark.end - 1)), task, item.indent, replace(mark, owners=owners), reason))
            else:
                found += _closed(item, text, offset, (start, mark), above)
            start = mark.end
        else:
            start = marks[n + 1].start if n + 1 < len(marks) and not marks[n + 1].trailing else len(text)
            found += _opened(item, text, offset, (mark, start))
    return tuple(found) if len(found) != 1 else (replace(found[0], whole=text),)


def _closed(item: Item, text: str, offset: int, closed: tuple[int, Mark], above: Item | None) -> Iterator[Draft]:
    start, mark = closed
    begin, words = _last_sentence(text[start : mark.start])
    if plain(words):
        first, last = line_at(item, offset + start + begin), line_at(item, offset + mark.end - 1)
        yield _draft((first, last), words, item.indent, mark, Reason("action", f"the mark {mark.word!r}{mark.source}", last))
    elif above is not None and above.shape in (Shape.LINE, Shape.BULLET):
        begin, words = _last_sentence(above.text)
        reason = Reason("action", f"the mark {mark.word!r}{mark.source} below it", item.line)
        if not nothing(words):
            yield _draft((line_at(above, begin), item.line), words, above.indent, mark, reason)


def _inner(text: str, names: Names) -> Iterator[Mark]:
    mark = inner_mark(text, names.idiom)
    while mark is not None:
        yield mark
        mark = inner_mark(text, names.idiom, mark.end)


def _opened(item: Item, text: str, offset: int, opened: tuple[Mark, int]) -> Iterator[Draft]:
    mark, end = opened
    words = until_closed(text[mark.start : mark.end], text[mark.end : end].rstrip())
    if not nothing(words):
        first, last = line_at(item, offset + mark.start), line_at(item, offset + end - 1)
        yield _draft((first, last), words, item.indent, mark, Reason("action", f"the mark {mark.word!r}{mark.source}", first))


def _draft(lines: tuple[int, int], words: str, indent: int, mark: Mark, reason: Reason) -> Draft:
    return Draft(
        *lines,
        words,
        Kind.INLINE,
        indent,
        mark.owners,
        number=mark.number,
        links=links(words),
        several=mark.word[-1:] in ("s", "S"),
        doubt="the mark stands in running text",
        reasons=(reason,),
    )


def _told(mark: Mark, names: Names) -> tuple[str, str]:
    """Owners and task of a mark in brackets that holds both: `(TODO Ben: contact the teams)`."""
    head, colon, task = mark.owners.partition(": ")
    return (head, task) if colon and len(task.split()) > 1 and split_owners(head, names) else (mark.owners, "")


def _trailing(text: str, names: Names) -> tuple[Mark, ...]:
    marks = tuple(
        m
        for m in trailing_mark(text, names.idiom)
        if (not m.owners and not names.knows(m.word))
        or dated_owners(plain(m.owners), names)
        or split_owners(plain(m.owners), names, loose=_is_plain_mark(text, m))
    )
    if marks:
        return marks
    closing = closing_mark(text, names.idiom)
    return (closing,) if closing and not _TASK.search(closing.owners) and split_owners(plain(closing.owners), names) else ()


def _is_plain_mark(text: str, mark: Mark) -> bool:
    """Whether a mark in brackets is meant as one, and is no remark that begins with the word `action`."""
    return ":" in text[mark.start : mark.end] or mark.word[0].isupper()


def _last_sentence(text: str) -> tuple[int, str]:
    """Where the last sentence of a text begins, and the sentence."""
    found = sentences.spans(text.rstrip(" *_"))
    if not found:
        return 0, ""
    begin, end = found[-1]
    words = text[begin:end].lstrip()
    return end - len(words), words
