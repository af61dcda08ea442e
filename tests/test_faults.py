"""Whatever fails while a command writes, the file is what it was before or what it was to become."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from disk import Disk, crashes
from society import APRIL, FIRST, LEDGER, MARCH, SECOND

from conftest import Build, Run

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EINTR)
ENV = {"TCSG_TODAY": "2031-04-10"}
COMMANDS = {
    "carry": ("carry", "-q"),
    "done, by way of the record": ("done", "31.1"),
    "done, by way of a carry": ("done", "31.1", "--on", "2031-03-05"),
    "add": ("add", "VH to buy seed by 1 May"),
}
REPORTS = ("json", "junit", "gitlab")


@pytest.fixture
def society(workspace: Build, tcsg: Run) -> Callable[[bool], Path]:
    """The committee with everything carried, or with one meeting still to carry."""

    def build(behind: bool) -> Path:
        home = workspace({MARCH: FIRST} if behind else {MARCH: FIRST, APRIL: SECOND})
        assert tcsg("carry", "-q", cwd=home, env=ENV).code == 0
        return workspace({APRIL: SECOND})

    return build


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("name", COMMANDS)
def test_whichever_call_fails_the_command_says_so_and_every_file_is_as_before(
    name: str, code: int, society: Callable[[bool], Path], tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, state = society(name == "carry"), tmp_path / "state"
    (home / "minutes/.ledger.lock").touch()
    env = {**ENV, "XDG_STATE_HOME": str(state)}
    before = _files(home)
    refused = warned = 0
    for nth in range(1, 1000):
        disk = Disk((home, state), nth, code)
        with monkeypatch.context() as patch:
            disk.install(patch)
            result = tcsg(*COMMANDS[name], cwd=home, env=env)
        if disk.failed is None:
            assert result.code == 0
            break
        if result.code == 0:  # only the way back could not be kept
            assert disk.failed.startswith(str(state)), disk.failed
            assert "warning: " in result.err
            warned += 1
            (home / LEDGER).write_bytes(before[str(home / LEDGER)])
        else:
            refused += 1
            assert (result.code, result.out) == (2, ""), (disk.failed, result)
            assert os.strerror(code) in result.err
        assert _files(home) == before
    assert refused > 10
    assert warned > 0


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("kind", REPORTS)
def test_a_report_is_replaced_whole_or_not_at_all(
    kind: str, code: int, society: Callable[[bool], Path], tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, report = society(False), tmp_path / "reports" / "report"
    report.parent.mkdir()
    report.write_bytes(b"last week's")
    failed = 0
    for nth in range(1, 100):
        disk = Disk((report.parent,), nth, code)
        with monkeypatch.context() as patch:
            disk.install(patch)
            result = tcsg("check", "--exit-zero", "--report", f"{kind}={report}", cwd=home, env=ENV)
        if disk.failed is None:
            break
        failed += 1
        assert result.code == 2
        assert _files(report.parent) == {str(report): b"last week's"}
    assert failed > 5
    assert report.read_bytes() != b"last week's"


# --- the power fails ---------------------------------------------------------------------------------------------


def _lost_states(name: str, society: Callable[[bool], Path], tcsg: Run, monkeypatch: pytest.MonkeyPatch, *, sync: bool) -> tuple[int, int, bool]:
    """How many contents of the disk a crash can leave, how many of them are neither old nor new, and whether success is durable."""
    home = society(name == "carry")
    before = _files(home)
    disk = Disk((home,))
    with monkeypatch.context() as patch:
        disk.install(patch)
        assert tcsg(*COMMANDS[name], cwd=home, env=ENV).code == 0
    ledger = str(home / LEDGER)
    good = {before[ledger], (home / LEDGER).read_bytes()}
    assert len(good) == 2
    ops = [op for op in disk.ops if sync or not op.what.startswith("sync")]
    assert 3 <= len(ops) <= 40
    states = list(crashes(ops, before))
    durable = all(files[ledger] == (home / LEDGER).read_bytes() for cut, files in states if cut == len(ops))
    return len(states), sum(files.get(ledger) not in good for _, files in states), durable


@pytest.mark.parametrize("name", COMMANDS)
def test_after_a_crash_the_ledger_is_the_old_one_or_the_new_one(
    name: str, society: Callable[[bool], Path], tcsg: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    states, broken, durable = _lost_states(name, society, tcsg, monkeypatch, sync=True)
    assert states > 10
    assert (broken, durable) == (0, True)


def test_without_syncing_the_model_of_a_crash_finds_a_broken_ledger(
    society: Callable[[bool], Path], tcsg: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, broken, durable = _lost_states("carry", society, tcsg, monkeypatch, sync=False)
    assert broken > 0
    assert not durable
