"""What is too large is refused at its place, with the setting that allows it, and costs neither time nor memory."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conftest import Build, Run

HEAD = "---\nmeeting: 1\ndate: 2031-03-04\n---\n\n## Actions\n\n"
PATH = "minutes/2031-03-04.md"
TOO_LARGE = {
    "bytes": (HEAD + "x" * 5_000_000, 1, "Larger than 5 MB, the limit"),
    "lines": (HEAD + "\n" * 50_000, 50_001, "More than 50,000 lines, the limit"),
    "an action": (HEAD + "- VH to sow " + "beans and " * 1_000 + "peas\n", 8, "an action of 10,016 characters, more than 10,000, the limit"),
}
SETTING = {"bytes": "minutes_mb: 6", "lines": "minutes_lines: 60000", "an action": "action_characters: 20000"}


@pytest.mark.parametrize("name", TOO_LARGE)
def test_minutes_beyond_a_limit_are_refused_at_their_line_unless_it_is_set(name: str, workspace: Build, tcsg: Run) -> None:
    text, line, said = TOO_LARGE[name]
    home = workspace({PATH: text})
    for words in (["carry"], ["check"], ["extract", PATH]):
        code, _, err = tcsg(*words, cwd=home)
        assert code == 2
        assert err.startswith(f"{PATH}:{line}: {said}")
        assert "`limits" in err
    assert not (home / "minutes/ledger.yaml").exists()
    workspace({"minutes/committee.yaml": f"limits: {{{SETTING[name]}}}\n"})
    assert tcsg("carry", "-q", cwd=home).code == 0
    assert tcsg("extract", PATH, cwd=home).code == 0


def test_a_ledger_beyond_the_limit_is_refused(workspace: Build, tcsg: Run) -> None:
    home = workspace({PATH: HEAD, "minutes/committee.yaml": "limits: {ledger_mb: 1}\n", "minutes/ledger.yaml": "# " + "x" * 1_000_000})
    code, out, err = tcsg("actions", cwd=home)
    assert (code, out) == (2, "")
    assert err == "minutes/ledger.yaml:1: Larger than 1 MB, the limit; `limits` in committee.yaml sets another\n"


def test_a_file_of_holes_is_not_read(workspace: Build, tcsg: Run) -> None:
    home = workspace({PATH: HEAD})
    for name in ("2031-03-05.md", "ledger.yaml"):
        with (home / "minutes" / name).open("wb") as file:
            file.truncate(1_000_000_000)
        assert tcsg("carry", cwd=home).code == 2


@pytest.mark.parametrize("words", [["add", "VH", "to", "x" * 10_001], ["note", "1.1", "x" * 10_001], ["drop", "1.1", "--why", "x" * 10_001]])
def test_what_is_typed_has_the_same_limit(words: list[str], workspace: Build, tcsg: Run) -> None:
    home = workspace({PATH: HEAD + "- VH to sow\n"})
    assert tcsg("carry", "-q", cwd=home).code == 0
    before = (home / "minutes/ledger.yaml").read_bytes()
    assert tcsg(*words, cwd=home) == (2, "", "more than 10,000 characters, the limit; nothing was written\n")
    assert (home / "minutes/ledger.yaml").read_bytes() == before


@pytest.mark.parametrize(("setting", "said"), [("minutes_mb: 0", "`0` is no minutes_mb"), ("mintes_mb: 9", "did you mean `minutes_mb`?")])
def test_a_limit_without_sense_is_refused(setting: str, said: str, workspace: Build, tcsg: Run) -> None:
    code, _, err = tcsg("actions", cwd=workspace({"minutes/committee.yaml": f"limits: {{{setting}}}\n"}))
    assert code == 2
    assert err.startswith("minutes/committee.yaml:1: ")
    assert said in err


@pytest.mark.skipif(sys.platform != "linux", reason="a mount of Linux is the only way to keep root from writing")
def test_what_only_asks_opens_nothing_for_writing(workspace: Build, tcsg: Run) -> None:
    home = workspace({PATH: HEAD + "- VH to sow\n"})
    assert tcsg("carry", "-q", cwd=home).code == 0
    written: list[str] = []
    watching = True

    def watch(event: str, args: tuple[object, ...]) -> None:
        if watching and event == "open" and isinstance(args[2], int) and args[2] & 0o3 and str(args[0]).startswith(str(home)):
            written.append(str(args[0]))

    sys.addaudithook(watch)
    for words in (
        "",
        "actions",
        "show 1.1",
        "check",
        "people",
        "meetings",
        "review",
        f"extract {PATH}",
        f"why {PATH}:8",
        "carry --dry-run",
        "carry --check",
    ):
        assert tcsg(*words.split(), cwd=home).code in (0, 1), words
    assert written == []
    assert tcsg("done", "1.1", cwd=home).code == 0
    watching = False
    assert {Path(name).name[:12] for name in written} >= {".ledger.lock", ".ledger.yaml"}
