"""Paragraphs of which each line is an action and closes with how far it is, with no sign before it: `Ring the bank. Done`, `Oil the gate Done`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.by_line import SOME, each_line, heads_lines
from tcsg.reading.markdown import Item, Shape
from tcsg.reading.status import find_status, is_bare_status

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_BARE = late.compile(r"(?<=[^\s,;:])(\s)(?=([A-Z][a-z]{2,12}|In progress|Not done)[.!]?$)")
"""A blank before a word with a capital that closes a line."""
_BEFORE = frozenset("a an the as is are be been was were get got have has had not to mark marked set status of until till when".split())
"""Behind these the word is one of the sentence: `mark it as Done`."""


def ended_by_status(item: Item, above: Item, names: Names) -> tuple[Item, ...]:
    """Each line of a paragraph right below a title of actions as a bullet, where all close with how far they are, two of them behind a sign.

    What no sign parts from the task is parted by a dash.
    """
    if item.shape is not Shape.LINE or len(item.lines) < SOME or not all(line[:1].isupper() for line in item.lines):
        return ()
    told = [_parted(line, names) for line in item.lines]
    if not all(told) or sum(line == own for line, own in zip(told, item.lines, strict=True)) < SOME - 1 or not heads_lines(above, names):
        return ()
    return tuple(each_line(replace(item, lines=tuple(told))))


def _parted(line: str, names: Names) -> str:
    """A line that closes with how far it is, with a sign before that; empty where it does not."""
    found = find_status(line, names.idiom)
    if found is not None and found.start > 0 and found.end == len(line):
        return line
    bare = _BARE.search(line, max(0, len(line) - 20))
    before = line[: bare.start()].rsplit(None, 1)[-1].casefold() if bare is not None else "the"
    if bare is None or before in _BEFORE or not is_bare_status(line[bare.end() :], names.idiom):
        return ""
    return f"{line[: bare.start()]} – {line[bare.end() :]}"
