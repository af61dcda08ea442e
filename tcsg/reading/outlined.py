"""Outlines of which only the indentation is left, as a list is that somebody pastes from a word processor: spelt with list marks.

`Ann` above `    order the rope` and `    ring the bank`, then `Bo`, tell as much as bullets do.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.rows import LABELLED
from tcsg.reading.wrapped import WIDTH, ends_early, typed_anew

if TYPE_CHECKING:
    import re

_MAY_NEST = late.compile(r"\n(?![-*+•|>#`=~<\s\d])[^\n]{1,2000}\n{1,2}[ \t]+(?![-*+•|>#`=~<\s\d])\w")
"""A line that begins further in than the one above, and no list mark in either."""
_OTHER = late.compile(r"[ \t]*(?:[-*+•▪◦‣·–—●○|>#`=~<]|\d{1,3}[.)]\s|\.\.|:\w|$)")
"""What is no line of such an outline: list marks, titles, code; and what parts it from others."""
_COLUMNS = late.compile(r"[ \t]*\w{1,12}[ \t]*=|[ \t]*[\w./-]{1,12}[ \t]{2,}\S|[^\n]*?\S(?:\||[ \t]{3,}\S|\t|[{};\\]$)")
"""What tells that lines are no outline: numbers or words in columns, code."""
_WIDEST = 120
"""Characters of a line that a text may be wrapped at; few are wider."""
_FEWEST = 3
"""Entries of an outline."""
_LONGEST = 200
"""Lines of an outline."""


def outlined(text: str, marks: re.Pattern[str]) -> str:
    """The text with a list mark before each entry of such an outline that has none of the `marks`; its lines stay where they are."""
    if _MAY_NEST.search(f"\n{text}") is None:
        return text
    lines = text.split("\n")
    start = 0
    for n in range(len(lines) + 1):
        if n == len(lines) or not lines[n].strip() or _OTHER.match(lines[n]) or marks.match(lines[n].lstrip()):
            if _FEWEST <= n - start <= _LONGEST:
                lines[start:n] = _marked(lines[start:n])
            start = n + 1
    return "\n".join(lines)


def _marked(lines: list[str]) -> list[str]:
    """Some lines, with marks where they are such an outline."""
    starts = _starts(lines)
    return [_bullet(line) if n in starts else line for n, line in enumerate(lines)]


def _bullet(line: str) -> str:
    words = line.lstrip()
    return f"{line[: len(line) - len(words)]}- {words}"


def _starts(lines: list[str]) -> frozenset[int]:
    """The lines, from 0, at which an entry of the outline begins; none where it is no outline.

    What is wrapped stands further in than the line that it goes on with: else it is a paragraph of talk below its title.
    """
    columns = [_column(line) for line in lines]
    if min(columns) < columns[0] or not max(columns) or any(map(_COLUMNS.match, lines)):
        return frozenset()
    if any(line.partition(":")[0].strip().casefold() in LABELLED for line in lines if ":" in line):
        return frozenset()  # a record of labelled lines
    width = max(WIDTH, *map(len, lines))
    whole = width > _WIDEST or _begin_anew(lines, width, sole=columns.count(columns[0]) == 1)
    anew = [whole or _begins(lines, n, width) for n in range(len(lines))]
    beside = [n for n, (a, b) in enumerate(pairwise(columns), 1) if a == b]
    typed = typed_anew(lines, beside, [n for n in beside if anew[n]])
    anew = [free or n in typed for n, free in enumerate(anew)]
    # Where some lines are wrapped further in, those that are not begin anew.
    hung = columns[0] in columns[1:] and any(b > a and not anew[n] for n, (a, b) in enumerate(pairwise(columns), 1))
    starts, hanging, nested = [0], False, columns[0] > 0
    for n, (above, column) in enumerate(pairwise(columns), 1):
        if column == above and not (hanging or anew[n] or (hung and not lines[n].lstrip()[0].islower())):
            return frozenset()
        hanging = (column == above and hanging) or (column > above and not anew[n])
        nested = nested or column > above
        if not hanging:
            starts.append(n)
    titled = len(starts) > 1 and starts[1] == 1 and columns[0] == columns[1] and lines[0].rstrip("*_ ").endswith(":")  # `To do:` above the first
    return frozenset(starts[titled:]) if nested and len(starts) >= _FEWEST else frozenset()


def _begin_anew(lines: list[str], width: int, *, sole: bool) -> bool:
    """Whether no line begins as within a sentence; below a `sole` title sentences do not end with some of them only, or most end early."""
    if any(line.lstrip()[0].islower() for line in lines) or any(line.rstrip()[-1] in ",–" for line in lines[:-1]):
        return False
    ended = [line.rstrip()[-1] in ".!?" for line in lines[1:]]
    if not sole or all(ended) or not any(ended):
        return True
    return 2 * sum(_begins(lines, n, width) for n in range(1, len(lines))) >= len(lines) - 1


def _begins(lines: list[str], n: int, width: int) -> bool:
    """Whether a line, but for the first, begins anew: the one above ends early, or with a colon as what stands above a list does."""
    above, line = lines[n - 1].rstrip(), lines[n].strip()
    return above[-1:] == ":" or ends_early(above, line, width)


def _column(line: str) -> int:
    return len(line[: len(line) - len(line.lstrip())].expandtabs(4))
