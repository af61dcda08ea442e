"""What is exported is read back by other programs, word for word, whatever the words are; and it is the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Any

import icalendar
import openpyxl
import pytest
import vobject
from exported import SOCIETY, TODAY, ledger_of, rows_of
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from tcsg.ledger.query import Row
from tcsg.model import Action, Committee, Ledger, Meeting, Status
from tcsg.output import ics
from tcsg.output.actions import as_csv, as_json, as_json_lines
from tcsg.output.html_table import as_html
from tcsg.output.stable import last_change, uid
from tcsg.output.tasks import as_taskwarrior, as_todotxt
from tcsg.output.text import clean
from tcsg.output.workbook import as_xlsx

LEDGER = ledger_of(HOSTILE)
ROWS = rows_of(LEDGER)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
"""Any text but halves of characters, which no ledger holds."""


def only(text: str) -> tuple[Ledger, tuple[Row, ...]]:
    """A ledger of one open action."""
    ledger = ledger_of(("VH to sow", "VH to hoe", text))
    return ledger, rows_of(ledger)[2:]


# --- calendars ---------------------------------------------------------------------------------------------------


def events(data: bytes) -> list[Any]:
    """The events of a calendar as its own library reads them."""
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def is_folded(data: bytes) -> bool:
    """Whether a calendar keeps to the lines of RFC 5545, section 3.1."""
    lines = data.split(b"\r\n")
    return lines[-1] == b"" and all(len(line) <= 75 and not set(line) & set(b"\r\n") and line.decode() is not None for line in lines)


def test_a_calendar_is_read_back_by_two_readers() -> None:
    data = ics.due_days(ROWS, LEDGER, SOCIETY, TODAY)
    assert is_folded(data)
    ours = events(data)
    others = vobject.readOne(data.decode()).vevent_list
    assert len(ours) == len(others) == len(HOSTILE)
    for row, event, other in zip(ROWS, ours, others, strict=True):
        action, text = row.action, clean(row.action.text)
        said = {Status.OPEN: "", Status.DONE: "done: ", Status.DROPPED: "dropped: "}[action.status]
        assert str(event["summary"]) == other.summary.value == f"{said}{action.id} {text}, VH: {text}"
        assert str(event["description"]).split("\n")[0] == other.description.value.split("\n")[0] == text
        assert event.decoded("dtstart") == other.dtstart.value == action.due
        assert str(event["uid"]) == other.uid.value
        changed = (3, 1) if action.by_hand or action.closed else (2, 4)
        assert event.decoded("dtstamp") == other.dtstamp.value == datetime(2031, *changed, tzinfo=UTC)
    assert {name for event in ours for name in event} >= {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "TRANSP", "STATUS"}
    assert [c.name for c in icalendar.Calendar.from_ical(data).walk()] == ["VCALENDAR", *["VEVENT"] * len(HOSTILE)]


@given(WORDS, WORDS)
def test_no_text_breaks_a_calendar(text: str, name: str) -> None:
    ledger, rows = only(text)
    data = ics.due_days(rows, ledger, Committee(name=name), TODAY)
    assert is_folded(data)
    (event,) = events(data)
    (other,) = vobject.readOne(data.decode()).vevent_list
    assert str(event["summary"]) == other.summary.value
    assert str(event["summary"]).endswith(clean(text))


@pytest.mark.parametrize(
    "text", ["a\r\nBEGIN:VALARM", "a\nEND:VEVENT\nBEGIN:VEVENT", "é" * 200, *["x" * n + "😀é" for n in range(40, 80)], "\\n\\,;:\\", "C:\\Notes\\n"]
)
def test_a_fold_parts_no_character_and_a_line_no_event(text: str) -> None:
    ledger, rows = only(text)
    data = ics.due_days(rows, ledger, SOCIETY, TODAY)
    assert is_folded(data)
    assert str(events(data)[0]["summary"]) == f"A7.3 {clean(text)}, VH: {clean(text)}"
    assert len(events(data)) == 1


def test_a_calendar_changes_only_when_the_ledger_does() -> None:
    first = ics.due_days(ROWS, LEDGER, SOCIETY, TODAY)
    assert ics.due_days(ROWS, LEDGER, SOCIETY, date(2032, 1, 1)) == first
    moved = replace(LEDGER.actions[0], due=date(2031, 5, 5), seen=("7", "8", "9"))
    later = replace(LEDGER, meetings=(*LEDGER.meetings, Meeting("9", date(2031, 5, 1), "minutes/9.md", "")), actions=(moved, *LEDGER.actions[1:]))
    before, after = events(first), events(ics.due_days(rows_of(later), later, SOCIETY, TODAY))
    assert [e["uid"] for e in before] == [e["uid"] for e in after]
    assert after[0].decoded("dtstamp") > before[0].decoded("dtstamp")
    assert after[0]["sequence"] > before[0]["sequence"]
    assert [e.to_ical() for e in before[1:]] == [e.to_ical() for e in after[1:]]


def test_two_committees_never_share_a_name_for_an_action() -> None:
    action = LEDGER.actions[0]
    elsewhere = replace(LEDGER, meetings=(Meeting("7", date(2030, 9, 4), "x.md", ""),))
    names = [uid(action, LEDGER, SOCIETY), uid(action, LEDGER, Committee(name="Rowing club")), uid(action, LEDGER, Committee())]
    names += [uid(action, elsewhere, Committee()), uid(LEDGER.actions[1], LEDGER, SOCIETY)]
    assert len(set(names)) == 5
    assert uid(replace(action, text="other words", due=None), LEDGER, SOCIETY) == names[0]


@pytest.mark.parametrize("day", [date.min, date(999, 1, 1), date.max])
def test_the_first_and_the_last_day_can_be_exported(day: date) -> None:
    action = Action("A7.1", "VH to sow", "7", due=day, closed=day, status=Status.DONE)
    ledger = Ledger((Meeting("7", day, "minutes/7.md", ""),), (), (action,))
    rows = (Row(action, None),)
    (event,) = events(ics.due_days(rows, ledger, SOCIETY, TODAY))
    assert event.decoded("dtstart") == day
    (task,) = json.loads(as_taskwarrior(rows, ledger, SOCIETY, TODAY))
    assert re.fullmatch(r"\d{8}T\d{6}Z", task["due"])
    assert last_change(action, ledger, TODAY) == day
    assert openpyxl.load_workbook(io.BytesIO(as_xlsx(rows, ledger, "x", TODAY))).active is not None


# --- workbooks and CSV -------------------------------------------------------------------------------------------


def test_a_workbook_is_read_back_with_days_as_days_and_texts_as_texts() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(ROWS, LEDGER, "Allotment Society", TODAY)))
    sheet = book["Actions"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:L{len(ROWS) + 1}")
    assert [cell.value for cell in sheet[1]][:6] == ["Id", "Status", "Due", "Days late", "Owners", "Action"]
    assert all(sheet.column_dimensions[letter].width > 8 for letter in "ABCDEFGHIJKL")
    assert book.properties.title == "Allotment Society"
    for row, cells in zip(ROWS, sheet.iter_rows(min_row=2), strict=True):
        action = row.action
        assert (cells[0].value, cells[1].value, cells[3].value) == (action.id, str(action.status), row.days_late)
        assert isinstance(cells[2].value, datetime)
        assert cells[2].value.date() == action.due
        assert cells[2].number_format == "yyyy-mm-dd"
        assert (cells[5].value, cells[5].data_type) == (clean(action.text), "s")
        assert {cell.data_type for cell in cells} <= {"s", "d", "n"}
        assert all(cell.hyperlink is None for cell in cells)


def test_a_workbook_is_the_same_bytes_and_cuts_what_no_cell_holds() -> None:
    ledger, rows = only("x\x1b" * 10_000)
    data = as_xlsx(rows, ledger, "x", TODAY)
    assert as_xlsx(rows, ledger, "x", TODAY) == data
    value = openpyxl.load_workbook(io.BytesIO(data))["Actions"]["F2"].value
    assert isinstance(value, str)
    assert (len(value), value[-1]) == (32_767, "…")


@given(WORDS)
def test_no_text_is_a_formula(text: str) -> None:
    ledger, rows = only(text)
    cell = openpyxl.load_workbook(io.BytesIO(as_xlsx(rows, ledger, text, TODAY)))["Actions"]["F2"]
    assert (cell.value, cell.data_type) == (clean(text), "s")
    (_, read) = csv.reader(io.StringIO(as_csv(rows), newline=""))
    assert read[5].removeprefix("'") == clean(text).removeprefix("'")
    assert read[5].lstrip()[:1] not in tuple("=+-@＝＋－＠")


# --- lists of tasks ----------------------------------------------------------------------------------------------


TOKEN = re.compile(r"(?<!\S)(?:[@+]\S|[A-Za-z][\w-]*:(?!//)\S)\S*")


def test_a_line_of_todotxt_holds_no_context_project_or_key_but_ours() -> None:
    lines = as_todotxt(ROWS, LEDGER, SOCIETY).split("\n")
    assert lines.pop() == ""
    for row, line in zip(ROWS, lines, strict=True):
        action = row.action
        mine = TOKEN.findall(line)
        assert mine[-1] == f"id:{action.id}"
        assert [t for t in mine if t[0] == "+"] == ["+Allotment_Society"]
        assert len([t for t in mine if t[0] == "@"]) == len(action.owners)
        assert [t for t in mine if ":" in t and t[0] not in "@+"][:1] == [f"due:{action.due}"]
        begins = {Status.OPEN: "2030-09-03 ", Status.DONE: "x 2031-03-01 2030-09-03 ", Status.DROPPED: "x 2031-03-01 2030-09-03 "}
        assert line.startswith(begins[action.status])
        words = re.sub(r"(?<!\S)([@+]+) |(?<!\S)([A-Za-z][\w-]*: )", lambda m: m[0].rstrip(), line)
        assert "".join(clean(action.text).split()) in "".join(words.split())


@pytest.mark.parametrize("text", ["x done", "(A) first", "2031-01-01 on", "x"])
def test_a_line_without_dates_begins_with_no_mark_of_todotxt(text: str) -> None:
    action = Action("A9.1", text, "9")
    assert as_todotxt((Row(action, None),), Ledger(), Committee()) == f"A9.1 {text} id:A9.1\n"
    done = replace(action, status=Status.DONE)
    assert as_todotxt((Row(done, None),), Ledger(), Committee()) == f"x A9.1 {text} id:A9.1\n"


@given(WORDS)
def test_no_text_breaks_a_line_of_todotxt(text: str) -> None:
    ledger, rows = only(text)
    line = as_todotxt(rows, ledger, SOCIETY)
    assert line.count("\n") == 1
    assert line.splitlines() == [line[:-1]]
    assert line.endswith(" @VH +Allotment_Society due:2031-04-04 id:A7.3\n")


def test_tasks_of_taskwarrior_have_what_its_format_asks_for() -> None:
    tasks = json.loads(as_taskwarrior(ROWS, LEDGER, SOCIETY, TODAY))
    assert len({task["uuid"] for task in tasks}) == len(HOSTILE)
    for row, task in zip(ROWS, tasks, strict=True):
        action = row.action
        assert task["status"] == {Status.OPEN: "pending", Status.DONE: "completed", Status.DROPPED: "deleted"}[action.status]
        assert task["description"] == " ".join(clean(action.text).split())
        assert ("end" in task) == (action.status is not Status.OPEN)
        assert all(re.fullmatch(r"[^\W\d]\w*", tag) for tag in task["tags"])
        dates = [task[key] for key in ("entry", "modified", "due", "end") if key in task]
        assert all(re.fullmatch(r"\d{8}T\d{6}Z", day) for day in dates)
        assert task["annotations"] == [
            {"entry": task["entry"], "description": f"{action.id}, raised at meeting 7, on 2030-09-03 (minutes/2030-09-03.md)"}
        ]
    assert tasks[0]["due"] == "20310402T225959Z"  # the end of 2 April in London


def test_without_a_time_zone_a_task_is_due_at_noon_and_owners_are_no_tags_of_taskwarriors_own() -> None:
    action = Action("A7.1", "to sow", "7", due=date(2031, 4, 2), owners=("DUE", "9a", "Web team", "AHR", "Web team"))
    (task,) = json.loads(as_taskwarrior((Row(action, None),), LEDGER, Committee(), TODAY))
    assert task["due"] == "20310402T120000Z"
    assert task["tags"] == ["owner_DUE", "owner_9a", "Web_team", "AHR"]
    assert "project" not in task


# --- JSON and HTML -----------------------------------------------------------------------------------------------


def test_json_lines_are_the_actions_of_the_document() -> None:
    document = json.loads(as_json(ROWS, TODAY, {}, (), LEDGER.meetings))
    lines = as_json_lines(ROWS, (), LEDGER.meetings).splitlines()
    assert [json.loads(line) for line in lines] == document["actions"]
    assert [json.loads(line)["text"] for line in lines] == list(HOSTILE)


class Page(HTMLParser):
    """What a page of HTML holds: its tags with their attributes, and the texts of its cells."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[tuple[str, tuple[str, ...]]] = set()
        self.cells: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add((tag, tuple(name for name, _ in attrs)))
        if tag in ("td", "th", "caption", "h1", "title"):
            self.cells.append("")

        self.inside = tag in ("td", "th", "caption", "h1", "title", "time")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag == "time"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data


def test_a_page_holds_only_our_tags_and_every_text_as_text() -> None:
    page = Page()
    page.feed(as_html(ROWS, HOSTILE[70], HOSTILE[100], {"grep": list(HOSTILE), "owner": ["<script>"]}, TODAY))
    assert {tag for tag, _ in page.tags} == {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "table", "caption", "thead", "tbody", "tr", "th", "td", "time")
    }
    assert {name for _, names in page.tags for name in names} == {"lang", "charset", "http-equiv", "content", "name", "scope", "class", "datetime"}
    assert {clean(text) for text in HOSTILE} - set(page.cells) == set()


@given(WORDS)
def test_no_text_is_a_tag(text: str) -> None:
    rows = only(text)[1]
    plain, page = Page(), Page()
    plain.feed(as_html(only("x")[1], "x", "x", {"grep": ["x"]}, TODAY))
    page.feed(as_html(rows, text, text, {"grep": [text]}, TODAY))
    assert page.tags == plain.tags
    assert page.cells.count(clean(text)) >= 1
