"""`tcsg link` and `tcsg unlink`: which commitment of the action plan an action serves."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import open_desk
from tcsg.cli.filters import day
from tcsg.cli.writing import Choice, Entry, ledger_to_change, record_all
from tcsg.errors import UsageError
from tcsg.ledger.query import wanted
from tcsg.model import ByHand, Committed, Ledger

Words = Annotated[
    list[str],
    typer.Argument(metavar="ID... COMMITMENT", help="Ids of actions, then of the commitment: A24.7 P2025.3.", autocompletion=complete.linked),
]
On = Annotated[date | None, typer.Option("--on", metavar="DATE", parser=day, help="The day to record; by default today.")]
Why = Annotated[str | None, typer.Option("--why", metavar="WORDS", help="The reason, kept with the action.")]


def link(context: typer.Context, words: Words, on: On = None, why: Why = None) -> None:
    """Say that actions serve a commitment of the action plan.

    Minutes can say it themselves: an action that names P2025.3, anywhere in its words or its row, serves it.
    `tcsg review` offers likely links. `tcsg unlink` takes one back, and so does `tcsg undo`.

    For example `tcsg link 24.7 P2025.3`, or `tcsg link 24.7 24.9 P2025.3`.
    """
    ids, commitment = _parted(words, "link")
    found = _wanted(ledger_to_change(open_desk(context)), commitment)
    record_all(
        context, Choice(ids), Entry(lambda on, why: ByHand(on, link=found.id, why=why), f"serves {found.id}", stands=f"serves {found.id}"), on, why
    )


def unlink(context: typer.Context, words: Words, on: On = None, why: Why = None) -> None:
    """Say that actions do not serve a commitment, be it that somebody linked them or that the minutes name it.

    For example `tcsg unlink 24.7 P2025.3`.
    """
    ids, commitment = _parted(words, "unlink")
    ledger = ledger_to_change(open_desk(context))
    found = _wanted(ledger, commitment)
    for typed in ids:
        action = wanted(ledger, typed)
        if found.id not in action.plan:
            raise UsageError(f"{action.id} does not serve {found.id}; it serves {', '.join(action.plan) or 'no commitment'}")
    record_all(context, Choice(ids), Entry(lambda on, why: ByHand(on, unlink=found.id, why=why), f"does not serve {found.id}"), on, why)


def _parted(words: list[str], verb: str) -> tuple[list[str], str]:
    """The ids of actions and the id of the commitment, which stands last."""
    if len(words) < 2:
        raise UsageError(f"{verb} takes actions and a commitment: tcsg {verb} A24.7 P2025.3")
    *ids, last = words
    if ids[0][:1] in "Pp" and last[:1] not in "Pp":  # the other way round
        return words[1:], words[0]
    return ids, last


def _wanted(ledger: Ledger, typed: str) -> Committed:
    """The commitment of an id as typed; UsageError with those there are when there is none."""
    key = typed.strip().casefold()
    found = next((c for c in ledger.commitments if c.id.casefold() in (key, f"p{key}")), None)
    if found is None:
        listed = [c.id for c in ledger.commitments if not c.gone]
        there = f"there are {listed[0]} to {listed[-1]}" if listed else "there is no action plan; see `tcsg plan --help`"
        raise UsageError(f"there is no commitment {typed!r}; {there}")
    return found
