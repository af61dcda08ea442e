"""What is talked about where an action stands: the same few words below two topics are two actions."""

from __future__ import annotations

from datetime import date

import pytest

from tcsg.ledger.carry import Carried, carry
from tcsg.model import Committee, Ledger, Mention, Minutes
from tcsg.reading.minutes import read_minutes


def read(text: str, day: str = "2031-03-04") -> Minutes:
    return read_minutes(f"---\npresent: [Ann Orr, Bo Lund]\n---\n{text}", f"minutes/{day}.md", day, Committee())


def mentions(text: str) -> tuple[Mention, ...]:
    return read(text).mentions


def carried(first: str, then: str) -> Carried:
    return carry((read(first, "2031-03-04"), read(then, "2031-04-01")), Ledger(), Committee(), "", date(2031, 12, 31))


def actions(first: str, then: str) -> int:
    return len(carried(first, then).ledger.actions)


TWO = "## Agenda\n\n* Harbour fair\n    * ACTION: Ann to draft a leaflet and show it round\n* Winter moorings\n    * ACTION: Ann to draft a leaflet\n"


def test_a_bullet_of_the_talk_is_the_point_of_what_stands_below_it() -> None:
    assert [m.point for m in mentions(TWO)] == ["Harbour fair", "Winter moorings"]


@pytest.mark.parametrize(
    "above", ["Ann", "It was said that nobody reads what hangs on the board.", "We talked of this and that and of many a thing besides for an hour"]
)
def test_a_name_and_a_sentence_are_no_points(above: str) -> None:
    assert mentions(f"## Agenda\n\n* {above}\n    * ACTION: Ann to draft a leaflet\n")[0].point is None


def test_the_same_few_words_below_two_points_are_two_actions() -> None:
    assert [m.restates for m in mentions(TWO)] == [None, None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("## Harbour fair\n\nACTION: Ann to draft a leaflet and show it\n", "## Winter moorings\n\nACTION: Ann to draft a leaflet\n"),
        ("## Harbour fair\n\nActions:\n\n- Ann to draft a leaflet to members\n", "## Moorings\n\nActions:\n\n- Ann to draft a leaflet to members\n"),
    ],
)
def test_so_they_are_below_two_titles(one: str, other: str) -> None:
    assert [m.restates for m in mentions(f"{one}\n{other}")] == [None, None]


def test_what_the_same_point_says_again_is_one() -> None:
    text = "## Harbour fair\n\nACTION: Ann to draft a leaflet for the stewards\n\nTalk.\n\nACTION: Ann to draft a leaflet for the stewards\n"
    assert [m.restates is None for m in mentions(text)] == [True, False]


def test_many_of_the_same_words_are_one_action_wherever_they_stand() -> None:
    task = "ACTION: Ann to ask the clerk of the parish for the key of the upper gate before the herring run"
    assert [m.restates is None for m in mentions(f"## Harbour fair\n\n{task}\n\n## Winter moorings\n\n{task}\n")] == [True, False]


def at(title: str, task: str = "Ann to draft a leaflet") -> str:
    return f"## {title}\n\nTalk.\n\nACTION: {task}\n"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (at("Harbour fair"), at("Winter moorings")),
        (
            TWO.replace("* Winter moorings\n    * ACTION: Ann to draft a leaflet\n", ""),
            at("Winter moorings", "Ann to draft a leaflet and show it round"),
        ),
    ],
)
def test_next_month_it_is_another_action_below_another_topic(first: str, then: str) -> None:
    assert actions(first, then) == 2


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (at("Harbour fair"), at("The fair in the harbour")),
        (at("Harbour fair"), at("Any other business")),
        (at("Meeting of 4 March"), at("Meeting of 1 April")),
        (at("Harbour fair"), "## Actions from the last meeting\n\n- Ann to draft a leaflet: no news\n"),
        # the words tell what it is about, whatever stands above
        (at("Harbour fair", "Ann to draft the moorings leaflet"), at("Moorings", "Ann to draft the moorings leaflet")),
        (at("Harbour fair", "Ann to put the tide table online"), at("Tide table", "Ann to put the tide table online")),
        (
            at("Harbour fair"),
            at("Winter moorings", "Ann to draft a leaflet for the fair").replace("leaflet for the fair", "leaflet of the harbour fair"),
        ),
        # a list at the end is of the whole meeting
        (at("Harbour fair"), "## Winter moorings\n\nTalk.\n\n**Actions**\n\n- Ann to draft a leaflet\n"),
    ],
)
def test_it_is_followed_where_the_topic_tells_nothing_else(first: str, then: str) -> None:
    assert actions(first, then) == 1


def test_of_two_that_are_alike_each_is_followed_below_its_topic() -> None:
    first = f"{at('Harbour fair')}\n{at('Winter moorings')}"
    links = carried(first, f"{at('Winter moorings')}\n{at('Harbour fair')}").links
    by_topic: dict[str | None, set[str]] = {}
    for link in links:
        by_topic.setdefault(link.mention.agenda_item, set()).add(link.action)
    assert {title: len(found) for title, found in by_topic.items()} == {"Harbour fair": 1, "Winter moorings": 1}


@pytest.mark.parametrize(
    ("task", "texts"),
    [
        ("Ann to talk to the bank and will talk to the council", ["Ann to talk to the bank", "will talk to the council"]),
        ("Ann to ring Cy and to ring Dee", ["Ann to ring Cy", "to ring Dee"]),
        ("Ann to order chairs and will report back", ["Ann to order chairs and will report back"]),
        ("Ann to write to Cy and to Dee", ["Ann to write to Cy and to Dee"]),
    ],
)
def test_a_verb_that_comes_again_begins_a_second_action_of_the_same_owner(task: str, texts: list[str]) -> None:
    found = mentions(f"ACTION: {task}\n")
    assert [m.text for m in found] == texts
    assert {m.owners for m in found} == {("Ann",)}


REVIEW = "## Actions from the last meeting\n\n- Ann to {}\n- Bo to sweep the yard\n"
NEW = REVIEW.replace("Actions from the last meeting", "Actions")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("book a room for May", "book a room for June"),
        ("email Bo about the lease", "email Bo about the roof"),
        ("order the red paint", "order the blue paint"),
        ("renew the insurance of the van", "renew the insurance of the hall"),
        ("find a speaker for spring", "find a speaker for autumn"),
        ("hire the big tent", "hire the small tent"),
        ("finish the first chapter", "finish the second chapter"),
        ("draft the policy", "publish the policy"),
    ],
)
def test_a_review_of_another_thing_is_no_review_of_this_one_though_nothing_else_is_left(one: str, other: str) -> None:
    for first, then in ((one, other), (other, one)):
        assert actions(NEW.format(first), REVIEW.format(then)) == 3
        assert actions(NEW.format(first), NEW.format(then)) == 3


def test_another_one_of_what_there_is_already_is_another_action() -> None:
    assert actions(NEW.format("get a quote for the roof"), NEW.format("get a second quote for the roof")) == 3
