"""What was read, as values of JSON and back, for the cache; what is not of this form raises ValueError, TypeError, LookupError or AttributeError."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tcsg.model import (
    AcademicTerm,
    AgendaItem,
    Committee,
    Due,
    Finding,
    Ignore,
    Kind,
    Limits,
    Member,
    Mention,
    Minutes,
    Person,
    Place,
    Reason,
    Section,
    Severity,
    Status,
    Theme,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterable

FOREIGN = (ValueError, TypeError, LookupError, AttributeError)
"""What reading raises that did not write."""

_STATUSES = {str(s): s for s in Status}
_KINDS = {str(k): k for k in Kind}
_SECTIONS = {str(s): s for s in Section}


def dump_minutes(m: Minutes) -> list[Any]:
    """The minutes without path and hash, which whoever asks knows."""
    return [
        m.meeting, _iso(m.day), m.committee, _iso(m.next_meeting), m.place, _people(m.present), _people(m.apologies),
        [[a.line, a.title, a.number, a.leads] for a in m.agenda], list(map(_mention, m.mentions)), list(map(dump_finding, m.findings)),
        m.speakers, m.ignored, _iso(m.announced), list(map(_mention, m.arising)),
    ]  # fmt: skip


def load_minutes(value: Any, path: str, sha256: str) -> Minutes:
    """The minutes that `dump_minutes` wrote."""
    meeting, day, committee, upcoming, place, present, apologies, agenda, mentions, findings, speakers, ignored, announced, arising = value
    return Minutes(
        path, sha256, meeting, _day(day), committee, _day(upcoming), place, _load_people(present), _load_people(apologies),
        tuple(AgendaItem(line, title, number, tuple(leads)) for line, title, number, leads in agenda), tuple(map(_load_mention, mentions)),
        tuple(map(load_finding, findings)), tuple(map(tuple, speakers)), tuple(map(tuple, ignored)),
        _day(announced), tuple(map(_load_mention, arising)),
    )  # fmt: skip


def _people(people: Iterable[Person]) -> list[Any]:
    return [[p.name, p.initials, p.role] for p in people]


def _load_people(value: Any) -> tuple[Person, ...]:
    return tuple(Person(*one) for one in value)


def _mention(m: Mention) -> list[Any]:
    due = m.due and [m.due.words, _iso(m.due.day), *map(_iso, m.due.readings)]
    return [
        m.line, m.end_line, m.text, m.owners, due, m.status, m.kind, m.agenda_item, m.restates, m.certain, m.cites,
        [[r.about, r.words, r.line] for r in m.reasons], m.block, m.section, m.links, m.unsure, m.plan, m.former, m.point, m.number,
        m.at, m.refers,
    ]  # fmt: skip


def _load_mention(value: Any) -> Mention:
    (
        line,
        end,
        text,
        owners,
        due,
        status,
        kind,
        item,
        restates,
        certain,
        cites,
        reasons,
        block,
        section,
        links,
        unsure,
        plan,
        former,
        point,
        number,
        at,
        refers,
    ) = value
    meant = due and Due(due[0], _day(due[1]), tuple(map(date.fromisoformat, due[2:])))
    return Mention(
        line, end, text, tuple(owners), meant, _STATUSES[status], _KINDS[kind], item, restates,
        certain, tuple(cites), tuple(Reason(*r) for r in reasons), block, section and _SECTIONS[section], tuple(links), unsure, tuple(plan),
        tuple(former), point, number, at, refers,
    )  # fmt: skip


def dump_finding(f: Finding) -> list[Any]:
    """A finding."""
    return [f.code, f.severity, f.place.path, f.place.line, f.message, f.action, f.days_late, _iso(f.due), f.owners]


def load_finding(value: Any) -> Finding:
    """The finding that `dump_finding` wrote."""
    code, severity, path, line, message, action, late, due, owners = value
    return Finding(code, Severity(severity), Place(path, line), message, action, late, _day(due), tuple(owners))


def dump_committee(c: Committee) -> list[Any]:
    """What committee.yaml says."""
    return [
        c.name, c.time_zone, c.date_order, c.default_due, c.unmentioned_after, [[t.name, t.start, t.end] for t in c.academic_terms],
        list(map(_iso, c.meetings)), [[m.name, m.initials, m.role, _iso(m.start), _iso(m.end), m.email, m.also] for m in c.members],
        c.groups, c.words, c.grace_days, [[i.code, i.reason, _iso(i.until), i.line, i.action, i.path] for i in c.ignore],
        [c.limits.minutes_mb, c.limits.minutes_lines, c.limits.ledger_mb, c.limits.action_characters],
        [[t.name, t.letter] for t in c.themes], _iso(c.joined), list(map(_iso, c.self_assessments)), c.stalled_after,
    ]  # fmt: skip


def load_committee_kept(value: Any) -> Committee:
    """The register that `dump_committee` wrote."""
    name, zone, order, default, after, terms, meetings, members, groups, words, grace, ignore, limits, themes, joined, assessed, stalled = value
    return Committee(
        name, zone, order, default, after, tuple(AcademicTerm(n, tuple(s), tuple(e)) for n, s, e in terms), tuple(map(date.fromisoformat, meetings)),
        tuple(Member(n, i, role, _day(start), _day(end), email, tuple(also)) for n, i, role, start, end, email, also in members),
        tuple((group, tuple(who)) for group, who in groups), tuple((key, tuple(said)) for key, said in words), grace,
        tuple(Ignore(code, reason, date.fromisoformat(until), line, action, path) for code, reason, until, line, action, path in ignore),
        Limits(*limits), tuple(Theme(*t) for t in themes), _day(joined), tuple(map(date.fromisoformat, assessed)), stalled,
    )  # fmt: skip


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
