"""What of committee.yaml has no part in reading; apart from `committee`, for every command asks and few read committee.yaml itself."""

from __future__ import annotations

import re


def without_the_gate(data: bytes) -> bytes:
    """The bytes of committee.yaml without `grace_days` and `ignore`: they change what is reported, never what is read."""
    return re.sub(rb"(?m)^(?:grace_days|ignore):.*\n?(?:(?:[ \t#-].*)?\n|[ \t#-].*\Z)*", b"", data)
