"""One minutes file as a whole: the day of its meeting, and how long it may be."""

from __future__ import annotations

import pytest

from tcsg.errors import MinutesError
from tcsg.model import Committee, Minutes
from tcsg.reading.minutes import read_minutes


def _read(text: str) -> Minutes:
    return read_minutes(text, "minutes/2031-03-12.md", "", Committee())


@pytest.mark.parametrize(("written", "day"), [("12 March 2031", "2031-03-12"), ("Thu 13.3.2031", "2031-03-13"), ("13/03/2031", "2031-03-13")])
def test_a_date_of_the_front_matter_that_is_one_certain_day_counts(written: str, day: str) -> None:
    minutes = read_minutes(f"---\ndate: {written}\n---\n", "minutes/spring.md", "", Committee())
    assert (str(minutes.day), minutes.findings) == (day, ())


@pytest.mark.parametrize("written", ["03-12-2031", "soon", "the second week of March"])
def test_a_date_of_the_front_matter_that_is_none_is_told_when_the_file_is_named_after_its_day(written: str) -> None:
    text = f"---\ndate: {written}\n---\n"
    minutes = read_minutes(text, "minutes/2031-03-12.md", "", Committee())
    assert str(minutes.day) == "2031-03-12"
    assert [finding.code for finding in minutes.findings] == ["date-disagrees"]
    assert written in minutes.findings[0].message
    with pytest.raises(MinutesError):
        read_minutes(text, "minutes/spring.md", "", Committee())


def test_more_lines_than_any_meeting_has_are_refused() -> None:
    assert len(_read("- x\n" * 49_999 + "ACTION: Sam to stop").mentions) == 1
    with pytest.raises(MinutesError, match=r"2031-03-12\.md:50001: More than 50,000 lines"):
        _read("- x\n" * 50_000 + "ACTION: Sam to stop")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Date of next meeting: Thursday 4 September 2031", "2031-09-04"),
        ("Next meeting 9 April.", "2031-04-09"),
        ("## Next meeting\n\n9 April, 7 pm", "2031-04-09"),
        ("Nächste Sitzung: 9.4.2031", "2031-04-09"),
        ("The next meeting needs a room.", None),
    ],
)
def test_the_next_meeting_that_the_text_announces(line: str, day: str | None) -> None:
    minutes = _read(f"# Minutes\n\n- ACTION: Sam to paint the hut\n\n{line}\n")
    assert (minutes.announced and str(minutes.announced), minutes.next_meeting) == (day, None)


def test_front_matter_counts_before_what_the_text_announces() -> None:
    minutes = read_minutes("---\nnext_meeting: 2031-04-02\n---\n\nNext meeting 9 April.\n", "minutes/2031-03-12.md", "", Committee())
    assert (str(minutes.next_meeting), minutes.announced) == ("2031-04-02", None)


@pytest.mark.parametrize(
    "body",
    [
        "# Minutes\n\nThe minutes of the meeting held on 14 January 2031 were approved.\n",
        "# Minutes\n\nThe next meeting is on 14 May 2031.\n",
        "# Minutes\n\nNächste Sitzung: 14. Mai 2031\n",
        "# Minutes\n\n| Id | Action | Due |\n|---|---|---|\n| A1.1 | Sam to paint the hut | 2031-05-14 |\n",
    ],
)
def test_a_day_of_something_else_is_not_taken_for_the_day_of_the_meeting(body: str) -> None:
    assert _read(body).findings == ()
    assert read_minutes(body, "minutes/spring.md", "", Committee()).day is None


@pytest.mark.parametrize(
    "head", ["# Approved minutes of 12 March 2031", "Minutes of 12 March 2031 (approved)", "| Date | 12 March 2031 |\n|---|---|\n| Room | 4 |"]
)
def test_the_day_in_a_title_or_a_small_table_counts(head: str) -> None:
    assert str(read_minutes(f"{head}\n\nSam to paint the hut.\n", "minutes/spring.md", "", Committee()).day) == "2031-03-12"


def test_due_dates_of_running_notes_count_from_the_meeting_above_them() -> None:
    notes = """# Regatta calls

## 15 May 2031

- AI: Sam to paint the hut in two weeks

## Thursday, 1 May 2031

### Todo before 9 May 2031

- AI: Ann to row by the next meeting
- AI: Bo to sing by Monday
"""
    minutes = read_minutes(notes, "minutes/notes.md", "", Committee())
    assert [str(m.due and m.due.day) for m in minutes.mentions] == ["2031-05-29", "2031-05-15", "2031-05-05"]
    assert [f.code for f in minutes.findings] == ["several-meetings"]


def test_a_list_of_people_for_other_tools_that_is_no_yaml_is_read_as_words() -> None:
    assert [person.name for person in _read("---\ndate: 2031-04-08\nattendees: @ann, Bo O'Neil\n---\n").present] == ["ann", "Bo O'Neil"]


@pytest.mark.parametrize(
    ("line", "number"),
    [("Kath, Fran, Dev, Iolo, + Mo Sayed (no. 63)", None), ("Board (no. 63)", "63"), ("Meeting no. 63, Tuesday, 4 May, the hall, at 8", "63")],
)
def test_where_somebody_lives_is_no_number_of_the_meeting(line: str, number: str | None) -> None:
    assert _read(f"# Energy group\n\n{line}\n\n## Roof\n\nIt leaks.\n").meeting == number
