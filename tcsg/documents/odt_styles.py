"""What the styles of an OpenDocument text say of its paragraphs and words: bold, struck, hidden, on a new page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.documents.odt_lists import FO, STYLE, TEXT, points
from tcsg.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element

_INHERITED = 20
"""Styles that a style may be based on, one upon the other."""


@frozen
class Style:
    """What counts of a style."""

    bold: bool = False
    struck: bool = False
    hidden: bool = False
    breaks: bool = False
    """Whether a page ends before the paragraph."""
    list_style: str = ""
    title: bool = False
    """Whether it is the style Title, or made from it."""
    indent: float = 0
    """Points from the margin."""


@frozen
class Styles:
    """The styles of a document by family and name."""

    elements: Mapping[tuple[str, str], Element]

    @classmethod
    def of(cls, roots: Iterable[Element]) -> Styles:
        """The styles in the roots of `styles.xml` and `content.xml`."""
        styles = (style for root in roots for style in root.iter(f"{STYLE}style"))
        return cls({(style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")): style for style in styles})

    def of_name(self, name: str | None, family: str = "paragraph") -> Style:
        """A style with what it has from those it is based on."""
        texts: dict[str, str] = {}
        element = self.elements.get((family, name or ""))
        breaks, listed, title = False, "", False
        indent: float | None = None
        for n in range(_INHERITED):
            if element is None:
                break
            for properties in element.findall(f"{STYLE}text-properties"):
                texts = {**properties.attrib, **texts}
            layout = element.find(f"{STYLE}paragraph-properties")
            breaks = breaks or (n == 0 and layout is not None and layout.get(f"{FO}break-before") == "page")
            if indent is None and layout is not None and (margin := layout.get(f"{FO}margin-left")):
                indent = points(margin)
            title = title or element.get(f"{STYLE}name") == "Title"
            listed = listed or element.get(f"{STYLE}list-style-name", "")
            element = self.elements.get((family, element.get(f"{STYLE}parent-style-name", "")))
        return Style(
            bold=texts.get(f"{FO}font-weight") in ("bold", "600", "700", "800", "900"),
            struck=texts.get(f"{STYLE}text-line-through-style", "none") != "none",
            hidden=texts.get(f"{TEXT}display") == "none",
            breaks=breaks,
            list_style=listed,
            title=title,
            indent=indent or 0,
        )
