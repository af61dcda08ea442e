"""Who else has a part in a task, told behind the verb: `Ann to row and Bo to steer`, `Ann to read the first half, Bo the rest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.before_to import closes_series
from tcsg.reading.naming import INITIALS, is_sure, split_owners
from tcsg.reading.text import late_names

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_TOO = late_names(
    r"(?:[,;]|\s(?:and|–))\s+(?:and\s+)?([A-Z][\w/&.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,2})"
    r"\s+(?:as well|too|likewise|also|the (?:rest|others?|other \w+|remaining \w+|remainder|second \w+))\b"
)
"""Who has the other part: `Ann to read the first part, Bo the rest`."""
_AND_TO = late_names(
    r"(?:[,;]\s+(?:and\s+|while\s+)?|(?<=[a-z\d])\s+(?:and|while)\s+)"
    r"([A-Z][\w/&.’'-]{0,30}(?:(?: and |, ?| )[A-Z][\w.’'-]{0,30}){0,3})\s+(?:to|will)\s(?!(?:be|help|assist|support)\b)"
)
"""Who has a task beside it; those who are only to help have none."""
_TELLING = frozenset("ask tell remind invite help encourage get advise email call contact request".split())
"""Behind these verbs `and Bo to row` goes on with what others are told."""
_PARTS = ("as well", "too", "likewise", "also", "rest", "other", "others", "remainder", "part", "half", "one", "ones")
"""Last words of what somebody else has of a task."""


_BESIDE = late_names(r"\((?:[Aa]nd|[Ww]ith|[Tt]ogether with|&|\+) (?:\*\*)?([A-Z@][\w.’' ,&/-]{0,60}?):?(?:\*\*)?:?\) ")


def beside(text: str, above: tuple[str, ...], names: Names) -> tuple[str, str]:
    """Those `above` with who is named beside them where their task begins, and that: `(and Bo) row the boat` below `Ann`; "" where nobody is."""
    found = _BESIDE.match(text) if above else None
    also = split_owners(found[1], names) if found is not None else ()
    if found is None or not also or not all(is_sure(o, names) for o in also):
        return "", text
    return ", ".join((*above, *also)), text[found.end() :]


def _goes_on(rest: str) -> bool:
    """Whether somebody else may come behind a verb: it is none of telling somebody to do something, or a comma stands there."""
    if "," in rest or ";" in rest:
        return True
    told = rest.split(maxsplit=1)[0].casefold() if rest.strip() else ""
    return (" and " in rest or " while " in rest) and told not in _TELLING


def others(text: str, at: int, names: Names) -> tuple[str, ...]:
    """The people behind the verb at `at` who have a part; those whom somebody is to ask or tell have none."""
    rest = text[at:]
    also = _AND_TO.finditer(text, at) if (" to " in rest or " will " in rest) and _goes_on(rest) else ()
    too = _TOO.finditer(text, at) if rest.rstrip(". ").endswith(_PARTS) else ()
    if not also and not too:
        return ()
    return tuple(
        o
        for m in (*also, *too)
        if not closes_series(text, m.start())
        for o in split_owners(m[1], names)
        if is_sure(o, names) or (INITIALS.match(o) and not m[0][0].isspace())
    )
