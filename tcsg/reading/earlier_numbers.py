"""What a review tells of something by the number that it had in earlier minutes: `30.3 The key of the shed. PB had found it. Closed.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.model import Section, Status
from tcsg.reading import sentences
from tcsg.reading.markdown import plain
from tcsg.reading.naming import split_owners
from tcsg.reading.status import find_status
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from tcsg.reading.blocks import Block
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_EARLIER = late.compile(r"(?:\d{1,4}[./]){1,2}\d{1,2}[.)]?\s+")
_WHO = late_names(
    r"([A-Z][\w.'’-]{0,30}(?:(?: and | & |/| )[A-Z][\w.'’-]{0,30}){0,2}) (?:[a-z]+ )?(?:reported|had|has|is|was|said|confirmed|no longer)\b"
)
"""Who has seen to it: `PB reported that …`, `Pat Bell had …`."""


@frozen
class Report:
    """What a review tells of an earlier action: the words for it, whose it is and how far it is."""

    text: str
    owners: str
    status: Status


def read_report_of(block: Block, item: Item, names: Names) -> Report | None:
    """What an item of a review reports that has the number of an earlier meeting: what it is about, how that went, and at the end how far it is."""
    numbered = _EARLIER.match(f"{item.marker} " if item.marker else item.text[:16]) if block.section is Section.REVIEW else None
    if numbered is None:
        return None
    from tcsg.reading.closing import in_margin  # lazy: few reviews go by the numbers of earlier minutes
    from tcsg.reading.struck_off import drops

    text = item.text if item.marker else item.text[numbered.end() :]
    margin = in_margin(text) if text[-1:].isupper() else None
    told = plain(text[: margin.start()] if margin else text)
    spans = sentences.spans(told)
    ended = find_status(told, names.idiom)
    if len(spans) < 2 or (ended is not None and (ended.start < spans[0][1] - 2 or ended.words.casefold().startswith("no "))):
        return None  # `No further action.`
    if ended is None and not drops(told):
        return None
    status = ended.status if ended is not None else Status.DROPPED
    owners = margin["owners"] if margin else next(filter(None, (_who(told[begin:end], names) for begin, end in spans[1:])), "")
    return Report(told[: spans[0][1]].strip(), owners, status)


def _who(sentence: str, names: Names) -> str:
    """Who is known and has seen to it, by the first words of a sentence."""
    match = _WHO.match(sentence.strip())
    owners = split_owners(match[1], names) if match else ()
    return match[1] if match and owners and all(map(names.knows, owners)) else ""
