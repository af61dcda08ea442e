"""The ready-made parts for CI: read by each platform's own schema or reader, and run as the platform would run them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from conftest import Build, Run

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
PARTS = ("tcsg", "minutes", "pyproject.toml", "README.md", "LICENSE", "action.yml", ".pre-commit-hooks.yaml")
LATE, NONE = "2020-03-01", "2020-01-31"
FILES = {"github": ".github/workflows/tcsg.yml", "gitlab": ".gitlab-ci.yml", "pre-commit": ".pre-commit-config.yaml"}

Bash = subprocess.CompletedProcess[str]


def tool(*words: str, cwd: Path = ROOT) -> Bash:
    """Run a development tool of this environment."""
    return subprocess.run([sys.executable, "-m", *words], cwd=cwd, capture_output=True, encoding="utf-8", timeout=300, check=False)


def schema_of(name: str, *files: Path) -> Bash:
    return tool("check_jsonschema", "--builtin-schema", f"vendor.{name}", *map(str, files))


def zizmor(*files: Path) -> Bash:
    words = [str(BIN / "zizmor"), "--offline", "--no-progress", "--no-config", *map(str, files)]
    return subprocess.run(words, capture_output=True, encoding="utf-8", timeout=120, check=False)


def git(root: Path, *words: str) -> None:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, "-C", str(root), *words], capture_output=True, check=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository with one commit."""
    home = tmp_path_factory.mktemp("repository")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, home / part, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        else:
            shutil.copy(source, home / part)
    git(home, "init", "-q")
    git(home, "add", "-A")
    git(home, "commit", "-q", "-m", "x")
    return home


def run(script: str, cwd: Path, env: Mapping[str, str]) -> Bash:
    """Run a `run:` entry as GitHub does with `shell: bash`."""
    clean = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "COLUMNS"}}
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(command, cwd=cwd, env={**clean, **env}, capture_output=True, encoding="utf-8", timeout=300, check=False)


# --- the parts, each read by somebody else -----------------------------------------------------------------------


def test_the_action_and_our_workflow_fit_githubs_schemas() -> None:
    for done in (schema_of("github-actions", ROOT / "action.yml"), schema_of("github-workflows", *(ROOT / ".github" / "workflows").glob("*.yml"))):
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_and_our_workflow_have_no_hole() -> None:
    done = zizmor(ROOT / "action.yml", ROOT / ".github" / "workflows")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_readers_do_find_faults(tmp_path: Path) -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    (tmp_path / "action.yml").write_text(text.replace("using: composite", "using: magic"), encoding="utf-8")
    assert schema_of("github-actions", tmp_path / "action.yml").returncode != 0
    (tmp_path / "action.yml").write_text(text.replace('"$INPUT_DIRECTORY"', "${{ inputs.directory }}"), encoding="utf-8")
    done = zizmor(tmp_path / "action.yml")
    assert "template-injection" in done.stdout
    assert done.returncode != 0


def test_no_run_line_of_ours_has_an_expression_in_it(tcsg: Run, tmp_path: Path) -> None:
    tcsg("init", "--ci", "github", cwd=tmp_path)
    documents = [yaml.safe_load(p.read_text("utf-8")) for p in (ROOT / "action.yml", tmp_path / FILES["github"])]
    steps = [*documents[0]["runs"]["steps"], *(step for job in documents[1]["jobs"].values() for step in job["steps"])]
    runs = [step["run"] for step in steps if "run" in step]
    assert len(runs) == 6
    assert not [line for line in runs if "${{" in line]


def test_pre_commit_takes_the_hooks() -> None:
    done = tool("pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))] == ["tcsg-lint", "tcsg-check"]


GOOD = "---\nmeeting: 1\npresent:\n  AB: Anna Berg\n---\n\n## Actions\n\n- AB to paint the hut by 20 January\n"


@pytest.mark.parametrize("source", [".pre-commit-hooks.yaml", FILES["pre-commit"]])
def test_the_hook_for_commits_fails_on_what_the_commit_brings_and_lets_overdue_pass(workspace: Build, tcsg: Run, source: str) -> None:
    if source == FILES["pre-commit"]:
        tcsg("init", "--ci", "pre-commit", cwd=workspace({}))
        hooks = yaml.safe_load((workspace() / source).read_text("utf-8"))["repos"][0]["hooks"]
    else:
        hooks = yaml.safe_load((ROOT / source).read_text("utf-8"))
    lint, check = ([*hook["entry"].split()[1:], *hook.get("args", ()), "--today", "2031-05-01"] for hook in hooks)
    root = workspace({"minutes/2031-01-15.md": GOOD + "- XY to sweep\n"})
    tcsg("carry", "-q", cwd=root)
    git(root, "init", "-q")
    assert tcsg(*lint, cwd=root).code == 1  # the first commit brings all
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")
    assert tcsg(*lint, cwd=root) == (0, "", "")
    assert tcsg(*check, cwd=root).code == 1
    second = root / "minutes" / "2031-02-15.md"
    second.write_text(GOOD.replace("1", "2", 1), encoding="utf-8")
    behind = tcsg(*lint, cwd=root)
    assert (behind.code, "[ledger-behind]" in behind.out) == (1, True)
    tcsg("carry", "-q", cwd=root)
    assert tcsg(*lint, cwd=root) == (0, "", "")
    second.write_text(GOOD.replace("1", "2", 1) + "- ZZ to row\n", encoding="utf-8")
    tcsg("carry", "-q", cwd=root)
    strange = tcsg(*lint, cwd=root)
    assert (strange.code, "ZZ" in strange.out, "XY" in strange.out) == (1, True, False)
    second.write_text("---\ndate: [\n", encoding="utf-8")
    assert tcsg(*lint, cwd=root).code == 2


# --- init --ci ---------------------------------------------------------------------------------------------------


def written(tcsg: Run, home: Path, *options: str) -> dict[str, Path]:
    done = tcsg(*options, "init", "--ci", "github", "--ci", "gitlab", "--ci", "pre-commit", cwd=home)
    assert (done.code, done.out) == (0, "")
    assert all(f"wrote {path}" in done.err for path in FILES.values())
    return {name: home / path for name, path in FILES.items()}


@pytest.mark.parametrize("folder", [".", "committee", "our committee's"])
def test_init_writes_files_that_each_platform_takes(tcsg: Run, tmp_path: Path, folder: str) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / folder / "minutes").mkdir(parents=True)
    files = written(tcsg, tmp_path, "-C", folder)
    for done in (
        schema_of("github-workflows", files["github"]),
        schema_of("gitlab-ci", files["gitlab"]),
        tool("pre_commit", "validate-config", str(files["pre-commit"])),
        zizmor(files["github"]),
    ):
        assert done.returncode == 0, done.stdout + done.stderr
    for path in files.values():
        text = path.read_text("utf-8")
        assert not re.search(r"@(tcsg|version)@", text)
        assert ("tcsg -C" in text) is (folder != ".")
    assert not (tmp_path / folder / "minutes" / "committee.yaml").exists()


def test_init_in_a_new_folder_sets_that_up_as_well(tcsg: Run, tmp_path: Path) -> None:
    assert tcsg("init", "--ci", "gitlab", cwd=tmp_path).code == 0
    assert (tmp_path / "minutes" / "committee.yaml").exists()
    assert (tmp_path / FILES["gitlab"]).exists()


@pytest.mark.parametrize("platform", FILES)
@pytest.mark.parametrize("link", [False, True])
def test_init_touches_no_file_that_is_there_and_prints_what_it_needs(workspace: Build, tcsg: Run, platform: str, link: bool) -> None:
    root = workspace()
    path = root / FILES[platform]
    path.parent.mkdir(parents=True, exist_ok=True)
    if link:
        path.symlink_to(root / "nowhere")
    else:
        path.write_text("ours\n", encoding="utf-8")
    done = tcsg("init", "--ci", platform, cwd=root)
    assert done.code == 0
    assert done.err == f"{FILES[platform]} is there already; nothing was changed. What it needs:\n"
    assert "tcsg" in yaml.safe_dump(yaml.safe_load(done.out))
    assert path.is_symlink() if link else path.read_text("utf-8") == "ours\n"
    assert not (root / "nowhere").exists()


def test_a_platform_that_is_none_is_refused(workspace: Build, tcsg: Run) -> None:
    assert tcsg("init", "--ci", "jenkins", cwd=workspace()).code == 2


# --- the action, run as GitHub runs it ---------------------------------------------------------------------------


class Action:
    """The steps of action.yml, in bash with GitHub's variables."""

    def __init__(self, repository: Path, temporary: Path) -> None:
        self.repository, self.temporary = repository, temporary
        self.document: dict[str, Any] = yaml.safe_load((repository / "action.yml").read_text("utf-8"))

    def run(self, number: int, **inputs: str) -> tuple[Bash, str]:
        """Run a step with inputs, `_` for `-`; with its job summary."""
        given = {name: known["default"] for name, known in self.document["inputs"].items()} | {k.replace("_", "-"): v for k, v in inputs.items()}
        step = self.document["runs"]["steps"][number]
        summary = self.temporary / "summary.md"
        summary.write_text("", encoding="utf-8")
        env = {key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], value) for key, value in step.get("env", {}).items()}
        runner = {
            "GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_ACTION_PATH": str(self.repository), "GITHUB_WORKSPACE": str(self.repository),
            "GITHUB_STEP_SUMMARY": str(summary), "RUNNER_TEMP": str(self.temporary),
        }  # fmt: skip
        done = run(step["run"], self.repository, {**runner, **env})
        return done, summary.read_text("utf-8")


@pytest.fixture
def action(repository: Path, tmp_path: Path) -> Action:
    """The action as if its first step had installed the tcsg of this tree."""
    _program(tmp_path / "tcsg" / "bin" / "tcsg", f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m tcsg "$@"')
    return Action(repository, tmp_path)


def _program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.network
def test_the_action_installs_what_it_was_checked_out_with_and_runs_it(repository: Path, tmp_path: Path) -> None:
    action = Action(repository, tmp_path)
    installed, _ = action.run(0)
    assert installed.returncode == 0, installed.stderr
    for today, code in ((LATE, 1), (NONE, 0)):
        done, summary = action.run(1, today=today)
        assert (done.returncode, done.stderr) == (code, "")
        assert summary.startswith(f"## Actions on {today}\n\n{code} action")


def commands(out: str) -> list[str]:
    return [line for line in out.splitlines() if line.startswith("::")]


def test_the_action_fails_annotates_and_sums_up_when_something_is_overdue(action: Action) -> None:
    done, summary = action.run(1, today=LATE)
    assert (done.returncode, done.stderr) == (1, "")
    assert commands(done.stdout)[0].startswith("::error file=minutes/2019-10-29.md,line=109,title=overdue A8.12::A8.12 is 30 days overdue")
    assert [line.split(" ")[0] for line in commands(done.stdout)[1:]] == ["::warning", "::warning"]
    assert summary.startswith("## Actions on 2020-03-01\n\n1 action overdue, 2 other findings.\n")
    assert "| AH | 1 | 30 | A8.12 |" in summary


def test_the_action_passes_when_nothing_is_overdue(action: Action) -> None:
    done, summary = action.run(1, today=NONE)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split(" ")[0] for line in commands(done.stdout)] == ["::warning", "::warning"]
    assert summary.startswith("## Actions on 2020-01-31\n\n0 actions overdue, 2 other findings.\n")


def test_the_inputs_of_the_action_reach_check_and_nothing_else(action: Action) -> None:
    canary = action.temporary / "canary"
    cases: list[tuple[dict[str, str], int]] = [
        ({"grace_days": "30"}, 0), ({"grace_days": "29"}, 1), ({"fail_on": "never"}, 0), ({"grace_days": "30", "fail_on": "warning"}, 1),
        ({"ignore": "overdue"}, 0), ({"select": "overdue", "level": "error"}, 1), ({"against": "HEAD"}, 0),
        ({"baseline": "none.yaml"}, 2), ({"directory": "no such folder"}, 2), ({"select": f"$(touch {canary})"}, 2),
        ({"directory": f"`touch {canary}`"}, 2), ({"report": f"json={action.temporary}/a b.json\n\njunit={action.temporary}/j.xml\n"}, 1),
    ]  # fmt: skip
    for inputs, code in cases:
        done, _ = action.run(1, today=LATE, **inputs)
        assert (inputs, done.returncode) == (inputs, code), done.stderr
    assert not canary.exists()
    assert json.loads((action.temporary / "a b.json").read_text("utf-8"))["as_of"] == LATE
    assert JUnitXml.fromfile(str(action.temporary / "j.xml")).failures == 3


# --- the workflow's issue ----------------------------------------------------------------------------------------

GH = """
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in "issue list "*) printf '%s' "$OPEN" ;; esac
"""


@pytest.fixture
def office(repository: Path, tmp_path: Path, tcsg: Run) -> Path:
    """A folder with our minutes, the workflow of init, and a `gh` that writes down what it is told."""
    home = tmp_path / "office"
    shutil.copytree(repository / "minutes", home / "minutes")
    assert tcsg("init", "--ci", "github", cwd=home).code == 0
    _program(home / "bin" / "gh", GH)
    _program(home / "bin" / "tcsg", f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m tcsg "$@"')
    return home


def step(office: Path, job: str, today: str, **env: str) -> Bash:
    document = yaml.safe_load((office / FILES["github"]).read_text("utf-8"))
    script = document["jobs"][job]["steps"][-1]["run"]
    shutil.rmtree(office / "temp", ignore_errors=True)
    (office / "temp").mkdir()
    base = {"PATH": f"{office / 'bin'}:{os.environ['PATH']}", "TCSG_TODAY": today, "RUNNER_TEMP": str(office / "temp"), "GITHUB_ACTIONS": "true"}
    runner = {"CALLS": str(office / "calls"), "GITHUB_STEP_SUMMARY": str(office / "temp" / "s.md"), "GH_TOKEN": "", "OPEN": "", "BASE": ""}
    return run(script, office, {**base, **runner, **env})


def calls(office: Path) -> list[str]:
    made = (office / "calls").read_text("utf-8").splitlines() if (office / "calls").exists() else []
    return [call for call in made if not call.startswith("issue list ")]


def test_without_a_token_the_workflow_prints_what_the_issue_would_be(office: Path) -> None:
    late, none = step(office, "issue", LATE), step(office, "issue", NONE)
    assert (late.returncode, none.returncode) == (0, 0)
    assert late.stdout.splitlines()[1:3] == ["Overdue actions: 1", "## Actions on 2020-03-01"]
    assert "A8.12" in late.stdout
    assert none.stdout.splitlines()[1:] == ["closed, if it is open"]
    assert calls(office) == []


@pytest.mark.parametrize(
    ("today", "number", "made"),
    [
        (LATE, "", ["label create overdue-actions", "issue create --label overdue-actions --title Overdue actions: 1"]),
        (LATE, "7", ["issue edit 7 --title Overdue actions: 1"]),
        (NONE, "7", ["issue close 7 --comment Nothing is overdue."]),
        (NONE, "", []),
    ],
)
def test_the_workflow_keeps_one_issue(office: Path, today: str, number: str, made: list[str]) -> None:
    done = step(office, "issue", today, GH_TOKEN="x", OPEN=number)  # noqa: S106 - no secret
    assert (done.returncode, done.stderr) == (0, "")
    assert len(calls(office)) == len(made)
    assert all(call.startswith(begin) for call, begin in zip(calls(office), made, strict=True))


def test_the_body_of_the_issue_fits(office: Path) -> None:
    actions = "".join(f"- AB to do the thing of number {n} that was {'very ' * 20}long in coming by 2 November 2019\n" for n in range(500))
    (office / "minutes" / "2019-11-01.md").write_text(f"---\nmeeting: 9\n---\n\n## Actions\n\n{actions}", encoding="utf-8")
    done = step(office, "issue", LATE, GH_TOKEN="x")  # noqa: S106 - no secret
    assert done.returncode == 0, done.stderr
    body = (office / "temp" / "overdue.md").read_text("utf-8")
    assert 50_000 < len(body) < 65_536
    assert body.endswith("… and more; `tcsg check` lists them all.\n")


def test_the_workflow_judges_a_pull_request_by_what_it_brings(office: Path) -> None:
    git(office, "init", "-q")
    git(office, "add", "minutes")
    git(office, "commit", "-q", "-m", "x")
    assert [step(office, "check", LATE, BASE=base).returncode for base in ("", "HEAD")] == [1, 0]
    assert (office / "temp" / "s.md").read_text("utf-8").startswith("## Actions on 2020-03-01")


def test_broken_minutes_fail_the_workflow(office: Path) -> None:
    (office / "minutes" / "2019-11-01.md").write_text("---\ndate: [\n", encoding="utf-8")
    assert [step(office, job, LATE).returncode for job in ("check", "issue")] == [2, 2]


def test_the_gitlab_job_writes_both_reports(office: Path, tcsg: Run) -> None:
    tcsg("init", "--ci", "gitlab", cwd=office)
    job = yaml.safe_load((office / FILES["gitlab"]).read_text("utf-8"))["tcsg"]
    done = run(job["script"][-1], office, {"PATH": f"{office / 'bin'}:{os.environ['PATH']}", "TCSG_TODAY": LATE})
    assert done.returncode == 1
    reports = job["artifacts"]["reports"]
    assert len(json.loads((office / reports["codequality"]).read_text("utf-8"))) == 3
    assert JUnitXml.fromfile(str(office / reports["junit"])).failures == 3


# --- pre-commit, for real ----------------------------------------------------------------------------------------


@pytest.mark.network
def test_pre_commit_installs_the_hooks_and_runs_them(repository: Path, tmp_path: Path) -> None:
    home = tmp_path / "committee"
    shutil.copytree(repository / "minutes", home / "minutes")
    git(home, "init", "-q")
    git(home, "add", "-A")
    git(home, "commit", "-q", "-m", "x")
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"PRE_COMMIT_HOME": str(tmp_path / "cache"), "TCSG_TODAY": LATE}
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(repository), "--hook-stage", "manual", "--all-files"]
    done = subprocess.run(command, cwd=home, env=env, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"^tcsg lint\.+Passed$", done.stdout, re.MULTILINE), done.stdout
    assert re.search(r"^tcsg check\.+Failed$", done.stdout, re.MULTILINE), done.stdout
    assert "minutes/2019-10-29.md:109: error: A8.12 is 30 days overdue" in done.stdout
