"""The strict reader of YAML, the typed values it gives, and the front matter of minutes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tcsg.errors import LedgerError, MinutesError, TcsgError
from tcsg.model import Place
from tcsg.reading.fields import Fields, load, raw, read_front_matter

ERRORS = Path(__file__).parent / "errors" / "fields"


@pytest.fixture(autouse=True, scope="module", params=["libyaml", "pure Python"])
def parser(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test runs with the parser in C and with the one that PyYAML has where libyaml is missing."""
    if request.param == "libyaml":
        if not hasattr(yaml, "CSafeLoader"):
            pytest.skip("PyYAML was built without libyaml")
        yield
    else:
        with pytest.MonkeyPatch.context() as patch:
            patch.delattr(yaml, "CSafeLoader", raising=False)
            yield


def _fields(text: str) -> Fields:
    return Fields.of(load(text, "attic.yaml"), "attic.yaml", TcsgError, "attic.yaml")


# --- values ------------------------------------------------------------------------------------------------------

GUESSED = [
    "NO",
    "on",
    "Yes",
    "true",
    "N",
    "NULL",
    "Null",
    "007",
    "0x1F",
    "0o17",
    "1e3",
    "1_000",
    "14:30",
    "12:30:45",
    "4.10",
    ".5",
    "-1",
    ".inf",
    "=",
]
UNUSUAL = ["2031-02-30", "2031-04-08 10:00:00 +1000", "+44 20", "9" * 5000, "a]b", "http://attic.example/a#b", "--- x", "(a)", "ünder ☂"]


@pytest.mark.parametrize("word", GUESSED + UNUSUAL)
def test_a_plain_value_stays_the_text_that_was_written(word: str) -> None:
    assert raw(load(f"room: {word}\nlist:\n- {word}\n", "a")) == {"room": word, "list": [word]}


@pytest.mark.parametrize("word", [*GUESSED, "null", "~", "2031-04-08", "Mira Olsen"])
def test_a_plain_key_stays_the_text_that_was_written(word: str) -> None:
    assert raw(load(f"{word}: attic", "a")) == {word: "attic"}


@pytest.mark.parametrize("nothing", ["", "~", "null", "   # a comment"])
def test_only_null_a_tilde_and_nothing_at_all_are_none(nothing: str) -> None:
    assert raw(load(f"room: {nothing}\nchair: Jo", "a")) == {"room": None, "chair": "Jo"}


@pytest.mark.parametrize("text", ["''", '""', "'null'", '"~"', "' '"])
def test_what_is_in_quotes_is_a_text(text: str) -> None:
    assert raw(load(text, "a")) == text[1:-1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# a comment\n", None),
        ("---\nroom: attic\n...\n", {"room": "attic"}),
        ("a: {b: [c, {d: e}], f: []}\ng:\n- h\n- {}\n", {"a": {"b": ["c", {"d": "e"}], "f": []}, "g": ["h", {}]}),
        ("a: |\n  one #two\n  three\nb: >-\n  four\n  five\n", {"a": "one #two\nthree\n", "b": "four five"}),
        ('a: "tab\\tand \\u2602"\n', {"a": "tab\tand ☂"}),
        ("a: 'Jo''s #4'\n", {"a": "Jo's #4"}),
        ("a: one\n  two # three\n", {"a": "one two"}),
        ("? a\n: b\n", {"a": "b"}),
        ("'<<': a\n", {"<<": "a"}),
    ],
)
def test_the_values_are_those_that_yaml_means(text: str, value: object) -> None:
    assert raw(load(text, "a")) == value


def test_every_key_and_value_knows_its_line_in_the_file() -> None:
    fields = Fields.of(load("room:\n  attic\npresent:\n- Jo\n\n# who else\n- name:\n    Mira\n", "a", first_line=11), "a", TcsgError, "a")
    assert [(key, node.key_line, node.line) for key, node in fields.entries.items()] == [("room", 11, 12), ("present", 13, 14)]
    jo, mira = fields.nodes("present")
    assert (jo.line, mira.line) == (14, 17)
    assert isinstance(mira.value, MappingProxyType)
    assert (mira.value["name"].key_line, mira.value["name"].line) == (17, 18)


# --- what is refused ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(path for path in ERRORS.iterdir() if path.suffix != ".txt"), ids=lambda path: path.stem)
def test_every_fault_is_said_with_its_line_and_the_cure(path: Path) -> None:
    text = path.read_bytes().decode()
    read = read_front_matter if path.suffix == ".md" else load
    with pytest.raises(TcsgError) as caught:
        read(text, path.name)
    assert str(caught.value) + "\n" == path.with_suffix(".txt").read_text("utf-8")


def test_the_line_of_a_fault_counts_from_where_the_yaml_begins_in_the_file() -> None:
    with pytest.raises(LedgerError, match=r"^a:12: the key `room` is there twice, first in line 11"):
        load("room: 1\nroom: 2\n", "a", first_line=11, error=LedgerError)


def test_twenty_levels_are_read_and_one_more_is_not() -> None:
    assert load("[" * 20 + "]" * 20, "a").line == 1
    with pytest.raises(TcsgError, match="more than 20 deep"):
        load("[" * 21 + "]" * 21, "a")


HOSTILE = {
    "brackets": "[" * 100_000,
    "a megabyte of brackets": "room: " + "[" * 1_000_000,
    "mappings": "{a: " * 100_000,
    "lists": "- " * 100_000,
    "keys": "? " * 100_000,
    "indents": "".join(f"{' ' * n}a:\n" for n in range(1500)),
    "aliases": "a: &a 1\nb: [" + "*a," * 100_000,
    "aliases of aliases": "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "merge keys": "<<: {}\n" * 100_000,
    "quotes": '"' * 100_001,
    "colons": ":" * 100_000,
    "exclamations": "a: " + "!" * 100_000,
    "the same keys": "a: 1\nb: 2\n" * 50_000,
    "a bell at the end": "\n" * 100_000 + "\x07",
    "percents": "%" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_in_an_error_within_a_second(name: str) -> None:
    begin = time.process_time()
    with pytest.raises(TcsgError, match=r"^attic\.yaml:\d+: "):
        load(HOSTILE[name], "attic.yaml")
    assert time.process_time() - begin < 1


SIGNS = "a é - ? ' \" [ ] { } , : & * ! | > # \\ ~ @ ` % = \t \x00 \x85 \u2028 \ufeff \ud800".split(" ")
PHRASES = [
    "room: ",
    "- ",
    "? ",
    " #b",
    "&a ",
    "!!str ",
    "%YAML 1.1",
    "%TAG ! b",
    "---\n",
    "...\n",
    "\n",
    "\n  ",
    "\\u0041",
    "\\ud83d",
    "\\UFFFFFFFF",
    "<<: ",
    "null",
]


def _line_of_node_or_error(text: str) -> int:
    try:
        return load(text, "a").line
    except TcsgError as error:
        return error.place.line if error.place else 0


@given(st.one_of(st.text(), st.lists(st.sampled_from(SIGNS + PHRASES), max_size=30).map("".join)))
def test_any_text_gives_a_node_or_an_error_at_one_of_its_lines(text: str) -> None:
    assert 1 <= _line_of_node_or_error(text) <= text.count("\n") + 1


# --- typed values ------------------------------------------------------------------------------------------------

SAID = """\
chair: Jo Pell
room:
date: 2031-04-08
begin: 2031-04-08T10:00:00+10:00
owners: [JP, MO]
present: {JP: "Jo Pell, Clerk", Mira Olsen: }
absent:
- Jan Prior (JA)
- AB: Ada Byrne
"""


def test_a_key_gives_what_its_reader_asks_for() -> None:
    fields = _fields(SAID)
    assert (fields.text("chair"), fields.text("room"), fields.text("cellar")) == ("Jo Pell", None, None)
    assert (fields.has("chair"), fields.has("room"), fields.has("cellar")) == (True, False, False)
    assert (fields.day("date"), fields.day("begin"), fields.day("room")) == (date(2031, 4, 8), date(2031, 4, 8), None)
    assert (fields.texts("owners"), fields.texts("room"), fields.texts("cellar")) == (("JP", "MO"), (), ())
    assert (fields.choice("chair", ["Jo Pell"]), fields.choice("room", ["attic"])) == ("Jo Pell", None)
    assert fields.mapping("present").text("JP") == "Jo Pell, Clerk"
    assert dict(fields.mapping("room").entries) == {}


def test_people_are_read_from_a_mapping_and_from_a_list() -> None:
    fields = _fields(SAID)
    assert fields.pairs("present") == (("JP", "Jo Pell, Clerk"), (None, "Mira Olsen"))
    assert fields.pairs("absent") == ((None, "Jan Prior (JA)"), ("AB", "Ada Byrne"))
    assert fields.pairs("room") == fields.pairs("cellar") == ()


def test_the_line_of_a_key_that_is_missing_is_that_of_its_mapping() -> None:
    fields = _fields(SAID)
    assert (fields.line("owners"), fields.line("cellar"), fields.mapping("present").line("cellar")) == (5, 1, 6)


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("a: b\nday: 8 April 2031\n", "day", "attic.yaml:2: `8 April 2031` is not a day; write it as 2024-06-17"),
        ("day: 2031-04-31\n", "day", "attic.yaml:1: the calendar has no 2031-04-31"),
        ("day: 2031-4-8\n", "day", "attic.yaml:1: `2031-4-8` is not a day; write it as 2024-06-17"),
        ("day: ٢٠٣١-٠٤-٠٨\n", "day", "attic.yaml:1: `٢٠٣١-٠٤-٠٨` is not a day; write it as 2024-06-17"),
        ("day: [2031-04-08]\n", "day", "attic.yaml:1: `day` takes one value, not a list or a mapping; if it is text, put it in quotes"),
    ],
)
def test_a_day_is_an_iso_day_of_the_calendar(text: str, key: str, said: str) -> None:
    with pytest.raises(TcsgError) as caught:
        _fields(text).day(key)
    assert str(caught.value) == said


def test_a_misspelt_key_is_told_the_nearest() -> None:
    fields = _fields("name: Attic Group\nwords:\n  dnoe: [sorted]\n")
    with pytest.raises(TcsgError, match=r"^attic\.yaml:2: the group has no key `words`; there are name, chair$"):
        fields.only(["name", "chair"], "the group")
    with pytest.raises(TcsgError, match=r"^attic\.yaml:3: words has no key `dnoe`; did you mean `done`\?$"):
        fields.mapping("words").only(["done", "open"], "words")
    fields.only(["words", "name"], "the group")


# --- front matter ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "front", "body"),
    [
        ("---\ndate: 2031-04-08\n---\n# Minutes\n", {"date": "2031-04-08"}, "\n\n\n# Minutes\n"),
        ("---  \t\na: 1\n\n--- \n\nb\n---\nc\n", {"a": "1"}, "\n\n\n\n\nb\n---\nc\n"),
        ("---\na: 1\n---", {"a": "1"}, "\n\n"),
        ("---\n---\nb\n", {}, "\n\nb\n"),
        ("---\n\n---\nb\n", {}, "\n\n\nb\n"),
        ("---\n\na: 1\n---\nb\n", {"a": "1"}, "\n\n\n\nb\n"),
        ("---\n# of the attic\na: 1\n---\nb\n", {"a": "1"}, "\n\n\n\nb\n"),
        ("---\n{a: 1}\n---\nb\n", {"a": "1"}, "\n\n\nb\n"),
        ("---\na: |\n  one\n  ---\n---\nb\n", {"a": "one\n---\n"}, "\n\n\n\n\nb\n"),
    ],
)
def test_front_matter_is_read_and_the_body_keeps_its_line_numbers(text: str, front: object, body: str) -> None:
    fields, rest = read_front_matter(text, "4.md")
    assert {key: raw(node) for key, node in fields.entries.items()} == front
    assert rest == body


NO_FRONT_MATTER = [
    "",
    "# Minutes\n",
    "\n---\na: 1\n---\n",
    " ---\na: 1\n---\n",
    "----\na: 1\n----\n",
    "---x\n",
    "Present: Jo\n---\n",
    "+++\na = 1\n+++\n",
]
RULES = [
    "---\n",
    "---",
    "---\nThe attic group met.\n",
    "---\n\nThe attic group met.\n\n---\n",
    "---\n\n# Minutes\n\n---\n\nJo to paint.\n",
    "---\n# Minutes\n---\n",
]


@pytest.mark.parametrize("text", NO_FRONT_MATTER + RULES)
def test_a_rule_or_anything_else_is_no_front_matter_and_no_word_is_lost(text: str) -> None:
    fields, body = read_front_matter(text, "4.md")
    assert (dict(fields.entries), body) == ({}, text)


def test_what_is_wrong_in_front_matter_is_said_with_the_line_of_the_file() -> None:
    fields, _ = read_front_matter("---\nchair: Jo\ndate: 8 April\n---\n", "minutes/4.md")
    with pytest.raises(MinutesError) as caught:
        fields.day("date")
    assert caught.value.place == Place("minutes/4.md", 3)


LINES = ["---\n", "--- \n", "a: 1\n", "\n", "# b\n", "word\n", "- c\n", "key: @\n", "---", "\r", "é: 2\n"]


def _front_matter_or_place(text: str) -> tuple[Fields, str] | Place | None:
    try:
        return read_front_matter(text, "4.md")
    except MinutesError as error:
        return error.place


@given(st.lists(st.sampled_from(LINES), max_size=8).map("".join))
def test_front_matter_and_body_have_the_lines_of_the_file_or_there_is_an_error_at_one(text: str) -> None:
    read = _front_matter_or_place(text)
    if isinstance(read, tuple):
        fields, body = read
        assert body.count("\n") == text.count("\n")
        assert all(text.split("\n")[node.key_line - 1].startswith(key) for key, node in fields.entries.items())
    else:
        assert read is not None
        assert 1 <= read.line <= text.count("\n") + 1
