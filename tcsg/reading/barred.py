"""Agendas quoted with a bar at the margin, as mail programs quote, with what was said typed below each point.

`|  a. Ann to row` above `Continued.`: the bars are taken away, each line stays where it is.
"""

from __future__ import annotations

_FEWEST = 4
"""Quoted lines that make it a habit."""
_ANSWERED = 2
"""Lines that are typed right below a quoted one: what has none is a poem, an address or a picture."""


def unbarred(text: str) -> str:
    """The text without such bars; as it is where they may be of a table, which has several in a line."""
    lines = text.split("\n")
    barred = [line[:1] == "|" for line in lines]
    if sum(barred) < _FEWEST or any(quoted and "|" in line[1:] for quoted, line in zip(barred, lines, strict=True)):
        return text
    answered = sum(quoted and below.strip() != "" and below[0] != "|" for quoted, below in zip(barred, lines[1:], strict=False))
    if answered < _ANSWERED:
        return text
    return "\n".join(f" {line[1:]}" if quoted else line for quoted, line in zip(barred, lines, strict=True))
