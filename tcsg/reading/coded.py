"""The number of an action, or its mark, and whose it is, in brackets: `PB to sign it. [A23-1, PB]`, `[A23-1 PB] Sign it`, `[PB TODO] Sign it`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.marks import Mark
from tcsg.reading.naming import may_own, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.text import has_digit
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_PARTED = r"\s?(?:[,:;/|]\s?|\s[–—-]\s|\s)"
_CODE = r"#?(?P<code{0}>(?:(?:AI|AP|AR|A|ACT)[-. ]?)?\d{{1,4}}[-./]\d{{1,4}}(?:[-./]\d{{1,4}})?|(?:AI|AP|ACT)[-. ]?\d{{1,4}}|A-?\d{{2,4}})"
_OWNERS = r"(?P<owners{0}>[^\W\d_@]?@?[^()\[\]\d:;]{{1,60}}?)"
_CODED = late.compile(
    rf"\s+[*_]{{0,3}}[(\[][*_]{{0,3}}(?:{_CODE.format(1)}{_PARTED}{_OWNERS.format(1)}|{_OWNERS.format(2)}{_PARTED}{_CODE.format(2)})"
    r"[*_]{0,3}[)\]][*_]{0,3}(?=[\s.;,]|$)"
)

_AHEAD = late.compile(
    r"[*_]{0,3}[(\[][*_]{0,3}#?(?P<code>(?!\d{4}-\d\d-\d\d)(?:[A-Za-z]{1,8}[-.]?)?\d{1,4}(?:[-./]\d{1,4}){1,2}|[A-Z]{1,8}[-.]\d{1,4})"
    rf"{_PARTED}(?P<owners>[^()\[\]\d:;]{{2,60}}?)[*_]{{0,3}}[)\]][*_:]{{0,4}}\s+(?=\S)"
)
"""The same before the task."""
_MARKED = late.compile(
    r"[*_]{0,3}[(\[](?P<owners>[^()\[\]\d:;]{2,60}?)(?:\s|:\s?|\s[–—-]\s)"
    r"(?P<word>TODO|To-?do|todo|(?:ACTION|[Aa]ction)(?: [Ii]tem| [Pp]oint)?|AI|AP)[)\]][*_:]{0,4}\s+(?=\S)"
)
"""A mark behind whose it is, before the task."""


def leading_code(text: str, names: Names) -> Mark | None:
    """`[A23-1 PB] Sign the policy`: a bracket with a number or a mark and people who are sure, before what they are to do."""
    if text[:4].lstrip("*_")[:1] not in ("[", "("):
        return None
    if (marked := _MARKED.match(text)) is not None:
        owners = split_owners(plain(marked["owners"]), names)
        sure = owners and all(may_own(o, names) or is_given(o.casefold()) for o in owners)
        return Mark(marked["word"], 0, marked.end(), marked["owners"]) if sure else None
    match = _AHEAD.match(text)
    owners = split_owners(plain(match["owners"]), names) if match else ()
    if match is None or not owners or not all(may_own(o, names) for o in owners):
        return None
    told = plain(text[match.end() :])
    return Mark(match["code"], 0, match.end(), match["owners"], match["code"]) if starts_with_verb(told) or told.startswith("to ") else None


def may_hold_code(text: str) -> bool:
    """Whether a bracket with a number in it closes a text, which most texts have not."""
    end = text[-40:].rstrip(" .*_")
    return end[-1:] in ("]", ")") and has_digit(end) and ("[" in end or "(" in end)


def coded_marks(text: str, names: Names) -> Iterator[Mark]:
    """Each bracket behind a sentence that holds the number of an action and people who are sure."""
    for match in _CODED.finditer(text):
        owners = match["owners1"] or match["owners2"]
        named = split_owners(plain(owners), names)
        if named and all(may_own(o, names) for o in named):
            code = match["code1"] or match["code2"]
            yield Mark(code, match.start() + 1, match.end(), owners, code, trailing=True)
