"""The mark that opens an item, if one does."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg.reading import sentences
from tcsg.reading.headings import read_opening
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.marks import Mark, lead_mark, owner_first_mark
from tcsg.reading.naming import split_owners
from tcsg.reading.status import find_status

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_TASK = re.compile(r"\b(?:to|will|should)\b")


def leading_mark(item: Item, text: str, names: Names, custom: frozenset[str]) -> Mark | None:
    """The mark that opens a text: a word of the grammar, an owner's mark, a status before a mark, a field with its value."""
    mark = lead_mark(text) or _status_mark(text)
    if mark is not None:
        return mark
    owned = owner_first_mark(text)
    if owned is not None and split_owners(owned.owners, names) and len(sentences.spans(owned.owners)) == 1:
        return owned
    opening = read_opening(text, custom) if item.shape is not Shape.HEADING and ":" in text[:60] else None
    if opening is not None and opening.actions and opening.rest and "action" in opening.title.casefold():
        return Mark(opening.title, 0, text.index(":") + 1)
    return None


def _status_mark(text: str) -> Mark | None:
    """`(✅ DONE) ACTION Dan: …`: the status before the mark."""
    told = find_status(text)
    if told is None:
        return None
    if text.startswith("~~"):
        mark = lead_mark(text[2:])
        return replace(mark, start=2, end=2 + mark.end) if mark else None
    mark = lead_mark(text[told.end :]) if told.start == 0 and told.end < len(text) else None
    return replace(mark, start=told.end, end=told.end + mark.end) if mark else None


def only_trails(text: str, mark: Mark, names: Names) -> bool:
    """Whether a mark has nothing but owners behind it: `(Action AHR)` on its own line belongs to the sentence above."""
    rest = plain(text[mark.end :])
    only_owners = len(rest.split()) <= 8 and not _TASK.search(rest) and bool(split_owners(rest, names))
    return not rest.strip(" )].") or only_owners or text[mark.start :].startswith(("(", "**("))
