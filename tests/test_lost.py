"""Ids that a bad merge took out of the ledger, found by comparing with an earlier commit."""

from __future__ import annotations

import os
import random
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from make import action
from society import APRIL, FIRST, LEDGER, MARCH, SECOND

from conftest import Build, Run
from tcsg.checks.lost import lost
from tcsg.ledger.canonical import dump_ledger
from tcsg.ledger.records import read_ledger
from tcsg.model import Ledger, Status

ENV = {"TCSG_TODAY": "2031-04-10"}


def git(home: Path, *words: str) -> None:
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    identity = ("-c", "user.name=Vera", "-c", "user.email=vera@example.org")
    subprocess.run(["git", *identity, *words], cwd=home, env=env, check=True, capture_output=True)


@pytest.fixture
def committed(workspace: Build, tcsg: Run) -> Path:
    home = workspace({MARCH: FIRST, APRIL: SECOND})
    assert tcsg("carry", "-q", cwd=home, env=ENV).code == 0
    git(home, "init", "-q", "-b", "main")
    git(home, "add", "-A")
    git(home, "commit", "-qm", "carried")
    return home


def test_a_record_that_is_gone_is_named_and_fails_the_check(committed: Path, tcsg: Run) -> None:
    ledger = read_ledger((committed / LEDGER).read_bytes(), LEDGER)
    (committed / LEDGER).write_text(dump_ledger(replace(ledger, actions=ledger.actions[1:])), "utf-8")
    code, out, _ = tcsg("check", "--select", "id-lost", "--against", "HEAD", cwd=committed, env=ENV)
    said = "A31.1 is gone, though an id is given for ever; restore its record: TO to mend the pump by 14 March."
    assert (code, out) == (1, f"minutes/ledger.yaml:1: error: {said} [id-lost]\n")
    assert tcsg("check", "--select", "id-lost", cwd=committed, env=ENV).code == 0


def test_a_ledger_that_grew_and_changed_has_lost_nothing(committed: Path, tcsg: Run) -> None:
    assert tcsg("done", "31.1", cwd=committed, env=ENV).code == 0
    assert tcsg("add", "VH to buy seed", cwd=committed, env=ENV).code == 0
    assert tcsg("check", "--select", "id-lost", "--against", "HEAD", cwd=committed, env=ENV).out == ""


@pytest.mark.parametrize("ref", ["nowhere", "--all", "HEAD:minutes", "HEAD~9", ""])
def test_a_commit_that_is_not_there_is_said_with_the_cure(committed: Path, tcsg: Run, ref: str) -> None:
    code, out, err = tcsg("check", f"--against={ref}", cwd=committed, env=ENV)
    assert (code, out) == (2, "")
    assert err == f"git knows no commit {ref!r} here; if the clone is a shallow one, fetch more of it (fetch-depth: 0)\n"


def test_without_git_only_what_needs_it_fails(committed: Path, tcsg: Run) -> None:
    nowhere = {**ENV, "PATH": str(committed)}
    assert tcsg("check", "--exit-zero", cwd=committed, env=nowhere).code == 0
    assert tcsg("check", "--against", "HEAD", cwd=committed, env=nowhere) == (2, "", "git is not installed, or not to be found\n")


def test_a_commit_without_a_ledger_has_none_to_lose(committed: Path, tcsg: Run) -> None:
    git(committed, "rm", "-q", "--cached", LEDGER)
    git(committed, "commit", "-qm", "no ledger")
    assert tcsg("check", "--select", "id-lost", "--against", "HEAD", cwd=committed, env=ENV) == (0, "", "")


def test_one_of_ten_thousand_is_found_and_no_legal_change_is_taken_for_a_loss() -> None:
    chance = random.Random(7)
    ledger = Ledger(actions=tuple(action(f"A{m}.{n}", f"KK to do {n}") for m in range(1, 101) for n in range(1, 101)))
    gone = chance.choice(ledger.actions)
    assert lost(ledger, replace(ledger, actions=tuple(a for a in ledger.actions if a is not gone))) == (gone,)
    assert lost(ledger, None) == ledger.actions
    now = list(ledger.actions)
    for _ in range(1000):
        n = chance.randrange(1, len(now))
        match chance.randrange(4):
            case 0:
                now[n] = replace(now[n], status=chance.choice(tuple(Status)))
            case 1:
                now[n] = replace(now[n], text="KK to do it after all")
            case 2:
                now.append(action(f"A101.{len(now)}", "KK to begin"))
            case _:
                away = now.pop(n)
                now[n - 1] = replace(now[n - 1], aliases=(*now[n - 1].aliases, away.id, *away.aliases))
    assert lost(ledger, replace(ledger, actions=tuple(now))) == ()
