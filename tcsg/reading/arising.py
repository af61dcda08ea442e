"""What is told below `Matters arising`, `Recap` or a title of old actions in sentences that mark no action.

Which earlier action one means, only the ledger can know.
`- The clerk had written to the county about the gully; no answer yet.`
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.model import Kind, Mention, Reason, Section, Status
from tcsg.reading import sentences
from tcsg.reading.by_line import part_of
from tcsg.reading.headings import read_opening
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.status import find_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tcsg.model import AgendaItem
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names
    from tcsg.reading.status import Told

_TITLE = late.compile(
    r"((?:min(?:ute)?|item) )?((?:\d{1,4}[\d/.-]{0,12}|\(?[a-z]\))[.:)]{0,2}\s+)?(?:[^.:;]{1,60} (?:and|&) )?(?:matters|business) arising"
    r"(?: (?:from|out of|since|of|at) [^.:;]{1,60}?)?(?: ?\([^()]{1,60}\))?\s{0,3}(?:[.:–—-]{1,2}(?:\s+|$)|$)",
    re.IGNORECASE,
)
"""`17/4 Matters arising from the minutes`, with or without the first of them behind it."""
_LAST = r"(?:last|previous) (?:meeting|minutes|month|week|time|call|session|sync)"
_RECAP = late.compile(
    rf"()((?:\d{{1,4}}[\d/.-]{{0,12}}|\(?[a-z]\))[.:)]{{0,2}}\s+)?(?:(?:quick|short|brief) )?"
    rf"(?:recap(?: (?:of|from|on) (?:the |our )?{_LAST})?|{_LAST}(?:['’]s)? recap)\s{{0,3}}:?$",
    re.IGNORECASE,
)
"""`Recap of last month`, below which the minutes say again what the last ones held, and among it the actions."""
_PASSED = r"(?:approval|acceptance|adoption|confirmation|correction|reading|review|signing|sign-?off)"
_MINUTED = late.compile(
    rf"()((?:\d{{1,4}}[\d/.-]{{0,12}}|\(?[a-z]\))[.:)]{{0,2}}\s+)?(?:{_PASSED} (?:and \w+ )?of |to (?:approve|accept|confirm|sign) )?(?:the )?"
    rf"(?:(?:minutes|notes) (?:of|from) (?:the |our )?{_LAST}|{_LAST}(?:['’]s)?(?: (?:meeting|minutes|notes))?|(?:old|unfinished|ongoing) business"
    rf"|(?:business|follow[- ]?ups?|updates?|news) (?:from|since|of|on) (?:the |our )?{_LAST}|(?:from|since) (?:the |our )?{_LAST}"
    rf"|(?:carried[- ]over|carry[- ]?over|ongoing|leftover|left[- ]over) items)(?: {_PASSED})?\s{{0,3}}[.:]?$",
    re.IGNORECASE,
)
"""`Minutes of the previous meeting`, `Old business`: below it is told what has come of what they say."""
_BACKWARD = ("last ", "previous ", "old business", "unfinished business", "ongoing business", "over items", "ongoing items")
"""Of these it has one: so not `Any other business`."""
_FOLLOW_UP = late.compile(r"()((?:\d{1,4}[\d/.-]{0,12}|\(?[a-z]\))[.:)]{0,2}\s+)?follow[- ]?ups?(?: items)?\s{0,3}:?$", re.IGNORECASE)
"""`Follow-up`, which is of the last meeting where the talk begins with it, and else may be of what is to come."""
_SHORT = 60
"""Characters of such a title."""
_NUMBER = late.compile(r"(?:(?:min(?:ute)?|item) )?\(?\d{1,4}[\d/.-]{0,12}[.:)]{0,2}\s", re.IGNORECASE)


@frozen
class _Head:
    """A title below which is told what has become of earlier actions, and what stands behind it."""

    title: str
    rest: str
    numbered: bool
    below: bool = False
    """Whether the paragraph goes on below the title, on lines of its own."""


_KNOWN = 20
"""Letters by which the words of an action are found in its line."""
_MOST = 60
"""Items that a section may have."""
_MATTER = late.compile(r"[*_]{0,3}(?:\d{1,4}\s)?[A-Z(][^:;.!?–—]{1,50}?(?:\s[–—-]{1,2}\s|:\s)(?=\S)")
_FEW = 2
"""Sentences of a paragraph that tell of one matter; where there are more, each is a matter of its own."""


def told_of_matters(items: Sequence[Item], stated: Sequence[Mention], agenda: Sequence[AgendaItem], names: Names) -> tuple[Mention, ...]:
    """What each item below a title of matters arising tells, where it states no action of its own; it names no owner."""
    heads = [(n, head) for n, item in enumerate(items) if item.shape is not Shape.ROW and (head := _head(item, names)) is not None]
    taken = {line: m for m in reversed(stated) for line in range(m.line, m.end_line + 1)}
    rows = tuple(_told_in_rows(items, taken, names)) if any(item.shape is Shape.ROW for item in items) else ()
    if not heads:
        return rows
    titles = {a.line for a in agenda}
    return rows + tuple(
        told for n, head in heads if _looks_back(head, items[n], titles - {items[0].line}) for told in _below(items, n, head, taken, titles, names)
    )


def _told_in_rows(items: Sequence[Item], taken: Mapping[int, Mention], names: Names) -> Iterator[Mention]:
    """What rows of a table tell that name nobody to act."""
    from tcsg.reading.arising_rows import told_in_rows  # lazy: few tables hold a whole meeting

    for row in told_in_rows(items, taken, names):
        told = find_status(row.text, names.idiom) or _outcome(row.text, names)
        reasons = (Reason("action", f"a row below {row.title!r}", row.item.line), Reason("status", "nobody is to act any more", row.item.line))
        status = told.status if told else row.status
        yield Mention(row.item.line, row.item.end, row.text, (), None, status, Kind.TABLE, reasons=reasons, block=row.title, section=Section.REVIEW)


def _looks_back(head: _Head, opener: Item, titles: set[int]) -> bool:
    """Whether a title is of an earlier meeting: of those that say nothing of it the first of the `titles` of the talk."""
    return _FOLLOW_UP.match(head.title) is None or all(line >= opener.line for line in titles)


def _head(item: Item, names: Names) -> _Head | None:
    """The title of matters arising, or of old actions, that an item begins with."""
    if len(item.lines) > 1 and "arising" in item.lines[0][:160].casefold() and (begun := _TITLE.match(plain(item.lines[0]))):
        return _Head(begun[0].strip(" .:–—-"), "", numbered=begun[2] is not None or bool(item.marker and item.marker[0].isdigit()), below=True)
    if len(item.lines) > 1 and item.lines[0].isupper():  # `OLD BUSINESS`, and the talk of it on the lines below
        above = _head(part_of(item, 0, 1), names)
        return replace(above, rest="", below=True) if above is not None else None
    if "arising" in item.text[:160].casefold() and (begun := _TITLE.match(bare := _bare(item))):
        return _Head(begun[0].strip(" .:–—-"), bare[begun.end() :], numbered=begun[2] is not None)
    short = item.text.casefold() if len(item.text) < _SHORT else ""
    if (
        ("recap" in short and (begun := _RECAP.match(_bare(item))))
        or (short and any(map(short.__contains__, _BACKWARD)) and (begun := _MINUTED.match(_bare(item))))
        or ("follow" in short and (begun := _FOLLOW_UP.match(_bare(item))))
    ):
        return _Head(begun[0].strip(" .:–—-"), "", numbered=begun[2] is not None)
    if item.shape is Shape.HEADING or ":" in item.text[:80] or item.text[:2] == "**":
        opening = read_opening(item.text, names.idiom)
        if opening is not None and opening.review and opening.actions:
            return _Head(opening.title, opening.rest, numbered=item.text[:1].isdigit())
    return None


def _bare(item: Item) -> str:
    """The plain words of an item behind a number that Markdown takes for a list mark."""
    return plain(item.text).replace("\\", "")


def _below(items: Sequence[Item], n: int, head: _Head, taken: Mapping[int, Mention], titles: set[int], names: Names) -> Iterator[Mention]:
    opener = items[n]
    if head.below:
        for part in by_matter(opener, 1) or (part_of(opener, 1, len(opener.lines)),):
            if not any(line in taken for line in range(part.line, part.end + 1)):
                yield from told_in(part, head.title, names)
    elif head.rest and opener.line not in taken:
        yield from told_in(opener, head.title, names, head.rest)
    for item in items[n + 1 : n + 1 + _MOST]:
        if _ends(opener, item, titles, numbered=head.numbered):
            return
        if item.shape in (Shape.BULLET, Shape.LINE) and not item.boxed and item.text:
            for part in by_matter(item) or (item,):
                said = plain(part.text) if part.line not in taken else _before(taken[part.line], part)
                if said:
                    yield from told_in(part, head.title, names, said)


def by_matter(item: Item, start: int = 0) -> tuple[Item, ...]:
    """The parts of a paragraph, from a line on, that each begin with a matter and a dash or a colon: `Boiler - a new valve`; none where none does."""
    begins = [n for n in range(start, len(item.lines)) if _MATTER.match(item.lines[n])]
    if len(begins) < _FEW or begins[0] != start:
        return ()
    return tuple(part_of(item, a, b) for a, b in pairwise([*begins, len(item.lines)]))


def _before(mention: Mention, item: Item) -> str:
    """What is told before the mark of a new action: `Slates: they are ordered. ACTION: Ann to ring the yard`; "" where nothing is."""
    if mention.kind is not Kind.MARKER or mention.line != item.line:
        return ""
    said, found, _ = plain(item.text).partition(mention.text[:_KNOWN])
    spans = sentences.spans(said)
    return said[: spans[-1][0]].strip() if found and len(spans) > 1 else ""


def _ends(opener: Item, item: Item, titles: set[int], *, numbered: bool) -> bool:
    """Whether an item begins another section than that of a title."""
    if item.shape is Shape.HEADING:
        return opener.shape is not Shape.HEADING or item.level <= opener.level
    if item.shape is not opener.shape:
        return opener.shape is not Shape.HEADING and item.line in titles and item.indent <= opener.indent
    if item.shape is Shape.BULLET:
        return item.indent <= opener.indent
    return (
        item.line in titles or item.text.startswith("**") or "".join(item.lines[:1]).isupper() or (numbered and _NUMBER.match(item.text) is not None)
    )


def told_in(item: Item, title: str, names: Names, text: str | None = None) -> Iterator[Mention]:
    """What an item below a title tells, or some `text` of it: a bullet or a short paragraph whole, and each sentence of a longer one."""
    text = plain(item.text) if text is None else text
    spans = sentences.spans(text)
    whole = item.shape is Shape.BULLET or len(spans) <= _FEW
    if whole and len(spans) > 1 and all(names.knows(text[begin:end].split(maxsplit=1)[0].strip(",:")) for begin, end in spans):
        whole = False  # `Ann has rung. Bo has written.`
    parts = [text] if whole else [text[begin:end] for begin, end in spans]
    for part in parts:
        told = find_status(part, names.idiom) or _outcome(part.replace(" had ", " has "), names)  # minutes report in the past perfect
        told = None if told is not None and not told.start and _RECAP.match(title) else told  # `Completed the survey` is what they talked of
        reasons = (Reason("action", f"told below {title!r}", item.line), *([Reason("status", repr(told.words), item.line)] if told else ()))
        status = told.status if told else Status.OPEN
        yield Mention(item.line, item.end, part, (), None, status, Kind.BLOCK, reasons=reasons, block=title, section=Section.REVIEW)


def _outcome(part: str, names: Names) -> Told | None:
    """How far something is by a sentence that tells it."""
    from tcsg.reading.outcome import find_outcome  # lazy: most minutes tell of nothing else than actions there

    return find_outcome(part, names.idiom)
