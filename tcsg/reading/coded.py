"""The number of an action and whose it is, in brackets behind the sentence: `PB to sign the policy. [A23-1, PB]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.marks import Mark
from tcsg.reading.naming import INITIALS, is_group, split_owners

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


def may_hold_code(text: str) -> bool:
    """Whether a bracket with a number in it closes a text, which most texts have not."""
    end = text[-40:].rstrip(" .*_")
    return end[-1:] in ("]", ")") and any(map(str.isdigit, end)) and ("[" in end or "(" in end)


def coded_marks(text: str, names: Names) -> Iterator[Mark]:
    """Each bracket behind a sentence that holds the number of an action and people who are sure."""
    for match in _CODED.finditer(text):
        owners = match["owners1"] or match["owners2"]
        named = split_owners(plain(owners), names)
        if named and all(names.knows(o) or INITIALS.match(o) or is_group(o) for o in named):
            code = match["code1"] or match["code2"]
            yield Mark(code, match.start() + 1, match.end(), owners, code, trailing=True)
