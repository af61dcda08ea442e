"""What says of an action that somebody else has it now, without saying who: `handed over`, `moved to the board's list`."""

from __future__ import annotations

import re

from tcsg import late
from tcsg.reading.handovers import GIVING
from tcsg.reading.text import late_names

_HANDED_ON = late_names(r"(?i:(?:(?:this|it|now|is|was|has|been) ){0,3}handed(?: over| on)?) to (?:@|[A-Z])")
"""`handed to Ann`: somebody else's now, unless the task was to hand something to somebody."""
_HANDED = late.compile(
    r"(?:now )?(?:handed (?:over|on)|reassigned|passed on|(?:handed|passed|transferred|moved|referred|delegated)(?: over| on)? to (?:the )?"
    r"(?:[\w'’-]{1,30} ){0,2}(?:board|committee|council|sub-?committee|group|team|list|tracker|backlog))[\s.!]*$",
    re.IGNORECASE,
)
"""`handed over`, `moved to the board's list`, of what is no thing to hand over."""


def is_handed_on(words: str, verb: str) -> bool:
    """Whether a remark on a task with this verb says so, and the task is not to give something to somebody."""
    if verb in GIVING:
        return False
    return _HANDED_ON.match(words) is not None or (verb != "" and _HANDED.match(words) is not None)
