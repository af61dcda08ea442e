"""Findings as lines `path:line: severity: message [code]` and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.output.text import clean, json_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tcsg.model import Finding


def as_text(findings: Sequence[Finding]) -> str:
    """One finding a line, in the form that editors jump to."""
    return "".join(f"{clean(str(f.place))}: {f.severity}: {clean(f.message)} [{f.code}]\n" for f in findings)


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
