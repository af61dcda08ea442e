"""Which files below `minutes/` are minutes: by their names, and only what does not lead out of the folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tcsg.workspace import files

if TYPE_CHECKING:
    from collections.abc import Iterator

MINUTES = "minutes"
ENDINGS = (".md", ".markdown", ".txt")


def below(folder: Path, name: str, root: Path) -> Iterator[tuple[str, bool]]:
    """The paths of the minutes files of a folder from the root, and whether each is a plain file.

    For thousands of them no Path is made.
    """
    with files.naming(name), os.scandir(folder) as entries:
        for entry in entries:
            if _is_passed_over(entry.name):
                continue
            path = f"{name}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from below(folder / entry.name, path, root)
            elif not entry.name.lower().endswith(ENDINGS):
                continue
            elif not entry.is_symlink():
                if entry.is_file(follow_symlinks=False):
                    yield path, path.isprintable()  # else it may not be UTF-8
            elif (folder / entry.name).is_file() and leads_inside(root / path, root):
                yield path, False


def _is_passed_over(name: str) -> bool:
    return name.startswith(("_", ".")) or name.upper().startswith("README")


def is_minutes_path(path: str) -> bool:
    """Whether a path from the root, with `/`, is named as minutes are: below `minutes/`, and in no part passed over."""
    top, *names = path.split("/")
    return top == MINUTES and path.lower().endswith(ENDINGS) and not any(map(_is_passed_over, names))


def leads_inside(path: Path, root: Path) -> bool:
    """Whether a path, its links followed, is below the root."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
