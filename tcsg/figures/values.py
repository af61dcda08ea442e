"""The figures of a report as frozen values; days are whole days, and every count is of actions."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tcsg.frozen import frozen

if TYPE_CHECKING:
    from datetime import date

    from tcsg.ledger.history import Point
    from tcsg.model import Status
    from tcsg.plan.state import Standing


@frozen
class Scope:
    """What a report is about: the committee, the day, the filter as `name, value`, and whether names are left out."""

    committee: str | None
    as_of: date
    filter: tuple[tuple[str, str], ...] = ()
    names: bool = True
    limit: int = 100
    """At most so many actions are listed in one place; counts are of all."""


@frozen
class Item:
    """An action as a report shows it, on the day of the report."""

    id: str
    text: str
    owners: tuple[str, ...]
    """As minuted; without names only the groups are left."""
    status: Status
    due: date | None
    due_words: str | None
    raised: date | None
    """The day of the meeting that raised it, or on which it was agreed; None when the ledger does not tell."""
    meeting: str
    """Key of that meeting."""
    closed: date | None
    why: str | None
    age: int | None
    """Days from the day it was raised to the day it was closed, or to the day of the report."""
    days_late: int | None
    times_carried: int
    group: str | None = None
    """The group through which it is the person's who was asked for."""


@frozen
class Load:
    """What one person or group has open; an action of two counts for each."""

    owner: str
    open: int
    overdue: int
    items: tuple[Item, ...]
    left_out: int


@frozen
class Band:
    """Open actions of an age in days from `start` on and before `end`; `end` None: and older."""

    start: int
    end: int | None
    open: int
    overdue: int


@frozen
class Moment:
    """How many actions were open at the end of a day, and what changed that day."""

    day: date
    raised: int
    closed: int
    open: int


@frozen
class Span:
    """What became of actions from the day `start` to the day `end`, both inclusive."""

    start: date
    end: date
    raised: int
    done: int
    dropped: int
    median_days: float | None
    """Of those done: from the day each was raised to the day it was closed; None when none was done."""
    open: int
    """Open at the end of the span."""


class Kind(StrEnum):
    """What can have happened to an action since the last meeting, in the order in which it is told."""

    RAISED = "raised"
    DONE = "done"
    DROPPED = "dropped"
    REOPENED = "reopened"
    MOVED = "moved"
    HANDED = "handed over"


@frozen
class Change:
    """One thing that happened to an action; `before` and `after` are days or owners as ISO or as minuted, None where there was none."""

    kind: Kind
    item: Item
    before: str | None = None
    after: str | None = None


@frozen
class Since:
    """What the last meeting changed, and what was recorded after it."""

    meeting: str
    day: date
    changes: tuple[Change, ...]

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(c for c in self.changes if c.kind is kind)


@frozen
class Knot:
    """A place on a thread at which the due day was moved back, by `days`; `meeting` None: by hand."""

    day: date
    meeting: str | None
    before: date
    after: date

    @property
    def days(self) -> int:
        """By how many days."""
        return (self.after - self.before).days


@frozen
class Thread:
    """An action through the meetings: its marks, and the knots where its date slipped."""

    item: Item
    points: tuple[Point, ...]
    knots: tuple[Knot, ...]
    known: bool = True
    """Whether it was looked up where the date slipped."""


@frozen
class Weave:
    """The threads that are drawn over the latest meetings, and how many of both are left out."""

    meetings: tuple[tuple[str, date], ...]
    threads: tuple[Thread, ...]
    left_out: int
    earlier: int


@frozen
class Figures:
    """All figures of a report."""

    scope: Scope
    actions: int
    open: int
    done: int
    dropped: int
    undated: int
    """Open actions without a day on which they are due."""
    overdue: tuple[Item, ...]
    """The most overdue first; at most as many as the scope lists."""
    overdue_count: int
    oldest: Item | None
    loads: tuple[Load, ...]
    """The most overdue first; nobody's come last. None without names."""
    holders: int
    """How many people and groups own what is open."""
    bands: tuple[Band, ...]
    course: tuple[Moment, ...]
    """Each day on which something was raised or closed, and the day of the report at the end."""
    meetings: int
    since: Since | None
    year: Span
    """The twelve months up to the day."""
    year_before: Span
    years: tuple[Span, ...]
    """Calendar years, the earliest first."""
    weave: Weave
    standings: tuple[Standing, ...] = ()
    """How the commitments of the action plans stand; none where a filter chooses some of the actions."""
