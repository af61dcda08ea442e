"""What minutes tell of old actions in short: of all at once, or of some by nothing but their numbers or owners."""

from __future__ import annotations

from datetime import date

import pytest
from make import assert_kept_without, assert_made_one_way

from tcsg.ledger.carry import Carried, carry
from tcsg.ledger.summing import told_at
from tcsg.model import Committee, Ledger, Minutes, Status
from tcsg.output.minutes import why
from tcsg.reading.minutes import read_minutes

TODAY = date(2031, 12, 31)
HEAD = "# Club\n\nPresent: Ann Bell (AB), Bo Kern (BK), Cy Lund (CL), Di Moss (DM), Eve Nash (EN)\n\n"
BEFORE = """## Actions

1. Ann Bell to order slates for the boathouse roof
2. Bo Kern to write to the county about the slipway
3. Cy Lund to renew the insurance of the van
4. Di Moss to book the hall for the dinner
5. Eve Nash to get two quotes for the fence
"""
REVIEW = "## Actions from last meeting\n\n"
ALL = "1 done, 2 done, 3 done, 4 done, 5 done"
BUT_FOUR = "1 done, 2 done, 3 done, 4 open, 5 done"


def read(day: str, body: str) -> Minutes:
    return read_minutes(HEAD + body, f"minutes/{day}.md", f"{day}{body}", Committee())


def carried(*minutes: Minutes, known: Ledger | None = None) -> Carried:
    return carry(minutes, known or Ledger(), Committee(), "", TODAY)


def told(body: str, before: str = BEFORE) -> str:
    """What the second meeting tells: the number of each action it speaks of, with how far that is; new ones as `+`."""
    result = carried(read("2031-03-12", before), read("2031-04-09", body))
    spoken = sorted({(k.action.rpartition(".")[2] if "03-12" in k.action else "+", k.action) for k in result.links if k.meeting == "2031-04-09"})
    now = {a.id: a.status for a in result.ledger.actions}
    return ", ".join(f"{n} {now[action]}" for n, action in spoken)


@pytest.mark.parametrize(
    "body",
    [
        REVIEW + "All actions completed.",
        REVIEW + "All done.",
        REVIEW + "All complete, thanks to all.",
        REVIEW + "- All closed",
        "## Review of actions\n\nAll actions from the last meeting were complete.",
        "## Matters arising\n\nThe actions from the previous meeting have all been carried out.",
        "## Minutes of the last meeting\n\nThe minutes were approved. All action items were closed.",
        "## Minutes\n\nIt was noted that all actions from the meeting of 12 March have been dealt with.",
        "**Previous actions:** All completed.",
        "1. Apologies: none\n2. Minutes of the last meeting: approved. Actions: all done.\n3. Fence\n",
        REVIEW + "There were no outstanding actions.",
        REVIEW + "None outstanding.",
        REVIEW + "No pending items.",
        "## Agenda\n\n- Tasks from last meeting: https://example.org/minutes/3.html: No pending items",
        REVIEW + "- All done: no open tasks",
        "## Offene Aufgaben\n\nAlle Aufgaben aus der letzten Sitzung sind erledigt.",
    ],
)
def test_all_are_closed_at_once(body: str) -> None:
    assert told(body) == ALL


@pytest.mark.parametrize(
    "body",
    [
        REVIEW + "All completed except:\n\n- Di Moss to book the hall for the dinner\n",
        REVIEW + "All actions were completed except for:\n\n- Hall for the dinner (Di) - still waiting for the caretaker\n",
        REVIEW + "All actions complete apart from number 4, which is carried forward.",
        REVIEW + "All actions were closed with the exception of action 4 (DM), carried over.",
        REVIEW + "All done, other than the hall for the dinner.",
        REVIEW + "All done but Di's.",
        REVIEW + "Everything done but the hall (Di), which is carried over.",
        REVIEW + "All but one of the actions have been completed; the hall for the dinner (Di) is still outstanding.",
        REVIEW + "The only outstanding action is Di's booking of the hall.",
        REVIEW + "All completed bar one: Di Moss to book the hall.",
        REVIEW + "- Di Moss to book the hall for the dinner - ongoing\n\nAll other actions have been completed.",
    ],
)
def test_what_is_left_out_stays_open(body: str) -> None:
    assert told(body) == BUT_FOUR


def test_two_may_be_left_out() -> None:
    assert told(REVIEW + "All actions complete except numbers 2 and 4.") == "1 done, 2 open, 3 done, 4 open, 5 done"
    assert told(REVIEW + "All actions complete except number 2 and the hall for the dinner.") == "1 done, 2 open, 3 done, 4 open, 5 done"

    assert told(REVIEW + "All actions were completed except number 2 and the caretaker's.") == "2 open"


@pytest.mark.parametrize(
    "body",
    [
        REVIEW + "All actions were completed except the one for the caretaker.",
        REVIEW + "All actions were completed except number 9.",
        REVIEW + "All but one of the actions have been completed.",
        REVIEW + "The only outstanding action is the caretaker's.",
        "## Roof\n\nNo actions outstanding.",
        REVIEW + "No outstanding actions for the roof.",
        REVIEW + "Almost all actions have been completed.",
        REVIEW + "Not all actions were completed.",
        REVIEW + "All actions closed or in hand.",
        REVIEW + "All actions carried forward.",
        REVIEW + "Hopefully all actions will be done by next time.",
        REVIEW + "Are all actions done?",
        REVIEW + "All members have completed the form.",
        "## Notes\n\nAll actions to be completed by May.",
        "## Notes\n\nOnce all actions are completed the account will be closed.",
        "## Yard\n\nAll tasks in the yard project are done.",
        "## Close\n\nAll done by 9 pm.",
        "## Fire safety\n\nAll actions of the fire audit have been completed.",
        "# Club minutes\n\n## Fire safety\n\nAll actions have been completed.",
        REVIEW + "### Roof\n\nAll actions have been completed.",
        "## Old actions – Roof\n\nAll done.",
        "## Ann's actions from last meeting\n\nAll done.",
        "**Ann's actions:** all done",
        "**Actions relating to the roof:** all done",
        "## Treasurer\n\nAll done, he said, and the accounts are closed.",
        REVIEW + "12 closed, 3 open.",
        REVIEW + "3 done.",
        "## Boats\n\n1. Done\n2. Carried forward\n",
    ],
)
def test_what_does_not_tell_of_all_or_leaves_out_what_is_not_known_closes_nothing(body: str) -> None:
    assert told(body) == ""


def test_what_explains_an_action_is_of_that_alone() -> None:
    assert told(REVIEW + "- Ann Bell to order slates for the boathouse roof\n  - All done\n") == "1 done"
    assert told(REVIEW + "- Ann Bell to order slates for the boathouse roof. All done.\n") == "1 done"
    assert told(REVIEW + "- Cy Lund to renew the insurance of the van\n  1. all policies\n  2. done\n") == "3 done"


def test_those_that_the_meeting_before_did_not_leave_open_are_not_meant() -> None:
    between = read("2031-04-09", "## Actions\n\n1. Ann Bell to sail to Holm\n")
    last = read("2031-05-14", REVIEW + "All actions completed.")
    ledger = carried(read("2031-03-12", BEFORE), between, last).ledger
    assert [a.id for a in ledger.actions if a.status is Status.DONE] == ["A2031-04-09.1"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1, 2, 3 and 5 done. 4 carried forward.", BUT_FOUR),
        ("- 1-3: done\n- 4: ongoing\n- 5: done", BUT_FOUR),
        ("Items 1 to 3 are complete. Items 4 and 5 remain open.", "1 done, 2 done, 3 done, 4 open, 5 open"),
        ("1. Done\n2. Done\n3. Done\n4. In hand\n5. Done", BUT_FOUR),
        ("- AB: done\n- BK: not yet\n- CL: done", "1 done, 2 open, 3 done"),
        ("AB – done; BK – done; CL – pending", "1 done, 2 done, 3 open"),
        ("Closed: #1, #3", "1 done, 3 done"),
        ("#1 closed, #2 open, #3 closed", "1 done, 2 open, 3 done"),
        ("1 done, 2 open, 3 done", "1 done, 2 open, 3 done"),
        ("Action 4: dropped", "4 dropped"),
        ("Action 1: Complete\nAction 2: Ongoing\nAction 3: Complete", "1 done, 2 open, 3 done"),
        ("Action 1 – Ann Bell – Complete\nAction 2 – Bo Kern – Ongoing", "1 done, 2 open"),
        ("Action 1 - complete. The slates came on Monday.", "1 done"),
        ("Ann has completed her action.", "1 done"),
        ("Ann and Cy have completed their actions.", "1 done, 3 done"),
        ("Bo's action is ongoing.", "2 open"),
    ],
)
def test_actions_are_called_by_their_numbers_or_by_whose_they_are(body: str, expected: str) -> None:
    assert told(REVIEW + body) == expected


def test_who_has_two_actions_is_asked_of_neither() -> None:
    assert told(REVIEW + "- AB: done\n- BK: done\n", BEFORE + "6. Ann Bell to sail\n") == "2 done"


def test_a_number_of_two_lists_is_of_neither() -> None:
    assert told(REVIEW + "- #1: done\n- #5: done\n", BEFORE + "\n## New actions\n\n1. Ann Bell to sail\n") == "5 done"


SERIES = (
    read("2031-03-12", BEFORE),
    read("2031-04-09", REVIEW + "All actions were completed except number 2 and the quotes for the fence.\n\n## Actions\n\n1. Ann to sail to Holm\n"),
    read("2031-05-14", REVIEW + "- 1: done\n- EN: done\n"),
    read("2031-06-11", REVIEW + "All closed.\n"),
)


def test_the_ledger_is_the_same_whichever_way_it_is_made() -> None:
    whole = carried(*SERIES).ledger
    assert [(a.id, a.status, a.seen[-1]) for a in whole.actions if a.status is Status.OPEN] == [("A2031-03-12.2", Status.OPEN, "2031-04-09")]
    assert_made_one_way(SERIES)


@pytest.mark.parametrize("gone", range(len(SERIES)))
def test_what_was_told_in_short_stays_when_other_minutes_are_gone(gone: int) -> None:
    assert_kept_without(SERIES, gone)


def test_what_is_told_in_short_leaves_the_words_of_an_action() -> None:
    result = carried(SERIES[0], read("2031-04-09", REVIEW + "- #2: carried forward\n"))
    told_there = told_at("2031-04-09", result.ledger, result.links, Committee())
    assert [t.mention.text for t in told_there] == ["Bo Kern to write to the county about the slipway"]


def test_why_tells_of_it_where_it_stands_and_where_it_is_an_action() -> None:
    said = why(read("2031-04-09", REVIEW + "All actions completed.\n"), 7, "All actions completed.")
    assert "no action: it is told of all old actions at once" in said
    links = [k for k in carried(*SERIES).links if k.meeting == "2031-05-14"]
    assert [[g.words for g in k.grounds] for k in links] == [["it is called by its number, or by whose it is"]] * 2


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (REVIEW + "| # | Who | Status |\n|---|---|---|\n| 1 | AB | done |\n| 2 | BK | in progress |\n", "1 done, 2 open"),
        ("## Action log\n\n| Action no. | Status |\n|---|---|\n| 1 | Complete |\n| 3 | Dropped |\n", "1 done, 3 dropped"),
        ("## Rooms\n\n| # | Status |\n|---|---|\n| 1 | done |\n", ""),
        (REVIEW + "| # | Item | Status |\n|---|---|---|\n| 1 | the yard of the club | done |\n", "+ done"),
    ],
)
def test_a_table_may_hold_nothing_but_numbers_and_how_far_they_are(body: str, expected: str) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ann has ordered the slates.", "1 done"),
        ("AB confirmed that she had ordered the slates.", "1 done"),
        ("BK has written to the county.", "2 done"),
        ("DM said the hall is booked.", "4 done"),
        ("AB has ordered slates. DM said the hall is booked.", "1 done, 4 done"),
        ("- Letter to county (Bo): outstanding", "2 open"),
        ("- Hall: booked for 12 June", "4 done"),
        ("- Van insurance: renewed until 2032", "3 done"),
        ("- Bo Kern's letter to the county is no longer needed since the slipway has been mended.", "2 dropped"),
        ("- Slates: ordered. ACTION: Ann to tell the roofer.", "+ open, 1 done"),
        ("| Action | Who | Update |\n|---|---|---|\n| Hall for dinner | DM | Booked for 12 June |\n", "4 done"),
        ("| Action | Who | Update |\n|---|---|---|\n| Van insurance | CL | Renewed until 2032 |\n", "3 done"),
        ("| Action | Who | Update |\n|---|---|---|\n| Van insurance | CL | Asked for a price until May |\n", "3 open"),
        ("DM said the hall is full.", ""),
        ("The slates were talked about.", ""),
    ],
)
def test_what_a_review_tells_is_weighed_by_the_task(body: str, expected: str) -> None:
    assert told(REVIEW + body) == expected


def test_what_is_to_be_done_with_what_is_no_longer_needed_is_not_dropped() -> None:
    assert (
        told("## Actions\n\n- Ann to sell the boat that is no longer needed\n- Remove the signs: what is left is no longer needed (Bo)\n")
        == "+ open, + open"
    )
