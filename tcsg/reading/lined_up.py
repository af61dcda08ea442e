"""Paragraphs whose lines all begin with a number or a tick: lists that somebody typed without list marks.

`2031-01/1  Ann to ring the bank`, `v  Ann - the path`: a title may stand right above, and lines may go on below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.owners import find_owners
from tcsg.reading.status import read_status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_NUMBER = late.compile(r"(?:[A-Z]{0,4}[-./]?)\d{1,4}(?:[-/.]\d{1,3}){1,2}[.):]?\s+(?=[@\[]?[^\W\d_])")
_COLUMN = late.compile(r"\s{3,}(\S(?:[^\s]| (?! )){1,60})$")
_TICK = late.compile(r"(?:([vVxXoO✓✔✗✘])|-)\s{2,4}(?=[@A-Z])")
_TICKS = {"v": "✔", "x": "✘", "o": "✘"}
_FEWEST = 2
"""Lines that make a list; of ticks one more."""


def lined_up(item: Item, names: Names) -> tuple[Item, ...]:
    """The items of such a list, and its title; nothing where a paragraph is none."""
    for kind in (_NUMBER, _TICK):
        starts = [n for n, line in enumerate(item.lines) if line and kind.match(line)]
        if len(starts) < _FEWEST + (kind is _TICK) or starts[0] > 1 or (item.shape is Shape.BULLET and not starts[0]):
            continue
        parts = tuple(_parts(item, starts, ticked=kind is _TICK))
        listed = parts[1:] if starts[0] else parts
        if 3 * sum(_names_somebody(one.text, kind, names) for one in listed) >= 2 * len(listed):
            return parts
    return ()


def _parts(item: Item, starts: list[int], *, ticked: bool) -> Iterator[Item]:
    """The title of a list, and each of its items with the lines that go on below."""
    if starts[0]:
        yield replace(item, end=item.line, lines=item.lines[:1])
    for start, end in zip(starts, [*starts[1:], len(item.lines)], strict=True):
        lines = item.lines[start:end]
        if ticked and (tick := _TICK.match(lines[0])) is not None:
            sign = _TICKS.get((tick[1] or "").casefold(), tick[1] or "")
            lines = (f"{sign} {lines[0][tick.end() :]}".lstrip(), *lines[1:])
        elif (number := _NUMBER.match(lines[0])) is not None:
            lines = (f"{number[0].rstrip(' .):')}: {lines[0][number.end() :]}", *lines[1:])
        gap = item.gap if start == 0 else start == starts[0]
        lines = (_dashed(lines[0]), *lines[1:])
        indent = item.indent + 2 * (item.shape is Shape.BULLET)
        yield Item(Shape.BULLET, item.line + start, item.line + end - 1, lines, indent, marker="-", quote=item.quote, gap=gap)


def _dashed(line: str) -> str:
    """A line with a dash before how it went, where that stands in a column of its own: `A1  Ann to row      Done`."""
    column = _COLUMN.search(line) if "   " in line else None
    told = column is not None and read_status(column[1].partition(" (")[0]) is not None
    return f"{line[: column.start()]} – {column[1]}" if column is not None and told else line


def _names_somebody(text: str, kind: object, names: Names) -> bool:
    """Whether an item names somebody behind what it begins with."""
    found = _NUMBER.match(text) if kind is _NUMBER else None
    told = plain(text[found.end() if found else 0 :]).lstrip("✔✘✓✗ ")
    owned = find_owners(told, names, marked=True)
    if owned is None or owned.start:
        return False
    return (owned.form == "to" and owned.strong) or all(map(names.knows, owned.owners))
