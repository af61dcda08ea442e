"""A listing from the bytes of a ledger: what is read record by record is what the whole ledger says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from bench.committee import TODAY, make, people

from conftest import Run
from tcsg.ledger import records, scan
from tcsg.ledger.people import Directory
from tcsg.ledger.query import Query, select
from tcsg.ledger.records import load_known
from tcsg.model import Committee, Member, Status

ONES = tuple(Member(name, initials) for initials, name in people())
TERMS = tuple(replace(m, start=date(2031, 1, 1), initials="CM") if m.initials == "BO" else m for m in ONES if m.initials != "CM")
REGISTERS = (
    Committee(),
    Committee(members=ONES, groups=(("Everybody", ("all",)),)),
    Committee(members=TERMS, groups=(("DW", ("EF", "FG")),)),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    from tcsg.cli import main

    home = tmp_path_factory.mktemp("committee")
    make(home, 240, 20)
    path = next((home / "minutes").rglob("2031-*.md"))
    path.write_text(path.read_text("utf-8") + "\n## Late business\n\n**Action:** Everybody to weed the paths.\n", encoding="utf-8")
    assert main(["-C", str(home), "carry", "--quiet"]) == 0
    return (home / "minutes/ledger.yaml").read_bytes()


@pytest.mark.parametrize("register", REGISTERS, ids=["no register", "members", "members with terms"])
def test_the_records_that_are_read_answer_as_all_of_them_do(ledger: bytes, register: Committee) -> None:
    whole = load_known(ledger)
    directory = Directory(whole, register, TODAY)
    some = 0
    for who, statuses in product(("AHR", "BO", "CM", "DW", "Everybody", "Zoe Quade"), ((Status.OPEN,), tuple(Status), (Status.DONE, Status.DROPPED))):
        query = Query(owners=(directory.find(who, scan.Owners(ledger)),), statuses=statuses)
        fresh = Directory(records.load_head(ledger), register, TODAY)
        found = select(replace(records.load_head(ledger), actions=scan.candidates(ledger, query, fresh)), query, fresh, TODAY)
        assert found == select(whole, query, directory, TODAY)
        some += len(found)
    assert some > 50


@pytest.mark.parametrize("typed", ["", "A", "a1", "A1.", "a12.3", "A12.", "1", "x", "A1.1x"])
def test_what_begins_as_typed_is_what_the_ledger_has(ledger: bytes, typed: str) -> None:
    for statuses in ((Status.OPEN,), tuple(Status)):
        wanted = [(a.id, a.text) for a in load_known(ledger).actions if a.status in statuses and a.id.casefold().startswith(typed.casefold())]
        assert list(scan.begun(ledger, statuses, typed)) == wanted


def test_ids_of_meetings_with_letters_begin_in_any_case(tcsg: Run, tmp_path: Path) -> None:
    minutes = tmp_path / "minutes"
    minutes.mkdir()
    (minutes / "2031-03-04.md").write_text(
        "---\nmeeting: 8a\n---\n\n## Actions\n\n- KK to mend the pump\n- KK to draw the garden\n", encoding="utf-8"
    )
    tcsg("carry", cwd=tmp_path)
    data = (minutes / "ledger.yaml").read_bytes()
    assert [name for name, _ in scan.begun(data, (Status.OPEN,), "A8A.")] == ["A8a.1", "A8a.2"]


def test_closed_actions_that_serve_a_plan_stand_among_the_open_ones(ledger: bytes) -> None:
    whole = load_known(ledger)
    done = next(a for a in whole.actions if a.status is Status.DONE)
    hand = ledger.index(b"  by_hand:", ledger.index(f"- id: {done.id}\n".encode()))
    data = ledger[:hand] + b"  plan: [P2031.1]\n" + ledger[hand:]
    open_ones = [a.id for a in whole.actions if a.status is Status.OPEN]
    assert [a.id for a in scan.standing(data)] == open_ones
    assert {a.id for a in scan.standing(data, serving=True)} == {*open_ones, done.id}
