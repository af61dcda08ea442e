"""The README and every page of the guide are run as written: each `$ ` line of a ```console block, its output compared.

UPDATE_MANUAL=1 writes what the commands print now; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "tcsg" / "guide").glob("*.md")))
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
SETTING = re.compile(r"<!-- (today|workspace): ([\w-]+) -->")


def _folder(tmp_path: Path, text: str) -> Path:
    """A copy of this repository's minutes, or an empty folder where the page says so."""
    home = tmp_path / "committee"
    home.mkdir()
    if dict(SETTING.findall(text)).get("workspace") != "empty":
        shutil.copytree(ROOT / "minutes", home / "minutes", ignore=shutil.ignore_patterns(".*"))
    return home


def _environment(tmp_path: Path) -> dict[str, str]:
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    program = bin_ / "tcsg"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tcsg "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{bin_}:{os.environ['PATH']}", "COLUMNS": "100", "XDG_STATE_HOME": str(tmp_path / "state")}


def _today(text: str) -> str:
    """The day that the last setting of a text names."""
    days = [value for key, value in SETTING.findall(text) if key == "today"]
    return days[-1] if days else "2025-03-01"


def _run(block: str, home: Path, env: dict[str, str]) -> str:
    """The block again with what its commands print; lines of `> ` go on with the command above."""
    out = []
    for command in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if not command.startswith("$ "):
            continue
        lines = command.split("\n")
        typed = [lines[0][2:], *(line[2:] for line in lines[1:] if line.startswith("> ") or line == ">")]
        done = subprocess.run(
            ["bash", "-c", "\n".join(typed)],
            cwd=home,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        shown = "\n".join([f"$ {typed[0]}", *(f"> {line}".rstrip() for line in typed[1:])]) + "\n"
        out.append(shown + "".join(line.rstrip() + "\n" for line in done.stdout.splitlines()))
    return "".join(out)


def test_there_are_pages_with_examples() -> None:
    assert len(PAGES) > 5
    assert sum(len(BLOCK.findall(page.read_text(encoding="utf-8"))) for page in PAGES) > 8


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_the_examples_of_a_page_print_what_it_says(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    home, env = _folder(tmp_path, text), _environment(tmp_path)
    said = BLOCK.sub(lambda match: _run(match[0], home, {**env, "TCSG_TODAY": _today(text[: match.start()])}), text)
    if os.environ.get("UPDATE_MANUAL") and "internal error" not in said:
        page.write_text(said, encoding="utf-8")
    assert said == text


def test_the_page_of_commands_is_what_help_says() -> None:
    page = ROOT / "tcsg" / "guide" / "commands.md"
    made = _commands()
    if os.environ.get("UPDATE_MANUAL"):
        page.write_text(made, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == made


def _commands() -> str:
    """The page of commands, made from the command line itself."""
    from tcsg.cli.reference import reference

    return reference()
