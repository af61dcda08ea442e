"""Front matter as tcsg writes it: people by initials, and what an imported document tells of its meeting."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.identity import same_person
from tcsg.ledger.quoting import block, flow
from tcsg.reading.fields import read_front_matter
from tcsg.reading.head import read_committee, read_next_meeting, read_time
from tcsg.reading.markdown import scan
from tcsg.reading.minutes import read_minutes
from tcsg.reading.names import initials_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tcsg.model import Committee, Minutes, Person

_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_WANTED = {"date": "the date", "meeting": "the meeting's number", "time": "the time", "place": "the place", "present": "who was there"}
"""What minutes usually tell, and how it is called when they do not."""


@frozen
class Imported:
    """A document as minutes: the text of the file, the day, and what could not be filled in."""

    text: str
    day: date | None
    missing: tuple[str, ...]
    doubts: tuple[str, ...]
    """What was found twice, and differs."""


def imported(text: str, path: str, committee: Committee, day: date | None = None) -> Imported:
    """The text with front matter before it, filled from what it says itself; what is in its front matter already stays.

    `path` is the document's own name, which may tell the day; a `day` that is given counts. MinutesError when the text has
    front matter that is broken.
    """
    front, body = read_front_matter(text, path)
    minutes = read_minutes(text, path, "", committee)
    day = day or minutes.day
    known = front.entries
    lines = [line for key, told in _told(minutes, body, day, committee) if key not in known for line in told]
    missing = tuple(name for key, name in _WANTED.items() if key not in known and not any(line.startswith(f"{key}:") for line in lines))
    doubts = tuple(finding.message for finding in minutes.findings if finding.code == "date-disagrees")
    return Imported(_joined(text, lines, has_front=bool(known)), day, missing, doubts)


def _joined(text: str, lines: Sequence[str], *, has_front: bool) -> str:
    told = "".join(f"{line}\n" for line in lines)
    if not has_front:
        return f"---\n{told}---\n\n{text.lstrip(chr(10))}"
    _, closing = (match.start() for match in [*_END.finditer(text)][:2])
    return text[:closing] + told + text[closing:]


def _told(minutes: Minutes, body: str, day: date | None, committee: Committee) -> list[tuple[str, list[str]]]:
    """Each key with its lines, in the order in which people write them."""
    items = scan(body)
    present, apologies = (_initialled(people, minutes, body, committee) for people in (minutes.present, minutes.apologies))
    following = read_next_meeting(items, day, committee.date_order) if day else None
    values = {
        "committee": _value(committee.name or read_committee(items)),
        "meeting": _value(minutes.meeting),
        "date": str(day or ""),
        "time": _value(read_time(items)),
        "place": _value(minutes.place),
        "next_meeting": str(following or ""),
    }
    told = [(key, [f"{key}: {value}"]) for key, value in values.items() if value]
    return told + [(key, [f"{key}:", *people_lines(people)]) for key, people in (("present", present), ("apologies", apologies)) if people]


def _value(text: str | None) -> str:
    return block(text) if text else ""


def _initialled(people: Sequence[Person], minutes: Minutes, body: str, committee: Committee) -> tuple[Person, ...]:
    """The people with initials: their own, those of the register, or those of their name if the text uses them for nobody else."""
    everybody = minutes.present + minutes.apologies
    taken = {p.initials for p in everybody if p.initials}
    found = []
    for person in people:
        initials = person.initials
        if initials is None:
            listed = {m.initials for m in committee.members if m.initials and m.serves(minutes.day) and same_person(m.name, person.name)}
            own = initials_of(person.name)
            same = sum(initials_of(p.name) == own for p in everybody)
            used = len(own) > 1 and same == 1 and re.search(rf"\b{re.escape(own)}\b", body)
            initials = listed.pop() if len(listed) == 1 else own if used and own not in taken else None
        found.append(replace(person, initials=initials))
    return tuple(found)


def people_lines(people: Sequence[Person]) -> list[str]:
    """Everybody who may come, by initials; as a list when these do not tell people apart."""
    initials = [p.initials for p in people if p.initials]
    if len(set(initials)) == len(people):
        return [f"  {flow(p.initials or '')}: {block(_named(p))}" for p in people]
    return [f"  - {block(_named(p, p.initials))}" for p in people]


def _named(person: Person, initials: str | None = None) -> str:
    return person.name + (f" ({initials})" if initials else "") + (f", {person.role}" if person.role else "")
