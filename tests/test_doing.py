"""What is done by hand: each verb records what it was told, says so in one line, and loses nothing that somebody typed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from society import APRIL, FIRST, LEDGER, MARCH, SECOND

from conftest import Build, Result, Run
from tcsg.ledger.records import fast_load, read_ledger
from tcsg.model import Action, ByHand, Status

TODAY = "2031-03-20"


@pytest.fixture(autouse=True)
def _settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TCSG_TODAY", TODAY)


@pytest.fixture
def root(workspace: Build, tcsg: Run) -> Path:
    """A society whose first meeting is carried."""
    root = workspace({MARCH: FIRST})
    assert tcsg("carry", "-q", cwd=root).code == 0
    return root


def _action(root: Path, number: str) -> Action:
    ledger = read_ledger((root / LEDGER).read_bytes(), LEDGER)
    return next(a for a in ledger.actions if a.id == number)


def _type(root: Path, old: str, new: str) -> None:
    """Edit the ledger as somebody with an editor would."""
    text = (root / LEDGER).read_text(encoding="utf-8")
    assert text.count(old) == 1, text
    (root / LEDGER).write_text(text.replace(old, new), encoding="utf-8")


def _type_of(root: Path, number: str, old: str, new: str) -> None:
    record = re.search(rf"- id: {re.escape(number)}\n(?:  .*\n)*", (root / LEDGER).read_text(encoding="utf-8"))
    assert record is not None
    _type(root, record[0], record[0].replace(old, new, 1))


def _is_settled(root: Path, tcsg: Run) -> bool:
    """Whether carrying has nothing to add."""
    return tcsg("carry", "--check", cwd=root).code == 0


# --- one verb, one line ------------------------------------------------------------------------------------------

PUMP, BUTT, HEDGE = "TO to mend the pump by 14 March.", "RL and VH to price a second water butt.", "IB to ask the council about the hedge."
SAYINGS = [
    (["done", "31.1"], f"A31.1 done: {PUMP}", ByHand(date(2031, 3, 20), Status.DONE)),
    (["done", "a31.1", "--on", "2031-03-18"], f"A31.1 done: {PUMP}", ByHand(date(2031, 3, 18), Status.DONE)),
    (["drop", "A31.1", "--why", "a new pump"], f"A31.1 dropped: {PUMP}", ByHand(date(2031, 3, 20), Status.DROPPED, why="a new pump")),
    (["due", "31.1", "2031-05-01"], f"A31.1 due 2031-05-01: {PUMP}", ByHand(date(2031, 3, 20), due="2031-05-01")),
    (["due", "31.1", "none"], f"A31.1 due none: {PUMP}", ByHand(date(2031, 3, 20), due="none")),
    (["assign", "31.1", "IB,", "and", "VH"], f"A31.1 belongs to IB, VH: {PUMP}", ByHand(date(2031, 3, 20), owners=("IB", "VH"))),
    (["note", "31.1", "parts", "are", "ordered"], f"A31.1 note: parts are ordered: {PUMP}", ByHand(date(2031, 3, 20), note="parts are ordered")),
]


@pytest.mark.parametrize(("args", "said", "entry"), SAYINGS, ids=[" ".join(s[0]) for s in SAYINGS])
def test_a_verb_records_what_it_was_told_and_says_it_in_one_line(root: Path, tcsg: Run, args: list[str], said: str, entry: ByHand) -> None:
    assert tcsg(*args, cwd=root) == Result(0, said + "\n", "")
    assert _action(root, "A31.1").by_hand == (entry,)
    assert fast_load((root / LEDGER).read_bytes()) is not None
    assert _is_settled(root, tcsg)


def test_what_is_recorded_is_what_the_action_is(root: Path, tcsg: Run) -> None:
    for args in (["due", "31.1", "2031-05-01"], ["assign", "31.1", "IB"], ["drop", "31.1", "--why", "dry year"]):
        tcsg(*args, cwd=root)
    action = _action(root, "A31.1")
    assert (action.due, action.owners, action.status, action.why) == (date(2031, 5, 1), ("IB",), Status.DROPPED, "dry year")
    assert action.closed == date(2031, 3, 20)
    tcsg("reopen", "31.1", cwd=root)
    action = _action(root, "A31.1")
    assert (action.status, action.closed, action.why) == (Status.OPEN, None, None)
    assert len(action.by_hand) == 4


def test_what_is_so_already_is_not_recorded_again(root: Path, tcsg: Run) -> None:
    before = (root / LEDGER).read_bytes()
    assert tcsg("due", "31.1", "2031-03-14", cwd=root).out == f"A31.1 is due 2031-03-14 already: {PUMP}\n"
    assert tcsg("reopen", "31.1", cwd=root).out == f"A31.1 is open again already: {PUMP}\n"
    assert (root / LEDGER).read_bytes() == before


def test_several_ids_are_recorded_in_one_write_and_said_one_a_line(root: Path, tcsg: Run) -> None:
    assert tcsg("done", "31.2", "31.1", "31.2", cwd=root).out == f"A31.2 done: {BUTT}\nA31.1 done: {PUMP}\n"
    assert tcsg("undo", cwd=root).out == "undone: done A31.2, A31.1\n"
    assert {_action(root, i).status for i in ("A31.1", "A31.2")} == {Status.OPEN}


REFUSED = [
    (["drop", "31.1"], "--why"),
    (["drop", "31.1", "--why", " "], "--why"),
    (["due", "31.1", "tomorrow"], "tomorrow"),
    (["due", "31.1", "2031-02-30"], "2031-02-30"),
    (["done", "31.1", "--on", "soon"], "soon"),
    (["assign", "31.1", ","], "owner"),
    (["note", "31.1", " "], "words"),
    (["add", " "], "words"),
    (["done"], "ids"),
    (["done", "31.1", "--owner", "RL"], "one of the two"),
    (["done", "--owner", "RL", "--grep", "elephant"], "choose no action"),
    (["done", "31.9"], "A31.1"),
    (["done", "31.1", "77.123456"], "77.123456"),
]


@pytest.mark.parametrize(("args", "cure"), REFUSED, ids=[" ".join(r[0]) for r in REFUSED])
def test_what_cannot_be_done_is_refused_with_the_cure_and_changes_nothing(root: Path, tcsg: Run, args: list[str], cure: str) -> None:
    before = (root / LEDGER).read_bytes()
    code, out, err = tcsg(*args, cwd=root)
    assert (code, out) == (2, "")
    assert cure in err
    assert (root / LEDGER).read_bytes() == before


def test_an_owner_nobody_is_called_is_recorded_with_a_warning(root: Path, tcsg: Run) -> None:
    code, _, err = tcsg("assign", "31.1", "XQ", cwd=root)
    assert (code, "'XQ'" in err) == (0, True)
    assert tcsg("assign", "31.2", "IB", cwd=root).err == ""


# --- filters -----------------------------------------------------------------------------------------------------


def test_filters_without_a_terminal_show_what_they_choose_and_need_a_yes(root: Path, tcsg: Run) -> None:
    before = (root / LEDGER).read_bytes()
    code, out, err = tcsg("drop", "--meeting", "31", "--why", "dry year", cwd=root, env={})
    assert (code, out) == (2, "")
    assert all(text in err for text in (PUMP, BUTT, HEDGE, "3 actions would be dropped; add --yes"))
    assert (root / LEDGER).read_bytes() == before


def test_what_is_somebodys_through_a_group_is_marked_before_it_is_closed(workspace: Build, tcsg: Run) -> None:
    board = FIRST + "- Board members to read the plans.\n"
    root = workspace({MARCH: board, "minutes/committee.yaml": "groups: {Board members: [RL, TO]}\n"})
    err = tcsg("done", "--owner", "TO", cwd=root).err
    assert f"A31.1 TO: {PUMP}\n" in err
    assert "Board members (group): " in err


def test_with_yes_the_filters_do_it_and_say_it_once(root: Path, tcsg: Run) -> None:
    code, out, err = tcsg("drop", "--owner", "RL", "--owner", "IB", "--why", "dry year", "--yes", cwd=root)
    assert (code, sorted(out.splitlines()), err) == (0, [f"A31.2 dropped: {BUTT}", f"A31.3 dropped: {HEDGE}"], "")


def test_the_filters_of_reopen_choose_among_what_is_closed(root: Path, tcsg: Run) -> None:
    tcsg("done", "31.1", cwd=root)
    tcsg("drop", "31.2", "--why", "dry year", cwd=root)
    assert tcsg("reopen", "--meeting", "31", "--yes", cwd=root).out.splitlines() == [f"A31.1 open again: {PUMP}", f"A31.2 open again: {BUTT}"]
    assert tcsg("reopen", "--meeting", "31", "--yes", cwd=root).code == 2


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of POSIX")
@pytest.mark.parametrize(("answer", "status"), [("y", Status.DONE), ("n", Status.OPEN), ("", Status.OPEN)])
def test_on_a_terminal_the_filters_ask(root: Path, answer: str, status: Status) -> None:
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "tcsg", "done", "--owner", "TO"]
    with subprocess.Popen(command, cwd=root, stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as program:
        os.close(slave)
        os.write(master, f"{answer}\n".encode())
        out, err = program.communicate(timeout=30)
    os.close(master)
    assert PUMP in err
    assert "Record 1 action as done?" in err
    assert (program.returncode, _action(root, "A31.1").status) == (0, status)
    assert ("A31.1 done" in out, "nothing was changed" in err) == (status is Status.DONE, status is Status.OPEN)


# --- days --------------------------------------------------------------------------------------------------------


def test_the_later_of_a_record_and_a_mention_wins(root: Path, tcsg: Run) -> None:
    (root / APRIL).write_text(SECOND, encoding="utf-8")
    tcsg("carry", cwd=root)
    said = tcsg("done", "31.2", "--on", "2031-03-30", cwd=root, env={"TCSG_TODAY": "2031-04-20"}).out
    assert said == f"A31.2 done on 2031-03-30, but something later counts, and it is open: {BUTT}\n"
    assert _action(root, "A31.2").status is Status.OPEN
    assert tcsg("done", "31.2", "--on", "2031-04-08", cwd=root).out == f"A31.2 done: {BUTT}\n"
    assert _action(root, "A31.2").status is Status.DONE
    assert [e.on.isoformat() for e in _action(root, "A31.2").by_hand] == ["2031-03-30", "2031-04-08"]
    assert _is_settled(root, tcsg)


def test_a_record_that_is_older_than_another_does_not_replace_it(root: Path, tcsg: Run) -> None:
    tcsg("due", "31.1", "2031-06-01", "--on", "2031-03-10", cwd=root)
    said = tcsg("due", "31.1", "2031-05-01", "--on", "2031-03-08", cwd=root).out
    assert "it is due 2031-06-01" in said
    assert _action(root, "A31.1").due == date(2031, 6, 1)
    assert [e.due for e in _action(root, "A31.1").by_hand] == ["2031-05-01", "2031-06-01"]


# --- add ---------------------------------------------------------------------------------------------------------


def test_an_added_action_is_read_as_a_line_of_minutes(root: Path, tcsg: Run) -> None:
    said = tcsg("add", "TO", "to", "send", "the", "accounts", "round", "by", "5", "April", cwd=root)
    assert said == Result(0, "A31.4 added: TO to send the accounts round by 5 April [TO, due 2031-04-05]\n", "")
    action = _action(root, "A31.4")
    assert (action.owners, action.due, action.raised, action.seen) == (("TO",), date(2031, 4, 5), "31", ())
    assert _is_settled(root, tcsg)


def test_an_added_action_takes_owners_and_a_day_that_are_named(root: Path, tcsg: Run) -> None:
    said = tcsg("add", "order seeds", "--owner", "VH", "--owner", "IB", "--due", "2031-04-01", cwd=root).out
    assert said == "A31.4 added: order seeds [VH, IB, due 2031-04-01]\n"
    assert tcsg("add", "sow them by 3 May", "--due", "none", cwd=root).out == "A31.5 added: sow them by 3 May [nobody]\n"


def test_an_added_action_is_found_again_in_later_minutes(root: Path, tcsg: Run) -> None:
    tcsg("add", "RL to order a skip for the rubble", cwd=root)
    (root / APRIL).write_text(SECOND.replace("## Actions", "- RL to order a skip for the rubble - done\n\n## Actions"), encoding="utf-8")
    assert "A31.4 done" in tcsg("carry", cwd=root).out
    action = _action(root, "A31.4")
    assert (action.status, action.seen, len(action.by_hand)) == (Status.DONE, ("32",), 1)


def test_without_meetings_an_added_action_is_named_by_its_day(workspace: Build, tcsg: Run) -> None:
    root = workspace()
    assert tcsg("add", "TO to find a hall", cwd=root).out == "A2031-03-20.1 added: TO to find a hall [TO]\n"
    assert tcsg("done", "2031-03-20.1", cwd=root).code == 0
    assert _is_settled(root, tcsg)


# --- what somebody typed -----------------------------------------------------------------------------------------

TYPED = [
    ("status: open", "status: done", "A31.1 is done", ByHand(date(2031, 3, 20), Status.DONE)),
    ("due: 2031-03-14", "due: 2031-06-01", "A31.1 is due 2031-06-01", ByHand(date(2031, 3, 20), due="2031-06-01")),
    ("due: 2031-03-14", "due: null", "A31.1 is due at no date", ByHand(date(2031, 3, 20), due="none")),
    ("owners: [TO]", "owners: [IB, RL]", "A31.1 belongs to IB, RL", ByHand(date(2031, 3, 20), owners=("IB", "RL"))),
]


@pytest.mark.parametrize("edited", TYPED, ids=[t[1] for t in TYPED])
@pytest.mark.parametrize("verb", [["carry"], ["add", "VH to water the seeds"]], ids=["carry", "add"])
def test_what_is_typed_is_taken_over_and_said(root: Path, tcsg: Run, verb: list[str], edited: tuple[str, str, str, ByHand]) -> None:
    old, new, said, entry = edited
    _type_of(root, "A31.1", old, new)
    done = tcsg(*verb, cwd=root)
    assert f"{said}, as typed into the ledger\n" in done.out + done.err
    assert _action(root, "A31.1").by_hand == (entry,)
    assert _is_settled(root, tcsg)


@pytest.mark.parametrize("verb", ["done 31.2", "due 31.2 2031-09-01", "note 31.2 so", "done 31.2 --on 2031-03-01", "undo"])
@pytest.mark.parametrize("edited", TYPED, ids=[t[1] for t in TYPED])
def test_what_is_typed_and_waits_survives_what_is_done_to_other_actions(
    root: Path, tcsg: Run, verb: str, edited: tuple[str, str, str, ByHand]
) -> None:
    _type_of(root, "A31.1", *edited[:2])
    tcsg(*verb.split(), cwd=root)
    tcsg("carry", cwd=root)
    assert edited[3] in _action(root, "A31.1").by_hand


def test_what_is_typed_into_an_action_survives_what_is_done_to_it(root: Path, tcsg: Run) -> None:
    _type_of(root, "A31.1", "due: 2031-03-14", "due: 2031-06-01")
    tcsg("done", "31.1", cwd=root)
    tcsg("carry", cwd=root)
    action = _action(root, "A31.1")
    assert (action.status, action.due) == (Status.DONE, date(2031, 6, 1))
    assert {e.status or e.due for e in action.by_hand} == {Status.DONE, "2031-06-01"}


@pytest.mark.parametrize("verb", ["done 31.1", "drop 31.1 --why so", "due 31.1 2031-09-01", "assign 31.1 VH", "note 31.1 so", "add VH to mow"])
@pytest.mark.parametrize("layout", ["comments", "order", "windows"])
def test_a_ledger_of_another_layout_is_accepted(root: Path, tcsg: Run, verb: str, layout: str) -> None:
    text = (root / LEDGER).read_text(encoding="utf-8")
    if layout == "comments":
        text = text.replace("  status: open", "  status: open  # as of today").replace("actions:\n", "# by hand\nactions:\n")
    elif layout == "order":
        text = re.sub(r"(- id: .*\n)  (status: .*\n)  (text: .*\n)", r"- \3  \2  \g<1>", text).replace("  - id:", "  id:")
    else:
        text = text.replace("\n", "\r\n")
    (root / LEDGER).write_bytes(text.encode())
    assert fast_load(text.encode()) is None
    assert tcsg(*verb.split(), cwd=root).code == 0
    ledger = read_ledger((root / LEDGER).read_bytes(), LEDGER)
    assert len(ledger.actions) == (4 if verb.startswith("add") else 3)
    assert sum(len(a.by_hand) for a in ledger.actions) == 1
    assert _is_settled(root, tcsg) or layout == "comments"


def test_fields_of_a_newer_program_are_kept_through_what_is_done(root: Path, tcsg: Run) -> None:
    _type_of(root, "A31.1", "  by_hand: []\n", '  by_hand: []\n  rooms: [shed, {size: "4"}]\n')
    assert fast_load((root / LEDGER).read_bytes()) is not None
    assert tcsg("done", "31.1", "31.1", cwd=root) == Result(0, f"A31.1 done: {PUMP}\n", "")
    assert _action(root, "A31.1").extra == (("rooms", ["shed", {"size": "4"}]),)


def test_new_minutes_are_carried_by_what_is_recorded_and_said(root: Path, tcsg: Run) -> None:
    (root / APRIL).write_text(SECOND, encoding="utf-8")
    _, out, err = tcsg("done", "31.1", cwd=root)
    assert out == f"A31.1 done: {PUMP}\n"
    assert "A32.1 raised" in err
    assert "A31.1" not in err
    assert _is_settled(root, tcsg)


def test_minutes_that_cannot_be_read_keep_the_ledger_from_being_written(root: Path, tcsg: Run) -> None:
    (root / APRIL).write_bytes(b"\xff\xfe\x00broken")
    before = (root / LEDGER).read_bytes()
    code, out, err = tcsg("done", "31.1", cwd=root)
    assert (code, out, err.count(APRIL), err.count("\n")) == (2, "", 1, 1)
    assert (root / LEDGER).read_bytes() == before


ASKING = [
    "actions", "show 31.1", "people", "people RL", "meetings", "check", "carry --dry-run", "carry --check", f"why {MARCH}:17",
    f"extract {MARCH}", "explain overdue", "guide", "",
]  # fmt: skip


@pytest.mark.parametrize("verb", ASKING)
def test_a_verb_that_asks_writes_nothing(root: Path, tcsg: Run, verb: str) -> None:
    _type_of(root, "A31.1", "owners: [TO]", "owners: [IB]")
    (root / APRIL).write_text(SECOND, encoding="utf-8")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file()}
    assert tcsg(*verb.split(), cwd=root).code in {0, 1}
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file()} == before


def test_without_a_place_for_the_way_back_the_work_is_done_all_the_same(root: Path, tcsg: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, out, err = tcsg("done", "31.1", cwd=root, env={"XDG_STATE_HOME": str(tmp_path / "file")})
    assert (code, out) == (0, f"A31.1 done: {PUMP}\n")
    assert "undo" in err
