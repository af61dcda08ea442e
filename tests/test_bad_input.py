"""What is wrong with an input is said at its place, exit 2, and the ledger keeps its bytes; what only looks odd is simply read."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Build, Run

GOOD = "---\nmeeting: 1\ndate: 2031-01-15\n---\n\n## Actions\n\n- AB to write\n"

BROKEN_MINUTES = {
    "not closed": (b"---\nmeeting: 2\ndate: 2031-02-15\n\n- AB to go\n", 1, "not closed"),
    "not a mapping": (b"---\n- a: 1\n- b: 2\n---\n", 2, "key: value"),
    "a duplicate key": (b"---\ndate: 2031-02-15\ndate: 2031-02-16\n---\n", 3, "twice"),
    "an impossible date": (b"---\ndate: 2031-02-30\n---\n", 2, "2031-02-30"),
    "an anchor": (b"---\ndate: &a 2031-02-15\n---\n", 2, "anchor"),
    "an alias": (b"---\nplace: *a\n---\n", 2, "alias"),
    "a tag": (b"---\ndate: !!python/object:x 2031-02-15\n---\n", 2, "tag"),
    "a tag that names nothing": (b"---\ndate: ! 2031-02-15\n---\n", 2, "tag"),
    "deep nesting": (b"---\nx: " + b"[" * 100_000 + b"\n---\n", 2, "nested"),
    "cp1252": (b"caf\xe9\n", 1, "UTF-8"),
    "binary": (b"\x00\x01\x02", 1, "NUL"),
}

BROKEN_LEDGERS = {
    "conflict markers": ("<<<<<<< HEAD\nschema: tcsg/ledger/1\n=======\n>>>>>>> other\n", 1, "unresolved merge conflict"),
    "a duplicate id": ('schema: tcsg/ledger/1\nactions:\n- id: A1.1\n  text: x\n  raised: "1"\n- id: A1.1\n  text: y\n  raised: "1"\n', 6, "twice"),
    "an unknown schema": ("schema: tcsg/ledger/9\n", 1, "newer tcsg"),
    "no YAML": ("actions: [\n", None, ""),
}


@pytest.mark.parametrize("name", BROKEN_MINUTES)
def test_a_broken_minutes_file_stops_what_writes_and_warns_what_asks(tcsg: Run, workspace: Build, name: str) -> None:
    home = workspace({"minutes/2031-01-15.md": GOOD})
    assert tcsg("carry", "-q", cwd=home).code == 0
    ledger = home / "minutes" / "ledger.yaml"
    before = ledger.read_bytes()
    data, line, said = BROKEN_MINUTES[name]
    (home / "minutes" / "2031-02-15.md").write_bytes(data)
    for verb in ("carry", "check", "done A1.1"):
        result = tcsg(*verb.split(), cwd=home)
        assert result.code == 2, verb
        assert f"minutes/2031-02-15.md:{line}: " in result.err
        assert said in result.err
        assert ledger.read_bytes() == before
    asked = tcsg("actions", cwd=home)
    assert (asked.code, asked.out.split("\t")[0]) == (0, "A1.1")
    assert f"minutes/2031-02-15.md:{line}: " in asked.err


def test_front_matter_of_another_tool_is_no_fault(tcsg: Run, workspace: Build) -> None:
    """What a page is to look like is told in words of YAML that tcsg does not read, and stays what it is."""
    front = "---\ntitle: Notes\ndate: !r Sys.Date()\noutput: &look\n  pdf:\n    engine: xelatex #lualatex\n  html: !expr wide()\nagain: *look\n---\n"
    home = workspace({"minutes/2031-01-15.md": front + "\n## Actions\n\n- AB to write\n"})
    result = tcsg("carry", cwd=home)
    assert (result.code, result.err) == (0, "ledger written: 1 meeting, 1 action, 1 open\n")
    (home / "minutes" / "2031-01-15.md").write_text(front.replace("engine: xelatex #", "engine: [xelatex #"))
    assert tcsg("carry", cwd=home).code == 2, "what cannot be read at all is still said"


def test_minutes_without_a_date_are_refused_with_the_cure_but_extracted(tcsg: Run, workspace: Build) -> None:
    home = workspace({"minutes/notes.md": "## Actions\n\n- AB to write\n"})
    result = tcsg("carry", cwd=home)
    assert result.code == 2
    assert "minutes/notes.md:1: the minutes tell no date; add `date: " in result.err
    assert '"date": null' in tcsg("extract", "--format", "json", "minutes/notes.md", cwd=home).out


@pytest.mark.parametrize("name", BROKEN_LEDGERS)
@pytest.mark.parametrize("verb", ["actions", "carry", "check", "show 1.1", "done 1.1", "people"])
def test_a_broken_ledger_stops_everything(tcsg: Run, workspace: Build, name: str, verb: str) -> None:
    text, line, said = BROKEN_LEDGERS[name]
    home = workspace({"minutes/2031-01-15.md": GOOD, "minutes/ledger.yaml": text})
    result = tcsg(*verb.split(), cwd=home)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("minutes/ledger.yaml:" if line is None else f"minutes/ledger.yaml:{line}: ")
    assert said in result.err
    assert (home / "minutes" / "ledger.yaml").read_text("utf-8") == text


@pytest.mark.parametrize("verb", ["actions", "carry", "check", "extract minutes/2031-01-15.md"])
def test_a_misspelt_key_of_the_committee_is_an_error_that_names_the_nearest(tcsg: Run, workspace: Build, verb: str) -> None:
    home = workspace({"minutes/2031-01-15.md": GOOD, "minutes/committee.yaml": "nane: Boat club\n"})
    result = tcsg(*verb.split(), cwd=home)
    assert (result.code, result.out) == (2, "")
    assert result.err == "minutes/committee.yaml:1: committee.yaml has no key `nane`; did you mean `name`?\n"


ODD = {
    "a byte order mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "UTF-16": GOOD.encode("utf-16"),
    "CRLF": GOOD.replace("\n", "\r\n").encode(),
    "unknown keys": GOOD.replace("meeting: 1", "meeting: 1\nlayout: post\ntags: [a, b]\nnested: {a: {b: c}}").encode(),
}


@pytest.mark.parametrize("name", ODD)
def test_what_only_looks_odd_is_simply_read(tcsg: Run, workspace: Build, name: str) -> None:
    home = workspace({"minutes/2031-01-15.md": ODD[name]})
    assert tcsg("carry", cwd=home).code == 0
    assert tcsg("actions", cwd=home).out == "A1.1\topen\t-\t-\tAB\tAB to write\n"


def test_words_that_yaml_would_guess_at_stay_words(tcsg: Run, workspace: Build) -> None:
    people = "present: {NO: Nora Olsen, ON: Otto Nilsen}\nstart: 14:30\nroom: 007\n"
    text = f"---\nmeeting: 010\ndate: 2031-01-15\n{people}---\n\n## Actions\n\n- NO to go home\n- ON to stay\n"
    home = workspace({"minutes/a.md": text})
    assert tcsg("carry", cwd=home).code == 0
    listed = [line.split("\t") for line in tcsg("actions", cwd=home).out.splitlines()]
    assert [(row[0], row[4]) for row in listed] == [("A010.1", "NO"), ("A010.2", "ON")]
    assert "Nora Olsen" in tcsg("show", "A010.1", cwd=home).out


def test_an_empty_folder_has_no_actions(tcsg: Run, workspace: Build) -> None:
    home = workspace()
    assert tcsg("actions", cwd=home).code == 0
    assert tcsg("actions", cwd=home).out == ""
    assert tcsg("check", cwd=home) == (0, "", "")


def test_no_workspace_is_said_with_the_cure(tcsg: Run, tmp_path: Path) -> None:
    result = tcsg("actions", cwd=tmp_path)
    assert result.code == 2
    assert "no minutes/ folder here or above" in result.err


def test_a_file_of_another_kind_is_left_out(tcsg: Run, workspace: Build) -> None:
    home = workspace({"minutes/2031-01-15.md": GOOD, "minutes/plan.md": "---\nkind: action-plan\n---\n\n## Actions\n\n- AB to dream\n"})
    assert tcsg("carry", cwd=home).code == 0
    assert len(tcsg("actions", cwd=home).out.splitlines()) == 1
