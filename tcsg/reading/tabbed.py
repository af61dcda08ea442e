"""The column for whose an action is, behind the only tab of a line that is one action whole: `ITEM<tab>WHO`, and below `Buy tea<tab>Ann, Bo`.

The people are moved before the words, as a mark: `ACTION (Ann, Bo): Buy tea`. No line is added or taken away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    import re

_NAME = r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w.'’-]{0,20}(?: [A-Z]\.?| [A-Za-z][a-z]{1,20})?"
_ENTRY = late_names(
    r"(?P<number>[ ]{0,8}(?:[-*•]|\(?[a-z0-9]{1,3}[.)])?[ ]{0,3})(?P<said>[^\t\s][^\t]*?) ?\t+"
    rf"(?:(?P<who>{_NAME}(?: ?[/,&+] ?{_NAME}){{0,3}})(?:[,;] (?P<told>[a-z][^\t]{{2,30}}))?|(?P<state>[a-z][a-z ]{{2,20}}))[ \t]*$"
)
_COLUMN = late.compile(r"\t+\w+[ \t]*$")
_NOBODY = frozenset("note noted info none nil agreed fyi".split())
_LEAST = 3
"""Entries that make a column."""
_LONGEST = 300
"""Characters of a line."""


def with_tabbed(lines: list[str], head: int) -> str:
    """The text of such lines, the column's head at one of them; as it is where too few have an entry."""
    found = [(n, match) for n, line in enumerate(lines[head + 1 :], start=head + 1) if (match := _entry(line)) is not None]
    if sum(match["who"] is not None for _, match in found) >= _LEAST:
        lines[head] = _COLUMN.sub("", lines[head])
        for n, match in found:
            told = f" - {match['told'] or match['state']}" if match["told"] or match["state"] else ""
            mark = f"ACTION ({match['who']}): " if match["who"] else ""
            lines[n] = f"{match['number']}{mark}{match['said']}{told}"
    return "\n".join(lines)


def _entry(line: str) -> re.Match[str] | None:
    """A line with people, or how far it is, behind its only tab; the next meeting is for all, and no action."""
    match = _ENTRY.match(line) if "\t" in line and len(line) < _LONGEST else None
    if match is None or match["said"].casefold().startswith("next "):
        return None
    if match["state"] is not None:
        return match if match["state"].strip() in w.DONE | w.DROPPED | w.OPEN else None
    return None if match["who"].casefold() in _NOBODY else match
