"""Somebody who takes an action in running text: `Do we pay? Dave takes an action item to ask`, `The cheque goes out, Todd takes the action`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.markdown import plain
from tcsg.reading.marks import Mark
from tcsg.reading.naming import split_owners
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_TAKES = late_names(
    r"(?:^|[.!?;:,)\]–—-]\s+|\s(?:and|so|but)\s+)[*_(\[]{0,3}"
    r"(?P<owners>@?[A-Z][\w.'’-]{0,30}(?:(?:, ?| and | & | ?/ ?| )@?[A-Z][\w.'’-]{0,30}){0,4})[*_)\]]{0,3}"
    r"\s+(?:will |has |have |to |agreed to |volunteered to |can )?(?:takes?|took|taken?|taking|gets?|picks? up|accepts?|accepted)(?: up| on)?"
    r" (?:(?:the|an|a|this|that|one|these|all) )?(?P<word>action(?: item| point)?s?|AIs?|APs?|TODO|to-do)\b[*_]{0,3}"
    r"(?P<to>:?\s+(?:to|of|for)\s+(?=[a-z]))?"
)
_LEAST = 2
"""Words behind `takes the action to` that are a task of their own; with fewer it is what stands before."""


def takings(text: str, names: Names) -> Iterator[Mark]:
    """Each place where somebody known takes an action: before the task it tells, or behind the one that it closes."""
    for found in _TAKES.finditer(text):
        owners = split_owners(plain(found["owners"]), names)
        if not owners or not all(names.knows(o) or any(map(names.knows, o.split())) for o in owners):
            continue
        start = len(text[: found.start("owners")].rstrip("*_(["))
        behind = text[found.end() :].split(".", 1)[0].split()
        if found["to"] and (len(behind) >= _LEAST or not text[:start].strip(" .,;:–—-")):
            yield Mark(found["word"], start, found.end(), found["owners"])
        elif text[:start].strip(" .,;:–—-"):
            yield Mark(found["word"], start, len(text) if found["to"] else found.end(), found["owners"], trailing=True)
