"""Remarks in brackets behind a task."""

from __future__ import annotations

from tcsg import late

_REMARK = late.compile(r"\s\((?!\d)([^()\d]{20,})\)\.?$")
_LONG = 5
"""Words of a remark that is more than what tells one task from another, `(north gate)`."""


def before_remark(text: str, *, reviewed: bool) -> str | None:
    """What stands before a long remark at the end: `Update the charter (see whether we are ready to vote)`; None where there is none.

    Where an action is `reviewed`, any remark tells how it goes: `Open the call (17 already!)`.
    """
    if not text.endswith((")", ").")):
        return None
    if reviewed:
        begin = text.rfind(" (")
        return text[:begin].rstrip() if begin > 0 and text.count("(", begin) == 1 else None
    found = _REMARK.search(text)
    return text[: found.start()] if found is not None and len(found[1].split()) >= _LONG else None
