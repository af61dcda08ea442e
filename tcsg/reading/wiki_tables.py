"""Tables of other markup than Markdown: those of wikis, org mode, Textile, AsciiDoc, MediaWiki and reStructuredText."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.columns import Rows

_LONGEST = 4096
"""No pattern sees more of a line than this many characters."""
_MOST = 2000
"""Lines of one table."""
_LINK = late.compile(r"\[\[([^\[\]]{0,300})\]\]")
_DRAWN = late.compile(r"\|[-+:| ]{3,}\|?$")
_SPEC = late.compile(r"(?:[\d.*+<>^]{0,6}[aehlmsdv]?(?=\|))?\|\s?")
"""What stands before a cell of AsciiDoc: `2+|`, `a|`."""
_COLUMNS = late.compile(r"cols\s*=\s*\"([^\"]{1,200})\"|cols=([\w,*]{1,80})")
_STYLED = late.compile(r"(?:\s*[\w-]{1,20}=(?:\"[^\"]{0,200}\"|[\w%#-]{1,40}))+\s*\|(?!\|)\s*")
"""How a cell of MediaWiki looks: `style="color: red" | Done`."""
_TEXTILE = late.compile(r"_?[<>=^~]{0,2}\.\s+|_\.\s*")
_COLOUR = late.compile(r"%[A-Z]{3,12}%")
"""The colours of a wiki: `%RED%OPEN%ENDCOLOR%`."""
_RULED = late.compile(r"\s{0,12}={2,}(?:\s{1,8}={2,})+\s*$")
_LISTED = late.compile(r"\s*\.\. list-table::")
_ROW = late.compile(r"(\s*)([*-])\s+(?:([*-])(?:\s+(.*))?)?$")


def wiki_rows(text: str, lines: Sequence[str]) -> tuple[Rows, frozenset[int]]:
    """The rows of all such tables by the line they begin on, from 0, and the lines of such tables that begin none."""
    rows: Rows = {}
    of_table: set[int] = set()
    if "|" not in text and "list-table" not in text and not ("==" in text and _may_be_ruled(lines)):
        return rows, frozenset()
    n = 0
    while n < len(lines):
        line = lines[n][:_LONGEST].strip()
        found, end = _table_at(lines, n, line) if line[:1] in _OPENING else ({}, n + 1)
        if found:
            rows |= found
            of_table |= {k for k in range(n, end) if k not in found}
        n = max(end, n + 1)
    return rows, frozenset(of_table)


_OPENING = frozenset("|^{.=")


def _may_be_ruled(lines: Sequence[str]) -> bool:
    return any(line.lstrip()[:2] == "==" and _RULED.match(line[:_LONGEST]) for line in lines)


def _table_at(lines: Sequence[str], n: int, line: str) -> tuple[Rows, int]:
    """The rows of the table that begins at a line, and the number of the line behind it."""
    if line == "|===" or line.startswith("{|"):
        closing = "|===" if line == "|===" else "|}"
        end = next((k for k in range(n + 1, min(len(lines), n + _MOST)) if lines[k].strip().startswith(closing)), None)
        if end is None:
            return {}, n + 1
        spec = lines[n - 1] if n else ""
        return (_asciidoc(lines, n + 1, end, spec) if closing == "|===" else _mediawiki(lines, n + 1, end)), end + 1
    if line[0] == ".":
        return _listed(lines, n + 1) if _LISTED.match(lines[n][:_LONGEST]) else ({}, n + 1)
    if line[0] == "=":
        return _ruled(lines, n) if _RULED.match(lines[n][:_LONGEST]) else ({}, n + 1)
    return _piped(lines, n)


def _under(rows: Sequence[tuple[int, Sequence[str]]]) -> Rows:
    """Rows with the first as the header of the others; none where they have not as many cells."""
    if len(rows) < 2:
        return {}
    header = tuple(rows[0][1])
    if len(header) < 2:
        return {}
    found: Rows = {rows[0][0]: ((), header)}
    found.update((line, (header, (*cells, *[""] * len(header))[: len(header)])) for line, cells in rows[1:])
    return found


def _piped(lines: Sequence[str], n: int) -> tuple[Rows, int]:
    """A table with a row a line between pipes, and no line of dashes below its header, or one that is drawn `|---+---|`."""
    end = n
    while end < len(lines) and end - n < _MOST and _is_row(lines[end][:_LONGEST].strip()):
        end += 1
    drawn = [k for k in range(n, end) if _DRAWN.match(lines[k][:_LONGEST].strip())]
    if any("+" not in lines[k] for k in drawn):
        return {}, end  # Markdown's
    rows = [(k, _cells(lines[k][:_LONGEST].strip())) for k in range(n, end) if k not in drawn]
    even = len(rows) > 1 and all(len(cells) == len(rows[0][1]) for _, cells in rows)
    return (_under(rows) if even else {}), end


def _is_row(line: str) -> bool:
    return len(line) > 4 and line[0] in "|^" and line[-1] in "|^"


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a row between pipes; `^` and `||` stand before those of a header."""
    line = _LINK.sub(lambda link: link[0].replace("|", "\0"), line)
    parted = re.split(r"\|\|", line) if line.startswith("||") else re.split(r"[|^]", line) if line[0] == "^" or line[-1] == "^" else line.split("|")
    return tuple(_bare(cell) for cell in parted[1:-1])


def _bare(cell: str) -> str:
    cell = cell.replace("\0", "|").replace("'''", "**").strip()
    cell = _COLOUR.sub("", cell) if "%" in cell else cell
    textile = _TEXTILE.match(cell) if cell[:1] in "_<>=^~" else None
    return cell[textile.end() :] if textile else cell


def _asciidoc(lines: Sequence[str], start: int, end: int, spec: str) -> Rows:
    cells: list[tuple[int, str]] = []
    first = 0
    for n in range(start, end):
        line = lines[n][:_LONGEST].strip()
        if not line.startswith("|") and not _SPEC.match(line):
            if cells and line:
                cells[-1] = (cells[-1][0], f"{cells[-1][1]} {line}".strip())
            continue
        cells += [(n, cell.strip()) for cell in _SPEC.split(line)[1:]]
        first = first or len(cells)
    told = _COLUMNS.search(spec[:_LONGEST])
    columns = _count(told[1] or told[2]) if told else first
    if columns < 2 or len(cells) % columns:
        return {}
    return _under([(cells[k][0], [cell for _, cell in cells[k : k + columns]]) for k in range(0, len(cells), columns)])


def _count(columns: str) -> int:
    """How many columns `1,4,2` or `3*` are."""
    times = re.match(r"(\d{1,2})\*", columns)
    return int(times[1]) if times else len(columns.split(","))


def _mediawiki(lines: Sequence[str], start: int, end: int) -> Rows:
    rows: list[tuple[int, list[str]]] = []
    parted = True
    for n in range(start, end):
        line = lines[n][:_LONGEST].strip()
        if line.startswith(("|-", "|+")):
            parted = parted or line.startswith("|-")
        elif line.startswith(("|", "!")):
            if parted:
                rows.append((n, []))
            parted = False
            cells = re.split(r"\|\||!!", line[1:]) if line[0] == "!" else line[1:].split("||")
            rows[-1][1].extend(_STYLED.sub("", cell, count=1).strip() for cell in cells)
        elif rows and rows[-1][1] and line:
            rows[-1][1][-1] += f" {line.lstrip('*# ')}"
    return _under(rows)


def _listed(lines: Sequence[str], start: int) -> tuple[Rows, int]:
    """The list of lists below `.. list-table::`."""
    rows: list[tuple[int, list[str]]] = []
    end = start
    while end < len(lines) and end - start < _MOST and (not lines[end].strip() or lines[end][:1] == " "):
        row = _ROW.match(lines[end][:_LONGEST].rstrip())
        if row and row[3]:
            rows.append((end, [row[4] or ""]))
        elif rows and (cell := lines[end].strip()[:_LONGEST]):
            if cell[:2] in ("- ", "* ") or cell in ("-", "*"):
                rows[-1][1].append(cell[1:].strip())
            else:
                rows[-1][1][-1] += f" {cell}"
        end += 1
    return _under(rows), end


def _ruled(lines: Sequence[str], n: int) -> tuple[Rows, int]:
    """A table whose columns three lines of `====  ====` rule."""
    bounds = [(found.start(), found.end()) for found in re.finditer("=+", lines[n][:_LONGEST])]
    rules = [n]
    end = n + 1
    while end < len(lines) and len(rules) < 3 and end - n < _MOST:
        if _RULED.match(lines[end][:_LONGEST]):
            rules.append(end)
        end += 1
    if len(rules) < 3:
        return {}, n + 1
    rows: list[tuple[int, list[str]]] = []
    for k in (*range(rules[0] + 1, rules[1]), *range(rules[1] + 1, rules[2])):
        cells = list(_between(lines[k][:_LONGEST], bounds))
        if not cells[0] and rows:
            rows[-1] = (rows[-1][0], [f"{a} {b}".strip() for a, b in zip(rows[-1][1], cells, strict=True)])
        elif any(cells):
            rows.append((k, cells))
    return _under(rows), end


def _between(line: str, bounds: Sequence[tuple[int, int]]) -> Iterator[str]:
    """What stands in each column; the last goes on to the end of the line."""
    for n, (start, _) in enumerate(bounds):
        yield line[start : bounds[n + 1][0] if n + 1 < len(bounds) else None].strip()
