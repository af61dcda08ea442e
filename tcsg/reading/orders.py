"""Whether words read as an order: `Circulate the list`, `Pia – sweep the yard`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.naming import split_owners
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_LONG = 60
"""Words of which no secretary makes one action."""
_MODALS = frozenset("will i'll i’ll please".split())
"""What may stand before the verb of a promise or a request: `Will ask the bank`."""
_STATED = frozenset("is are was were has had isn't aren't wasn't".split())
"""Behind a word that may be a verb they make it a thing."""
_HEADED = late_names(r"(?:[A-Z][\w.’'&/+-]{0,30}(?: [\w.’'&/+-]{1,30}){0,2}(?:\s[–—-]|:)|[a-z][\w-]{1,20}:)\s+(\S.*)")
_DASHED = late_names(r"[*_]{0,2}([A-Z@][\w.'’&/, +-]{0,30}?)[*_]{0,2}\s+[–—-]{1,2}\s+\S")

_CLOCK = late.compile(r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:\s?(?:[–—-]|to)\s?\d{1,2}[:.h]\d\d)?\s?(?:am|pm|h|uhr)?\b", re.IGNORECASE)


def is_labelled_order(item: Item) -> bool:
    """Whether a short name or topic stands before an order: `Pia – sweep the yard`."""
    label = _HEADED.match(plain(item.text[:200]))
    return label is not None and starts_with_verb(label[1])


def is_programmed(item: Item) -> bool:
    """Whether an item is a point of a programme that tells when each begins, and who speaks: `6:55 The greenway - Pia to present it`."""
    return item.text[:1].isdigit() and _CLOCK.match(item.text) is not None


def is_dashed(line: str, names: Names) -> bool:
    """Whether a line begins with somebody before a dash: `Ann - the hall`."""
    found = _DASHED.match(line)
    return found is not None and bool(split_owners(found[1], names))


def starts_with_verb(text: str) -> bool:
    """Whether a text begins as an order does: `Circulate the list`."""
    first, *more = [word.casefold().strip(",.:") for word in text.split(None, 2)[:2]] or [""]
    if "/" in first:
        return all(word in w.VERBS for word in first.split("/"))  # `Merge/close the list`
    if first in w.VERBS and more and more[0] in _STATED:
        return False  # `Paint is low`
    return first in w.VERBS or (first in _MODALS and more[0:1] != [] and more[0] in w.VERBS)


def is_told(text: str) -> bool:
    """Whether what stands behind somebody and a colon is an order: `Ann: ring the bank`, `Ann: to ring the bank`."""
    if text.startswith("to "):
        return text[3:].split(None, 1)[:1] not in ([], ["the"], ["a"], ["be"])
    return starts_with_verb(text)


def orders(text: str) -> bool:
    """Whether a text of an action's length begins as an order does, a topic before it or not."""
    if len(text.split()) > _LONG:
        return False
    return any(words.split(None, 1)[:1] and words.split(None, 1)[0].casefold().strip(",.:*_") in w.VERBS for words in (text, text.partition(": ")[2]))
