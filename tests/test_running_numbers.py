"""Numbers that a committee counts on from meeting to meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from make import carried, find, ids, mention, series

from tcsg.ledger.carry import carry
from tcsg.model import Committee, Ledger, Mention, Minutes, Section, Status
from tcsg.reading.minutes import read_minutes


def numbered(number: int, text: str, *owners: str) -> Mention:
    return mention(text, *owners, cites=[str(number)])


def reviewed(number: int, text: str, *owners: str, status: Status = Status.OPEN) -> Mention:
    return replace(mention(text, *owners, status=status, cites=[str(number)]), section=Section.REVIEW)


@pytest.mark.parametrize(("first", "next_"), [(301, None), (301, 303), (17, 19), (1, 3)])
def test_the_number_tells_it_whatever_the_review_says(first: int, next_: int | None) -> None:
    given = [numbered(first, "KK to ask the yard about the slipway", "KK"), numbered(first + 1, "PB to list the oars", "PB")]
    news = [reviewed(first, "KK absent, continued", "KK"), reviewed(first + 1, "done", status=Status.DONE)]
    new = [numbered(next_, "RS to buy a kettle", "RS")] if next_ else []
    ledger = carried(series(given, [*news, *new])).ledger
    assert ids(ledger) == ("A1.1", "A1.2", *(["A2.1"] if next_ else []))
    assert find(ledger, "A1.2").status is Status.DONE


@pytest.mark.parametrize("given", [[2], [5, 5], [1, 2], [3]])
def test_numbers_that_are_given_again_are_of_no_count(given: list[int]) -> None:
    first = [numbered(2, "KK to ask the yard about the slipway", "KK"), numbered(3, "PB to list the oars", "PB")]
    new = [numbered(n, f"RS to buy kettle {n}{k}", "RS") for k, n in enumerate(given)]
    assert "A2.1" in ids(carried(series(first, [reviewed(2, "RS: price of a mower", "RS"), *new])).ledger)
    assert len(ids(carried(series(first, [reviewed(2, "RS: price of a mower", "RS"), *new])).ledger)) == 3 + len(given)


def test_another_number_of_a_count_is_another_action() -> None:
    first = [numbered(301, "KK to review the chapter on tides of the handbook", "KK")]
    new = [numbered(302, "KK to review the chapter on tides of the handbook", "KK")]
    later = [reviewed(301, "KK to review the chapter on tides of the handbook", "KK"), *new]
    assert ids(carried(series(first, later)).ledger) == ("A1.1", "A2.1")


def test_a_list_that_counts_from_one_is_told_by_its_words() -> None:
    given = [numbered(1, "KK to ask the yard about the slipway", "KK"), numbered(2, "PB to list the oars", "PB")]
    news = [reviewed(1, "RS to buy a new kettle for the clubhouse", "RS"), reviewed(2, "KK: slipway, no answer from the yard", "KK")]
    assert "A2.1" in ids(carried(series(given, news)).ledger)


def test_what_a_review_closed_is_not_given_anew_by_the_number_of_a_list() -> None:
    table = "| No. | Action | Owner | {last} |\n| --- | --- | --- | --- |\n| 1 | {first} | KK | {told} |\n| 2 | {second} | PB | |\n\n"
    text = "## Actions of the last meeting\n\n" + table.format(last="Update", first="Report on late berth fees", told="Done", second="Oars")
    text += "## New actions\n\n" + table.format(last="Due", first="Write to members with late fees", told="May", second="Count the sails")
    assert [m.restates for m in read_minutes(text, "2031-01-05.md", "", Committee()).mentions] == [None] * 4


FORMS = ["A-{}", "A{}", "#{}", "**T-{}**", "[A-{}]", "({})", "TC-{}", "2031/{}", "{}."]


def minuted(day: str, *lists: tuple[str, list[str]]) -> Minutes:
    text = "Present: Kim Kato, Pat Bell, Rosa Sand\n" + "".join(f"\n## {title}\n\n- " + "\n- ".join(items) + "\n" for title, items in lists)
    return read_minutes(text, f"minutes/{day}.md", day, Committee())


def followed(*read: Minutes) -> Ledger:
    return carry(read, Ledger(), Committee(), "", date(2031, 12, 31)).ledger


@pytest.mark.parametrize("form", FORMS)
def test_a_count_goes_on_whatever_letters_and_brackets_it_has(form: str) -> None:
    a, b, c = map(form.format, (134, 135, 136))
    first = minuted("2031-01-05", ("Actions", [f"{a} Kim: letter to the yard", f"{b} Pat: oars for the skiff"]))
    later = [f"{a} Kim: went out, no answer. Open", f"{b} Pat: bought at the fair. Done"]
    second = minuted("2031-02-05", ("Review of actions", later), ("New actions", [f"{c} Rosa: rota for the kiosk"]))
    ledger = followed(first, second)
    assert [(a.status, a.owners) for a in ledger.actions] == [
        (Status.OPEN, ("Kim",)),
        (Status.DONE, ("Pat",)),
        (Status.OPEN, ("Rosa",)),
    ]


@pytest.mark.parametrize("form", ["A-{}", "T-{}", "#{}"])
def test_numbers_with_letters_that_begin_again_tell_nothing(form: str) -> None:
    a, b = map(form.format, (1, 2))
    first = minuted("2031-01-05", ("Actions", [f"{a} Kim: letter to the yard", f"{b} Pat: oars for the skiff"]))
    again = [f"{a} Kim: paint for the kiosk", f"{b} Pat: plates for the supper"]
    assert len(followed(first, minuted("2031-02-05", ("Actions", again))).actions) == 4


def test_the_same_number_with_other_letters_is_another() -> None:
    first = minuted("2031-01-05", ("Actions", ["T-134 Kim: letter to the yard", "T-135 Pat: oars for the skiff"]))
    second = minuted("2031-02-05", ("Review of actions", ["S-134 Rosa: paint for the kiosk"]), ("New actions", ["T-136 Kim: rota"]))
    assert len(followed(first, second).actions) == 4


@pytest.mark.parametrize("silent", [False, True])
def test_a_number_that_tells_its_meeting_decides_alone_in_a_review(silent: bool) -> None:
    first = minuted("2031-01-05", ("Actions", ["Action 31.1: Kim to ask the yard about the slip", "Action 31.2: Pat to list the oars"]))
    between = [minuted("2031-02-05", ("Actions", ["Action 32.1: Rosa to write the rota for the kiosk"]))] if silent else []
    review = ["Action 31.1: The letter had been circulated with the agenda. Complete.", "Action 31.2: the cox had answered, and would count them."]
    ledger = followed(first, *between, minuted("2031-03-05", ("Review of actions", review)))
    assert [a.status for a in ledger.actions] == [Status.DONE, Status.OPEN] + [Status.OPEN] * silent


TASKS = (
    "KK to ask the yard about the slipway",
    "PB to list the oars",
    "RS to buy a kettle",
    "KK to write a summary of the lease talks for the members",
)


@pytest.mark.parametrize(("number", "many"), [(30, 2), (13, 1)])
def test_a_number_beyond_those_that_a_list_of_old_and_new_keeps_is_new(number: int, many: int) -> None:
    given = [numbered(10 + n, text, text[:2]) for n, text in enumerate(TASKS)]
    kept = [reviewed(10 + n, text, text[:2]) for n, text in enumerate(TASKS[:3])]
    again = reviewed(number, "KK to write mail about lease talks", "KK")
    assert len(ids(carried(series(given, [*kept, again])).ledger)) == len(TASKS) - 1 + many
