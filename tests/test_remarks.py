"""Short remarks on actions of earlier meetings: what they tell, in whichever place they stand."""

from __future__ import annotations

import pytest

from tcsg.model import Committee, Mention, Status
from tcsg.reading.minutes import read_minutes

HEAD = "# Notes\n\nPresent: Ann Bell (AB), Kim Kato (KK), Pat Bold (PB)\n\n## Review of actions\n\n"
PLACES = {
    "below": "- {task}\n  - {said}\n",
    "dash": "- {task} - {said}\n",
    "colon": "- {task}: {said}\n",
    "sentence": "- {task}. {said}\n",
    "paragraph": "- {task}\n\n  {said}\n",
}


def mentions(task: str, said: str, place: str) -> tuple[Mention, ...]:
    return read_minutes(HEAD + PLACES[place].format(task=task, said=said), "minutes/2031-02-04.md", "0" * 64, Committee()).mentions


def statuses(task: str, said: str) -> set[Status]:
    return {m.status for place in PLACES for m in mentions(task, said, place)}


LETTER = "KK to write to the council about the lane"


@pytest.mark.parametrize(
    "said",
    [
        *("Done last week", "Already done", "Done already", "Was completed in January", "This was sorted out", "It got sorted on Monday"),
        *(
            "KK did this",
            "Kim has done it",
            "Letter sent",
            "The letter was sent on 4 March",
            "E-mail sent",
            "Posted on the list",
            "Submitted to the council",
        ),
        *(
            "Closing this",
            "Can be closed",
            "This item can now be closed.",
            "We can close this",
            "Agreed to close",
            "Marked as done",
            "Mark as complete",
        ),
        *("Happened", "It took place on 3 May", "This has happened", "KK reported that this is complete", "KK said that it was done"),
    ],
)
def test_what_says_that_it_is_done_closes(said: str) -> None:
    assert statuses(LETTER, said) == {Status.DONE}


@pytest.mark.parametrize(
    "said",
    [
        *("No longer really applicable, the lane is gone.", "This is no longer necessary", "Closed as no longer needed", "Moot", "N/A now"),
        *("We decided not to do this", "Decided against it", "Agreed to drop this", "Can be dropped", "This can be removed from the list"),
        *("Will not be done", "We won't do this", "Not going to happen", "Not pursuing this"),
    ],
)
def test_what_says_that_it_is_given_up_drops(said: str) -> None:
    assert statuses(LETTER, said) == {Status.DROPPED}


@pytest.mark.parametrize(
    "said",
    [
        *(
            "Done in part",
            "Done in principle",
            "Done?",
            "Is this done?",
            "Can this be closed?",
            "Letter to be sent",
            "Moved to May",
            "Added to the agenda",
        ),
        *("Reminder sent", "Kim wrote a draft", "Kim will not do this before May", "The lane is closed", "It happened that Kim was away"),
        *("Decided not to write before May", "The gate can be removed from the north end", "Not needed before May, but then it is"),
    ],
)
def test_what_tells_something_else_leaves_it_open(said: str) -> None:
    assert statuses(LETTER, said) == {Status.OPEN}


@pytest.mark.parametrize("said", ["We will close it", "Can be closed", "It can be removed", "Agreed to close"])
def test_what_may_be_said_of_the_thing_is_no_verdict(said: str) -> None:
    assert statuses("KK to close the account at the bank", said) == {Status.OPEN}
    assert Status.DROPPED not in statuses("KK to remove the fence", said)


@pytest.mark.parametrize("said", ["KK will do this next week", "Kim is working on it", "Pat to look into this"])
def test_what_points_back_is_no_other_action(said: str) -> None:
    (one,) = mentions(LETTER, said, "below")
    assert (one.owners, one.status) == (("KK",), Status.OPEN)


@pytest.mark.parametrize("said", ["PB to do the fence", "Pat to look into the price of sand", "PB will paint it"])
def test_what_names_another_thing_below_is_an_action(said: str) -> None:
    assert len(mentions(LETTER, said, "below")) == 2


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("KK: I finished this yesterday", Status.DONE),
        ("Posted on Monday, can be closed", Status.DONE),
        ("If the council answers, this can be closed", Status.OPEN),
        ("KK: will finish this tomorrow", Status.OPEN),
    ],
)
def test_who_says_it_and_what_comes_before_changes_nothing_but_a_condition(said: str, status: Status) -> None:
    assert [m.status for m in mentions(LETTER, said, "below")] == [status]
