"""`tcsg carry`: fold the minutes into the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli.bringing import brought, bytes_of
from tcsg.cli.desk import open_desk
from tcsg.cli.saving import save
from tcsg.cli.terminal import note, write
from tcsg.output.text import clean, count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.cli.memory import Settled
    from tcsg.ledger.carry import Carried
    from tcsg.model import Finding


def carry(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change and write nothing.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 when the ledger would change.")] = False,
    scratch: Annotated[
        bool, typer.Option("--from-scratch", help="Make the ledger again from the minutes, the answers and what was recorded by hand.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not list the changes.")] = False,
) -> int:
    """Fold the minutes into minutes/ledger.yaml.

    Every action that the minutes raise gets an id, once; what they say of known actions is brought up to date; what was
    recorded by hand stays. Twice is the same as once.

    For example `tcsg carry --dry-run`, or `tcsg carry --from-scratch --check`: is the ledger what the minutes make, whatever
    was done to the file?
    """
    desk = open_desk(context, from_scratch=scratch)
    if dry_run or check:
        if not scratch and desk.settled is not None:
            _tell_settled(desk.settled)
            return 0
        carried = brought(desk, strict=True)
        changed = bytes_of(desk, carried.ledger) != desk.stored_bytes
        _tell(carried, changed=changed, quiet=quiet, would=True)
        return 1 if check and changed else 0
    with desk.workspace.lock():
        desk = desk.again()
        if not scratch and desk.settled is not None:
            _tell_settled(desk.settled)
            return 0
        carried = brought(desk, strict=True)
        changed = save(desk, bytes_of(desk, carried.ledger), "carry", untyped=True)
        if not changed and not scratch:
            desk.keep_settled(carried)
    _tell(carried, changed=changed, quiet=quiet, would=False)
    return 0


def _tell(carried: Carried, *, changed: bool, quiet: bool, would: bool) -> None:
    if not quiet:
        for change in carried.changes:
            write(clean(change.words) + "\n")
    ledger = carried.ledger
    state = "would change" if would and changed else "is up to date" if not changed else "written"
    _sum_up(carried.findings, state, len(ledger.meetings), len(ledger.actions), sum(a.status == "open" for a in ledger.actions))


def _tell_settled(settled: Settled) -> None:
    _sum_up(settled.findings, "is up to date", settled.meetings, settled.actions, settled.open)


def _sum_up(findings: Iterable[Finding], state: str, meetings: int, actions: int, open_now: int) -> None:
    for finding in findings:
        note(f"{finding.place}: {finding.severity}: {finding.message} [{finding.code}]")
    note(f"ledger {state}: {count(meetings, 'meeting')}, {count(actions, 'action')}, {open_now} open")
