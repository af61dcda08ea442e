"""Markdown and what passes for it, as items with their lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcsg.reading.frame import LONGEST
from tcsg.reading.markdown import Item, Shape, plain, scan


def shapes(text: str) -> list[tuple[Shape, int, int, str]]:
    return [(item.shape, item.line, item.end, item.text) for item in scan(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Nets #", [(Shape.HEADING, 1, 1, "Nets")]),
        ("Nets\n====\nMended", [(Shape.HEADING, 1, 2, "Nets"), (Shape.LINE, 3, 3, "Mended")]),
        ("- one\n* two\n+ three", [(Shape.BULLET, 1, 1, "one"), (Shape.BULLET, 2, 2, "two"), (Shape.BULLET, 3, 3, "three")]),
        ("1. one\n2) two\n(c) three", [(Shape.BULLET, 1, 1, "one"), (Shape.BULLET, 2, 2, "two"), (Shape.BULLET, 3, 3, "three")]),
        ("•\tone\n– two", [(Shape.BULLET, 1, 1, "one"), (Shape.BULLET, 2, 2, "two")]),
        ("one\ntwo\n\nthree", [(Shape.LINE, 1, 2, "one two"), (Shape.LINE, 4, 4, "three")]),
        ("- one\n  two\nthree\n\nfour", [(Shape.BULLET, 1, 3, "one two three"), (Shape.LINE, 5, 5, "four")]),
        ("one\n***\ntwo", [(Shape.LINE, 1, 1, "one"), (Shape.RULE, 2, 2, ""), (Shape.LINE, 3, 3, "two")]),
        ("One.\n\nPage 3 of 7\n\ntwo", [(Shape.LINE, 1, 1, "One."), (Shape.LINE, 5, 5, "two")]),
        ("one\n\nPage 3 of 7\n\ntwo", [(Shape.LINE, 1, 5, "one    two")]),
        ("one\n\f\ntwo", [(Shape.LINE, 1, 3, "one  two")]),
        ("> one\n> - two", [(Shape.LINE, 1, 1, "one"), (Shape.BULLET, 2, 2, "two")]),
        ("3.14 is pi\n-one", [(Shape.LINE, 1, 2, "3.14 is pi -one")]),
        ("", []),
        ("\n \n\t\n", []),
    ],
    ids=lambda value: repr(value)[:40] if isinstance(value, str) else "",
)
def test_items_have_their_shape_lines_and_words(text: str, expected: list[tuple[Shape, int, int, str]]) -> None:
    assert shapes(text) == expected


@pytest.mark.parametrize("text", ["```\n- [ ] net\n```", "~~~ text\nACTION: net\n~~~", "<!--\n- net\n-->", "```\n# a\n- net\n````"])
def test_what_is_fenced_or_commented_out_is_no_item(text: str) -> None:
    assert shapes(f"one\n\n{text}\n")[1:] == []


@pytest.mark.parametrize("fence", ["```", "```yaml", "~~~", "    ```", "~~~~[x] ask Bo"])
@pytest.mark.parametrize("before", ["one\n", "```\ntwo\n```\n", "~~~~\n```\n~~~~\n", "A title\n~~~~~~~\n\n"])
def test_a_fence_that_nothing_closes_hides_nothing(before: str, fence: str) -> None:
    assert (Shape.BULLET, "net") in [(shape, words) for shape, _, _, words in shapes(f"{before}\n{fence}\n# three\n\n- net\n")]


def test_a_fence_does_not_move_the_lines_below_it() -> None:
    assert shapes("one\n```\ntwo\n```\nthree") == [(Shape.LINE, 1, 1, "one"), (Shape.LINE, 5, 5, "three")]


def test_an_indented_line_is_no_code() -> None:
    assert shapes("one\n\n    - two\n")[1] == (Shape.BULLET, 3, 3, "two")


@pytest.mark.parametrize(
    ("line", "column"), [("- a", 0), (" - a", 1), ("    - a", 4), ("\t- a", 4), (" \t- a", 4), ("> - a", 2), ("a", 0), ("  a", 2)]
)
def test_depth_is_the_column_of_the_mark_and_a_tab_counts_to_the_next_fourth(line: str, column: int) -> None:
    (item,) = scan(line)
    assert item.indent == column


@pytest.mark.parametrize(
    ("line", "checked", "words"),
    [
        ("- [ ] net", False, "net"),
        ("- [] net", False, "net"),
        ("* [x] net", True, "net"),
        ("1. [X] net", True, "net"),
        ("[ ] net", False, "net"),
        ("☐ net", False, "net"),
        ("- ☑ net", True, "net"),
        (r"- \[x\] net", True, "net"),
        ("- [net](sea.md)", None, "[net](sea.md)"),
        ("- [xx] net", None, "[xx] net"),
        ("- net [x]", None, "net [x]"),
    ],
)
def test_a_box_stands_before_the_words(line: str, checked: bool | None, words: str) -> None:
    (item,) = scan(line)
    assert (item.checked, item.text, item.boxed) == (checked, words, checked is not None)


def test_a_row_knows_its_cells_and_its_header_and_the_header_none() -> None:
    header, row, short = scan("| Task | Who |\n|:--|--:|\n| **net** | AF |\n| rope |\n")
    assert (header.shape, header.line, header.cells, header.header) == (Shape.ROW, 1, ("Task", "Who"), ())
    assert (row.line, row.cells, row.header) == (3, ("**net**", "AF"), ("Task", "Who"))
    assert (short.line, short.cells[0], short.header) == (4, "rope", ("Task", "Who"))


def test_a_table_needs_no_outer_pipes() -> None:
    rows = scan("Task | Who\n---|---\nnet | AF\n\nafter | all\n")
    assert [item.shape for item in rows] == [Shape.ROW, Shape.ROW, Shape.LINE]


def test_a_gap_is_a_blank_line_above() -> None:
    assert [item.gap for item in scan("# one\n- two\n\n- three\n- four\n")] == [True, False, True, False]


def test_levels_of_headings() -> None:
    assert [item.level for item in scan("# a\n### b\n###### c\nd\n---\n")] == [1, 3, 6, 2]


def test_quotes_are_counted() -> None:
    assert [item.quote for item in scan("a\n\n> b\n\n>> c\n")] == [0, 1, 2]


def test_no_pattern_sees_more_than_so_many_characters_of_an_item() -> None:
    (item,) = scan("a " * LONGEST)
    assert len(item.text) == LONGEST


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("**net** and *rope* and __buoy__ and _oar_", "net and rope and buoy and oar"),
        ("~~net~~ `rope`", "net rope"),
        ("[net](https://example.org/a_b) and ![rope](r.png)", "net and rope"),
        ("<u>net</u> <br/> rope", "net rope"),
        ("net &amp; rope", "net & rope"),
        (r"net \# rope \[a\]", "net # rope [a]"),
        (r"net \* rope \*a", "net * rope *a"),
        ("snake_case_net and 2*3*4", "snake_case_net and 2*3*4"),
        ("a < b and c > d", "a < b and c > d"),
        ("  net \t rope\u00a0 ", "net rope"),
        ("", ""),
    ],
)
def test_plain_words_have_no_markup(markup: str, words: str) -> None:
    assert plain(markup) == words


@given(
    st.lists(
        st.sampled_from(["# a", "- b", "  - [ ] c", "| d | e |", "|---|---|", "> f", "```", "<!--", "-->", "---", "===", "", "g", "\t* h"])
        | st.text(max_size=20)
    )
)
def test_items_stand_in_order_on_lines_of_the_text_and_do_not_overlap(lines: list[str]) -> None:
    text = "\n".join(lines)
    items: tuple[Item, ...] = scan(text)
    ends = [0, *(item.end for item in items)]
    for item, above in zip(items, ends, strict=False):
        assert above < item.line <= item.end <= text.count("\n") + 1


def test_what_begins_like_a_tag_and_is_none_is_read() -> None:
    for text in ("<pre", "<prefix> to it", "</pre>", "<pre>a</pre> b <pre>c</pre>"):
        assert scan(text)
