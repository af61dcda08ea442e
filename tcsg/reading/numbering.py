"""Numbers and places on the agenda that stand before a title: `3. Takeaways`, `Item 7: Action items`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_NUMBERING = late.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}[.)]?|(?:[a-zA-Z]|[ivxIVX]{2,4})[.)]|\([a-z0-9]{1,2}\)|#{1,6})\s+")
PLACES = (
    *map("{} ".format, "item section part topic punkt point".split()),
    *("agenda item", "topic:", "item:", "subject:", "appendix", "annex", "attachment", "top"),
)
"""With these begins where on the agenda a title stands."""
BEFORE_COLON = (":", *PLACES)
"""What begins so may have a colon before its title."""
PLACE = late.compile(
    r"(?:(?:item|section|part|topic|agenda item|appendix|annexe?|attachment) (?:\d{1,2}|[A-Z])(?: ?[:.)–—-]) *"
    r"|(?:topic|item|subject|agenda item|appendix|annexe?|attachment): +"
    r"|(?:(?-i:TOP)|punkt|point) ?\d{1,2}(?:\.\d{1,2})?(?: ?[:.)–—-])? *)(?=\w)",
    re.IGNORECASE,
)
"""Where on the agenda the title stands: `Item 7: Action items`, `Topic: action review`."""

_SCOPED = late.compile(r"\d[./-]\d")
_CALLED = late.compile(r"(?i:A|AI|AP|AR|action)[-.#]?(?=\d)")
"""The letters that only call a number that of an action: `A-134`, `ACTION-134`."""


def bare_number(cite: str) -> str:
    """A committee's own number without the letters that call it that of an action."""
    called = _CALLED.match(cite)
    return cite[called.end() :] if called else cite


def is_scoped(number: str) -> bool:
    """Whether a committee's number tells the meeting or the topic as well, as `58.3` and `2024/7` do: no two lists share it by chance."""
    return _SCOPED.search(number) is not None


def runs_on(number: str) -> bool:
    """Whether the number of a paragraph is of a count that runs on from meeting to meeting: `OS/7`, `137/31`, but not `3.1`."""
    return number[:1].isalpha() or "/" in number


def tells_itself(number: str) -> bool:
    """Whether a committee's number means one action whatever is said of it: it is scoped, or has a letter and is of a long count, as `A75`."""
    return is_scoped(number) or (number[0].isalpha() and len(bare_number(number)) > 1)


def unnumbered(title: str) -> str:
    """A title without the sign or number before it: `📌 Takeaways`, `3. Takeaways`."""
    if not title[:1].isalnum():
        title = title.lstrip("".join({c for c in title[:4] if not c.isalnum()}))
    numbered = not title[:1].isalpha() or "." in title[:5] or ")" in title[:5]
    return title[numbering.end() :] if numbered and (numbering := _NUMBERING.match(title)) else title


def share_number(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two actions bear the same number."""
    return not {*map(bare_number, one)}.isdisjoint(map(bare_number, other))


def are_numbered_apart(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two actions both bear numbers, and none in common."""
    return bool(one) and bool(other) and not share_number(one, other)
