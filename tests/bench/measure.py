"""Running commands in turn, and what each took: wall time, processor time, memory."""

from __future__ import annotations

import os
import pty
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median


def _nothing() -> None:
    return None


@dataclass(slots=True)
class Case:
    """A command with what goes before and after each run, outside the clock; and what its runs took."""

    name: str
    command: Sequence[str]
    cwd: Path
    before: Callable[[], None] = _nothing
    after: Callable[[], None] = _nothing
    terminal: bool = False
    codes: tuple[int, ...] = (0,)
    rounds: int | None = None
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: int = 0
    """The most memory of a run, in megabytes."""

    @property
    def seconds(self) -> float:
        """The median of the wall times."""
        return median(self.wall)

    @property
    def processor(self) -> float:
        """The median of the processor times, user and system: what other programs on the machine disturb least."""
        return median(self.cpu)


def measure(cases: Sequence[Case], rounds: int, environment: dict[str, str]) -> None:
    """Run all cases in turn, round after round, so that whatever slows the machine slows all alike."""
    for n in range(rounds):
        for case in cases:
            if n < (case.rounds or rounds):
                case.before()
                _run(case, environment)
                case.after()


def _run(case: Case, environment: dict[str, str]) -> None:
    primary, secondary = pty.openpty() if case.terminal else (None, subprocess.DEVNULL)
    began = time.perf_counter()
    # The errors are shown: a run that fails measures nothing.
    process = subprocess.Popen(case.command, cwd=case.cwd, env=environment, stdout=secondary, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    if primary is not None:
        os.close(secondary)
        _drain(primary)
    _, status, used = os.wait4(process.pid, 0)
    case.wall.append(time.perf_counter() - began)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in case.codes:
        raise SystemExit(f"{case.name}: exit code {process.returncode}: {' '.join(case.command)} in {case.cwd}")
    case.cpu.append(used.ru_utime + used.ru_stime)
    case.memory = max(case.memory, used.ru_maxrss // 1024)


def _drain(primary: int) -> None:
    """Read what a terminal is shown until nobody writes any more."""
    while True:
        try:
            if not os.read(primary, 65536):
                break
        except OSError:  # Linux says so when the other side is closed
            break
    os.close(primary)
