"""Whether a file is minutes at all, told without reading it: its front matter may say another `kind`."""

from __future__ import annotations

import re

from tcsg import late

_KIND = late.compile(rb"^kind[ \t]*:[ \t]*[\"']?([A-Za-z-]+)", re.MULTILINE)
_PERIOD = late.compile(rb"^period[ \t]*:", re.MULTILINE)
_HEAD = 8192
"""Bytes of front matter that are looked at."""


ACTION_PLAN = "action-plan"


def is_minutes(data: bytes) -> bool:
    """Whether a file has no `kind:` in its front matter, or `kind: minutes`."""
    return kind_of(data) in (None, "minutes")


def is_plan(data: bytes) -> bool:
    """Whether a file is an action plan: its front matter says so, and tells a period, without which it is only a text."""
    return kind_of(data) == ACTION_PLAN and _PERIOD.search(_front(data)) is not None


def _front(data: bytes) -> bytes:
    head = data.removeprefix(b"\xef\xbb\xbf")[:_HEAD]
    if not head.startswith(b"---"):
        return b""
    closing = head.find(b"\n---", 3)
    return head[: closing if closing > 0 else _HEAD]


def kind_of(data: bytes) -> str | None:
    """The `kind:` of a file's front matter."""
    match = _KIND.search(_front(data))
    return None if match is None else match[1].decode()
