"""The page of promises names tests that exist, and leaves no threat out."""

from __future__ import annotations

import re
from pathlib import Path

import tcsg

PAGE = (Path(tcsg.__file__).parent / "guide" / "promises.md").read_text("utf-8")
ROWS = [[cell.strip() for cell in line.strip("| \n").split(" | ")] for line in PAGE.splitlines() if re.match(r"\| \d+ \|", line)]


def test_every_threat_has_a_number_and_is_promised_or_refused() -> None:
    assert [row[0] for row in ROWS] == [str(n) for n in range(1, 47)]
    assert {len(row) for row in ROWS} == {4}
    assert all(row[3] != "–" or row[2].startswith("No promise: ") for row in ROWS)


def test_every_test_that_is_named_is_there() -> None:
    named = {name for row in ROWS for name in row[3].split(", ")} - {"–"}
    there = {path.stem for path in Path(__file__).parent.glob("test_*.py")}
    assert named - there == set()
    assert len(named) > 15
