"""The filters that every verb shares which lists or closes actions, and the one value they end in."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import fields
from datetime import date, timedelta
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tcsg.cli import complete
from tcsg.errors import UsageError
from tcsg.frozen import frozen
from tcsg.ledger.query import Query
from tcsg.model import Status
from tcsg.workspace import as_typed, iso_day

if TYPE_CHECKING:
    from tcsg.ledger.people import Directory
    from tcsg.model import Ledger

PANEL = "Filters (the same one twice: or; different ones: and)"


class StatusFilter(StrEnum):
    """The values of `--status`."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    ALL = "all"


class Sort(StrEnum):
    """The values of `--sort`."""

    URGENCY = "urgency"
    DUE = "due"
    ID = "id"
    OWNER = "owner"
    MEETING = "meeting"


def day(text: str) -> date:
    """Read the value of a date option."""
    try:
        return iso_day(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def span(text: str) -> int:
    """Read a span of days: `14d`, `2w` or a bare number of days."""
    match = re.fullmatch(r"(\d{1,4})([dw]?)", text)
    if not match:
        raise typer.BadParameter(f"{text!r} is not a span of time; write 14d or 2w.")
    return int(match[1]) * (7 if match[2] == "w" else 1)


@frozen
class Asked:
    """The filters of one command line; None, False or nothing is "not given"."""

    owner: list[str] | None = None
    status: list[StatusFilter] | None = None
    overdue: bool = False
    due_before: date | None = None
    due_within: int | None = None
    meeting: list[str] | None = None
    since: date | None = None
    grep: list[str] | None = None
    group: list[str] | None = None
    sort: Sort = Sort.URGENCY
    limit: int | None = None

    def given(self) -> dict[str, object]:
        """What was asked for by name, as JSON has it."""
        said = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "sort"}
        said = {k: v for k, v in said.items() if v not in (None, False, [])}
        return {
            k: [str(x) for x in v] if isinstance(v, list) else v if isinstance(v, int) else str(v)
            for k, v in said.items()
            if v or (v == 0 and v is not False)
        }

    def query(self, ledger: Ledger, directory: Directory, today: date, owned: Iterable[str] | None = None) -> Query:
        """The question that the filters ask; UsageError when one names nobody, or more than one.

        `owned` are all owners as minuted, when the ledger lacks actions.
        """
        if owned is None:
            owned = dict.fromkeys(o for a in ledger.actions for o in a.owners)
        chosen = self.status or [StatusFilter.OPEN]
        return Query(
            owners=tuple(directory.find(as_typed(o), owned) for o in self.owner or ()),
            statuses=tuple(Status) if StatusFilter.ALL in chosen else tuple(Status(s.value) for s in chosen),
            overdue=self.overdue,
            due_before=self._horizon(today),
            meetings=meeting_keys(ledger, self.meeting),
            since=self.since,
            grep=tuple(map(as_typed, self.grep or ())),
            groups=tuple(self.group or ()),
            sort=self.sort.value,
            limit=self.limit,
        )

    def _horizon(self, today: date) -> date | None:
        """The first day that is too late for both `--due-before` and `--due-within`."""
        within = today + timedelta(days=self.due_within + 1) if self.due_within is not None else None
        return min((d for d in (self.due_before, within) if d), default=None)


def meeting_keys(ledger: Ledger, asked: list[str] | None) -> tuple[str, ...]:
    """The keys of the meetings named by key or by day; UsageError for a meeting there is none of."""
    keys = []
    for name in asked or ():
        found = next((m.key for m in ledger.meetings if name.casefold() in (m.key.casefold(), str(m.day))), None)
        if found is None:
            latest = [m.key for m in ledger.meetings[-5:]]
            raise UsageError(
                f"there is no meeting {name!r}; " + (f"the latest are {', '.join(latest)}" if latest else "nothing has been carried yet")
            )
        keys.append(found)
    return tuple(keys)


def _option(*names: str, help: str, **more: Any) -> Any:  # noqa: A002 - typer's own word
    return typer.Option(*names, help=help, rich_help_panel=PANEL, **more)


_OWNER = "Owned by WHO: initials, a name or the beginning of one."
_MEETING = "Mentioned at this meeting: its number or its date."

_OPTIONS: dict[str, Any] = {
    "owner": Annotated[list[str] | None, _option("--owner", metavar="WHO", help=_OWNER, autocompletion=complete.owners)],
    "status": Annotated[list[StatusFilter] | None, _option("--status", help="In this state; by default open.")],
    "overdue": Annotated[bool, _option("--overdue", help="Open and due before today.")],
    "due_before": Annotated[date | None, _option("--due-before", metavar="DATE", parser=day, help="Due before DATE.")],
    "due_within": Annotated[int | None, _option("--due-within", metavar="SPAN", parser=span, help="Due within SPAN (14d, 2w), or late.")],
    "meeting": Annotated[list[str] | None, _option("--meeting", metavar="MEETING", help=_MEETING, autocompletion=complete.meetings)],
    "since": Annotated[date | None, _option("--since", metavar="DATE", parser=day, help="Raised on or after DATE.")],
    "grep": Annotated[list[str] | None, _option("--grep", metavar="WORDS", help="With these words in its text, any case.")],
    "group": Annotated[list[str] | None, _option("--group", metavar="NAME", help="Minuted for the group NAME.")],
    "sort": Annotated[Sort, _option("--sort", help="Order: urgency is most overdue, then due day, then id.")],
    "limit": Annotated[int | None, _option("--limit", metavar="N", min=0, help="At most N actions.")],
}


def _saying(option: Any, words: str) -> Any:
    """The option with another help."""
    info = copy(option.__metadata__[0])
    info.help = words
    return Annotated[option.__origin__, info]


def filtered(verb: Callable[..., Any], says: Mapping[str, str] | None = None) -> Callable[..., Any]:
    """Give a verb every filter as an option; they reach it as its parameter `asked`, one value of `Asked`.

    `says` is the help of a filter that means something of its own to this verb.
    """
    own = [p for p in inspect.signature(verb, eval_str=True).parameters.values() if p.name != "asked"]
    usual = Asked()
    options = _OPTIONS | {name: _saying(_OPTIONS[name], words) for name, words in (says or {}).items()}
    more = [inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=getattr(usual, n), annotation=a) for n, a in options.items()]

    @wraps(verb)
    def wrapped(**given: Any) -> Any:
        asked = Asked(**{name: given.pop(name) for name in _OPTIONS})
        return verb(**given, asked=asked)

    wrapped.__signature__ = inspect.Signature([p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own] + more)  # type: ignore[attr-defined]
    wrapped.__annotations__ = {p.name: p.annotation for p in [*own, *more]}
    del wrapped.__wrapped__  # or its signature would be taken for ours
    return wrapped
