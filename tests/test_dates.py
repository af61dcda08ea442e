"""Dates in text, and which of them is the day an action is due."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcsg.model import AcademicTerm, Due
from tcsg.reading.dates import LONGEST, Calendar, Words, find_date, read_iso
from tcsg.reading.due import DuePhrase, find_due, read_due

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
    ("EY to call the yard until the race starts", "until the race starts"),
    ("EY to call the yard in time for the regatta", "in time for the regatta"),
    ("EY to call the yard by the launch", "by the launch"),
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
    "After a long discussion, WR to sand the deck",
    "WR to find out when the yard opens",
    "WR to sound the horn when a boat enters",
    "WR to schedule the next meeting",
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
