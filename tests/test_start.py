"""The first screen, and setting a folder up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from society import APRIL, FIRST, MARCH, SECOND

from conftest import Build, Run
from tcsg.cli.terminal import Terminal
from tcsg.model import Minutes, Person
from tcsg.output.committee import proposal
from tcsg.reading.committee import load_committee
from tcsg.reading.survey import Survey

REGISTER = "minutes/committee.yaml"


@pytest.fixture(autouse=True)
def _settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TCSG_TODAY", "2031-03-20")


# --- the bare command --------------------------------------------------------------------------------------------


def test_in_an_empty_folder_it_says_how_to_begin_and_makes_nothing(tcsg: Run, tmp_path: Path) -> None:
    code, out, err = tcsg(cwd=tmp_path)
    assert (code, err) == (0, "")
    assert all(verb in out for verb in ("tcsg init", "tcsg extract FILE", "tcsg guide"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_named_and_is_none_is_an_error(tcsg: Run, tmp_path: Path) -> None:
    assert tcsg("-C", str(tmp_path)).code == 2


def test_without_minutes_it_says_where_to_write_them(workspace: Build, tcsg: Run) -> None:
    out = tcsg(cwd=workspace()).out
    assert out.startswith("0 open actions, 0 overdue\n")
    assert "minutes/2024-06-17.md" in out


def test_it_says_how_things_stand_and_what_to_type_next(workspace: Build, tcsg: Run) -> None:
    root = workspace({MARCH: FIRST, REGISTER: "name: Allotment Society\nmeetings: [2031-04-08, 2031-05-13]\n"})
    tcsg("carry", cwd=root)
    assert tcsg(cwd=root).out.splitlines() == [
        "Allotment Society: 3 open actions, 1 overdue, last meeting 31 on 2031-03-04, next meeting on 2031-04-08",
        "",
        "  tcsg actions --overdue      what is late",
        "  tcsg actions --owner WHO    what somebody has to do",
        "  tcsg people                 who has how much",
        "  tcsg --help                 all commands",
    ]
    tcsg("done", "31.1", cwd=root)
    assert "--overdue" not in tcsg(cwd=root).out


def test_before_a_meeting_it_names_what_prepares_it(workspace: Build, tcsg: Run) -> None:
    root = workspace({MARCH: FIRST, REGISTER: "meetings: [2031-04-08]\n"})
    tcsg("carry", cwd=root)
    assert "tcsg new" not in tcsg("--today", "2031-03-24", cwd=root).out
    assert {
        "  tcsg agenda                 the matters arising for 2031-04-08",
        "  tcsg new                    its minutes file, with what is open",
    } <= set(tcsg("--today", "2031-03-25", cwd=root).out.splitlines())
    tcsg("new", "--today", "2031-03-25", cwd=root)
    assert "tcsg new" not in tcsg("--today", "2031-03-25", cwd=root).out


def test_an_outdated_ledger_is_said_and_counted_as_the_minutes_have_it_now(workspace: Build, tcsg: Run) -> None:
    root = workspace({MARCH: FIRST})
    tcsg("carry", cwd=root)
    assert "tcsg carry" not in tcsg(cwd=root).out
    (root / APRIL).write_text(SECOND, encoding="utf-8")
    out = tcsg(cwd=root).out
    assert "tcsg carry" in out
    assert "4 open actions, 1 overdue, last meeting 32 on 2031-04-08" in out


@pytest.mark.parametrize("width", [30, 40, 80])
def test_on_a_terminal_the_first_screen_is_wrapped_between_words(workspace: Build, tcsg: Run, tmp_path: Path, width: int) -> None:
    root = workspace({MARCH: FIRST, REGISTER: "name: Allotment Society\n"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tcsg.cli.start.terminal", lambda _: Terminal(interactive=True, width=width, color=False))
        screens = [tcsg(cwd=root).out, tcsg(cwd=tmp_path).out]
    for narrow, wide in zip(screens, (tcsg(cwd=root).out, tcsg(cwd=tmp_path).out), strict=True):
        assert max(map(len, narrow.splitlines())) <= width
        assert narrow.split() == wide.split()


# --- init --------------------------------------------------------------------------------------------------------


def test_init_makes_the_folder_and_a_register_to_fill_in(tcsg: Run, tmp_path: Path) -> None:
    assert tcsg("init", cwd=tmp_path) == (0, "", f"made minutes/\nwrote {REGISTER}; look it over, then run `tcsg carry`\n")
    assert load_committee((tmp_path / REGISTER).read_text(encoding="utf-8"), REGISTER).members == ()
    assert tcsg("carry", cwd=tmp_path).code == 0


def test_init_touches_no_register_that_is_there(workspace: Build, tcsg: Run) -> None:
    root = workspace({MARCH: FIRST, REGISTER: "name: Ours\n"})
    code, out, err = tcsg("init", cwd=root)
    assert (code, err) == (0, f"{REGISTER} is there already; nothing was changed. The minutes propose:\n")
    assert {m.initials for m in load_committee(out, "proposal").members} == {"VH", "RL", "TO", "IB"}
    assert (root / REGISTER).read_text(encoding="utf-8") == "name: Ours\n"


def test_init_proposes_the_people_of_the_minutes_and_the_register_can_be_read(workspace: Build, tcsg: Run) -> None:
    root = workspace({MARCH: FIRST, APRIL: SECOND})
    before = (root / MARCH).read_bytes()
    assert tcsg("init", cwd=root).code == 0
    text = (root / REGISTER).read_text(encoding="utf-8")
    assert "  IB: {name: Ines Brand}  # at 1 of 2 meetings, on 2031-03-04\n" in text
    assert "  VH: {name: Vera Hall}  # at 2 of 2 meetings, from 2031-03-04 to 2031-04-08\n" in text
    assert {(m.initials, m.name) for m in load_committee(text, REGISTER).members} == {
        ("VH", "Vera Hall"), ("RL", "Rosa Lind"), ("TO", "Tom Okoro"), ("IB", "Ines Brand"),
    }  # fmt: skip
    assert (root / MARCH).read_bytes() == before
    assert tcsg("actions", "--owner", "IB", cwd=root).out.startswith("A31.3\t")


def test_init_proposes_from_when_until_when_initials_were_whose(workspace: Build, tcsg: Run) -> None:
    later = SECOND.replace("TO: Tom Okoro, Treasurer", "TO: Tilda Orme, Treasurer")
    root = workspace({MARCH: FIRST, APRIL: later})
    tcsg("init", cwd=root)
    members = load_committee((root / REGISTER).read_text(encoding="utf-8"), REGISTER).members
    assert [(m.name, m.start, m.end) for m in members if m.initials == "TO"] == [
        ("Tom Okoro", None, date(2031, 4, 7)), ("Tilda Orme", date(2031, 4, 8), None),
    ]  # fmt: skip
    assert [tcsg("people", name, cwd=root).out.split("\t")[2] for name in ("Tom", "Tilda")] == ["1", "1"]


SHARED = [
    pytest.param([["Ada Berg", "Abe Bonn"]], {"Ada Berg"}, id="two at one meeting"),
    pytest.param([["Ada Berg", "Abe Bonn"], ["Ann Bly"]], {"Ada Berg", "Ann Bly"}, id="two at one meeting, then a third"),
    pytest.param([["Ada Berg"], ["Abe Bonn", "Ann Bly"]], {"Ada Berg", "Abe Bonn"}, id="one, then two"),
    pytest.param([["Ada Berg"], ["Abe Bonn"], ["Ada Berg"]], {"Ada Berg", "Abe Bonn"}, id="there and back"),
    pytest.param([["No: {x}, #1", "'Yes'"], ["~"]], {"No: {x}, #1", "~"}, id="odd names"),
]


@pytest.mark.parametrize(("meetings", "names"), SHARED)
@pytest.mark.parametrize("initials", ["AB", "NO", "1e3"])
def test_whatever_the_minutes_list_the_register_proposed_can_be_read(meetings: list[list[str]], names: set[str], initials: str) -> None:
    held = [
        Minutes(f"minutes/{n}.md", "", str(n), date(2031, n, 1), present=tuple(Person(name, initials) for name in people))
        for n, people in enumerate(meetings, 1)
    ]
    members = load_committee(proposal(held, [Survey() for _ in held]), REGISTER).members
    assert {m.name for m in members} == names
    assert {m.initials for m in members} == {initials}
