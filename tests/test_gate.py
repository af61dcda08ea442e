"""What `tcsg check` lets pass and for how long: days of grace, entries to ignore, a baseline of old debts; and its exit codes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml

from conftest import Build, Run
from tcsg.checks.baseline import Entry, dump_baseline, load_baseline
from tcsg.checks.check import CODES
from tcsg.checks.debts import Debt, debt_of
from tcsg.errors import TcsgError
from tcsg.model import Finding, Place, Severity
from tcsg.reading.committee import load_committee
from tcsg.reading.gate import without_the_gate

MINUTES = "minutes/2031-01-15.md"
REGISTER = "minutes/committee.yaml"
HEAD = "---\nmeeting: 1\npresent:\n  AB: Anna Berg\n  CD: Carl Dahl\n---\n\n"
LATE = HEAD + "## Actions\n\n- AB to paint the hut by 20 January\n- CD to mend the boat by 25 January\n- oil the oars\n"
NOW = ("--today", "2031-02-01")  # 12 and 7 days late


@pytest.fixture
def home(workspace: Build, tcsg: Run) -> Path:
    root = workspace({MINUTES: LATE})
    assert tcsg("carry", "-q", cwd=root).code == 0
    return root


def codes(out: str) -> list[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in out.splitlines()]


# --- grace -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "severities", "code"),
    [(0, ["error", "error"], 1), (7, ["error", "warning"], 1), (11, ["error", "warning"], 1), (12, ["warning"] * 2, 0)],
)
def test_within_the_days_of_grace_a_late_action_is_a_warning(home: Path, tcsg: Run, days: int, severities: list[str], code: int) -> None:
    by_option = tcsg("check", "--select", "overdue", "--grace-days", str(days), *NOW, cwd=home)
    assert [line.split(": ")[1] for line in by_option.out.splitlines()] == severities
    assert by_option.code == code
    (home / REGISTER).write_text(f"grace_days: {days}\n", encoding="utf-8")
    assert tcsg("check", "--select", "overdue", *NOW, cwd=home) == by_option


def test_the_option_stands_above_the_committee(home: Path, tcsg: Run) -> None:
    (home / REGISTER).write_text("grace_days: 100\n", encoding="utf-8")
    assert tcsg("check", *NOW, cwd=home).code == 0
    assert tcsg("check", "--grace-days", "0", *NOW, cwd=home).code == 1
    assert tcsg("check", "--fail-on", "warning", *NOW, cwd=home).code == 1


def test_what_fails_is_shown_whatever_the_level(home: Path, tcsg: Run) -> None:
    shown = tcsg("check", "--level", "error", "--fail-on", "warning", "--ignore", "overdue", *NOW, cwd=home)
    assert (shown.code, codes(shown.out)) == (1, ["no-owner"])
    assert "no-due" in codes(tcsg("check", "--fail-on", "info", *NOW, cwd=home).out)


# --- ignore ------------------------------------------------------------------------------------------------------

ENTRIES = [
    ("{code: overdue, action: A1.1, reason: r, until: 2031-02-01}", ["A1.2"]),
    ("{code: overdue, action: '1.1', reason: r, until: 2031-02-01}", ["A1.2"]),
    ("{code: overdue, action: a1.2, reason: r, until: 2031-03-01}", ["A1.1"]),
    ("{code: overdue, reason: r, until: 2031-03-01}", []),
    ("{code: overdue, path: minutes/2031-01-15.md, reason: r, until: 2031-03-01}", []),
    ("{code: overdue, path: 'minutes/2031-*', reason: r, until: 2031-03-01}", []),
    ("{code: overdue, path: minutes/2031, reason: r, until: 2031-03-01}", ["A1.1", "A1.2"]),
    ("{code: no-due, action: A1.1, reason: r, until: 2031-03-01}", ["A1.1", "A1.2"]),
    ("{code: overdue, action: A1.9, reason: r, until: 2031-03-01}", ["A1.1", "A1.2"]),
    ("{code: overdue, action: A1.1, path: minutes/other.md, reason: r, until: 2031-03-01}", ["A1.1", "A1.2"]),
]


@pytest.mark.parametrize(("entry", "left"), ENTRIES)
def test_an_entry_in_force_hides_just_what_it_names(home: Path, tcsg: Run, entry: str, left: list[str]) -> None:
    (home / REGISTER).write_text(f"ignore:\n- {entry}\n", encoding="utf-8")
    found = json.loads(tcsg("check", "--select", "overdue", "--format", "json", *NOW, cwd=home).out)["findings"]
    assert [f["action"] for f in found] == left


def test_an_entry_that_has_passed_its_day_is_a_finding_and_hides_nothing(home: Path, tcsg: Run) -> None:
    entry = "name: Us\nignore:\n- code: overdue\n  action: A1.1\n  reason: the winter\n  until: 2031-01-31\n"
    (home / REGISTER).write_text(entry, encoding="utf-8")
    result = tcsg("check", *NOW, cwd=home)
    assert codes(result.out).count("overdue") == 2
    said = "minutes/committee.yaml:3: warning: ignoring overdue of A1.1 ended on 2031-01-31 (the winter); take the entry out, or agree on a later day"
    assert f"{said} [ignore-expired]\n" in result.out
    before = tcsg("check", "--today", "2031-01-31", cwd=home)
    assert codes(before.out).count("overdue") == 1
    assert "ignore-expired" not in before.out


def test_an_entry_with_a_code_that_is_none_is_an_error_at_its_line(home: Path, tcsg: Run) -> None:
    (home / REGISTER).write_text("ignore:\n- {code: overdu, reason: r, until: 2031-03-01}\n", encoding="utf-8")
    result = tcsg("check", *NOW, cwd=home)
    assert (result.code, result.out) == (2, "")
    assert result.err == "minutes/committee.yaml:2: there is no check `overdu`; did you mean `overdue`?\n"


@pytest.mark.parametrize(
    "gate",
    [
        "grace_days: 3\n",
        "ignore:\n- code: overdue\n  reason: r\n  until: 2031-03-01\n\n# more\n- {code: no-due, reason: r, until: 2031-03-01}\n",
        "ignore:\n  - {code: overdue, reason: r, until: 2031-03-01}\ngrace_days: 2",
    ],
)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("name: Us\n", ""), ("", "name: Us\n"), ("name: Us\n", "date_order: dmy\n")])
def test_what_only_the_gate_reads_leaves_the_ledger_in_step(home: Path, tcsg: Run, before: str, gate: str, after: str) -> None:
    (home / REGISTER).write_text(before + after, encoding="utf-8")
    tcsg("carry", "-q", cwd=home)
    text = before + gate + ("\n" if after and not gate.endswith("\n") else "") + after
    (home / REGISTER).write_text(text, encoding="utf-8")
    assert load_committee(text, "c.yaml").grace_days + len(load_committee(text, "c.yaml").ignore) > 0
    assert "ledger-behind" not in codes(tcsg("check", *NOW, cwd=home).out)


def test_what_the_reading_depends_on_is_left_whole() -> None:
    text = b"name: x\nwords: {ignore: [Standing items]}\n# c\ngroups:\n  ignore: all\nmembers:\n  AB: Anna\n"
    assert without_the_gate(text) == text


# --- the baseline ------------------------------------------------------------------------------------------------


@pytest.fixture
def baseline(home: Path, tcsg: Run) -> Path:
    path = home / "debts.yaml"
    assert tcsg("check", "--write-baseline", str(path), *NOW, cwd=home) == (0, "", f"wrote 3 debts to {path}\n")
    return path


def test_old_debts_pass_today_and_later(home: Path, tcsg: Run, baseline: Path) -> None:
    assert baseline.read_text("utf-8") == (
        "# Old debts that `tcsg check --baseline` lets pass; see `tcsg guide ci`.\nschema: tcsg/baseline/1\ndebts:\n"
        "- {code: no-owner, action: A1.3, path: minutes/2031-01-15.md}\n"
        "- {code: overdue, action: A1.1, due: 2031-01-20}\n"
        "- {code: overdue, action: A1.2, due: 2031-01-25}\n"
    )
    for day in ("2031-02-01", "2032-01-01"):
        assert tcsg("check", "--baseline", "debts.yaml", "--fail-on", "warning", "--today", day, cwd=home) == (0, "", "")
    assert tcsg("check", *NOW, cwd=home).code == 1


def test_the_same_debts_are_known_when_lines_move(home: Path, tcsg: Run, baseline: Path) -> None:
    (home / MINUTES).write_text(LATE.replace("## Actions", "Some words more.\n\n## Actions"), encoding="utf-8")
    tcsg("carry", "-q", cwd=home)
    assert tcsg("check", "--baseline", str(baseline), "--fail-on", "warning", *NOW, cwd=home) == (0, "", "")


def test_a_debt_without_an_action_is_known_by_its_words(workspace: Build, tcsg: Run) -> None:
    text = "# Meeting 1\n\n## 1. Hut\n\nWords.\n\n## 1. Boat\n\nWords.\n"
    root = workspace({MINUTES: text})
    tcsg("carry", "-q", cwd=root)
    tcsg("check", "--write-baseline", "b.yaml", *NOW, cwd=root)
    assert "line …" in (root / "b.yaml").read_text("utf-8")
    (root / MINUTES).write_text("\n\n" + text, encoding="utf-8")
    tcsg("carry", "-q", cwd=root)
    assert codes(tcsg("check", *NOW, cwd=root).out) == ["agenda-twice"]
    assert tcsg("check", "--baseline", "b.yaml", *NOW, cwd=root) == (0, "", "")


def test_a_new_debt_is_found_beside_old_ones(home: Path, tcsg: Run, baseline: Path) -> None:
    (home / "minutes" / "2031-02-10.md").write_text(
        HEAD.replace("1\n", "2\n", 1) + "## Actions\n\n- AB to sweep the path by 12 February\n", encoding="utf-8"
    )
    tcsg("carry", "-q", cwd=home)
    late = tcsg("check", "--baseline", str(baseline), "--today", "2031-02-20", cwd=home)
    assert (late.code, codes(late.out)) == (1, ["overdue"])
    assert "A2.1 is 8 days overdue" in late.out


def test_an_old_promise_that_was_given_a_new_day_and_broken_again_is_a_new_debt(home: Path, tcsg: Run, baseline: Path) -> None:
    assert tcsg("due", "A1.1", "2031-02-10", "--today", "2031-02-02", cwd=home).code == 0
    late = tcsg("check", "--baseline", str(baseline), "--today", "2031-02-20", cwd=home)
    assert (late.code, codes(late.out)) == (1, ["baseline-stale", "overdue"])


@pytest.mark.usefixtures("baseline")
def test_a_debt_that_is_paid_must_leave_the_baseline(home: Path, tcsg: Run) -> None:
    assert tcsg("done", "A1.1", *NOW, cwd=home).code == 0
    stale = tcsg("check", "--baseline", "debts.yaml", *NOW, cwd=home)
    said = "debts.yaml:5: error: A1.1 (overdue, due 2031-01-20) is found no more; take the line out of the baseline [baseline-stale]\n"
    assert (stale.code, stale.out) == (1, said)
    for code in ("overdue", "baseline-stale"):
        assert tcsg("check", "--baseline", "debts.yaml", "--select", code, *NOW, cwd=home).out == said
    for options in (["--select", "no-owner"], ["--ignore", "overdue"], ["--ignore", "baseline-stale"]):
        assert tcsg("check", "--baseline", "debts.yaml", *options, *NOW, cwd=home) == (0, "", "")


def test_writing_with_the_baseline_itself_only_takes_away(home: Path, tcsg: Run, baseline: Path) -> None:
    tcsg("done", "A1.1", *NOW, cwd=home)
    (home / "minutes" / "2031-02-10.md").write_text(
        HEAD.replace("1\n", "2\n", 1) + "## Actions\n\n- AB to sweep the path by 12 February\n", encoding="utf-8"
    )
    tcsg("carry", "-q", cwd=home)
    day = ("--today", "2031-02-20")
    assert tcsg("check", "--baseline", "debts.yaml", "--write-baseline", "debts.yaml", *day, cwd=home).err == "wrote 2 debts to debts.yaml\n"
    assert "A1.1" not in baseline.read_text("utf-8")
    assert "A2.1" not in baseline.read_text("utf-8")
    assert codes(tcsg("check", "--baseline", "debts.yaml", *day, cwd=home).out) == ["overdue"]


def test_a_ledger_behind_is_no_debt(workspace: Build, tcsg: Run) -> None:
    root = workspace({MINUTES: LATE})
    tcsg("check", "--write-baseline", "b.yaml", *NOW, cwd=root)
    assert "ledger-behind" not in (root / "b.yaml").read_text("utf-8")


BROKEN: list[tuple[str, str]] = [
    ("schema: tcsg/baseline/2\n", "b.yaml:1: this is no baseline"),
    ("debts: []\n", "b.yaml:1: this is no baseline"),
    ("schema: tcsg/baseline/1\ndebt: []\n", "b.yaml:2: a baseline has no key `debt`; did you mean `debts`?"),
    ("schema: tcsg/baseline/1\ndebts:\n- {code: overdu, action: A1.1}\n", "b.yaml:3: there is no check `overdu`; did you mean `overdue`?"),
    ("schema: tcsg/baseline/1\ndebts:\n- {action: A1.1}\n", "b.yaml:3: a debt needs `code: …`"),
    ("schema: tcsg/baseline/1\ndebts:\n- {code: overdue}\n", "b.yaml:3: a debt needs an `action`, or a `path` and `words`"),
    ("schema: tcsg/baseline/1\ndebts:\n- {code: overdue, action: A1.1, due: May}\n", "b.yaml:3: `May` is not a day"),
    ("schema: tcsg/baseline/1\ndebts: overdue\n", "b.yaml:2: `debts` takes a list"),
    ("[", "b.yaml:1: "),
]


@pytest.mark.parametrize(("text", "said"), BROKEN)
def test_a_broken_baseline_exits_2_at_its_line(home: Path, tcsg: Run, text: str, said: str) -> None:
    (home / "b.yaml").write_text(text, encoding="utf-8")
    result = tcsg("check", "--baseline", "b.yaml", *NOW, cwd=home)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(said)


WORDS = st.text(min_size=1, max_size=40)
DEBTS = st.one_of(
    st.builds(Debt, st.sampled_from(list(CODES)), WORDS, st.dates()),
    st.builds(Debt, st.sampled_from(list(CODES)), WORDS, path=WORDS),
    st.builds(Debt, st.sampled_from(list(CODES)), path=WORDS, words=WORDS),
)


@given(st.lists(DEBTS))
def test_a_baseline_gives_back_what_was_written(debts: list[Debt]) -> None:
    def legal(debt: Debt) -> bool:
        return not any("\ud800" <= c <= "\udfff" for text in (debt.action, debt.path, debt.words) for c in text or "")

    kept = [d for d in debts if legal(d) and d.code not in {"ledger-behind", "ignore-expired", "baseline-stale"}]
    text = dump_baseline(kept)
    read = load_baseline(text, "b.yaml", CODES)
    assert sorted(map(repr, (e.debt for e in read))) == sorted(map(repr, kept))
    assert [e.place.line for e in read] == list(range(4, 4 + len(kept)))


@given(st.text())
def test_any_text_is_a_baseline_or_an_error_at_a_line(text: str) -> None:
    try:
        read = load_baseline(text, "b.yaml", CODES)
    except TcsgError as error:
        assert error.place is not None
        assert error.place.line >= 1
    else:
        assert all(isinstance(entry, Entry) for entry in read)


def test_what_a_finding_is_about_has_no_line_in_it() -> None:
    one, other = (Finding("agenda-twice", Severity.WARNING, Place("m.md", n), f"3 has the number of line {n}") for n in (3, 9))
    assert debt_of(one) == debt_of(other)


# --- exit codes --------------------------------------------------------------------------------------------------

PAID = HEAD + "## Actions\n\n- AB to paint the hut by 20 January - done\n"
CARRY, NONE = True, False
SITUATIONS: list[tuple[str, Mapping[str, str], bool, tuple[str, ...], int]] = [
    ("nothing minuted", {}, NONE, (), 0),
    ("all done", {MINUTES: PAID}, CARRY, (), 0),
    ("one overdue", {MINUTES: LATE}, CARRY, (), 1),
    ("due today", {MINUTES: LATE}, CARRY, ("--today", "2031-01-20"), 0),
    ("due yesterday", {MINUTES: LATE}, CARRY, ("--today", "2031-01-21"), 1),
    ("overdue, not carried", {MINUTES: LATE}, NONE, (), 1),
    ("not carried, nothing overdue", {MINUTES: LATE}, NONE, ("--ignore", "overdue"), 0),
    ("not carried, warnings fail", {MINUTES: PAID}, NONE, ("--fail-on", "warning"), 1),
    ("only warnings", {MINUTES: LATE}, CARRY, ("--ignore", "overdue"), 0),
    ("warnings fail", {MINUTES: LATE}, CARRY, ("--ignore", "overdue", "--fail-on", "warning"), 1),
    ("notes fail", {MINUTES: LATE}, CARRY, ("--select", "no-due", "--fail-on", "info"), 1),
    ("notes do not fail", {MINUTES: LATE}, CARRY, ("--select", "no-due", "--fail-on", "warning"), 0),
    ("nothing fails", {MINUTES: LATE}, CARRY, ("--fail-on", "never"), 0),
    ("exit zero", {MINUTES: LATE}, CARRY, ("--exit-zero",), 0),
    ("in grace", {MINUTES: LATE}, CARRY, ("--grace-days", "12"), 0),
    ("out of grace", {MINUTES: LATE}, CARRY, ("--grace-days", "11"), 1),
    ("in grace, warnings fail", {MINUTES: LATE}, CARRY, ("--grace-days", "12", "--fail-on", "warning"), 1),
    ("ignored", {MINUTES: LATE, REGISTER: "ignore: [{code: overdue, reason: r, until: 2031-03-01}]\n"}, CARRY, (), 0),
    ("ignored too long", {MINUTES: LATE, REGISTER: "ignore: [{code: overdue, reason: r, until: 2031-01-31}]\n"}, CARRY, (), 1),
    ("ignoring nothing known", {MINUTES: PAID, REGISTER: "ignore: [{code: late, reason: r, until: 2031-03-01}]\n"}, CARRY, (), 2),
    ("an unknown code", {MINUTES: LATE}, CARRY, ("--select", "late"), 2),
    ("an unknown option", {MINUTES: LATE}, CARRY, ("--strict",), 2),
    ("a day that is none", {MINUTES: LATE}, CARRY, ("--today", "1 May"), 2),
    ("grace below zero", {MINUTES: LATE}, CARRY, ("--grace-days", "-1"), 2),
    ("no such baseline", {MINUTES: PAID}, CARRY, ("--baseline", "none.yaml"), 2),
    ("a baseline with a debt that is paid", {MINUTES: PAID, "b.yaml": "schema: tcsg/baseline/1\ndebts:\n- {code: overdue, action: A1.1}\n"},
     CARRY, ("--baseline", "b.yaml"), 1),
    ("a report nowhere", {MINUTES: PAID}, CARRY, ("--report", "json=no/such/folder"), 2),
    ("broken minutes", {MINUTES: "---\ndate: [\n"}, NONE, ("--exit-zero", "--fail-on", "never"), 2),
    ("undated minutes", {"minutes/hut.md": "## Actions\n\n- AB to row\n"}, NONE, (), 2),
    ("a broken register", {MINUTES: PAID, REGISTER: "nam: Us\n"}, NONE, (), 2),
    ("a broken ledger", {MINUTES: PAID, "minutes/ledger.yaml": "<<<<<<< ours\n"}, NONE, ("--exit-zero",), 2),
    ("against no repository", {MINUTES: PAID}, CARRY, ("--against", "HEAD"), 2),
    ("not in a committee's folder", {}, NONE, ("-C", "/"), 2),
]  # fmt: skip


@pytest.mark.parametrize(("files", "carried", "options", "code"), [s[1:] for s in SITUATIONS], ids=[s[0] for s in SITUATIONS])
def test_how_it_exits(workspace: Build, tcsg: Run, files: Mapping[str, str], carried: bool, options: tuple[str, ...], code: int) -> None:
    root = workspace(files)
    assert not carried or tcsg("carry", "-q", cwd=root).code == 0
    result = tcsg("check", *(() if "--today" in options else NOW), *options, cwd=root)
    assert result.code == code
    assert "internal error" not in result.err
    if code == 2:
        assert result.out == ""
        assert result.err


def test_there_are_thirty_situations() -> None:
    assert len(SITUATIONS) >= 30


# --- what cannot be read, in the form of the platform ------------------------------------------------------------


def test_what_cannot_be_read_is_in_every_report_and_still_exits_2(workspace: Build, tcsg: Run) -> None:
    root = workspace({MINUTES: "---\ndate: 2031-01-15\ndate: 2031-01-16\n---\n", "minutes/2031-02-15.md": "---\ndate: [\n"})
    reports = [word for form in ("json", "gitlab", "junit", "github") for word in ("--report", f"{form}=r.{form}")]
    result = tcsg("check", *reports, "--summary", "summary.md", *NOW, cwd=root)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("minutes/2031-01-15.md:3: ")
    assert [e["location"]["path"] for e in json.loads((root / "r.gitlab").read_text("utf-8"))] == [MINUTES, "minutes/2031-02-15.md"]
    assert [f["line"] for f in json.loads((root / "r.json").read_text("utf-8"))["findings"]] == [3, 1]
    suites = JUnitXml.fromfile(str(root / "r.junit"))
    assert (suites.errors, suites.failures) == (2, 0)
    assert (root / "r.github").read_text("utf-8").startswith("::error file=minutes/2031-01-15.md,line=3,title=unreadable::")
    assert (root / "summary.md").read_text("utf-8").startswith("## Actions on 2031-02-01\n\nNot checked, because this cannot be read:\n\n| Place")
    on_github = tcsg("check", *NOW, cwd=root, env={"GITHUB_ACTIONS": "true"})
    assert on_github.out == (root / "r.github").read_text("utf-8")


def test_a_register_that_cannot_be_read_is_told_as_well(workspace: Build, tcsg: Run) -> None:
    root = workspace({REGISTER: "grace_days: soon\n"})
    result = tcsg("check", "--format", "json", *NOW, cwd=root)
    assert result.code == 2
    assert json.loads(result.out)["findings"][0]["path"] == REGISTER


def test_a_fault_of_the_command_line_leaves_no_report_that_says_all_is_well(workspace: Build, tcsg: Run) -> None:
    root = workspace({MINUTES: PAID})
    for wrong in (["--select", "overdu"], ["--against", "no-such"]):
        assert tcsg("check", *wrong, "--report", "junit=r.xml", "--summary", "s.md", *NOW, cwd=root).code == 2
    assert not (root / "s.md").exists()
    assert not (root / "r.xml").exists()
