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
