"""How a ledger is written, and how one of any layout is read: laws, the exact form, and what is said of a broken one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ledgers import CANONICAL, LEDGERS, ODD, ORDINARY, TEXTS

from tcsg.errors import LedgerError
from tcsg.ledger.format import dump_ledger, load_ledger
from tcsg.ledger.quoting import MAX_KEY, block, flow
from tcsg.model import Action, ByHand, Ledger, Meeting, Person, Status
from tcsg.reading import strict

ERRORS = Path(__file__).parent / "errors" / "ledger"
HEAD = "schema: tcsg/ledger/1\n"

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]

NOT_TEXT_IN_YAML_1_2 = re.compile(
    r"null|Null|NULL|~||true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
"""The plain scalars that the core schema of YAML 1.2.2, section 10.3.2, does not read as strings."""


# --- the form ----------------------------------------------------------------------------------------------------


def test_an_ordinary_ledger_is_written_as_the_manual_shows_it() -> None:
    assert dump_ledger(ORDINARY) == CANONICAL


def test_an_empty_ledger_has_empty_lists() -> None:
    head = "# Written by tcsg; see `tcsg guide ledger`.\nschema: tcsg/ledger/1\n"
    assert dump_ledger(Ledger()) == f"{head}reading: null\nminutes: []\nanswers: []\nactions: []\n"


def test_the_role_of_a_person_is_not_kept() -> None:
    meeting = Meeting("4", ORDINARY.meetings[0].day, "4.md", "", (Person("Jo Pell", "JP", "Clerk"),))
    assert load_ledger(dump_ledger(Ledger((meeting,))), "x").meetings[0].people == (Person("Jo Pell", "JP"),)


def test_a_lone_surrogate_is_replaced_because_no_file_can_hold_it() -> None:
    text = dump_ledger(Ledger(actions=(Action("A4.1", "paint\ud800", "4", owners=("\udfff",)),)))
    assert text.encode()
    assert load_ledger(text, "x").actions[0] == Action("A4.1", "paint\ufffd", "4", owners=("\ufffd",))


# --- laws --------------------------------------------------------------------------------------------------------


@given(LEDGERS)
def test_what_was_written_is_read_back(ledger: Ledger) -> None:
    text = dump_ledger(ledger)
    assert load_ledger(text, "x") == ledger
    assert dump_ledger(load_ledger(text, "x")) == text


@given(LEDGERS)
def test_a_ledger_is_one_field_a_line_in_utf_8_without_trailing_blanks(ledger: Ledger) -> None:
    text = dump_ledger(ledger)
    assert text.encode()
    assert text.endswith("\n")
    lists = r"(minutes|answers|plans|commitments|actions):$|- \{(?:meeting|plan|id): "
    known = re.compile(r"# Written|[^ \x00-\x1f-].*: ?\S|" + lists + r"|- id: A|  \S.*: \S|  by_hand:$|  - \{on: ")
    assert [line for line in text[:-1].split("\n") if not known.match(line) or line.endswith(" ")] == []


@pytest.mark.parametrize("loader", LOADERS)
@given(ledger=LEDGERS)
def test_the_loaders_of_pyyaml_read_the_same_texts(loader: type[yaml.SafeLoader], ledger: Ledger) -> None:
    data = yaml.load(dump_ledger(ledger), Loader=loader)  # noqa: S506 - both are safe ones
    assert [(item["id"], item["text"], item["raised"], tuple(item["owners"]), item["due_words"]) for item in data["actions"]] == [
        (action.id, action.text, action.raised, action.owners, action.due_words) for action in ledger.actions
    ]
    assert [(item["due"], item["closed"]) for item in data["actions"]] == [(action.due, action.closed) for action in ledger.actions]
    assert [(item["meeting"], item["path"], item["date"]) for item in data["minutes"]] == [(m.key, m.path, m.day) for m in ledger.meetings]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_is_the_same_text_to_every_reader(text: str, loader: type[yaml.SafeLoader]) -> None:
    assert "\n" not in block(text) + flow(text)
    written = f"a: {block(text)}\nb: [{flow(text)}, {flow(text)}]\nc: {{{flow(text) if text else 'd'}: {flow(text)}}}\n"
    assert yaml.load(written, Loader=loader) == {"a": text, "b": [text, text], "c": {text or "d": text}}  # noqa: S506 - both are safe ones


@given(TEXTS | st.from_regex(NOT_TEXT_IN_YAML_1_2, fullmatch=True))
def test_what_yaml_1_2_takes_for_no_text_is_quoted(text: str) -> None:
    if NOT_TEXT_IN_YAML_1_2.fullmatch(text):
        assert block(text) == flow(text) == f'"{text}"'


@pytest.mark.parametrize(
    "text", ["paint the attic", "MO to paint, with Jo (if free)", "ünder the ☂", "28 days", "it's", 'the "old" attic', "8a", "a#b", "a:b", "A8.3"]
)
def test_an_ordinary_text_is_written_plain(text: str) -> None:
    assert block(text) == text


def test_the_longest_key_that_is_read_is_as_long_everywhere() -> None:
    assert MAX_KEY == strict.MAX_KEY
    key = "\x85" * MAX_KEY
    ledger = Ledger(actions=(Action("A4.1", "paint", "4", extra=((key, {key: key}),)),), extra=((key, None),))
    assert load_ledger(dump_ledger(ledger), "x") == ledger


# --- reading -----------------------------------------------------------------------------------------------------


def test_fields_that_are_missing_have_their_defaults() -> None:
    read = load_ledger(f"{HEAD}minutes:\n- {{meeting: 4, date: 2031-04-08, path: 4.md}}\nactions:\n- {{id: A4.1, text: paint}}\n", "x")
    assert read.meetings == (Meeting("4", ORDINARY.meetings[0].day, "4.md", ""),)
    assert read.actions == (Action("A4.1", "paint", "4"),)
    assert load_ledger(HEAD, "x") == Ledger()


def test_initials_numbers_and_days_that_somebody_typed_are_read_as_text() -> None:
    text = f"{HEAD}actions:\n- id: A4.1\n  text: 007\n  raised: 4\n  owners: [NO, ON]\n  due: '2031-09-30'\n  seen: [4, 2031-06-18]\n  by_hand:\n"
    action = load_ledger(text, "x").actions[0]
    assert (action.text, action.raised, action.owners, action.seen) == ("007", "4", ("NO", "ON"), ("4", "2031-06-18"))
    assert str(action.due) == "2031-09-30"


def test_unknown_fields_are_kept_and_written_back() -> None:
    text = f"{HEAD}site: north\nactions:\n- id: A4.1\n  text: paint\n  cost: [1, {{a: b}}]\n  by_hand:\n  - {{on: 2031-04-09, by: phone}}\n"
    ledger = load_ledger(text, "x")
    assert ledger.extra == (("site", "north"),)
    assert ledger.actions[0].extra == (("cost", ["1", {"a": "b"}]),)
    assert ledger.actions[0].by_hand == (ByHand(ORDINARY.meetings[0].day.replace(day=9), extra=(("by", "phone"),)),)
    assert load_ledger(dump_ledger(ledger), "x") == ledger


@pytest.mark.parametrize("said", ["open", "done", "dropped"])
def test_every_status_is_read(said: str) -> None:
    assert load_ledger(f"{HEAD}actions:\n- {{id: A4.1, text: paint, status: {said}}}\n", "x").actions[0].status is Status(said)


@pytest.mark.parametrize("number", ["A8.3", "A8a.12", "A2031-06-18.1", "A2031-06-18b.1"])
def test_an_id_is_a_letter_the_key_of_a_meeting_and_a_number(number: str) -> None:
    assert load_ledger(f"{HEAD}actions:\n- {{id: {number}, text: paint}}\n", "x").actions[0].raised == number[1:].rpartition(".")[0]


@pytest.mark.parametrize("number", ["8.3", "a8.3", "A8", "A8.0", "A8.03", "A8.x", "A.3", "A8/3", "A8.3 ", "A8.3\\n", "Aé.3", "A8.٣"])
def test_nothing_else_is_an_id(number: str) -> None:
    with pytest.raises(LedgerError, match=r"^x:3: `.*` is no id; one is written A8\.3"):
        load_ledger(f'{HEAD}actions:\n- {{id: "{number}", text: paint}}\n', "x")


@pytest.mark.parametrize("path", sorted(ERRORS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_fault_is_said_with_its_line_and_the_cure(path: Path) -> None:
    with pytest.raises(LedgerError) as caught:
        load_ledger(path.read_text("utf-8"), path.name)
    assert str(caught.value) + "\n" == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("person", "written"),
    [
        (Person("Lena Fox"), "Lena Fox"),
        (Person("Lena Fox", "LF"), "Lena Fox (LF)"),
        (Person("Lena Fox", None, "@lenaf"), "Lena Fox (@lenaf)"),
        (Person("Lena Fox", "LF", "@lenaf, @foxl"), '"Lena Fox (LF, @lenaf, @foxl)"'),
        (Person("Lena (Fox)", None, "@lenaf"), "Lena (Fox) (@lenaf)"),
    ],
)
def test_what_people_are_called_is_kept(person: Person, written: str) -> None:
    ledger = Ledger(meetings=(Meeting("1", date(2031, 3, 12), "minutes/2031-03-12.md", "", (person,)),))
    text = dump_ledger(ledger)
    assert f"people: [{written}]" in text
    assert load_ledger(text, "ledger.yaml").meetings == ledger.meetings
