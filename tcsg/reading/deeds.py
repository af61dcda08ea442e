"""Titles of what has been done since the last meeting, in minutes that list actions as well: `What was done`, `Since last time`."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Section, Status
from tcsg.reading.arrows import leading_arrow
from tcsg.reading.headings import Opening, read_opening
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.marks import lead_mark
from tcsg.reading.numbering import unnumbered
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.partial import tells_part
from tcsg.reading.parts import CALENDAR
from tcsg.reading.promised import is_share
from tcsg.reading.text import spelt_in
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.drafts import Draft
    from tcsg.reading.names import Names

_TITLE = 60
"""Characters of a title."""
_ENOUGH = 200
"""Items below a title that tell what it heads."""
_WORD = late.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SINCE = frozenset("since seit depuis".split())
"""With one of these begins a title of what has happened, be it done or not: `Since last time`."""
_HOW = frozenset("how did".split())
"""With one of these begins a title that asks what has become of all, be it done or not: `How we did since May`, `Did we do what we said`."""
_WENT = frozenset("did do doing went go going got get getting gone coming came fared far done".split())
"""What such a title asks."""
_ASKED = frozenset("how we i you they everybody everyone on along with did do it things not or said promised wanted meant would what all so".split())
_BACK = frozenset("since last previous said promised".split())
"""What tells that it asks after tasks."""
_DONE = frozenset(
    "done did completed closed resolved finished accomplished achieved erledigt erledigte geschafft fait faites réalisé terminé".split()
)
_AROUND = frozenset(
    """
    what things work jobs tasks promises was were has have had been we got is are it since from at the our last previous past meeting meetings call
    time session month week fortnight year by now so far already who which that in between up to date and of ticked off
    was wurde wurden ist haben wir seit der letzten sitzung dem treffen schon bereits ce qui a été depuis la dernière réunion séance déjà
    """.split()
)
"""The other words of such a title."""
_TELLS = late.compile(r"\b(?:has|have|had|was|were|is|are|been|got|went|came|no longer|hat|haben|wurde|wurden|ist|sind|a été|ont|est)\b")
_FIRST = 12
"""Words of a report among which its verb is."""
_NOT_YET = late.compile(
    r"\b(?:not yet|yet to|still (?!a\b)|will|would|should|to be|has to|have to|needs? to|pending|await\w*|waiting|ongoing|in progress|almost|nearly"
    r"|noch|teilweise|pas encore|en cours)\b"
)
"""What says of a report that the thing itself has still to be done."""


_TO_GO = late.compile(r"\b(?:will|would|should|must|ha(?:s|ve) to|needs? to|to be|(?:is|are|was|were) to|no|not)\b")
"""What says that something is to happen, or is missing: `Forms are to go out`."""
_FURTHEST = 500
"""Items before and behind a title among which the other list of actions stands."""


def opens_deeds(items: Sequence[Item], n: int, names: Names) -> Opening | None:
    """The opening that a title such as `What was done` is, where half of the list below it reports, and the minutes list actions elsewhere."""
    item = items[n]
    if item.shape not in (Shape.HEADING, Shape.LINE) or len(item.lines) > 1 or len(item.text) > _TITLE:
        return None
    title = unnumbered(plain(item.text)).strip(" :.!")
    if (_DONE | _SINCE | _HOW).isdisjoint(spelt_in(title.casefold())):
        return None  # most titles
    said = _WORD.findall(title.casefold().rstrip("?"))
    asked = _asks(said)
    since = asked or (said[:1] and said[0] in _SINCE and _DONE.isdisjoint(said))
    known = _DONE | _AROUND | CALENDAR | (_WENT | _ASKED if asked else frozenset())
    if (not since and _DONE.isdisjoint(said)) or not all(word in known or word[0].isdigit() for word in said):
        return None
    below = list(takewhile(lambda it: it.shape is Shape.BULLET, items[n + 1 : n + 1 + _ENOUGH]))
    outer = [it for it in below if it.indent == below[0].indent]
    if len(outer) < (1 if len(said) > 1 else 2) or 2 * sum(_reports(it, names) for it in outer) < len(outer):
        return None
    shared = asked and 2 * sum(is_share(it, names) for it in outer) >= len(outer)
    back = not (_BACK | CALENDAR).isdisjoint(said)
    if asked and not (shared or back):
        return None  # people may say how a fair went
    around = range(max(0, n - _FURTHEST), min(len(items), n + _FURTHEST))
    if not (shared and back) and not any(_lists_actions(items[k], names) for k in around if k != n):
        return None
    return Opening(title, actions=True, status=Status.OPEN if since else Status.DONE, section=Section.REVIEW, deeds=not since)


def _asks(said: Sequence[str]) -> bool:
    """Whether a title asks what people did with what they were to do: `How we did since May`, `How it went`."""
    return said[:1] != [] and said[0] in _HOW and not _WENT.isdisjoint(said[1:])


def _reports(item: Item, names: Names) -> bool:
    """Whether an item tells what somebody has done or what came of it, or whose task it was."""
    text = plain(item.text)
    if text[-1:] == "?" or text[-1:] == ":":
        return False
    words = text.casefold().split()[:_FIRST]
    told = _TELLS.search(" ".join(words)) is not None or any(is_past(word) or word in w.FINISHED for word in (x.strip(".,;:()") for x in words))
    return (told and not starts_with_verb(text.partition(": ")[2] or text)) or is_share(item, names) or leading_arrow(item.text, names) is not None


def tells_state(text: str, above: str, names: Names) -> bool:
    """Whether what stands below an action, with somebody behind it, only tells how things stand: `The mill has sent two (Ann)`.

    The action `above` tells somebody to do something; below a topic such words may be a task.
    """
    said = " ".join(text.casefold().split()[:_FIRST])
    if _TELLS.search(said) is None or starts_with_verb(text) or " that " in said or " which " in said:
        return False
    ordered = starts_with_verb(above) or find_owners(above, names, marked=True) is not None
    return ordered and _TO_GO.search(said) is None


def _lists_actions(item: Item, names: Names) -> bool:
    """Whether an item is the title of a list of actions, or is marked as one."""
    if item.shape in (Shape.ROW, Shape.RULE) or len(item.lines) > 1:
        return False
    opening = read_opening(item.text, names.idiom)
    if opening is not None and opening.actions and not opening.review:
        return True
    return lead_mark(item.text, names.idiom) is not None or leading_arrow(item.text, names) is not None


def tells_deeds(draft: Draft) -> bool:
    """Whether a draft stands below such a title."""
    return draft.block is not None and draft.block.deeds


def by_place(draft: Draft) -> Status:
    """How far an action is of which nothing tells: open, but for a report below such a title that leaves nothing to be done."""
    if not tells_deeds(draft):
        return Status.OPEN
    said = plain(draft.text).casefold()
    return Status.OPEN if _NOT_YET.search(said) or tells_part(said) else Status.DONE
