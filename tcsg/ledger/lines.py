"""The canonical lines of a ledger to values, without a YAML parser and without a doubt.

Of a line that is not canonical something is read, or ValueError, LookupError or TypeError is raised: whoever calls
writes the value again and compares.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.ledger.canonical import ID, NO_DUE, VERDICTS, read_person
from tcsg.ledger.quoting import read_flow, read_scalar
from tcsg.model import Action, Answer, ByHand, Ledger, Meeting, Person, Status

if TYPE_CHECKING:
    from tcsg.model import Raw

_STATUSES = {str(status): status for status in Status}


def read_head(text: str) -> Ledger:
    """Read what `dump_head` wrote as a ledger without actions."""
    fields: dict[str, str] = {}
    items: dict[str, list[str]] = {}
    key = ""
    for line in text.split("\n")[2:-1]:
        if line.startswith("- "):
            items[key].append(line[2:])
        else:
            key, _, value = line.partition(":")
            fields[key], items[key] = value[1:], []
    reading = read_scalar(fields.pop("reading"))
    for key in ("minutes", "answers", "actions"):
        del fields[key]
    meetings, answers = map(_meeting, items["minutes"]), map(_answer, items["answers"])
    return Ledger(tuple(meetings), tuple(answers), reading=reading, extra=_extra(fields))


def _meeting(text: str) -> Meeting:
    of = _mapping(text)
    people = of["people"]
    if not isinstance(people, list):
        raise TypeError(text)
    return Meeting(_text(of["meeting"]), _day(of["date"]), _text(of["path"]), _text(of["sha256"]), tuple(map(_person, people)))


def _person(value: Raw) -> Person:
    if isinstance(value, dict):
        return Person(_text(value["name"]), _text_or_none(value["initials"]))
    return read_person(_text(value))


def _answer(text: str) -> Answer:
    (_, meeting), (_, words), (verdict, value) = _mapping(text).items()
    if verdict not in VERDICTS:
        raise ValueError(text)
    return Answer(_text(meeting), _text(words), verdict, _text(value))


def read_action(text: str) -> Action:
    """Read what `dump_record` wrote."""
    fields: dict[str, str] = {}
    by_hand: list[ByHand] = []
    for line in text[2:-1].split("\n  "):
        if line.startswith("- "):
            by_hand.append(_by_hand(line[2:]))
        else:
            key, _, value = line.partition(":")
            fields[key] = value[1:]
    take = fields.pop
    del fields["by_hand"]
    if not ID.fullmatch(fields["id"]):
        raise ValueError(text)
    return Action(
        id=take("id"),
        status=_STATUSES[take("status")],
        text=_text(read_scalar(take("text"))),
        due=_day_or_none(take("due")),
        raised=_text(read_scalar(take("raised"))),
        owners=_texts(take("owners")),
        due_words=read_scalar(take("due_words")),
        closed=_day_or_none(take("closed")),
        seen=_texts(take("seen")),
        why=read_scalar(take("why")) if "why" in fields else None,
        aliases=_texts(take("aliases")) if "aliases" in fields else (),
        by_hand=tuple(by_hand),
        extra=_extra(fields) if fields else (),
    )


def _by_hand(text: str) -> ByHand:
    of = _mapping(text)
    day, status, due, owners = _day(of.pop("on")), of.pop("status", None), of.pop("due", None), of.pop("owners", None)
    if due not in (None, NO_DUE):
        due = str(_day(due))
    return ByHand(
        on=day,
        status=None if status is None else _STATUSES[_text(status)],
        due=_text_or_none(due),
        owners=None if owners is None else _strings(owners),
        note=_text_or_none(of.pop("note", None)),
        why=_text_or_none(of.pop("why", None)),
        same=_text_or_none(of.pop("same", None)),
        extra=tuple(of.items()),
    )


def _extra(fields: dict[str, str]) -> tuple[tuple[str, Raw], ...]:
    return tuple((key, value) for key, text in fields.items() for key, value in _mapping(f"{{{key}: {text}}}").items())


@lru_cache(maxsize=4096)
def _texts(text: str) -> tuple[str, ...]:
    return _strings(read_flow(text))


def _strings(value: Raw) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(map(_text, value))


def _mapping(text: str) -> dict[str, Raw]:
    value = read_flow(text)
    if not isinstance(value, dict):
        raise TypeError(text)
    return value


def _text(value: Raw) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _text_or_none(value: Raw) -> str | None:
    return None if value is None else _text(value)


def _day(value: Raw) -> date:
    return date.fromisoformat(_text(value))


def _day_or_none(text: str) -> date | None:
    return None if text == "null" else date.fromisoformat(text)
