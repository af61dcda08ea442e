"""`tcsg check`: a linter for promises."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.terminal import write
from tcsg.errors import UsageError
from tcsg.model import Finding, Ledger, Severity
from tcsg.workspace import LEDGER, append_file, on_github, write_file

if TYPE_CHECKING:
    from tcsg.checks.case import Case
    from tcsg.ledger.carry import Link


class FailOn(StrEnum):
    """The values of `--fail-on`."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class Format(StrEnum):
    """The values of `--format`."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


def check(
    context: typer.Context,
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only this check; several may be given, or CODE,CODE.", autocompletion=complete.codes)
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODE", help="Not this check.", autocompletion=complete.codes)] = None,
    level: Annotated[Severity, typer.Option(help="Show findings from this severity on; a selected check is always shown.")] = Severity.WARNING,
    fail_on: Annotated[FailOn, typer.Option(help="Exit 1 from this severity on.")] = FailOn.ERROR,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found; what cannot be read still exits 2.")] = False,
    format: Annotated[Format | None, typer.Option(help="How the findings are written; by default text, on GitHub its commands too.")] = None,  # noqa: A002
    report: Annotated[list[str] | None, typer.Option(metavar="FORMAT=FILE", help="Write the findings to FILE as well; several may be given.")] = None,
    against: Annotated[str | None, typer.Option(metavar="REF", help="Compare with the ledger of a commit of git: no id may be lost.")] = None,
    summary: Annotated[Path | None, typer.Option(metavar="FILE", help="Append a Markdown summary to FILE, such as $GITHUB_STEP_SUMMARY.")] = None,
) -> int:
    """Report what is overdue or amiss, at path:line with a code; silent when all is well.

    Exit code 1 means an overdue action (or what --fail-on says), 2 that the minutes or the ledger cannot be read.
    """
    from tcsg.checks.check import check as run
    from tcsg.checks.check import fails

    reports = [_report(said) for said in report or ()]
    desk = open_desk(context)
    found = run(case_of(desk, against), _codes(select), _codes(ignore), level)
    write(_written(found, format or Format.TEXT, desk), commands=format is Format.GITHUB)
    if format is None and on_github():
        write(_written(found, Format.GITHUB, desk), commands=True)
    for wanted, path in reports:
        write_file(path, _written(found, wanted, desk).encode())
    if summary is not None:
        from tcsg.output.ci import as_summary

        append_file(summary, as_summary(found, desk.today).encode())
    return 1 if fails(found, fail_on.value) and not exit_zero else 0


def _written(found: tuple[Finding, ...], wanted: Format, desk: Desk) -> str:
    from tcsg.output import ci, findings

    match wanted:
        case Format.TEXT:
            return findings.as_text(found)
        case Format.JSON:
            return findings.as_json(found, desk.today)
        case Format.GITHUB:
            return ci.as_github(found)
        case Format.GITLAB:
            return ci.as_gitlab(found)
        case Format.JUNIT:
            return ci.as_junit(found)


def _report(said: str) -> tuple[Format, Path]:
    """What `--report` asks for."""
    name, equals, path = said.partition("=")
    if not equals or not path or name not in list(Format):
        raise UsageError(f"--report takes FORMAT=FILE with one of {', '.join(Format)}, not {said!r}")
    return Format(name), Path(path)


def case_of(desk: Desk, against: str | None = None) -> Case:
    """What the rules look at: everything, read strictly, and the ledger of the commit `against`."""
    from tcsg.checks.case import Case

    minutes, carried = desk.carried(strict=True)
    days = {m.key: m.day for m in carried.ledger.meetings}
    links: dict[str, list[Link]] = {}
    for link in sorted(carried.links, key=lambda k: (days[k.meeting], k.path, k.mention.line)):
        links.setdefault(link.action, []).append(link)
    return Case(
        carried,
        desk.stored,
        minutes,
        desk.committee,
        desk.directory(carried.ledger),
        desk.today,
        {k: tuple(v) for k, v in links.items()},
        _ledger_at(desk, against),
    )


def _ledger_at(desk: Desk, ref: str | None) -> Ledger | None:
    """The ledger as a commit has it; None without a commit, or when it has none."""
    if ref is None:
        return None
    from tcsg.ledger.records import read_ledger
    from tcsg.workspace import git

    data = git.file_at(desk.workspace.root, ref, LEDGER)
    return None if data is None else read_ledger(data, f"{LEDGER} at {ref}")


def _codes(given: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for value in given or () for code in value.split(",") if code.strip())
