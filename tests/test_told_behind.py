"""What stands behind or around an action and tells how it went, each beside others that only look like it."""

from __future__ import annotations

import pytest

from tcsg.ledger.matching import kin, words_of
from tcsg.model import Committee, Mention, Section, Status
from tcsg.reading.minutes import read_minutes

OPEN, DONE, DROPPED = Status.OPEN, Status.DONE, Status.DROPPED


def read(text: str) -> tuple[Mention, ...]:
    return read_minutes(f"Present: Ann Hill (AH), Bo Lund (BL), Cy Park (CP)\n\n{text}\n", "minutes/2031-05-06.md", "", Committee()).mentions


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Add a link to the map. Here is the link: https://example.org/map", DONE),
        ("Add a link to the map. Here is the printer: https://example.org/printer", OPEN),
        ("Add a link to the map. Here is where we stand: nothing yet", OPEN),
        ("Add a link to the map. Here we need help", OPEN),
        ("Share the scripts. They are now available on the wiki", DONE),
        ("Share the scripts. They will be available on the wiki", OPEN),
        ("Share the scripts. They are not available on the wiki", OPEN),
        ("Share the scripts. Help is available on Tuesdays", OPEN),
        ("Order the rope. Too dear. We give this up.", DROPPED),
        ("Order the rope. We will not give this up.", OPEN),
        ("Order the rope. They give up their stall.", OPEN),
        ("Order the rope. Do not give up.", OPEN),
        ("Diagnostic output (created file rota.txt)", OPEN),
        ("Diagnostic output (created on Friday)", DONE),
        ("Send the list (updated version)", OPEN),
        ("Print the form (approved by the board)", DONE),
        ("Scan the leaflets – forty of about three hundred done", OPEN),
        ("Count the moorings in use: done, 71 %", DONE),
        ("Scan the leaflets: done 71 %", OPEN),
        ("Price list for the pennants is in the drive.", DONE),
        ("Price list for the pennants is half in the drive.", OPEN),
        ("Draft of the rules is in the drive.", OPEN),
        ("Photos of the regatta are up on the forum. Finally.", DONE),
        ("Photos of the regatta are on her phone.", OPEN),
        ("Ring the yard – handed over", OPEN),
    ],
)
def test_the_outcome_in_a_review(said: str, status: Status) -> None:
    found = read(f"## Review of actions\n\n- {said}\n- Mow the lawn (Bo): open")
    assert found[0].status is status


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("Complete, to be decided in May", DONE),
        ("Complete, two pages to be written", OPEN),
        ("done but two screenshots are missing", OPEN),
        ("dropped, they do not want to", DROPPED),
        ("dropped in part, the rest still open", OPEN),
        ("handed over", OPEN),
    ],
)
def test_the_status_in_a_cell(cell: str, status: Status) -> None:
    (found,) = read(f"## Actions\n\n| Action | Owner | Status |\n|---|---|---|\n| Ask the harbour for its data | Ann | {cell} |")
    assert found.status is status


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("**Done just after the meeting: https://example.org/x**", DONE),
        ("**Not done yet**", OPEN),
        ("**To be done after the meeting**", OPEN),
        ("**Done is better than perfect**", OPEN),
    ],
)
def test_the_sentence_in_bold_behind_a_marked_action(said: str, status: Status) -> None:
    found = read(f"## Tickets\n\nWe have none.\n\n**Action - Ann**: Create a repository for tickets. {said}")
    assert [m.status for m in found] == [status]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Closing the following items, as the mill does them:", DONE),
        ("We looked at the following items:", OPEN),
        ("Closing date of the following items:", OPEN),
        ("Before closing we went through the following items:", OPEN),
    ],
)
def test_the_sentence_above_a_list(sentence: str, status: Status) -> None:
    found = read(f"## Open action items\n\n- Ann to ring the bank\n\n{sentence}\n\n- Bo to shave the door\n- Cy to review the plan")
    assert [m.status for m in found] == [OPEN, status, status]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("ACTION 23.1: BL", ("BL",)),
        ("ACTION 23.1: closed", ()),
        ("ACTION 23.1: Stairs", None),
        ("See action 23.1: BL", None),
    ],
)
def test_a_mark_with_its_number_in_the_margin(line: str, owners: tuple[str, ...] | None) -> None:
    found = read(f"5 Doors\n\nThe lock is to be changed to the card system.\n                                             {line}")
    assert [m.owners for m in found if m.cites == ("23.1",)] == ([] if owners is None else [owners])


@pytest.mark.parametrize(
    ("line", "is_action"),
    [
        ("NEW BL: a quote for the roof", True),
        ("NEW: a quote for the roof has come", False),
        ("New members: three", False),
        ("NEW ZEALAND: three members", False),
    ],
)
def test_what_is_stamped_new(line: str, is_action: bool) -> None:
    assert bool(read(f"## Roof\n\nIt leaks.\n\n- {line}")) is is_action


def test_what_a_report_has_not_begun_is_no_order() -> None:
    task = words_of("Ann is going to scan the old programme leaflets", ["Ann"], literal=["Ann"])
    told = words_of("Leaflets: Ann has not begun to scan.", section=Section.REVIEW)
    order = words_of("Leaflets: Ann has to print them.", section=Section.REVIEW)
    assert kin(told, task, told=True) is not None
    assert kin(order, task, told=True) is None
