"""A mark that somebody typed into a note while the meeting went on: `Hire the tent > todo Sam`, `14/3: todo Sam: order bread`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.doers import without_charge
from tcsg.reading.markdown import plain
from tcsg.reading.marks import ARROW, COMPOUNDS, Mark
from tcsg.reading.naming import HANDLE, INITIALS, dated_owners, is_group, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.text import is_typed, late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_NOTED = late.compile(r"(?:(?:^|\s)(?:>|" + ARROW + r")|[:;,]|\s[–—-])\s*[*_]{0,3}(?P<word>to-?do)[*_]{0,3}\s+", re.IGNORECASE)
_WHO = late_names(
    r"\(?(?P<owners>[A-Z@][\w.'’-]{0,30}(?:(?:, ?| and | & | ?/ ?| ?\+ ?| )[A-Z@][\w.'’-]{0,30}){0,3})\??\)?"
    r"(?P<colon>\s*:\s+(?=\S)|,\s+(?=[a-z]))?(?P<end>\s*(?:\([^()]{1,80}\))?[\s.]*$)?"
)
_POINTS_AT = late_names(
    r"\s" + ARROW + r"\s+[*_]{0,2}"
    r"(?=(?P<owners>[A-Z@][\w.'’-]{0,30}(?:(?:, ?| and | & | ?/ ?| )[A-Z@][\w.'’-]{0,30}){0,3})[*_]{0,2} (?:to|will) [a-z])"
)
"""An arrow in a note before who is to do something: `no money left -> Ann to ring the bank`."""


_BOXED = late.compile(r"[*_]{0,3}[(\[]\s?" + ARROW + r"\s?[*_]{0,3}(?P<told>[^()\[\]]{1,300})[)\]][*_]{0,3}")
"""An arrow in brackets behind what it is about: `The roof leaks (→ Ann, until May)`, `(→ Ann: ring the mason)`."""
_AT_END = late.compile(r"\s[*_]{0,3}" + ARROW + r"\s*[*_]{0,3}(?P<told>[A-Z@a][^→⇒➜➝➞⟶<>:]{1,60}?)[*_]{0,3}[\s.]*$")
_ALL_AT = late.compile(
    r"\s" + ARROW + r"\s+[*_]{0,3}(?=(?:all|everyone|everybody|alle|tous)[*_]{0,3} (?P<verb>[a-z]{2,20})\b(?: (?P<then>[a-z]+))?)",
    re.IGNORECASE,
)
_ORDERED = late.compile(r"(?<=[\w.!?;)])\s+" + ARROW + r"\s+[*_]{0,3}(?P<told>[^\W\d_][^→⇒➜➝➞⟶<>]{5,200}?[)\]])[*_.\s]*$")
"""An arrow before an order that closes with whose it is: `The paint is old → order new paint (Ann)`."""
_TELLING = w.PURE_VERBS | frozenset("to please should must will sollen bitte".split())
_LEADING = w.ARTICLES | frozenset("there here on in to by until before at for about".split())
_CAPTURED = late.compile(
    r"[*_]{0,2}[(\[](?:(?:now|also|already|captured|recorded|noted|listed|logged|added|tracked|see|new) )*(?:as |in |to |under |on )?"
    r"(?:(?:an?|the|our) )?(?:action(?: item| point)?s?|to-?dos?)(?: (?:below|above|items?|lists?|register|log|section))*[)\]][*_]{0,2}:?\s+",
    re.IGNORECASE,
)
_LEAST, _LONG = 3, 20
"""Words, or letters, before an arrow at the end that are more than a name that changes: a German word may say as much as three."""


def noted_marks(text: str, names: Names) -> tuple[Mark, ...]:
    """The marks of notes in a text: `> todo Sam`, `→ Sam to row`, `(→ Sam)`."""
    return _captured(text, names) or tuple(_noted(text, names)) or tuple(_pointing(text, names)) or tuple(_arrowed(text, names))


def is_captured(line: str) -> bool:
    """Whether a line begins with a bracket that says that it is an action: `(captured as action below) Ann to row`."""
    return line.lstrip("*_")[:1] in "([" and ("ction" in line[:60] or "do" in line[:60]) and _CAPTURED.match(line) is not None


def _captured(text: str, names: Names) -> tuple[Mark, ...]:
    """The bracket that says of what stands behind it that it is an action, where somebody is to do that."""
    match = _CAPTURED.match(text) if is_captured(text) else None
    owned = find_owners(plain(text[match.end() :]), names, marked=True) if match else None
    return (Mark(match[0].strip(" *_:"), 0, match.end()),) if match and owned is not None and owned.start == 0 else ()


def _arrowed(text: str, names: Names) -> Iterator[Mark]:
    """Arrows before known people: in brackets, with their task or behind it, or at the end of it."""
    if not (">" in text or not is_typed(text)):
        return
    boxed = [mark for found in _BOXED.finditer(text) if (mark := _in_brackets(found, names)) is not None]
    yield from boxed
    end = _AT_END.search(text, max(0, len(text) - 100)) if not boxed else None
    before = text[: end.start()].split() if end else []
    told = without_charge(plain(end["told"]).strip(" .")) if end else ""
    enough = end is not None and (len(before) >= _LEAST or end.start() >= _LONG)
    if end and enough and not names.knows(before[-1].strip("*_,")) and _are_known(dated_owners(told, names), names):
        yield Mark("-->", end.start(), len(text), told, trailing=True)
    elif not boxed and (ordered := _ordered(text, names)) is not None:
        yield ordered
    elif not boxed:
        for found in _ALL_AT.finditer(text):
            if found["verb"] in _TELLING or (found["verb"] in w.VERBS and found["then"] in _LEADING):
                yield Mark("-->", found.start(), found.end())


def _ordered(text: str, names: Names) -> Mark | None:
    """The arrow before an order with somebody known in brackets behind it."""
    closed = text.rstrip(" .*_")[-1:] in (")", "]") and "@" not in text[-80:]  # see `assigned`
    found = _ORDERED.search(text, max(0, len(text) - 240)) if closed else None
    told = plain(found["told"]) if found else ""
    owned = find_owners(told, names, marked=True) if found and starts_with_verb(told) else None
    meant = owned is not None and owned.form == "parentheses" and _are_known(owned.owners, names)
    return Mark("-->", found.start(), found.start("told")) if found is not None and meant else None


def _in_brackets(found: re.Match[str], names: Names) -> Mark | None:
    """What an arrow in brackets says: owners of what stands before it, or a task of theirs."""
    told, start = found["told"], found.start()
    if _are_known(dated_owners(plain(told), names), names):
        return Mark("-->", start, found.end(), told, trailing=True)
    head, colon, task = told.partition(": ")
    if colon and task.strip() and _are_known(split_owners(head, names), names):
        return Mark("-->", start, found.start("told") + len(head) + 2, head)
    owned = find_owners(plain(told), names, marked=True)
    meant = owned is not None and owned.start == 0 and owned.form in ("to", "doing") and _are_known(owned.owners, names)
    return Mark("-->", start, found.start("told")) if meant else None


def _are_known(owners: tuple[str, ...], names: Names) -> bool:
    return bool(owners) and all(names.knows(o) or o.casefold() in w.EVERYBODY for o in owners)


def _pointing(text: str, names: Names) -> Iterator[Mark]:
    """The last arrow in a note before somebody known who is to do something."""
    for found in _POINTS_AT.finditer(text) if ">" in text or not is_typed(text) else ():
        owners = split_owners(found["owners"], names)
        if owners and all(names.knows(o) for o in owners):
            yield Mark("-->", found.start(), found.end())


def _noted(text: str, names: Names) -> Iterator[Mark]:
    """The last mark behind an arrow or a stop: before the owners of what stands before it, or before a task."""
    if "odo" not in text and "ODO" not in text and "o-do" not in text:
        return
    for found in _NOTED.finditer(text):
        who = _WHO.match(text, found.end())
        owners = split_owners(who["owners"], names) if who else ()
        if who and owners and all(names.knows(o) or INITIALS.match(o) or HANDLE.match(o) or is_group(o) or not names.full for o in owners):
            if who["colon"]:
                yield Mark(found["word"], found.start(), who.end(), who["owners"])
            elif who["end"] is not None and text[: found.start()].strip():
                yield Mark(found["word"], found.start(), len(text), who["owners"], trailing=True)
        elif _is_order(text[found.end() :]):
            yield Mark(found["word"], found.start(), found.end())


def _is_order(task: str) -> bool:
    """Whether a mark goes before a task, and is no part of what holds tasks: `todo list the keys`, but not `todo list at the end`."""
    first, *more = [word.casefold() for word in task.split(maxsplit=2)[:2]] or [""]
    return first in w.VERBS and (first not in COMPOUNDS or more[:1] == [] or more[0] in w.ARTICLES)
