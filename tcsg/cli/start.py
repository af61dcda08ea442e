"""The first screen of a bare `tcsg`, and `tcsg init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.options import globals_of
from tcsg.cli.terminal import note, terminal, write
from tcsg.errors import UsageError
from tcsg.ledger.query import days_late
from tcsg.model import Ledger, Status
from tcsg.output.text import clean, columns, count, wrapped
from tcsg.workspace import COMMITTEE, MINUTES, Workspace, find_workspace

_BEGIN = (
    ("tcsg init", "make minutes/ and a committee.yaml to fill in"),
    ("tcsg extract FILE", "see what is read in minutes you have"),
    ("tcsg guide first-steps", "read how it goes on"),
)


def first_screen(context: typer.Context) -> None:
    """Say how things stand and what to type next."""
    try:
        desk = open_desk(context)
    except UsageError:
        if globals_of(context).directory is not None:
            raise
        width = terminal(context).prose
        write(wrapped("No minutes/ folder here or above. To begin:", width=width) + "\n" + columns(_BEGIN, 28, width=width, indent="  "))
        return
    ledger = desk.ledger()
    width = terminal(context).prose
    write(wrapped(clean(_headline(desk, ledger)), width=width) + "\n" + columns(_next(desk, ledger), 28, width=width, indent="  "))


def _headline(desk: Desk, ledger: Ledger) -> str:
    name = f"{desk.committee.name}: " if desk.committee.name else ""
    open_now = [a for a in ledger.actions if a.status is Status.OPEN]
    late = sum(days_late(a, desk.today) is not None for a in open_now)
    said = [f"{count(len(open_now), 'open action')}", f"{late} overdue"]
    if ledger.meetings:
        said.append(f"last meeting {ledger.meetings[-1].key} on {ledger.meetings[-1].day}")
    upcoming = min((d for d in desk.committee.meetings if d >= desk.today), default=None)
    return name + ", ".join(said + ([f"next meeting on {upcoming}"] if upcoming else []))


def _next(desk: Desk, ledger: Ledger) -> list[tuple[str, str]]:
    """What is worth typing now."""
    steps = []
    if not desk.sources:
        return [("(write minutes/2024-06-17.md)", "one Markdown file a meeting"), ("tcsg guide first-steps", "an example")]
    if not desk.is_current:
        steps.append(("tcsg carry", "fold the minutes into the ledger: they have changed"))
    if any(days_late(a, desk.today) is not None for a in ledger.actions):
        steps.append(("tcsg actions --overdue", "what is late"))
    steps += [("tcsg actions --owner WHO", "what somebody has to do"), ("tcsg people", "who has how much"), ("tcsg --help", "all commands")]
    return steps


def init(
    context: typer.Context,
    git: Annotated[bool, typer.Option("--git", help="Let git merge the ledger action by action: once in every clone.")] = False,
) -> None:
    """Set up a committee's folder: `minutes/`, and a committee.yaml with the people that the minutes list.

    Nothing that exists is touched. Initials that were two people's are proposed with the days on which they changed hands.
    With --git, lines are added to .gitattributes and .gitignore, and git's configuration of this clone names `tcsg merge-driver`.
    """
    folder = globals_of(context).directory or Path()
    try:
        workspace = find_workspace(folder)
    except UsageError:
        workspace = Workspace.make(folder)
        note(f"made {MINUTES}/")
    if git:
        from tcsg.cli.merging import set_up_git

        set_up_git(workspace)
    desk = Desk(workspace, globals_of(context).today)
    if workspace.committee_bytes() is not None:
        note(f"{COMMITTEE} is there already; nothing was changed")
        return
    from tcsg.output.committee import proposal

    workspace.create(COMMITTEE, proposal(desk.ledger()).encode())
    note(f"wrote {COMMITTEE}; look it over, then run `tcsg carry`")
