"""Where in the minutes an action stands, by the numbers of their paragraphs, and to which paragraph of this or of the last minutes it refers.

British minutes number what they say: `2.2 (3.1) Saw guard: fitted` reviews what stood at 3.1 of the last minutes, and a list at the end has
`letter to the county (OS/7)` of what stands at OS/7 of these. A table of progress has a column for that, `Minute`.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Section
from tcsg.reading.column_heads import is_minute
from tcsg.reading.markdown import Shape, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item

_NUMBER = r"(?:[A-Z]{1,6}[/.-]?\d{1,4}(?:[./]\d{1,3}){0,2}|\d{1,4}(?:[./]\d{1,3}){1,2})"
_HEAD = late.compile(rf"[*_]{{0,3}}({_NUMBER}|\d{{1,3}}(?=[.)]))[.):]?[*_]{{0,3}}\s+(?=[*_]{{0,3}}(?:[\[(]|[^\W\d_]))")
"""The number of a paragraph or of a title, at its head."""
_MARKER = late.compile(r"\d{1,4}(?:[./]\d{1,3}){1,2}[.)]?$")
_CALLED = r"(?:(?:(?:see|cf\.?|min(?:ute)?s?\.?|item|para(?:graph)?|ref\.?) ){0,2}"
_BEHIND = late.compile(rf"\s*[\[(]{_CALLED}({_NUMBER})|(?:min(?:ute)?\.?|item) (\d{{1,3}}))[\])]\.?$")
_BEFORE = late.compile(rf"[*_]{{0,3}}[\[(]{_CALLED}({_NUMBER})|(?:min(?:ute)?\.?|item) (\d{{1,3}}))[\])][*_:.]{{0,3}}\s+(?=\S)")
_DIGITS = late.compile(r"\d+")
_LEAST = 2
"""Paragraphs with such numbers, from which on the minutes number them."""


def with_places(drafts: Sequence[Draft], items: Sequence[Item]) -> tuple[Draft, ...]:
    """The drafts with the number of the paragraph where each stands, and of that to which it refers, which is no word of the task."""
    heads = [(item.line, number or "") for item in items if (number := _number_of(item)) is not None or item.shape is Shape.HEADING]
    forms = {_form(number) for _, number in heads if number}
    if len([number for _, number in heads if number]) < _LEAST:
        return tuple(drafts)
    lines = [line for line, _ in heads]
    rows = {item.line: item for item in items if item.shape is Shape.ROW}
    return tuple(_placed(draft, heads[at - 1][1] if (at := bisect_right(lines, draft.line)) else "", forms, rows.get(draft.line)) for draft in drafts)


def _number_of(item: Item) -> str | None:
    """The number at the head of a title or a paragraph; that of a title alone may be a plain one."""
    if item.shape is Shape.BULLET:
        return item.marker.rstrip(".)") if item.marker and _MARKER.match(item.marker) else None
    if item.shape not in (Shape.HEADING, Shape.LINE) or (head := _HEAD.match(item.text)) is None:
        return None
    return head[1] if item.shape is Shape.HEADING or not head[1].isdigit() else None


def _form(number: str) -> str:
    """The form of a number: its letters and signs."""
    return _DIGITS.sub("0", number)


def _placed(draft: Draft, at: str, forms: set[str], row: Item | None) -> Draft:
    reviewed = draft.block is not None and draft.block.section is Section.REVIEW
    refers, text = _referred(draft.text, forms)
    if not refers and row is not None:
        refers = next((plain(cell) for head, cell in zip(row.header, row.cells, strict=False) if is_minute(head)), "")
    if not refers and not at:
        return draft
    return replace(draft, text=text, at=at if reviewed or not refers else refers, refers=refers)


def _referred(text: str, forms: set[str]) -> tuple[str, str]:
    """The number of the paragraph to which a text refers in brackets, before its words or behind them, and the words."""
    before = _BEFORE.match(text) if text[:5].lstrip("*_")[:1] in "([" else None
    found = before or (_BEHIND.search(text) if text.rstrip(".")[-1:] in ")]" else None)
    number = (found[1] or found[2]) if found is not None else ""
    if found is None or (found[1] and _form(number) not in forms):
        return "", text
    rest = text[found.end() :] if found is before else text[: found.start()]
    return (number, rest) if rest.strip(" .:*_") else ("", text)
