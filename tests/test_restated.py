"""What a file says twice: the closing list of the meeting, and what a list of old actions hands on to the new ones."""

from __future__ import annotations

import pytest

from tcsg.model import Committee, Mention, Section, Status
from tcsg.reading.minutes import read_minutes

PRESENT = "---\npresent: [Gwen Wills (GW), Hari Pool (HP), Lena Ost (LO)]\n---\n"


def mentions(text: str) -> tuple[Mention, ...]:
    return read_minutes(PRESENT + text, "4.md", "", Committee()).mentions


def restated(text: str) -> list[int | None]:
    """For each mention the line that it says again, counted from the line below the front matter."""
    return [m.restates and m.restates - 3 for m in mentions(text)]


MEETING = """\
ACTION: GW to grease the sluice
The club page has no map.
ACTION: HP to see to a link to a map of the moorings
ACTION: LO to count the eels

## Summary of actions

| Who | What |
| --- | --- |
| GW | Grease the sluice |
| HP | {between} |
| LO | Count the eels |
"""


def test_a_closing_list_says_again_what_stood_where_it_stands() -> None:
    assert restated(MEETING.format(between="Write a page on the moorings, with a map to go by")) == [None, None, None, 1, 3, 4]


@pytest.mark.parametrize("between", ["Buy a new flag", "Draw 2 maps of the moorings for visitors"])
def test_what_has_nothing_to_do_with_it_is_another_action_though_it_stands_there(between: str) -> None:
    assert restated(MEETING.format(between=between))[4] is None


def test_of_more_items_than_there_were_actions_none_is_told_by_its_place() -> None:
    lines = MEETING.format(between="Write a page on the moorings, with a map").replace(
        "| LO |", "| HP | Ask about the moorings map of 1990 |\n| LO |"
    )
    assert restated(lines) == [None, None, None, 1, None, None, 4]


REVIEW = "## Actions from last meeting\n\n- GW: eel count\n- HP to mend the flag pole at the lower gate\n\n## New actions\n\n{new}\n"


@pytest.mark.parametrize(
    "new",
    ["- GW: eel count", "- GW to do the eel count", "- HP to mend the flag pole", "- HP to mend the flag pole at the lower gate or have it mended"],
)
def test_what_is_reviewed_as_open_and_listed_on_is_one_action(new: str) -> None:
    assert restated(REVIEW.format(new=new))[2] in {3, 4}


@pytest.mark.parametrize(
    "new",
    [
        "- LO: eel count",
        "- GW: heron count",
        "- HP to paint the flag pole at the lower gate",
        "- HP to mend the flag mast at the lower gate",
        "- HP to mend the flag pole at Upper Mill",
        "- HP to flag the mend",
    ],
)
def test_another_action_of_that_meeting_is_not(new: str) -> None:
    assert restated(REVIEW.format(new=new))[2] is None


def test_what_was_closed_and_is_given_anew_is_not_said_again() -> None:
    assert restated(REVIEW.replace("eel count", "eel count - done").format(new="- GW: eel count")) == [None, None, None]


def test_what_is_done_with_a_thing_that_was_to_be_made_is_another_action() -> None:
    lines = "## Actions from last meeting\n\n- GW to draft the policy on eels\n\n## New actions\n\n- GW to circulate the draft policy on eels\n"
    assert restated(lines) == [None, None]


# --- the title that an action stands below -------------------------------------------------------------------------


def topics(text: str) -> list[str | None]:
    return [m.agenda_item for m in mentions(text)]


def test_a_list_of_actions_at_the_end_belongs_to_no_topic() -> None:
    lines = "## Notes\n\n### Sluice\n\nIt sticks.\n\n{level} Action items\n\n- GW to grease it\n"
    assert topics(lines.format(level="##")) == [None]
    assert topics(lines.format(level="####")) == ["Sluice"]


@pytest.mark.parametrize(
    "lines", ["**Lower sluice** - it sticks again.\nACTION: GW to look at it", "**Lower sluice**\nIt sticks again.\nACTION: GW to look at it"]
)
def test_a_paragraph_may_have_a_title_of_its_own(lines: str) -> None:
    assert topics(f"## Repairs\n\n{lines}\n") == ["Lower sluice"]


@pytest.mark.parametrize(
    "lines", ["**Gwen Wills** - it sticks again.\nACTION: GW to look at it", "**Note:** it sticks again.\nACTION: GW to look at it"]
)
def test_a_name_or_a_label_is_no_title(lines: str) -> None:
    assert topics(f"## Repairs\n\n{lines}\n") == ["Repairs"]


def test_a_list_below_its_owners_says_again_what_named_them_itself() -> None:
    talk = "# Talk\n\n- Action: **Lena** call Hari if in doubt\n- Action: **Gwen** call Hari if in need\n\n"
    assert restated(talk + "## Action items\n\n### Lena\n\n- **Action:** Re: the moorings. Call Hari if in doubt\n") == [None, None, 3]


def test_tasks_of_one_owner_that_are_alike_but_for_a_word_are_two() -> None:
    assert restated("- Action: **Gwen** call Hari on eels\n- Action: **Gwen** call Hari on nets\n") == [None, None]


REVIEWED = """\
## Review of actions

- LO to list the keys of the club: a list has been made of them by Hari
- GW to grease the sluice: done

## {title}

- {again}
"""


def test_what_remains_is_what_was_reviewed_whatever_the_review_made_of_it() -> None:
    assert restated(REVIEWED.format(title="Summary of remaining actions", again="LO to list the keys of the club.")) == [None, None, 3]


@pytest.mark.parametrize(
    ("title", "again"),
    [("New actions", "LO to list the keys of the club"), ("Summary of remaining actions", "LO to list the keys of the yacht club")],
)
def test_other_words_and_a_list_of_other_actions_give_it_anew(title: str, again: str) -> None:
    assert restated(REVIEWED.format(title=title, again=again)) == [None, None, None]


COUNTED = """\
## Review of actions

ACTION 2.1: done
ACTION 3.1: no reply yet

## Posters

ACTION 2.1: {first}

## Bank

ACTION 3.1: HP to write to the bank
"""


def test_numbers_that_are_given_anew_to_other_words_say_nothing_again() -> None:
    told = mentions(COUNTED.format(first="GW to print the posters"))
    assert [(m.restates, m.status) for m in told] == [(None, Status.DONE), (None, Status.OPEN), (None, Status.OPEN), (None, Status.OPEN)]


def test_one_number_of_the_review_that_a_list_has_again_is_that_action() -> None:
    one = (
        "## Review of actions\n\nACTION 2.1: GW to ask the yard about the river\n\n## Actions\n\nACTION 2.1: GW and HP to decide what is to be done\n"
    )
    assert restated(one) == [None, 3]


TAKEN_UP = """\
## Actions from last time

- GW: mend sluice{link}
- HP: share the notes of the eel talks

## Actions

- GW: mend sluice{other}
- HP: continue to share the notes of all eel talks
"""


def test_the_list_of_this_meeting_has_the_very_words_of_the_review_however_few() -> None:
    assert restated(TAKEN_UP.format(link="", other="")) == [None, None, 3, 4]


def test_few_words_with_other_links_are_of_another_action() -> None:
    links = (" ([a](https://example.org/a))", " ([b](https://example.org/b))")
    assert restated(TAKEN_UP.format(link=links[0], other=links[1]))[2] is None


SUMMED = """\
ACTION: GW to send round a plan of the upper sluice, with what it would cost to mend, so that all can say what they think
ACTION: LO to count the eels

## Summary of actions

- LO to count the eels
- {listed}
"""


@pytest.mark.parametrize(
    "listed",
    ["GW: upper sluice plan, priced and sent to members", "GW: send out drawings of works at the sluice, with a price, to all that have asked"],
)
def test_a_closing_list_says_again_what_its_owner_alone_has_to_do(listed: str) -> None:
    assert restated(SUMMED.format(listed=listed))[3] == 1


@pytest.mark.parametrize(
    "listed",
    [
        "HP: upper sluice plan, priced and sent to members",
        "GW: read the book on sluice works",
        "GW: order 4 boards for the upper sluice",
        "GW: upper sluice plan, priced and sent to members\n- GW: upper sluice plan, framed, glazed and hung",
    ],
)
def test_another_owner_another_thing_or_two_that_it_may_be_are_not_told(listed: str) -> None:
    assert restated(SUMMED.format(listed=listed))[3:] == [None] * (1 + listed.count("\n"))


def test_a_list_that_says_little_of_the_meeting_again_tells_nothing_by_its_owners() -> None:
    lines = SUMMED.replace("Summary of actions", "Actions").replace("- LO to count the eels\n-", "- LO to ring the bank\n- HP to paint the gate\n-")
    assert restated(lines.format(listed="GW: upper sluice plan, priced and sent to members"))[2:] == [None, None, None]


@pytest.mark.parametrize(
    "child", ["GW to keep at it", "GW to continue with this", "GW to consider this", "GW to continue considering this", "To chase this"]
)
def test_what_is_said_of_an_action_just_above_is_that_action(child: str) -> None:
    lines = f"## Review of actions\n\n- GW to consider a plan of the sluice: no news\n  - ACTION: {child}\n- LO: eel count\n"
    assert restated(lines)[:2] == [None, 3]


@pytest.mark.parametrize("child", ["HP to continue with this", "GW to print this", "GW to consider this book", "GW to consider the sluice"])
def test_what_else_is_done_with_it_is_another_action(child: str) -> None:
    lines = f"## Review of actions\n\n- GW to consider a plan of the weir: no news\n  - ACTION: {child}\n- LO: eel count\n"
    assert restated(lines)[1] is None


def test_what_was_closed_just_above_goes_on_in_nothing() -> None:
    lines = "## Review of actions\n\n- GW to consider a plan of the weir: done\n  - ACTION: GW to consider this\n"
    assert restated(lines) == [None, None]


GOING_ON = "## Review of actions\n\n- GW to write the page on tide tables: half of it is there\n- {old}\n\n## Actions\n\n- {new}\n"


@pytest.mark.parametrize("new", ["GW to finish the tide tables", "GW: follow up tide tables", "GW to complete page"])
def test_what_is_to_be_seen_to_is_what_was_reviewed(new: str) -> None:
    assert restated(GOING_ON.format(old="LO: eel count", new=new))[2] == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("LO: eel count", "LO to finish the tide tables"),
        ("LO: eel count", "GW to print the tide tables"),
        ("LO: eel count", "GW to finish the net"),
        ("GW to hang up the tide tables of the harbour: not yet", "GW to finish the tide tables"),
    ],
)
def test_another_thing_or_one_of_two_is_not_seen_to(old: str, new: str) -> None:
    assert restated(GOING_ON.format(old=old, new=new))[2] is None


HANDED = "GW to grease the lower sluice gate - has no time, HP will take it over"


def test_what_was_handed_on_in_the_review_is_listed_for_whoever_has_it_now() -> None:
    assert restated(GOING_ON.format(old=HANDED, new="HP to grease the lower sluice gate"))[2] == 4
    assert restated(GOING_ON.format(old=HANDED, new="LO to grease the lower sluice gate"))[2] is None
    assert restated(GOING_ON.format(old=HANDED, new="HP to grease the upper sluice gate"))[2] is None


def test_one_word_for_another_is_another_task_whatever_the_review_tells_behind_it() -> None:
    lines = "## Review of actions\n\n- GW: send the eel figures to Dee - not yet\n\n## Actions\n\n- GW: send the heron figures to Dee\n{more}"
    assert restated(lines.format(more="- GW: send the eel figures to Dee\n")) == [None, None, 3]
    assert restated(lines.format(more="")) == [None, None]


TOLD = "## {item}\n\nIt was talked about. ACTION: {old}\n{more}\n## Actions\n\n- [ ] LO: sweep the pier\n- [ ] {new}\n"


@pytest.mark.parametrize(
    ("item", "old", "new"),
    [
        ("Boats", "GW to order brass mooring rings", "GW: brass mooring ring"),
        ("Boats", "order brass mooring rings", "GW: rings, brass mooring"),
        ("Lock house", "check lease before winter", "GW to check the lease of the lock house"),
        ("Lock house", "check lease before winter", "Check the signed lease of the lock house"),
    ],
)
def test_a_list_says_in_fewer_words_or_more_what_was_told_above_it(item: str, old: str, new: str) -> None:
    assert restated(TOLD.format(item=item, old=old, new=new, more="")) == [None, None, 3]


@pytest.mark.parametrize(
    ("item", "old", "new"),
    [
        ("Boats", "HP to order brass mooring rings", "GW: brass mooring ring"),
        ("Lock house", "check lease before winter", "GW to sign the lease of the lock house"),
        ("Lock house", "check lease before winter", "GW to check the roof of the lock house"),
        ("Lock house", "check lease before winter", "GW to check the new written lease of the lock house"),
        ("Weir", "check lease before winter", "GW to check the lease of the lock house"),
    ],
)
def test_of_other_people_or_things_a_list_says_another_action(item: str, old: str, new: str) -> None:
    assert restated(TOLD.format(item=item, old=old, new=new, more="")) == [None, None, None]


def test_what_could_be_said_of_two_is_said_of_neither() -> None:
    lines = TOLD.format(
        item="Lock house",
        old="check lease before winter",
        new="Check the lease of the lock house",
        more="\nACTION: ask the lodger about the lock lease\n",
    )
    assert restated(lines) == [None, None, None, None]


ALSO = "## Weir\n\n### Actions\n\n- [ ] GW to {old}\n\n## Next steps\n\n- [ ] {new}\n- [ ] Sweep the pier\n"


def test_a_list_may_say_what_goes_before_a_task_and_is_no_list_of_other_deeds() -> None:
    old = "tell Dee Marsh of the mooring plan"
    assert restated(ALSO.format(old=old, new="Settle the plan and tell Dee Marsh of the mooring plan")) == [None, 3 + 2, None]
    assert restated(ALSO.format(old=old, new="Settle the plan and show Dee Marsh the mooring plan")) == [None, None, None]
    old = "draft mooring rules for autumn guests"
    assert restated(ALSO.format(old=old, new="Print and circulate the draft mooring rules for autumn guests")) == [None, None, None]


LAST_TIME = "# Weir club\n\n## {title}\n\nAgreed.\n\n{list}\n\n## Weir\n\nIt holds.\n{more}"
LISTED = "- Actions\n  - GW to grease the sluice\n  - HP to count the eels"


def test_a_list_that_is_a_point_below_the_minutes_of_last_time_is_a_review() -> None:
    for title in ("Minutes of the previous meeting", "2. Approval of last minutes"):
        found = mentions(LAST_TIME.format(title=title, list=LISTED, more="\n## Actions\n\n- LO to sweep the pier\n"))
        assert [m.section for m in found] == [Section.REVIEW, Section.REVIEW, None]


@pytest.mark.parametrize(
    ("title", "listed", "more"),
    [
        ("Minutes", LISTED, ""),
        ("Minutes of the previous meeting", LISTED, "\n- Actions\n  - LO to sweep the pier\n"),
        ("Minutes of the previous meeting", "- Actions\n  - GW to send the minutes round", ""),
        ("Minutes of the previous meeting", "## Actions\n\n- GW to grease the sluice", ""),
        ("Minutes of the previous meeting", "ACTION: GW to grease the sluice", ""),
    ],
)
def test_a_list_of_each_item_or_of_the_whole_meeting_is_of_today(title: str, listed: str, more: str) -> None:
    assert {m.section for m in mentions(LAST_TIME.format(title=title, list=listed, more=more))} == {None}


@pytest.mark.parametrize(
    ("title", "owner", "again"),
    [("Previous actions", "LO", 4), ("Previous actions", "HP", None), ("Actions from April", "LO", None)],
)
def test_a_review_that_agenda_and_notes_both_have_is_told_twice(title: str, owner: str, again: int | None) -> None:
    agenda = "# Agenda\n\n## Previous actions\n* Eel count (LO)\n* Sluice (GW)\n"
    notes = f"\n# Notes\n\n## {title}\n* Eel count ({owner})\n"
    assert restated(agenda + notes)[2] == again


NEAR = "## Actions from last meeting\n\n- {old}\n\n## Lock\n\nACTION: {new}\n\n## Actions\n\n- {new}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("GW to write to the council about the bins", "GW to write to the council about the street lamps"),
        ("HP to plan a longer talk on the dues at the next meeting", "HP to plan a longer talk on boats for the young at the next meeting"),
        ("HP to plan a fuller talk on the dues at the next meeting", "HP to plan a longer talk on the new lock at the next meeting"),
        ("LO to proofread chapter 2", "LO to proofread chapter 3"),
        ("LO to arrange the summer fair", "LO to book the band for the summer fair"),
        ("GW to send the flyer to the schools and the church", "GW to send the flyer to the clubs and the shops"),
    ],
)
def test_to_do_the_same_with_another_thing_is_another_action(old: str, new: str) -> None:
    assert restated(NEAR.format(old=old, new=new)) == [None, None, 7]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("GW to write to the harbor master about the buoys", "GW to write to the harbour master about the buoys"),
        ("GW to plan the co-work day in the loft", "GW to plan the cowork day in the loft"),
        ("HP to mend the flag pole by May", "HP to mend the flag pole by June"),
        ("LO to write to the council about the bins: no answer", "LO to write to the council about the bins"),
    ],
)
def test_to_spell_it_otherwise_or_to_put_it_off_makes_no_other_action(old: str, new: str) -> None:
    assert restated(NEAR.format(old=old, new=new)) == [None, 3, 3]


def test_what_is_said_twice_in_its_very_words_is_no_other_one_that_is() -> None:
    both = "ACTION: GW to check the rules\n\nACTION: GW to check the rules for the barge\n\n"
    assert restated(both + "## Summary of actions\n\n- GW to check the rules\n- GW to check the rules for the barge\n") == [None, None, 1, 3]


CARRIED = """\
## Old actions

- GW: sluice permit
  - no news
- HP: ask the miller about the weir
  - waits for an answer
- LO: develop the eel trail
  - no time yet

## Talk

The eels are late.

It rains.

## Old actions carried over

{carried}

## New actions

- {new}
- GW: tea
"""


def test_a_closing_list_of_what_is_carried_over_says_the_review_again_in_few_words() -> None:
    text = CARRIED.format(
        carried="- GW: sluice permit\n- miller, HP mails today\n- LO: trail, next week", new="LO: continue developing the eel trail"
    )
    assert restated(text)[3:] == [3, 5, 7, 7, None]


@pytest.mark.parametrize(
    "carried",
    ["- GW: the miller, today", "- HP: eels, next week", "- HP: ask for the key", "- HP: miller, first go\n- HP: miller, the weir in May"],
)
def test_what_is_of_others_or_of_something_else_is_carried_over_from_elsewhere(carried: str) -> None:
    assert restated(CARRIED.format(carried=carried, new="LO: oil the oars"))[3:] == [None] * (2 + carried.count("- "))


def test_a_list_of_what_was_carried_over_before_says_nothing_again() -> None:
    text = CARRIED.format(carried="- HP: miller, today", new="LO: oil the oars")
    assert restated(text.replace("carried over", "carried over from earlier meetings"))[3:] == [None, None, None]
    assert restated(text.replace("## Talk\n\nThe eels are late.\n\nIt rains.\n\n", "").replace("## New", "It rains.\n\n" * 9 + "## New"))[3] is None


def test_what_is_continued_is_what_was_reviewed() -> None:
    assert restated(CARRIED.format(carried="- GW: buoys", new="LO: continue developing the eel pass"))[4] is None
