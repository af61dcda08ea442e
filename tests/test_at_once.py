"""Killed programs, and several at once: nothing is lost, and nobody is kept waiting by the dead."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import Build
from tcsg.ledger.records import read_ledger

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")

LEDGER = "minutes/ledger.yaml"
ENV = {**os.environ, "TCSG_TODAY": "2031-12-01"}


def year(meetings: int, each: int) -> dict[str, str]:
    """Minutes of many meetings with many actions, no two of them alike."""
    chance = random.Random(each)
    syllables = [a + b for a in "bdfglmnprst" for b in "aeiou"]
    files = {}
    for n in range(1, meetings + 1):
        day = date(2020, 1, 7) + timedelta(weeks=n)
        lines = ("".join(chance.choice(syllables) for _ in range(16)) for _ in range(each))
        bullets = "".join(f"- AB to {' '.join(line[k : k + 8] for k in range(0, 32, 8))}\n" for line in lines)
        files[f"minutes/{day}.md"] = f"---\nmeeting: {n}\ndate: {day}\n---\n\n## Actions\n\n{bullets}"
    return files


def tcsg(home: Path, *words: str, slow: bool = False) -> subprocess.Popen[bytes]:
    program = ["-c", SLOW_DISK] if slow else ["-m", "tcsg"]
    return subprocess.Popen([sys.executable, *program, *words], cwd=home, env=ENV, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(program: subprocess.Popen[bytes]) -> None:
    _, err = program.communicate(timeout=120)
    assert program.returncode == 0, err


def stale(home: Path) -> list[Path]:
    return list((home / "minutes").glob(".ledger.yaml.*.tmp"))


SLOW_DISK = """
import os, sys, time
from tcsg.cli import main
fsync = os.fsync
os.fsync = lambda handle: (fsync(handle), time.sleep(0.3))
sys.exit(main())
"""


def kill_carries(home: Path, rounds: int, aimed: int, *, slow: bool = False) -> int:
    """Kill carries at random times, `aimed` of them while they write, on a `slow` disk if so; how many left a file half written."""
    chance = random.Random(rounds)
    amended = next((home / "minutes").glob("*.md"))
    words = amended.read_text("utf-8")
    finish(tcsg(home, "carry", "-q"))
    began = time.monotonic()
    finish(tcsg(home, "carry", "-q"))
    usual = time.monotonic() - began
    inside = 0
    for n in range(rounds):
        old = (home / LEDGER).read_bytes()
        amended.write_text(f"{words}- AB to look in at number {n}\n", "utf-8")
        program = tcsg(home, "carry", "-q", slow=slow)
        if n < aimed:
            while not stale(home) and program.poll() is None:
                time.sleep(0.0002)
            time.sleep(chance.uniform(0, 0.006))
        else:
            time.sleep(chance.uniform(0, usual))
        program.kill()
        program.communicate()
        inside += bool(stale(home))
        found = (home / LEDGER).read_bytes()
        ledger = read_ledger(found, LEDGER)
        assert found == old or f"look in at number {n}" in found.decode()
        assert len(ledger.actions) >= old.count(b"\n- id: ")
    finish(tcsg(home, "carry", "-q"))
    assert stale(home) == []
    assert f"look in at number {rounds - 1}" in (home / LEDGER).read_text("utf-8")
    return inside


def test_a_killed_carry_leaves_the_old_ledger_or_the_new_one(workspace: Build) -> None:
    assert kill_carries(workspace(year(10, 40)), rounds=5, aimed=4, slow=True) > 0


@pytest.mark.soak
def test_many_killed_carries_of_ten_thousand_actions(workspace: Build) -> None:
    assert kill_carries(workspace(year(200, 50)), rounds=200, aimed=100) >= 20


# --- several at once ---------------------------------------------------------------------------------------------

WRITER = """
import sys
from contextlib import nullcontext
from tcsg.cli import main
from tcsg.workspace import Workspace
if sys.argv[1] == "unlocked":
    Workspace.lock = lambda self: nullcontext()
print("ready", flush=True)
sys.stdin.read(1)
verb, ids = sys.argv[2], sys.argv[3:]
sys.exit(max(main([verb, i, *(["rang", i] if verb == "note" else [])]) for i in ids))
"""
READER = """
import sys
from tcsg.cli import main
print("ready", flush=True)
sys.stdin.read(1)
codes = [main([*words.split(), "-C", "."]) for _ in range(int(sys.argv[1])) for words in ("actions --status all", "show 1.1", "check --exit-zero")]
sys.exit(max(codes))
"""


def _start(home: Path, script: str, *words: str) -> subprocess.Popen[bytes]:
    program = subprocess.Popen([sys.executable, "-c", script, *words], cwd=home, env=ENV, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert program.stdout is not None
    assert program.stdout.readline() == b"ready\n"
    return program


def kept(home: Path, writers: int, each: int, *, locked: bool) -> tuple[int, list[int]]:
    """How many of what the writers recorded at the same time is in the ledger, and the exit codes of two readers beside them."""
    finish(tcsg(home, "carry", "-q"))
    ids = [f"A1.{n}" for n in range(1, writers * each + 1)]
    parts = [ids[n::writers] for n in range(writers)]
    programs = [_start(home, WRITER, "locked" if locked else "unlocked", ("done", "note")[n % 2], *part) for n, part in enumerate(parts)]
    readers = [_start(home, READER, str(each)) for _ in range(2)]
    for program in (*programs, *readers):
        assert program.stdin is not None
        program.stdin.write(b"!")
        program.stdin.flush()
    for program in (*programs, *readers):
        program.communicate(timeout=300)
    actions = {a.id: a for a in read_ledger((home / LEDGER).read_bytes(), LEDGER).actions}
    count = sum(bool(actions[i].by_hand) and (n % 2 == 1 or actions[i].status == "done") for n, part in enumerate(parts) for i in part)
    return count, [r.returncode for r in readers]


@pytest.mark.parametrize(("writers", "each"), [(2, 8), (8, 3)])
def test_what_several_record_at_once_is_all_kept(writers: int, each: int, workspace: Build) -> None:
    assert kept(workspace(year(1, writers * each)), writers, each, locked=True) == (writers * each, [0, 0])


@pytest.mark.soak
@pytest.mark.parametrize(("writers", "each"), [(2, 50), (8, 25)])
def test_what_many_record_at_once_is_all_kept(writers: int, each: int, workspace: Build) -> None:
    assert kept(workspace(year(1, writers * each)), writers, each, locked=True) == (writers * each, [0, 0])


def test_without_the_lock_the_same_is_not_kept(workspace: Build) -> None:
    assert kept(workspace(year(1, 48)), 4, 12, locked=False)[0] < 48
