"""What the shell offers at the Tab key: owners, ids with their words, meetings, codes, pages; read from the stored ledger alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tcsg.cli.options import Globals
from tcsg.errors import TcsgError
from tcsg.model import Ledger, Status

if TYPE_CHECKING:
    from tcsg.cli.desk import Desk

Offers = list[tuple[str, str]]

_UNSAFE = str.maketrans({"\\": "/", '"': "”", "'": "’", "`": "’", "$": "S"})
"""What a shell would take for its own: zsh evaluates what it is offered, and minutes may hold anything."""


def owners(context: typer.Context, incomplete: str) -> Offers:
    """Initials with names, the people of the latest meeting first; then what else owns actions; last the names themselves."""
    desk = _desk(context)
    if desk is None:
        return []
    offered: dict[str, str] = {}
    people = [person for meeting in reversed(_head(desk).meetings) for person in meeting.people]
    for person in people:
        offered.setdefault(person.initials or person.name, person.name)
    for owner in _owners(desk):
        offered.setdefault(owner, "as minuted")
    if incomplete:
        for person in people:
            offered.setdefault(person.name, person.initials or "")
    return _offers(offered.items(), incomplete)


def _owners(desk: Desk) -> Iterable[str]:
    """All owners as minuted."""
    if desk.stored_bytes is not None and desk.is_canonical:
        from tcsg.ledger.scan import Owners

        return Owners(desk.stored_bytes)
    return (owner for action in (desk.stored or Ledger()).actions for owner in action.owners)


def ids(context: typer.Context, incomplete: str) -> Offers:
    """Ids with their words: of the open ones, for `reopen` of the closed ones, for `show` and `note` of all."""
    wanted = {"reopen": (Status.DONE, Status.DROPPED), "show": tuple(Status), "note": tuple(Status)}.get(context.info_name or "", (Status.OPEN,))
    cut = 1 if incomplete[:1].isdigit() else 0  # 8.3 is A8.3
    return _offers(((name[cut:], text[:70]) for name, text in _begun(_desk(context), wanted, "A" * cut + incomplete)), incomplete)


def _begun(desk: Desk | None, statuses: tuple[Status, ...], typed: str) -> Iterable[tuple[str, str]]:
    """Id and words of the actions of some statuses, at least of those whose id begins as typed."""
    if desk is None:
        return ()
    if desk.stored_bytes is not None and desk.is_canonical:
        from tcsg.ledger.scan import begun

        return begun(desk.stored_bytes, statuses, typed)
    return ((action.id, action.text) for action in (desk.stored or Ledger()).actions if action.status in statuses)


def commitments(context: typer.Context, incomplete: str) -> Offers:
    """Ids of commitments with their words, and what else `plan` takes."""
    ledger = _head(_desk(context))
    listed = [(c.id, c.words[:70]) for c in ledger.commitments if not c.gone]
    return _offers([*((f"P{p.key}", p.path) for p in ledger.plans), *listed, ("import", "take a plan as it is")], incomplete)


def linked(context: typer.Context, incomplete: str) -> Offers:
    """Ids of actions and of commitments."""
    return commitments(context, incomplete) if incomplete[:1] in ("P", "p") else ids(context, incomplete)


def meetings(context: typer.Context, incomplete: str) -> Offers:
    """Meetings by key with their date, the latest first; by date with their key once the key does not fit."""
    listed = _head(_desk(context)).meetings[::-1]
    return _offers(((m.key, str(m.day)) for m in listed), incomplete) or _offers(((str(m.day), f"meeting {m.key}") for m in listed), incomplete)


def codes(incomplete: str) -> Offers:
    """Codes of findings with what they mean."""
    from tcsg.checks.check import CODES

    return _offers(CODES.items(), incomplete)


def pages(incomplete: str) -> Offers:
    """Pages of the manual with their titles."""
    from tcsg.workspace import guide_pages

    return _offers(((name, text.partition("\n")[0].strip("# ")) for name, text in guide_pages().items()), incomplete)


def _desk(context: typer.Context) -> Desk | None:
    """The folder, whose ledger can be read; None when it cannot: a Tab must never fail."""
    from tcsg.cli.desk import Desk
    from tcsg.workspace import find_workspace

    given = context.obj.directory if isinstance(context.obj, Globals) else None
    try:
        desk = Desk(find_workspace(given or Path()))
        _ = desk.head
    except TcsgError:
        return None
    return desk


def _head(desk: Desk | None) -> Ledger:
    """The ledger as it is stored, of which the actions may be left out; an empty one when there is none."""
    return (desk.head if desk else None) or Ledger()


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
