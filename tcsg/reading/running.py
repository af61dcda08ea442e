"""Marks in running text, with the task behind them: `We agreed the date. ACTION: PB to …`."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.idiom import NO_IDIOM, Idiom
from tcsg.reading.mark_words import NUMBER, WORD, with_own
from tcsg.reading.marks import COMPOUNDS, SHORT, Mark, is_set_off, may_hold_mark
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_INRUN = late.compile(
    rf"(?<![\w#(\[-])(?<!\w\.)[*_`\[(]{{0,4}}[#@]?(?P<word>{WORD}){NUMBER}(?:\s?/\s?(?:decision|motion|agreement))?(?P<on>\s+(?:on|to|for)(?=[*_]{{0,3}}\s+(?:(?-i:[A-Z])|every(?:one|body)\b|all\b)))?[*_`]{{0,3}}(?:\s*[(\[](?P<paren>[^()\[\]]{{1,60}})[)\]])?[*_`]{{0,3}}(?P<colon>\s?:|\s?[–—-](?=\s)|\s?(?:[–=-]{{0,2}}>{{1,2}}|→)(?=\s)|(?<=\d)\.(?=\s)|(?=\s))[*_`]{{0,3}}\s*",
    re.IGNORECASE,
)
_CODE = late.compile(r"`[^`]{1,500}`")
_LABEL = late.compile(r"(?:(?<=\s)|^|(?<=[*_]))(?P<word>[A-Z][A-Za-z]{2,14})(?:\s?/\s?|\s(?:and\s|&\s)?)[*_`\[(#]{0,4}$")
"""A word before a mark that may be a part of it: `Agreed action:`, `Decision and action:`."""
LABELS = (w.QUALIFIERS - w.REVIEW_WORDS - w.CLOSED_HEADINGS - w.DROPPED_HEADINGS - {"taken"}) | w.DECISION_MARKS | w.COMPANIONS
"""The words that may be such a part; of what was done, or was to be done, no mark tells."""
_SIGNS = "\u2190"
"""From this letter on what is none is a sign or a picture: `✅ Action: …`."""
_NOUNED = frozenset("of is are was were has had and or".split())
"""Behind a verb they make it a thing: `Action 4. Report of the crew`."""
_OF_A_THING = tuple(f" {word}" for word in "the our my your their this that a an any old new whole last".split())
"""Behind these a word for actions is that of a thing: `our TODO list`."""
_ACRONYMS = ("AI", "AIS", "AP", "APS")
_SAID = 4
"""Words before `AI` that are more than whose or from when an action is."""
_NEAR = 80
"""Characters in which they stand."""
_MOST = 256
"""Words of marks in one line that are weighed: no text says `AI` every sixteen letters."""
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
    for match in islice(with_own(_INRUN, idiom.marks).finditer(text, start), _MOST):
        quoted = match.start() and text[match.start() - 1] in '"“„«‘'
        if quoted or match["word"].startswith(("AR", "FU")) or _is_thing(text, match):  # in running text `AR` is somebody's initials
            continue
        if (mark := _mark_of(text, match)) is not None:
            return mark
    return None


_SOMEBODY = frozenset(("someone", "somebody", "anyone", "anybody"))
"""Who is to do it, where nobody is named yet."""


def _mark_of(text: str, match: re.Match[str]) -> Mark | None:
    """The mark that a word of one is where it stands, with the word of its own before it; None for a word like others, or of what was decided."""
    label = _label_before(text, match.start())
    if label < 0 or (label < match.start() and is_past(_first_word(text, match.end()))):
        return None  # `Motion/Action: approved the minutes`
    word, colon, begins = match["word"], match["colon"].strip(), _may_begin(text[:label])
    begins = begins and (word.isupper() or text[:label].rstrip()[-1:] != ",")  # `Before the fair, weekly tasks: sweep`
    strong = match[0].startswith(("**", "__"))
    mark = Mark(word, label if begins else match.start(), match.end(), match["paren"] or "", match[2])
    titled = begins and (text[label].isupper() or word[0].isupper())
    if match["on"] and word[0].isupper() and _TOLD.match(text, match.end()) and _first_word(text, match.end()) not in w.VERBS:
        return replace(mark, owners="")
    if not match["colon"] and not ((word.isupper() or match["paren"]) and strong):
        return mark if _is_told(text, match, begins=begins) else None
    if colon not in (":", "") and not word.isupper() and not strong:
        return mark if titled and word[:2].casefold() != "fo" and _opens_order(text, match) else None
    emphatic = word.isupper() or "*" in match[0] or "_" in match[0]
    ordered = match[0][:1] in "([" and colon == ":" and (_first_word(text, match.end()) in w.VERBS or text[match.end() : match.end() + 1].isupper())
    return mark if emphatic or ordered or titled or (begins and _opens_order(text, match)) else None


def _label_before(text: str, start: int) -> int:
    """Where a mark begins, or a word of its own before it: `Agreed action:`, `Decision/Action:`; -1 for the action of `and/or action:`."""
    found = _LABEL.search(text, max(0, start - _NEAR), start)
    if found is not None and found["word"].casefold() in LABELS:
        return found.start("word")
    return -1 if text[start - 1 : start] == "/" else start


def _may_begin(before: str) -> bool:
    """Whether a mark may begin behind these words: behind a stop, a sign or a picture, an address or a wide gap."""
    said = before.rstrip()
    if not said or said[-1] in ".!?,;:–—-…)*_>" or len(before) - len(said) > 1:
        return True
    return (said[-1] >= _SIGNS and not said[-1].isalnum()) or "://" in said[said.rfind(" ") + 1 :]


def _opens_order(text: str, match: re.Match[str]) -> bool:
    """Whether behind a mark stands an order and no more of a title: `Action – Order oil`, but not `Action – Plan for the year`."""
    first, *more = text[match.end() : match.end() + 40].strip(" *_").casefold().split(maxsplit=2)[:2] or [""]
    if first in _SOMEBODY and more[:1] == ["to"]:
        return True
    return first.strip("*_,") in w.VERBS and first not in COMPOUNDS and (more[:1] == [] or more[0] not in _NOUNED)


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
    if begins and text[match.start("word") - 1] in "#@":
        sign = text[match.end() : match.end() + 1]
        return _opens_order(text, match) or sign.isupper() or sign in ("@", "[", "(", "*")
    if not word.isupper():
        head = text[match.start() : match.start("word")]
        return begins and (head != "" or match[2] is not None) and word[0].isupper() and _opens_order(text, match)
    if match["on"]:
        initials, _, rest = text[match.end() :].partition(" ")
        return SHORT.match(initials) is not None and _first_word(rest, 0) in w.VERBS
    if _first_word(text, match.end()) in COMPOUNDS and f" {text[: match.start('word')]}".casefold().rstrip(" *_").endswith(_OF_A_THING):
        return False  # `The TODO list is long`
    ordered = _NAMED_TO.match(text, match.end()) is not None or _first_word(text, match.end()) in w.ORDERS
    told = _NAMED.match(text, match.end()) is not None or (ordered and word not in _ACRONYMS)
    return bool(match["paren"]) or (begins and told)


_NAMED = late_names(r"[A-Z][a-z][\w.’'-]{0,30}(?:(?:,| and| &|/)? ?[A-Z][\w.’'-]{1,30}){0,3} to [a-z]")
_NAMED_TO = late_names(
    r"[A-Z][a-z][\w.’'-]{0,30}(?:(?:,| and| &|/)? ?[A-Z][\w.’'-]{1,30}){0,3} (?:to|will|shall|should|must) [a-z]|@[\w.-]{2,38} [a-z]"
)
_OWNED = late_names(
    r"(?:(?<=[.!?;:)…–—])|(?<=\s-)|(?<=\w,))\s+[*_]{0,3}(?P<word>ACTION(?: ITEM| POINT)?|TODO|To[Dd]o|T[Oo] [Dd][Oo]|AI|AP)"
    r"(?!\s(?:ITEM|POINT)S?\b)[*_]{0,3}\s+(?:(?:on|for)\s+)?"
    r"(?P<owners>@?[A-Z][\w.'’-]{0,30}(?:(?:,| and| &|/)? ?@?[A-Z][\w.'’-]{0,30}){0,3})[*_]{0,3}:[*_]{0,3}\s+(?=\S)"
)
"""`… in too much. AI MartinO: find the letter`: a mark and its owners behind a sentence."""
_WRITTEN = ("ACTION", "TODO", "ToDo", "Todo", "AI", "AP", "To ", "TO ")
"""One of these stands in a text with such a mark."""


_BOLD_OWNED = late_names(
    r"(?<=\s)(?:\*\*|__)(?P<word>[Aa]ction(?: item| point)?)\s+(?:(?:on|for)\s+)?"
    r"(?P<owners>@?[A-Z][\w.'’-]{0,30}(?:(?:,| and| &|/)? ?@?[A-Z][\w.'’-]{0,30}){0,3})(?::[*_]{0,2}|(?:\*\*|__):?)\s+(?=\S)"
)
"""The same in bold: `… in too much. **Action MartinO: find the letter**`."""


def owned_mark(text: str, start: int = 0) -> Mark | None:
    """The next mark in running text with its owners before the colon, or with them in bold."""
    match = _OWNED.search(text, start) if ":" in text and any(map(text.__contains__, _WRITTEN)) else None
    if match is None and ("**" in text or "__" in text) and "ction" in text:
        match = _BOLD_OWNED.search(text, start)
    return Mark(match["word"], match.start("word"), match.end(), match["owners"]) if match else None


def each_mark(text: str, mark: Mark, names: Names) -> Iterator[tuple[str, Mark]]:
    """The mark that opens a text with its words, and the same mark where it comes again: `ACTION: Ann to row; ACTION: Bo to steer`."""
    if text[: mark.end].endswith(" to ") and "ction" in text[mark.end :]:
        from tcsg.reading.taking import takings  # lazy: few marks are told in a sentence

        later = next((one for one in takings(text, names) if one.start >= mark.end and not one.trailing), None)
        if later is not None:  # `Ann has an action to row. Bo has an action to steer`
            yield text[: later.start].rstrip(), mark
            yield from each_mark(text[later.start :], later.moved(-later.start), names)
            return
    closed = text.count(" (", mark.end) > 1 and text.rstrip(" .;")[-1:] == ")"
    if closed or sum(text.count(dash, mark.end) for dash in (" - ", " – ", " — ")) > 1:
        from tcsg.reading.handed_each import each_share  # lazy: few marks hand out several tasks

        if shares := tuple(each_share(text, mark, names)):
            yield from shares
            return
    bold, on, labelled = text.startswith("**"), text[: mark.end].endswith(" on "), text[mark.start :].startswith(f"{mark.word}:")
    owned = mark.owners != "" and text[: mark.end].rstrip("*_ ")[-1:] == ":"  # `ToDo Ann: row; ToDo Bo: steer`
    while (mark.word.isupper() or bold or on or labelled or owned) and text.count(mark.word) > 1:
        again = (owned_mark(text, mark.end - 1) if owned else None) or inner_mark(text, names.idiom, mark.end)
        again = again or (owned_mark(text, mark.end) if bold else None)
        if again is None or again.word != mark.word or not text[mark.end : again.start].strip(" .;*_"):
            break
        alike = on and text[: again.end].endswith(" on ")  # `Action on Ann to row. Action on Bo to steer`
        alike = alike or (labelled and text.startswith(f"{mark.word}:", again.start)) or (owned and again.owners != "")
        if not alike and (bold or on or not mark.word.isupper()) and "**" not in text[again.start - 2 : again.start + 2]:
            break
        yield text[: again.start].rstrip(" ;*_"), mark
        text, mark = text[again.start :], replace(again, start=0, end=again.end - again.start)
    yield text, mark
