"""What is told below `Matters arising` or `Recap` in sentences that mark no action; which earlier action one means, only the ledger can know.

`- The clerk had written to the county about the gully; no answer yet.`
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Mention, Reason, Section, Status
from tcsg.reading import sentences
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.outcome import find_outcome
from tcsg.reading.status import find_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.model import AgendaItem
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

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
_SHORT = 60
"""Characters of such a title."""
_NUMBER = late.compile(r"(?:(?:min(?:ute)?|item) )?\(?\d{1,4}[\d/.-]{0,12}[.:)]{0,2}\s", re.IGNORECASE)
_MOST = 60
"""Items that a section may have."""
_FEW = 2
"""Sentences of a paragraph that tell of one matter; where there are more, each is a matter of its own."""


def told_of_matters(items: Sequence[Item], stated: Sequence[Mention], agenda: Sequence[AgendaItem], names: Names) -> tuple[Mention, ...]:
    """What each item below a title of matters arising tells, where it states no action of its own; it names no owner."""
    heads = [n for n, item in enumerate(items) if item.shape is not Shape.ROW and _may_head(item.text[:160].casefold())]
    if not heads:
        return ()
    taken = {line for m in stated for line in range(m.line, m.end_line + 1)}
    titles = {a.line for a in agenda}
    begun = ((n, _TITLE.match(_bare(items[n])) or _RECAP.match(_bare(items[n]))) for n in heads)
    return tuple(told for n, title in begun if title is not None for told in _below(items, n, title, taken, titles, names))


def _may_head(text: str) -> bool:
    return "arising" in text or ("recap" in text and len(text) < _SHORT)


def _bare(item: Item) -> str:
    """The plain words of an item behind a number that Markdown takes for a list mark."""
    return plain(item.text).replace("\\", "")


def _below(items: Sequence[Item], n: int, begun: re.Match[str], taken: set[int], titles: set[int], names: Names) -> Iterator[Mention]:
    opener, title = items[n], begun[0].strip(" .:–—-")
    if (rest := _bare(opener)[begun.end() :]) and opener.line not in taken:
        yield from _told(opener, rest, title, names)
    for item in items[n + 1 : n + 1 + _MOST]:
        if _ends(opener, item, titles, numbered=begun[2] is not None):
            return
        if item.shape in (Shape.BULLET, Shape.LINE) and not item.boxed and item.text and item.line not in taken:
            yield from _told(item, plain(item.text), title, names)


def _ends(opener: Item, item: Item, titles: set[int], *, numbered: bool) -> bool:
    """Whether an item begins another section than that of a title."""
    if item.shape is Shape.HEADING:
        return opener.shape is not Shape.HEADING or item.level <= opener.level
    if item.shape is not opener.shape:
        return opener.shape is not Shape.HEADING and item.line in titles and item.indent <= opener.indent
    if item.shape is Shape.BULLET:
        return item.indent <= opener.indent
    return item.line in titles or item.text.startswith("**") or item.text.isupper() or (numbered and _NUMBER.match(item.text) is not None)


def _told(item: Item, text: str, title: str, names: Names) -> Iterator[Mention]:
    """A bullet or a short paragraph whole, and each sentence of a longer one."""
    spans = sentences.spans(text)
    parts = [text] if item.shape is Shape.BULLET or len(spans) <= _FEW else [text[begin:end] for begin, end in spans]
    for part in parts:
        told = find_status(part, names.idiom) or find_outcome(part.replace(" had ", " has "), names.idiom)  # minutes report in the past perfect
        told = None if told is not None and not told.start and _RECAP.match(title) else told  # `Completed the survey` is what they talked of
        reasons = (Reason("action", f"told below {title!r}", item.line), *([Reason("status", repr(told.words), item.line)] if told else ()))
        status = told.status if told else Status.OPEN
        yield Mention(item.line, item.end, part, (), None, status, Kind.BLOCK, reasons=reasons, block=title, section=Section.REVIEW)
