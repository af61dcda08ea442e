"""HTML to Markdown by markdownify: tables as pipe tables, lists with the numbers that the document has, and nothing else of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Comment, Tag
from markdownify import BACKSLASH, MarkdownConverter

from tcsg.documents.marks import OWN, TAB, item, label
from tcsg.documents.numbers import written
from tcsg.documents.tables import Cell, pipe_table

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_LEFT_OUT = (
    "button", "del", "embed", "form", "head", "iframe", "img", "math", "nav", "noscript", "object", "script", "style", "svg", "template", "title",
)  # fmt: skip
"""Elements that are no text, or text that was deleted."""
_UNSEEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*(?:comment|header|footer)", re.IGNORECASE)
_NOT_PLAIN = re.compile("[\ue000-\ue018]|\\t")
_WITHIN = re.compile(r"(?<=\S)\t+(?=\S)")
"""Tabs between words: LibreOffice keeps them, and they part a name from a role."""
_WORD_ITEM = re.compile(r"mso-list\s*:\s*\S+\s+level([1-9])", re.IGNORECASE)
_WORD_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s()<>]+$", re.IGNORECASE)
_NUMBER = re.compile(r"(?!o$)[\w(]")
"""What is drawn before an item and is no bullet."""
_SPECIAL = re.compile(r"[*`\\]|(?<!\w)_|_(?!\w)|<(?=[\w/!?])|~(?=~)|(?<=\])(?=\()")
_TITLE = re.compile(r"h[1-6]$")
_CELL = "cell"
_WIDEST = 100
"""Columns and rows that a cell may span."""


def html_to_markdown(page: str) -> str:
    """The text of a page that was made here, of a document; it may hold the characters of `marks`."""
    return _markdown(BeautifulSoup(page, "html.parser"))


def page_to_markdown(data: bytes) -> str:
    """The text of an HTML file, its encoding found as browsers do; those of Word have their lists as paragraphs."""
    soup = BeautifulSoup(data, "lxml")  # which knows the end tags that HTML allows to be left out
    for text in soup.find_all(string=_NOT_PLAIN):
        text.replace_with(_WITHIN.sub(TAB, str(text).translate(OWN)))
    for paragraph in soup.find_all("p", style=_WORD_ITEM):
        _mark(paragraph)
    for listed in soup.find_all(["ol", "ul"]):
        _free_titles(listed)
    return _markdown(soup)


def _mark(paragraph: Tag) -> None:
    """Say the level and the number of a paragraph of Word that is an item of a list; the number stands in its text."""
    level = _WORD_ITEM.search(str(paragraph.get("style")))
    drawn = paragraph.find("span", style=_WORD_MARK)
    number = ""
    if isinstance(drawn, Tag):
        number = " ".join(drawn.get_text().split())
        drawn.decompose()
    paragraph.insert(0, item(number if _NUMBER.match(number) else "", int(level[1]) - 1 if level else 0))


def _free_titles(listed: Tag) -> None:
    """Take titles out of a list that holds nothing else: so LibreOffice writes numbered headings."""
    items = listed.find_all("li", recursive=False)
    titles = [title for one in items if (title := _sole_title(one))]
    if not items or len(titles) < len(items):
        return
    for one, title in zip(items, titles, strict=True):
        title.insert(0, label(_number(one) if listed.name == "ol" else ""))
        listed.insert_before(title)
    listed.decompose()


def _sole_title(one: Tag) -> Tag | None:
    inner = [child for child in one.children if str(child).strip()]
    return inner[0] if len(inner) == 1 and isinstance(inner[0], Tag) and _TITLE.match(inner[0].name) else None


def _markdown(soup: BeautifulSoup) -> str:
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in (*soup.find_all(_LEFT_OUT), *soup.find_all(style=_UNSEEN), *soup.find_all("div", title=["header", "footer"])):
        if not tag.decomposed:
            tag.decompose()
    for tag in soup.find_all(["td", "th"]):  # of which markdownify makes one line
        tag.attrs["head"], tag.name = str(tag.name == "th"), _CELL
    return _Converter(heading_style="ATX", bullets="-", newline_style=BACKSLASH, wrap=True, wrap_width=None).convert_soup(soup)


class _Converter(MarkdownConverter):
    """Markdown as minutes are written: one line a paragraph, one line a row."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.rows: dict[int, list[tuple[Cell, ...]]] = {}
        self.cells: dict[int, list[Cell]] = {}

    def escape(self, text: str, parent_tags: AbstractSet[str]) -> str:
        """The text with a backslash before what Markdown, or a page made of it, would take for markup."""
        del parent_tags
        return _SPECIAL.sub(lambda match: "\\" + match[0], text) if text else ""

    def convert_a(self, el: Tag, text: str, parent_tags: AbstractSet[str]) -> str:
        """A link that leads out; one within the document, or to a place on somebody's disk, is its words."""
        del parent_tags
        address, words = str(el.get("href") or ""), text.strip()
        if words == "↑":  # from a note back to its place
            return ""
        if not words or "\n" in words or not _ADDRESS.match(address) or words == address.removeprefix("mailto:"):
            return text
        return text.replace(words, f"[{words}]({address})")

    def convert_li(self, el: Tag, text: str, parent_tags: AbstractSet[str]) -> str:
        """An item with its number, which need not be the one after that of the item above."""
        del parent_tags
        text = (text or "").strip()
        if not text:
            return "\n"
        mark = _number(el) if el.parent is not None and el.parent.name == "ol" else "-"
        head, *rest = text.split("\n")
        return f"{mark} {head}\n" + "".join(f"{' ' * (len(mark) + 1)}{line}\n" if line else "\n" for line in rest)

    def convert_cell(self, el: Tag, text: str, parent_tags: AbstractSet[str]) -> str:
        """Keep the cell for its row."""
        del parent_tags
        self.cells.setdefault(id(el.find_parent("tr")), []).append(
            Cell(text.strip("\n"), _span(el, "colspan"), _span(el, "rowspan"), el["head"] == "True")
        )
        return ""

    def convert_tr(self, el: Tag, text: str, parent_tags: AbstractSet[str]) -> str:
        """Keep the row for its table."""
        del text, parent_tags
        self.rows.setdefault(id(el.find_parent("table")), []).append(tuple(self.cells.pop(id(el), ())))
        return ""

    def convert_table(self, el: Tag, text: str, parent_tags: AbstractSet[str]) -> str:
        """A pipe table below its caption; a table within a table is lines of its cell."""
        table = pipe_table(self.rows.pop(id(el), []), nested=_CELL in parent_tags)
        return f"\n\n{text.strip()}\n\n{table}\n\n"


def _number(item: Tag) -> str:
    """What a page draws before an item of a numbered list."""
    listed = item.parent
    if listed is None:
        return "1."
    count = _int(listed.get("start"), 1) - 1
    for one in (*reversed(item.find_previous_siblings("li")), item):
        count = _int(one.get("value"), count + 1)
    return written(count, str(listed.get("type") or "1")) + "."


def _int(value: object, otherwise: int) -> int:
    text = str(value or "")
    return int(text) if text.isdigit() and len(text) < 9 else otherwise


def _span(cell: Tag, name: str) -> int:
    return min(max(_int(cell.get(name), 1), 1), _WIDEST)
