"""A canonical ledger as bytes: read without YAML, found and changed a record at a time, and never read otherwise."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledgers import ACTIONS, CANONICAL, LEDGERS, ORDINARY

from tcsg.errors import LedgerError
from tcsg.ledger.canonical import dump_record
from tcsg.ledger.format import dump_ledger, load_ledger
from tcsg.ledger.records import fast_load, find, parse_head, parse_record, read_ledger, splice, split
from tcsg.model import Action, Ledger, Status

BYTES = CANONICAL.encode()


def test_the_head_and_the_records_are_the_whole_file() -> None:
    head, ranges = split(BYTES)
    assert head + b"".join(BYTES[where] for where in ranges) == BYTES
    assert [BYTES[where].split(b"\n")[0] for where in ranges] == [b"- id: A4.1", b"- id: A2031-06-18.12"]
    assert parse_head(head) == replace(ORDINARY, actions=())
    assert tuple(parse_record(BYTES[where]) for where in ranges) == ORDINARY.actions


@pytest.mark.parametrize("data", [b"", b"actions:\n", b"schema: x\nactions: []\n"])
def test_a_file_without_records_is_all_head(data: bytes) -> None:
    assert split(data) == (data, ())


@pytest.mark.parametrize("ledger", [ORDINARY, Ledger(), replace(ORDINARY, actions=()), Ledger(actions=ORDINARY.actions)])
def test_a_canonical_ledger_is_read_without_the_strict_loader(ledger: Ledger) -> None:
    assert fast_load(dump_ledger(ledger).encode()) == ledger


@given(LEDGERS)
def test_the_two_readers_agree_on_every_canonical_ledger(ledger: Ledger) -> None:
    data = dump_ledger(ledger).encode()
    assert fast_load(data) == ledger
    assert read_ledger(data, "x") == ledger


@given(st.data())
def test_of_damaged_bytes_the_fast_reader_reads_what_the_strict_one_reads_or_nothing(data: st.DataObject) -> None:
    whole = dump_ledger(data.draw(LEDGERS | st.just(ORDINARY))).encode()
    begin = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(begin, min(len(whole), begin + 40)))
    patch = data.draw(st.binary(max_size=3) | st.sampled_from([b"\n", b"\n- id: A4.1\n", b'"', b"null", b": ", b"{", b"]", b"\\", whole[:end]]))
    damaged = whole[:begin] + patch + whole[end:]
    fast = fast_load(damaged)
    if fast is not None:
        assert fast == load_ledger(damaged.decode(), "x")
        assert dump_ledger(fast).encode() == damaged


NOT_CANONICAL = {
    "carriage returns": CANONICAL.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + CANONICAL,
    "a comment": CANONICAL.replace("status: open", "status: open # still"),
    "another quote": CANONICAL.replace('raised: "4"', "raised: '4'"),
    "an order of its own": CANONICAL.replace("  status: open\n", "").replace("  due: 2031", "  status: open\n  due: 2031"),
    "a blank line": CANONICAL.replace("\n- id: A2031", "\n\n- id: A2031"),
    "no header": CANONICAL.partition("\n")[2],
    "no end of line": CANONICAL[:-1],
    "block lists": CANONICAL.replace('owners: [MO, "NO"]', "owners:\n  - MO\n  - NO"),
}  # fmt: skip


@pytest.mark.parametrize("name", NOT_CANONICAL)
def test_a_ledger_in_other_dress_is_read_by_the_strict_loader(name: str) -> None:
    data = NOT_CANONICAL[name].encode()
    assert fast_load(data) is None
    assert read_ledger(data, "x") == ORDINARY


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- id: A2031-06-18.12", "- id: A4.1"),
        ("- id: A4.1", "- id: A4"),
        ("status: open", "status: opne"),
        ("due: none", "due: soon"),
        ("2031-07-01", "2031-02-30"),
        ("tcsg/ledger/1", "tcsg/ledger/2"),
        ("same: A4.1", "smae: A4.1"),
        ("  cost: null\n", '  "": null\n'),
        ("  cost: null\n", f"  {'k' * 129}: null\n"),
        ("  cost: null\n", f"  cost: {'[' * 30}{']' * 30}\n"),
        ("  cost: null\n", f"  cost: {'[' * 100_000}\n"),
        ("actions:\n", "actions:\n<<<<<<< HEAD\n"),
    ],
)
def test_what_the_strict_loader_refuses_is_refused(old: str, new: str) -> None:
    data = CANONICAL.replace(old, new, 1).encode()
    assert data != BYTES
    assert fast_load(data) is None
    with pytest.raises(LedgerError, match=r"^x:\d+: "):
        read_ledger(data, "x")


@given(st.binary() | st.binary().map(lambda tail: BYTES[:400] + tail))
def test_any_bytes_are_a_ledger_or_a_ledger_error(data: bytes) -> None:
    try:
        ledger = read_ledger(data, "x")
    except LedgerError:
        return
    assert read_ledger(dump_ledger(ledger).encode(), "x") == ledger


def test_bytes_that_are_no_text_are_a_ledger_error_with_their_line() -> None:
    with pytest.raises(LedgerError, match=r"^ledger\.yaml:2: byte \d+ \(0xe9\) is not UTF-8; save it as UTF-8$"):
        read_ledger(BYTES.replace(b"ledger/1", b"ledger/\xe9"), "ledger.yaml")


# --- one record --------------------------------------------------------------------------------------------------


def test_a_record_is_replaced_and_no_other_byte_is_touched() -> None:
    done = replace(ORDINARY.actions[0], status=Status.DONE, closed=date(2031, 5, 4))
    assert splice(BYTES, done) == BYTES.replace(b"status: open", b"status: done", 1).replace(b"closed: null", b"closed: 2031-05-04", 1)


@given(LEDGERS, ACTIONS)
def test_replacing_a_record_is_writing_the_ledger_with_the_action_replaced(ledger: Ledger, action: Action) -> None:
    data = dump_ledger(ledger).encode()
    for old in ledger.actions:
        new = replace(action, id=old.id)
        changed = tuple(new if one.id == old.id else one for one in ledger.actions)
        assert splice(data, new) == dump_ledger(replace(ledger, actions=changed)).encode()


@given(ACTIONS)
def test_a_record_is_read_back_alone(action: Action) -> None:
    assert parse_record(dump_record(action).encode()) == action


def test_a_record_is_found_by_its_whole_id_only() -> None:
    where = find(BYTES, "A4.1")
    assert where is not None
    assert parse_record(BYTES[where]) == ORDINARY.actions[0]
    assert [find(BYTES, number) for number in ("A4", "A4.11", "4.1", "a4.1", "", "A4.1\n", "\ud800", "A9.1")] == [None] * 8


@pytest.mark.parametrize("data", [b"", BYTES.replace(b"actions:", b"deeds:"), BYTES.replace(b'raised: "4"', b"raised: '4'"), BYTES + BYTES], ids=len)
def test_a_record_that_is_not_canonical_or_there_twice_is_not_spliced(data: bytes) -> None:
    assert find(data, "A4.1") is None
    with pytest.raises(LookupError, match=r"A4\.1"):
        splice(data, ORDINARY.actions[0])


def test_reading_a_canonical_ledger_imports_no_yaml_parser() -> None:
    program = "import sys; from tcsg.ledger.records import read_ledger; read_ledger(sys.stdin.buffer.read(), 'x'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], input=BYTES, capture_output=True, check=True)
    modules = done.stdout.decode().split()
    assert "tcsg.ledger.canonical" in modules
    assert {"yaml", "frontmatter", "tcsg.ledger.format", "tcsg.reading"} & set(modules) == set()
