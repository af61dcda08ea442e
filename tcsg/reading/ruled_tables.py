"""Tables that are drawn: grids, columns below rules of dashes as in pandoc and reStructuredText, and its tables made of lists."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.rows import LONGEST, Found, cell_of, last_told, stacked, titled, under_header

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from tcsg.reading.rows import Read

_GRID = late.compile(r"\s{0,8}\+(?:[-=:]{1,200}\+){2,40}\s*$")
_GROUPS = late.compile(r"\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,})){1,30}\s*$")
"""A rule with a gap between columns."""
_RULE = late.compile(r"\s*-{10,}\s*$")
_GROUP = late.compile(r"[-=]{2,}")
_ENDS = late.compile(r"\s*[-=]{2,}(?:\s+[-=]{2,})*\s*$")
"""What ends a table, or rules within it."""
_WORDS = late.compile(r"\s{2,}")
_HEAD_LINES = 6
"""Lines of a header above the rule of its columns."""
_LONGEST_TABLE = 2000
_ITEM = late.compile(r"(\s*\*\s+)-(?:\s(.*))?$")
_TITLE = late.compile(r"\s*\.\. list-table::\s*")
_OPTION = late.compile(r"\s+:header-rows:\s*(\d)")
_THIRD = 3
"""Rules of a table that has none between its rows."""


def grid(lines: Sequence[str], start: int) -> Read:
    """The table that `+---+---+` begins: wrapped cells, with a rule below each row, or only one below the header."""
    if not _GRID.match(lines[start][:LONGEST]):
        return None
    end = start + 1
    while end < len(lines) and lines[end].lstrip()[:1] in ("|", "+") and lines[end].strip():
        end += 1
    rules = [n for n in range(start, end) if lines[n].lstrip().startswith("+")]
    edges = [n for n, sign in enumerate(lines[start].rstrip()) if sign == "+"]
    found: list[Found] = []
    for above, below in zip(rules, [*rules[1:], end], strict=True):
        inner = [_between(lines[n].rstrip()[:LONGEST], edges) for n in range(above + 1, below)]
        width = max(map(len, inner), default=0)
        if not width:
            continue
        columns = [[line[k] if k < len(line) else "" for line in inner] for k in range(width)]
        if len(rules) == _THIRD and above == rules[1] and _is_each_a_row(columns):
            found += [Found(above + 1 + k, above + 1 + k, tuple(column[k].strip() for column in columns)) for k in range(len(inner))]
        else:
            found += stacked(columns, above + 1)
    ruled = len(rules) > 1 and "=" in lines[rules[1]]
    return end, under_header([row for row in found if any(row.cells)], headed=ruled)


def _between(line: str, edges: Sequence[int]) -> list[str]:
    """The cells of a line between the columns of bars, or between its bars where they stand elsewhere."""
    if all(line[edge : edge + 1] in ("|", "+") for edge in edges):
        return [line[a + 1 : b] for a, b in pairwise(edges)]
    return line.strip().strip("|").split("|")


def _is_each_a_row(columns: Sequence[Sequence[str]]) -> bool:
    """Whether each line is a row of its own, though no rule parts them: none has its first cell empty, and each begins like one."""
    others = list(zip(*columns[1:], strict=True))
    return len(columns[0]) > 1 and all(cell.strip()[:1].isupper() or cell.strip()[:1].isdigit() for cell in columns[0]) and all(map(any, others))


def columned(lines: Sequence[str], start: int) -> Read:
    """The table with columns below the gaps of the rule at a line; one above a header has none."""
    if "\t" in lines[start]:
        return None
    if _RULE.match(lines[start][:LONGEST]):
        return _between_rules(lines, start)
    if not _GROUPS.match(lines[start][:LONGEST]):
        return None
    if start and lines[start - 1].strip():
        return _below_header(lines, start)
    return _between_equals(lines, start) if "=" in lines[start] else _headless(lines, start)


def _between_rules(lines: Sequence[str], start: int) -> Read:
    """The multiline table of pandoc: a header and rows of several lines between two long rules."""
    near = range(start + 2, min(start + 2 + _HEAD_LINES, len(lines)))
    rule = next((n for n in near if _GROUPS.match(lines[n][:LONGEST])), None)
    if rule is None or not all(line.strip() for line in lines[start + 1 : rule]):
        return None
    end = _next(lines, rule + 1, _RULE)
    if end is None:
        return None
    spans = _spans(lines[rule])
    head = Found(start + 1, rule - 1, _cells(lines[start + 1 : rule], spans), head=True)
    return _table(end + 1, [head, *_body(lines, rule + 1, end, spans)])


def _headless(lines: Sequence[str], start: int) -> Read:
    """The table of pandoc between two rules of columns, or a rule of columns and a long one, without a header."""
    end = _next(lines, start + 1, _ENDS)
    return _table(end + 1, list(_body(lines, start + 1, end, _spans(lines[start])))) if end is not None else None


def _between_equals(lines: Sequence[str], start: int) -> Read:
    """The simple table of reStructuredText, which ends with a rule that has a blank line below."""
    spans = _spans(lines[start])
    middle = _next(lines, start + 1, _GROUPS)
    if middle is None:
        return None
    ends = middle + 1 == len(lines) or not lines[middle + 1].strip()
    end = middle if ends else _next(lines, middle + 1, _GROUPS)
    if end is None:
        return None
    head = [] if ends else [Found(start + 1, middle - 1, _cells(lines[start + 1 : middle], spans), head=True)]
    return _table(end + 1, [*head, *_lined(lines, start + 1 if ends else middle + 1, end, spans)])


def _below_header(lines: Sequence[str], rule: int) -> Read:
    """The simple table of pandoc: a header, a rule, and rows of one line until a blank one or another rule."""
    spans = _spans(lines[rule])
    end = rule + 1
    while end < len(lines) and lines[end].strip() and not _ENDS.match(lines[end][:LONGEST]) and not _explains(lines[end], spans):
        end += 1
    words = _WORDS.split(lines[rule - 1].strip())
    if len(words) != len(spans) and not _stand_apart(lines[rule - 1], spans):
        return None
    if not all(_stand_apart(line, spans) for line in lines[rule + 1 : end]):
        return None
    head = tuple(words) if len(words) == len(spans) else _cells([lines[rule - 1]], spans)
    closed = end < len(lines) and bool(lines[end].strip())
    return _table(end + closed, [Found(rule - 1, rule - 1, head, head=True), *_body(lines, rule + 1, end, spans)])


def _explains(line: str, spans: Sequence[int]) -> bool:
    """Whether a line below rows is no row but tells what is in them: `(C closed, O open)`."""
    return line.lstrip()[:1] in "(*[" and not _stand_apart(line, spans)


def _next(lines: Sequence[str], start: int, pattern: re.Pattern[str]) -> int | None:
    """The next line of that pattern, if it is near enough."""
    return next((n for n in range(start, min(start + _LONGEST_TABLE, len(lines))) if pattern.match(lines[n][:LONGEST])), None)


def _table(end: int, found: Sequence[Found]) -> Read:
    """The table of these rows, if there is one below the header and each row has cells."""
    rows = [row for row in found if any(row.cells)]
    return (end, under_header(rows)) if sum(not row.head for row in rows) and len(rows[0].cells) > 1 else None


def _body(lines: Sequence[str], start: int, end: int, spans: Sequence[int]) -> Iterator[Found]:
    """The rows between two lines: parted by blank lines where there are any, else a line each."""
    if all(line.strip() for line in lines[start : end - 1]):
        yield from _lined(lines, start, end, spans)
        return
    first = start
    for n in range(start, end + 1):
        if n == end or not lines[n].strip():
            if n > first:
                yield Found(first, n - 1, _cells(lines[first:n], spans))
            first = n + 1


def _lined(lines: Sequence[str], start: int, end: int, spans: Sequence[int]) -> Iterator[Found]:
    """The rows that have a line each and go on below it where the first cell is empty; lines of dashes only rule."""
    first, row = start, list[str]()
    for n in range(start, end):
        line = lines[n]
        if _ENDS.match(line[:LONGEST]):
            continue
        if row and line[: spans[1]].strip():
            yield Found(first, last_told(lines, n - 1), _cells(row, spans))
            row = []
        if row or line.strip():
            first = first if row else n
            row.append(line)
    if row:
        yield Found(first, last_told(lines, end - 1), _cells(row, spans))


def _spans(rule: str) -> list[int]:
    """The columns at which those of a table begin, the first at the margin."""
    return [0, *[group.start() for group in _GROUP.finditer(rule)][1:]]


def _cells(lines: Sequence[str], spans: Sequence[int]) -> tuple[str, ...]:
    """The cells of lines between these columns; a word that begins before its column goes with it."""
    columns: list[list[str]] = [[] for _ in spans]
    for line in lines:
        cuts = [0, *(_cut(line, at) for at in spans[1:]), len(line)]
        for n, column in enumerate(columns):
            column.append(line[cuts[n] : cuts[n + 1]])
    return tuple(map(cell_of, columns))


def _cut(line: str, at: int) -> int:
    """Where a line is cut for a column, at the beginning of the word that goes over its edge."""
    over = line[at - 1 : at].strip() and line[at : at + 1].strip()
    return line.rfind(" ", 0, at) + 1 if over else at


def _stand_apart(line: str, spans: Sequence[int]) -> bool:
    """Whether no word of a line goes over the edge of a column."""
    return all(not line[at - 1 : at].strip() for at in spans[1:])


def listed(lines: Sequence[str], start: int) -> Read:
    """The table of reStructuredText that a list of lists makes: `.. list-table::`."""
    margin = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or lines[end][: margin + 1].isspace()):
        end += 1
    headed, rows = False, list[tuple[int, list[list[str]]]]()
    column = 0
    for n in range(start + 1, end):
        line = lines[n][:LONGEST]
        if (item := _ITEM.match(line)) is not None:
            rows.append((n, [[item[2] or ""]]))
            column = item.end(1)
        elif rows and line[:column].isspace() and line[column : column + 2].rstrip() == "-":
            rows[-1][1].append([line[column + 2 :]])
        elif rows:
            rows[-1][1][-1].append(line)
        elif (option := _OPTION.match(line)) is not None:
            headed = headed or option[1] != "0"
    if not rows:
        return None
    ends = [last_told(lines, last) for last in (*(n - 1 for n, _ in rows[1:]), end - 1)]
    found = [Found(n, last, tuple(map(cell_of, cells))) for (n, cells), last in zip(rows, ends, strict=True)]
    return end, titled(start, _TITLE.sub("", lines[start]), under_header(found, headed=headed))


READERS = {"+": grid, "-": columned, "=": columned, ".": listed}
"""What reads a table, by what it begins with."""
