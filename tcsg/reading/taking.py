"""Somebody who takes an action in running text: `Do we pay? Dave takes an action item to ask`, `The cheque goes out, Todd takes the action`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.markdown import plain
from tcsg.reading.marks import Mark
from tcsg.reading.naming import is_group, split_owners
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_TAKES = late_names(
    r"(?:^|[.!?;:,)\]–—-]\s+|\s(?:and|so|but)\s+)[*_(\[]{0,3}"
    r"(?P<owners>@?[A-Z][\w.'’-]{0,30}(?:(?:, ?| and | & | ?/ ?| )@?[A-Z][\w.'’-]{0,30}){0,4})[*_)\]]{0,3}"
    r"\s+(?:(?P<has>has|have|had|was given|were given|is given)"
    r"|(?:will |has |have |to |agreed to |volunteered to |can )?(?:takes?|took|taken?|taking|gets?|picks? up|accepts?|accepted)(?: up| on)?)"
    r" (?:(?:the|an|a|this|that|one|these|all) )?(?P<word>action(?: item| point)?s?|AIs?|APs?|TODO|to-do)\b[*_]{0,3}"
    r"(?P<to>:?\s+(?:to|of|for)\s+(?=[a-z]))?"
)
_PLACED = late_names(
    r"(?:^|(?<=[.!?;:,] ))(?:(?:[Tt]he|[Aa]n?|[Tt]here (?:is|was) (?:the|an)) )?(?:(?:[Oo]ngoing|[Nn]ew|[Oo]pen|[Oo]utstanding|[Ff]urther) )?"
    r"(?P<word>[Aa]ction(?: [Ii]tem| [Pp]oint)?|AI|AP) (?:(?:is |was )?(?:placed |put |left )?)?(?:on|for|with) "
    r"(?P<owners>[A-Z][\w.'’-]{0,30}(?:(?:, ?| and | & | ?/ ?| )[A-Z][\w.'’-]{0,30}){0,4}"
    r"|(?:the |all )?(?:group|members|all|everyone|everybody|team|committee|board|chairs?|editors|secretary|staff)) to (?=[a-z'‘\"])"
)
"""`An action is on Ann to ring the mason`."""
_LEAST = 2
"""Words behind `takes the action to` that are a task of their own; with fewer it is what stands before."""


def takings(text: str, names: Names) -> Iterator[Mark]:
    """Each place where somebody known takes or has an action: before the task it tells, or behind the one that it closes."""
    placed = (found for found in _PLACED.finditer(text) if _are_people(found["owners"], names))
    yield from (Mark(found["word"], found.start(), found.end(), found["owners"]) for found in placed)
    for found in _TAKES.finditer(text):
        if not _are_people(found["owners"], names) or (not found["to"] and (found["has"] or found[0].endswith((" taken action", " took action")))):
            continue  # `Ann has taken action`
        start = len(text[: found.start("owners")].rstrip("*_(["))
        behind = text[found.end() :].split(".", 1)[0].split()
        if found["to"] and (len(behind) >= _LEAST or not text[:start].strip(" .,;:–—-")):
            yield Mark(found["word"], start, found.end(), found["owners"])
        elif text[:start].strip(" .,;:–—-"):
            yield Mark(found["word"], start, len(text) if found["to"] else found.end(), found["owners"], trailing=True)


def _are_people(words: str, names: Names) -> bool:
    """Whether words name people who are known, or who may be where nobody is listed."""
    owners = split_owners(plain(words), names)
    return bool(owners) and all(not names.full or is_group(o) or names.knows(o) or any(map(names.knows, o.split())) for o in owners)
