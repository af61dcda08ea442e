"""`tcsg check --against REF`: what a change brings, and nothing that was there before."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from conftest import Build, Run
from tcsg.workspace import Workspace, find_workspace
from tcsg.workspace.revision import at_revision, path_in_repository

MARCH, APRIL = "minutes/2031-03-04.md", "minutes/2031/2031-04-08.md"
FIRST = "---\nmeeting: 1\n---\n\n## Actions\n\n- AB to paint the hut by 10 March\n- oil the oars\n"
SECOND = "---\nmeeting: 2\n---\n\n## Actions\n\n- CD to mend the boat by 10 April\n"
NOW = ("--today", "2031-05-01")


def git(root: Path, *words: str) -> str:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *settings, "-C", str(root), *words], capture_output=True, encoding="utf-8", check=True).stdout


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")


@pytest.fixture
def home(workspace: Build, tcsg: Run) -> Path:
    """A committee with old debts in its one commit."""
    root = workspace({MARCH: FIRST})
    tcsg("carry", "-q", cwd=root)
    git(root, "init", "-q")
    commit(root)
    return root


def found(tcsg: Run, home: Path, *options: str) -> list[tuple[str, str | None]]:
    out = tcsg("check", "--format", "json", *NOW, *options, cwd=home).out
    return [(f["code"], f["action"]) for f in json.loads(out)["findings"]]


def test_an_unchanged_tree_brings_nothing(home: Path, tcsg: Run) -> None:
    assert tcsg("check", *NOW, cwd=home).code == 1
    assert tcsg("check", "--against", "HEAD", "--fail-on", "warning", *NOW, cwd=home) == (0, "", "")


def test_only_what_a_change_brings_is_judged(home: Path, tcsg: Run) -> None:
    (home / "minutes" / "2031").mkdir()
    (home / APRIL).write_text(SECOND, encoding="utf-8")
    assert set(found(tcsg, home, "--against", "HEAD")) == {("overdue", "A2.1"), ("ledger-behind", None)}
    tcsg("carry", "-q", cwd=home)
    assert found(tcsg, home, "--against", "HEAD") == [("overdue", "A2.1")]
    commit(home)
    assert found(tcsg, home, "--against", "HEAD") == []
    assert found(tcsg, home, "--against", "HEAD~1") == [("overdue", "A2.1")]
    assert tcsg("check", "--against", "HEAD~1", *NOW, cwd=home).code == 1


def test_lines_that_only_move_bring_nothing(home: Path, tcsg: Run) -> None:
    (home / MARCH).write_text(FIRST.replace("## Actions", "Much was said.\n\n## Actions"), encoding="utf-8")
    tcsg("carry", "-q", cwd=home)
    assert found(tcsg, home, "--against", "HEAD") == []


def test_the_register_of_then_counts_for_then(home: Path, tcsg: Run) -> None:
    register = home / "minutes" / "committee.yaml"
    register.write_text("ignore: [{code: overdue, reason: r, until: 2031-06-01}]\n", encoding="utf-8")
    commit(home)
    register.unlink()
    assert found(tcsg, home, "--against", "HEAD") == [("overdue", "A1.1")]


def test_a_debt_of_the_baseline_that_the_change_pays_is_stale_and_one_paid_before_is_not(home: Path, tcsg: Run) -> None:
    tcsg("check", "--write-baseline", "b.yaml", *NOW, cwd=home)
    tcsg("done", "A1.1", *NOW, cwd=home)
    assert found(tcsg, home, "--baseline", "b.yaml", "--against", "HEAD") == [("baseline-stale", "A1.1")]
    commit(home)
    assert found(tcsg, home, "--baseline", "b.yaml", "--against", "HEAD") == []


def test_a_file_that_could_not_be_read_then_is_left_out_with_a_word(home: Path, tcsg: Run) -> None:
    (home / "minutes" / "2031").mkdir()
    (home / APRIL).write_text("---\nmeeting: [\n", encoding="utf-8")
    commit(home)
    (home / APRIL).write_text(SECOND, encoding="utf-8")
    tcsg("carry", "-q", cwd=home)
    result = tcsg("check", "--against", "HEAD", "--select", "overdue", *NOW, cwd=home)
    assert result.code == 1
    assert "A2.1" in result.out
    assert "A1.1" not in result.out
    assert result.err.startswith(f"HEAD: {APRIL}:1: ")


def test_a_ledger_that_was_broken_then_leaves_nothing_to_compare_with(home: Path, tcsg: Run) -> None:
    ledger = home / "minutes" / "ledger.yaml"
    whole = ledger.read_bytes()
    ledger.write_text("<<<<<<< ours\n", encoding="utf-8")
    commit(home)
    ledger.write_bytes(whole)
    result = tcsg("check", "--against", "HEAD", *NOW, cwd=home)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("HEAD: minutes/ledger.yaml:1: ")
    assert result.err.endswith("; there is nothing to compare with\n")


def test_before_the_first_commit_everything_is_new(workspace: Build, tcsg: Run) -> None:
    root = workspace({MARCH: FIRST})
    git(root, "init", "-q")
    assert ("overdue", "A1.1") in found(tcsg, root, "--against", "HEAD")


@pytest.mark.parametrize("name", ["main~9", "no-such", "", "-x", "--all", "HEAD:minutes", "HEAD;touch x"])
def test_a_commit_that_is_none_exits_2(home: Path, tcsg: Run, name: str) -> None:
    result = tcsg("check", f"--against={name}", *NOW, cwd=home)
    assert (result.code, result.out) == (2, "")
    assert "fetch-depth: 0" in result.err
    assert not (home / "x").exists()


def test_without_a_repository_or_git_it_says_so(tcsg: Run, home: Path, tmp_path: Path) -> None:
    (tmp_path / "other" / "minutes").mkdir(parents=True)
    lone = tcsg("check", "--against", "HEAD", cwd=tmp_path / "other", env={"GIT_CEILING_DIRECTORIES": str(tmp_path)})
    assert (lone.code, "git knows no commit 'HEAD' here" in lone.err) == (2, True)
    bare = tcsg("check", "--against", "HEAD", cwd=home, env={"PATH": str(tmp_path)})
    assert (bare.code, bare.err) == (2, "git is not installed, or not to be found\n")
    assert tcsg("check", "--exit-zero", *NOW, cwd=home, env={"PATH": str(tmp_path)}).code == 0


def test_a_shallow_clone_says_what_to_fetch(home: Path, tcsg: Run, tmp_path: Path) -> None:
    (home / MARCH).write_text(FIRST + "- CD to row\n", encoding="utf-8")
    commit(home)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{home}", "shallow")
    result = tcsg("check", "--against", "HEAD~1", *NOW, cwd=tmp_path / "shallow")
    assert (result.code, "fetch-depth: 0" in result.err) == (2, True)


def test_nothing_of_the_repository_is_run_and_what_a_hook_is_told_does_not_mislead(home: Path, tcsg: Run, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    script = tmp_path / "run"
    script.write_text(f"#!/bin/sh\ntouch {canary}\n", encoding="utf-8")
    script.chmod(0o755)
    git(home, "config", "core.fsmonitor", str(script))
    git(home, "config", "core.hooksPath", str(tmp_path))
    git(home, "config", "alias.rev-parse", f"!{script}")
    hook = {"GIT_DIR": str(tmp_path / "nowhere"), "GIT_INDEX_FILE": str(tmp_path / "index")}
    assert tcsg("check", "--against", "HEAD", *NOW, cwd=home, env=hook) == (0, "", "")
    assert not canary.exists()


def test_a_revision_holds_what_the_disk_held(home: Path) -> None:
    files = {
        "minutes/_template.md": "x", "minutes/README.md": "x", "minutes/.hidden/a.md": "x", "minutes/2031/Ümlaut – two  words.txt": "y",
        "minutes/a\tb.markdown": "z", "minutes/empty.md": "", "minutes/plan.pdf": "x", "elsewhere/2031-01-01.md": "x",
    }  # fmt: skip
    for path, text in files.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text, encoding="utf-8")
    (home / "minutes" / "link.md").symlink_to(home / MARCH)
    commit(home)
    disk, held = find_workspace(home), at_revision(find_workspace(home), "HEAD")
    assert held.minutes_paths() == tuple(p for p in disk.minutes_paths() if p != "minutes/link.md")
    assert [held.source(p) for p in held.minutes_paths()] == [disk.source(p) for p in held.minutes_paths()]
    assert held.ledger_bytes() == disk.ledger_bytes()
    assert (held.committee_bytes(), disk.committee_bytes()) == (None, None)


def test_a_committee_in_a_folder_of_its_repository(workspace: Build, tcsg: Run, tmp_path: Path) -> None:
    root = workspace({MARCH: FIRST})
    tcsg("carry", "-q", cwd=root)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "committee")
    git(tmp_path, "commit", "-q", "-m", "x")
    assert path_in_repository(root) == "committee/"
    assert at_revision(Workspace(root), "HEAD").minutes_paths() == (MARCH,)
    assert tcsg("-C", "committee", "check", "--against", "HEAD", *NOW, cwd=tmp_path) == (0, "", "")
    for form, start in (("github", "::error file=committee/minutes/"), ("text", "minutes/")):
        assert tcsg("-C", "committee", "check", "--format", form, *NOW, cwd=tmp_path).out.startswith(start)
    reported = json.loads(tcsg("-C", "committee", "check", "--format", "gitlab", *NOW, cwd=tmp_path).out)
    assert reported[0]["location"]["path"] == f"committee/{MARCH}"
    for baseline in ("debts.yaml", "committee/debts.yaml"):
        (tmp_path / baseline).write_text("schema: tcsg/baseline/1\ndebts:\n- {code: overdue, action: A9.9}\n", encoding="utf-8")
        out = tcsg("-C", "committee", "check", "--format", "github", "--baseline", baseline, *NOW, cwd=tmp_path).out
        assert f"::error file={baseline},line=3,title=baseline-stale A9.9::" in out
        (tmp_path / baseline).unlink()
    assert [p.name for p in root.iterdir()] == ["minutes"]
