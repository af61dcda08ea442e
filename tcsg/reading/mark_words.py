"""The words that mark an action, as patterns: all of them for those who look within a text, and by their first letters for the mark that opens one.

All together they take longer to compile than many a page to read, and most minutes open their actions with one and the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tcsg import late
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.french import FRENCH
from tcsg.reading.words.german import GERMAN

_FOREIGN = GERMAN.marks | FRENCH.marks
_TASKED = (
    r"tasks?(?: assigned to)?(?=(?:\s#?\d{1,3})?[\s*_]*(?::|\([^()]{1,40}\)\s*:)"
    r"|\s(?:for |(?<=to ))(?-i:[A-Z@])[^\s:,]{0,30}(?:(?:,|/|\s&|\sand)?\s[^\s:,]{1,30}){0,3}?:)"
    r"|assigned to(?=\s(?-i:[A-Z@])[^\s:,]{0,30}(?:(?:,|/|\s&|\sand)?\s[^\s:,]{1,30}){0,3}?:\s)|to be actioned(?=\sby\s)"
)
"""`Task: …`, `Task for Ann: …`, `Assigned to Ann: …`, `To be actioned by Ann`"""
_REQUIRED = r"(?:(?:next|new|for|follow-?up) )?action(?:s|\(s\)(?=[*_]{0,3}\s?:))?(?: (?:required|requested|needed|arising))?"
_AR = (
    r"(?-i:AR|FU)(?=[\s*_]*(?::|[\[(][^()\[\]]{1,40}[\])][\s*_]*:)"
    r"|[*_]*(?:\s[–—-])?\s(?:(?:on|for|by|to)\s)?[*_]*(?-i:[A-Z@])[^\s:,]{0,30}(?:(?:,|/|\s&|\sand)?\s[^\s:,]{1,30}){0,3}?[*_]*(?::|\s(?:to|[=-]{1,2}>|→)\s))"
)
"""`AR` is an action required, `FU` a follow-up, both more often initials: a colon must stand behind, be it after the owner: `AR on PB: …`."""
_SHOUTED = (
    r"(?-i:TASK|FIXME)(?![*_]{0,3}\s(?:force|group|list)s?\b)(?=[*_]{0,3}(?:\s?:|\s[–—-]{1,2}\s|\s[*_]{0,3}(?-i:[A-Za-z@])[^\s:,]{0,30}(?:(?:,|/|\s[&+]|\sand)?\s[^\s:,]{1,30}){0,3}?[*_]{0,3}"
    r"(?::|\s(?:to|[–—-]{1,2})\s)))"
)
"""`TASK` and `FIXME` in capitals, before a colon, a dash or an order, be it behind the owner: `TASK Ann: …`, `FIXME Bo – …`."""
_SUGGESTED = (
    r"(?:suggested|proposed|missing) action"
    r"(?=\s(?:(?:on|for|by|to)\s)?(?-i:[A-Z@])[^\s:,]{0,30}(?:(?:,|/|\s&|\sand)?\s[^\s:,]{1,30}){0,3}?(?::|\sto)\s)"
)
"""What is suggested to somebody who is named: `Suggested action Ann: put it up`."""
_WORDS = (
    ("ta fi", _SHOUTED),
    ("ac ne fo", r"(?:(?:next|new|follow-?up) )?action[ _-]?(?:items?|points?)(?:\(s\)(?=[*_]{0,3}\s?:))?"),
    ("ac ne fo", _REQUIRED),
    ("a/ a.", r"A[/.](?:I\.?|P\.?)"),
    ("ai ap", "AIs?|AP"),
    ("su pr mi", _SUGGESTED),
    ("ac", r"(?-i:ACT)(?=[*_]{0,3}\s?:|-[\w-]{0,24}\d[*_]{0,3}\s?:)"),
    ("ar fu", _AR),
    ("f/ to fo", r"F/U(?=[\s*_]{0,4}:)|to-?do(?: items?)?|TO DO|todos?(?: items?)?|follow-?up"),
    ("fo", r"follow up(?=[\s*_]{0,4}(?::|\([^()]{1,40}\)[\s*_]{0,4}:))"),
    ("ta as to", _TASKED),
)
"""The marks of English in the order in which they are tried, with the two letters that each may begin with."""


def _foreign(letters: str = "") -> str:
    return w.alternatives(frozenset(mark for mark in _FOREIGN if mark.startswith(letters))).replace("ss", "(?:ss|ß)")


_FIRST = "".join(sorted({begun[0] for begun in (*_FOREIGN, *" ".join(letters for letters, _ in _WORDS).split())}))
WORD = f"(?=[{_FIRST}])(?:{'|'.join((_foreign(), *(word for _, word in _WORDS)))})"
"""Any mark; most words begin with none of its letters, and to try all marks is dear."""
_CODE = (
    r"(?-i:(?:[A-GI-PR-Z]\d{1,3}[a-z]?|(?:[A-Z]{1,8}-)?[A-Z]{1,8}-?\d{1,4}(?:[./-]\d{1,4}){1,3}|\d{2,4}[./-][A-Z]{1,3}\d{1,3}))"
    r"(?=[*_]{0,3}\s?(?:[:(]|[–—]|-\s))"
)
"""The number of an action that tells its meeting, before a colon or a dash: `Action BD25/013.1: …`, `Action B2.1: …`."""
NUMBER = (
    rf"(?:\s*(?:item|n[or]\.?|#|:[*_]{{0,3}}|-(?=\d|(?-i:(?:[A-Z]{{1,8}}-){{1,2}}\d)))?\s*#?({_CODE}|(?<=-)(?-i:(?:[A-Z]{{1,8}}-){{1,2}}\d{{1,4}})|\d{{4}}(?:/\w{{1,12}}){{2,4}}"
    rf"|\d{{6,8}}[./-]\d{{1,3}}|\d{{1,4}}(?:[./-]\d{{1,4}}){{0,3}}[a-z]?))?"
)
_POINTING = "→⇒➜⟶"
_OPENS = (
    rf"""[>\s*_\[#(|\\{_POINTING}=-]*(?:(?:[^\w\s*_()\[\]"'.,:;<>`~-]{{1,2}}\ufe0f?|(?-i::[A-Za-z][A-Za-z0-9_+-]{{1,30}}:))\s{{1,2}}[*_]{{0,3}})?@?"""
)
_OPENING = late.beyond(_OPENS, _OPENS.replace(_POINTING, ""))
"""What may stand before the mark that opens a text."""


def opened(text: str, own: frozenset[str]) -> re.Match[str] | None:
    """The mark that opens a text, and its number; `own` are a committee's own marks, which may begin with any sign."""
    if own:
        return _opening(own).match(text)
    opening = _OPENING.match(text)
    at = opening.end() if opening else 0
    pattern = _beginning(text[at : at + 2].casefold()[:2]) if at < len(text) else None
    return pattern.match(text, at) if pattern else None


@lru_cache(maxsize=256)
def _beginning(letters: str) -> re.Pattern[str] | None:
    """The marks that begin with two letters, with their numbers; None where there are none."""
    words = [word for word in (_foreign(letters), *(word for begun, word in _WORDS if letters in begun.split())) if word]
    return re.compile(_numbered("|".join(words)), re.IGNORECASE) if words else None


@lru_cache(maxsize=64)
def _opening(own: frozenset[str]) -> re.Pattern[str]:
    """All marks, a committee's own first, behind what may stand before them."""
    return re.compile(_OPENS + _numbered(f"{_own(own)}|{WORD}"), re.IGNORECASE)


def _numbered(words: str) -> str:
    return rf"((?:{words})){NUMBER}(?!-|_?[^\W_])"


@lru_cache(maxsize=64)
def with_own(pattern: re.Pattern[str], own: frozenset[str]) -> re.Pattern[str]:
    """A pattern that knows a committee's own marks as well."""
    return re.compile(pattern.pattern.replace(WORD, f"(?:{_own(own)}|{WORD})"), pattern.flags) if own else pattern


def _own(marks: frozenset[str]) -> str:
    return w.alternatives(marks).replace(r"\s{1,3}", r"[\s_-]{1,3}")
