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
from tcsg.reading.blocks import Block
from tcsg.reading.column_heads import is_minute
from tcsg.reading.markdown import Shape, plain

if TYPE_CHECKING:
    import re
    from collections.abc import Container, Iterable, Iterator, Sequence

    from tcsg.model import Mention
    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item

_NUMBER = r"(?:[A-Z]{1,6}[/.-]?\d{1,4}(?:[./]\d{1,3}){0,2}|\d{1,4}(?:[./]\d{1,3}){1,2}(?:[a-z]\b)?)"
_KIND = r"(?:(?:Agenda )?(?:Item|Minute|Point) (?:[Nn]o\.? ?)?(?=\d))?"
_HEAD = late.compile(rf"[*_]{{0,3}}{_KIND}({_NUMBER}|\d{{1,3}}(?=[.)]))[.):]?[*_]{{0,3}}\s+(?=[*_]{{0,3}}(?:[\[(]|[^\W\d_]))")
"""The number of a paragraph or of a title, at its head."""
_MARKER = late.compile(r"\d{1,4}(?:[./]\d{1,3}){1,2}[.)]?$")
_LETTER = late.compile(r"\(?([a-z])[).]$")
_CALLED = r"(?:(?:(?:see|cf\.?|min(?:ute)?s?\.?|item|para(?:graph)?|ref\.?) ){0,2}"
_BEHIND = late.compile(rf"\s*[\[(]{_CALLED}({_NUMBER})|(?:min(?:ute)?\.?|item) (\d{{1,3}}))[\])]\.?$")
_REFERRING = late.compile(
    rf"(?:{_NUMBER}[.)]?\s+)?[*_]{{0,3}}[\[(]{_CALLED}({_NUMBER})|(?:min(?:ute)?\.?|item) (\d{{1,3}}))[\])][*_:.]{{0,3}}\s+(?=\S)"
)
_TITLED = late.compile(
    rf"(?:(?:{_NUMBER}|\(?[a-z]\))[.)]?\s+)?[*_]{{0,3}}[A-Z][^.:;()\n]{{1,60}} \({_CALLED}({_NUMBER})|item (\d{{1,3}}))\)[*_]{{0,3}}[.:,]"
)
"""The same behind what the matter is called: `Gutters (5.1). Tom has a price.`."""
_LED = late.compile(rf"[*_]{{0,3}}({_NUMBER})()[.:]?[*_]{{0,3}}\s+(?=[*_]{{0,3}}[A-Z])")
_NEAR = 90
"""Characters in which a reference stands."""
_DIGITS = late.compile(r"\d+")
_LEAST = 2
"""Paragraphs with such numbers, from which on the minutes number them."""


class Places:
    """The numbers of the paragraphs of a page, and to which others they refer."""

    def __init__(self, items: Sequence[Item]) -> None:
        heads = list(_heads(items))
        self._back = dict(_looking_back(heads, {item.line for item in items if item.shape is Shape.LINE}))
        heads = [head for head in heads if head[0] not in self._back]
        numbers = [number for _, number in heads if number]
        self.numbered = len(numbers) >= _LEAST
        """Whether the minutes number their paragraphs."""
        self._forms = {_form(number) for number in numbers}
        self._lines, self._numbers = [line for line, _ in heads], [number for _, number in heads]
        self._items = {item.line: item for item in items} if self.numbered else {}

    def at(self, line: int) -> str:
        """The number of the paragraph in which a line stands; "" where it has none."""
        n = bisect_right(self._lines, line)
        return self._numbers[n - 1] if n else ""

    def refers(self, line: int) -> str:
        """The number of the paragraph to which what begins at a line refers, at its head or in a column for that."""
        item = self._items.get(line)
        if item is None:
            return ""
        if item.shape is Shape.ROW:
            return next((plain(cell) for head, cell in zip(item.header, item.cells, strict=False) if is_minute(head, item.header)), "")
        if item.shape is Shape.BULLET and item.marker and not item.marker[0].isdigit() and (led := _LED.match(item.text)):
            return self._known(led)  # `(a) 5/17 Mill Lane gully. It is clear.`
        found = (_REFERRING.match(item.text) or _TITLED.match(item.text)) if "(" in item.text[:_NEAR] or "[" in item.text[:_NEAR] else None
        return self._known(found)

    def told(self, one: Mention) -> Mention:
        """What is told of an earlier matter, with where it stands and to what it refers, which is no word of it."""
        refers = self.refers(one.line) or self._back.get(one.line, "")
        text = one.text.removeprefix(refers).lstrip(" .:") if refers else one.text
        return replace(one, text=text or one.text, at=self.at(one.line), refers=refers)

    def referred(self, text: str) -> tuple[str, str]:
        """The number of the paragraph to which a text refers in brackets behind its words, and the words."""
        found = _BEHIND.search(text) if text.rstrip(".")[-1:] in ")]" else None
        number = self._known(found)
        return (number, text[: found.start()]) if found is not None and number and text[: found.start()].strip(" .:*_") else ("", text)

    def _known(self, found: re.Match[str] | None) -> str:
        number = (found[1] or found[2]) if found is not None else ""
        return number if found is not None and (found[2] or _form(number) in self._forms) else ""


def with_places(drafts: Sequence[Draft], places: Places) -> tuple[Draft, ...]:
    """The drafts with the number of the paragraph where each stands, and of that to which it refers, which is no word of the task."""
    return tuple(_placed(draft, places) for draft in drafts) if places.numbered else tuple(drafts)


def in_places(told: tuple[Mention, ...], places: Places) -> tuple[Mention, ...]:
    """The same of what is told of earlier matters."""
    return tuple(map(places.told, told)) if places.numbered else told


def _number_of(item: Item) -> str | None:
    """The number at the head of a title or a paragraph; that of a title alone may be a plain one."""
    if item.shape is Shape.BULLET:
        return item.marker.rstrip(".)") if item.marker and _MARKER.match(item.marker) else None
    if item.shape not in (Shape.HEADING, Shape.LINE) or (head := _HEAD.match(item.text)) is None:
        return None
    return head[1] if item.shape is Shape.HEADING or not head[1].isdigit() else None


def _heads(items: Sequence[Item]) -> Iterator[tuple[int, str]]:
    """The lines where numbered paragraphs begin, each with its number; points with letters have it too: `c)` of `15/31` is `15/31c`."""
    number = ""
    for item in items:
        found = _number_of(item)
        if found is not None or item.shape is Shape.HEADING:
            number = found or ""
            yield item.line, number
        elif "/" in number and item.shape is Shape.BULLET and (letter := _LETTER.match(item.marker or "")) is not None:
            yield item.line, f"{number}{letter[1]}"


def _looking_back(heads: Iterable[tuple[int, str]], paragraphs: Container[int]) -> Iterator[tuple[int, str]]:
    """The paragraphs whose number comes before one that stands above them: `16/05: …` below `16/10 Matters arising` is of the last minutes."""
    highest: dict[str, list[int]] = {}
    for line, number in heads:
        form, order = _form(number), [*map(int, _DIGITS.findall(number))]
        if order < highest.get(form, []) and line in paragraphs:
            yield line, number
        elif order:
            highest[form] = max(order, highest.get(form, []))


def _form(number: str) -> str:
    """The form of a number: its letters and signs, whichever letter a point has."""
    return _DIGITS.sub("0", number[:-1] + "a" if number[-1:].islower() else number)


def _placed(draft: Draft, places: Places) -> Draft:
    back, at = places.refers(draft.line), places.at(draft.line)
    reviewed = draft.block is not None and draft.block.section is Section.REVIEW
    if back:
        number = draft.number if draft.number != at else None  # it is only the place of the paragraph
        block = draft.block if reviewed else Block(draft.agenda_item or "", draft.line, Shape.LINE, draft.indent, 7, section=Section.REVIEW)
        return replace(draft, at=at, refers=back, number=number, block=block)
    refers, text = places.referred(draft.text)
    return replace(draft, text=text, at=at if reviewed or not refers else refers, refers=refers) if refers or at else draft
