"""What is remembered from earlier commands about just these bytes: readings of minutes, the register, what is certain of a ledger.

A key is made of all that the value depends on: the bytes, what else was looked at, and the program's own code. So nothing here can
be out of date, and whatever is missing or not of its form is made again.
"""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from tcsg.workspace.cache import Cache, code_of, code_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tcsg.checks.case import Known
    from tcsg.ledger.carry import Carried
    from tcsg.model import Committee, Finding, Ledger, Minutes
    from tcsg.plan.values import Plan
    from tcsg.workspace import SourceFile, Workspace

_READ, _WRITTEN = "read", "written"


class Settled:
    """What carrying a ledger that carrying does not change has to say: counts of meetings, actions and open ones, and the findings."""

    def __init__(self, meetings: int, actions: int, open_now: int, findings: tuple[Finding, ...]) -> None:
        self.meetings = meetings
        self.actions = actions
        self.open = open_now
        self.findings = findings


class Memory:
    """The cache of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._notes = Cache(workspace.root, "notes")
        self._readings = Cache(workspace.root, "readings")
        self._folds = Cache(workspace.root, "folds")

    @cached_property
    def _code(self) -> str:
        return code_of()

    @cached_property
    def _all_code(self) -> str:
        return code_with(self._code, "markdown_it", "yaml")

    def committee(self, data: bytes, read: Callable[[], Committee]) -> Committee:
        """The register of these bytes, read by `read` when it is not known."""
        from tcsg.reading.kept import FOREIGN, dump_committee, load_committee_kept

        key = _key("committee", self._code, data)
        try:
            if (held := self._notes.get(key)) is not None:
                return load_committee_kept(held)
        except FOREIGN:
            pass
        committee = read()
        self._notes.put(key, dump_committee(committee))
        self._notes.save()
        return committee

    def minutes(self, source: SourceFile, reading: str, read: Callable[[], Minutes]) -> Minutes:
        """The minutes of a file, read by `read` when they are not known; `keep` writes what was."""
        from tcsg.reading.kept import FOREIGN, dump_minutes, load_minutes

        key = self._key_of(source, reading)
        try:
            if (held := self._readings.get(key)) is not None:
                return load_minutes(held, source.path, source.sha256)
        except FOREIGN:
            pass
        minutes = read()
        self._readings.put(key, dump_minutes(minutes))
        return minutes

    def lacks(self, source: SourceFile, reading: str) -> bool:
        """Whether the minutes of a file are certainly not known."""
        return not self._readings.has(self._key_of(source, reading))

    def found_minutes(self, source: SourceFile, reading: str, kept: str | None) -> None:
        """Remember what another process read in a file, as JSON of `reading.kept`, if one did."""
        if kept is not None:
            self._readings.put_text(self._key_of(source, reading), kept)

    def _key_of(self, source: SourceFile, reading: str) -> str:
        return _key("minutes", self._all_code, reading, source.path, source.sha256)

    def keep(self, *, partly: bool = False) -> None:
        """Write what was read: of all minutes, or of those alone that a command needed."""
        self._readings.save(partly=partly)

    def fold(self, known: Ledger, place: int) -> Any:
        """The fold of a ledger's meetings before a place, as values; None when it is not known."""
        return self._folds.get(self._fold_key(known, place))

    def keep_folds(self, carried: Carried) -> None:
        """Keep the fold before some meetings of a carry, for when the minutes after them change."""
        for one in carried.snapshots:
            key = self._fold_key(carried.ledger, one.place)
            if one.whole and self._folds.get(key) is None:
                self._folds.put(key, one.value())
        self._folds.save()

    def _fold_key(self, known: Ledger, place: int) -> str:
        from tcsg.ledger.checkpoint import mark

        return _key("fold", self._all_code, known.reading or "", mark(known, place))

    def is_canonical(self, ledger: str) -> bool:
        """Whether the ledger of this hash is known to be canonical."""
        return self._notes.get(_key("canonical", self._code, ledger)) in (_READ, _WRITTEN)

    def is_untyped(self, ledger: str) -> bool:
        """Whether the ledger of this hash is known to be as a command wrote it: nobody typed anything into it."""
        return bool(self._notes.get(_key("canonical", self._code, ledger)) == _WRITTEN)

    def found_canonical(self, ledger: str, *, untyped: bool = False) -> None:
        """Remember that a ledger is canonical, and whether a command wrote it just so."""
        self._notes.put(_key("canonical", self._code, ledger), _WRITTEN if untyped else _READ)
        self._notes.save()

    def settled(self, ledger: str) -> Settled | None:
        """What carrying this ledger with the minutes it was made of has to say, if it is known to change nothing."""
        from tcsg.reading.kept import FOREIGN, load_finding

        try:
            if (held := self._notes.get(_key("settled", self._all_code, ledger))) is not None:
                meetings, actions, open_now, findings = held
                return Settled(meetings, actions, open_now, tuple(map(load_finding, findings)))
        except FOREIGN:
            pass
        return None

    def found_settled(self, ledger: str, meetings: int, actions: int, open_now: int, findings: Iterable[Finding]) -> None:
        """Remember that carrying this ledger changes nothing."""
        from tcsg.reading.kept import dump_finding

        self._notes.put(_key("settled", self._all_code, ledger), [meetings, actions, open_now, list(map(dump_finding, findings))])
        self._notes.save()

    def known(self, ledger: str, register: bytes) -> Known | None:
        """What checks found in this settled ledger whatever the day."""
        from tcsg.checks.case import Known
        from tcsg.model import Place
        from tcsg.reading.kept import FOREIGN, load_finding

        try:
            held: Any = self._notes.get(_key("checked", self._all_code, ledger, register))
            if held is not None:
                findings, places, plans = held
                stated = {i: (Place(*due), Place(*last)) for i, (due, last) in places.items()}
                return Known(tuple(map(load_finding, findings)), stated, _load_plans(plans) if plans else ())
        except FOREIGN:
            pass
        return None

    def found_known(self, ledger: str, register: bytes, known: Known) -> None:
        """Remember it."""
        from tcsg.reading.kept import dump_finding

        places = {i: [[p.path, p.line] for p in both] for i, both in known.places.items()}
        plans = _dump_plans(known.plans) if known.plans else []
        self._notes.put(_key("checked", self._all_code, ledger, register), [list(map(dump_finding, known.timeless)), places, plans])
        self._notes.save()


def _dump_plans(plans: Iterable[Plan]) -> list[Any]:
    from tcsg.plan.kept import dump_plan  # lazy: few have plans

    return list(map(dump_plan, plans))


def _load_plans(value: Any) -> tuple[Plan, ...]:
    from tcsg.plan.kept import load_plan

    return tuple(map(load_plan, value))


def _key(*parts: str | bytes) -> str:
    """The hash of some parts, none of which can be taken for two."""
    whole = sha256()
    for part in parts:
        data = part.encode(errors="surrogateescape") if isinstance(part, str) else part
        whole.update(b"%d " % len(data) + data)
    return whole.hexdigest()
