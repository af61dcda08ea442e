"""What of committee.yaml has no part in reading; apart from `committee`, for every command asks and few read committee.yaml itself."""

from __future__ import annotations

import re


def without_the_gate(data: bytes) -> bytes:
    """The bytes of committee.yaml without what changes only what is reported, never what is read: `grace_days`, `ignore`, the days of plans."""
    return re.sub(rb"(?m)^(?:grace_days|ignore|joined|self_assessments|stalled_after):.*\n?(?:(?:[ \t#-].*)?\n|[ \t#-].*\Z)*", b"", data)
