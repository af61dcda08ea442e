"""The rule on the list of all actions of a meeting: it names what its items record, and gives it to the same people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.model import Finding, Kind, Place, Severity, Status
from tcsg.reading.headings import read_opening
from tcsg.reading.idiom import idiom_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.checks.case import Case
    from tcsg.model import Committee, Mention, Minutes

_SMALL = 3
"""Letters of a word that tells nothing."""
_STANDING = frozenset(("log", "register", "tracker", "tracking"))
"""Words of lists that are kept over many meetings."""
_OWNED, _LIKE, _SAME = 1 / 3, 1 / 2, 3 / 4
"""Share of words from which two mentions are one action: when their owners are the same, when one names none, when they differ."""


@frozen
class _Compared:
    """What only the list names, what only the items do, and what both name for other owners, list first."""

    alone: tuple[Mention, ...]
    missing: tuple[Mention, ...]
    differing: tuple[tuple[Mention, Mention], ...]


def summary_differs(case: Case) -> Iterator[Finding]:
    """A list of the meeting's actions that names others than its items do: one finding for the whole list, and one for each other owner."""
    for minutes in case.minutes:
        title, listed = _summary(minutes, case.committee)
        items = [m for m in minutes.mentions if m not in listed and m.agenda_item is not None and m.status is Status.OPEN and not _is_review(m, case)]
        if not listed or not items:
            continue
        found = _compare(case, minutes, listed, items)
        for mention, item in found.differing:
            words = f"this belongs to {_who(mention)} here and to {_who(item)} at line {item.line}: {mention.text}"
            yield Finding("owners-differ", Severity.WARNING, Place(minutes.path, mention.line), words, case.action(minutes, item))
        if found.alone or found.missing:
            parts = [f"names {_count(found.alone)} that no item records ({_lines(found.alone)})"] if found.alone else []
            parts += [f"lacks {_count(found.missing)} of the items ({_lines(found.missing)})"] if found.missing else []
            yield Finding("summary-differs", Severity.WARNING, Place(minutes.path, listed[0].line), f"the list {title!r} {' and '.join(parts)}")


def _is_review(mention: Mention, case: Case) -> bool:
    opening = read_opening(mention.block, idiom_of(case.committee)) if mention.block else None
    return opening is not None and opening.review


def _compare(case: Case, minutes: Minutes, listed: Sequence[Mention], items: Sequence[Mention]) -> _Compared:
    """What is left of both sides without restatements, doubts, earlier actions and pairs that say the same in other words."""
    key = case.key(minutes)
    earlier = {a.id for a in case.carried.ledger.actions if a.raised != key}
    joined = _joined(minutes)
    alone, missing = ([m for m in some if m.line not in joined and m.certain and case.action(minutes, m) not in earlier] for some in (listed, items))
    kept: list[Mention] = []
    differing: list[tuple[Mention, Mention]] = []
    for mention in alone:
        same = next((item for item in missing if _is_reworded(case, key, mention, item)), None)
        if same is None:
            kept.append(mention)
            continue
        missing.remove(same)
        if mention.owners and same.owners and not case.same_people(mention.owners, same.owners, key):
            differing.append((mention, same))
    return _Compared(tuple(kept), tuple(missing), tuple(differing))


def _joined(minutes: Minutes) -> frozenset[int]:
    """The lines of mentions that say the same as another line."""
    return frozenset(line for m in minutes.mentions if m.restates is not None for line in (m.restates, m.line))


def _is_reworded(case: Case, key: str, one: Mention, other: Mention) -> bool:
    """Whether two mentions share enough of their words to be one action."""
    small, large = sorted((_words(one), _words(other)), key=len)
    shared = len(small & large) / len(small) if small else 0.0
    if not one.owners or not other.owners:
        return shared >= _LIKE
    return shared >= (_OWNED if case.same_people(one.owners, other.owners, key) else _SAME)


def _words(mention: Mention) -> set[str]:
    return {word for word in re.findall(r"\w+", mention.text.casefold()) if len(word) > _SMALL}


def _who(mention: Mention) -> str:
    return ", ".join(mention.owners)


def _summary(minutes: Minutes, committee: Committee) -> tuple[str, tuple[Mention, ...]]:
    """The title and the mentions of the list of the whole meeting, when there is one; a review of earlier actions is none."""
    joined = _joined(minutes)
    lists: dict[str, list[Mention]] = {}
    for mention in minutes.mentions:
        if mention.block is not None and mention.kind in (Kind.BLOCK, Kind.SUMMARY, Kind.CHECKBOX, Kind.TABLE):
            lists.setdefault(mention.block, []).append(mention)
    for title, mentions in lists.items():
        opening = read_opening(title, idiom_of(committee))
        if opening is None or opening.review:
            continue
        restating = sum(m.line in joined for m in mentions)
        standing = _STANDING & set(title.casefold().split()) or any(m.status is not Status.OPEN for m in mentions)
        if standing and not restating:
            continue  # it tells of earlier meetings
        if any(m.kind is Kind.SUMMARY or m.agenda_item is None for m in mentions) or restating * 2 > len(mentions):
            return title, tuple(mentions)
    return "", ()


def _count(mentions: Sequence[Mention]) -> str:
    return "1 action" if len(mentions) == 1 else f"{len(mentions)} actions"


def _lines(mentions: Sequence[Mention]) -> str:
    lines = sorted({m.line for m in mentions})
    return f"line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines[:8]))}{' …' if len(lines) > 8 else ''}"
