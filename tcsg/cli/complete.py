"""What the shell offers at the Tab key: owners, ids with their words, meetings, codes, pages; read from the stored ledger alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import typer

from tcsg.cli.options import Globals
from tcsg.errors import TcsgError
from tcsg.model import Ledger, Status

Offers = list[tuple[str, str]]

_UNSAFE = str.maketrans({"\\": "/", '"': "”", "'": "’", "`": "’", "$": "S"})
"""What a shell would take for its own: zsh evaluates what it is offered, and minutes may hold anything."""


def owners(context: typer.Context, incomplete: str) -> Offers:
    """Initials with names, the people of the latest meeting first; then what else owns actions; last the names themselves."""
    ledger = _ledger(context)
    offered: dict[str, str] = {}
    people = [person for meeting in reversed(ledger.meetings) for person in meeting.people]
    for person in people:
        offered.setdefault(person.initials or person.name, person.name)
    for action in ledger.actions:
        for owner in action.owners:
            offered.setdefault(owner, "as minuted")
    if incomplete:
        for person in people:
            offered.setdefault(person.name, person.initials or "")
    return _offers(offered.items(), incomplete)


def ids(context: typer.Context, incomplete: str) -> Offers:
    """Ids with their words: of the open ones, for `reopen` of the closed ones, for `show` and `note` of all."""
    wanted = {"reopen": (Status.DONE, Status.DROPPED), "show": tuple(Status), "note": tuple(Status)}.get(context.info_name or "", (Status.OPEN,))
    cut = 1 if incomplete[:1].isdigit() else 0  # 8.3 is A8.3
    return _offers(((action.id[cut:], action.text[:70]) for action in _ledger(context).actions if action.status in wanted), incomplete)


def commitments(context: typer.Context, incomplete: str) -> Offers:
    """Ids of commitments with their words, and what else `plan` takes."""
    ledger = _ledger(context)
    listed = [(c.id, c.words[:70]) for c in ledger.commitments if not c.gone]
    return _offers([*((f"P{p.key}", p.path) for p in ledger.plans), *listed, ("import", "take a plan as it is")], incomplete)


def linked(context: typer.Context, incomplete: str) -> Offers:
    """Ids of actions and of commitments."""
    return commitments(context, incomplete) if incomplete[:1] in ("P", "p") else ids(context, incomplete)


def meetings(context: typer.Context, incomplete: str) -> Offers:
    """Meetings by key with their date, the latest first; by date with their key once the key does not fit."""
    listed = _ledger(context).meetings[::-1]
    return _offers(((m.key, str(m.day)) for m in listed), incomplete) or _offers(((str(m.day), f"meeting {m.key}") for m in listed), incomplete)


def codes(incomplete: str) -> Offers:
    """Codes of findings with what they mean."""
    from tcsg.checks.check import CODES

    return _offers(CODES.items(), incomplete)


def pages(incomplete: str) -> Offers:
    """Pages of the manual with their titles."""
    from tcsg.workspace import guide_pages

    return _offers(((name, text.partition("\n")[0].strip("# ")) for name, text in guide_pages().items()), incomplete)


def _ledger(context: typer.Context) -> Ledger:
    """The ledger as it is stored; an empty one when there is none, or it cannot be read: a Tab must never fail."""
    from tcsg.cli.desk import Desk
    from tcsg.workspace import find_workspace

    given = context.obj.directory if isinstance(context.obj, Globals) else None
    try:
        return Desk(find_workspace(given or Path())).stored or Ledger()
    except TcsgError:
        return Ledger()


def _offers(words: Iterable[tuple[str, str]], incomplete: str) -> Offers:
    """The words that go on from what is typed, in any case, which the shell must get back as typed."""
    from tcsg.output.text import clean

    _show_as_is()
    typed = incomplete.casefold()
    found = [(word, said) for word, said in words if word.casefold().startswith(typed) and word == clean(word).translate(_UNSAFE)]
    space = "\\ " if os.environ.get("_TCSG_COMPLETE") == "complete_bash" else " "  # bash puts the word in unquoted
    return [(incomplete + word[len(incomplete) :].replace(" ", space), clean(said).translate(_UNSAFE)) for word, said in found]


def _show_as_is() -> None:
    """Keep typer from reading rich's markup in the offers: they are not ours, and rich takes longer to come than all the rest."""
    if (shells := sys.modules.get("typer._completion_classes")) is not None:
        shells._sanitize_help_text = str  # type: ignore[attr-defined]  # noqa: SLF001
