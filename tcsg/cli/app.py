"""The Typer app: a table of verbs, of which only the one asked for is imported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from tcsg.cli.options import global_options

EVERY_DAY = "Every day"
REST = "The rest"


class Verb(NamedTuple):
    """A verb as the list of verbs shows it: it is the function `function` of the module `tcsg.cli.<module>`."""

    name: str
    module: str
    function: str
    panel: str
    help: str


VERBS = (
    Verb("actions", "actions", "actions", EVERY_DAY, "List actions: the open ones, the most overdue first."),
    Verb("show", "show", "show", EVERY_DAY, "Show actions: who, what, since when."),
    Verb("carry", "carry", "carry", EVERY_DAY, "Fold the minutes into minutes/ledger.yaml."),
    Verb("check", "check", "check", EVERY_DAY, "Report what is overdue or amiss, at path:line with a code."),
    Verb("done", "doing", "done", EVERY_DAY, "Close actions as done."),
    Verb("note", "doing", "note", EVERY_DAY, "Write a note to an action; `tcsg show ID` shows it."),
    Verb("new", "new", "new", EVERY_DAY, "Make the file for the next minutes, with the open actions in it."),
    Verb("agenda", "agenda", "agenda", EVERY_DAY, "Write the matters arising for the next meeting, as a page of Markdown."),
    Verb("add", "doing", "add", REST, "Add an action that was agreed between meetings."),
    Verb("drop", "doing", "drop", REST, "Close actions that will not be done; say why."),
    Verb("reopen", "doing", "reopen", REST, "Open actions again that were done or dropped."),
    Verb("due", "doing", "due", REST, "Set the due date of an action; it holds until later minutes state another."),
    Verb("assign", "doing", "assign", REST, "Hand an action over to other owners."),
    Verb("undo", "doing", "undo", REST, "Undo the last command that changed the ledger, carry included; again for the one before."),
    Verb("same", "matching", "same", REST, "Say that two actions are one."),
    Verb("different", "matching", "different", REST, "Say that what was taken for one action is two, or that two which look alike are."),
    Verb("review", "review", "review", REST, "Go through what is doubtful, and remember the answers."),
    Verb("summary", "summary", "summary", REST, "Print the summary of a meeting's actions, or write it into the minutes."),
    Verb("plan", "plan", "plan", REST, "List what the action plans promise: who, by when, which actions, and whether it moves."),
    Verb("link", "linking", "link", REST, "Say that actions serve a commitment of the action plan."),
    Verb("unlink", "linking", "unlink", REST, "Say that actions do not serve a commitment."),
    Verb("handover", "handover", "handover", REST, "List what somebody who leaves still owns, and hand it over."),
    Verb("people", "people", "people", REST, "List the people of the minutes with what they have open; with WHO, one of them and their actions."),
    Verb("meetings", "people", "meetings", REST, "List the meetings: date, people listed, actions raised, closed and still open."),
    Verb("remind", "remind", "remind", REST, "Write a reminder to each person with their open actions."),
    Verb("export", "export", "export", REST, "Export actions for other programs."),
    Verb("report", "report", "report", REST, "Report how things stand, for a chair: one page of figures, lists and charts."),
    Verb("init", "start", "init", REST, "Set up a committee's folder: `minutes/`, and a committee.yaml proposed from the minutes."),
    Verb("import", "importing", "import_", REST, "Make minutes of documents: Word, OpenDocument, RTF, HTML, PDF, text."),
    Verb("resolve", "merging", "resolve", REST, "Settle a merge conflict in the ledger: both sides are read, and merged action by action."),
    Verb("merge-driver", "merging", "merge_driver", REST, "Merge two ledgers for git, which calls this; `tcsg init --git` sets it up."),
    Verb("explain", "guide", "explain", REST, "Explain a finding of `tcsg check`: what, why, how to mend it, how to silence it."),
    Verb("extract", "extract", "extract", REST, "Print what is read in minutes files."),
    Verb("why", "extract", "why", REST, "Say why a line of the minutes is an action or is not."),
    Verb("guide", "guide", "guide", REST, "Read the manual."),
)


class VerbCommand(TyperCommand):
    """A verb, real or only listed."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page, in color as `--color` has it."""
        with _color(ctx):
            super().format_help(ctx, formatter)


class LazyGroup(TyperGroup):
    """All verbs of the table by name and one line of help; the module of a verb is imported when it is called."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.params += global_options()
        for verb in VERBS:
            self.add_command(VerbCommand(verb.name, help=verb.help, rich_help_panel=verb.panel))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The verb that `args` begin with, imported, and the words that are its own."""
        name, listed, rest = super().resolve_command(ctx, args)
        return name, listed and load(next(verb for verb in VERBS if verb.name == name)), rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the list of verbs, in color as `--color` has it."""
        with _color(ctx):
            super().format_help(ctx, formatter)


@cache
def build() -> TyperGroup:
    """The whole command line."""
    app = typer.Typer(name="tcsg", cls=LazyGroup, invoke_without_command=True, pretty_exceptions_enable=False)
    app.callback()(_tcsg)
    command = typer.main.get_command(app)
    assert isinstance(command, TyperGroup)  # noqa: S101 - it has a callback
    return command


def _tcsg(context: typer.Context) -> None:
    """Track the action items that a committee records in its plain-text minutes."""
    if context.invoked_subcommand is None:
        from tcsg.cli.start import first_screen  # brings the ledger: only for the bare command

        first_screen(context)


@cache
def load(verb: Verb) -> Any:
    """The command of a verb, its module imported."""
    function = getattr(import_module(f"tcsg.cli.{verb.module}"), verb.function)
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command(verb.name, cls=VerbCommand)(function)
    command = typer.main.get_command(app)
    command.params += global_options()
    return command


@contextmanager
def _color(context: Any) -> Iterator[None]:
    from typer import rich_utils  # brings rich: only when help is asked for

    automatic = rich_utils.FORCE_TERMINAL
    rich_utils.FORCE_TERMINAL = {"always": True, "never": False}.get(context.obj.color, automatic)
    try:
        yield
    finally:
        rich_utils.FORCE_TERMINAL = automatic
