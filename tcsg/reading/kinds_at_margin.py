"""Minutes that say of each paragraph what it is, by a letter at the margin: `A   Order the rope` below `I   The sail is torn`.

Which letters stand for what is much the same everywhere: A for an action (Auftrag, Aufgabe, assignment), I for information, E, B or D for
what was decided, F, H or N for what was noted. Such lines are spelt as a list with marks; no line is added or taken away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late

if TYPE_CHECKING:
    import re

_MEANT = {"A": "ACTION", "I": "INFO", "E": "DECISION", "B": "DECISION", "D": "DECISION", "F": "NOTE", "H": "NOTE", "N": "NOTE"}
_LINE = late.compile(r"\n([AIEBDFHN])(?:[ ]{2,12}|\t[ \t]{0,4})(?=[^\W_])")
_BELOW = late.compile(
    r"(\n[ \t]+)((?:Resp|Verantw|Zust|Wer|Who|Owner)[\w.]{0,12}:[ \t]*[^:\n]{2,60}?)(?:[ ]{3,}|\t+)(?:(T|Term\.?):[ \t]*)?(?=[^\s:][^:\n]{0,60}\n)"
)
"""Whose it is on a line of its own, and in a column behind it till when or how it went: `Resp.: AB        T: 4 May`."""
_FEWEST = 3
"""Lines that make such minutes."""


def with_kinds(text: str) -> str:
    """The text, with a line feed before and behind it, with marks for such letters, where an A stands among others."""
    letters = _LINE.findall(text)
    if len(letters) < _FEWEST or "A" not in letters or {"I", "E", "B", "D", "F"}.isdisjoint(letters) or "\nQ  " in text:
        return text
    return _BELOW.sub(_fields, _LINE.sub(lambda found: f"\n- {_MEANT[found[1]]}: ", text))


def _fields(found: re.Match[str]) -> str:
    """Whose it is, and behind that what the second column tells."""
    return f"{found[1]}{found[2].rstrip()}; {'Due' if found[3] else 'Status'}: "
