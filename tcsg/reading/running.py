"""Marks in running text, with the task behind them: `We agreed the date. ACTION: PB to …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.idiom import NO_IDIOM, Idiom
from tcsg.reading.marks import NUMBER, SHORT, WORD, Mark, is_set_off, may_hold_mark, with_own
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

_INRUN = late.compile(
    rf"(?<![\w#(\[/-])(?<!\w\.)[*_`\[(]{{0,4}}(?P<word>{WORD}){NUMBER}(?P<on>\s+(?:on|to|for)(?=[*_]{{0,3}}\s+(?:(?-i:[A-Z])|every(?:one|body)\b|all\b)))?[*_`]{{0,3}}(?:\s*[(\[](?P<paren>[^()\[\]]{{1,60}})[)\]])?[*_`]{{0,3}}(?P<colon>\s?:|\s?[–—-](?=\s)|(?=\s))[*_`]{{0,3}}\s*",
    re.IGNORECASE,
)
_CODE = late.compile(r"`[^`]{1,500}`")
_ACRONYMS = ("AI", "AIS", "AP", "APS")
_SAID = 4
"""Words before `AI` that are more than whose or from when an action is."""
_NEAR = 80
"""Characters in which they stand."""
_TOLD = late_names(
    r"(?:[A-Z][\w.’'-]{0,30}(?:(?:,| and| &|/)? ?[A-Z][\w.’'-]{1,30}){0,3}|every(?:one|body)|all)(?: to [a-z]|[*_]{0,3}\s?:[*_]{0,3} \S)"
)
"""Whom `Action on` tells to do something: `HC to look into it`, `MS: ask the printer`."""


def _first_word(text: str, at: int) -> str:
    return next(iter(text[at : at + 40].split()), "").casefold()


def inner_mark(text: str, idiom: Idiom = NO_IDIOM, start: int = 1) -> Mark | None:
    """The next mark in running text with the task behind it: `We agreed the date. ACTION: PB to …`."""
    if not may_hold_mark(text, idiom):
        return None
    if "`" in text:
        text = _CODE.sub(lambda code: " " * len(code[0]), text)  # an example of a mark is none
    for match in with_own(_INRUN, idiom.marks).finditer(text, start):
        word = match["word"]
        quoted = match.start() and text[match.start() - 1] in '"“„«‘'
        if quoted or word.startswith("AR") or _is_thing(text, match):  # in running text `AR` is somebody's initials
            continue
        before = text[: match.start()].rstrip()
        gap = len(text[: match.start()]) - len(before) > 1
        begins = not before or before[-1] in ".!?;:–—-…)*_>" or gap or "://" in before[before.rfind(" ") + 1 :]
        if match["on"] and word[0].isupper() and _TOLD.match(text, match.end()) and _first_word(text, match.end()) not in w.VERBS:
            return Mark(word, match.start(), match.end(), "", match[2])
        if not match["colon"] and not ((word.isupper() or match["paren"]) and match[0].startswith(("**", "__"))):
            if _is_told(text, match, begins=begins):
                return Mark(word, match.start(), match.end(), match["paren"] or "", match[2])
            continue
        if match["colon"] and match["colon"].strip() in "–—-" and not word.isupper() and not match[0].startswith(("**", "__")):
            continue
        emphatic = word.isupper() or "*" in match[0] or "_" in match[0]
        ordered = (
            match[0][:1] in "(["
            and match["colon"].strip() == ":"
            and (_first_word(text, match.end()) in w.VERBS or text[match.end() : match.end() + 1].isupper())
        )
        if emphatic or ordered or (word[0].isupper() and begins):
            return Mark(word, match.start(), match.end(), match["paren"] or "", match[2])
    return None


def _is_thing(text: str, match: re.Match[str]) -> bool:
    """Whether `AI` closes some words of a sentence that tells nobody to do something: `What we may ask of a public AI: its sources`."""
    if match["word"] not in _ACRONYMS:
        return False
    before = text[max(0, match.start() - _NEAR) : match.start()].rstrip()
    said = len(before.split()) >= _SAID and before[-1].islower() and not before.endswith(("'s", "’s"))
    return said and not _TOLD.match(text, match.end())


def _is_told(text: str, match: re.Match[str], *, begins: bool) -> bool:
    """Whether a mark without a colon is one by what stands around it: `. AI Ann to row`, `AI(Ann) tell them`, `ACTION for TB follow it up`."""
    word = match["word"]
    if is_set_off(text, match.start("word"), match.end("word")):
        return True
    if not word.isupper():
        return False
    if match["on"]:
        initials, _, rest = text[match.end() :].partition(" ")
        return SHORT.match(initials) is not None and _first_word(rest, 0) in w.VERBS
    ordered = _NAMED_TO.match(text, match.end()) is not None or _first_word(text, match.end()) in w.ORDERS
    told = _NAMED.match(text, match.end()) is not None or (ordered and word not in _ACRONYMS)
    return bool(match["paren"]) or (begins and told)


_NAMED = late_names(r"[A-Z][a-z][\w.’'-]{0,30}(?:(?:,| and| &|/)? ?[A-Z][\w.’'-]{1,30}){0,3} to [a-z]")
_NAMED_TO = late_names(
    r"[A-Z][a-z][\w.’'-]{0,30}(?:(?:,| and| &|/)? ?[A-Z][\w.’'-]{1,30}){0,3} (?:to|will|shall|should|must) [a-z]|@[\w.-]{2,38} [a-z]"
)
_OWNED = late_names(
    r"(?<=[.!?;:)…–—])\s+[*_]{0,3}(?P<word>ACTION(?: ITEM| POINT)?|TODO|T[Oo] [Dd][Oo]|AI|AP)(?!\s(?:ITEM|POINT)S?\b)[*_]{0,3}\s+(?:(?:on|for)\s+)?"
    r"(?P<owners>@?[A-Z][\w.'’-]{0,30}(?:(?:,| and| &|/)? ?@?[A-Z][\w.'’-]{0,30}){0,3})[*_]{0,3}:[*_]{0,3}\s+(?=\S)"
)
"""`… in too much. AI MartinO: find the letter`: a mark and its owners behind a sentence."""


_BOLD_OWNED = late_names(
    r"(?<=\s)(?:\*\*|__)(?P<word>[Aa]ction(?: item| point)?)\s+(?:(?:on|for)\s+)?"
    r"(?P<owners>@?[A-Z][\w.'’-]{0,30}(?:(?:,| and| &|/)? ?@?[A-Z][\w.'’-]{0,30}){0,3})(?::[*_]{0,2}|(?:\*\*|__):?)\s+(?=\S)"
)
"""The same in bold: `… in too much. **Action MartinO: find the letter**`."""


def owned_mark(text: str, start: int = 0) -> Mark | None:
    """The next mark in running text with its owners before the colon, or with them in bold."""
    match = _OWNED.search(text, start) if ":" in text and any(word in text for word in ("ACTION", "TODO", "AI", "AP", "To ", "TO ")) else None
    if match is None and ("**" in text or "__" in text) and "ction" in text:
        match = _BOLD_OWNED.search(text, start)
    return Mark(match["word"], match.start("word"), match.end(), match["owners"]) if match else None


def each_mark(text: str, mark: Mark, idiom: Idiom) -> Iterator[tuple[str, Mark]]:
    """The mark that opens a text with its words, and the same mark where it comes again: `ACTION: Ann to row; ACTION: Bo to steer`."""
    bold, on, labelled = text.startswith("**"), text[: mark.end].endswith(" on "), text[mark.start :].startswith(f"{mark.word}:")
    while (mark.word.isupper() or bold or on or labelled) and text.count(mark.word) > 1:
        again = inner_mark(text, idiom, mark.end) or (owned_mark(text, mark.end) if bold else None)
        if again is None or again.word != mark.word or not text[mark.end : again.start].strip(" .;*_"):
            break
        alike = on and text[: again.end].endswith(" on ")  # `Action on Ann to row. Action on Bo to steer`
        alike = alike or (labelled and text.startswith(f"{mark.word}:", again.start))
        if not alike and (bold or on or not mark.word.isupper()) and "**" not in text[again.start - 2 : again.start + 2]:
            break
        yield text[: again.start].rstrip(" ;*_"), mark
        text, mark = text[again.start :], replace(again, start=0, end=again.end - again.start)
    yield text, mark
