"""Orders set apart in brackets: `*(Ann to post and close)*`, `The fee went up. (Ann to ask why.)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.marks import Mark
from tcsg.reading.naming import is_group
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.status import read_status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_ASIDE = late.compile(r"(?:^|[*_]{1,3}|(?<=[.!?:;,)*_])\s+)(?P<open>[*_]{0,3}[(\[])(?P<told>[^()\[\]]{6,400})[)\]](?!\()")
_PRESENCE = late.compile(
    r"(?:join|rejoin|arrive|attend|return|leave|step|dial|drop)s?\b"
    r"(?: (?:us|out|in|back|off|by|this|the|today'?s|next))*(?: (?:call|meeting|session|room))?\s*"
    r"(?:$|[.,;]|(?:at|early|late|later|after|before|from|for|soon"
    r"|remotely|online)\b)"
)
"""Who comes and goes: `(Ann to join at 3)`."""
_WENT = late.compile(r"[*_]{0,3}\s{0,2}(?:[:=→]|[–—-]{1,2})?\s{0,2}[*_]{0,3}[(\[]?([^()\[\].;,*_]{2,40})")
"""How it went, told behind the bracket: `*(Ann to post it)* – done`."""


def aside_marks(text: str, names: Names) -> Iterator[Mark]:
    """Each bracket at the head of a text, behind a sentence or set in emphasis in which somebody known is told to do something."""
    for match in _ASIDE.finditer(text):
        told = plain(match["told"])
        owned = find_owners(told, names, marked=True)
        if owned is None or owned.start or not all(names.knows(o) or is_group(o) for o in owned.owners):
            continue
        task = told[owned.end :].lstrip(" :")
        if owned.form == "to":
            task = task.partition(" ")[2]  # behind `to`, `will`
        elif owned.form != "label":
            continue
        if len(task.split()) > 1 and starts_with_verb(task) and not _PRESENCE.match(task):
            went = _WENT.match(text, match.end())
            told_of_it = went is not None and read_status(went[1], names.idiom) is not None
            yield Mark("(…)", match.start("open"), match.end("open"), status=f"[{went[1]}] " if went and told_of_it else "")
