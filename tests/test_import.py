"""`tcsg import`: a document becomes minutes with the same actions, and nothing that is there is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from papers import OWN, Block, blocks_of, saved, to_docx, to_odt, to_pdf

from conftest import Build, Run
from tcsg.model import Committee, Minutes
from tcsg.reading.minutes import read_minutes

MAKERS: dict[str, Callable[[tuple[Block, ...]], bytes]] = {"docx": lambda blocks: saved(to_docx(blocks)), "odt": to_odt, "pdf": to_pdf}
HEAD = "Garden Society Committee\n\nMinutes of meeting no. 31\n\nTuesday 4 March 2031, 18:00–19:30\n\nVenue: Village hall\n\n"
PRESENT = "Present: Vera Holm (VH), Rosa Lind (RL)\n\nApologies: Tom Okoro\n\n"
TEXT = HEAD + PRESENT + "Actions:\n\n- VH to mend the pump by 14 March\n- TO to order seeds\n\nDate of next meeting: 1 April 2031\n"


def _read(path: Path) -> Minutes:
    return read_minutes(path.read_text("utf-8"), path.as_posix(), "", Committee())


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("own", OWN, ids=lambda p: p.stem)
def test_a_document_of_our_own_minutes_has_the_same_actions_and_people(own: Path, kind: str, workspace: Build, tcsg: Run) -> None:
    root = workspace({f"papers/minutes.{kind}": MAKERS[kind](blocks_of(own))})
    done = tcsg("import", f"papers/minutes.{kind}", cwd=root)
    assert done.code == 0
    told, want = _read(root / "minutes" / own.name), _read(own)
    assert len(want.mentions) > 10
    assert [(m.text, m.owners, m.due, m.status) for m in told.mentions] == [(m.text, m.owners, m.due, m.status) for m in want.mentions]
    assert [m.restates is None for m in told.mentions] == [m.restates is None for m in want.mentions]
    assert (told.day, told.meeting, told.committee) == (want.day, want.meeting, want.committee)
    assert told.present == want.present
    assert told.apologies == want.apologies
    counted = sum(m.restates is None for m in want.mentions)
    assert done.err.startswith(f"wrote minutes/{own.name}: {counted} actions; {len(want.present)} present")
    assert tcsg("carry", "-q", cwd=root).code == 0


FRONT = """---
committee: Garden Society Committee
meeting: "31"
date: 2031-03-04
time: 18:00–19:30
place: Village hall
next_meeting: 2031-04-01
present:
  VH: Vera Holm
  RL: Rosa Lind
apologies:
  TO: Tom Okoro
---
"""


def test_the_front_matter_is_filled_from_the_text(workspace: Build, tcsg: Run) -> None:
    root = workspace({"march.txt": TEXT})
    code, out, err = tcsg("import", "march.txt", cwd=root)
    assert (code, out) == (0, "")
    assert err == "wrote minutes/2031-03-04.md: 2 actions; 2 present, 1 with apologies\n"
    assert (root / "minutes/2031-03-04.md").read_text("utf-8") == f"{FRONT}\n{TEXT}"


def test_what_is_not_told_is_said(workspace: Build, tcsg: Run) -> None:
    root = workspace({"march.txt": "4 March 2031\n\nActions:\n\n- VH to mend the pump\n"})
    done = tcsg("import", "march.txt", cwd=root)
    assert done.err.endswith("; not found: the meeting's number, the time, the place, who was there\n")
    assert (root / "minutes/2031-03-04.md").read_text("utf-8").startswith("---\ndate: 2031-03-04\n---\n\n4 March")


def test_the_register_gives_initials_and_the_name_of_the_committee(workspace: Build, tcsg: Run) -> None:
    register = "name: The Gardeners\nmembers:\n  VX: {name: Vera Holm}\n"
    root = workspace({"minutes/committee.yaml": register, "march.txt": TEXT.replace("Vera Holm (VH)", "V. Holm").replace("- VH", "- VX")})
    tcsg("import", "march.txt", cwd=root)
    text = (root / "minutes/2031-03-04.md").read_text("utf-8")
    assert "committee: The Gardeners\n" in text
    assert "  VX: V. Holm\n" in text


def test_front_matter_that_is_there_stays_and_is_completed(workspace: Build, tcsg: Run) -> None:
    root = workspace({"march.md": f"---\nmeeting: 31a\nchair: VH  # for once\n---\n{TEXT}"})
    assert tcsg("import", "march.md", cwd=root).code == 0
    text = (root / "minutes/2031-03-04.md").read_text("utf-8")
    assert text.startswith("---\nmeeting: 31a\nchair: VH  # for once\ncommittee: Garden Society Committee\ndate:")
    assert text.count("\nmeeting:") == 1
    assert text.count("---\n") == 2


# --- nothing is lost ---------------------------------------------------------------------------------------------


def test_nothing_that_is_there_is_replaced(workspace: Build, tcsg: Run) -> None:
    root = workspace({"minutes/2031-03-04.md": "mine", "march.txt": TEXT})
    code, out, err = tcsg("import", "march.txt", cwd=root)
    assert (code, out, err) == (2, "", "march.txt: minutes/2031-03-04.md: is there already; nothing was changed\n")
    assert (root / "minutes/2031-03-04.md").read_text("utf-8") == "mine"


def test_a_bad_file_is_named_and_the_others_are_imported(workspace: Build, tcsg: Run) -> None:
    files: dict[str, str | bytes] = {
        "a.docx": b"PK\x03\x04 no more",
        "b.txt": TEXT,
        "c.txt": "no day\n",
        "d.pdf": b"%PDF-1.7\n",
        "e.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    }
    root = workspace(files)
    code, out, err = tcsg("import", *files, "f.odt", cwd=root)
    assert (code, out) == (2, "")
    lines = err.splitlines()
    assert lines[0].startswith("wrote minutes/2031-03-04.md:")
    assert [line.split(":")[0] for line in lines[1:]] == ["a.docx", "c.txt", "d.pdf", "e.doc", "f.odt"]
    assert "damaged" in lines[1]
    assert "--date 2024-06-17" in lines[2]
    assert "save it as .docx" in lines[4]
    assert "There is no such file" in lines[5]
    assert sorted(p.name for p in (root / "minutes").iterdir()) == ["2031-03-04.md"]


def test_a_dry_run_prints_the_file_and_writes_nothing(workspace: Build, tcsg: Run) -> None:
    root = workspace({"march.txt": TEXT, "undated.txt": "Actions:\n\n- VH to mend the pump\n"})
    code, out, err = tcsg("import", "--dry-run", "march.txt", cwd=root)
    assert (code, out) == (0, f"{FRONT}\n{TEXT}")
    assert err.startswith("minutes/2031-03-04.md would be written: 2 actions")
    done = tcsg("import", "--dry-run", "undated.txt", cwd=root)
    assert done.code == 0
    assert "not found: the date" in done.err
    assert list((root / "minutes").iterdir()) == []


def test_the_day_can_be_given(workspace: Build, tcsg: Run) -> None:
    root = workspace({"undated.txt": "Actions:\n\n- VH to mend the pump\n", "b.txt": TEXT})
    assert tcsg("import", "--date", "2031-05-06", "undated.txt", cwd=root).code == 0
    assert _read(root / "minutes/2031-05-06.md").day is not None
    code, _, err = tcsg("import", "--date", "2031-05-06", "undated.txt", "b.txt", cwd=root)
    assert (code, err) == (2, "--date is the day of one document; import them one by one\n")


def test_a_date_in_the_name_that_differs_from_the_text_is_told(workspace: Build, tcsg: Run) -> None:
    root = workspace({"Minutes 2031-03-05.txt": TEXT})
    done = tcsg("import", "Minutes 2031-03-05.txt", cwd=root)
    assert done.err.startswith("wrote minutes/2031-03-05.md:")
    assert "the text says 2031-03-04" in done.err


def test_the_file_goes_into_the_folder_of_its_year_where_there_are_such(workspace: Build, tcsg: Run) -> None:
    root = workspace({"minutes/2030/2030-12-01.md": "---\ndate: 2030-12-01\n---\n", "march.txt": TEXT})
    assert tcsg("import", "march.txt", cwd=root).err.startswith("wrote minutes/2031/2031-03-04.md:")


def test_what_is_minutes_already_is_not_imported(workspace: Build, tcsg: Run) -> None:
    root = workspace({"minutes/march.txt": TEXT})
    code, _, err = tcsg("import", "minutes/march.txt", cwd=root)
    assert (code, err) == (2, "minutes/march.txt is read as minutes already, as it is\n")


def test_a_document_can_come_from_stdin(workspace: Build) -> None:
    root = workspace()
    document = saved(to_docx((Block("p", "4 March 2031"), Block("p", "**Actions:**"), Block("ul", "VH to mend the pump"))))
    done = subprocess.run([sys.executable, "-m", "tcsg", "import", "-"], cwd=root, input=document, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.startswith(b"wrote minutes/2031-03-04.md: 1 action;")


# --- packages that are not there ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "package", "extra"),
    [("docx", "mammoth", "word"), ("odt", "markdownify", "word"), ("rtf", "striprtf", "word"), ("pdf", "pdfplumber", "pdf")],
)
def test_a_package_that_is_missing_is_named_with_its_extra(
    kind: str, package: str, extra: str, workspace: Build, tcsg: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = b"{\\rtf1 x}" if kind == "rtf" else MAKERS[kind]((Block("p", "4 March 2031"),))
    root = workspace({f"march.{kind}": data})
    for name in [name for name in sys.modules if name.startswith(("tcsg.documents.", package))]:
        monkeypatch.delitem(sys.modules, name)
    for name in (package, f"{package}.{'pdf' if package == 'pdfplumber' else package}"):
        monkeypatch.setitem(sys.modules, name, None)
    code, _, err = tcsg("import", f"march.{kind}", cwd=root)
    assert code == 2
    assert err.startswith(f"march.{kind}: to read it, tcsg needs {package}")
    assert err.endswith(f"pip install 'tcsg[{extra}]'\n")


def test_text_needs_no_package(workspace: Build) -> None:
    root = workspace({"march.txt": TEXT})
    heavy = "('mammoth', 'bs4', 'lxml', 'pdfplumber')"
    spy = f"import sys; from tcsg.cli import main; code = main(sys.argv[1:]); print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", spy, "import", "march.txt"], cwd=root, capture_output=True, encoding="utf-8", check=True, timeout=60)
    assert done.stdout == "[]\n"


def test_a_file_larger_than_minutes_may_be_is_refused(workspace: Build, tcsg: Run) -> None:
    root = workspace({"minutes/committee.yaml": "limits: {minutes_mb: 1}\n", "big.txt": TEXT + "word " * 250_000})
    code, _, err = tcsg("import", "big.txt", cwd=root)
    assert code == 2
    assert err.startswith("big.txt: the text is larger than 1 MB, the limit")
    assert not (root / "minutes/2031-03-04.md").exists()
