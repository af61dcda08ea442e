"""What git knows of a committee's folder: where its repository begins, and the files as a revision has them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tcsg.errors import MinutesError
from tcsg.model import Place
from tcsg.workspace.folder import COMMITTEE, LEDGER, USUAL, SourceFile, Workspace
from tcsg.workspace.git import commit_of, is_unborn, must
from tcsg.workspace.tree import MINUTES, is_minutes_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tcsg.model import Limits

_LINK = "120000"


@dataclass(frozen=True, slots=True)
class Revision(Workspace):
    """The workspace as a revision has it: `held` are the bytes by path from the root. It cannot be written."""

    held: Mapping[str, bytes]

    def minutes_paths(self) -> tuple[str, ...]:
        """The paths of all minutes files from the root, sorted."""
        return tuple(sorted(path for path in self.held if is_minutes_path(path)))

    def source(self, path: str, limits: Limits = USUAL) -> SourceFile:  # noqa: ARG002 - what is committed is read whatever its size
        """The minutes file at `path` from the root; MinutesError when it is not there."""
        if path not in self.held:
            raise MinutesError("There is no such file", Place(path, 1))
        return SourceFile(path, self.held[path])

    def sources(self, limits: Limits = USUAL) -> Iterator[SourceFile | MinutesError]:  # noqa: ARG002 - as `source`
        """All minutes files, sorted by path."""
        return (SourceFile(path, self.held[path]) for path in self.minutes_paths())

    def committee_bytes(self) -> bytes | None:
        """The register, or None."""
        return self.held.get(COMMITTEE)

    def ledger_bytes(self, limits: Limits = USUAL) -> bytes | None:  # noqa: ARG002 - as `source`
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
    if name == "HEAD" and is_unborn(workspace.root):
        return Revision(workspace.root, {})
    listed = must(workspace.root, "ls-tree", "-r", "-z", commit_of(workspace.root, name), "--", MINUTES)
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
    out = must(root, "cat-file", "--batch", given=b"".join(blob + b"\n" for blob in blobs))
    found, at = [], 0
    for _ in blobs:
        end = out.index(b"\n", at)
        size = int(out[at:end].split()[-1])
        found.append(out[end + 1 : end + 1 + size])
        at = end + size + 2
    return found
