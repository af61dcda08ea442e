"""The draft of a self-assessment: every claim with its place, every gap called one, other forms by a template."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from test_plan_verbs import PLAN, SERIES

from conftest import Build, Run
from tcsg.cli.desk import Desk
from tcsg.cli.self_assessment import self_assessment
from tcsg.errors import MinutesError
from tcsg.workspace import find_workspace, ready_made

ENV = {"TCSG_TODAY": "2031-05-10"}
PLACE = re.compile(r"(minutes/[\w./-]+):(\d+)\)?(?: \|)?$")


@pytest.fixture
def home(workspace: Build, tcsg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    told = PLAN.replace("# Plan of the society\n", "# Plan of the society\n\n## Context\n\nForty plots by the river.\n", 1)
    told = told.replace("period:", "endorsed: the general meeting, 4 January 2031\nperiod:")
    told += "\n## What has the impact been?\n\n### Soil\n\n- Two lorries of compost\n"
    home = workspace(SERIES | {"minutes/plan.md": told})
    assert tcsg("link", "1.2", "P2031.2", cwd=home, env=ENV).code == 0
    assert tcsg("done", "3.1", cwd=home, env=ENV).code == 0
    return home


def draft(home: Path, template: Path | None = None, today: date = date(2031, 5, 10)) -> str:
    return self_assessment(Desk(find_workspace(home), today), template)


def part(text: str, heading: str) -> list[str]:
    """The lines of a part with words in them."""
    return [line for line in text.partition(f"## {heading}")[2].partition("\n## ")[0].split("\n")[1:] if line]


def test_nothing_in_the_draft_is_without_a_source(home: Path) -> None:
    form = {line.strip() for line in ready_made("self-assessment.md").split("\n")}
    claims = 0
    for line in draft(home).split("\n"):
        if not line or line in form or line.startswith(("### ", "- **Gap:** ", "Draft of ", "| Id | ", "| --- |")):
            continue
        place = PLACE.search(line)
        assert place is not None, line
        path, number = place[1], int(place[2])
        assert (home / path).read_text(encoding="utf-8").split("\n")[number - 1].strip(), line
        claims += 1
    assert claims > 10


def test_a_claim_stands_at_the_very_line_that_makes_it(home: Path) -> None:
    text = draft(home)
    assert "- VH to ask the laboratory for a price (A1.1, done on 2031-03-04, for P2031.1) (meeting 2, minutes/2031-03-04.md:14)" in text
    assert "- RL to rake leaves of the park on a heap (A1.2, begun, for P2031.2) (meeting 1, minutes/2031-02-04.md:15)" in text
    assert "- Two lorries of compost (minutes/plan.md:26)" in text
    assert "### Done, and linked to no commitment\n\n- TO to paint the shed (A3.1, done on 2031-05-10, as recorded by hand) (meeting 3" in text
    assert part(text, "Context") == ["- Forty plots by the river. (minutes/plan.md:10)"]
    assert part(text, "Sign-off")[0] == "- the general meeting, 4 January 2031 (minutes/plan.md:3)"


def test_the_plan_is_a_table_with_its_themes_ticked_and_its_own_gaps(home: Path) -> None:
    lines = part(draft(home), "Action plan for the next 24 months")
    assert lines[1] == "| Id | Commitment | Impact and evidence | Who | By | Soil | Learning | State | Place |"
    assert lines[3] == "| P2031.1 | We will test the soil of every plot |  | VH | 2031-05-31 | X |  | in hand | minutes/plan.md:14 |"
    assert "- **Gap:** the plan does not say who does it: P2031.2, P2031.3, P2031.4" in lines
    assert "- **Gap:** the plan reaches 19 months ahead, of 24" in lines


def test_the_voice_is_who_was_there_in_such_a_role(home: Path) -> None:
    lines = part(draft(home), "How the technicians' voice was heard")
    assert lines[0] == ("- **Gap:** Meeting 1 of 2031-02-04 lists 3 people, and no role with technician or technical (minutes/2031-02-04.md)")
    assert lines[-2] == "- “Plots” on the agenda dealt with P2031.1, P2031.2 (meeting 1, minutes/2031-02-04.md:10)"


def test_another_scheme_asks_otherwise_by_a_template(home: Path) -> None:
    (home / "minutes/_self-assessment.md").write_text(
        "---\nvoice: [gardener]\nmonths: 12\n---\n# Charter\n\nWho came?\n\n{{ voice }}\n", encoding="utf-8"
    )
    text = draft(home)
    assert text.startswith("# Charter\n\nDraft of 2031-05-10: ")
    assert "- Meeting 1 of 2031-02-04: 3 present, 1 of them in such a role: Tom Okoro, Gardener (meeting 1, minutes/2031-02-04.md:7)" in text
    assert "technician" not in text


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("# Form\n\n{{voices}}\n", "form.md:3: a template has no `voices`; did you mean `voice`?"),
        ("---\nmonth: 12\n---\n", "form.md:2: a template has no key `month`; did you mean `months`?"),
        ("---\nmonths: many\n---\n", "form.md:2: `many` is no number of months"),
    ],
)
def test_a_template_that_asks_for_nothing_known_is_refused_at_its_line(home: Path, tmp_path: Path, page: str, error: str) -> None:
    path = tmp_path / "form.md"
    path.write_text(page, encoding="utf-8")
    with pytest.raises(MinutesError) as refused:
        draft(home, path)
    assert error in str(refused.value)


def test_without_a_plan_all_is_a_gap_or_minuted(workspace: Build) -> None:
    files = {path: text for path, text in SERIES.items() if path != "minutes/plan.md"}
    text = draft(workspace(files))
    assert "- **Gap:** there is no action plan for the coming 24 months; write one into minutes/, or `tcsg plan import FILE`" in text
    assert "P2031.2" not in text


def test_what_is_written_into_minutes_cannot_pass_for_markup(workspace: Build) -> None:
    hostile = SERIES["minutes/2031-02-04.md"].replace("for a price", "for a | <b>price</b> [x](http://y)")
    text = draft(workspace(SERIES | {"minutes/2031-02-04.md": hostile, "minutes/plan.md": PLAN.replace("a book", "a | book")}))
    assert "a \\| book" in text
    assert "<b>" not in text


def test_minutes_that_are_not_there_are_a_gap(workspace: Build) -> None:
    files = {path: text for path, text in SERIES.items() if "03-04" not in path and "04-04" not in path}
    assert "- **Gap:** the minutes of the meetings 2 to 3 are not here; what was done between is not told" in draft(workspace(files))
