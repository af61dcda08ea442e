"""All minutes of a folder read, by several processes where there are many, and given on in the order of their days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tcsg.cli.crew import Crew
from tcsg.cli.sources import read_source
from tcsg.cli.terminal import watched
from tcsg.errors import MinutesError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tcsg.cli.memory import Memory
    from tcsg.ledger.ahead import Ahead
    from tcsg.model import Committee, Minutes
    from tcsg.workspace import SourceFile


def gather(
    sources: Sequence[SourceFile], committee: Committee, reading: str, memory: Memory, ahead: Callable[[], Ahead] | None
) -> list[Minutes | MinutesError]:
    """The minutes of each file, or what is wrong with it, in the order of the files.

    Whoever goes `ahead` is called when the others read already, and given each as soon as it was read, as far as can be told in the order
    of their days.
    """
    found: dict[str, Minutes | MinutesError] = {}
    turns = sources if ahead is None else _by_likely_day(sources)
    with Crew([s for s in turns if memory.lacks(s, reading)], committee) as crew:
        follows = ahead() if ahead is not None else None
        for source in watched(turns, "Reading minutes"):
            try:
                memory.found_minutes(source, reading, crew.reading(source))
                minutes = memory.minutes(source, reading, partial(read_source, source, committee, dated=True))
            except MinutesError as fault:
                found[source.path] = fault
            else:
                found[source.path] = minutes
                if follows is not None:
                    follows.add(minutes)
    memory.keep()
    return [found[source.path] for source in sources]


def follower(committee: Committee) -> Ahead:
    """Whoever follows the actions while minutes are read; what that takes is loaded here, and takes as long as to read many of them."""
    from tcsg.ledger.ahead import Ahead

    return Ahead(committee)


def _by_likely_day(sources: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
    from tcsg.reading.kind import likely_day

    return tuple(sorted(sources, key=lambda source: (likely_day(source.path, source.data), source.path)))
