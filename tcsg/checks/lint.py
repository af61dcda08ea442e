"""Rules on the minutes themselves: what contradicts itself, and who speaks or owes without being there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.model import Finding, Kind, Place, Severity
from tcsg.reading.headings import read_opening
from tcsg.reading.names import initials_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tcsg.checks.case import Case
    from tcsg.model import Mention, Minutes

_HELPERS = re.compile(
    r"\b(?:with (?:the )?(?:support|help|assistance) (?:from|of)|supported by|assisted by|helped by)\s+"
    r"([^.;()]{1,80}?)(?=[.;,()]|\s(?:to|for|in|on|with|by)\s|$)",
    re.IGNORECASE,
)
_CITED = re.compile(r"(?<![\w.])[Aa]([0-9A-Za-z-]{1,20})\.(\d{1,4})(?![\w.]\d)")


def support_differs(case: Case) -> Iterator[Finding]:
    """One action with other helpers in another place of the same minutes."""
    for minutes in case.minutes:
        for first, again in _restated(minutes):
            here, there = _helpers(again.text), _helpers(first.text)
            if here and there and here != there:
                words = f"{_who(again)} has the support of {_list(here)} here and of {_list(there)} at line {first.line}"
                yield Finding("support-differs", Severity.WARNING, Place(minutes.path, again.line), words, _action(case, minutes, first))


def _restated(minutes: Minutes) -> Iterator[tuple[Mention, Mention]]:
    """Each mention that restates another, after the one it restates."""
    by_line: dict[int, list[Mention]] = {}
    for mention in minutes.mentions:
        by_line.setdefault(mention.line, []).append(mention)
    for again in minutes.mentions:
        said = by_line.get(again.restates or 0, [])
        if said:
            yield next((m for m in said if set(m.owners) & set(again.owners)), said[0]), again


def _helpers(text: str) -> frozenset[str]:
    match = _HELPERS.search(text)
    return frozenset(p.strip() for p in re.split(r"/|,|&|\band\b", match[1]) if p.strip()) if match else frozenset()


def _who(mention: Mention) -> str:
    return ", ".join(mention.owners) or "nobody"


def _list(words: Iterable[str]) -> str:
    return " and ".join(sorted(words))


def _action(case: Case, minutes: Minutes, mention: Mention) -> str | None:
    return next((k.action for k in case.carried.links if k.path == minutes.path and k.mention == mention), None)


def summary_differs(case: Case) -> Iterator[Finding]:
    """A list of the meeting's actions that names others than its items do: one finding for the whole list."""
    for minutes in case.minutes:
        listed = [m for m in minutes.mentions if _in_summary(m)]
        items = [m for m in minutes.mentions if not _in_summary(m) and m.agenda_item is not None]
        if not listed or not items:
            continue
        pairs = {(m.restates, m.line) for m in minutes.mentions if m.restates is not None}
        joined = {line for pair in pairs for line in pair}
        alone = [m for m in listed if m.line not in joined]
        missing = [m for m in items if m.line not in joined]
        if not alone and not missing:
            continue
        parts = [f"names {_count(alone)} that no item records ({_lines(alone)})"] if alone else []
        parts += [f"lacks {_count(missing)} of the items ({_lines(missing)})"] if missing else []
        yield Finding("summary-differs", Severity.WARNING, Place(minutes.path, listed[0].line), f"the list {listed[0].block!r} {' and '.join(parts)}")


def _in_summary(mention: Mention) -> bool:
    """Whether a mention stands in a list of the whole meeting, and not in one that reviews earlier actions."""
    if mention.kind is Kind.SUMMARY:
        return True
    opening = read_opening(mention.block) if mention.block else None
    return mention.kind is Kind.BLOCK and mention.agenda_item is None and opening is not None and not opening.review


def _count(mentions: list[Mention]) -> str:
    return "1 action" if len(mentions) == 1 else f"{len(mentions)} actions"


def _lines(mentions: list[Mention]) -> str:
    lines = sorted({m.line for m in mentions})
    return f"line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines[:8]))}{' …' if len(lines) > 8 else ''}"


def agenda_twice(case: Case) -> Iterator[Finding]:
    """An agenda number that two items have."""
    for minutes in case.minutes:
        seen: dict[str, int] = {}
        for item in minutes.agenda:
            if item.number is None:
                continue
            first = seen.setdefault(item.number, item.line)
            if first != item.line:
                words = f"agenda item {item.number} ({item.title}) has the number of line {first}"
                yield Finding("agenda-twice", Severity.WARNING, Place(minutes.path, item.line), words)


def unlisted_initials(case: Case) -> Iterator[Finding]:
    """Somebody who is listed without initials, while actions or speakers are written with the initials of that name."""
    for minutes in case.minutes:
        taken = {p.initials for p in minutes.people if p.initials}
        used = {o for m in minutes.mentions for o in m.owners} | {s for s, _ in minutes.speakers}
        for person in minutes.people:
            likely = initials_of(person.name)
            if person.initials is None and likely in used and likely not in taken:
                line = next((m.line for m in minutes.mentions if likely in m.owners), next((n for s, n in minutes.speakers if s == likely), 1))
                words = f"{person.name} is listed without initials; {likely} is probably {person.name}"
                yield Finding("unlisted-initials", Severity.WARNING, Place(minutes.path, line), words)


def speaker_absent(case: Case) -> Iterator[Finding]:
    """Somebody who speaks in the minutes and is neither present nor excused."""
    for minutes in case.minutes:
        if not minutes.people:
            continue
        known = {p.initials or initials_of(p.name) for p in minutes.people} | {m.initials for m in case.committee.members if m.serves(minutes.day)}
        seen: set[str] = set()
        for speaker, line in minutes.speakers:
            if speaker not in known and speaker not in seen:
                seen.add(speaker)
                words = f"{speaker} speaks here but is listed neither as present nor as excused"
                yield Finding("speaker-unlisted", Severity.WARNING, Place(minutes.path, line), words)


def owner_absent(case: Case) -> Iterator[Finding]:
    """An action that was given to somebody who had sent apologies."""
    for minutes in case.minutes:
        away = {(p.initials or initials_of(p.name)): p.name for p in minutes.apologies}
        for mention in minutes.mentions:
            for owner in mention.owners:
                if owner in away and mention.restates is None:
                    words = f"{owner} ({away[owner]}) was not there when this was agreed: {mention.text}"
                    yield Finding("owner-absent", Severity.INFO, Place(minutes.path, mention.line), words)


def group_undefined(case: Case) -> Iterator[Finding]:
    """A group that owns an action and that committee.yaml does not define, once the committee defines any."""
    if not case.committee.groups:
        return
    seen: set[str] = set()
    for minutes in case.minutes:
        for mention in minutes.mentions:
            for owner in mention.owners:
                if owner.casefold() not in seen and _looks_like_group(owner) and case.directory.group(owner) is None:
                    seen.add(owner.casefold())
                    words = f"{owner!r} owns an action but is no group of committee.yaml"
                    yield Finding("group-undefined", Severity.WARNING, Place(minutes.path, mention.line), words)


def _looks_like_group(owner: str) -> bool:
    last = owner.casefold().split()[-1]
    return last in {"group", "team", "board", "committee", "council", "exec", "executive", "members", "officers", "subcommittee"}


def same_initials(case: Case) -> Iterator[Finding]:
    """Two people of one meeting with the same initials."""
    for minutes in case.minutes:
        seen: dict[str, str] = {}
        for person in minutes.people:
            if person.initials and seen.setdefault(person.initials, person.name) != person.name:
                words = f"{person.initials} are the initials of both {seen[person.initials]} and {person.name}; whose actions are they?"
                yield Finding("same-initials", Severity.WARNING, Place(minutes.path, 1), words)


def cited_unknown(case: Case) -> Iterator[Finding]:
    """An id that the minutes cite and that no action has."""
    known = {i.casefold() for a in case.carried.ledger.actions for i in (a.id, *a.aliases)}
    keys = {m.key.casefold() for m in case.carried.ledger.meetings}
    for minutes in case.minutes:
        for mention in minutes.mentions:
            for key, number in _CITED.findall(mention.text):
                cited = f"A{key}.{int(number)}"
                if key.casefold() in keys and cited.casefold() not in known:
                    words = f"{cited} is cited here, but there is no such action"
                    yield Finding("cited-unknown", Severity.WARNING, Place(minutes.path, mention.line), words)
