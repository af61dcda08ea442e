"""The ledger brought up to date with as little reading and following as will do."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tcsg.cli.cycles import left, unswept
from tcsg.errors import TcsgError
from tcsg.frozen import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from tcsg.cli.desk import Desk
    from tcsg.ledger.carry import Carried, Link, Question
    from tcsg.model import ByHand, Ledger, Minutes
    from tcsg.workspace import SourceFile


@unswept()
def brought(desk: Desk, *, strict: bool, recorded: Mapping[str, ByHand] | None = None) -> Carried:
    """The ledger that follows from the minutes now, as `desk.carried` has it: from the last checkpoint, if there is one that will do."""
    carried = _from_checkpoint(desk, recorded or {}) or desk.carried(strict=strict, recorded=recorded)[1]
    desk.memory.keep_folds(carried)
    return left(carried)


def bytes_of(desk: Desk, ledger: Ledger) -> bytes:
    """A ledger as it is written; what is as in the stored one is taken from there."""
    from tcsg.ledger.canonical import dump_ledger
    from tcsg.ledger.records import rewrite

    data, stored = desk.stored_bytes, desk.stored if desk.is_canonical else None
    return dump_ledger(ledger).encode() if data is None or stored is None else rewrite(data, stored, ledger)


def ledger_now(desk: Desk) -> Ledger:
    """The ledger as the minutes have it now: the stored one when it is current."""
    return desk.stored if desk.is_current and desk.stored is not None else brought(desk, strict=False).ledger


def _from_checkpoint(desk: Desk, recorded: Mapping[str, ByHand]) -> Carried | None:
    """None when all meetings have to be followed: because of what the ledger is, or the minutes, or because nothing is kept."""
    if desk.from_scratch or not desk.is_canonical or not desk.memory.is_untyped(desk.stored_hash):
        return None
    sources = {s.path: s for s in desk.sources}
    head = desk.head
    if head is None or head.reading != desk.reading or desk.unreadable:
        return None
    hashes = {m.path: m.sha256 for m in head.meetings}
    changed = {path: s for path, s in sources.items() if hashes.get(path) != s.sha256}
    from tcsg.cli.aside import aside  # lazy: most commands find nothing changed

    with aside([s for s in changed.values() if desk.memory.lacks(s, desk.reading)], desk.committee) as reading:

        def read(path: str) -> Minutes:
            desk.memory.found_minutes(sources[path], desk.reading, reading(path))
            return desk.read(sources[path])

        return _resumed(desk, recorded, sources, changed, read)


def _resumed(
    desk: Desk, recorded: Mapping[str, ByHand], there: Mapping[str, SourceFile], changed: Collection[str], read: Callable[[str], Minutes]
) -> Carried | None:
    """From the checkpoint, which is got ready before the first of the changed minutes is asked for."""
    from tcsg.ledger.matching import NotKeptError
    from tcsg.ledger.resume import Resumed, Start, likely_place, resume
    from tcsg.reading.kept import FOREIGN

    stored = desk.stored
    if stored is None:
        return None

    def start(place: int | None) -> Start | None:
        value = None if place is None else desk.memory.fold(stored, place)
        return None if place is None or value is None else Start(value, stored, place, recorded)

    try:
        begun = start(likely_place(stored, changed, there))
        told = {path: read(path) for path in changed}
        known_at = {m.path: m for m in stored.meetings}
        known, news = desk.with_plans(stored, [told.get(path) or known_at[path] for path in there], strict=True)
        resumed = Resumed(known, told, there)
        if begun is None or begun.place != resumed.place:
            begun = start(resumed.place)
        if begun is None:
            return None
        carried = resume(resumed, begun, desk.committee, read)
        desk.memory.keep(partly=True)
    except (TcsgError, NotKeptError, *FOREIGN):  # what is wrong with the files is said by who reads them all
        return None

    @cache
    def rest() -> tuple[tuple[Link, ...], tuple[Question, ...]]:
        return desk.carried(strict=False, recorded=recorded)[1].rest()

    return replace(carried, changes=(*news, *carried.changes), rest=rest)
