"""To when an action is put off: `moved to 15 March`, `postponed until June`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.due import find_due

if TYPE_CHECKING:
    from tcsg.model import Due
    from tcsg.reading.dates import Calendar

_MOVED = late.compile(
    r"\b(?:moved|postponed|pushed|shifted|delayed|rescheduled|put off|verschoben|vertagt|reporté(?:e|es|s)?)"
    r"(?: back| forward| over)? (?:to|until|till|into|auf|à|au) ",
    re.IGNORECASE,
)
"""How it is told that an action has another time: `not done, moved to March`."""


def put_off_to(said: str, calendar: Calendar) -> Due | None:
    """The due phrase behind what is put off: `moved to 15 March`."""
    moved = _MOVED.search(said)
    later = find_due(f"x by {said[moved.end() :]}", calendar) if moved else None
    return replace(later.due, words=later.due.words.removeprefix("by ")) if later is not None else None
