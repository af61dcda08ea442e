"""Orders in capitals: `ANN AND BO TO ASK THE BANK`, `ANN (ask the bank)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.marks import Mark
from tcsg.reading.naming import split_owners
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_ORDER = late_names(r"[*_]{0,3}(?P<owners>[A-Z][A-Z.'’&/, -]{1,60}?)[*_]{0,3}\s+(?:TO|WILL|SHALL|MUST)\s+(?=(?P<verb>[A-Z]{2,20})\b)")
_ASIDE = late_names(r"[*_]{0,3}(?P<owners>[A-Z][A-Z.'’&/, -]{1,60}?)[*_]{0,3}\s+\((?:to\s+)?(?=(?P<verb>[a-z]{2,20})\s[^()]{2,200}\)[\s.]*$)")
_HEAD = 40
"""Characters of such an order that must all be capitals."""


def shouted_mark(text: str, names: Names) -> Mark | None:
    """The mark that capitals are, of somebody known or everybody, before what these are to do."""
    if not text[:4].lstrip("*_")[:2].isupper():
        return None
    match = _ORDER.match(text) if text[:_HEAD].isupper() else _ASIDE.match(text) if " (" in text[:80] else None
    if match is None or match["verb"].casefold() not in w.VERBS:
        return None
    named = match["owners"].replace(" AND ", " and ")
    owners = split_owners(named, names)
    known = bool(owners) and all(names.knows(o) or o.casefold() in w.EVERYBODY for o in owners)
    return Mark(match["owners"], 0, match.end(), named) if known else None
