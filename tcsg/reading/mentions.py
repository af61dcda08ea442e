"""From a draft to a mention: its owners, due and status, each with the reason it was read so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tcsg.model import Due, Kind, Mention, Reason, Status
from tcsg.reading import sentences
from tcsg.reading.due import find_due, read_due
from tcsg.reading.markdown import plain
from tcsg.reading.naming import dated_owners, split_owners
from tcsg.reading.owners import bold_owners, find_owners
from tcsg.reading.status import Told, find_status, read_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tcsg.reading.blocks import Block
    from tcsg.reading.dates import Calendar
    from tcsg.reading.drafts import Draft
    from tcsg.reading.names import Names

LONGEST_TEXT = 10_000
"""Characters an action may have."""

_FIELD = re.compile(
    r"(assigned(?: to)?|assignees?|owners?|who|responsible|lead|due|due date|deadline|by when|when|target|status|state)\s*[:=]\s*(.+)$", re.IGNORECASE
)
_SUPPORTED = re.compile(r"\s(?:supported|assisted|helped) by\s")
_CLOSING = re.compile(r"\s*\(([^()]{1,60})\)[.\s]*$")
_CITED = re.compile(r"(?<![\w.])(A[0-9A-Za-z-]{1,20}\.\d{1,4})(?![\w.]\d?)")


@dataclass(frozen=True, slots=True)
class _Note:
    """What the lines that explain an action add to it."""

    owners: tuple[str, ...] = ()
    due: Due | None = None
    status: Status | None = None


def mentions(drafts: Iterable[Draft], names: Names, calendar: Calendar) -> tuple[Mention, ...]:
    """The mentions of one minutes file in the order of their lines, restatements marked."""
    found = [(m, draft.block) for draft in drafts for m in _read(draft, names, calendar)]
    found.sort(key=lambda pair: pair[0].line)
    return tuple(_restated(found))


def _read(draft: Draft, names: Names, calendar: Calendar) -> Iterator[Mention]:
    told, words = find_status(draft.text), draft.text
    if told is None and (early := _before_owners(words, names)):
        told, owned = early, _CLOSING.search(words)
        draft = replace(draft, named=draft.named or (owned[1] if owned else ""))
    if told is not None:
        words = (
            words[told.end :]
            if told.start == 0 and told.end < len(words)
            else words[: told.start].rstrip(" .")
            if told.start
            else words.strip().strip("~")
        )
    text = plain(words)[:LONGEST_TEXT]
    note = _note(draft, names, calendar)
    status = draft.status if draft.status is not None else (told.status if told else None) or note.status or Status.OPEN
    reasons = (*draft.reasons, *((Reason("status", f"{told.words!r}", draft.line),) if told else ()))
    parts = _tasks(text, names) if draft.kind in (Kind.BLOCK, Kind.SUMMARY) else (text,)
    for part in parts:
        owners, why = _owners(draft, part, names, note, single=len(parts) == 1)
        due = _due(draft, part, calendar) or note.due
        marks = [*reasons, *([Reason("owners", why, draft.line)] if owners else []), *([Reason("due", f"{due.words!r}", draft.line)] if due else [])]
        cites = tuple(dict.fromkeys([*([draft.number] if draft.number else []), *_CITED.findall(part)]))
        yield Mention(
            draft.line,
            draft.end,
            part,
            owners,
            due,
            status,
            draft.kind,
            draft.agenda_item,
            None,
            _certain(draft, owners),
            cites,
            tuple(marks),
            draft.block.title if draft.block else None,
        )


def _before_owners(text: str, names: Names) -> Told | None:
    """The status before the owners that close a text: `Lime the stairs. Done (HS)`."""
    owned = _CLOSING.search(text)
    told = find_status(text[: owned.start()].rstrip()) if owned and split_owners(plain(owned[1]), names) else None
    return told if told is not None and told.start > 0 else None


def _certain(draft: Draft, owners: tuple[str, ...]) -> bool:
    """Whether nobody would doubt that this is an action."""
    return draft.kind is not Kind.TABLE or bool(owners)


def _tasks(text: str, names: Names) -> tuple[str, ...]:
    """Cut a bullet that holds two tasks, as in `Members to send examples to NH. NH/AHR to compile them`."""
    starts = [0]
    for begin, end in sentences.spans(text)[1:]:
        owned = find_owners(text[begin:end], names)
        if owned is not None and owned.form == "to" and owned.start == 0 and all(_known(o, names) for o in owned.owners):
            starts.append(begin)
    first = find_owners(text[: starts[1]], names) if len(starts) > 1 else None
    if len(starts) > 1 and (first is None or not first.strong):
        return (text,)
    return tuple(text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True))


def _known(owner: str, names: Names) -> bool:
    return names.knows(owner) or (owner.isupper() and 2 <= len(owner) <= 4)


def _owners(draft: Draft, text: str, names: Names, note: _Note, *, single: bool) -> tuple[tuple[str, ...], str]:
    """The owners and why: what the mark or the column names, else the words, else what stands below or above."""
    if draft.named:
        named = _SUPPORTED.sub(" and ", plain(draft.named))
        owners = dated_owners(named, names) or split_owners(named, names, loose=True)
        if owners:
            return owners, f"named with the mark: {draft.named!r}"
    owned = find_owners(text, names, marked=True)
    bold = bold_owners(draft.text, names) if single and (owned is None or not owned.strong) else ()
    if bold:
        return bold, "the words set in bold"
    if owned is not None:
        return owned.owners, f"the words {text[owned.start : owned.end].strip()!r}"
    if note.owners:
        return note.owners, "a line below"
    return draft.inherited, "the line above that names the owner"


def _due(draft: Draft, text: str, calendar: Calendar) -> Due | None:
    if draft.due_column and draft.due is not None:
        due = read_due(draft.due, calendar)
        if due is not None:
            return due
    found = find_due(text, calendar) or (find_due(f"x {draft.named}", calendar) if draft.named else None)
    if found is not None:
        return found.due
    header = find_due(draft.block.title, calendar) if draft.block else None
    return header.due if header else None


def _note(draft: Draft, names: Names, calendar: Calendar) -> _Note:
    note = _Note()
    for raw in draft.notes:
        line = plain(raw)
        match = _FIELD.match(line)
        key = match[1].casefold() if match else ""
        if match and key.startswith(("assign", "owner", "who", "respons", "lead")):
            note = replace(note, owners=note.owners or split_owners(match[2], names, loose=True))
        elif match and key.startswith(("due", "deadline", "by when", "when", "target")):
            note = replace(note, due=note.due or read_due(match[2], calendar))
        else:
            note = replace(note, status=read_report(line) or note.status)
    return note


def _restated(found: list[tuple[Mention, Block | None]]) -> Iterator[Mention]:
    """Mark each mention that says again what an earlier one of the file says."""
    seen: list[tuple[Mention, frozenset[str], Block | None]] = []
    for mention, block in found:
        bag = _bag(mention.text)
        best, score = None, 0.0
        for other, theirs, place in seen:
            same_list = place is not None and block is not None and place.line == block.line
            if other.restates is not None or (same_list and other.text.casefold() != mention.text.casefold()):
                continue  # one list does not say the same twice in other words
            likeness = _likeness(mention, bag, other, theirs)
            if likeness > score:
                best, score = other, likeness
        restated = replace(mention, restates=best.line) if best is not None and score >= 0.6 else mention
        seen.append((restated, bag, block))
        yield restated


def _likeness(mention: Mention, bag: frozenset[str], other: Mention, theirs: frozenset[str]) -> float:
    """0 to 1: the share of the shorter text's words that the longer one has; other owners count against it."""
    small, large = sorted((bag, theirs), key=len)
    shared = len(small & large) / len(small) if small else 0.0
    if _numbers(mention.text) != _numbers(other.text) and len(small) <= len(large) * 0.9:
        shared -= 0.1
    mine, yours = {o.casefold() for o in mention.owners}, {o.casefold() for o in other.owners}
    if mine and yours and not mine & yours:
        shared -= 0.3
    recap = mention.kind is Kind.SUMMARY or other.kind is not mention.kind
    return shared if recap else shared - (0.3 if len(small) >= 4 else 0.5)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", text))


_SMALL = frozenset("a an the to of and or in on for with by at as is are be will that this it from about their his her its".split())


def _bag(text: str) -> frozenset[str]:
    return frozenset(t for t in re.findall(r"\w+", text.casefold()) if t not in _SMALL)
