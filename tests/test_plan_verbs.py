"""What the secretary types about the plan: plan, import, link, unlink, review; and what check and agenda say of it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import icalendar
import pytest
from plans import FORM, TABLES, TALK

from conftest import Build, Run

PLAN = """\
---
kind: action-plan
period: 2031-2032
---
# Plan of the society

## Soil

- We will test the soil of every plot (VH, by May 2031)
- We will heap the leaves of the park

## Learning

- We will pay for a course in pruning
- [x] We will buy a book
"""
REGISTER = "themes: [Soil, Learning]\njoined: 2030-06\n"


def meeting(number: int, *actions: str) -> str:
    listed = "".join(f"- {action}\n" for action in actions)
    people = "  VH: Vera Hall, Secretary\n  RL: Rosa Lind, Chair\n  TO: Tom Okoro, Gardener"
    return f"---\nmeeting: {number}\ndate: 2031-0{number + 1}-04\npresent:\n{people}\n---\n\n## 1. Plots\n\n**Actions:**\n\n{listed}"


SERIES = {
    "minutes/committee.yaml": REGISTER,
    "minutes/plan.md": PLAN,
    "minutes/2031-02-04.md": meeting(1, "VH to ask the laboratory for a price (P2031.1)", "RL to rake leaves of the park on a heap"),
    "minutes/2031-03-04.md": meeting(2, "VH to ask the laboratory for a price: done", "TO to mend the pump (P2031.9)"),
    "minutes/2031-04-04.md": meeting(3, "TO to paint the shed"),
    "minutes/2031-05-04.md": meeting(4, "TO to order seeds"),
}
ENV = {"TCSG_TODAY": "2031-05-10"}


@pytest.fixture
def home(workspace: Build, tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    home = workspace(SERIES)
    assert tcsg("carry", "-q", cwd=home, env=ENV).code == 0
    return home


def test_the_calendar_has_the_days_of_the_plan(tcsg: Run, home: Path) -> None:
    def entries(today: str) -> dict[str, str]:
        text = tcsg("export", "--format", "ics", "--meetings", "--today", today, cwd=home).out
        found = icalendar.Calendar.from_ical(text).walk("VEVENT")
        return {f"{event.decoded('dtstart')} {event['summary']}": str(event["uid"]) for event in found if "meeting" not in str(event["summary"])}

    now = entries("2031-05-10")
    assert list(now) == [
        "2031-05-31 The committee: P2031.1 is to be done: We will test the soil of every plot",
        "2031-06-30 The committee: self-assessment due",
        "2032-01-01 The committee: P2031 is half-way: Plan of the society",
        "2032-12-31 The committee: P2031 ends: Plan of the society",
        "2033-06-30 The committee: self-assessment due",
    ]
    assert len(set(now.values())) == 5
    assert entries("2031-08-01") == now


def said(tcsg: Run, home: Path, *words: str) -> str:
    code, out, err = tcsg(*words, cwd=home, env=ENV)
    assert code == 0, err
    return out


def documents(tcsg: Run, home: Path, *words: str) -> dict[str, dict]:  # type: ignore[type-arg]
    """The commitments of the JSON by id."""
    document = json.loads(said(tcsg, home, "plan", *words, "--format", "json"))
    assert document["schema"] == "tcsg/plan/1"
    return {c["id"]: c for p in document["plans"] for c in p["commitments"]}


def test_a_commitment_without_an_action_in_three_minutes_is_stalled(tcsg: Run, home: Path) -> None:
    found = documents(tcsg, home)
    assert {i: c["state"] for i, c in found.items()} == {"P2031.1": "in hand", "P2031.2": "stalled", "P2031.3": "stalled", "P2031.4": "done"}
    assert found["P2031.2"]["why"] == "no action in 4 meetings"
    early = json.loads(tcsg("plan", "--format", "json", cwd=home, env={"TCSG_TODAY": "2031-03-10"}).out)
    assert [c["state"] for c in early["plans"][0]["commitments"]] == ["in hand", "not started", "not started", "done"]


def test_a_done_action_is_evidence_at_the_line_that_says_so(tcsg: Run, home: Path) -> None:
    (proof,) = documents(tcsg, home)["P2031.1"]["evidence"]
    assert (proof["action"], proof["path"], proof["line"], proof["date"]) == ("A1.1", "minutes/2031-03-04.md", 14, "2031-03-04")
    assert (home / proof["path"]).read_text().split("\n")[proof["line"] - 1] == "- VH to ask the laboratory for a price: done"
    assert "evidence A1.1, done on 2031-03-04: VH to ask the laboratory for a price (minutes/2031-03-04.md:14)" in said(tcsg, home, "plan", "2031.1")


def test_an_action_moves_what_it_serves_and_silence_stalls_it_again(tcsg: Run, home: Path) -> None:
    said(tcsg, home, "link", "4.1", "P2031.3")
    assert documents(tcsg, home)["P2031.3"]["state"] == "in hand"
    said(tcsg, home, "link", "1.2", "P2031.2")
    two = documents(tcsg, home)["P2031.2"]
    assert (two["state"], two["why"], [a["id"] for a in two["actions"]]) == ("stalled", "no action in 3 meetings", ["A1.2"])
    said(tcsg, home, "note", "1.2", "the", "park", "is", "asked")
    assert documents(tcsg, home)["P2031.2"]["state"] == "in hand"


def test_plain_lines_groups_and_states(tcsg: Run, home: Path) -> None:
    lines = [line.split("\t") for line in said(tcsg, home, "plan").splitlines()]
    assert lines[0] == [
        "P2031.1", "in hand (all its actions are closed)", "2031-05-31", "VH", "Soil", "A1.1 (done)", "We will test the soil of every plot",
    ]  # fmt: skip
    assert [line.split("\t")[:2] for line in said(tcsg, home, "plan", "--by", "owner").splitlines()] == [
        ["VH", "P2031.1"],
        *(["nobody", f"P2031.{n}"] for n in (2, 3, 4)),
    ]
    assert [line.split("\t")[0] for line in said(tcsg, home, "plan", "--state", "stalled").splitlines()] == ["P2031.2", "P2031.3"]
    assert "### Soil" in said(tcsg, home, "plan", "--by", "theme", "--format", "md")
    table = said(tcsg, home, "plan", "--format", "table")
    assert "P2031 Plan of the society (2031-01-01 to 2032-12-31): 4 commitments, 1 in hand, 2 stalled, 1 done" in table.replace("\n", " ")


def test_link_and_unlink_say_what_they_did_and_undo_takes_them_back(tcsg: Run, home: Path) -> None:
    before = (home / "minutes/ledger.yaml").read_bytes()
    assert (
        said(tcsg, home, "link", "2.1", "3.1", "p2031.3")
        == "A2.1 serves P2031.3: TO to mend the pump (P2031.9)\nA3.1 serves P2031.3: TO to paint the shed\n"
    )
    assert said(tcsg, home, "link", "P2031.3", "3.1") == "A3.1 serves P2031.3 already: TO to paint the shed\n"
    assert "serves   P2031.3 We will pay for a course in pruning" in said(tcsg, home, "show", "3.1")
    assert said(tcsg, home, "unlink", "3.1", "P2031.3") == "A3.1 does not serve P2031.3: TO to paint the shed\n"
    assert [a["id"] for a in documents(tcsg, home)["P2031.3"]["actions"]] == ["A2.1"]
    said(tcsg, home, "undo")
    said(tcsg, home, "undo")
    assert (home / "minutes/ledger.yaml").read_bytes() == before
    assert said(tcsg, home, "unlink", "1.1", "P2031.1").startswith("A1.1 does not serve P2031.1")
    assert documents(tcsg, home)["P2031.1"]["actions"] == []
    said(tcsg, home, "carry")
    assert documents(tcsg, home)["P2031.1"]["actions"] == []


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["link", "1.1"], "link takes actions and a commitment: tcsg link A24.7 P2025.3"),
        (["link", "1.1", "P2031.7"], "there is no commitment 'P2031.7'; there are P2031.1 to P2031.4"),
        (["link", "9.9", "P2031.1"], "there is no action '9.9'"),
        (["unlink", "3.1", "P2031.1"], "A3.1 does not serve P2031.1; it serves no commitment"),
        (["plan", "P1999"], "there is no plan 'P1999'; there are P2031 (P2031.1 to P2031.4)"),
        (["plan", "P2031.8"], "there is no commitment 'P2031.8'"),
        (["plan", "P2031", "--dry-run"], "--dry-run go with `tcsg plan import FILE`"),
        (["plan", "import"], "name the file: tcsg plan import FILE"),
        (["plan", "import", "nowhere.md"], "nowhere.md:1: There is no such file"),
        (["plan", "import", "minutes/plan.md"], "has front matter with a `kind` already"),
        (["plan", "import", "minutes/committee.yaml", "--period", "soon"], "'soon' is no period"),
        (["done", "P2031.1"], "P2031.1 is a commitment of the action plan and no action; `tcsg plan P2031.1` shows it"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(tcsg: Run, home: Path, words: list[str], error: str) -> None:
    before = {path.name: path.read_bytes() for path in (home / "minutes").iterdir()}
    code, out, err = tcsg(*words, cwd=home, env=ENV)
    assert (code, out) == (2, "")
    assert error in err
    assert {path.name: path.read_bytes() for path in (home / "minutes").iterdir()} == before


# --- check, agenda, review ---------------------------------------------------------------------------------------


def test_check_names_what_is_stalled_late_unknown_or_due(tcsg: Run, home: Path) -> None:
    out = tcsg("check", cwd=home, env=ENV).out
    assert (
        "minutes/plan.md:10: warning: P2031.2 is stalled: no action in 4 meetings, nobody: We will heap the leaves of the park [commitment-stalled]"
        in out
    )
    assert "minutes/2031-03-04.md:15: warning: P2031.9 is cited here, but there is no such commitment [cited-unknown]" in out
    assert "minutes/committee.yaml:1: warning: the self-assessment is due on 2031-06-30" in out
    assert "commitment-late" not in out
    late = tcsg("check", "--select", "commitment-late", cwd=home, env={"TCSG_TODAY": "2031-06-02"}).out
    assert late == "minutes/plan.md:9: warning: P2031.1 is 2 days late (by 2031-05-31), VH: We will test the soil of every plot [commitment-late]\n"


def test_the_days_of_the_plan_are_findings_when_they_come(tcsg: Run, home: Path) -> None:
    def found(day: str, code: str) -> str:
        return tcsg("check", "--select", code, cwd=home, env={"TCSG_TODAY": day}).out

    assert found("2031-12-31", "plan-halfway") == ""
    assert found("2032-01-01", "plan-halfway").startswith("minutes/plan.md:1: warning: P2031 is half-way since 2032-01-01: ")
    (home / "minutes/2032-01-04.md").write_text("---\nmeeting: 9\ndate: 2032-01-04\n---\nNothing.\n", encoding="utf-8")
    assert found("2032-01-05", "plan-halfway") == ""
    assert found("2032-10-01", "plan-ends") == ""
    assert "P2031 ends on 2032-12-31, and no other plan follows; 3 of its 4 commitments are not done" in found("2032-10-02", "plan-ends")
    assert "P2031 ended on 2032-12-31" in found("2033-02-01", "plan-ends")
    (home / "minutes/next.md").write_text(PLAN.replace("2031-2032", "2033-2034"), encoding="utf-8")
    assert found("2033-02-01", "plan-ends") == ""


def test_a_self_assessment_is_due_a_year_after_joining_and_every_second_year(tcsg: Run, home: Path) -> None:
    def due(day: str) -> list[str]:
        return tcsg("check", "--select", "self-assessment-due", cwd=home, env={"TCSG_TODAY": day}).out.splitlines()

    assert due("2031-03-31") == []
    assert "due on 2031-06-30" in due("2031-04-01")[0]
    assert due("2031-07-01") == due("2033-03-31") == []
    assert "due on 2033-06-30" in due("2033-06-30")[0]
    register = home / "minutes/committee.yaml"
    register.write_text(REGISTER + "self_assessments: [2031-06-12]\n", encoding="utf-8")
    assert due("2031-06-20") == due("2031-09-01") == []
    assert "due on 2033-06-30 was not handed in" in due("2033-08-01")[0]


def test_the_ledger_is_behind_when_the_plan_was_amended(tcsg: Run, home: Path) -> None:
    (home / "minutes/plan.md").write_text(PLAN + "- We will found a library\n", encoding="utf-8")
    assert "ledger-behind" in tcsg("check", "--select", "ledger-behind", cwd=home, env=ENV).out
    assert documents(tcsg, home)["P2031.5"]["text"] == "We will found a library"
    assert said(tcsg, home, "carry") == "P2031.5 given to what minutes/plan.md commits to\n"
    assert tcsg("check", "--select", "ledger-behind", cwd=home, env=ENV).out == ""
    (home / "minutes/plan.md").unlink()
    assert "minutes/plan.md:1: warning: the file of plan P2031 is gone" in tcsg("check", "--select", "minutes-gone", cwd=home, env=ENV).out


def test_a_broken_plan_stops_carry_at_its_line_and_not_a_listing(tcsg: Run, home: Path) -> None:
    (home / "minutes/plan.md").write_text(PLAN.replace("2031-2032", "for ever"), encoding="utf-8")
    code, _, err = tcsg("carry", cwd=home, env=ENV)
    assert (code, "minutes/plan.md:3: `for ever` is no period" in err) == (2, True)
    code, out, err = tcsg("actions", cwd=home, env=ENV)
    assert (code, len(out.splitlines()), "minutes/plan.md:3" in err) == (0, 4, True)


def test_a_plan_without_a_period_is_a_text_like_any_other(tcsg: Run, home: Path) -> None:
    (home / "minutes/other.md").write_text("---\nkind: action-plan\n---\n- AB to dream\n", encoding="utf-8")
    assert tcsg("carry", "--check", cwd=home, env=ENV).code == 0
    assert "minutes/other.md:1: the plan tells no period" in tcsg("plan", cwd=home, env=ENV).err


def test_the_agenda_has_what_is_stalled_and_the_days_ahead(tcsg: Run, home: Path) -> None:
    page = said(tcsg, home, "agenda", "--date", "2031-06-04").partition("\n## Action plan\n\n")[2]
    assert page.splitlines() == [
        "- **2031-05-31** P2031.1 is to be done: We will test the soil of every plot",
        "- **2031-06-30** self-assessment due",
        "- **P2031.2** nobody – **stalled, no action in 4 meetings**: We will heap the leaves of the park (minutes/plan.md:10)",
        "- **P2031.3** nobody – **stalled, no action in 4 meetings**: We will pay for a course in pruning (minutes/plan.md:14)",
    ]
    assert "self-assessment due on 2031-06-30" in said(tcsg, home)


def test_review_lists_likely_links_and_makes_none(tcsg: Run, home: Path) -> None:
    before = (home / "minutes/ledger.yaml").read_bytes()
    listed = said(tcsg, home, "review")
    assert listed == (
        "minutes/2031-02-04.md:15: does A1.2 serve P2031.2 (We will heap the leaves of the park)? RL to rake leaves of the park on a heap\n"
    )
    assert (home / "minutes/ledger.yaml").read_bytes() == before


@pytest.mark.parametrize(("key", "serves"), [("y", ["A1.2"]), ("n", []), ("s", [])])
def test_review_asks_about_a_likely_link_and_remembers(tcsg: Run, home: Path, monkeypatch: pytest.MonkeyPatch, key: str, serves: list[str]) -> None:
    class Keys(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Keys(f"{key}\n"))
    assert "Does it serve P2031.2?" in said(tcsg, home, "review")
    assert [a["id"] for a in documents(tcsg, home)["P2031.2"]["actions"]] == serves
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert (said(tcsg, home, "review") == "") is (key != "s")


# --- import ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "year", "counts"),
    [(TALK, 2031, (3, 3, 2)), (FORM, 2031, (0, 6, 0)), (TABLES, 2031, (3, 6, 0))],
    ids=["talk", "form", "tables"],
)
def test_import_takes_a_plan_as_it_is_and_nothing_is_lost(tcsg: Run, workspace: Build, text: str, year: int, counts: tuple[int, ...]) -> None:
    home = workspace({"minutes/committee.yaml": "themes: {S: Soil, O: Open Gates, L: Learning}\n", "given.txt": text})
    code, _, err = tcsg("plan", "import", "given.txt", cwd=home, env=ENV)
    path = home / f"minutes/action-plan-{year}.md"
    assert (code, path.read_text(encoding="utf-8").endswith(text)) == (0, True)
    assert ("the file tells no period: 2031, the year of today, was taken" in err) is (text is TALK)
    assert ("where the plan is asked for, line 40 says: See appendix B" in err) is (text is FORM)
    (plan,) = json.loads(tcsg("plan", "--format", "json", cwd=home, env=ENV).out)["plans"]
    assert (len(plan["commitments"]), len(plan["initiatives"]), len(plan["ongoing"])) == counts
    lines = path.read_text(encoding="utf-8").split("\n")
    assert all(c["text"].split()[-2] in lines[c["line"] - 1].replace("*", "") for c in plan["commitments"])
    assert tcsg("carry", cwd=home, env=ENV).code == 0


def test_import_overwrites_nothing_and_takes_no_text_twice(tcsg: Run, workspace: Build) -> None:
    home = workspace({"a.md": TALK, "b.md": TALK + "\nMore.\n", "c.md": "# A letter\n\nDear all,\n"})
    dry = tcsg("plan", "import", "a.md", "--period", "2032-2033", "--dry-run", cwd=home, env=ENV)
    assert dry.out.startswith("---\nkind: action-plan\ntitle: ")
    assert "period: 2032-2033\n" in dry.out
    assert "would write minutes/action-plan-2032.md" in dry.err
    assert list((home / "minutes").iterdir()) == []
    assert tcsg("plan", "import", "a.md", "--period", "2032-2033", cwd=home, env=ENV).code == 0
    first = (home / "minutes/action-plan-2032.md").read_bytes()
    again = tcsg("plan", "import", "a.md", cwd=home, env=ENV)
    assert (again.code, "minutes/action-plan-2032.md holds this text already" in again.err) == (2, True)
    assert tcsg("plan", "import", "b.md", "--period", "2032-06, 18 months", cwd=home, env=ENV).code == 0
    assert (home / "minutes/action-plan-2032.md").read_bytes() == first
    assert "period: 2032-06-01..2033-11-30\n" in (home / "minutes/action-plan-2032b.md").read_text(encoding="utf-8")
    none = tcsg("plan", "import", "c.md", cwd=home, env=ENV)
    assert (none.code, "c.md:1: no commitment was found" in none.err) == (2, True)


@pytest.mark.parametrize("today", ["2031-05-10", "2031-06-05", "2032-02-01", "2032-12-01", "2033-02-01"])
def test_on_every_day_a_check_that_reads_records_finds_what_one_that_follows_all_finds(
    today: str, tcsg: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tcsg.cli.desk import Desk

    words = ("check", "--level", "info", "--exit-zero", "--today", today)
    said(tcsg, home, "link", "1.2", "P2031.2")
    said(tcsg, home, "done", "1.2")
    said(tcsg, home, "carry")
    said(tcsg, home, "check", "--exit-zero")
    fresh = tcsg(*words, cwd=home, env={"XDG_CACHE_HOME": str(tmp_path / "none")})
    monkeypatch.setattr(Desk, "carried", pytest.fail)
    assert tcsg(*words, cwd=home) == fresh
    assert "P2031" in fresh.out
