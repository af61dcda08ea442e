"""`tcsg report`: the state of all actions for a chair, as one page, and its charts as files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli.delivery import into_file, to_stdout
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.filters import Asked, filtered
from tcsg.cli.following import carried_on
from tcsg.cli.listing import AsOf
from tcsg.cli.sources import read_source
from tcsg.cli.terminal import Terminal, note, terminal
from tcsg.errors import UsageError
from tcsg.frozen import frozen
from tcsg.ledger.query import select
from tcsg.model import Status
from tcsg.workspace import MINUTES, write_file, write_new

if TYPE_CHECKING:
    from tcsg.figures.values import Figures
    from tcsg.ledger.carry import Link
    from tcsg.ledger.history import Step
    from tcsg.ledger.people import Directory
    from tcsg.model import Ledger
    from tcsg.plan.state import Standing


class Format(StrEnum):
    """The values of `--format`."""

    HTML = "html"
    TABLE = "table"
    MD = "md"
    JSON = "json"


_ENDINGS = {".html": Format.HTML, ".htm": Format.HTML, ".md": Format.MD, ".markdown": Format.MD, ".json": Format.JSON, ".txt": Format.TABLE}
_MENTIONS = 4_000
"""Mentions in the minutes that are read to follow actions through them: some seconds at most, and all of what most committees have."""
_WIDE = 100
"""Columns of the tables in a file."""
DRAFT = "self-assessment"
_LISTED = 100
"""Actions that are listed in one place without --limit."""

_SAYS = {"status": "In this state; by default in any.", "limit": "List at most N actions in one place (100); all are counted."}

Name = Annotated[str, typer.Argument(metavar="NAME", help="Which report: chair, the state of all actions; self-assessment, a draft of one.")]
Template = Annotated[Path | None, typer.Option("--template", metavar="FILE", help="For self-assessment: the questions of another scheme.")]
FormatOption = Annotated[Format | None, typer.Option("--format", help="By default as FILE ends, else a table on a terminal and HTML elsewhere.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to FILE; what is there is replaced.")]
Charts = Annotated[Path | None, typer.Option("--charts", metavar="DIR", help="Write its charts to DIR as well, as SVG files.")]
NoNames = Annotated[bool, typer.Option("--no-names", help="Leave out who owns what, and the names of people who are known in texts.")]


@partial(filtered, says=_SAYS)
def report(
    context: typer.Context,
    asked: Asked,
    name: Name = "chair",
    format: FormatOption = None,  # noqa: A002 - the option's name
    output: Output = None,
    charts: Charts = None,
    as_of: AsOf = None,
    no_names: NoNames = False,
    template: Template = None,
) -> None:
    """Report how things stand, for a chair: one page of figures, lists and charts.

    What is overdue, what changed since the last meeting, what is open by owner and by age, the burn-down, each action carried
    from meeting to meeting, and the year in numbers. The HTML is one file that needs no network and no script, and prints well.

    Filters choose the actions that count, and are printed on it. Without one, the action plan is reported on as well.

    `tcsg report self-assessment` drafts one in Markdown from plan, ledger and minutes: every claim with its meeting and line, every
    gap called one.

    For example `tcsg report -o report.html`, `tcsg report --as-of 2025-02-28`, or `tcsg report --no-names --charts charts`.
    """
    if name not in REPORTS:
        raise UsageError(f"there is no report {name!r}; there is {', '.join(REPORTS)}")
    desk, screen = open_desk(context), terminal(context)
    for path in filter(None, (output, charts)):
        _refuse_minutes(path, desk)
    wanted = Format.MD if name == DRAFT else format or (_by_ending(output) if output else Format.TABLE if screen.interactive else Format.HTML)
    REPORTS[name](Wanted(desk, screen, asked, wanted, output, charts, as_of, not no_names, template))


@frozen
class Wanted:
    """What was asked for, whichever report it is."""

    desk: Desk
    screen: Terminal
    asked: Asked
    format: Format
    output: Path | None
    charts: Path | None
    as_of: date | None
    names: bool
    template: Path | None = None


def _chair(wanted: Wanted) -> None:
    """The state of all actions."""
    figures = _figures(wanted)
    text = _written(figures, wanted)
    if wanted.output is None:
        to_stdout(text.encode(), "a report")
    else:
        write_file(wanted.output, text.encode())
        note(f"wrote {wanted.output}")
    if wanted.charts is not None:
        _write_charts(figures, wanted.charts)


def _self_assessment(wanted: Wanted) -> None:
    """The draft of a self-assessment; it is Markdown, whatever else could be asked for."""
    from tcsg.cli.self_assessment import self_assessment

    if wanted.charts is not None or wanted.as_of is not None or wanted.asked.given():
        raise UsageError("a self-assessment takes no filter, no --as-of and no --charts: it reports on all there is")
    text = self_assessment(wanted.desk, wanted.template)
    if wanted.output is None:
        to_stdout(text.encode(), "a draft")
    else:
        into_file(wanted.desk, wanted.output, text.encode(), cure=": a draft is worked on")


REPORTS: dict[str, Callable[[Wanted], None]] = {"chair": _chair, DRAFT: _self_assessment}
"""The reports by their names."""


def _figures(wanted: Wanted) -> Figures:
    """The figures of the day that was asked for."""
    from tcsg.figures.figures import figures, histories_wanted
    from tcsg.figures.values import Scope

    desk, asked = wanted.desk, wanted.asked
    if wanted.as_of is None:
        links, ledger = _present(desk)
    else:
        past = carried_on(desk, wanted.as_of)
        links, ledger, desk = past.links, past.ledger, desk.on(wanted.as_of)
    directory = desk.directory(ledger)
    query = replace(asked.query(ledger, directory, desk.today), limit=None)
    if not asked.status:
        query = replace(query, statuses=tuple(Status))
    rows = select(ledger, query, directory, desk.today)
    lives = _lives(desk, ledger, links, histories_wanted(rows, ledger))
    listed = _LISTED if asked.limit is None else asked.limit
    scope = Scope(desk.committee.name, desk.today, _filter(asked, directory if wanted.names else None), wanted.names, listed)
    found = figures(rows, ledger, directory, lives, scope)
    return found if scope.filter else replace(found, standings=_standings(desk, ledger, None if wanted.names else directory))


def _standings(desk: Desk, ledger: Ledger, hidden: Directory | None) -> tuple[Standing, ...]:
    """How the commitments of the action plans stand by a ledger, without the names of those who are `hidden`."""
    if not desk.plan_sources:
        return ()
    from tcsg.plan.state import standings

    found = standings(desk.plans or desk.read_plans(ledger), ledger, (), desk.committee, desk.today)
    if hidden is None:
        return found
    from tcsg.figures.privacy import veil

    hide = veil(ledger, desk.committee, hidden)
    return tuple(replace(s, commitment=replace(s.commitment, text=hide(s.commitment.text), owners=())) for s in found)


def _present(desk: Desk) -> tuple[tuple[Link, ...] | None, Ledger]:
    """The ledger as the minutes have it now; with every mention when it had to be carried."""
    if desk.is_current and desk.stored is not None:
        return None, desk.stored
    carried = desk.carried(strict=False)[1]
    return carried.links, carried.ledger


def _lives(desk: Desk, ledger: Ledger, links: tuple[Link, ...] | None, wanted: tuple[str, ...]) -> dict[str, tuple[Step, ...]]:
    """What became of these actions step by step; of the minutes only those are read that mention them."""
    from tcsg.ledger import lives

    ids = lives.followable(wanted, ledger, _MENTIONS)
    if links is None:
        paths = lives.files_of(ids, ledger)
        minutes = [read_source(s, desk.committee, dated=True) for s in desk.sources if s.path in paths]
        links = lives.links_of(ids, minutes, ledger, desk.committee, desk.today)
    return lives.lives(ids, links, ledger, desk.committee)


def _filter(asked: Asked, names: Directory | None) -> tuple[tuple[str, str], ...]:
    """The filter as it is printed; whoever is asked for is not named in a report without names."""
    said = [(key, value) for key, value in asked.given().items() if key != "limit"]
    hidden = {"owner": "[name]", "grep": "(some words)"} if names is None else {}
    return tuple((key.replace("_", " "), hidden.get(key) or _value(value)) for key, value in said)


def _value(value: object) -> str:
    if isinstance(value, list):
        return " or ".join(map(str, value))
    return "yes" if value is True else str(value)


def _written(figures: Figures, wanted: Wanted) -> str:
    if wanted.format is Format.JSON:
        from tcsg.output.report.document import as_json

        return as_json(figures)
    from tcsg.output.report.parts import report as composed

    page = composed(figures)
    if wanted.format is Format.HTML:
        from tcsg.output.report.page import as_html

        return as_html(page, figures.scope.as_of)
    from tcsg.output.report import plain

    if wanted.format is Format.MD:
        return plain.as_markdown(page)
    if wanted.output is not None:  # the same wherever it was made
        return plain.as_tables(page, width=_WIDE, color=False)
    return plain.as_tables(page, width=wanted.screen.width, color=wanted.screen.color)


def _write_charts(figures: Figures, folder: Path) -> None:
    from tcsg.output.report.charts import as_files
    from tcsg.output.report.parts import report as composed

    files = as_files(composed(figures), figures.scope.as_of)
    for name, text in files.items():
        write_new(folder / name, text.encode(), force=True)
    note(f"wrote {', '.join(files)} into {folder}" if files else "there is nothing to draw yet")


def _by_ending(path: Path) -> Format:
    found = _ENDINGS.get(path.suffix.lower())
    if found is None:
        raise UsageError(f"{path}: say with --format what it should hold, or call it .html, .md, .json or .txt")
    return found


def _refuse_minutes(path: Path, desk: Desk) -> None:
    """A report is no minutes: among them it would be read as such, or take the place of some."""
    if (desk.workspace.root / MINUTES).resolve() in (path.resolve(), *path.resolve().parents):
        raise UsageError(f"{path}: write the report outside {MINUTES}/, where it would be taken for minutes")
