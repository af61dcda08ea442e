"""Who has done what a paragraph tells to do: `Go to the vote. Done: AE`, as `Action: AE` behind it tells who is to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Kind, Reason, Status
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.markdown import links, plain
from tcsg.reading.naming import split_owners
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_DONE_BY = late_names(
    r"(?<=[.!?)])\s+[*_(\[]{0,3}(?:Done|DONE|Completed|Closed|Erledigt|Fait)[*_]{0,3}(?:\s?:[*_]{0,3}| by| von| par)\s+"
    r"(?P<who>[A-Z@][^.:;()#\[\]]{0,40}?)[*_.)\]]{0,4}\s*(?:$|(?=[Vv]ote\b|Accepted\b|Rejected\b|on \d|\()[^.]{0,80}$)"
)
_TAIL = 140
"""Characters at the end of a paragraph in which it may stand."""
_LEAST = 2
"""Words of what was to be done."""


def done_by(item: Item, text: str, names: Names) -> Iterator[Draft]:
    """What a paragraph tells to do that closes with who, known, has done it."""
    done = _DONE_BY.search(text, max(0, len(text) - _TAIL))
    owners = split_owners(plain(done["who"]), names) if done else ()
    words = text[: done.start()].strip() if done else ""
    if done is None or not owners or not all(map(names.knows, owners)) or len(words.split()) < _LEAST:
        return
    offset = len(item.text) - len(text)
    lines = line_at(item, offset), line_at(item, offset + done.end() - 1)
    reason = Reason("action", f"closed by {plain(done[0]).strip(' .')!r}", lines[1])
    yield Draft(
        *lines, words, Kind.INLINE, item.indent, done["who"], status=Status.DONE, links=links(words), doubt="no mark opens it", reasons=(reason,)
    )
