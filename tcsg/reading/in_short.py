"""What minutes tell of old actions in short: of all at once, or of some by nothing but their numbers or owners.

Which these are only the ledger can know; none of it begins an action. What is left out of all is told beside, on the same lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Mention, Reason, Section
from tcsg.reading import sentences
from tcsg.reading.by_number import read_referred
from tcsg.reading.headings import read_opening
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.naming import split_owners
from tcsg.reading.of_all import may_tell_of_all, read_of_all
from tcsg.reading.status import read_status
from tcsg.reading.text import words_in, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.by_number import Referred
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names
    from tcsg.reading.of_all import AtOnce

_LEFT_OUT = "left out of what is told of all old actions"
_NUMBERS = frozenset(("#", "no", "nr", "num", "number", "action", "action no", "action nr", "action #", "action number", "item", "ref", "id"))
_STATES = frozenset(("status", "state", "progress", "update", "outcome", "result", "done", "stand"))
_WHOSE = frozenset(("who", "owner", "owners", "by", "by whom", "lead", "name", "responsible", "assigned to", "assignee", "wer"))
"""Heads of the columns of a table that has no more than numbers of actions, how far they are and whose."""
_EARLIER = frozenset("last previous prior past minutes meeting letzten vorigen protokoll sitzung dernière précédente réunion".split())
_FRAME = _EARLIER | frozenset("action actions matters business arising review aktionen aufgaben".split())
"""Words of a title below which `All actions are done` is of those of the meeting, and not of a matter that is talked about there."""
_OF_SOME = late.compile(r"\s(?:[–—-]|//|\|)\s|\b(?:relating|related|relation|regarding|concerning|about|respect)\b", re.IGNORECASE)
"""What tells that a title is of the actions of one matter: `Old actions – Roof`."""
_SOME = (*"–—-|", "//", "relat", "regard", "concern", "about", "respect")
"""Of these it has one."""
_AND = late.compile(r",? (?:and|und|et|&) |, |; ")
_NEAR = 20
"""Items among which the bullet is that one explains."""
_ADDRESS = late.compile(r"^<?https?://\S+?>?[:,;]?\s+(?=\S)")
"""Where those minutes are, behind the title: `Tasks from last time: https://example.org/3.html: all done`."""
_TOLD = 200
"""Characters of a line that tells of old actions by number or owner."""


def told_in_short(items: Sequence[Item], names: Names) -> tuple[Mention, ...]:
    """What is told of old actions in short, line by line."""
    found: list[Mention] = []
    review = actions = False
    framed, titles = True, 0
    for n, item in enumerate(items):
        if item.shape is Shape.ROW and (review or actions):
            found += _row(item, names)
        if item.shape in (Shape.ROW, Shape.RULE) or not item.text:
            continue
        opening = read_opening(item.text, names.idiom) if item.shape is Shape.HEADING or ":" in item.text[:80] or item.text[:2] == "**" else None
        if item.shape is Shape.HEADING or (opening is not None and not (review and _refers(item, names))):
            whole = (
                opening is not None
                and opening.actions
                and opening.owner is None
                and not _is_of_some(item.text if item.shape is Shape.HEADING else opening.title)
            )
            review, actions = whole and opening is not None and opening.review, whole
        if item.shape is Shape.HEADING:
            titles += 1
            framed = titles == 1 or actions or not _FRAME.isdisjoint(words_in(item.text.casefold()))  # the first is that of the minutes
        if opening is not None and opening.rest and not (review and _refers(item, names)):
            found += _told(items, n, _ADDRESS.sub("", opening.rest), names, listed=True) if actions else ()
        elif item.shape is not Shape.HEADING and not item.boxed and (framed or _tells_of_earlier(item.text)):
            found += _told(items, n, None, names, listed=review)
    return tuple(found)


def _tells_of_earlier(text: str) -> bool:
    """Whether a text names an earlier meeting; `words_of` is known of most texts by now."""
    return not _EARLIER.isdisjoint(words_of(text)) and not _EARLIER.isdisjoint(words_in(text.casefold()))


def _is_of_some(title: str) -> bool:
    """Whether a title is of the actions of one matter."""
    return any(map(title.casefold().__contains__, _SOME)) and _OF_SOME.search(title) is not None


def _refers(item: Item, names: Names, text: str | None = None) -> list[tuple[int, str, Referred]]:
    """What the lines of an item, or its words behind a title, tell of old actions by number or owner: `Closed: #1, #3`, each with its line."""
    lines = [text] if text is not None else [*map(plain, item.lines)]
    return [(n, line, one) for n, line in enumerate(lines) if len(line) <= _TOLD for one in read_referred(line, item.marker, names)]


def _told(items: Sequence[Item], n: int, text: str | None, names: Names, *, listed: bool) -> Iterator[Mention]:
    """What an item tells, or its words behind a title."""
    own = not _explains(items, n)
    if listed and own and (referred := _refers(items[n], names, text)):
        yield from _referred(items[n], referred)
        return
    said = plain(items[n].text) if text is None else text
    for begin, end in sentences.spans(said) if may_tell_of_all(said) else ():
        if (told := read_of_all(said[begin:end], names, listed=listed and own and begin == 0)) is not None:
            yield from _of_all(items, n, said[begin:end], told, names)


def _explains(items: Sequence[Item], n: int) -> bool:
    """Whether an item stands below a bullet: then it tells of that alone."""
    above = next((item for item in reversed(items[max(0, n - _NEAR) : n]) if item.indent < items[n].indent or item.shape is not Shape.BULLET), None)
    return above is not None and above.shape is Shape.BULLET and above.indent < items[n].indent


def _row(item: Item, names: Names) -> Iterator[Mention]:
    """What a row tells that has nothing but the number of an action and how far it is: `| 3 | AB | done |`."""
    heads = [plain(head).casefold().strip(" .:") for head in item.header]
    cells = [plain(cell) for cell in item.cells[: len(heads)]]
    told = dict(zip(heads, cells, strict=False))
    number = next((told[head] for head in heads if head in _NUMBERS and head in told and told[head].strip("#").isdigit()), None)
    status = next((read_status(told[head], names.idiom) for head in heads if head in _STATES and head in told), None)
    others = any(cell and head not in _STATES | _WHOSE and not cell.strip("#").isdigit() for head, cell in told.items())
    if number is not None and status is not None and not others:
        said = Reason("action", "told of old actions by number or owner", item.line)
        text = " ".join(cells)
        yield Mention(item.line, item.end, text, status=status, kind=Kind.KNOWN, reasons=(said,), section=Section.REVIEW, number=number.strip("#"))


def _referred(item: Item, referred: Sequence[tuple[int, str, Referred]]) -> Iterator[Mention]:
    """A mention of each number, and of those of each owner."""
    for n, text, one in referred:
        line, kind = item.line + n, Kind.ALL if one.every else Kind.KNOWN
        said = Reason("action", "told of old actions by number or owner", line)
        for number in one.numbers or (None,):
            told = Mention(line, line, text, one.owners, None, one.status, kind, reasons=(said,), section=Section.REVIEW)
            yield told if number is None else replace(told, number=number)


def _of_all(items: Sequence[Item], n: int, sentence: str, told: AtOnce, names: Names) -> Iterator[Mention]:
    item = items[n]
    end = _list_below(items, n) if told.but is not None and not told.rest else item.end
    said = (Reason("action", "told of all old actions at once", item.line), Reason("status", repr(sentence.strip()), item.line))
    text = sentence if sentence in plain(item.text) and item.text[-len(sentence) :] != sentence else plain(item.text)
    yield Mention(item.line, end, text, status=told.status, kind=Kind.ALL, reasons=said, section=Section.REVIEW, point=told.but)
    if not told.rest:
        return
    for part in _AND.split(told.rest):
        yield from _left_out(item, part, told.but, names)


def _left_out(item: Item, words: str, but: str | None, names: Names) -> Iterator[Mention]:
    """One of those that are left out of what is told of all."""
    left = Mention(item.line, item.end, words, reasons=(Reason("action", _LEFT_OUT, item.line),), section=Section.REVIEW, point=but)
    owners = split_owners(words.removesuffix("'s").removesuffix("’s"), names)
    if owners and all(map(names.knows, owners)):
        yield replace(left, owners=owners, kind=Kind.KNOWN)
    elif numbers := [number for one in read_referred(f"{words}: open", None, names) for number in one.numbers]:
        yield from (replace(left, kind=Kind.KNOWN, number=number) for number in numbers)
    else:
        yield left


def _list_below(items: Sequence[Item], n: int) -> int:
    """The last line of the list below an item."""
    end = items[n].end
    for item in items[n + 1 :]:
        if item.shape not in (Shape.BULLET, Shape.ROW) or (items[n].shape is Shape.BULLET and item.indent <= items[n].indent):
            break
        end = item.end
    return end


def without_short(stated: tuple[Mention, ...], short: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, but for those that are made of nothing but words in which old actions are told of in short."""
    said: dict[int, set[str]] = {}
    for m in short:
        said.setdefault(m.line, set()).update(words_in(m.text.casefold()))
    return tuple(m for m in stated if m.line not in said or not said[m.line].issuperset(words_in(m.text.casefold())))
