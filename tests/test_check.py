"""`tcsg check`: what it finds, where, and how it exits."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from conftest import Build, Run
from tcsg.checks.check import CODES

ROOT = Path(__file__).parents[1]

HEAD = "---\nmeeting: {n}\ndate: {day}\npresent:\n  AB: Anna Berg\n  CD: Carl Dahl\napologies:\n  EF: Eva Falk\n---\n\n"


def minutes(body: str, n: str = "1", day: str = "2031-01-15") -> str:
    return HEAD.format(n=n, day=day) + body


ITEM = "## 1. Hut\n\n**Actions:**\n\n"
AGAIN = "\n## Summary of actions\n\n"

CASES = {
    "overdue": (ITEM + "- AB to paint the hut by 20 January.\n", 15),
    "no-owner": (ITEM + "- paint the hut\n", 15),
    "unknown-initials": (ITEM + "- AD to paint the hut\n", 15),
    "two-readings": (ITEM + "- AB to paint the hut by 5/6\n", 15),
    "no-due": (ITEM + "- AB to paint the hut\n", 15),
    "owners-differ": (ITEM + "- AB and CD to paint the old hut by the lake\n" + AGAIN + "- AB to paint the old hut by the lake\n", 19),
    "due-differs": (ITEM + "- AB to paint the old hut in May\n" + AGAIN + "- AB to paint the old hut in June\n", 19),
    "status-differs": (ITEM + "- AB to paint the old hut by the lake\n" + AGAIN + "- AB to paint the old hut by the lake - done\n", 19),
    "support-differs": (ITEM + "- AB to paint the old hut, with support from CD\n" + AGAIN + "- AB to paint the old hut, with support from EF\n", 19),
    "summary-differs": (ITEM + "- AB to paint the old hut\n" + AGAIN + "- CD to buy a boat\n", 19),
    "agenda-twice": ("## 1. Hut\n\nText.\n\n## 1. Boat\n\nText.\n", 15),
    "speaker-unlisted": ("## 1. Hut\n\n- AB: I have seen it.\n- XY: So have I.\n", 14),
    "owner-absent": (ITEM + "- EF to paint the hut\n", 15),
    "cited-unknown": (ITEM + "- AB to go on with A1.7\n", 15),
}


@pytest.mark.parametrize("code", CASES)
def test_each_rule_finds_its_case_at_its_line_and_only_there(tcsg: Run, workspace: Build, code: str) -> None:
    body, line = CASES[code]
    home = workspace({"minutes/2031-01-15.md": minutes(body)})
    assert tcsg("carry", "-q", cwd=home).code == 0
    result = tcsg("check", "--select", code, "--today", "2031-02-01", cwd=home)
    assert [f"minutes/2031-01-15.md:{line}:"] == [entry.split(" ")[0] for entry in result.out.splitlines()]
    assert result.out.endswith(f"[{code}]\n")
    assert result.code == (1 if code == "overdue" else 0)


def test_the_list_of_people_is_checked_too(tcsg: Run, workspace: Build) -> None:
    listed = "# Meeting\n\nPresent:\n\n- Anna Berg (AB)\n- Arno Bock (AB)\n- Carl Dahl\n\n## Actions\n\n- CD to write\n"
    home = workspace({"minutes/2031-01-15.md": listed})
    found = tcsg("check", "--ignore", "ledger-behind", cwd=home).out
    assert "Carl Dahl is listed without initials; CD is probably Carl Dahl [unlisted-initials]" in found
    assert "AB are the initials of both Anna Berg and Arno Bock" in found


def test_a_group_that_the_committee_does_not_define(tcsg: Run, workspace: Build) -> None:
    committee = "groups: {Exec: [AB, CD]}\n"
    body = minutes("## Actions\n\n- Exec to meet\n- Boat team to row\n")
    home = workspace({"minutes/2031-01-15.md": body, "minutes/committee.yaml": committee})
    assert [line.split("'")[1] for line in tcsg("check", "--select", "group-undefined", cwd=home).out.splitlines()] == ["Boat team"]


def test_what_was_recorded_by_hand_and_is_minuted_otherwise_later(tcsg: Run, workspace: Build) -> None:
    home = workspace({"minutes/2031-01-15.md": minutes("## Actions\n\n- AB to paint the old hut by the lake\n")})
    assert tcsg("done", "1.1", "--on", "2031-01-20", cwd=home).code == 0
    again = minutes("## Review of actions\n\n- AB to paint the old hut by the lake\n", "2", "2031-02-15")
    (home / "minutes" / "2031-02-15.md").write_text(again)
    found = tcsg("check", "--select", "hand-differs", cwd=home).out
    assert found.startswith("minutes/2031-02-15.md:13: warning: A1.1 was recorded as done on 2031-01-20 and is open here; the later counts")
    assert tcsg("done", "1.1", "--on", "2031-03-01", cwd=home).code == 0
    assert tcsg("check", "--select", "hand-differs", cwd=home).out == ""


def test_minutes_older_than_what_was_recorded_say_nothing_against_it(tcsg: Run, workspace: Build) -> None:
    home = workspace({"minutes/2031-01-15.md": minutes("## Actions\n\n- AB to paint the hut\n")})
    assert tcsg("done", "1.1", "--on", "2031-01-15", cwd=home).code == 0
    assert tcsg("check", "--select", "hand-differs", cwd=home).out == ""


def test_a_meeting_in_two_files_and_a_date_that_disagrees(tcsg: Run, workspace: Build) -> None:
    home = workspace({"minutes/2031-01-15.md": minutes(""), "minutes/2031-02-15-draft.md": minutes("")})
    found = tcsg("check", "--select", "meeting-twice,date-disagrees", cwd=home).out
    assert "meeting 1 is also in" in found
    assert "the file's name says 2031-02-15, the front matter says 2031-01-15" in found


def test_a_ledger_behind_its_minutes(tcsg: Run, workspace: Build) -> None:
    home = workspace({"minutes/2031-01-15.md": minutes("## Actions\n\n- AB to write by 1 March\n")})
    assert "there is no ledger yet" in tcsg("check", cwd=home).out
    tcsg("carry", cwd=home)
    assert tcsg("check", "--today", "2031-02-01", cwd=home) == (0, "", "")
    (home / "minutes" / "2031-01-15.md").write_text(minutes("## Actions\n\n- AB to write by 1 March\n- CD to read by 1 March\n"), encoding="utf-8")
    said = tcsg("check", "--today", "2031-02-01", cwd=home).out
    assert "1 change waits: A1.2 raised: CD to read" in said
    assert "[ledger-behind]" in said


def test_notes_are_shown_on_request(tcsg: Run, workspace: Build) -> None:
    home = workspace({"minutes/2031-01-15.md": minutes("## Actions\n\n- AB to write\n")})
    tcsg("carry", cwd=home)
    assert tcsg("check", cwd=home).out == ""
    assert "[no-due]" in tcsg("check", "--level", "info", cwd=home).out
    assert tcsg("check", "--level", "info", "--ignore", "no-due", cwd=home).out == ""


@pytest.mark.parametrize(
    ("options", "code"),
    [([], 1), (["--exit-zero"], 0), (["--fail-on", "never"], 0), (["--ignore", "overdue"], 0), (["--ignore", "overdue", "--fail-on", "warning"], 1)],
)
def test_how_it_exits(tcsg: Run, workspace: Build, options: list[str], code: int) -> None:
    home = workspace({"minutes/2031-01-15.md": minutes("## Actions\n\n- AB to write by 20 January\n- paint\n")})
    assert tcsg("check", "--today", "2031-02-01", *options, cwd=home).code == code


def test_what_cannot_be_read_exits_2_whatever_the_options(tcsg: Run, workspace: Build) -> None:
    home = workspace({"minutes/2031-01-15.md": "---\ndate: 2031-01-15\n"})
    assert tcsg("check", "--exit-zero", cwd=home).code == 2


def test_an_unknown_code_is_refused_with_the_nearest(tcsg: Run, workspace: Build) -> None:
    result = tcsg("check", "--select", "overdu", cwd=workspace())
    assert (result.code, result.err) == (2, "there is no check 'overdu'; did you mean overdue?\n")


def test_json_is_one_document_even_when_there_is_nothing(tcsg: Run, workspace: Build) -> None:
    document = json.loads(tcsg("check", "--format", "json", "--today", "2031-02-01", cwd=workspace()).out)
    assert document == {"schema": "tcsg/check/1", "as_of": "2031-02-01", "count": 0, "findings": []}


def test_our_own_minutes_are_late_with_one_action_in_march_2020(tcsg: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "minutes", tmp_path / "minutes", ignore=shutil.ignore_patterns(".*"))
    late = tcsg("check", "--select", "overdue", "--today", "2020-03-01", cwd=tmp_path)
    assert late.code == 1
    assert late.out.startswith("minutes/2019-10-29.md:109: error: A8.12 is 30 days overdue")
    assert late.out.count("\n") == 1
    assert tcsg("check", "--select", "overdue", "--today", "2020-01-31", cwd=tmp_path) == (0, "", "")


def test_every_code_of_the_cases_is_a_code() -> None:
    assert CASES.keys() <= CODES.keys()
