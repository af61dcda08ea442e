"""A ledger from its text, strictly: what is not canonical, or not right, is read here and said with its line."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from tcsg.errors import LedgerError
from tcsg.ledger.canonical import (
    ACTION_KEYS,
    BY_HAND_KEYS,
    COMMITMENT,
    ID,
    LEDGER_KEYS,
    NO_DUE,
    PLAN_KEY,
    SCHEMA,
    VERDICTS,
    dump_ledger,
    read_person,
)
from tcsg.model import Action, Answer, ByHand, Committed, Ledger, Meeting, Person, Place, PlanFile, Status
from tcsg.reading.fields import Fields, load, raw, shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from tcsg.model import Raw
    from tcsg.reading.fields import Node

_MARKER = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_STATUSES = {str(status): status for status in Status}


def load_ledger(text: str, path: str) -> Ledger:
    """Read a ledger of any layout; raises LedgerError at the line of the first thing that is wrong.

    Fields that are missing get their defaults. Unknown ones are kept, but for those of `minutes`, which every carry
    derives again.
    """
    _refuse_conflict(text, path)
    fields = Fields.of(load(text, path, error=LedgerError), path, LedgerError, "a ledger")
    _check_schema(fields)
    return Ledger(
        meetings=tuple(_meeting(item) for item in fields.mappings("minutes")),
        answers=tuple(_answer(item) for item in fields.mappings("answers")),
        actions=_actions(fields.mappings("actions")),
        reading=fields.text("reading"),
        extra=_extra(fields, LEDGER_KEYS),
        plans=tuple(_plan(item) for item in fields.mappings("plans")),
        commitments=_commitments(fields.mappings("commitments")),
    )


def _refuse_conflict(text: str, path: str) -> None:
    if not _MARKER.search(text):
        return
    marks = [(number, line[0]) for number, line in enumerate(text.split("\n"), 1) if _MARKER.match(line)]
    first = marks[0][0]
    last = next((number for number, mark in marks if mark == ">"), marks[-1][0])
    others = sum(mark == "<" for _, mark in marks) - 1
    more = f" and {others} more" if others > 0 else ""
    raise LedgerError(f"unresolved merge conflict, lines {first}-{last}{more}; run `tcsg resolve`", Place(path, first))


def _check_schema(fields: Fields) -> None:
    schema = fields.text("schema")
    if schema is None:
        raise fields.wrong("schema", f"this is no ledger, for it does not say `schema: {SCHEMA}`; restore the file")
    if schema == SCHEMA:
        return
    name, number = SCHEMA.rsplit("/", 1)
    newer = re.fullmatch(rf"{name}/([1-9][0-9]{{0,8}})", schema)
    if newer and int(newer[1]) > int(number):
        raise fields.wrong("schema", f"written as {schema} by a newer tcsg; this one reads {SCHEMA}: update it")
    raise fields.wrong("schema", f"unknown schema {shown(schema)}; this tcsg reads {SCHEMA}")


def _meeting(item: Fields) -> Meeting:
    key = item.need("meeting", "a meeting")
    day = item.day("date")
    if day is None:
        raise item.wrong("date", f"meeting {shown(key)} needs `date: …`")
    people = tuple(_person(item, node) for node in item.nodes("people"))
    return Meeting(key, day, item.need("path", f"meeting {shown(key)}"), item.text("sha256") or "", people)


def _person(item: Fields, node: Node) -> Person:
    if not isinstance(node.value, MappingProxyType):
        return read_person(item.item(node, "people"))
    person = Fields.of(node, item.path, item.fault, "a person")
    return Person(person.need("name", "a person"), person.text("initials"), person.text("handles"))


def _answer(item: Fields) -> Answer:
    item.only(("meeting", "words", *VERDICTS), "an answer")
    verdicts = [verdict for verdict in VERDICTS if verdict in item.entries]
    if len(verdicts) != 1:
        raise item.wrong(item.start, f"an answer says one of {', '.join(VERDICTS)}; this one says {' and '.join(verdicts) or 'none'}")
    what = "an answer"
    return Answer(item.need("meeting", what), item.need("words", what), verdicts[0], item.need(verdicts[0], what))


def _plan(item: Fields) -> PlanFile:
    key = item.need("plan", "a plan")
    if not PLAN_KEY.fullmatch(key):
        raise item.wrong("plan", f"{shown(key)} is no plan; one is called by its first year, 2025, and another of that year 2025b")
    return PlanFile(key, item.need("path", f"plan {key}"), item.text("sha256") or "")


def _commitments(items: tuple[Fields, ...]) -> tuple[Committed, ...]:
    lines: dict[str, int] = {}
    for item in items:
        number = _commitment(item, "id", item.need("id", "a commitment"))
        if number in lines:
            raise item.wrong("id", f"{number} is there twice, first in line {lines[number]}; delete one or give it another id")
        lines[number] = item.line("id")
    return tuple(Committed(i.need("id", ""), i.need("words", "a commitment"), i.choice("gone", ("true", "false")) == "true") for i in items)


def _actions(items: tuple[Fields, ...]) -> tuple[Action, ...]:
    lines: dict[str, int] = {}
    actions = []
    for item in items:
        action = _action(item)
        if action.id in lines:
            raise item.wrong("id", f"{action.id} is there twice, first in line {lines[action.id]}; delete one or give it another id")
        lines[action.id] = item.line("id")
        actions.append(action)
    return tuple(actions)


def _action(item: Fields) -> Action:
    number = item.need("id", "an action")
    match = ID.fullmatch(number)
    if not match:
        raise item.wrong("id", f"{shown(number)} is no id; one is written A8.3, for the third action of meeting 8")
    raised = item.text("raised")
    return Action(
        id=number,
        text=item.need("text", number),
        raised=match[1] if raised is None else raised,
        status=_status(item) or Status.OPEN,
        due=item.day("due"),
        due_words=item.text("due_words"),
        owners=item.texts("owners"),
        closed=item.day("closed"),
        seen=item.texts("seen"),
        why=item.text("why"),
        aliases=item.texts("aliases"),
        plan=tuple(_commitment(item, "plan", number) for number in item.texts("plan")),
        by_hand=tuple(_by_hand(entry) for entry in item.mappings("by_hand")),
        extra=_extra(item, ACTION_KEYS),
    )


def _status(item: Fields) -> Status | None:
    status = item.choice("status", _STATUSES)
    return _STATUSES[status] if status else None


def _by_hand(item: Fields) -> ByHand:
    day = item.day("on")
    if day is None:
        raise item.wrong("on", "what was done by hand needs its day, `on: 2024-06-17`")
    return ByHand(
        on=day,
        status=_status(item),
        due=_due(item),
        owners=item.texts("owners") if item.has("owners") else None,
        note=item.text("note"),
        why=item.text("why"),
        added=item.text("added"),
        same=item.text("same"),
        link=_link(item, "link"),
        unlink=_link(item, "unlink"),
        extra=_extra(item, BY_HAND_KEYS),
    )


def _link(item: Fields, key: str) -> str | None:
    number = item.text(key)
    return None if number is None else _commitment(item, key, number)


def _commitment(item: Fields, key: str, number: str) -> str:
    if not COMMITMENT.fullmatch(number):
        raise item.wrong(key, f"{shown(number)} is no commitment; one is written P2025.3, for the third of the plan that begins in 2025")
    return number


def _due(item: Fields) -> str | None:
    if item.text("due") == NO_DUE:
        return NO_DUE
    day = item.day("due")
    return None if day is None else str(day)


def _extra(fields: Fields, known: Collection[str]) -> tuple[tuple[str, Raw], ...]:
    return tuple((key, raw(node)) for key, node in fields.entries.items() if key not in known)


__all__ = ["dump_ledger", "load_ledger"]
