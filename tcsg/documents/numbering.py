"""The numbers that Word draws before paragraphs and does not store: ECMA-376-1, section 17.9."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tcsg.documents.numbers import written
from tcsg.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_INHERITED = 20
"""Styles that a style may be based on, one upon the other."""


@frozen
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    style: str | None = None
    legal: bool = False
    """Whether the numbers of upper levels are written as 1, 2, 3 whatever their own form."""
    restarts: bool = True
    indent: int | None = None


@frozen
class _List:
    """What a `w:num` means: the counters it shares, its levels, and from where it begins anew."""

    counters: str
    levels: Mapping[int, _Level]
    begins: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """The counters of one document; ask for the label of each paragraph in their order."""

    lists: Mapping[str, _List]
    styles: Mapping[str, tuple[str | None, int | None, str | None]]
    """List and level of a paragraph's style, and the style that it is based on."""
    indents: Mapping[str, int]
    """Of paragraph styles that give one themselves, in twentieths of a point."""
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: Element | None, styles: Element | None) -> Numbering:
        """The lists of `numbering.xml` and the styles of `styles.xml`, either of which may be missing."""
        abstract = {} if numbering is None else {_attribute(a, "abstractNumId"): a for a in numbering.iter(f"{W}abstractNum")}
        linked = _style_lists(styles)
        lists = {}
        for num in () if numbering is None else numbering.iter(f"{W}num"):
            wanted = _value(num, "abstractNumId") or ""
            shared = abstract.get(wanted)
            link = _value(shared, "numStyleLink") if shared is not None else None
            if link and numbering is not None:  # it is defined by way of a style, which names another list
                wanted = next((_value(n, "abstractNumId") or "" for n in numbering.iter(f"{W}num") if _attribute(n, "numId") == linked.get(link)), "")
                shared = abstract.get(wanted)
            if shared is not None:
                lists[_attribute(num, "numId")] = _list(num, wanted, shared)
        return cls(lists, _paragraph_styles(styles), _style_indents(styles))

    def label(self, paragraph: Element) -> str | None:
        """The number before a paragraph, "" for a bullet, None when it is in no list; counts on."""
        found = self._place(paragraph)
        if found is None:
            return None
        number, at = found
        known = self.lists[number]
        level = known.levels.get(at)
        if level is None:
            return None
        counts = self.counts.setdefault(known.counters, [None] * _LEVELS)
        if (number, at) not in self.begun:
            self.begun.add((number, at))
            if at in known.begins:
                counts[at] = known.begins[at] - 1
        before = counts[at]
        counts[at] = (level.start - 1 if before is None else before) + 1
        for below in range(at + 1, _LEVELS):
            if known.levels.get(below, level).restarts:
                counts[below] = None
        return "" if level.form == "bullet" else self._written(level, known, counts)

    def indent(self, paragraph: Element) -> int:
        """How far in a paragraph stands, in twentieths of a point: by itself, its style or its list, whichever is nearest."""
        properties = paragraph.find(f"{W}pPr")
        own = _indent(properties)
        if own is not None or properties is None:
            return own or 0
        place, style = self._place(paragraph), _value(properties, "pStyle")
        level = self.lists[place[0]].levels.get(place[1]) if place else None
        listed = level.indent if level and level.indent is not None else None
        if properties.find(f"{W}numPr") is not None and listed is not None:
            return listed
        for _ in range(_INHERITED):
            if style is None:
                break
            if style in self.indents:
                return self.indents[style]
            if self.styles.get(style, (None, None, None))[0] is not None:  # the list comes with this style
                break
            style = self.styles.get(style, (None, None, None))[2]
        return listed or 0

    def _written(self, level: _Level, known: _List, counts: list[int | None]) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            one = known.levels.get(at, _Level())
            if counts[at] is None:
                counts[at] = one.start
            return written(counts[at] or 0, "decimal" if level.legal else one.form)

        return _PLACE.sub(number, level.text).strip()

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and the level of a paragraph, by itself or by its style."""
        properties = paragraph.find(f"{W}pPr")
        own = properties.find(f"{W}numPr") if properties is not None else None
        style = _value(properties, "pStyle")
        number, at = _value(own, "numId"), _int(_value(own, "ilvl"))
        seen, by = style, None
        for _ in range(_INHERITED):
            if seen is None or (number is not None and at is not None):
                break
            styled, level, based = self.styles.get(seen, (None, None, None))
            if styled is not None and number is None:
                number, by = styled, seen
            at = level if at is None and (styled is not None or level is not None) else at
            seen = based
        if number is None or number not in self.lists:
            return None
        if at is None:
            at = next((n for n, level in self.lists[number].levels.items() if by and level.style == by), 0)
        return (number, at) if 0 <= at < _LEVELS else None


def _list(num: Element, counters: str, shared: Element) -> _List:
    levels = {_int(_attribute(lvl, "ilvl")) or 0: _level(lvl) for lvl in shared.findall(f"{W}lvl")}
    begins = {}
    for override in num.findall(f"{W}lvlOverride"):
        at = _int(_attribute(override, "ilvl")) or 0
        if (lvl := override.find(f"{W}lvl")) is not None:
            levels[at] = _level(lvl)
        if (start := _int(_value(override, "startOverride"))) is not None:
            begins[at] = start
    return _List(counters, levels, begins)


def _level(lvl: Element) -> _Level:
    return _Level(
        form=_value(lvl, "numFmt") or "decimal",
        text=_value(lvl, "lvlText") or "",
        start=start if (start := _int(_value(lvl, "start"))) is not None else 0,
        style=_value(lvl, "pStyle"),
        legal=(legal := lvl.find(f"{W}isLgl")) is not None and _attribute(legal, "val") not in ("0", "false"),
        restarts=_value(lvl, "lvlRestart") != "0",
        indent=_indent(lvl.find(f"{W}pPr")),
    )


def _indent(properties: Element | None) -> int | None:
    found = properties.find(f"{W}ind") if properties is not None else None
    return None if found is None else _int(_attribute(found, "left") or _attribute(found, "start"))


def _style_indents(styles: Element | None) -> dict[str, int]:
    found = {} if styles is None else {_attribute(s, "styleId"): _indent(s.find(f"{W}pPr")) for s in styles.iter(f"{W}style")}
    return {name: indent for name, indent in found.items() if indent is not None}


def _paragraph_styles(styles: Element | None) -> dict[str, tuple[str | None, int | None, str | None]]:
    found = {}
    for style in () if styles is None else styles.iter(f"{W}style"):
        numbered = style.find(f"{W}pPr/{W}numPr")
        found[_attribute(style, "styleId")] = _value(numbered, "numId"), _int(_value(numbered, "ilvl")), _value(style, "basedOn")
    return found


def _style_lists(styles: Element | None) -> dict[str, str | None]:
    """The list that each style of lists stands for."""
    return {name: number for name, (number, _, _) in _paragraph_styles(styles).items()}


def _value(parent: Element | None, name: str) -> str | None:
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val") if child is not None else None


def _attribute(element: Element, name: str) -> str:
    return element.get(f"{W}{name}", "")


def _int(text: str | None) -> int | None:
    return int(text) if text and text.lstrip("-").isdigit() and len(text) < 9 else None
