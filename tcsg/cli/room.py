"""`tcsg review --meeting`: the open actions one by one in the room, a key for each answer, each answer recorded as it is given."""

from __future__ import annotations

import sys
from datetime import date

import typer

from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.filters import meeting_keys
from tcsg.cli.terminal import note, write
from tcsg.cli.writing import Choice, Entry, ledger_to_change, record_all
from tcsg.ledger.query import Query, Row, select
from tcsg.ledger.upcoming import upcoming
from tcsg.model import ByHand, Ledger, Status
from tcsg.output.actions import as_plain
from tcsg.output.text import clean, count
from tcsg.workspace import iso_day

_KEYS = "[d]one, still [o]pen, new da[t]e, [h]and over, [n]ote, [s]kip, [q]uit"
STILL_OPEN = "still open"


def walk(context: typer.Context, meeting: str) -> None:
    """Ask of every open action that the meeting has not answered yet; without a terminal, only list them."""
    desk = open_desk(context)
    ledger = ledger_to_change(desk)
    day = _day_of(desk, ledger, meeting)
    rows = unanswered(desk, ledger, day)
    if not rows:
        note(f"every open action is answered for {day}")
        return
    if not sys.stdin.isatty():
        write(as_plain(rows))
        return
    answered = 0
    for n, row in enumerate(rows, 1):
        _show(row, n, len(rows))
        said = _answer(context, desk, ledger, row, day)
        if said is None:
            break
        answered += said
    left = len(rows) - answered
    note(f"{count(answered, 'answer')} recorded on {day}" + (f"; {left} left for the next time" if left else ""))


def unanswered(desk: Desk, ledger: Ledger, day: date) -> tuple[Row, ...]:
    """The open actions of earlier meetings about which nothing was recorded on the day of this one."""
    days = {m.key: m.day for m in ledger.meetings}
    rows = select(ledger, Query(), desk.directory(ledger), desk.today)
    return tuple(r for r in rows if days.get(r.action.raised, date.min) < day and all(e.on != day for e in r.action.by_hand))


def _day_of(desk: Desk, ledger: Ledger, meeting: str) -> date:
    """The day of a meeting by number or date; the next one, of which there are no minutes yet, is held today."""
    known = {name.casefold() for m in ledger.meetings for name in (m.key, str(m.day))}
    if meeting.casefold() not in known and meeting in (str(desk.today), upcoming(desk.minutes(strict=True), desk.committee).number):
        note(f"there are no minutes of meeting {meeting} yet; answers are recorded on {desk.today}")
        return desk.today
    key = meeting_keys(ledger, [meeting])[0]
    return next(m.day for m in ledger.meetings if m.key == key)


def _show(row: Row, n: int, of: int) -> None:
    action = row.action
    late = f", {count(row.days_late, 'day')} late" if row.days_late is not None else ""
    due = f", due {action.due}{late}" if action.due else ""
    typer.echo(clean(f"[{n}/{of}] {action.id} {', '.join(action.owners) or 'nobody'}{due}"))
    typer.echo(clean(f"  {action.text}"))


def _answer(context: typer.Context, desk: Desk, ledger: Ledger, row: Row, day: date) -> bool | None:
    """Ask until there is an answer, and record it; False when the action is skipped, None to stop."""
    while True:
        typer.echo(f"  {_KEYS}: ", nl=False)
        key = _key()
        typer.echo(key if key.isprintable() else "")
        if key in ("q", "\x04", "\x1a", ""):
            return None
        if key in ("s", "\r", "\n"):
            return False
        entry = _entry(key, desk, ledger, day)
        if entry is not None:
            record_all(context, Choice([row.action.id]), entry, day, None)
            return True


def _key() -> str:
    """One key, in lower case; nothing when the input has ended."""
    try:
        return typer.getchar().casefold()
    except EOFError:
        return ""


def _entry(key: str, desk: Desk, ledger: Ledger, day: date) -> Entry | None:
    """What a key records, asked for in a line where it needs words; None to ask for a key again."""
    match key:
        case "d":
            return Entry(lambda on, why: ByHand(on, status=Status.DONE, why=why), "done")
        case "o":
            return Entry(lambda on, _why: ByHand(on, note=STILL_OPEN), STILL_OPEN)
        case "t" if typed := _line("  New date, such as 2024-06-17 or 17 June, or none"):
            iso = _iso(desk, typed, day, ledger)
            if iso is not None:
                return Entry(lambda on, why: ByHand(on, due=iso, why=why), f"due {iso}")
            typer.echo(clean(f"  {typed!r} is no day"))
        case "h" if owners := tuple(o.strip(",") for o in _line("  To whom").split() if o.strip(",") not in ("", "and", "&")):
            return Entry(lambda on, why: ByHand(on, owners=owners, why=why), f"belongs to {', '.join(owners)}", owners=owners)
        case "n" if words := _line("  Note"):
            return Entry(lambda on, _why: ByHand(on, note=words), f"note: {words}")
    return None


def _line(asked: str) -> str:
    return str(typer.prompt(asked, default="", show_default=False)).strip()


def _iso(desk: Desk, typed: str, day: date, ledger: Ledger) -> str | None:
    """The day that is meant, as the meeting would say it; None for what is none."""
    if typed.casefold() == "none":
        return "none"
    try:
        return iso_day(typed).isoformat()
    except ValueError:
        due = desk.read_line(f"do it by {typed}", day, ledger).due
        return due.day.isoformat() if due and due.day else None
