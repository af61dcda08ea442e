"""What meetings and actions are called: keys and ids, given once, kept for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.ledger.canonical import handles_of
from tcsg.model import Meeting, Person

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence
    from datetime import date

    from tcsg.model import Ledger, Minutes

_PLAIN = late.compile(r"[0-9A-Za-z-]{1,20}$")
_DATED = late.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[a-z]*$")
_ID = late.compile(r"[Aa]?([0-9A-Za-z-]+)\.([0-9]+)$")


@frozen
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
    dated = sorted(((m.day, m.path, m) for m in minutes if m.day is not None), key=lambda d: d[:2])
    kept = _recognise([m for _, _, m in dated], known.meetings)
    taken = {meeting.key.casefold() for meeting in known.meetings}
    held = []
    for day, path, one in dated:
        held.append(_held(one, day, kept[path].key) if path in kept else new_meeting(one, day, taken))
    found = {h.meeting.key for h in held}
    gone = [Held(m, None) for m in known.meetings if m.key not in found]
    return tuple(sorted([*held, *gone], key=lambda h: (h.meeting.day, h.meeting.path)))


def new_meeting(minutes: Minutes, day: date, taken: set[str]) -> Held:
    """A meeting that the ledger does not have, with its minutes; its key is among those that are `taken` from now on."""
    key = _new_key(minutes, day, taken)
    taken.add(key.casefold())
    return _held(minutes, day, key)


def _held(minutes: Minutes, day: date, key: str) -> Held:
    return Held(Meeting(key, day, minutes.path, minutes.sha256, _people(minutes)), minutes)


def _people(minutes: Minutes) -> tuple[Person, ...]:
    """Who is listed, as the ledger remembers it: of roles only the handles, `@lenaf`."""
    return tuple(p if p.role is None else Person(p.name, p.initials, handles_of(p.role)) for p in minutes.people)


def _recognise(minutes: Sequence[Minutes], known: Iterable[Meeting]) -> dict[str, Meeting]:
    """Which meeting of the ledger each file is: by two of path, day and number that agree, by its content, or by its day alone.

    A file that states another number and another day is another meeting, though it stand in the old one's place.
    """
    found: dict[str, Meeting] = {}
    left = {k.key: k for k in known}
    tests: tuple[Callable[[Minutes, Meeting], bool], ...] = (
        lambda m, k: m.path == k.path and m.day == k.day,
        lambda m, k: m.sha256 == k.sha256,
        lambda m, k: m.path == k.path and _agrees(m, k),
        lambda m, k: m.day == k.day and m.meeting == k.key,
        lambda m, k: m.day == k.day and _agrees(m, k),
    )
    for test in tests:
        for one in minutes:
            old = None if one.path in found else next((k for k in left.values() if test(one, k)), None)
            if old is not None:
                found[one.path] = left.pop(old.key)
    return found


def _agrees(minutes: Minutes, known: Meeting) -> bool:
    """Whether the number that the minutes state is the meeting's; a meeting that is called by its day may have any."""
    return minutes.meeting in (None, known.key) or _DATED.match(known.key) is not None


def _new_key(minutes: Minutes, day: date, taken: set[str]) -> str:
    """The number as written if it is plain and free, else the day, else the day with b, c, …; case makes no difference."""
    number = minutes.meeting
    if number and _PLAIN.match(number) and number.casefold() not in taken:
        return number
    return dated_key(day, taken)


def dated_key(day: date, taken: Container[str]) -> str:
    """The day as a key, with b, c, … when it is taken."""
    if str(day) not in taken:
        return str(day)
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
