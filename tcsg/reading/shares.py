"""Somebody's share of what is handed out: `Hal: the first chapter`, and what somebody only says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.status import read_report
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_LONG = 200
"""Characters of a share."""


def is_speech(text: str) -> bool:
    """Whether a text tells at length what somebody said: `Hal: The log would be good to have, but …`."""
    head, colon, said = text.partition(": ")
    words = said.split()
    return bool(colon) and len(head.split()) <= 2 and len(words) >= 8 and not starts_with_verb(said) and words[0] not in ("to", "will")


def is_share_of(item: Item, names: Names) -> bool:
    """Whether an item is the share of somebody known, or called by a given name, of what is handed out above it."""
    text = plain(item.text)
    owned = find_owners(text, names, marked=True)
    if owned is None or owned.form != "label" or owned.start != 0:
        return False
    if not all(names.knows(o) or is_given(o.split()[0]) for o in owned.owners):
        return False
    return not is_speech(text) and read_report(text, names.idiom) is None


_SPEAKING = frozenset(
    "i i'm i’m i've i’ve we we're yes no yeah ok okay so but and well maybe it that this there they is are was what why how thanks +1".split()
)
"""With these words begins what somebody says, and no task."""


def is_labelled(item: Item | None, names: Names) -> bool:
    """Whether a paragraph has somebody's name and a colon or dash before a few words: `Yrsa: the map`."""
    if item is None or item.shape is not Shape.LINE or len(item.text) > _LONG:
        return False
    text = plain(item.text)
    owned = find_owners(text, names, marked=True)
    if owned is None or owned.form != "label" or owned.start != 0 or any(" " in o and not names.knows(o) for o in owned.owners):
        return False
    said = text[owned.end :].split(None, 1)
    return bool(said) and said[0].casefold().strip(",.!") not in _SPEAKING and read_report(text, names.idiom) is None
