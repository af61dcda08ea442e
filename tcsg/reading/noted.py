"""A mark that somebody typed into a note while the meeting went on: `Hire the tent > todo Sam`, `14/3: todo Sam: order bread`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.marks import Mark
from tcsg.reading.naming import HANDLE, INITIALS, is_group, split_owners
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_NOTED = late.compile(r"(?:(?:^|\s)(?:-{0,2}>|=>|[→⇒➜])|[:;,]|\s[–—-])\s*[*_]{0,3}(?P<word>to-?do)[*_]{0,3}\s+", re.IGNORECASE)
_ARROWS = frozenset(">→⇒➜")
_WHO = late_names(
    r"\(?(?P<owners>[A-Z@][\w.'’-]{0,30}(?:(?:, ?| and | & | ?/ ?| ?\+ ?| )[A-Z@][\w.'’-]{0,30}){0,3})\)?"
    r"(?P<colon>\s*:\s+(?=\S)|,\s+(?=[a-z]))?(?P<end>\s*(?:\([^()]{1,80}\))?[\s.]*$)?"
)
_POINTS_AT = late_names(
    r"\s(?:-{1,2}>|=>|[→⇒➜])\s+[*_]{0,2}"
    r"(?=(?P<owners>[A-Z@][\w.'’-]{0,30}(?:(?:, ?| and | & | ?/ ?| )[A-Z@][\w.'’-]{0,30}){0,3})[*_]{0,2} (?:to|will) [a-z])"
)
"""An arrow in a note before who is to do something: `no money left -> Ann to ring the bank`."""


def pointing_mark(text: str, names: Names) -> Iterator[Mark]:
    """The last arrow in a note before somebody known who is to do something."""
    for found in _POINTS_AT.finditer(text) if ">" in text or not text.isascii() else ():
        owners = split_owners(found["owners"], names)
        if owners and all(names.knows(o) for o in owners):
            yield Mark("-->", found.start(), found.end())


def noted_mark(text: str, names: Names) -> Iterator[Mark]:
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
        elif text[found.end() :].split(maxsplit=1)[:1] and text[found.end() :].split(maxsplit=1)[0].casefold() in w.VERBS:
            yield Mark(found["word"], found.start(), found.end())
