"""What the minutes say that a letter, a colour or a sign means: `C = complete, O = open`, `○ open ● closed ✗ no longer pursued`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Reason, Status
from tcsg.reading.doubt import SIGNED
from tcsg.reading.drafts import Draft
from tcsg.reading.markdown import Shape, links, plain
from tcsg.reading.owners import find_owners
from tcsg.reading.status import read_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tcsg.reading.idiom import Idiom
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_SIGN = late.compile(
    r"(?:^|[\s(\[,;:.])[\"'“”‘’`*_]{0,3}([^\s=,;:\"'“”‘’`*_()]{1,12})[\"'“”‘’`*_]{0,3}\s?(?:=|\bmeans\b)\s?([^=,;.()]{3,40}?)(?=[,;.)]|$)"
)
"""A sign and what it means."""
_DRAWN = "\u2190"
"""From this letter on there are signs and pictures."""
_BARE = late.compile(
    r"([\u2190-\u2bff\U0001f300-\U0001faff])\ufe0f?\s?[=:–—-]?\s?([^\W\d_][\w' /-]{2,24}?)"
    r"(?=\s*[,;.)|/·]?\s*(?:[\u2190-\u2bff\U0001f300-\U0001faff]|$))"
)
"""A drawn sign and what it means, with nothing between them or little: `○ open ● closed`."""
_LONG = 300
"""Characters of a line that tells it."""
_NUMBER = late.compile(r"\d{1,4}(?:[./-]\d{1,4}){1,2}\.?\s+")
"""The number of an action, before whose it is."""


def with_legend(drafts: tuple[Draft, ...], items: Sequence[Item], names: Names) -> tuple[Draft, ...]:
    """The drafts; a row of a table with a cell that is such a sign is done, dropped or open as the minutes say, and so is what one opens."""
    signed = [item for item in items if item.lines and item.lines[0][:1] > _DRAWN and item.shape in (Shape.BULLET, Shape.LINE)]
    if not signed and not any(draft.kind in (Kind.TABLE, Kind.SUMMARY) for draft in drafts):
        return drafts
    meant = _legend(items, names.idiom)
    if not meant:
        return drafts
    cells = {item.line: [plain(cell).casefold().strip(" .") for cell in item.cells] for item in items if item.shape is Shape.ROW}
    cells |= {item.line: [item.lines[0][0]] for item in signed}
    found = tuple(
        replace(draft, status=told) if (told := next((meant[cell] for cell in cells.get(draft.line, ()) if cell in meant), None)) else draft
        for draft in drafts
    )
    return (*found, *_signed(signed, found, meant, names))


def _signed(items: Iterable[Item], drafts: Sequence[Draft], meant: Mapping[str, Status], names: Names) -> Iterator[Draft]:
    """What such a sign opens in no list of actions, where somebody stands behind it and perhaps a number: `○ 27.1 Ann: split the list`."""
    taken = {line for draft in drafts for line in range(draft.line, draft.end + 1)}
    for item in items:
        sign, _, words = item.text.partition(" ")
        status = meant.get(sign.strip("\ufe0f"))
        numbered = _NUMBER.match(words := words.strip())
        number, told = (numbered[0].rstrip(" ."), words[numbered.end() :]) if numbered else (None, words)
        owned = find_owners(plain(told), names, marked=True) if status is not None and item.line not in taken else None
        if owned is None or owned.start or owned.form not in ("to", "label") or not told[owned.end :].strip(" :"):
            continue
        reason = Reason("action", f"{sign} before what somebody is to do, which these minutes explain", item.line)
        yield Draft(
            item.line, item.end, told, Kind.INLINE, item.indent, number=number, status=status, links=links(told), doubt=SIGNED, reasons=(reason,)
        )


def _legend(items: Iterable[Item], idiom: Idiom) -> dict[str, Status]:
    """What each sign means that a line gives beside another, where one of them means that something is closed."""
    for item in items:
        if item.shape is Shape.ROW or len(item.text) > _LONG:
            continue
        if item.text.count("=") + item.text.count(" means ") > 1:
            pairs = _SIGN.findall(plain(item.text))
        elif not item.text.isascii() and sum(letter > _DRAWN for letter in item.text) > 1:
            pairs = _BARE.findall(plain(item.text))
        else:
            continue
        found = {sign.casefold().strip(" ."): read_status(told, idiom) for sign, told in pairs}
        if len(found) > 1 and not {Status.DONE, Status.DROPPED}.isdisjoint(found.values()):
            return {sign: status or Status.OPEN for sign, status in found.items()}
    return {}
