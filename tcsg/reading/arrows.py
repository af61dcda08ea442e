"""Arrows as marks: `→ Pim will cancel the hall`, `The hall is too large. ➜ Pim cancels it`, `Pim → cancel the hall`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.doers import without_charge
from tcsg.reading.infinitives import orders_abroad
from tcsg.reading.markdown import plain
from tcsg.reading.marks import ARROW, ARROWS, Mark, may_point
from tcsg.reading.naming import NAME_WORD, dated_owners, is_group, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owned import is_past_of
from tcsg.reading.owners import find_owners
from tcsg.reading.spoken import is_speech
from tcsg.reading.text import has_digit
from tcsg.reading.verbs import base_of
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.idiom import Idiom
    from tcsg.reading.names import Names
    from tcsg.reading.status import Told

_LEAD = late.compile(rf"(?P<set>[*_]{{1,3}})?{ARROW}(?(set)(?:(?P=set))?)\s*")
_WITHIN = late.compile(rf"(?<=\S)\s+[*_]{{0,3}}{ARROW}\s*(?=[*_]{{0,3}}@?[^\W\d_])")
_BETWEEN = late.compile(rf"\s+{ARROW}\s+")
_LAST = late.compile(r"\s(?:->|-->|=>|→|⇒|➜)\s(?!.*(?:->|=>|→|⇒|➜))")
_BEFORE = late.compile(rf"[*_]{{0,3}}([^\W\d_@]?@?[\w.’'&/+, -]{{1,60}}?)[*_]{{0,3}}\s+{ARROW}\s+(?=\S)")
_GIVEN = late.compile(
    r"[*_]{0,3}(?:[Aa]ction |ACTION |[Aa]ctions? )?(?P<number>[A-Z]{0,6}[-.#]?\d{1,5}(?:[./-]\d{1,3})?)[*_:]{0,4} "
    r"(?:on|for|to|by) (?P<owners>[^:]{2,60}):[*_]{0,3}\s+(?=\S)"
)
"""The number of an action and whose it is, behind an arrow: `=> A-36 on Ann: order the rope`."""
_SHORT_NAMES = late.compile(r"(?P<owners>[A-Z]{2,4}(?:\s?[/&+,]\s?[A-Z]{2,4}){0,3})\s+(?P<next>[^\W\d_][\w'’-]*)\s*(?=\S)")
"""Initials and what comes right behind them: `→ PB/KK labels and prices`."""
_IN_BOLD = late.compile(r"(?:\*\*|__)(?P<owners>[A-Z][^*_:]{1,60}?)(?:\*\*|__)\s+(?P<next>[a-z]{2,20})\s+(?=\S)")
"""Names in bold and what comes right behind them: `=> **Pim** puts up the notice`, whoever was there."""
_TELLING = frozenset(
    """
    is are was were has had have will would may might can could should in of from thinks says said agrees asked ist sind war hat haben wird sagt
    est sont a ont sera va dit pense
    """.split()
)
"""With these words it is told what somebody does or is."""
_NOBODY_YET = late.compile(
    rf"[*_(\[]{{0,3}}(?:nobody(?: yet)?|no one(?: yet)?|unassigned|volunteer(?: needed)?|who\?|tb[da]|\?{{1,3}})[*_)\]]{{0,3}}"
    rf"\s?(?::|{ARROW})[*_]{{0,2}}\s+(?=\S)",
    re.IGNORECASE,
)
"""What stands in the place of somebody who is still looked for: `→ (nobody yet): order the rope`."""
_BEHIND = frozenset(("parentheses", "handle", "dash", "field", "comma"))
"""How owners may stand behind an order: `→ cancel the hall (Pim)`."""
_SHORT = 80
"""Characters of a task that an arrow points to and whose owner closes it."""
_BEGINNINGS = frozenset("-=") | (ARROWS - {">"})


def leading_arrow(text: str, names: Names) -> Mark | None:
    """`→ Pim will cancel the hall`, `==>> cancel the hall (Pim)`, `👉 Everybody: read it`: an arrow before what somebody is to do."""
    match = _LEAD.match(text) if text[:4].lstrip("*_")[:1] in _BEGINNINGS else None
    given = _GIVEN.match(text, match.end()) if match else None
    if given and (owners := split_owners(plain(given["owners"]), names)) and all(names.knows(o) or is_group(o) for o in owners):
        return Mark("-->", 0, given.end(), given["owners"], given["number"])
    nobody = _NOBODY_YET.match(text, match.end()) if match else None
    if nobody and starts_with_verb(plain(text[nobody.end() :])):
        return Mark("-->", 0, nobody.end())
    if match is None:
        return None
    if _tells_somebody(text[match.end() :], names):
        return Mark("-->", 0, match.end())
    if (bold := _IN_BOLD.match(text, match.end())) is not None and _does(bold, names):
        return Mark("-->", 0, bold.start("next"), bold["owners"])
    short = _SHORT_NAMES.match(text, match.end())
    if short is None or short["next"].casefold() in _TELLING or is_past(short["next"].casefold()):
        return None
    owners = split_owners(short["owners"], names)
    return Mark("-->", 0, short.start("next"), short["owners"]) if owners and all(map(names.knows, owners)) else None


def _does(bold: re.Match[str], names: Names) -> bool:
    """Whether names in bold stand before what they do or are to do: no thing is, and none whose verb tells what it is."""
    owners = split_owners(bold["owners"], names)
    does = bold["next"] not in _TELLING and (bold["next"] in w.VERBS or bold["next"] == "to" or base_of(bold["next"]) != "")
    return does and bool(owners) and all(is_given(o.split()[0]) for o in owners)


_ALONE = late.compile(rf"[*_]{{0,3}}{ARROW}\s*(?P<owners>[^\W\d_@]?@?[\w.’'&/+, -]{{1,60}}?)[*_.\s]*$")


def arrow_alone(text: str, names: Names) -> Mark | None:
    """An arrow to known people on a line that says nothing else, below what they are to do: `→ Pim`."""
    match = _ALONE.match(text) if text[:4].lstrip("*_")[:1] in _BEGINNINGS else None
    owners = dated_owners(match["owners"], names) if match else ()
    known = bool(owners) and all(names.knows(o) or is_group(o) for o in owners)
    return Mark("-->", 0, len(text), match["owners"], trailing=True) if match and known else None


def inner_arrows(text: str, names: Names) -> Iterator[Mark]:
    """Each arrow behind other words and before what somebody known is to do: `The cable is gone. ➜ **Ralf brings one**`."""
    if not may_point(text):
        return
    for match in _WITHIN.finditer(text):
        told = plain(text[match.end() :])
        owned = find_owners(told, names, marked=True)
        if all(split_owners(without_charge(part.strip(" .")), names) for part in _BETWEEN.split(told)):
            continue  # `Scribes: Pim → Bo → Cy` are those who take turns; with `The hall is cold → Pim takes it` what stands before is told
        if owned is None or owned.start or (told[owned.end :].lstrip()[:1] == "(" and told.rstrip(" .")[-1:] == ")"):
            continue  # `the survey → @pim (until May)` is told before the arrow
        if is_past_of(told, owned):
            continue
        called = told[:1] == "@" and not starts_with_verb(told[owned.end :])
        if not called and all(names.knows(o) or is_group(o) for o in owned.owners):
            yield Mark("-->", match.start(), match.end())


def owners_before_arrow(text: str, names: Names) -> Mark | None:
    """`Pim → cancel the hall`: those who are to do something before an arrow; not `Pim → Bo`, which hands it over."""
    match = _BEFORE.match(text[:120]) if may_point(text[:120]) else None
    owners = split_owners(plain(match[1]), names) if match else ()
    rest = plain(text[match.end() :]) if match else ""
    if match is None or not owners or len(rest.split()) < 2 or split_owners(rest, names):
        return None
    known = all(names.knows(o) or is_group(o) for o in owners)
    named = not names.full and starts_with_verb(rest) and all(NAME_WORD.match(o) for o in owners)
    return Mark("-->", 0, match.end(), match[1]) if known or named else None


def told_behind_arrow(words: str, idiom: Idiom) -> Told | None:
    """How it went, told behind the last arrow of a marked line."""
    arrow = _LAST.search(words) if ">" in words or not words.isascii() else None
    if arrow is None:
        return None
    from tcsg.reading.outcome import find_outcome  # lazy: few lines tell a task and how it went

    told = find_outcome(f"x {plain(words[arrow.start() :])}", idiom)
    return replace(told, start=arrow.start(), end=len(words)) if told is not None else None


def _tells_somebody(text: str, names: Names) -> bool:
    """Whether what an arrow points to tells somebody to do something: at its head, or behind an order."""
    words = plain(text)
    owned = find_owners(words, names, marked=True)
    if owned is None or is_speech(words, names) or is_past_of(words, owned) or is_past(owned.owners[0]):
        return False  # `→ deferred to next week`
    known = all(names.knows(o) or is_group(o) for o in owned.owners)
    labelled = not known and owned.form == "label" and words[: owned.end].rstrip()[-1:] == ":"
    if labelled and any(names.knows(o) or is_given(o) for o in owned.owners) and all(NAME_WORD.match(o) for o in owned.owners):
        return owned.start == 0  # `→ Pim / Bo: cancel the hall`, where not both are listed
    called = known or (not names.full and all(NAME_WORD.match(o) for o in owned.owners))
    if owned.start:
        given = known and owned.form == "handle" and len(words) <= _SHORT  # `→ news post @pim`
        given = given or (known and owned.form == "parentheses" and has_digit(words[owned.start :]))  # `→ the firm mends the pin (by 5/6, Pim)`
        return given or (called and owned.form in _BEHIND and (starts_with_verb(words) or orders_abroad(words[: owned.start])))
    return known or owned.form == "to" or (called and owned.form in ("doing", "bracket"))
