"""Titles that ask what became of actions, whatever these are called: `What became of the March actions`, `How far we got with the promises`."""

from __future__ import annotations

from tcsg import late

BECAME = (
    *("what became of ", "what has become of ", "what happened to ", "state of play of ", "state of play with ", "state of ", "where we stand with "),
    *("where we are with ", "how far we are with ", "how far we got with ", "how far we have got with ", "stand der ", "état des "),
)
"""What a title of a review begins with: `What became of the March actions`, `State of tasks given in May`."""
_LONGEST = 25
_PROMISES = late.compile(r"(?:the |our |all )?(?:promises|commitments|jobs|chores|errands|homework)(?: (?:of|from|made|given|since|in)\b.{0,40})?$")
"""What else than actions they may be called there."""
_REST = late.compile(r" (?:for|until|over) the rest of the (?:year|month|term|season|quarter|spring|summer|autumn|winter|holidays)$")
"""Till when they are: `Tasks for the rest of the summer`."""


def asks_after(title: str) -> str:
    """The words with which a title of a review begins, before what it is of; "" where it has none."""
    begin = title[:_LONGEST].casefold()
    return next(filter(begin.startswith, BECAME)) if begin.startswith(BECAME) else ""  # every title asks, and few begin so


def are_promises(rest: str) -> bool:
    """Whether what stands behind them is what people were to do, called otherwise than actions."""
    return _PROMISES.match(rest.casefold()) is not None


def without_rest(key: str) -> str:
    """A casefolded title without the words that tell till when its tasks are."""
    return _REST.sub("", key)
