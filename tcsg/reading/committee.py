"""`committee.yaml` to a Committee: every key may be missing, and one that means nothing is an error."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.errors import CommitteeError
from tcsg.model import AcademicTerm, Committee, Ignore, Limits, Member
from tcsg.reading import idiom
from tcsg.reading.fields import Fields, load, nearest, shown
from tcsg.reading.themes import read_themes

if TYPE_CHECKING:
    from tcsg.reading.fields import Node

KEYS = (
    "name",
    "time_zone",
    "date_order",
    "default_due",
    "unmentioned_after",
    "academic_terms",
    "meetings",
    "members",
    "groups",
    "words",
    "grace_days",
    "ignore",
    "limits",
    "themes",
    "joined",
    "self_assessments",
    "stalled_after",
)
MEMBER_KEYS = ("name", "role", "from", "until", "email", "also")
IGNORE_KEYS = ("code", "action", "path", "reason", "until")
DATE_ORDERS = ("dmy", "mdy", "ymd")
EVERYBODY = "all"
_STATUSES = ("done", "dropped", "open")

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
EMAIL = late.compile(rf"(?=.{{3,254}}$){_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*")
"""An address as RFC 5322 has them, without comments, quotes and letters beyond ASCII."""

_LEAP_YEAR = 2000
"""A year that has every day with which a term can begin or end."""


def load_committee(text: str, path: str) -> Committee:
    """Read committee.yaml; raises CommitteeError at the line of the first thing that is wrong."""
    fields = Fields.of(load(text, path, error=CommitteeError), path, CommitteeError, "committee.yaml")
    fields.only(KEYS, "committee.yaml")
    return Committee(
        name=fields.text("name"),
        time_zone=_time_zone(fields),
        date_order=fields.choice("date_order", DATE_ORDERS),
        default_due=_default_due(fields),
        unmentioned_after=_meetings(fields, "unmentioned_after", Committee().unmentioned_after),
        academic_terms=_academic_terms(fields.mapping("academic_terms")),
        meetings=tuple(sorted(fields.days("meetings"))),
        members=_members(fields.mapping("members")),
        groups=_groups(fields.mapping("groups")),
        words=_words(fields.mapping("words")),
        grace_days=_grace_days(fields),
        ignore=tuple(_ignore(entry) for entry in fields.mappings("ignore")),
        limits=_limits(fields.mapping("limits")),
        themes=read_themes(fields),
        joined=_joined(fields),
        self_assessments=tuple(sorted(fields.days("self_assessments"))),
        stalled_after=_meetings(fields, "stalled_after", Committee().stalled_after),
    )


def _time_zone(fields: Fields) -> str | None:
    name = fields.text("time_zone")
    if name is None:
        return None
    import zoneinfo  # lazy: most workspaces name no time zone

    try:
        zoneinfo.ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        known = zoneinfo.available_timezones()
        cure = nearest(name, sorted(known)) if known else "this computer knows none; `pip install tzdata`"
        raise fields.wrong("time_zone", f"there is no time zone {shown(name)}; {cure}") from None
    return name


def _default_due(fields: Fields) -> str | None:
    text = fields.text("default_due")
    if text is None or text == "none":
        return None
    if text == "next-meeting" or re.fullmatch(r"[1-9][0-9]{0,3} days?", text):
        return text
    raise fields.wrong("default_due", f"{shown(text)} is no default_due; write none, next-meeting or a number of days: 28 days")


def _meetings(fields: Fields, key: str, usual: int) -> int:
    text = fields.text(key)
    if text is None:
        return usual
    if not re.fullmatch(r"[1-9][0-9]{0,3}", text):
        raise fields.wrong(key, f"{shown(text)} is no number of meetings; write a whole number from 1 on")
    return int(text)


def _joined(fields: Fields) -> date | None:
    """A day, or a month, which counts as its last day."""
    text = fields.text("joined")
    month = re.fullmatch(r"((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])", text or "")
    if month is None:
        return fields.day("joined")
    from tcsg.reading.periods import last_of_month  # lazy: brings the words of time

    return last_of_month(int(month[1]), int(month[2]))


def _grace_days(fields: Fields) -> int:
    text = fields.text("grace_days")
    if text is None:
        return 0
    if not re.fullmatch(r"[0-9]{1,4}", text):
        raise fields.wrong("grace_days", f"{shown(text)} is no number of days; write a whole number from 0 on")
    return int(text)


def _ignore(entry: Fields) -> Ignore:
    """`{code: overdue, action: A8.3, reason: after the move, until: 2024-06-17}`."""
    what = "an entry of `ignore`"
    entry.only(IGNORE_KEYS, what)
    code, reason, until = entry.need("code", what), " ".join(entry.need("reason", what).split()), entry.day("until")
    if not reason:
        raise entry.wrong("reason", f"{what} needs a reason in words")
    if until is None:
        raise entry.wrong("until", f"{what} needs `until: …`, the last day on which it holds")
    return Ignore(code, reason, until, entry.start, entry.text("action"), entry.text("path"))


def _limits(fields: Fields) -> Limits:
    known = [field.name for field in dataclasses.fields(Limits)]
    fields.only(known, "limits")
    found = {}
    for key in fields.entries:
        text = fields.text(key) or ""
        if not re.fullmatch(r"[1-9][0-9]{0,8}", text):
            raise fields.wrong(key, f"{shown(text)} is no {key}; write a whole number from 1 on")
        found[key] = int(text)
    return Limits(**found)


def _academic_terms(fields: Fields) -> tuple[AcademicTerm, ...]:
    return tuple(_academic_term(fields, name) for name in fields.entries)


def _academic_term(fields: Fields, name: str) -> AcademicTerm:
    """`09-28..12-13`; one that ends before it begins goes over the turn of the year."""
    text = fields.text(name) or ""
    match = re.fullmatch(r"([0-9]{2})-([0-9]{2})\.\.([0-9]{2})-([0-9]{2})", text)
    if not match:
        raise fields.wrong(name, f"{shown(text)} is no academic term; write its first and last day as 09-28..12-13")
    numbers = [int(number) for number in match.groups()]
    start, end = (numbers[0], numbers[1]), (numbers[2], numbers[3])
    for month, day in (start, end):
        try:
            date(_LEAP_YEAR, month, day)
        except ValueError:
            raise fields.wrong(name, f"no year has a {month:02}-{day:02}, month and day") from None
    if start == end:
        raise fields.wrong(name, f"{shown(text)} is a single day; write the first and the last day of the term")
    return AcademicTerm(name, start, end)


def _members(fields: Fields) -> tuple[Member, ...]:
    found: list[Member] = []
    for initials, node in fields.entries.items():
        nodes = node.value if isinstance(node.value, tuple) else (node,)
        periods = [_member(fields, initials, item) for item in nodes]
        _refuse_overlap(fields, initials, periods)
        found += periods
    return tuple(found)


def _member(fields: Fields, initials: str, node: Node) -> Member:
    """`Mira Olsen, Secretary`, or a mapping that also tells from when and until when."""
    if isinstance(node.value, str) and node.value.strip():
        name, _, role = node.value.partition(",")
        return Member(name.strip(), initials, role.strip() or None)
    if not isinstance(node.value, MappingProxyType):
        raise fields.wrong(node.line, f"member {shown(initials)} needs a name; write `AB: Name, Role` or `AB: {{name: Name}}`")
    member = Fields.of(node, fields.path, fields.fault, initials)
    member.only(MEMBER_KEYS, f"member {shown(initials)}")
    start, end = member.day("from"), member.day("until")
    if start and end and end < start:
        raise member.wrong("until", f"member {shown(initials)} ends on {end}, before the begin on {start}")
    name, also = member.need("name", f"member {shown(initials)}"), member.texts("also")
    return Member(name, initials, member.text("role"), start, end, _email(member), also)


def _email(member: Fields) -> str | None:
    text = member.text("email")
    if text is not None and not EMAIL.fullmatch(text):
        raise member.wrong("email", f"{shown(text)} is no e-mail address; write it as name@example.org")
    return text


def _refuse_overlap(fields: Fields, initials: str, periods: list[Member]) -> None:
    """Two people may bear the same initials, but not on the same day: an action's owner could be either."""
    for one, other in combinations(periods, 2):
        begin = max((day for day in (one.start, other.start) if day), default=None)
        if one.name != other.name and one.serves(begin) and other.serves(begin):
            when = f"on {begin}" if begin else "at the same time"
            said = f"{shown(initials)} is both {shown(one.name)} and {shown(other.name)} {when}; write `until` and `from`, or other initials"
            raise fields.wrong(initials, said)


def _groups(fields: Fields) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, _group(fields, name)) for name in fields.entries)


def _group(fields: Fields, name: str) -> tuple[str, ...]:
    if fields.entries[name].value == EVERYBODY:
        return (EVERYBODY,)
    members = fields.texts(name)
    if not members:
        raise fields.wrong(name, f"group {shown(name)} has nobody in it; write `all` or a list of initials")
    return members


def _words(fields: Fields) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The committee's own words; one that says nothing, or two things at once, is an error."""
    fields.only(idiom.KEYS, "`words`")
    statuses: dict[str, str] = {}
    for name in fields.entries:
        for word in fields.texts(name):
            if not idiom.key(word):
                raise fields.wrong(name, f"{shown(word)} in `{name}` is no word")
            if name in _STATUSES and statuses.setdefault(idiom.key(word), name) != name:
                raise fields.wrong(name, f"{shown(word)} is in both `{statuses[idiom.key(word)]}` and `{name}`; keep one")
    return tuple((name, fields.texts(name)) for name in fields.entries)
