"""The committee.yaml that `init` proposes: what it counts in the minutes, and that it can always be read."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Build, Run
from tcsg.model import Committee
from tcsg.output.committee import proposal
from tcsg.reading.committee import load_committee
from tcsg.reading.minutes import read_minutes
from tcsg.reading.survey import survey

REGISTER = "minutes/committee.yaml"
HEAD = "---\nmeeting: {n}\ndate: {day}\npresent:\n  VH: Vera Hall\n  TO: Tom Okoro\n---\n\n"


def folder(*bodies: str, head: str = HEAD) -> dict[str, str]:
    """Minutes of meetings four weeks apart, on Tuesdays."""
    days = [date(2031, 1, 7) + timedelta(weeks=4 * n) for n in range(len(bodies))]
    return {f"minutes/{day}.md": head.format(n=n, day=day) + body for n, (day, body) in enumerate(zip(days, bodies, strict=True), 31)}


def proposed(*bodies: str, head: str = HEAD) -> str:
    """What is proposed from these minutes; it is read as a committee.yaml before it is given."""
    read = [read_minutes(text, path, "", Committee()) for path, text in folder(*bodies, head=head).items()]
    text = proposal(read, [survey(text, minutes) for text, minutes in zip(folder(*bodies, head=head).values(), read, strict=True)])
    load_committee(text, REGISTER)
    return text


CHASE = "## Things to chase\n\n- VH to sweep the yard\n- TO to mend the pump\n\n## Any other business\n\nNone.\n"


def test_a_heading_over_actions_at_several_meetings_is_proposed_with_what_was_seen() -> None:
    text = proposed(CHASE, CHASE)
    assert "words:\n  headings:\n  - Things to chase  # above 4 of 4 items that read as actions, at 2 meetings\n" in text
    assert dict(load_committee(text, REGISTER).words) == {"headings": ("Things to chase",)}


def test_a_heading_at_one_meeting_may_be_a_topic_and_is_only_suggested() -> None:
    text = proposed(CHASE, "")
    assert "# headings: Things to chase   # above 2 of 2 items that read as actions, at 1 meeting\n" in text
    assert load_committee(text, REGISTER).words == ()


@pytest.mark.parametrize(
    "body",
    [
        "## Talks\n\n- VH spoke of the yard\n- The pump was looked at\n",
        "## Present\n\n- VH to the left\n- TO to the right\n",
        "## Agenda\n\n- VH to report\n- TO to report\n",
        "## Decisions\n\n- VH to stay in office\n- TO to stay in office\n",
        "## Actions\n\n- VH to sweep the yard\n- TO to mend the pump\n",
        "## Things to chase\n\n```\n- VH to sweep the yard\n- TO to mend the pump\n```\n",
    ],
)
def test_no_heading_is_proposed_over_anything_else(body: str) -> None:
    text = proposed(body, body, body)
    assert "\n# words: " in text
    assert "# headings: " not in text


def test_a_mark_is_proposed_when_it_stands_often_before_somebody_who_is_to_do_something() -> None:
    text = proposed(
        "JOB: VH to sweep the yard\n\n**Job**: TO to row\n",
        "JOB: TO to mend the pump\n\nHINT: TO to sing\n\nHINT: VH to hum\n\nCUE: VH to row\n\nTOPIC: the pump\n",
    )
    assert "  marks:\n  - JOB  # opens 3 lines, 3 of them before somebody who is to do something\n" in text
    assert "HINT" not in text  # read without being told, for it recurs
    assert "TOPIC" not in text
    assert "CUE" not in text


def test_a_word_that_marks_decisions_is_never_more_than_suggested() -> None:
    text = proposed(*["MOTION: VH to sweep the yard\n"] * 5)
    assert "# marks: MOTION   # opens 5 lines, 5 of them before somebody who is to do something; a decision?\n" in text
    assert load_committee(text, REGISTER).words == ()


def test_somebody_who_speaks_is_no_mark() -> None:
    text = proposed(*["- XY: VH to sweep the yard\n- XY: I have seen it.\n- XY: And so it is.\n- TO: VH to row\n"] * 3)
    assert "# marks: " not in text
    assert load_committee(text, REGISTER).words == ()


def test_what_is_known_already_is_counted() -> None:
    text = proposed("## Actions\n\n- VH to row\n- TO to sing\n", "**actions:**\n\n- VH to swim\n\nACTION: TO to dive\n")
    assert "# headings known already: Actions (3)\n" in text
    assert "# marks known already: ACTION (1)\n" in text


def test_a_word_that_closes_actions_is_suggested() -> None:
    text = proposed("## Actions\n\n- VH to row - tackled\n- TO to sing - tackled\n- VH to swim - done\n- TO to ring - Vera\n")
    assert "# done: tackled   # behind 2 actions; does it close them?\n" in text
    assert "Vera  " not in text


@pytest.mark.parametrize(
    ("body", "order", "said"),
    [
        ("Paid on 24/3/2031 and 5/6/2031.", "dmy", "1 date in figures can only be day and month, 0 only month and day, 1 could be either"),
        ("Paid 3/24/2031.", "mdy", "0 dates in figures can only be day and month, 1 only month and day, 0 could be either"),
        ("Am 24.3.2031, 5.6.2031.", "dmy", "1 date in figures can only be day and month, 0 only month and day, 1 could be either"),
        ("By 24/3.", "dmy", "1 date in figures"),
        ("Paid 5/6/2031.", None, "1 could be either; none decides it"),
        ("Paid 24/3/2031 and 3/24/2031.", None, "they disagree"),
        ("Open 24/7 on 10.30, version 1.2.24, on page 13/20, 40/50/2031.", None, "the minutes write no such date"),
    ],
)
def test_the_order_of_dates_is_decided_by_days_after_the_twelfth_alone(body: str, order: str | None, said: str) -> None:
    text = proposed(body + "\n")
    assert load_committee(text, REGISTER).date_order == order
    assert said in next(line for line in text.splitlines() if "date_order" in line)


def test_people_without_initials_get_those_that_the_minutes_use() -> None:
    head = "---\ndate: {day}\npresent: [Vera Hall, Tom Okoro, Tim Orr, Cher]\n---\n\n"
    text = proposed("## Actions\n\n- VH to row\n- TO to sing\n", "## Actions\n\n- VH to swim\n", head=head)
    assert "  VH: {name: Vera Hall}  # listed without initials, at 2 of 2 meetings, from 2031-01-07 to 2031-02-04; VH is used 2 times\n" in text
    assert [m.name for m in load_committee(text, REGISTER).members] == ["Vera Hall"]
    assert "#   TO: {name: Tom Okoro}   # at 2 of 2 meetings, from 2031-01-07 to 2031-02-04\n" in text
    assert "Cher" not in text


def test_groups_that_own_actions_are_counted_and_suggested() -> None:
    text = proposed("## Actions\n\n- Boat team to row\n- the boat team to sing\n- All to swim\n- The Chair to dive\n")
    assert "#   Boat team: [AB, CD]   # owns actions at 1 place\n" in text or "# owns actions at 2 places\n" in text
    assert "#   All: all   # owns actions at 1 place; understood as everybody already\n" in text
    assert "Chair" not in text


def test_the_calendar_says_how_often_and_on_which_day_and_how_things_are_numbered() -> None:
    text = proposed("**ACTION 31.1** VH to row\n", "", "", "")
    assert "# meetings: [2031-04-29]   # the calendar ahead; 4 meetings, 4 of them on Tuesdays, most about 4 weeks apart\n" in text
    assert "# Meetings with a number: 4 of 4 (31 to 34).\n" in text
    assert "# Actions with a number of the committee's own: 1, such as 31.1; they help to know one again.\n" in text
    assert "# No meeting has a number: they are called by their dates.\n" in proposed("", head="---\ndate: {day}\n---\n")


def test_the_languages_are_told() -> None:
    english = "The pump was looked at by the chair, and the yard is to be swept for the show with the help of all that will be on site.\n" * 2
    german = "Die Pumpe wird von der Vorsitzenden und dem Kassenwart auf dem Hof mit einem Schlüssel für das Tor und den Zaun geprüft.\n" * 3
    assert "# language: English (2 of 3), German (1 of 3); " in proposed(english, german, english)


def test_the_name_of_the_committee_is_the_front_matters() -> None:
    assert load_committee(proposed("", "", head='---\ncommittee: "Hut: #1 & Co"\ndate: {day}\n---\n'), REGISTER).name == "Hut: #1 & Co"


def test_terms_without_dates_and_missing_dues_are_counted() -> None:
    text = proposed("## Actions\n\n- VH to row in the Summer Term\n- TO to sing\n")
    assert "# academic_terms: {Summer Term: 04-28..06-27}   # due phrases without a day: 'in the Summer Term' (1)\n" in text
    assert "1 of 2 open actions are minuted without a due phrase\n" in text


def test_files_that_cannot_be_read_are_named_and_the_others_count(workspace: Build, tcsg: Run) -> None:
    files: dict[str, str | bytes] = {
        **folder(CHASE, CHASE),
        "minutes/notes.md": "no date\n",
        "minutes/2031-09-01.md": "---\nmeeting: 1\n",
        "minutes/2031-09-02.md": b"\xff\xfe\xff",
    }
    root = workspace(files)
    code, out, err = tcsg("init", cwd=root)
    assert (code, out) == (0, "")
    assert [line.partition(":")[0] for line in err.splitlines()[:-1]] == ["minutes/2031-09-01.md", "minutes/2031-09-02.md", "minutes/notes.md"]
    assert all(line.endswith("(left out)") for line in err.splitlines()[:-1])
    assert "Things to chase" in (root / REGISTER).read_text(encoding="utf-8")


def test_it_is_proposed_twice_alike_and_what_is_proposed_is_read_by_carry(workspace: Build, tcsg: Run) -> None:
    root = workspace(folder(CHASE, CHASE))
    files = [str(path.relative_to(root)) for path in sorted(root.glob("minutes/*.md"))]
    assert tcsg("carry", cwd=root).code == 0
    assert tcsg("extract", "--certain", *files, cwd=root).out == ""
    assert tcsg("init", cwd=root).code == 0
    written = (root / REGISTER).read_text(encoding="utf-8")
    assert tcsg("init", cwd=root).out == written
    assert tcsg("carry", cwd=root).code == 0
    assert tcsg("extract", "--certain", *files, cwd=root).out.count("\n") == 4
    assert not (root / "minutes/ledger.yaml").read_text(encoding="utf-8").count("tcsg init")


def test_a_register_that_is_broken_is_in_nobodys_way(workspace: Build, tcsg: Run) -> None:
    root = workspace({**folder(CHASE), REGISTER: "nmae: Ours\n"})
    code, out, _ = tcsg("init", cwd=root)
    assert code == 0
    assert load_committee(out, REGISTER).members
    assert (root / REGISTER).read_text(encoding="utf-8") == "nmae: Ours\n"


LINES = st.sampled_from(
    """\
## Things to chase
## {x}: #1
- VH to row
- {x} to sing
JOB: VH to dig
É*: VH to dig
- [ ] {x}
Present: {x} (VH), Tom
- Vera Hall (VH)
ACTION 7.1: all \u2028 to row
| Action | Who |
|---|---|
| row | {x} |
by 24/3
on 3/24/2031

**{x}:**
- Boat team to row - sorted
in the Summer Term
Apologies: Victor Hume (VH)
- the {x} team to 'row' "fast"
- @{x}: dig
~: VH to row
{x}: VH to row""".split("\n")
)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=12)
ODD = st.sampled_from(["null", "- x", "a: b", "#", "'", '"', "{", "&a", "*b", "!t"])
BODIES = st.lists(st.tuples(LINES, WORDS | ODD).map(lambda pair: pair[0].replace("{x}", pair[1])), max_size=12).map("\n".join)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BODIES, max_size=4))
def test_whatever_the_minutes_hold_the_proposal_can_be_read(bodies: list[str]) -> None:
    head = "---\nmeeting: {n}\ndate: {day}\n---\n\n"
    assert proposed(*bodies, head=head) == proposed(*bodies, head=head)


def test_without_minutes_everything_is_a_suggestion(tmp_path: Path, tcsg: Run) -> None:
    assert tcsg("init", cwd=tmp_path).code == 0
    text = (tmp_path / REGISTER).read_text(encoding="utf-8")
    assert load_committee(text, REGISTER) == Committee()
    assert all(line.startswith("#") or not line for line in text.splitlines())
