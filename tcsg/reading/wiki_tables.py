"""Tables as wikis, AsciiDoc and org mode write them: `{| … |}`, `|=== … |===`, and lines of cells between bars or carets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.rows import LONGEST, Found, broken, cell_of, last_told, titled, under_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.rows import Read

_ATTRIBUTES = late.compile(r"\s*(?:[a-z-]{2,20}\s*=\s*(?:\"[^\"|]{0,200}\"|'[^'|]{0,200}'|[^\s|\"']{1,60})\s*){1,8}\|(?!\|)")
"""What MediaWiki says of a cell before its words: `style="width: 3em" |`."""
_WIKI_CELLS = late.compile(r"\|\||!!")
_DELIMITER = late.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
_RULE = late.compile(r"\|[-+=:]{2,}\|?$")
"""A line that only rules, as in org mode: `|----+----|`."""
_BARS = late.compile(r"(?<!\\)\|\|")
_BAR = late.compile(r"(?<!\\)\|")
_BAR_OR_CARET = late.compile(r"(?<!\\)[|^]")
_TEXTILE = late.compile(r"(?:[_<>=~^:-]|\\\d|/\d|\{[^{}]{0,100}\}|\([^()]{0,60}\)){1,6}\.\s+")
"""What Textile says of a cell: `_. ` of a header's."""
_BOLD = late.compile(r"\s*(?:\*{1,3}|_\.)\S.{0,60}")
_TITLE = late.compile(r"\.\w")
_ABOVE = 2
"""Lines above a table of AsciiDoc that may tell of it."""
_COLUMNS = late.compile(r"\bcols\s*=\s*(?:\"([^\"]{1,300})\"|([^,\]\"]{1,20}))")
_TIMES = late.compile(r"\s*(\d{1,2})\*")
_CELL = late.compile(r"(?:(?:^|(?<=\s))(?:(?:\d{1,2}(?:\.\d{1,2})?|\.\d{1,2})[+*])?[<^>]?(?:\.[<^>])?[adehlmsv]?)?(?<!\\)\|(?!=)")
"""What begins a cell of AsciiDoc, with what it says of it: `2+^s|`."""


def mediawiki(lines: Sequence[str], start: int) -> Read:
    """The table that a line `{|` begins; one that nothing ends goes as far as the next title."""
    table, depth, n = _Wiki(start + 1), 0, start + 1
    while n < len(lines) and not lines[n].startswith("=="):
        line = lines[n].strip()[:LONGEST]
        if depth or line.startswith("{|"):  # a table within a cell
            depth += line.startswith("{|") - line.startswith("|}")
        elif line.startswith("|}"):
            break
        else:
            table.read(n, line)
        n += 1
    table.end_row(n - 1)
    return min(n + 1, len(lines)), titled(table.titled, table.title, under_header(table.found))


class _Wiki:
    """What stands in a table of MediaWiki, one line after another."""

    def __init__(self, first: int) -> None:
        self.found: list[Found] = []
        self.title, self.titled = "", first
        self._first = first
        self._cells: list[tuple[bool, list[str]]] = []

    def read(self, n: int, line: str) -> None:
        """Read one line: where a row begins, its cells, or more of the last cell."""
        if line.startswith("|-"):
            self.end_row(n - 1)
        elif line.startswith("|+"):
            self.title, self.titled = _bare(line[2:]), n
        elif line[:1] in ("|", "!") and line:
            self._first = self._first if self._cells else n
            self._cells += [(line[0] == "!", [_bare(cell)]) for cell in (_WIKI_CELLS if line[0] == "!" else _BARS).split(line[1:])]
        elif self._cells:
            self._cells[-1][1].append(line)

    def end_row(self, last: int) -> None:
        """Take the row above."""
        cells = tuple(cell_of(said) for _, said in self._cells)
        if len(cells) == 1 and self._cells[0][0] and cells[0]:
            cells = (f"**{cells[0].strip('*')}**",)  # it heads the rows below
        if any(cells):
            self.found.append(Found(self._first, last, cells, len(cells) > 1 and all(is_head for is_head, _ in self._cells)))
        self._cells.clear()


def _bare(cell: str) -> str:
    """A cell's words without what is said of how it looks."""
    said = _ATTRIBUTES.match(cell) if "|" in cell and "=" in cell else None
    return cell[said.end() :] if said else cell


def asciidoc(lines: Sequence[str], start: int) -> Read:
    """The table between two lines `|===`, with its cells on one line or on one each."""
    if lines[start].rstrip() != "|===":
        return None
    end = next((n for n in range(start + 1, len(lines)) if lines[n].rstrip() == "|==="), None)
    if end is None:
        return None
    cells: list[tuple[int, list[str]]] = []
    rows = [n for n in range(start + 1, end) if lines[n].strip()]
    for n in range(start + 1, end):
        before, *begun = _CELL.split(lines[n][:LONGEST])
        if cells:
            cells[-1][1].append(before)
        cells += [(n, [words]) for words in begun]
    above = next((line for line in reversed(lines[max(0, start - 2) : start]) if line.startswith("[")), "")
    width = _width(above) or (sum(n == rows[0] for n, _ in cells) if rows else 0)
    if not width:
        return None
    starts = range(0, len(cells), width)
    found = [
        Found(cells[k][0], last_told(lines, _last(cells, k + width, end)), tuple(cell_of(words) for _, words in cells[k : k + width])) for k in starts
    ]
    spaced = len(rows) > 1 and rows[1] > rows[0] + 1 and sum(n == rows[0] for n, _ in cells) == width
    return end + 1, titled(*_title(lines, start), under_header(found, headed="header" in above or spaced))


def _title(lines: Sequence[str], start: int) -> tuple[int, str]:
    """The line with a full stop above a table of AsciiDoc, and the title it is: `.Tasks`."""
    line = next((n for n in range(start - 1, max(-1, start - 1 - _ABOVE), -1) if not lines[n].startswith("[")), 0)
    return line, lines[line][1:] if _TITLE.match(lines[line]) else ""


def _last(cells: Sequence[tuple[int, object]], following: int, end: int) -> int:
    """The last line of a row, before the cell that follows it."""
    return max(cells[following - 1][0], cells[following][0] - 1) if following < len(cells) else end - 1


def _width(attributes: str) -> int:
    """The number of columns that the line above a table of AsciiDoc tells; 0 where it does not."""
    told = _COLUMNS.search(attributes[:LONGEST])
    columns = (told[1] or told[2]).replace(";", ",").split(",") if told else []
    return sum(int(times[1]) if (times := _TIMES.match(column)) else 1 for column in columns)


def barred(lines: Sequence[str], start: int) -> Read:
    """The table that lines of cells between bars or carets are, other than that of Markdown, which has dashes below its header."""
    end = start
    while end < len(lines) and (line := lines[end].strip())[:1] in ("|", "^") and line[-1:] in ("|", "^") and len(line) > 1:
        end += 1
    told = [n for n in range(start, end) if not _RULE.match(lines[n].strip()[:LONGEST])]
    if len(told) < 2 or any(_DELIMITER.match(lines[n].strip()[:LONGEST]) for n in range(start, min(start + 2, end)) if n in told[:2]):
        return None
    carets = any(lines[n].lstrip()[0] == "^" for n in told)
    single = any(lines[n].lstrip()[:2] != "||" for n in told)
    found: list[Found] = []
    above: tuple[str, ...] = ()
    for n in told:
        raw = _split(lines[n].strip()[:LONGEST], carets=carets)
        cells = [_bared(cell.strip()) for cell in raw]
        above = tuple(above[k] if cell == ":::" and k < len(above) else cell for k, cell in enumerate(cells))  # as the cell above
        found.append(Found(n, n, above, n == told[0] and _is_head(lines[n].strip(), raw, single=single)))
    if max(len(row.cells) for row in found) < 2:
        return None
    return end, under_header(found, headed=told[1] > told[0] + 1)


def _split(line: str, *, carets: bool) -> list[str]:
    """The cells of a line."""
    if line.startswith("||"):
        return _BARS.split(line.strip("|"))
    return (_BAR_OR_CARET if carets else _BAR).split(line[1:-1])


def _is_head(line: str, cells: Sequence[str], *, single: bool) -> bool:
    """Whether the cells of a line are marked as those of a header."""
    if (line[0] == line[-1] == "^" and "|" not in line) or (single and line.startswith("||")):
        return True
    return all(_BOLD.match(cell) or _is_equalled(cell) for cell in cells if cell.strip())


def _bared(cell: str) -> str:
    """A cell's words without the signs that a wiki sets a header's apart with."""
    if _is_equalled(cell):
        return cell.strip("=").strip()
    return broken(_TEXTILE.sub("", cell, count=1) if cell[:1] in tuple("_<>=~^:\\/{(-") else cell)


def _is_equalled(cell: str) -> bool:
    """Whether a cell is marked as a header's in Trac: `||= Who =||`."""
    return cell[:1] == cell[-1:] == "=" and len(cell) > 2
