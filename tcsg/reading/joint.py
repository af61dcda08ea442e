"""Who begins a later sentence of an action, with a task of their own or a part in this one: `[Ann] write it. [Bo] review it.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Status
from tcsg.reading.marks import ARROW, ARROWS
from tcsg.reading.naming import NAME_WORD, is_group
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import HELPING, find_owners
from tcsg.reading.status import Told, find_status
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from tcsg.reading.idiom import Idiom
    from tcsg.reading.names import Names

_NEXT = late.compile(r"[.;,](?<=(?:[^\WA-Z_]|[)\]])[.;,])\s+(?=[@\[(]{0,2}[^\W\d_][^.;,]{1,60}?(?:\sto\s|\]|:\s|\s?" + ARROW + r"\s))")
_STOPS = (". ", "; ", ", ")
"""Of these _NEXT asks for one; most actions are one sentence."""
_TOLD = ("to", "]", ":", *ARROWS)
"""And for one of these behind it."""
_ARROW = late.compile(r"([^\W\d_][\w.'’ -]{0,40}?)\s?" + ARROW + r"\s")


def joint_owners(text: str, owners: tuple[str, ...], names: Names) -> tuple[str, ...]:
    """Those known whom a later sentence or clause tells to do something, as its first words; none of them is in `owners`."""
    if not names.full or not any(map(text.__contains__, _STOPS)):
        return ()
    behind = text[min(text.find(sign) for sign in ".;," if sign in text) :]
    if not any(map(behind.__contains__, _TOLD)):
        return ()
    had = {names.person(o).rpartition(" ")[2] for o in owners}
    found: dict[str, str] = {}
    for match in _NEXT.finditer(text):
        for owner in _told(text[match.end() : match.end() + 200], names):
            if (surname := names.person(owner).rpartition(" ")[2]) not in had:
                found.setdefault(surname, owner)
    return tuple(found.values())


def _told(words: str, names: Names) -> tuple[str, ...]:
    """Whom words tell to do something: `Bo to ring`, `[Bo] ring`, `Bo: ring`, `Bo → ring`."""
    arrow = _ARROW.match(words)
    owned = None if arrow else find_owners(words, names, marked=True)
    if owned is None or owned.start > 1 or owned.form not in ("to", "label", "bracket", "handle"):
        return (arrow[1],) if arrow and names.knows(arrow[1]) else ()
    if owned.form == "to" and words[owned.end :].removeprefix(" to ").startswith(HELPING):
        return ()
    told = owned.form != "label" or starts_with_verb(words[owned.end :])
    return owned.owners if told and all(map(names.knows, owned.owners)) else ()


def may_be_next(owner: str, names: Names, *, ordered: bool) -> bool:
    """Whether somebody at the head of a later sentence may have a task of their own; `ordered` when `to` stands behind.

    Where nobody is listed, others need a given name: `Tiles will come in May` names nobody.
    """
    if names.knows(owner) or (owner.isupper() and 2 <= len(owner) <= 4) or owner.casefold() in w.EVERYBODY or is_group(owner):
        return True
    return not names.full and NAME_WORD.match(owner) is not None and (ordered or is_given(owner))


_MET = late_names(r"\b(?:with|between) [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?, $")
_TO_TALK = late_names(
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)? to "
    r"(?:discuss|talk|agree|plan|decide|clarify|align|coordinate|sync|catch up|go over|brainstorm)\b"
)


_HELPS = late_names(
    r"[@A-Z][\w.'’-]{0,30}(?:(?:,? and| &|/)? ?[A-Z][\w.'’-]{0,30}){0,3} (?:to|will|can) (?:help|assist|support)(?: out)?"
    r"(?:,? (?:with (?:it|this|that)|(?:him|her|them)\b|(?:as|if|where|when) [a-z ]{2,20}))?[.;,!)]*(?:\s|$)(?!(?!by|before|until|in|at|on)[a-z])"
)
_TOPIC = late_names(r"(?:[@A-Z][^.:;()]{0,60} )?[Rr]e: [^.:;]{1,80}\. ")
"""`Ann re: the boat. ` before `Ann to row it`."""


def goes_on(text: str, at: int) -> bool:
    """Whether what begins there is a part of the task before it, or the task of which that is only the topic, and none of its own."""
    return meets(text, at) or _helps(text, at) or ("e: " in text[:at] and _TOPIC.fullmatch(text, 0, at) is not None)


def _helps(text: str, at: int) -> bool:
    """Whether somebody is only to help with the task before: `Ann to book the hall, Cy to help`, but not `Cy to help with the tea`."""
    return any(map(text[at : at + 100].__contains__, HELPING)) and _HELPS.match(text, at) is not None


def meets(text: str, at: int) -> bool:
    """Whether a name behind a comma is one more whom somebody meets, and no owner: `Ann to meet with Bob, Cy to discuss the roof`."""
    return text[at - 2 : at] == ", " and _TO_TALK.match(text, at) is not None and _MET.search(text[max(0, at - 60) : at]) is not None


def each_status(tasks: tuple[str, ...], status: Status, idiom: Idiom) -> tuple[tuple[str, ...], tuple[Status, ...]]:
    """The tasks of one line and how far each is, where one before the last tells that: `Ann to row (done); Bo to steer`."""
    told = [find_status(task, idiom) for task in tasks] if len(tasks) > 1 else []
    if not any(told[:-1]):
        return tasks, (status,) * len(tasks)
    said = [Told(Status.OPEN, "", len(task), len(task)) if one is None else one for task, one in zip(tasks, told, strict=True)]
    words = tuple(task[: one.start].rstrip(" .*_–—-") if one.start else task[one.end :] for task, one in zip(tasks, said, strict=True))
    return words, (*(one.status for one in said[:-1]), said[-1].status if told[-1] is not None else status)
