"""Owners set apart at the head of a task: in brackets, `[Sam] order the rope`, or called by a handle, `@Sam Lee order the rope`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.naming import HANDLE, INITIALS, NAME_WORD, is_group, is_sure, split_owners
from tcsg.reading.orders import orders, starts_with_verb
from tcsg.reading.owned import Owned
from tcsg.reading.text import late_names
from tcsg.reading.time_words import MONTHS
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_BRACKET = late.compile(r"[\[(]([^\[\]()]{1,80})[\])]\s*:?\s*(?=\S)")
HANDLED = late.compile(r"[A-Za-z][\w-]{1,20}$")
HANDLES = r"@[\w.-]{1,40}(?:/[\w-]{1,40})?(?:\s*(?:,|/|&|\+|\b(?:and|or|und|oder|et|ou)\b)?\s*@[\w.-]{1,40}){0,7}"
_BETWEEN = late.compile(r"(?<=[\w.-])(?:\s+(?:and|or|und|oder|et|ou))?\s+(?=@)")
_HANDLE_LEAD = late.compile(HANDLES)

_ONE = r"[\[(][^\[\]()]{1,40}[\])]"
_AND = r"\s?(?:,|/|&|\+|and\b|und\b|et\b)"
_BRACKETS = late.compile(
    rf"{_ONE}(?:(?:{_AND})?\s?{_ONE}){{0,4}}(?:{_AND}\s?[A-Z@][\w.@'’-]{{0,30}}(?: [A-Z][\w.'’-]{{0,30}}){{0,2}})?"
    r"(?:(?=\s+(?:to|will|should)\s)|\s?:\s)?"
)
"""Several, of whom at least one stands in brackets: `[Sam] and [Kim] to row`, `[Sam] and Kim to row`."""
_NAMED = late_names(r"@([A-Z][\w.-]{0,30}(?: [A-Z][\w.'’-]{0,30}){1,2})(?=[\s:,–—-]|$)")
"""`@Mona Lind share …`, as notebooks write a person."""
_NEXT = late.compile(r"\s*(?:,|&|/|\+|and\b|und\b|et\b)?\s*(?=@)")
_JOINED = late.compile(r"[\])]\s?[\[(]")
_UNSIGNED = str.maketrans("[]()", "    ")


def bracketed(text: str, names: Names, *, marked: bool) -> Owned | None:
    """`[Sam] order the rope`, `(Sam) order the rope`; `marked` when something else already says that it is a task."""
    if text[:1] not in ("[", "("):
        return None
    if (several := _several(text, names)) is not None:
        return several
    match = _BRACKET.match(text)
    owners = split_owners(match[1], names) if match else ()
    if match and marked and not owners and match[1].islower() and starts_with_verb(text[match.end() :]):
        nicks = split_owners(match[1], names, loose=True)  # `[lou] open a shop`, `[lou, kim] open a shop`
        owners = nicks if all(map(HANDLED.match, nicks)) else ()
    round_ = match is not None and match[0].startswith("(")
    if match and round_ and owners and all(is_given(o.split()[0]) for o in owners) and starts_with_verb(text[match.end() :]):
        return Owned(owners, "bracket", 0, match.end(), strong=True)
    if match is None or not owners:
        return None
    if round_ and not all(is_sure(o, names) or INITIALS.match(o) or is_group(o) or HANDLE.match(o) for o in owners):
        unlisted = not names.full and all(NAME_WORD.match(o) and o.casefold() not in w.VERBS for o in owners)
        given = marked and all(is_given(o.split()[0]) and o.casefold() not in MONTHS for o in owners)  # `(Eric) the sails`
        if not (given or (unlisted and orders(text[match.end() :]))):
            return None
    return Owned(owners, "bracket", 0, match.end(), strong=not round_ or all(is_sure(o, names) for o in owners))


def _several(text: str, names: Names) -> Owned | None:
    """`[Sam] and [Kim] to row`, `[Sam] and Kim to row`, `[Sam][Kim] row`: two or more, all sure to be somebody."""
    match = _BRACKETS.match(text[:200])
    head = match[0].rstrip(" :") if match else ""
    if match is None or (head[-1:] in "])" and len(head) > 1 and head.count("[") + head.count("(") < 2):
        return None
    owners = split_owners(_JOINED.sub(", ", head).translate(_UNSIGNED), names)
    told = match[0] != head or text[match.end() :].startswith((" to ", " will ", " should ")) or starts_with_verb(text[match.end() :])
    sure = all(is_sure(o, names) or is_group(o) or HANDLE.match(o) or (NAME_WORD.match(o) and o.casefold() not in w.VERBS) for o in owners)
    return Owned(owners, "bracket", 0, match.end(), strong=True) if len(owners) > 1 and told and sure else None


def handled(text: str, names: Names) -> Owned | None:
    """`@sam, @kim row the boat`, `@Sam Lee row the boat`."""
    match = _HANDLE_LEAD.match(text) if text[:1] == "@" else None
    if match is None:
        return None
    called: list[str] = []
    at = end = 0
    while (name := _name_at(text, at, names)) is not None:
        called.append(name)
        end = at + 1 + len(name)
        following = _NEXT.match(text, end)
        if following is None:
            break
        at = following.end()
    if called:
        return Owned(tuple(dict.fromkeys(called)), "handle", 0, end, strong=True)
    return Owned(split_owners(in_a_row(match[0]), names, loose=True), "handle", 0, match.end(), strong=True)


def _name_at(text: str, at: int, names: Names) -> str | None:
    """The full name behind an `@`, if one stands there and no handle with a word in capitals behind it: `@Sam Write the text`."""
    match = _NAMED.match(text, at)
    words = match[1].split() if match else []
    for n in range(len(words), 1, -1):
        if names.knows(name := " ".join(words[:n])):
            return name
    if len(words) < 2 or words[1].casefold() in w.VERBS or words[1].casefold() in w.NO_NAMES:
        return None
    name = " ".join(words[:2])
    rest = text[at + 1 + len(name) :]
    first = rest.split(maxsplit=1)[0].casefold() if rest.strip() else ""
    told = first in w.VERBS or first in ("to", "will", "should")
    goes_on = rest.lstrip()[:1].islower() or rest.lstrip()[:1] == "@"
    return name if at or told or _NEXT.match(rest) or (goes_on and not names.knows(words[0])) else None


def in_a_row(handles: str) -> str:
    """Handles in a row, parted by commas: `@sam @kim`."""
    return _BETWEEN.sub(", ", handles)
