"""A committee's own words: what each list of `words` in committee.yaml changes, as `extract` and `why` show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Build, Run

HEAD = "---\ndate: 2031-01-15\npresent:\n  VH: Vera Hall\n  TO: Tom Okoro\n---\n\n"
FILE = "minutes/2031-01-15.md"


def lines(tcsg: Run, root: Path) -> list[str]:
    """Line, status, owners and text of every action that is read."""
    rows = [row.split("\t") for row in tcsg("extract", FILE, "--format", "plain", cwd=root).out.splitlines()]
    return [f"{place.rpartition(':')[2]} {status} {owners or '-'} {text}" for place, status, _, owners, text in rows]


CASES = {
    "a heading": (
        "words: {headings: [Things to chase]}",
        "## Things to chase\n\n- the pump (TO)\n- Sweep the yard\n",
        [],
        ["10 open TO the pump (TO)", "11 open - Sweep the yard"],
        (11, "in the block 'Things to chase' (committee.yaml) (line 8)"),
    ),
    "a label above a list": (
        "words: {headings: [things to chase]}",
        "The hedge was looked at.\n\nTHINGS TO CHASE:\n- Sweep the yard\n- Mend the pump\n",
        [],
        ["11 open - Sweep the yard", "12 open - Mend the pump"],
        (11, "in the block 'THINGS TO CHASE' (committee.yaml) (line 10)"),
    ),
    "a column of a table": (
        "words: {headings: [Undertaking], owners: [Champion], due: [Wanted for]}",
        "| Undertaking | Champion | Wanted for |\n|---|---|---|\n| Sweep the yard | TO | 3 March |\n",
        [],
        ["10 open TO Sweep the yard"],
        (10, "a row of a table with the column 'Undertaking' (committee.yaml)"),
    ),
    "a mark at the head of a line": (
        "words: {marks: [Job, Bitte]}",
        "The hedge was looked at.\n\nJOB: Kim to cut it.\n\n**Bitte**: Ada to rake it up.\n",
        [],
        ["10 open Kim Kim to cut it.", "12 open Ada Ada to rake it up."],
        (12, "the mark 'Bitte' (committee.yaml)"),
    ),
    "a mark with a number": (
        "words: {marks: [Job]}",
        "**JOB 7.2** TO to cut the hedge.\n",
        [],
        ["8 open TO TO to cut the hedge."],
        (8, "the mark 'JOB' (committee.yaml)"),
    ),
    "a mark behind the task": (
        "words: {marks: [Job]}",
        "The hedge is to be cut before the show. (Job: TO)\n",
        [],
        ["8 open TO The hedge is to be cut before the show."],
        (8, "the mark 'Job' (committee.yaml)"),
    ),
    "a mark in running text": (
        "words: {marks: [Job]}",
        "The hedge was looked at. JOB: Kim to cut it.\n",
        [],
        ["8 open Kim Kim to cut it."],
        (8, "the mark 'JOB' (committee.yaml)"),
    ),
    "a status behind the task": (
        "words: {done: [sorted, put to bed], dropped: [let go]}",
        "## Actions\n\n- TO to cut the hedge - sorted\n- VH to rake it up - let go\n- VH to ask the mill (put to bed)\n",
        None,
        ["10 done TO TO to cut the hedge", "11 dropped VH VH to rake it up", "12 done VH VH to ask the mill"],
        (10, "'sorted' (committee.yaml)"),
    ),
    "a status before the task": (
        "words: {done: [sorted]}",
        "## Actions\n\n- Sorted: TO to cut the hedge\n- [sorted] VH to rake it up\n",
        None,
        ["10 done TO TO to cut the hedge", "11 done VH VH to rake it up"],
        (11, "'sorted' (committee.yaml)"),
    ),
    "a status that says more than ours": (
        "words: {open: [complete subject to frost]}",
        "## Actions\n\n- TO to cut the hedge - complete subject to frost\n",
        None,
        ["10 open TO TO to cut the hedge"],
        (10, "'complete subject to frost' (committee.yaml)"),
    ),
    "a status below the task": (
        "words: {done: [put to bed]}",
        "## Actions\n\n- TO to cut the hedge\n  - Put to bed.\n",
        ["10 open TO TO to cut the hedge"],
        ["10 done TO TO to cut the hedge"],
        (10, "status: done – a line below"),
    ),
    "a status in a cell": (
        "words: {done: [put to bed]}",
        "| Action | Owner | Status |\n|---|---|---|\n| Cut the hedge | TO | Put to bed |\n",
        ["10 open TO Cut the hedge"],
        ["10 done TO Cut the hedge"],
        (10, "status: done – its cell"),
    ),
    "a part of a block": (
        "words: {done: [Put to bed]}",
        "## Actions\n\n### Put to bed\n\n- TO to cut the hedge\n\n### Ongoing\n\n- VH to rake it up\n",
        None,
        ["12 done TO TO to cut the hedge", "16 open VH VH to rake it up"],
        (12, "status: done – the box or the part of the list that it stands in"),
    ),
    "a section": (
        "words: {ignore: [Standing items]}",
        "## Standing items\n\n- [ ] VH to take minutes\n- ACTION: TO to open the gate\n\n## Actions\n\n- TO to cut the hedge\n",
        ["10 open VH VH to take minutes", "11 open TO TO to open the gate", "15 open TO TO to cut the hedge"],
        ["15 open TO TO to cut the hedge"],
        (11, "it stands in the section 'Standing items', which committee.yaml says to ignore"),
    ),
    "a part of a block that holds none": (
        "words: {ignore: [Standing items]}",
        "**Actions:**\n\n- Standing items:\n  - VH to take minutes\n- TO to cut the hedge\n",
        ["11 open VH VH to take minutes", "12 open TO TO to cut the hedge"],
        ["12 open TO TO to cut the hedge"],
        (11, "it stands in the section 'Standing items', which committee.yaml says to ignore"),
    ),
    "an agenda item": (
        "words: {ignore: [Standing items]}",
        "1. Standing items\n\n   ACTION: VH to take minutes\n\n2. Hedge\n\n   ACTION: TO to cut it\n",
        ["10 open VH VH to take minutes", "14 open TO TO to cut it"],
        ["14 open TO TO to cut it"],
        (10, "it stands in the section 'Standing items', which committee.yaml says to ignore"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_list_changes_what_is_read_and_why_says_so(tcsg: Run, workspace: Build, name: str) -> None:
    register, body, before, after, (line, reason) = CASES[name]
    root = workspace({FILE: HEAD + body})
    if before is not None:
        assert lines(tcsg, root) == before
    else:
        assert lines(tcsg, root) != after
    (root / "minutes/committee.yaml").write_text(register + "\n", encoding="utf-8")
    assert lines(tcsg, root) == after
    assert reason in tcsg("why", f"{FILE}:{line}", cwd=root).out


@pytest.mark.parametrize("word", ["a+b", "[x", "job?", "Follow-on", "Nach_trag", "\\d", "→", "Ärger", "to do now"])
def test_a_mark_is_taken_as_it_is_written(tcsg: Run, workspace: Build, word: str) -> None:
    root = workspace({FILE: HEAD + f"{word}: TO to cut the hedge\n", "minutes/committee.yaml": f"words: {{marks: ['{word}']}}\n"})
    assert lines(tcsg, root) == ["8 open TO TO to cut the hedge"]


def test_words_of_a_committee_leave_those_of_the_languages_alone(tcsg: Run, workspace: Build) -> None:
    register = "words: {headings: [Things to chase], marks: [Job], done: [sorted], open: [kept], ignore: [Standing items]}\n"
    body = "## Actions\n\n- TO to cut the hedge - done\n- VH to rake - ongoing\n\nACTION: VH to ring the mill\n"
    root = workspace({FILE: HEAD + body, "minutes/committee.yaml": register})
    assert lines(tcsg, root) == ["10 done TO TO to cut the hedge", "11 open VH VH to rake", "13 open VH VH to ring the mill"]
    assert "committee.yaml" not in tcsg("why", f"{FILE}:10", cwd=root).out


def test_a_ledger_is_made_again_when_the_words_change(tcsg: Run, workspace: Build) -> None:
    root = workspace({FILE: HEAD + "## Things to chase\n\n- Cut the hedge\n"})
    tcsg("carry", cwd=root)
    assert tcsg("actions", cwd=root).out == ""
    (root / "minutes/committee.yaml").write_text("words: {headings: [Things to chase]}\n", encoding="utf-8")
    assert tcsg("actions", cwd=root).out.startswith("A2031-01-15.1\t")
