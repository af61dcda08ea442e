"""What stdout is: a terminal or not, how wide, with color or without."""

from __future__ import annotations

import io
import os
import shutil
import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TextIO, TypeVar

from tcsg.cli.options import globals_of
from tcsg.frozen import frozen
from tcsg.workspace import on_github

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import typer

T = TypeVar("T")


@frozen
class Terminal:
    """How to write for whoever reads stdout."""

    interactive: bool
    width: int
    color: bool

    @property
    def prose(self) -> int:
        """Columns at which words are wrapped: never where nobody looks on."""
        return self.width if self.interactive else UNWRAPPED

    def shows(self, text: str) -> bool:
        """Whether stdout has an encoding for every character of a text."""
        try:
            text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
        except UnicodeEncodeError:
            return False
        return True


UNWRAPPED = 20_000
"""Columns of a line that is never wrapped."""


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


PATIENCE = 1.0
"""Seconds that pass before somebody at a terminal is shown how far the work is."""


def watched(items: Sequence[T], words: str) -> Iterator[T]:
    """The items, with a bar on stderr once going through them takes long; only where somebody looks on."""
    if not sys.stderr.isatty():
        yield from items
        return
    began, bar = monotonic(), None
    try:
        for n, item in enumerate(items):
            if bar is None and monotonic() - began > PATIENCE:
                from tcsg.output.progress import Bar  # brings rich

                bar = Bar(words, len(items), sys.stderr)
            if bar is not None:
                bar.show(n)
            yield item
    finally:
        if bar is not None:
            bar.close()


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """Let a bar on stderr show that work goes on of which nobody can tell how far it is; only where somebody looks on."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Event, Thread

    done = Event()

    def show() -> None:
        if not done.wait(PATIENCE):
            from tcsg.output.progress import Bar  # brings rich

            bar = Bar(words, None, sys.stderr)
            done.wait()
            bar.close()

    thread = Thread(target=show, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def write(text: str, *, commands: bool = False) -> None:
    """Write to stdout; in a GitHub workflow no line is a command to it unless these are `commands`."""
    sys.stdout.write(text if commands else _harmless(text))


def be_the_same_everywhere() -> None:
    """Let stdout, when it is no terminal, be the same bytes under every system and locale."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")


def write_bytes(data: bytes) -> None:
    """Write to stdout what is no text; to be asked only when stdout is no terminal."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _harmless(text: str) -> str:
    if not on_github():
        return text
    from tcsg.output.text import without_commands

    return without_commands(text)


def say(text: str) -> None:
    """Write one line of words to stdout, wrapped between words on a terminal."""
    write(_line(text, sys.stdout))


def say_all(text: str, width: int) -> None:
    """Write the lines of a text to stdout, wrapped between words."""
    from tcsg.output.text import wrapped

    write("".join(wrapped(line, width=width, further="  " if line.startswith("- ") else "") for line in text.splitlines()))


def note(text: str) -> None:
    """Write one line to stderr: what is not data."""
    sys.stdout.flush()  # the two streams may be one screen
    sys.stderr.write(_harmless(_line(text, sys.stderr)))


def _line(text: str, stream: TextIO) -> str:
    from tcsg.output.text import clean, wrapped

    width = shutil.get_terminal_size((100, 24)).columns if stream.isatty() else UNWRAPPED
    return wrapped(clean(text), width=width, further="  ")
