"""Orders that nothing marks but their own words: `Colin to ring the yard`, below whatever topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason
from tcsg.reading.arrows import owners_before_arrow
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.drafts import Draft
from tcsg.reading.markdown import Shape, links, plain
from tcsg.reading.names import TITLES
from tcsg.reading.owners import find_owners
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_LONGEST = 240
"""Characters of such an order; what is longer tells a story."""
_TOPIC = late.compile(r"((?:(?!\. )[^:–—?]){2,60}?)(?::| [–—-])\s+(?=[A-Z@])")
"""`Insurance: Colin to ring the yard`"""

_FIRST = late.compile(r"@?[^\W_][^\s,/&+:]*")


def unmarked_orders(item: Item, text: str, names: Names) -> Iterator[Draft]:
    """What an item tells somebody who was there to do, when it says nothing else; a topic may stand before it."""
    if len(text) > _LONGEST or item.quote or item.boxed or item.shape not in (Shape.BULLET, Shape.LINE):
        return
    if (mark := owners_before_arrow(text, names)) is not None:
        reason = Reason("action", "an arrow behind who is to do it", item.line)
        rest = text[mark.end :]
        yield Draft(
            item.line, item.end, rest, Kind.INLINE, item.indent, mark.owners, links=links(rest), doubt=UNMARKED, reasons=(reason,)
        )  # fmt: skip
        return
    if " to " not in text[:100] or not names.full:
        return
    words = plain(text)
    topic = _TOPIC.match(words)
    if topic and topic[1].casefold() in w.DECISION_MARKS:
        return
    if not (_orders(words, names) or (topic and _orders(words[topic.end() :], names))):
        return
    reason = Reason("action", "somebody who was there is to do something", item.line)
    yield Draft(item.line, item.end, text, Kind.INLINE, item.indent, links=links(text), doubt=UNMARKED, reasons=(reason,))


def _orders(words: str, names: Names) -> bool:
    """Whether words begin with people who are known and what they are to do."""
    first = _FIRST.match(words)
    if first is None or not (names.knows(first[0]) or first[0].casefold().rstrip(".") in TITLES):
        return False  # looking closer is dear
    owned = find_owners(words, names)
    if owned is None or owned.start or owned.form != "to" or not all(map(names.knows, owned.owners)):
        return False
    verb = words[owned.end :].removeprefix(" to ").split(maxsplit=1)[:1]
    return words[owned.end :].startswith(" to ") and bool(verb) and verb[0].casefold() in w.VERBS
