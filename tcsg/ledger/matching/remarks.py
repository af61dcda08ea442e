"""Remarks in brackets behind a task."""

from __future__ import annotations

from tcsg import late

_REMARK = late.compile(r"\s\((?!\d)([^()\d]{20,})\)\.?$")
_LONG = 5
"""Words of a remark that is more than what tells one task from another, `(north gate)`."""


def before_remark(text: str) -> str | None:
    """What stands before a long remark at the end: `Update the charter (see whether we are ready to vote)`; None where there is none."""
    if not text.endswith((")", ").")) or (found := _REMARK.search(text)) is None or len(found[1].split()) < _LONG:
        return None
    return text[: found.start()]
