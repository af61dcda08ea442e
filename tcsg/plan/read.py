"""An action plan from its text: commitments in tables or lists, work that goes on, initiatives, the answers to a form."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tcsg.errors import MinutesError
from tcsg.model import Person, Place, Status
from tcsg.plan.bullets import commitment, entry, gathered, parts, split_who
from tcsg.plan.outline import legend, placed
from tcsg.plan.passages import passages
from tcsg.plan.period import Period, period_of, read_period
from tcsg.plan.rows import columns_of, read_row
from tcsg.plan.values import Commitment, Entry, Passage, Plan, Topic
from tcsg.plan.words import PROMISE
from tcsg.reading.commitments import ID
from tcsg.reading.dates import Calendar
from tcsg.reading.due import find_due, read_due
from tcsg.reading.fields import read_front_matter, shown
from tcsg.reading.idiom import idiom_of
from tcsg.reading.markdown import Shape, plain, scan
from tcsg.reading.names import names_of
from tcsg.reading.naming import split_owners
from tcsg.reading.outcome import read_outcome
from tcsg.reading.status import read_status
from tcsg.reading.themes import SETS, USUAL, read_themes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tcsg.model import Committee, Due, Theme
    from tcsg.plan.outline import Placed
    from tcsg.reading.fields import Fields
    from tcsg.reading.names import Names

NO_PERIOD = "the plan tells no period; add `period: 2025-2027` to the front matter"
_PROMISED = (Topic.PLAN, None)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reading a plan depends on besides its text."""

    themes: tuple[Theme, ...]
    names: Names
    calendar: Calendar
    letters: Mapping[str, str]


def read_plan(
    text: str,
    path: str,
    sha256: str,
    committee: Committee,
    people: Iterable[Person] = (),
    period: Period | None = None,
    *,
    first: Period | None = None,
) -> Plan:
    """Read one plan; `people` may own what it promises. `first` is its period whatever the text tells, `period` when it tells none.

    MinutesError when nothing tells the period, or the front matter is wrong.
    """
    front, body = read_front_matter(text, path)
    items = scan(body)
    themes = read_themes(front) or committee.themes or SETS[USUAL]
    walk = tuple(placed(items, themes))
    start, end = first or _period(front, path) or period_of(walk) or period or _refuse(path)
    names = names_of([*people, *(Person(m.name, m.initials) for m in committee.members)], idiom_of(committee))
    reader = _Reader(themes, names, Calendar(start, None, committee.date_order, committee.academic_terms), legend(items))
    stretches = parts(walk)
    answered = passages(walk)
    found = tuple(_rows(walk, reader)) + tuple(_bullets(stretches, reader))
    if not found:
        found = tuple(_loose(stretches, reader, form=any(p.topic is not Topic.PLAN for p in answered)))
    answered = tuple(p for p in answered if p.topic is not Topic.PLAN or not found)
    suggested = front.choice("status", ("suggested", "draft", "agreed", "endorsed")) in ("suggested", "draft")
    commitments = tuple(replace(c, suggested=c.suggested or suggested) for c in sorted(found, key=lambda c: c.line))
    ongoing = tuple(_entries(stretches, Topic.ONGOING))
    initiatives = tuple(_entries(stretches, Topic.SINCE))
    named = _named(themes, [*commitments, *ongoing, *initiatives])
    title = front.text("title") or _title(walk) or path.rsplit("/", 1)[-1]
    stated = tuple(_stated(front))
    return Plan(path, sha256, title, start, end, named, commitments, ongoing, initiatives, (*stated, *answered))


def _stated(front: Fields) -> Iterator[Passage]:
    """What the front matter says in one line: `endorsed` by whom and when, `published` where."""
    for key, topic in (("endorsed", Topic.SIGNED), ("published", Topic.PUBLICATION)):
        text = front.text(key)
        if text:
            yield Passage(topic, ((front.line(key), text),), front.line(key))


def _refuse(path: str) -> Period:
    raise MinutesError(NO_PERIOD, Place(path, 1))


def _period(front: Fields, path: str) -> Period | None:
    """The period of the front matter, else the years in the file's name."""
    text = front.text("period")
    if text is not None:
        found = read_period(text)
        if found is None:
            raise front.wrong("period", f"{shown(text)} is no period; write 2025-2027, 2018-06..2020-05 or 2018-06, 24 months")
        return found
    years = re.search(r"(?<![0-9])((?:19|20)[0-9]{2})[-_](?:to[-_])?((?:19|20)?[0-9]{2})(?![0-9-])", path.rsplit("/", 1)[-1])
    return read_period(f"{years[1]}-{years[2]}") if years else None


def _rows(walk: Iterable[Placed], reader: _Reader) -> Iterator[Commitment]:
    for one in walk:
        item = one.item
        if item.shape is not Shape.ROW or not item.header or item.cells == item.header or one.topic not in _PROMISED:
            continue
        columns = columns_of(item.header, reader.themes, reader.letters)
        row = read_row(item, columns, reader.themes, one.theme) if columns.promises else None
        if row is not None:
            found, said = row
            yield _finished(replace(found, suggested=one.suggested), said, reader)


def _bullets(stretches: Iterable[list[Placed]], reader: _Reader) -> Iterator[Commitment]:
    """The lists below the name of a theme."""
    for part in stretches:
        if part[0].topic in _PROMISED and part[0].theme is not None:
            for one in gathered(part, paragraphs=False):
                yield _finished(*commitment(one, reader.themes, reader.names), reader)


def _loose(stretches: Iterable[list[Placed]], reader: _Reader, *, form: bool) -> Iterator[Commitment]:
    """The lists of a plan without themes: below a heading that speaks of a plan; in what is no form, below any, which is the theme then."""
    for part in stretches:
        first = part[0]
        if first.topic not in _PROMISED or (first.topic is None and form):
            continue
        for one in gathered(part, paragraphs=False):
            if first.topic is Topic.PLAN or first.label or PROMISE.match(plain(one.first.item.text)):
                found, said = commitment(one, reader.themes, reader.names)
                themes = found.themes or ((first.label,) if first.label else ())
                yield _finished(replace(found, themes=themes), said, reader)


def _finished(found: Commitment, said: Mapping[str, str], reader: _Reader) -> Commitment:
    """The commitment with what needs the people or the calendar: its owners, its day, how it stands, the id it states."""
    status = found.status
    if told := said.get("status"):
        status = read_status(told, reader.names.idiom) or read_outcome(told, found.text, reader.names.idiom) or Status.OPEN
    stated = ID.match(said.get("id", "")) or ID.match(found.text)
    text = found.text[stated.end() :].lstrip(" .:–-") if stated and ID.match(found.text) else found.text
    return replace(
        found,
        text=text or found.text,
        owners=(split_owners(found.who, reader.names) or split_who(found.who)) if found.who else (),
        timescale=_due(said, reader.calendar),
        status=status,
        id=f"P{stated[1]}.{stated[2]}" if stated else None,
    )


def _due(said: Mapping[str, str], calendar: Calendar) -> Due | None:
    """The time of a cell or a line that holds nothing else, or the one in a bracket beside the owners."""
    within = find_due(said.get("due") or said.get("closing", ""), calendar)
    return within.due if within else read_due(said["due"], calendar) if said.get("due") else None


def _entries(stretches: Iterable[list[Placed]], topic: Topic) -> Iterator[Entry]:
    for part in stretches:
        if part[0].topic is topic:
            paragraphs = topic is Topic.ONGOING or part[0].theme is not None
            yield from (found for one in gathered(part, paragraphs=paragraphs) if (found := entry(one)).text)


def _named(themes: Sequence[Theme], found: Iterable[Commitment | Entry]) -> tuple[str, ...]:
    """The themes in their order: those declared, if any is used, and others in the order in which they come."""
    used = dict.fromkeys(name for one in found for name in one.themes)
    declared = [t.name for t in themes]
    return tuple(dict.fromkeys((*(declared if used.keys() & set(declared) or not used else ()), *used)))


def _title(walk: Sequence[Placed]) -> str | None:
    """The first heading, else the first line."""
    first = next((p for p in walk if p.item.shape is Shape.HEADING), None) or next((p for p in walk if p.item.shape is Shape.LINE), None)
    return plain(first.item.text)[:200] if first else None
