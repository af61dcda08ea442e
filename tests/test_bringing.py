"""The ledger brought up to date: listings follow no more meetings than they must, and what cannot be read is said once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conftest import Build, Run
from tcsg.cli import desk
from tcsg.cli.sources import read_source
from tcsg.ledger import fold
from tcsg.ledger.threads import Group, groups_of
from tcsg.model import Minutes
from tcsg.workspace import SourceFile, cache

HEAD = "---\nmeeting: {n}\ndate: 2031-0{n}-04\npresent:\n  KK: Karl Kern\n---\n\n## Actions\n\n"
TASKS = ("mend the pump by 2 May", "count the spoons", "paint the attic in grey", "write to the council", "order 3 lamps for the hall")


@pytest.fixture
def root(workspace: Build, tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    root = workspace({f"minutes/2031-0{n}-04.md": HEAD.format(n=n) + f"- KK to {task}.\n" for n, task in enumerate(TASKS, 1)})
    for _ in range(2):
        assert tcsg("carry", cwd=root).code == 0
    return root


@pytest.mark.parametrize(
    ("args", "found", "most"),
    [("actions --owner KK", "ring the mill", 1), ("export --format csv", "ring the mill", 1), ("actions --as-of 2031-01-31", "mend the pump", 3)],
)
def test_after_an_edit_the_meetings_before_are_not_followed_again(
    args: str, found: str, most: int, root: Path, tcsg: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    latest = root / "minutes/2031-05-04.md"
    latest.write_text(latest.read_text("utf-8") + "- KK to ring the mill.\n", encoding="utf-8")
    followed: list[object] = []

    def counted(*args: Any) -> list[Group]:
        followed.append(args)
        return groups_of(*args)

    monkeypatch.setattr(fold, "groups_of", counted)
    said = tcsg(*args.split(), cwd=root)
    assert said.code == 0
    assert found in said.out
    assert 1 <= len(followed) <= most


@pytest.mark.parametrize("args", [("actions",), ("remind",), ("export", "--format", "json"), ("actions", "--as-of", "2031-02-28")], ids=" ".join)
def test_what_cannot_be_read_is_said_once(args: tuple[str, ...], root: Path, tcsg: Run) -> None:
    (root / "minutes/2031-05-04.md").write_bytes(b"- KK to \xff\n")
    said = tcsg(*args, cwd=root)
    assert said.err.count("minutes/2031-05-04.md:1: byte 8") == 1, said.err


def test_what_was_read_of_the_meetings_before_is_kept_beside_an_edit(root: Path, tcsg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "ROOM", 100)
    latest = root / "minutes/2031-05-04.md"
    for n in range(3):
        latest.write_text(latest.read_text("utf-8") + f"- KK to ring {n + 2} mills.\n", encoding="utf-8")
        assert tcsg("carry", cwd=root).code == 0
    read: list[str] = []

    def counted(source: SourceFile, *args: Any, **options: Any) -> Minutes:
        read.append(source.path)
        return read_source(source, *args, **options)

    monkeypatch.setattr(desk, "read_source", counted)
    assert tcsg("check", "--exit-zero", cwd=root).code == 0
    assert read == []
