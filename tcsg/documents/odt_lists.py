"""The numbers of lists and headings in OpenDocument text: OpenDocument 1.3, part 3, sections 5.3 and 16.30 to 16.34."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tcsg.documents.numbers import written
from tcsg.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, FO = (f"{{{_OASIS}{name}:1.0}}" for name in ("text", "style", "xsl-fo-compatible"))
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_DEEPEST = 10


@frozen
class Level:
    """How one level of a list is numbered; `form` is "" where no number is drawn, None for a bullet."""

    form: str | None
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    """How many levels the number tells, this one being the last."""
    start: int = 1
    indent: float | None = None
    """Points from the margin."""


@dataclass(slots=True)
class Count:
    """How far one list, or those that continue it, has counted at each level."""

    style: str
    numbers: list[int | None] = field(default_factory=lambda: [None] * _DEEPEST)


@dataclass(slots=True)
class Lists:
    """The styles of lists of a document, and the lists met so far."""

    styles: Mapping[str, Mapping[int, Level]]
    outline: Count = field(default_factory=lambda: Count(""))
    by_style: dict[str, Count] = field(default_factory=dict)
    by_id: dict[str, Count] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Iterable[Element]) -> Lists:
        """The list styles, the outline of headings under the empty name, in the roots of `styles.xml` and `content.xml`."""
        found: dict[str, dict[int, Level]] = {"": {}}
        for root in roots:
            for style in (*root.iter(f"{TEXT}outline-style"), *root.iter(f"{TEXT}list-style")):
                name = style.get(f"{STYLE}name", "") if style.tag == f"{TEXT}list-style" else ""
                found[name] = dict(map(_level, style))
        return cls(found)

    def begin(self, element: Element, style: str) -> Count:
        """The count of a list that is in no other: a new one, or that of the list it continues."""
        count = self.by_id.get(element.get(f"{TEXT}continue-list", ""))
        if count is None and element.get(f"{TEXT}continue-numbering") == "true":
            count = self.by_style.get(style)
        count = count or Count(style)
        self.by_style[style] = count
        if own := element.get(_ID):
            self.by_id[own] = count
        return count

    def indent(self, style: str, depth: int) -> float:
        """How far in the items of a level stand, in points; by their depth where the style says nothing."""
        level = self.styles.get(style, {}).get(depth)
        return level.indent if level and level.indent is not None else 18.0 * depth

    def label(self, count: Count, style: str, depth: int, start: str | None = None) -> str:
        """The number of the next item at a depth from 1 on, "" for a bullet; counts on."""
        levels = self.styles.get(style, {})
        level = levels.get(depth, Level(None))
        if depth > _DEEPEST:
            return ""
        before = count.numbers[depth - 1]
        number = int(start) if start and start.isdigit() and len(start) < 9 else (level.start - 1 if before is None else before) + 1
        count.numbers[depth - 1 :] = [number, *[None] * (_DEEPEST - depth)]
        if not level.form:
            return ""
        told = []
        for at in range(max(depth - level.shown, 0), depth):
            one = levels.get(at + 1, level)
            if one.form:
                told.append(written(count.numbers[at] if count.numbers[at] is not None else one.start, one.form))  # type: ignore[arg-type]
        return f"{level.prefix}{'.'.join(told)}{level.suffix}".strip()


def _level(element: Element) -> tuple[int, Level]:
    def number(name: str) -> int:
        value = element.get(f"{TEXT}{name}", "1")
        return int(value) if value.isdigit() and len(value) < 9 else 1

    numbered = element.tag in (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")
    form = element.get(f"{STYLE}num-format", "") if numbered else None
    prefix, suffix = element.get(f"{STYLE}num-prefix", ""), element.get(f"{STYLE}num-suffix", "")
    layout = element.find(f"{STYLE}list-level-properties")
    aligned = layout.find(f"{STYLE}list-level-label-alignment") if layout is not None else None
    margin = aligned.get(f"{FO}margin-left") if aligned is not None else layout.get(f"{TEXT}space-before") if layout is not None else None
    return number("level"), Level(form, prefix, suffix, number("display-levels"), number("start-value"), points(margin) if margin else None)


def points(length: str) -> float:
    """A length of OpenDocument in points; 0 for what is none."""
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * _UNITS[match[2]] if match else 0


_LENGTH = re.compile(r"(-?[0-9]{1,6}(?:\.[0-9]{1,9})?)(cm|mm|in|inch|pt|pc|px)")
_UNITS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72, "inch": 72, "pt": 1, "pc": 12, "px": 0.75}
