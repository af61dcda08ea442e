"""Several people behind one mark, each with a task of their own in brackets: `ACTION: Ann (ask the mayor), Bo (cups)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.reading.dates import Calendar
from tcsg.reading.markdown import plain
from tcsg.reading.naming import is_group, split_owners
from tcsg.reading.notes import time_alone
from tcsg.reading.person import is_role
from tcsg.reading.status import read_status
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.marks import Mark
    from tcsg.reading.names import Names

_ONE = late_names(r"[*_]{0,3}(?P<who>[A-Z@][\w.’'& -]{0,40}?)[*_]{0,3} \((?P<what>[^()]{3,160})\)(?P<sign>(?:,|;|,? and| &)\s+|[.;\s]*$)")
_ANY_DAY = Calendar(None)
_LEAST = 2
"""People of whom each has a task."""


def each_share(text: str, mark: Mark, names: Names) -> Iterator[tuple[str, Mark]]:
    """The mark before each task with whose it is; nothing where one of the brackets holds somebody's part, a time or how far it is."""
    found, at = [], mark.end
    while (one := _ONE.match(text, at)) is not None:
        found.append(one)
        at = one.end()
    if at < len(text) or len(found) < _LEAST or not all(_is_share(one["who"], one["what"], names) for one in found):
        return
    for one in found:
        yield text[: mark.end] + one["what"], replace(mark, owners=one["who"])


def _is_share(who: str, what: str, names: Names) -> bool:
    owners = split_owners(plain(who), names)
    if not owners or not all(names.knows(o) or is_group(o) for o in owners):
        return False
    told = plain(what)
    return not (is_role(told) or split_owners(told, names) or time_alone(told, _ANY_DAY) is not None or read_status(told, names.idiom) is not None)
