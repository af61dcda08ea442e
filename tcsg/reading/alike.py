"""Plain lines below each other that begin alike: each is an action, whatever it ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Kind
from tcsg.reading.markdown import plain
from tcsg.reading.notes import own_number
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.shares import closes_told, tells_task, without_status
from tcsg.reading.spoken import is_speech

if TYPE_CHECKING:
    from tcsg.reading.drafts import Draft
    from tcsg.reading.names import Names

_LISTED = (Kind.BLOCK, Kind.SUMMARY)
"""Kinds of what stands in a list without marks."""
_HEADS = ("label", "bracket", "handle")
"""Forms in which somebody stands before a task and no verb tells that it is one."""


def begins_alike(text: str, above: Draft, names: Names) -> bool:
    """Whether a line right below an action is another one, since it begins as that does: with a number, with somebody, or as an order.

    Or it ends as that does, with how far it is. `Ann: sent it. Done.` tells of the action `Bo: the letter`; `Ann: the key. Done.` is one.
    """
    if above.kind not in _LISTED:
        return False
    number, rest = own_number(plain(text))
    if number is not None or above.number is not None:
        return None not in (number, above.number) and number != above.number
    first, task = plain(above.text), without_status(rest, names)
    if starts_with_verb(task):
        return starts_with_verb(first)
    mine, its = find_owners(task, names, marked=True), find_owners(first, names, marked=True)
    if closes_told(rest, names) and closes_told(first, names):
        return True
    if mine is None or its is None or mine.form != its.form or mine.form not in _HEADS or mine.start or its.start:
        return False
    return all(map(names.knows, mine.owners)) and not is_speech(text, names) and tells_task(rest, mine.end, names, first)
