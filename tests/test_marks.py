"""The words that mark an action wherever they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcsg.reading.logs import strip_log
from tcsg.reading.marks import lead_mark
from tcsg.reading.owner_first import owner_first_mark
from tcsg.reading.running import inner_mark
from tcsg.reading.trailing import closing_mark, trailing_mark
from tcsg.reading.words.french import FRENCH
from tcsg.reading.words.german import GERMAN


@pytest.mark.parametrize(
    ("text", "owners", "rest"),
    [
        ("ACTION: Piet to row", "", "Piet to row"),
        ("Action: row", "", "row"),
        ("**Action** Piet to row", "", "Piet to row"),
        ("**Action:** Piet to row", "", "Piet to row"),
        ("**Action**: Piet to row", "", "Piet to row"),
        ("**Action** : Piet to row", "", "Piet to row"),
        ("**ACTION** - Piet to row", "", "Piet to row"),
        ("[ACTION] Piet to row", "", "Piet to row"),
        ("TODO: row", "", "row"),
        ("**TODO**: row", "", "row"),
        ("To do: row", "", "row"),
        ("AI: row", "", "row"),
        ("ACTION_ITEM: row", "", "row"),
        ("Action item: row", "", "row"),
        ("Action point: row", "", "row"),
        ("Action (Piet): row", "Piet", "row"),
        ("AI(piet@): row", "piet@", "row"),
        ("ACTION FOR ALL: row", "ALL", "row"),
        ("ACTION Piet: row", "Piet", "row"),
        ("Action on Piet to row", "", "Piet to row"),
        ("action Piet to row", "", "Piet to row"),
        ("***Action #3: row (Piet Bos)***", "", "row (Piet Bos)***"),
        ("ACTION PF to row", "", "PF to row"),
    ],
)
def test_a_mark_opens_a_line(text: str, owners: str, rest: str) -> None:
    mark = lead_mark(text)
    assert mark is not None
    assert (mark.owners, text[mark.end :]) == (owners, rest)
    assert not mark.trailing


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("**ACTION 58.3** Piet to row", "58.3"),
        ("Action 7: row", "7"),
        ("ACTION #12: row", "12"),
        ("Action 2031/8: row", "2031/8"),
        ("ACTION: row", None),
    ],
)
def test_a_mark_may_carry_a_number(text: str, number: str | None) -> None:
    mark = lead_mark(text)
    assert mark is not None
    assert mark.number == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Actions were regretted",
        "Action plan: four parts",
        "Actionable: yes",
        "action from the floor was swift",
        "Reaction: mixed",
        "Aid: none",
        "The action: row",
        "Follow-up visits are free",
    ],
)
def test_other_lines_begin_with_no_mark(text: str) -> None:
    assert lead_mark(text) is None


@pytest.mark.parametrize(
    ("text", "owners", "rest"), [("PF action: row", "PF", "row"), ("Piet Bos ACTION: row", "Piet Bos", "row"), ("**PF Action:** row", "PF", "row")]
)
def test_a_mark_may_stand_behind_its_owner(text: str, owners: str, rest: str) -> None:
    mark = owner_first_mark(text)
    assert mark is not None
    assert (mark.owners, text[mark.end :].strip()) == (owners, rest)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The net is to be mended. **(Action: PF, RT)**", ["PF, RT"]),
        ("The net is to be mended (Action PF).", ["PF"]),
        ("The net is to be mended. [ACTION: Piet]", ["Piet"]),
        ("The net is to be mended (AI: Piet)", ["Piet"]),
        ("The net is to be mended. (Action by Piet)", ["Piet"]),
        ("Mend the net. (Action: PF) Paint the oar. (Action: RT)", ["PF", "RT"]),
        ("Mend the net (and the oar).", []),
        ("Mend the net (Actionable).", []),
    ],
)
def test_marks_in_brackets_close_a_sentence_each(text: str, owners: list[str]) -> None:
    marks = trailing_mark(text)
    assert [mark.owners for mark in marks] == owners
    assert all(mark.trailing for mark in marks)


@pytest.mark.parametrize(
    ("text", "task", "owners"),
    [
        ("Mend the net. Action: PF/RT", "Mend the net.", "PF/RT"),
        ("Mend the net. **Action: PF**", "Mend the net.", "PF"),
        ("Mend the net.   ACTION: Piet", "Mend the net.", "Piet"),
    ],
)
def test_a_bare_mark_closes_a_paragraph(text: str, task: str, owners: str) -> None:
    mark = closing_mark(text)
    assert mark is not None
    assert (text[: mark.start].strip(" *"), mark.owners, mark.trailing) == (task, owners, True)


@pytest.mark.parametrize("text", ["Mend the net.", "We saw action: much of it", "Action", ""])
def test_a_paragraph_without_a_mark_at_its_end_has_none(text: str) -> None:
    assert closing_mark(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("We agreed. ACTION: Piet to row", "Piet to row"),
        ("We agreed. Action: Piet to row", "Piet to row"),
        ("We agreed. **Action:** Piet to row", "Piet to row"),
        ("We agreed. AI: crew to row", "crew to row"),
        ("We agreed. TODO: row", "row"),
        ("We agreed; ACTION (Piet): row", "row"),
    ],
)
def test_a_mark_stands_in_running_text(text: str, rest: str) -> None:
    mark = inner_mark(text)
    assert mark is not None
    assert text[mark.end :] == rest


@pytest.mark.parametrize(
    "text", ["We took action on Monday", "There was a call to action: silence", "The action plan: four parts", "No follow-up: none needed", ""]
)
def test_running_text_about_actions_holds_no_mark(text: str) -> None:
    assert inner_mark(text) is None


@pytest.mark.parametrize(
    ("line", "rest", "command"),
    [
        ("12:04 <mira> we sail", "we sail", False),
        ("[12:04:31] <mira> we sail", "we sail", False),
        ("12:04:31 <mira> #action noor to sail", "noor to sail", True),
        ("#action noor to sail", "noor to sail", True),
        ("#info we sail", "#info we sail", False),
        ("noor to sail  (mira, 12:04:31)", "noor to sail", False),
        ("noor to sail (at noon)", "noor to sail (at noon)", False),
        ("at 12:04 we sailed", "at 12:04 we sailed", False),
    ],
)
def test_the_time_and_speaker_of_a_log_are_stripped(line: str, rest: str, command: bool) -> None:
    assert strip_log(line) == (rest, command)


@given(st.lists(st.sampled_from(["ACTION", "Action", ":", " ", "(", ")", "[", "]", "**", "PF", "to", ".", "#3", "TODO", "-", "net"])).map("".join))
def test_every_mark_lies_in_its_text(text: str) -> None:
    found = [lead_mark(text), owner_first_mark(text), closing_mark(text), inner_mark(text), *trailing_mark(text)]
    assert all(0 <= mark.start <= mark.end <= len(text) for mark in found if mark)


MARKS = (
    "action",
    "Actions",
    "ACTION ITEM",
    "action_point",
    "AI",
    "AP",
    "to-do",
    "TO DO",
    "todo",
    "Todo items",
    "Follow-up",
    "followup",
    "Task",
    *sorted(GERMAN.marks | FRENCH.marks),
)


@pytest.mark.parametrize("word", MARKS)
@pytest.mark.parametrize("before", ["", "**", "> ", "(", "🎯 "])
def test_each_mark_is_seen_whatever_stands_before_it(word: str, before: str) -> None:
    mark = lead_mark(f"{before}{word}: row the boat")
    assert mark is not None
    assert mark.word == word
    assert inner_mark(f"We met. {word.capitalize()}: row the boat") is not None
