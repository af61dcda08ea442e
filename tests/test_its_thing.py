"""A report of a review is one on its task where it tells of the very thing of that, and no step on the way, no part and no other thing."""

from __future__ import annotations

import pytest

from tcsg.model import Committee, Mention, Status
from tcsg.reading.minutes import read_minutes

HEAD = "# Notes\n\nPresent: Ann Bell (AB), Bo Kern (BK), Cy Dunn (CD)\n\n## Review of actions\n\n"


def told(task: str, said: str) -> Mention:
    (one,) = read_minutes(f"{HEAD}- Ann to {task}\n  - {said}\n", "minutes/2031-02-04.md", "0" * 64, Committee()).mentions
    return one


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("write to the harbour office about the mud", "Letter went out on 3 March"),
        ("write to the harbour office about the mud", "letter was already send"),
        ("book the hall for the regatta supper", "Hall is booked for 14 May"),
        ("book the hall for the regatta supper", "hall is reserved"),
        ("update the website with the new fees", "Fees are up"),
        ("update the website with the new fees", "all up to date now"),
        ("get three quotes for the winch", "All three quotes are in"),
        ("get three quotes for the winch", "Ann has obtained three"),
        ("publish the yearbook", "Yearbook is out"),
        ("conduct a vote on the statutes by email", "results 4 members voted in favour, 1 against"),
        ("hold an election for the board", "outcome: passed"),
        ("set up a call with the mill", "Invites went out"),
        ("migrate the address list to the new server", "List is across"),
        ("draw a map of the moorings", "Map is there"),
        ("create a channel for the fair", "Channel exists now"),
        ("add the dates to the page", "Dates are in"),
        ("document the signals", "Signals are in the handbook"),
        ("find a caterer for the supper", "Caterer confirmed"),
        ("implement the search box", "Search box landed"),
        ("create a survey of the members", "Survey is out"),
        ("publish the yearbook", "Went live on Monday"),
        ("mend the boathouse door", "the door shuts again"),
        ("mend the boathouse door", "Door's fixed"),
        ("set up a call with the insurers", "Call took place on Monday"),
        ("set up a call with the insurers", "Meeting held 3 May"),
        ("set up a call with the insurers", "Call is in everybody's calendar"),
        ("schedule a retrospective", "Retro scheduled for the 12th"),
        ("migrate the member list to the new server", "Migration is through"),
        ("test the fire alarm", "Test carried out on 3 May, no faults"),
        ("check whether the slipway is open", "it is open"),
        ("check whether the slipway is open", "Bo says it is fine"),
        ("ask the school whether we can use the pool", "The school has agreed"),
        ("contact the insurers about the van", "Spoke to them on the phone"),
        ("talk to the landlord about the lease", "Ann met the landlord on 3 May"),
        ("order life jackets", "these have arrived"),
        ("submit the grant application", "handed in on time"),
        ("collect opinions on the colours", "opinions collected and shared with the crew"),
        ("open an issue on the tide table", "#482"),
        ("draft the rota", "Drafted, please have a look"),
        ("draft the rota", "Draft is in the folder"),
        ("open a bank account", "Account is open"),
        ("close the old bank account", "Account closed, balance transferred"),
        ("chase the yard for the bill", "Bill has arrived"),
        ("review the by-laws", "Reviewed, no changes needed"),
        ("remove the old buoy", "Old buoy is gone"),
        ("return the borrowed oars", "Oars are back with the school"),
        ("move the notice board to the quay", "The notice board is now at the quay"),
        ("arrange a visit of the surveyor", "Visit is on 3 May"),
        ("repair the slipway", "Bo fixed the slipway"),
        ("respond to the harbour office", "Response sent"),
        ("release version 3.1 of the tide table", "3.1 is out"),
        ("ask the firms on the list for prices", "all the firms on the list were asked"),
        ("obtain a price for the sails", "price of £4,200 obtained"),
        ("agree a date with the caterer", "Date agreed with the caterer, menu as well"),
        ("thank the crew", "Cards sent"),
        ("apply for a berth", "Application is in"),
        ("set a date for the regatta", "Date is 14 June"),
        ("share the slides with the crew", "Slides were sent round"),
        ("check if the winch works", "It works"),
        ("print the programme", "They're back from the printer"),
        ("book the coach", "Booked a 49-seater"),
        ("notify the members of the new fees", "E-mail went out to all members"),
        ("make arrangements for the supper", "Everything is arranged"),
        ("draw up a list of crews", "List drawn up and circulated"),
        ("transfer the domain to the club", "Transfer went through on Monday"),
        ("cut a release candidate", "RC was cut on Friday"),
        ("post the survey in the forum", "Survey posted on Monday, 12 answers so far"),
    ],
)
def test_what_has_come_of_its_thing_closes_a_task(task: str, said: str) -> None:
    assert told(task, said).status is Status.DONE


@pytest.mark.parametrize(
    ("task", "said"),
    [
        *(("mend the boathouse door", said) for said in ("Wood has been bought", "The window was mended", "works for now", "Screws are here")),
        *(
            ("book the hall for the regatta supper", said)
            for said in ("The hall committee has met", "The menu has been received", "Little has been done")
        ),
        *(("publish the yearbook", said) for said in ("sent to the printer", "Yearbook sent to the printer", "Printed", "Yearbook is in hand")),
        *(("distribute the leaflets", said) for said in ("Leaflets have been printed", "Leaflets ordered", "Leaflets are here")),
        *(("replace the winch", said) for said in ("winch ordered", "The old one works again for now", "Old one removed")),
        ("chase the sailmaker about the repair", "Chased again"),
        ("list the photographs", "40 done"),
        *(("find speakers for the supper", said) for said in ("One speaker found", "Dinner is booked")),
        *(("get three quotes for the winch", said) for said in ("Two quotes obtained", "two received", "The yard has sent us a bill")),
        *(
            ("update the website with the new fees", said)
            for said in ("Bo has finished the logo", "moved to Q3", "The new fees are agreed in principle")
        ),
        *(("set up a call with the insurers", said) for said in ("They have been emailed", "To go out next week", "Another call was held")),
        *(
            ("write a page on knots for the handbook", said)
            for said in ("Ann wrote an outline", "The handbook is out", "The harbour has written to us")
        ),
        *(("send the minutes to all members", said) for said in ("The agenda was sent to all members", "Minutes are with the chair")),
        *(("mend the links in the handbook", said) for said in ("The handbook is online", "Links checked")),
        *(("check whether the slipway is open", said) for said in ("The harbour office is open", "Is it open?")),
        *(("pay the bill of the printer", said) for said in ("Bill is here", "Bill sent to the treasurer", "Bill approved")),
        *(("review the by-laws", said) for said in ("By-laws are on the website", "The by-laws have been published")),
        *(("respond to the harbour office", said) for said in ("Response drafted", "The harbour office was painted")),
        *(("release version 3.1 of the tide table", said) for said in ("3.0.1 is out", "2.5 has been released")),
        *(("return the borrowed oars", said) for said in ("Oars counted", "The oars are back from the yard for now")),
        *(("update the tide table", said) for said in ("Table item 4 is done", "Tide gauge fixed")),
        *(("get a price from the yard for the sails", said) for said in ("Ann has emailed the yard", "Ann wrote to the yard")),
        *(("share the slides with the crew", said) for said in ("Crew has met", "The crew have moved away")),
        *(("tidy the boathouse", said) for said in ("Two shelves tidied", "Two of three shelves tidied")),
        *(("order ropes", said) for said in ("Wrong ropes delivered", "Half of the ropes ordered")),
        *(("book the coach", said) for said in ("Coach company has closed", "Coach is full")),
        *(("send a reminder to the members", said) for said in ("Two members have replied to the last one", "Members' list updated")),
        *(("chase the yard about the bill", said) for said in ("Foreman came on Monday", "Yard is back on Monday")),
        ("conduct a vote on the statutes by email", "results are due in May"),
        ("conduct a vote on the statutes by email", "results 12 May"),
    ],
)
def test_a_step_a_part_or_another_thing_leaves_it_open(task: str, said: str) -> None:
    assert told(task, said).status is Status.OPEN


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("book the hall for the regatta supper", "Supper called off so not required"),
        ("write to the harbour office about the mud", "The harbour office cleared it themselves – item dropped"),
        ("invite the mayor to the regatta", "Declined – no longer pursued"),
        ("move the list to the new server", "Decided to stay with the old server"),
        ("mend the boathouse door", "We agreed to let this one go"),
        ("replace the winch", "Not going to happen this year, item closed"),
        ("replace the winch", "It was agreed not to proceed with this"),
        ("book the coach", "Outing cancelled, coach not needed"),
        ("replace the winch", "The winch no longer needs to be replaced"),
    ],
)
def test_what_nobody_will_do_any_more_is_dropped(task: str, said: str) -> None:
    assert told(task, said).status is Status.DROPPED


@pytest.mark.parametrize("said", ["[Ann] did it", "Ann> done", "AB – mended on Monday", "(Ann) mended it", "Ann: mended", "Ann says it is mended"])
def test_who_says_it_is_no_part_of_what_is_told(said: str) -> None:
    assert told("mend the boathouse door", said).status is Status.DONE


def test_what_somebody_is_at_is_no_action_below_a_reviewed_one() -> None:
    assert told("write to the harbour office", "Ann is writing to them this week").status is Status.OPEN
    assert told("write to the harbour office", "Ann – asked them once more").status is Status.OPEN


@pytest.mark.parametrize(
    "said",
    [
        *("new deadline: 1 June", "Deadline extended to 1 June", "extended until 1 June", "Revised date: 1 June", "Now due 1 June"),
        *("will be done by 1 June", "It will be ready by 1 June", "deferred to 1 June"),
    ],
)
def test_a_new_term_is_told_below_an_action(said: str) -> None:
    one = told("mend the boathouse door", said)
    assert (one.status, str(one.due and one.due.day)) == (Status.OPEN, "2031-06-01")


def test_what_else_has_another_day_gives_an_action_none() -> None:
    assert told("mend the boathouse door", "The regatta was moved to 1 June").due is None


@pytest.mark.parametrize(
    ("said", "owners", "day"),
    [
        ("Reassigned to Bo", ("Bo",), None),
        ("Bo taking over", ("Bo",), None),
        ("Now with BK", ("BK",), None),
        ("Deadline extended to 1 June", ("Ann",), "2031-06-01"),
        ("Moved to 1 June", ("Ann",), "2031-06-01"),
    ],
)
def test_the_cell_of_a_status_tells_who_has_it_now_and_till_when(said: str, owners: tuple[str, ...], day: str | None) -> None:
    text = f"{HEAD}| Action | Who | Status |\n|---|---|---|\n| Mend the boathouse door | Ann | {said} |\n"
    (one,) = read_minutes(text, "minutes/2031-02-04.md", "0" * 64, Committee()).mentions
    assert (one.owners, one.due and str(one.due.day)) == (owners, day)
    assert one.status is Status.OPEN


@pytest.mark.parametrize(
    ("title", "status"),
    [
        *((title, Status.DONE) for title in ("### Finished items", "**Closed this week:**", "### Done so far", "### Completed last month")),
        *((title, Status.DROPPED) for title in ("### Dropped items", "### Cancelled items")),
        *((title, Status.OPEN) for title in ("### Open items", "### Done in by the storm", "### Not done this week")),
    ],
)
def test_a_title_of_items_tells_how_far_those_below_it_are(title: str, status: Status) -> None:
    text = f"{HEAD}{title}\n\n- Ann to mend the boathouse door\n- Bo to order the winch\n"
    found = read_minutes(text, "minutes/2031-02-04.md", "0" * 64, Committee()).mentions
    assert [m.status for m in found] == [status, status]
