"""Tasks set as a list of contents is: leaders of dots to whose they are and when, `Ring the bank ........ AB  30/11`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.dates import Calendar
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import HANDLE, INITIALS, NAME_WORD, is_group, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.rows import LEADERS, LED
from tcsg.reading.status import read_status
from tcsg.reading.tables import Row
from tcsg.reading.timed_titles import read_title
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tcsg.reading.names import Names

_LED = late.compile(r"(\S.*?)[ \t]*(?:\.{5,200}|…{2,100}|_{5,200}|(?: \.){4,100}|(?:\. ){4,100})[ \t]*(?!\d{1,3}$)(\S.{0,100})$")
_LEAST = 2
"""Such lines of a page."""
_MOST = 5
"""Words that name owners."""
_LONGEST = 400
"""Characters of such a line."""
_ENDS = frozenset(".!?:;")
_ANY_DAY = Calendar(None)


class _Led(NamedTuple):
    """A line before its leaders, and behind them whose it is and when or how it stands."""

    text: str
    owners: str
    told: str


def with_leaders(items: tuple[Item, ...], names: Names) -> tuple[Item, ...]:
    """The items with such lines as rows of their own, where a page has several of which somebody is known."""
    led = [item for item in items if _may(item)]
    if sum(len(_rows(item, names)) for item in led) < _LEAST:
        return items
    return tuple(_parted(items, {item.line: _rows(item, names, loose=True) for item in led}))


def read_led(item: Item, names: Names) -> Row | None:
    """The task of such a row."""
    if item.header != LED:
        return None
    text, owners, told = item.cells
    status = read_status(told, names.idiom)
    return Row(text, "", owners, told if told and status is None else None, status)


def _may(item: Item) -> bool:
    return item.shape in (Shape.LINE, Shape.BULLET) and any(sign in line for line in item.lines for sign in LEADERS)


def _rows(item: Item, names: Names, *, loose: bool = False) -> dict[int, tuple[int, _Led]]:
    """The first of its lines, and what it says, of each such line of an item by its place; `loose` where any name may own."""
    rows: dict[int, tuple[int, _Led]] = {}
    for n, line in enumerate(item.lines):
        led = _read(line, names, loose=loose)
        if led is None:
            continue
        above = item.lines[n - 1] if n and n - 1 not in rows else ""
        if above and above[-1] not in _ENDS and (led.text[0] == "(" or led.text[0].islower()):
            rows[n] = (n - 1, led._replace(text=f"{above} {led.text}"))  # it is wrapped
        else:
            rows[n] = (n, led)
    return rows


def _read(line: str, names: Names, *, loose: bool) -> _Led | None:
    """What such a line says; None where nobody who is known stands behind the leaders, or more than when and how it went."""
    found = _LED.match(line[:_LONGEST])
    if found is None or names.knows(plain(found[1])):
        return None
    text, words = found[1].strip(), found[2].split()
    for n in range(min(_MOST, len(words)), 0, -1):
        for owners, told in ((words[:n], words[n:]), (words[-n:], words[:-n])):
            if (
                _are_owners(" ".join(owners).strip(",;:"), names) or (loose and told and len(owners) == 1 and NAME_WORD.fullmatch(owners[0]))
            ) and _tells(" ".join(told).strip(",;: "), text, names):
                return _Led(text, " ".join(owners).strip(",;:"), " ".join(told).strip(",;:–- "))
    return None


def _are_owners(words: str, names: Names) -> bool:
    owners = split_owners(words, names)
    initials = not names.full
    return bool(owners) and all(names.knows(o) or is_given(o) or HANDLE.match(o) or is_group(o) or (initials and INITIALS.match(o)) for o in owners)


def _tells(told: str, text: str, names: Names) -> bool:
    """Whether words tell when or how it went, or that neither is known; beside an order they may be missing."""
    if not told:
        return starts_with_verb(text)
    if nothing(told) or read_status(told, names.idiom) is not None:
        return True
    due = read_title(f"by {told}", _ANY_DAY) if ":" not in told else None
    return due is not None and due.words.endswith(told)


def _parted(items: Iterable[Item], found: dict[int, dict[int, tuple[int, _Led]]]) -> Iterator[Item]:
    for item in items:
        begin = 0
        for n, (first, led) in found.get(item.line, {}).items():
            if begin < first:
                yield _part(item, begin, first)
            yield replace(_part(item, first, n + 1), shape=Shape.ROW, marker=None, checked=None, header=LED, cells=tuple(led))
            begin = n + 1
        if begin < len(item.lines):
            yield _part(item, begin, len(item.lines)) if begin else item


def _part(item: Item, begin: int, end: int) -> Item:
    """Some of the lines of an item as one of its own."""
    return replace(item, line=item.line + begin, end=item.line + end - 1, lines=item.lines[begin:end], gap=item.gap and not begin)
