"""How an action of an earlier meeting went, in the words in which secretaries tell it."""

from __future__ import annotations

from datetime import date

import pytest

from tcsg.model import Committee, Mention, Minutes, Section, Status
from tcsg.reading.minutes import read_minutes
from tcsg.reading.outcome import find_outcome
from tcsg.reading.status import find_status
from tcsg.reading.words.pasts import pasts

HEAD = "# Notes\n\nPresent: Ann Bell (AB), Kim Kato (KK), Pat Bold (PB)\n\n"


def read(text: str, path: str = "minutes/2031-02-04.md") -> Minutes:
    return read_minutes(text, path, "0" * 64, Committee())


def reviewed(lines: str) -> Mention:
    """The only mention of a list of old actions."""
    (one,) = read(f"{HEAD}## Review of actions\n\n{lines}\n").mentions
    return one


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("- AB to paint the shed\n  (done)", "AB to paint the shed"),
        ("- AB to paint the shed\n  - (done)", "AB to paint the shed"),
        ("- KK to ring the yard\n  - (Kim reported that the yard has been rung)", "KK to ring the yard"),
        ("- PB to book the hall (this was completed)", "PB to book the hall"),
        ("- KK to mend the gate (Kim reported that it is mended.)", "KK to mend the gate"),
        ("- PB to order sand\n  - Pat ordered it last week.\n  - It came on Monday.", "PB to order sand"),
        ("- KK to find a caterer\n  - Kim has found one.", "KK to find a caterer"),
        ("- AB to send the bill. AB sent it on Monday.", "AB to send the bill"),
        ("- KK to thank the crew – Kim thanked them.", "KK to thank the crew"),
        ("- **AB to draft the rota** _Closed_", "AB to draft the rota"),
        ("- AB to mend the tide table\n  - PR was merged: https://example.org/p/7", "AB to mend the tide table"),
        ("- AB to mend the tide table\n  - this got merged :tada:", "AB to mend the tide table"),
        ("- PB to paint the shed\n  - Done, see https://example.org/shed", "PB to paint the shed"),
        ("- **DONE** AB to paint the shed", "AB to paint the shed"),
        ("- AB to paint the shed\n  - Done last month\n  - to be removed from the list", "AB to paint the shed"),
        ("- AB to paint the shed – Done, but see the new action for the door", "AB to paint the shed"),
        ("- AB to paint the shed\n  Took longer than we thought. Done now.", "AB to paint the shed"),
        ("- Paint the shed - Ann - painted last week", "Paint the shed - Ann"),
    ],
)
def test_what_is_done_is_done_however_it_is_told(lines: str, text: str) -> None:
    one = reviewed(lines)
    assert (one.status, one.text) == (Status.DONE, text)


@pytest.mark.parametrize(
    ("task", "remarks"),
    [
        (
            "ask the yard about the mast",
            ["Talked to the yard, they agree", "The yard confirmed that it can be moved", "Got an answer: no", "asked, they will do it"],
        ),
        (
            "contact the museum about a fair",
            ["Met with them, they are keen", "Have been in touch, meeting on the 5th", "Sent them a mail last night"],
        ),
        ("invite Prof. Lund to speak", ["He accepted", "Invited, and he will come", "Declined"]),
        ("check with the bank whether it is paid", ["Spoke with the bank, it is", "All in order"]),
        ("review the tide tables", ["Had a look, all fine", "Left comments in the margin", "LGTM, approved", "Requested changes"]),
        ("choose a printer for the flags", ["We went with Marsh & Co", "Agreed: Marsh & Co", "We'll use Marsh & Co"]),
        ("get two quotes for the boiler", ["The firm sent both quotes", "Quotes are in the folder", "Both came back"]),
        ("draft a letter to the mayor", ["Letter is out", "The letter went out on Monday", "Letter is ready"]),
        ("circulate the slides", ["Slides are in the repo", "They are in the shared folder", "See the link above"]),
        ("set up nightly builds", ["Running since Sunday", "It works now", "Builds are set up"]),
        ("mend the pump", ["No longer leaks, solved by a new seal", "It doesn't leak any more"]),
        ("raise the fees at the forum", ["Brought it up last Tuesday", "Raised there, they will look into it"]),
        ("open an issue about the links", ["Issue #55", "It's #55 now"]),
        ("organise a meeting with the council", ["Meeting took place", "Met them on 4 May", "Meeting is set for 4 May"]),
        ("translate the flyer", ["Translation is done"]),
        ("clean the gutters", ["Gutters are clean"]),
        ("ask the mill about the mast", ["Had a call with the mill, it can be moved"]),
        ("email the clerk about the path", ["I wrote to her"]),
        ("inform the members about the fees", ["Members were told at the fair"]),
        ("ask Ann for the figures", ["Got the figures"]),
        ("invite Prof. Lund to speak", ["Confirmed for 5 May"]),
        ("choose a harbour for the fair", ["We'll use Marsh Quay"]),
        ("review the tide tables", ["Comments sent to Bo"]),
        ("investigate the leak", ["Cause found and mended"]),
        ("test the pump", ["Pump works"]),
        ("collect the spare keys", ["Picked up on Friday", "I have them"]),
        ("book the hall for the fair", ["We have the hall for 5 May"]),
        ("order slates for the wall", ["On order"]),
        ("raise the fees at the forum", ["Was discussed at the forum"]),
        ("discuss the budget with the treasurer", ["Talked about it, fine as it is"]),
        ("train the crew in first aid", ["Training was last Saturday"]),
        ("schedule a call with the auditors", ["Set for next Thursday"]),
        ("decide how to hold the winter fair", ["Winter fair took place 3-5 December at the mill"]),
        ("advertise pier 4 as free", ["Pier 4 is now listed as free on the site"]),
        ("ping Lund about the tide gauge", ["Lund has been contacted. He has no key."]),
        ("review changes 41 and 42", ["PRs approved by Lund", "Both PRs have been merged"]),
        ("create a poll for the fair", ["Poll is here: https://example.org/poll/7", "Poll sent, 14 June it is"]),
    ],
)
def test_another_verb_tells_that_a_task_of_its_kind_is_done(task: str, remarks: list[str]) -> None:
    assert {said: reviewed(f"- KK to {task}\n  - {said}").status for said in remarks} == dict.fromkeys(remarks, Status.DONE)


@pytest.mark.parametrize(
    ("task", "remarks"),
    [
        ("ask the yard about the mast", ["Talked to Bo", "Talked to the yard, no decision", "emailed the yard, they will get back to us"]),
        ("find a mentor for the trainees", ["One person replied", "talked to two people"]),
        ("review the tide tables", ["Draft is online", "Tables are ready", "looked at the first part"]),
        ("send a letter to the mayor", ["Letter is ready", "Letter is written"]),
        ("set up nightly builds", ["PR is up", "PR is out for review", "Machine is here"]),
        ("move the website to the new host", ["New host is up", "Site is in two places"]),
        ("choose a printer for the flags", ["going through the offers", "decided to wait"]),
        ("create the new logo", ["see #55", "#55"]),
        ("paint the fence", ["Paint is here", "Hall is up"]),
        ("organise a meeting with the council", ["Meeting was moved to June", "Meeting is planned for June"]),
        ("collect remarks on the plan", ["Plan is out"]),
        ("decide where to hold the fair", ["Fair will be held at the mill, if they agree"]),
        ("advertise the fair", ["Pier 4 is now listed as open on the site"]),
        ("ask the yard about the mast", ["The council has been contacted"]),
        ("review changes 41 and 42", ["One PR approved by Lund", "PRs are not yet approved"]),
    ],
)
def test_what_tells_of_another_thing_or_a_step_leaves_it_open(task: str, remarks: list[str]) -> None:
    assert {said: reviewed(f"- KK to {task}\n  - {said}").status for said in remarks} == dict.fromkeys(remarks, Status.OPEN)


@pytest.mark.parametrize(
    "lines",
    [
        "- PB to call Sue (left a message)",
        "- PB to call Sue\n  - no answer so far",
        "- PB to order sand (Pat reported that it is not ordered yet)",
        "- PB to order sand\n  - Pat ordered it, but it has not come",
        "- KK to monitor the damp\n  - Kim monitored it in May",
        "- AB to paint the shed (Ann reported that the paint is too dear)",
        "- KK to write to the mayor: new address needed",
        "- KK and PB: New lamps for the hall",
        "- AB to mend the tide table\n  - PR is not merged",
        "- AB to mend the tide table\n  - PR to be merged soon",
        "- AB to paint the shed\n  - Ask who painted it last",
        "- AB to print the label\n  - It says “printed in Hull” on it",
    ],
)
def test_what_is_not_told_for_certain_stays_open(lines: str) -> None:
    assert reviewed(lines).status is Status.OPEN


def test_the_words_of_a_task_that_begin_with_new_are_no_status() -> None:
    assert reviewed("- KK and PB: New lamps for the hall").text == "KK and PB: New lamps for the hall"
    assert find_outcome("Kim: bank form, new signatories?") is None


@pytest.mark.parametrize("said", ["Nobody knows it, so I guess we're dropping it.", "We will drop this.", "Let's drop that item"])
def test_what_we_drop_is_dropped(said: str) -> None:
    assert reviewed(f"- AB to ask for the key\n  - {said}").status is Status.DROPPED


@pytest.mark.parametrize("said", ["Should we drop it?", "We dropped it off at the yard", "Kim thinks we could drop it", "we will not drop it"])
def test_what_we_may_drop_is_open(said: str) -> None:
    assert reviewed(f"- AB to ask for the key\n  - {said}").status is Status.OPEN


def test_what_people_agree_to_be_needless_is_dropped() -> None:
    assert reviewed("- KK to mend the gate\n  - Ann and Pat agree that this is obsolete").status is Status.DROPPED


def test_overtaken_by_events_is_dropped() -> None:
    assert reviewed("- AB to ask for the key\n  - OBE: the lock is gone").status is Status.DROPPED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ask the firm about the mast. It has closed down. We can remove this action.", Status.DROPPED),
        ("Ask the firm about the mast. **They never answered, so we can drop this action.**", Status.DROPPED),
        ("Ask the firm about the mast. They have told us; this action can now be closed.", Status.DONE),
    ],
)
def test_a_verdict_on_the_action_is_its_status(text: str, status: Status) -> None:
    told = find_status(text)
    assert told is not None
    assert told.status is status
    assert text[: told.start].startswith("Ask the firm about the mast")


def test_a_task_about_removing_something_is_no_verdict() -> None:
    assert find_status("PB to ask whether we can remove the old mast.") is None
    assert find_status("Ask the firm. We cannot close this action.") is None


def test_a_remark_below_a_task_is_no_task_of_somebody_called_looking() -> None:
    one = reviewed("- ACTION KK: draft a guide to the tools\n    - Looking to provide one that all clubs can use\n    - RESOLVED")
    assert (one.owners, one.status) == (("KK",), Status.DONE)


def test_a_status_in_bold_is_no_owner() -> None:
    assert reviewed("- ACTION: mend the north gate. **WIP**").owners == ()


@pytest.mark.parametrize(("verb", "past"), [("send", "sent"), ("order", "ordered"), ("notify", "notified"), ("move", "moved"), ("plan", "planned")])
def test_the_past_of_a_verb(verb: str, past: str) -> None:
    assert past in pasts(verb)


# --- a list that follows up ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "sections"),
    [
        ("## Follow-up\n\n- Kim to paint the shed\n\n## Agenda\n\n- The roof\n", [Section.REVIEW]),
        ("## Follow ups\n\n- Kim to paint the shed\n\n## Actions\n\n- Pat to order sand\n", [Section.REVIEW, None]),
        ("## Agenda\n\n- The roof\n\n## Follow-up\n\n- Kim to paint the shed\n", [None]),
        ("## Talk\n\nThe roof leaks.\n\n## Follow-up\n\n- Kim to paint the shed\n", [None]),
    ],
)
def test_what_follows_up_above_the_agenda_or_another_list_is_a_review(lines: str, sections: list[Section | None]) -> None:
    assert [m.section for m in read(HEAD + lines).mentions] == sections


def test_a_status_below_an_action_is_no_action_of_somebody_called_so() -> None:
    (one,) = read("## Actions\n\n- AB to paint the shed\n  - WIP - see the log\n").mentions
    assert (one.text, one.owners) == ("AB to paint the shed", ("AB",))


# --- days that are no numbers, and moments that are no days -------------------------------------------------------


def test_the_day_on_which_actions_were_given_is_no_number_of_theirs() -> None:
    found = read(f"{HEAD}ACTION 2031-01-07: Kim to paint the shed.\n\nTalk.\n\nACTION 2031-01-07: Pat to order the sand.\n").mentions
    assert [(m.text, m.cites, m.restates) for m in found] == [("Kim to paint the shed.", (), None), ("Pat to order the sand.", (), None)]


def test_when_a_program_saved_the_page_is_not_the_day_of_the_meeting() -> None:
    page = "---\ntitle: Notes\ndate: 2031-09-19T12:00:53.399Z\n---\n\n- Meeting open: 13:37\n"
    said = read(page, "minutes/2031-03-15.md")
    assert said.day == date(2031, 3, 15)
    assert [f.code for f in said.findings] == ["date-disagrees"]
    assert read(page, "minutes/march.md").day == date(2031, 9, 19)
    assert read(page.replace("T12:00:53.399Z", ""), "minutes/2031-03-15.md").day == date(2031, 9, 19)


@pytest.mark.parametrize("below", ["NOPE", "not yet.", "Not done yet", "this didn't happen", "We did not do it"])
def test_a_ticked_box_that_the_line_below_denies_is_open_and_asked_about(below: str) -> None:
    (one,) = read(f"{HEAD}## Actions\n\n- [x] KK to ring the bank\n  - {below}\n").mentions
    assert (one.status, one.unsure) == (Status.OPEN, f"ticked, and below it: {below}")


@pytest.mark.parametrize("below", ["no reply yet", "ongoing", "no news from the bank", "done"])
def test_what_came_of_it_denies_no_ticked_box(below: str) -> None:
    (one,) = read(f"{HEAD}## Actions\n\n- [x] KK to ring the bank\n  - {below}\n").mentions
    assert (one.status, one.unsure) == (Status.DONE, None)


@pytest.mark.parametrize(("blank", "said"), [("", "Done."), ("\n", "Done."), ("\n", "Finished")])
def test_a_paragraph_within_an_item_tells_of_that_item_and_not_of_those_below(blank: str, said: str) -> None:
    lines = f"## Past actions\n\n- KK: Update the list of keys.\n{blank}  {said}\n- PB: Ring the yard.\n{blank}  {said}\n- LC: Draw a map.\n"
    assert [m.status for m in read(HEAD + lines).mentions] == [Status.DONE, Status.DONE, Status.OPEN]


@pytest.mark.parametrize(("said", "status"), [("**Done**", Status.DONE), ("*Ongoing*", Status.OPEN), ("Done", Status.DONE)])
def test_a_status_on_the_line_right_below_an_action_is_no_title_of_the_next(said: str, status: Status) -> None:
    lines = f"## Status of actions from last time\n\n**Action - KK**: Update the list of keys.\n{said}\n\n**Action - PB**: Ring the yard.\n"
    assert [(m.status, m.end_line - m.line) for m in read(HEAD + lines).mentions] == [(status, 1), (Status.OPEN, 0)]


def test_a_status_in_bold_right_below_an_action_is_a_title_where_a_list_follows() -> None:
    lines = "## Status of actions from last time\n\n**Action - KK**: Update the list of keys.\n**Done**\n\n- PB: Ring the yard.\n"
    assert [m.status for m in read(HEAD + lines).mentions] == [Status.OPEN, Status.DONE]


@pytest.mark.parametrize("said", ["**Done. They meet on 2nd Thursdays from now on**", " **Done. Kim says May is soon enough (so far)**."])
def test_a_sentence_in_bold_behind_a_task_tells_how_it_went(said: str) -> None:
    assert reviewed(f"**Action - PB**: Ask them when they would like to meet.{said}").status is Status.DONE


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("**Ann is at it. The yard has been no help.**", "PB: Choose the crane."),
        ("**Ann is to ring the yard.**", "PB: Choose the crane. Ann is to ring the yard."),
        ("**This is for the fair, by 5 May.**", "PB: Choose the crane. This is for the fair, by 5 May."),
    ],
)
def test_a_remark_in_bold_is_none_of_the_words_of_a_reviewed_task(said: str, text: str) -> None:
    assert reviewed(f"**Action - PB**: Choose the crane. {said}").text == text


def test_what_was_done_right_after_the_meeting_is_done() -> None:
    (one,) = read(HEAD + "Action - KK: Help the visitor with the key. Done immediately, on the way home. Well done Kim!\n").mentions
    assert one.status is Status.DONE


@pytest.mark.parametrize(
    ("item", "text", "status"),
    [
        ("Kim: Complete the form for the harbour fair", "Kim: Complete the form for the harbour fair", Status.OPEN),
        ("Kim: Close gates at night", "Kim: Close gates at night", Status.OPEN),
        ("Form for the harbour fair: Complete as of today", "Form for the harbour fair", Status.DONE),
        ("Form for the harbour fair: complete", "Form for the harbour fair", Status.DONE),
    ],
)
def test_what_is_to_be_completed_is_not_complete(item: str, text: str, status: Status) -> None:
    (one,) = read(f"{HEAD}## Actions of last meeting\n\n- {item}\n").mentions
    assert (one.text, one.status) == (text, status)


def test_a_title_in_quotes_tells_nothing_of_the_action() -> None:
    lines = '## Actions of last meeting\n\n- Kim to write to the members\n  - The last letter is called "The Boat Club Has Moved"\n'
    assert [m.status for m in read(HEAD + lines).mentions] == [Status.OPEN]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("Kim: key of the shed - it was bent, fixed", "Kim: key of the shed"),
        ("@kim: flaky pump test - the seal was broken, fixed", "@kim: flaky pump test"),
        ("Key of the shed: replaced", "Key of the shed"),
    ],
)
def test_what_stands_behind_an_owner_is_the_task_and_not_how_it_went(item: str, text: str) -> None:
    (one,) = read(f"{HEAD}## Actions of last meeting\n\n- {item}\n").mentions
    assert (one.text, one.status) == (text, Status.DONE)
