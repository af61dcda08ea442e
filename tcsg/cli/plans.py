"""Action plans from their files."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from tcsg.cli.terminal import note
from tcsg.errors import ManyErrors, MinutesError
from tcsg.plan.read import read_plan
from tcsg.reading.text import decode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tcsg.model import Committee, Person
    from tcsg.plan.values import Plan
    from tcsg.workspace import SourceFile


def read_plans(sources: Iterable[SourceFile], committee: Committee, people: Collection[Person], where: str, *, strict: bool) -> tuple[Plan, ...]:
    """All plans; a bad file is an error, or when not `strict` a warning on stderr, after `where`, and left out."""
    found: list[Plan] = []
    faults: list[MinutesError] = []
    for source in sources:
        try:
            text = normalize("NFC", decode(source.data, source.path))
            found.append(read_plan(text, source.path, source.sha256, committee, people))
        except MinutesError as fault:
            faults.append(fault)
    if faults and strict:
        raise ManyErrors(tuple(faults))
    for skipped in faults:
        note(f"{where}{skipped} (not read; what the ledger remembers of it counts)")
    return tuple(found)
