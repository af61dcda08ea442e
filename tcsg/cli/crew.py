"""Minutes read in several processes, where so many are to be read that it is worth starting some."""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from tcsg.cli.sources import read_source
from tcsg.errors import MinutesError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext
    from types import TracebackType

    from tcsg.model import Committee
    from tcsg.workspace import SourceFile

WORTHWHILE = 600_000
"""Bytes of minutes that take about a second to read; with fewer, starting processes takes as long as it saves."""
PORTION = 60_000
"""Bytes that a process is given at a time: few enough that all end together, enough that handing over costs next to nothing."""
MOST = 8
"""Processes; each has the whole program in its memory."""

_register: list[Committee] = []
"""In a process of a crew: the register with which it reads."""


class Crew:
    """Processes that read minutes ahead of whoever asks for them.

    What they cannot read, or all of it where none can be started, is left to whoever asks; so the answers are those of one process.
    """

    def __init__(self, sources: Sequence[SourceFile], committee: Committee) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._portions: deque[Future[tuple[tuple[str, ...], dict[str, str]]]] = deque()
        self._awaited: set[str] = set()
        self._read: dict[str, str] = {}
        portions = tuple(_portions(sources))
        hands = min(_processors(), len(portions), MOST)
        if hands > 1 and sum(len(s.data) for s in sources) >= WORTHWHILE:
            self._start(portions, committee, hands)

    def _start(self, portions: Sequence[Sequence[SourceFile]], committee: Committee, hands: int) -> None:
        try:
            from concurrent.futures import ProcessPoolExecutor

            import tcsg.reading.minutes  # noqa: F401 - what all of them need is loaded before they are copied

            self._pool = ProcessPoolExecutor(hands, _context(), _begin, (committee,))
            self._portions.extend(self._pool.submit(_read, portion) for portion in portions)
        except (ImportError, NotImplementedError, OSError, RuntimeError):  # a system without semaphores, or with no room for processes
            self._dismiss()
        else:
            self._awaited = {source.path for portion in portions for source in portion}

    def reading(self, source: SourceFile) -> str | None:
        """What a process read in a file, as JSON of `reading.kept`; None when none did, or could.

        To be asked in the order in which the files were given, so that no more is held than must be.
        """
        while source.path in self._awaited:
            portion = self._portions.popleft()
            if portion.exception() is not None:  # killed, as memory is short; a fault of the program shows again when the file is read here
                self._dismiss()
            else:
                paths, read = portion.result()
                self._awaited.difference_update(paths)
                self._read.update(read)
        return self._read.pop(source.path, None)

    def _dismiss(self) -> None:
        """End the processes, whatever they are at."""
        self._portions.clear()
        self._awaited.clear()
        if self._pool is not None:
            from multiprocessing import active_children

            self._pool.shutdown(wait=False, cancel_futures=True)
            for process in active_children():
                process.terminate()
            self._pool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None and not self._portions:
            self._pool.shutdown()
        else:
            self._dismiss()


def _portions(sources: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, ...]]:
    """The files in their order, as many together as make a portion."""
    found: list[SourceFile] = []
    size = 0
    for source in sources:
        found.append(source)
        size += len(source.data)
        if size >= PORTION:
            yield tuple(found)
            found, size = [], 0
    if found:
        yield tuple(found)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _context() -> BaseContext:
    """How to start a process: by a copy of this one, which is quickest, where that is safe; else with a fresh interpreter."""
    import threading
    from multiprocessing import get_context

    return get_context("fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn")


# --- in the processes of a crew -------------------------------------------------------------------------------------------


def _begin(committee: Committee) -> None:
    """Make a process ready: it ends when the one that started it ends, or says so, and not by a signal from the keyboard."""
    import gc
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()  # as in `unswept`
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _register.append(committee)


def _end_with_parent() -> None:
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _read(portion: Sequence[SourceFile]) -> tuple[tuple[str, ...], dict[str, str]]:
    """The paths of some files, and by path the readings of those that are not broken, as JSON."""
    from json import dumps

    from tcsg.reading.kept import dump_minutes

    found: dict[str, str] = {}
    for source in portion:
        with suppress(MinutesError):  # who asks finds it again, and says it
            found[source.path] = dumps(dump_minutes(read_source(source, _register[-1], dated=True)), separators=(",", ":"))
    return tuple(s.path for s in portion), found
