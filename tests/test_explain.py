"""Every finding is explained, and the manual is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import tcsg as package
from conftest import Run
from tcsg.checks.check import CODES

GUIDE = Path(package.__file__).parent / "guide"
FINDINGS = sorted(path.stem for path in (GUIDE / "findings").iterdir())
PARTS = ["What", "Why it matters", "How to mend it", "How to silence it"]


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert sorted(CODES) == FINDINGS


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_page_says_what_why_how_to_mend_and_how_to_silence(tcsg: Run, code: str) -> None:
    exit_code, out, err = tcsg("explain", code)
    assert (exit_code, err) == (0, "")
    assert out.startswith(f"# {code}: ")
    parts = {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in out.split("\n## ")[1:]}
    assert list(parts) == PARTS
    assert all(len(text) > 20 for text in parts.values())
    assert f"--ignore {code}" in parts["How to silence it"]


def test_a_code_that_is_none_is_answered_with_the_nearest(tcsg: Run) -> None:
    code, out, err = tcsg("explain", "overdeu")
    assert (code, out, "did you mean overdue?" in err) == (2, "", True)
    assert all(known in tcsg("explain", "xyzzy").err for known in CODES)


def test_the_manual_lists_its_pages_and_shows_each(tcsg: Run) -> None:
    listed = [line.split()[0] for line in tcsg("guide").out.splitlines()]
    assert sorted(listed) == sorted(path.stem for path in GUIDE.glob("*.md"))
    for page in listed:
        out = tcsg("guide", page).out
        assert out.startswith("# ")
        assert "<!--" not in out
        assert len(out) > 200


@pytest.mark.parametrize("typed", ["elephants", "c"])
def test_a_page_that_is_none_or_several_is_answered_with_the_list(tcsg: Run, typed: str) -> None:
    code, out, err = tcsg("guide", typed)
    assert (code, out) == (2, "")
    assert all(name in err for name in ("first-steps", "checks", "commands"))


def test_the_beginning_of_a_page_is_enough(tcsg: Run) -> None:
    assert tcsg("guide", "led").out == tcsg("guide", "ledger").out


@pytest.mark.parametrize("width", [40, 80])
def test_on_a_terminal_a_page_is_set_to_its_width_without_a_background(tcsg: Run, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    from tcsg.cli import guide
    from tcsg.cli.terminal import Terminal

    monkeypatch.setattr(guide, "terminal", lambda _: Terminal(interactive=True, width=width, color=False))
    out = tcsg("guide", "first-steps").out
    assert max(map(len, out.splitlines())) <= width
    assert "```" not in out
    monkeypatch.setattr(guide, "terminal", lambda _: Terminal(interactive=True, width=width, color=True))
    colored = tcsg("guide", "first-steps").out
    assert "\x1b[1m" in colored
    assert not [n for n in (*range(40, 48), *range(100, 108)) if f";{n}m" in colored or f"[{n}m" in colored]


@pytest.mark.parametrize("verb", ["actions", "show", "done", "note", "drop", "reopen", "due", "assign", "people"])
def test_the_help_of_a_verb_gives_an_example(tcsg: Run, verb: str) -> None:
    assert f"For example tcsg {verb} " in " ".join(tcsg(verb, "--help").out.replace("`", "").split())
