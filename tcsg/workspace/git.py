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
_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
"""What git tells its hooks of the repository; it would hide which one the folder belongs to."""
_SAFE = ("--no-optional-locks", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")


def commit_of(root: Path, ref: str) -> str:
    """The hash of the commit `ref`; UsageError when there is no such commit."""
    found = run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if found.returncode != 0:
        raise UsageError(f"git knows no commit {ref!r} here; if the clone is a shallow one, fetch more of it (fetch-depth: 0)")
    return found.stdout.decode().strip()


def is_unborn(root: Path) -> bool:
    """Whether the folder is in a repository that has no commit yet."""
    return is_inside(root) and run_git(root, "rev-parse", "--verify", "--quiet", "HEAD").returncode != 0


def must(root: Path, *words: str, given: bytes = b"") -> bytes:
    """What git prints; TcsgError when it refuses."""
    done = run_git(root, *words, given=given)
    if done.returncode != 0:
        raise TcsgError(f"git {words[0]}: {_said(done)}")
    return done.stdout


def stages(root: Path, path: str) -> tuple[bytes | None, bytes | None, bytes | None] | None:
    """The base, ours and theirs of a file that a merge left unmerged, each None where there is no such side; else None."""
    listed = run_git(root, "ls-files", "--unmerged", "-z", "--", path)
    if listed.returncode != 0 or not listed.stdout:
        return None
    one, two, three = (_blob(root, f":{n}:./{path}") for n in (1, 2, 3))
    return one, two, three


def stage(root: Path, path: str) -> None:
    """Tell git that a file is as it shall be; TcsgError when git refuses."""
    must(root, "add", "--", path)


def configure(root: Path, **settings: str) -> None:
    """Set keys of the repository's own configuration; `merge__tcsg__name` stands for `merge.tcsg.name`."""
    for name, value in settings.items():
        must(root, "config", "--local", name.replace("__", "."), value)


def configured(root: Path, name: str) -> str | None:
    """The value of a key of the configuration; None when it is not set."""
    found = run_git(root, "config", "--get", name)
    return found.stdout.decode(errors="replace").rstrip("\n") if found.returncode == 0 else None


def is_inside(root: Path) -> bool:
    """Whether a folder is in a work tree of git."""
    found = run_git(root, "rev-parse", "--is-inside-work-tree")
    return found.returncode == 0 and found.stdout.strip() == b"true"


def text_merge(ours: Path, base: Path, theirs: Path) -> None:
    """Merge three files as git merges text, into the first, with markers where lines disagree."""
    folder = ours.resolve().parent
    done = run_git(folder, "merge-file", "-L", "ours", "-L", "base", "-L", "theirs", "--", *(str(p.resolve()) for p in (ours, base, theirs)))
    if done.returncode > 127:
        raise TcsgError(f"git merge-file: {_said(done)}")


def _blob(root: Path, name: str) -> bytes | None:
    found = run_git(root, "cat-file", "blob", name)
    return found.stdout if found.returncode == 0 else None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode(errors="replace").strip().removeprefix("fatal: ") or f"exit code {done.returncode}"


def run_git(root: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder with `given` as its input; TcsgError when there is no git, or no answer from it."""
    environment = {key: value for key, value in os.environ.items() if key not in _HOOK} | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", *_SAFE, *words]
    try:
        # No shell, and git is wherever the user has it.
        return subprocess.run(command, cwd=root, env=environment, capture_output=True, input=given, timeout=PATIENCE, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise TcsgError("git is not installed, or not to be found") from error
    except subprocess.TimeoutExpired as error:
        raise TcsgError(f"git {words[0]}: no answer within {PATIENCE} seconds") from error
