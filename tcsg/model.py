"""The values that pass between the rooms; all are frozen, and none knows of a file, a clock or a terminal.

minutes file ──reading──▶ Minutes ─┬─ Person …        who was there, with initials
├─ AgendaItem …    number, title, leads
└─ Mention …       an action as one place states it
│
ledger.carry, a fold over all Minutes
▼
ledger.yaml ◀──ledger.format── Ledger ─┬─ Meeting …   key, day, path, sha256, people
├─ Answer …    what a person said of a doubtful case
└─ Action …    the piece of work, with what was recorded by hand
checks  ──▶ Finding …   something to tell the user at path:line
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TypeAlias

from tcsg.frozen import frozen
from tcsg.register import AcademicTerm as AcademicTerm  # noqa: PLC0414 - all types are had from here
from tcsg.register import Committee as Committee  # noqa: PLC0414
from tcsg.register import Ignore as Ignore  # noqa: PLC0414
from tcsg.register import Limits as Limits  # noqa: PLC0414
from tcsg.register import Member as Member  # noqa: PLC0414
from tcsg.register import Theme as Theme  # noqa: PLC0414

Raw: TypeAlias = "str | list[Raw] | dict[str, Raw] | None"
"""A YAML value as the strict loader gives it: every scalar is a string, `null` and nothing at all are None."""


class Status(StrEnum):
    """The state of an action; in doubt it is open."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Kind(StrEnum):
    """The shape in which a place states an action; `all` and `known` tell of old ones, of all or by number or owner, `told` tells it in the talk."""

    BLOCK = "block"
    MARKER = "marker"
    CHECKBOX = "checkbox"
    INLINE = "inline"
    TABLE = "table"
    SUMMARY = "summary"
    ALL = "all"
    KNOWN = "known"
    TOLD = "told"


class Section(StrEnum):
    """What a list says of the actions in it: that they come from earlier meetings, or that they begin at this one."""

    REVIEW = "review"
    NEW = "new"


class Severity(StrEnum):
    """How much a finding matters; the worst comes first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(order=True)
class Place:
    """A line of a file: `path` from the workspace's root with `/`, `line` counted from 1 by line feeds."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@frozen
class Person:
    """Somebody as the minutes of one meeting, or the register, write them."""

    name: str
    initials: str | None = None
    role: str | None = None


@frozen
class Due:
    """A due phrase as it is written, and the day it means; `day` is None when it names no day."""

    words: str
    day: date | None = None
    readings: tuple[date, ...] = ()
    """The days a phrase could mean when it could be two (`5/6` without `date_order`); `day` is then None."""


@frozen
class Reason:
    """One ground for what was read: `about` is `action`, `owners`, `due` or `status`, or `report` for words that only the task makes a status."""

    about: str
    words: str
    line: int


@frozen
class Mention:
    """An action as a place states it: `number` in its list, `former` owners, `point` above; `at` and `refers` are numbers of paragraphs: `OS/7`."""

    line: int
    end_line: int
    text: str
    owners: tuple[str, ...] = ()
    due: Due | None = None
    status: Status = Status.OPEN
    kind: Kind = Kind.BLOCK
    agenda_item: str | None = None
    restates: int | None = None
    """Line of the earlier mention in the same file that says the same."""
    certain: bool = True
    cites: tuple[str, ...] = ()
    """Numbers by which the minutes themselves name the action: a ledger's id, or the committee's own."""
    reasons: tuple[Reason, ...] = ()
    block: str | None = None
    section: Section | None = None
    """What the list of actions that it stands in, the `block` of that title, says of them."""
    links: tuple[str, ...] = ()
    unsure: str | None = None
    """Words that say both that it is done and that it is not; it stays open until somebody tells."""
    plan: tuple[str, ...] = ()
    """What is written like the id of a commitment, `P2025.3`, in the place or in the lines that explain it."""
    former: tuple[str, ...] = ()
    point: str | None = None
    number: str | None = None
    at: str = ""
    refers: str = ""


@frozen
class AgendaItem:
    """A heading of the discussion: number as written, title, and the initials or names that lead it."""

    line: int
    title: str
    number: str | None = None
    leads: tuple[str, ...] = ()


@frozen
class Finding:
    """Something to tell the user: `code` names the rule, `action` the id it is about; `due` and `owners` are those of one that is late."""

    code: str
    severity: Severity
    place: Place
    message: str
    action: str | None = None
    days_late: int | None = None
    due: date | None = None
    owners: tuple[str, ...] = ()


@frozen
class Minutes:
    """One meeting's file as it was read; `day` is None when it tells no date, `arising` what is told of matters arising and marks no action."""

    path: str
    sha256: str
    meeting: str | None = None
    day: date | None = None
    committee: str | None = None
    next_meeting: date | None = None
    place: str | None = None
    present: tuple[Person, ...] = ()
    apologies: tuple[Person, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    mentions: tuple[Mention, ...] = ()
    findings: tuple[Finding, ...] = ()
    speakers: tuple[tuple[str, int], ...] = ()
    """Initials of who speaks, with the lines, where minutes are written as speech."""
    ignored: tuple[tuple[int, int, str], ...] = ()
    """First line, last line and title of each section that committee.yaml says to ignore."""
    announced: date | None = None
    """The day that the text itself gives for the next meeting, where nothing else does."""
    arising: tuple[Mention, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody the minutes list, those excused included."""
        return self.present + self.apologies


@frozen
class Meeting:
    """A meeting the ledger has carried; `key` names it in ids and everywhere else."""

    key: str
    day: date
    path: str
    sha256: str
    people: tuple[Person, ...] = ()

    def __hash__(self) -> int:
        return hash((self.key, self.sha256))  # much is remembered by meeting, and to hash all its people is dear


@frozen
class ByHand:
    """One thing a person recorded about an action on a day; what is None was not touched."""

    on: date
    status: Status | None = None
    due: str | None = None
    """An ISO day, or `none` for "no due date"."""
    owners: tuple[str, ...] | None = None
    note: str | None = None
    why: str | None = None
    added: str | None = None
    """The words of an action that was agreed between meetings and stands in no minutes."""
    same: str | None = None
    """The id of the action that was found to be this one; it stays an alias."""
    link: str | None = None
    """The id of a commitment that the action serves."""
    unlink: str | None = None
    """The id of a commitment that it does not serve, whatever earlier minutes say."""
    extra: tuple[tuple[str, Raw], ...] = ()


@frozen
class Answer:
    """What a person said once of a doubtful reading or match: `meeting` and `words` say which."""

    meeting: str
    words: str
    verdict: str
    """`same`, `different`, `action` or `status`."""
    value: str


@frozen
class Action:
    """The piece of work, living across meetings, first `raised` at that of a key; all but `by_hand` is derived from the minutes."""

    id: str
    text: str
    raised: str
    status: Status = Status.OPEN
    due: date | None = None
    due_words: str | None = None
    owners: tuple[str, ...] = ()
    closed: date | None = None
    seen: tuple[str, ...] = ()
    """Keys of those that mention it, in date order."""
    why: str | None = None
    """Why it was dropped, when the minutes or a person said."""
    aliases: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()
    by_hand: tuple[ByHand, ...] = ()
    extra: tuple[tuple[str, Raw], ...] = ()

    @property
    def times_carried(self) -> int:
        """At how many meetings after the first it came back."""
        return max(0, len(self.seen) - 1)


@frozen
class PlanFile:
    """An action plan whose commitments have ids; `key` is its first year, with b, c, … for others of that year."""

    key: str
    path: str
    sha256: str


@frozen
class Committed:
    """The id of a commitment and the words by which it is known again; one that is `gone` from its plan keeps both."""

    id: str
    words: str
    gone: bool = False


@frozen
class Ledger:
    """The record of all actions, chronological; `reading` tells what the reading depended on besides the minutes."""

    meetings: tuple[Meeting, ...] = ()
    answers: tuple[Answer, ...] = ()
    actions: tuple[Action, ...] = ()
    reading: str | None = None
    extra: tuple[tuple[str, Raw], ...] = ()
    plans: tuple[PlanFile, ...] = ()
    commitments: tuple[Committed, ...] = ()
