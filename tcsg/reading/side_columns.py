"""Columns at the right for whose an action is and until when, beside minutes that are typed as prose.

    ITEM                                  ACTION    DATE                                       | who/when
    2.1  A new plan to be issued.         AB        12/03           Rope is worn; buy one.     | Ann, 4 May

They are moved behind the words beside them, as the mark that follows a task: `(Action: AB by 12/03)`. No line is added or taken away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.columns import drawn_rows
from tcsg.reading.text import has_digit
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DATED = late.compile(
    r"[^|]{0,200}?(?P<gap>(?<!\S) {3,})(?:ACTION(?: BY)?|Action(?: [Bb]y)?|BY|By|WHO|Who|OWNER|Owner|RESP\.?|Resp\.?)(?: {2,})"
    r"(?:DATE|Date|WHEN|When|BY WHEN|By when|DUE|Due|DEADLINE|Deadline|TARGET|Target)[ \t]*$"
)
"""The heads of two such columns, behind that of what was said if it has one."""
_BARRED = late.compile(
    r"[ \t]{3,200}(?P<gap>\|) ?(?:who|by whom|actions?|owner|wer|qui)(?: ?/ ?(?:when|by when|date|wann|quand))?[ \t]*$", re.IGNORECASE
)
"""The head of one behind a bar, with nothing before it: else it is that of a table."""
_PARTS = late.compile(r" {2,}|, ?")
_NAME = late.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Cllr|Hr|Fr|Rev)\.? )?[A-Z][\w.'’-]{0,20}(?: ?[/&+] ?[A-Z][\w.'’-]{0,20}){0,4}$")
_ITEM = late.compile(r"\s*(?:[-*+•]|\(?[a-z0-9]{1,3}[.)]|\d{1,3}(?:[./]\d{1,3}){0,2}[.)]?)\s")
"""With this begins another item."""
_OPEN = late.compile(r"\s[a-z]{1,3}$|[,;–-]$")
"""With this a line ends on whose sentence the next goes on, be it with a capital."""
_STOPS = (".", "!", "?")
_CLOCK = late.compile(r"\b\d{1,2}[:.]\d\d\b(?!\.)")
_NOBODY = frozenset("note noted info none nil agreed fyi closed done all".split())
"""What such a column tells of what is no action, or of the next meeting."""
_FINE = frozenset(("ok", "okay", "✓", "✔"))
_DONE = " done"
_SOON = frozenset(("asap", "urgent", "today", "tomorrow", "heute", "sofort"))
_LEAST = 3
"""Entries that make a column."""
_NEAR = 3
"""Characters that an entry may begin beside its head."""
_LONGEST = 300
"""Characters of a line."""
_ENOUGH = 4
"""Lines over which the words beside an entry may run."""


def with_side_columns(text: str) -> str:
    """The text with what stands in such columns moved behind the words beside them; as it is where it has none."""
    lines = text.split("\n")
    found = next(((n, head) for n, line in enumerate(lines) if len(line) < _LONGEST and (head := _head(line)) is not None), None)
    if found is None:
        return text
    first, head = found
    if first in drawn_rows(lines)[0]:
        return text  # a table, of which each row is one line
    column, barred = (head.start("gap"), True) if head["gap"] == "|" else (head.end("gap"), False)
    cut = [_cut(line, column, barred=barred) if n > first else (line, "") for n, line in enumerate(lines)]
    entries = [(n, mark) for n in range(first + 1, len(lines)) if (mark := _mark(cut, n)) is not None]
    if len(entries) < _LEAST:
        return text
    said = [words for words, _ in cut]
    said[first] = said[first][: head.start("gap")]
    for n, mark in entries:
        at = _last_line(cut, n)
        said[at] = f"{said[at].rstrip()} {mark}"
    return "\n".join(said)


def _head(line: str) -> re.Match[str] | None:
    return _BARRED.match(line) if "|" in line else _DATED.match(line) if "   " in line else None


def _cut(line: str, column: int, *, barred: bool) -> tuple[str, str]:
    """What was said on a line, and what stands in the columns beside it."""
    if barred:
        return (line[:column].rstrip(), line[column + 1 :].strip()) if line[column : column + 1] == "|" else (line, "")
    at = next((n for n in range(max(0, column - _NEAR), column + _NEAR + 1) if line[n : n + 1].strip() and not line[max(0, n - 2) : n].strip()), None)
    return (line, "") if at is None or at < _NEAR else (line[:at].rstrip(), line[at:].strip())


def _mark(cut: Sequence[tuple[str, str]], n: int) -> str | None:
    """The mark that an entry stands for; None where it is somebody's continued, nobody's, or tells of the next meeting."""
    words, beside = cut[n]
    if not beside or not words.strip() or (n and cut[n - 1][1].endswith(",")) or _CLOCK.search(words) or words.lstrip()[:4].casefold() == "next":
        return None
    if beside.endswith(",") and n + 1 < len(cut):
        beside = f"{beside} {cut[n + 1][1]}"  # `Ann/Bo,` above `4 May`
    who, *told = filter(None, _PARTS.split(beside))
    if _NAME.match(who) is None or who.casefold() in _NOBODY:
        return None
    beside = "".join(_told(told))
    return f"- done (Action: {who})" if beside == _DONE else f"(Action: {who}{beside})"


def _told(parts: Sequence[str]) -> Iterator[str]:
    """What else an entry tells, until when or that it is done, so that it may stand in a mark."""
    for part in parts:
        key = part.casefold().strip(" .")
        if key in _FINE or key in w.DONE:
            yield _DONE
        elif has_digit(part) or key in _SOON:
            yield f" by {part}"


def _last_line(cut: Sequence[tuple[str, str]], n: int) -> int:
    """The line on which the words beside an entry end: they go on where no stop, no other entry and no other item ends them."""
    for at in range(n, min(n + _ENOUGH, len(cut) - 1)):
        words, (below, beside) = cut[at][0].rstrip(), cut[at + 1]
        runs_on = cut[at][1].endswith(",")  # `Ann/Bo,` above `4 May`
        begun = below.lstrip()[:1].isupper() and not _OPEN.search(words)
        if not below.strip() or _ITEM.match(below) or (not runs_on and (beside or begun or (words[-1:] in _STOPS and at > n))):
            return at
    return n
