"""Rules on the people of the minutes: who owns, speaks or is listed, and cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Finding, Place, Severity, Status
from tcsg.reading.names import initials_of
from tcsg.reading.naming import INITIALS, is_collective

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.checks.case import Case
    from tcsg.model import Mention, Minutes


_LONG = 3
"""Letters that initials of people rarely exceed."""
_NEAR = 0.5
"""Likeness from which other initials may be meant."""


def unknown_initials(case: Case) -> Iterator[Finding]:
    """Initials of an owner that nobody at that meeting has, with the likely person."""
    for minutes in case.minutes:
        if not _lists_initials(minutes):
            continue
        people = [(p.name, p.initials) for p in minutes.people] + _register(case, minutes)
        known = {(initials or initials_of(name)).casefold() for name, initials in people}
        seen: set[str] = set()
        for mention in filter(_is_certain, minutes.mentions):
            for owner in mention.owners:
                strange = INITIALS.match(owner) and owner.isupper() and owner.casefold() not in known
                if not strange or owner in seen or case.directory.group(owner):
                    continue
                likely = _likely(owner, people)
                if len(owner) > _LONG and not likely:
                    continue  # the short name of a body
                seen.add(owner)
                words = f"nobody at this meeting has the initials {owner}{likely}"
                yield Finding("unknown-initials", Severity.WARNING, Place(minutes.path, mention.line), words)


def _is_certain(mention: Mention) -> bool:
    return mention.certain


def _lists_initials(minutes: Minutes) -> bool:
    """Whether the list of people gives initials, so that somebody without any is an exception."""
    with_initials = sum(p.initials is not None for p in minutes.present)
    return with_initials * 2 > len(minutes.present) > 0


def _register(case: Case, minutes: Minutes) -> list[tuple[str, str | None]]:
    return [(m.name, m.initials) for m in case.committee.members if m.serves(minutes.day)]


def _likely(initials: str, people: list[tuple[str, str | None]]) -> str:
    """The person with the nearest initials, of equals the one with the same first letter."""
    # Lazy: only a finding pays for it.
    from difflib import SequenceMatcher

    rated = [(SequenceMatcher(None, initials, i).ratio(), i[:1] == initials[:1], i, name) for name, i in people if i]
    ratio, _, near, name = max(rated, key=lambda rate: rate[:2], default=(0.0, False, "", ""))
    return f"; the nearest is {near}, {name}" if ratio >= _NEAR else ""


def unlisted_initials(case: Case) -> Iterator[Finding]:
    """Somebody who is listed without initials among people with, while actions or speakers bear the initials of that name."""
    for minutes in filter(_lists_initials, case.minutes):
        taken = {p.initials for p in minutes.people if p.initials} | {i for _, i in _register(case, minutes)}
        used = [(m.line, o) for m in minutes.mentions for o in m.owners] + [(line, s) for s, line in minutes.speakers]
        for person in minutes.people:
            likely = initials_of(person.name)
            line = min((line for line, words in used if words == likely), default=None)
            if person.initials is None and line is not None and likely not in taken:
                words = f"{person.name} is listed without initials; {likely} is probably {person.name}"
                yield Finding("unlisted-initials", Severity.WARNING, Place(minutes.path, line), words)


def same_initials(case: Case) -> Iterator[Finding]:
    """Two people of one meeting with the same initials."""
    for minutes in case.minutes:
        seen: dict[str, str] = {}
        for person in minutes.people:
            first = seen.setdefault(person.initials or person.name, person.name)
            if person.initials and case.directory.person(first) != case.directory.person(person.name):
                words = f"{person.initials} are the initials of both {first} and {person.name}; whose actions are they?"
                yield Finding("same-initials", Severity.WARNING, Place(minutes.path, 1), words)


def ambiguous_owner(case: Case) -> Iterator[Finding]:
    """An owner who can be two people of the meeting."""
    for minutes in case.minutes:
        key, seen = case.key(minutes), set[str]()
        initials = {p.initials for p in minutes.people}
        for mention in minutes.mentions:
            for owner in mention.owners:
                found = case.directory.candidates(owner, key) if owner not in seen | initials else ()
                seen.add(owner)
                if found:
                    words = f"{owner} can be {' or '.join(map(str, found))}; write more of the name"
                    yield Finding("ambiguous-owner", Severity.WARNING, Place(minutes.path, mention.line), words)


def speaker_absent(case: Case) -> Iterator[Finding]:
    """Somebody who speaks in the minutes and is neither present nor excused."""
    for minutes in filter(_lists_initials, case.minutes):
        known = {p.initials or initials_of(p.name) for p in minutes.people} | {i for _, i in _register(case, minutes)}
        seen: set[str] = set()
        for speaker, line in minutes.speakers:
            if speaker not in known and speaker not in seen:
                seen.add(speaker)
                words = f"{speaker} speaks here but is listed neither as present nor as excused"
                yield Finding("speaker-unlisted", Severity.WARNING, Place(minutes.path, line), words)


def owner_absent(case: Case) -> Iterator[Finding]:
    """An action that was given to somebody who had sent apologies; one that was theirs before is none."""
    for minutes in case.minutes:
        key = case.key(minutes)
        away = {case.directory.person(p.name) for p in minutes.apologies}
        new = {a.id for a in case.carried.ledger.actions if a.raised == key} if away else set()
        for mention in minutes.mentions if away else ():
            if mention.restates is not None or mention.status is not Status.OPEN or case.action(minutes, mention) not in new:
                continue
            for owner in mention.owners:
                who = case.directory.owner(owner, key)
                if who in away:
                    words = f"{owner}{'' if owner == who.name else f' ({who.name})'} was not there when this was agreed: {mention.text}"
                    yield Finding("owner-absent", Severity.INFO, Place(minutes.path, mention.line), words)


def group_undefined(case: Case) -> Iterator[Finding]:
    """A group that owns an action and that committee.yaml does not define; a mere note as long as it defines none."""
    severity = Severity.WARNING if case.committee.groups else Severity.INFO
    seen: set[str] = set()
    for minutes in case.minutes:
        key = case.key(minutes)
        for mention in filter(_is_certain, minutes.mentions):
            for owner in mention.owners:
                if owner.casefold() in seen or not is_collective(owner) or case.directory.group(owner) is not None:
                    continue
                if not case.directory.owner(owner, key).known:
                    seen.add(owner.casefold())
                    words = f"{owner!r} owns an action but is no group of committee.yaml"
                    yield Finding("group-undefined", severity, Place(minutes.path, mention.line), words)
