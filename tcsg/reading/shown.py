"""What a review shows in place of a report: the link of what was to be opened or published, the agenda item that was to be put on.

`Open an issue on the lamps: https://example.org/issues/7` is done; `Draft the policy: https://example.org/pull/7` may be half done.
"""

from __future__ import annotations

import re

from tcsg import late
from tcsg.reading.verbs import verb_of

_LINK = late.compile(r"(?:[\w ]{0,20}[:–-]?\s*)?(?:\[([^\[\]]{1,80})\]\((https?://\S{1,300}?)\)|<?(https?://[^\s<>]{1,300})>?)[\s.]*")
"""A line that holds a link and no more than what it is called."""
_OPENING = frozenset("open create file raise post make submit start log report add put".split())
_SHOWING = frozenset("publish post upload share put announce".split())
_ISSUES = frozenset("issue issues ticket tickets bug bugs".split())
_CHANGES = frozenset(("pr", "prs", "mr", "pull", "merge"))
_TALKS = frozenset("discussion discussions thread topic rfc".split())
_TO_COME = ("/pull/", "/merge_requests/", "/issues/", "/compare/", "/draft", "/discussions/")
"""In what an address has that shows no more than that somebody is at it."""
_OPENED = late.compile(
    r"(?:[\w.@'’-]{1,30} ){0,2}(?:has |have )?(?:opened|filed|created|raised|submitted|posted|logged) (?:an? |the |this as )?(?:new )?"
    r"(issue|ticket|bug|pr|pull request|discussion)s?\b[^.;?]{0,200}[\s.]*",
    re.IGNORECASE,
)
"""`Ann opened issue #7`"""
_TICKET = late.compile(r"(?:see |now |(?:it|this|that)(?:['’]s| is)(?: now)? )?(?:issue |ticket |bug )?#\d{1,6}[\s.]*", re.IGNORECASE)
"""`#7`, of what was to be opened as an issue."""
_ON_AGENDA = late.compile(
    r"(?:see |(?:is |it['’]s )?on |covered (?:in|by|under) )(?:the |today['’]s |this )?(?:agenda|item|point)\b[^.;?]{0,100}[\s.]*", re.IGNORECASE
)
_PUTTING = frozenset("add put schedule include raise bring place table".split())
_AGENDA = frozenset("agenda meeting discussion discuss".split())


def shows(words: str, task: str) -> bool:
    """Whether a line shows that its task is done, without telling so."""
    verb, said = verb_of(task), frozenset(task.casefold().replace(",", " ").split())
    if verb in _PUTTING and not _AGENDA.isdisjoint(said) and _ON_AGENDA.fullmatch(words):
        return True
    if (opened := _OPENED.fullmatch(words)) is not None:
        return verb in _OPENING and not said.isdisjoint(_called(opened[1].casefold()))
    if _TICKET.fullmatch(words) is not None:
        return verb in _OPENING and not said.isdisjoint(_ISSUES)
    link = _LINK.fullmatch(words)
    address = (link[2] or link[3]) if link is not None else ""
    if not address or address in task:
        return False
    kind = _ISSUES if "/issues/" in address else _CHANGES if "/pull/" in address or "/merge_requests/" in address else _TALKS
    if verb in _OPENING and not said.isdisjoint(kind) and any(map(address.__contains__, _TO_COME)):
        return True
    return verb in _SHOWING and not any(map(address.__contains__, _TO_COME)) and said.isdisjoint(_ISSUES | _CHANGES)


def _called(thing: str) -> frozenset[str]:
    return next(kind for kind in (_ISSUES, _CHANGES, _TALKS) if thing.split(maxsplit=1)[0] in kind)
