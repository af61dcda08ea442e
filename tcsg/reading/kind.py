"""Whether a file is minutes at all, told without reading it: its front matter may say another `kind`."""

from __future__ import annotations

import re

_KIND = re.compile(rb"^kind[ \t]*:[ \t]*[\"']?([A-Za-z-]+)", re.MULTILINE)
_HEAD = 8192
"""Bytes of front matter that are looked at."""


ACTION_PLAN = "action-plan"


def is_minutes(data: bytes) -> bool:
    """Whether a file has no `kind:` in its front matter, or `kind: minutes`."""
    return kind_of(data) in (None, "minutes")


def kind_of(data: bytes) -> str | None:
    """The `kind:` of a file's front matter."""
    head = data.removeprefix(b"\xef\xbb\xbf")[:_HEAD]
    if not head.startswith(b"---"):
        return None
    closing = head.find(b"\n---", 3)
    match = _KIND.search(head[: closing if closing > 0 else _HEAD])
    return None if match is None else match[1].decode()
