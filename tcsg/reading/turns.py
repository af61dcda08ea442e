"""What is said in a chat below `Actions of last time`: one names an action, and the next tells how it went."""

from __future__ import annotations

import re
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
    r"|\b(?:if|whether)(?: (?:it|this|that)(?: is|['’]s))? still (?:required|needed|wanted|necessary|relevant)\b"
)
"""`Kim will do this next week`, `Kim to ask whether it is still needed`: what is said of the action above, and no other action."""
_POINTING = frozenset("he she it they we i this that these yes no not nope yep yeah still sorry".split())
"""Words with which an answer begins, and no action."""
_AWAY = late.compile(
    r"(?:and |but )?[\w-]+(?: [\w-]+){0,2} (?:is|are)(?:n['’]t| not) (?:here|there|with us|present|around)(?: today| tonight)?[\s.!]*$", re.IGNORECASE
)
"""`And Ann isn't here.`"""
_HEAD = 60
"""Characters in which a title of an action stands."""


def answers(turn: str, asked: str, names: Names, *, first: bool = False) -> bool:
    """Whether a turn of a chat tells of the action that was `asked` for before it, and names none of its own.

    Whoever is named there answers; and so does what begins with a word for the thing or with how it went, and whoever speaks
    `first` after a question.
    """
    said = plain(strip_log(turn)[0])
    owned = find_owners(said, names, marked=True)
    if not said or (owned is not None and owned.start == 0 and owned.form == "to" and owned.owners != ("I",)):
        return False
    if (first and said[-1:] != "?") or _AWAY.match(said):
        return True
    title, colon, _ = said[:_HEAD].partition(": ")
    if colon and read_status(title, names.idiom) is None:
        return False  # `screenshots: no news`
    word, *_ = words_in(said.casefold()) or [""]
    if speaker(turn).casefold() in words_in(asked.casefold()):
        return True
    if find_status(asked, names.idiom) is not None:
        return False  # that was told already
    return word in _POINTING or read_status(said.partition(",")[0], names.idiom) is not None


_OF_WHOM = late.compile(r"[,–—-]+\s+(@?[^\W\d_][\w.'’-]{0,30})\s?\?$")


def asked_of(text: str, names: Names) -> tuple[str, str]:
    """What somebody is asked about in a review and who: `Fan for projector 3` and `Ravi`, of `Fan for projector 3, Ravi?`."""
    found = _OF_WHOM.search(text) if text[-1:] == "?" else None
    known = found is not None and found.start() > 0 and names.knows(found[1])
    return (text[: found.start()].rstrip(), found[1]) if known and found is not None else (text, "")


def points_back(text: str) -> bool:
    """Whether a text says of the action above it that somebody sees to it."""
    return _POINTING_BACK.search(text.casefold()) is not None


_OF_IT = late.compile(
    r"(?:this|that|it)(?: one| action| item| task)?(?:['’]s| (?:still |also |now )?"
    r"(?:is|was|has|had|did|does|got|went|came|needs|will|can|could)(?:n['’]?t)?)(?= )",
    re.IGNORECASE,
)


def is_said_of_it(text: str) -> bool:
    """Whether a bullet of a review only tells of the one above, no deeper than that: `This was not done`, `It's still with the bank`."""
    return text[:2] in ("Th", "It") and _OF_IT.match(text) is not None
