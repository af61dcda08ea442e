"""`tcsg check`: a linter for promises."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.jump import jump_to
from tcsg.cli.reports import Format, Reports
from tcsg.cli.terminal import note, terminal
from tcsg.errors import TcsgError
from tcsg.model import Finding, Severity
from tcsg.workspace import loose_file, today, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.checks.baseline import Entry
    from tcsg.checks.case import Case
    from tcsg.ledger.carry import Link
    from tcsg.model import Committee


class FailOn(StrEnum):
    """The values of `--fail-on`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


Select = Annotated[
    list[str] | None, typer.Option(metavar="CODE", help="Only this check; several may be given, or CODE,CODE.", autocompletion=complete.codes)
]
WriteBaseline = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write what is found into FILE as old debts; with --baseline only what stands there already.")
]


def check(
    context: typer.Context,
    select: Select = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODE", help="Not this check.", autocompletion=complete.codes)] = None,
    level: Annotated[Severity, typer.Option(help="Show findings from this severity on; a selected check is always shown.")] = Severity.WARNING,
    fail_on: Annotated[FailOn, typer.Option(help="Exit 1 from this severity on; what fails is shown.")] = FailOn.ERROR,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found; what cannot be read still exits 2.")] = False,
    grace_days: Annotated[int | None, typer.Option(min=0, metavar="DAYS", help="So many days late, an action is only a warning.")] = None,
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Let the old debts in FILE pass; one that is paid is an error.")] = None,
    write_baseline: WriteBaseline = None,
    against: Annotated[
        str | None, typer.Option(metavar="REF", help="Only what the same check would not find in the git commit REF, and ids lost since.")
    ] = None,
    format: Annotated[Format | None, typer.Option(help="How the findings are written; by default text, on GitHub its commands too.")] = None,  # noqa: A002
    report: Annotated[list[str] | None, typer.Option(metavar="FORMAT=FILE", help="Write the findings to FILE as well; several may be given.")] = None,
    summary: Annotated[Path | None, typer.Option(metavar="FILE", help="Append a Markdown summary to FILE, such as $GITHUB_STEP_SUMMARY.")] = None,
) -> int:
    """Report what is overdue or amiss, at path:line with a code; silent when all is well.

    Exit code 1 means an overdue action (or what --fail-on says), 2 that the minutes or the ledger cannot be read.
    """
    from tcsg.checks.check import check as run
    from tcsg.checks.check import fails, milder

    reports, desk = Reports.asked(format, report, summary), open_desk(context)
    fatal = None if fail_on is FailOn.NEVER else Severity(fail_on)
    with _told(reports, desk):
        entries = _baseline(desk, baseline)
        before = None if against is None else _case_at(desk, against, grace_days)
        quick = entries is None and before is None and write_baseline is None
        case = (_known_case(desk, grace_days) if quick else None) or _noted_case(desk, grace_days)
        case = replace(case, before=before.stored if before else None)
        passed = () if write_baseline else entries or ()
        found = run(case, _codes(select), _codes(ignore), level if fatal is None else milder(level, fatal), passed, before)
    if write_baseline is not None:
        return _write_baseline(write_baseline, found, entries, case)
    reports.put(found, desk.today, _folder(desk), jump_to(desk.workspace.root, terminal(context)))
    return 1 if fatal and fails(found, fatal) and not exit_zero else 0


@contextmanager
def _told(reports: Reports, desk: Desk) -> Iterator[None]:
    """Let the reports say as well what could not be read."""
    try:
        yield
    except TcsgError as fault:
        try:
            day = desk.today
        except TcsgError:  # it is committee.yaml that cannot be read
            day = today(desk.given_today)
        reports.put_fault(fault, day, _folder(desk))
        raise


def _folder(desk: Desk) -> str:
    from tcsg.workspace.revision import path_in_repository

    return path_in_repository(desk.workspace.root)


def _case_at(desk: Desk, name: str, grace_days: int | None) -> Case:
    """The case as the commit `name` has it, on the same day; minutes that cannot be read there are left out with a word on stderr."""
    from tcsg.workspace.revision import at_revision

    then = Desk(at_revision(desk.workspace, name), desk.today, where=f"{name}: ")
    try:
        return case_of(then, grace_days, strict=False)
    except TcsgError as fault:  # its ledger or its register
        raise TcsgError(f"{name}: {fault}; there is nothing to compare with") from fault


def case_of(desk: Desk, grace_days: int | None = None, *, strict: bool = True) -> Case:
    """What the rules look at: everything, read strictly; `grace_days` stands above committee.yaml."""
    from tcsg.checks.case import Case

    minutes, carried = desk.carried(strict=strict)
    days = {m.key: m.day for m in carried.ledger.meetings}
    links: dict[str, list[Link]] = {}
    for link in sorted(carried.links, key=lambda k: (days[k.meeting], k.path, k.mention.line)):
        links.setdefault(link.action, []).append(link)
    mentions, committee = {k: tuple(v) for k, v in links.items()}, _graced(desk, grace_days)
    return Case(carried, desk.stored, minutes, committee, desk.directory(carried.ledger), desk.today, mentions, plans=desk.plans)


def _known_case(desk: Desk, grace_days: int | None) -> Case | None:
    """The case of a ledger that was checked before with these minutes and this committee.yaml; None when it was not.

    Only the actions are read that are open or serve a commitment of a plan.
    """
    from tcsg.checks.case import Case
    from tcsg.cli.scanning import some_actions
    from tcsg.ledger.carry import Carried

    data = desk.stored_bytes
    known = None if data is None or desk.settled is None else desk.memory.known(desk.stored_hash, desk.register or b"")
    if data is None or known is None:
        return None
    ledger = desk.stored if desk.committee.ignore else some_actions(desk, serving=bool(known.plans))
    assert ledger is not None  # noqa: S101 - it has bytes
    carried = Carried(ledger, (), ())
    return Case(carried, ledger, (), _graced(desk, grace_days), desk.directory(ledger), desk.today, {}, known=known, plans=known.plans)


def _noted_case(desk: Desk, grace_days: int | None) -> Case:
    """The case as it is now; what the next check may know of it is kept."""
    from tcsg.checks.check import know

    case = case_of(desk, grace_days)
    case = replace(case, known=know(case))
    if case.known is not None and desk.keep_settled(case.carried):
        desk.memory.found_known(desk.stored_hash, desk.register or b"", case.known)
    return case


def _graced(desk: Desk, grace_days: int | None) -> Committee:
    return desk.committee if grace_days is None else replace(desk.committee, grace_days=grace_days)


def _baseline(desk: Desk, path: Path | None) -> tuple[Entry, ...] | None:
    """The debts of a baseline, with places from the committee's folder as all others; TcsgError when it is not there or broken."""
    if path is None:
        return None
    from tcsg.checks.baseline import load_baseline
    from tcsg.checks.check import CODES
    from tcsg.reading.text import decode

    name = desk.workspace.path_of(path)
    return load_baseline(decode(loose_file(path).data, name, TcsgError), name, CODES)


def _write_baseline(path: Path, found: tuple[Finding, ...], entries: tuple[Entry, ...] | None, case: Case) -> int:
    from tcsg.checks.baseline import debts_of, dump_baseline
    from tcsg.output.text import count

    text = dump_baseline(debts_of(found, entries, case.carried.ledger))
    write_file(path, text.encode())
    note(f"wrote {count(text.count(chr(10) + '- '), 'debt')} to {path}")
    return 0


def _codes(given: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for value in given or () for code in value.split(",") if code.strip())
