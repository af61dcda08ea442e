"""The first screen of a bare `tcsg`, and `tcsg init`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tcsg.cli.bringing import ledger_now
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.options import globals_of
from tcsg.cli.sources import read_source
from tcsg.cli.terminal import note, terminal, write
from tcsg.errors import MinutesError, UsageError
from tcsg.ledger.query import days_late
from tcsg.model import Committee, Ledger, Status
from tcsg.output.text import clean, columns, count, wrapped
from tcsg.plan.days import AHEAD, next_self_assessment
from tcsg.workspace import COMMITTEE, MINUTES, Workspace, find_workspace, ready_made, write_new

_SOON = 14
"""Days before a meeting in which it is prepared."""
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
    ledger = ledger_now(desk)
    width = terminal(context).prose
    write(wrapped(clean(_headline(desk, ledger)), width=width) + "\n" + columns(_next(desk, ledger), 28, width=width, indent="  "))


def _headline(desk: Desk, ledger: Ledger) -> str:
    name = f"{desk.committee.name}: " if desk.committee.name else ""
    open_now = [a for a in ledger.actions if a.status is Status.OPEN]
    late = sum(days_late(a, desk.today) is not None for a in open_now)
    said = [f"{count(len(open_now), 'open action')}", f"{late} overdue"]
    if ledger.meetings:
        said.append(f"last meeting {ledger.meetings[-1].key} on {ledger.meetings[-1].day}")
    upcoming = _upcoming(desk)
    said += [f"next meeting on {upcoming}"] if upcoming else []
    assessment = next_self_assessment(desk.committee, desk.today)
    said += [f"self-assessment due on {assessment}"] if assessment and assessment <= desk.today + AHEAD else []
    return name + ", ".join(said)


def _upcoming(desk: Desk) -> date | None:
    return min((d for d in desk.committee.meetings if d >= desk.today), default=None)


def _next(desk: Desk, ledger: Ledger) -> list[tuple[str, str]]:
    """What is worth typing now."""
    steps = []
    if not desk.sources:
        return [("(write minutes/2024-06-17.md)", "one Markdown file a meeting"), ("tcsg guide first-steps", "an example")]
    if not desk.is_current:
        steps.append(("tcsg carry", "fold the minutes into the ledger: they have changed"))
    if any(days_late(a, desk.today) is not None for a in ledger.actions):
        steps.append(("tcsg actions --overdue", "what is late"))
    upcoming = _upcoming(desk)
    if ledger.meetings and upcoming and (upcoming - desk.today).days <= _SOON and all(m.day != upcoming for m in ledger.meetings):
        steps += [("tcsg agenda", f"the matters arising for {upcoming}"), ("tcsg new", "its minutes file, with what is open")]
    steps += [("tcsg plan", "what the action plan promises, and whether it moves")] if ledger.plans else []
    steps += [("tcsg actions --owner WHO", "what somebody has to do"), ("tcsg people", "who has how much"), ("tcsg --help", "all commands")]
    return steps


class Ci(StrEnum):
    """The values of `init --ci`."""

    GITHUB = "github"
    GITLAB = "gitlab"
    PRE_COMMIT = "pre-commit"


def init(
    context: typer.Context,
    git: Annotated[bool, typer.Option("--git", help="Let git merge the ledger action by action: once in every clone.")] = False,
    ci: Annotated[list[Ci] | None, typer.Option(help="Write the file with which this platform runs `tcsg check`; several may be given.")] = None,
) -> None:
    """Set up a committee's folder: `minutes/`, and a committee.yaml proposed from the minutes, with what was counted in them.

    Nothing that exists is touched: where there is a committee.yaml already, the proposal is printed. It holds the people with
    their initials (with days where initials passed on), how dates are written, the committee's own headings and marks; and as
    comments what else was seen. Look it over: it is yours from then on.
    With --git, lines are added to .gitattributes and .gitignore, and git's configuration of this clone names `tcsg merge-driver`.
    With --ci and a `minutes/` that is there already, only the files of CI are written.
    """
    folder, new = globals_of(context).directory or Path(), False
    try:
        workspace = find_workspace(folder)
    except UsageError:
        workspace, new = Workspace.make(folder), True
        note(f"made {MINUTES}/")
    if git:
        from tcsg.cli.merging import set_up_git

        set_up_git(workspace)
    if new or not ci:
        _register(Desk(workspace, globals_of(context).today), shown=not git)
    for platform in ci or ():
        _ci(workspace, platform)


def _register(desk: Desk, *, shown: bool) -> None:
    """Write the proposal for committee.yaml; where there is one, print it if it is to be `shown`."""
    if desk.workspace.committee_bytes() is None:
        desk.workspace.create(COMMITTEE, _proposal(desk).encode())
        note(f"wrote {COMMITTEE}; look it over, then run `tcsg carry`")
        return
    note(f"{COMMITTEE} is there already; nothing was changed{'. The minutes propose:' if shown else ''}")
    if shown:
        write("\n".join(map(clean, _proposal(desk).split("\n"))))


def _proposal(desk: Desk) -> str:
    """A committee.yaml from all minutes that can be read; each other file is named on stderr."""
    from tcsg.output.committee import proposal
    from tcsg.reading.survey import survey
    from tcsg.reading.text import decode

    minutes, surveys = [], []
    for source in desk.sources:
        try:
            read = read_source(source, Committee(), dated=True)
        except MinutesError as fault:
            note(f"{fault} (left out)")
            continue
        minutes.append(read)
        surveys.append(survey(decode(source.data, source.path), read))
    for unread in desk.unreadable:
        note(f"{unread} (left out)")
    return proposal(minutes, surveys)


def _ci(workspace: Workspace, platform: Ci) -> None:
    """Write a platform's file at the top of the repository; where others stand in it too, print what to add."""
    # Lazy: only here.
    from shlex import quote

    from tcsg import __version__
    from tcsg.workspace.revision import path_in_repository, repository_of

    path, template = {
        Ci.GITHUB: (".github/workflows/tcsg.yml", "github.yml"),
        Ci.GITLAB: (".gitlab-ci.yml", "gitlab.yml"),
        Ci.PRE_COMMIT: (".pre-commit-config.yaml", "pre-commit.yaml"),
    }[platform]
    way = path_in_repository(workspace.root).rstrip("/")
    command = f"tcsg -C {quote(way)}" if way else "tcsg"
    text = ready_made(template).replace("@tcsg@", command).replace("@version@", __version__)
    if write_new((repository_of(workspace.root) or workspace.root) / path, text.encode()):
        note(f"wrote {path}; look it over, then commit it")
        return
    note(f"{path} is there already; nothing was changed. What it needs:")
    write(text)
