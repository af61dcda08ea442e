"""Themes of action plans: a committee's own, or a set that is ready made."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tcsg.model import Theme
from tcsg.reading.fields import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tcsg.reading.fields import Fields

USUAL = "technician-commitment"
SETS: Mapping[str, tuple[Theme, ...]] = MappingProxyType(
    {
        USUAL: (
            Theme("Visibility", "V"),
            Theme("Recognition", "R"),
            Theme("Career Development", "C"),
            Theme("Sustainability", "S"),
        )
    }
)
"""Sets that `themes` may name. The fifth theme of the Technician Commitment, Evaluating Impact, is the self-assessment itself."""


def read_themes(fields: Fields) -> tuple[Theme, ...]:
    """The themes at `themes`: the name of a set, a list of names, or names by letter; none when the key is missing."""
    node = fields.entries.get("themes")
    if node is None or node.value is None:
        return ()
    if isinstance(node.value, str):
        if node.value not in SETS:
            raise fields.wrong("themes", f"there is no set of themes {shown(node.value)}; {nearest(node.value, tuple(SETS))}, or list your own")
        return SETS[node.value]
    found: list[Theme] = []
    for letter, name in fields.pairs("themes"):
        if any(name.casefold() == t.name.casefold() for t in found):
            raise fields.wrong("themes", f"the theme {shown(name)} is there twice; keep one")
        found.append(Theme(" ".join(name.split()), letter))
    return tuple(found)
