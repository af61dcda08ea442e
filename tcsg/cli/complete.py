"""What the shell offers at the Tab key: owners, ids with their words, meetings, codes, pages; read from the stored ledger alone."""

from __future__ import annotations

from pathlib import Path

import typer

from tcsg.errors import TcsgError
from tcsg.model import Ledger, Status

Offers = list[tuple[str, str]]


def _ledger(context: typer.Context) -> Ledger:
    """The ledger as it is stored; an empty one when there is none, or it cannot be read: a Tab must never fail."""
    from tcsg.cli.desk import Desk
    from tcsg.workspace import find_workspace

    given = context.find_root().params.get("directory") or context.params.get("directory")
    try:
        return Desk(find_workspace(Path(given) if given else Path())).stored or Ledger()
    except TcsgError:
        return Ledger()


def owners(context: typer.Context, incomplete: str) -> Offers:
    """Initials with names, the people of the latest meeting first; then what else owns actions."""
    ledger, typed = _ledger(context), incomplete.casefold()
    offered: dict[str, str] = {}
    for meeting in reversed(ledger.meetings):
        for person in meeting.people:
            offered.setdefault(person.initials or person.name, person.name)
    for action in ledger.actions:
        for owner in action.owners:
            offered.setdefault(owner, "as minuted")
    return [(word, said) for word, said in offered.items() if word.casefold().startswith(typed) or said.casefold().startswith(typed)]


def ids(context: typer.Context, incomplete: str) -> Offers:
    """Ids with their words: of the open ones, for `reopen` of the closed ones, for `show` and `note` of all."""
    verb, typed = context.info_name, incomplete.casefold()
    wanted = {"reopen": (Status.DONE, Status.DROPPED), "show": tuple(Status), "note": tuple(Status)}.get(verb or "", (Status.OPEN,))
    return [
        (action.id, action.text[:70])
        for action in _ledger(context).actions
        if action.status in wanted and (action.id.casefold().startswith(typed) or action.id[1:].casefold().startswith(typed))
    ]


def meetings(context: typer.Context, incomplete: str) -> Offers:
    """Meetings by key with their date, the latest first."""
    listed = reversed(_ledger(context).meetings)
    return [(m.key, str(m.day)) for m in listed if m.key.startswith(incomplete) or str(m.day).startswith(incomplete)]


def codes(incomplete: str) -> Offers:
    """Codes of findings with what they mean."""
    from tcsg.checks.check import CODES

    return [(code, said) for code, said in CODES.items() if code.startswith(incomplete)]


def pages(incomplete: str) -> list[str]:
    """Pages of the manual."""
    from tcsg.workspace import guide_pages

    return [name for name in guide_pages() if name.startswith(incomplete)]
