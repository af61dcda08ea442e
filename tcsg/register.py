"""What committee.yaml holds: the people, the calendar and the customs that the minutes do not tell."""

from __future__ import annotations

from datetime import date

from tcsg.frozen import frozen


@frozen
class Member:
    """A person of the committee with the days of their membership, both inclusive."""

    name: str
    initials: str | None = None
    role: str | None = None
    start: date | None = None
    end: date | None = None
    email: str | None = None
    also: tuple[str, ...] = ()
    """Other names, short forms and handles."""

    def serves(self, day: date | None) -> bool:
        """Whether the membership covers `day`; an unknown day is covered."""
        if day is None:
            return True
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@frozen
class AcademicTerm:
    """A named part of the academic year, from (month, day) to (month, day)."""

    name: str
    start: tuple[int, int]
    end: tuple[int, int]


@frozen
class Ignore:
    """A finding that the committee lets be until a day, inclusive; `line` is the entry's own.

    Without `action` and `path` it is every finding of the code; `path` may hold `*`.
    """

    code: str
    reason: str
    until: date
    line: int
    action: str | None = None
    path: str | None = None


@frozen
class Theme:
    """A theme of the action plans, with the letter that stands for it in a table."""

    name: str
    letter: str | None = None


@frozen
class Limits:
    """From what size on a file is refused: most likely it is not what it is taken for."""

    minutes_mb: int = 5
    minutes_lines: int = 50_000
    ledger_mb: int = 200
    action_characters: int = 10_000


@frozen
class Committee:
    """What committee.yaml says; every field has the meaning of its key there."""

    name: str | None = None
    time_zone: str | None = None
    date_order: str | None = None
    default_due: str | None = None
    unmentioned_after: int = 2
    academic_terms: tuple[AcademicTerm, ...] = ()
    meetings: tuple[date, ...] = ()
    members: tuple[Member, ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Name and the members' initials or names; `("all",)` means everybody."""
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    grace_days: int = 0
    ignore: tuple[Ignore, ...] = ()
    limits: Limits = Limits()
    themes: tuple[Theme, ...] = ()
    joined: date | None = None
    """When the organisation joined the scheme under which it reports; a month counts as its last day."""
    self_assessments: tuple[date, ...] = ()
    """Days on which a self-assessment was handed in."""
    stalled_after: int = 3
    """Minutes without an action after which a commitment of a plan is stalled."""
