"""What a review tells of: an item that names an action and says how far it is, though it gives no order: `Torn sail - ongoing`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import split_owners
from tcsg.reading.shares import names_task, without_status
from tcsg.reading.status import find_status, leading_status, read_status
from tcsg.reading.strikes import UNDONE_SIGNS

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_LONG = 160
"""Characters of what names an action, or of a sentence with its owner in brackets at its end."""


def tells_of_action(item: Item, names: Names) -> bool:
    """Whether an item names an action and how far that is, or whose it is, and what is said of it stands behind.

    `DONE: the paint for the fence`, `Torn sail (Bo). Will do it soon.`, or the words of the task with `Done.` on the line below.
    """
    if item.shape is Shape.ROW or not item.lines:
        return False
    return _is_told(item, names) or tells_whose(item, names)


def _is_told(item: Item, names: Names) -> bool:
    if len(item.lines) > 1 and read_status(plain(item.lines[-1]), names.idiom) is not None:
        return names_task(" ".join(item.lines[:-1]), names)
    text = item.text
    if text[:1] in UNDONE_SIGNS:
        return names_task(text[1:], names)
    told = find_status(text, names.idiom)
    if told is None:
        return False
    task = text[told.end :] if told.start == 0 else text[: told.start]
    return len(task) <= _LONG and names_task(task, names)


def tells_whose(item: Item, names: Names) -> bool:
    """Whether the first line or sentence closes with somebody known in brackets: `Torn sail (Bo). The cloth has come.`."""
    first = item.lines[0] if len(item.lines) > 1 else item.text.partition(". ")[0]
    head, opened, whose = plain(without_status(first[:_LONG], names)).rstrip(" .").rpartition(" (")
    owners = split_owners(whose[:-1], names) if opened and whose[-1:] == ")" and ":" not in whose else ()
    return bool(owners) and all(map(names.knows, owners)) and names_task(head, names)


def begins_as_told(text: str, above: str, names: Names) -> bool:
    """Whether how far it is stands before the words of an action and of the one above it: `DONE: the paint`, then `ONGOING: the sail`."""
    told, before = leading_status(text, names.idiom), leading_status(above, names.idiom)
    return told is not None and before is not None and names_task(text[told.end :], names)
