"""The plan in the reports: a section of the chair's page, and the self-assessment as a command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_plan_verbs import ENV, SERIES

from conftest import Build, Run


@pytest.fixture
def home(workspace: Build, tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    plan = SERIES["minutes/plan.md"].replace("We will heap", "Rosa Lind and we will heap")
    home = workspace(SERIES | {"minutes/plan.md": plan})
    assert tcsg("carry", "-q", cwd=home, env=ENV).code == 0
    return home


def page(tcsg: Run, home: Path, *words: str) -> str:
    code, out, err = tcsg("report", "--format", "md", *words, cwd=home, env=ENV)
    assert code == 0, err
    return out.partition("## Action plan")[2]


def test_the_report_has_the_themes_the_days_and_what_is_stalled(tcsg: Run, home: Path) -> None:
    text = page(tcsg, home)
    assert "P2031, 1 Jan 2031 to 31 Dec 2032: 4 commitments, 1 in hand, 2 stalled, 1 done." in text
    assert "| Soil | 2 | 1 | 1 | 0 |\n| Learning | 2 | 0 | 1 | 1 |" in text
    assert "| 31 May 2031 | P2031.1 in hand | ahead |\n| 1 Jan 2032 | half-way | ahead |" in text
    assert "| P2031.3 | We will pay for a course in pruning | no action in 4 meetings | nobody |" in text


def test_a_current_ledger_tells_the_same_as_one_that_is_carried(tcsg: Run, home: Path) -> None:
    before = page(tcsg, home)
    (home / "minutes/2031-05-04.md").write_bytes((home / "minutes/2031-05-04.md").read_bytes() + b"\n")
    assert page(tcsg, home) == before


def test_without_names_nobody_is_named_and_with_a_filter_there_is_no_plan(tcsg: Run, home: Path) -> None:
    text = page(tcsg, home, "--no-names")
    assert "| P2031.2 | \\[name\\] and we will heap the leaves of the park | no action in 4 meetings |" in text
    assert "Rosa" not in text
    assert page(tcsg, home, "--owner", "TO") == ""
    document = json.loads(tcsg("report", "--format", "json", cwd=home, env=ENV).out)
    assert [(c["id"], c["state"]) for c in document["plan"]] == [
        ("P2031.1", "in hand"), ("P2031.2", "stalled"), ("P2031.3", "stalled"), ("P2031.4", "done"),
    ]  # fmt: skip


def test_the_self_assessment_is_written_once_and_never_over_a_draft(tcsg: Run, home: Path, tmp_path: Path) -> None:
    out = tcsg("report", "self-assessment", cwd=home, env=ENV).out
    assert out.startswith("# Technician Commitment: self-assessment\n\nDraft of 2031-05-10: ")
    path = tmp_path / "draft.md"
    assert tcsg("report", "self-assessment", "-o", str(path), cwd=home, env=ENV).code == 0
    assert path.read_text(encoding="utf-8") == out
    path.write_text("worked on", encoding="utf-8")
    again = tcsg("report", "self-assessment", "-o", str(path), cwd=home, env=ENV)
    assert (again.code, "is there already" in again.err, path.read_text(encoding="utf-8")) == (2, True, "worked on")


@pytest.mark.parametrize("words", [["--owner", "TO"], ["--as-of", "2031-03-01"], ["--charts", "charts"]])
def test_a_self_assessment_takes_no_filter(tcsg: Run, home: Path, words: list[str]) -> None:
    code, out, err = tcsg("report", "self-assessment", *words, cwd=home, env=ENV)
    assert (code, out, "takes no filter" in err) == (2, "", True)


def test_a_template_is_named_on_the_command_line(tcsg: Run, home: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.md"
    form.write_text("# Charter\n\n{{context}}\n", encoding="utf-8")
    assert tcsg("report", "self-assessment", "--template", str(form), cwd=home, env=ENV).out.startswith("# Charter\n\nDraft of")
    form.write_text("{{nothing}}\n", encoding="utf-8")
    bad = tcsg("report", "self-assessment", "--template", str(form), cwd=home, env=ENV)
    assert (bad.code, ":1: a template has no `nothing`" in bad.err) == (2, True)
