"""Paragraphs, lists and titles of HTML among the lines of a page, as programs that keep pages of the web write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from tcsg import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST = 100_000
"""Characters of a line that are read."""
_TAG = late.compile(r"<(/?)(p|div|h[1-6]|ul|ol|li|blockquote|section|article)(?: [^<>]{0,400})?>", re.IGNORECASE)
_BLANK = late.compile(r"&(?:nbsp|#160|#xa0);", re.IGNORECASE)
_DOT = late.compile(r"\s*(?:<[a-z]{1,6}(?: [^<>]{0,200})?>\s*){0,4}(?:&(?:bull|middot|ndash|mdash|#8226|#183|#8211|#8212);)\s*", re.IGNORECASE)
"""A list mark written as an entity, perhaps behind emphasis."""
_TITLE = late.compile(r"<h([1-6])(?: [^<>]{0,200})?>(.{1,400}?)</h\1>$", re.IGNORECASE)
_STRONG = late.compile(r"</?(?:b|strong|mark)(?: [^<>]{0,200})?>", re.IGNORECASE)
_TICK = late.compile(
    r"<img(?: [^<>]{0,400})? alt=\"\(?(?:tick|check(?: ?mark)?|done|✓|✔|✅)\)?\"[^<>]{0,200}>"
    r"|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):",
    re.IGNORECASE,
)
"""A tick as a picture, or as the name of one."""
_UNDONE = late.compile(
    r"^([*+-] )?:(?:(x|negative_squared_cross_mark|heavy_multiplication_x|no_entry_sign)"
    r"|hourglass|hourglass_flowing_sand|construction|arrows_counterclockwise):(?=\s)"
)
"""The name of a sign before what is not done: a cross, or one of what goes on."""
_LISTED = late.compile(r"^<li(?: [^<>]{0,200})?>\s*(?=\S)(?!</li>)")
_STYLE = late.compile(r"</?(?:i|em|u|ins|span|font|p|div|details|summary|ul|ol)(?: [^<>]{0,200})?>|<br ?/?>$|^<li>|</li>$", re.IGNORECASE)
_STEP = 2
"""Columns by which a list within a list stands further in."""


Piece: TypeAlias = "tuple[int, str, bool, int, int]"
"""What stands on one line, or in one element of it: the number of the line, the words, whether a paragraph begins or ends between it and what
stands above, as at a blank line; the columns that it stands further in than its line, being in a list within a list; and the level of a title
that is not alone on its line."""


def untagged(body: str) -> str:
    """A line without the tags that only say what it looks like; emphasis, list items and ticks are written as Markdown has them."""
    body = _TICK.sub("✅", body)
    body = _UNDONE.sub(lambda sign: f"{sign[1] or ''}{'❌' if sign[2] else '⏳'}", body) if ":" in (body[:1], body[2:3]) else body
    return _STYLE.sub("", _STRONG.sub("**", _LISTED.sub("- ", body))).strip() if "<" in body else body


def pieces(lines: Sequence[str], known: frozenset[int]) -> Iterator[Piece]:
    """The lines of a page with what is in each element on its own; those that are `known` already as they are: nearly all."""
    depth, parted = 0, False
    for n, raw in enumerate(lines):
        if "<" not in raw or n in known or not raw.lstrip(" \t>").startswith("<"):
            yield n, raw, parted, 0, 0
            parted = False
            continue
        margin = raw[: len(raw) - len(raw.lstrip(" \t>"))]
        for words in _cut(raw[:_LONGEST]):
            tags = _TAG.findall(words)
            parted = parted or any(name.casefold() != "li" for _, name in tags[:1])
            title = _TITLE.match(words)
            depth += sum(not end for end, name in tags if name.casefold() in ("ul", "ol"))
            yield n, margin + _marked(title[2] if title else words), parted, _STEP * max(0, depth - 1), int(title[1]) if title else 0
            depth = max(0, depth - sum(bool(end) for end, name in tags if name.casefold() in ("ul", "ol")))
            parted = any(name.casefold() != "li" for _, name in tags[-1:])


def _cut(line: str) -> Iterator[str]:
    """The parts of a line: each begins with a tag that opens an element, or ends with one that closes it."""
    begin = 0
    for tag in _TAG.finditer(line):
        end = tag.end() if tag[1] else tag.start()
        if line[begin:end].strip():
            yield line[begin:end].strip()
        begin = max(begin, end)
    if line[begin:].strip():
        yield line[begin:].strip()


def _marked(words: str) -> str:
    """The words with list marks and blanks in place of the entities that stand for them."""
    if "&" not in words:
        return words
    words = _BLANK.sub(" ", words) if "&nbsp;" in words or "&#" in words else words
    dot = _DOT.match(words)
    return f"- {words[dot.end() :]}" if dot else words
