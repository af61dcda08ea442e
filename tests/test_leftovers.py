"""What is left of a list when all else of it is known again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from make import carried, ids, mention, series

from tcsg.ledger.carry import Carried
from tcsg.model import Mention, Section, Status

LISTED = ["KK to grease the lock of the boat shed", "PB to count the oars", "RS to write to the harbour office about the new moorings"]


def told(text: str, n: int) -> Mention:
    owner = text.split(maxsplit=1)[0].rstrip(":")
    return replace(mention(text, owner, line=10 * (n + 1)), section=Section.REVIEW, block="Actions of last meeting")


def reviewed(first: str, second: str) -> Carried:
    """Two meetings; the first gives the actions of a list and one more at its head, the second reviews them in their order."""
    before = [mention(text, text.split()[0], line=10 * (n + 1)) for n, text in enumerate([first, *LISTED])]
    return carried(series(before, [told(text, n) for n, text in enumerate([second, *LISTED])]))


TOGETHER = [
    # where it stood, the same owner, and a word that nothing else has
    ("DW to talk to Julia about the slipway and its rails", "DW: conversations on the state of the slipway"),
    ("DW to bring the question to the builders; agree on a word for the berth", "DW: bring ask of naming the berth to the next builders' call"),
    # nothing else is said
    ("DW to deal with the mower before the fair in May", "DW to sort out the mower"),
    ("DW to write up what has to be done for the insurance of the launch", "DW: launch insurance"),
]
APART = [
    ("DW to talk to Julia about the slipway and its rails", "PB: conversations on the state of the slipway"),
    ("DW to talk to Julia about the slipway and its rails", "DW: news of the tea urn"),
    ("DW to draft the policy on keys for the shed", "DW to print a large sign that has the policy"),
    ("DW to order 4 lamps for the jetty", "DW: price of 6 lamps with new posts"),
    ("DW to read https://example.org/jetty on lamps", "DW: lamps, as in https://example.org/posts"),
    ("DW to send the plan of the jetty", "DW to resend the plan and the bill of the jetty works"),
]


@pytest.mark.parametrize(("first", "second"), TOGETHER)
def test_what_stands_where_it_stood_is_known_by_one_telling_word(first: str, second: str) -> None:
    result = reviewed(first, second)
    assert ids(result.ledger) == ("A1.1", "A1.2", "A1.3", "A1.4")
    assert not result.questions


@pytest.mark.parametrize(("first", "second"), APART)
def test_another_owner_thing_number_link_or_deed_is_another_action(first: str, second: str) -> None:
    assert ids(reviewed(first, second).ledger) == ("A1.1", "A1.2", "A1.3", "A1.4", "A2.1")


@pytest.mark.parametrize(
    ("first", "last", "same"),
    [
        ("DW: the subgroup is being talked about", "DW: bring patterns and samples of paint to the board", True),  # both have words of it
        ("DW: the tea urn is being talked about", "DW: bring patterns and samples of paint to the board", False),  # it has the place and no word
    ],
)
def test_of_two_reports_the_one_that_stands_where_it_stood_is_it(first: str, last: str, same: bool) -> None:
    action = "DW to form a subgroup that looks at the patterns and the samples in use"
    before = [mention(text, text.split()[0], line=10 * (n + 1)) for n, text in enumerate([action, *LISTED])]
    result = carried(series(before, [told(text, n) for n, text in enumerate([first, *LISTED, last])]))
    told_of = {link.mention.text: link.action for link in result.links if link.meeting == "2"}
    assert (told_of[first] == "A1.1") is same


def test_of_two_that_it_may_be_none_is_told() -> None:
    first: list[Mention | str] = [
        mention("DW to talk to Julia about the slipway", "DW"),
        mention("DW to ask the yard for rails of the slipway", "DW"),
        *LISTED,
    ]
    second = [told("DW: state of the slipway", 0), *(told(text, n + 1) for n, text in enumerate(LISTED))]
    assert "A2.1" in ids(carried(series(first, second)).ledger)


def test_without_a_list_around_it_nothing_is_left() -> None:
    first, second = TOGETHER[0]
    assert ids(carried(series([mention(first, "DW")], [told(second, 0)])).ledger) == ("A1.1", "A2.1")


def test_what_was_closed_is_not_left() -> None:
    first, second = TOGETHER[0]
    before = [
        mention(text, text.split()[0], line=10 * (n + 1), status=Status.DONE if text == first else Status.OPEN)
        for n, text in enumerate([first, *LISTED])
    ]
    assert ids(carried(series(before, [told(text, n) for n, text in enumerate([second, *LISTED])])).ledger)[-1] == "A2.1"


def test_whatever_is_to_be_done_with_a_thing_is_known_in_any_list() -> None:
    first: list[Mention | str] = [mention("DW to deal with the mower before the fair in May", "DW"), "PB to count the oars"]
    assert ids(carried(series(first, [mention("DW to sort out the mower", "DW")])).ledger) == ("A1.1", "A1.2")
    for other in ("DW to sell the mower", "DW to sort out the mower shed roof", "DW to sort out the punt"):
        assert ids(carried(series(first, [mention(other, "DW")])).ledger) == ("A1.1", "A1.2", "A2.1")


def test_why_says_so() -> None:
    links = reviewed(*TOGETHER[0]).links
    (why,) = [link.why for link in links if link.action == "A1.1" and link.why is not None]
    assert why.grounds[-1].words == "of the same owners nothing else is left that it can be"
    assert sum(ground.weight for ground in why.grounds) == pytest.approx(0.78, abs=0.01)


# --- what one meeting says of an action twice ----------------------------------------------------------------------


def listed(text: str, section: Section | None = None) -> Mention:
    return replace(mention(text, text.split(maxsplit=1)[0].rstrip(":")), section=section, block="Actions" if section is None else "Review")


FIRST = ["DW to design a leaflet for the open day", "PB to count the oars"]


@pytest.mark.parametrize(
    ("review", "new"),
    [
        ("DW: leaflet for the open day, no time yet", "DW to design the open day leaflet"),
        ("DW: leaflet", "DW to design a leaflet for the open day"),
    ],
)
def test_what_is_reviewed_and_listed_on_in_other_words_is_one_action(review: str, new: str) -> None:
    later = [listed(review, Section.REVIEW), listed("PB to count the oars", Section.REVIEW), listed(new)]
    first = [mention(text, text.split(maxsplit=1)[0]) for text in FIRST]
    assert ids(carried(series(first, later)).ledger) == ("A1.1", "A1.2")


@pytest.mark.parametrize(
    ("review", "new"),
    [
        ("DW: leaflet for the open day, no time yet", "DW to print 200 leaflets"),
        ("PB: leaflet", "DW to design a leaflet for the open day"),
        ("DW: tent", "DW to design a leaflet for the open day"),
    ],
)
def test_what_else_is_to_be_done_with_it_is_listed_anew(review: str, new: str) -> None:
    first = [mention(text, text.split(maxsplit=1)[0]) for text in FIRST]
    later = [listed(review, Section.REVIEW), listed("PB to count the oars", Section.REVIEW), listed(new)]
    assert ids(carried(series(first, later)).ledger) == ("A1.1", "A1.2", "A2.1")


def test_what_the_review_closed_is_given_anew() -> None:
    first = [mention(text, text.split(maxsplit=1)[0]) for text in FIRST]
    done = replace(listed("DW: leaflet for the open day", Section.REVIEW), status=Status.DONE)
    assert ids(carried(series(first, [done, listed("DW to design a leaflet for the open day")])).ledger) == ("A1.1", "A1.2", "A2.1")


def test_when_minutes_are_gone_what_was_said_twice_is_still_one_action() -> None:
    first = [mention(text, text.split(maxsplit=1)[0]) for text in FIRST]
    new = "DW to design the open day leaflet"
    later = [listed("DW: leaflet for the open day, no time yet", Section.REVIEW), listed("PB to count the oars", Section.REVIEW), listed(new)]
    told = series(first, later, [listed("DW: leaflet", Section.REVIEW)])
    before = carried(told).ledger
    assert ids(carried(told[1:], before).ledger) == ids(before) == ("A1.1", "A1.2")
    assert ids(carried(told[:2], before).ledger) == ids(before)


# --- what a careful secretary goes by ------------------------------------------------------------------------------

OPEN = ["AP to draft the annual report for the council", "SL to renew the fire certificate of the hall", "BC to ask the schools about the May camp"]


def after(first: str, text: str, *, section: Section | None) -> Carried:
    """A meeting that gives `first` and three more, and one that says `text` in a block of its own."""
    before = [mention(words, words.split()[0]) for words in (first, *OPEN)]
    owner = (text.split(maxsplit=1)[0].rstrip(":"),) if text[:2].isupper() else ()
    return carried(series(before, [replace(mention(text, *owner), section=section, block="Actions")]))


@pytest.mark.parametrize(
    ("first", "text", "section"),
    [
        # a sentence that tells how it went, with two words that nothing else has
        ("RM to buy a policy for the minibus of the club", "RM has found a policy for the minibus, and it is dear", None),
        ("TF to write to the climate group about missing licences", "TF wrote to the climate group, they will choose a licence", None),
        # a title that the action has, and what is new
        ("RM to ask the bank about a loan for the pier", "RM: bank loan - no answer so far, they want figures", None),
        ("RM to put the cadence into the rules of the club", "RM: cadence in the rules - the paper is written", None),
        # a title that begins like an order, and a title that is cut short
        ("RM to write up the release plan and post it to all", "RM: release plan", Section.REVIEW),
        ("RM to enquire about halls in Lyon", "RM: halls are booked", Section.REVIEW),
        ("RM to recruit two helpers for the half-term scheme", "RM found two helpers", Section.REVIEW),
        # nothing else of these people is left
        ("RM to ask the museum about the open day", "RM: museum is booked for 9 October", Section.REVIEW),
        # nobody is named
        ("RM to order sensors for the north field", "Sensors", Section.REVIEW),
        # new words for most of a long task
        (
            "RM to merge the risk lists of the two old boats into a new one for the ferry",
            "RM to merge the older risk lists of both boats into one for the new ferry, with what the crew said",
            None,
        ),
    ],
)
def test_what_is_told_of_an_action_is_known_by_words_that_no_other_has(first: str, text: str, section: Section | None) -> None:
    result = after(first, text, section=section)
    assert ids(result.ledger) == ("A1.1", "A1.2", "A1.3", "A1.4")
    assert not [q for q in result.questions if q.about == "same"]


@pytest.mark.parametrize(
    ("first", "text", "section"),
    [
        # somebody else's, another name, another thing, another number, the contrary
        ("RM to buy a policy for the minibus of the club", "TF has found a policy for the minibus, and it is dear", None),
        ("RM to order sensors for the field in Turin", "RM: sensors for Ghent - on their way", Section.REVIEW),
        ("RM to order sensors for the north field", "RM: sensors for the south field", Section.REVIEW),
        ("RM to order 4 lamps for the pier", "RM: 6 lamps for the pier", Section.REVIEW),
        ("RM to send the list of members to the bank", "RM not to send the list of members to the bank", None),
        # something else is to be done with the same thing
        ("RM to draft the handbook of the summer camp", "RM to print the handbook of the summer camp", None),
        ("RM to book the band for the summer fair", "RM: band for the summer fair - RM to print a poster", None),
    ],
)
def test_what_speaks_against_it_keeps_two_apart(first: str, text: str, section: Section | None) -> None:
    assert ids(after(first, text, section=section).ledger) == ("A1.1", "A1.2", "A1.3", "A1.4", "A2.1")


@pytest.mark.parametrize(
    ("first", "text", "section"),
    [
        ("RM to announce the date to the painters", "RM: tell the painters", Section.REVIEW),
        ("RM to order lamps for the pier", "RM to order lamps for the slipway", Section.REVIEW),
        ("RM to set up a weekly call of the crew with the yard on the new rails", "RM to agree with the yard on a weekly call of the crew", None),
    ],
)
def test_what_is_left_to_judgement_is_asked(first: str, text: str, section: Section | None) -> None:
    result = after(first, text, section=section)
    assert ids(result.ledger) == ("A1.1", "A1.2", "A1.3", "A1.4", "A2.1")
    assert [[r.id for r in q.rivals] for q in result.questions if q.about == "same"] == [["A1.1"]]


def test_a_title_goes_to_what_is_open_before_what_was_closed() -> None:
    reviewed_ = replace(mention("Sensors", status=Status.DONE), section=Section.REVIEW)
    told = series(
        ["RM to order sensors for the north field"], [reviewed_, mention("TF to order sensors for the south field of the yard", "TF")], [reviewed_]
    )
    ledger = carried(told).ledger
    assert ids(ledger) == ("A1.1", "A2.1")
    assert all(a.status is Status.DONE for a in ledger.actions)


def test_a_review_and_the_list_of_the_meeting_do_not_rule_each_other_out() -> None:
    before = [mention("CN to write the user guide", "CN"), mention("PB to count the oars", "PB")]
    review = [listed("CN: user guide: three of eight chapters", Section.REVIEW), listed("PB to count the oars", Section.REVIEW)]
    assert ids(carried(series(before, [*review, listed("CN to write the remaining chapters of the user guide")])).ledger) == ("A1.1", "A1.2")


@pytest.mark.parametrize("section", [None, Section.REVIEW])
def test_a_long_number_of_a_count_tells_it_in_any_list(section: Section | None) -> None:
    first = [mention("KK to ask the codec people for figures", "KK", cites=["201"]), mention("PB to list the oars", "PB", cites=["202"])]
    later = [replace(mention("got them, in the wiki now", "KK", status=Status.DONE, cites=["201"]), section=section)]
    new = mention("RS to buy a kettle", "RS", cites=["203"])
    assert ids(carried(series(first, [*later, new])).ledger) == ("A1.1", "A1.2", "A2.1")


def test_what_says_nothing_else_is_nearer_than_what_only_has_as_many_words_of_it() -> None:
    known: list[Mention | str] = [mention("Regatta lamps timing poll", "DW", line=10)]
    rest = mention("DW to ask the yard about regatta fees and lamps, with lots of notice", "DW", line=90)
    listed = told("DW: set up regatta lamps", 0)
    alone = carried(series(known, [listed, rest])).links
    assert [link.action for link in alone] == ["A1.1", "A1.1", "A2.1"]
    both = carried(series(known, [listed, replace(rest, text="DW to write the poll on regatta lamps for the yard")])).links
    assert {link.action for link in both if link.mention.line == rest.line} != {"A1.1"}
