"""`tcsg export` at the keyboard: formats, filters, files, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import icalendar
import openpyxl
import pytest
from society import APRIL, FIRST, LEDGER, MARCH, SECOND
from test_hostile import on_terminal

from conftest import Build, Run

FORMATS = ("json", "jsonl", "csv", "xlsx", "ics", "todotxt", "taskwarrior", "md", "html")
REGISTER = "name: Allotment Society\nmeetings: [2031-05-06, 2031-06-03]\ngroups: {Members: all}\n"
DAY = ("--today", "2031-04-20")


@pytest.fixture
def home(workspace: Build, tcsg: Run) -> Path:
    root = workspace({MARCH: FIRST, APRIL: SECOND, "minutes/committee.yaml": REGISTER})
    assert tcsg("carry", "-q", *DAY, cwd=root).code == 0
    return root


def summaries(text: str) -> list[str]:
    return [str(event["summary"]) for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_what_actions_knows_is_written_as_actions_writes_it(form: str, home: Path, tcsg: Run) -> None:
    words = ("--format", form, "--owner", "TO", *DAY)
    assert tcsg("export", *words, cwd=home) == tcsg("actions", *words, cwd=home)
    assert tcsg("export", *words, cwd=home).out


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_stdout_would_and_the_same_bytes_each_time(form: str, home: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tcsg", "export", "--format", form, "--status", "all", *DAY]
    first, second = (
        subprocess.run(command, cwd=home, capture_output=True, check=True, env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2"))
    )
    assert first == second
    subprocess.run([*command, "-o", str(tmp_path / "out")], cwd=home, capture_output=True, check=True)
    assert (tmp_path / "out").read_bytes() == first
    assert b"print posters" in first or form == "xlsx"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.json", b'{\n  "schema"'),
        ("a.jsonl", b'{"id"'),
        ("a.CSV", b"id,"),
        ("a.xlsx", b"PK"),
        ("a.ics", b"BEGIN:VCALENDAR"),
        ("a.txt", b"2031-"),
        ("a.md", b"| Id"),
        ("a.html", b"<!DOCTYPE html>"),
    ],
)
def test_the_ending_of_the_file_says_the_format(name: str, begins: bytes, home: Path, tcsg: Run) -> None:
    result = tcsg("export", "-o", name, *DAY, cwd=home)
    assert (result.code, result.out) == (0, "")
    assert f"wrote {name}" in result.err
    assert (home / name).read_bytes().startswith(begins)


def test_filters_choose_and_a_past_day_can_be_exported(home: Path, tcsg: Run) -> None:
    def ids(*words: str) -> list[str]:
        result = tcsg("export", "--format", "jsonl", *words, *DAY, cwd=home)
        return [json.loads(line)["id"] for line in result.out.splitlines()]

    assert ids() == ["A31.1", "A32.1", "A31.2", "A31.3"]
    assert ids("--owner", "TO") == ["A31.1", "A32.1"]
    assert ids("--overdue") == ["A31.1"]
    assert ids("--as-of", "2031-03-31") == ["A31.1", "A31.2", "A31.3"]
    assert ids("--grep", "nothing like it") == []


def test_a_calendar_has_the_due_days_and_says_what_it_leaves_out(home: Path, tcsg: Run) -> None:
    result = tcsg("export", "--format", "ics", *DAY, cwd=home)
    assert [s.split(":")[0] for s in summaries(result.out)] == ["A31.1 TO", "A32.1 TO"]
    assert "2 actions without a due day: not in the calendar" in result.err


def test_each_owner_gets_a_file_and_none_is_written_over(home: Path, tcsg: Run) -> None:
    command = ("export", "--format", "jsonl", "--write", "lists", *DAY)
    result = tcsg(*command, cwd=home)
    assert (result.code, result.out) == (0, "")
    assert "wrote 4 files into lists" in result.err
    assert sorted(path.name for path in (home / "lists").iterdir()) == [f"actions-{who}.jsonl" for who in ("IB", "RL", "TO", "VH")]
    mine, missing = home / "lists/actions-TO.jsonl", home / "lists/actions-VH.jsonl"
    assert [json.loads(line)["id"] for line in mine.read_text().splitlines()] == ["A31.1", "A32.1"]
    mine.write_text("mine")
    missing.unlink()
    again = tcsg(*command, cwd=home)
    assert again.code == 2
    assert "and 2 more: there already; nothing was written (--force replaces them)" in again.err
    assert (mine.read_text(), missing.exists()) == ("mine", False)
    assert tcsg(*command, "--force", cwd=home).code == 0
    assert "A31.1" in mine.read_text()


def test_only_who_has_a_due_day_gets_a_calendar(home: Path, tcsg: Run) -> None:
    result = tcsg("export", "--format", "ics", "--write", "calendars", *DAY, cwd=home)
    assert result.err.splitlines() == ["2 actions without a due day: not in the calendar", "wrote 1 file into calendars"]
    assert len(summaries((home / "calendars/actions-TO.ics").read_text())) == 2


def test_the_calendar_of_the_meetings_holds_those_held_and_those_ahead(home: Path, tcsg: Run) -> None:
    def entries(*words: str) -> dict[str, str]:
        found = icalendar.Calendar.from_ical(tcsg("export", "--format", "ics", "--meetings", *words, cwd=home).out).walk("VEVENT")
        return {f"{event.decoded('dtstart')} {event['summary']}": str(event["uid"]) for event in found}

    before = entries(*DAY)
    society = "Allotment Society"
    assert list(before) == [
        *(f"2031-03-04 {society}, meeting 31", f"2031-04-08 {society}, meeting 32", f"2031-05-06 {society}, meeting 33", f"2031-06-03 {society}")
    ]
    assert len(set(before.values())) == 4
    (home / "minutes/2031-05-06.md").write_text(SECOND.replace("32", "33").replace("2031-04-08", "2031-05-06"), encoding="utf-8")
    after = entries("--today", "2031-05-10")
    assert list(after.values()) == list(before.values())


def test_a_csv_has_a_mark_for_excel_only_when_it_is_asked_for(home: Path, tcsg: Run) -> None:
    for words, mark in (((), b""), (("--bom",), b"\xef\xbb\xbf")):
        assert tcsg("export", "--format", "csv", "-o", "a.csv", "--force", *words, cwd=home).code == 0
        data = (home / "a.csv").read_bytes()
        assert data.startswith(mark + b"id,status")
        assert len(list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))) == 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "say which format with --format: json, jsonl"),
        (("-o", "list"), "say which format with --format"),
        (("--format", "pdf"), "Invalid value for '--format'"),
        (("--format", "json", "--bom"), "--bom is for csv"),
        (("--format", "json", "--meetings"), "--meetings is for ics"),
        (("--format", "ics", "--meetings", "--owner", "TO"), "without filters"),
        (("--format", "md", "-o", "minutes/list.md"), "minutes/list.md: would be read as minutes"),
        (("--format", "json", "-o", LEDGER, "--force"), "or is a file of tcsg"),
        (("--format", "json", "-o", "README"), "README: is there already; nothing was changed (--force replaces it)"),
        (("--format", "json", "-o", "a.json", "--write", "x"), "one of the two"),
        (("--format", "md", "--write", "minutes"), "would be read as minutes"),
        (("--format", "json", "--owner", "Zacharias"), "nobody is called 'Zacharias'"),
    ],
)
def test_what_cannot_be_exported_is_refused_and_nothing_is_written(words: tuple[str, ...], said: str, home: Path, tcsg: Run) -> None:
    (home / "README").write_text("mine")
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    result = tcsg("export", *words, *DAY, cwd=home)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("form", "extra"), [("ics", "ics"), ("xlsx", "xlsx")])
def test_a_library_that_is_not_there_is_named_with_its_cure(form: str, extra: str, home: Path, tcsg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("icalendar", "xlsxwriter"):
        monkeypatch.setitem(sys.modules, name, None)
    result = tcsg("export", "--format", form, cwd=home)
    assert result.code == 2
    assert f"pip install 'tcsg[{extra}]'" in result.err


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_a_workbook_is_kept_from_a_terminal_and_let_into_a_pipe(home: Path) -> None:
    code, shown = on_terminal(home, ["export", "--format", "xlsx"])
    assert code == 2
    assert "--format xlsx is no text for a terminal; add -o FILE" in shown
    assert "PK" not in shown
    done = subprocess.run([sys.executable, "-m", "tcsg", "export", "--format", "xlsx"], cwd=home, capture_output=True, check=True)
    assert openpyxl.load_workbook(io.BytesIO(done.stdout))["Actions"]["A2"].value == "A31.1"
