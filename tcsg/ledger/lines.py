"""The canonical lines of a ledger to values, without a YAML parser and without a doubt.

Of a line that is not canonical something is read, or ValueError, LookupError or TypeError is raised: whoever calls
writes the value again and compares.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.ledger.canonical import ACTION_KEYS, COMMITMENT, ID, LEDGER_KEYS, NO_DUE, PLAN_KEY, VERDICTS, read_person
from tcsg.ledger.quoting import read_flow, read_scalar
from tcsg.model import Action, Answer, ByHand, Committed, Ledger, Meeting, Person, PlanFile, Status

if TYPE_CHECKING:
    from tcsg.model import Raw

_STATUSES = {str(status): status for status in Status}
_WORD = r'(?:"([^"\\]+)"|([^",:?\[\]{}]+))'
_USUAL = re.compile(
    rf'\{{meeting: {_WORD}, date: ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}), path: ([^",:?\[\]{{}}]+), '
    r'sha256: (?:"([0-9a-f]+)"|([0-9a-f]+)), people: (\[.*\])\}'
)
"""A meeting as nearly all are written."""


def read_head(text: str) -> Ledger:
    """Read what `dump_head` wrote as a ledger without actions."""
    fields: dict[str, str] = {}
    items: dict[str, list[str]] = {}
    extra: list[str] = []
    current: list[str] = []
    for line in text.split("\n")[2:-1]:
        key, _, value = line.partition(":")
        if line.startswith("- "):
            current.append(line[2:])
        elif key in LEDGER_KEYS:
            fields[key] = value[1:]
            items[key] = current = []
        else:
            extra.append(line)
    meetings, answers = map(_meeting, items["minutes"]), map(_answer, items["answers"])
    plans, commitments = map(_plan, items.get("plans", [])), map(_committed, items.get("commitments", []))
    return Ledger(tuple(meetings), tuple(answers), (), read_scalar(fields["reading"]), _extra(extra), tuple(plans), tuple(commitments))


def _meeting(text: str) -> Meeting:
    usual = _USUAL.fullmatch(text)
    if usual:
        quoted, key, day, path, hexadecimal, digits, people = usual.groups()
        return Meeting(quoted or key, date.fromisoformat(day), path, hexadecimal or digits, _people(people))
    of = _mapping(text)
    people = of["people"]
    if not isinstance(people, list):
        raise TypeError(text)
    return Meeting(_text(of["meeting"]), _day(of["date"]), _text(of["path"]), _text(of["sha256"]), tuple(map(_person, people)))


@lru_cache(maxsize=4096)
def _people(text: str) -> tuple[Person, ...]:
    """Who is listed; the same people come to many meetings."""
    people = read_flow(text)
    if not isinstance(people, list):
        raise TypeError(text)
    return tuple(map(_person, people))


def _person(value: Raw) -> Person:
    if isinstance(value, dict):
        return Person(_text(value["name"]), _text_or_none(value["initials"]))
    return read_person(_text(value))


def _answer(text: str) -> Answer:
    (_, meeting), (_, words), (verdict, value) = _mapping(text).items()
    if verdict not in VERDICTS:
        raise ValueError(text)
    return Answer(_text(meeting), _text(words), verdict, _text(value))


def _plan(text: str) -> PlanFile:
    of = _mapping(text)
    plan = PlanFile(_text(of["plan"]), _text(of["path"]), _text(of["sha256"]))
    if not PLAN_KEY.fullmatch(plan.key):
        raise ValueError(text)
    return plan


def _committed(text: str) -> Committed:
    of = _mapping(text)
    return Committed(_commitment(of["id"]), _text(of["words"]), of.get("gone") == "true")


def _commitment(value: Raw) -> str:
    number = _text(value)
    if not COMMITMENT.fullmatch(number):
        raise ValueError(number)
    return number


def read_action(text: str) -> Action:
    """Read what `dump_record` wrote."""
    fields: dict[str, str] = {}
    by_hand: list[str] = []
    extra: list[str] = []
    for line in text[2:-1].split("\n  "):
        key, _, value = line.partition(":")
        if key in ACTION_KEYS:
            fields[key] = value[1:]
        elif line.startswith("- "):
            by_hand.append(line[2:])
        else:
            extra.append(line)
    if not ID.fullmatch(fields["id"]):
        raise ValueError(text)
    return Action(
        id=fields["id"],
        status=_STATUSES[fields["status"]],
        text=_text(read_scalar(fields["text"])),
        due=_day_or_none(fields["due"]),
        raised=_text(read_scalar(fields["raised"])),
        owners=_texts(fields["owners"]),
        due_words=read_scalar(fields["due_words"]),
        closed=_day_or_none(fields["closed"]),
        seen=_texts(fields["seen"]),
        why=read_scalar(fields["why"]) if "why" in fields else None,
        aliases=_texts(fields["aliases"]) if "aliases" in fields else (),
        plan=tuple(map(_commitment, _texts(fields["plan"]))) if "plan" in fields else (),
        by_hand=tuple(map(_by_hand, by_hand)),
        extra=_extra(extra),
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
        added=_text_or_none(of.pop("added", None)),
        same=_text_or_none(of.pop("same", None)),
        link=_commitment(of.pop("link")) if "link" in of else None,
        unlink=_commitment(of.pop("unlink")) if "unlink" in of else None,
        extra=tuple(of.items()),
    )


def _extra(lines: list[str]) -> tuple[tuple[str, Raw], ...]:
    return tuple(_mapping(f"{{{', '.join(lines)}}}").items()) if lines else ()


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
