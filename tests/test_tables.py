"""Actions in tables, whatever the columns are called and whatever their order."""

from __future__ import annotations

import pytest

from tcsg.model import Status
from tcsg.reading.markdown import Shape, scan
from tcsg.reading.names import names_of
from tcsg.reading.tables import Row, read_row


def rows(text: str, *, in_block: bool = False) -> list[Row]:
    return [row for item in scan(text) if (row := read_row(item, names_of([]), in_block=in_block))]


def table(header: str, *cells: str) -> str:
    return "\n".join([f"| {header} |", "|" + "---|" * (header.count("|") + 1), *(f"| {row} |" for row in cells)])


@pytest.mark.parametrize(
    "action", ["Action", "ACTIONS", "Action item", "Action items:", "Action points", "**Task**", "To do", "Actions required", "Next steps"]
)
def test_a_column_of_actions_makes_a_table_of_actions(action: str) -> None:
    (row,) = rows(table(f"No. | {action}", "1 | mend the net"))
    assert row.text == "mend the net"


@pytest.mark.parametrize(
    "owner",
    [
        "Owner",
        "Who",
        "By whom",
        "Responsible",
        "Responsibility",
        "Lead",
        "Assigned to",
        "Assignee(s)",
        "Person responsible",
        "Owner(s)",
    ],
)
def test_a_column_of_owners_is_known_by_many_names(owner: str) -> None:
    (row,) = rows(table(f"{owner} | Action", "PF / RT | mend the net"))
    assert (row.text, row.owners) == ("mend the net", "PF / RT")


@pytest.mark.parametrize("due", ["Due", "Deadline", "Due date", "By when", "When", "Target date", "Timescale", "Date due", "Complete by"])
def test_a_column_of_deadlines_is_known_by_many_names(due: str) -> None:
    (row,) = rows(table(f"Action | Owner | {due}", "mend the net | PF | 3 May"))
    assert (row.owners, row.due) == ("PF", "3 May")


@pytest.mark.parametrize("status", ["Status", "State", "Report", "Progress", "Update", "Outcome", "Done?"])
def test_a_column_of_states_is_known_by_many_names(status: str) -> None:
    done, pending = rows(table(f"Action | {status}", "mend the net | Done", "mend the oar | in progress"))
    assert (done.status, pending.status) == (Status.DONE, Status.OPEN)


@pytest.mark.parametrize("header", ["Description | Owner | Due", "Details | Who | Status", "What | Who | When"])
def test_a_column_of_descriptions_needs_owners_and_deadlines_or_states_beside_it(header: str) -> None:
    (row,) = rows(table(header, "mend the net | PF | "))
    assert (row.text, row.owners) == ("mend the net", "PF")


def test_below_a_heading_of_actions_an_owner_is_enough() -> None:
    text = table("Subject | Owner", "mend the net | PF")
    assert not rows(text)
    assert [row.text for row in rows(text, in_block=True)] == ["mend the net"]


@pytest.mark.parametrize(
    "text",
    [
        table("Name | Role", "Piet | Skipper"),
        table("Decision | Votes", "buy a net | 7"),
        table("Item | Lead | Time", "Nets | PF | 5 min"),
        table("Month | Catch", "May | 12"),
        table("Action | Owner", " | ", "- | -"),
        table("Action | Owner"),
        "Action: mend | the net",
    ],
)
def test_other_tables_and_empty_rows_hold_none(text: str) -> None:
    assert rows(text) == []


def test_a_row_with_missing_cells_is_read_as_far_as_it_goes() -> None:
    (row,) = rows("| Action | Owner | Due |\n|---|---|---|\n| mend the net |\n")
    assert (row.text, row.owners, row.due or "") == ("mend the net", "", "")


def test_the_column_is_named_for_the_reason() -> None:
    (row,) = rows(table("**Action item** | Who", "mend the net | PF"))
    assert row.column == "Action item"


def test_lines_of_code_with_two_blanks_in_one_are_no_table() -> None:
    lines = "`    1. Ask the yard for a price -  see if they can lend a crane`\n`    2. Write to the council`"
    assert [item.shape for item in scan(f"- Pat\n\n{lines}\n")] == [Shape.BULLET] * 3
