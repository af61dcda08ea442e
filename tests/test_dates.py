"""Dates in text, and which of them is the day an action is due."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcsg.model import AcademicTerm, Due
from tcsg.reading.dates import Calendar, find_date, read_iso
from tcsg.reading.due import DuePhrase, find_due, read_due
from tcsg.reading.time_text import LONGEST, Words, _token

WEDNESDAY = date(2023, 3, 15)
TERMS = (
    AcademicTerm("Autumn Term", (10, 2), (12, 15)),
    AcademicTerm("Spring Term", (1, 9), (3, 24)),
    AcademicTerm("Summer Term", (4, 24), (6, 30)),
)
CALENDAR = Calendar(WEDNESDAY, date(2023, 5, 10), "dmy", TERMS)
BARE = Calendar(WEDNESDAY)


def due(text: str, calendar: Calendar = CALENDAR) -> tuple[str, date | None] | None:
    found = find_due(text, calendar)
    return (found.due.words, found.due.day) if found else None


def day(text: str) -> date:
    return date.fromisoformat(text)


DAYS = [
    ("OB to mend the boat by 3 April", "by 3 April", "2023-04-03"),
    ("OB to mend the boat by the 3rd of April.", "by the 3rd of April", "2023-04-03"),
    ("OB to mend the boat by April 3", "by April 3", "2023-04-03"),
    ("OB to mend the boat by Apr. 3rd, 2024", "by Apr. 3rd, 2024", "2024-04-03"),
    ("OB to mend the boat by 3-Apr-24", "by 3-Apr-24", "2024-04-03"),
    ("OB to mend the boat by 3 Apr '24", "by 3 Apr '24", "2024-04-03"),
    ("OB to mend the boat by 2023-04-03", "by 2023-04-03", "2023-04-03"),
    ("OB to mend the boat by 2023/4/3", "by 2023/4/3", "2023-04-03"),
    ("OB to mend the boat by 3/4", "by 3/4", "2023-04-03"),
    ("OB to mend the boat by 3/4/23", "by 3/4/23", "2023-04-03"),
    ("OB to mend the boat by 03.04.2023", "by 03.04.2023", "2023-04-03"),
    ("OB to mend the boat by 4/23", "by 4/23", "2023-04-23"),
    ("OB to mend the boat by 10 March", "by 10 March", "2024-03-10"),
    ("OB to mend the boat by the following week", "by the following week", "2023-03-24"),
    ("OB to mend the boat by the coming month", "by the coming month", "2023-04-30"),
    ("OB soll das Boot bis zur nächsten Woche flicken", "bis zur nächsten Woche", "2023-03-24"),
    ("OB soll das Boot zur nächsten Sitzung flicken", "zur nächsten Sitzung", "2023-05-10"),
    ("OB répare la barque pour la mi-mai", "pour la mi-mai", "2023-05-15"),
    ("OB to mend the boat by 15 March", "by 15 March", "2023-03-15"),
    ("OB to mend the boat by Monday 3 April", "by Monday 3 April", "2023-04-03"),
    ("OB to mend the boat by Mon, 3 Apr", "by Mon, 3 Apr", "2023-04-03"),
    ("OB to mend the boat by 5pm on 3 April", "by 5pm on 3 April", "2023-04-03"),
    ("OB to mend the boat by noon on Monday 3 April", "by noon on Monday 3 April", "2023-04-03"),
    ("OB to mend the boat by 3 April at 17:00", "by 3 April at 17:00", "2023-04-03"),
    ("OB to mend the boat before 3 April", "before 3 April", "2023-04-03"),
    ("OB to mend the boat no later than 3 April", "no later than 3 April", "2023-04-03"),
    ("OB to mend the boat on or before 3 April", "on or before 3 April", "2023-04-03"),
    ("OB to mend the boat (all hands until 3 April)", "until 3 April", "2023-04-03"),
    ("OB to mend the boat between 1 and 3 April", "between 1 and 3 April", "2023-04-03"),
    ("OB to mend the boat by the 29th", "by the 29th", "2023-03-29"),
    ("OB to mend the boat by the 3rd", "by the 3rd", "2023-04-03"),
    ("OB to mend the boat by Thursday", "by Thursday", "2023-03-16"),
    ("OB to mend the boat by Monday", "by Monday", "2023-03-20"),
    ("OB to mend the boat by Wednesday", "by Wednesday", "2023-03-22"),
    ("OB to mend the boat by Tuesday of next week", "by Tuesday of next week", "2023-03-21"),
    ("OB to mend the boat by Friday week", "by Friday week", "2023-03-24"),
    ("OB to mend the boat by next Monday", "by next Monday", "2023-03-20"),
    ("OB to mend the boat by COB Friday", "by COB Friday", "2023-03-17"),
    ("OB to mend the boat by close of business on Friday", "by close of business on Friday", "2023-03-17"),
    ("OB to mend the boat by the end of the day", "by the end of the day", "2023-03-15"),
    ("OB to mend the boat today", "today", "2023-03-15"),
    ("OB to mend the boat tomorrow at noon", "tomorrow at noon", "2023-03-16"),
    ("OB to mend the boat the day after tomorrow", "the day after tomorrow", "2023-03-17"),
    ("OB to mend the boat before Christmas", "before Christmas", "2023-12-25"),
    ("By 3 April, OB to mend the boat", "By 3 April", "2023-04-03"),
    ("OB to mend the boat by 29 February 2024", "by 29 February 2024", "2024-02-29"),
    ("OB to see the boatbuilder on 3 April", "on 3 April", "2023-04-03"),
    ("Look at the hull again. Revisit 3 April.", "3 April", "2023-04-03"),
    ("OB to mend the boat by 2023-Apr-03", "by 2023-Apr-03", "2023-04-03"),
    ("OB to mend the boat by 12 noon on Friday", "by 12 noon on Friday", "2023-03-17"),
    ("OB to mend the boat by 5 p.m. on Friday", "by 5 p.m. on Friday", "2023-03-17"),
    ("OB to mend the boat by the 3rd of next month", "by the 3rd of next month", "2023-04-03"),
    ("OB to mend the boat by Friday 31", "by Friday 31", "2023-03-31"),
    ("OB to mend the boat by the first of April", "by the first of April", "2023-04-01"),
    ("OB to hold a small workshop on 3 April", "on 3 April", "2023-04-03"),
    ("OB to visit the yard on 3 April", "on 3 April", "2023-04-03"),
    ("OB to mend the boat (3 April)", "3 April", "2023-04-03"),
    ("OB to mend the boat by **3 April**", "by **3 April", "2023-04-03"),
]

PERIODS = [
    ("OB to paint the boat in June", "in June", "2023-06-30"),
    ("OB to paint the boat in March", "in March", "2023-03-31"),
    ("OB to paint the boat in February", "in February", "2024-02-29"),
    ("OB to paint the boat in June 2024 with a fresh brush", "in June 2024", "2024-06-30"),
    ("OB to paint the boat by May", "by May", "2023-05-31"),
    ("OB to paint the boat before June", "before June", "2023-05-31"),
    ("OB to paint the boat by the end of June", "by the end of June", "2023-06-30"),
    ("OB to paint the boat by end-June", "by end-June", "2023-06-30"),
    ("OB to paint the boat end of June", "end of June", "2023-06-30"),
    ("OB to paint the boat at the end of June", "at the end of June", "2023-06-30"),
    ("OB to paint the boat by early June", "by early June", "2023-06-10"),
    ("OB to paint the boat mid June", "mid June", "2023-06-15"),
    ("OB to paint the boat by the middle of June", "by the middle of June", "2023-06-15"),
    ("OB to paint the boat in late June", "in late June", "2023-06-30"),
    ("OB to paint the boat in late June/early July", "in late June/early July", "2023-07-10"),
    ("OB to paint the boat in April, May and June", "in April, May and June", "2023-06-30"),
    ("OB to paint the boat by the start of June", "by the start of June", "2023-06-01"),
    ("OB to paint the boat at the start of June", "at the start of June", "2023-06-10"),
    ("OB to start painting in June", "in June", "2023-06-30"),
    ("OB to paint the boat before w/c 5 June", "before w/c 5 June", "2023-06-02"),
    ("OB to paint the boat this Friday", "this Friday", "2023-03-17"),
    ("OB to paint the boat in June or July", "in June or July", "2023-07-31"),
    ("OB to paint the boat in the 2nd week of June", "in the 2nd week of June", "2023-06-09"),
    ("OB to paint the boat by the last Friday of June", "by the last Friday of June", "2023-06-30"),
    ("OB to paint the boat this week", "this week", "2023-03-17"),
    ("OB to paint the boat next week", "next week", "2023-03-24"),
    ("OB to paint the boat the week after next", "the week after next", "2023-03-31"),
    ("OB to paint the boat before next week", "before next week", "2023-03-17"),
    ("OB to paint the boat later this week", "later this week", "2023-03-17"),
    ("OB to paint the boat by the middle of next week", "by the middle of next week", "2023-03-22"),
    ("OB to paint the boat by EOW", "by EOW", "2023-03-17"),
    ("OB to paint the boat over the weekend", "over the weekend", "2023-03-19"),
    ("OB to paint the boat, w/c 5 June", "w/c 5 June", "2023-06-09"),
    ("OB to paint the boat in the week of 7 June", "in the week of 7 June", "2023-06-09"),
    ("OB to paint the boat by week ending 9 June", "by week ending 9 June", "2023-06-09"),
    ("OB to paint the boat by week 20", "by week 20", "2023-05-19"),
    ("OB to paint the boat in week 2", "in week 2", "2024-01-12"),
    ("OB to paint the boat by the end of the month", "by the end of the month", "2023-03-31"),
    ("OB to paint the boat next month", "next month", "2023-04-30"),
    ("OB to paint the boat by month-end", "by month-end", "2023-03-31"),
    ("OB to paint the boat in Q2", "in Q2", "2023-06-30"),
    ("OB to paint the boat in Q1/2024", "in Q1/2024", "2024-03-31"),
    ("OB to paint the boat in the first quarter of 2024", "in the first quarter of 2024", "2024-03-31"),
    ("OB to paint the boat in the second half of the year", "in the second half of the year", "2023-12-31"),
    ("OB to paint the boat next quarter", "next quarter", "2023-06-30"),
    ("OB to paint the boat by the end of the year", "by the end of the year", "2023-12-31"),
    ("OB to paint the boat by 2025", "by 2025", "2025-12-31"),
    ("OB to paint the boat in 2024", "in 2024", "2024-12-31"),
    ("OB to paint the boat next year", "next year", "2024-12-31"),
    ("OB to paint the boat in the summer term", "in the summer term", "2023-06-30"),
    ("OB to paint the boat before the Summer Term", "before the Summer Term", "2023-04-23"),
    ("OB to paint the boat in the Spring Term 2024", "in the Spring Term 2024", "2024-03-24"),
    ("OB to paint the boat by the end of term", "by the end of term", "2023-03-24"),
    ("OB to paint the boat next term", "next term", "2023-06-30"),
]

SPANS = [
    ("IQ to ask the harbour within two weeks", "within two weeks", "2023-03-29"),
    ("IQ to ask the harbour in 10 days", "in 10 days", "2023-03-25"),
    ("IQ to ask the harbour in three weeks' time", "in three weeks' time", "2023-04-05"),
    ("IQ to ask the harbour in 2-3 weeks", "in 2-3 weeks", "2023-04-05"),
    ("IQ to ask the harbour in a week or two", "in a week or two", "2023-03-29"),
    ("IQ to ask the harbour within 24h", "within 24h", "2023-03-16"),
    ("IQ to ask the harbour within a fortnight", "within a fortnight", "2023-03-29"),
    ("IQ to ask the harbour within a month", "within a month", "2023-04-15"),
    ("IQ to ask the harbour in the next week", "in the next week", "2023-03-22"),
    ("IQ to ask the harbour over the next three weeks", "over the next three weeks", "2023-04-05"),
    ("IQ to ask the harbour within 5 working days", "within 5 working days", "2023-03-22"),
    ("IQ to ask the harbour within 48 hours", "within 48 hours", "2023-03-17"),
    ("IQ to ask the harbour two weeks from now", "two weeks from now", "2023-03-29"),
    ("IQ to ask the harbour within a week of the meeting", "within a week of the meeting", "2023-03-22"),
    ("IQ to ask the harbour a week before the next meeting", "a week before the next meeting", "2023-05-03"),
    ("IQ to ask the harbour two days before 3 April", "two days before 3 April", "2023-04-01"),
]

MEETINGS = [
    ("UD to bring rope by the next meeting", "by the next meeting", "2023-05-10"),
    ("UD to bring rope before our next meeting", "before our next meeting", "2023-05-10"),
    ("UD to buy a rope for next meeting", "for next meeting", "2023-05-10"),
    ("UD to show the rope at the next committee meeting", "at the next committee meeting", "2023-05-10"),
    ("UD to report to the next meeting", "to the next meeting", "2023-05-10"),
    ("UD to report back next meeting", "next meeting", "2023-05-10"),
    ("Errands until the next meeting:", "until the next meeting", "2023-05-10"),
    ("UD to buy a rope by next time", "by next time", "2023-05-10"),
    ("UD to buy a rope ahead of the next call", "ahead of the next call", "2023-05-10"),
    ("UD to buy a rope for the May meeting", "for the May meeting", "2023-05-10"),
    ("UD to buy a rope by the next meeting (17 May)", "by the next meeting (17 May)", "2023-05-17"),
    ("UD to buy a rope before the next meeting on 17 May", "before the next meeting on 17 May", "2023-05-17"),
]

OPEN = [
    ("EY to call the yard as soon as possible", "as soon as possible"),
    ("EY to call the yard ASAP", "ASAP"),
    ("After his week at sea, EY to call the yard", "After his week at sea"),
    ("EY to call the yard before the new mast arrives", "before the new mast arrives"),
    ("EY to call the yard when she is back from Lisbon", "when she is back from Lisbon"),
    ("EY to call the yard when the results are in", "when the results are in"),
    ("EY to call the yard until the race starts", "until the race starts"),
    ("EY to call the yard in time for the regatta", "in time for the regatta"),
    ("EY to call the yard by the launch", "by the launch"),
    ("EY to call the yard by next regatta", "by next regatta"),
    ("EY to call the yard by the time the mast arrives", "by the time the mast arrives"),
    ("EY to call the yard after 3 April", "after 3 April"),
    ("EY to call the yard by 6:30 pm", "by 6:30 pm"),
    ("EY to call the yard within the 48-hour window", "within the 48-hour window"),
    ("EY to call the yard in a few weeks", "in a few weeks"),
    ("EY to call the yard over the summer", "over the summer"),
    ("EY to call the yard by the end of the financial year", "by the end of the financial year"),
    ("EY to call the yard by the end of 2023/24", "by the end of 2023/24"),
    ("EY to call the yard by early 2024", "by early 2024"),
    ("EY to call the yard in the Hilary Term", "in the Hilary Term"),
    ("EY to call the yard in week 3 of term", "in week 3"),
    ("EY to call the yard by the next Harbour Board meeting", "by the next Harbour Board meeting"),
    ("EY to call the yard before next week's meeting", "before next week's meeting"),
    ("EY to call the yard two weeks before the regatta", "two weeks before the regatta"),
    ("EY to call the yard before it is sold", "before it is sold"),
    ("EY to call the yard by the end of the works", "by the end of the works"),
    ("EY to call the yard by half term", "by half term"),
    ("EY to call the yard in the New Year", "in the New Year"),
    ("EY to call the yard by the 10th of this month", "by the 10th of this month"),
    ("EY to call the yard early this month", "early this month"),
    ("EY to call the yard by 31 February", "by 31 February"),
    ("EY to call the yard by 31/02/2024", "by 31/02/2024"),
    ("EY to call the yard. Deadline: whenever the tide allows", "whenever the tide allows"),
]

EVENTS_WITH_A_DAY = [
    ("EY to call the yard before the 3 April deadline", "before the 3 April deadline", "2023-04-03"),
    ("EY to call the yard before the April 3, 2024 harbour inspection to be safe", "before the April 3, 2024 harbour inspection", "2024-04-03"),
    ("EY to call the yard before the regatta on 3 June", "before the regatta on 3 June", "2023-06-03"),
    ("EY to call the yard before the regatta (3 June)", "before the regatta (3 June)", "2023-06-03"),
]

LABELS = [
    ("OB to paint the mast. Deadline: 3 April", "3 April", "Deadline: 3 April", "2023-04-03"),
    ("OB to paint the mast (due 3 April)", "3 April", "due 3 April", "2023-04-03"),
    ("OB to paint the mast - due by Friday", "by Friday", "due by Friday", "2023-03-17"),
    ("OB to paint the mast [due date: 2023-04-03]", "2023-04-03", "due date: 2023-04-03", "2023-04-03"),
    ("OB to paint the mast, with a deadline of 3 April", "3 April", "deadline of 3 April", "2023-04-03"),
    ("OB to paint the mast. ETA end of June", "end of June", "ETA end of June", "2023-06-30"),
]

NOT_DUE = [
    "WR to write up the regatta on 21 June",
    "WR to invite the crew for a call on 29 March",
    "WR to prepare for the workshop in June",
    "WR to book a room for the workshop next week",
    "WR to buy tickets for the fair (3 June)",
    "WR to file the minutes of 9 January",
    "WR to thank the winners of 2021 and 2022",
    "WR to list all prizes given in 2022 and 2023",
    "WR to reprint the 2024 almanac",
    "WR to thank the speaker of 3 March",
    "WR to announce the deadline in June",
    "WR to count the ropes sold in January",
    "WR to print the chart agreed on 3 January 2023",
    "2023-02-01: WR to sand the deck",
    "WR to sand the deck - DONE 2023-02-25",
    "WR to sand the deck (2023-02-25)",
    "WR to sand the deck once the paint is dry",
    "WR to sand the deck if Tuesday stays dry",
    "WR to sand the deck later",
    "WR to paint the deck, which is due some day",
    "WR to sand the deck in due course",
    "WR to sand the deck in the long term",
    "WR to have the deck sanded by the crew",
    "WR to sand the deck by hand",
    "WR to shorten the deck by two feet",
    "WR to cut the crew by 1/3",
    "WR to extend the loan by two weeks",
    "WR to check the deck before sanding it",
    "WR to free the deck before we can start",
    "WR to put the plan before the harbour board",
    "WR to keep the deck closed until the paint is dry",
    "WR to look after the deck",
    "WR to sweep the deck after every race",
    "WR to proceed as before",
    "After sanding the deck, WR to paint it",
    "WR to decide after the fact",
    "WR to vote on errands arising at the 3 March meeting",
    "WR to answer the call, which closes on 3 April",
    "WR to keep the list open until Friday",
    "WR to read the piece in the May newsletter",
    "WR to sail by this time next year",
    "WR to sand the deck by 2023-ish",
    "After a long discussion, WR to sand the deck",
    "WR to find out when the yard opens",
    "WR to sound the horn when a boat enters",
    "WR to schedule the next meeting",
    "WR to find a room for the next meeting",
    "WR to renew the mooring (it lapses in May)",
    "WR to add the mast to the next meeting's agenda",
    "WR to invite the harbour master to the next meeting",
    "WR to sand the deck with ropes of 5/8 inch",
    "WR to move the 3rd-party tools",
    "WR to sweep from Monday",
    "WR to sweep in the first half of the boat",
    "WR may march with the crew, as they sat in the sun",
    "WR to read https://example.org/by-friday/2023/04/03",
    "Jan to ask April and June about the sails",
    "WR to sand the deck within the budget",
    "WR to sand the deck until further notice",
    "WR to pay up due to the rules",
    "WR to sand the deck. Deadline: TBC",
    "",
    "   ",
]


@pytest.mark.parametrize(("text", "words", "meant"), DAYS + PERIODS + SPANS + MEETINGS + EVENTS_WITH_A_DAY)
def test_a_due_phrase_is_found_as_written_and_means_one_day(text: str, words: str, meant: str) -> None:
    assert due(text) == (words, day(meant))


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_a_due_phrase_that_names_no_day_is_kept_without_one(text: str, words: str) -> None:
    assert due(text) == (words, None)


@pytest.mark.parametrize("text", NOT_DUE)
def test_what_does_not_say_when_the_action_is_due_is_not_taken(text: str) -> None:
    assert due(text) is None


@pytest.mark.parametrize(("text", "words", "cut", "meant"), LABELS)
def test_a_label_is_cut_out_with_its_phrase_but_is_not_part_of_the_words(text: str, words: str, cut: str, meant: str) -> None:
    found = find_due(text, CALENDAR)
    assert found == DuePhrase(Due(words, day(meant)), text.index(cut), text.index(cut) + len(cut))


TWO_READINGS = [
    ("RS to oil the winch by 5/6", ("2023-05-06", "2023-06-05")),
    ("RS to oil the winch by 5/6/2023", ("2023-05-06", "2023-06-05")),
    ("RS to oil the winch by next Friday", ("2023-03-17", "2023-03-24")),
    ("RS to oil the winch by Friday 30 June 2022", ("2022-06-30", "2022-07-01")),
]


@pytest.mark.parametrize(("text", "readings"), TWO_READINGS)
def test_a_phrase_that_may_mean_two_days_is_read_as_neither_and_tells_both(text: str, readings: tuple[str, ...]) -> None:
    found = find_due(text, BARE)
    assert found
    assert found.due.day is None
    assert found.due.readings == tuple(map(day, readings))


@pytest.mark.parametrize(
    ("text", "order", "meant"),
    [
        ("by 5/6", "dmy", "2023-06-05"),
        ("by 5/6", "mdy", "2023-05-06"),
        ("by 5/6", "ymd", "2023-05-06"),
        ("by 5/22", None, "2023-05-22"),
        ("by 5/22", "dmy", "2023-05-22"),
        ("by 6/6", None, "2023-06-06"),
        ("by 05.06.2023", "mdy", "2023-05-06"),
        ("by 23/05/06", "ymd", "2023-05-06"),
        ("by Monday 5/6", None, "2023-06-05"),
    ],
)
def test_the_order_of_day_and_month_is_the_committees_unless_only_one_is_possible(text: str, order: str | None, meant: str) -> None:
    assert due(text, Calendar(WEDNESDAY, date_order=order)) == (text, day(meant))


@pytest.mark.parametrize(
    "text",
    ["by the next meeting", "by the end of term", "in the summer term", "by next time", "for the May meeting"],
)
def test_what_the_calendar_does_not_tell_leaves_the_phrase_without_a_day(text: str) -> None:
    assert due(text, BARE) == (text, None)


@pytest.mark.parametrize("text", ["by Friday", "by 3 April", "in June", "within two weeks", "by 5/22", "next week", "by the 29th", "by Q2"])
def test_without_the_meetings_day_only_a_full_date_means_a_day(text: str) -> None:
    assert due(text, Calendar(None)) == (text, None)
    assert due("by 3 April 2023", Calendar(None)) == ("by 3 April 2023", date(2023, 4, 3))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("OB to fish in June and to report by 3 July", "by 3 July"),
        ("OB to fish by 3 July and again by 3 August", "by 3 July"),
        ("After her leave, OB to fish before the race", "before the race"),
        ("Before the race, OB to fish by 3 July", "by 3 July"),
        ("OB to fish in June or at the next meeting in July", "in June"),
        ("OB to bring rods to the fair on 3 June by Friday", "by Friday"),
    ],
)
def test_of_several_phrases_the_one_that_sets_a_limit_governs_else_the_first(text: str, words: str) -> None:
    found = due(text)
    assert found
    assert found[0] == words


def test_a_term_over_the_turn_of_the_year_belongs_to_the_year_in_which_it_begins() -> None:
    winter = Calendar(date(2023, 1, 10), academic_terms=(AcademicTerm("Winter Term", (10, 1), (2, 28)),))
    assert due("in the Winter Term", winter) == ("in the Winter Term", date(2023, 2, 28))
    assert due("in the Winter Term 2023", winter) == ("in the Winter Term 2023", date(2024, 2, 28))


def test_a_term_that_ends_on_29_february_ends_with_the_month_in_other_years() -> None:
    leap = Calendar(WEDNESDAY, academic_terms=(AcademicTerm("Epiphany", (1, 9), (2, 29)),))
    assert due("by the end of Epiphany 2025", leap) == ("by the end of Epiphany 2025", date(2025, 2, 28))
    assert due("by the end of Epiphany", leap) == ("by the end of Epiphany", date(2024, 2, 29))


def test_29_february_waits_for_no_later_leap_year() -> None:
    assert due("by 29 February") == ("by 29 February", date(2024, 2, 29))
    assert due("by 29 February", Calendar(date(2024, 3, 1))) == ("by 29 February", None)


def test_a_month_after_the_31st_is_the_last_of_a_shorter_month() -> None:
    assert due("within a month", Calendar(date(2023, 1, 31))) == ("within a month", date(2023, 2, 28))


def test_a_week_that_is_over_on_saturday_goes_on_until_sunday() -> None:
    saturday = Calendar(date(2023, 3, 18))
    assert due("this week", saturday) == ("this week", date(2023, 3, 19))
    assert due("next week", saturday) == ("next week", date(2023, 3, 24))


def test_a_day_beyond_the_last_year_is_no_day() -> None:
    last = Calendar(date(9999, 12, 31))
    for text in ("tomorrow", "within two weeks", "next month", "next year", "by Friday", "by 3 January", "in June", "by the 3rd", "next week"):
        assert due(text, last) == (text, None)


# --- a field that is a deadline -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "meant"),
    [
        ("3 April", "2023-04-03"),
        ("2023-04-03", "2023-04-03"),
        ("  by Friday ", "2023-03-17"),
        ("Friday", "2023-03-17"),
        ("June", "2023-06-30"),
        ("may 2024", "2024-05-31"),
        ("Q2", "2023-06-30"),
        ("2024", "2024-12-31"),
        ("end of term", "2023-03-24"),
        ("Next meeting", "2023-05-10"),
        ("2 weeks", "2023-03-29"),
        ("3 April (AGM)", "2023-04-03"),
        ("Ongoing, next look in June", "2023-06-30"),
        ("before June", "2023-05-31"),
        ("5 or 6 May", "2023-05-06"),
        ("Ongoing", None),
        ("ASAP", None),
        ("after 3 April", None),
        ("every Friday", None),
        ("when the tide allows", None),
        ("31 February", None),
        ("12", None),
    ],
)
def test_any_entry_of_a_deadline_field_is_a_due_phrase_with_or_without_a_day(entry: str, meant: str | None) -> None:
    assert read_due(entry, CALENDAR) == Due(entry.strip(), day(meant) if meant else None)


@pytest.mark.parametrize(
    "entry", ["", "  ", "-", "–", "—", "N/A", "n/a", "NA", "TBD", "TBC", "tba", "none", "None.", "_none_", "**TBD**", "?", "...", "nil"]
)
def test_an_entry_that_says_there_is_no_deadline_is_none(entry: str) -> None:
    assert read_due(entry, CALENDAR) is None


def test_an_entry_with_two_days_is_read_as_neither() -> None:
    moved = "3 April, moved to 3 May"
    assert read_due(moved, CALENDAR) == Due(moved, None, (date(2023, 4, 3), date(2023, 5, 3)))
    assert read_due("5/6", BARE) == Due("5/6", None, (date(2023, 5, 6), date(2023, 6, 5)))


# --- full dates ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Minutes of the Harbour Board, 7 November 2021", "7 November 2021"),
        ("November 7th, 2021", "November 7th, 2021"),
        ("Sun, 7 Nov 2021 at the boathouse", "Sun, 7 Nov 2021"),
        ("Sunday the 7th of November, 2021", "Sunday the 7th of November, 2021"),
        ("7 Nov. 2021", "7 Nov. 2021"),
        ("7-Nov-2021", "7-Nov-2021"),
        ("Nov. 7, 2021", "Nov. 7, 2021"),
        ("2021-11-07", "2021-11-07"),
        ("2021-11-07-minutes", "2021-11-07"),
        ("8-2021-11-07", "2021-11-07"),
        ("2021_11_07", "2021_11_07"),
        ("2021.11.07", "2021.11.07"),
        ("7-8 November 2021", "7-8 November 2021"),
        ("7 to 8 November 2021", "7 to 8 November 2021"),
        ("held at 12:30 on 7 November 2021", "7 November 2021"),
        ("Meeting 3 November 7 2021", "November 7 2021"),
        ("Due 9 November; 7 November 2021", "7 November 2021"),
        ("20211107", "20211107"),
        ("20211107-minutes", "20211107"),
        ("minutes-20211107", "20211107"),
        ("minutes 20211107.md", "20211107"),
        ("Mon 7 November 2021", "Mon 7 November 2021"),
    ],
)
def test_the_first_full_date_of_a_text_is_found_where_it_stands(text: str, found: str) -> None:
    assert find_date(text) == (date(2021, 11, 7), text.index(found), text.index(found) + len(found))


@pytest.mark.parametrize(
    ("text", "order", "meant"),
    [
        ("29/10/2019", None, "2019-10-29"),
        ("29.10.2019", None, "2019-10-29"),
        ("10/29/2019", None, "2019-10-29"),
        ("5/6/2019", "dmy", "2019-06-05"),
        ("5/6/2019", "mdy", "2019-05-06"),
        ("19/05/06", "ymd", "2019-05-06"),
        ("5.6.19", "dmy", "2019-06-05"),
        ("5.6.71", "dmy", "1971-06-05"),
        ("5/5/2019", None, "2019-05-05"),
    ],
)
def test_a_date_in_numbers_is_read_in_the_committees_order(text: str, order: str | None, meant: str) -> None:
    assert find_date(text, order) == (day(meant), 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tuesday, 29 October",
        "October 2019",
        "5/6/2019",
        "5/6/2019, and again on 12 July 2019",
        "31 February 2019",
        "2019-13-01",
        "2019-02-30",
        "29 October 1819",
        "ticket 20191029 is closed",
        "ticket 20191029.",
        "20191399",
        "120191029",
        "version 10.20.30.40",
        "1234-5678",
        "page 3 of 12, 2019",
        "https://example.org/2019-10-29",
    ],
)
def test_a_text_without_one_certain_full_date_has_none(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2019-10-29", date(2019, 10, 29)),
        ("0001-01-01", date(1, 1, 1)),
        ("2019-02-29", None),
        ("20191029", None),
        ("2019-W44-2", None),
        ("2019-1-2", None),
        (" 2019-10-29", None),
        ("2019-10-29\n", None),
        ("２０１９-10-29", None),
        ("2019-10-29T00:00", None),
        ("", None),
    ],
)
def test_an_iso_day_is_read_strictly(text: str, meant: date | None) -> None:
    assert read_iso(text) == meant


# --- laws ---------------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    """by before until after when in on at for to due deadline : next last this the end of early mid week month year quarter term meeting call
    today tomorrow Friday sat May may 29 31 5/6 5-6 29.11.24 2023 2023-02-30 3rd '24 1st two a few weeks days hours - – / . , ( ) or and from
    w/c Q1 FY24 Summer Term asap christmas noon 5pm 17:00 each 99999999999 ٣ ² İ ß \n \t ** https://x.y/z""".split(" ")
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map("".join))
MEETINGS_HELD = st.none() | st.dates(date(1900, 1, 1))
CALENDARS = st.builds(Calendar, MEETINGS_HELD, MEETINGS_HELD, st.sampled_from([None, "dmy", "mdy", "ymd"]), st.sampled_from([(), TERMS]))


@given(TEXTS, CALENDARS)
def test_in_any_text_the_words_are_a_piece_of_it_and_the_days_are_after_1899(text: str, calendar: Calendar) -> None:
    found = find_due(text, calendar)
    if not found:
        return
    assert 0 <= found.start < found.end <= len(text)
    assert found.due.words
    assert text[found.start : found.end].endswith(found.due.words)
    assert not (found.due.day and found.due.readings)
    assert all(known.year >= 1900 for known in (found.due.day, *found.due.readings) if known)


@given(TEXTS, CALENDARS)
def test_any_entry_of_a_deadline_field_keeps_its_words(text: str, calendar: Calendar) -> None:
    entry = read_due(text, calendar)
    assert entry is None or entry.words == text.strip()


@given(TEXTS, st.sampled_from([None, "dmy", "mdy", "ymd"]))
def test_any_full_date_is_a_piece_of_its_text(text: str, order: str | None) -> None:
    found = find_date(text, order)
    assert found is None or (0 <= found[1] < found[2] <= len(text) and 1900 <= found[0].year < 2100)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_in_each_way_to_write_it(written: date) -> None:
    numbers = f"{written.day}/{written.month}/{written.year}"
    ways = [written.isoformat(), f"{written.day} {written:%B} {written.year}", f"{written:%A}, {written:%b} {written.day}, {written.year}"]
    assert [find_date(way) for way in ways] == [(written, 0, len(way)) for way in ways]
    assert find_date(numbers, "dmy") == (written, 0, len(numbers))
    assert read_due(written.isoformat(), BARE) == Due(written.isoformat(), written)


@given(st.dates(date(1900, 1, 1), date(9000, 1, 1)), st.sampled_from(["by {0.day} {0:%B}", "by {0:%B} {0.day}"]), st.integers(0, 364))
def test_a_date_without_a_year_is_the_first_on_or_after_the_meeting(meeting: date, shape: str, ahead: int) -> None:
    meant = date.fromordinal(meeting.toordinal() + ahead)
    if (meant.month, meant.day) != (2, 29):
        assert due(shape.format(meant), Calendar(meeting)) == (shape.format(meant), meant)


@given(st.text(alphabet="by 5/6or,-", max_size=LONGEST * 2))
def test_what_lies_beyond_the_longest_text_is_not_looked_at(text: str) -> None:
    words = Words.of(text)
    assert all(words.span(n)[1] <= LONGEST for n in words)
    assert find_due(" " * LONGEST + "by 3 April", CALENDAR) is None


class Counted(Words):
    """Words that count how often a token is asked for."""

    __slots__ = ("asked",)
    asked: list[int]

    def __getitem__(self, at: int) -> str:
        self.asked[0] += 1
        return super().__getitem__(at)


@pytest.mark.parametrize(
    "piece",
    [
        "by ",
        "a week of ",
        "the next ",
        "5 or ",
        "in May or ",
        "until ( ",
        "when he ",
        "two weeks before ",
        "call on 3 May ",
        "due : ",
        "end of ",
        "by the event ",
    ],
)
def test_twice_the_text_asks_for_no_more_than_twice_the_tokens(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(text: str) -> int:
        count = [0]

        def of(text: str) -> Words:
            told = real(text)
            words = Counted(told.values(), text, [text[slice(*told.span(n))] for n in told], told.foreign)
            object.__setattr__(words, "asked", count)
            return words

        real = Words.of
        with monkeypatch.context() as patch:
            patch.setattr("tcsg.reading.due.Words.of", of)
            find_due(text, CALENDAR)
        return count[0]

    once, twice = asked(piece * 100), asked(piece * 200)
    assert once
    assert twice <= 2 * once + 1000


TOKENS = (
    "5",
    "2031",
    "2031-05-06",
    "5/6",
    "5.6.",
    "1er",
    "3rd",
    "6pm",
    "may",
    "May",
    "the",
    "'31",
    "don’t",
    "e.g.",
    "http://a.org/5",
    "**",
    "_",
    "`",
    ",",
    "(",
    "é",
    "²",
    "ǰ",
)

BLANKS = (" ", "\t", "\u2003", "\n")


@given(st.lists(st.sampled_from((*TOKENS, *BLANKS)), max_size=14).map("".join))
def test_tokens_cut_at_blanks_are_those_of_the_whole_text(text: str) -> None:
    found = [match.span() for match in _token().finditer(text)]
    words = Words.of(text)
    assert [words.span(n) for n in words] == found
    assert [words[n] for n in words] == [text[start:end].casefold() for start, end in found]
    assert [words.capital(n) for n in words] == [text[start].isupper() for start, _ in found]
