"""What the end of an action's words may hold: a status, a sentence in bold, a word behind a comma, a verdict such as `We can remove this action.`."""

from __future__ import annotations

import re

from tcsg import late

TO_DO = late.compile(r"(?:complete|close)\s+(?!(?:and|as|at|by|for|in|now|on|see|since|thanks|with)\b)[^\W\d]")
"""What begins as an order does: `complete the forms`, but not `complete as of today`."""
_PARTING = (
    r"[\s.;,*_]*(?:[–—-]+>?|:|\.{2,}|→|=>|\s[|])\s*|\s*[*_]{0,3}[\[(]|[.;?!][*_]{0,2}\s+|\s\*\*\s*"
    r"|\s(?=[*_]{1,3}[^*_]{1,40}[*_]{1,3}[\s.!]*$)|\s(?=[*_]{0,2}(?:DONE|COMPLETED?|CLOSED)\b)|\s\s(?=[A-Z]{4})|\s\s\s(?=[A-Za-z])"
)
"""What parts a status from the task; a wide gap does as a sign would."""
_PICTURED = r"\s(?=[🔄⏳🚧]\ufe0f?[\s.!]*$)|\s(?=[✅✔☑✓])|\s[❌❎🚧⏳🔴🟡🟢]\ufe0f?\s*"
_PICTURES = frozenset("✅✔☑✓❌❎🚧⏳🔄🔴🟡🟢")
_TOLD_LAST = r"[*_\s]*([^\[\]()*_:–—]{1,60}?)[*_\])\s.!]*$"
_TAIL = late.compile(rf"(?:{_PARTING}){_TOLD_LAST}")
_PICTURED_TAIL = late.compile(rf"(?:{_PARTING}|{_PICTURED}){_TOLD_LAST}")
"""The same for a text that has a picture: few have, and a pattern that knows pictures is dear to compile."""
_BEHIND = frozenset("*_]).!")
_BEFORE = _BEHIND | _PICTURES | frozenset(";,:–—-→=>|[(\ufe0f")
"""The signs that _TAIL allows behind and before the words of a status, blanks apart."""
_SIGN = re.compile(r"[:>|\[(*_-]")
_WIDE_SIGN = late.compile(r"[–—:→>|\[(*_✅✔☑✓❌❎🚧⏳🔄🔴🟡🟢-]")
"""The same for a text that is not all ASCII."""
_PAUSE_SIGN = re.compile(r"[.;?!][\s.*_]")
"""Of these signs _TAIL asks for one before the words, but before DONE and the like; they are found fast."""
_LONGEST = 60
"""Characters of the words that _TAIL takes for a status."""
_ADDRESS = late.compile(r"([\s:(<–—-]{0,4})https?://\S{1,280}\s*$")
"""Where to read more behind how it went: `DONE: https://…`."""
_BOLD_END = late.compile(r"(?<=[.!?)])\s*\*\*([^*\s][^*]{2,299})\*\*[.\s]*$")
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

_STOPPED = re.compile(r"[^\w\s,:;(-]\s+[*_]{0,2}[A-Z]{2}")
"""What _SHOUTED asks for, and little else: found fast, and compiled fast since it names no sign beyond ASCII."""
_SHOUTED = late.compile(r"(?<=[.!?\"'”’)*])\s+[*_]{0,2}([A-Z]{2,}(?: [A-Z]{2,}){0,4})\b(?=$|[*_\s]{0,3}$|[:,.;!–—-]|\s[–—-])")
"""A status in capitals behind a sentence, with or without more words: `… NOT NEEDED: AB HAS ONE`."""
_REMARK = late.compile(
    r"\s[*_]{0,2}[(\[][*_]{0,2}(done|completed?|closed|fixed|resolved)[*_]{0,2}(?:[;,:.–—-]|\s[–—-]\s)\s?[^()\n]{1,250}(?:\([^()]{0,150}\))?(?:[)\]][*_.\s]*)?$",
    re.IGNORECASE,
)
"""`… (Done; see the wiki)`, `… (Done - anybody can do it now)`; the bracket may not have been closed."""


def first_tail(text: str, start: int) -> re.Match[str] | None:
    """The first words from `start` on that may tell a status at the end: few, and behind a sign, as most texts do not end.

    The search begins with the signs around the first that will do.
    """
    end = len(text)
    while end and ((last := text[end - 1]) in _BEHIND or last.isspace()):
        end -= 1
    begin = end - _LONGEST
    while begin > start and ((last := text[begin - 1]) in _BEFORE or last.isspace()):
        begin -= 1
    begin = max(start, begin)
    near = text[begin:end]
    if "DONE" in near or "COMPLETE" in near or "CLOSED" in near:
        return tail_from(text, begin)
    sign = _SIGN if text.isascii() else _WIDE_SIGN
    signs = [found.start() for found in (sign.search(text, begin, end), _PAUSE_SIGN.search(text, begin, end)) if found]
    signs += [begin + near.index("  ")] if "  " in near else []
    if not signs:
        return None
    at = min(signs)
    while at > begin and ((last := text[at - 1]) in _BEFORE or last.isspace()):
        at -= 1
    return tail_from(text, at)


def tail_from(text: str, start: int) -> re.Match[str] | None:
    """The next words that may tell a status at the end, with the signs around them."""
    plainly = text.isascii() or _PICTURES.isdisjoint(text)
    return (_TAIL if plainly else _PICTURED_TAIL).search(text, start)


def find_address(text: str) -> re.Match[str] | None:
    """The address at the end, with the sign before it."""
    return _ADDRESS.search(text, max(0, len(text) - 300)) if "://" in text[-300:] else None


def without_address(text: str) -> str:
    """The words without the address behind them."""
    return text[: address.start()] if (address := find_address(text)) else text


def find_remark(text: str) -> re.Match[str] | None:
    """What is told in brackets at the end."""
    ends = text.rstrip(" *_.").endswith((")", "]")) or text.rfind("(") > text.rfind(")")
    return _REMARK.search(text, max(0, len(text) - 300)) if ends else None


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


_CAPITALS = late.compile(r"(?<=[a-z0-9)\]\"'’”])\s+[*_]{0,3}((?:[A-Z]{2,12}[ -]){0,4}[A-Z]{4,12})[*_\s.!]{0,6}$")
"""A status in capitals behind a task, and no sign between: `order the rope NOT DONE`."""
_SAYING = frozenset("a an and are as be been being for is marked not of or signs say says sign stays the their to was were word".split())
"""What stands before a word that is part of the task: `find out why it was CANCELLED`."""
_FEW = 60
"""Characters in which those stand."""


def find_capitals(text: str) -> re.Match[str] | None:
    """The words in capitals with which a text ends that has others as well."""
    if not text.rstrip(" *_.!")[-3:].isupper():
        return None
    found = _CAPITALS.search(text, max(0, len(text) - _FEW))
    return found if found is not None and text[: found.start()].rsplit(None, 1)[-1].casefold() not in _SAYING else None


_MIDDLE = late.compile(r"\s[–—-]+\s*[*_]{0,3}(done|completed?|closed|finished|resolved)(?=[.,;:!*_]|\s[–—-])[*_]{0,2}", re.IGNORECASE)
_DASH = late.compile(r"\s[–—-]")
"""A report between two dashes: `… - DONE - see the list`."""


def find_middle(text: str) -> re.Match[str] | None:
    """The word between a dash and more words that says an action is done."""
    return _MIDDLE.search(text) if any(map(text.__contains__, _DASHES)) and _DASH.search(text) else None
