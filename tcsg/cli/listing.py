"""A listing for one command: the actions that its filters choose, read one by one from a ledger that can be read so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.query import Query, Row, select
from tcsg.model import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.cli.desk import Desk
    from tcsg.cli.filters import Asked
    from tcsg.ledger.people import Directory
    from tcsg.model import Action


@frozen
class Listing:
    """What was asked, and the actions that answer it; `ledger` may lack the actions that do not."""

    ledger: Ledger
    directory: Directory
    query: Query
    rows: tuple[Row, ...]


def listing(desk: Desk, asked: Asked, ledger: Ledger | None = None) -> Listing:
    """The answer to the filters of a command line, from the ledger given or else the one that the minutes have now."""
    data = desk.stored_bytes
    if ledger is None and data is not None and desk.is_canonical and desk.is_current:
        from tcsg.ledger import scan

        ledger = desk.head or Ledger()
        directory = desk.directory(ledger)
        query = asked.query(ledger, directory, desk.today, scan.Owners(data))
        ledger = _with(ledger, scan.candidates(data, query, directory))
    else:
        ledger = desk.ledger() if ledger is None else ledger
        directory = desk.directory(ledger)
        query = asked.query(ledger, directory, desk.today, dict.fromkeys(o for a in ledger.actions for o in a.owners))
    return Listing(ledger, directory, query, select(ledger, query, directory, desk.today))


def open_actions(desk: Desk) -> Ledger:
    """The stored ledger with its open actions, or with all."""
    data, ledger = desk.stored_bytes, desk.head or Ledger()
    if data is None or not desk.is_canonical:
        return ledger
    from tcsg.ledger import scan

    return _with(ledger, scan.candidates(data, Query(), desk.directory(ledger)))


def named_actions(desk: Desk, ids: Iterable[str]) -> Ledger | None:
    """The stored ledger, which must be canonical, with just the actions of these ids; None when one of them takes a closer look."""
    from tcsg.ledger import scan

    data, ledger = desk.stored_bytes or b"", desk.head or Ledger()
    found = [scan.one(data, typed) for typed in ids]
    actions = {a.id: a for a in found if a is not None}
    return None if None in found else _with(ledger, actions.values())


def _with(ledger: Ledger, actions: Iterable[Action]) -> Ledger:
    return Ledger(ledger.meetings, ledger.answers, tuple(actions), ledger.reading, ledger.extra)
