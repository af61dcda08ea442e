"""Which wordings are one action, and which only look alike."""

from __future__ import annotations

import pytest

from tcsg.ledger.matching import DOUBTFUL, SURE, assign, likeness, words_of

SAME = [
    ("KK to go on talking to ICT about licences", "KK to go on talking to ICT about licences"),
    ("KK to engage with ICT on licences", "KK to engage with ICT / suppliers on licences for the project"),
    ("AHR to circulate the list of winners in 2018 and 2019", "AHR to circulate the list of winners in 2018 and 2019 to the group"),
    ("AH to start a list of managers, with support from HR", "AH to start a list of managers, with support from HR, for the survey"),
    ("PB to book the village hall for the summer fair", "Book the village hall for the summer fair (PB)"),
]

APART = [
    ("AB to order 3 lamps for the hall", "AB to order 5 lamps for the hall"),
    ("AB to review paper 12", "AB to review paper 14"),
    ("AB to write to Nia about the rooms", "AB to write to Ravi about the heating"),
    ("AB to publish the minutes of March", "AB to publish the accounts of last year"),
    ("KK to book a room", "PB to draft the risk register"),
    # another number
    ("CD to review chapter 3 of the handbook", "CD to review chapter 4 of the handbook"),
    ("AB to merge pull request #120", "AB to merge pull request #121"),
    ("AB to collect the subscriptions for 2030", "AB to collect the subscriptions for 2031"),
    # another person
    ("AB to write to Nia about the rooms", "AB to write to Ravi about the rooms"),
    ("AB to send the list of rooms to Nia", "AB to send the list of rooms to Ravi"),
    ("AB to ask Nia Orr to speak in the summer", "AB to ask Ravi Sen to speak in the summer"),
    # another document
    ("CD to circulate the draft policy on travel", "CD to circulate the draft policy on parking"),
    ("CD to update paper HS/12/4", "CD to update paper HS/12/7"),
    ("AB to review the annual report", "AB to review the annual accounts"),
    # another link
    ("AB to read https://example.org/roof", "AB to read https://example.org/cellar"),
    ("AB to answer https://example.org/issues/7", "AB to answer https://example.org/issues/8"),
    ("AB to mend the page at https://example.org/a1", "AB to mend the page at https://example.org/b2"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_rewordings_come_together(one: str, other: str) -> None:
    assert likeness(words_of(one), words_of(other)) >= SURE
    assert likeness(words_of(other), words_of(one)) == likeness(words_of(one), words_of(other))


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_only_looks_alike_is_never_sure(one: str, other: str) -> None:
    assert likeness(words_of(one), words_of(other)) < SURE
    assert likeness(words_of(one, ["AB"]), words_of(other, ["AB"])) < SURE


def test_other_owners_count_against_a_match() -> None:
    alike = words_of("call the plumber", ["AB"]), words_of("ring the plumber", ["AB"])
    other = words_of("ring the plumber", ["CD"])
    assert likeness(alike[0], alike[1]) > likeness(alike[0], other)


def test_the_due_phrase_is_left_out() -> None:
    one = words_of("TO to call the plumber by 21 February", ["TO"], due_words="by 21 February")
    assert likeness(one, words_of("TO to call the plumber", ["TO"])) >= SURE


def test_the_best_pairs_are_made_first() -> None:
    pairs, doubts = assign([(0.9, 0, 0), (0.8, 1, 1), (0.7, 0, 1)])
    assert pairs == {0: 0, 1: 1}
    assert doubts == ()


def test_two_choices_that_are_as_good_are_a_doubt() -> None:
    pairs, doubts = assign([(0.9, 0, 0), (0.88, 0, 1)])
    assert pairs == {}
    assert [(d.mention, d.known) for d in doubts] == [(0, (0, 1))]


def test_what_is_near_but_not_sure_is_a_doubt() -> None:
    near = (SURE + DOUBTFUL) / 2
    assert assign([(near, 0, 0)])[0] == {}
    assert [d.mention for d in assign([(near, 0, 0)])[1]] == [0]


def test_nothing_near_is_nothing() -> None:
    assert assign([]) == ({}, ())
