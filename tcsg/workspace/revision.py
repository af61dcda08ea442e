"""What git knows of a committee's folder: where its repository begins, and the files as a revision has them."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tcsg.errors import MinutesError, TcsgError, UsageError
from tcsg.model import Place
from tcsg.workspace.folder import COMMITTEE, LEDGER, MINUTES, SourceFile, Workspace, is_minutes_path

if TYPE_CHECKING:
    from collections.abc import Mapping

# Nothing of the repository's own settings is run, and nothing is written.
_GIT = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
"""What git tells its hooks of the repository; it would hide which one the folder belongs to."""

_SECONDS = 60
_LINK = "120000"


@dataclass(frozen=True, slots=True)
class Revision(Workspace):
    """The workspace as a revision has it: `held` are the bytes by path from the root. It cannot be written."""

    held: Mapping[str, bytes]

    def minutes_paths(self) -> tuple[str, ...]:
        """The paths of all minutes files from the root, sorted."""
        return tuple(sorted(path for path in self.held if is_minutes_path(path)))

    def source(self, path: str) -> SourceFile:
        """The minutes file at `path` from the root; MinutesError when it is not there."""
        if path not in self.held:
            raise MinutesError("There is no such file", Place(path, 1))
        return SourceFile(path, self.held[path])

    def committee_bytes(self) -> bytes | None:
        """The register, or None."""
        return self.held.get(COMMITTEE)

    def ledger_bytes(self) -> bytes | None:
        """The ledger, or None."""
        return self.held.get(LEDGER)


def repository_of(folder: Path) -> Path | None:
    """The top of the repository that holds the folder, or None; git itself is not asked."""
    real = Path(os.path.realpath(folder))
    return next((one for one in (real, *real.parents) if (one / ".git").exists()), None)


def path_in_repository(root: Path) -> str:
    """The way from the top of the repository to `root`, with `/` at the end; empty at the top and outside of one."""
    top = repository_of(root)
    way = Path(os.path.realpath(root)).relative_to(top).as_posix() if top else "."
    return "" if way == "." else f"{way}/"


def at_revision(workspace: Workspace, name: str) -> Revision:
    """The workspace as the commit `name` has it; before the first commit HEAD holds nothing.

    UsageError when there is no such commit, no repository or no git.
    """
    commit = _git(workspace.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit.returncode:
        _git(workspace.root, "rev-parse", "--git-dir", must="this needs the history of a git repository")
        if name == "HEAD":
            return Revision(workspace.root, {})
        raise UsageError(f"git has no commit {name!r} here; fetch it, in CI with the whole history (fetch-depth: 0)")
    listed = _git(workspace.root, "ls-tree", "-r", "-z", commit.stdout.strip().decode(), "--", MINUTES, must=name).stdout
    blobs: dict[str, bytes] = {}
    for entry in listed.split(b"\0")[:-1]:
        (mode, kind, blob), path = entry.partition(b"\t")[0].decode().split(), os.fsdecode(entry.partition(b"\t")[2])
        if kind == "blob" and mode != _LINK and (is_minutes_path(path) or path in {COMMITTEE, LEDGER}):
            blobs[path] = blob.encode()
    return Revision(workspace.root, dict(zip(blobs, _contents(workspace.root, tuple(blobs.values())), strict=True)))


def _contents(root: Path, blobs: tuple[bytes, ...]) -> list[bytes]:
    """The bytes of each blob, all from one process."""
    if not blobs:
        return []
    out = _git(root, "cat-file", "--batch", given=b"".join(blob + b"\n" for blob in blobs), must="cannot read the revision").stdout
    found, at = [], 0
    for _ in blobs:
        end = out.index(b"\n", at)
        size = int(out[at:end].split()[-1])
        found.append(out[end + 1 : end + 1 + size])
        at = end + size + 2
    return found


def _git(root: Path, *words: str, given: bytes = b"", must: str | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run git in the folder; with `must`, which begins the message, a failure is a UsageError."""
    environment = {key: value for key, value in os.environ.items() if key not in _HOOK} | {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    command = [*_GIT, "-C", str(root), *words]
    try:
        done = subprocess.run(command, input=given, capture_output=True, env=environment, timeout=_SECONDS, check=False)  # noqa: S603 - words of ours
    except FileNotFoundError as error:
        raise UsageError("this needs git, and there is none on the PATH") from error
    except subprocess.TimeoutExpired as error:
        raise TcsgError(f"git {words[0]} took more than {_SECONDS} seconds") from error
    if must is not None and done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        raise UsageError(f"{must}: {reason[-1] if reason else f'git {words[0]} failed'}")
    return done
