"""Who is to do it, set off by emphasis: `**Sam** draft the text`, `… **PB**`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import INITIALS, given_owners, is_group, is_sure, split_owners
from tcsg.reading.owners import find_owners
from tcsg.reading.titled import is_called
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_BOLD_LEAD = late.compile(r"\s*(?:\*\*|__)([^*_]{1,60}?):?(?:\*\*|__):?(?:\s\([^()]{1,60}\):)?\s+(?=\S)")
_BOLD_NAMES = late.compile(r"\s*(?:(?:\*\*|__)[^*_]{1,40}?:?(?:\*\*|__)\s?(?:,|&|/|\+|and\b|und\b|et\b)\s?){1,5}(?:\*\*|__)[^*_]{1,40}(?:\*\*|__)")
_BOLD_TAIL = late.compile(r"(?<=\s)[*_]{1,3}([^*_]{1,60}?)[*_]{1,3}(?=[.\s]*$|\s+[📅⏳🛫➕✅❌⏫🔼🔽🔺⏬🔁])")
_BOLD_BRACKET = late.compile(r"\((?:\*\*|__)([^*_()]{1,60})(?:\*\*|__)\)")

_TOPIC = late.compile(r"(?::[a-z0-9_+-]{1,40}:\s*)?(?:\*\*|__)([^*_]{3,100})(?:\*\*|__)[.:]?\s+(?=[A-Z@])")
"""What it is about, in bold before who is to do what: `**The lease** Ann to renew it`."""
_CLAUSE = late.compile(r"(?:\*\*|__)[^*_]{3,100}(?:\*\*|__)\s+[–—-]{1,2}\s+[*_]([^*_]{2,120})[*_]$")
"""The task in bold, and behind a dash in italics who sees to it: `**A lamp for the shed** — *Ann brings one*`."""


def behind_topic(raw: str, names: Names) -> tuple[str, ...]:
    """The known people who are to do it, behind what it is about in bold, or those whom a clause in italics tells behind the task."""
    if raw[-1:] in ("*", "_") and (clause := _CLAUSE.match(raw)) is not None:
        return _who(plain(clause[1]), names)
    topic = _TOPIC.match(raw) if "**" in raw[:80] else None
    if topic is None or split_owners(topic[1], names):
        return ()
    owned = find_owners(plain(raw[topic.end() :]), names, marked=True)
    told = owned is not None and owned.start == 0 and owned.form == "to" and all(map(names.knows, owned.owners))
    return owned.owners if owned is not None and told else ()


def _who(clause: str, names: Names) -> tuple[str, ...]:
    """Those whom a clause behind a task says to do it, and how: `Ann brings one`, `the crew`."""
    if owners := split_owners(clause, names):
        return owners if all(is_sure(o, names) or is_group(o) or is_given(o.split()[0]) for o in owners) else ()
    owned = find_owners(clause, names, marked=True)
    if owned is not None and owned.start == 0:
        return owned.owners
    first, verb, *_ = [*clause.split(maxsplit=2), "", ""]
    does = verb[-1:] == "s" and verb.removesuffix("s") in w.VERBS
    return (first,) if does and first.istitle() and first.casefold() not in w.VERBS | w.NO_NAMES | w.NOTHING | w.NOBODY else ()


def bold_owners(raw: str, names: Names) -> tuple[str, ...]:
    """The owners that emphasis sets off at the head or the tail of a task: `**Sam** draft the text`, `… **PB**`."""
    several = _BOLD_NAMES.match(raw)
    if several and (owners := split_owners(plain(several[0]), names)):
        return owners
    lead = _BOLD_LEAD.match(raw)
    if lead and raw.rstrip(" .")[-1:] in (")", "]"):
        from tcsg.reading.behind import left_open  # lazy: few tasks end in brackets

        lead = lead if not left_open(raw) else None
    led = (split_owners(lead[1], names) or given_owners(lead[1], names)) if lead else ()
    if lead and led and (raw[lead.end()].islower() or _begins_with_verb(raw[lead.end() :]) or all(is_sure(o, names) for o in led)):
        return led
    tail = _BOLD_TAIL.search(raw, max(0, len(raw) - 80))
    owners = split_owners(tail[1], names) if tail and tail.start() else ()
    return owners if owners and all(is_sure(o, names) or INITIALS.match(o) or is_given(o.split()[0]) for o in owners) else bracketed_bold(raw, names)


def bracketed_bold(raw: str, names: Names, *, marked: bool = False) -> tuple[str, ...]:
    """The owners that bold brackets set off wherever they stand: `Keep the log in the shed (**Sam and Ivy**), by year`.

    `marked` when something else already says that it is a task.
    """
    found = _BOLD_BRACKET.findall(raw) if "(**" in raw or "(__" in raw else ()
    parts = [split_owners(told, names) for told in found]
    owners = tuple(dict.fromkeys(o for part in parts for o in part))
    called = any(is_sure(o, names) or is_given(o.split()[0]) or (marked and is_called(o, names)) for o in owners)
    return owners if all(parts) and called else ()


def _begins_with_verb(text: str) -> bool:
    return text.split(None, 1)[0].casefold().strip(",.:*_") in w.VERBS if text.split() else False


def is_bold_title(item: Item, following: Item | None) -> bool:
    """Whether a line in bold stands above a list, and tells nobody to do anything itself."""
    bold = item.shape is Shape.LINE and item.text[:2] == item.text[-2:] == "**" and len(item.lines) == 1 and " to " not in item.text
    return bold and following is not None and following.shape is Shape.BULLET
