"""Several people behind one mark, each with a task of their own: `ACTION: Ann (ask the mayor), Bo (cups)`, `AP: Ann - cups; Bo - flags`."""

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

_WHO = r"[*_]{0,3}(?P<who>[A-Z@][\w.’'& ]{0,40}?)[*_]{0,3}"
_ONE = late_names(rf"{_WHO} \((?P<what>[^()]{{3,160}})\)(?:(?:,|;|,? and| &)\s+|[.;\s]*$)")
_DASHED = late_names(rf"{_WHO}\s[–—-]\s(?P<what>[^;,–—]{{3,160}}?)(?:[;,]\s+(?=[*_]{{0,3}}[A-Z@])|[.;\s]*$)")
_ANY_DAY = Calendar(None)
_LEAST = 2
"""People of whom each has a task."""


def each_share(text: str, mark: Mark, names: Names) -> Iterator[tuple[str, Mark]]:
    """The mark before each task with whose it is; nothing where one of the brackets holds somebody's part, a time or how far it is."""
    found, at = [], mark.end
    form = _ONE if text[-8:].rstrip(" .;")[-1:] == ")" else _DASHED
    while (one := form.match(text, at)) is not None and one.end() > at:
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
