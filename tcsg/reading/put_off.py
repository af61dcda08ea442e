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
    r"\b(?:moved|postponed|pushed|shifted|delayed|rescheduled|deferred|extended|put off|verschoben|vertagt|verlängert|reporté(?:e|es|s)?)"
    r"(?: back| forward| over)? (?:to|until|till|into|bis|auf|à|au) "
    r"|\b(?:(?:due )?date|deadline|target) (?:is |was |has been )?(?:now |changed to |set to |set for )"
    r"|\b(?:new|revised|amended|updated|later|next) (?:due )?(?:date|deadline|target)(?: date)?(?: is)?(?:: | )"
    r"|^(?:this |it )?(?:is )?now due(?: on| by)? ",
    re.IGNORECASE,
)
"""How it is told that an action has another time: `not done, moved to March`."""


def put_off_to(said: str, calendar: Calendar, *, first: bool = False) -> Due | None:
    """The due phrase behind what is put off: `moved to 15 March`; only where the words begin with that, when it must stand `first`."""
    moved = _MOVED.match(said) if first else _MOVED.search(said)
    later = find_due(f"x by {said[moved.end() :]}", calendar) if moved else None
    words = later.due.words.removeprefix("by ") if later is not None else ""
    return replace(later.due, words=words) if later is not None and not words.isdigit() else None  # a year tells only that it is put off
