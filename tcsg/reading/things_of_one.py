"""What a list has for one owner in one line, thing by thing: `Ann: lamp for the pier; tide tables`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.naming import split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.status import read_status
from tcsg.reading.text import spelt_in
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_LABEL = late.compile(r"([^:;]{1,40}): (?=\S)")
_LONGEST = 160
"""Characters of such a line."""
_MOST = 6
"""Words of a thing."""
_NO_THINGS = frozenset(
    """
    a an and also as at but by before after with without for from if in into maybe no not now of on once only or over per preferably see so
    soon still than that the this these those to too until till up urgent via when where which while who
    he her his i it its our she they their them us we you your
    am is are was were be been has have had will would can could may might must shall should do does did
    today tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december asap tbc tbd
    """.split()
)
"""With these begins what is said of the thing before it."""
_TELLING = frozenset("is are was were has have had will would can could must should did does he she it they we i".split())
"""What has one of these is a sentence."""


def things_of_one(text: str, names: Names) -> tuple[str, ...] | None:
    """The things that a line has for the people before its colon, each behind them, where semicolons part nothing else than things."""
    label = _LABEL.match(text) if len(text) < _LONGEST else None
    owners = split_owners(label[1], names) if label else ()
    if label is None or not owners or not all(map(names.knows, owners)):
        return None
    things = [thing.strip(" .") for thing in text[label.end() :].split(";")]
    if not _is_thing(things[0]) or not all(_is_thing(thing) and " " in thing for thing in things[1:]):
        return None
    return tuple(f"{label[1]}: {thing}" for thing in things)


def _is_thing(thing: str) -> bool:
    """Whether words name a thing: they give no order and tell nothing."""
    said = spelt_in(thing.casefold())
    if not 0 < len(said) <= _MOST or said[0] in _NO_THINGS or not _TELLING.isdisjoint(said) or not said[0].isalpha():
        return False
    return not starts_with_verb(thing) and not is_past(said[0]) and said[0] not in w.DONE and read_status(thing) is None
