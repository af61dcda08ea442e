"""What the shell offers at the Tab key: owners, ids with their words, meetings, codes, pages; read from the stored ledger alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer

from tcsg.errors import TcsgError
from tcsg.model import Ledger, Status


def _ledger(context: typer.Context) -> Ledger:
    """The ledger as it is stored; an empty one when there is none, or it cannot be read: a Tab must never fail."""
    from tcsg.cli.desk import Desk
    from tcsg.workspace import find_workspace

    given = context.params.get("directory")
    try:
        return Desk(find_workspace(Path(given) if given else Path())).stored or Ledger()
    except TcsgError:
        return Ledger()


def owners(context: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Initials with names, then names, then groups as minuted."""
    ledger, typed = _ledger(context), incomplete.casefold()
    offered: dict[str, str] = {}
    for meeting in reversed(ledger.meetings):
        for person in meeting.people:
            offered.setdefault(person.initials or person.name, person.name)
    for action in ledger.actions:
        for owner in action.owners:
            offered.setdefault(owner, "as minuted")
    yield from ((word, said) for word, said in offered.items() if word.casefold().startswith(typed) or said.casefold().startswith(typed))


def ids(context: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids with their words: the open ones, or for `reopen` the closed ones."""
    reopening = context.info_name == "reopen"
    typed = incomplete.casefold()
    for action in _ledger(context).actions:
        shown = reopening is (action.status is not Status.OPEN) or context.info_name in ("show", "note")
        if shown and (action.id.casefold().startswith(typed) or action.id[1:].startswith(typed)):
            yield action.id, action.text[:70]


def meetings(context: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Meetings by key, with their date, the latest first."""
    for meeting in reversed(_ledger(context).meetings):
        if meeting.key.startswith(incomplete) or str(meeting.day).startswith(incomplete):
            yield meeting.key, str(meeting.day)


def codes(incomplete: str) -> Iterator[tuple[str, str]]:
    """Codes of findings with what they mean."""
    from tcsg.checks.check import CODES

    yield from ((code, said) for code, said in CODES.items() if code.startswith(incomplete))


def pages(incomplete: str) -> Iterator[str]:
    """Pages of the manual."""
    from tcsg.workspace import guide_pages

    yield from (name for name in guide_pages() if name.startswith(incomplete))
