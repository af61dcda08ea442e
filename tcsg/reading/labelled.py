"""The fields that tell of an action, by what they are called: `Owner: Sara`, `Date due: 2 April`, `Status - done`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.reading.markdown import plain
from tcsg.reading.text import spelt_in
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class Field:
    """What a line that is a field holds, `owner`, `due` or `status`, and what it says."""

    kind: str
    key: str
    said: str


_OF_MORE = frozenset("for par durch by till until finish termin initials driver holder pic position report st st. stat done_by".split())
"""What a column may be called that holds owners, times or statuses, but a line may begin with by the way."""
_OWNERS = (w.TABLE_OWNER | {"leads", "led by", "champion", "champions", "volunteer", "volunteers", "in charge", "wem"}) - _OF_MORE
_DAYS = (w.TABLE_DUE | {"deadlines", "due for", "time line", "zeitraum", "zeitplan"}) - _OF_MORE
_STATES = frozenset("status state stand statut état progress update updates outcome result results".split()) | {"current status", "action status"}
_KINDS = {**dict.fromkeys(_OWNERS, "owner"), **dict.fromkeys(_DAYS | {"termin"}, "due"), **dict.fromkeys(_STATES, "status")}
_MARKS = frozenset(("action", "actions", "action on", "action for"))
"""What names owners only where nothing else stands behind it: `Action: Ann` below a task."""
_CHARGED = ("respons", "verantwort", "zuständig")
"""With one of these begins a word of what a field of owners is called: `Main person responsible`."""
_PLAIN = frozenset("owner owners assignee assignees responsible status deadline due".split()) | {
    "assigned to",
    "due date",
    "action by",
    "target date",
}
"""These are fields with a dash behind them as well: `Status – open`."""
_SIGN = late.compile(r"\s*[:=]\s*|\s+[–—-]\s+")
_HEAD = 40
"""Characters in which a field has its sign."""
_MOST = 3
"""Words of what a field is called."""
_TAGS = late.compile(r"\[(assignee|assigned(?: to)?|owner|who|due(?: date)?|deadline|status|tags)\]:?\s*", re.IGNORECASE)
_TASKS = ("task", "action", "action item", "what", "description", "aufgabe", "was", "tâche", "quoi")
_AROUND = " \t,;|–—-*_(["
_LONGEST = 600
_LAST = frozenset(spelt_in(key.casefold())[-1] for key in (*_OWNERS, *_DAYS, "status", *_TASKS))
"""The last word of each field that may stand beside others, before its colon: to look for the fields themselves is dear."""
_EMPTY = late.compile(r"(?:status|owner|due|update)s?:$", re.IGNORECASE)
"""A field that nobody has filled."""
_WRAPPED = 2
"""Lines in which a field may go on."""
_APART = late.compile(r"(?:\s{2,}|\t|\s\|\s+)(?=[*_]{0,3}[A-Z][\w ]{1,20}:[*_]{0,3}\s)")
"""What parts one field of a line from the next: `Owner: Ann      Due: 3 May`."""


@cache
def _beside() -> re.Pattern[str]:
    """What a field beside others on a line begins with."""
    return re.compile(
        rf"(?:^|(?<=[\s|;,.*_(\[]))[*_]{{0,3}}({w.alternatives(_OWNERS | _DAYS | {'status'} | frozenset(_TASKS))})(?:\(s\))?[*_]{{0,3}}"
        r"(?:\s?:[*_]{0,3}(?:\s+(?=\S)|(?=\d))|(?<=ssigned)\s+(?=(?-i:[A-Z])))",
        re.IGNORECASE,
    )


def read_field(line: str) -> Field | None:
    """The field that a plain line is; None when it is none, or says nothing."""
    sign = _SIGN.search(line, 0, _HEAD + 4)
    if sign is None or not (said := line[sign.end() :].strip()):
        return None
    key = line[: sign.start()].casefold().replace("(s)", "s")
    kind = _kind(key)
    return Field(kind, key, said) if kind is not None and (sign[0].strip() in ":=" or key in _PLAIN) else None


def _kind(key: str) -> str | None:
    """What a field holds by what it is called."""
    bare = key.removeprefix("action ").removeprefix("task ")
    if (kind := _KINDS.get(key) or _KINDS.get(bare)) is not None:
        return kind
    words = key.split()
    return "owner" if len(words) <= _MOST and any(word.startswith(_CHARGED) and word != "responsibilities" for word in words) else None


def is_field(line: str) -> bool:
    """Whether a line is a field that belongs to the action above it."""
    head = line[: 2 * _HEAD]
    return (":" in head or "=" in head or "- " in head or "– " in head) and read_field(plain(line[:300])) is not None


def names_mark(line: str) -> str | None:
    """What stands behind a mark where a field would: `Ann` of `Action: Ann`."""
    key, colon, said = line.partition(":")
    return said.strip() if colon and key.strip().casefold() in _MARKS else None


def fields_below(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines at the end of an item, its first left out, that are fields such as `Owner: Sara`; a field may go on in small letters."""
    n = len(lines)
    found: list[str] = []
    ends: list[str] = []  # of the field above
    while n > 1:
        line = lines[n - 1]
        if _EMPTY.match(line) or is_field(line):
            found.insert(0, " ".join((line, *ends)))
            ends = []
        elif len(ends) < _WRAPPED and line[:1].islower():
            ends.insert(0, line)
        else:
            break
        n -= 1
    return tuple(found)


def tagged(text: str) -> tuple[str, tuple[str, ...]]:
    """The words of an action and the fields beside them: `Finish it [assignee] Ann [due] 3 May`, `Finish it, Owner: Ann, Due: 3 May`."""
    words, *parts = _TAGS.split(text) if "[" in text else [text]
    if parts:
        return words.rstrip(), tuple(f"{tag}: {said.strip(' ,;')}" for tag, said in zip(parts[::2], parts[1::2], strict=True))
    return _inline(text) if text.count(":") > 1 or text.count(" :") or "ssigned " in text else (text, ())


def _inline(text: str) -> tuple[str, tuple[str, ...]]:
    """Fields in the line itself, one of which names the owner."""
    words, fields = _told_in(text)
    tasks = [words] if words else []
    tasks += [said for key, said in fields if key in _TASKS]
    owners = [said for key, said in fields if _KINDS.get(key) == "owner"]
    if len(fields) < 2 or len(tasks) != 1 or len(owners) != 1 or len(owners[0]) > 60 or not (owners[0][:1].isupper() or owners[0][:1] == "@"):
        return text, ()
    return tasks[0], tuple(f"{key}: {said}" for key, said in fields if key not in _TASKS)


def _told_in(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The words before the first field within a text, and each field with what it says."""
    if "ssigned " not in text and all(_LAST.isdisjoint(spelt_in(before[-_HEAD:].casefold())[-2:]) for before in text[:_LONGEST].split(":")[:-1]):
        return text[:_LONGEST].strip(_AROUND), []
    words, *parts = _beside().split(text[:_LONGEST])
    return words.strip(_AROUND), [(" ".join(key.casefold().split()), _value(said)) for key, said in zip(parts[::2], parts[1::2], strict=True)]


def _value(said: str) -> str:
    said = said.strip(_AROUND).rstrip(".")
    return said if "(" in said or "[" in said else said.rstrip(")] ")  # what closes the bracket around all fields


def told_apart(line: str) -> Iterator[str]:
    """The fields of a line that holds several: `Owner: Ann, due: 5 May`, `Owner: Ann      Due: 5 May`; else the line itself."""
    if line.count(":") < 2:
        yield line
        return
    words, fields = _told_in(line)
    if words == "" and len(fields) > 1 and not any(key in _TASKS for key, _ in fields):
        yield from (f"{key}: {said}" for key, said in fields)
    else:
        yield from _APART.split(line)
