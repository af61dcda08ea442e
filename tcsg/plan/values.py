"""The values of this room: a plan as its file states it.

plan file ──plan.read──▶ Plan ─┬─ Commitment …   what the plan promises, with its themes
                               ├─ Entry …        work that goes on, initiatives there have been
                               └─ Passage …      answers to the questions of a form
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.model import Status

if TYPE_CHECKING:
    from datetime import date

    from tcsg.model import Due


class Topic(StrEnum):
    """What a part of a plan, or of a self-assessment, is about."""

    CONTEXT = "context"
    DEFINITION = "definition"
    NUMBERS = "numbers"
    BEFORE = "before"
    SINCE = "since"
    PLAN = "plan"
    ONGOING = "ongoing"
    EXPECTED = "expected"
    VOICE = "voice"
    PUBLICATION = "publication"
    SIGNED = "signed"


@frozen
class Commitment:
    """One thing that a plan promises; `line` to `end_line` are 1-based and inclusive, `id` is None until one is given."""

    line: int
    end_line: int
    text: str
    themes: tuple[str, ...] = ()
    who: str | None = None
    """Who does it, as written."""
    owners: tuple[str, ...] = ()
    """The same, one by one."""
    purpose: str | None = None
    activity: str | None = None
    impact: str | None = None
    measure: str | None = None
    """How the impact will be shown."""
    timescale: Due | None = None
    group: str | None = None
    """The row's own heading, where a table groups its rows."""
    status: Status = Status.OPEN
    """What the plan itself says of it."""
    suggested: bool = False
    """Whether it is only proposed."""
    id: str | None = None

    @property
    def words(self) -> str:
        """The wording by which it is known again."""
        return f"{self.text} – {self.activity}" if self.activity and self.activity != self.text else self.text


@frozen
class Entry:
    """Work that is still going on, or an initiative that there has been; `number` is its mark as written."""

    line: int
    end_line: int
    text: str
    themes: tuple[str, ...] = ()
    number: str | None = None


@frozen
class Passage:
    """What a text says on one topic, in plain words: each paragraph with its line."""

    topic: Topic
    paragraphs: tuple[tuple[int, str], ...]
    end_line: int

    @property
    def line(self) -> int:
        """The first line."""
        return self.paragraphs[0][0]

    @property
    def text(self) -> str:
        """All of it, a line a paragraph."""
        return "\n".join(words for _, words in self.paragraphs)


@frozen
class Plan:
    """An action plan as its file states it; `start` and `end` are inclusive, `key` is None until one is given."""

    path: str
    sha256: str
    title: str
    start: date
    end: date
    themes: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    ongoing: tuple[Entry, ...] = ()
    initiatives: tuple[Entry, ...] = ()
    passages: tuple[Passage, ...] = ()
    key: str | None = None

    @property
    def name(self) -> str:
        """`P2025`, or before it has a key its title."""
        return f"P{self.key}" if self.key else self.title
