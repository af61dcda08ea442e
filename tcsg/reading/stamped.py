"""Bullets with how far they are in capitals at their head, whose they are told as well: `NEW Ann: a quote`, `WIP: paint the shed (Ann)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import INITIALS, split_owners
from tcsg.reading.owners import find_owners
from tcsg.reading.status import leading_status, read_status

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_BRACKETS = late.compile(r"\s\((?P<who>[^()]{2,60}?)(?:\s?[:,;]|\s[–—-])?(?:\s[^()]{1,200})?\)(?=$|[\s.:–—-])")
"""Whose it is, in brackets behind a task, with or without what is said of it: `(Ann)`, `(Ann - the paint has come)`."""


def stamped(item: Item, names: Names) -> str | None:
    """How far it is, in capitals before somebody known whose task it is, in whatever list: `NEW Ann: a quote`, `[DONE] Ann: a quote`.

    Whose it is may stand behind the task as well: `DONE: oil the hinges (Ann)`.
    """
    bracketed = item.text[:1] == "["
    listed = item.shape is Shape.BULLET or (bracketed and item.shape is Shape.LINE)
    if not listed or not item.text[bracketed : 3 + bracketed].isupper() or ":" not in item.text[:60]:
        return None
    status = leading_status(item.text, names.idiom)
    if status is None or not status.words.isupper():
        return None
    rest = plain(item.text[status.end :])
    owned = find_owners(rest, names, marked=True)
    mine = owned is not None and owned.start == 0 and owned.form == "label" and all(names.knows(o) or INITIALS.match(o) for o in owned.owners)
    if mine and owned is not None and owned.end < len(rest):
        return status.words
    return status.words if rest[:1].isalpha() and owner_behind(rest, names) else None


def owner_behind(text: str, names: Names) -> tuple[str, ...]:
    """The people known whom brackets behind a task name, perhaps with what is said of it: `oil the hinges (Ann - done)`."""
    found = _BRACKETS.search(text) if "(" in text else None
    who = found["who"] if found is not None else ""
    owners = split_owners(who, names) if who and read_status(who, names.idiom) is None else ()
    return owners if owners and all(map(names.knows, owners)) else ()


def without_remark(text: str, names: Names) -> str:
    """A task without what stands beside its owner in the brackets behind it: `oil the hinges (Ann - they squeak)` is `oil the hinges (Ann)`."""
    found = _BRACKETS.search(text) if "(" in text else None
    return f"{text[: found.end('who')]}){text[found.end() :]}" if found is not None and owner_behind(text, names) else text
