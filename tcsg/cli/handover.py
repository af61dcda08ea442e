"""`tcsg handover`: what somebody who leaves still owns, and whom it goes to."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.doing import On, Why, Yes
from tcsg.cli.terminal import note, say, write
from tcsg.cli.writing import ids_of, ledger_to_change, recorded, warn_of_strangers
from tcsg.errors import UsageError
from tcsg.ledger.handing import handed_over
from tcsg.ledger.merging import Who
from tcsg.ledger.people import Directory
from tcsg.ledger.query import Query, Row, select
from tcsg.model import ByHand, Ledger
from tcsg.output.text import count

Leaver = Annotated[str, typer.Argument(metavar="WHO", help="Initials, a name or the beginning of one.", autocompletion=complete.owners)]
To = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="OWNER", help="Who takes them on: initials, a name or a group; may be given twice.", autocompletion=complete.owners),
]


def handover(context: typer.Context, who: Leaver, to: To = None, on: On = None, why: Why = None, yes: Yes = False) -> None:
    """List what somebody who leaves still owns, and hand it over.

    Without --to: a paragraph for the agenda, in Markdown, with their open actions and those of their groups. With --to, their
    own actions are shown, and after you agree WHO is replaced in each; its other owners stay, and so do the groups.

    For example `tcsg handover KK`, or `tcsg handover KK --to AHR --on 2024-06-17`.
    """
    desk = open_desk(context)
    if not to:
        write(_paragraph(desk, who))
        return
    directory, person, rows = _theirs(desk, ledger_to_change(desk), who)
    owners = tuple(o.strip(",") for o in to if o.strip(",") not in ("", "and", "&"))
    if not owners or any(directory.owner(o, directory.meetings[-1].key if directory.meetings else "") == person for o in owners):
        raise UsageError(f"--to names whom the actions of {person} go to: somebody else")
    if not rows:
        note(f"{person} owns no open actions")
        return
    if not yes and not _confirmed(rows, person, owners, directory):
        note("nothing was changed")
        return
    _hand_over(desk, who, owners, {row.action.id for row in rows}, (on or desk.today, why))


def _theirs(desk: Desk, ledger: Ledger, who: str) -> tuple[Directory, Who, tuple[Row, ...]]:
    """The person, and the open actions that are their own."""
    directory = desk.directory(ledger)
    person = directory.find(who, dict.fromkeys(o for a in ledger.actions for o in a.owners))
    rows = select(ledger, Query(owners=(person,)), directory, desk.today)
    return directory, person, tuple(row for row in rows if row.via is None)


def _paragraph(desk: Desk, who: str) -> str:
    from tcsg.ledger.standing import matters
    from tcsg.output.handover import paragraph

    carried = desk.carried(strict=False)[1]
    directory, person, rows = _theirs(desk, carried.ledger, who)
    own = {row.action.id for row in rows}
    groups = {row.action.id for row in select(carried.ledger, Query(owners=(person,)), directory, desk.today) if row.via is not None}
    found = matters(carried.ledger, carried.links, desk.committee, desk.today, None)
    return paragraph(person, [m for m in found if m.action.id in own], [m for m in found if m.action.id in groups], desk.today)


def _confirmed(rows: tuple[Row, ...], person: Who, owners: tuple[str, ...], directory: Directory) -> bool:
    for row in rows:
        now = ", ".join(handed_over(row.action, person, owners, directory))
        note(f"{row.action.id} {', '.join(row.action.owners)} → {now}: {row.action.text}")
    if not sys.stdin.isatty():
        raise UsageError(f"{count(len(rows), 'action')} would be handed over; add --yes to do it")
    return typer.confirm(f"Hand over {count(len(rows), 'action')} of {person}?", err=True)


def _hand_over(desk: Desk, who: str, owners: tuple[str, ...], agreed: set[str], when: tuple[date, str | None]) -> None:
    """Record the new owners of each action, in one write, and say each."""
    on, why = when
    with desk.workspace.lock():
        desk = desk.again()
        ledger = ledger_to_change(desk)
        directory, person, rows = _theirs(desk, ledger, who)
        warn_of_strangers(desk, ledger, owners)
        actions = [row.action for row in rows if row.action.id in agreed]
        entries = {a.id: ByHand(on, owners=handed_over(a, person, owners, directory), why=why) for a in actions}
        after = recorded(desk, ledger, entries, f"handover {ids_of(actions)}")
    now = {a.id: a for a in after.actions}
    for action in actions:
        said = ", ".join(now[action.id].owners)
        late = "" if now[action.id].owners == entries[action.id].owners else f" (recorded on {on}, but something later counts)"
        say(f"{action.id} belongs to {said}{late}: {action.text}")
