"""Ledgers that no tool wrote: read, or refused at a line; never a stray exception, never long."""

from __future__ import annotations

import re
import time
from random import Random

import pytest
from ledgers import CANONICAL, ODD, ORDINARY

from tcsg.errors import LedgerError
from tcsg.ledger.canonical import dump_ledger
from tcsg.ledger.conflicts import parted
from tcsg.ledger.records import read_ledger

WHOLE = CANONICAL.encode()
DRESSED = CANONICAL.replace("owners: [MO", "owners:\n  - MO\n  - [").replace('"4"', "'4'").encode()
SEEDS = (WHOLE, DRESSED, WHOLE.replace(b"\n", b"\r\n"), dump_ledger(ORDINARY).encode("utf-16"), b"\xef\xbb\xbf" + WHOLE)
LINES = tuple(dict.fromkeys(WHOLE.split(b"\n")))
TOKENS = tuple(
    text.encode("utf-8", "surrogatepass")
    for text in (
        *("<<<<<<< HEAD\n", "=======\n", ">>>>>>> b\n", "||||||| base\n", "- id: A4.1\n", "actions:\n", "schema: tcsg/ledger/2\n", "---\n", "...\n"),
        *(
            "&a ",
            "*a ",
            "!!set ",
            "!!python/object/apply:os.system [x]",
            "<<: *a\n",
            "? ",
            "%YAML 9.9\n",
            "\0",
            "\ud800",
            "\u2028",
            "\t",
            "~",
            "|\n",
            ">\n",
        ),
        *("'", '"', "\\", "[", "]", "{", "}", ": ", "#", " #x", "2031-02-30", "99999-01-01", "0x", "\\ud800", "\\U0011ffff", *ODD),
    )
)
BATCHES = 8


def mutated(chance: Random) -> bytes:
    """A ledger changed in one to four places."""
    data = chance.choice(SEEDS)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + chance.randint(0, 1) :]
            case 1:
                data = data[:at] + data[at + chance.randint(1, 40) :]
            case 2:
                data = data[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 30, 3000)) + data[at:]
            case 3:
                piece = data[at : at + chance.randint(1, 200)]
                data = data[:at] + piece * chance.randint(2, 5) + data[at:]
            case 4:
                lines = data.split(b"\n")
                lines.insert(chance.randrange(len(lines) + 1), chance.choice(LINES))
                data = b"\n".join(lines)
            case _:
                lines = data.split(b"\n")
                chance.shuffle(lines) if chance.random() < 0.1 else lines.insert(0, lines.pop(chance.randrange(len(lines))))
                data = b"\n".join(lines)
    return data


def assert_read_or_refused(seed: str, rounds: int) -> None:
    chance = Random(seed)
    for _ in range(rounds):
        data = mutated(chance)
        began = time.process_time()
        try:
            ledger = read_ledger(data, "minutes/ledger.yaml")
        except LedgerError as error:
            place = re.match(r"minutes/ledger\.yaml:(\d+): .", str(error))
            assert place, (data, str(error))
            assert 1 <= int(place[1]) <= data.count(b"\n") + 1
            ledger = None
        assert time.process_time() - began < 1, data
        if ledger is not None:
            assert read_ledger(dump_ledger(ledger).encode(), "x") == ledger, data
        parted(data.decode(errors="replace"))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_changed_ledgers_are_read_or_refused_at_a_line(batch: int) -> None:
    assert_read_or_refused(f"changed {batch}", 8_000 // BATCHES)


@pytest.mark.soak
@pytest.mark.parametrize("batch", range(BATCHES))
def test_many_more_changed_ledgers_are_read_or_refused_at_a_line(batch: int) -> None:
    assert_read_or_refused(f"soaked {batch}", 200_000 // BATCHES)


BOMBS = {
    "brackets": b"x: " + b"[" * 1_000_000,
    "braces": b"{a: " * 100_000,
    "dashes": b"- " * 100_000,
    "aliases": b"a: &a [x]\n" + b"".join(b"k%d: *a\n" % n for n in range(100_000)),
    "laughs": b"a: &a [x, x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (c + 1, c + 1, c, c) for c in range(97, 120)),
    "merge keys": b"a: &a {x: y}\n" + b"<<: *a\n" * 100_000,
    "digits": b"x: " + b"9" * 1_000_000,
    "a key": b"k" * 1_000_000 + b": x",
    "quotes": b'x: "' + b"\\" * 1_000_000,
    "blanks": b"x:" + b" " * 1_000_000 + b"y",
    "markers": b"<<<<<<< a\n=======\n" * 100_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_is_made_to_blow_up_is_refused_at_once(name: str) -> None:
    head = b"schema: tcsg/ledger/1\n"
    for data in (BOMBS[name], head + BOMBS[name], head + b"actions:\n- id: A1.1\n  text: x\n  " + BOMBS[name]):
        began = time.process_time()
        try:
            read_ledger(data, "x")
        except LedgerError as error:
            assert str(error).startswith("x:")
        assert time.process_time() - began < 2, len(data)
        parted(data.decode())
