"""One commit and one `--today` are the same bytes in every format, on every machine and in every time zone."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import Build, Run

ROOT = Path(__file__).parents[1]
FORMATS = ("text", "json", "github", "gitlab", "junit")
PLACES: list[Mapping[str, str]] = [
    {"TZ": "UTC", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"},
    {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "3", "LC_ALL": "C"},
    {"TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "4", "LC_ALL": "POSIX", "COLUMNS": "30"},
    {"TZ": "Europe/London", "PYTHONHASHSEED": "5", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "6", "LANG": "tr_TR.UTF-8", "FORCE_COLOR": "1"},
]
ODD = """---
meeting: 9
present:
  ÄÖ: Åse Öberg
---

## Actions

- ÄÖ to buy „paint“, 50% off — ☕ by 20 January 2020
- AB, CD and EF to row by 1 February
- KL to go
"""


def everything(process: Run, home: Path, folder: Path, env: Mapping[str, str], form: str) -> dict[str, bytes]:
    """All that a check writes, with its baseline, from a copy of the committee's folder at another place; stdout is in `form`."""
    shutil.copytree(home, folder / "committee")
    out = folder / "out"
    out.mkdir()
    words = ["-C", "committee", "check", "--level", "info", "--today", "2020-03-01"]
    reports = [word for report in FORMATS for word in ("--report", f"{report}=out/{report}")]
    done = process(*words, *reports, "--summary", "out/summary", "--format", form, cwd=folder, env=env)
    assert (done.code, done.err) == (1, "")
    assert done.out.encode() == (out / form).read_bytes()
    assert process(*words, "--write-baseline", "out/baseline", cwd=folder, env=env).code == 0
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


@pytest.fixture
def home(workspace: Build, tcsg: Run) -> Path:
    root = workspace({"minutes/2020-01-10.md": ODD})
    for path in (ROOT / "minutes").iterdir():
        if path.suffix in {".md", ".yaml"}:
            shutil.copy(path, root / "minutes")
    assert tcsg("carry", "-q", "--today", "2020-03-01", cwd=root).code == 0
    return root


def test_every_format_is_the_same_everywhere(home: Path, process: Run, tmp_path: Path) -> None:
    first: dict[str, bytes] = {}
    for number, env in enumerate(PLACES):
        folder = tmp_path / f"machine {number}"
        folder.mkdir()
        made = everything(process, home, folder, env, FORMATS[number % len(FORMATS)])
        first = first or made
        assert made.keys() == {*FORMATS, "summary", "baseline"}
        assert [name for name in made if made[name] != first[name]] == []
    assert all(b"\r" not in data for data in first.values())
    assert "☕".encode() in first["json"]
    assert str(tmp_path).encode() not in b"".join(first.values())
