"""Whether a line of a paragraph goes on with the one above it, or begins anew: told by the room that was left."""

from __future__ import annotations

WIDTH = 60
"""Characters of a line that a text may be wrapped at; few are narrower."""
_SLACK = 10
"""Characters that a wrapped line may fall short of what it could hold."""
_LEFT_OPEN = frozenset("and or the a an of to for with in on at by from und oder der die das et ou le la les de".split())
"""Words after which a sentence goes on."""


def ends_early(line: str, below: str, width: int) -> bool:
    """Whether a line ends where the first word of the one below it had room in `width`, and nothing is left open."""
    room = len(line) + 1 + len(below.split(" ", 1)[0]) <= width - _SLACK
    return room and not is_open(line)


def is_open(line: str) -> bool:
    """Whether a line ends where its sentence does not."""
    return line[-1] in ",:–-" or line.rsplit(" ", 1)[-1].casefold() in _LEFT_OPEN
