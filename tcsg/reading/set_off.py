"""People set off in bold with a sign, before what they are to do or behind it: `**(Ann)** ring the bank`, `… is broken. **→ Ann**`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading import sentences
from tcsg.reading.assigned import TALKED
from tcsg.reading.markdown import plain
from tcsg.reading.marks import ARROW, Mark
from tcsg.reading.naming import dated_owners, is_group
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_SET_OFF = late.compile(
    rf"(?:(?P<before>{ARROW})\s+)?(?:\*\*|__)\s?(?P<sign>@|[(\[]|{ARROW}\s*)?(?P<who>[^*_()\[\]]{{1,60}})[)\]]?(?:\*\*|__)(?P<colon>:?)"
)
_WRAPPED = late_names(r"\s\((?:\*\*|__)(?P<who>[A-Z@][^*_()\[\]]{1,60})(?:\*\*|__)(?P<time>,\s[^()]{3,40})?\)")
"""People in bold within a bracket, and perhaps till when: `… to the donors (**Ann**)`, `… (**Ann, Bo**, before the fair)`."""
_AWAITED = late.compile(
    r"\b(?:(?:still|yet) to |(?<!was )(?<!were )(?<!\bas )(?:needed|required|outstanding)\b|(?:to|should|must|needs? to) be ([a-z-]{3,20})\b)"
)
"""What tells in a sentence that nobody has done it yet: `Labels needed`, `Letters still to go to the donors`, `Claim to be made`."""
_TILL = ("by ", "before ", "until ", "till ", "for next", "for the next", "this ", "next ", "within ", "asap", "due ")
_ENDS = late.compile(r"[\s.;,]*(?:$|[.;,]\s)")
"""What follows people who stand behind what they are to do."""
_GOES_ON = late.compile(r",?\s(?:and|und|et|&|\+)\s")
"""What follows them where the same sentence has more of it: `a notice on the door **(Ann)** and in the news **(Bo)**`."""
_LEAST = 2
"""Words of a task."""


def set_off(text: str, names: Names) -> Iterator[Mark]:
    """The people known whom a text sets off in bold with an arrow, a bracket or an @."""
    if "**" not in text and "__" not in text:
        return
    if "(**" in text or "(__" in text:
        yield from _wrapped(text, names)
    others: list[str] = []
    for match in _SET_OFF.finditer(text):
        sign = (match["sign"] or match["before"] or "").strip()
        owners = dated_owners(plain(match["who"]), names) if sign else ()
        if not owners or match["colon"] or not all(names.knows(o) or o.casefold() in w.EVERYBODY for o in owners):
            continue
        rest = plain(text[match.end() :])
        if len(rest.split()) >= _LEAST and starts_with_verb(rest) and match.start():
            yield Mark(f"**{sign}**", match.start(), match.end(), match["who"])
        elif sign == "@" or len(text[: match.start()].split()) < _LEAST:
            continue
        elif _ENDS.match(text, match.end()):
            yield Mark(f"**{sign}**", match.start(), match.end(), ", ".join((*others, match["who"])), trailing=True)
            others.clear()
        elif _GOES_ON.match(text, match.end()):
            others.append(match["who"])


def _wrapped(text: str, names: Names) -> Iterator[Mark]:
    """The people known in bold within a bracket, behind a sentence that leaves something to do; else they may as well be who said it."""
    for match in _WRAPPED.finditer(text):
        owners = dated_owners(plain(match["who"]), names)
        if not owners or not all(names.knows(o) or is_group(o) for o in owners) or not _ENDS.match(text, match.end()):
            continue
        before = text[: match.start()]
        told = plain(before[sentences.spans(before)[-1][0] :]) if before.strip() else ""
        when = (match["time"] or "").strip(", ").casefold()
        if len(told.split()) >= _LEAST and (when.startswith(_TILL) or _is_left(told)):
            yield Mark("(**", match.start(), match.end(), match["who"] + (match["time"] or ""), trailing=True)


def _is_left(told: str) -> bool:
    """Whether a sentence is an order or says that something has not been done yet; `Report on the fair` may be a title."""
    first, second, *_ = [*told.casefold().split(maxsplit=2), "", ""]
    if first not in TALKED and (first in w.PURE_VERBS or (first in w.VERBS and second in w.ARTICLES)):
        return True
    return any(found[1] is None or is_past(found[1]) for found in _AWAITED.finditer(told))
