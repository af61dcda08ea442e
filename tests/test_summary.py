"""`tcsg summary`: the actions of a meeting, printed or written into its minutes, where they say nothing new."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from make import FIRST, carried
from society import APRIL, MARCH, SECOND
from society import FIRST as MARCH_TEXT
from test_laws import BULLETS

from conftest import Build, Run
from tcsg.ledger.carry import Carried
from tcsg.ledger.summing import told_at
from tcsg.model import Committee, Ledger, Minutes
from tcsg.output.summary import BEGIN, END, place_of, summary, with_summary
from tcsg.reading.minutes import read_minutes
from tcsg.reading.text import decode

SUMMARY = """\
## Summary of actions

### New

- TO to print posters for the open day by 30 April.

### Ongoing

- RL and VH to price a second water butt
"""


@pytest.fixture
def home(workspace: Build, tcsg: Run) -> Path:
    root = workspace({MARCH: MARCH_TEXT, APRIL: SECOND})
    assert tcsg("carry", "-q", cwd=root).code == 0
    return root


def test_it_prints_what_is_new_and_what_goes_on(tcsg: Run, home: Path) -> None:
    assert tcsg("summary", "32", cwd=home) == (0, SUMMARY, "")
    assert tcsg("summary", "2031-04-08", cwd=home).out == SUMMARY


def test_it_tells_how_things_stood_at_the_meeting_whatever_came_later(tcsg: Run, home: Path) -> None:
    assert tcsg("done", "31.2", "--on", "2031-04-20", cwd=home).code == 0
    assert tcsg("assign", "32.1", "VH", "--on", "2031-04-20", cwd=home).code == 0
    assert tcsg("summary", "32", cwd=home).out == SUMMARY


def test_without_a_terminal_it_shows_the_difference_and_writes_only_with_yes(tcsg: Run, home: Path) -> None:
    before = (home / APRIL).read_bytes()
    refused = tcsg("summary", "32", "--write", cwd=home)
    assert (refused.code, (home / APRIL).read_bytes()) == (2, before)
    assert f"+{BEGIN}\n" in refused.out
    written = tcsg("summary", "32", "--write", "--yes", cwd=home)
    assert (written.code, written.out) == (0, refused.out)
    assert (home / APRIL).read_text() == f"{SECOND}\n{BEGIN}\n\n{SUMMARY}\n{END}\n"


def test_once_written_it_changes_nothing_but_hashes_and_is_written_once(tcsg: Run, home: Path) -> None:
    actions = tcsg("show", "31.1", "31.2", "31.3", "32.1", cwd=home).out
    ledger = (home / "minutes" / "ledger.yaml").read_text()
    assert tcsg("summary", "32", "--write", "-y", cwd=home).code == 0
    assert tcsg("carry", cwd=home).out == ""
    now = (home / "minutes" / "ledger.yaml").read_text()
    assert [a for a, b in zip(ledger.splitlines(), now.splitlines(), strict=True) if a != b] == [
        line for line in ledger.splitlines() if f"path: {APRIL}" in line
    ]
    assert tcsg("check", "--select", "summary-differs,owners-differ,due-differs,status-differs", cwd=home).out == ""
    assert actions.count(APRIL) * 2 == tcsg("show", "31.1", "31.2", "31.3", "32.1", cwd=home).out.count(APRIL)
    again = tcsg("summary", "32", "--write", "-y", cwd=home)
    assert again == (0, "", f"{APRIL} has this summary already\n")


def test_what_was_minuted_since_comes_in_and_what_was_struck_goes(tcsg: Run, home: Path) -> None:
    assert tcsg("summary", "32", "--write", "-y", cwd=home).code == 0
    path = home / APRIL
    path.write_text(path.read_text().replace("- TO to print posters for the open day by 30 April.\n", "- VH to hire a tent.\n", 1))
    assert tcsg("summary", "32", "--write", "-y", cwd=home).code == 0
    assert (path.read_text().count("hire a tent"), path.read_text().count("posters")) == (2, 0)


@pytest.mark.parametrize("marks", [(BEGIN,), (END,), (END, BEGIN), (BEGIN, BEGIN, END)])
def test_a_mark_without_the_other_is_an_error_at_its_line(tcsg: Run, home: Path, marks: tuple[str, ...]) -> None:
    path = home / APRIL
    path.write_text(SECOND + "\n" + "\n\n".join(marks) + "\n")
    before = path.read_bytes()
    result = tcsg("summary", "32", "--write", "-y", cwd=home)
    assert (result.code, path.read_bytes()) == (2, before)
    assert result.err.startswith(f"{APRIL}:")


def test_a_meeting_there_is_none_of_is_refused(tcsg: Run, home: Path) -> None:
    assert tcsg("summary", "99", cwd=home).err.startswith("there is no meeting '99'")


def test_a_meeting_without_open_actions_has_an_empty_summary(tcsg: Run, workspace: Build) -> None:
    home = workspace({MARCH: "# Meeting\n\nNobody came.\n"})
    assert tcsg("summary", "2031-03-04", "--write", "-y", cwd=home).code == 0
    assert "None.\n" in (home / MARCH).read_text()
    assert tcsg("actions", "--status", "all", cwd=home).out == ""


# --- the bytes around it -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("tail", ["", "\n", "\n\n", "  "])
def test_everything_else_in_the_file_stays(mark: str, encoding: str, ending: str, tail: str) -> None:
    if encoding != "utf-8" and not mark:
        return
    text = f"{mark}# Übung\n\n- AB to go.{tail}".replace("\n", ending)
    once = with_summary(text.encode(encoding), "## S\n\n- AB to go.\n", "m.md")
    assert once.startswith(text.encode(encoding))
    said = once.decode(encoding)
    assert said.endswith(f"- AB to go.\n\n{END}\n".replace("\n", ending))
    assert said.count("\r\n") == (said.count("\n") if ending == "\r\n" else 0)
    assert with_summary(once, "## S\n\n- AB to go.\n", "m.md") == once


@given(
    before=st.text(alphabet="a\n\r -#", max_size=20), after=st.text(alphabet="a\n\r -#", max_size=20), words=st.sampled_from(("one\n", "one\ntwo\n"))
)
def test_what_stands_before_and_after_a_summary_stays(before: str, after: str, words: str) -> None:
    old = f"{before}\n{BEGIN}\nold\n{END}\n{after}"
    new = with_summary(old.encode(), words, "m.md").decode()
    assert new.startswith(f"{before}\n{BEGIN}")
    assert new.endswith((f"{END}\n{after}", f"{END}\r\n{after}"))
    lines = place_of(new, "m.md")
    assert [new.split("\n")[n - 1].strip() for n in (lines.start, lines.stop - 1)] == [BEGIN, END]


# --- the law -----------------------------------------------------------------------------------------------------


def facts(result: Carried) -> Ledger:
    return replace(result.ledger, meetings=tuple(replace(m, sha256="") for m in result.ledger.meetings))


def read(data: bytes, path: str) -> Minutes:
    return read_minutes(decode(data, path), path, sha256(data).hexdigest(), Committee())


@example([["[x] KK to paint the attic before the winter", "KK to paint the attic before the winter"]], "- ")
@example([["PB to book the ferry"] * 2, ["PB to book the ferry", "PB to book the ferry."]], "- ")
@given(st.lists(st.lists(BULLETS, max_size=5), min_size=1, max_size=3), st.sampled_from(("- ", "* ", "ACTION: ", "- [ ] ")))
@settings(max_examples=100)
def test_a_written_summary_is_read_as_what_the_minutes_say_already(meetings: list[list[str]], lead: str) -> None:
    told: list[bytes] = []
    for number, listed in enumerate(meetings, 1):
        bullets = [b.removeprefix("[x] ") for b in listed] if lead in ("ACTION: ", "- [ ] ") else listed
        head = f"---\nmeeting: {number}\ndate: {FIRST + timedelta(weeks=4 * number)}\npresent: {{KK: Kim Kato, PB: Pat Bell}}\n---\n"
        body = "".join(f"{lead}{b}\n" + ("\n" if lead[0] == "A" else "") for b in bullets)
        told.append(f"{head}# Notes\n\nThe roof was talked about at length.\n\n## 1. Attic\n\n**Actions:**\n\n{body}".encode())
    minutes = [read(data, f"minutes/{n}.md") for n, data in enumerate(told)]
    before = carried(minutes)
    for n, (data, one) in enumerate(zip(told, minutes, strict=True)):
        text = summary(told_at(str(n + 1), before.ledger, before.links, Committee()), one, Committee())
        amended = read(with_summary(data, text, one.path), one.path)
        assert facts(carried([*minutes[:n], amended, *minutes[n + 1 :]], before.ledger)) == facts(before)
        assert all(m.restates for m in amended.mentions[len(one.mentions) :])
