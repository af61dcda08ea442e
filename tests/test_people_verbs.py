"""`people` and `meetings`: who is who over the years, with what they have open; in every format."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conftest import Build, Run
from tcsg.cli import terminal


@pytest.fixture(autouse=True)
def _settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TCSG_TODAY", "2033-02-01")


OLD = """\
---
meeting: 4
date: 2031-01-14
present:
  MQ: Marta Quill
  PD: Pen Dorsey
---

**Actions:**

- MQ to sand the floor of the long upper corridor and of both its alcoves by 1 March 2031.
- PD and MQ to choose the lamps.
- Board members to look at the plans.
"""

NEW = """\
---
meeting: 9
date: 2033-01-11
present:
  MQ: Milo Quist
  PD: Penelope Dorsey
---

**Actions:**

- MQ to hang the lamps by 1 February 2033.
- PD to oil the hinges by 20 January 2033.
- PD to sweep the yard - done
"""

REGISTER = """\
members:
  MQ:
  - {name: Marta Quill, until: 2032-06-30}
  - {name: Milo Quist, from: 2032-07-01}
groups:
  Board members: [PD]
"""

FILES = {
    "minutes/2031-01-14.md": OLD,
    "minutes/2033-01-11.md": NEW,
    "minutes/committee.yaml": REGISTER,
}


@pytest.fixture
def root(workspace: Build) -> Path:
    return workspace(FILES)


def test_people_counts_what_each_has_under_initials_as_of_meetings(root: Path, tcsg: Run) -> None:
    assert tcsg("people", cwd=root).out.splitlines() == [
        "Milo Quist\tMQ (meeting 9)\t1\t0\t0\t0",
        "Penelope Dorsey\tPD (meeting 9)\t2\t1\t1\t1",
        "Marta Quill\tMQ (meeting 4)\t2\t1\t0\t0",
    ]


def test_initials_that_passed_on_keep_the_actions_of_both_apart(root: Path, tcsg: Run) -> None:
    assert [line.split("\t")[0] for line in tcsg("actions", "--owner", "Marta Quill", cwd=root).out.splitlines()] == ["A4.1", "A4.2"]
    assert [line.split("\t")[0] for line in tcsg("actions", "--owner", "Milo", cwd=root).out.splitlines()] == ["A9.1"]
    today = tcsg("actions", "--owner", "MQ", cwd=root)
    assert [line.split("\t")[0] for line in today.out.splitlines()] == ["A9.1"]
    assert "Milo Quist (MQ of meeting 9)" in today.err
    then = tcsg("actions", "--owner", "MQ", "--today", "2032-01-01", cwd=root)
    assert [line.split("\t")[0] for line in then.out.splitlines()] == ["A4.1", "A4.2"]
    assert "MQ = Marta Quill" in tcsg("show", "4.1", cwd=root).out
    assert "MQ = Milo Quist" in tcsg("show", "9.1", cwd=root).out


def test_initials_that_a_meeting_does_not_list_are_whose_the_register_says_they_were(workspace: Build, tcsg: Run) -> None:
    between = "---\nmeeting: 7\ndate: 2032-05-10\npresent: [Pen Dorsey (PD)]\n---\n\n**Actions:**\n\n- MQ to buy varnish.\n- Pen to stir it.\n"
    root = workspace({**FILES, "minutes/2032-05-10.md": between})
    assert "MQ = Marta Quill" in tcsg("show", "7.1", cwd=root).out
    assert "Pen = Penelope Dorsey (PD)" in tcsg("show", "7.2", cwd=root).out


@pytest.mark.parametrize("typed", ["PD", "pd", "Pen Dorsey", "Penelope Dorsey", "penelope", "dors"])
def test_a_person_is_one_under_a_short_and_a_full_first_name(root: Path, tcsg: Run, typed: str) -> None:
    lines = tcsg("people", typed, cwd=root).out.splitlines()
    assert lines[0] == "Penelope Dorsey\tPD (meeting 9)\t2\t1\t1\t1"
    assert [line.split("\t")[0] for line in lines[1:]] == ["A9.2", "A4.2", "A4.3"]


def test_ken_and_kenneth_of_this_repository_are_one_person(workspace: Build, tcsg: Run) -> None:
    minutes = Path(__file__).parents[1] / "minutes"
    root = workspace({f"minutes/{path.name}": path.read_bytes() for path in minutes.iterdir() if path.suffix in {".md", ".yaml"}})
    names = [line.split("\t")[0] for line in tcsg("people", cwd=root).out.splitlines()]
    assert [name for name in names if "Keating" in name] == ["Kenneth Keating"]
    assert len(names) == len(set(names))
    assert {"Lindsay Comalie", "Lesley Cohen"} < set(names)


def test_what_is_owned_through_a_group_comes_last_and_is_marked(root: Path, tcsg: Run) -> None:
    lines = [line.split("\t") for line in tcsg("actions", "--owner", "PD", cwd=root).out.splitlines()]
    assert [(line[0], line[4]) for line in lines] == [("A9.2", "PD"), ("A4.2", "PD, MQ"), ("A4.3", "Board members (group)")]


def test_nobody_and_too_many_are_answered_with_the_candidates(root: Path, tcsg: Run) -> None:
    code, out, err = tcsg("people", "Penelop Dorsy", cwd=root)
    assert (code, out, "Penelope Dorsey" in err) == (2, "", True)
    code, out, err = tcsg("people", "m", cwd=root)
    assert (code, out, "Marta Quill" in err, "Milo Quist" in err) == (2, "", True, True)


def test_people_as_json(root: Path, tcsg: Run) -> None:
    said = json.loads(tcsg("people", "--format", "json", cwd=root).out)
    assert (said["schema"], said["count"]) == ("tcsg/people/1", 3)
    assert said["people"][1] == {
        "name": "Penelope Dorsey", "initials": [{"initials": "PD", "meeting": "9"}], "open": 2, "overdue": 1, "closed": 1, "through_groups": 1,
    }  # fmt: skip
    assert json.loads(tcsg("people", "milo", "--format", "json", cwd=root).out)["count"] == 1


def test_people_as_a_table_says_overdue_in_one_word_everywhere(root: Path, tcsg: Run) -> None:
    lines = tcsg("people", "--format", "table", cwd=root).out.splitlines()
    assert lines[0].split() == ["Name", "Initials", "Open", "Overdue", "Closed", "In", "groups"]
    assert lines[2].split() == ["Penelope", "Dorsey", "PD", "(meeting", "9)", "2", "1", "1", "1"]


def test_meetings_counts_what_became_of_each(root: Path, tcsg: Run) -> None:
    assert tcsg("meetings", cwd=root).out.splitlines() == [
        "4\t2031-01-14\t2\t3\t0\t3\tminutes/2031-01-14.md",
        "9\t2033-01-11\t2\t3\t1\t2\tminutes/2033-01-11.md",
    ]
    said = json.loads(tcsg("meetings", "--format", "json", cwd=root).out)
    assert (said["schema"], said["count"]) == ("tcsg/meetings/1", 2)
    assert said["meetings"][1] == {
        "meeting": "9", "date": "2033-01-11", "path": "minutes/2033-01-11.md", "listed": 2, "raised": 3, "closed": 1, "still_open": 2,
    }  # fmt: skip
    assert tcsg("meetings", "--format", "table", cwd=root).out.splitlines()[0].split()[:3] == ["Meeting", "Date", "Listed"]


def test_what_is_done_by_hand_counts_for_its_person_at_once(root: Path, tcsg: Run) -> None:
    tcsg("carry", cwd=root)
    tcsg("done", "9.2", cwd=root)
    tcsg("assign", "4.1", "PD", cwd=root)
    people = {line.split("\t")[0]: line.split("\t")[2:] for line in tcsg("people", cwd=root).out.splitlines()}
    assert people == {"Milo Quist": ["1", "0", "0", "0"], "Penelope Dorsey": ["2", "1", "2", "1"], "Marta Quill": ["1", "0", "0", "0"]}


WORDS = (
    "MQ to sand the floor of the long upper corridor and of both its alcoves by 1 March 2031.",
    "PD and MQ to choose the lamps.",
    "Board members to look at the plans.",
)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 200])
@pytest.mark.parametrize("verb", ["actions", "people", "meetings", "people PD", "show 4.1 4.2 4.3"])
def test_at_every_width_all_words_are_there_and_no_line_is_longer(root: Path, tcsg: Run, verb: str, width: int) -> None:
    def narrow(_: object) -> terminal.Terminal:
        return terminal.Terminal(interactive=True, width=width, color=False)

    with pytest.MonkeyPatch.context() as patch:
        for module in ("actions", "people", "show"):
            patch.setattr(f"tcsg.cli.{module}.terminal", narrow)
        out = tcsg(*verb.split(), cwd=root).out
    assert max(map(len, out.splitlines())) <= width
    assert "…" not in out
    seen = re.sub(r"\s", "", out)
    told = {"people": ("Penelope Dorsey", "Marta Quill"), "meetings": ("2031-01-14.md",), "people PD": WORDS[1:]}.get(verb, WORDS)
    assert [part for words in told for part in words.split() if part not in seen] == []
