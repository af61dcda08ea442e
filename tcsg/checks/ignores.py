"""The entries of `ignore` in committee.yaml: what the committee lets be, for a reason and until a day."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from tcsg.errors import CommitteeError
from tcsg.model import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from tcsg.checks.case import Case
    from tcsg.model import Ignore

REGISTER = "minutes/committee.yaml"


def ignore_expired(case: Case) -> Iterator[Finding]:
    """An entry whose day has passed: what it hid is shown again."""
    for entry in case.committee.ignore:
        if entry.until < case.today:
            words = f"ignoring {_what(entry)} ended on {entry.until} ({entry.reason}); take the entry out, or agree on a later day"
            yield Finding("ignore-expired", Severity.WARNING, Place(REGISTER, entry.line), words)


def _what(entry: Ignore) -> str:
    return " of ".join([entry.code, *([entry.action] if entry.action else [])]) + (f" in {entry.path}" if entry.path else "")


def not_ignored(found: Iterable[Finding], case: Case, codes: Collection[str]) -> list[Finding]:
    """The findings that no entry in force lets be; CommitteeError for an entry with a code that is none."""
    for entry in case.committee.ignore:
        if entry.code not in codes:
            from tcsg.reading.fields import nearest, shown  # lazy: only an error needs it

            raise CommitteeError(f"there is no check {shown(entry.code)}; {nearest(entry.code, codes)}", Place(REGISTER, entry.line))
    in_force = [entry for entry in case.committee.ignore if case.today <= entry.until]
    if not in_force:
        return list(found)
    names = {i.casefold(): a.id for a in case.carried.ledger.actions for i in (a.id, *a.aliases)}
    return [f for f in found if not any(_covers(entry, f, names) for entry in in_force)]


def _covers(entry: Ignore, finding: Finding, names: dict[str, str]) -> bool:
    if entry.code != finding.code:
        return False
    if entry.action is not None:
        typed = entry.action.casefold()
        if finding.action is None or finding.action not in {names.get(typed), names.get(f"a{typed}")}:
            return False
    return entry.path is None or entry.path == finding.place.path or fnmatchcase(finding.place.path, entry.path)
