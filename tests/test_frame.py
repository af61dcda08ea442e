"""What is a heading, a row or hidden: pages on which the Markdown parser is not asked have what it would say."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tcsg.reading.frame import frame_of, framed, has_markup, parsed, unparsed

MARKS = (
    "# ",
    "## ",
    "#",
    "####### x",
    "-",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "12) ",
    "> ",
    ">",
    "=",
    "===",
    "---",
    "--- ",
    ":-",
    "|",
    "| a | b |",
    "|---|---|",
)
TABLES = (
    "\n\n",
    "|",
    "|",
    "| ",
    " |",
    "a",
    "-",
    ":-",
    "\n|",
    "\n|",
    "\n|--|:-:|\n",
    "| a | b |\n|---|---|\n",
    "\\",
    " ",
    "\xa0",
    "\f",
    "\x1f",
    "\0",
    "\t",
)
MARKUP = ("<", "<div>", "</p>", "<!-- c -->", "```", "~~~", "[a]: b", "\\", "_", "a. ", "text", "é")
UNDERLINED = (
    "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "\n\n  a | b\n--- | ---\n",
    "\n\n  text\n---\n",
    "\n\n  text\n  ---\n",
    "- a\n  - b\n\n",
    "- a\n\n",
    "1. a\n\n",
    "> a\n\n",
    "text\n",
)
BLANKS = ("  ", "    ", "\t", "\xa0", "\u3000", "\f", "\x0b", "\u2028", "\n\n", "\n", "\n", "\n")


@settings(max_examples=1500)
@given(st.lists(st.sampled_from((*MARKS, *MARKUP, *BLANKS)), max_size=14).map("".join).filter(lambda text: not has_markup(text)))
def test_a_page_without_markup_has_the_frame_that_the_parser_finds(text: str) -> None:
    assert unparsed(text) == parsed(text)


@example("- x\n\n- |\n|-|")
@example("1. x\n\n2. a | b\n--- | ---\n1 | 2\n")
@settings(max_examples=3000)
@given(st.lists(st.sampled_from((*MARKS, *UNDERLINED, *BLANKS)), max_size=18).map("".join))
def test_the_parser_says_of_a_paragraph_what_it_says_of_the_page(text: str) -> None:
    assert framed(text) == parsed(text)


CHAPTERS = (
    *("# Nets", "## Boats", "   # Oars", "- # Oars", "> # Oars", "#", "text", "- item", "  more", "> quote", "", "", "| a | b |", "|---|---|", "==="),
    *("```", "- ```", "  ```", "> ```", "~~~", "<!-- c", "-->", "<div>", "</div>", "<script>", "</script>", "---", "    far in"),
)


@example("```\n# Nets\n# Boats\n```\n# Oars")
@example("- ```\n# Nets\n```\n# Boats")
@settings(max_examples=3000)
@given(st.lists(st.sampled_from(CHAPTERS), max_size=18).map("\n".join))
def test_the_parser_says_of_a_chapter_what_it_says_of_the_page(text: str) -> None:
    assert framed(text) == parsed(text)


@settings(max_examples=3000)
@given(st.lists(st.sampled_from(TABLES), max_size=24).map("".join))
def test_a_table_of_bars_is_what_the_parser_takes_it_for(text: str) -> None:
    assert framed(text) == parsed(text)


def test_a_table_of_bars_ends_where_it_has_too_many_empty_cells() -> None:
    text = f"{'|a' * 300}\n{'|-' * 300}\n" + "|b\n" * 300
    assert framed(text) == parsed(text)


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# Nets\n\ntext\n   ### Boats\n", {0: (1, 1), 3: (1, 3)}),
        ("Nets\n====\n\n- Boats\n  ---\n", {0: (2, 1), 3: (2, 2)}),
        ("- # Nets\n\n> ## Boats\n", {0: (1, 1), 2: (1, 2)}),
        ("```\n# Nets\n```\n\n# Boats\n", {4: (1, 1)}),
        ("<div>\n# Nets\n\n# Boats\n", {1: (1, 1), 3: (1, 1)}),
        ("<!-- a\n# Nets\n-->\n# Boats\n", {3: (1, 1)}),
        ("#Nets\n####### Boats\n", {}),
        ("\rNets\n---\n\r# Boats\n", {0: (2, 2), 2: (1, 1)}),
    ],
)
def test_headings_of_all_kinds_are_found(text: str, headings: dict[int, tuple[int, int]]) -> None:
    assert frame_of(text).headings == headings


def imports_parser(text: str) -> bool:
    code = f"import sys; from tcsg.reading.markdown import scan; scan({text!r}); print('markdown_it' in sys.modules)"
    return subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout == "True\n"


def test_the_parser_is_loaded_for_markup_alone() -> None:
    assert not imports_parser("# Nets\n\n- AHR to mend them: **done**.\n\n---\n\n1. Boats | and `oars`\n")
    assert not imports_parser("# Nets\n\n| Who | What |\n| --- | --- |\n| AHR | mend them |\n")
    assert imports_parser("# Nets\n\nWho | What\n--- | ---\nAHR | mend them\n")
