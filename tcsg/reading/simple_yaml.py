"""Front matter as secretaries write it, which needs no YAML reader: to load one takes as long as to read the minutes below.

A key a line with words behind it, or with a list or a mapping of words below it. Whatever else YAML can hold is left to
`strict.load`, and what is read here is what that would read.
"""

from __future__ import annotations

from types import MappingProxyType

from tcsg import late
from tcsg.frozen import frozen
from tcsg.reading.strict import MAX_KEY, Node

_WORDS = r"[\w .,'()/&+:#-]*"
_LINE = late.compile(rf"( {{0,8}})(?:(-) {{1,4}}|([A-Za-z][\w-]*(?: [\w-]+)*):(?: {{1,4}}|$))(\"?)({_WORDS}(?:[’–]{_WORDS})*)\4")


@frozen
class _Line:
    """One line: how far in it stands, its key (None for an item of a list), what is behind it."""

    number: int
    indent: int
    key: str | None
    words: str | None

    @property
    def node(self) -> Node:
        return Node(self.number, self.words, self.number if self.key else 0)


def load_simple(text: str, first_line: int = 1) -> Node | None:
    """The node that `strict.load` makes of a text, None where only that can tell."""
    lines: list[_Line] = []
    for number, raw in enumerate(text.split("\n"), first_line):
        if raw:
            found = _LINE.fullmatch(raw)
            if not found or len(found[3] or "") > MAX_KEY or not (found[4] or _is_plain(found[5])) or not (found[3] or found[4] or found[5]):
                return None
            lines.append(_Line(number, len(found[1]), found[3], found[5] if found[4] else found[5] or None))
    return _mapping(lines) if lines else None


def _is_plain(words: str) -> bool:
    """Whether words that stand without quotes are read as they stand, or are none."""
    begun = not words or (words[0].isalnum() and words != "null")
    return begun and "#" not in words and ": " not in words and "  " not in words and words[-1:] not in (" ", ":")


def _mapping(lines: list[_Line]) -> Node | None:
    entries: dict[str, Node] = {}
    n = 0
    while n < len(lines):
        head, n = lines[n], n + 1
        if head.indent or head.key is None or head.key in entries:
            return None
        below = n
        while below < len(lines) and (lines[below].indent or lines[below].key is None):
            below += 1
        node = head.node if below == n and head.words is not None else _below(head, lines[n:below])
        if node is None:
            return None
        entries[head.key], n = node, below
    return Node(lines[0].number, MappingProxyType(entries))


def _below(head: _Line, lines: list[_Line]) -> Node | None:
    """The list or mapping below a key."""
    if head.words is not None or not lines or any(line.words is None or line.indent != lines[0].indent for line in lines):
        return None
    keys = [line.key for line in lines if line.key is not None]
    if not keys:
        return Node(lines[0].number, tuple(line.node for line in lines), head.number)
    if len(keys) != len(lines) or len({*keys}) < len(keys):
        return None
    return Node(lines[0].number, MappingProxyType({key: line.node for key, line in zip(keys, lines, strict=True)}), head.number)
