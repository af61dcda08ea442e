"""A remark on an action without what is around it: brackets, a link, an aside behind it, and who reported it."""

from __future__ import annotations

from tcsg import late
from tcsg.reading.text import late_names

_ASIDE = late.compile(r"\s*\([^()]{1,60}\)[\s.]*$")
_REPORTED = late_names(
    r"(?!(?!Prof|Mrs|Miss|Rev|Hon|Capt)[^\W\d_]{3,}\. )(?:it (?:was|is)|\w[\w.'’-]*(?: [A-Z][\w.'’-]*)?(?: has| have)?) "
    r"(?:reported|reports?|confirmed|confirms|said|says|advised|noted|announced) (?:that )?"
)
"""What ends a sentence is nobody: `Done. Ann said that …` tells more than what Ann said."""
_AGREED = late_names(
    r"\w[\w.'’-]*(?: [A-Z][\w.'’-]*)?(?: and \w[\w.'’-]*(?: [A-Z][\w.'’-]*)?)? (?:agree|agreed|agrees|decided|concluded|felt|thinks?|thought) "
    r"(?:that )?(?=(?:this|it|the action) (?:is|was|has become|had become) )"
)
"""`Ann and Bo agree that this is obsolete`"""
_REPORTING = ("report", "confirm", "sa", "advised", "noted", "announced")
"""Of these it has one."""
_TRIMMINGS = late.compile(r"\s*(?::[a-z0-9_+-]{1,30}:|[–—(-]*\s?<?https?://\S{1,500})[\s.!)]*$")
"""A link or a sign such as `:tada:` behind a remark."""
_LINKED = late.compile(r"^<?https?://\S{1,500}\s+(?=\S)")
"""A link before it: `https://example.org/pull/7 (merged)`."""


def unwrapped(words: str) -> str:
    """A remark without the brackets around it or an aside behind it, and without who reported it."""
    words = (_LINKED.sub("", _TRIMMINGS.sub("", words)) if ":" in words else words).strip(" *_")
    inner = words.strip(" .")
    words = inner[1:-1].strip() if inner[:1] == "(" and inner.find(")") == len(inner) - 1 else words
    words = (_ASIDE.sub("", words) if ")" in words else words).strip(" *_")
    reported = _REPORTED.match(words) if any(map(words.__contains__, _REPORTING)) else None
    reported = reported or (_AGREED.match(words) if " is " in words or " was " in words or " become " in words else None)
    return words[reported.end() :] if reported and reported.end() < len(words) else words
