"""Who is to do it, set off by emphasis: `**Sam** draft the text`, `… **PB**`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.naming import INITIALS, given_owners, is_sure, split_owners
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_BOLD_LEAD = late.compile(r"\s*(?:\*\*|__)([^*_]{1,60}?):?(?:\*\*|__):?\s+(?=\S)")
_BOLD_NAMES = late.compile(r"\s*(?:(?:\*\*|__)[^*_]{1,40}?:?(?:\*\*|__)\s?(?:,|&|/|\+|and\b|und\b|et\b)\s?){1,5}(?:\*\*|__)[^*_]{1,40}(?:\*\*|__)")
_BOLD_TAIL = late.compile(r"(?<=\s)[*_]{1,3}([^*_]{1,60}?)[*_]{1,3}[.\s]*$")


def bold_owners(raw: str, names: Names) -> tuple[str, ...]:
    """The owners that emphasis sets off at the head or the tail of a task: `**Sam** draft the text`, `… **PB**`."""
    several = _BOLD_NAMES.match(raw)
    if several and (owners := split_owners(plain(several[0]), names)):
        return owners
    lead = _BOLD_LEAD.match(raw)
    led = (split_owners(lead[1], names) or given_owners(lead[1], names)) if lead else ()
    if lead and led and (raw[lead.end()].islower() or _begins_with_verb(raw[lead.end() :]) or all(is_sure(o, names) for o in led)):
        return led
    tail = _BOLD_TAIL.search(raw, max(0, len(raw) - 80))
    owners = split_owners(tail[1], names) if tail and tail.start() else ()
    return owners if all(is_sure(o, names) or INITIALS.match(o) for o in owners) else ()


def _begins_with_verb(text: str) -> bool:
    return text.split(None, 1)[0].casefold().strip(",.:*_") in w.VERBS if text.split() else False
