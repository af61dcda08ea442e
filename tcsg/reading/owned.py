"""The owners that words name, and where they stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    import re


@frozen
class Owned:
    """The owners of a task, how they were found, and the span of the words that name them."""

    owners: tuple[str, ...]
    form: str
    start: int = 0
    end: int = 0
    strong: bool = False
    """Whether the form alone makes a line an action: `PB to …`, `… (PB)`."""


_HAS = frozenset(("has", "have", "had", "was", "were"))


_MADE_DO = late.compile(
    r"(?P<who>[^\W\d_][\w.'’&, -]{1,60}?) (?:has|have|gets?) (?:the|a|an|our|his|her|their|its|this|these|all|some|it|them)\b(?: [\w'’-]+){0,4}? "
    r"(?P<how>(?!(?:has|had|have|been)\b)[a-z-]{3,20})(?=\s*(?:[.,;:!(]|$)|\s(?:by|for|at|in|before|until|from|with|again|and)\b)"
)
"""Who has something done to a thing: `Ann has the banner printed by the mill`."""


def has_done_by_others(words: str) -> re.Match[str] | None:
    """Who has, or is to have, something done to a thing, with the past that tells what: `Ann has the banner printed`."""
    made = _MADE_DO.match(words)
    return made if made is not None and is_past(made["how"]) else None


def is_past_of(words: str, owned: Owned) -> bool:
    """Whether words tell what somebody has done and not what is to do: `The rooms are there → Bo wrote to the owner`."""
    said = words[owned.end :].split(maxsplit=1) if owned.form == "doing" and not owned.start else []
    return bool(said) and (said[0] in _HAS or is_past(said[0].casefold())) and has_done_by_others(words) is None
