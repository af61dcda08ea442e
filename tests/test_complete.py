"""What the Tab key offers in bash, zsh and fish: quick, safe, and never a traceback."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from society import FIRST, LEDGER, MARCH

from conftest import Build, Run

SHELLS = ("bash", "zsh", "fish")
SPY = "import json, sys; from tcsg.cli import main; code = main([]); sys.stderr.write(json.dumps(sorted(sys.modules))); sys.exit(code)"


@pytest.fixture(autouse=True)
def _settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TCSG_TODAY", "2031-03-20")


@pytest.fixture
def root(workspace: Build, tcsg: Run) -> Path:
    root = workspace({MARCH: FIRST + "- The whole board to weed the paths.\n\n## Notes\n\nDone.\n"})
    tcsg("carry", cwd=root)
    tcsg("assign", "31.4", "The whole board", cwd=root)
    tcsg("done", "31.3", cwd=root)
    return root


def _asked(shell: str, line: str) -> dict[str, str]:
    """What a shell's script says in the environment when Tab is pressed at the end of `line`."""
    if shell == "bash":
        words = line.split(" ")
        return {"_TCSG_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    return {"_TCSG_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}


def _offers(tcsg: Run, shell: str, line: str, root: Path) -> list[str]:
    """The words that are offered, without their descriptions."""
    code, out, err = tcsg(cwd=root, env=_asked(shell, line))
    assert (code, err) == (0, "")
    if shell == "zsh":
        body = out.strip().removeprefix("_arguments '*: :((").removesuffix("))'")
        return [] if body == "_files" else [offer.split('"')[1] for offer in body.splitlines()]
    return [offer.split("\t")[0] for offer in out.strip().splitlines()]


OFFERED = [
    ("tcsg ca", ["carry"]),
    ("tcsg actions --overd", ["--overdue"]),
    ("tcsg actions --owner ", ["VH", "RL", "TO", "IB", "The whole board"]),
    ("tcsg actions --owner r", ["rL", "rosa Lind"]),
    ("tcsg assign 31.1 Ros", ["Rosa Lind"]),
    ("tcsg people T", ["TO", "The whole board", "Tom Okoro"]),
    ("tcsg done A31", ["A31.1", "A31.2", "A31.4"]),
    ("tcsg done a31.1 31.", ["31.1", "31.2", "31.4"]),
    ("tcsg done --on 2031-03-20 3", ["31.1", "31.2", "31.4"]),
    ("tcsg due a31.", ["a31.1", "a31.2", "a31.4"]),
    ("tcsg reopen ", ["A31.3"]),
    ("tcsg show A31.3", ["A31.3"]),
    ("tcsg note A31.3", ["A31.3"]),
    ("tcsg actions --meeting ", ["31"]),
    ("tcsg drop --meeting 2031-0", ["2031-03-04"]),
    ("tcsg actions --status d", ["done", "dropped"]),
    ("tcsg check --ignore unm", ["unminuted"]),
    ("tcsg explain min", ["minutes-gone"]),
    ("tcsg guide first", ["first-steps"]),
]


@pytest.mark.parametrize(("line", "words"), OFFERED, ids=[line for line, _ in OFFERED])
@pytest.mark.parametrize("shell", SHELLS)
def test_the_tab_key_offers_what_can_stand_there(root: Path, tcsg: Run, shell: str, line: str, words: list[str]) -> None:
    offers = [offer.replace("\\ ", " ") for offer in _offers(tcsg, shell, line, root)]
    assert offers[: len(words)] == words
    assert len(offers) == len(words) or line.endswith((" ca", "unm", "min"))  # where others may come one day


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_ids_come_with_their_words_and_owners_with_their_names(root: Path, tcsg: Run, shell: str) -> None:
    assert "TO to mend the pump by 14 March." in tcsg(cwd=root, env=_asked(shell, "tcsg done ")).out
    assert "Tom Okoro" in tcsg(cwd=root, env=_asked(shell, "tcsg actions --owner ")).out
    assert "2031-03-04" in tcsg(cwd=root, env=_asked(shell, "tcsg actions --meeting ")).out


@pytest.mark.parametrize("line", ["tcsg -C committee done ", "tcsg done -C committee "])
def test_another_folder_that_is_named_counts(root: Path, tcsg: Run, line: str) -> None:
    assert _offers(tcsg, "fish", line, root.parent) == ["A31.1", "A31.2", "A31.4"]


def test_in_bash_a_space_within_a_word_is_escaped(root: Path, tcsg: Run) -> None:
    assert _offers(tcsg, "bash", "tcsg people Th", root) == [r"The\ whole\ board"]


LINES = [
    "tcsg ",
    "tcsg done ",
    "tcsg actions --owner ",
    "tcsg actions --meeting ",
    "tcsg explain o",
    "tcsg guide ",
    "tcsg nonsense ",
    "tcsg due x y ",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("ledger", [None, b"", b"<<<<<<< HEAD\n", b"\xff\xfe", b"schema: tcsg/ledger/1\nactions: [[\n"], ids=repr)
def test_with_no_ledger_or_a_broken_one_there_is_no_traceback(
    tcsg: Run, workspace: Build, tmp_path: Path, shell: str, line: str, ledger: bytes | None
) -> None:
    root = tmp_path if ledger is None else workspace({LEDGER: ledger})
    code, out, err = tcsg(cwd=root, env=_asked(shell, line))
    assert (code, err) == (0, "")
    assert "Traceback" not in out


HOSTILE = r"TO to $(touch owned) `touch owned` \$(touch owned) \"x\" 'y' [/red] [bold by 14 March"


@pytest.mark.parametrize("shell", SHELLS)
def test_words_of_the_minutes_are_nothing_to_a_shell(workspace: Build, tcsg: Run, shell: str) -> None:
    root = workspace({MARCH: FIRST.replace("TO to mend the pump by 14 March.", HOSTILE)})
    tcsg("carry", cwd=root)
    tcsg("assign", "31.2", "$(touch owned)", cwd=root)
    for line in ("tcsg done ", "tcsg actions --owner "):
        code, out, err = tcsg(cwd=root, env=_asked(shell, line))
        assert (code, err) == (0, "")
        assert not {"$", "`"} & set(out)
        assert shell == "zsh" or not {"\\", "'", '"'} & set(out)
        if shell == "zsh":  # it escapes colons, and quotes each offer
            assert "\\" not in out.replace(r"\\:", "")


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("line", ["tcsg done ", "tcsg actions --owner ", "tcsg actions --meeting ", "tcsg explain ", "tcsg guide "])
def test_an_offer_takes_no_longer_than_a_listing(root: Path, monkeypatch: pytest.MonkeyPatch, shell: str, line: str) -> None:
    for name, value in _asked(shell, line).items():
        monkeypatch.setenv(name, value)
    done = subprocess.run([sys.executable, "-c", SPY], cwd=root, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert done.stdout
    modules = json.loads(done.stderr)
    assert [name for name in ("rich", "yaml", "markdown_it", "frontmatter") if name in modules] == []


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_the_script_for_bash_completes_in_bash(root: Path, tmp_path: Path) -> None:
    program = tmp_path / "tcsg"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tcsg "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = (
        f'export PATH="{tmp_path}:$PATH"; eval "$(_TCSG_COMPLETE=source_bash tcsg)"; '
        'COMP_WORDS=(tcsg done A31); COMP_CWORD=2; _tcsg_completion tcsg; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", script], cwd=root, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert done.stdout == "A31.1 A31.2 A31.4\n"
