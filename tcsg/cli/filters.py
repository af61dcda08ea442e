"""The filters that every verb shares which lists or closes actions, and the one value they end in."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from tcsg.errors import UsageError
from tcsg.ledger.query import Query
from tcsg.model import Status
from tcsg.workspace import iso_day

if TYPE_CHECKING:
    from tcsg.ledger.people import Directory
    from tcsg.model import Ledger

PANEL = "Filters (the same one twice: or; different ones: and)"


class StatusFilter(StrEnum):
    """The values of `--status`."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    ALL = "all"


class Sort(StrEnum):
    """The values of `--sort`."""

    URGENCY = "urgency"
    DUE = "due"
    ID = "id"
    OWNER = "owner"
    MEETING = "meeting"


def day(text: str) -> date:
    """Read the value of a date option."""
    try:
        return iso_day(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def span(text: str) -> int:
    """Read a span of days: `14d`, `2w` or a bare number of days."""
    match = re.fullmatch(r"(\d{1,4})([dw]?)", text)
    if not match:
        raise typer.BadParameter(f"{text!r} is not a span of time; write 14d or 2w.")
    return int(match[1]) * (7 if match[2] == "w" else 1)


def _option(*names: str, help: str, **more: object) -> object:  # noqa: A002 - typer's own word
    return typer.Option(*names, help=help, rich_help_panel=PANEL, **more)  # type: ignore[call-overload]


Owners: TypeAlias = Annotated[list[str] | None, _option("--owner", metavar="WHO", help="Owned by WHO: initials, a name or the beginning of one.")]
Statuses: TypeAlias = Annotated[list[StatusFilter] | None, _option("--status", help="In this state; by default open.")]
Overdue: TypeAlias = Annotated[bool, _option("--overdue", help="Open and due before today.")]
DueBefore: TypeAlias = Annotated[date | None, _option("--due-before", metavar="DATE", parser=day, help="Due before DATE.")]
DueWithin: TypeAlias = Annotated[int | None, _option("--due-within", metavar="SPAN", parser=span, help="Due within SPAN (14d, 2w), or late already.")]
Meetings: TypeAlias = Annotated[list[str] | None, _option("--meeting", metavar="MEETING", help="Mentioned at this meeting: its number or its date.")]
Since: TypeAlias = Annotated[date | None, _option("--since", metavar="DATE", parser=day, help="Raised on or after DATE.")]
Grep: TypeAlias = Annotated[list[str] | None, _option("--grep", metavar="WORDS", help="With these words in its text, any case.")]
Groups: TypeAlias = Annotated[list[str] | None, _option("--group", metavar="NAME", help="Minuted for the group NAME.")]
SortBy: TypeAlias = Annotated[Sort, _option("--sort", help="Order: urgency is most overdue, then due day, then id.")]
Limit: TypeAlias = Annotated[int | None, _option("--limit", metavar="N", min=0, help="At most N actions.")]


def states(given: list[StatusFilter] | None) -> tuple[Status, ...]:
    """The states that `--status` asks for; open when it is not given."""
    chosen = given or [StatusFilter.OPEN]
    return tuple(Status) if StatusFilter.ALL in chosen else tuple(Status(s.value) for s in chosen)


def horizon(before: date | None, within: int | None, today: date) -> date | None:
    """The first day that is too late for both `--due-before` and `--due-within`."""
    days = [d for d in (before, today + timedelta(days=within + 1) if within is not None else None) if d]
    return min(days) if days else None


def meeting_keys(ledger: Ledger, asked: list[str] | None) -> tuple[str, ...]:
    """The keys of the meetings named by key or by day; UsageError for a meeting there is none of."""
    keys = []
    for name in asked or ():
        found = next((m.key for m in ledger.meetings if name.casefold() in (m.key.casefold(), str(m.day))), None)
        if found is None:
            raise UsageError(f"there is no meeting {name!r}{_recent(ledger)}")
        keys.append(found)
    return tuple(keys)


def _recent(ledger: Ledger) -> str:
    latest = [m.key for m in ledger.meetings[-5:]]
    return f"; the latest are {', '.join(latest)}" if latest else "; nothing has been carried yet"


def query(
    ledger: Ledger,
    directory: Directory,
    today: date,
    *,
    owner: list[str] | None = None,
    status: list[StatusFilter] | None = None,
    overdue: bool = False,
    due_before: date | None = None,
    due_within: int | None = None,
    meeting: list[str] | None = None,
    since: date | None = None,
    grep: list[str] | None = None,
    group: list[str] | None = None,
    sort: Sort = Sort.URGENCY,
    limit: int | None = None,
) -> Query:
    """The question that the options ask; UsageError when one names nobody, or more than one."""
    owned = dict.fromkeys(o for a in ledger.actions for o in a.owners)
    owners = tuple(directory.find(o, owned) for o in owner or ())
    return Query(
        owners, states(status), overdue, horizon(due_before, due_within, today), meeting_keys(ledger, meeting), since,
        tuple(grep or ()), tuple(group or ()), sort.value, limit,
    )  # fmt: skip
