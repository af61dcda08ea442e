"""One person out of a line of an attendance list: `Ailish Harikae (AHR), Secretary`."""

from __future__ import annotations

import re
from functools import lru_cache

from tcsg import late
from tcsg.model import Person
from tcsg.reading.names import TITLES
from tcsg.reading.naming import is_group
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

_INITIALS_WORD = late_names(r"[A-Z]{2,4}$")
_GROUP = late.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
_LEADING = late_names(r"\[?([A-Z]{2,4})\]?(?:\s*[:=–—-]\s+|\s*\]\s*|\s+(?=[A-Z][a-z]))")
_FIRST_NAME = late_names(r"[A-Z][a-z'’]{1,20}(?: [A-Z][\w.'’-]{0,20}){0,2}$")
_NAME = late.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4}$")
_BETWEEN = late.compile(r"\t+| {2,}| [-–—] |\s?/\s?(?=@)| / |,|;|:(?= )|(?<=\w) (?=@\w)")
"""Between a name and a role, a body or a handle: `Rosa Blum @rblum`, `Rosa / Mill Trust / @rblum`."""
_LISTS = w.PRESENT | w.EXCUSED


@lru_cache(maxsize=2048)  # the same people come to meeting after meeting
def read_person(text: str) -> Person | None:
    """One person out of a line of an attendance list; None when the line names nobody."""
    text = re.sub(r" {3,}", "\t", re.sub(r"[*_`]{1,3}|<[^<>]{1,10}>", "", text)).strip(" -–•;,.")
    if not text or len(text) > 300:
        return None
    lead = _LEADING.match(text) if text[:1] == "[" or text[:2].isupper() else None
    initials = lead[1] if lead else None
    rest = text[lead.end() :] if lead else text
    groups = _GROUP.findall(rest)
    parts = _name_and_roles(re.sub(r" {2,}(?!\t)", " ", _GROUP.sub("\t", rest)).strip())
    if not parts:
        return None
    name = " ".join(w for w in parts[0].removeprefix("@").split() if w.lower().rstrip(".") not in TITLES)
    if not _NAME.match(name) or not (name[0].isupper() or text.startswith("@") or " " not in name):
        return None
    roles = parts[1:]
    if is_group(name) and len(groups) == 1 and _FIRST_NAME.match(groups[0]):
        name, roles, groups = groups[0], [name, *roles], []  # `Treasurer (Dmitri)`
    for group in groups:
        for part in (p.strip() for p in re.split(r"[,/;]|\s[–—-]\s", group)):
            if initials is None and _INITIALS_WORD.match(part) and _stands_for(part, name):
                initials = part
            elif part and not _INITIALS_WORD.match(part):
                roles.append(part)
    if lead and initials and not _stands_for(initials, name):
        return Person(f"{initials} {name}", None, ", ".join(roles) or None)
    return Person(name, initials, ", ".join(roles) or None)


def _name_and_roles(bare: str) -> list[str]:
    """The parts of a line of an attendance list, the name first: `Officers: Rosa Blum`."""
    parts = [p.strip() for p in _BETWEEN.split(bare) if p.strip()]
    headed = len(parts) > 1 and bare.startswith(f"{parts[0]}:") and (is_group(parts[0]) or parts[0].casefold() in _LISTS | w.TAKERS)
    return [*parts[1:], parts[0]] if headed else parts


def _stands_for(initials: str, name: str) -> bool:
    """Whether initials can be those of a name: the first letters agree (`AHR` for Ailish Harikae)."""
    letters = [w[0].upper() for w in re.split(r"[\s'’-]+", name) if w]
    return bool(letters) and (initials[0] == letters[0] or (initials[0] in letters and initials[-1] in letters))
