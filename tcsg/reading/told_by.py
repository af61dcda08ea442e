"""What a text closes with: how far it is before who closes it, `Lime the stairs. Done (HS)`, `Lime the stairs, ongoing: HS`, or a remark in bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.naming import INITIALS, split_owners
from tcsg.reading.owners import find_owners
from tcsg.reading.status import Told, find_status, read_status
from tcsg.reading.tails import find_bold

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_BEHIND_STATUS = late.compile(r"(?:[,;]|\s[–—-])\s+([A-Za-z][A-Za-z /-]{2,24}):\s+([^:]{1,90})$")
"""How far it is, before the owners: `…, ongoing: HS, JF`."""
_CLOSING = late.compile(r"\s*\(([^()]{1,60})\)[.\s]*$")
_ASIDES = late.compile(r"\s*\([^()]{1,60}\)")
_STATING = late.compile(r"(?!.*\b(?:by|before|until|till|due)\s)(?:.*\s)?(?:has|have|had|was|were|is|are|did)\s", re.DOTALL)
"""What states something and sets no time."""


def without_remark(text: str, names: Names) -> str:
    """A text that a review tells, without the sentence in bold behind it that says what came of it: `Lime the stairs. **The lime is here.**`."""
    bold = find_bold(text) if "**" in text[-5:] else None
    if bold is None or not _STATING.match(bold[1]):
        return text
    owned = find_owners(plain(bold[1]), names)
    return text if owned is not None and owned.strong else text[: bold.start()]


def before_owners(text: str, names: Names) -> tuple[Told, str] | None:
    """The status before those who close a text, and them as the owners, unless the text begins with others: `Ann to row - done (HS)` is Ann's."""
    behind = _BEHIND_STATUS.search(text, max(0, len(text) - 140)) if ":" in text[-100:] else None
    if behind and (status := read_status(behind[1], names.idiom)) is not None:
        named = _ASIDES.sub("", plain(behind[2]))
        owners = split_owners(named, names)
        if owners and all(names.knows(o) or INITIALS.match(o) or " " in o for o in owners):
            return Told(status, behind[1], behind.start(), len(text)), named
    owned = _CLOSING.search(text) if "(" in text else None
    told = find_status(text[: owned.start()].rstrip(), names.idiom) if owned and split_owners(plain(owned[1]), names) else None
    if owned is None or told is None or told.start <= 0:
        return None
    mine = find_owners(text[: told.start], names)
    begins = mine is not None and mine.start == 0 and (mine.strong or (mine.form == "label" and all(map(names.knows, mine.owners))))
    return told, "" if begins else owned[1]


def cut_owners(text: str, told: Told, names: Names) -> str:
    """Those known who stand between a dash and how far it is: `The porch lamp – Ann, done`; "" where nobody does."""
    who, comma, _ = plain(text[told.start :]).strip(" –—-").rpartition(", ")
    owners = split_owners(who, names) if comma else ()
    return who if owners and all(map(names.knows, owners)) else ""
