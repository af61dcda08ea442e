"""What is told of matters arising in sentences that mark no action: heard of the one action that each can be of, and of no other."""

from __future__ import annotations

from datetime import date

import pytest
from make import assert_kept_without, assert_made_one_way

from tcsg.ledger.carry import Carried, carry
from tcsg.model import Committee, Ledger, Minutes
from tcsg.output.minutes import why
from tcsg.reading.minutes import read_minutes

TODAY = date(2031, 12, 31)
HEAD = "# Club\n\nPresent: Ann Bell, Bo Kern, Cy Marsh\n\n"
BEFORE = """## Actions

- Ann to write to the ferry company about the winter berths
- Bo to varnish the oars of the skiff
- Bo to order paint for the boathouse door
- Cy to get quotes for a lamp at Mill Corner
"""


def read(day: str, body: str) -> Minutes:
    return read_minutes(HEAD + body, f"minutes/{day}.md", f"{day}{body}", Committee())


def carried(*minutes: Minutes, known: Ledger | None = None) -> Carried:
    return carry(minutes, known or Ledger(), Committee(), "", TODAY)


def told(body: str, before: str = BEFORE) -> dict[str, tuple[str, str]]:
    """What the second meeting is heard to say: its words, the action and the status."""
    links = carried(read("2031-01-06", before), read("2031-02-03", body)).links
    return {k.mention.text: (k.action.rpartition(".")[2], str(k.mention.status)) for k in links if k.meeting == "2031-02-03"}


@pytest.mark.parametrize(
    ("line", "action", "status"),
    [
        ("Ann had written to the ferry company about the berths.", "1", "done"),
        ("Ann had written to the ferry company about the berths. No reply yet.", "1", "open"),
        ("Ferry company: Ann reported that they would rather wait for spring.", "1", "open"),
        ("Bo has varnished the oars.", "2", "done"),
        ("The oars of the skiff had been varnished.", "2", "done"),
        ("Quotes for the lamp at Mill Corner were awaited.", "4", "open"),
        ("Paint for the boathouse door had been ordered by Bo.", "3", "done"),
    ],
)
def test_a_sentence_below_matters_arising_is_of_the_one_action_that_it_tells(line: str, action: str, status: str) -> None:
    assert told(f"**2/31 Matters arising**\n\n- {line}\n") == {line: (action, status)}


@pytest.mark.parametrize(
    "line",
    [
        "The treasurer thanked everybody for the fine supper.",
        "The lamp at Chapel Steps had been reported.",
        "Bo had been away.",
        "The skiff had been sold.",
        "Ann and Bo talked about paint.",
        "The oars had been varnished and paint for the door ordered.",
    ],
)
def test_what_is_of_none_or_of_two_is_heard_of_no_action_and_begins_none(line: str) -> None:
    assert told(f"**2/31 Matters arising**\n\n- {line}\n") == {}


@pytest.mark.parametrize(
    "title",
    [
        "Matters arising",
        "**3. Matters arising**",
        "## 2. Matters arising from the minutes",
        "17/4 Matters Arising",
        "**MIN 4/2/2031: MATTERS ARISING**",
        "## Minutes of the last meeting and matters arising",
        "## Business arising",
        *("## Previous items", "## Old Items", "**Last meeting's items**", "## Items from last week", "## Updates on previous items"),
        *("## Follow-ups from last time", "## Since last meeting", "## Carried-over items", "## From last time"),
    ],
)
def test_matters_arising_may_be_titled_in_many_ways(title: str) -> None:
    assert told(f"{title}\n\n- The oars had been varnished.\n") == {"The oars had been varnished.": ("2", "done")}


@pytest.mark.parametrize("body", ["Bo has varnished the oars of the skiff.", "- The oars: varnished by Bo."])
@pytest.mark.parametrize("title", ["## Previous items", "## Old items", "**Last meeting's items**", "## Follow-ups from last time"])
def test_items_of_last_time_are_told_in_sentences_or_bullets(title: str, body: str) -> None:
    assert {*told(f"{title}\n\n{body}\n").values()} == {("2", "done")}


@pytest.mark.parametrize("title", ["## Follow-up", "**Follow-ups**", "### Follow-up items"])
@pytest.mark.parametrize("bullet", ["", "- "])
def test_a_follow_up_before_the_talk_is_of_last_time(title: str, bullet: str) -> None:
    assert {*told(f"{title}\n\n{bullet}The oars had been varnished.\n\n## Boats\n\nThe skiff leaks.\n").values()} == {("2", "done")}


def test_a_verb_whose_past_is_itself_tells_what_was_done() -> None:
    before = "## Actions\n\n- Cy to set up a call with the insurers\n"
    assert {*told("## Matters arising\n\nCy set up the call with the insurers for next Tuesday.\n", before).values()} == {("1", "done")}


@pytest.mark.parametrize("title", ["## Follow-up", "**Follow-ups**"])
def test_a_follow_up_behind_the_talk_may_be_of_what_is_to_come(title: str) -> None:
    assert told(f"## Boats\n\nThe skiff leaks.\n\n{title}\n\nThe oars had been varnished.\n") == {}


@pytest.mark.parametrize("title", ["## Items for sale", "## Last items", "## Old boats", "## Previous items for sale"])
def test_other_items_are_no_old_ones(title: str) -> None:
    assert told(f"{title}\n\nThe oars had been varnished.\n") == {}


def test_what_is_told_with_other_things_is_of_no_action() -> None:
    before = "## Actions\n\n- Cy to update the website with the new berth fees\n"
    assert told("## Matters arising\n\nCy had updated the website with photographs of the regatta.\n", before) == {}
    done = "Cy had updated the website with the berth fees."
    assert told(f"## Matters arising\n\n{done}\n", before) == {done: ("1", "done")}


def test_what_was_cancelled_is_not_done() -> None:
    before = "## Actions\n\n- Cy to organise the harbour supper\n"
    assert {*told("## Matters arising\n\nThe harbour supper has been cancelled.\n", before).values()} == {("1", "open")}


def test_the_first_of_them_may_stand_behind_the_title() -> None:
    assert told("**2. Matters arising.** The oars had been varnished.\n") == {"The oars had been varnished.": ("2", "done")}


def test_a_long_paragraph_tells_of_one_matter_in_each_sentence() -> None:
    body = "**2/31 Matters arising**\n\nThe oars had been varnished by Bo. The ferry company had replied to Ann about the berths. Supper was good.\n"
    assert {action for action, _ in told(body).values()} == {"1", "2"}


@pytest.mark.parametrize("title", ["## Discussion", "## No matters", "## The club", "Arising early"])
def test_elsewhere_nothing_is_heard(title: str) -> None:
    assert told(f"{title}\n\n- The oars had been varnished.\n") == {}


def test_the_section_ends_with_the_next_title() -> None:
    assert told("**2. Matters arising**\n\n- None.\n\n**3. Boats**\n\n- The oars had been varnished.\n") == {}
    assert told("**2/31 Matters arising**\n\n- None.\n\n## Boats\n\n- The oars had been varnished.\n") == {}


def test_what_could_be_of_either_of_two_actions_is_of_neither() -> None:
    before = "## Actions\n\n- Ann to paint the door of the boathouse\n- Bo to paint the floor of the boathouse\n"
    assert told("**2/31 Matters arising**\n\n- The boathouse had been painted.\n", before) == {}


def test_an_action_that_the_meeting_mentions_is_not_heard_of_besides() -> None:
    body = "**2/31 Matters arising**\n\n- The oars had been varnished.\n\n## Actions\n\n- Bo to varnish the oars of the skiff\n"
    assert told(body) == {"Bo to varnish the oars of the skiff": ("2", "open")}


def test_what_was_closed_is_not_heard_of_again() -> None:
    once = read("2031-02-03", "**2/31 Matters arising**\n\n- The oars had been varnished.\n")
    again = read("2031-03-03", "**2/31 Matters arising**\n\n- The oars had been varnished once more.\n")
    links = carried(read("2031-01-06", BEFORE), once, again).links
    assert [k.meeting for k in links if k.action.endswith(".2")] == ["2031-01-06", "2031-02-03"]


SERIES = (
    read("2031-01-06", BEFORE),
    read("2031-02-03", "**2/31 Matters arising**\n\n- The oars had been varnished.\n- Ann had rung the ferry company about the berths.\n"),
    read(
        "2031-03-03", "**2/31 Matters arising**\n\n- The ferry company had replied about the winter berths.\n\n## Actions\n\n- Cy to fell the ash\n"
    ),
)


def test_the_ledger_is_the_same_whichever_way_it_is_made() -> None:
    assert_made_one_way(SERIES)


@pytest.mark.parametrize("gone", range(len(SERIES)))
def test_what_was_heard_stays_when_other_minutes_are_gone(gone: int) -> None:
    assert_kept_without(SERIES, gone)


def test_why_tells_of_a_line_where_it_stands() -> None:
    body = "**2/31 Matters arising**\n\n- The oars had been varnished.\n"
    said = why(read("2031-02-03", body), 7, "- The oars had been varnished.")
    assert "no action: it is told below '2/31 Matters arising'; `tcsg carry` knows" in said


def test_why_tells_that_it_is_what_is_left() -> None:
    link = next(k for k in carried(*SERIES).links if k.meeting == "2031-02-03" and k.action.endswith(".2"))
    assert link.why is not None
    assert [r.words for r in link.mention.reasons if r.about == "action"] == ["told below '2/31 Matters arising'"]
