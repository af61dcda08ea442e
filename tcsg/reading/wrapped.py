"""Whether a line of a paragraph goes on with the one above it, or begins anew: told by the room that was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 60
"""Characters of a line that a text may be wrapped at; few are narrower."""
_SLACK = 10
"""Characters that a wrapped line may fall short of what it could hold."""
_LEFT_OPEN = frozenset("and or the a an of to for with in on at by from und oder der die das et ou le la les de".split())
"""Words after which a sentence goes on."""


_LABEL = late.compile(r"\s*@?[\w.'’-]{2,20}(?: ?[+&/,] ?[\w.'’-]{2,20}){0,2}:\s")
"""Whose it is, before what."""
_FEW = 3
"""Of so many lines a wrapped text would have more than one that is full."""


def typed_anew(lines: Sequence[str], beside: Sequence[int], free: Sequence[int]) -> frozenset[int]:
    """Which of the lines that stand `beside` others begin anew, where nearly all do since somebody ended the one above before it was full.

    Then the few below a long one do as well that begin with a capital or with whose it is. The `free` ones are below one that ended early.
    """
    if _FEW * (len(beside) - len(free)) >= len(beside):
        return frozenset(free)
    begun = (n for n in beside if not is_open(lines[n - 1].rstrip()) and (not lines[n].lstrip()[0].islower() or _LABEL.match(lines[n]) is not None))
    return frozenset((*free, *begun))


def ends_early(line: str, below: str, width: int) -> bool:
    """Whether a line ends where the first word of the one below it had room in `width`, and nothing is left open."""
    room = len(line) + 1 + len(below.split(" ", 1)[0]) <= width - _SLACK
    return room and not is_open(line)


def is_open(line: str) -> bool:
    """Whether a line ends where its sentence does not."""
    return line[-1] in ",:–-" or line.rsplit(" ", 1)[-1].casefold() in _LEFT_OPEN
