"""What meetings and actions are called: keys and ids, given once, kept for ever."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tcsg.model import Meeting, Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.model import Ledger, Minutes

_PLAIN = re.compile(r"[0-9A-Za-z-]{1,20}$")
_ID = re.compile(r"[Aa]?([0-9A-Za-z-]+)\.([0-9]+)$")


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting of the fold: its record, and its minutes unless the file is gone."""

    meeting: Meeting
    minutes: Minutes | None


def normal_id(typed: str) -> str | None:
    """`A8.3` for `A8.3`, `a8.3` and `8.3`; None for what is no id. The case of the meeting's key is kept."""
    match = _ID.match(typed.strip())
    return f"A{match[1]}.{int(match[2])}" if match else None


def split_id(action_id: str) -> tuple[str, int]:
    """The meeting's key and the number of an id."""
    key, _, number = action_id[1:].rpartition(".")
    return key, int(number)


def order_meetings(minutes: Sequence[Minutes], known: Ledger) -> tuple[Held, ...]:
    """All meetings in date order with their keys; those of the ledger whose file is gone come along without minutes."""
    dated = sorted((m for m in minutes if m.day is not None), key=lambda m: (m.day, m.path))
    kept = _recognise(dated, known.meetings)
    taken = {meeting.key for meeting in known.meetings}
    held = []
    for one in dated:
        old = kept.get(one.path)
        key = old.key if old else _new_key(one, taken)
        taken.add(key)
        if one.day is not None:
            held.append(Held(Meeting(key, one.day, one.path, one.sha256, _people(one)), one))
    gone = [Held(m, None) for m in known.meetings if m.key not in {h.meeting.key for h in held}]
    return tuple(sorted([*held, *gone], key=lambda h: (h.meeting.day, h.meeting.path)))


def _people(minutes: Minutes) -> tuple[Person, ...]:
    """Who is listed, as the ledger remembers it: without roles."""
    return tuple(Person(p.name, p.initials) for p in minutes.people)


def _recognise(minutes: Sequence[Minutes], known: Iterable[Meeting]) -> dict[str, Meeting]:
    """Which meeting of the ledger each file is: by path, else by content, else by its number or day alone."""
    found: dict[str, Meeting] = {}
    left = list(known)
    tests = (
        lambda m, k: m.path == k.path,
        lambda m, k: m.sha256 == k.sha256,
        lambda m, k: m.meeting == k.key and m.day == k.day,
        lambda m, k: m.day == k.day,
    )
    for test in tests:
        for one in minutes:
            if one.path not in found and (old := next((k for k in left if test(one, k)), None)):
                found[one.path] = old
                left.remove(old)
    return found


def _new_key(minutes: Minutes, taken: set[str]) -> str:
    """The number as written if it is plain and free, else the day, else the day with b, c, …"""
    number = minutes.meeting
    if number and _PLAIN.match(number) and number not in taken:
        return number
    day = str(minutes.day)
    if day not in taken:
        return day
    letters = (a + b for a in ("", *"abcdefghijklmnopqrstuvwxyz") for b in "bcdefghijklmnopqrstuvwxyz")
    return next(f"{day}{letter}" for letter in letters if f"{day}{letter}" not in taken)


class Numbers:
    """Hands out the next free number of each meeting; a number once given never comes back."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._highest: dict[str, int] = {}
        for action_id in ids:
            self.note(action_id)

    def note(self, action_id: str) -> None:
        """Remember that an id is given."""
        key, number = split_id(action_id)
        self._highest[key] = max(number, self._highest.get(key, 0))

    def give(self, key: str) -> str:
        """A new id for an action first minuted at the meeting `key`."""
        action_id = f"A{key}.{self._highest.get(key, 0) + 1}"
        self.note(action_id)
        return action_id
