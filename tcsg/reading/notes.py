"""Lines that say something of the action above them: `Owner: Sara`, `Due: 2 April`, `Status: done`, or how it went."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.reading.due import read_due
from tcsg.reading.markdown import plain
from tcsg.reading.naming import split_owners
from tcsg.reading.outcome import read_outcome
from tcsg.reading.status import read_report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.model import Due, Status
    from tcsg.reading.dates import Calendar
    from tcsg.reading.names import Names

_FIELD = re.compile(
    r"(assigned(?: to)?|assignees?|owners?|owned by|action by|who|responsible|lead|verantwortlich|zuständig|responsable|wer|qui"
    r"|due(?: date| by)?|deadline|by when|when|target(?: date)?|frist|termin|fällig|bis|échéance|délai|pour le"
    r"|status|state|stand|statut|état|progress)\s*[:=]\s*(.+)$",
    re.IGNORECASE,
)
_WHO = ("assign", "owne", "action by", "who", "respons", "lead", "verantw", "zuständ", "wer", "qui")
_WHEN = ("due", "deadline", "by when", "when", "target", "frist", "termin", "fällig", "bis", "échéance", "délai", "pour le")


@frozen
class Note:
    """What the lines that explain an action add to it."""

    owners: tuple[str, ...] = ()
    due: Due | None = None
    status: Status | None = None


_TAGS = re.compile(r"\[(assignee|assigned(?: to)?|owner|who|due(?: date)?|deadline|status)\]:?\s*", re.IGNORECASE)


def tagged(text: str) -> tuple[str, tuple[str, ...]]:
    """The words of an action and the fields behind them, where tags part them: `Finish it [assignee] Ann [due] 3 May`."""
    words, *parts = _TAGS.split(text)
    return (words.rstrip(), tuple(f"{tag}: {said.strip(' ,;')}" for tag, said in zip(parts[::2], parts[1::2], strict=True))) if parts else (text, ())


def is_field(line: str) -> bool:
    """Whether a line is a field that belongs to the action above it."""
    return _FIELD.match(plain(line[:300])) is not None


def read_notes(lines: Iterable[str], names: Names, calendar: Calendar, *, reviewed: str | None = None) -> Note:
    """What lines below an action tell of it: of owners and due dates the first, of how it stands the last.

    Below one that is `reviewed`, which is given, they may tell it in free words.
    """
    note = Note()
    for raw in lines:
        line = plain(raw)
        match = _FIELD.match(line)
        key = match[1].casefold() if match else ""
        if match and key.startswith(_WHO):
            note = replace(note, owners=note.owners or split_owners(match[2], names, loose=True))
        elif match and key.startswith(_WHEN):
            note = replace(note, due=note.due or read_due(match[2], calendar))
        else:
            words = match[2] if match else line
            told = read_outcome(words, reviewed, names.idiom, bare=False) if reviewed is not None else read_report(words, names.idiom)
            note = replace(note, status=told or note.status)
    return note
