"""What a page leaves in its text and minutes have no use for: hidden characters, running heads, sentences cut by the end of a page."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import normalize

from tcsg.documents.marks import PAGE, shown, without_gaps
from tcsg.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANKS = dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")
_HIDDEN = dict.fromkeys(
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff\ufffc\ufff9\ufffa\ufffb"
)
_CONTROLS = {chr(code): None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\f"}
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
_CHARACTERS = str.maketrans(
    {**_BLANKS, **_HIDDEN, **_CONTROLS, **_LIGATURES, "\u2011": "-", "\u000b": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n"}
)
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.) ?\d{1,4}(?:(?: ?(?:of|von|sur|/) ?)\d{1,4})?$|\d{1,4}$|[-–—] ?\d{1,4} ?[-–—]$|\d{1,4} ?/ ?\d{1,4}$", re.IGNORECASE
)
_SURE_NUMBER = re.compile(r"(?:page|seite) \d{1,4}(?: (?:of|von|sur|/) \d{1,4})?$", re.IGNORECASE)
_EMPTY_BREAK = re.compile(r"(?m)^[ \t]*\\$|(?<!\\)\\$(?=\n*\Z|\n[ \t]*\n)")
"""A line break with nothing above it, or nothing below."""
_PARTED = 1.4
"""By how much the step between a running head and the text is larger than a usual step between lines."""
_STEP = 20
"""Points of the largest step between lines that is taken for usual."""
_SLACK = 2
"""Points between the places of a running head on two pages."""
Printed: TypeAlias = "tuple[str, float]"
"""A line, and how far from the top of the page it stands: in points, or in lines."""
_ENDS = tuple(".:;!?")
_EDGE = 3
"""Lines at the top or the bottom of a page that may be its running head."""


def characters(text: str) -> str:
    r"""The text with plain blanks and hyphens, without soft hyphens, zero-width, control and ligature characters; accents composed."""
    return normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").translate(_CHARACTERS))


def mended(markdown: str) -> str:
    """Markdown from a document, with its marks as text: one blank line at most, no page breaks, the list of Word as lists."""
    text = characters(markdown)
    text = _whole(without_gaps(text))  # in this order: where a page ended within a list, a blank line stays
    text = "\n".join(line.rstrip() for line in shown(text).split("\n"))
    text = _EMPTY_BREAK.sub("", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _whole(text: str) -> str:
    """The text without its page breaks; a sentence that one cut in two is one again, also when it stood in a list."""

    def joined(match: re.Match[str]) -> str:
        before, gap, after = match[1], match[2], match[3]
        if "\n" in gap and not before.endswith(_ENDS) and after.islower():
            return f"{before} {after}"
        return f"{before}{gap.replace(PAGE, '')}{after}"

    return re.sub(rf"(\S)([ \t\n\\]*{PAGE}[ \t\n\\{PAGE}]*)(\S)", joined, text).replace(PAGE, "")


def within_running_heads(pages: Sequence[Sequence[Printed]], *, measured: bool) -> list[slice]:
    """The lines of each page between its running head and foot.

    That is what stands at the edge of other pages too, but for its numbers, parted from the text by more than the usual step;
    where places are `measured` on paper, at the same place.
    """
    told = [[_Edged(n, line, place) for n, (line, place) in enumerate(page) if line.strip()] for page in pages]
    tops, bottoms = [page[:_EDGE] for page in told], [page[::-1][:_EDGE] for page in told]
    steps = sorted(below.place - above.place for page in told for above, below in pairwise(page))
    parted = _PARTED * min(steps[len(steps) // 4] if steps else 0, _STEP if measured else 1)
    found: list[slice] = []
    for page in told:
        top = _edge(page, tops, parted, measured=measured)
        kept = page[top : len(page) - _edge(page[top:][::-1], bottoms, parted, measured=measured)]
        found.append(slice(kept[0].at, kept[-1].at + 1) if kept else slice(0, 0))
    return found


@frozen
class _Edged:
    at: int
    line: str
    place: float

    @property
    def key(self) -> str:
        """What is the same on all pages: the words, and that there are numbers."""
        return re.sub(r"\d+", "0", " ".join(self.line.split()))


def _edge(page: Sequence[_Edged], edges: Sequence[Sequence[_Edged]], parted: float, *, measured: bool) -> int:
    """How many lines at the begin of `page` are its running head: those on at least two pages, and on most of them; and page numbers."""
    needed = max(2, (len(edges) * 3 + 4) // 5)
    count = 0
    for one in page[:_EDGE]:
        seen = sum(any(one.key == o.key and (not measured or abs(one.place - o.place) <= _SLACK) for o in edge) for edge in edges)
        if seen < needed and not _PAGE_NUMBER.match(one.line.strip()):
            break
        count += 1
    while 0 < count < len(page) and abs(page[count].place - page[count - 1].place) < parted:
        count -= 1
    return count


def text_pages(text: str) -> str:
    """Plain text without the running heads of its pages, which form feeds part, and without lines that only number a page."""
    if "\f" in text:
        pages = [page.split("\n") for page in text.split("\f")]
        kept = within_running_heads([[*zip(page, range(len(page)), strict=True)] for page in pages], measured=False)
        text = f"\n{PAGE}\n".join("\n".join(page[lines]) for page, lines in zip(pages, kept, strict=True))
    return "\n".join(line for line in text.split("\n") if not _SURE_NUMBER.match(line.strip()))
