"""Who does it, where words beside a task say nothing else: `Ann`, `@ann`, `(Ann)`, `by Ann`, `Ann to lead`, `Ann will do it`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.naming import is_group, split_owners
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from tcsg.reading.names import Names

NAMES = 60
"""Characters of a line that only names people."""
_IT = r"(?:it|this|that|these|them|(?:this|that|the) (?:one|action|task|item))"
_CHARGE = late.compile(
    r"\s+(?:(?:to|will|can|is to|is going to|(?:has )?(?:agreed|offered|volunteered) to)"
    rf" (?:lead|own|coordinate|action|do|take|handle|tackle|pick up|look after|see to|take care of|take on|drive)(?: {_IT})?(?: on| up| forward)?"
    rf"|leads?(?: {_IT})?|(?:is )?leading(?: {_IT})?|(?:is )?responsible|(?:is )?in charge|coordinates|volunteered|has volunteered"
    rf"|(?:takes|took|has taken|takes on|grabs|claims|claimed|does|do|take|is doing|has) {_IT}"
    rf"|(?:is|are) on it|takes? care(?: of {_IT})?|kümmer[nt] sich(?: darum)?|(?:übernimmt|übernehmen|macht|machen)(?: das| es)?"
    r"|s[’']en (?:occupe|charge)(?:nt)?)$"
)
"""What tells nothing but that somebody is to do it: `(Ann leads)`, `→ Ann kümmert sich`."""
_SIGNS = "→⇒➡=>- "


def without_charge(words: str) -> str:
    """The words without what only says that those before it are to do it: `Ann takes care of it`."""
    return _CHARGE.sub("", words) if " " in words else words


def is_charge(line: str) -> bool:
    """Whether a line not only names people but says that they do it."""
    words = _bare(line)
    return line[:3].casefold() == "by " or without_charge(words) != words


def names_people(line: str, names: Names) -> tuple[str, ...]:
    """Who is named by a line that names nothing else, be they anybody or not."""
    return split_owners(without_charge(_bare(line)), names) if len(line) <= NAMES else ()


def doers(line: str, names: Names) -> tuple[str, ...]:
    """Who does it, by a line that says nothing else and can only mean people."""
    owners = names_people(line, names)
    return owners if all(f"@{owner}" in line or _is_called(owner, names) for owner in owners) else ()


def _bare(line: str) -> str:
    words = plain(line).lstrip(_SIGNS).rstrip("?")
    return words[len("by ") :] if words[:3].casefold() == "by " else words.rstrip(".") if " " in words else words


def _is_called(owner: str, names: Names) -> bool:
    """Whether a line that says nothing else can only be somebody's name: one that is known, a given name, a role."""
    if names.knows(owner) or is_group(owner):
        return True
    first, *more = owner.split()
    known = names.knows(first) or is_given(first)
    return known and len(more) <= 1 and all(word.rstrip(".").isalpha() and word[0].isupper() for word in more)
