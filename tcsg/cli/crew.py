"""Minutes read in several processes, where so many are to be read that it is worth starting some."""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tcsg.cli.sources import read_source
from tcsg.errors import MinutesError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext
    from types import TracebackType

    from tcsg.model import Committee
    from tcsg.workspace import SourceFile

    Portion = tuple[SourceFile, ...]
    _Future = Future[dict[str, str]]

WORTHWHILE = 600_000
"""Bytes of minutes that take about a second to read; with fewer, starting processes takes as long as it saves."""
PORTION = 60_000
"""Bytes that a process is given at a time: few enough that all end together, enough that handing over costs next to nothing."""
MOST = 8
"""Processes, this one among them; each has the whole program in its memory."""
PROMPT = 0.0005
"""Seconds after which this process lets the thread that hands over portions have its turn: till then a process that has read one waits."""

_register: list[Committee] = []
"""In a process of a crew: the register with which it reads."""


class Crew:
    """Processes that read minutes ahead of whoever asks for them; whoever waits for them reads what they have not begun.

    What they cannot read, or all of it where none can be started, is left to whoever asks; so the answers are those of one process.
    """

    def __init__(self, sources: Sequence[SourceFile], committee: Committee) -> None:
        self._committee = committee
        self._pool: ProcessPoolExecutor | None = None
        self._hands = 0
        self._given: deque[tuple[_Future, Portion]] = deque()
        """What the processes read or are to read next, in its order."""
        self._waiting: deque[Portion] = deque()
        """What nobody has been given yet."""
        self._own: dict[str, SourceFile] = {}
        """What is left of a portion that this process reads, by path."""
        self._awaited: set[str] = set()
        self._read: dict[str, str] = {}
        self._usual = sys.getswitchinterval()
        portions = tuple(_portions(sources))
        hands = min(processors(), len(portions), MOST)
        if hands > 1 and sum(len(s.data) for s in sources) >= WORTHWHILE:
            self._start(portions, committee, hands - 1)

    def _start(self, portions: Sequence[Portion], committee: Committee, hands: int) -> None:
        try:
            from concurrent.futures import ProcessPoolExecutor

            import tcsg.reading.minutes  # noqa: F401 - what all of them need is loaded before they are copied

            self._pool = ProcessPoolExecutor(hands, _context(), _begin, (committee,))
            self._hands = hands
            sys.setswitchinterval(PROMPT)
            self._waiting.extend(portions)
            self._awaited = {source.path for portion in portions for source in portion}
            self._give()
        except (ImportError, NotImplementedError, OSError, RuntimeError):  # a system without semaphores, or with no room for processes
            self._dismiss()

    def reading(self, source: SourceFile) -> str | None:
        """What a process read in a file, as JSON of `reading.kept`; None when none did, or could.

        To be asked in the order in which the files were given, so that no more is held than must be.
        """
        self._give()
        while source.path in self._awaited:
            first, portion = self._given[0]
            if not first.done() and self._help():
                self._give()
                continue
            self._given.popleft()
            if first.exception() is not None:  # killed, as memory is short; a fault of the program shows again when the file is read here
                self._dismiss()
            else:
                self._awaited.difference_update(s.path for s in portion)
                self._read.update(first.result())
        self._own.pop(source.path, None)
        return self._read.pop(source.path, None)

    def _give(self) -> None:
        """Give each process what it reads and what it reads next; the rest waits for whoever comes first."""
        while self._pool is not None and self._waiting and sum(not future.done() for future, _ in self._given) <= self._hands:
            try:
                self._given.append((self._pool.submit(_read, self._waiting[0]), self._waiting.popleft()))
            except RuntimeError:  # a process was killed
                self._dismiss()

    def _help(self) -> bool:
        """Read a file that no process was given, the next of them; False when there is none."""
        if not self._own:
            if not self._waiting:
                return False
            self._own = {source.path: source for source in self._waiting.popleft()}
            self._awaited.difference_update(self._own)
        path = next(iter(self._own))
        self._read.update(kept([self._own.pop(path)], self._committee))
        return True

    def _dismiss(self) -> None:
        """End the processes, whatever they are at."""
        self._given.clear()
        self._waiting.clear()
        self._own.clear()
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
        if self._pool is not None and not self._given:
            self._pool.shutdown()
        else:
            self._dismiss()
        sys.setswitchinterval(self._usual)


def _portions(sources: Sequence[SourceFile]) -> Iterator[Portion]:
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


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def may_copy() -> bool:
    """Whether a copy of this process is safe: on Linux, while it has one thread; of others only the system knows what they hold."""
    with suppress(OSError):
        return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1
    return False


def _context() -> BaseContext:
    """How to start a process: by a copy of this one, which is quickest, where that is safe; else with a fresh interpreter."""
    from multiprocessing import get_context

    return get_context("fork" if may_copy() else "spawn")


def kept(sources: Iterable[SourceFile], committee: Committee) -> dict[str, str]:
    """What is read in some files, as JSON, by path; nothing of one that is broken: who asks finds that again, and says it."""
    from json import dumps

    from tcsg.reading.kept import dump_minutes

    found: dict[str, str] = {}
    for source in sources:
        with suppress(MinutesError):
            found[source.path] = dumps(dump_minutes(read_source(source, committee, dated=True)), separators=(",", ":"))
    return found


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


def _read(portion: Portion) -> dict[str, str]:
    """What is read in some files, by path."""
    return kept(portion, _register[-1])
