"""Marks at the head of a line without a colon, known by what stands behind them.

`Action item Pim will order the rope`, `todo Pim to order the rope`, `action - Pim: order the rope`, `Agreed action – order the rope (Pim)`,
`Action Pim re the rope`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.marks import COMPOUNDS, Mark
from tcsg.reading.naming import is_group, split_owners
from tcsg.reading.orders import is_told, starts_with_verb
from tcsg.reading.owned import is_past_of
from tcsg.reading.owners import find_owners
from tcsg.reading.running import LABELS
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_MARK = late.compile(
    r"[*_]{0,3}[@#]?(?:(?P<label>[A-Z][a-z]{2,14}) )?"
    r"(?P<word>(?:[Aa]ction|ACTION)(?P<kind> (?:[Ii]tem|[Pp]oint|ITEM|POINT))?|[Tt]o-?[Dd]o|TO-?DO|(?<=[*_])(?:[Tt]ask|TASK)(?=[*_]))[*_]{0,3}"
    r"(?P<sign>\s?[–—-]{1,2}(?=\s)|[;,]|\.{3}|…|\s?=>|\sby)?\s+(?=[*_@\[(]{0,4}[^\W\d_])"
)
_ABOUT = late_names(
    r"(?:(?:[Oo]n|[Ff]or) )?(?P<owners>@?[A-Z][\w’'-]{0,30}(?:(?:,| and| &|/)? ?@?[A-Z][\w’'-]{0,30}){0,4})"
    r"\s(?=(?:re|about|concerning|on|regarding|with)[\s:])"
)
"""Somebody, and what the action is about: `Pim re the rope`."""
_SET = frozenset("@#*_")
"""With one of these before it a word is typed as a mark."""
_BEHIND = frozenset(("parentheses", "bracket", "handle", "dash"))
"""How owners may stand behind an order: `Order the rope (Pim)`."""
_NOUNED = frozenset("of from on for and or".split())
"""Behind a verb they make it a part of a title: `Action item report from Pim`."""


def unsigned_mark(text: str, names: Names) -> Mark | None:
    """The mark before somebody known who is to do something, or before an order: of somebody known, unless nothing else can be meant."""
    found = (
        _MARK.match(text) if "ction" in text[:24] or "ACTION" in text[:24] or any(map(text[:10].casefold().__contains__, ("do", "task"))) else None
    )
    if found is None or (found["label"] and found["label"].casefold() not in LABELS):
        return None
    told = plain(text[found.end() :])
    mark = Mark(found["word"], 0, found.end())
    about = None if found["sign"] else _ABOUT.match(text, found.end())
    if about is not None and all(map(names.knows, split_owners(about["owners"], names) or ("",))):
        return Mark(found["word"], 0, about.end(), about["owners"])
    owned = find_owners(told, names, marked=True)
    if found["word"][:2].casefold() == "ta" and (owned is None or owned.form != "to"):
        return None  # `**Task** the roof` may be a topic
    known = owned is not None and all(names.knows(o) or is_group(o) for o in owned.owners)
    if owned is not None and owned.start == 0:
        rest = told[owned.end :].lstrip(" :")
        if found["sign"] == " by" and owned.form != "to":
            return None  # `Action by Pim ring the smith`: see `closing`
        does = owned.form == "to" or is_told(rest) or (owned.form == "doing" and bool(found["sign"]))
        return mark if known and does and rest and not is_past_of(told, owned) else None
    if not _is_order(told) or found["sign"] == " by":
        return None
    closed = known and owned is not None and owned.form in _BEHIND and told[owned.end :].strip(" .)]") == ""
    meant = found["kind"] or (found["sign"] and found["word"][0] in "aA") or text[0] in _SET
    return mark if closed or (meant and len(told.split()) > 2) else None


def _is_order(told: str) -> bool:
    first, *more = [word.casefold().strip(",.:") for word in told.split(None, 2)[:2]]
    return starts_with_verb(told) and first not in COMPOUNDS and first not in w.QUALIFIERS and _NOUNED.isdisjoint(more)
