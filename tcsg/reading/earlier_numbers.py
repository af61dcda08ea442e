"""What a review tells of something by the number that it had in earlier minutes: `30.3 The key of the shed. PB had found it. Closed.`."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.model import Status
from tcsg.reading import sentences
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.naming import split_owners
from tcsg.reading.status import find_status
from tcsg.reading.still import STILL
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_EARLIER = late.compile(r"(?:\d{1,4}[./]){1,2}\d{1,2}[.)]?\s+")
_WHO = late_names(
    r"([A-Z][\w.'’-]{0,30}(?:(?: and | & |/| )[A-Z][\w.'’-]{0,30}){0,2}) (?:[a-z]+ )?(?:reported|had|has|is|was|said|confirmed|no longer)\b"
)
"""Who has seen to it: `PB reported that …`, `Pat Bell had …`."""


_TITLE = late_names(r"(?:(?:The|An?) )?[A-Z(\"“‘'](?:[^:;.!?]|\.(?=\d)){1,90}(?P<sign>[.:]|\s[–—-])\s+(?=[\"“‘']?[A-Z£$€\d])")
"""What a matter is called by, before what is told of it: `Saw guard. One price has come.`."""
_CALLED = late_names(
    r"(?P<head>[A-Z“\"‘'](?:[^:;.!?()–—]|(?<=\w)\.(?=\d)){1,60}?)"
    r"(?:\s\((?P<owners>[A-Z]{2,4}(?:(?:, | & |/| and )[A-Z]{2,4}){0,4})\)[.:]|(?<![–—-])\s[–—-])\s+(?=\S)"
)
"""The same of a matter without a number: `Saw guard (AB). It has come.`, `Saw guard - it has come.`."""
_COMES = late.compile(r"\b(?:comes|meets|arrives|starts|hears?|(?:is|are) (?:coming|due))\b")
"""What says of something that has no initials beside it that it is still to be."""
_TOLD = frozenset(
    "is are was were has have had will would can could might must shall should do does did said says say reported asked to it they he she we".split()
)
"""What has one of these words is a sentence, and no title."""
_WORDS = 8
"""Words of a title."""
_MARK = late.compile(r"\s[*_]{0,3}(?:ACTION|Action)[*_]{0,3}:[*_]{0,3}\s?(?P<owners>[A-Z]{2,4}(?:(?:, | & |/| and )[A-Z]{2,4}){0,4})[*_.]{0,4}$")
_MARKED = 40
"""Characters of such a mark."""
_ORDERS = late.compile(r"\b[A-Z][\w.'’-]{1,20}(?: and [A-Z][\w.'’-]{1,20})? to (?!be\b)[a-z]")
"""What tells somebody to do something: `Ann to order it`."""
_FEW = 3
"""Words of a sentence that only says how far something is."""
_ENOUGH = 400
"""Items of a page in which a margin shows."""
_LEAST = 2
"""Entries that make a margin."""


def has_margin(items: Iterable[Item]) -> bool:
    """Whether the minutes have the initials of who is to do something in their margin: what has none there is over."""
    from tcsg.reading.closing import in_margin  # lazy: as below

    return sum(item.text[-1:].isupper() and in_margin(item.text) is not None for item in islice(items, _ENOUGH)) >= _LEAST


def _beside(text: str) -> re.Match[str] | None:
    """Whose a paragraph says that it is at its end: initials in the margin, or behind a mark, `**Action: AB**`."""
    if "ction" in text[-_MARKED:]:
        return _MARK.search(text)
    from tcsg.reading.closing import in_margin  # lazy: as below

    return in_margin(text) if text[-1:].isupper() else None


def _of_reference(item: Item, names: Names, *, margin: bool) -> Report | None:
    """What a paragraph tells of the matter of earlier minutes to which it refers by their number: `2.5 (3.1) Saw guard. One price has come.`.

    It begins with what the matter is called. With initials in the margin it goes on, and where a page has such a `margin` and it has none there,
    it is over unless it says otherwise.
    """
    beside = _beside(item.text)
    text = plain(item.text[: beside.start()] if beside else item.text)
    title = _TITLE.match(text)
    if title is None or len((head := text[: title.start("sign")]).split()) > _WORDS or not _TOLD.isdisjoint(head.casefold().split()):
        return None
    told = text[title.end() :]
    owners = beside["owners"] if beside else next(filter(None, (_who(told[begin:end], names) for begin, end in sentences.spans(told))), "")
    status = _how_far(told, head, names, open_too=beside is not None, margin=margin)
    return Report(f"{head}: {told}", owners, status, titled=True) if status is not None else None


def _of_title(item: Item, names: Names) -> Report | None:
    """What an item of a review tells of the matter by whose name it begins, where the minutes have initials in the margin of what goes on."""
    beside = _beside(item.text)
    text = plain(item.text[: beside.start()] if beside else item.text)
    called = _CALLED.match(text)
    if called is None or len((head := called["head"]).split()) > _WORDS or not _TOLD.isdisjoint(head.casefold().split()):
        return None
    told = text[called.end() :]
    if any(_ORDERS.search(told, *span) for span in sentences.spans(told)):
        return None  # it has a next step, which is read as such
    owners = called["owners"] or (beside["owners"] if beside else "")
    if owners and not all(map(names.knows, split_owners(owners, names) or ("",))):
        return None
    owners = owners or next(filter(None, (_who(told[begin:end], names) for begin, end in sentences.spans(told))), "")
    status = _how_far(told, head, names, open_too=beside is not None, margin=True)
    status = Status.OPEN if status is Status.DONE and beside is None and _COMES.search(told) else status
    return Report(f"{head}: {told}", owners, status, titled=True) if status is not None else None


def _how_far(told: str, head: str, names: Names, *, open_too: bool, margin: bool) -> Status | None:
    """How far a matter is by all that is told of it; None where nothing tells it."""
    from tcsg.reading.outcome import read_outcome  # lazy: few minutes refer to others
    from tcsg.reading.struck_off import is_dropped

    said = [told[begin:end] for begin, end in sentences.spans(told)]
    states = [find_status(f"{head}: {one}", names.idiom) for one in said]
    found = [state.status if state is not None else read_outcome(one, head, names.idiom) for state, one in zip(states, said, strict=True)]
    if open_too:
        last = found[-1] if said and states[-1] is not None else None
        return last if last is not None and len(said[-1].split()) <= _FEW else Status.OPEN
    if Status.DROPPED in found or any(is_dropped(one.casefold()) for one in said):
        return Status.DROPPED
    if Status.OPEN in found or any(map(STILL.search, said)):
        return Status.OPEN
    return Status.DONE if Status.DONE in found or margin else None


@frozen
class Report:
    """What a review tells of an earlier action: the words for it, whose it is and how far it is."""

    text: str
    owners: str
    status: Status
    titled: bool = False
    """Whether it begins with what its matter is called, or with the number of the paragraph that has it."""


def read_report_of(item: Item, names: Names, *, margin: bool) -> Report | None:
    """What an item of a review reports that has the number of an earlier meeting: what it is about, how that went, and at the end how far it is.

    `margin` says whether the page `has_margin`.
    """
    if item.refers and (report := _of_reference(item, names, margin=margin)) is not None:
        return report
    if not item.refers and item.shape is Shape.BULLET and margin and (report := _of_title(item, names)) is not None:
        return report
    may = "." in (item.marker or item.text[:8])
    numbered = _EARLIER.match(f"{item.marker} " if item.marker else item.text[:16]) if may else None
    if numbered is None:
        return None
    from tcsg.reading.closing import in_margin  # lazy: few reviews go by the numbers of earlier minutes
    from tcsg.reading.members import reads_as_order
    from tcsg.reading.struck_off import drops

    text = item.text if item.marker else item.text[numbered.end() :]
    beside = in_margin(text) if text[-1:].isupper() else None
    told = plain(text[: beside.start()] if beside else text)
    spans = sentences.spans(told)
    ended = find_status(told, names.idiom)
    if len(spans) < 2 or (ended is not None and (ended.start < spans[0][1] - 2 or ended.words.casefold().startswith("no "))):
        return None  # `No further action.`
    if (ended is None and not drops(told)) or reads_as_order(item, names):
        return None
    status = ended.status if ended is not None else Status.DROPPED
    owners = beside["owners"] if beside else next(filter(None, (_who(told[begin:end], names) for begin, end in spans[1:])), "")
    return Report(told[: spans[0][1]].strip(), owners, status)


def _who(sentence: str, names: Names) -> str:
    """Who is known and has seen to it, by the first words of a sentence."""
    match = _WHO.match(sentence.strip())
    owners = split_owners(match[1], names) if match else ()
    return match[1] if match and owners and all(map(names.knows, owners)) else ""


def reported(draft: Draft, status: Status, *, refers: bool) -> Draft:
    """The draft of what was reported; the number of a paragraph that `refers` to another one is only its place."""
    return replace(draft, status=status, titled=True, single=refers, number=None if refers else draft.number)
