"""Lists typed in two columns, whose it is before what: `Ann     ring the bank` above `Bo      the sails`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.by_line import is_opening_line
from tcsg.reading.markdown import Item, Shape
from tcsg.reading.naming import NAME_WORD, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.words import vocabulary as w
from tcsg.reading.wrapped import WIDTH, ends_early

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from tcsg.reading.names import Names

_COLUMNS = late.compile(r"(\S[^:\t]{1,30}?)(?: {2,}|\t+)\s*(\S.*)$")
_TOO = ("also ", "and ", "then ", "auch ", "und ", "aussi ", "et ")
"""With one of these goes on what somebody is to do besides."""
_FEWEST = 2
_SEVERAL = 3
"""People known among whom another name may stand."""


def columned(item: Item, names: Names) -> Item:
    """The item with a colon behind those in its first column, nearly each of them known; below a name may stand what else that person is to do."""
    if item.shape is not Shape.LINE or not all(item.lines):
        return item
    head = 1 if len(item.lines) > 1 and is_opening_line(item.lines[0], names) else 0
    below = item.lines[head:]
    found = [_COLUMNS.match(line) for line in below]
    rows = [match for match in found if match is not None]
    columns = {len(match.string[: match.start(2)].expandtabs(8)) for match in rows}
    if len(rows) < _FEWEST or found[0] is None or len(columns) != 1 or not _are_people([match[1] for match in rows], names):
        return item
    if len(rows) == len(below):
        return replace(item, lines=(*item.lines[:head], *map(_labelled, rows)))
    told = _told_on(found, below, max(columns))
    return replace(item, lines=(*item.lines[:head], *told)) if told else item


def _are_people(words: Sequence[str], names: Names) -> bool:
    """Whether each word of a column is somebody known, or one of many who are."""
    known = sum(_is_somebody(word, names) for word in words)
    return known == len(words) or (
        known >= _SEVERAL and 4 * known >= 3 * len(words) and all(NAME_WORD.match(word) or _is_somebody(word, names) for word in words)
    )


def _is_somebody(word: str, names: Names) -> bool:
    owners = split_owners(word, names)
    return names.knows(word) or word.casefold() in w.EVERYBODY or (bool(owners) and all(map(names.knows, owners)))


def _labelled(match: re.Match[str]) -> str:
    return f"{match[1]}: {match[2].lstrip('–—- ')}"


def _told_on(found: Sequence[re.Match[str] | None], below: Sequence[str], column: int) -> list[str]:
    """The lines of such a list where some go on with the one above or tell what else is to be done; none where neither is sure."""
    told: list[str] = []
    who, width = "", max(WIDTH, *(column + len(line) * (match is None) for match, line in zip(found, below, strict=True)))
    for n, (match, line) in enumerate(zip(found, below, strict=True)):
        if match is not None:
            who = match[1]
            told.append(_labelled(match))
        elif line.startswith(_TOO) or (starts_with_verb(line) and ends_early(below[n - 1], line, width)):
            first, _, rest = line.partition(" ")
            told.append(f"{who}: {rest if f'{first} ' in _TOO else line}")
        else:
            told.append(line)
    return told
