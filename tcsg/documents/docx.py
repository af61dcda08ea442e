"""Word's .docx to HTML by mammoth, with what a reader sees in Word and mammoth leaves out: the numbers before paragraphs.

Of tracked changes, what was put in stays and what was taken out goes, as if all were accepted. Comments, headers, footers,
hidden text and the table of contents are left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import mammoth

from tcsg.documents.marks import PAGE, TAB, Depths, item, label
from tcsg.documents.numbering import Numbering, W
from tcsg.documents.package import pack, parse, xml_parts
from tcsg.errors import MinutesError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARTS = re.compile(r"(?!docProps/|customXml/)(?:.*\.rels|.*\.xml)")
_OFF = ("0", "false", "off", "none")
_STYLES = """
p[style-name^='toc '] => !
p[style-name^='TOC '] => !
"""
_HEADING = re.compile(r"heading ([1-6])$", re.IGNORECASE)


def docx_to_html(data: bytes) -> str:
    """The body of a Word document; MinutesError when it is none or damaged."""
    parts = xml_parts(data, _PARTS)
    body = _main_part(parts)
    folder = body.rpartition("/")[0]
    numbering, styles = (parse(parts[name]) if (name := f"{folder}/{part}") in parts else None for part in ("numbering.xml", "styles.xml"))
    document = parse(parts[body])
    _tidy(document)
    titles = _titles(styles)
    _number(document, Numbering.of(numbering, styles), frozenset(titles))
    parts.pop(f"{folder}/numbering.xml", None)  # the lists are written already
    parts[body] = ET.tostring(document, encoding="utf-8", xml_declaration=True)
    try:
        made = mammoth.convert_to_html(
            pack(parts), style_map=_STYLES + _headings(titles), include_embedded_style_map=False, convert_image=lambda _image: []
        )
    except (KeyError, AttributeError, IndexError, ValueError, TypeError) as error:
        raise MinutesError("the file is damaged: it is no Word document that can be read") from error
    return str(made.value)


def _main_part(parts: Mapping[str, bytes]) -> str:
    """The name of the text itself, as the package says it."""
    if "_rels/.rels" in parts:
        for relation in parse(parts["_rels/.rels"]):
            if relation.get("Type", "").endswith("/officeDocument") and (name := relation.get("Target", "").lstrip("/")) in parts:
                return name
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise MinutesError("the file is damaged: it is a Word document without a text")


def _tidy(document: ET.Element) -> None:
    """Take away what is not seen, and say tabs and page breaks by characters, which outlive HTML."""
    for parent in list(document.iter()):
        fallback = parent.tag == f"{_MC}AlternateContent" and parent.find(f"{_MC}Fallback") is not None
        for child in list(parent):
            if _is_unseen(child) or (fallback and child.tag == f"{_MC}Choice"):
                parent.remove(child)
            elif parent.tag == f"{W}r" and child.tag == f"{W}tab":
                _say(child, TAB)
            elif parent.tag == f"{W}r" and child.tag == f"{W}br" and child.get(f"{W}type") in ("page", "column"):
                _say(child, PAGE)
        if parent.tag == f"{W}p" and _is_on(parent.find(f"{W}pPr/{W}pageBreakBefore")):
            _open_with(parent, PAGE)


def _is_unseen(element: ET.Element) -> bool:
    match element.tag.removeprefix(W):
        case "r":
            return _is_on(element.find(f"{W}rPr/{W}vanish"))
        case "tr":
            return element.find(f"{W}trPr/{W}del") is not None
        case "sdt":
            gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
            return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"
    return False


def _is_on(switch: ET.Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val") not in _OFF


def _say(element: ET.Element, text: str) -> None:
    element.tag, element.text = f"{W}t", text
    element.attrib.clear()


def _open_with(paragraph: ET.Element, text: str) -> None:
    if not text:
        return
    run = ET.Element(f"{W}r")
    ET.SubElement(run, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}).text = text
    paragraph.insert(1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0, run)


def _number(document: ET.Element, numbering: Numbering, titles: frozenset[str]) -> None:
    """Write before each paragraph the number or the bullet that Word draws there.

    A paragraph whose mark was deleted goes on with the next one, whose number then stands before both.
    """
    first: ET.Element | None = None
    depths = Depths()
    for paragraph in document.iter(f"{W}p"):
        first = paragraph if first is None else first
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            continue
        number, opening, first = numbering.label(paragraph), first, None
        if not any(_words(paragraph)) and opening is paragraph:
            continue
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if number is None or (style is not None and style.get(f"{W}val") in titles):
            depths.end(numbering.indent(paragraph))
            _open_with(opening, label(number or ""))
        else:
            _open_with(opening, item(number, depths.of(numbering.indent(paragraph))))


def _words(paragraph: ET.Element) -> Iterator[str]:
    return (text.text for text in paragraph.iter(f"{W}t") if text.text)


def _titles(styles: ET.Element | None) -> dict[str, tuple[str, int]]:
    """The styles of titles by id, with name and level: by name, by what they are based on, or by their outline level."""
    known = {} if styles is None else {s.get(f"{W}styleId", ""): s for s in styles.iter(f"{W}style") if s.get(f"{W}type") == "paragraph"}
    return {key: (_value(style, "name"), level) for key, style in known.items() if (level := _level(style, known))}


def _headings(titles: Mapping[str, tuple[str, int]]) -> str:
    """A line of mammoth's style map for each title."""
    listed = ((name, level) for name, level in titles.values() if name and not set(name) & set("'\\\n"))
    return "".join(f"p[style-name='{name}'] => h{level}:fresh\n" for name, level in listed)


def _level(style: ET.Element, known: Mapping[str, ET.Element]) -> int | None:
    at: ET.Element | None = style
    for _ in range(20):
        if at is None:
            return None
        name = _value(at, "name")
        if match := _HEADING.match(name):
            return int(match[1])
        if name.casefold() == "title":
            return 1
        outline = at.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None:
            level = outline.get(f"{W}val", "")
            return int(level) + 1 if level in ("0", "1", "2", "3", "4", "5") else None
        at = known.get(_value(at, "basedOn"))
    return None


def _value(element: ET.Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return child.get(f"{W}val", "") if child is not None else ""
