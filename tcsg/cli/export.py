"""`tcsg export`: the actions for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli.delivery import OutputFile, into_file, into_folder, to_stdout
from tcsg.cli.desk import open_desk
from tcsg.cli.filters import Asked, filtered
from tcsg.cli.listing import AsOf, Listing, listing
from tcsg.cli.terminal import note
from tcsg.errors import UsageError
from tcsg.output.text import count

if TYPE_CHECKING:
    from tcsg.cli.desk import Desk
    from tcsg.ledger.query import Row
    from tcsg.model import Ledger
    from tcsg.plan.days import PlanDay


class Format(StrEnum):
    """The values of `--format`."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    ICS = "ics"
    TODOTXT = "todotxt"
    TASKWARRIOR = "taskwarrior"
    MD = "md"
    HTML = "html"


_ENDINGS = {
    "json": Format.JSON, "jsonl": Format.JSONL, "ndjson": Format.JSONL, "csv": Format.CSV, "xlsx": Format.XLSX, "ics": Format.ICS,
    "txt": Format.TODOTXT, "md": Format.MD, "markdown": Format.MD, "html": Format.HTML, "htm": Format.HTML,
}  # fmt: skip
_ENDING = {Format.TODOTXT: "txt", Format.TASKWARRIOR: "json"}

FormatOption = Annotated[Format | None, typer.Option("--format", help="By default what the ending of FILE says.")]
Folder = Annotated[Path | None, typer.Option("--write", metavar="DIR", help="Write a file for each owner into DIR.")]
Force = Annotated[bool, typer.Option("--force", help="Replace files that are there.")]
Bom = Annotated[bool, typer.Option("--bom", help="Begin a CSV with the mark by which Excel knows UTF-8.")]
Meetings = Annotated[bool, typer.Option("--meetings", help="Instead of actions the calendar of the meetings and of the plans; with ics.")]


@filtered
def export(
    context: typer.Context,
    asked: Asked,
    format: FormatOption = None,  # noqa: A002 - the option's name
    output: OutputFile = None,
    folder: Folder = None,
    force: Force = False,
    as_of: AsOf = None,
    meetings: Meetings = False,
    bom: Bom = False,
) -> None:
    """Export actions for other programs.

    By default the open ones, chosen as `tcsg actions` chooses.

    json, jsonl: with all that is known. csv, xlsx: for spreadsheets; no text can be a formula. ics: the due days as a calendar.
    todotxt, taskwarrior: for these two programs. md, html: a table to read. For ics and xlsx, `pip install 'tcsg[ics,xlsx]'`.

    The same ledger gives the same bytes on the same day. An action has the same name in every calendar and list of tasks, so that
    a later import changes what an earlier one brought.

    For example `tcsg export -o actions.xlsx`, `tcsg export --format ics --owner KK`, `tcsg export --format ics --write calendars`,
    or `tcsg export --format taskwarrior | task import -`.
    """
    wanted = format or _by_ending(output)
    _refuse_together(wanted, asked, bool(output), bool(folder), meetings=meetings, bom=bom)
    found = listing(open_desk(context), asked, as_of)
    if folder:
        into_folder(found.desk, folder, _each(found, wanted, bom=bom), force=force, cure=" (--force replaces them)")
        return
    data = _diary(found) if meetings else _made(found, found.rows, found.caption, wanted, bom=bom)
    if not meetings:
        _tell_left_out(found, wanted)
    if output:
        into_file(found.desk, output, data, force=force, cure=" (--force replaces it)")
    else:
        to_stdout(data, f"--format {wanted}", binary=wanted is Format.XLSX)


def _by_ending(output: Path | None) -> Format:
    ending = output.suffix.lower().lstrip(".") if output else ""
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    raise UsageError(f"say which format with --format: {', '.join(Format)}")


def _refuse_together(wanted: Format, asked: Asked, file: bool, folder: bool, *, meetings: bool, bom: bool) -> None:
    """Refuse options that mean nothing together."""
    if file and folder:
        raise UsageError("-o writes one file, and --write a file for each owner: one of the two")
    if bom and wanted is not Format.CSV:
        raise UsageError("--bom is for csv")
    if meetings and wanted is not Format.ICS:
        raise UsageError("--meetings is for ics; `tcsg meetings --format json` lists the meetings otherwise")
    if meetings and (asked != Asked() or folder):
        raise UsageError("--meetings is the calendar of all meetings: without filters, and one file")


def _diary(found: Listing) -> bytes:
    from tcsg.ledger.diary import diary
    from tcsg.output.ics import meetings

    desk = found.desk
    return meetings(diary(found.ledger, found.minutes, desk.committee), _plan_days(desk, found.ledger), desk.committee, found.today)


def _plan_days(desk: Desk, ledger: Ledger) -> tuple[PlanDay, ...]:
    """All days of the plans, and the self-assessments up to the one after today or after the last plan."""
    plans = desk.read_plans(ledger)
    if not plans and desk.committee.joined is None:
        return ()
    from tcsg.plan.days import next_self_assessment, plan_days  # lazy: few have plans

    ends = [plan.end for plan in plans]
    assessed = next_self_assessment(desk.committee, max([desk.today, *ends]))
    return plan_days(plans, desk.committee, max([desk.today, *ends, *([assessed] if assessed else [])]))


def _each(found: Listing, wanted: Format, *, bom: bool) -> dict[str, bytes]:
    """A file for each owner, by name."""
    from tcsg.ledger.recipients import each, file_words

    lists = each(found.ledger, found.query, found.directory, found.today)
    if wanted is Format.ICS:  # a calendar without an entry is none
        lists = tuple((who, rows) for who, rows in lists if any(row.action.due for row in rows))
    words = file_words(who for who, _ in lists)
    ending = _ENDING.get(wanted, wanted.value)
    made = {f"actions-{words[who]}.{ending}": _made(found, rows, str(who), wanted, bom=bom) for who, rows in lists}
    _tell_left_out(found, wanted)
    return made


def _made(found: Listing, rows: tuple[Row, ...], caption: str, wanted: Format, *, bom: bool) -> bytes:
    """Some actions in a format."""
    from tcsg.output import actions as lists

    ledger, committee, today = found.ledger, found.desk.committee, found.today
    match wanted:
        case Format.JSON:
            return lists.as_json(rows, today, found.asked.given(), found.links, ledger.meetings).encode()
        case Format.JSONL:
            return lists.as_json_lines(rows, found.links, ledger.meetings).encode()
        case Format.CSV:
            return lists.as_csv(rows).encode("utf-8-sig" if bom else "utf-8")
        case Format.MD:
            return lists.as_markdown(rows).encode()
        case Format.HTML:
            from tcsg.output.html_table import as_html

            return as_html(rows, committee.name or "Actions", caption, found.asked.given(), today).encode()
        case Format.XLSX:
            from tcsg.output.workbook import as_xlsx

            return as_xlsx(rows, ledger, committee.name or "Actions", today)
        case Format.ICS:
            from tcsg.output.ics import due_days

            return due_days(rows, ledger, committee, today)
        case Format.TODOTXT:
            from tcsg.output.tasks import as_todotxt

            return as_todotxt(rows, ledger, committee).encode()
        case Format.TASKWARRIOR:
            from tcsg.output.tasks import as_taskwarrior

            return as_taskwarrior(rows, ledger, committee, today).encode()


def _tell_left_out(found: Listing, wanted: Format) -> None:
    """Say how many actions have no day that a calendar could show."""
    undated = sum(row.action.due is None for row in found.rows)
    if wanted is Format.ICS and undated:
        note(f"{count(undated, 'action')} without a due day: not in the calendar")
