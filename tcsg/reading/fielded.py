"""Tasks that only their fields mark: `Buy batteries`, and below it `Owner: Ann` and `When: 25 May`."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tcsg.reading.labelled import fields_below, is_field, read_field, tagged
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import split_owners

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.names import Names

_NEAR = 6
"""Bullets below a task among which its fields stand."""
_OWNING = ("owner", "owned by", "assign", "respons", "action by", "verantwortlich", "zuständig")
"""One of these the field of an owner has."""
_STATES = ("status", "statut")
_HEAD = 24
"""Characters in which a field has its colon."""


def has_owner_fields(items: Sequence[Item]) -> bool:
    """Whether a page has a word that the field of an owner must have; most have none, and to look below each item for fields is dear."""
    page = "\n".join([line for item in items for line in item.lines]).casefold()
    return any(map(page.__contains__, _OWNING))


def is_fielded(items: Sequence[Item], n: int, names: Names) -> bool:
    """Whether lines or bullets below an item, or in it, say whose it is and when it is due or how far it is: then it is a task."""
    item = items[n]
    if item.shape not in (Shape.BULLET, Shape.LINE) or (_is_field(item.lines[0]) and is_field(item.lines[0])):
        return False
    fields = fields_below(item.lines) if len(item.lines) > 1 and _is_field(item.lines[-1]) else ()
    if not fields and item.text.count(":") > 1:
        fields = tagged(item.text)[1]
    if not fields and item.shape is Shape.BULLET and n + 1 < len(items) and items[n + 1].indent > item.indent:
        below = list(takewhile(lambda it: it.shape is Shape.BULLET and it.indent > item.indent, items[n + 1 : n + 1 + _NEAR]))
        fields = tuple(it.text for it in below if len(it.lines) == 1 and it.indent <= below[0].indent and _is_field(it.text))
    told = [field for line in fields if (field := read_field(plain(line))) is not None]
    owned = [field for field in told if field.kind == "owner" and any(map(field.key.__contains__, _OWNING))]
    return len(owned) == 1 and bool(split_owners(owned[0].said, names)) and any(field.kind == "due" or field.key in _STATES for field in told)


def _is_field(line: str) -> bool:
    """Whether a line may be a field: a colon stands near its head."""
    return ":" in line[:_HEAD]
