"""What a verb that lists answers from: the ledger of today or of a past day, the people, and the actions that the filters choose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli.desk import Desk
from tcsg.cli.filters import Asked, day
from tcsg.ledger.merging import Who
from tcsg.ledger.people import Directory
from tcsg.ledger.query import Query, Row, select
from tcsg.model import Ledger

if TYPE_CHECKING:
    from tcsg.ledger.carry import Carried, Link
    from tcsg.model import Minutes

AsOf = Annotated[
    date | None, typer.Option("--as-of", metavar="DATE", parser=day, help="Answer as it was on DATE: by the minutes and entries up to that day.")
]


class Listing:
    """The answer to one command's filters; the minutes are read only when the ledger is not current, or `links` are asked for."""

    def __init__(self, desk: Desk, asked: Asked, past: Carried | None = None) -> None:
        self.desk = desk
        self.asked = asked
        self.past = past
        """The ledger of a past day, when that was asked for."""

    @cached_property
    def _now(self) -> Carried:
        """What follows from the minutes."""
        from tcsg.cli.bringing import brought

        carried = brought(self.desk, strict=False)
        self.desk.keep_settled(carried)
        return carried

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger that is asked."""
        if self.past is not None:
            return self.past.ledger
        stored = self.desk.stored if self.desk.is_current else None
        return stored or self._now.ledger

    @cached_property
    def _scanned(self) -> bytes | None:
        """The ledger's bytes, when records can be read from them one by one."""
        return self.desk.stored_bytes if self.past is None and self.desk.is_canonical and self.desk.is_current else None

    @cached_property
    def _head(self) -> Ledger:
        """The ledger, of which the actions may be left out."""
        return self.ledger if self._scanned is None else self.desk.head or Ledger()

    @cached_property
    def directory(self) -> Directory:
        """Its people and those of the register."""
        return self.desk.directory(self._head)

    @cached_property
    def query(self) -> Query:
        """The question; UsageError when a filter names nobody, or more than one."""
        if self._scanned is None:
            return self.asked.query(self.ledger, self.directory, self.today)
        from tcsg.ledger.scan import Owners

        return self.asked.query(self._head, self.directory, self.today, Owners(self._scanned))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The actions that answer it."""
        if self._scanned is None:
            ledger = self.ledger
        else:
            from tcsg.ledger.scan import candidates

            ledger = replace(self._head, actions=candidates(self._scanned, self.query, self.directory))
        return select(ledger, self.query, self.directory, self.today)

    @property
    def links(self) -> tuple[Link, ...]:
        """Every mention with its action, of the rows at least."""
        if self.past is None and "_now" not in self.__dict__:
            from tcsg.cli.following import few_links

            if (few := few_links(self.desk, [row.action.id for row in self.rows])) is not None:
                return few
        return tuple((self.past or self._now).links)

    @property
    def minutes(self) -> tuple[Minutes, ...]:
        """All minutes that can be read, those of later days than the one asked as well."""
        return self.desk.minutes(strict=False)

    @property
    def today(self) -> date:
        """The day that lateness counts to."""
        return self.desk.today

    @property
    def caption(self) -> str:
        """Who was asked for, and how many actions there are: `Ailish Harikae (AHR): 12 open, 1 overdue, 1 through a group`."""
        who = " and ".join(_called(w, self.directory) for w in self.query.owners)
        states = "" if len(self.query.statuses) > 1 else f" {self.query.statuses[0]}"
        own = sum(r.via is None for r in self.rows)
        counts = [f"{own}{states}" if own else f"no{states} actions"]
        late = sum(r.overdue for r in self.rows)
        counts += [f"{late} overdue"] if late else []
        counts += [f"{len(self.rows) - own} through a group"] if own < len(self.rows) else []
        return (f"{who}: " if who else "") + ", ".join(counts)

    @property
    def surprises(self) -> bool:
        """Whether bare lines leave out what the caption says: nothing is their own, or the initials were somebody else's as well."""
        return all(r.via for r in self.rows) or any(w.initials and self.directory.shared(w.initials) for w in self.query.owners)


def listing(desk: Desk, asked: Asked, as_of: date | None = None) -> Listing:
    """What the filters choose now, or as it was on a past day."""
    if as_of is None:
        return Listing(desk, asked)
    from tcsg.cli.following import carried_on

    past = carried_on(desk, as_of)
    return Listing(desk.on(as_of), asked, past)


def _called(who: Who, directory: Directory) -> str:
    """A person with their initials, and as of which meeting when somebody else had the same."""
    past = directory.meetings_as(who)
    if past and who.initials and directory.shared(who.initials):
        return f"{who.name} ({', '.join(f'{initials} of meeting {key}' for initials, key in past)})"
    return str(who)
