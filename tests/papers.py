"""Minutes as Word, LibreOffice and a printer have them: made from Markdown, with the styles and lists of these programs."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import docx
import odfdo
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tcsg.model import Committee, Minutes, Person
from tcsg.reading.fields import read_front_matter
from tcsg.reading.minutes import read_minutes

OWN = tuple(sorted((Path(__file__).parents[1] / "minutes").glob("2*.md")))
"""The repository's own minutes."""

_MARK = re.compile(r"( *)(-|\d{1,2}\.) (.*)")
_NUMBER = re.compile(r"\d{1,2}\. ")


@dataclass(frozen=True)
class Block:
    """A piece of a page: `h` a title, `p` a paragraph, `ul` and `ol` an item of a list, `table` rows of cells, `page` a page break."""

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def blocks_of(minutes: Path) -> tuple[Block, ...]:
    """The minutes as somebody would have typed them into a word processor: a head, who was there, the items."""
    text = minutes.read_text("utf-8")
    read = read_minutes(text, minutes.as_posix(), "", Committee())
    front, body = read_front_matter(text, minutes.as_posix())
    head = [
        Block("h", front.text("committee") or "", 0),
        *(Block("p", said) for said in (_day(read), front.text("time"), front.text("place"), f"Meeting no. {read.meeting}") if said),
        Block("h", "Present", 2),
        *_people(read.present),
        Block("h", "Apologies", 2),
        *_people(read.apologies),
    ]
    return (*head, *body_blocks(body))


def _day(read: Minutes) -> str:
    assert read.day is not None
    return f"{read.day:%A} {read.day.day} {read.day:%B %Y}"


def _people(people: tuple[Person, ...]) -> list[Block]:
    return [Block("p", p.name + (f" ({p.initials})" if p.initials else "") + (f", {p.role}" if p.role else "")) for p in people]


def body_blocks(text: str) -> tuple[Block, ...]:
    """Titles, paragraphs and lists of simple Markdown."""
    found: list[Block] = []
    open_ = False
    for line in text.split("\n"):
        mark = _MARK.match(line)
        if not line.strip():
            open_ = False
        elif line.startswith("#"):
            marks, _, title = line.partition(" ")
            found.append(Block("h", title, len(marks)))
            open_ = False
        elif mark:
            found.append(Block("ul" if mark[2] == "-" else "ol", mark[3], len(mark[1]) // 2))
            open_ = True
        elif open_:
            found[-1] = Block(found[-1].kind, f"{found[-1].text} {line.strip()}", found[-1].level)
        else:
            found.append(Block("p", line.strip()))
            open_ = True
    return tuple(found)


def _runs(text: str) -> list[tuple[str, bool]]:
    """The words of a text with whether they are bold."""
    return [(part, n % 2 == 1) for n, part in enumerate(text.split("**")) if part]


# --- Word --------------------------------------------------------------------------------------------------------

_HEADING_NUMBERS = """
<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:lvlText w:val="%1."/>
<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
"""
_LIST_NUMBERS = """
<w:abstractNum {ns} w:abstractNumId="{id}"><w:multiLevelType w:val="hybridMultilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{first}"/>
<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="{form2}"/><w:lvlText w:val="{second}"/>
<w:pPr><w:ind w:left="1440" w:hanging="360"/></w:pPr></w:lvl>
</w:abstractNum>
"""
BULLETS, NUMBERS = 91, 92


def to_docx(blocks: tuple[Block, ...]) -> Any:
    """A document of Word: headings numbered by their style, lists by numbering definitions, a header, and page numbers in the footer."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    _define(numbering, _HEADING_NUMBERS.format(ns=nsdecls("w")), 90)
    _define(numbering, _LIST_NUMBERS.format(ns=nsdecls("w"), id=91, form="bullet", first="\uf0b7", form2="bullet", second="o"), BULLETS)
    _define(numbering, _LIST_NUMBERS.format(ns=nsdecls("w"), id=92, form="decimal", first="%1.", form2="lowerLetter", second="%2)"), NUMBERS)
    style = document.styles["Heading 2"].element
    style.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="90"/></w:numPr>'))
    _running(document)
    for block in blocks:
        _add(document, block)
    return document


def _define(numbering: Any, abstract: str, number: int) -> None:
    first = numbering.find(qn("w:num"))
    first.addprevious(parse_xml(abstract))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def _running(document: Any) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "Confidential until approved"
    foot = section.footer.paragraphs[0]
    foot.add_run("Page ")
    foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


def _add(document: Any, block: Block) -> Any:
    if block.kind == "page":
        return document.add_page_break()
    if block.kind == "table":
        table = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
        for row, cells in zip(table.rows, block.rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        return table
    if block.kind == "h":
        numbered = _NUMBER.match(block.text)
        paragraph = document.add_heading(_NUMBER.sub("", block.text), block.level)
        if block.level == 2 and not numbered:
            paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="0"/></w:numPr>'))
        return paragraph
    paragraph = document.add_paragraph(style="List Paragraph" if block.kind != "p" else None)
    for words, bold in _runs(block.text):
        paragraph.add_run(words).bold = bold or None
    if block.kind != "p":
        number = BULLETS if block.kind == "ul" else NUMBERS
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{block.level}"/><w:numId w:val="{number}"/></w:numPr>')
        )
    return paragraph


def saved(document: Any) -> bytes:
    """The bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


# --- LibreOffice -------------------------------------------------------------------------------------------------

_LIST_STYLE = """<text:list-style style:name="{name}"><{kind} text:level="1" {form}><style:list-level-properties
 text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment fo:margin-left="1.27cm"/></style:list-level-properties>
</{kind}>
<{kind} text:level="2" {form}><style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment fo:margin-left="1.9cm"/></style:list-level-properties></{kind}></text:list-style>"""


def to_odt(blocks: tuple[Block, ...]) -> bytes:
    """A document of LibreOffice: headings, nested lists of their own styles, bold by automatic styles."""
    document = odfdo.Document("text")
    document.body.clear()
    automatic: Any = _part(document, "content.xml").get_element("//office:automatic-styles")
    _outline(document)
    automatic.append(
        odfdo.Element.from_tag('<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>')
    )
    breaking = '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
    automatic.append(odfdo.Element.from_tag(breaking))
    bullet, number = "text:list-level-style-bullet", "text:list-level-style-number"
    automatic.append(odfdo.Element.from_tag(_LIST_STYLE.format(name="LB", kind=bullet, form='text:bullet-char="•"')))
    automatic.append(odfdo.Element.from_tag(_LIST_STYLE.format(name="LN", kind=number, form='style:num-format="1" style:num-suffix="."')))
    listed: list[Block] = []
    for block in (*blocks, Block("end")):
        if listed and (block.kind != listed[0].kind):
            document.body.append(_odt_list(listed))
            listed = []
        if block.kind in ("ul", "ol"):
            listed.append(block)
        elif block.kind == "h":
            header = odfdo.Header(max(block.level, 1), _NUMBER.sub("", block.text))
            if not _NUMBER.match(block.text):
                header.set_attribute("text:is-list-header", "true")
            document.body.append(header)
        elif block.kind == "table":
            document.body.append(_odt_table(block))
        elif block.kind in ("p", "page"):
            document.body.append(_odt_words(block.text, "P" if block.kind == "page" else "Standard"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _part(document: Any, name: str) -> Any:
    return document.get_part(name)


def _outline(document: Any) -> None:
    """Number the titles of the second level, as LibreOffice's heading numbering does."""
    outline = _part(document, "styles.xml").get_element("//text:outline-style")
    for level in outline.children:
        second = level.get_attribute("text:level") == "2"
        level.set_attribute("style:num-format", "1" if second else "")
        level.set_attribute("style:num-suffix", "." if second else "")
        level.set_attribute("text:display-levels", "1")


def _odt_words(text: str, style: str = "Standard") -> Any:
    spans = "".join(f'<text:span text:style-name="B">{escape(w)}</text:span>' if bold else escape(w) for w, bold in _runs(text))
    return odfdo.Element.from_tag(f'<text:p text:style-name="{style}">{spans}</text:p>'.replace("\t", "<text:tab/>"))


def _odt_list(blocks: list[Block]) -> Any:
    whole = odfdo.List(style="LB" if blocks[0].kind == "ul" else "LN")
    for block in blocks:
        item = odfdo.ListItem()
        item.append(_odt_words(block.text))
        if block.level == 0:
            whole.append(item)
        else:
            inner = odfdo.List()
            inner.append(item)
            whole.children[-1].append(inner)
    return whole


def _odt_table(block: Block) -> Any:
    table = odfdo.Table("T", width=len(block.rows[0]), height=len(block.rows))
    for y, row in enumerate(block.rows):
        for x, text in enumerate(row):
            table.set_value((x, y), text)
    return table


# --- paper -------------------------------------------------------------------------------------------------------


def to_pdf(blocks: tuple[Block, ...], *, running: bool = True) -> bytes:
    """A printed page: a running head, page numbers, paragraphs set in lines, lists with bullets, tables with ruled lines."""
    out = io.BytesIO()
    styles = getSampleStyleSheet()
    plain = ParagraphStyle("plain", parent=styles["BodyText"], spaceBefore=6, leading=13)
    flow: list[Any] = []
    counts = [0, 0]
    for n, block in enumerate(blocks):
        if block.kind != "ol":
            counts = [0, 0]
        words = "".join(f"<b>{escape(w)}</b>" if bold else escape(w) for w, bold in _runs(block.text)).replace("\t", "\u00a0" * 9)
        if block.kind == "h":
            flow.append(Paragraph(words, styles["Title" if block.level == 0 else f"Heading{min(block.level, 3)}"]))
        elif block.kind == "table":
            grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")])
            flow += [Table([[Paragraph(escape(c), plain) for c in row] for row in block.rows], style=grid), Spacer(1, 6)]
        elif block.kind == "page":
            flow.append(PageBreak())
        elif block.kind == "p":
            flow.append(Paragraph(words, plain))
        else:
            counts[block.level] += 1
            mark = "\u2022" if block.kind == "ul" else f"{counts[block.level]}."
            hanging = ParagraphStyle(f"item{n}", parent=plain, leftIndent=18 * (block.level + 1), bulletIndent=18 * block.level, spaceBefore=2)
            flow.append(Paragraph(words, hanging, bulletText=mark))
    printed: Any = {"onFirstPage": _printed, "onLaterPages": _printed} if running else {}
    SimpleDocTemplate(out, pagesize=A4, invariant=True).build(flow, **printed)
    return out.getvalue()


def _printed(canvas: Any, sheet: Any) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, sheet.pagesize[1] - 40, "Confidential until approved")
    canvas.drawCentredString(sheet.pagesize[0] / 2, 30, f"Page {sheet.page}")
