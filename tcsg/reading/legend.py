"""What the minutes say that a letter, a colour or a sign means: `C = complete, O = open`, `green = finished, grey = no longer pursued`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Status
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.status import read_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.reading.drafts import Draft
    from tcsg.reading.idiom import Idiom
    from tcsg.reading.markdown import Item

_SIGN = late.compile(
    r"(?:^|[\s(\[,;:.])[\"'“”‘’`*_]{0,3}([^\s=,;:\"'“”‘’`*_()]{1,12})[\"'“”‘’`*_]{0,3}\s?(?:=|\bmeans\b)\s?([^=,;.()]{3,40}?)(?=[,;.)]|$)"
)
"""A sign and what it means."""
_LONG = 300
"""Characters of a line that tells it."""


def with_legend(drafts: tuple[Draft, ...], items: Sequence[Item], idiom: Idiom) -> tuple[Draft, ...]:
    """The drafts; a row of a table with a cell that is such a sign is done, dropped or open as the minutes say."""
    if not any(draft.kind in (Kind.TABLE, Kind.SUMMARY) for draft in drafts):
        return drafts
    meant = _legend(items, idiom)
    if not meant:
        return drafts
    cells = {item.line: [plain(cell).casefold().strip(" .") for cell in item.cells] for item in items if item.shape is Shape.ROW}
    return tuple(
        replace(draft, status=told) if (told := next((meant[cell] for cell in cells.get(draft.line, ()) if cell in meant), None)) else draft
        for draft in drafts
    )


def _legend(items: Iterable[Item], idiom: Idiom) -> dict[str, Status]:
    """What each sign means that a line gives beside another, where one of them means that something is closed."""
    for item in items:
        if item.shape is Shape.ROW or item.text.count("=") + item.text.count(" means ") < 2 or len(item.text) > _LONG:
            continue
        found = {sign.casefold().strip(" ."): read_status(told, idiom) for sign, told in _SIGN.findall(plain(item.text))}
        if len(found) > 1 and not {Status.DONE, Status.DROPPED}.isdisjoint(found.values()):
            return {sign: status or Status.OPEN for sign, status in found.items()}
    return {}
