"""What the end of an action's words may hold: a sentence in bold, a word behind a comma, a verdict such as `We can remove this action.`."""

from __future__ import annotations

import re

from tcsg import late

_ADDRESS = late.compile(r"([\s:(<–—-]{0,4})https?://\S{1,280}\s*$")
"""Where to read more behind how it went: `DONE: https://…`."""
_BOLD_END = late.compile(r"(?<=[.!?)])\s+\*\*([^*]{3,300})\*\*$")
"""A sentence in bold behind an action: `… **Done just after the meeting: https://…**`."""
_COMMA = late.compile(r"(?<=[^\W\d_]), (done|completed|carried (?:over|forward)|still open|not done|erledigt|fait|faite)[\s.!]*$", re.IGNORECASE)
_TOLD = ("done", "completed", "carried ", "still open", "not done", "erledigt", "fait")
"""With one of these words it begins."""
_DASHES = frozenset("–—-")
_LAST = late.compile(r"\s[–—-]\s[^–—]{1,100}, ([A-Za-z][a-z /-]{2,24})[\s.]*$")
"""What a report ends with: `Release plan - approved, close`."""
_VERDICT = late.compile(
    r"(?:[.;!?]|\*\*|\s[–—-])\s*[^.;!?]{0,40}?\b(?:(?:can|should|could|may|will) (?:now )?(close|remove|drop) (?:this|the) (?:action|item)"
    r"|(?:this|the) (?:action|item) (?:can|should|could|may|will) (?:now )?be (closed|removed|dropped))\b[^.;!?]{0,30}[\s.*_!]*$",
    re.IGNORECASE,
)
"""`… We can remove this action.`"""

_STOPPED = re.compile(r"[.!?\"'”’)*]\s+[*_]{0,2}[A-Z]{2}")
"""What _SHOUTED asks for; it is found fast."""
_SHOUTED = late.compile(r"(?<=[.!?\"'”’)*])\s+[*_]{0,2}([A-Z]{2,}(?: [A-Z]{2,}){0,4})\b(?=$|[*_\s]{0,3}$|[:,.;!–—-]|\s[–—-])")
"""A status in capitals behind a sentence, with or without more words: `… NOT NEEDED: AB HAS ONE`."""
_REMARK = late.compile(
    r"\s[*_]{0,2}[(\[][*_]{0,2}(done|completed?|closed|fixed|resolved)[*_]{0,2}[;,:.–—-]\s?[^()\n]{1,150}(?:\([^()]{0,150}\))?[)\]][*_.\s]*$",
    re.IGNORECASE,
)
"""`… (Done; see the wiki)`."""


def find_address(text: str) -> re.Match[str] | None:
    """The address at the end, with the sign before it."""
    return _ADDRESS.search(text, max(0, len(text) - 300)) if "://" in text[-300:] else None


def without_address(text: str) -> str:
    """The words without the address behind them."""
    return text[: address.start()] if (address := find_address(text)) else text


def find_remark(text: str) -> re.Match[str] | None:
    """What is told in brackets at the end."""
    return _REMARK.search(text, max(0, len(text) - 200)) if text.rstrip(" *_.").endswith((")", "]")) else None


def find_bold(text: str) -> re.Match[str] | None:
    """The sentence in bold that stands behind another at the end."""
    return _BOLD_END.search(text, max(0, len(text) - 400))


def find_shouted(text: str, start: int) -> re.Match[str] | None:
    """The words in capitals behind a sentence."""
    return _SHOUTED.search(text, start) if _STOPPED.search(text, max(0, start - 1)) else None


def find_last(text: str, start: int) -> re.Match[str] | None:
    """The word behind the last comma that may tell how far it is."""
    before, comma, last = text[start:].rpartition(", ")
    if not comma:
        return None
    found = None if _DASHES.isdisjoint(before) else _LAST.search(text, start)
    return found or (_COMMA.search(text, start) if last.casefold().startswith(_TOLD) else None)


def find_verdict(text: str) -> re.Match[str] | None:
    """The sentence at the end that says what is to become of an action; most have none, and to search for one is dear."""
    may = ("be" in text[-60:] or " th" in text[-60:]) and any(map(text[-200:].casefold().__contains__, ("close", "remove", "drop")))
    return _VERDICT.search(text, max(0, len(text) - 200)) if may else None


_MIDDLE = late.compile(r"\s[–—-]+\s*[*_]{0,3}(done|completed?|closed|finished|resolved)(?=[.,;:!*_]|\s[–—-])[*_]{0,2}", re.IGNORECASE)
_DASH = late.compile(r"\s[–—-]")
"""A report between two dashes: `… - DONE - see the list`."""


def find_middle(text: str) -> re.Match[str] | None:
    """The word between a dash and more words that says an action is done."""
    return _MIDDLE.search(text) if not _DASHES.isdisjoint(text) and _DASH.search(text) else None
