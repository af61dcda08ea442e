"""Numbers, letters and pictures that open what somebody is to do: `A2: Pim to row`, `**A22-1** (Tom) Order the rope`, `📌 Pim to row`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.arrows import owners_before_arrow
from tcsg.reading.markdown import plain
from tcsg.reading.marks import Mark
from tcsg.reading.naming import INITIALS, may_own, split_owners
from tcsg.reading.orders import orders, starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.shares import is_speech
from tcsg.reading.text import has_digit
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_LETTERED = late.compile(r"[*_]{0,3}(?!A\.\s)(A|AP|AI)[-.]?(\d{0,3}(?:\.\d{1,3})?)[*_]{0,3}[:.)][*_]{0,3}\s+")
_BARE = late.compile(r"(A)()\s+(?=\(?[A-Z@][\w.'’/&, +-]{1,40}\)?:\s)")
"""The letter alone before whose it is and a colon: `A Pim: cancel the hall`."""
_NUMBERED = late.compile(
    r"(?P<open>[*_]{0,3}[\[(]?)(?P<word>A|AP|AI|AR)?[-.]?(?P<number>(?!\d{4}-\d\d-\d\d)\d{1,4}(?:[./-]\d{1,4}){0,2})(?P<closed>[*_\])]{0,4})\s?"
    r"[(\[](?P<owners>[^()\[\]]{2,60})[)\]][*_]{0,3}(?P<parted>\s?[:.–—-])?[*_]{0,3}\s+(?=\S)"
)
_CODED = late.compile(
    r"(?P<open>[*_\[(]{0,3})(?P<word>A|AP|AI|AR)[-.]?(?P<number>\d{1,4}(?:[./-]\d{1,3})?)(?P<closed>[*_\])]{0,3})"
    r"(?:\s+|\s?(?P<dash>[–—-]{1,2})\s+)(?=[*_@]{0,3}[^\W\d_])"
)
_PLACED = late.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}[.)]?\s+(?=[*_\[(]{0,3}A)")
"""The number of a paragraph of the minutes before that of the action: `2.2 **A25/41** Tom to order the rope`."""
_TALKED = frozenset("discuss present introduce consider note welcome review update report announce share talk open close vote approve check".split())
"""What is done at the meeting itself, as an agenda numbers it: `A2: Approve the budget (Pim)`."""
_STOPS = frozenset(":.)")
_NEAR = 20
"""Characters in which a letter has its number, and what stands behind that."""
_HEADS = frozenset("A-.")
_PICTURES = "\u2190"
"""With one of these letters, with a digit or from this letter on such a mark begins, whatever opens before it."""
_SIGNS_OF_STATUS = frozenset("✅☑☒☐✔✓❌✖✗✘")


def lettered(text: str, names: Names) -> Mark | None:
    """`A2: Pim to cancel the hall`: a letter before somebody who is to do something."""
    head = text.lstrip("*_[(")[:1]
    if not (head in _HEADS or head.isdigit() or text[:1] >= _PICTURES):
        return None  # most lines
    if text[:1].isdigit() and (placed := _PLACED.match(text)) is not None and (coded := _coded(text[placed.end() :], names)) is not None:
        return replace(coded, end=coded.end + placed.end())
    match = _LETTERED.match(text) if text[:4].lstrip("*_")[:1] == "A" and not _STOPS.isdisjoint(text[:_NEAR]) else None
    match = _BARE.match(text) if match is None and text[:2] == "A " else match
    if match is None:
        return _numbered(text, names) or _coded(text, names) or _signed(text, names)
    told = plain(text[match.end() :])
    owned = find_owners(told, names)
    known = owned is not None and all(names.knows(o) or o.casefold() in w.EVERYBODY for o in owned.owners) and not is_speech(told)
    meant = owned is not None and owned.start == 0 and (known or (owned.form == "to" and text[1] != " "))
    if owned is not None and owned.start and known and owned.form == "parentheses" and match[2] and ":" in match[0]:
        meant = orders(told) and told.split(maxsplit=1)[0].casefold() not in _TALKED  # `A2: Order the paint (Pim)`
    return Mark(match[1], 0, match.end(), number=match[2] or None) if meant else None


def _numbered(text: str, names: Names) -> Mark | None:
    """`A-14 (Tom): order the rope`, `**A22-1** (Tom) Order the rope`: the number of an action, and in brackets whose it is."""
    match = _NUMBERED.match(text) if not text[:6].lstrip("*_[(A")[:1].isalpha() else None
    owners = split_owners(match["owners"], names) if match else ()
    if match is None or not owners or (match["closed"] == "" and match["open"][-1:] in ("[", "(")):
        return None
    if match["parted"] is None or match["word"] is None:
        set_off = match["open"] and has_digit(match["number"].lstrip("0123456789"))
        sure = all(may_own(o, names) for o in owners)
        if not sure or not (starts_with_verb(plain(text[match.end() :])) or text.startswith("to ", match.end())) or not (set_off or match["word"]):
            return None
    return Mark(match["word"] or match["number"], 0, match.end(), match["owners"], match["number"])


def _coded(text: str, names: Names) -> Mark | None:
    """`**AP47.1** Ann to row`, `A3.2 JW will row`, `*A3.2 – All – row*`: the number of an action before who is to do it."""
    match = _CODED.match(text) if text[:4].lstrip("*_")[:1] == "A" and has_digit(text[:_NEAR]) else None
    owned = find_owners(plain(text[match.end() :]), names, marked=True) if match else None
    if match is None or owned is None or owned.start or owned.form not in (("to", "label") if match["dash"] else ("to",)):
        return None
    if owned.form == "label" and not all(names.knows(o) or o.casefold() in w.EVERYBODY for o in owned.owners):
        return None  # `A4 – paper – two boxes`
    set_off = match["open"] and (match["closed"] or text[-1:] == match["open"][:1])
    meant = set_off or all(may_own(o, names) for o in owned.owners)
    return Mark(match["word"], 0, match.end(), number=match["number"]) if meant else None


def _signed(text: str, names: Names) -> Mark | None:
    """`📌 Pim to cancel the hall`: a picture before somebody known who is to do something."""
    sign, _, rest = text.partition(" ")
    if not 1 <= len(sign) <= 3 or sign[0] < _PICTURES or sign[0] in _SIGNS_OF_STATUS:
        return None
    from unicodedata import category  # lazy: few bullets begin so

    if category(sign[0]) != "So":
        return None
    if (arrow := owners_before_arrow(rest, names)) is not None:
        return replace(arrow, word=sign, end=len(sign) + 1 + arrow.end)
    owned = find_owners(plain(rest), names)
    meant = owned is not None and owned.start == 0 and owned.form == "to" and all(names.knows(o) or INITIALS.match(o) for o in owned.owners)
    return Mark(sign, 0, len(sign) + 1) if meant else None
