"""Findings as CI platforms read them; each format is read back by something that is not ours."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml
from markdown_it import MarkdownIt

from conftest import Build, Run
from tcsg.model import Finding, Place, Severity
from tcsg.output import ci, findings
from tcsg.output.job_summary import SUMMARY_LIMIT, as_summary
from tcsg.output.text import clean

DAY = date(2031, 1, 1)
TEXTS = st.text(max_size=60)
FINDINGS = st.builds(
    Finding,
    st.sampled_from(["overdue", "no-owner"]),
    st.sampled_from(Severity),
    st.builds(Place, TEXTS.map("minutes/{}".format), st.integers(1, 99)),
    TEXTS,
    st.none() | TEXTS,
    st.none() | st.integers(1, 400),
    st.none() | st.dates(),
    st.lists(TEXTS, max_size=3).map(tuple),
)
many = settings(max_examples=300)
COMMAND = re.compile(r"::(error|warning|notice) file=([^,]*),line=(\d+),title=([^:]*)::(.*)")

# The fields that GitLab's page "Code Quality" documents, with what it asks of each.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string", "pattern": "^[a-z-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^\\./"}},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}


def finding(n: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("overdue", severity, Place("minutes/1.md", n), f"A1.{n} is late", f"A1.{n}", n)


def unescaped(text: str) -> str:
    """What GitHub's runner makes of an escaped value."""
    return text.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def junit(listed: list[Finding]) -> JUnitXml:
    return JUnitXml.fromstring(ci.as_junit(listed).encode("utf-8", "replace"))


def shown(text: str) -> str:
    """The text with what a terminal would obey made visible, line by line."""
    return "\n".join(map(clean, text.split("\n")))


def legal(text: str) -> str:
    """The text as XML 1.0 can hold it."""
    return re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", shown(text))


@many
@given(FINDINGS)
def test_a_workflow_command_gives_every_text_back(one: Finding) -> None:
    lines = ci.as_github([one]).split("\n")
    match = COMMAND.fullmatch(lines[0])
    assert match is not None
    assert lines[1:] == [""]
    title = f"{one.code} {one.action}" if one.action else one.code
    assert [unescaped(g) for g in match.groups()[1:]] == [shown(one.place.path), str(one.place.line), shown(title), shown(one.message)]


@many
@given(st.lists(FINDINGS, max_size=5))
def test_gitlab_reads_a_report_whatever_the_texts(listed: list[Finding]) -> None:
    entries = json.loads(ci.as_gitlab(listed))
    jsonschema.validate(entries, CODE_QUALITY)
    assert [(e["description"], e["location"]["path"], e["location"]["lines"]["begin"]) for e in entries] == [
        (f.message, f.place.path, f.place.line) for f in listed
    ]
    assert len({e["fingerprint"] for e in entries}) == len(entries)


@many
@given(st.lists(FINDINGS, max_size=5))
def test_junit_is_read_whatever_the_texts(listed: list[Finding]) -> None:
    failed = [f for f in listed if f.severity is not Severity.INFO]
    suites = junit(listed)
    assert (suites.tests, suites.failures, suites.errors) == (max(1, len(failed)), len(failed), 0)
    cases = [case for suite in suites for case in suite]
    assert len({(case.classname, case.name) for case in cases}) == len(cases) == suites.tests
    assert [result.message for case in cases for result in case.result] == [legal(f.message) for f in failed]
    assert all(isinstance(result, Failure) for case in cases for result in case.result)


@many
@given(st.lists(FINDINGS, max_size=5))
def test_json_gives_every_text_back(listed: list[Finding]) -> None:
    document = json.loads(findings.as_json(listed, DAY))
    assert (document["schema"], document["as_of"], document["count"]) == ("tcsg/check/1", "2031-01-01", len(listed))
    assert [(f["code"], f["path"], f["line"], f["message"], f["owners"]) for f in document["findings"]] == [
        (f.code, f.place.path, f.place.line, f.message, list(f.owners)) for f in listed
    ]


@many
@given(st.lists(FINDINGS, max_size=5))
def test_text_is_a_line_a_finding(listed: list[Finding]) -> None:
    lines = findings.as_text(listed).splitlines()
    assert len(lines) == len(listed)
    assert [re.search(r": (\w+): .* \[([a-z-]+)\]$", line).groups() for line in lines] == [(f.severity, f.code) for f in listed]  # type: ignore[union-attr]


@many
@given(st.lists(FINDINGS, max_size=5))
def test_a_summary_is_tables_whatever_the_texts(listed: list[Finding]) -> None:
    text = as_summary(listed, DAY)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    late = [f for f in listed if f.days_late is not None]
    owners = {o for f in late for o in f.owners or ("nobody",)}
    assert next(t.content for t in tokens if t.type == "inline") == "Actions on 2031-01-01"
    assert sum(t.type == "tr_open" for t in tokens) == (len(listed) + 1 if listed else 0) + (len(owners) + 1 if late else 0)
    kinds = {child.type for t in tokens for child in t.children or ()}
    assert kinds <= {"text", "text_special", "softbreak"}


@many
@given(st.lists(FINDINGS, max_size=5))
def test_no_line_begins_with_a_workflow_command_that_we_did_not_make(listed: list[Finding]) -> None:
    for text in (findings.as_text(listed), as_summary(listed, DAY)):
        assert not re.search(r"^\s*(::|##\[)", text, re.MULTILINE)


@pytest.mark.parametrize("number", [0, 1, 10, 10_000])
def test_any_number_of_findings(number: int) -> None:
    listed = [finding(n) for n in range(1, number + 1)]
    entries = json.loads(ci.as_gitlab(listed))
    jsonschema.validate(entries, CODE_QUALITY)
    assert len({e["fingerprint"] for e in entries}) == number
    assert ci.as_github(listed).count("::error ") == min(number, 10)
    assert json.loads(findings.as_json(listed, DAY))["count"] == findings.as_text(listed).count("\n") == number
    suites = junit(listed)
    assert (suites.tests, suites.failures) == (max(1, number), number)
    summary = as_summary(listed, DAY)
    assert len(summary.encode()) <= SUMMARY_LIMIT
    assert f"{number} action{'' if number == 1 else 's'} overdue" in summary


def test_sixty_late_actions_give_the_ten_worst_and_a_line_that_counts_the_rest() -> None:
    lines = ci.as_github([finding(n) for n in range(1, 61)]).splitlines()
    assert len(lines) == 11
    assert ["A1.60 is late" in lines[0], "A1.51 is late" in lines[9]] == [True, True]
    assert lines[-1] == "::notice::50 more findings; the log and the job summary have them all"


def test_no_level_has_more_than_ten_annotations() -> None:
    listed = [finding(n, severity) for severity in Severity for n in range(1, 61)]
    lines = ci.as_github(listed).splitlines()
    assert [sum(line.startswith(f"::{kind}") for line in lines) for kind in ("error", "warning", "notice")] == [10, 10, 10]
    assert lines[-1] == "::notice::151 more findings; the log and the job summary have them all"
    assert ci.as_github([finding(n, Severity.INFO) for n in range(1, 11)]).count("::notice") == 10
    assert ci.as_github([finding(n, Severity.INFO) for n in range(1, 12)]).splitlines()[-1].startswith("::notice::2 more")


@pytest.mark.parametrize("text", ["", "all is well"])
def test_the_un_escaper_reads_what_a_runner_reads(text: str) -> None:
    hard = f"{text}100%25 100% a,b::c\n%0A%3A"
    assert unescaped(ci._property(hard)) == unescaped(ci._data(hard)) == hard
    assert not set(ci._property(hard)) & set(",:\r\n")


@pytest.mark.parametrize(("limit", "rows"), [(SUMMARY_LIMIT, True), (5_000, False), (400, False)])
def test_a_summary_is_cut_at_its_limit_and_says_how_much_is_missing(limit: int, rows: bool) -> None:
    listed = [finding(n) for n in range(1, 200)]
    text = as_summary(listed, DAY, limit)
    assert len(text.encode()) <= limit
    shown = sum(line.startswith("| ") and not line.startswith(("| ---", "| Owner", "| Place")) for line in text.splitlines())
    if rows:
        assert shown == 200
    else:
        left = int(re.search(r"… and (\d+) more rows", text)[1])  # type: ignore[index]
        assert shown + left == 200


def test_the_table_by_owner_counts_an_action_of_two_for_both() -> None:
    listed = [
        Finding("overdue", Severity.ERROR, Place("m.md", 1), "one", "A1.1", 3, DAY, ("AB", "CD")),
        Finding("overdue", Severity.ERROR, Place("m.md", 2), "two", "A1.2", 9, DAY, ("CD",)),
        Finding("overdue", Severity.ERROR, Place("m.md", 3), "three", "A1.3", 1, DAY),
    ]
    assert as_summary(listed, DAY).split("\n\n")[2].splitlines()[2:] == [
        "| CD | 2 | 9 | A1.2, A1.1 |", "| AB | 1 | 3 | A1.1 |", "| nobody | 1 | 1 | A1.3 |",
    ]  # fmt: skip


def test_what_could_not_be_read_is_an_error_and_no_failure() -> None:
    one = Finding(ci.UNREADABLE, Severity.ERROR, Place("minutes/1.md", 3), "broken")
    suites = junit([one, finding(1)])
    assert (suites.errors, suites.failures, suites.tests) == (1, 1, 2)
    assert [type(result) for suite in suites for case in suite for result in case.result] == [Error, Failure]


def test_a_case_and_a_fingerprint_stay_the_same_when_lines_and_days_move() -> None:
    def said(line: int, late: int) -> tuple[str, str]:
        listed = [Finding("overdue", Severity.ERROR, Place("m.md", line), f"A1.1 is {late} days overdue", "A1.1", late, DAY, ("AB",))]
        return json.loads(ci.as_gitlab(listed))[0]["fingerprint"], next(case.name for suite in junit(listed) for case in suite)

    assert said(3, 1) == said(9, 20)


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
    assert JUnitXml.fromfile(str(tmp_path / "j.xml")).failures == 1
    assert json.loads((tmp_path / "g.json").read_text("utf-8"))[0]["check_name"] == "overdue"
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("# Before\n## Actions on 2031-02-01\n")


@pytest.mark.parametrize("report", ["junit", "xml=out", "junit="])
def test_a_report_that_means_nothing_is_refused(tcsg: Run, workspace: Build, report: str) -> None:
    result = tcsg("check", "--report", report, cwd=workspace())
    assert (result.code, result.out) == (2, "")
    assert "FORMAT=FILE" in result.err


def test_a_report_that_cannot_be_written_exits_2(tcsg: Run, workspace: Build, tmp_path: Path) -> None:
    assert tcsg("check", "--report", f"json={tmp_path}/no/such/folder", cwd=workspace()).code == 2
