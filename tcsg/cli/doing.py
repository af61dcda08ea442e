"""What is done with actions by hand: done, drop, reopen, due, assign, note, add; each says in one line what it did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

import typer

from tcsg.cli import complete
from tcsg.cli.filters import Asked, StatusFilter, day, filtered
from tcsg.cli.writing import Choice, Entry, add_action, record_all
from tcsg.errors import UsageError
from tcsg.model import ByHand, Status

Ids = Annotated[
    list[str] | None, typer.Argument(metavar="ID...", help="Ids such as A8.3, a8.3 or 8.3; or choose with filters.", autocompletion=complete.ids)
]
OneId = Annotated[str, typer.Argument(metavar="ID", help="An id such as A8.3, a8.3 or 8.3.", autocompletion=complete.ids)]
On = Annotated[date | None, typer.Option("--on", metavar="DATE", parser=day, help="The day it happened; by default today.")]
Why = Annotated[str | None, typer.Option("--why", metavar="WORDS", help="The reason, kept with the action.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before changing what the filters chose.")]
Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help="The words; quotes are not needed.")]


def _status(status: Status, said: str) -> Entry:
    return Entry(lambda on, why: ByHand(on, status=status, why=why), said)


@filtered
def done(context: typer.Context, asked: Asked, ids: Ids = None, on: On = None, why: Why = None, yes: Yes = False) -> None:
    """Close actions as done.

    Name them by id, or choose them with the filters of `tcsg actions`: then they are shown first, and you are asked.

    For example `tcsg done 8.3 8.5`, or `tcsg done 8.3 --on 2024-06-17` for what was done on another day.
    """
    record_all(context, Choice(ids, asked, yes=yes), _status(Status.DONE, "done"), on, why)


@filtered
def drop(context: typer.Context, asked: Asked, ids: Ids = None, on: On = None, why: Why = None, yes: Yes = False) -> None:
    """Close actions that will not be done; say why.

    Nothing is deleted: `tcsg actions --status dropped` lists them. Choose by id, or with the filters of `tcsg actions`.

    For example `tcsg drop 8.3 --why "no money"`, or `tcsg drop --meeting 8 --why "closed before 2020"`.
    """
    if not (why or "").strip():
        raise UsageError("drop needs a reason; add --why 'no longer needed'")
    record_all(context, Choice(ids, asked, yes=yes), _status(Status.DROPPED, "dropped"), on, why)


@filtered
def reopen(context: typer.Context, asked: Asked, ids: Ids = None, on: On = None, why: Why = None, yes: Yes = False) -> None:
    """Open actions again that were done or dropped.

    For example `tcsg reopen 8.3 --why "it leaks again"`. Filters choose among the closed ones.
    """
    if asked != Asked() and not asked.status:
        asked = replace(asked, status=[StatusFilter.DONE, StatusFilter.DROPPED])
    record_all(context, Choice(ids, asked, yes=yes), _status(Status.OPEN, "open again"), on, why)


def due(
    context: typer.Context,
    id: OneId,  # noqa: A002 - the argument's name
    when: Annotated[str, typer.Argument(metavar="DATE", help="The new due date, or `none`.")],
    on: On = None,
    why: Why = None,
) -> None:
    """Set the due date of an action; it holds until later minutes state another.

    For example `tcsg due 8.3 2024-06-17`, or `tcsg due 8.3 none`.
    """
    iso = "none" if when == "none" else day(when).isoformat()
    record_all(context, Choice([id]), Entry(lambda on, why: ByHand(on, due=iso, why=why), f"due {iso}"), on, why)


def assign(
    context: typer.Context,
    id: OneId,  # noqa: A002 - the argument's name
    owners: Annotated[
        list[str], typer.Argument(metavar="OWNER...", help="Initials, names or groups, as in minutes.", autocompletion=complete.owners)
    ],
    on: On = None,
    why: Why = None,
) -> None:
    """Hand an action over to other owners.

    For example `tcsg assign 8.3 KK and AHR --why "JA has left"`.
    """
    who = tuple(o.strip(",") for o in owners if o.strip(",") not in ("", "and", "&"))
    if not who:
        raise UsageError("assign needs an owner: initials, a name or a group")
    record_all(context, Choice([id]), Entry(lambda on, why: ByHand(on, owners=who, why=why), f"belongs to {', '.join(who)}", owners=who), on, why)


def note(context: typer.Context, id: OneId, text: Words, on: On = None) -> None:  # noqa: A002 - the argument's name
    """Write a note to an action; `tcsg show ID` shows it.

    For example `tcsg note 8.3 the parts are ordered`.
    """
    words = " ".join(text).strip()
    if not words:
        raise UsageError("note needs words")
    record_all(context, Choice([id]), Entry(lambda on, _why: ByHand(on, note=words), f"note: {words}"), on, None)


def add(
    context: typer.Context,
    text: Words,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="The due date; by default what the words say.")] = None,
    owner: Annotated[list[str] | None, typer.Option("--owner", metavar="WHO", help="An owner; by default whom the words name.")] = None,
    on: On = None,
) -> None:
    """Add an action that was agreed between meetings: `tcsg add KK to send the slides by 17 June`.

    It is read as a line of minutes would be, and gets the next id of the last meeting.
    """
    words = " ".join(text).strip()
    if not words:
        raise UsageError("add needs the words of the action")
    when: Any = due if due in (None, "none") else day(due).isoformat()
    add_action(context, words, when, tuple(owner or ()), on)


def undo(context: typer.Context) -> None:
    """Undo the last command that changed the ledger, carry included; again for the one before.

    The file is then what it was, byte for byte. If it was changed otherwise since, nothing is done.
    """
    from tcsg.cli.writing import undo_last

    undo_last(context)
