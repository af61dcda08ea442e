"""Links from places on a terminal to the editor: where the terminal takes them, and nowhere else."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from society import FIRST, MARCH
from test_hostile import on_terminal

from conftest import Build, Run
from tcsg.cli.jump import jump_to, takes_links
from tcsg.cli.terminal import Terminal
from tcsg.errors import UsageError

LINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b]+)\x1b\\(.*?)\x1b\]8;;\x1b\\", re.DOTALL)
SHOWN = re.compile(r"\x1b\[[0-9;]*m")
SCREEN = Terminal(interactive=True, width=100, color=True)


@pytest.mark.parametrize(
    ("env", "takes"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "alacritty"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "6800"}, True),
        ({"WT_SESSION": "1"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "5000"}, False),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "vscode"}, False),
        ({"TERM": "screen", "VTE_VERSION": "6800"}, False),
        ({"TERM": "dumb", "WT_SESSION": "1"}, False),
        ({}, False),
    ],
)
def test_links_are_for_terminals_that_are_known_to_take_them(env: dict[str, str], takes: bool) -> None:
    assert takes_links(env) is takes


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("file", r"file://[^/]*/home/a%20b/minutes/1\.md"),
        ("kitty", r"file://[^/]*/home/a%20b/minutes/1\.md#7"),
        ("vscode", r"vscode://file/home/a%20b/minutes/1\.md:7"),
        ("emacs://{path}?{line}", r"emacs:///home/a%20b/minutes/1\.md\?7"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
def test_the_switch_names_a_form_or_is_one(asked: str, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TCSG_HYPERLINK", asked)
    jump = jump_to(Path("/home/a b"), SCREEN)
    assert jump is not None
    assert re.fullmatch(address, jump("minutes/1.md", 7))


def test_the_switch_turns_links_off_and_an_unknown_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-kitty")
    monkeypatch.setenv("TCSG_HYPERLINK", "none")
    assert jump_to(Path(), SCREEN) is None
    monkeypatch.setenv("TCSG_HYPERLINK", "vim")
    with pytest.raises(UsageError, match="file, kitty, vscode, cursor, textmate and none"):
        jump_to(Path(), SCREEN)


@pytest.fixture
def root(workspace: Build, tcsg: Run) -> Path:
    root = workspace({MARCH: FIRST})
    assert tcsg("carry", "-q", cwd=root).code == 0
    return root


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
@pytest.mark.parametrize("words", ["show A31.1", "check --level info", f"extract {MARCH}", "actions"])
def test_places_on_a_terminal_lead_to_their_lines(words: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM_PROGRAM", "vscode")
    _, out = on_terminal(root, words.split())
    links = LINK.findall(out)
    assert links
    for address, shown in links:
        place = SHOWN.sub("", shown).strip()
        line = 1 if words == "actions" else int(place.rpartition(":")[2])
        assert address == f"vscode://file{(root / MARCH).as_posix()}:{line}"
    plain = LINK.sub(r"\2", out)
    assert "\x1b]8" not in plain
    monkeypatch.setenv("TCSG_HYPERLINK", "none")
    assert on_terminal(root, words.split())[1] == plain


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
@pytest.mark.parametrize("words", ["show A31.1 --color never", "check --level info --color never"])
def test_no_color_is_no_link(words: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "vscode")
    assert "\x1b]8" not in on_terminal(root, words.split())[1]


@pytest.mark.parametrize("words", ["show A31.1", "check --level info", f"extract {MARCH}", "actions --format table", "show A31.1 --color always"])
def test_what_is_piped_has_no_links(words: str, root: Path, tcsg: Run) -> None:
    env = {"TERM": "xterm-kitty", "TERM_PROGRAM": "vscode", "TCSG_HYPERLINK": "file"}
    assert "\x1b]8" not in tcsg(*words.split(), cwd=root, env=env).out
