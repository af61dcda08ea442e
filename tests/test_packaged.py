"""What a package of the system has beside the program: kept current, and understood by man and the shells.

UPDATE_MANUAL=1 writes the files as the command line makes them now.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tcsg.cli.app import VERBS
from tcsg.cli.packaged import PACKAGED, man_page

ROOT = Path(__file__).parents[1]
SHARE = ROOT / "tcsg" / "share"


@pytest.mark.parametrize("name", PACKAGED)
def test_a_packaged_file_is_what_the_command_line_makes(name: str) -> None:
    if os.environ.get("UPDATE_MANUAL"):
        (SHARE / name).write_text(PACKAGED[name](), encoding="utf-8", newline="\n")
    assert (SHARE / name).read_text(encoding="utf-8") == PACKAGED[name]()


def test_the_wheel_puts_the_files_where_man_and_the_shells_look() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["shared-data"] == {"tcsg/share": "share"}
    assert {path.relative_to(SHARE).as_posix() for path in SHARE.rglob("*") if path.is_file()} == set(PACKAGED)


def test_the_man_page_has_every_command() -> None:
    page = man_page()
    assert [name for name in (verb.name.replace("-", "\\-") for verb in VERBS) if f".SS {name}\n" not in page] == []
    assert [
        line
        for line in page.splitlines()
        if line.startswith(("'", ".")) and not line.startswith((".TH", ".S", ".TP", ".PP", ".B ", ".sp", ".n", ".fi", ".ad"))
    ] == []


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
def test_man_reads_the_page_without_a_warning() -> None:
    page = SHARE / "man/man1/tcsg.1"
    done = subprocess.run(["groff", "-man", "-ww", "-Tutf8", str(page)], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    assert "--due-within" in re.sub(r".\x08", "", done.stdout)  # bold is a letter printed twice


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes_with_the_packaged_script(tmp_path: Path) -> None:
    program = tmp_path / "tcsg"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tcsg "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = (
        f'PATH="{tmp_path}:$PATH"; . "{SHARE}/bash-completion/completions/tcsg"; '
        'COMP_WORDS=(tcsg impo); COMP_CWORD=1; _tcsg_completion tcsg; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert done.stdout == "import\n"
