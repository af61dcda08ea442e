"""What is a heading, a table row or hidden on a page of Markdown: as markdown-it says, which is asked where it could matter."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.reading.other_tables import other_rows
from tcsg.reading.pasted import unclosed
from tcsg.reading.rows import tells_task
from tcsg.reading.titles import line_titles, quoted, starred, underlined
from tcsg.reading.verbatim import verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from tcsg.reading.columns import Rows
    from tcsg.reading.rows import Row

LONGEST = 4096
"""No pattern sees more of a line than this many characters."""

_HEADING = late.compile(r"\n {0,3}(#{1,6})(?:[ \t]|$)", re.MULTILINE)
_HTML = late.compile(r"\n(?:[^\w\n<]|\d)*+<")
"""A line that begins with HTML, be it in a list or a quotation."""
_LINED = late.compile(r"\n[ \t>]*[|:=-][ \t>|:=-]*$", re.MULTILINE)
"""What underlines a heading, or the second row of a table, if a line of words stands above."""
_EMPTY = late.compile(r"\n[ \t]+-[ \t]*(?=\n|$)")
"""A bullet below another one that nobody has filled in: to Markdown it underlines a heading."""
_HEADING_IN = late.compile(r"\n(?! {0,3}#)(?:[^\w\n#]|\d)++#{1,6}(?:[ \t]|$)", re.MULTILINE)
"""A heading in a list or a quotation, or far in.

These begin with the end of the line above, for a pattern that begins with a letter of one kind is looked for fast.
"""
_CHAPTER = late.compile(r"\n(?=#{1,6}[ \t])")
"""What begins a chapter: a heading at the margin."""
_ITEM_WITH_BAR = late.compile(r"(?:[-+*]|\d{1,9}[.)])[ \t][^|]*\|")
"""The header of a table, or an item with a bar in it where a list goes on behind the blank line."""

_FILLED = 0x10000
"""Empty cells after which the parser leaves a table."""


@frozen
class Frame:
    """Lines to leave out, headings by line with their number of lines and level, table rows by line with their header's cells."""

    hidden: frozenset[int]
    headings: dict[int, tuple[int, int]]
    rows: Rows
    tables: Mapping[int, tuple[Row, ...]] = MappingProxyType({})
    """The rows of tables that are not Markdown's, of which a line may hold several."""


def frame_of(text: str) -> Frame:
    """The frame of a text; lines count from 0."""
    text = text.replace("\r", " ")  # which the parser takes for the end of a line
    lines = text.split("\n")
    open_ended = unclosed(text, lines)
    typed = verbatim(text, lines)
    if typed:
        lines = ["" if n in typed else line for n, line in enumerate(lines)]
        text = "\n".join(lines)
    others, drawn = other_rows(text, lines)
    drawn = drawn | typed
    if drawn:  # whose rules Markdown would take for those of titles
        lines = ["" if n in drawn else line for n, line in enumerate(lines)]
        text = "\n".join(lines)
    under = {n: (2, level) for n, level in underlined(text, lines)}
    if under or open_ended:  # Markdown would take a line of tildes for a fence
        lines = ["" if n - 1 in under or n in open_ended else line for n, line in enumerate(lines)]
        text = "\n".join(lines)
    found = framed(_EMPTY.sub("\n", text))
    headings = found.headings | under | {n: (1, level) for n, level in (*line_titles(text, lines), *starred(text, lines), *quoted(text, lines))}
    if "<" in text:  # HTML goes on to the next blank line, whatever it holds: a title there is one all the same
        headings = {n: one for n, one in unparsed(text).headings.items() if n not in found.hidden} | headings
    columns, more = _drawn_rows(text, lines)
    rows = found.rows | {n: row for n, row in columns.items() if n not in found.hidden and n not in found.rows}
    tables, within = _html_rows(text, lines)
    tables = {n: row for n, row in (tables | others).items() if n not in found.hidden}
    return Frame(found.hidden | more | within | drawn, headings, rows, tables)


def _drawn_rows(text: str, lines: Sequence[str]) -> tuple[Rows, frozenset[int]]:
    if not any(map(text.__contains__, ("|", "  ", "\t"))):
        return {}, frozenset()
    from tcsg.reading.columns import drawn_rows  # lazy: many pages have neither bars nor wide gaps

    return drawn_rows(lines)


def _html_rows(text: str, lines: Sequence[str]) -> tuple[dict[int, tuple[Row, ...]], frozenset[int]]:
    if "<table" not in text and "<TABLE" not in text:
        return {}, frozenset()
    from tcsg.reading.html_tables import html_rows  # lazy: few pages have one

    return html_rows(lines)


def framed(text: str) -> Frame:
    """What `parsed` says of a text, which is asked about as little of it as will do."""
    return _by_paragraph(text) or _by_chapter(text)


def _by_paragraph(text: str) -> Frame | None:
    """The frame, for which only the paragraphs that are tables or have an underline are parsed; None where more goes over blank lines.

    A paragraph that begins at the margin, behind a blank line, begins anew: no quotation goes on there, and a list only with another item.
    """
    if _goes_over_blanks(text):
        return None
    found, lines = unparsed(text), text.split("\n")
    pieces = tuple(_paragraphs(lines, _underlines(text, lines)))
    if any(lines[start][0] in " \t" or _ITEM_WITH_BAR.match(lines[start]) for start, _ in pieces):
        return None
    frames = [(start, barred(lines[start:end]) or parsed("\n".join(lines[start:end]))) for start, end in pieces]
    within = {n for start, end in pieces for n in range(start, end)}
    outside = {n: one for n, one in found.headings.items() if n not in within} if within else found.headings
    return _joined([(0, Frame(found.hidden, outside, found.rows)), *frames])


def _by_chapter(text: str) -> Frame:
    """The frame, for which the chapters are parsed in which more goes over blank lines.

    A title at the margin ends whatever stands above it but a fence or HTML, and within these it would be no title: that is asked.
    """
    starts = [0, *(found.end() for found in _CHAPTER.finditer(text)), len(text) + 1]
    frames: list[tuple[int, Frame]] = []
    line = n = 0
    many = 1
    while n < len(starts) - 1:
        last = min(n + many, len(starts) - 1)
        chapter = text[starts[n] : starts[last] - 1]
        frame = _by_paragraph(chapter) or (_closed(chapter) if last < len(starts) - 1 else parsed(chapter))
        if frame is None:
            many *= 2  # not one by one: a fence that nothing closes goes on to the end
            continue
        frames.append((line, frame))
        line += chapter.count("\n") + 1
        n, many = last, 1
    return _joined(frames)


def _closed(chapter: str) -> Frame | None:
    """The frame of a chapter; None where what is left open in it hides the next title."""
    frame = parsed(f"{chapter}\n# Title")
    return frame if frame.headings.pop(chapter.count("\n") + 1, None) is not None else None


def _joined(frames: Iterable[tuple[int, Frame]]) -> Frame:
    """One frame of several, each of what begins at a line."""
    hidden: set[int] = set()
    headings: dict[int, tuple[int, int]] = {}
    rows: Rows = {}
    for start, frame in frames:
        hidden.update([start + n for n in frame.hidden])
        headings.update({start + n: one for n, one in frame.headings.items()})
        rows.update({start + n: row for n, row in frame.rows.items()})
    return Frame(frozenset(hidden), headings, rows)


def has_markup(text: str) -> bool:
    """Whether a text may hold what only the parser can tell; where it does not, that would find headings of one line alone."""
    return _goes_over_blanks(text) or any(_underlines(text, text.split("\n")))


def _goes_over_blanks(text: str) -> bool:
    """Whether a text may hold what goes on behind a blank line: a fence, HTML, or a list or quotation with a heading in it."""
    lines = f"\n{text}"
    markup = "```" in text or "~~~" in text or ("<" in text and _HTML.search(lines)) or ("#" in text and _HEADING_IN.search(lines))
    return bool(markup)


def _underlines(text: str, lines: Sequence[str]) -> Iterator[int]:
    """The lines that may underline words above them, all but the first of a text."""
    line = start = 0
    for found in _LINED.finditer(text):
        line += text.count("\n", start, found.start())
        start = found.start()
        if lines[line].strip(" \t"):
            yield line + 1


def _paragraphs(lines: Sequence[str], having: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where the runs of lines between blank ones begin and end that have one of these lines."""
    end = 0
    for n in having:
        if n < end:
            continue
        start, end = n - 1, n + 1
        while start and lines[start - 1].strip(" \t"):
            start -= 1
        while end < len(lines) and lines[end].strip(" \t"):
            end += 1
        yield start, end


def unparsed(text: str) -> Frame:
    """What `parsed` says of a text without such markup: to load the parser takes as long as to read a page."""
    headings: dict[int, tuple[int, int]] = {}
    line = start = 0
    lines = f"\n{text}"
    for found in _HEADING.finditer(lines):
        line += lines.count("\n", start, found.start())
        start = found.start()
        headings[line] = (1, len(found[1]))
    return Frame(frozenset(), headings, {})


def barred(lines: Sequence[str]) -> Frame | None:
    """What `parsed` says of a paragraph that is a table, each of whose lines begins with a bar; None where only the parser can tell.

    Nothing else begins with a bar, so such a line ends no table, and most tables are so. A backslash or an odd blank is for the parser.
    """
    if not all(line[0] == "|" and "\\" not in line and line.isprintable() for line in lines):
        return None
    head, rule, *rows = map(_cells, lines)
    width = len(head)
    whole = all({*cell.removeprefix(":").removesuffix(":")} == {"-"} for cell in rule)
    if not whole or not 0 < width == len(rule) or width * len(lines) > _FILLED:
        return None
    filled = [tuple([*cells, *[""] * width][:width]) for cells in rows]
    return Frame(frozenset((1,)), {}, _under_header(((0, tuple(head)), *enumerate(filled, 2))))


def _cells(line: str) -> list[str]:
    """The cells of a line that begins with a bar."""
    cells = line.strip().split("|")[1:]
    if cells[-1:] == [""]:
        del cells[-1]
    return [cell.strip() for cell in cells]


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Lazy: a listing of a current ledger must not pay for a Markdown parser.
    from markdown_it import MarkdownIt

    # `code` and `reference` swallow indented lines and `[PB]: done`; inline markup is ours to read.
    return MarkdownIt("commonmark").enable("table").disable(["code", "reference", "inline"], ignoreInvalid=True)


def parsed(text: str) -> Frame:
    """The frame as markdown-it has it, comments and fences hidden."""
    hidden: set[int] = set()
    headings: dict[int, tuple[int, int]] = {}
    rows: Rows = {}
    tokens = _parser().parse(text)
    for n, token in enumerate(tokens):
        if token.map is None:
            continue
        start, end = token.map
        if token.type == "fence" or (token.type == "html_block" and token.content.lstrip().startswith("<!--")):
            hidden.update(range(start, end))
        elif token.type == "heading_open" and (token.markup.startswith("#") or end - start == 2):
            headings[start] = (end - start, int(token.tag[1]))
        elif token.type == "table_open":
            rows.update(_table(tokens, n))
            hidden.add(start + 1)
    return Frame(frozenset(hidden), headings, rows)


def _table(tokens: list[Token], opening: int) -> Rows:
    """The rows of one table."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    cells: list[str] = []
    for n in range(opening, len(tokens)):
        token = tokens[n]
        if token.type == "table_close":
            break
        if token.type == "tr_open" and token.map is not None:
            line, cells = token.map[0], []
        elif token.type == "inline":
            cells.append(token.content.strip())
        elif token.type == "tr_close":
            rows.append((line, tuple(cells)))
    return _under_header(rows)


def _under_header(rows: Iterable[tuple[int, tuple[str, ...]]]) -> Rows:
    """The rows of one table by line, each with the header's cells; the header's own row has none."""
    found: Rows = {}
    header: tuple[str, ...] = ()
    for line, cells in rows:
        found[line] = (header, cells)
        if not any(header):  # the first row is the header, or what stands below a blank one, unless it tells a task
            header = ("",) * len(cells) if tells_task(cells) else cells
    return found
