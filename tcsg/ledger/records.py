"""A ledger as bytes: in its canonical form a record is found, read and replaced alone, and without a YAML parser.

Whatever is read here is written again and compared: what differs by one byte is left to the strict loader.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.errors import LedgerError
from tcsg.frozen import replace
from tcsg.ledger.canonical import dump_head, dump_record
from tcsg.ledger.lines import read_action, read_head

if TYPE_CHECKING:
    from tcsg.model import Action, Ledger

_ACTIONS = b"\nactions:\n"
_RECORD = b"\n- id: "
_FOREIGN = (ValueError, LookupError, TypeError)
"""What the reader of canonical lines raises for others."""


def read_ledger(data: bytes, path: str) -> Ledger:
    """Read the bytes of a ledger, at once when they are canonical; raises LedgerError as `load_ledger` does."""
    ledger = fast_load(data)
    if ledger is None:
        from tcsg.ledger.format import load_ledger  # lazy: a canonical ledger needs neither it nor YAML
        from tcsg.reading.text import decode

        ledger = load_ledger(decode(data, path, LedgerError), path)
    return ledger


def load_known(data: bytes) -> Ledger:
    """Read a ledger that is known to be canonical, without looking again whether it is."""
    head, ranges = split(data)
    ledger = read_head(head.decode())
    actions = tuple(read_action(data[where].decode()) for where in ranges)
    return replace(ledger, actions=actions)


def load_head(data: bytes) -> Ledger:
    """The meetings and answers of a ledger that is known to be canonical, without its actions."""
    return read_head(head_of(data).decode())


def fast_load(data: bytes) -> Ledger | None:
    """Read a canonical ledger; None when it is not, or when the strict loader would refuse it."""
    head, ranges = split(data)
    ledger = parse_head(head)
    if ledger is None or bool(ranges) != head.endswith(_ACTIONS):
        return None
    actions = [action for where in ranges if (action := parse_record(data[where]))]
    if len({action.id for action in actions}) < len(ranges):
        return None
    return replace(ledger, actions=tuple(actions))


@lru_cache(maxsize=1)  # what is read is written again soon
def split(data: bytes) -> tuple[bytes, tuple[slice, ...]]:
    """Return all that stands before the first record, and where in `data` each record stands."""
    begin = data.find(_ACTIONS)
    if begin < 0:
        return data, ()
    at = begin + len(_ACTIONS)
    head, ranges = data[:at], []
    while at < len(data):
        end = data.find(_RECORD, at) + 1 or len(data)
        ranges.append(slice(at, end))
        at = end
    return head, tuple(ranges)


def head_of(data: bytes) -> bytes:
    """Return all that stands before the first record."""
    begin = data.find(_ACTIONS)
    return data if begin < 0 else data[: begin + len(_ACTIONS)]


def find(data: bytes, action_id: str) -> slice | None:
    """Return where the record of an action stands; None when it is not there just once and in canonical form."""
    start = f"\n- id: {action_id}\n".encode(errors="replace")
    at = data.find(start, data.find(_ACTIONS)) + 1
    if not at or data.find(start, at) >= 0:
        return None
    where = slice(at, data.find(_RECORD, at) + 1 or len(data))
    return where if parse_record(data[where]) else None


def rewrite(data: bytes, known: Ledger, ledger: Ledger) -> bytes:
    """Return `ledger` as bytes; the records that it has from `known`, which was read from `data`, are taken as they stand there."""
    stands = {id(action): where for action, where in zip(known.actions, split(data)[1], strict=True)}
    records = (data[stands[id(a)]] if id(a) in stands else dump_record(a).encode() for a in ledger.actions)
    return dump_head(ledger, has_actions=bool(ledger.actions)).encode() + b"".join(records)


def splice(data: bytes, action: Action) -> bytes:
    """Return `data` with the record of one action replaced; raises LookupError when `find` finds none."""
    where = find(data, action.id)
    if where is None:
        raise LookupError(action.id)
    return data[: where.start] + dump_record(action).encode() + data[where.stop :]


def parse_record(chunk: bytes) -> Action | None:
    """Read one canonical record; None when it is not canonical."""
    try:
        text = chunk.decode()
        action = read_action(text)
    except _FOREIGN:
        return None
    return action if dump_record(action) == text else None


def parse_head(chunk: bytes) -> Ledger | None:
    """Read the head that `split` gives as a ledger without actions; None when it is not canonical."""
    try:
        text = chunk.decode()
        ledger = read_head(text)
    except _FOREIGN:
        return None
    return ledger if dump_head(ledger, has_actions=chunk.endswith(_ACTIONS)) == text else None
