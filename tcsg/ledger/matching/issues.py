"""Issues, pull requests and tickets that an action is about: `#18`, `ticket 18`, or a link to one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.ledger.matching.topics import is_vague
from tcsg.reading.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS = "issue|ticket|pr|pull request|mr|merge request|bug"
_NUMBERED = late.compile(rf"(?<![\w&#/])(?:(?:{_KINDS}) )?#(\d+)\b|\b(?:{_KINDS}) (\d+)\b", re.IGNORECASE)
_HEADS = frozenset(kind.split()[0] for kind in _KINDS.split("|"))
"""The first words of their kinds: most texts have none, and no `#`."""
_LINKED = late.compile(r"/(?:issues|pull|pulls|merge_requests|pull-requests|tickets?)/(\d+)\b")
_BREAK = late.compile(r"[,;:.()–—]|\s-\s")
_WORD = late.compile(r"\w+")


def issues_in(text: str, links: Iterable[str]) -> frozenset[str]:
    """The numbers of the issues that a text or its links name."""
    may = "#" in text or not _HEADS.isdisjoint(words_of(text))
    named = [number for m in _NUMBERED.finditer(text) for number in m.groups() if number] if may else ()
    return frozenset([*named, *(m[1] for link in links if (m := _LINKED.search(link)))])


def is_number_alone(text: str) -> bool:
    """Whether a text begins with the number of an issue and says no more of what it is about: `Issue #18 – nothing yet`."""
    head = _BREAK.split(text, maxsplit=1)[0]
    rest, found = _NUMBERED.subn(" ", head)
    return bool(found) and all(map(is_vague, _WORD.findall(rest.casefold())))
