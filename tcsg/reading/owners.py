"""Who is to do it: the owners that the words of an action name, and where they stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tcsg.reading import words as w

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_INITIALS = re.compile(r"[A-Z]{2,4}$|[A-Z][a-z]?[A-Z]$")
_NAME_WORD = re.compile(r"[A-Z][\w.'’-]*$|(?:de|der|den|van|von|la|le|St)$")
_HANDLE = re.compile(r"@[\w.-]{1,40}$|[\w.-]{1,40}@$")
_JOIN = re.compile(r"\s*(?:,\s*and\s+|,|;|\s/\s|/|\s&\s|&|\s\+\s|\s(?:and|und|et)\s)\s*")
_TO = re.compile(
    r"\s(?:to(?! be\b)|will|shall|should|must|can|needs? to|has to|have to|is to|are to|was asked to|were asked to|agreed to|volunteered to|offered to"
    r"|undertook to|is going to|are going to|(?:is|are) (?:encouraged|invited|requested|expected|asked) to|may|would)(?=\s)|(?<=\w)[’']ll(?=\s)"
)
_CLAUSE = re.compile(
    r"(?:after|following|once|before|when|as soon as|by|in|on|if|at|during|until|from|for|prior to|with|subject to|given|to|since|while)\b[^,:;]{1,120},\s+",
    re.IGNORECASE,
)
_STARTS = re.compile(r"[.!?]\s+(?=[A-Z@])|,\s+(?=[A-Z@])")
_BRACKET = re.compile(r"\[([^\[\]]{1,80})\]\s*:?\s*")
_LABEL = re.compile(r"([^:\t]{1,60}?)\s*:\s+|([^:–—]{1,60}?)(?:\s+[–—-]\s+|(?<=\w)[-–—]\s+)")
_PAREN_LABEL = re.compile(r"[^:()]{1,100}\(([^()]{1,80})\)\s*:\s+")
_PLEASE = re.compile(r"([^,.:]{1,40}),?\s+please\s", re.IGNORECASE)
_TRAIL = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]][\s.;]*$")
_INNER_TRAIL = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]][.;](?=\s)")
_TRAIL_DASH = re.compile(r"(?:\s+[–—-]+\s*|:\s+|\s{3,})([^\s–—:,.;()-][^–—:;()]{0,60}?)[\s.]*$")
_TRAIL_COMMA = re.compile(r"[,.]\s+([A-Z][\w/&.-]{0,30}(?:(?:\s*[/&,]\s*|\s+and\s+)[A-Z][\w.-]{0,30}){0,4})[\s.]*$")
_PREFIX = re.compile(
    r"(?:action|owners?|lead|who|responsible|assigned(?: to)?|assignees?|by|for|on|pic)\b\s*[:=]?\s+|(?:action|owners?|who|responsible|assigned(?: to)?|assignees?):\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Owned:
    """The owners of a task, how they were found, and the span of the words that name them."""

    owners: tuple[str, ...]
    form: str
    start: int = 0
    end: int = 0
    strong: bool = False
    """Whether the form alone makes a line an action: `PB to …`, `… (PB)`."""


def split_owners(text: str, names: Names, *, loose: bool = False) -> tuple[str, ...]:
    """The owners of a list such as `NH/AHR` or `PB, KK & NH`; empty when any part is nobody's name.

    `loose` takes any short phrase, for places that hold nothing but owners.
    """
    text = _strip(text)
    for helped in w.HELPED:
        at = text.casefold().find(f" {helped} ")
        if at > 0 and helped != "together with":
            text = text[:at]
    if _whole(text, names):
        return (_bare(text),)
    parts = [_bare(p) for p in _JOIN.split(text) if p.strip()]
    if not parts or len(parts) > 8:
        return ()
    kept = []
    for part in parts:
        if not (_whole(part, names) or is_owner(part, names, loose=loose)):
            return ()
        kept.append(part)
    return tuple(dict.fromkeys(k for k in kept if k.casefold() not in w.NOBODY or (k.isupper() and names.knows(k))))


def _strip(text: str) -> str:
    return text.strip(" \t*_`~.:;,-–—")


def _bare(part: str) -> str:
    part = _strip(part).strip("()[]").strip()
    part = part.removeprefix("@").removesuffix("@")
    return part[4:] if part[:4].casefold() == "the " else part


def _whole(text: str, names: Names) -> bool:
    """Whether a text is one person that is known by it, a joining word in the name or not."""
    return names.knows(_bare(text))


def is_owner(part: str, names: Names, *, loose: bool = False) -> bool:
    """Whether one part of a list of owners can be somebody: known, initials, a handle, a name, a group."""
    key = part.casefold()
    tokens = part.split()
    if not tokens or len(tokens) > 5 or len(part) > 50:
        return False
    if key in w.NOBODY and not (part.isupper() and names.knows(part)):
        return loose
    if names.knows(part) or _INITIALS.match(part) or _HANDLE.match(part) or is_group(part):
        return True
    if len(tokens) <= 4 and all(_NAME_WORD.match(t) for t in tokens) and tokens[0][0].isupper():
        return loose or (tokens[0].casefold() not in w.VERBS and key not in w.NOBODY)
    return loose and len(tokens) <= 4


def is_group(part: str) -> bool:
    """Whether a phrase names a group by its last word: `Steering Group members`, `all TC members`, `the exec`."""
    key = part.casefold().removeprefix("the ")
    tokens = key.split()
    return bool(tokens) and (key in w.EVERYBODY or (tokens[-1] in w.GROUP_NOUNS and tokens[0] not in w.VERBS) or tokens[0] == "all")


def find_owners(text: str, names: Names, *, marked: bool = False) -> Owned | None:
    """The owners that the words of a task name; `marked` when a mark or a block already says that it is one.

    Who is helped, told or asked is not an owner: only the head and the tail of the words are looked at.
    """
    return (
        _bracket(text, names)
        or _titled(text, names)
        or _to(text, names, marked=marked)
        or _label(text, names, marked=marked)
        or _trail(text, names, marked=marked)
        or _handle(text)
    )


def _bracket(text: str, names: Names) -> Owned | None:
    match = _BRACKET.match(text)
    owners = split_owners(match[1], names, loose=False) if match else ()
    return Owned(owners, "bracket", 0, match.end(), strong=True) if match and owners else None


def _to(text: str, names: Names, *, marked: bool) -> Owned | None:
    clause = _CLAUSE.match(text[:200])
    starts = [0, *([clause.end()] if clause else []), *(m.end() for m in _STARTS.finditer(text[:160]))]
    for n, start in enumerate(starts):
        match = _TO.search(text, start, start + 100)
        if not match:
            continue
        head = text[start : match.start()]
        if ". " in head or ":" in head:
            continue
        owners = split_owners(head, names)
        if n > (1 if clause else 0) and not all(names.knows(o) for o in owners):
            continue  # further on, only somebody who is known
        if not owners and marked and head[:1].islower() and len(head.split()) <= 3 and head.split()[0] not in w.VERBS:
            owners = split_owners(head, names, loose=True)
        if not owners and match[0].strip() != "to" and _NAME_WORD.match(head) and head.casefold() not in w.NOBODY:
            owners = (head,)  # no order goes on with `should`, so even `Research` is somebody there
        if owners and not (match[0].strip() == "to" and _is_task(head, names)):
            return Owned(owners, "to", start, match.start(), strong=n <= (1 if clause else 0))
    match = _PLEASE.match(text)
    owners = split_owners(match[1], names) if match else ()
    return Owned(owners, "please", 0, match.end(), strong=True) if match and owners else None


def _is_task(head: str, names: Names) -> bool:
    """Whether the words before `to` are themselves a task: `Continue to …`."""
    first = head.split(maxsplit=1)[0].casefold().strip(",")
    return first in w.VERBS and not names.knows(head.split(maxsplit=1)[0])


def _label(text: str, names: Names, *, marked: bool) -> Owned | None:
    match = _LABEL.match(text)
    if match:
        head = match[1] or match[2]
        owners = split_owners(head, names)
        known = owners and all(names.knows(o) or _INITIALS.match(o) or is_group(o) or o != _strip(o) for o in owners)
        short = len(head.split()) <= (3 if match[1] is not None else 1)
        if owners and (known or (marked and short)) and not _is_task(head, names):
            return Owned(owners, "label", 0, match.end(), strong=bool(known) and match[1] is None)
    return None


def _titled(text: str, names: Names) -> Owned | None:
    """`Book the hall (Sam): it must hold eighty`: the owners behind a title."""
    match = _PAREN_LABEL.match(text)
    owners = split_owners(match[1], names) if match else ()
    rest = text[match.end() :] if match else ""
    sure = owners and all(names.knows(o) or is_group(o) or _INITIALS.match(o) or rest.startswith(o) for o in owners)
    return Owned(owners, "title", match.start(1), match.end(1), strong=True) if match and sure else None


def _trail(text: str, names: Names, *, marked: bool) -> Owned | None:
    """The owners behind a task; where each sentence closes with its own, those of all."""
    last = _trailing(text, names, marked=marked)
    if last is None or last.form != "parentheses":
        return last
    owners = [o for m in _INNER_TRAIL.finditer(text, 0, last.start) for o in split_owners(m[1], names)]
    return replace(last, owners=tuple(dict.fromkeys([*owners, *last.owners])))


def _trailing(text: str, names: Names, *, marked: bool) -> Owned | None:
    for pattern, form in ((_TRAIL, "parentheses"), (_TRAIL_DASH, "dash"), (_TRAIL_COMMA, "comma")):
        match = pattern.search(text, max(0, len(text) - 110))
        if not match:
            continue
        inside = match[1]
        prefix = _PREFIX.match(inside)
        owners = split_owners(inside[prefix.end() :] if prefix else inside, names)
        if owners and (prefix or form == "parentheses" or all(_sure(o, names) for o in owners)) and (marked or all(_sure(o, names) for o in owners)):
            return Owned(owners, form, match.start(), match.end(), strong=form == "parentheses")
    return None


def _sure(owner: str, names: Names) -> bool:
    return names.knows(owner) or bool(_INITIALS.match(owner) and not names.initials) or owner.casefold() in w.EVERYBODY


def _handle(text: str) -> Owned | None:
    match = re.match(r"@([\w.-]{1,40})(?:\s*(?:,|and|&)\s*@([\w.-]{1,40}))?", text)
    return Owned(tuple(g for g in match.groups() if g), "handle", 0, match.end(), strong=True) if match else None
