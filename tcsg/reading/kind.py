"""What is told of a file without reading it: whether it is minutes at all, and of about what day."""

from __future__ import annotations

import re

from tcsg import late

_KIND = late.compile(rb"^kind[ \t]*:[ \t]*[\"']?([A-Za-z-]+)", re.MULTILINE)
_PERIOD = late.compile(rb"^period[ \t]*:", re.MULTILINE)
_DATE = late.compile(rb"^date[ \t]*:[ \t]*[\"']?(\d{4}-\d\d-\d\d)", re.MULTILINE)
_NAMED = late.compile(r"(?<!\d)(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
_HEAD = 8192
"""Bytes of front matter that are looked at."""
_BEGINNING = 600
"""Bytes of a text in which its date is looked for."""

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
    closing = min((at for end in (b"\n---", b"\n...") if (at := head.find(end, 3)) > 0), default=_HEAD)
    return head[:closing]


def kind_of(data: bytes) -> str | None:
    """The `kind:` of a file's front matter."""
    match = _KIND.search(_front(data))
    return None if match is None else match[1].decode()


def likely_day(path: str, data: bytes) -> str:
    """The day that a file is most likely of, in ISO form: by its front matter, its name or the beginning of its text; "" when none tells.

    A guess, good for nothing but the order in which files are best read.
    """
    if dated := _DATE.search(_front(data)):
        return dated[1].decode()
    name = path.rpartition("/")[2]
    if named := _NAMED.search(name):
        return "-".join(named.groups())
    from tcsg.reading.dates import find_date  # lazy: most files tell their day in one of these ways

    found = find_date(name.rpartition(".")[0].replace("_", "-")) or find_date(data[:_BEGINNING].decode(errors="replace"))
    return str(found[0]) if found else ""
