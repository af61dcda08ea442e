"""What git knows of a committee's folder. No other part of tcsg needs git, and nothing here runs what a repository names."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from tcsg.errors import TcsgError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 10
"""Seconds that git may take."""
_SAFE = ("--no-optional-locks", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")


def file_at(root: Path, ref: str, path: str) -> bytes | None:
    """The bytes of a file as the commit `ref` has it, None when it has no such file; UsageError when there is no such commit."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if found.returncode != 0:
        raise UsageError(f"git knows no commit {ref!r} here; if the clone is a shallow one, fetch more of it (fetch-depth: 0)")
    return _blob(root, f"{found.stdout.decode().strip()}:./{path}")


def stages(root: Path, path: str) -> tuple[bytes | None, bytes | None, bytes | None] | None:
    """The base, ours and theirs of a file that a merge left unmerged, each None where there is no such side; else None."""
    listed = _git(root, "ls-files", "--unmerged", "-z", "--", path)
    if listed.returncode != 0 or not listed.stdout:
        return None
    one, two, three = (_blob(root, f":{n}:./{path}") for n in (1, 2, 3))
    return one, two, three


def stage(root: Path, path: str) -> None:
    """Tell git that a file is as it shall be; TcsgError when git refuses."""
    _must(root, "add", "--", path)


def configure(root: Path, **settings: str) -> None:
    """Set keys of the repository's own configuration; `merge__tcsg__name` stands for `merge.tcsg.name`."""
    for name, value in settings.items():
        _must(root, "config", "--local", name.replace("__", "."), value)


def configured(root: Path, name: str) -> str | None:
    """The value of a key of the configuration; None when it is not set."""
    found = _git(root, "config", "--get", name)
    return found.stdout.decode(errors="replace").rstrip("\n") if found.returncode == 0 else None


def is_inside(root: Path) -> bool:
    """Whether a folder is in a work tree of git."""
    found = _git(root, "rev-parse", "--is-inside-work-tree")
    return found.returncode == 0 and found.stdout.strip() == b"true"


def text_merge(ours: Path, base: Path, theirs: Path) -> None:
    """Merge three files as git merges text, into the first, with markers where lines disagree."""
    folder = ours.resolve().parent
    done = _git(folder, "merge-file", "-L", "ours", "-L", "base", "-L", "theirs", "--", *(str(p.resolve()) for p in (ours, base, theirs)))
    if done.returncode > 127:
        raise TcsgError(f"git merge-file: {_said(done)}")


def _blob(root: Path, name: str) -> bytes | None:
    found = _git(root, "cat-file", "blob", name)
    return found.stdout if found.returncode == 0 else None


def _must(root: Path, *words: str) -> None:
    done = _git(root, *words)
    if done.returncode != 0:
        raise TcsgError(f"git {words[0]}: {_said(done)}")


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode(errors="replace").strip().removeprefix("fatal: ") or f"exit code {done.returncode}"


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", *_SAFE, *words]
    try:
        # No shell, and git is wherever the user has it.
        return subprocess.run(command, cwd=root, env=environment, capture_output=True, stdin=subprocess.DEVNULL, timeout=PATIENCE, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise TcsgError("git is not installed, or not to be found") from error
    except subprocess.TimeoutExpired as error:
        raise TcsgError(f"git {words[0]}: no answer within {PATIENCE} seconds") from error
