"""Whom the words of a cell of actions tell to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.markdown import plain
from tcsg.reading.naming import may_own
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.reading.names import Names


def tells_somebody(text: str, names: Names) -> bool:
    """Whether the words of an action begin with whom they tell to do it."""
    owned = find_owners(text, names, marked=True)
    return owned is not None and (owned.strong or (owned.form == "label" and starts_with_verb(text[owned.end :])))


def is_of_somebody(text: str, names: Names) -> bool:
    """Whether a line of a cell tells somebody to do something, or begins with somebody known and a colon: `AB: one more lamp`."""
    owned = find_owners(text, names, marked=True)
    called = owned is not None and owned.form == "label" and owned.start == 0 and all(map(names.knows, owned.owners))
    return called or tells_somebody(text, names)


def tell_each(lines: Iterable[str], names: Names) -> bool:
    """Whether each line of a cell of actions says itself who is to act, and no `Handbook to printer`."""
    told = [line for line in map(plain, lines) if line]
    return all(tells_somebody(it, names) and (may_own(it.split()[0], names) or _is_told(it)) for it in told)


def _is_told(text: str) -> bool:
    """Whether `to` stands before a verb where it stands behind the first words."""
    head, to, task = text.partition(" to ")
    return not to or ":" in head or starts_with_verb(task)
