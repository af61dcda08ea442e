"""How it went in capitals before whose it is and the task, beside lines with marks: `DONE [ann] key party`, `GIVEN UP (Bo) the scripts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.apart import HANDLED
from tcsg.reading.marks import Mark
from tcsg.reading.naming import HANDLE, split_owners
from tcsg.reading.status import read_status

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_SHUT = late.compile(r"([A-Z]{3,12}(?: [A-Z]{2,9}){0,2}):?\s+[\[(]([^\[\]()]{2,60})[\])]:?\s+(?=\S)")


def shut_mark(text: str, names: Names) -> Mark | None:
    """The status in capitals and the owners in brackets that open a text, as a mark."""
    found = _SHUT.match(text) if text[:3].isupper() and ("[" in text[:40] or "(" in text[:40]) else None
    status = read_status(found[1], names.idiom) if found else None
    if found is None or status is None:
        return None
    owners = split_owners(found[2], names, loose=True)
    meant = owners and all(names.knows(o) or HANDLE.match(o) or (found[2].islower() and HANDLED.match(o)) for o in owners)
    return Mark(found[1], 0, found.end(), found[2], status=f"[{found[1]}] ") if meant else None
