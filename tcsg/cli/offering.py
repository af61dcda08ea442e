"""The part of `tcsg review` about the action plan: likely links, offered one by one, and never made unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from tcsg.cli.terminal import write
from tcsg.cli.writing import Choice, Entry, record_all
from tcsg.model import ByHand
from tcsg.output.text import clean

if TYPE_CHECKING:
    from datetime import date

    from tcsg.cli.desk import Desk
    from tcsg.ledger.carry import Carried
    from tcsg.model import Ledger
    from tcsg.plan.likely import Likely


def likely_of(desk: Desk, ledger: Ledger) -> tuple[Likely, ...]:
    """The likely links of a desk that has carried."""
    if not desk.plans:
        return ()
    from tcsg.plan.likely import likely_links

    return likely_links(desk.plans, ledger)


def list_offers(offers: tuple[Likely, ...], carried: Carried) -> None:
    """One line an offer, at the first place of the action."""
    first = {k.action: f"{k.path}:{k.mention.line}" for k in reversed(carried.links)}
    for one in offers:
        said = f"does {one.action.id} serve {one.commitment.id} ({one.commitment.text})? {one.action.text}"
        write(clean(f"{first.get(one.action.id, 'agreed between meetings')}: {said}") + "\n")


def offer(context: typer.Context, offers: tuple[Likely, ...]) -> None:
    """Ask about each, and record every answer at once: yes links, no is remembered."""
    linked: set[str] = set()
    for n, one in enumerate(offers, 1):
        action, commitment = one.action, str(one.commitment.id)
        if action.id in linked:
            continue
        typer.echo(clean(f"[{n}/{len(offers)}] {action.id} {action.text}"))
        typer.echo(clean(f"  {commitment} {one.commitment.text}"))
        asked = f"  Does it serve {commitment}? [y]es, [n]o, [s]kip, [q]uit"
        said = str(typer.prompt(asked, default="s", show_default=False)).strip().casefold()[:1]
        if said == "q":
            return
        if said == "y":
            linked.add(action.id)
            record_all(context, Choice([action.id]), _entry(link=commitment), None, None)
        elif said == "n":
            record_all(context, Choice([action.id]), _entry(unlink=commitment), None, None)


def _entry(*, link: str | None = None, unlink: str | None = None) -> Entry:
    def made(on: date, _why: str | None) -> ByHand:
        return ByHand(on, link=link, unlink=unlink)

    return Entry(made, f"serves {link}" if link else f"does not serve {unlink}", stands=f"serves {link}")
