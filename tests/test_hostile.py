"""Whatever minutes, ledger and command line hold, output is text: every verb and format, on a pipe and on a terminal."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import select
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hostile import HOSTILE
from markdown_it import MarkdownIt

from conftest import Build, Run
from tcsg.ledger.canonical import dump_ledger
from tcsg.model import Action, ByHand, Ledger, Meeting, Person, Status
from tcsg.output.text import cell, clean

LEDGER = "minutes/ledger.yaml"
DAY = date(2031, 3, 4)
TODAY = {"TCSG_TODAY": "2031-06-01"}
IDS = tuple(f"A7.{n}" for n in range(1, len(HOSTILE) + 1))

UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad\u180e\ufff9-\ufffb\u3164\U000e0000-\U000e007f]"
)
BAR = re.compile(r"\x1b\[(\?25[lh]|[0-9]*[AK])|\r(?!\n)")
"""What moves the cursor of a bar, which a slow machine shows."""
SGR = re.compile(r"\x1b\[[0-9;]*m")
BAR = re.compile(r"\x1b\[\?25l(?:Reading minutes|Following actions) .*?\x1b\[\?25h\r\x1b\[1A\x1b\[2K", re.DOTALL)
COMMAND = re.compile(r"^\s*(::|##\[)", re.MULTILINE)

VERBS = tuple(
    words.split("⏎")
    for words in (
        "",
        *(f"actions⏎--status⏎all⏎--format⏎{f}" for f in ("table", "plain", "json", "csv", "md")),
        *(f"export⏎--status⏎all⏎--format⏎{f}" for f in ("json", "jsonl", "csv", "ics", "todotxt", "taskwarrior", "md", "html")),
        "export⏎--format⏎html⏎--grep⏎\x1b[31m<script>",
        "export⏎--format⏎ics⏎--meetings",
        *(f"remind⏎--format⏎{f}" for f in ("text", "md")),
        "remind⏎VH⏎--format⏎eml⏎--from⏎[/] \x1b[1m <vh@x.example>",
        "remind⏎--from⏎\x1b[31m::error::",
        "actions⏎--owner⏎<script>",
        "actions⏎--grep⏎\x1b[31m",
        f"show⏎{'⏎'.join(IDS)}",
        "show⏎7.1⏎--json",
        "show⏎\x1b[31m::error::",
        "carry⏎--dry-run",
        *(f"check⏎--level⏎info⏎--exit-zero⏎--format⏎{f}" for f in ("text", "json", "github", "gitlab", "junit")),
        *(f"people⏎--format⏎{f}" for f in ("table", "plain", "json")),
        *(f"meetings⏎--format⏎{f}" for f in ("table", "plain", "json")),
        *(f"extract⏎minutes/2031-03-04.md⏎--format⏎{f}" for f in ("table", "plain", "json")),
        "why⏎minutes/2031-03-04.md:12",
        "extract⏎::error::\x1b[2J.md",
        "review",
        "explain⏎\x9b31m",
        "guide⏎\u202ex",
        "\x1b]0;x\x07",
        "done⏎7.3⏎--why⏎\x1b[31m[/]",
        "note⏎7.4⏎[x]⏎\u202e::error::a",
        "drop⏎7.5⏎--why⏎::stop-commands::a",
        "assign⏎7.6⏎\x1b[1m⏎[/]",
        "add⏎VH⏎to⏎[/b]⏎\x9b2J⏎::error::a",
        "undo",
        "resolve",
        "check⏎--against⏎\x1b[31m",
        "check⏎--select⏎::error::",
        "init",
    )
)


def hostile_workspace(build: Build) -> Path:
    """A committee whose every word is hostile: minutes, ledger and register."""
    bullets = "".join(f"- {text} (VH)\n" for text in HOSTILE[::3] if not re.search("[\x00\n]", text))
    quoted = json.dumps("\x1b[31m::error::a\u202e[/]")
    head = (
        f"---\nmeeting: 1\ndate: {DAY}\ncommittee: {quoted}\npresent:\n- {quoted}\n- Vera Hall (VH)\n---\n\n## ::error::a \x1b[1m\n\n## Actions\n\n"
    )
    actions = tuple(_action(i, text) for i, text in zip(IDS, HOSTILE, strict=True))
    meeting = Meeting("7", date(2030, 9, 3), "minutes/gone\x1b[2J::.md", "", (Person("[/] \x1b[31mVera\u202e", "VH"), Person("::error::a")))
    register = f"name: {quoted}\nmembers:\n  VH: {quoted}\ngroups: {{{quoted}: [VH]}}\n"
    files = {"minutes/2031-03-04.md": head + bullets, LEDGER: dump_ledger(Ledger((meeting,), (), actions)), "minutes/committee.yaml": register}
    return build(files)


def _action(action_id: str, text: str) -> Action:
    entries = (ByHand(date(2030, 9, 3), added=text, owners=(text, "VH"), due="2031-04-01"), ByHand(DAY, note=text, why=text))
    return Action(action_id, text, "7", Status.OPEN, date(2031, 4, 1), text, (text, "VH"), by_hand=entries)


@pytest.fixture
def home(workspace: Build) -> Path:
    return hostile_workspace(workspace)


def _name(words: list[str]) -> str:
    return clean(" ".join(words))[:60] or "bare"


@pytest.mark.parametrize("words", VERBS, ids=_name)
def test_on_a_pipe_every_text_is_only_text(words: list[str], home: Path, tcsg: Run) -> None:
    result = tcsg(*(word for word in words if word), cwd=home, env={**TODAY, "GITHUB_ACTIONS": "true", "COLUMNS": "40"})
    assert result.code in (0, 2), result.err[-300:]
    assert "Traceback" not in result.err
    allowed = "\t" if "plain" in words or words[0] in ("actions", "people", "meetings", "extract") else ""
    out = result.out.replace("\r\n", "\n") if {"csv", "ics", "eml"} & set(words) else result.out
    for stream in (out.replace(allowed or "\0", ""), result.err):
        found = UNSAFE.search(stream)
        assert found is None, ascii(stream[max(0, found.start() - 60) : found.end() + 20])
    ours = r"^::(error|warning|notice)( file=[^:]*)?::" if "check" in words else "(?!)"
    for line in (result.out + result.err).split("\n"):
        assert not COMMAND.match(line) or re.match(ours, line), line


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
@pytest.mark.parametrize("words", VERBS, ids=_name)
def test_on_a_terminal_every_escape_is_ours(words: list[str], home: Path) -> None:
    code, out = on_terminal(home, [word for word in words if word])
    assert code in (0, 2), ascii(out[-300:])
    assert "Traceback" not in out
    plain = SGR.sub("", BAR.sub("", out)).replace("\r\n", "\n")
    if any(f in words for f in ("plain", "csv", "ics", "eml")):
        plain = plain.replace("\t", "").replace("\r", "")
    found = UNSAFE.search(plain)
    assert found is None, ascii(plain[max(0, found.start() - 60) : found.end() + 20])


def on_terminal(home: Path, words: list[str], typed: bytes = b"q\n", columns: int = 100) -> tuple[int, str]:
    """Run the program on a terminal of its own; the exit code and all that it showed, without the bar that a busy machine brings."""
    import pty

    ours, its = pty.openpty()
    env = {**os.environ, **TODAY, "COLUMNS": str(columns), "TERM": "xterm-256color"}
    with subprocess.Popen([sys.executable, "-m", "tcsg", *words], cwd=home, env=env, stdin=its, stdout=its, stderr=its, close_fds=True) as program:
        os.close(its)
        os.write(ours, typed)
        shown = b""
        with suppress(OSError):  # the system's way to say that the other end is closed
            while select.select([ours], [], [], 120)[0] and (part := os.read(ours, 65536)):
                shown += part
        program.kill()
    os.close(ours)
    return program.returncode, BAR.sub("", shown.decode("utf-8", "replace"))


# --- what is shown is what is there -----------------------------------------------------------------------------


def test_plain_lines_and_json_tell_every_text(home: Path, tcsg: Run) -> None:
    lines = tcsg("actions", "--status", "all", "--format", "plain", cwd=home, env=TODAY).out.splitlines()
    shown = {line.split("\t")[0]: line.split("\t")[5] for line in lines}
    told = {a["id"]: a["text"] for a in json.loads(tcsg("actions", "--status", "all", "--format", "json", cwd=home, env=TODAY).out)["actions"]}
    for i, text in zip(IDS, HOSTILE, strict=True):
        assert shown[i] == cell(text)
        assert told[i] == text


def test_a_table_shows_brackets_and_emoji_codes_as_they_are(home: Path) -> None:
    _, out = on_terminal(home, ["actions", "--status", "all"], columns=200)
    shown = " ".join(SGR.sub("", out).split())
    for text in HOSTILE:
        words = clean(text).strip()
        if len(words) < 40 and "  " not in words and words.isascii():
            assert f"VH {words}" in shown or words in shown, ascii(text)


def test_csv_is_read_back_and_no_cell_is_a_formula(home: Path, tcsg: Run) -> None:
    rows = list(csv.reader(io.StringIO(tcsg("actions", "--status", "all", "--format", "csv", cwd=home, env=TODAY).out, newline="")))
    assert {len(row) for row in rows} == {6}
    texts = {row[0]: row[5] for row in rows[1:]}
    for i, text in zip(IDS, HOSTILE, strict=True):
        assert texts[i].removeprefix("'") == clean(text).removeprefix("'")
        assert texts[i].lstrip()[:1] not in tuple("=+-@＝＋－＠")


def test_markdown_is_a_table_without_markup(home: Path, tcsg: Run, tmp_path: Path) -> None:
    page = tcsg("actions", "--status", "all", "--format", "md", cwd=home, env=TODAY).out
    tcsg("check", "--exit-zero", "--summary", str(tmp_path / "summary.md"), cwd=home, env=TODAY)
    for text in (page, (tmp_path / "summary.md").read_text("utf-8")):
        tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
        inline = [child for token in tokens for child in token.children or ()]
        assert sum(token.type == "table_open" for token in tokens) == len(re.findall(r"^\|[ :|-]+\|$", text, re.MULTILINE)) > 0
        assert {token.type for token in tokens} & {"html_block", "fence", "code_block"} == set()
        assert {child.type for child in inline} <= {"text", "text_special"}
        assert "@" not in text
    cells = [token.children for token in MarkdownIt("commonmark").enable("table").parse(page) if token.type == "inline"]
    shown = {"".join(child.content for child in cell or ()).strip() for cell in cells}
    for text in HOSTILE:
        assert clean(text).strip() in shown, ascii(text)


def test_junit_and_gitlab_reports_are_whole_documents(home: Path, tcsg: Run) -> None:
    suites = ET.fromstring(tcsg("check", "--exit-zero", "--format", "junit", cwd=home, env=TODAY).out)  # noqa: S314 - our own text
    assert len(suites.findall(".//failure")) >= len(HOSTILE)
    listed = json.loads(tcsg("check", "--exit-zero", "--format", "gitlab", cwd=home, env=TODAY).out)
    assert len(listed) >= len(HOSTILE)


def test_what_is_asked_at_the_keyboard_is_shown_safely(workspace: Build) -> None:
    home = workspace(
        {"minutes/2031-03-04.md": "---\nmeeting: 1\ndate: 2031-03-04\npresent: {VH: Vera Hall}\n---\n\n## Next steps\n\n- think \x1b[31m about it\n"}
    )
    code, out = on_terminal(home, ["review"], typed=b"e\n\nq\n")
    assert code == 0
    assert not UNSAFE.search(SGR.sub("", out).replace("\r\n", "\n").replace("^D\b\b", ""))


# --- paths and names ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "C:\\x", "//host/x", "minutes/../../x.md", "a\nb"])
def test_a_path_named_in_a_ledger_is_never_opened(path: str, workspace: Build, tcsg: Run) -> None:
    ledger = Ledger((Meeting("1", DAY, path, "0" * 64),), (), (Action("A1.1", "VH to sow", "1", seen=("1",)),))
    home = workspace({LEDGER: dump_ledger(ledger)})
    opened: list[str] = []
    sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" and watching else None)
    watching = True
    for words in (["actions"], ["show", "1.1"], ["carry", "-q"], ["check", "--exit-zero"], ["people"]):
        assert tcsg(*words, cwd=home, env=TODAY).code == 0
    watching = False
    assert any(name.endswith("ledger.yaml") for name in opened)
    assert not any("passwd" in name or name in (path, str(home / path), "C:\\x") for name in opened)


NAMES = ("a\nb.md", "a:1.md", "a,b.md", "a%0Ab.md", "a b.md", "-a.md", "::error::a.md", "a\x1b[2J.md", "a\u202e.md", "'a'.md", "$(a).md", "[x].md")


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any characters")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_read_and_told_safely(name: str, workspace: Build, tcsg: Run) -> None:
    text = "---\nmeeting: 1\ndate: 2031-03-04\n---\n\n## Actions\n\n- to sow by 1 April 2031\n"
    home = workspace({f"minutes/{name}": text})
    github = {**TODAY, "GITHUB_ACTIONS": "true"}
    assert tcsg("carry", "-q", cwd=home, env=TODAY).code == 0
    for form in ("text", "json", "github", "gitlab", "junit"):
        result = tcsg("check", "--exit-zero", "--format", form, cwd=home, env=github)
        assert result.code == 0
        assert not UNSAFE.search(result.out)
    properties = tcsg("check", "--exit-zero", "--format", "github", cwd=home, env=github).out.splitlines()
    assert all(re.match(r"::(error|warning|notice) file=[^:,\n]*,line=\d+,title=[^:,\n]*::", line) for line in properties)
    assert tcsg("extract", "--", name, cwd=home / "minutes", env=TODAY).code == 0
    assert not UNSAFE.search(tcsg("meetings", "--format", "table", cwd=home, env=TODAY).out)


@pytest.mark.skipif(sys.platform != "linux", reason="devices of Linux")
def test_a_device_a_pipe_and_a_loop_among_the_minutes_hold_nobody_up(workspace: Build, tcsg: Run) -> None:
    home = workspace({"minutes/2031-03-04.md": "---\ndate: 2031-03-04\n---\n"})
    (home / "minutes/zero.md").symlink_to("/dev/zero")
    (home / "minutes/loop.md").symlink_to("pool.md")
    (home / "minutes/pool.md").symlink_to("loop.md")
    os.mkfifo(home / "minutes/pipe.md")
    began = time.process_time()
    assert tcsg("carry", "-q", cwd=home, env=TODAY).code == 0
    assert time.process_time() - began < 5
    assert tcsg("extract", "minutes/pipe.md", "minutes/zero.md", "minutes/loop.md", cwd=home, env=TODAY).code == 2
