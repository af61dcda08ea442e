"""Findings as lines `path:line: severity: message [code]` and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.output.text import clean, json_text, linked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tcsg.model import Finding, Place
    from tcsg.output.text import Jump


def as_text(findings: Sequence[Finding], jump: Jump | None = None) -> str:
    """One finding a line, in the form that editors jump to; the place is a link where there is a `jump`."""
    return "".join(f"{_place(f.place, jump)}: {f.severity}: {clean(f.message)} [{f.code}]\n" for f in findings)


def _place(place: Place, jump: Jump | None) -> str:
    return linked(clean(str(place)), jump(place.path, place.line)) if jump else clean(str(place))


def as_json(findings: Sequence[Finding], as_of: date) -> str:
    """The schema `tcsg/check/1`; keys are never missing."""
    listed = [
        {
            "code": f.code,
            "severity": str(f.severity),
            "path": f.place.path,
            "line": f.place.line,
            "message": f.message,
            "action": f.action,
            "days_late": f.days_late,
            "due": f.due.isoformat() if f.due else None,
            "owners": list(f.owners),
        }
        for f in findings
    ]
    return json_text({"schema": "tcsg/check/1", "as_of": as_of.isoformat(), "count": len(listed), "findings": listed})
