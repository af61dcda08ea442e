"""A committee's folder opened for one command: what its files say, read once and as little as needed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from tcsg.cli.options import globals_of
from tcsg.cli.terminal import note
from tcsg.errors import CommitteeError, ManyErrors, MinutesError
from tcsg.model import Committee, Ledger, Limits, Place
from tcsg.workspace import COMMITTEE, LEDGER, SourceFile, Workspace, find_workspace, today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    import typer

    from tcsg.ledger.carry import Carried, Change
    from tcsg.ledger.people import Directory
    from tcsg.model import ByHand, Mention, Minutes
    from tcsg.plan.values import Plan

GRAMMAR = 2
"""Number of the grammar of actions; a ledger made with another is made again at the next carry."""

UNDATED = "the minutes tell no date; add `date: 2024-06-17` to the front matter, or name the file 2024-06-17.md"


@dataclass
class Desk:
    """One workspace on one day. What is read is kept; nothing is written but by `cli.carry`."""

    workspace: Workspace
    given_today: date | None = None
    from_scratch: bool = False
    """Whether only ids, answers and what was recorded by hand are taken from the stored ledger."""
    unreadable: list[MinutesError] = field(default_factory=list)
    plans: tuple[Plan, ...] = ()
    """The action plans with the ids of their commitments, as of the last carry."""
    where: str = ""
    """Said before what cannot be read: the revision that the files are of, when they are not those on the disk."""

    @cached_property
    def committee(self) -> Committee:
        """The register; an empty one without committee.yaml. CommitteeError when it is broken."""
        return read_committee(self.workspace)

    @cached_property
    def today(self) -> date:
        """The day that counts as today."""
        return today(self.given_today, self.committee.time_zone)

    @cached_property
    def limits(self) -> Limits:
        """From what size on a file is refused; the usual sizes when committee.yaml means nothing, which is said elsewhere."""
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
        if self.stored_bytes is None:
            return None
        from tcsg.ledger.records import read_ledger

        return read_ledger(self.stored_bytes, LEDGER)

    @cached_property
    def reading(self) -> str:
        """What the reading depends on besides the minutes: the grammar and committee.yaml, as a hash."""
        from hashlib import sha256

        data = self.workspace.committee_bytes() or b""
        if data:
            from tcsg.reading.committee import without_the_gate

            data = without_the_gate(data)
        return sha256(b"grammar %d\n" % GRAMMAR + data).hexdigest()

    @cached_property
    def sources(self) -> tuple[SourceFile, ...]:
        """The minutes files; what front matter calls an agenda or a plan is left out."""
        from tcsg.reading.kind import is_minutes

        return tuple(s for s in self._all if is_minutes(s.data))

    @cached_property
    def plan_sources(self) -> tuple[SourceFile, ...]:
        """The action plans among the files; one that tells no period is only a text."""
        from tcsg.reading.kind import ACTION_PLAN, has_period, kind_of

        return tuple(s for s in self._all if kind_of(s.data) == ACTION_PLAN and has_period(s.data))

    @property
    def undated_plans(self) -> tuple[str, ...]:
        """The paths of action plans that tell no period."""
        from tcsg.reading.kind import ACTION_PLAN, kind_of

        return tuple(s.path for s in self._all if kind_of(s.data) == ACTION_PLAN and s not in self.plan_sources)

    @cached_property
    def _all(self) -> tuple[SourceFile, ...]:
        return tuple(self._files())

    def _files(self) -> Iterator[SourceFile]:
        """The files that can be had; what is wrong with the others waits in `unreadable`."""
        for path in self.workspace.minutes_paths():
            try:
                yield self.workspace.source(path, self.limits)
            except MinutesError as fault:
                self.unreadable.append(fault)

    @cached_property
    def is_current(self) -> bool:
        """Whether the stored ledger was made from just these minutes."""
        if self.stored is None or self.stored.reading != self.reading:
            return False
        hashes = {m.path: m.sha256 for m in self.stored.meetings} | {p.path: p.sha256 for p in self.stored.plans}
        return all(hashes.get(s.path) == s.sha256 for s in (*self.sources, *self.plan_sources)) and not self.unreadable

    def minutes(self, *, strict: bool) -> tuple[Minutes, ...]:
        """All minutes read; a bad file is an error, or when not `strict` a warning on stderr and left out."""
        sources, found, faults = self.sources, [], list(self.unreadable)
        for source in sources:
            try:
                found.append(read_source(source, self.committee, dated=True))
            except MinutesError as fault:
                faults.append(fault)
        if faults and strict:
            raise ManyErrors(tuple(faults))
        for skipped in faults:
            note(f"{self.where}{skipped} (not read; what the ledger remembers of it counts)")
        return tuple(found)

    def carried(self, *, strict: bool, recorded: Mapping[str, ByHand] | None = None) -> tuple[tuple[Minutes, ...], Carried]:
        """The minutes, and the ledger that follows from them now, with what is recorded by hand just now."""
        from tcsg.ledger.carry import carry, changes, from_scratch

        minutes, stored = self.minutes(strict=strict), self.stored or Ledger()
        known = from_scratch(stored, minutes) if self.from_scratch else stored
        known, news = self._with_plans(known, minutes, strict=strict)
        carried = carry(minutes, known, self.committee, self.reading, self.today, recorded or {})
        said = changes(stored, carried.ledger) if self.from_scratch else carried.changes
        return minutes, replace(carried, changes=(*news, *said))

    def _with_plans(self, known: Ledger, minutes: Iterable[Minutes], *, strict: bool) -> tuple[Ledger, tuple[Change, ...]]:
        """The ledger with the ids of what the plans promise now, and what is new about them."""
        self.plans = ()
        if not self.plan_sources:
            return known, ()
        from tcsg.cli.plans import read_plans
        from tcsg.plan.identity import named_plans

        people = dict.fromkeys(p for m in minutes for p in m.people)
        named = named_plans(read_plans(self.plan_sources, self.committee, people, self.where, strict=strict), known)
        self.plans = named.plans
        return replace(known, plans=named.files, commitments=named.commitments), named.changes

    def read_plans(self, ledger: Ledger) -> tuple[Plan, ...]:
        """The action plans with the ids that a current ledger gives, without carrying."""
        from tcsg.cli.plans import read_plans
        from tcsg.plan.identity import named_plans

        people = dict.fromkeys(p for m in ledger.meetings for p in m.people)
        return named_plans(read_plans(self.plan_sources, self.committee, people, self.where, strict=False), ledger).plans

    def as_of(self, day: date) -> Carried:
        """The ledger as it was on a past day: of the minutes up to it and what had been recorded by hand, under the ids of today."""
        from tcsg.ledger.carry import carry
        from tcsg.ledger.history import until

        minutes, now = self.carried(strict=False)
        early = tuple(m for m in minutes if m.day is not None and m.day <= day)
        return carry(early, until(now.ledger, day), self.committee, self.reading, day)

    def again(self) -> Desk:
        """The same desk with nothing read yet: what counts within the lock."""
        return Desk(self.workspace, self.given_today, self.from_scratch)

    def read_line(self, text: str, day: date, ledger: Ledger) -> Mention:
        """A line read as an action of minutes of that day would be, with the people the ledger knows."""
        from tcsg.reading.minutes import read_line

        people = [p for m in ledger.meetings[-3:] for p in m.people]
        return read_line(text, day, people, self.committee)

    def ledger(self) -> Ledger:
        """The ledger as the minutes have it now: the stored one when it is current."""
        if self.is_current and self.stored is not None:
            return self.stored
        return self.carried(strict=False)[1].ledger

    def directory(self, ledger: Ledger) -> Directory:
        """The people of a ledger and the register."""
        from tcsg.ledger.people import Directory

        return Directory(ledger, self.committee, self.today)


def open_desk(context: typer.Context, *, from_scratch: bool = False) -> Desk:
    """The workspace that `-C` or the current folder is in; UsageError when there is none."""
    given = globals_of(context)
    return Desk(find_workspace(given.directory or Path()), given.today, from_scratch)


def read_committee(workspace: Workspace) -> Committee:
    """The register of a workspace."""
    data = workspace.committee_bytes()
    if data is None:
        return Committee()
    from tcsg.reading.committee import load_committee
    from tcsg.reading.text import decode

    return load_committee(normalize("NFC", decode(data, COMMITTEE, CommitteeError)), COMMITTEE)


def read_source(source: SourceFile, committee: Committee, *, dated: bool) -> Minutes:
    """Read one minutes file; MinutesError when it is broken, or `dated` is asked and it tells no date."""
    from tcsg.reading.minutes import read_minutes
    from tcsg.reading.text import decode

    text = normalize("NFC", decode(source.data, source.path))  # a name is one name, however its accents are stored
    minutes = read_minutes(text, source.path, source.sha256, committee)
    _refuse_long(minutes, text, committee.limits)
    if dated and minutes.day is None:
        raise MinutesError(UNDATED, Place(source.path, 1))
    return minutes


def _refuse_long(minutes: Minutes, text: str, limits: Limits) -> None:
    """Refuse a mention whose lines hold more than an action may: a reader of it would be shown a part, and told nothing."""
    lines = text.split("\n")
    for mention in minutes.mentions:
        length = sum(map(len, lines[mention.line - 1 : mention.end_line]))
        if length > limits.action_characters:
            said = f"an action of {length:,} characters, more than {limits.action_characters:,}, the limit; is a paragraph taken for one?"
            raise MinutesError(f"{said} `limits: {{action_characters: …}}` in committee.yaml sets another", Place(minutes.path, mention.line))
