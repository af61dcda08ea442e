"""What is said in a chat below `Actions of last time`: one names an action, and the next tells how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.logs import speaker, strip_log
from tcsg.reading.markdown import plain
from tcsg.reading.owners import find_owners
from tcsg.reading.status import find_status, read_status
from tcsg.reading.text import words_in

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_POINTING_BACK = late.compile(
    r"(?:will|to|is|are|is going to|has to|needs to|wants to|plans to)(?: now| still| also)? "
    r"(?:do(?:ing)?|finish(?:ing)?|complet(?:e|ing)|work(?:ing)? on|look(?:ing)? (?:at|into)|continu(?:e|ing)(?: with)?|follow(?:ing)? up on"
    r"|handl(?:e|ing)|tak(?:e|ing) care of|deal(?:ing)? with|get(?:ting)? to|chas(?:e|ing)) (?:this|it|that|these|them)\b.{0,40}$"
)
"""`Kim will do this next week`: what is said of the action above, and no other action."""
_POINTING = frozenset("he she it they we i this that these yes no not nope yep yeah still sorry".split())
"""Words with which an answer begins, and no action."""
_HEAD = 60
"""Characters in which a title of an action stands."""


def answers(turn: str, asked: str, names: Names) -> bool:
    """Whether a turn of a chat tells of the action that was `asked` for before it, and names none of its own.

    Whoever is named there answers; and so does what begins with a word for the thing or with how it went.
    """
    said = plain(strip_log(turn)[0])
    owned = find_owners(said, names, marked=True)
    if not said or (owned is not None and owned.start == 0 and owned.form == "to"):
        return False
    title, colon, _ = said[:_HEAD].partition(": ")
    if colon and read_status(title, names.idiom) is None:
        return False  # `screenshots: no news`
    first, *_ = words_in(said.casefold()) or [""]
    if speaker(turn).casefold() in words_in(asked.casefold()):
        return True
    if find_status(asked, names.idiom) is not None:
        return False  # that was told already
    return first in _POINTING or read_status(said.partition(",")[0], names.idiom) is not None


def points_back(text: str) -> bool:
    """Whether a text says of the action above it that somebody sees to it."""
    return _POINTING_BACK.search(text.casefold()) is not None
