"""A bar that shows how far a long piece of work is, and leaves nothing behind."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn


class Bar:
    """A bar on a terminal, for so many steps, or for work of which nobody knows how many it has."""

    def __init__(self, words: str, steps: int | None, stream: TextIO) -> None:
        measures = (TimeElapsedColumn(),) if steps is None else (MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(
            TextColumn("{task.description}", markup=False), BarColumn(), *measures, console=Console(file=stream), transient=True
        )
        self._task = self._progress.add_task(words, total=steps)
        self._progress.start()

    def show(self, done: int) -> None:
        """Show how many steps are done."""
        self._progress.update(self._task, completed=done)

    def close(self) -> None:
        """Take the bar away."""
        self._progress.stop()
