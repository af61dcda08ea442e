"""Who `me` is, where minutes are a log of what people wrote: `**ann** [14:24]` above `**me**: ring the bank`, `<ann> ACTION: me to ring the bank`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.pasted import HEAD

if TYPE_CHECKING:
    from tcsg.reading.markdown import Item

_IN_LOG = late.compile(r"(?:\[?[\d:TZ.+-]{4,25}\]?\s+)?<[@+~]?([\w.|`^-]{1,32})()>\s")
_ABOVE = late.compile(r"(?:\*\*|__)([^*_\n]{2,40})()(?:\*\*|__)[:,]?\s+[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?[\])]?(?=\s|$)")
"""The head of what somebody wrote in a chat: `**ann** [14:24]`."""
_PLAINLY = late.compile(rf"{HEAD}[ \t]*$")
_CLOCK = late.compile(r"\d:\d\d")
"""The hour that it has; few lines do, and this is fast."""
_ME = late.compile(r"[*_\[(]{0,3}(?:me|myself)(?:[*_\])]{0,3}:|[\])]|[*_]{0,3} to )[*_]{0,3}|(?:I['’]ll|I will|I am to|I shall)\s")
_MINE = frozenset(("me", "myself", "i"))


def speaker_in(item: Item, following: Item | None = None) -> str | None:
    """Who wrote an item of a chat, or what is `following` it, if it tells that."""
    text = item.lines[0] if item.lines else ""
    if "<" in text[:30]:
        found = _IN_LOG.match(text)
    elif text[:2] in ("**", "__"):
        found = _ABOVE.match(text) if _CLOCK.search(text) else None
    else:
        heads = (text[-1:] == "M" or text[:1] == "[") and (len(item.lines) > 1 or (following is not None and following.line == item.end + 1))
        found = _PLAINLY.match(text) if heads else None
    return (found[1] or found[2]).strip() if found else None


def is_mine(owners: str) -> bool:
    """Whether the owners that a mark names are whoever writes it: `ACTION on me: …`."""
    return owners.strip(" *_").casefold() in _MINE


def begins_with_me(text: str) -> bool:
    """Whether words tell whoever writes them to do something: `me: ring the bank`, `I'll ring the bank`."""
    return _ME.match(text) is not None
