"""Values for tests, made with as few words as the case needs: mentions, minutes, actions, a series of meetings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from tcsg.ledger.canonical import dump_ledger
from tcsg.ledger.carry import Carried, carry, from_scratch
from tcsg.ledger.records import read_ledger
from tcsg.model import Action, ByHand, Committee, Due, Kind, Ledger, Mention, Minutes, Person, Status

FIRST = date(2031, 1, 7)
"""The day of the first meeting of a series; the others follow every four weeks."""
TODAY = date(2031, 12, 1)
"""The day on which tests carry: after every meeting they make."""


def mention(
    text: str,
    *owners: str,
    due: str | Due | None = None,
    status: Status = Status.OPEN,
    kind: Kind = Kind.BLOCK,
    line: int = 0,
    restates: int | None = None,
    cites: Sequence[str] = (),
) -> Mention:
    """An action in the minutes; `minutes` gives it a line when it has none. A due date in ISO is its own phrase."""
    if isinstance(due, str):
        due = Due(due, date.fromisoformat(due) if due[:1].isdigit() else None)
    return Mention(line, line, text, owners, due, status, kind, restates=restates, cites=tuple(cites))


def minutes(
    *mentions: Mention | str, day: date = FIRST, meeting: str | None = None, path: str | None = None, people: Iterable[Person] = ()
) -> Minutes:
    """The minutes of a meeting; the mentions stand on the lines 10, 11, … unless they say where. The hash tells all but the path."""
    told = [m if isinstance(m, Mention) else mention(m) for m in mentions]
    placed = tuple(m if m.line else replace(m, line=n, end_line=n) for n, m in enumerate(told, 10))
    present = tuple(people)
    content = sha256(repr((meeting, day, present, placed)).encode()).hexdigest()
    return Minutes(path or f"minutes/{day}.md", content, meeting, day, present=present, mentions=placed)


def series(*meetings: Sequence[Mention | str], start: int = 1) -> tuple[Minutes, ...]:
    """The minutes of meetings numbered from `start`, four weeks apart; meeting 1 is on FIRST."""
    return tuple(minutes(*told, day=FIRST + timedelta(weeks=4 * (n - 1)), meeting=str(n)) for n, told in enumerate(meetings, start))


def action(id: str, text: str, *owners: str, **fields: object) -> Action:  # noqa: A002 - the field's name
    """An action of the ledger, raised at the meeting of its id and seen there."""
    key = id[1:].rpartition(".")[0]
    return replace(Action(id, text, key, owners=owners, seen=(key,)), **fields)  # type: ignore[arg-type]


def carried(told: Iterable[Minutes], known: Ledger | None = None, *, committee: Committee | None = None, today: date = TODAY) -> Carried:
    """Carry as the program does: the old ledger is read from its bytes."""
    stored = read_ledger(dump_ledger(known or Ledger()).encode(), "minutes/ledger.yaml")
    return carry(tuple(told), stored, committee or Committee(), "reading", today)


def in_turn(told: Sequence[Minutes], known: Ledger | None = None) -> Carried:
    """Carry the minutes of a series one file after the other."""
    for count in range(1, len(told)):
        known = carried(told[:count], known).ledger
    return carried(told, known)


def assert_made_one_way(told: Sequence[Minutes]) -> None:
    """The ledger is the same if the minutes come at once, in turn, once more, or after all was forgotten but what a person said."""
    whole = carried(told).ledger
    assert in_turn(told).ledger == whole
    assert carried(told, whole).ledger == whole
    assert carried(told, from_scratch(whole, tuple(told))).ledger == whole


def assert_kept_without(told: Sequence[Minutes], gone: int) -> None:
    """What the ledger knows of its actions stays when the minutes of one meeting are gone."""
    whole = carried(told).ledger
    rest = carried([one for n, one in enumerate(told) if n != gone], whole).ledger
    assert [(a.id, a.status, a.seen) for a in rest.actions] == [(a.id, a.status, a.seen) for a in whole.actions]


def noted(ledger: Ledger, action_id: str, *entries: ByHand) -> Ledger:
    """The ledger with entries made by hand about one action; what they change is worked out at the next carry."""
    return replace(changed(ledger, action_id, by_hand=(*find(ledger, action_id).by_hand, *entries)), reading=None)


def changed(ledger: Ledger, action_id: str, **fields: object) -> Ledger:
    """The ledger as somebody edited it: fields of one record are others."""
    actions = tuple(replace(a, **fields) if a.id == action_id else a for a in ledger.actions)  # type: ignore[arg-type]
    return replace(ledger, actions=actions)


def find(ledger: Ledger, action_id: str) -> Action:
    """The action with an id or an alias."""
    return next(a for a in ledger.actions if action_id in (a.id, *a.aliases))


def ids(ledger: Ledger) -> tuple[str, ...]:
    """The ids of all actions in the order of the ledger, without aliases."""
    return tuple(a.id for a in ledger.actions)
