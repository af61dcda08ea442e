"""Findings as CI platforms read them; each format is read back by something that is not ours."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Build, Run
from tcsg.model import Finding, Place, Severity
from tcsg.output import ci, findings
from tcsg.output.text import clean

TEXTS = st.text(max_size=60)
FINDINGS = st.builds(
    Finding,
    st.sampled_from(["overdue", "no-owner"]),
    st.sampled_from(Severity),
    st.builds(Place, TEXTS, st.integers(1, 99)),
    TEXTS,
    st.none() | TEXTS,
    st.none() | st.integers(1, 400),
)
COMMAND = re.compile(r"::(error|warning|notice) file=([^,]*),line=(\d+),title=([^:]*)::(.*)")


def finding(n: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("overdue", severity, Place("minutes/1.md", n), f"A1.{n} is late", f"A1.{n}", n)


def unescaped(text: str) -> str:
    """What GitHub's runner makes of an escaped value."""
    return text.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def shown(text: str) -> str:
    """The text with what a terminal would obey made visible, line by line."""
    return "\n".join(map(clean, text.split("\n")))


@given(FINDINGS)
def test_a_workflow_command_gives_every_text_back(one: Finding) -> None:
    lines = ci.as_github([one]).split("\n")
    match = COMMAND.fullmatch(lines[0])
    assert match is not None
    assert lines[1:] == [""]
    assert [unescaped(g) for g in match.groups()[1:3]] == [shown(one.place.path), str(one.place.line)]
    assert unescaped(match[5]) == shown(one.message)


@given(st.lists(FINDINGS, max_size=5))
def test_every_format_is_one_valid_document_whatever_the_texts(listed: list[Finding]) -> None:
    assert len(json.loads(ci.as_gitlab(listed))) == len(listed)
    assert json.loads(findings.as_json(listed, date(2031, 1, 1)))["count"] == len(listed)
    suites = ET.fromstring(ci.as_junit(listed).encode("utf-8", "replace"))  # noqa: S314 - our own text
    failed = sum(f.severity is not Severity.INFO for f in listed)
    assert suites.get("failures") == str(failed)
    assert len(suites.findall(".//testcase")) == max(1, failed)
    fingerprints = [entry["fingerprint"] for entry in json.loads(ci.as_gitlab(listed))]
    assert len(set(fingerprints)) == len(fingerprints)


@given(st.lists(FINDINGS, max_size=5))
def test_no_line_begins_with_a_workflow_command_that_we_did_not_make(listed: list[Finding]) -> None:
    for text in (findings.as_text(listed), ci.as_summary(listed, date(2031, 1, 1))):
        assert not re.search(r"^\s*(::|##\[)", "\n".join(line for line in text.split("\n") if not line.startswith("## Actions")), re.MULTILINE)


@pytest.mark.parametrize("number", [0, 1, 10, 10_000])
def test_any_number_of_findings(number: int) -> None:
    listed = [finding(n) for n in range(1, number + 1)]
    assert len(json.loads(ci.as_gitlab(listed))) == number
    assert ci.as_github(listed).count("::error ") == min(number, 10)
    assert len(ci.as_summary(listed, date(2031, 1, 1)).encode()) < 1_048_576
    assert len(ET.fromstring(ci.as_junit(listed)).findall(".//testcase")) == max(1, number)  # noqa: S314 - our own text


def test_sixty_late_actions_give_the_ten_worst_and_a_line_that_counts_the_rest() -> None:
    lines = ci.as_github([finding(n) for n in range(1, 61)]).splitlines()
    assert len(lines) == 11
    assert "A1.60 is late" in lines[0]
    assert lines[-1] == "::notice::50 more findings; the log and the job summary have them all"


HOME = {"minutes/2031-01-15.md": "---\nmeeting: 1\n---\n\n## Actions\n\n- AB to write by 20 January\n"}


def test_on_github_the_default_adds_its_commands(tcsg: Run, workspace: Build) -> None:
    home = workspace(HOME)
    tcsg("carry", cwd=home)
    plain = tcsg("check", "--today", "2031-02-01", cwd=home)
    both = tcsg("check", "--today", "2031-02-01", cwd=home, env={"GITHUB_ACTIONS": "true"})
    assert both.out.startswith(plain.out)
    assert both.out.splitlines()[-1].startswith("::error file=minutes/2031-01-15.md,line=7,title=overdue A1.1::A1.1 is 12 days overdue")
    assert tcsg("check", "--today", "2031-02-01", "--format", "text", cwd=home, env={"GITHUB_ACTIONS": "true"}).out == plain.out


def test_reports_and_a_summary_are_written_beside_the_text(tcsg: Run, workspace: Build, tmp_path: Path) -> None:
    home = workspace(HOME)
    tcsg("carry", cwd=home)
    (tmp_path / "summary.md").write_text("# Before\n", encoding="utf-8")
    options = ["--report", f"junit={tmp_path}/j.xml", "--report", f"gitlab={tmp_path}/g.json", "--summary", f"{tmp_path}/summary.md"]
    assert tcsg("check", "--today", "2031-02-01", *options, cwd=home).code == 1
    assert ET.parse(tmp_path / "j.xml").getroot().get("failures") == "1"  # noqa: S314 - our own file
    assert json.loads((tmp_path / "g.json").read_text("utf-8"))[0]["check_name"] == "overdue"
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("# Before\n## Actions on 2031-02-01\n")


@pytest.mark.parametrize("report", ["junit", "xml=out", "junit="])
def test_a_report_that_means_nothing_is_refused(tcsg: Run, workspace: Build, report: str) -> None:
    result = tcsg("check", "--report", report, cwd=workspace())
    assert (result.code, result.out) == (2, "")
    assert "FORMAT=FILE" in result.err


def test_a_report_that_cannot_be_written_exits_2(tcsg: Run, workspace: Build, tmp_path: Path) -> None:
    assert tcsg("check", "--report", f"json={tmp_path}/no/such/folder", cwd=workspace()).code == 2
