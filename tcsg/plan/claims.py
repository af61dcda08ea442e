"""The lines of a draft: claims with their places, gaps, headings, rows; and what they are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tcsg.ledger.carry import Carried
    from tcsg.model import Committee, Minutes, Place
    from tcsg.plan.state import Standing
    from tcsg.plan.values import Commitment, Plan


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of the draft with the meeting it comes from, if it comes from one, and its place."""

    text: str
    place: Place
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What the form asks and nothing tells, with the cure."""

    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading within an answer."""

    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment as a row of the plan's table."""

    commitment: Commitment
    state: str
    place: Place


Line: TypeAlias = "Claim | Gap | Part | Row"


@dataclass(frozen=True, slots=True)
class Scheme:
    """What a scheme's form wants: the roles whose voice it asks for, by words within them, and the months of the plan."""

    voice: tuple[str, ...] = ("technician", "technical")
    months: int = 24


@dataclass(frozen=True, slots=True)
class Sources:
    """All that a draft may draw on; `texts` are the lines of the minutes files by path."""

    plans: tuple[Plan, ...]
    standings: tuple[Standing, ...]
    carried: Carried
    minutes: tuple[Minutes, ...]
    texts: Mapping[str, Sequence[str]]
    committee: Committee
    today: date

    @property
    def since(self) -> date | None:
        """The day from which to report: that of the last self-assessment, else that of joining; None for all there is."""
        before = [day for day in self.committee.self_assessments if day < self.today]
        return before[-1] if before else self.committee.joined

    @property
    def held(self) -> tuple[Minutes, ...]:
        """The minutes since then, in the order of their days."""
        told = [(m.day, m.path, m) for m in self.minutes if m.day is not None and (self.since or date.min) <= m.day <= self.today]
        return tuple(m for _, _, m in sorted(told, key=lambda t: t[:2]))
