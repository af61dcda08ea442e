"""`tcsg new`: the file for the next minutes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli.agenda import MeetingDate, next_meeting
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.terminal import note, write
from tcsg.model import Action, Ledger, Minutes, Status
from tcsg.workspace import MINUTES

if TYPE_CHECKING:
    from datetime import date

    from tcsg.ledger.upcoming import Upcoming


def new(
    context: typer.Context,
    on: MeetingDate = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the file and write nothing.")] = False,
) -> None:
    """Make the file for the next minutes, with the open actions in it.

    The front matter has the number after the last, the day, and everybody who may come under `present`: move who does not to
    `apologies`. The agenda has what every meeting has and the items that the last two share. Under matters arising stand the
    open actions with their ids, in a table: write `done` into the column Status, or strike a row that was not spoken of.

    A file that is there is never replaced.

    For example `tcsg new`, or `tcsg new --date 2024-06-17 --dry-run`.
    """
    desk = open_desk(context)
    meeting = next_meeting(desk, on)
    text = _text(desk, meeting)
    path = path_of(meeting.day, meeting.last.path if meeting.last else None)
    if dry_run:
        write(text)
        return
    desk.workspace.create(path, text.encode())
    note(f"wrote {path}")


def _text(desk: Desk, meeting: Upcoming) -> str:
    from tcsg.output.skeleton import skeleton

    assert meeting.day is not None  # noqa: S101 - or there is no next meeting
    return skeleton(meeting, _open(desk, meeting.day), desk.committee)


def _open(desk: Desk, day: date) -> tuple[Action, ...]:
    """The actions that are open when the meeting begins: what was due by the next meeting is due on its day."""
    from tcsg.ledger.carry import carry

    begun = Minutes(f"{MINUTES}/{day}.md", "", day=day)
    carried = carry((*desk.minutes(strict=True), begun), desk.stored or Ledger(), desk.committee, desk.reading, desk.today)
    return tuple(a for a in carried.ledger.actions if a.status is Status.OPEN)


def path_of(day: date | None, last: str | None) -> str:
    """Where the minutes of a day are kept: beside the last ones, in the folder of the year where these lie in one."""
    folder = PurePosixPath(last).parent if last else PurePosixPath(MINUTES)
    if not re.fullmatch(r"\d{4}", folder.name):
        folder = PurePosixPath(MINUTES)
    elif day:
        folder = folder.with_name(str(day.year))
    return f"{folder}/{day}.md"
