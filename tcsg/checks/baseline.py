"""The baseline: a file of old debts that `check` lets pass, one a line, and that must shrink with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg.checks.debts import Debt, debt_of, without
from tcsg.errors import TcsgError
from tcsg.frozen import frozen
from tcsg.ledger.quoting import flow
from tcsg.model import Finding, Place, Severity
from tcsg.reading.fields import Fields, load, nearest, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tcsg.model import Ledger

SCHEMA = "tcsg/baseline/1"
STALE = "baseline-stale"
KEYS = ("code", "action", "due", "path", "words")
NO_DEBTS = ("ledger-behind", "ignore-expired", STALE)
"""What is mended by a command or by taking a line out: no debt, and never written into a baseline."""

_HEAD = "# Old debts that `tcsg check --baseline` lets pass; see `tcsg guide ci`.\n"


@frozen
class Entry:
    """A debt and its line in the baseline."""

    debt: Debt
    place: Place


def load_baseline(text: str, path: str, codes: Collection[str]) -> tuple[Entry, ...]:
    """Read a baseline strictly; TcsgError at the line of the first thing that is wrong."""
    fields = Fields.of(load(text, path, error=TcsgError), path, TcsgError, "a baseline")
    fields.only(("schema", "debts"), "a baseline")
    if fields.text("schema") != SCHEMA:
        raise fields.wrong("schema", f"this is no baseline of this tcsg; it says `schema: {SCHEMA}`")
    return tuple(_entry(one, codes) for one in fields.mappings("debts"))


def _entry(fields: Fields, codes: Collection[str]) -> Entry:
    what = "a debt"
    fields.only(KEYS, what)
    code = fields.need("code", what)
    if code not in codes:
        raise fields.wrong("code", f"there is no check {shown(code)}; {nearest(code, codes)}")
    debt = Debt(code, fields.text("action"), fields.day("due"), fields.text("path"), fields.text("words"))
    if debt.action is None and (debt.path is None or debt.words is None):
        raise fields.wrong("code", f"{what} needs an `action`, or a `path` and `words`")
    return Entry(debt, Place(fields.path, fields.start))


def dump_baseline(debts: Iterable[Debt]) -> str:
    """The text of a baseline, sorted, so that the same debts are the same bytes."""
    listed = sorted(_line(debt) for debt in debts if debt.code not in NO_DEBTS)
    return f"{_HEAD}schema: {SCHEMA}\ndebts:{'' if listed else ' []'}\n{''.join(listed)}"


def _line(debt: Debt) -> str:
    said = [("code", flow(debt.code)), ("action", debt.action and flow(debt.action)), ("due", debt.due and str(debt.due))]
    said += [("path", debt.path and flow(debt.path)), ("words", debt.words and flow(debt.words))]
    return f"- {{{', '.join(f'{key}: {value}' for key, value in said if value is not None)}}}\n"


def forgiven(found: Iterable[Finding], entries: Iterable[Entry], ledger: Ledger) -> tuple[list[Finding], list[Finding]]:
    """The findings that are no old debts, and a finding for each entry that stands for none any more."""
    names = {i.casefold(): a.id for a in ledger.actions for i in (a.id, *a.aliases)}
    known = [(e, replace(e.debt, action=names.get(e.debt.action.casefold(), e.debt.action)) if e.debt.action else e.debt) for e in entries]
    new, unused = without(found, (debt for _, debt in known))
    stale = []
    for entry, debt in reversed(known):  # of two alike, the last is one too many
        if unused[debt] > 0:
            unused[debt] -= 1
            words = f"{entry.debt} is found no more; take the line out of the baseline"
            stale.append(Finding(STALE, Severity.ERROR, entry.place, words, entry.debt.action))
    return new, stale[::-1]


def debts_of(found: Iterable[Finding], entries: Iterable[Entry] | None, ledger: Ledger) -> list[Debt]:
    """The debts to write down: of all the findings, or with `entries` only of those that stand there already."""
    listed = list(found)
    if entries is not None:
        new = {id(finding) for finding in forgiven(listed, entries, ledger)[0]}
        listed = [finding for finding in listed if id(finding) not in new]
    return [debt_of(finding) for finding in listed]
