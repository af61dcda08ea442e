"""The room that touches the disk, the clock and the environment."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from conftest import Build
from tcsg.errors import CommitteeError, LedgerError, ManyErrors, MinutesError, TcsgError, UsageError
from tcsg.workspace import Moved, Workspace, find_workspace, iso_day, lock, today, workspace_of

posix = pytest.mark.skipif(os.name == "nt", reason="links, pipes and modes of POSIX")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- finding -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", [".", "minutes", "minutes/2031", "papers/old"])
def test_the_workspace_is_found_from_any_folder_inside(start: str, workspace: Build) -> None:
    root = workspace({"minutes/2031/a.md": "", "papers/old/b.md": ""})
    assert find_workspace(root / start) == Workspace(root)


def test_the_nearest_workspace_is_taken(workspace: Build) -> None:
    root = workspace({"sub/minutes/a.md": ""})
    assert find_workspace(root / "sub").root == root / "sub"


def test_a_file_called_minutes_makes_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "minutes").write_text("", "utf-8")
    with pytest.raises(UsageError, match=r"no minutes/ folder here or above; .* -C DIR"):
        find_workspace(tmp_path)


@pytest.mark.parametrize(("start", "said"), [("gone", "gone: No such file"), ("file", "file: Not a folder")])
def test_a_start_that_is_no_folder_is_named(start: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(TcsgError, match=said):
        find_workspace(tmp_path / start)


def test_a_file_belongs_to_the_workspace_that_holds_it_or_to_none(workspace: Build, tmp_path: Path) -> None:
    root = workspace({"minutes/2031/a.md": ""})
    assert workspace_of(root / "minutes/2031/a.md") == Workspace(root)
    assert workspace_of(tmp_path / "elsewhere.md") is None


# --- minutes files -----------------------------------------------------------------------------------------------


def test_minutes_are_the_text_files_below_minutes_sorted_by_path(workspace: Build) -> None:
    paths = ["minutes/-d.md", "minutes/2031/c.TXT", "minutes/a.markdown", "minutes/b.md", "minutes/e:\n1.md"]
    assert Workspace(workspace(dict.fromkeys(reversed(paths), "x"))).minutes_paths() == tuple(paths)


@pytest.mark.parametrize(
    "name", ["_draft.md", ".hidden.md", "README.md", "readme-first.txt", "ledger.yaml", "photo.jpg", "_old/a.md", ".git/a.md", "md"]
)
def test_what_is_not_minutes_is_left_out(name: str, workspace: Build) -> None:
    assert Workspace(workspace({f"minutes/{name}": "x"})).minutes_files() == ()


def test_a_minutes_file_comes_as_its_bytes_with_their_hash(workspace: Build) -> None:
    content = b"\xef\xbb\xbfone\r\ntwo\n"
    (file,) = Workspace(workspace({"minutes/a.md": content})).minutes_files()
    assert (file.path, file.data, file.sha256) == ("minutes/a.md", content, hashlib.sha256(content).hexdigest())


@posix
def test_links_are_followed_inside_the_root_only_and_pipes_never(workspace: Build, tmp_path: Path) -> None:
    root = workspace({"minutes/a.md": "a", "papers/b.md": "b"})
    (tmp_path / "secret.md").write_text("s", "utf-8")
    minutes = root / "minutes"
    (minutes / "in.md").symlink_to(root / "papers/b.md")
    (minutes / "out.md").symlink_to(tmp_path / "secret.md")
    (minutes / "loop.md").symlink_to(minutes / "loop.md")
    (minutes / "round").symlink_to(minutes)
    os.mkfifo(minutes / "pipe.md")
    assert Workspace(root).minutes_paths() == ("minutes/a.md", "minutes/in.md")
    for path in ("minutes/out.md", "../secret.md"):
        with pytest.raises(MinutesError, match="not inside the committee's folder"):
            Workspace(root).source(path)


@posix
def test_a_minutes_folder_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "root").mkdir()
    (tmp_path / "root/minutes").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="leads out of"):
        find_workspace(tmp_path / "root").minutes_paths()


def test_every_file_that_cannot_be_read_is_named_at_once(workspace: Build) -> None:
    root = workspace({"minutes/a.md": "x" * 5_000_000, "minutes/b.md": "x" * 5_000_001, "minutes/c.md": "x" * 6_000_000})
    with pytest.raises(ManyErrors) as caught:
        Workspace(root).minutes_files()
    assert str(caught.value).splitlines() == [
        f"minutes/{name}.md:1: Larger than 5 MB, the limit; `limits` in committee.yaml sets another" for name in "bc"
    ]


def test_a_path_without_a_file_is_said(workspace: Build) -> None:
    with pytest.raises(MinutesError, match=r"minutes/gone\.md:1: There is no such file"):
        Workspace(workspace()).source("minutes/gone.md")


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes")
def test_a_file_name_that_is_not_utf8_is_refused_with_the_cure(workspace: Build) -> None:
    root = workspace()
    (root / os.fsdecode(b"minutes/caf\xe9.md")).write_text("", "utf-8")
    with pytest.raises(ManyErrors, match="not UTF-8; rename it"):
        Workspace(root).minutes_files()


# --- register and ledger -----------------------------------------------------------------------------------------


def test_register_and_ledger_are_none_until_they_exist(workspace: Build) -> None:
    space = Workspace(workspace())
    assert (space.committee_bytes(), space.ledger_bytes()) == (None, None)
    workspace({"minutes/committee.yaml": "c", "minutes/ledger.yaml": "l"})
    assert (space.committee_bytes(), space.ledger_bytes()) == (b"c", b"l")


def test_a_folder_in_the_place_of_a_file_is_refused(workspace: Build) -> None:
    space = Workspace(workspace({"minutes/ledger.yaml/a": "", "minutes/committee.yaml/a": ""}))
    with pytest.raises(LedgerError, match=r"minutes/ledger\.yaml:1: Not a regular file"):
        space.ledger_bytes()
    with pytest.raises(CommitteeError, match=r"minutes/committee\.yaml:1: Not a regular file"):
        space.committee_bytes()
    with pytest.raises(TcsgError, match=r"minutes/ledger\.yaml: Not a regular file"):
        space.write_ledger(b"new", None)


@posix
def test_a_pipe_in_the_place_of_the_ledger_is_refused_and_not_waited_for(workspace: Build) -> None:
    root = workspace()
    os.mkfifo(root / "minutes/ledger.yaml")
    with pytest.raises(LedgerError, match="Not a regular file"):
        Workspace(root).ledger_bytes()


def test_a_ledger_is_written_only_when_its_bytes_differ(workspace: Build) -> None:
    space = Workspace(workspace())
    assert space.write_ledger(b"one", None)
    before = (space.root / "minutes/ledger.yaml").stat()
    assert not space.write_ledger(b"one", b"one")
    after = (space.root / "minutes/ledger.yaml").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert space.write_ledger(b"two", b"one")
    assert space.ledger_bytes() == b"two"
    assert _names(space.root / "minutes") == ["ledger.yaml"]


@pytest.mark.parametrize("expect", [None, b"older"])
def test_a_ledger_that_changed_meanwhile_is_not_overwritten(expect: bytes | None, workspace: Build) -> None:
    space = Workspace(workspace({"minutes/ledger.yaml": "theirs"}))
    with pytest.raises(Moved, match="nothing was written"):
        space.write_ledger(b"ours", expect)
    assert space.ledger_bytes() == b"theirs"


@posix
def test_a_ledger_keeps_its_mode_and_a_link_stays_a_link(workspace: Build) -> None:
    root = workspace({"store/real.yaml": "one"})
    (root / "store/real.yaml").chmod(0o640)
    (root / "minutes/ledger.yaml").symlink_to("../store/real.yaml")
    assert Workspace(root).write_ledger(b"two", b"one")
    assert (root / "minutes/ledger.yaml").is_symlink()
    assert (root / "store/real.yaml").read_bytes() == b"two"
    assert (root / "store/real.yaml").stat().st_mode & 0o777 == 0o640


# --- faults of the disk ------------------------------------------------------------------------------------------


class Faults:
    """Makes the N-th call of the system that writing needs fail."""

    def __init__(self, nth: int, code: int) -> None:
        self.left, self.code = nth, code

    def wrap(self, call: Callable[..., object]) -> Callable[..., object]:
        def failing(*args: object, **options: object) -> object:
            self.left -= 1
            if self.left == 0:
                raise OSError(self.code, os.strerror(self.code))
            return call(*args, **options)

        return failing

    def install(self, patch: pytest.MonkeyPatch) -> None:
        for name in ("open", "fsync", "replace", "stat", "chmod"):
            patch.setattr(os, name, self.wrap(getattr(os, name)))
        patch.setattr(io, "open", self.wrap(io.open))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EINTR])
@pytest.mark.parametrize("before", [None, b"old"])
def test_whichever_call_fails_the_ledger_is_as_before(code: int, before: bytes | None, workspace: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    space = Workspace(workspace({} if before is None else {"minutes/ledger.yaml": before}))
    said: list[str] = []
    written = False
    while not written:
        with monkeypatch.context() as patch:
            Faults(len(said) + 1, code).install(patch)
            try:
                written = space.write_ledger(b"new", before)
            except TcsgError as error:
                said.append(str(error))
        assert space.ledger_bytes() == (b"new" if written else before)
        assert [name for name in _names(space.root / "minutes") if name.endswith(".tmp")] == []
    assert set(said) == {f"minutes/ledger.yaml: {os.strerror(code)}"}
    assert len(said) >= 6


FULL = """
import resource, sys
from pathlib import Path
from tcsg.errors import TcsgError
from tcsg.workspace import Workspace
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    Workspace(Path(sys.argv[1])).write_ledger(b"new" * 100_000, b"old")
except TcsgError as error:
    print(error)
"""


@posix
def test_a_disk_that_fills_up_in_mid_write_leaves_the_ledger_as_it_was(workspace: Build) -> None:
    root = workspace({"minutes/ledger.yaml": "old"})
    with _start(FULL, root) as writer:
        assert writer.communicate()[0] == "minutes/ledger.yaml: File too large\n"
    assert _names(root / "minutes") == ["ledger.yaml"]
    assert Workspace(root).ledger_bytes() == b"old"


def test_a_folder_that_cannot_be_synced_by_its_kind_is_no_fault(workspace: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = os.fsync, []

    def fsync(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    assert Workspace(workspace()).write_ledger(b"new", None)


@pytest.mark.parametrize(("times", "code", "written"), [(1, 5, True), (6, 32, True), (7, 33, False), (1, 2, False)])
def test_a_file_that_windows_holds_is_tried_again_for_a_while(
    times: int, code: int, written: bool, workspace: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = Workspace(workspace({"minutes/ledger.yaml": "old"}))
    real, left = os.replace, [times]
    slept: list[float] = []

    def replace(old: str, new: str) -> None:
        left[0] -= 1
        if left[0] >= 0:
            error = PermissionError(errno.EACCES, "Access is denied")
            error.winerror = code  # type: ignore[attr-defined,unused-ignore]
            raise error
        real(old, new)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(time, "sleep", slept.append)
    if written:
        assert space.write_ledger(b"new", b"old")
    else:
        with pytest.raises(TcsgError, match="Access is denied"):
            space.write_ledger(b"new", b"old")
    assert space.ledger_bytes() == (b"new" if written else b"old")
    assert (len(slept), sum(slept) < 3) == (0 if code == 2 else min(times, 6), True)
    assert _names(space.root / "minutes") == ["ledger.yaml"]


# --- the lock ----------------------------------------------------------------------------------------------------

HOLDER = """
import sys, time
from pathlib import Path
from tcsg.workspace import Workspace
with Workspace(Path(sys.argv[1])).lock():
    print("held", flush=True)
    time.sleep(60)
"""

COUNTER = """
import sys
from pathlib import Path
from tcsg.workspace import Workspace
space = Workspace(Path(sys.argv[1]))
for _ in range(25):
    with space.lock():
        before = space.ledger_bytes()
        space.write_ledger(b"%d" % (int(before) + 1), before)
"""


def _start(script: str, root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", script, str(root)], stdout=subprocess.PIPE, encoding="utf-8")


def test_a_second_writer_waits_and_then_says_so_and_a_killed_holder_blocks_nobody(workspace: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    space = Workspace(workspace({"minutes/ledger.yaml": "x"}))
    monkeypatch.setattr(lock, "PATIENCE", 0.2)
    with _start(HOLDER, space.root) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(TcsgError, match=r"minutes/\.ledger\.lock: another tcsg"), space.lock():
            pass
        assert space.ledger_bytes() == b"x"
        holder.kill()
        holder.wait()
    began = time.monotonic()
    with space.lock():
        assert time.monotonic() - began < 1


def test_writers_at_once_lose_nothing(workspace: Build) -> None:
    space = Workspace(workspace({"minutes/ledger.yaml": "0"}))
    writers = [_start(COUNTER, space.root) for _ in range(4)]
    for writer in writers:
        with writer:
            assert writer.wait() == 0
    assert space.ledger_bytes() == b"100"


def test_who_holds_the_lock_sweeps_away_what_a_killed_writer_left(workspace: Build) -> None:
    root = workspace({"minutes/.ledger.yaml.0badcafe.tmp": "half", "minutes/ledger.yaml": "whole", "minutes/other.tmp": "not ours"})
    with Workspace(root).lock():
        assert _names(root / "minutes") == [".ledger.lock", "ledger.yaml", "other.tmp"]


@posix
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_lock_that_is_no_plain_file_is_refused_at_once(kind: str, workspace: Build) -> None:
    root = workspace()
    path = root / "minutes/.ledger.lock"
    if kind == "link":
        path.symlink_to(root / "target")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    with pytest.raises(TcsgError, match=r"minutes/\.ledger\.lock: "), Workspace(root).lock():
        pass
    assert not (root / "target").exists()


# --- the clock ---------------------------------------------------------------------------------------------------


def test_today_is_what_is_asked_for_before_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86399")
    assert today() == date(1970, 1, 1)
    monkeypatch.setenv("TCSG_TODAY", "2031-02-03")
    assert today() == date(2031, 2, 3)
    assert today(date(2032, 1, 1), "Nowhere/Land") == date(2032, 1, 1)


def test_an_empty_variable_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TCSG_TODAY", "")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today() == date(1970, 1, 1)


def test_a_time_zone_decides_on_which_side_of_midnight_it_is() -> None:
    west, here, east = today(None, "Etc/GMT+12"), today(), today(None, "Etc/GMT-14")
    assert west < east
    assert west <= here <= east


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("TCSG_TODAY", "2031-02-30", "TCSG_TODAY: '2031-02-30' is not a day; write it as 2020-01-31"),
        ("TCSG_TODAY", "tomorrow", "TCSG_TODAY: 'tomorrow' is not a day"),
        ("SOURCE_DATE_EPOCH", "yesterday", "SOURCE_DATE_EPOCH: 'yesterday' is not a number of seconds"),
        ("SOURCE_DATE_EPOCH", "9" * 30, "is not a number of seconds"),
    ],
)
def test_a_variable_that_is_no_day_is_an_error(variable: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(UsageError, match=said):
        today()


@pytest.mark.parametrize("zone", ["Nowhere/Land", "Europe", "../../etc/passwd", "/etc/passwd", "a\0b"])
def test_a_time_zone_that_is_none_is_an_error(zone: str) -> None:
    with pytest.raises(UsageError, match="there is no time zone"):
        today(None, zone)


@pytest.mark.parametrize("text", ["20310203", "2031-W05-1", "2031-2-3", "03/02/2031", " 2031-02-03", "", "٢٠٣١-٠٢-٠٣"])
def test_only_one_way_to_write_a_day_is_read(text: str) -> None:
    with pytest.raises(ValueError, match="is not a day"):
        iso_day(text)
