"""Who was there, as evidence of whose voice was heard: by the roles that the minutes give, with the line of each name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Place
from tcsg.plan.claims import Claim, Gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.model import Minutes, Person
    from tcsg.plan.claims import Line, Scheme, Sources

_NAMED = 6
"""People who are named of a meeting; the number tells of the others."""


def leads(sources: Sources) -> Iterator[Line]:
    """Whom the latest minutes call a lead of the institution."""
    for minutes in reversed(sources.held):
        found = [p for p in minutes.people if p.role and "institutional lead" in p.role.casefold()]
        for person in found:
            yield Claim(f"{person.name}, {person.role}", _line(person, minutes, sources), minutes.meeting)
        if found:
            return
    yield Gap("no minutes call anybody the institutional lead; write it as a role in `present`")


def attended(sources: Sources, scheme: Scheme) -> Iterator[Line]:
    """Of every meeting how many were there, and those whose role is one of those asked for."""
    if not sources.held:
        yield Gap("there are no minutes of the time to report on")
    for minutes in sources.held:
        told = [p for p in minutes.present if p.role]
        heard = [p for p in told if any(word.casefold() in (p.role or "").casefold() for word in scheme.voice)]
        name = f"Meeting {minutes.meeting}" if minutes.meeting else "The meeting"
        if not minutes.present:
            yield Gap(f"the minutes of {minutes.day} list nobody as present ({minutes.path})")
            continue
        if not heard:
            yield Gap(f"{name} of {minutes.day} lists {len(minutes.present)} people, and no role with {' or '.join(scheme.voice)} ({minutes.path})")
            continue
        people = "; ".join(f"{p.name}, {p.role}" for p in heard[:_NAMED]) + (f"; and {len(heard) - _NAMED} more" if len(heard) > _NAMED else "")
        words = f"{name} of {minutes.day}: {len(minutes.present)} present, {len(heard)} of them in such a role: {people}"
        yield Claim(words, _line(heard[0], minutes, sources), minutes.meeting)


def _line(person: Person, minutes: Minutes, sources: Sources) -> Place:
    """The first line that holds a name."""
    lines: Sequence[str] = sources.texts.get(minutes.path, ())
    return Place(minutes.path, next((n for n, line in enumerate(lines, 1) if person.name in line), 1))
