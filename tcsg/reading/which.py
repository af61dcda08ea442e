"""Letters that tell which of several things is meant: `staircase A`, `staircase B`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.text import late_signs

if TYPE_CHECKING:
    from collections.abc import Container

_WHICH = late_signs(r"[A-H](?<=[a-z]{3} [A-H])(?=$|[,;:)]| [(–—-]| (?:and|or|is|was|has)\b|\.(?:$| ))")
"""It begins with a class of letters, not with what stands before it: so it is searched fast."""
_SEVERAL = late.compile(r"\b([A-Z]{2,5})s\b")
"""Several of what is called by its letters: `FAQs`."""


def of_one(text: str) -> str:
    """A text with what is called by its letters as if it were one: `the FAQ`, of `the FAQs`."""
    return text if text.islower() or "s" not in text else _SEVERAL.sub(r"\1", text)


def with_letters_told(text: str, people: Container[str]) -> str:
    """A text with a zero before each such letter, which tells it from the article and makes it a number: `staircase 0A`.

    Behind a word with a capital it is the initial of a surname (`ask Ann B`), but for the first word, if that is not among `people`.
    """
    found, end = "", 0
    for match in _WHICH.finditer(text):
        start = text.rfind(" ", 0, match.start() - 1) + 1
        word = text[start : match.start() - 1]
        if word[0].islower() or (start == 0 and word.casefold() not in people):
            found, end = f"{found}{text[end : match.start()]}0", match.start()
    return found + text[end:] if end else text
