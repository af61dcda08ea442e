"""`tcsg agenda`: the matters arising for the next meeting, as a page of Markdown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.filters import day
from tcsg.cli.following import carried_on
from tcsg.cli.terminal import note, write
from tcsg.errors import UsageError
from tcsg.ledger.upcoming import Upcoming, upcoming
from tcsg.workspace import write_new

if TYPE_CHECKING:
    from tcsg.ledger.carry import Carried


class By(StrEnum):
    """The values of `--by`."""

    ITEM = "item"
    OWNER = "owner"


MeetingDate = Annotated[
    date | None, typer.Option("--date", metavar="DATE", parser=day, help="The day of the meeting; by default as the minutes or committee.yaml say.")
]


def agenda(
    context: typer.Context,
    by: Annotated[By, typer.Option("--by", help="Group by the agenda item that an action came from, or by owner.")] = By.ITEM,
    on: MeetingDate = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the page to FILE.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
) -> None:
    """Write the matters arising for the next meeting, as a page of Markdown.

    It tells what was closed since the last meeting; of the open actions which are overdue, which fall due by the meeting, of
    which the minutes have long said nothing, and how often each was carried; with the minuted words and their place. Minutes
    that were begun for a later day, as by `tcsg new`, count as the next meeting.

    For example `tcsg agenda --by owner`, or `tcsg agenda -o agenda.md`.
    """
    from tcsg.ledger.standing import matters
    from tcsg.output import agenda as out

    desk = open_desk(context)
    meeting, carried = _coming(desk, on)
    found = matters(carried.ledger, carried.links, desk.committee, desk.today, meeting.day)
    groups = out.by_item if by is By.ITEM else out.by_owner(desk.directory(carried.ledger))
    text = out.page(found, carried.ledger, meeting, desk.today, groups) + _of_the_plan(desk, carried)
    if output is None:
        write(text)
        return
    if not write_new(output, out.with_front_matter(text, meeting).encode(), force=force):
        raise UsageError(f"{output}: is there already; nothing was changed (--force replaces it)")
    note(f"wrote {output}")


def _of_the_plan(desk: Desk, carried: Carried) -> str:
    """What a running plan brings to the meeting; nothing when nothing is due or stalled."""
    if not (desk.plans or desk.committee.joined):
        return ""
    from tcsg.cli.plan import coming_days, planned
    from tcsg.output.plan import agenda_section
    from tcsg.plan.days import AHEAD

    plans, found = planned(desk, carried)
    running = tuple(one for one in found if one.plan.start <= desk.today <= one.plan.end)
    return agenda_section(running, [d for d in coming_days(desk, plans) if d.on <= desk.today + AHEAD])


def _coming(desk: Desk, on: date | None) -> tuple[Upcoming, Carried]:
    """The next meeting and what the ledger knows before it, even when its minutes have been begun."""
    minutes, carried = desk.carried(strict=False)
    held = [m for m in minutes if m.day and m.day <= desk.today]
    begun = min((m for m in minutes if m.day and m.day > desk.today), key=lambda m: (m.day, m.path), default=None)
    meeting = upcoming(held, desk.committee, on or (begun.day if begun else None))
    _after_the_last(meeting)
    if begun is None:
        return meeting, carried
    return replace(meeting, number=begun.meeting if begun.day == meeting.day else meeting.number), carried_on(desk, desk.today)


def _after_the_last(meeting: Upcoming) -> None:
    """Refuse a day for the next meeting that is not after the last one."""
    if meeting.last is not None and meeting.last.day and meeting.day and meeting.day <= meeting.last.day:
        raise UsageError(
            f"the last minutes are those of {meeting.last.day} ({meeting.last.path}); the next meeting is on a later day than {meeting.day}"
        )


def next_meeting(desk: Desk, on: date | None) -> Upcoming:
    """The next meeting and its day; UsageError, with the cure, when nothing tells it."""
    meeting = upcoming(desk.minutes(strict=True), desk.committee, on)
    _after_the_last(meeting)
    if meeting.day is None:
        raise UsageError("nothing tells the day of the next meeting; add --date 2024-06-17, or the day to `meetings:` in committee.yaml")
    return meeting
