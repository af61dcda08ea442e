"""Lists that were copied out of a word processor: each line has the sign of its depth and none is indented, `●` above `○` above `■`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late

if TYPE_CHECKING:
    import re

_DEPTHS = {"●": 0, "○": 1, "■": 2}
_LINE = late.compile(r"\n([●○■])([ \t]+)(?=\S)")


def nested(text: str) -> str:
    """The text, with a line feed before and behind it, with such lines indented.

    Where blanks stand behind the signs and not tabs, the signs may as well tell how far something is, so one of the third depth has to follow.
    """
    found = list(_LINE.finditer(text))
    tabbed = all("\t" in one[2] for one in found)
    if not found or not (tabbed or any(one[1] == "■" for one in found)) or not _go_down(text, found):
        return text
    return _LINE.sub(lambda one: f"\n{'    ' * _DEPTHS[one[1]]}- ", text)


def _go_down(text: str, found: list[re.Match[str]]) -> bool:
    """Whether each list begins with the sign of the first depth, and none goes down by two at once."""
    depth, end = -1, 0
    for one in found:
        if "\n\n" in text[end : one.start() + 1]:
            depth = -1
        if _DEPTHS[one[1]] > depth + 1:
            return False
        depth, end = _DEPTHS[one[1]], one.end()
    return True
