"""Lines that other markup than Markdown sets off as they are typed, such as code: what stands in them is an example and no action."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.text import signs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGNS = (
    *("[source", "[listing", "\n----", "\n....", "\n++++", "\n////", "\n.. ", "   .. ", "#+begin"),
    *("<syntaxhighlight", "<source", "<code", "<file", "<nowiki", "<pre", "{code", "{noformat"),
)
"""Of these every such block has one, in small letters."""
_BARE = tuple((signs_of(sign), sign) for sign in _SIGNS)
_LONGEST = 2000
"""Lines that a block has at most."""
_PAIRED = (
    (late.compile(r"\s*<(syntaxhighlight|source|code|file|nowiki|pre)\b[^<>]*>(?!.*</\1>)", re.IGNORECASE), r"</{}>"),
    (late.compile(r"\s*#\+begin_(src|example|comment)\b", re.IGNORECASE), r"#\+end_{}"),
    (late.compile(r"\s*\{(code|noformat)(?::[^{}]*)?\}\s*$", re.IGNORECASE), r"\{{{}\}}"),
)
"""What begins a block, and what ends it: tags of wikis, org mode, Jira."""
_SOURCE = late.compile(r"\[(?:source|listing)\b[^\]]*\]\s*$", re.IGNORECASE)
"""What stands above a listing of AsciiDoc."""
_TITLE = late.compile(r"^={1,5} \S(?:.{0,120}[^=\s])?[ \t]*$", re.MULTILINE)
"""A title of AsciiDoc, where lines of dashes set off a listing as well."""
_FENCE = late.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,})\s*$")
_DIRECTIVE = late.compile(r"(\s*)\.\. (?:code-block|sourcecode|code|literalinclude|parsed-literal|highlight)::", re.IGNORECASE)
"""What begins an indented block of reStructuredText."""


def verbatim(text: str, lines: Sequence[str]) -> frozenset[int]:
    """The lines, from 0, of blocks that are set off so, what opens and closes them included; a block that nothing closes is none."""
    if not may_set_off(text):
        return frozenset()
    found: set[int] = set()
    closings: dict[str, list[int]] = {}
    fences = "-.+/" if "\n----" in text and _TITLE.search(text) else ".+/"
    n = 0
    while n < len(lines):
        end = end_of_block(lines, n, closings, fences)
        if end is None:
            n += 1
            continue
        found.update(range(n, end))
        n = end
    return frozenset(found)


def may_set_off(text: str) -> bool:
    """Whether a text has a sign of such a block."""
    signs = signs_of(text)
    may = [sign for bare, sign in _BARE if bare in signs]
    return bool(may) and any(map(text.casefold().__contains__, may))


def end_of_block(lines: Sequence[str], n: int, closings: dict[str, list[int]], fences: str = ".+/") -> int | None:
    """The line behind the block that begins at line `n`; None where none begins.

    `fences` are the signs that set off one as a whole line; `closings` keeps what was looked for.
    """
    line = lines[n]
    if not (first := line.lstrip()[:1]) or first not in "<#{[.+/-":
        return None
    if (directive := _DIRECTIVE.match(line)) is not None:
        return _dedented(lines, n + 1, len(directive[1]))
    for opening, closing in _PAIRED:
        if (opened := opening.match(line)) is not None:
            return _closed(lines, n + 1, closing.format(opened[1].casefold()), closings)
    begin = n + 1 if _SOURCE.match(line) and n + 1 < len(lines) else n
    fence = _FENCE.match(lines[begin]) if begin > n or first in fences else None
    if fence is None:
        return None
    return _closed(lines, begin + 1, rf"^{re.escape(fence[1])}\s*$", closings)


def _closed(lines: Sequence[str], n: int, last: str, closings: dict[str, list[int]]) -> int | None:
    """The line behind the next one from `n` on that closes a block; `closings` are the lines that do so by their pattern, found once."""
    if last not in closings:
        pattern = re.compile(last, re.IGNORECASE)
        closings[last] = [k for k, line in enumerate(lines) if pattern.search(line)]
    at = bisect_left(closings[last], n)
    return closings[last][at] + 1 if at < len(closings[last]) and closings[last][at] < n + _LONGEST else None


def _dedented(lines: Sequence[str], n: int, indent: int) -> int:
    """The first line from `n` on that is indented no further."""
    while n < len(lines) and (not lines[n].strip() or len(lines[n]) - len(lines[n].lstrip()) > indent):
        n += 1
    return n
