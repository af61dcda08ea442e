"""Who is charged with something in a sentence that tells more: `The tap drips, and Colin is to ring the yard`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Kind, Reason
from tcsg.reading import sentences
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.markdown import links
from tcsg.reading.naming import split_owners
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_PEOPLE = r"(?<![\w.’'-])(?P<owners>[A-Z][\w.’'-]{0,30}(?:(?:,? and |, ?|/ ?| & ?| )[A-Z][\w.’'-]{1,30}){0,3})"
_CHARGED = late_names(
    rf"(?:^|(?<=[.!?] )|(?<=\b(?:that|dass) )){_PEOPLE} (?:is|are) to (?P<verb>[a-z-]{{2,20}})\b"
    rf"|{_PEOPLE.replace('owners', 'takers')} (?:took|takes?|ha(?:s|ve) taken) it (?:up)?on \w{{3,4}}sel(?:f|ves) to (?P<taken>[a-z-]{{2,20}})\b"
)
"""Who is charged with something in a sentence that tells more: `…, and Colin took it upon himself to ring the yard`."""

NO_TASKS = frozenset("be become leave join stay remain retire resign stand return attend receive have get step succeed replace".split())
"""What people are to do that is no piece of work."""


def charged(item: Item, text: str, names: Names) -> Iterator[Draft]:
    """What a sentence charges people with who are known, wherever in it."""
    offset = len(item.text) - len(text)
    for match in _CHARGED.finditer(text):
        named, verb = match["owners"] or match["takers"], match["verb"] or match["taken"]
        owners = split_owners(named, names)
        if not owners or not all(map(names.knows, owners)) or verb not in w.VERBS or verb in NO_TASKS:
            continue
        end = match.start() + sentences.spans(text[match.start() :])[0][1]
        lines = line_at(item, offset + match.start()), line_at(item, offset + end - 1)
        words = text[match.start() : end]
        if words[-1] == "?":
            continue
        reason = Reason("action", "somebody is charged with it in running text", lines[0])
        yield Draft(*lines, words, Kind.INLINE, item.indent, named, links=links(words), doubt=UNMARKED, reasons=(reason,))
