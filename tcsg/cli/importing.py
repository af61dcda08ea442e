"""`tcsg import`: documents of a word processor become minutes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.filters import day
from tcsg.cli.new import path_of
from tcsg.cli.sources import read_source
from tcsg.cli.terminal import note, write
from tcsg.errors import ManyErrors, TcsgError, UsageError
from tcsg.output.text import count
from tcsg.workspace import SourceFile
from tcsg.workspace.documents import document_bytes
from tcsg.workspace.tree import is_minutes_path

if TYPE_CHECKING:
    from tcsg.output.front_matter import Imported

_UNNAMED = "minutes.md"
"""How the text from stdin is called: a name that tells no date."""


def import_(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Documents: .docx, .odt, .rtf, .html, .pdf, .md or .txt; - for one from stdin.")
    ],
    on: Annotated[
        date | None, typer.Option("--date", metavar="DATE", parser=day, help="The day of the meeting, where the document tells none.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the file and write nothing.")] = False,
) -> None:
    """Make minutes of documents: Word, OpenDocument, RTF, HTML, PDF, text.

    The text becomes Markdown in `minutes/`, in a file named after the day. The front matter is filled from it: committee, number,
    date, time, place, who was there and who sent apologies, and the next meeting. Headings, lists with their numbers, and tables
    stay. Of tracked changes, what was put in stays and what was taken out goes; comments, headers, footers, page numbers, hidden
    text and pictures are left out.

    Nothing that is there is replaced, and the document stays as it is. What could not be found is said; look the file over, then
    run `tcsg carry`. Word, OpenDocument, RTF and HTML need `pip install 'tcsg[word]'`, PDF needs `pip install 'tcsg[pdf]'`.

    For example `tcsg import "Minutes March.docx"`, or `tcsg import --dry-run --date 2024-06-17 minutes.pdf`.
    """
    if on is not None and len(files) > 1:
        raise UsageError("--date is the day of one document; import them one by one")
    desk = open_desk(context)
    faults: list[TcsgError] = []
    for file in files:
        try:
            _import(desk, file, on, dry_run=dry_run)
        except TcsgError as fault:
            faults += fault.errors if isinstance(fault, ManyErrors) else (_of(fault, file),)
    if faults:
        raise ManyErrors(tuple(faults))


def _import(desk: Desk, file: Path, on: date | None, *, dry_run: bool) -> None:
    from tcsg.output.front_matter import imported  # lazy: only for a file that is there

    path = desk.workspace.path_of(file)
    if file.as_posix() != "-" and is_minutes_path(path):
        raise UsageError(f"{path} is read as minutes already, as it is")
    made = imported(_text(file), _UNNAMED if file.as_posix() == "-" else file.name, desk.committee, on)
    if made.day is None and not dry_run:
        raise TcsgError(f"{file}: the text tells no full date of the meeting; say it: tcsg import --date 2024-06-17 …")
    last = desk.sources[-1].path if desk.sources else None
    target = path_of(made.day, last) if made.day else f"{file.stem}.md"
    said = _report(desk, target, made)
    if dry_run:
        write(made.text)
        note(f"{target} would be written: {said}")
        return
    desk.workspace.create(target, made.text.encode())
    note(f"wrote {target}: {said}")


def _text(file: Path) -> str:
    from tcsg.documents import to_markdown

    return to_markdown(document_bytes(file), file.name)


def _report(desk: Desk, target: str, made: Imported) -> str:
    """What was found, read again as the file will be; and what was not. MinutesError when it cannot be minutes."""
    data = made.text.encode()
    most = desk.limits.minutes_mb
    if len(data) > most * 1_000_000:
        raise TcsgError(f"the text is larger than {most} MB, the limit; `limits` in committee.yaml sets another")
    minutes = read_source(SourceFile(target, data), desk.committee, dated=False)
    found = [m for m in minutes.mentions if m.restates is None]
    doubtful = sum(not m.certain for m in found)
    said = [
        count(len(found), "action") + (f", {doubtful} of them doubtful" if doubtful else ""),
        f"{len(minutes.present)} present, {len(minutes.apologies)} with apologies",
        *made.doubts,
        *([f"not found: {', '.join(made.missing)}"] if made.missing else []),
    ]
    return "; ".join(said)


def _of(fault: TcsgError, file: Path) -> TcsgError:
    """The fault with the document's name before it, where it does not begin with one."""
    message = str(fault)
    name = str(file)
    return fault if message.startswith(f"{name}:") or isinstance(fault, UsageError) else TcsgError(f"{name}: {message}")
