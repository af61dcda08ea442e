"""`tcsg check`: a linter for promises."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.terminal import write
from tcsg.model import Severity

if TYPE_CHECKING:
    from tcsg.checks.case import Case


class FailOn(StrEnum):
    """The values of `--fail-on`."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class Format(StrEnum):
    """The values of `--format`."""

    TEXT = "text"
    JSON = "json"


def check(
    context: typer.Context,
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only this check; several may be given, or CODE,CODE.", autocompletion=complete.codes)
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODE", help="Not this check.", autocompletion=complete.codes)] = None,
    level: Annotated[Severity, typer.Option(help="Show findings from this severity on; a selected check is always shown.")] = Severity.WARNING,
    fail_on: Annotated[FailOn, typer.Option(help="Exit 1 from this severity on.")] = FailOn.ERROR,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found; what cannot be read still exits 2.")] = False,
    format: Annotated[Format, typer.Option(help="How the findings are written.")] = Format.TEXT,  # noqa: A002 - the option's name
) -> int:
    """Report what is overdue or amiss, at path:line with a code; silent when all is well.

    Exit code 1 means an overdue action (or what --fail-on says), 2 that the minutes or the ledger cannot be read.
    """
    from tcsg.checks.check import check as run
    from tcsg.checks.check import fails
    from tcsg.output import findings as out

    desk = open_desk(context)
    found = run(case_of(desk), _codes(select), _codes(ignore), level)
    write(out.as_json(found, desk.today) if format is Format.JSON else out.as_text(found))
    return 1 if fails(found, fail_on.value) and not exit_zero else 0


def case_of(desk: Desk) -> Case:
    """What the rules look at: everything, read strictly."""
    from tcsg.checks.case import Case

    minutes, carried = desk.carried(strict=True)
    days = {m.key: m.day for m in carried.ledger.meetings}
    links: dict[str, list[object]] = {}
    for link in sorted(carried.links, key=lambda k: (days[k.meeting], k.path, k.mention.line)):
        links.setdefault(link.action, []).append(link)
    return Case(carried, desk.stored, minutes, desk.committee, desk.directory(carried.ledger), desk.today, {k: tuple(v) for k, v in links.items()})  # type: ignore[arg-type]


def _codes(given: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for value in given or () for code in value.split(",") if code.strip())
