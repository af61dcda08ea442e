"""What may stand before the words of an action to tell how far it is: `[done] …`, `DONE: …`, `**DONE** …`, `Done Ann: …`.

Each shape is a pattern of its own: most texts begin like none of them, and few minutes have more than one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.text import late_signs

if TYPE_CHECKING:
    import re

_BOXED = late_signs(r"[*_~\s]*[\[(]\s*([^\[\]()]{1,30}?)\s*[\])][*_:\s-]*")
_IN_BOLD = late_signs(r"(?:\*\*|__)\[?([^*_\[\]:]{2,24})\]?(?:\*\*|__)\s+(?=[^\s:–—-])")
_SHOUTED = late_signs(
    r"[*_]{0,2}((?:DONE|COMPLETED?|CLOSED|DROPPED|CANCELLED|OPEN|ONGOING|PENDING)\b)[*_]{0,2}\s*[:–—-]\s+|((?:DONE|CLOSED|COMPLETED?|CANCELLED|DROPPED)(?=\s)"
    r"|(?:NOT (?:YET )?DONE|IN PROGRESS|ONGOING|OPEN|PENDING|OUTSTANDING|DEFERRED|CARRIED (?:FORWARD|OVER)|WITHDRAWN|SUPERSEDED)"
    r"(?=\s+@?(?:[A-Z][a-z]|[A-Z]{2,4}(?:[/,&] ?[A-Z]{2,4})? to (?!be\b))))\s+"
)
_SHOUTS = frozenset("DO CO CL DR CA OP ON PE NO IN OU DE WI SU".split())
"""With these letters it begins."""
_TICKED = late.compile(r"([✅✔☑✓])\ufe0f?\s*")
_BEFORE_OWNER = late_signs(r"([Dd]one|NEW)(?: \([^()]{1,30}\))?\s+(?=@?[A-Z][\w.'’-]{1,30}(?:(?:,| and| &|/)? ?[A-Z][\w.'’-]{1,30}){0,3}\s?::?\s)")
"""Before the owner: `Done (for now) Ann: order the rope`."""
_LABEL = late_signs(r"[*_]{0,3}([A-Za-z][\w/'’ -]{2,24}?)[*_]{0,3}(?:\s{0,2}:|\s[–—-])[*_]{0,3}\s+(?=\S)")
_SIGN = late.compile(r"[^\w\s*_~\[\](){}<>\"'“”‘’.,:;!?&@#/|+=–—✅✔☑✓-]\ufe0f?\s+(?=[*_]{0,3}[A-Za-z])")
"""A picture before such a word: `🚫 cancelled: …`."""
_TICKS = frozenset("✅✔☑✓")
_SIGNS = frozenset("([:–—-") | _TICKS
"""One of these is in what tells a status but for a bare DONE and for what is bold."""
_HEAD = 40
"""Letters among which the sign stands."""


def find_ahead(text: str) -> tuple[str, int, str] | None:
    """The phrase before the words of an action that may tell how far it is, where it ends, and its form: `boxed`, `bold`, `label` or none."""
    if not text[:1].isascii() and (sign := _SIGN.match(text)) is not None and (found := find_ahead(text[sign.end() :])) is not None:
        phrase, end, form = found
        return phrase, sign.end() + end, form
    head = text[:_HEAD]
    signs = "(" in head or "[" in head or ":" in head or "-" in head or not (head.isascii() or _SIGNS.isdisjoint(head))
    if not (signs or "DONE" in head or head[:4].isupper() or text[:2] in ("**", "__")):
        return None
    if ("[" in text or "(" in text) and (lead := _BOXED.match(text)) is not None:
        return lead[1], lead.end(), "boxed"
    if text[:2] in ("**", "__") and (lead := _IN_BOLD.match(text)) is not None:
        return lead[1], lead.end(), "bold"
    if (lead := _word(text)) is not None:
        return next(filter(None, lead.groups())), lead.end(), ""
    lead = _LABEL.match(text) if signs else None
    return (lead[1], lead.end(), "label") if lead is not None else None


def _word(text: str) -> re.Match[str] | None:
    """A word in capitals, a tick, or a word before the owner."""
    if text[:4].lstrip("*_")[:2] in _SHOUTS and (shouted := _SHOUTED.match(text)) is not None:
        return shouted
    if text[:1] in _TICKS:
        return _TICKED.match(text)
    return _BEFORE_OWNER.match(text) if text.startswith(("Done", "done", "NEW")) else None
