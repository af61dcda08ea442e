"""One minutes file from its text to `Minutes`: front matter, head, people, agenda, mentions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.errors import MinutesError
from tcsg.frozen import replace
from tcsg.model import Committee, Finding, Kind, Minutes, Person, Place, Severity
from tcsg.reading.actions import find_drafts
from tcsg.reading.agenda import read_agenda
from tcsg.reading.dates import Calendar, find_date
from tcsg.reading.drafts import Draft
from tcsg.reading.fates import with_fates
from tcsg.reading.fields import read_front_matter, shown
from tcsg.reading.followups import with_reviews
from tcsg.reading.head import read_head, read_next_meeting
from tcsg.reading.idiom import idiom_of
from tcsg.reading.legend import with_legend
from tcsg.reading.lines_below import with_lines_below
from tcsg.reading.logs import nicks_in
from tcsg.reading.markdown import scan
from tcsg.reading.mentions import mentions
from tcsg.reading.names import handles_in, names_of
from tcsg.reading.people import attendance
from tcsg.reading.person import read_person
from tcsg.reading.points import with_points
from tcsg.reading.references import Places, in_places, with_places
from tcsg.reading.remembered import forget
from tcsg.reading.review_titles import with_titles
from tcsg.reading.runs import with_runs
from tcsg.reading.sittings import Sittings, sittings
from tcsg.reading.speakers import read_speakers
from tcsg.reading.told_in_talk import told_in_talk
from tcsg.reading.two_dues import two_dues
from tcsg.reading.voted import without_voted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tcsg.model import AgendaItem, Mention
    from tcsg.reading.fields import Fields
    from tcsg.reading.head import Head
    from tcsg.reading.ignored import Section
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_MOMENT = late.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d")
_CAME = ("attendees", "participants", "people", "attending", "attendance", "teilnehmer", "anwesend", "présents")
_AWAY = ("regrets", "absent", "excused", "absentees", "entschuldigt", "excusés")
"""Keys of front matter that other programs write."""
_AROUND = 16
"""Items of the head, and of the end, that may announce the next meeting."""
_ISO = late.compile(r"\d{4}-\d\d-\d\d")
_EARLIER = late.compile(
    r"arising|recap|(?:last|previous(?:ly)?|prior|past|old|earlier|outstanding)\b[^\n]{0,60}\b(?:actions?|items|meeting|time|minutes|month|week|call|business)"
    r"|(?:unfinished|ongoing) business|review of|(?:over|ongoing) items|follow[ -]?ups?(?: (?:items|on [^\n]{1,30}))?[*_:]{0,3}[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""What may head what is told of earlier actions."""
_FAR = (
    r"complete|done|closed|carried|discharged|actioned|dealt|finished|fulfilled|addressed|resolved"
    r"|pending|progress|ongoing|open|hand|not yet|dropped|cancel|withdrawn|no longer"
)
_SHORT = late.compile(
    rf"\b(?:all|everything|alles?|tout(?:es)?|tous)\b[^\n]{{0,80}}?\b(?:{_FAR}|erledigt|abgeschl|termin|réalis|fait)"
    r"|\b(?:completed|done|finished|closed) (?:all )?(?:her|his|their|the) (?:\w+ )?(?:action|task|item)"
    r"|\bonly (?:outstanding|open|remaining) |\b(?:no|none) (?:\w+ ){0,2}(?:outstanding|pending|open|remaining)\b"
    rf"|^[^\w\n]{{0,6}}(?:(?:actions?|items?|nos?\.?) )?#?\d{{1,3}}\b[^\n]{{0,40}}\b(?:{_FAR}|erledigt|offen)"
    rf"|^[^\w\n]{{0,6}}(?:{_FAR}|erledigt|offen): ?#?\d",
    re.IGNORECASE | re.MULTILINE,
)
"""What may tell of old actions in short."""
_OF_SOMEBODY = late.compile(r"['’]s? (?:action|task|item)s? (?:is|are|was|were|has|have|remain)", re.IGNORECASE)
"""What may tell of somebody's: `Ann's action is done`."""
_EARLIER_WORDS = (
    *("arising", "recap", "review of", "last", "previous", "prior", "past", "old", "earlier", "outstanding", "unfinished", "ongoing"),
    *("over items", "follow"),
)
_SHORT_WORDS = (*_FAR.split("|"), "erledigt", "abgeschl", "termin", "réalis", "fait", "offen", "outstanding", "remaining")
"""One of these has each line in which the pattern finds something: to look for them is cheap, and most lines have none."""
_LABELLED = late.compile(rf"\w\)?(?::| [–—-]) (?:{_FAR}|erledigt|offen)", re.IGNORECASE)
"""What else may, and what most pages have that do: it is asked first, since the other is dear to compile."""


def read_minutes(text: str, path: str, sha256: str, committee: Committee) -> Minutes:
    """Read one minutes file; raises MinutesError for front matter that is broken or too many lines, never for what the body says."""
    if text.count("\n", 0, len(text) - 1) >= (most := committee.limits.minutes_lines):
        raise MinutesError(f"More than {most:,} lines, the limit; `limits` in committee.yaml sets another", Place(path, most + 1))
    front, body = read_front_matter(text, path)
    items = scan(body)
    listed = attendance(items)
    head = read_head(items, listed.lines)
    present = _people(front, "present") or _others(front, _CAME) or listed.present
    apologies = _people(front, "apologies") or _others(front, _AWAY) or listed.apologies
    day, findings = _day(front, path, head, committee.date_order)
    names = names_of([*present, *apologies, *(m for m in _members(committee, day))], idiom_of(committee), handles_in(body) | nicks_in(body))
    upcoming = front.day("next_meeting") or min((d for d in committee.meetings if day and d > day), default=None)
    calendar = Calendar(day, upcoming, committee.date_order, committee.academic_terms)
    agenda = read_agenda(items, names, listed.lines)
    ignored = _ignored(items, agenda, names)
    told = [i for i in items if not any(s.first <= i.line <= s.last for s in ignored)] if ignored else items
    found = without_voted(find_drafts(told, names, {a.line: a for a in agenda}, listed.lines), told, names)
    drafts = with_legend(with_points(found, told, names), told, names)
    meetings = sittings(items, calendar)
    drafts = with_lines_below(with_reviews(drafts, agenda, told[0].line if told else 0), told)
    places = Places(items)
    drafts = with_places(with_fates(drafts, told), places)
    stated = mentions(with_titles(with_runs(drafts, told, names), names), names, meetings)
    stated = _numbered(stated, told)
    stated, arising = _arising(text, told, stated, agenda, names)
    if not arising:
        from tcsg.reading.offered import offered  # lazy: minutes that review actions say so

        arising = offered(told, stated, agenda, listed.lines, names)
    arising = _with_talk(in_places(arising, places), told, stated, listed.lines, names)
    forget()
    noted = (*findings, *meetings.findings(path), *two_dues(stated, path, meetings))
    return Minutes(
        path, sha256, front.text("meeting") or head.meeting, day, front.text("committee"), upcoming, front.text("place") or head.place,
        present, apologies, agenda, stated, noted, read_speakers(items, listed.lines),
        tuple((s.first, s.last, s.title) for s in ignored), _announced(items, day, committee.date_order) if upcoming is None else None,
        arising,
    )  # fmt: skip


def _ignored(items: Sequence[Item], agenda: Sequence[AgendaItem], names: Names) -> tuple[Section, ...]:
    if not names.idiom.ignore:
        return ()
    from tcsg.reading.ignored import ignored_sections  # lazy: few committees say to ignore a section

    return ignored_sections(items, agenda, names)


def _numbered(stated: tuple[Mention, ...], items: Sequence[Item]) -> tuple[Mention, ...]:
    """The mentions with the numbers that they bear in their lists."""
    numbers = {item.line: item.marker.rstrip(".)") for item in items if item.marker and item.marker[:1].isdigit()}
    return tuple(replace(m, number=numbers[m.line]) if m.line in numbers else m for m in stated) if numbers else stated


def _arising(
    text: str, items: Sequence[Item], stated: tuple[Mention, ...], agenda: Sequence[AgendaItem], names: Names
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """What is told of matters arising beside the actions that are stated, behind the latter."""
    told: tuple[Mention, ...] = ()
    if any(map(_EARLIER.search, _having(text, _EARLIER_WORDS))):
        from tcsg.reading.arising import told_of_matters  # lazy: most minutes call such a section by another name, or have none

        told = told_of_matters(items, stated, agenda, names)
    if _may_tell_in_short(text):
        from tcsg.reading.in_short import told_in_short, without_short  # lazy: few minutes tell of old actions in short

        if short := told_in_short(items, names):
            lines = {m.line for m in short}
            stated, told = without_short(stated, short), (*short, *(m for m in told if m.line not in lines))
    return stated, told


def _with_talk(
    arising: tuple[Mention, ...], items: Sequence[Item], stated: Sequence[Mention], people_lines: Iterable[int], names: Names
) -> tuple[Mention, ...]:
    """What is told of old actions, and behind it what the talk tells in other lines."""
    taken = {line for m in (*stated, *arising) for line in range(m.line, m.end_line + 1)}
    return arising + told_in_talk(items, taken.union(people_lines), names)


def _may_tell_in_short(text: str) -> bool:
    """Whether a text may tell of old actions in short; most that do have lines that are told at once."""
    telling: list[str] = []
    for lines in _having(text, _SHORT_WORDS):
        if _LABELLED.search(lines):
            return True
        telling.append(lines)
    return bool(_OF_SOMEBODY.search(text) or any(map(_SHORT.search, telling)))


def _having(text: str, words: Sequence[str]) -> Iterator[str]:
    """Those lines of a text that have one of some words in them, word by word."""
    folded = text.lower()  # unlike `casefold` it leaves each letter in its place
    if len(folded) != len(text):
        yield text
        return
    for word in words:
        lines = []
        at = folded.find(word)
        while at >= 0:
            end = folded.find("\n", at)
            end = len(text) if end < 0 else end
            lines.append(text[folded.rfind("\n", 0, at) + 1 : end])
            at = folded.find(word, end)
        if lines:
            yield "\n".join(lines)


def _announced(items: tuple[Item, ...], day: date | None, order: str | None) -> date | None:
    """The day of the next meeting as head or end of the text tell it: `Date of next meeting: 4 May`."""
    around = items if len(items) <= 2 * _AROUND else (*items[:_AROUND], *items[-_AROUND:])
    return read_next_meeting(around, day, order) if day else None


def read_line(text: str, day: date, people: Iterable[Person], committee: Committee) -> Mention:
    """Read one line as an action of a meeting of that day."""
    names = names_of([*people, *_members(committee, day)], idiom_of(committee))
    upcoming = min((d for d in committee.meetings if d > day), default=None)
    draft = Draft(1, 1, text, Kind.MARKER, reasons=())
    calendar = Calendar(day, upcoming, committee.date_order, committee.academic_terms)
    return mentions([draft], names, Sittings((), (calendar,)))[0]


def _members(committee: Committee, day: date | None) -> list[Person]:
    """Those who are members on a day, and again under each name that the register says they are called as well."""
    return [Person(name.removeprefix("@"), m.initials, m.role) for m in committee.members if m.serves(day) for name in (m.name, *m.also)]


def _people(front: Fields, key: str) -> tuple[Person, ...]:
    """`present: {AHR: Ailish Harikae, Secretary}`, a list of `Ailish Harikae (AHR), Secretary`, or their names on one line."""
    if (node := front.entries.get(key)) is not None and isinstance(node.value, str):
        return _others(front, (key,))
    people = []
    for initials, words in front.pairs(key):
        person = read_person(words)
        if person is None:
            person = Person(words, initials)
        people.append(Person(person.name, initials or person.initials, person.role))
    return tuple(people)


def _others(front: Fields, keys: tuple[str, ...]) -> tuple[Person, ...]:
    """The people under a key that the front matter of other programs has for them: a list, or names on one line."""
    for node in filter(None, map(front.entries.get, keys)):
        values = [v.value for v in node.value] if isinstance(node.value, tuple) else [node.value]
        from tcsg.reading.entries import people_in  # lazy: our own front matter has initials and names

        people = tuple(person for value in values if isinstance(value, str) for person, _ in people_in(value))
        if people:
            return tuple(dict.fromkeys(people))
    return ()


def _day(front: Fields, path: str, head: Head, order: str | None) -> tuple[date | None, tuple[Finding, ...]]:
    """The meeting's day by front matter, then the file's name, then the head of the text; a disagreement is a finding.

    A `date` to the second is when a program wrote the page: before that the file's name counts.
    Front matter that gives no certain day is an error when nothing else gives one, a finding when something does.
    """
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    named = find_date(stem.replace("_", "-"))
    said = [(named[0] if named else None, 1, "the file's name"), (head.day[0], head.day[1], "the text") if head.day else (None, 1, "")]
    known = [(day, line, where) for day, line, where in said if day is not None]
    written = _front_day(front, order, needed=not known)
    if written:
        saved = _MOMENT.match(front.text("date") or "") is not None and named is not None
        known.insert(1 if saved else 0, (written, front.line("date"), "the front matter"))
    if not known:
        return None, ()
    day, _, source = known[0]
    others = [(line, f"{where} says {other}") for other, line, where in known[1:] if other != day]
    if front.has("date") and not written:
        others.insert(0, (front.line("date"), f"the front matter says {shown(front.text('date') or '')}, which is not one certain day"))
    return day, tuple(
        Finding("date-disagrees", Severity.WARNING, Place(path, line), f"{what}, {source} says {day}; {day} counts") for line, what in others
    )


def _front_day(front: Fields, order: str | None, *, needed: bool) -> date | None:
    """The day that the front matter gives, in whatever way it is written; raises MinutesError when it is `needed` and there is none."""
    try:
        return front.day("date")
    except MinutesError:
        written = find_date(front.text("date") or "", order)
        if written is None and (needed or _ISO.match(front.text("date") or "")):
            raise
        return written[0] if written else None
