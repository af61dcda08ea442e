"""Marks of lists without a blank behind them, as people type them in plain text: `-Ann to row`, `--Bo : the sail`, `—the oars`.

Markdown takes such lines for one paragraph.
"""

from __future__ import annotations

from collections import Counter

from tcsg import late

_BARE = late.compile(r"\n([ \t]*)(--[ \t]{0,3}|[∙⁃][ \t]{0,3}|-|–|—|·)(?=[^\W\d_]|[@\[(*\"“'])")
_LEAST = 2
"""Lines with the same mark that make a list."""


def parted(text: str) -> str:
    """The text with a blank behind each such mark, where at least two lines have it; no line is added or taken away."""
    counts = Counter(found[2].rstrip() for found in _BARE.finditer(text))
    signs = {sign for sign, count in counts.items() if count >= _LEAST}
    return _BARE.sub(lambda found: f"\n{found[1]}- " if found[2].rstrip() in signs else found[0], text) if signs else text
