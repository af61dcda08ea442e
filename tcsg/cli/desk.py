"""A committee's folder opened for one command: what its files say, read once and as little as needed."""

from __future__ import annotations

from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from tcsg.cli.cycles import unswept
from tcsg.cli.options import globals_of
from tcsg.cli.sources import load_register, read_source
from tcsg.cli.terminal import note, waiting
from tcsg.errors import CommitteeError, ManyErrors, MinutesError
from tcsg.frozen import replace
from tcsg.model import Committee, Ledger, Limits, Status
from tcsg.workspace import LEDGER, SourceFile, Workspace, find_workspace, today

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    import typer

    from tcsg.cli.memory import Memory, Settled
    from tcsg.ledger.ahead import Ahead
    from tcsg.ledger.carry import Carried, Change
    from tcsg.ledger.people import Directory
    from tcsg.model import ByHand, Meeting, Mention, Minutes, Person
    from tcsg.plan.identity import Named
    from tcsg.plan.values import Plan

GRAMMAR = 21
"""Number of the grammar of actions; a ledger made with another is made again at the next carry."""


class Desk:
    """One workspace on one day. What is read is kept; nothing is written but by `cli.carry`.

    With `from_scratch` only ids, answers and what was recorded by hand are taken from the stored ledger. `where` is said before
    what cannot be read: the revision that the files are of, when they are not those on the disk.
    """

    def __init__(self, workspace: Workspace, given_today: date | None = None, *, from_scratch: bool = False, where: str = "") -> None:
        self.workspace = workspace
        self.given_today = given_today
        self.from_scratch = from_scratch
        self.where = where
        self.unreadable: list[MinutesError] = []
        self.said: set[str] = set()
        """What has been said on stderr of what cannot be read."""
        self.plans: tuple[Plan, ...] = ()
        """The action plans with the ids of their commitments, as of the last carry."""

    @cached_property
    def committee(self) -> Committee:
        """The register; an empty one without committee.yaml. CommitteeError when it is broken."""
        data = self.register
        return Committee() if data is None else self.memory.committee(data, lambda: load_register(data))

    @cached_property
    def register(self) -> bytes | None:
        """The bytes of committee.yaml, or None."""
        return self.workspace.committee_bytes()

    @cached_property
    def memory(self) -> Memory:
        """What earlier commands found out about the same bytes."""
        from tcsg.cli.memory import Memory

        return Memory(self.workspace)

    @cached_property
    def today(self) -> date:
        """The day that counts as today."""
        return today(self.given_today, self.committee.time_zone)

    @cached_property
    def limits(self) -> Limits:
        """From what size on a file is refused; the usual sizes when committee.yaml means nothing, as is said elsewhere."""
        try:
            return self.committee.limits
        except CommitteeError as fault:
            if isinstance(fault.__cause__, OSError):  # it may be there at the next look, and say otherwise
                raise
            return Limits()

    @cached_property
    def stored_bytes(self) -> bytes | None:
        """The ledger's file."""
        return self.workspace.ledger_bytes(self.limits)

    @cached_property
    def stored(self) -> Ledger | None:
        """The ledger as it is stored; LedgerError when it is broken."""
        data = self.stored_bytes
        if data is None:
            return None
        from tcsg.ledger import records

        if self.is_canonical:
            return records.load_known(data)
        if (ledger := records.fast_load(data)) is not None:
            self.is_canonical = True
            self.memory.found_canonical(self.stored_hash)
        return ledger or records.read_ledger(data, LEDGER)

    @cached_property
    def stored_hash(self) -> str:
        """The SHA-256 of the ledger's file, in hexadecimal."""
        return SourceFile(LEDGER, self.stored_bytes or b"").sha256

    @cached_property
    def is_canonical(self) -> bool:
        """Whether the ledger is known to be written as tcsg writes it, so that records can be read one by one."""
        return self.stored_bytes is not None and self.memory.is_canonical(self.stored_hash)

    @cached_property
    def head(self) -> Ledger | None:
        """The stored ledger, without its actions where these need not be read."""
        if "stored" in self.__dict__ or not self.is_canonical or self.stored_bytes is None:
            return self.stored
        from tcsg.ledger.records import load_head

        return load_head(self.stored_bytes)

    @cached_property
    def reading(self) -> str:
        """What the reading depends on besides the minutes: the grammar and committee.yaml, as a hash."""
        from hashlib import sha256

        data = self.register or b""
        if data:
            from tcsg.reading.gate import without_the_gate

            data = without_the_gate(data)
        return sha256(b"grammar %d\n" % GRAMMAR + data).hexdigest()

    @cached_property
    def sources(self) -> tuple[SourceFile, ...]:
        """The minutes files; what front matter calls an agenda or a plan is left out, what is wrong with others waits in `unreadable`."""
        from tcsg.reading.kind import is_minutes

        return tuple(s for s in self.files if is_minutes(s.data))

    @cached_property
    def plan_sources(self) -> tuple[SourceFile, ...]:
        """The action plans among the files; one that tells no period is only a text."""
        from tcsg.reading.kind import is_plan

        return tuple(s for s in self.files if is_plan(s.data))

    @cached_property
    def files(self) -> tuple[SourceFile, ...]:
        """The files that can be had; what is wrong with the others waits in `unreadable`."""
        found = []
        passed = {str(fault) for fault in self.unreadable}
        for source in self.workspace.sources(self.limits):
            if not isinstance(source, MinutesError):
                found.append(source)
            elif str(source) not in passed:
                self.unreadable.append(source)
        return tuple(found)

    @property
    def is_current(self) -> bool:
        """Whether the stored ledger was made from just these minutes; some may be gone since."""
        return self._missing is not None

    @property
    def is_whole(self) -> bool:
        """Whether the stored ledger was made from just these minutes, and all of them are there."""
        return self._missing == 0

    @cached_property
    def _missing(self) -> int | None:
        """How many of the ledger's minutes are gone; None when there are others, unlike those it was made from."""
        head = self.head
        if head is None or head.reading != self.reading:
            return None
        from tcsg.reading.kind import is_minutes, is_plan

        hashes = {m.path: m.sha256 for m in head.meetings} | {p.path: p.sha256 for p in head.plans}
        count = 0
        for source in self.workspace.sources(self.limits):
            if isinstance(source, MinutesError):
                self.unreadable.append(source)
                return None
            if hashes.get(source.path) == source.sha256:
                count += 1
            elif is_minutes(source.data) or is_plan(source.data):
                return None
        return len(hashes) - count

    @cached_property
    def settled(self) -> Settled | None:
        """What carrying has to say, when it is known to change nothing."""
        return self.memory.settled(self.stored_hash) if self.is_whole else None

    @property
    def is_certain(self) -> bool:
        """Whether the stored ledger is known to be what carrying makes of it: a command wrote it so, or found that nothing changes."""
        return self.is_whole and (self.memory.is_untyped(self.stored_hash) or self.settled is not None)

    def keep_settled(self, carried: Carried) -> bool:
        """Remember what carrying has to say of the stored ledger, and tell whether it changes nothing."""
        from tcsg.ledger.canonical import dump_ledger

        ledger = carried.ledger
        if not self.is_whole or dump_ledger(ledger).encode() != self.stored_bytes:
            return False
        counts = len(ledger.meetings), len(ledger.actions), sum(a.status is Status.OPEN for a in ledger.actions)
        self.memory.found_settled(self.stored_hash, *counts, carried.findings)
        return True

    def read(self, source: SourceFile) -> Minutes:
        """The minutes of a file; MinutesError when it cannot be read."""
        return self.memory.minutes(source, self.reading, partial(read_source, source, self.committee, dated=True))

    def minutes(self, *, strict: bool, ahead: Callable[[], Ahead] | None = None) -> tuple[Minutes, ...]:
        """All minutes read; a bad file is an error, or when not `strict` a warning on stderr and left out.

        Whoever goes `ahead` is given each file as soon as it was read, as far as can be told in the order of their days.
        """
        from tcsg.cli.gathering import gather  # lazy: most commands read few files or none

        found = gather(self.sources, self.committee, self.reading, self.memory, ahead)
        faults = [*self.unreadable, *(one for one in found if isinstance(one, MinutesError))]
        if faults and strict:
            raise ManyErrors(tuple(faults))
        for skipped in faults:
            if str(skipped) not in self.said:
                self.said.add(str(skipped))
                note(f"{self.where}{skipped} (not read; what the ledger remembers of it counts)")
        return tuple(one for one in found if not isinstance(one, MinutesError))

    @unswept()
    def carried(self, *, strict: bool, recorded: Mapping[str, ByHand] | None = None) -> tuple[tuple[Minutes, ...], Carried]:
        """The minutes, and the ledger that follows from them now, with what is recorded by hand just now."""
        from tcsg.cli.gathering import follower

        ahead = cache(partial(follower, self.committee)) if self.stored_bytes is None and self.stored is None else None
        minutes, stored = self.minutes(strict=strict, ahead=ahead), self.stored or Ledger()
        from tcsg.ledger.carry import carry, changes, from_scratch  # here, for `follower` loads most of it while others read

        known = from_scratch(stored, minutes) if self.from_scratch else stored
        known, news = self.with_plans(known, minutes, strict=strict)
        untyped = not self.from_scratch and self.is_canonical and self.memory.is_untyped(self.stored_hash)
        with waiting("Following actions"):
            carried = carry(minutes, known, self.committee, self.reading, self.today, recorded or {}, untyped=untyped, ahead=ahead and ahead())
        said = changes(stored, carried.ledger) if self.from_scratch else carried.changes
        return minutes, replace(carried, changes=(*news, *said))

    def with_plans(self, known: Ledger, minutes: Iterable[Minutes | Meeting], *, strict: bool) -> tuple[Ledger, tuple[Change, ...]]:
        """The ledger with the ids of what the plans promise now, and what is new about them."""
        self.plans = ()
        if not self.plan_sources:
            return known, ()
        found = self._named(known, (p for m in minutes for p in m.people), strict=strict)
        self.plans = found.plans
        return replace(known, plans=found.files, commitments=found.commitments), found.changes

    def read_plans(self, ledger: Ledger) -> tuple[Plan, ...]:
        """The action plans with the ids that a current ledger gives, without carrying."""
        return self._named(ledger, (p for m in ledger.meetings for p in m.people), strict=False).plans if self.plan_sources else ()

    def _named(self, known: Ledger, people: Iterable[Person], *, strict: bool) -> Named:
        from tcsg.cli.plans import read_plans
        from tcsg.plan.identity import named_plans

        return named_plans(read_plans(self.plan_sources, self.committee, dict.fromkeys(people), self.where, strict=strict), known)

    def on(self, day: date) -> Desk:
        """The same folder looked at on another day, unless a day was given for today; with the plans as they were read."""
        desk = Desk(self.workspace, self.given_today or day, from_scratch=self.from_scratch, where=self.where)
        desk.unreadable, desk.said, desk.plans = self.unreadable, self.said, self.plans
        return desk

    def again(self) -> Desk:
        """The same desk with nothing read yet: what counts within the lock."""
        return Desk(self.workspace, self.given_today, from_scratch=self.from_scratch)

    def read_line(self, text: str, day: date, ledger: Ledger) -> Mention:
        """A line read as an action of minutes of that day would be, with the people the ledger knows."""
        from tcsg.reading.minutes import read_line

        people = [p for m in ledger.meetings[-3:] for p in m.people]
        return read_line(text, day, people, self.committee)

    def directory(self, ledger: Ledger) -> Directory:
        """The people of a ledger and the register."""
        from tcsg.ledger.people import Directory

        return Directory(ledger, self.committee, self.today)


def open_desk(context: typer.Context, *, from_scratch: bool = False) -> Desk:
    """The workspace that `-C` or the current folder is in; UsageError when there is none."""
    given = globals_of(context)
    return Desk(find_workspace(given.directory or Path()), given.today, from_scratch=from_scratch)
