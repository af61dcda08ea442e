"""OpenDocument text (.odt) to HTML: OpenDocument 1.3, part 3, chapters 4 to 9.

Deleted text, comments, headers, footers, hidden text and tables of contents are left out; notes stand at the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from tcsg.documents.marks import PAGE, TAB, Depths, item, label
from tcsg.documents.odt_lists import TEXT, Count, Lists
from tcsg.documents.odt_styles import Styles
from tcsg.documents.package import parse, xml_parts
from tcsg.errors import MinutesError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _DRAW = (f"{{{_OASIS}{name}:1.0}}" for name in ("table", "office", "drawing"))
_HREF = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = frozenset(
    (
        *(f"{TEXT}{name}" for name in ("tracked-changes", "table-of-content", "hidden-text", "hidden-paragraph", "ruby-text")),
        *(f"{_OFFICE}{name}" for name in ("annotation", "annotation-end", "forms")),
    )
)
_PARTS = re.compile(r"(?:content|styles)\.xml")
_SLACK = 2
"""Points by which the indents of one level may differ: each program rounds in its own unit."""
_MOST_BLANKS = 200
"""Blanks that one element may stand for."""


def odt_to_html(data: bytes) -> str:
    """The body of an OpenDocument text; MinutesError when it is none or damaged."""
    parts = xml_parts(data, _PARTS)
    if "content.xml" not in parts:
        raise MinutesError("the file is damaged: it is an OpenDocument text without a text")
    roots = [parse(parts[name]) for name in ("styles.xml", "content.xml") if name in parts]
    text = roots[-1].find(f"{_OFFICE}body/{_OFFICE}text")
    if text is None:
        raise MinutesError("it is an OpenDocument file, but no text")
    page = _Page(Styles.of(roots), Lists.of(roots))
    return "".join(page.blocks(text)) + "".join(page.notes)


def _told(paragraph: Element) -> bool:
    return bool("".join(paragraph.itertext()).strip())


def _int(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 9 else otherwise


@dataclass(slots=True)
class _Page:
    """A document on its way to HTML, with the notes met so far."""

    styles: Styles
    lists: Lists
    notes: list[str] = field(default_factory=list)
    depths: Depths = field(default_factory=Depths)
    frames: list[Element] = field(default_factory=list)
    """The text boxes of the paragraph at hand: they stand below it."""

    def blocks(self, parents: Iterable[Element]) -> Iterator[str]:
        """Paragraphs, headings, lists and tables in their order."""
        for child in parents:
            if child.tag in _LEFT_OUT or child.get(f"{TEXT}display") == "none":
                continue
            match child.tag.rpartition("}")[2]:
                case "p":
                    self.depths.end(self.styles.of_name(child.get(f"{TEXT}style-name")).indent)
                    yield from self._paragraph(child)
                case "h":
                    yield from self._heading(child, self._outline(child))
                case "list":
                    style = self._list_style(child, "")
                    yield from self._list(child, style, self.lists.begin(child, style), 1)
                case "table":
                    self.depths.end()
                    yield f"<table>{''.join(self._rows(child))}</table>"
                case _:  # a section, an index, a frame
                    yield from self.blocks(child)

    def _paragraph(self, element: Element, mark: str = "", level: int | None = None) -> Iterator[str]:
        style = self.styles.of_name(element.get(f"{TEXT}style-name"))
        words = "".join(self._words(element))
        if level is None and style.title:
            level = 1
        if level is None and style.bold and words.strip():
            words = f"<strong>{words}</strong>"
        tag = f"h{level}" if level else "p"
        yield f"<{tag}>{PAGE if style.breaks else ''}{mark}{words}</{tag}>"
        frames, self.frames = self.frames, []
        for frame in frames:
            yield from self.blocks(frame)

    def _heading(self, element: Element, number: str) -> Iterator[str]:
        self.depths.end()
        yield from self._paragraph(element, label(number), min(max(_int(element.get(f"{TEXT}outline-level"), 1), 1), 6))

    def _outline(self, heading: Element) -> str:
        if heading.get(f"{TEXT}is-list-header") == "true" or not _told(heading):
            return ""
        return self.lists.label(self.lists.outline, "", _int(heading.get(f"{TEXT}outline-level"), 1), heading.get(f"{TEXT}start-value"))

    def _list_style(self, element: Element, above: str) -> str:
        own = element.get(f"{TEXT}style-name")
        if own is not None:
            return own
        first = next(element.iter(f"{TEXT}p"), None)
        return above or (self.styles.of_name(first.get(f"{TEXT}style-name")).list_style if first is not None else "")

    def _list(self, element: Element, style: str, count: Count, depth: int) -> Iterator[str]:
        """The items of a list as paragraphs; a numbered heading, which LibreOffice keeps in a list, is a heading."""
        for entry in element:
            numbered = entry.tag == f"{TEXT}list-item"
            for child in entry:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, self._list_style(child, style), count, depth + 1)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h") and numbered and _told(child):
                    number, numbered = self.lists.label(count, style, depth, entry.get(f"{TEXT}start-value")), False
                    if child.tag == f"{TEXT}h":
                        yield from self._heading(child, number)
                    else:
                        yield from self._paragraph(child, item(number, self.depths.of(self.lists.indent(style, depth), _SLACK)))
                elif child.tag not in _LEFT_OUT:
                    yield from self.blocks([child])

    def _rows(self, table: Element) -> Iterator[str]:
        for child in table:
            kind = child.tag.removeprefix(_TABLE)
            if kind == "table-header-rows":
                yield f"<thead>{''.join(self._rows(child))}</thead>"
            elif kind in ("table-rows", "table-row-group"):
                yield from self._rows(child)
            elif kind == "table-row":
                yield f"<tr>{''.join(map(self._cell, child.findall(f'{_TABLE}table-cell')))}</tr>"

    def _cell(self, cell: Element) -> str:
        spans = {html: _int(cell.get(f"{_TABLE}number-{name}-spanned"), 1) for html, name in (("colspan", "columns"), ("rowspan", "rows"))}
        said = "".join(f' {html}="{number}"' for html, number in spans.items())
        return f"<td{said}>{''.join(self.blocks(cell))}</td>"

    # Within a paragraph.

    def _words(self, element: Element) -> Iterator[str]:
        yield escape(element.text or "")
        for child in element:
            if child.tag not in _LEFT_OUT:
                yield from self._inline(child)
            yield escape(child.tail or "")

    def _inline(self, element: Element) -> Iterator[str]:
        match element.tag.rpartition("}")[2]:
            case "s":
                yield "\u00a0" * min(_int(element.get(f"{TEXT}c"), 1), _MOST_BLANKS)
            case "tab":
                yield TAB
            case "line-break":
                yield "<br>"
            case "span":
                style = self.styles.of_name(element.get(f"{TEXT}style-name"), "text")
                words = "" if style.hidden else "".join(self._words(element))
                words = f"<s>{words}</s>" if style.struck and words.strip() else words
                yield f"<strong>{words}</strong>" if style.bold and words.strip() else words
            case "a":
                yield f'<a href="{escape(element.get(_HREF, ""))}">{"".join(self._words(element))}</a>'
            case "note":
                yield from self._note(element)
            case "frame" | "text-box" | "custom-shape" | "rect":
                self.frames += element.iter(f"{_DRAW}text-box")
            case _:
                yield from self._words(element)

    def _note(self, element: Element) -> Iterator[str]:
        """The number of a note; its words are kept for the end."""
        citation, body = element.find(f"{TEXT}note-citation"), element.find(f"{TEXT}note-body")
        number = escape("".join(citation.itertext()) if citation is not None else "*")
        if body is not None:
            words = " ".join("".join(self._words(p)) for p in body.iter(f"{TEXT}p"))
            self.notes.append(f"<p>[{number}] {words}</p>")
        yield f"[{number}]"
