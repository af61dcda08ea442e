"""The one way in which a ledger is written: a Ledger to text, one field a line, a record at a time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.ledger.quoting import block, flow, flow_value
from tcsg.model import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tcsg.model import Action, Answer, ByHand, Committed, Ledger, Meeting, PlanFile, Raw

HEADER = "# Written by tcsg; see `tcsg guide ledger`.\n"
SCHEMA = "tcsg/ledger/1"

LEDGER_KEYS = frozenset(("schema", "reading", "minutes", "answers", "plans", "commitments", "actions"))
ACTION_KEYS = frozenset("id status text due raised owners due_words closed seen why aliases plan by_hand".split())
BY_HAND_KEYS = frozenset(("on", "status", "due", "owners", "note", "why", "added", "same", "link", "unlink"))
VERDICTS = ("same", "different", "action", "status")
"""What an answer can say."""
NO_DUE = "none"
"""What stands for a due date that was taken away by hand."""
ID = re.compile(r"A([0-9A-Za-z-]+)\.[1-9][0-9]*")
"""`A8.3`; its group is the key of the meeting."""

PLAN_KEY = late.compile(r"[0-9]{4}[a-z]*")
"""What a plan is called: its first year, with b, c, … for others of that year."""
COMMITMENT = late.compile(r"P([0-9]{4}[a-z]*)\.[1-9][0-9]*")
"""`P2025.3`; its group is the key of the plan."""

_DAY = late.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def dump_ledger(ledger: Ledger) -> str:
    """Write a ledger; `load_ledger` gives it back but for the roles of people, of which only handles are written, and for lone surrogates."""
    return dump_head(ledger, has_actions=bool(ledger.actions)) + "".join(map(dump_record, ledger.actions))


def dump_head(ledger: Ledger, *, has_actions: bool) -> str:
    """Write all that stands before the first record."""
    return (
        f"{HEADER}schema: {SCHEMA}\nreading: {_text(ledger.reading)}\n{_extra(ledger.extra, '')}"
        f"minutes:{_listed('', map(_meeting, ledger.meetings))}answers:{_listed('', map(dump_answer, ledger.answers))}"
        f"{_planned(ledger)}actions:{'' if has_actions else ' []'}\n"
    )


def _planned(ledger: Ledger) -> str:
    """The plans and the ids of their commitments; a ledger without plans says nothing of them."""
    parts = (("plans", map(_plan, ledger.plans)), ("commitments", map(_committed, ledger.commitments)))
    return "".join(f"{name}:{listed}" for name, items in parts if (listed := _listed("", items)) != " []\n")


def dump_record(action: Action) -> str:
    """Write one action; fields that change stand between fields that never do, so that git can merge two changes."""
    why = f"  why: {block(action.why)}\n" if action.why is not None else ""
    aliases = f"  aliases: {texts(action.aliases)}\n" if action.aliases else ""
    plan = f"  plan: {texts(action.plan)}\n" if action.plan else ""
    return (
        f"- id: {action.id}\n  status: {action.status}\n  text: {block(action.text)}\n  due: {_day(action.due)}\n"
        f"  raised: {flow(action.raised)}\n  owners: {texts(action.owners)}\n  due_words: {_text(action.due_words)}\n"
        f"  closed: {_day(action.closed)}\n  seen: {texts(action.seen)}\n{why}{aliases}{plan}"
        f"  by_hand:{_listed('  ', map(dump_by_hand, action.by_hand))}{_extra(action.extra, '  ')}"
    )


@lru_cache(maxsize=4096)
def texts(items: tuple[str, ...]) -> str:
    """Write a list of texts on one line."""
    return f"[{', '.join(map(flow, items))}]"


def read_person(text: str) -> Person:
    """Read `Name`, `Name (INITIALS)` or `Name (INITIALS, @handle)`."""
    name, bracket, beside = text.rpartition(" (")
    if not bracket or not beside.endswith(")"):
        return Person(text)
    if "@" not in beside:
        return Person(name, beside[:-1])
    handles = [part for part in beside[:-1].split(", ") if part[:1] == "@"]
    initials = [part for part in beside[:-1].split(", ") if part[:1] != "@"]
    return Person(name, ", ".join(initials) or None, ", ".join(handles) or None)


def handles_of(role: str) -> str | None:
    """The handles that a role says somebody is called by; None where it has none."""
    return ", ".join(part for part in role.split(", ") if part[:1] == "@" and " " not in part) or None


def _person(person: Person) -> str:
    handles = None if person.role is None else handles_of(person.role)
    beside = [part for part in (person.initials, handles) if part is not None]
    text = f"{person.name} ({', '.join(beside)})" if beside else person.name
    if read_person(text) == Person(person.name, person.initials, handles):
        return flow(text)
    return flow_value({"name": person.name, "initials": person.initials, **({} if handles is None else {"handles": handles})})


def _meeting(meeting: Meeting) -> str:
    people = ", ".join(map(_person, meeting.people))
    where = f"date: {meeting.day}, path: {flow(meeting.path)}, sha256: {flow(meeting.sha256)}"
    return f"{{meeting: {flow(meeting.key)}, {where}, people: [{people}]}}"


def _plan(plan: PlanFile) -> str:
    return f"{{plan: {flow(plan.key)}, path: {flow(plan.path)}, sha256: {flow(plan.sha256)}}}"


def _committed(one: Committed) -> str:
    return f"{{id: {one.id}, words: {flow(one.words)}{', gone: true' if one.gone else ''}}}"


def dump_answer(answer: Answer) -> str:
    """Write one answer."""
    return f"{{meeting: {flow(answer.meeting)}, words: {flow(answer.words)}, {answer.verdict}: {flow(answer.value)}}}"


def dump_by_hand(by: ByHand) -> str:
    """Write one thing that was recorded by hand."""
    due = by.due and (by.due if _DAY.fullmatch(by.due) else flow(by.due))
    owners = None if by.owners is None else texts(by.owners)
    known = (("on", str(by.on)), ("status", by.status), ("due", due), ("owners", owners))
    said = (("note", by.note), ("why", by.why), ("added", by.added), ("same", by.same), ("link", by.link), ("unlink", by.unlink))
    parts = [f"{key}: {value}" for key, value in known if value is not None]
    parts += [f"{key}: {flow(value)}" for key, value in said if value is not None]
    parts += [f"{flow(key)}: {flow_value(value)}" for key, value in by.extra]
    return f"{{{', '.join(parts)}}}"


def _listed(indent: str, items: Iterable[str]) -> str:
    return ("".join(f"\n{indent}- {item}" for item in items) or " []") + "\n"


def _day(day: date | None) -> str:
    return "null" if day is None else str(day)


def _text(text: str | None) -> str:
    return "null" if text is None else block(text)


def _extra(extra: tuple[tuple[str, Raw], ...], indent: str) -> str:
    return "".join(f"{indent}{flow(key)}: {flow_value(value)}\n" for key, value in extra)
