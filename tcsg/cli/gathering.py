"""All minutes of a folder read, by several processes where there are many, and given on in the order of their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.cli.crew import Crew
from tcsg.cli.terminal import watched
from tcsg.errors import MinutesError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.cli.desk import Desk
    from tcsg.ledger.ahead import Ahead
    from tcsg.model import Minutes
    from tcsg.workspace import SourceFile


def gather(desk: Desk, ahead: Ahead | None) -> list[Minutes | MinutesError]:
    """The minutes of each file, or what is wrong with it, in the order of the files.

    Whoever goes `ahead` is given each as soon as it was read, as far as can be told in the order of their days.
    """
    found: dict[str, Minutes | MinutesError] = {}
    sources = desk.sources if ahead is None else _by_likely_day(desk.sources)
    with Crew([s for s in sources if desk.memory.lacks(s, desk.reading)], desk.committee) as crew:
        for source in watched(sources, "Reading minutes"):
            try:
                desk.memory.found_minutes(source, desk.reading, crew.reading(source))
                minutes = found[source.path] = desk.read(source)
            except MinutesError as fault:
                found[source.path] = fault
            else:
                if ahead is not None:
                    ahead.add(minutes)
    desk.memory.keep()
    return [found[source.path] for source in desk.sources]


def _by_likely_day(sources: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
    from tcsg.reading.kind import likely_day

    return tuple(sorted(sources, key=lambda source: (likely_day(source.path, source.data), source.path)))
