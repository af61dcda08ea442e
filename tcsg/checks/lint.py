"""Rules on what the minutes state twice: the same action, the same number, a list of the meeting's own actions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.ledger.derive import are_shared
from tcsg.model import Finding, Kind, Place, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tcsg.checks.case import Case
    from tcsg.ledger.carry import Link
    from tcsg.model import AgendaItem, Mention, Minutes

_HELPERS = re.compile(
    r"\b(?:with (?:the )?(?:support|help|assistance) (?:from|of)|supported by|assisted by|helped by)\s+"
    r"([^.;()]{1,80}?)(?=[.;,()]|\s(?:to|for|in|on|with|by)\s|$)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:action|actions|item|AP|AI|no\.)\s+#?(\d{1,4}\.\d{1,3})\b", re.IGNORECASE)
_SCHEME = 2
"""Own numbers of one meeting that make a scheme."""
_CITED = re.compile(r"(?<![\w.])[Aa]([0-9A-Za-z-]{1,20})\.(\d{1,4})(?![\w.]\d)")


def disagreement(case: Case) -> Iterator[Finding]:
    """Owners or due dates of one action that differ between two places of one meeting."""
    for links in case.links.values():
        for one, other in _same_meeting(links):
            a, b = one.mention, other.mention
            place = Place(other.path, b.line)
            if a.owners and b.owners and not are_shared(a, b) and not case.same_people(a.owners, b.owners, one.meeting):
                words = f"{one.action} belongs to {', '.join(b.owners)} here and to {', '.join(a.owners)} at line {a.line}; line {a.line} counts"
                yield Finding("owners-differ", Severity.WARNING, place, words, one.action)
            if a.due and b.due and a.due.day and b.due.day and a.due.day != b.due.day:
                words = f"{one.action} is due {b.due.words!r} here and {a.due.words!r} at line {a.line}; line {a.line} counts"
                yield Finding("due-differs", Severity.WARNING, place, words, one.action)
            if (a.status is Status.OPEN) != (b.status is Status.OPEN):
                words = f"{one.action} is {b.status} here and {a.status} at line {a.line}"
                yield Finding("status-differs", Severity.WARNING, place, words, one.action)


def _same_meeting(links: Iterable[Link]) -> Iterator[tuple[Link, Link]]:
    """The mention that speaks for an action at each meeting, with each of the others there."""
    by_meeting: dict[str, list[Link]] = {}
    for link in links:
        by_meeting.setdefault(link.meeting, []).append(link)
    for group in by_meeting.values():
        sure = [k for k in group if k.mention.certain] or group
        first, *rest = sorted(sure, key=lambda k: (k.mention.kind is Kind.SUMMARY, k.mention.restates is not None, k.mention.line))
        for other in rest:
            yield first, other


def support_differs(case: Case) -> Iterator[Finding]:
    """One action with other helpers in another place of the same minutes."""
    for minutes in case.minutes:
        for first, again in _restated(minutes):
            here, there = _helpers(again.text), _helpers(first.text)
            if here and there and not case.same_people(here, there, case.key(minutes)):
                words = f"{_who(again)} has the support of {_list(here)} here and of {_list(there)} at line {first.line}"
                yield Finding("support-differs", Severity.WARNING, Place(minutes.path, again.line), words, case.action(minutes, first))


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


def agenda_twice(case: Case) -> Iterator[Finding]:
    """An agenda number that two items have; numbers that begin anew are another list."""
    for minutes in case.minutes:
        seen: dict[str, int] = {}
        stated = {m.line for m in minutes.mentions}
        numbered = [item for item in minutes.agenda if item.number is not None and item.line not in stated]
        for n, item in enumerate(numbered):
            number = item.number or ""
            if number in seen and _begins_anew(numbered, n):
                seen = {}
            first = seen.setdefault(number, item.line)
            if first != item.line:
                words = f"agenda item {number} ({item.title}) has the number of line {first}"
                yield Finding("agenda-twice", Severity.WARNING, Place(minutes.path, item.line), words)


def _begins_anew(items: Sequence[AgendaItem], n: int) -> bool:
    """Whether the numbers start over at an item: it is the first, or its next follows it and it does not follow its last."""
    number, before = _last(items[n]), _last(items[n - 1])
    after = _last(items[n + 1]) if n + 1 < len(items) else None
    return number < before and (number <= 1 or after == number + 1)


def _last(item: AgendaItem) -> int:
    """The last part of an item's number."""
    digits = re.findall(r"\d+", item.number or "")
    return int(digits[-1]) if digits else 0


def cited_unknown(case: Case) -> Iterator[Finding]:
    """An id that the minutes cite and that no action has, the committee's own numbers among them."""
    ledger = case.carried.ledger
    known = {i.casefold() for a in ledger.actions for i in (a.id, *a.aliases)}
    keys = {m.key.casefold() for m in ledger.meetings}
    own = _own_numbers(case)
    for minutes in case.minutes:
        seen: set[str] = set()
        for mention in minutes.mentions:
            ids = [(f"A{key}.{int(number)}", key.casefold() in keys) for key, number in _CITED.findall(mention.text)]
            wrong = [cited for cited, ours in ids if ours and cited.casefold() not in known]
            wrong += [n for n in (*_OWN.findall(mention.text), *mention.cites) if _is_lost(n, own, case.key(minutes))]
            for cited in wrong:
                if cited not in seen:
                    seen.add(cited)
                    words = f"{cited} is cited here, but there is no such action"
                    yield Finding("cited-unknown", Severity.WARNING, Place(minutes.path, mention.line), words)


def _own_numbers(case: Case) -> dict[str, set[str]]:
    """The committee's own numbers, such as `58.3` for the third action of meeting 58, by the meetings that number theirs so."""
    found: dict[str, set[str]] = {}
    for minutes in case.minutes:
        key = case.key(minutes)
        numbers = {n for m in minutes.mentions for n in m.cites if n.partition(".")[0] == key and "." in n}
        if len(numbers) >= _SCHEME:
            found[key] = numbers
    return found


def _is_lost(number: str, own: dict[str, set[str]], here: str) -> bool:
    """Whether a number of an earlier meeting that numbers its actions is none of them."""
    meeting = number.partition(".")[0]
    return meeting != here and meeting in own and number not in own[meeting]
