"""Hands that change in the place of an owner: `Ann -> Bo: order lamps`, a cell `Bo (was Ann)`, `order lamps (Ann, now Bo)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.reading.handovers import WHO, people_of
from tcsg.reading.marks import ARROW
from tcsg.reading.naming import INITIALS
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_WAS = r"was|formerly|previously|instead of|in place of|(?:taking|taken) over from"
_PASSED = (
    late_names(rf"(?P<former>{WHO})\s*{ARROW}\s*(?P<to>{WHO})"),
    late_names(rf"(?P<to>{WHO}),?\s*[(\[](?i:{_WAS}|(?P<sure>from)):?\s(?P<former>{WHO})[)\]]"),
    late_names(rf"(?P<former>{WHO}),?\s*[(\[]?(?i:(?:from )?now(?: on)?:?)\s(?P<to>{WHO})[)\]]?"),
)
_SIGNS = (">", "→", "⇒", "➜", "was ", "from ", "formerly ", "previously ", "instead ", "in place ", "now ", "now: ", "now on ")
"""What any of these has."""
_BEHIND = late_names(r"\((?P<who>[^()]{3,60})\)[\s.]*$")
_HANDED = late_names(rf"\b(?i:handed|passed|passes)(?: over| on)? to (?P<to>{WHO})")
"""What a report tells of whose the action is now: `Ann has no time, handed to Bo`, `Ann apologised, and the action passed to Bo`."""
_TAKEN = late_names(
    r"(?<![\w.])(?P<to>[A-Z][\w’'-]{0,20}(?: (?:and |& )?[A-Z][\w’'-]{0,20}){0,2}) (?:(?:has|have|had) )?"
    r"(?:(?:offered|agreed|volunteered|promised|was asked|were asked|will|would)(?: to)? |to )?"
    r"(?:take|takes|took|taken) (?:it|this|that|these|them) over\b"
)
"""What is told of who takes over what somebody had: `Ann said that the list sleeps. Bo will take it over`."""
_SOMEBODY = late_names(WHO)
_LONGEST = 80


@frozen
class Passed:
    """Words in which the place of an owner tells of a change of hands, as they are with the new owner alone, and whose it was."""

    words: str
    former: tuple[str, ...]
    to: tuple[str, ...]


def passed(place: str, names: Names, *, sure: bool = False) -> Passed | None:
    """The change of hands that the place of an owner tells; `sure` when all must be known, for the place may hold anything else."""
    if len(place) > _LONGEST or not any(map(place.__contains__, _SIGNS)):
        return None
    place = place.strip(" *_")
    for form in _PASSED:
        if (match := form.fullmatch(place)) is not None:
            unsaid = bool(match.groupdict().get("sure"))
            former = people_of(match["former"], names, sure=sure or unsaid)
            to = people_of(match["to"], names, sure=sure)
            if not unsaid and form is _PASSED[1] and INITIALS.match(match["former"]) and INITIALS.match(match["to"]):
                former, to = former or (match["former"],), to or (match["to"],)  # `AM (was MO)`, of one who has left
            return Passed(match["to"], former, to) if former and to else None
    return None


def passed_in(text: str, names: Names) -> Passed | None:
    """The same where the words of a task name their owner: before a colon or its order, or in brackets at the end."""
    if not any(map(text.__contains__, _SIGNS)):
        return None
    if ") to " in text[:_LONGEST] and text[:1].isupper():
        head, _, rest = text.partition(" to ")
        if (told := passed(head, names, sure=True)) is not None:
            return Passed(f"{told.words} to {rest}", told.former, told.to)  # `Bo (was Ann) to order lamps`
    head, colon, rest = text[: _LONGEST + 2].partition(": ")
    if colon and (told := passed(head, names, sure=True)) is not None:
        return Passed(f"{told.words}: {rest}{text[_LONGEST + 2 :]}", told.former, told.to)
    behind = _BEHIND.search(text, max(0, len(text) - _LONGEST)) if text.rstrip(". ").endswith(")") else None
    if behind is not None and (told := passed(behind["who"], names, sure=True)) is not None:
        return Passed(f"{text[: behind.start('who')]}{told.words})", told.former, told.to)
    return None


def former_in(text: str, owners: tuple[str, ...], names: Names, *, reviewed: bool) -> tuple[str, ...]:
    """Whose an action was, where a report of it, `reviewed` or not, names them before it says that it was handed to its owners."""
    if not owners:
        return ()
    told = _HANDED.search(text) if reviewed and " to " in text and any(map(text.__contains__, ("handed", "passe"))) else None
    told = _TAKEN.search(text) if told is None and " over" in text else told
    to = people_of(told["to"], names, sure=True) if told is not None else ()
    mine = {names.person(owner) for owner in owners}
    if told is None or not to or not mine.issuperset(map(names.person, to)):
        return ()
    said = (people_of(who[0], names, sure=True) for who in _SOMEBODY.finditer(text, 0, told.start()))
    return next((people for people in said if people and mine.isdisjoint(map(names.person, people))), ())


def whose_before(owners: tuple[str, ...], to: tuple[str, ...], text: str, names: Names) -> tuple[str, ...]:
    """Whose an action was before it changed hands: its owners, or whom a report names last where a column has the new ones already."""
    if owners != to:
        return owners
    mine = {names.person(owner) for owner in to}
    said = [people for who in _SOMEBODY.finditer(text) if (people := people_of(who[0], names, sure=True))]
    return next((people for people in reversed(said) if mine.isdisjoint(map(names.person, people))), ())
