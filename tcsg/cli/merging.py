"""`tcsg merge-driver` and `tcsg resolve`: two ledgers made one."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.options import globals_of
from tcsg.cli.saving import save
from tcsg.cli.terminal import note
from tcsg.errors import LedgerError, ManyErrors, TcsgError, UsageError
from tcsg.model import Ledger, Place
from tcsg.output.text import count
from tcsg.workspace import LEDGER, git, loose_bytes, today, write_file

if TYPE_CHECKING:
    from datetime import date

    from tcsg.ledger.merge import Merged
    from tcsg.workspace import Workspace

ATTRIBUTES = (f"{LEDGER} merge=tcsg text eol=lf",)
IGNORED = ("minutes/.ledger.lock", "minutes/.ledger.yaml.*.tmp")


class Side(StrEnum):
    """The values of `--take`."""

    OURS = "ours"
    THEIRS = "theirs"


Version = Annotated[Path, typer.Argument(metavar="FILE")]


def merge_driver(context: typer.Context, base: Version, ours: Version, theirs: Version) -> int:
    """Merge two ledgers for git, which calls this; `tcsg init --git` sets it up.

    Takes the three files that git calls %O, %A and %B, and writes the result into the second. Exit code 1, and markers
    around the lines, means that two people recorded what cannot both hold. A file that is no ledger is merged as text.
    """
    try:
        merged = _merged([loose_bytes(path) for path in (base, ours, theirs)], globals_of(context).today)
        write_file(ours, _bytes(merged))
    except BaseException as error:
        git.text_merge(ours, base, theirs)  # git takes the file for merged as far as it goes: it must not be left as one side
        if not isinstance(error, LedgerError):
            raise
        note(f"{error} (merged as text; look at it, then run `tcsg resolve`)")
        return 1
    for said in (*merged.said, *map(str, _faults(merged))):
        note(said)
    return 1 if merged.conflicts else 0


def resolve(
    context: typer.Context,
    take: Annotated[Side | None, typer.Option("--take", help="Settle by this side what two people recorded and cannot both hold.")] = None,
) -> None:
    """Settle a merge conflict in the ledger: both sides are read, and merged action by action.

    Works during a merge, rebase or cherry-pick of git, and on any ledger with conflict markers. What is left are the
    entries that two people made and that cannot both hold, each marked in the file: delete the lines that shall not
    count, or choose a side with --take.
    """
    desk = open_desk(context)
    with desk.workspace.lock():
        staged = git.stages(desk.workspace.root, LEDGER) if (desk.workspace.root / LEDGER).exists() else None
        versions = _from_index(staged) if staged else _from_markers(desk)
        merged = _merged(versions, globals_of(context).today, take)
        data = _bytes(merged)
        save(desk, data, "resolve", canonical=not merged.conflicts)
        if staged and not merged.conflicts:
            git.stage(desk.workspace.root, LEDGER)
    for said in merged.said:
        note(said)
    if merged.conflicts:
        raise ManyErrors(tuple(_faults(merged)))
    note(f"{LEDGER} is resolved{' and added for git' if staged else ''}: {count(len(merged.ledger.actions), 'action')}")


def _from_index(staged: tuple[bytes | None, bytes | None, bytes | None]) -> list[bytes | None]:
    if staged[1] is None or staged[2] is None:
        raise UsageError(f"one side of the merge has no {LEDGER}; keep it with `git add {LEDGER}`")
    return list(staged)


def _from_markers(desk: Desk) -> list[bytes | None]:
    from tcsg.ledger.conflicts import has_marks, parted
    from tcsg.reading.text import decode

    if desk.stored_bytes is None:
        raise UsageError(f"there is no {LEDGER}, so there is nothing to resolve")
    text = decode(desk.stored_bytes, LEDGER, LedgerError)
    if not has_marks(text):
        raise UsageError(f"{LEDGER} is in no conflict; there is nothing to resolve")
    parts = parted(text)
    if parts is None:
        raise LedgerError("the conflict markers do not fit together; restore the file, or delete the markers by hand", Place(LEDGER, 1))
    return [None if part is None else part.encode() for part in parts]


def _merged(versions: list[bytes | None], day: date | None, take: Side | None = None) -> Merged:
    """The merge of base, ours and theirs; a base that is no ledger, as one with conflicts of its own, counts for nothing."""
    from tcsg.ledger.merge import merge
    from tcsg.ledger.records import read_ledger

    base, ours, theirs = versions
    sides = [read_ledger(data, name) if data else Ledger() for data, name in ((ours, f"{LEDGER} (ours)"), (theirs, f"{LEDGER} (theirs)"))]
    try:
        was = read_ledger(base, LEDGER) if base else Ledger()
    except LedgerError:
        was = Ledger()
    return merge(was, sides[0], sides[1], today(day), take and take.value)


def _bytes(merged: Merged) -> bytes:
    from tcsg.ledger.conflicts import dump_merged

    return dump_merged(merged).encode()


def _faults(merged: Merged) -> list[TcsgError]:
    """What the two sides cannot both hold, each at its line."""
    from tcsg.ledger.conflicts import conflict_lines

    cure = "delete the lines that shall not count and the markers, or run `tcsg resolve --take ours` or `--take theirs`"
    said = "recorded otherwise on the two sides"
    return [LedgerError(f"{one.about}: {one.what} {said}; {cure}", Place(LEDGER, line)) for line, one in conflict_lines(merged)]


def set_up_git(workspace: Workspace) -> None:
    """Let git merge the ledger by `tcsg merge-driver`: an attribute that travels with the repository, and this clone's configuration."""
    if not git.is_inside(workspace.root):
        raise UsageError(f"{workspace.root} is in no repository of git; make one with `git init`")
    for name, lines in ((".gitattributes", ATTRIBUTES), (".gitignore", IGNORED)):
        if workspace.add_lines(name, lines):
            note(f"wrote {name}; commit it")
    program = "tcsg" if which("tcsg") else f"'{sys.executable}' -m tcsg"
    # Where tcsg is gone, the shell would fail and leave our side alone in the file: then git's own merge.
    driver = f"if command -v {program.partition(' -m ')[0]} >/dev/null; then {program} merge-driver %O %A %B; else git merge-file %A %O %B; fi"
    if git.configured(workspace.root, "merge.tcsg.driver") != driver:
        git.configure(workspace.root, merge__tcsg__name="tcsg: action by action, field by field", merge__tcsg__driver=driver)
        note("git in this clone now merges the ledger action by action; run `tcsg init --git` in every clone")
