"""Plans read as they are written: talks, forms, tables, lists; what they promise, what they report, what they leave out."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from plans import FORM, SOCIETY, TABLES, TALK, read

from tcsg.errors import CommitteeError, MinutesError
from tcsg.model import Committee, Status
from tcsg.plan.period import read_period
from tcsg.plan.values import Topic
from tcsg.reading.committee import load_committee
from tcsg.reading.gate import without_the_gate


def test_a_talk_suggests_actions_by_theme_and_tells_what_was_and_what_goes_on() -> None:
    plan = read(TALK)
    assert Counter(c.themes for c in plan.commitments) == {("Soil",): 2, ("Open Gates",): 1}
    assert all(c.suggested for c in plan.commitments)
    assert plan.commitments[0].text == "We will test the soil of every plot each spring (free of charge)."
    assert [e.text for e in plan.ongoing] == ["A map of the pipes", "A second shed"]
    assert Counter(e.themes for e in plan.initiatives) == {("Soil",): 2, ("Open Gates",): 1}
    lines = TALK.split("\n")
    assert [lines[c.line - 1][:5] for c in plan.commitments] == ["- We ", "- Lea", "- We "]


def test_a_form_reports_initiatives_and_no_commitment_is_invented_for_its_appendix() -> None:
    plan = read(FORM)
    assert plan.commitments == ()
    assert [(e.themes[0], e.number) for e in plan.initiatives] == [*(("Soil", n) for n in "12434"), ("Open Gates", "1")]
    last = plan.initiatives[4]
    assert (last.text.endswith("its own leaves as well."), last.end_line - last.line) == (True, 2)
    answers = {p.topic: p.text for p in plan.passages}
    assert answers[Topic.PLAN] == "See appendix B"
    assert answers[Topic.CONTEXT] == "We are forty plots by the river."
    assert answers[Topic.DEFINITION] == "Whoever holds a plot."
    assert answers[Topic.BEFORE] == "A shed\nA hedge"
    assert answers[Topic.VOICE] == "Twelve of us met in March."
    assert answers[Topic.PUBLICATION] == "https://example.org/plan"
    assert answers[Topic.SIGNED] == "Signed: Rosa Lind\nDate: 3 March 2031"
    assert (plan.start, plan.end) == (date(2031, 3, 3), date(2033, 3, 2))


def test_tables_promise_just_what_their_rows_say_under_the_themes_that_are_ticked() -> None:
    plan = read(TABLES)
    assert [(c.group, c.text, c.themes) for c in plan.commitments] == [
        ("Know", "Know what we grow on", ("Soil", "Learning")),
        ("Show", "Show what we grow", ("Open Gates",)),
        ("Learn", "Pruning courses for all", ("Soil", "Open Gates", "Learning")),
    ]
    know, _, learn = plan.commitments
    assert (know.activity, know.impact, know.measure) == ("Test each plot. Draw a map", "Better beans (Evidence: the map)", "the map")
    assert (know.who, know.owners) == ("Soil group, RL/TO", ("Soil group", "RL", "TO"))
    assert learn.activity == "Find a teacher; Hire the hall"


def test_a_theme_that_only_the_legend_names_is_one() -> None:
    plan = read(TABLES, Committee())
    assert plan.commitments[0].themes == ("Soil", "Learning")


@pytest.mark.parametrize("tick", ["X", "x", "✓", "yes", "●"])
@pytest.mark.parametrize("blank", ["", "-", "no", "n/a"])
def test_a_table_in_markdown_with_ticks_of_any_kind(tick: str, blank: str) -> None:
    head = "| Commitment | Lead | By when | Status | S | O |\n|-|-|-|-|-|-|\n"
    rows = f"{head}| Mend the tap<br>and the pipe | TO & RL | June 2031 | done | {tick} | {blank} |\n"
    (one,) = read(rows, kind=True).commitments
    assert (one.text, one.themes, one.owners, one.status) == ("Mend the tap; and the pipe", ("Soil",), ("TO", "RL"), Status.DONE)
    assert one.timescale is not None
    assert one.timescale.day == date(2031, 6, 30)


LISTS = """\
# Our plan

## Theme 1: Soil

- We will sieve the heap (TO, by May 2031)
- [x] We will buy a spade
- P2031.9 We will dig (RL and TO)
  - Impact: deeper beds
  - Evidence: a stick with marks
  - By: end of 2031
  - in every plot

## Open gates (O)

- We will paint the gate (S, O)
"""


def test_lists_below_themes_with_owners_days_boxes_and_labelled_lines() -> None:
    sieve, spade, dig, gate = read(LISTS, kind=True).commitments
    assert (sieve.text, sieve.owners, sieve.timescale and sieve.timescale.day) == ("We will sieve the heap", ("TO",), date(2031, 5, 31))
    assert (spade.text, spade.status) == ("We will buy a spade", Status.DONE)
    assert (dig.id, dig.text, dig.owners) == ("P2031.9", "We will dig", ("RL", "TO"))
    assert (dig.impact, dig.measure, dig.activity) == ("deeper beds", "a stick with marks", "in every plot")
    assert dig.timescale is not None
    assert dig.timescale.day == date(2031, 12, 31)
    assert gate.themes == ("Soil", "Open Gates")


def test_without_themes_the_headings_of_a_plan_are_its_themes() -> None:
    plan = read("# Plan\n\n## Water\n\n- Dig a well\n\n## Money\n\n- Raise the fee\n", Committee(), kind=True)
    assert [(c.text, c.themes) for c in plan.commitments] == [("Dig a well", ("Water",)), ("Raise the fee", ("Money",))]
    assert plan.themes == ("Water", "Money")


def test_a_bracket_that_names_nobody_stays_in_the_words() -> None:
    (one,) = read("## Soil\n\n- We will ask for the seal (BIO)\n", kind=True).commitments
    assert (one.text, one.owners) == ("We will ask for the seal (BIO)", ())


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-2033", date(2031, 1, 1), date(2033, 12, 31)),
        ("2031–33", date(2031, 1, 1), date(2033, 12, 31)),
        ("2031-06..2033-05", date(2031, 6, 1), date(2033, 5, 31)),
        ("2031-06-15..2033-06-14", date(2031, 6, 15), date(2033, 6, 14)),
        ("June 2031 to May 2033", date(2031, 6, 1), date(2033, 5, 31)),
        ("2031-06, 24 months", date(2031, 6, 1), date(2033, 5, 31)),
        ("2032-02-29 + 1 year", date(2032, 2, 29), date(2033, 2, 27)),
    ],
)
def test_a_period_is_written_in_many_ways(text: str, start: date, end: date) -> None:
    assert read_period(text) == (start, end)


@pytest.mark.parametrize("text", ["", "soon", "2033-2031", "2031-13", "1 to 2", "2031-06-31..2032-01-01"])
def test_what_is_no_period_is_none(text: str) -> None:
    assert read_period(text) is None


def test_a_plan_without_a_period_is_refused_with_the_cure() -> None:
    from tcsg.plan.read import read_plan

    with pytest.raises(MinutesError, match=r"minutes/plan.md:1: the plan tells no period; add `period: 2025-2027`"):
        read_plan("---\nkind: action-plan\n---\n# Plan\n", "minutes/plan.md", "", SOCIETY)
    with pytest.raises(MinutesError, match=r"minutes/plan.md:3: `soon` is no period"):
        read_plan("---\nkind: action-plan\nperiod: soon\n---\n# Plan\n", "minutes/plan.md", "", SOCIETY)


def test_years_in_running_text_are_no_period_but_those_of_a_title_are() -> None:
    from tcsg.plan.read import read_plan

    assert read_plan("# Action plan 2031-2033\n\nAs in 1999-2001.\n", "x.md", "", SOCIETY).start == date(2031, 1, 1)
    with pytest.raises(MinutesError):
        read_plan("# Action plan\n\nThe plan of 1999-2001 was good.\n", "x.md", "", SOCIETY)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("themes: technician-commitment\n", ["Visibility", "Recognition", "Career Development", "Sustainability"]),
        ("themes: [Soil, Open Gates]\n", ["Soil", "Open Gates"]),
        ("themes: {S: Soil, O: Open Gates}\n", ["Soil", "Open Gates"]),
        ("name: Society\n", []),
    ],
)
def test_committee_yaml_names_a_set_of_themes_or_lists_its_own(text: str, names: list[str]) -> None:
    assert [t.name for t in load_committee(text, "committee.yaml").themes] == names


def test_committee_yaml_tells_when_the_organisation_joined_by_day_or_month() -> None:
    assert load_committee("joined: 2031-02\n", "x").joined == date(2031, 2, 28)
    assert load_committee("joined: 2031-02-03\nstalled_after: 5\n", "x") == Committee(joined=date(2031, 2, 3), stalled_after=5)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "themes: technician-comitment\n",
            "committee.yaml:1: there is no set of themes `technician-comitment`; did you mean `technician-commitment`?",
        ),
        ("\nthemes: [Soil, soil]\n", "committee.yaml:2: the theme `soil` is there twice; keep one"),
        ("joined: 2031-13\n", "committee.yaml:1: `2031-13` is not a day"),
        ("stalled_after: 0\n", "committee.yaml:1: `0` is no number of meetings"),
        ("self_assessments: 2031-02-03\n", "committee.yaml:1: `self_assessments` takes a list"),
    ],
)
def test_what_committee_yaml_cannot_mean_is_said_at_its_line(text: str, error: str) -> None:
    with pytest.raises(CommitteeError) as refused:
        load_committee(text, "committee.yaml")
    assert error in str(refused.value)


def test_what_changes_only_reports_does_not_make_the_ledger_again() -> None:
    data = b"name: x\njoined: 2031-02\nself_assessments:\n- 2031-02-03\nstalled_after: 4\nthemes: [Soil]\n"
    assert without_the_gate(data) == b"name: x\nthemes: [Soil]\n"


PIECES = (
    *(
        "# Plan\n",
        "## Soil\n",
        "## Next actions\n",
        "Open Gates\n",
        "\n",
        "- We will dig (VH)\n",
        "  - Who: TO\n",
        "1. A shed\n",
        "```\n",
        "{{plan}}\n",
    ),
    *("|A|S|O|\n|-|-|-|\n", "|dig|x||\n", "\tPurpose\tWho\tS\tO\n", "go\tdig\tVH\tX\t\n", "S – Soil; O – Open\n", "<ul>", "P2031.4 ", "❖ "),
    *("Please tell us of the plan:\n", "Signed: me\n", "Date: 3 March 2031\n", "## What has the impact been?\n", "(by May 2031)", "\x00"),
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=20).map("".join))
@example("# Plan\n# Plan\n❖ ")
@example("# Plan\n# Plan\n❖ ```\n")
def test_whatever_a_plan_holds_it_is_read_and_stands_at_its_lines(text: str) -> None:
    plan = read(text)
    count = text.count("\n") + 1
    found = [(c.line, c.end_line, c.text) for c in plan.commitments] + [(e.line, e.end_line, e.text) for e in (*plan.ongoing, *plan.initiatives)]
    assert all(1 <= line <= end <= count and words for line, end, words in found)
    assert all(p.paragraphs and p.line <= p.end_line <= count for p in plan.passages)
    assert read(text) == plan
