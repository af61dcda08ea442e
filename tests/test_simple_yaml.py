"""Front matter that is read without a YAML reader has what the strict reader finds."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tcsg.errors import TcsgError
from tcsg.reading.fields import read_front_matter
from tcsg.reading.kind import is_minutes
from tcsg.reading.simple_yaml import load_simple
from tcsg.reading.strict import load

KEYS = ("present", "date", "AHR", "next meeting", "null", "yes", "12", "_x", "a:b", '"x"', "é", "<<", "x" * 129)
PLAIN = ("Anna Harris (AHR), Chair", "2031-05-06", "12:30", "a-b/c", "a + b & c", "ſ", "١", "a...", "0x1", "true", "null")
OTHER = ("~", "a: b", "a #b", "a  b", "b ", "[a, b]", "{a: b}", "*a", "!a", "|", ">", "-", "- a", "–", "’", "\xa0", "a\tb", "a\x85b")
QUOTED = ('"a: b # c"', '""', '"a\\n"', "'a'", "", "...", "---", "%a", "@a", "key:", "a:", "?")
WORDS = (*PLAIN, *OTHER, *QUOTED)
indents = st.sampled_from(("", "", "", "  ", "  ", "    ", "\t"))
lines = st.one_of(
    st.builds("{}{}:{}{}".format, indents, st.sampled_from(KEYS), st.sampled_from((" ", " ", "", "  ")), st.sampled_from(WORDS)),
    st.builds("{}{}:".format, indents, st.sampled_from(KEYS)),
    st.builds("{}- {}".format, indents, st.sampled_from(WORDS)),
    st.builds("{}{}".format, indents, st.sampled_from(WORDS)),
)
simple_keys, simple_words = st.sampled_from(KEYS[:5]), st.sampled_from(PLAIN)
items = st.lists(st.builds("  - {}".format, simple_words), min_size=1, max_size=3).map("\n".join)
pairs = st.lists(st.builds("  {}: {}".format, simple_keys, simple_words), min_size=1, max_size=3).map("\n".join)
simple = st.one_of(
    st.builds("{}: {}".format, simple_keys, simple_words),
    st.builds("{}:\n{}".format, simple_keys, items),
    st.builds("{}:\n{}".format, simple_keys, pairs),
)
blocks = st.one_of(st.lists(simple, min_size=1, max_size=4), st.lists(st.one_of(simple, lines), min_size=1, max_size=4)).map("\n".join)


@settings(max_examples=2000)
@given(blocks)
def test_what_is_read_without_yaml_is_what_yaml_has(text: str) -> None:
    found = load_simple(f"\n{text}\n")
    if found is not None:
        assert found == load(f"\n{text}\n", "minutes.md")


@pytest.mark.parametrize(
    "text",
    [
        "date: 2031-05-06\n",
        "committee: Board of the House\npresent:\n  AHR: Anna Harris, Chair (till 12:30)\n  KK: Karl Kern\n",
        "present:\n- Anna Harris (AHR)\n- Karl Kern\n\napologies:\n    - O’Neil\n",
        'meeting: "31"\nplace: "Room 4: the attic # 2"\nnote: ""\n',
    ],
)
def test_what_secretaries_write_is_simple(text: str) -> None:
    found = load_simple(f"\n{text}")
    assert found is not None
    assert found == load(f"\n{text}", "minutes.md")


@pytest.mark.parametrize(
    "text",
    [
        "a: [b, c]\n",
        "a: b\n  c\n",
        "a: b # c\n",
        "a: 'b'\n",
        "a: b\na: c\n",
        "a:\n",
        "- a\n",
        "a:\n  b: c\n  - d\n",
        "a:\n  b:\n    c: d\n",
        "a: null\n",
        "# a\n",
        "a\n",
        "",
    ],
)
def test_all_else_is_left_to_yaml(text: str) -> None:
    assert load_simple(f"\n{text}") is None


def test_minutes_are_cut_where_the_handler_cuts_them() -> None:
    fields, body = read_front_matter("---\nmeeting: 31\n---\n\n# Nets\n\n---\n", "minutes.md")
    assert fields.text("meeting") == "31"
    assert body == "\n\n\n\n# Nets\n\n---\n"
    assert read_front_matter("---\nmeeting: [31]\n---\n\n# Nets\n\n---\n", "minutes.md")[1] == body


def test_front_matter_may_end_with_dots() -> None:
    fields, body = read_front_matter("---\nmeeting: 31\n...\n\n# Nets\n\n---\n", "minutes.md")
    assert fields.text("meeting") == "31"
    assert body == "\n\n\n\n# Nets\n\n---\n"
    assert is_minutes(b"---\nmeeting: 31\n...\n\nkind: agenda\n\n---\n")
    assert not is_minutes(b"---\nkind: agenda\n...\n")


def test_a_key_that_is_there_twice_is_still_said() -> None:
    with pytest.raises(TcsgError, match="there twice, first in line 2"):
        read_front_matter("---\nmeeting: 31\nmeeting: 32\n---\n", "minutes.md")


def test_no_yaml_reader_is_loaded_for_simple_front_matter() -> None:
    code = (
        "import sys; from tcsg.reading.fields import read_front_matter as r; r('---\\nmeeting: 31\\n---\\n', 'm.md'); print('yaml' in sys.modules);"
        "r('---\\nmeeting: [31]\\n---\\n', 'm.md'); print('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, encoding="utf-8", check=True)
    assert done.stdout.split() == ["False", "True"]
