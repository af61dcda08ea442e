"""A listing from the bytes of a ledger that is known to be canonical: only records that may answer the question are read.

What is left out answers it for certain not; the others are read and asked like any action.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.ledger.lines import read_action
from tcsg.ledger.query import whose
from tcsg.ledger.quoting import read_flow, read_scalar
from tcsg.ledger.records import find
from tcsg.model import Action, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tcsg.ledger.people import Directory
    from tcsg.ledger.query import Query

_OWNERS = late.compile(rb"\n  owners: (\[[^\n]*\])\n")
_WHOSE = late.compile(
    rb"- id: [^\n]+\n  status: [a-z]+\n  text: [^\n]*\n  due: [^\n]+\n  raised: ([^\n]+)\n  owners: (\[[^\n]*\])\n"
    rb"  due_words: [^\n]*\n  closed: [^\n]+\n  seen: \[(?:(?:[^\n]*, )?(\"[0-9A-Za-z-]+\"|[0-9A-Za-z-]+))?\]\n"
    rb"(?:  why: [^\n]*\n)?(?:  aliases: [^\n]*\n)?(?:  plan: [^\n]*\n)?  by_hand: \[\]\n"
)
"""A record about which nobody recorded anything by hand, as far as it tells whose it is: raised, owners, the last of the meetings seen."""
_NEXT = b"\n- id: "


class Owners:
    """Every owner of a ledger as minuted, each once, in the order of the records; looked for only when somebody asks."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __iter__(self) -> Iterator[str]:
        for line in dict.fromkeys(_OWNERS.findall(self._data)):
            found = read_flow(line.decode())
            if isinstance(found, list):
                yield from (owner for owner in found if isinstance(owner, str))


def one(data: bytes, typed: str) -> Action | None:
    """The action whose id is just what somebody typed, but for the `A`; None when it takes a closer look."""
    written = typed.strip()
    return next((a for i in (written, f"A{written}") if (a := find_action(data, i)) is not None), None)


def find_action(data: bytes, action_id: str) -> Action | None:
    """The action of an id; None when there is none, or it is told twice."""
    where = find(data, action_id)
    return None if where is None else read_action(data[where].decode())


def begun(data: bytes, statuses: Collection[Status], typed: str) -> Iterator[tuple[str, str]]:
    """Id and words of the actions of some statuses whose id begins as typed, in any case, in the order of the ledger."""
    brief_of = re.compile(rb"- id: ([^\n]+)\n  status: ([a-z]+)\n  text: ([^\n]*)\n")
    start, said = typed.casefold(), {str(status).encode() for status in statuses}
    by_id = start[:1] == "a" and len(start) > 1 and start.isascii() and not any(c.isalpha() for c in start[1:])
    for at in _each(data, f"{_NEXT.decode()}A{start[1:]}".encode()) if by_id else sorted(at for s in statuses for at in _of_status(data, s)):
        brief = brief_of.match(data, at)
        if brief and brief[2] in said and (name := brief[1].decode()).casefold().startswith(start):
            yield name, read_scalar(brief[3].decode()) or ""


def standing(data: bytes, *, serving: bool = False) -> tuple[Action, ...]:
    """The open actions, and with `serving` all others that serve a commitment of a plan, in the order of the ledger."""
    begins = set(_of_status(data, Status.OPEN))
    if serving:
        begins.update(data.rfind(_NEXT, 0, at) + 1 for at in _each(data, b"\n  plan: ["))
    return tuple(_record(data, at) for at in sorted(begins))


def _record(data: bytes, at: int) -> Action:
    return read_action(data[at : data.find(_NEXT, at) + 1 or len(data)].decode())


def _each(data: bytes, line: bytes) -> Iterator[int]:
    """Where the lines begin that begin so."""
    at = data.find(line)
    while at >= 0:
        yield at + 1
        at = data.find(line, at + 1)


def candidates(data: bytes, query: Query, directory: Directory) -> tuple[Action, ...]:
    """The actions that a query may ask for, in the order of the ledger: by their status, and by whose they are where nobody changed that."""
    begins = sorted(at for status in query.statuses for at in _of_status(data, status))
    theirs = _Theirs(query, directory)
    return tuple(_record(data, at) for at in begins if not query.owners or (match := _WHOSE.match(data, at)) is None or theirs.may_hold(match))


class _Theirs:
    """Whether actions may belong to those who are asked for; each question is answered once."""

    def __init__(self, query: Query, directory: Directory) -> None:
        self._query = query
        self._directory = directory
        self._names: dict[bytes, tuple[str, ...]] = {}
        self._held: dict[tuple[bytes, object], bool] = {}

    def may_hold(self, match: re.Match[bytes]) -> bool:
        """Of a record of which `_WHOSE` tells raised, owners and the last of the meetings seen."""
        raised, owners, last = match.groups()
        names = self._names.get(owners)
        if names is None:
            said = read_flow(owners.decode())
            names = self._names[owners] = tuple(o for o in said if isinstance(o, str)) if isinstance(said, list) else ()
        key = read_scalar((last or raised).decode()) or ""
        asked = owners, self._directory.setting(names, key)
        if asked not in self._held:
            self._held[asked] = whose(Action("", "", key, owners=names, seen=(key,)), self._query, self._directory)[0]
        return self._held[asked]


def _of_status(data: bytes, status: Status) -> Iterator[int]:
    """Where the records of a status begin: no other line of a canonical ledger reads as this one does."""
    line = f"\n  status: {status}\n".encode()
    return (data.rfind(_NEXT, 0, at) + 1 for at in _each(data, line))
