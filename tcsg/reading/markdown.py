"""Markdown, and the plain text that passes for it, as a flat list of items with their lines; knows nothing of actions.

What is a fence, a comment, a table or a heading the frame says. Lists nest as people indent them, not as CommonMark wants
them (one blank is enough for a secretary): an item's depth is the column of its own mark.
"""

from __future__ import annotations

import re
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.reading.frame import LONGEST, Frame, frame_of
from tcsg.reading.html_lines import pieces, untagged
from tcsg.reading.list_ends import ends_list, heads_lines, heads_list
from tcsg.reading.pasted import unfenced
from tcsg.reading.remembered import for_page
from tcsg.reading.respelling import respelt
from tcsg.reading.text import unreferred
from tcsg.reading.titles import title_of, unmarked

if TYPE_CHECKING:
    from tcsg.reading.rows import Row

_LONGEST_PARAGRAPH = 500
"""Lines of which nobody makes one paragraph."""
_MARK = re.compile(
    r"(?:\\?(?:\*{1,4}|o(?=\s+[A-Z@*\[])|◊(?:\s+\d{1,2}(?:\.\d{1,2}){1,6})?|[-+•▪◦‣·–—:●○■□◆◇❖➢➤»§\uf0b7\uf0a7\uf0d8]|\.(?=\s+\S))"
    r"|\d{1,3}(?:\.\d{1,2}){0,3}\\?[.)]|[a-z][.)]|[ivx]{2,4}[.)]|\([a-z0-9]{1,3}\))(?=\s|$|\[[ xX]?\]\s)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[A-Z])|\[\*\](?=\s?\w)|\[\d{1,2}\](?=\s+[A-Z][a-z]+ [a-z])"
)
_ODD_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " ") | dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff\u00ad"))
"""Blanks that are no blanks to most patterns, and letters that nobody sees, as they come with what is pasted."""
_ODD = frozenset(map(chr, _ODD_BLANKS))
_BOX = late.compile(r"\\?\[([ xX✓✔☑*]?)\\?\](?=\s|$)|([☐☑☒✅])(?=\s|$)")
_BOXES = "\\[☐☑☒✅"
_HALF = late.compile(r"\\?\[[-/~>]\\?\](?=\s)")
"""A box of a list that is neither empty nor ticked: begun, or put off."""
_PAGE = late.compile(r"(?:page|seite) \d{1,3}(?: (?:of|von|/) \d{1,3})?$|[-–—]\s*\d{1,3}\s*[-–—]$|\[\d{1,3}\]$", re.IGNORECASE)
_FOLDED = late.compile(r"</?(?:details|div|center)(?: [^<>]{0,100})?>$", re.IGNORECASE)
"""What a page folds away begins or ends here."""
_NESTED = late.compile(r"(:{1,4})(?:(\\?\*)\s+|(?<=::)\s+)(?=\S)")
"""A list of a wiki that stands further in: `:* Ann to row`, `:: done`."""
_CODED = late.compile(r"`([ \t]*)((?:\d{1,3}[.)]|[-*+])[ \t]+[^`]{1,2000})`$")
"""A list item that a converter took for code, since it stood far in."""
_TILDE = late.compile(r"(^|[\s*_(])~(?!~)([^\s~](?:[^~]{0,1500}[^\s~])?)~(?!~)")
"""What GitHub strikes through with single tildes as well."""
_RULE = re.compile(r"(?:[-*_=] ?){3,}$")


class Shape(StrEnum):
    """What an item is on the page."""

    HEADING = "heading"
    BULLET = "bullet"
    LINE = "line"
    ROW = "row"
    RULE = "rule"


@frozen
class Item:
    """A heading, list item, paragraph or table row; `line` to `end` are 1-based, `lines` hold its words without marks."""

    shape: Shape
    line: int
    end: int
    lines: tuple[str, ...] = ()
    indent: int = 0
    """Column of the list mark, or of the first word."""
    marker: str | None = None
    checked: bool | None = None
    """State of a task box; None where there is none."""
    level: int = 0
    """1 to 6 for a heading."""
    quote: int = 0
    gap: bool = False
    """Whether a blank line stands above."""
    header: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    refers: str = ""
    """The number that stood before its words, of that place of earlier minutes that tells of it."""
    text: str = field(init=False, repr=False, compare=False)
    """The words in one line, cut where patterns would get slow."""
    boxed: bool = field(init=False, repr=False, compare=False)
    """Whether a task box opens the item."""

    def __post_init__(self) -> None:
        # Each of these is asked some ten times of an item, so they are worked out when it is made.
        lines = self.lines
        object.__setattr__(self, "text", (lines[0] if len(lines) == 1 else " ".join(lines))[:LONGEST])
        object.__setattr__(self, "boxed", self.checked is not None)


def scan(text: str) -> tuple[Item, ...]:
    """All items of a text in their order; line numbers count line feeds from 1."""
    if not text.isascii() and not _ODD.isdisjoint(text):
        text = text.translate(_ODD_BLANKS)
    text = unfenced(respelt(text))
    if "\n " in text or "\n\t" in text:
        from tcsg.reading.outlined import outlined  # lazy: in many minutes no line is indented

        text = outlined(text, _MARK)
    lines = text.split("\n")
    return tuple(_items(lines, frame_of(text)))


def _items(lines: list[str], frame: Frame) -> list[Item]:
    items: list[Item] = []
    gap, joinable, skip, turned = True, False, 0, False
    for n, raw, parted, deeper, titled in pieces(lines, frame.hidden.union(frame.headings, frame.rows, frame.tables)):
        if skip:
            skip -= 1
            continue
        gap, joinable = gap or parted, joinable and not parted
        if n in frame.hidden or n in frame.tables:
            items += [_row(row, n + 1, gap=gap) for row in frame.tables.get(n, ())]
            gap, joinable = not frame.tables.get(n) and (gap or n not in frame.rows), False
            continue
        quote, indent, body = _unquote(raw)
        turned = "\f" in raw or (turned and gap)
        if not body or _parts(body):
            turned = turned or bool(body)
            gap, joinable = True, False
            continue
        if titled or n in frame.headings:
            span, level = frame.headings.get(n, (1, titled))
            items.append(_heading(Item(Shape.HEADING, n + 1, n + span, (title_of(body),), indent, level=level, quote=quote, gap=gap)))
            skip, gap, joinable = span - 1, False, False
        elif n in frame.rows:
            header, cells = frame.rows[n]
            items.append(Item(Shape.ROW, n + 1, n + 1, (body,), indent, quote=quote, gap=gap, header=header, cells=cells))
            gap, joinable = False, False
        elif _RULE.match(body):
            items.append(Item(Shape.RULE, n + 1, n + 1))
            gap, joinable = True, False
        else:
            item = _item(n + 1, quote, indent + deeper, body, gap=gap or n - 1 in frame.rows)
            above = items[-1] if items and item.marker is None and (items[-1].quote == quote or _is_indented(items[-1], raw, quote)) else None
            if above and indent <= above.indent and above.lines:
                above, item = _parted(above, item, lines[n + 1 : n + 2], joinable=joinable)
            if above and _goes_on(above, body, joinable=joinable, turned=turned):
                items[-1] = replace(above, end=n + 1, lines=(*above.lines, *[""] * (n - above.end), body))
            else:
                items.append(item)
            gap, joinable = False, True
    return items


def _heading(item: Item) -> Item:
    """A heading by its own marks, where it was pasted behind those of another."""
    title, level = unmarked(item.lines[0], item.level)
    return item if level == item.level and title == item.lines[0] else replace(item, lines=(title,), level=level)


def _row(row: Row, line: int, *, gap: bool) -> Item:
    """The item that a row of another table is, or its title."""
    if row.title:
        return Item(Shape.LINE, line, line, row.cells, gap=True)
    return Item(Shape.ROW, line, row.end + 1, (" | ".join(row.cells),), gap=gap, header=row.header, cells=row.cells)


def _parts(body: str) -> bool:
    """Whether a line only parts what stands around it, as a blank one does: the number of a page, or where one is folded."""
    if body[0] == "<":
        return _FOLDED.match(body) is not None
    return body[0] in "pPsS-–—[" and (body[-1].isdigit() or body[-1] in "-–—]") and _PAGE.match(body) is not None


def _goes_on(item: Item, body: str, *, joinable: bool, turned: bool) -> bool:
    """Whether a line goes on with the item above: no blank line parts them, or a page was turned within a sentence."""
    if joinable:
        return len(item.lines) < _LONGEST_PARAGRAPH and not _breaks(item)
    return turned and body[0].islower() and item.shape in (Shape.LINE, Shape.BULLET) and item.text[-1:] not in tuple(".:;!?")


def _parted(above: Item, item: Item, below: list[str], *, joinable: bool) -> tuple[Item | None, Item]:
    """Both, or none above where the line stands right below a list and is no part of it: the title of the next list, or what ends the minutes.

    What is numbered behind a gap may be a title, and the line what was said.
    """
    last, body = above.lines[-1], item.lines[0]
    if body[-1] == ":" and item.shape is above.shape is Shape.LINE and heads_lines(last, body):
        return None, replace(item, gap=True)
    column = next((column for _, column, words in map(_unquote, below) if words and _MARK.match(words)), None)
    if column is not None:
        beside = item.indent == above.indent
        heads = column >= item.indent and (not beside or above.shape is Shape.BULLET) and heads_list(last, body, listed=beside)
        return (None, replace(item, gap=True)) if heads else (above, item)
    listed = joinable and above.marker not in (None, ":") and not (above.gap and above.marker[0].isalnum())
    return (None if listed and ends_list(last, body) else above), item


def _is_indented(item: Item, raw: str, quote: int) -> bool:
    """Whether a quoted line below the words of a list item goes on with it: pandoc takes what a document indents for a quotation."""
    deeper = quote == item.quote + 1 and item.shape is Shape.BULLET and len(raw) - len(raw.lstrip()) > item.indent + 1
    return deeper and item.lines[-1][-1:] not in tuple(".:;!?")


def _breaks(item: Item) -> bool:
    """Whether a paragraph ends here with a backslash: a hard line break, which secretaries use for a full stop."""
    return item.shape is Shape.LINE and item.lines[-1].endswith("\\")


def _unquote(raw: str) -> tuple[int, int, str]:
    """Quote depth, column of the first word (tabs count to the next fourth) and the words of a line."""
    body = raw.strip()
    if not body:
        return 0, 0, ""
    start = raw.find(body[0])
    quote = 0
    while body.startswith(">"):
        quote += 1
        start += len(body) - len(body[1:].lstrip())
        body = body[1:].lstrip()
    if body[:1] == "`" and (coded := _CODED.match(body)):
        start, body = start + len(coded[1]), coded[2]
    if body[:1] == ":" and (nested := _NESTED.match(body)):
        start, body = start + len(nested[1]) - 1, f"{'*' if nested[2] else ':'} {body[nested.end() :]}"
    if "<" in body or "_check" in body or ":" in (body[:1], body[2:3]):
        body = untagged(body)
    if "~" in body:
        body = _TILDE.sub(r"\1~~\2~~", body)
    return quote, len(raw[:start].expandtabs(4)) if start else 0, body


def _item(line: int, quote: int, indent: int, body: str, *, gap: bool) -> Item:
    """The list item or paragraph that a line begins."""
    mark = _MARK.match(body)
    rest = body[mark.end() :].lstrip() if mark else body
    if mark and rest[:2] == "> ":  # as pandoc writes what a document indents
        rest = rest[2:].lstrip()
    struck = "~~" if rest[:2] == "~~" else ""  # `~~[ ] Ann to row~~` is struck box and all
    box = _BOX.match(rest[len(struck) : 8]) if rest[len(struck) : len(struck) + 1] in _BOXES else None
    checked = None
    if mark and box is None and rest[:1] in "\\[" and (half := _HALF.match(rest[:8])):
        checked, rest = False, rest[half.end() :].lstrip()
    if box:
        checked = (box[1] or box[2] or " ") not in (" ", "☐")
        rest = struck + rest[len(struck) + box.end() :].lstrip().removeprefix(": ").removeprefix("- ").lstrip()
    marker = mark[0].replace("\\", "").split(" ", maxsplit=1)[0] if mark else ("[ ]" if box else None)
    if marker in ("-", "*") and rest[:2] == "- ":
        rest, indent = rest[2:].lstrip(), indent + 2  # a list that begins with a list
    shape = Shape.BULLET if marker else Shape.LINE
    indent += len(marker) - 1 if marker and marker.startswith("**") else 0  # as a wiki nests its lists
    return Item(shape, line, line, (rest,), indent, marker, checked, quote=quote, gap=gap)


LINK = late.compile(r"(?:!\[|\[)([^\[\]]{0,500})\]\(([^()\s]{0,1000}+(?:\([^()\s]{0,200}\)[^()\s]{0,1000}+){0,20})(?: \"[^\"]{0,200}\")?\)")
_ADDRESS = late.compile(r"https?://[^\s<>()\[\]]{3,500}")
_TAG = late.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,10}(?: (?=/|open\b|reversed\b|[^<>=]{1,40}=)[^<>]{0,200})?/?>")
"""A tag; words in its signs that give no attribute stand for something: `<name of the bank>`."""
_EMPHASIS = late.compile(r"[*_~`](?<!\\.)(?:(?<=\*)\*|(?<=_)_|(?<=~)~|(?<=`)|(?<=(?<![\w*])[*_])(?=\S)|(?<=(?<=\S)[*_])(?![\w*]))")
"""A mark of emphasis; the class comes first, because a pattern that begins with one is looked for fast."""
_HIGHLIGHT = late.compile(r"==(?=[^\s=])([^=]{1,300})(?<!\s)==")
"""What notebooks set off with a marker: `==Ann==`."""
_ESCAPE = late.compile(r"\\([!-/:-@\[-`{-~])")


def links(text: str) -> tuple[tuple[str, str], ...]:
    """The words and the address of each link of a text; a bare address is its own words."""
    if "](" not in text and "://" not in text:
        return ()
    found = [(plain(words), address) for words, address in LINK.findall(text)]
    return (*found, *((address.rstrip(".,;:"),) * 2 for address in _ADDRESS.findall(LINK.sub(" ", text))))


def unlinked(text: str) -> str:
    """The text with each link replaced by its words."""
    return LINK.sub(r"\1", text) if "](" in text else text


@for_page
def plain(text: str) -> str:
    """The words of a piece of Markdown without its markup; a link leaves its text."""
    if "]" in text:
        text = unreferred(unlinked(text))
    text = text.removesuffix("\\")
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "*" in text or "_" in text or "~~" in text or "`" in text:
        text = text.replace("***", "**")  # strong and emphasized
        text = _EMPHASIS.sub("", text)
    if "==" in text:
        text = _HIGHLIGHT.sub(r"\1", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        from html import unescape  # lazy: few minutes hold entities, and the table of them is large

        text = unescape(text)
    # Most texts are as they should be; the only printable blank is a space.
    return text if "  " not in text and text.isprintable() and text.strip(" ") == text else " ".join(text.split())
