"""Words set off within an action that may tell how far it is, with a remark behind them: `… **DONE**, see the list`, `… ✔ (two of three)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOLD = late.compile(r"\s(?:\*\*|__)([^\W\d_][^*_:]{1,24}?)(?:[.!](?:\*\*|__)(?=\s)|(?:\*\*|__)(?=[.!,;(]|\s[–—(-]))")
_SENTENCE = late.compile(r"(?<=[.!?;)])\s[*_]{1,3}([A-Z][a-z]{3,12}(?: [a-z]{2,10})?)(?=\s[–—-]\s|[:;.,]\s)[^*_]{1,140}[*_]{1,3}[\s.]*$")
"""A last sentence in emphasis that begins with how far it is: `… *Closed – the list is in the folder.*`."""
_TICKED = late.compile(r"\s([✅✔☑✓❌✖🚫])\s*(?=[(\[][^()\[\]]{1,100}[)\]][\s.]*$)")
_TICKS = frozenset("✅✔☑✓❌✖🚫✗✘")
CROSSES = frozenset("✗✘❌")
TICKED = frozenset("✓✔☑")
SIGNS = TICKED | frozenset("✗✘✖❌½⏳⌛🚧")
"""What stands before a task for how far it is."""
LEAST = 3
"""Lines with such a sign that are a list."""
_AMID = late.compile(r"(?<=[\w)])\s([✅✔☑✓✗✘❌])\ufe0f?\s+(?=\w[^✅✔☑✓❌✖✗✘]{1,100}$)")
"""A tick or a cross with more words behind it: `café ✓ open on Sundays`."""
_BEHIND_DASH = late.compile(r"(?<=[\w)\]\"'”’*~])\s[–—-]{1,2}\s*[*_]{0,2}([✅✔☑✓✗✘❌])\ufe0f?[*_]{0,2}[\s:,;.–—-]+(?=[^\W_])")
"""A tick or a cross behind a dash, before what is told of it: `café – ✓ open on Sundays`, `café – ✗ no answer`."""
_SAID_OF_A_SIGN = frozenset(
    "a an the and or as of with by to no not mark sign tick box boxes ticks signs marks der die das ein eine mit un une le la".split()
)
"""Words before a sign that is a thing: `put a ✓ on the form`."""
_TASK = 3
"""Words of a task at the least, where no owner and comma stand before it."""
_OWNED = late.compile(r", [a-z]")
_MOST = 160
"""Characters of a remark."""
CHEERS = late.compile(
    r"(?<=\w)[\s,!.–-]+(?:yay|hooray|hurra[yh]|woohoo|woo+t?|finally|thanks?(?: \w+)?|thank you|great|nice|congrats|cool|:-?[)D]"
    r"|:[a-z0-9_+-]{1,30}:|[^\w\s.,;:!?()-]\ufe0f?)[\s!.]*$",
    re.IGNORECASE,
)
"""A cheer behind a report: `done yay`, `Finished, thanks!`."""

REMARK = late.compile(r"(?<=[\w)\],’'\"]) \*(?!\*)([^*\n]{2,300})\*$")
"""What is told of a task in italics behind it."""


def set_off(text: str) -> Iterator[tuple[str, int, str]]:
    """The words or the sign, where they begin, and the remark behind them; the last first."""
    at = max(0, len(text) - _MOST)
    found = list(_BOLD.finditer(text, at)) if "**" in text[at:] or "__" in text[at:] else []
    if text.rstrip(" .")[-1:] in ("*", "_") and (last := _SENTENCE.search(text, at)) is not None:
        found.append(last)
    ticked = not (text.isascii() or _TICKS.isdisjoint(text[at:]))
    found += _TICKED.finditer(text, at) if ticked else ()
    if not found and ticked and (tick := _AMID.search(text, at)) is not None:
        found = [tick] if text[: tick.start()].rsplit(None, 1)[-1].casefold() not in _SAID_OF_A_SIGN else []
    for match in reversed(found):
        yield match[1], match.start(), text[match.end(1) :]


def signed(text: str) -> tuple[bool, int, str] | None:
    """Whether a tick stands behind the task and a dash, and not a cross, where the dash stands, and what is told behind the sign."""
    if text.isascii() or _TICKS.isdisjoint(text):
        return None
    found = _BEHIND_DASH.search(text)
    told = text[: found.start()] if found is not None else ""
    if len(told.split()) < _TASK and not _OWNED.search(told):
        return None  # `Ann – ✓ paint the hall`
    return (found[1] not in CROSSES, found.start(), text[found.end() :]) if found is not None else None
