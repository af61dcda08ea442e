"""What only its surroundings prove: `[DONE]` beside `[TODO]`, a bullet left empty, a colon within a task, a step that is no end."""

from __future__ import annotations

import pytest

from tcsg.model import Committee, Mention, Section, Status
from tcsg.reading.frame import frame_of
from tcsg.reading.minutes import read_minutes
from tcsg.reading.outcome import read_outcome
from tcsg.reading.status import read_report


def mentions(text: str) -> tuple[Mention, ...]:
    return read_minutes(f"---\npresent: [Ann Orr, Bo Lund]\n---\n{text}", "minutes/2031-03-04.md", "", Committee()).mentions


def told(text: str) -> list[tuple[str, tuple[str, ...], Status]]:
    return [(m.text, m.owners, m.status) for m in mentions(text)]


def test_what_is_marked_done_in_a_list_of_marked_actions_is_one() -> None:
    text = (
        "## Fair\n\n- [TODO] (Ann) mend the tent\n- [DONE] leaflets for the stewards\n- [IN PROGRESS] (Bo) paint the boats\n- talk of the weather\n"
    )
    assert told(text) == [
        ("mend the tent", ("Ann",), Status.OPEN),
        ("leaflets for the stewards", (), Status.DONE),
        ("(Bo) paint the boats", ("Bo",), Status.OPEN),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Fair\n\n- [DONE] leaflets for the stewards\n- talk\n",
        "## Fair\n\n- [TODO] mend the tent\n\n## Talk\n\n- [DONE] leaflets for the stewards\n",
        "## Fair\n\n- [TODO] mend the tent\n    - [Open] water for all\n",
        "## Fair\n\n- [TODO] mend the tent\n- [Open] water for all\n",
    ],
)
def test_elsewhere_it_is_talk(text: str) -> None:
    assert all(m.status is Status.OPEN and m.text == "mend the tent" for m in mentions(text))


def test_a_bullet_that_nobody_has_filled_in_makes_no_title_of_the_action_above() -> None:
    text = "## Actions from the last meeting\n\n- Ann to mend the tent\n  - \n- Bo to paint the boats\n  -\n"
    assert [(m.line, m.section) for m in mentions(text)] == [(6, Section.REVIEW), (8, Section.REVIEW)]


def test_a_line_below_words_at_the_margin_still_underlines_them() -> None:
    assert frame_of("Actions\n-\n").headings == {0: (2, 2)}


@pytest.mark.parametrize(
    ("line", "text", "owners"),
    [
        ("ACTION Ann to meet Bo at 10:30", "Ann to meet Bo at 10:30", ("Ann",)),
        ("ACTION Ann to mix the paint 1:2 and 1:4", "Ann to mix the paint 1:2 and 1:4", ("Ann",)),
        ("ACTION Ann to mend the tents: both of them", "Ann to mend the tents: both of them", ("Ann",)),
        ("ACTION Ann will write to these clubs: Rowing, Sailing", "Ann will write to these clubs: Rowing, Sailing", ("Ann",)),
        ("_AI @ann mix the paint 1:2 and 1:4_", "@ann mix the paint 1:2 and 1:4", ("ann",)),
        ("AI @ann: mend the tents: both", "mend the tents: both", ("ann",)),
        ("[TODO] (Ann) mend the tents", "mend the tents", ("Ann",)),
    ],
)
def test_only_a_colon_before_the_task_parts_it_from_its_owner(line: str, text: str, owners: tuple[str, ...]) -> None:
    assert [(m.text, m.owners) for m in mentions(f"- {line}\n")] == [(text, owners)]


@pytest.mark.parametrize("title", ["Check AIs from last time", "Check pending action items", "Going through the old actions"])
def test_a_title_may_say_that_old_actions_are_checked(title: str) -> None:
    found = mentions(f"## {title}\n\n- mend the tent\n  - see the log; done!\n- _AI @bo paint the boats 1:2_\n  - OPEN\n")
    assert [(m.section, m.status) for m in found] == [(Section.REVIEW, Status.DONE), (Section.REVIEW, Status.OPEN)]


@pytest.mark.parametrize(
    ("report", "status"), [("see the log; merged!", Status.DONE), ("merged; see the log", Status.DONE), ("see the log; maybe", None)]
)
def test_the_last_word_of_a_report_tells(report: str, status: Status | None) -> None:
    assert read_report(report) is status


@pytest.mark.parametrize(
    ("task", "said", "status"),
    [
        ("find a date for the fair", "emailed Cy Dean", None),
        ("join the league", "called the office", None),
        ("mend the tent", "asked Bo", None),
        ("find a date for the fair", "emailed", Status.DONE),
        ("email Cy Dean", "emailed Cy Dean", Status.DONE),
        ("send the form to Cy Dean", "emailed Cy Dean", Status.DONE),
    ],
)
def test_to_have_told_somebody_is_the_end_only_where_that_was_the_task(task: str, said: str, status: Status | None) -> None:
    assert read_outcome(said, task) is status
