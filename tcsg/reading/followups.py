"""Lists of old actions by where they stand: a `Follow-up` above the agenda, and the `Actions` below `Minutes of the previous meeting`."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Section, Status
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.status import find_status
from tcsg.reading.text import words_in
from tcsg.reading.words.pasts import is_past
from tcsg.reading.words.vocabulary import REVIEW_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.model import AgendaItem
    from tcsg.reading.blocks import Block
    from tcsg.reading.drafts import Draft
    from tcsg.reading.status import Told


_FEWEST = 2
"""Actions of a list that is kept."""
_HAS = late.compile(r"\b(?:has|have|had|was|were) (?:(?:now|been|already|since) ){0,2}(\w+)")


def with_reviews(drafts: tuple[Draft, ...], agenda: Sequence[AgendaItem], first: int = 0) -> tuple[Draft, ...]:
    """The drafts; what follows up before the meeting begins is a review of old actions; `first` is the line of what may be the title of all."""
    drafts = _with_tracked(_with_those_above_new(_with_those_of_last_time(drafts, agenda)), agenda)
    opened = {d.block.line for d in drafts if d.block is not None and _follows_up(d.block)}
    if not opened:
        return drafts
    others = {d.block.line for d in drafts if d.block is not None and d.block.section is None and not _follows_up(d.block)}
    begins = max(others | {a.line for a in agenda if a.title.casefold().strip(" :.").startswith("agenda")}, default=0)
    above = min((a.line for a in agenda if a.line != first), default=0)  # where the talk begins
    reviews = {line for line in opened if line < begins or (line <= above and _reports(drafts, line))}
    return tuple(replace(d, block=replace(d.block, section=Section.REVIEW)) if d.block is not None and d.block.line in reviews else d for d in drafts)


def _with_tracked(drafts: tuple[Draft, ...], agenda: Sequence[AgendaItem]) -> tuple[Draft, ...]:
    """The drafts; a list above the talk that says of nearly each of its actions how far it is has been kept since an earlier meeting.

    One with boxes may be ticked after the meeting whose list it is.
    """
    first = drafts[0].block if drafts else None
    if first is None or first.section is not None:
        return drafts
    listed = [d for d in drafts if d.block is not None and d.block.line == first.line]
    if len(listed) < _FEWEST or any(d.kind is Kind.CHECKBOX for d in listed):
        return drafts
    told = [find_status(plain(d.text)) for d in listed]
    ahead = 3 * sum(one is not None and one.start == 0 for one in told) >= 2 * len(listed)
    talked = any(a.line > listed[-1].line for a in agenda)
    if 3 * sum(one is not None for one in told) < 2 * len(listed) or not any(map(_is_sure, told)):
        return drafts
    if not talked and (not ahead or sum(a.line < first.line for a in agenda) > 1):
        return drafts
    return tuple(replace(d, block=replace(d.block, section=Section.REVIEW)) if d in listed and d.block is not None else d for d in drafts)


def _is_sure(told: Told | None) -> bool:
    """Whether something closed an action, or a word at its head says that it is open."""
    return told is not None and (told.status is not Status.OPEN or told.start == 0)


def _reports(drafts: tuple[Draft, ...], line: int) -> bool:
    """Whether a list tells of one of its actions how it went: then that was told to somebody before."""
    from tcsg.reading.outcome import find_outcome  # lazy: few minutes have such a list

    said = [plain(d.text) for d in drafts if d.block is not None and d.block.line == line]
    return any(find_outcome(text) is not None or ((told := _HAS.search(text)) and is_past(told[1])) for text in said)


def _follows_up(block: Block) -> bool:
    """Whether a list has no other name, and nothing else says which actions it is of."""
    return block.section is None and block.title.casefold().replace("-", "").replace(" ", "").removesuffix("items").removesuffix("s") == "followup"


def _with_those_of_last_time(drafts: tuple[Draft, ...], agenda: Sequence[AgendaItem]) -> tuple[Draft, ...]:
    """The drafts; a list that is a point below `Minutes of the previous meeting` is of old actions, where not each agenda item has such a list.

    One that tells what to do with the minutes, `Ann to send the minutes round`, is of today.
    """
    above = [a.line for a in agenda]
    found: dict[int, list[Draft]] = {}
    for d in drafts:
        if d.block is not None and d.block.section is None and d.block.shape is Shape.BULLET:
            n = bisect_right(above, d.block.line - 1)
            if _is_of_last_time(d.point or "") or (0 < n < len(above) and _is_of_last_time(agenda[n - 1].title)):
                found.setdefault(d.block.line, []).append(d)
    if not found:
        return drafts
    places = Counter((b.title.casefold(), b.shape, b.indent) for b in {d.block.line: d.block for d in drafts if d.block is not None}.values())
    old = {
        line
        for line, ds in found.items()
        if (b := ds[0].block) is not None
        and places[b.title.casefold(), b.shape, b.indent] == 1
        and not any("minutes" in d.text.casefold() for d in ds)
    }
    return tuple(replace(d, block=replace(d.block, section=Section.REVIEW)) if d.block is not None and d.block.line in old else d for d in drafts)


def _with_those_above_new(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts; a lone list called `Action items` above `New action items` is of old actions, where half of it or more tells how it went."""
    blocks = {d.block.line: d.block for d in drafts if d.block is not None}
    new = min((line for line, b in blocks.items() if b.section is Section.NEW and b.title.casefold().startswith("new ")), default=0)
    above = [line for line, b in blocks.items() if line < new and b.section is None and not b.deeds and b.shape is Shape.HEADING]
    if len(above) != 1 or any(line < new and line != above[0] for line in blocks):
        return drafts
    old = [d for d in drafts if d.block is not None and d.block.line == above[0]]
    if 2 * sum(bool(d.notes) or d.status is not None for d in old) < len(old):
        return drafts
    return tuple(replace(d, block=replace(d.block, section=Section.REVIEW)) if d.block is not None and d in old else d for d in drafts)


@lru_cache(maxsize=256)
def _is_of_last_time(title: str) -> bool:
    """Whether a title is of the minutes of an earlier meeting: `Approval of the previous minutes`."""
    said = {*words_in(title.casefold())}
    return "minutes" in said and not said.isdisjoint(REVIEW_WORDS)
