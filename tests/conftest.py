"""What every test may ask for: a committee's folder, and the program, run in this process or in its own."""

from __future__ import annotations

import atexit
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple, Protocol

import hypothesis
import pytest
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from tcsg.cli import main

# A slow machine is not a wrong program.
hypothesis.settings.register_profile("tcsg", deadline=None)
hypothesis.settings.load_profile("tcsg")

# Examples are drawn from the numbers in the modules that happen to be loaded, too: without that, the laws are tried on the same
# examples whichever tests run before them, or beside them.
providers._get_local_constants = Constants

# The results of the tests are the same under every clock, terminal and CI.
for name in ("TCSG_TODAY", "SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "PYTHONUNBUFFERED"):
    os.environ.pop(name, None)
os.environ["COLUMNS"] = "100"


def _folder(kind: str) -> str:
    """A folder of this process's own, which goes when it ends."""
    folder = tempfile.mkdtemp(prefix=f"tcsg-{kind}-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


# What commands keep for undo stays out of the home of whoever runs the tests.
os.environ["XDG_STATE_HOME"] = _folder("state")

# What commands remember of bytes, too; a test that has one of its own says so.
os.environ["XDG_CACHE_HOME"] = _folder("cache")

# Where Python may not write bytecode beside the modules, each of the hundreds of programs that tests start would compile them anew.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    os.environ["PYTHONPYCACHEPREFIX"] = _folder("bytecode")

# Programs that a test starts are this tree's, whatever else is installed.
os.environ["PYTHONPATH"] = str(Path(__file__).parents[1])


class Result(NamedTuple):
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


class Build(Protocol):
    """Write files, by path from the root, into a new committee's folder; the folder comes back."""

    def __call__(self, files: Mapping[str, str | bytes] | None = None) -> Path: ...


class Run(Protocol):
    """Run the program in `cwd`, by default an empty folder, with `env` added to the environment."""

    def __call__(self, *args: str, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Result: ...


@pytest.fixture
def workspace(tmp_path: Path) -> Build:
    def build(files: Mapping[str, str | bytes] | None = None) -> Path:
        root = tmp_path / "committee"
        (root / "minutes").mkdir(parents=True, exist_ok=True)
        for path, content in (files or {}).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return build


@pytest.fixture
def tcsg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*args: str, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Result:
        out, err = io.StringIO(), io.StringIO()
        with monkeypatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.chdir(cwd or tmp_path)
            for key, value in (env or {}).items():
                patch.setenv(key, value)
            code = main(args)
        return Result(code, out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def process(tmp_path: Path) -> Run:
    def run(*args: str, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Result:
        command = [sys.executable, "-m", "tcsg", *args]
        done = subprocess.run(
            command, cwd=cwd or tmp_path, env={**os.environ, **(env or {})}, capture_output=True, encoding="utf-8", timeout=60, check=False
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return run
