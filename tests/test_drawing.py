"""What is drawn for a terminal: as wide as it is, nothing cut, and where rich would put it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from conftest import Build, Run
from tcsg.output.drawing import Column, Table, columns_of, render, styled

SGR = re.compile(r"\x1b\[[0-9;]*m")
PARAGRAPHS = st.lists(st.text(alphabet="ab é–漢🌱\u0301-", max_size=12), max_size=12).map(" ".join)


def _by_rich(*parts: Text | RichTable, width: int) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, markup=False, emoji=False, highlight=False, legacy_windows=False)
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


@given(PARAGRAPHS, st.integers(4, 60))
@example("", 10)
@example("  begins further in", 10)
@example("averyverylongword and more", 7)
def test_a_paragraph_keeps_its_words_and_its_width(text: str, width: int) -> None:
    lines = render(styled(text), width=width, color=False).splitlines() or [""]
    assert max(map(columns_of, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("width", [7, 20, 40, 79])
@pytest.mark.parametrize(
    "text", ["KK to mend the pump, and after that the other pump.", "漢字 かな交じり文 を 書く", "Donaudampfschifffahrtsgesellschaft sails", ""]
)
def test_a_paragraph_is_wrapped_as_rich_wraps_it(text: str, width: int) -> None:
    assert render(styled(text), width=width, color=False) == _by_rich(Text(text), width=width)


ROWS = (
    ("A8.1", "2031-03-14", "KK, AHR", "KK and AHR to mend the pump in the yard before the open day."),
    ("A12.10", "–", "Äöü Ñandú", "漢字を書く🌱"),
)


@pytest.mark.parametrize("width", [50, 64, 80, 120])
def test_a_table_is_laid_out_as_rich_lays_it_out(width: int) -> None:
    columns = (Column("Id", whole=True), Column("Due", right=True), Column("Owners", most=8), Column("Action"))
    drawn = render(Table(columns, tuple(tuple(map(styled, row)) for row in ROWS)), width=width, color=False)
    table = RichTable(box=None, padding=(0, 2, 0, 0), show_edge=False, pad_edge=False)
    table.add_column("Id", no_wrap=True)
    table.add_column("Due", justify="right", no_wrap=True)
    table.add_column("Owners", max_width=8)
    table.add_column("Action", overflow="fold")
    for row in ROWS:
        table.add_row(*map(Text, row))
    assert drawn == _by_rich(table, width=width)


@given(st.lists(st.tuples(*[st.text(alphabet="ab 漢–", max_size=30)] * 3), min_size=1, max_size=4), st.integers(12, 90), st.integers(0, 4))
def test_no_cell_of_a_table_is_cut_whatever_the_width(rows: list[tuple[str, ...]], width: int, indent: int) -> None:
    columns = (Column("Id", whole=True), Column("Nr", right=True, most=9), Column())
    drawn = render(Table(columns, tuple(tuple(map(styled, row)) for row in rows), gap=1, indent=indent), width=width, color=False)
    assert max(map(columns_of, drawn.splitlines())) <= width
    assert sorted(drawn.replace(" ", "").replace("\n", "")) == sorted("IdNr" + "".join(map("".join, rows)).replace(" ", ""))


def test_where_there_is_no_room_the_widest_columns_give_way() -> None:
    rows = (tuple(map(styled, ("A8.1", "a b c d e f g h", "one two three four five six"))),)
    drawn = render(Table((Column(whole=True), Column(), Column()), rows), width=24, color=False)
    assert drawn == "A8.1  a b c d   one two\n      e f g h   three\n                four\n                five six\n"


def test_styles_and_links_are_for_those_who_see_color() -> None:
    words = styled("A8.1", "bold red", link="file:///a.md") + styled("  \x1b[5mnobody\x1b[0m", "dim")
    assert render(words, width=40, color=False) == "A8.1  \\x1b[5mnobody\\x1b[0m\n"
    bold, dim = "\x1b[1;31mA8.1\x1b[0m", "\x1b[2m  \\x1b[5mnobody\\x1b[0m\x1b[0m"
    assert render(words, width=40, color=True) == f"\x1b]8;;file:///a.md\x1b\\{bold}\x1b]8;;\x1b\\{dim}\n"
    assert SGR.sub("", render(styled("one two", "bold"), width=4, color=True)) == "one\ntwo\n"


def test_a_line_of_its_own_begins_where_it_is_told_to() -> None:
    rows = ((styled("2031-03-14").above(styled("(today)")), styled("x")),)
    assert render(Table((Column("Due"), Column("Action")), rows), width=40, color=False) == "Due         Action\n2031-03-14  x\n(today)\n"


SPY = "import sys; from tcsg.cli import main; code = main(sys.argv[1:]); sys.stderr.write(' '.join(sorted(sys.modules)))"


@pytest.mark.parametrize("words", [["actions"], ["people"], ["meetings"], ["report"], ["extract", "minutes/2031-03-04.md"]], ids=lambda w: w[0])
def test_of_rich_a_table_brings_the_widths_of_characters_alone(words: list[str], workspace: Build, tcsg: Run) -> None:
    root: Path = workspace({"minutes/2031-03-04.md": "---\nmeeting: 31\npresent: {KK: Kay Kühn}\n---\n\n## Actions\n\n- KK to mend the pump – now\n"})
    tcsg("carry", cwd=root)
    command = [sys.executable, "-c", SPY, *words, "--format", "table"]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", timeout=60, check=True)
    brought = {name for name in done.stderr.split() if name.startswith("rich.") and not name.startswith("rich._")}
    assert brought <= {"rich.cells"}
    assert "pump" in done.stdout or words[0] in ("people", "meetings")
