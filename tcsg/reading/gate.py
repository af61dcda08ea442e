"""What of committee.yaml has no part in reading; apart from `committee`, for every command asks and few read committee.yaml itself."""

from __future__ import annotations

import re

_KEYS = (b"grace_days", b"ignore", b"joined", b"self_assessments", b"stalled_after")


def without_the_gate(data: bytes) -> bytes:
    """The bytes of committee.yaml without what changes only what is reported, never what is read: `grace_days`, `ignore`, the days of plans."""
    if not any(map(data.__contains__, _KEYS)):
        return data
    return re.sub(rb"(?m)^(?:" + b"|".join(_KEYS) + rb"):.*\n?(?:(?:[ \t#-].*)?\n|[ \t#-].*\Z)*", b"", data)
