"""What stdout is: a terminal or not, how wide, with color or without."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tcsg.cli.options import globals_of

if TYPE_CHECKING:
    import typer


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to write for whoever reads stdout."""

    interactive: bool
    width: int
    color: bool


def terminal(context: typer.Context) -> Terminal:
    """Look at stdout, `--color`, NO_COLOR, FORCE_COLOR and COLUMNS (see no-color.org)."""
    interactive = sys.stdout is not None and sys.stdout.isatty()
    asked = globals_of(context).color
    color = interactive and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    if os.environ.get("FORCE_COLOR") and not os.environ.get("NO_COLOR"):
        color = True
    if asked != "auto":
        color = asked == "always"
    return Terminal(interactive, shutil.get_terminal_size((100, 24)).columns, color)


def write(text: str) -> None:
    """Write to stdout as it is."""
    sys.stdout.write(text)


def note(text: str) -> None:
    """Write one line to stderr: what is not data."""
    from tcsg.output.text import clean

    sys.stdout.flush()  # the two streams may be one screen
    print(clean(text), file=sys.stderr)
