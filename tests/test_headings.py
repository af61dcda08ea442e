"""Which lines open a block of actions, alone and in minutes."""

from __future__ import annotations

import pytest

from tcsg.model import Committee, Status
from tcsg.reading.headings import read_opening
from tcsg.reading.idiom import Idiom
from tcsg.reading.minutes import read_minutes

TITLES = (
    *(
        "Actions",
        "ACTIONS",
        "Action items",
        "Action Points",
        "AIs",
        "Agreed actions",
        "Ongoing Actions",
        "New actions",
        "Next steps",
        "To do",
        "To-do",
        "TODOs",
    ),
    *("Follow-ups", "Follow ups", "Action log", "Action list", "Action register", "Actions from last meeting", "Actions from the previous meeting"),
    *("Previous actions", "Outstanding actions", "Review of actions", "Review of previous action items", "Summary of actions", "Actions arising"),
    *(
        "Open action items",
        "Action items from this week",
        "Actions agreed at this meeting",
        "Tasks",
        "Matters arising and actions",
        "Actions and next steps",
    ),
)
SHAPES = (
    "## {}\n\n{}",
    "##### {}:\n{}",
    "{}\n===\n\n{}",
    "**{}**\n\n{}",
    "**{}:**\n{}",
    "__{}__\n\n{}",
    "{}:\n{}",
    "{}\n\n{}",
    "<u>{}</u>\n\n{}",
    "### 4. {}\n\n{}",
)


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
@pytest.mark.parametrize("title", TITLES)
def test_every_title_opens_a_block_in_every_shape(title: str, shape: str) -> None:
    text = "The tide was low.\n\n" + shape.format(title, "- Skipper to paint the keel\n- Replace the anchor (GH)\n")
    minutes = read_minutes(text, "minutes/2031-03-12.md", "", Committee())
    assert [(m.text, m.owners) for m in minutes.mentions] == [("Skipper to paint the keel", ("Skipper",)), ("Replace the anchor (GH)", ("GH",))]


@pytest.mark.parametrize("title", TITLES)
def test_every_title_opens_a_block_as_a_bullet(title: str) -> None:
    text = f"- The tide was low.\n- **{title}:**\n - Skipper to paint the keel\n- The tide rose.\n"
    assert [m.line for m in read_minutes(text, "4.md", "", Committee()).mentions] == [3]


@pytest.mark.parametrize(
    "line",
    [
        "AIs, for the impatient",
        "Actions, for those who left early",
        "To-dos, once more",
        "Tasks – so nobody forgets",
        "Action items, in short",
        "Action points, at a glance",
        "Actions, again",
        "Actions - all in one place",
        "Next steps, lest we forget",
        "To do, the short list",
    ],
)
def test_a_list_that_is_there_once_more_sums_up(line: str) -> None:
    opening = read_opening(line)
    assert opening is not None
    assert (opening.actions, opening.summary, opening.owner) == (True, True, None)


@pytest.mark.parametrize(
    "line",
    [
        "Tasks, for approval",
        "Tasks, a discussion",
        "Actions, decisions",
        "Action, not words",
        "Decisions, for the impatient",
        "Notes, again",
        "Budget, for the record",
        "Actions, in 2031",
        "",
        "Fish",
        "Action plan",
        "Next steps for the working group",
        "The next step is to wait",
        "Actionable advice",
        "Legal action",
        "Reaction",
        "Class action against the ferry",
        "Items",
        "New",
        "Actions speak louder than words",
        "x" * 5000,
    ],
)
def test_other_titles_open_none(line: str) -> None:
    opening = read_opening(line)
    assert opening is None or not opening.actions


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Complete", Status.DONE),
        ("**Completed:**", Status.DONE),
        ("Closed", Status.DONE),
        ("Done", Status.DONE),
        ("New:", Status.OPEN),
        ("Ongoing:", Status.OPEN),
        ("Outstanding", Status.OPEN),
        ("In progress", Status.OPEN),
        ("Carried forward", Status.OPEN),
        ("Withdrawn", Status.DROPPED),
        ("Superseded:", Status.DROPPED),
    ],
)
def test_a_part_of_a_block_tells_the_status_of_its_actions(line: str, status: Status) -> None:
    opening = read_opening(line)
    assert opening is not None
    assert (opening.actions, opening.status) == (False, status)


@pytest.mark.parametrize(
    ("line", "summary", "review", "status"),
    [
        ("Summary of actions", True, False, Status.OPEN),
        ("Action list", True, False, Status.OPEN),
        ("Actions", False, False, Status.OPEN),
        ("Review of actions", False, True, Status.OPEN),
        ("Actions from last meeting", False, True, Status.OPEN),
        ("Closed action items", False, False, Status.DONE),
        ("Completed and outstanding actions", False, True, Status.OPEN),
        ("Action item update", False, True, Status.OPEN),
        ("Status of actions", False, True, Status.OPEN),
        ("Progress on actions", False, True, Status.OPEN),
        ("Actions of TB#14", False, True, Status.OPEN),
        ("Action items from meeting no. 14", False, True, Status.OPEN),
        ("Actions from #14", False, True, Status.OPEN),
        ("Actions of WP3", False, False, Status.OPEN),
    ],
)
def test_a_title_tells_what_kind_of_list_it_is(line: str, summary: bool, review: bool, status: Status) -> None:
    opening = read_opening(line)
    assert opening is not None
    assert opening.actions
    assert (opening.summary, opening.review, opening.status) == (summary, review, status)


@pytest.mark.parametrize(
    ("line", "owner"), [("Actions for Lottie", "Lottie"), ("Actions for the treasurer", "treasurer"), ("Action items on AF", "AF"), ("Actions", None)]
)
def test_a_title_can_name_the_owner_of_all_its_actions(line: str, owner: str | None) -> None:
    opening = read_opening(line)
    assert opening is not None
    assert opening.owner == owner


def test_words_behind_the_colon_are_kept() -> None:
    opening = read_opening("**Actions:** Piet to row")
    assert opening is not None
    assert (opening.actions, opening.rest) == (True, "Piet to row")


def test_a_committees_own_title_opens_a_block_in_any_case() -> None:
    assert read_opening("THINGS TO CHASE:") is None
    opening = read_opening("THINGS TO CHASE:", Idiom(headings=frozenset({"things to chase"})))
    assert opening is not None
    assert opening.actions


def test_a_committees_own_title_opens_a_block_of_its_minutes() -> None:
    text = "## Things to chase\n\n- Vi to ring the mill\n"
    committee = Committee(words=(("headings", ("Things to chase",)),))
    assert read_minutes(text, "4.md", "", Committee()).mentions == ()
    assert [m.line for m in read_minutes(text, "4.md", "", committee).mentions] == [3]


def test_a_heading_with_a_mark_that_states_nothing_has_nothing_explained() -> None:
    assert read_minutes("# Minutes\n\nTODO: nothing\n---\nAda, by 4 July: mend the gate\n", "minutes/8.md", "", Committee()).mentions == ()
