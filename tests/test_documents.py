"""What Word, LibreOffice, browsers and printers do to minutes, and what becomes of it as Markdown."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from papers import BULLETS, NUMBERS, Block, _add, saved, to_docx, to_odt, to_pdf

from tcsg.documents import to_markdown
from tcsg.documents.numbers import written

P = nsdecls("w")
TABLE = Block("table", rows=(("Action", "Owner", "Due"), ("Mend the pump", "VH", "14 March 2031"), ("Order seeds | bulbs", "TO", "")))
TABLE_TEXT = "| Action | Owner | Due |\n| --- | --- | --- |\n| Mend the pump | VH | 14 March 2031 |\n| Order seeds \\| bulbs | TO |  |\n"
MAKERS: dict[str, Callable[[tuple[Block, ...]], bytes]] = {
    "docx": lambda blocks: saved(to_docx(blocks)),
    "odt": to_odt,
    "pdf": lambda blocks: to_pdf(blocks, running=False),
}


def _text(document: Any) -> str:
    return to_markdown(saved(document), "minutes.docx")


def _raw(document: Any, xml: str) -> None:
    document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")


def _item(words: str, number: int, level: int = 0, extra: str = "") -> str:
    return (
        f'<w:p {P}><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>{extra}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


# --- all kinds ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", MAKERS)
def test_titles_lists_and_tables_stay_what_they_are(kind: str) -> None:
    blocks = (
        Block("h", "Garden Society", 0), Block("h", "Spring", 2), Block("p", "We met."), Block("p", "**Actions:**"),
        Block("ul", "VH to mend the pump"), Block("ul", "with new parts", 1), Block("ul", "TO to order seeds"),
        Block("p", "Then:"), Block("ol", "first"), Block("ol", "second"), TABLE,
    )  # fmt: skip
    text = to_markdown(MAKERS[kind](blocks), f"minutes.{kind}")
    title, rest = text.split("\n\n", 1)
    assert title == "# Garden Society"
    assert rest.startswith(
        "## Spring\n\nWe met.\n\n**Actions:**\n\n- VH to mend the pump\n    - with new parts\n- TO to order seeds\n\nThen:\n\n1. first\n"
    )
    assert rest.endswith("1. first\n2. second\n\n" + TABLE_TEXT)


@pytest.mark.parametrize("kind", MAKERS)
def test_headers_footers_and_page_numbers_are_left_out(kind: str) -> None:
    blocks = [Block("p", f"Paragraph {n} says what was said of matter {n} at some length, so that it takes more than a line.") for n in range(60)]
    text = to_markdown(to_pdf(tuple(blocks)) if kind == "pdf" else MAKERS[kind](tuple(blocks)), "")
    assert "Confidential" not in text
    assert "Page" not in text
    assert text.count("Paragraph") == 60


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_sentence_that_a_page_cuts_is_one_again(kind: str) -> None:
    blocks = (
        Block("p", "**Actions:**"),
        Block("ul", "VH to mend the pump and"),
        Block("page"),
        Block("p", "the tap by 14 March"),
        Block("p", "Done."),
    )
    assert "- VH to mend the pump and the tap by 14 March\n\nDone.\n" in to_markdown(MAKERS[kind](blocks), "")


@pytest.mark.parametrize("kind", MAKERS)
def test_hidden_characters_go_and_blanks_are_blanks(kind: str) -> None:
    text = to_markdown(MAKERS[kind]((Block("p", "VH to mend the wa\u00adter\u00a0pump by 14\u202fMarch"),)), "")
    assert "\u00ad" not in text
    assert text.replace("wa-ter", "water") == "VH to mend the water pump by 14 March\n"


# --- Word --------------------------------------------------------------------------------------------------------


def test_tracked_changes_are_taken_as_accepted_and_comments_are_left_out() -> None:
    document = to_docx(())
    change = 'w:id="1" w:author="A" w:date="2031-03-04T00:00:00Z"'
    _raw(
        document,
        f'<w:p {P}><w:r><w:t xml:space="preserve">VH to </w:t></w:r><w:del {change}><w:r><w:delText>sell</w:delText></w:r></w:del>'
        f"<w:ins {change}><w:r><w:t>mend</w:t></w:r></w:ins><w:moveFrom {change}><w:r><w:t> gone</w:t></w:r></w:moveFrom>"
        f'<w:r><w:t xml:space="preserve"> the pump</w:t></w:r></w:p>',
    )
    document.add_comment(document.paragraphs[0].runs, text="Really?", author="A")
    assert _text(document) == "VH to mend the pump\n"


def test_a_deleted_item_does_not_count() -> None:
    document = to_docx(())
    change = 'w:id="1" w:author="A" w:date="2031-03-04T00:00:00Z"'
    _raw(document, _item("one", NUMBERS))
    _raw(
        document,
        f'<w:p {P}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{NUMBERS}"/></w:numPr><w:rPr><w:del {change}/></w:rPr></w:pPr>'
        f"<w:del {change}><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
    )
    _raw(document, _item("two", NUMBERS))
    assert _text(document) == "1. one\n2. two\n"


def test_hidden_text_and_the_table_of_contents_are_left_out() -> None:
    document = to_docx(())
    _raw(document, f"<w:p {P}><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>")
    contents = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    _raw(document, f"<w:sdt {P}>{contents}<w:sdtContent><w:p><w:r><w:t>Actions 4</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    assert _text(document) == "seen\n"


def test_numbers_go_on_after_other_text_and_levels_have_their_own() -> None:
    document = to_docx(())
    for words, level in (("one", 0), ("inner", 1), ("inner too", 1), ("two", 0), ("again", 1)):
        _raw(document, _item(words, NUMBERS, level))
    document.add_paragraph("Between.")
    _raw(document, _item("three", NUMBERS))
    assert _text(document) == "1. one\n\n    a) inner\n\n    b) inner too\n2. two\n\n    a) again\n\nBetween.\n\n3. three\n"


def test_a_list_can_begin_again_and_a_style_can_bring_one() -> None:
    document = to_docx((Block("ol", "one"), Block("ol", "two")))
    numbering = document.part.numbering_part.element
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    numbering.append(parse_xml(f'<w:num {P} w:numId="95"><w:abstractNumId w:val="{NUMBERS}"/>{start}</w:num>'))
    _raw(document, _item("seven", 95))
    document.add_paragraph("by its style", style="List Bullet")
    document.add_paragraph("further in", style="List Bullet 2")
    assert _text(document) == "1. one\n2. two\n7. seven\n- by its style\n    - further in\n"


def test_legal_numbers_of_headings_are_written_out() -> None:
    document = docx.Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="Heading{n + 1}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate((("upperRoman", "%1."), ("decimal", "%1.%2")))
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {P} w:abstractNumId="70">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {P} w:numId="70"><w:abstractNumId w:val="70"/></w:num>'))
    for n in (1, 2):
        document.styles[f"Heading {n}"].element.get_or_add_pPr().append(parse_xml(f'<w:numPr {P}><w:numId w:val="70"/></w:numPr>'))
    for words, level in (("Opening", 1), ("Present", 2), ("Apologies", 2), ("Business", 1), ("Pump", 2)):
        document.add_heading(words, level)
    assert _text(document) == "# I. Opening\n\n## I.1 Present\n\n## I.2 Apologies\n\n# II. Business\n\n## II.1 Pump\n"


def test_a_style_made_from_a_heading_is_one() -> None:
    document = docx.Document()
    style = document.styles.add_style("Agenda item", 1)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("The pump", style="Agenda item")
    assert _text(document) == "## The pump\n"


def test_cells_that_reach_over_others_leave_these_empty() -> None:
    document = to_docx(())
    table = document.add_table(3, 3)
    for row, cells in zip(table.rows, (("Action", "Owner", "Due"), ("mend", "VH", "May"), ("order", "", "June")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(1, 1).merge(table.cell(2, 1))
    wide = document.add_table(2, 2)
    wide.cell(0, 0).merge(wide.cell(0, 1)).text = "Actions"
    wide.cell(1, 0).text, wide.cell(1, 1).text = "sweep", "RL"
    assert _text(document) == (
        "| Action | Owner | Due |\n| --- | --- | --- |\n| mend | VH | May |\n| order |  | June |\n\n| Actions |  |\n| --- | --- |\n| sweep | RL |\n"
    )


def test_a_table_without_heads_keeps_its_first_row_and_a_frame_is_text() -> None:
    document = to_docx(
        (Block("table", rows=(("VH", "Vera Holm"), ("RL", "Rosa Lind"))), Block("p", "Between."), Block("table", rows=(("Framed words.",),)))
    )
    assert _text(document) == "|  |  |\n| --- | --- |\n| VH | Vera Holm |\n| RL | Rosa Lind |\n\nBetween.\n\nFramed words.\n"


def test_what_a_cell_holds_stays_in_its_row() -> None:
    document = to_docx((TABLE,))
    cell = document.tables[0].cell(1, 0)
    cell.add_paragraph("and the tap")
    _add(cell, Block("p", "**soon**"))
    assert "| Mend the pump<br>and the tap<br>**soon** | VH | 14 March 2031 |\n" in _text(document)


def test_markup_in_the_words_is_escaped_and_links_that_lead_out_stay() -> None:
    document = to_docx((Block("p", "a*b _c_ <script> `d` snake_case 2 < 3"),))
    assert _text(document) == "a\\*b \\_c\\_ \\<script> \\`d\\` snake_case 2 < 3\n"
    page = '<p><a href="https://example.org/x">the site</a>, <a href="file:///etc/passwd">a file</a>, <a href="javascript:x()">a script</a></p>'
    assert to_markdown(page.encode(), "a.html") == "[the site](https://example.org/x), a file, a script\n"


# --- LibreOffice -------------------------------------------------------------------------------------------------


def _odt(body: str, styles: str = "") -> bytes:
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
            ("draw", "drawing"),
        )
    )
    content = (
        f"<office:document-content{names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return out.getvalue()


def test_changes_comments_notes_and_blanks_of_an_odt() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>sold</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>VH<text:tab/>to <text:change text:change-id="c"/>mend<office:annotation><text:p>Really?</text:p></office:annotation>'
        '<text:s text:c="2"/>'
        "<text:soft-page-break/>the pump<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>In the yard.</text:p></text:note-body>"
        "</text:note></text:p><text:table-of-content><text:p>Actions 4</text:p></text:table-of-content>"
        "<text:p><draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p>"
    )
    assert to_markdown(_odt(body), "a.odt") == "VH\tto mend  the pump[1]\n\nIn a box.\n\n[1] In the yard.\n"


def test_a_list_of_an_odt_that_goes_on_goes_on_counting() -> None:
    level = '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".{}"/>'
    style = f'<text:list-style style:name="L">{level.format("")}</text:list-style>'

    def listed(words: str, more: str = "") -> str:
        return f'<text:list text:style-name="L" {more}><text:list-item><text:p>{words}</text:p></text:list-item></text:list>'

    body = (
        listed("one", 'xml:id="a"') + "<text:p>Between.</text:p>" + listed("two", 'text:continue-list="a"') + "<text:p>Then.</text:p>" + listed("new")
    )
    assert to_markdown(_odt(body, style), "a.odt") == "1. one\n\nBetween.\n\n2. two\n\nThen.\n\n1. new\n"


# --- RTF ---------------------------------------------------------------------------------------------------------


def test_rich_text_keeps_titles_lists_and_tables_and_leaves_out_what_was_deleted() -> None:
    row = r"\trowd\cellx1\cellx2 \intbl {}\cell {}\cell\trowd\cellx1\cellx2\row "
    source = (
        r"{\rtf1\ansi{\stylesheet{\s1\outlinelevel0 heading 1;}}{\header Confidential\par}"
        r"{\*\comment x}\pard\s1 Garden\par\pard Words {\deleted sold}{\revised mended} {\v hidden}\u8211?end\par"
        r"\pard{\listtext\'b7\tab}\li720 outer\par\pard{\listtext o\tab}\li1440 inner\par\pard{\listtext 1.\tab}\li720 first\par\pard "
        + row.format("Action", "Owner")
        + row.format("Mend", "VH")
        + r"\pard after\par}"
    )
    assert to_markdown(source.encode(), "a.rtf") == (
        "# Garden\n\nWords mended –end\n\n- outer\n    - inner\n1. first\n\n| Action | Owner |\n| --- | --- |\n| Mend | VH |\n\nafter\n"
    )


# --- web pages ---------------------------------------------------------------------------------------------------


def test_the_lists_of_words_web_pages_are_lists() -> None:
    def item(level: int, mark: str, words: str) -> str:
        drawn = f"<span style='mso-list:Ignore'>{mark}<span>&nbsp;&nbsp; </span></span>"
        return (
            f"<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>{drawn}<![endif]>{words}</p>\n"
        )

    page = (
        f"<html><body><h2>Actions</h2>{item(1, '·', 'VH to mend')}{item(2, 'o', 'the pump')}{item(1, '2.', 'second')}<p>End\nof it.</p></body></html>"
    )
    assert to_markdown(page.encode(), "a.htm") == "## Actions\n\n- VH to mend\n    - the pump\n2. second\n\nEnd of it.\n"


def test_a_page_leaves_out_what_is_no_text() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><nav>Menu</nav><script>x()</script><!-- c -->"
        "<p>Kept<del>deleted</del> <span style='display: none'>hidden</span><img src='http://example.org/spy.png' alt='a'></p>"
        "<div title='header'><p>Head</p></div><ol start=3 type=a><li>third<li>fourth</ol><ol start=4><li><h2>Titled</h2></ol></body></html>"
    )
    assert to_markdown(page.encode(), "a.html") == "Kept\n\nc. third\nd. fourth\n\n## 4. Titled\n"


# --- paper -------------------------------------------------------------------------------------------------------


def test_a_table_that_goes_over_a_page_is_one() -> None:
    rows = tuple((f"Task number {n}", "VH", "May 2031") for n in range(40))
    text = to_markdown(to_pdf((Block("p", "Before."), Block("table", rows=(("Action", "Owner", "Due"), *rows)), Block("p", "After."))), "a.pdf")
    assert text.count("| --- | --- |") == 1
    assert [line for line in text.split("\n") if "Task number" in line] == [f"| Task number {n} | VH | May 2031 |" for n in range(40)]
    assert text.endswith("\n\nAfter.\n")


def test_a_label_that_begins_two_pages_is_no_running_head() -> None:
    blocks: list[Block] = []
    for n in range(3):
        blocks += [Block("p", "**Actions:**"), Block("ul", f"VH to see to matter {n}"), Block("p", f"Words {n}."), Block("page")]
    text = to_markdown(to_pdf(tuple(blocks)), "a.pdf")
    assert text.count("**Actions:**") == 3
    assert "Confidential" not in text


def test_paragraphs_are_whole_and_lines_that_were_meant_stay_apart() -> None:
    long = "The committee spoke of the pump at length and of the tap, which " * 4
    text = to_markdown(to_pdf((Block("p", long.strip()), Block("p", "Vera Holm"), Block("p", "Rosa Lind")), running=False), "a.pdf")
    assert text == f"{long.strip()}\n\nVera Holm\n\nRosa Lind\n"


def test_pages_of_text_lose_their_heads_and_numbers() -> None:
    told = ("The pump was\nmended.", "Seeds were\nordered.", "The paths were\nswept.")
    pages = [f"GARDEN SOCIETY\n\n{words}\n\nPage {n} of 3" for n, words in enumerate(told, 1)]
    assert to_markdown("\f".join(pages).encode(), "a.txt") == "\n\n".join(told) + "\n"


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [(1, "decimal", "1"), (27, "a", "aa"), (28, "upperLetter", "BB"), (44, "lowerRoman", "xliv"), (0, "I", "0"), (7, "01", "07"), (3, "none", "")],
)
def test_numbers_are_written_as_lists_write_them(number: int, form: str, text: str) -> None:
    assert written(number, form) == text


def test_bullets_and_numbers_are_told_apart() -> None:
    document = to_docx(())
    _raw(document, _item("a bullet", BULLETS))
    _raw(document, _item("a number", NUMBERS))
    assert _text(document) == "- a bullet\n1. a number\n"
