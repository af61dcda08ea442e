"""Lists of actions for programs that keep tasks: todo.txt and Taskwarrior."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

from tcsg.model import Status
from tcsg.output.stable import last_change, moment, uid
from tcsg.output.text import clean, json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tcsg.ledger.query import Row
    from tcsg.model import Action, Committee, Ledger, Meeting

# --- todo.txt ----------------------------------------------------------------------------------------------------

_SIGN = re.compile(r"(?<!\S)([@+]+)(?=\S)")
_KEY = re.compile(r"(?<!\S)([A-Za-z][\w-]*):(?!//)(?=\S)")
_HEAD = re.compile(r"(?:x|\([A-Z]\)|\d{4}-\d\d-\d\d)(?!\S)")


def as_todotxt(rows: Sequence[Row], ledger: Ledger, committee: Committee) -> str:
    """A task a line, as github.com/todotxt/todo.txt has it: owners as contexts, the committee as project, `due:` and `id:`.

    What the format would take in the words for its own gets a blank: `@ team`, `due: tomorrow`. A dropped action is done there.
    """
    days = {m.key: m.day for m in ledger.meetings}
    project = f"+{_word(committee.name)}" if committee.name else None
    return "".join(f"{_line(row.action, days.get(row.action.raised), project)}\n" for row in rows)


def _line(action: Action, raised: date | None, project: str | None) -> str:
    closed = action.status is not Status.OPEN
    dates = [str(d) for d in (action.closed if closed else None, raised) if d]
    dates = [] if closed and len(dates) < 2 else dates  # one date alone would be the day it was done
    words = _KEY.sub(r"\1: ", _SIGN.sub(r"\1 ", " ".join(clean(action.text).split())))
    if not dates and _HEAD.match(words):
        words = f"{action.id} {words}"
    told = [*(["x"] if closed else []), *dates, words, *(f"@{_word(owner)}" for owner in action.owners), *([project] if project else [])]
    told += [f"due:{action.due}"] if action.due else []
    told += ["status:dropped"] if action.status is Status.DROPPED else []
    return " ".join([*told, f"id:{action.id}"])


def _word(text: str) -> str:
    """A text as one word of letters, digits, `-` and `_`."""
    return re.sub(r"[^\w-]+", "_", clean(text)).strip("_") or "_"


# --- Taskwarrior -------------------------------------------------------------------------------------------------

_STATUSES = {Status.OPEN: "pending", Status.DONE: "completed", Status.DROPPED: "deleted"}
_NOON, _END_OF_DAY = time(12), time(23, 59, 59)


def as_taskwarrior(rows: Sequence[Row], ledger: Ledger, committee: Committee, today: date) -> str:
    """What `task import` takes: an array of tasks as the Taskwarrior JSON format has them, dates in UTC.

    A task is due at the end of its day. Importing again changes the tasks of before, since an action keeps its UUID.
    """
    meetings = {m.key: m for m in ledger.meetings}
    return json_text([_task(row.action, ledger, committee, meetings, today) for row in rows])


def _task(action: Action, ledger: Ledger, committee: Committee, meetings: dict[str, Meeting], today: date) -> dict[str, object]:
    zone = committee.time_zone
    meeting = meetings.get(action.raised)
    changed = last_change(action, ledger, today)
    entry = _stamp(meeting.day if meeting else changed, _NOON, zone)
    task: dict[str, object] = {
        "uuid": str(uid(action, ledger, committee)),
        "status": _STATUSES[action.status],
        "description": " ".join(clean(action.text).split()) or action.id,
        "entry": entry,
        "modified": _stamp(changed, _NOON, zone),
    }
    if action.due:
        task["due"] = _stamp(action.due, _END_OF_DAY, zone)
    if action.status is not Status.OPEN:
        task["end"] = _stamp(action.closed or changed, _NOON, zone)
    if committee.name:
        task["project"] = " ".join(clean(committee.name).replace(".", " ").split())
    if action.owners:
        task["tags"] = list(dict.fromkeys(map(_tag, action.owners)))
    task["annotations"] = [{"entry": entry, "description": said} for said in _annotations(action, meeting)]
    return task


def _stamp(day: date, at: time, zone: str | None) -> str:
    then = moment(day, at, zone)
    return f"{then.year:04}{then:%m%dT%H%M%SZ}"


def _tag(owner: str) -> str:
    """An owner as a tag; in Taskwarrior one of capitals only may be a tag that it sets itself, such as DUE."""
    word = re.sub(r"\W+", "_", owner).strip("_") or "_"
    return f"owner_{word}" if word[0].isdigit() or word in _VIRTUAL else word


_VIRTUAL = frozenset(
    """
    ACTIVE ANNOTATED BLOCKED BLOCKING CHILD COMPLETED DELETED DUE DUETODAY INSTANCE LATEST MONTH ORPHAN OVERDUE PARENT PENDING PRIORITY PROJECT
    QUARTER READY SCHEDULED TAGGED TEMPLATE TODAY TOMORROW UDA UNBLOCKED UNTIL WAITING WEEK YEAR YESTERDAY
    """.split()
)


def _annotations(action: Action, meeting: Meeting | None) -> Iterable[str]:
    where = f", on {meeting.day} ({clean(meeting.path)})" if meeting else ""
    yield f"{action.id}, raised at meeting {clean(action.raised)}{where}"
