"""The marks behind the sentence that they close: `… (Action: PB, KK)`, `… Action: SP/BP`, `… JS to action by 3 May.`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.idiom import NO_IDIOM, Idiom
from tcsg.reading.mark_words import NUMBER, WORD, with_own
from tcsg.reading.marks import ARROW, Mark, may_hold_mark
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from collections.abc import Iterator

_TITLE = r"\b(?:Mr|Mrs|Ms|Dr|Prof|Fr|Rev|Revd|Cllr|Hon|St|Capt|Cdr|Col|Maj|Lt|Sgt|Shri|Smt)\."
_DOTTED = r"\b(?:(?:[A-Z]\.){2,4}|(?:[A-Z]\.\s?){1,3}(?=[A-Z][a-z]))"
"""Initials with full stops, or some before a name: `A.B.`, `A. K. Berg`."""
_TRAIL = late.compile(
    rf"[*_]{{0,3}}(?P<open>[(\[])[*_]{{0,3}}\s*(?P<word>{WORD})(?![\w-]){NUMBER}\s*(?:{ARROW}|[:–—-]|\bby\b|\bfor\b|\bon\b)?\s*(?P<owners>[^()\[\]]{{0,160}}?)\s*(?:[*_]{{0,3}}[)\]][*_]{{0,3}}|(?=\s-{{1,2}}>|\s→))",
    re.IGNORECASE,
)
_BARE_TRAIL = late.compile(
    rf"(?:^|[.!?…]|\s{{2,}}|\*\*)\s*[*_]{{0,3}}(?P<word>{WORD})(?![\w-])[*_]{{0,3}}\s*(?:(?:by|for|on)\s*:?[*_]{{0,3}}\s+|[:–—-]+)\s*[*_]{{0,3}}(?P<owners>(?:{_TITLE}|{_DOTTED}|[^:.()]){{1,60}}?(?:\([^()]{{1,40}}\))?)[*_.\s]*$",
    re.IGNORECASE,
)
_CAPITALS = late.compile(
    r"(?:^[*_]{0,3}(?=ACTION)|(?<=[.!?)])\s+[*_]{0,3})(?P<word>ACTIONS?|Actions?)[*_]{0,3}\s+[*_]{0,3}(?P<owners>[A-Z]{2,4}(?:(?:/|,\s?|\s&\s|\sand\s)[A-Z]{2,4}){0,5})[.\s*_]*$"
)
_CALLED = r"(?:the )?[A-Z][\w.'’-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2}"
_LIMIT = r"(?:\s\((?:by|before|until|till|due)\s[^()]{2,30}\))?"
"""Till when, in brackets behind the names."""
_NAMES = late_names(
    r"(?:^|(?<=[.!?)])\s+)(?P<open>[*_]{0,3})(?P<word>ACTIONS?|Actions?|TODO|To-?[Dd]o)[*_]{0,3}\s+[*_]{0,3}"
    rf"(?P<owners>{_CALLED}(?:(?:/|, | & | and ){_CALLED}){{0,3}}{_LIMIT})"
    r"[.\s]*[*_]{0,3}\s*$"
)
"""The same with names in place of initials: `… **Action Ann Berg/Bo Lind**`, `… Action the Clerk.`."""
_WORDS = r"(?P<word>ACTIONS?|[Aa]ctions?|TODO|[Tt]o-?[Dd]o)(?:(?<=[Nn]) (?:[Ii]tem|[Pp]oint))?"
_UNSTOPPED = late_names(
    r"(?:[;,:]\s|\s[–—-]{1,2}\s|\s(?=\*\*|__)|\s(?=ACTION|TODO)|(?<=[.!?)])\s)[*_]{0,3}(?:[Ff]or\s)?"
    + _WORDS
    + r"[*_]{0,3}(?:\s?[:–—-]+\s*|\s+(?:(?:for|on|by)\s+)?)[*_]{0,3}"
    rf"(?:\((?P<boxed>[^()]{{2,40}})\)|(?P<owners>{_CALLED}(?:(?:/|, | & | and ){_CALLED}){{0,3}}(?:,? by [^:.()]{{3,30}})?{_LIMIT}))[*_.\s]*$"
)
"""The same behind other signs than a full stop, or with the names in brackets: `… – action Ann`, `… ACTION: Ann/Bo`, `… Action point (Ann)`."""
_ENDS = ("action", "todo", "to do", "to-do")
"""Of these the end of a text that closes so has one."""
_WHOSE = late_names(
    rf"\s[*_]{{0,3}}[(\[](?P<owners>{_CALLED}(?:(?:/|, | & | and ){_CALLED}){{0,3}})(?:['’]s)?(?:\s|:\s?|\s[–—-]\s){_WORDS}[)\]][*_.\s]*$"
)
"""A mark behind whose it is, in brackets: `… is to be filled [Ann – ACTION]`."""
_ALONE = late.compile(rf"[*_]{{0,3}}({WORD})(?![\w-]){NUMBER}[*_]{{0,3}}\s*[*_]{{0,3}}[(\[]([^()\[\]]{{1,40}})[)\]][*_.\s]*$", re.IGNORECASE)
"""Nothing but a mark with its owners in brackets, below what they are to do: `**AP 4.2 (Ann)**`."""
_NUMBERED = late.compile(
    r"[*_]{0,3}(?P<word>ACTION|Action|action|AP|AI)[*_]{0,3}\s+(?P<number>\d{1,4}[./-]\d{1,4})[*_]{0,3}\s*:\s*(?P<owners>[^:()]{1,40}?(?:\([^()]{1,30}\))?)[*_.\s]*$"
)
"""The same with a number and a colon: `ACTION 23.1: GL`."""
_LAST = late.compile(r"(?P<before>[^\s*_]*[a-zà-ü\d.!?)”\"'])\s+[*_]{0,3}(?P<word>ACTION)[*_]{0,3}[.!\s]*$")
"""A mark that is the last word of all: `The first aid box is empty. ACTION`."""
_NO_MARK = frozenset("a an and any for further in into more no of or our some that the this to with your".split())
"""Before it these make it a word like others: `no further ACTION`."""
_TASK = 3
"""Words of what is to be done."""
_SHORT = 80
_ACTIONED = late_names(
    r"(?:^|[.!?;]\s+(?=[A-Z])|(?P<gap>[.!?;]?\s+[*_]{1,3}|\s?[(\[]|\s[–—-]{1,2}\s))"
    r"(?P<owners>[A-Z][\w’'-]{0,20}(?:(?:/|, ?| & | and | )[A-Z][\w’'-]{0,20}){0,4})"
    r"\s+(?:to|will|shall)\s+(?P<word>action)(?: (?:this|it))?"
    r"(?P<when>\s+(?:by|before)\s[^.()\[\]]{2,40})?\s*[)\]]?[.\s*_]*$"
)
"""`… is wanted. JS to action by 3 May.`"""
_ACTIONED_ASIDE = late_names(
    r"[*_]{0,3}[(\[](?P<owners>(?:[A-Z][\w’'-]{0,20}|all)(?:(?:/|, ?| & | and | )[A-Z][\w’'-]{0,20}){0,5})"
    r"\s+(?:to|will|shall)\s+(?P<word>action)(?: (?:this|it))?(?:,?\s+(?P<when>[^()\[\]]{2,40}))?[)\]][*_]{0,3}"
)
"""The same in brackets, behind any sentence: `The tank is rusty (JS to action before May). It rains.`"""


def trailing_mark(text: str, idiom: Idiom = NO_IDIOM) -> tuple[Mark, ...]:
    """The marks in brackets that close a sentence each: `… is to be circulated. **(Action: PB, KK)**`."""
    if "(" not in text and "[" not in text:
        return ()
    marks = tuple(
        Mark(m["word"], m.start(), m.end(), m["owners"].strip(), m[3] if m.lastindex and m.lastindex >= 3 else None, trailing=True)
        for m in with_own(_TRAIL, idiom.marks).finditer(text, max(0, min(n for n in (text.find("("), text.find("[")) if n >= 0) - 3))
    )
    return marks or tuple(_actioned_asides(text))


def _actioned_asides(text: str) -> Iterator[Mark]:
    """Those that say in brackets who is to see to it."""
    for m in _ACTIONED_ASIDE.finditer(text) if " action" in text else ():
        yield Mark("to action", m.start(), m.end(), f"{m['owners']}, {m['when']}" if m["when"] else m["owners"], trailing=True)


def last_mark(text: str) -> Mark | None:
    """The mark in capitals with which a text ends, naming nobody: `Order a new box. ACTION`."""
    end = max(0, len(text) - 80)
    found = _LAST.search(text, end) if text.rstrip(" *_.!").endswith("ACTION") else None
    if found is None or found["before"].casefold() in _NO_MARK or len(text[: found.start("word")].split()) < _TASK:
        return None
    return Mark(found["word"], found.start("word"), len(text), trailing=True)


def named_mark(text: str) -> Mark | None:
    """The mark and names that close a text without a colon: `… **Action Ann Berg**`; whether they are anybody's is for others to say."""
    tail = text[-100:]
    may = "ction" in tail or "ACTION" in tail or any(map(tail[-60:].casefold().__contains__, ("do ", "do*", "do_")))
    found = _NAMES.search(text, max(0, len(text) - 120)) if may else None
    return Mark(found["word"], found.start(), len(text), found["owners"].rstrip("."), trailing=True) if found else None


def inline_end(text: str) -> Mark | None:
    """The mark and names that close a text behind no full stop: `… is to be filled – action Ann`, `… **Action Ann**`; see `named_mark`."""
    end = max(0, len(text) - 100)
    tail = text[end:].casefold()
    if not any(map(tail.__contains__, _ENDS)):
        return None
    if (whose := _WHOSE.search(text, end)) is not None:
        return Mark(whose["word"], whose.start(), len(text), whose["owners"], trailing=True)
    found = _UNSTOPPED.search(text, end)
    if found is None or len(text[: found.start()].split()) < (_TASK if found[0].lstrip(" ;,:–—-")[:2] not in ("**", "__") else 1):
        return None  # `backups **TODO** Ann` sets the mark off
    return Mark(found["word"], found.start(), len(text), found["owners"] or found["boxed"], trailing=True)


def is_alone(text: str) -> bool:
    """Whether a text is nothing but a mark with its owners in brackets."""
    return _alone(text) is not None


def _alone(text: str) -> re.Match[str] | None:
    return _ALONE.match(text) if len(text) < _SHORT and text.rstrip(" *_.")[-1:] in (")", "]") else None


def numbered_alone(text: str) -> Mark | None:
    """The mark with its number and those whom it names, if a text is nothing else: `ACTION 23.1: GL`."""
    found = _NUMBERED.match(text) if len(text) < _SHORT and ": " in text[:24] else None
    return Mark(found["word"], 0, len(text), found["owners"], found["number"], trailing=True) if found else None


def closing_mark(text: str, idiom: Idiom = NO_IDIOM) -> Mark | None:
    """`… at the end of a paragraph. Action: SP/BP`, when what follows the mark is short."""
    if (alone := _alone(text)) is not None:
        return Mark(alone[1], 0, len(text), alone[3], alone[2], trailing=True)
    capitals = _CAPITALS.search(text, max(0, len(text) - 120)) if "ACTION" in text or "Action" in text[-40:] else None
    if capitals:
        return Mark(capitals["word"], capitals.start("word"), len(text), capitals["owners"], trailing=True)
    end = max(0, len(text) - 120)
    actioned = _ACTIONED.search(text, end) if " action" in text[end:] else None
    if actioned:
        when = f", {actioned['when'].strip()}" if actioned["when"] else ""
        return Mark(
            "to action",
            actioned.start("gap") + (text[actioned.start("gap")] in ".!?;") if actioned["gap"] else actioned.start("owners"),
            len(text),
            actioned["owners"] + when,
            trailing=True,
        )
    may = may_hold_mark(text, idiom) and (not end or may_hold_mark(text[end:], idiom))
    match = with_own(_BARE_TRAIL, idiom.marks).search(text, end) if may else None
    return Mark(match["word"], match.start("word"), len(text), match["owners"].strip(" *_"), trailing=True) if match else None
