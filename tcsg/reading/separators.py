"""Signs that a writer sets between somebody and a task, spelt as a colon: `Ann = the flour; Bo + Cy = the oven`, `Ann ::: the flour`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.naming import split_owners

if TYPE_CHECKING:
    import re

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_SIGNED = late.compile(
    r"(?P<before>^[*_]{0,3}|[;:.,]\s+[*_]{0,3})(?P<who>[^\W\d_@][^:;=\n]{0,60}?|@[\w.@, &+/-]{1,60}?)(?P<closed>[*_]{0,3})\s+(?:=|:{3,5})\s+(?=\S)"
)


def with_colons(item: Item, names: Names) -> Item:
    """The item with a colon for each sign that stands behind known people and nobody else."""

    def told(found: re.Match[str]) -> str:
        owners = split_owners(found["who"], names)
        return f"{found['before']}{found['who']}{found['closed']}: " if owners and all(map(names.knows, owners)) else found[0]

    return replace(item, lines=tuple(_SIGNED.sub(told, line) for line in item.lines))
