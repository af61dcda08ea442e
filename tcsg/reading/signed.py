"""Whether a text may bear a mark of the writer's own; apart from `signs`, which knows these marks, for every page asks and few have any."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_SIGNS = frozenset("!§%^&¤¡:>+")
"""With these begins a mark that is no word."""
_AROUND = "*_~[( "
_LABEL = 24
"""Characters of a word before a colon."""
_LEAST = 2
"""Lines that have the same mark."""


def signs_of(items: Sequence[Item], names: Names) -> frozenset[str]:
    """The marks of the writer's own that a page has."""
    if len(list(islice(filter(lambda item: may_be_signed(item.text, names), items), _LEAST))) < _LEAST:
        return frozenset()
    from tcsg.reading.signs import own_marks  # lazy: few pages have such marks

    return own_marks(items, names)


def may_be_signed(text: str, names: Names) -> bool:
    """Whether a sign or a word with somebody behind it opens a text, or a bracket within it."""
    head = text[:_LABEL].lstrip(_AROUND)
    if head[:1] in _SIGNS or head[:2] in ("@@", "{.", "{#"):
        return head != ""
    if head[:2].isupper() and _is_called_out(text[:80].lstrip(_AROUND), names):
        return True
    if ":" in head and _calls(text[:80].lstrip(_AROUND), names):
        return True
    if ":" not in text or ("(" not in text and "[" not in text):
        return False
    parts = text.replace("[", "(").split("(", 8)[1:]
    return any(part[:1] in _SIGNS or (":" in part[:_LABEL] and _calls(part[:80].lstrip(_AROUND), names)) for part in parts)


def _is_called_out(text: str, names: Names) -> bool:
    """Whether a word in capitals stands before somebody: `JOB Ann: …`."""
    label, *words = text.replace("*", " ").replace("_", " ").split(maxsplit=3)[:3]
    if not words or not (label.isupper() and label.isalpha()) or names.knows(label):
        return False
    who = words[0].strip("@,:")
    return who[:1].isupper() and (not names.full or names.knows(who) or names.knows(" ".join(words).rstrip(":,")))


def _calls(text: str, names: Names) -> bool:
    """Whether a word and a colon stand before somebody: `Noted: Ann …`."""
    label, _, rest = text.partition(":")
    words = rest.replace("*", " ").replace("_", " ").split(maxsplit=3)[:3]
    if not label.rstrip("*_ ").isalpha() or not words or names.knows(label):
        return False
    return not names.full or names.knows(words[0].strip("@,:")) or names.knows(" ".join(words[:2])) or words[0].casefold() == "the"
