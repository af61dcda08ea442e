"""`tcsg actions` and `tcsg show` on this repository's own minutes."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from conftest import Build, Run

ROOT = Path(__file__).parents[1]
OWN = ["A8.1", "A8.2", "A8.7", "A8.9", "A8.10", "A24.1", "A24.2", "A24.4", "A24.7", "A24.8", "A24.11", "A24.12"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "minutes", tmp_path / "home" / "minutes", ignore=shutil.ignore_patterns(".*"))
    return tmp_path / "home"


def ids(out: str) -> list[str]:
    return [line.split("\t")[0] for line in out.splitlines()]


def test_an_owner_has_her_own_actions_and_then_marked_those_of_her_groups(tcsg: Run, home: Path) -> None:
    listed = tcsg("actions", "--owner", "AHR", "--today", "2020-01-01", cwd=home).out.splitlines()
    assert sorted(ids("\n".join(listed[:-1]))) == sorted(OWN)
    assert listed[-1].split("\t")[0] == "A8.6"
    assert listed[-1].split("\t")[4] == "Steering Group members (group)"


def test_the_same_without_a_committee_file_and_without_a_ledger(tcsg: Run, home: Path) -> None:
    (home / "minutes" / "committee.yaml").unlink()
    (home / "minutes" / "ledger.yaml").unlink()
    assert sorted(ids(tcsg("actions", "--owner", "AHR", cwd=home).out)) == sorted([*OWN, "A8.6"])
    assert not (home / "minutes" / "ledger.yaml").exists()


@pytest.mark.parametrize("who", ["ahr", "AHR", "Ailish Harikae", "ailish h", "Harikae"])
def test_an_owner_is_found_by_initials_name_and_beginning_in_any_case(tcsg: Run, home: Path, who: str) -> None:
    assert len(ids(tcsg("actions", "--owner", who, cwd=home).out)) == len(OWN) + 1


def test_initials_are_not_the_beginning_of_others(tcsg: Run, home: Path) -> None:
    assert "A8.1" not in ids(tcsg("actions", "--owner", "AH", cwd=home).out)


def test_an_owner_that_fits_several_is_refused_with_their_names(tcsg: Run, home: Path) -> None:
    result = tcsg("actions", "--owner", "A", cwd=home)
    assert result.code == 2
    assert "Ailish Harikae (AHR)" in result.err
    assert "Allison Hunter (AH)" in result.err


def test_an_owner_that_is_nobody_is_refused_with_the_nearest(tcsg: Run, home: Path) -> None:
    result = tcsg("actions", "--owner", "Ailis Harikea", cwd=home)
    assert result.code == 2
    assert "Ailish Harikae" in result.err


def test_initials_mean_whoever_has_them_on_the_day(tcsg: Run, home: Path) -> None:
    listed = tcsg("actions", "--owner", "LC", "--today", "2025-03-01", cwd=home)
    assert ids(listed.out) == ["A24.9"]
    assert "Lesley Cohen" in listed.err
    none = tcsg("actions", "--owner", "Lindsay", cwd=home)
    assert none.out == ""
    assert "LC of meeting 8" in none.err
    assert "no open actions" in none.err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--overdue", "--today", "2020-02-01"], ["A8.12"]),
        (["--overdue", "--today", "2020-01-31"], []),
        (["--due-before", "2020-02-01"], ["A8.12"]),
        (["--due-before", "2020-01-31"], []),
        (["--due-within", "2w", "--today", "2020-01-17"], ["A8.12"]),
        (["--due-within", "13d", "--today", "2020-01-17"], []),
        (["--meeting", "24", "--owner", "TV"], ["A24.2"]),
        (["--meeting", "2025-02-26", "--owner", "TV"], ["A24.2"]),
        (["--grep", "lexonis", "--grep", "PLUMBER"], ["A8.5"]),
        (["--group", "steering group members"], ["A8.6"]),
        (["--owner", "LC", "--owner", "TV", "--sort", "id"], ["A24.2", "A24.9"]),
        (["--since", "2025-01-01", "--owner", "AH", "--sort", "id"], ["A24.1", "A24.3", "A24.5"]),
        (["--status", "done"], []),
        (["--limit", "1", "--today", "2020-02-01"], ["A8.12"]),
        (["--sort", "owner", "--limit", "1"], ["A24.10"]),
    ],
)
def test_filters(tcsg: Run, home: Path, options: list[str], expected: list[str]) -> None:
    result = tcsg("actions", *options, cwd=home)
    assert (result.code, ids(result.out)) == (0, expected)


@pytest.mark.parametrize("options", [["--meeting", "99"], ["--due-before", "soon"], ["--due-within", "x"], ["--status", "late"], ["--limit", "-1"]])
def test_a_filter_that_means_nothing_is_refused(tcsg: Run, home: Path, options: list[str]) -> None:
    result = tcsg("actions", *options, cwd=home)
    assert (result.code, result.out) == (2, "")


def test_json_has_every_key_and_every_place(tcsg: Run, home: Path) -> None:
    document = json.loads(tcsg("actions", "--format", "json", "--today", "2020-03-01", "--meeting", "8", cwd=home).out)
    assert document["schema"] == "tcsg/actions/1"
    assert document["as_of"] == "2020-03-01"
    assert document["filter"] == {"meeting": ["8"]}
    assert document["count"] == len(document["actions"]) == 12
    first = document["actions"][0]
    assert first["id"] == "A8.12"
    assert first["owners"] == ["AH", "NH"]
    assert (first["overdue"], first["days_late"]) == (True, 30)
    assert first["due"] == {"text": "in January 2020", "date": "2020-01-31"}
    assert first["raised"] == {"meeting": "8", "date": "2019-10-29"}
    lines = (home / "minutes" / "2019-10-29.md").read_text("utf-8").split("\n")
    assert [m["line"] for m in first["mentions"]] == [109, 121]
    for action in document["actions"]:
        for place in action["mentions"]:
            assert action["text"].split()[0] in lines[place["line"] - 1] or place["line"] == 121
        assert action.keys() == first.keys()


def test_csv_and_markdown_hold_the_same_rows(tcsg: Run, home: Path) -> None:
    rows = list(csv.reader(io.StringIO(tcsg("actions", "--format", "csv", cwd=home).out)))
    assert rows[0] == ["id", "status", "due", "days_late", "owners", "text"]
    assert len(rows) == 25
    table = tcsg("actions", "--format", "md", cwd=home).out.splitlines()
    assert len(table) == 26


def test_the_table_holds_the_whole_words(tcsg: Run, home: Path) -> None:
    out = tcsg("actions", "--format", "table", "--owner", "JA", cwd=home).out
    assert "Joel Abrahams (JA): 1 open, 1 through a group" in out
    assert " ".join("JA to keep up the contact with the technicians in Surgery and Cancer.".split()[-3:]) in " ".join(out.split())


def test_a_hostile_text_stays_text(tcsg: Run, workspace: Build) -> None:
    home = workspace({"minutes/2031-01-01.md": "## Actions\n\n- KK to =cmd|x [x] [/] \x1b[31m|<b>\n- PB to @x | y\n"})
    assert "\x1b" not in tcsg("actions", cwd=home).out
    assert "[/]" in tcsg("actions", "--format", "table", cwd=home).out
    assert "\\|" in tcsg("actions", "--format", "md", cwd=home).out


def test_show_tells_who_what_since_when_and_every_place(tcsg: Run, home: Path) -> None:
    for typed in ("A8.12", "a8.12", "8.12"):
        out = tcsg("show", typed, "--today", "2020-03-01", cwd=home).out
        for said in (
            "AH = Allison Hunter",
            "NH = Nazia Hirjee",
            "2020-01-31 (30 days late)",
            "meeting 8 (2019-10-29)",
            "2019-10-29.md:109",
            "2019-10-29.md:121",
        ):
            assert said in out
    result = tcsg("show", "8.99", cwd=home)
    assert result.code == 2
    assert "A8.9" in result.err
