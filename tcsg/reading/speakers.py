"""Who speaks in minutes that are written as speech, as in `- **KK:** I have asked ICT`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPEAKER = late_names(r"([A-Z]{2,4}):(?:\s|$)")
_OTHERS = frozenset("AOB AI AIS AP NB PS TODO TBC TBD TBA FAQ RE CC NOTE ITEM DATE TIME URL FYI ETA LINK WHO DUE".split())
"""Words in capitals before a colon that are nobody."""


def read_speakers(items: Iterable[Item], people_lines: frozenset[int]) -> tuple[tuple[str, int], ...]:
    """The initials before a colon at the head of an item, with their lines; nobody when only one item is written so."""
    found = []
    for item in items:
        if item.shape not in (Shape.BULLET, Shape.LINE) or item.line in people_lines:
            continue
        line = plain(item.lines[0])[:12] if item.lines else ""
        match = _SPEAKER.match(line) if ":" in line[2:5] else None
        if match and match[1] not in _OTHERS:
            found.append((match[1], item.line))
    return tuple(found) if len(found) > 1 else ()
