"""What a page leaves in its text and minutes have no use for: hidden characters, running heads, sentences cut by the end of a page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import normalize

from tcsg.documents.marks import PAGE, shown, without_gaps

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
_PAGE_NUMBER = re.compile(r"(?:page|seite|p\.) ?\d{1,4}(?:(?: ?(?:of|von|sur|/) ?)\d{1,4})?$|\d{1,4}$|[-–—] ?\d{1,4} ?[-–—]$|\d{1,4} ?/ ?\d{1,4}$", re.IGNORECASE)
_SURE_NUMBER = re.compile(r"(?:page|seite) \d{1,4}(?: (?:of|von|sur|/) \d{1,4})?$", re.IGNORECASE)
_ENDS = tuple(".:;!?")
_EDGE = 3
"""Lines at the top or the bottom of a page that may be its running head."""


def characters(text: str) -> str:
    r"""The text with plain blanks and hyphens, without soft hyphens, zero-width, control and ligature characters; accents composed."""
    return normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").translate(_CHARACTERS))


def mended(markdown: str) -> str:
    """Markdown from a document, with its marks as text: one blank line at most, no page breaks, the list of Word as lists."""
    text = characters(markdown)
    text = without_gaps(_whole(text))
    lines = (line.rstrip() for line in shown(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _whole(text: str) -> str:
    """The text without its page breaks; a sentence that one cut in two is one again, also when it stood in a list."""

    def joined(match: re.Match[str]) -> str:
        before, gap, after = match[1], match[2], match[3]
        if "\n" in gap and not before.endswith(_ENDS) and after.islower():
            return f"{before} {after}"
        return f"{before}{gap.replace(PAGE, '')}{after}"

    return re.sub(rf"(\S)([ \t\n\\]*{PAGE}[ \t\n\\{PAGE}]*)(\S)", joined, text).replace(PAGE, "")


def within_running_heads(pages: Sequence[Sequence[str]]) -> list[slice]:
    """The lines of each page between its running head and foot: what stands there on other pages too, but for its numbers."""
    told = [[(n, line) for n, line in enumerate(page) if line.strip()] for page in pages]
    tops, bottoms = (_repeated([[line for _, line in page][::side][:_EDGE] for page in told]) for side in (1, -1))
    found = []
    for page in told:
        lines = [line for _, line in page]
        kept = page[_edge(lines, tops) : len(page) - _edge(lines[::-1], bottoms)]
        found.append(slice(kept[0][0], kept[-1][0] + 1) if kept else slice(0, 0))
    return found


def _repeated(edges: Sequence[Sequence[str]]) -> frozenset[str]:
    """The lines, numbers left out, that are on at least two pages, and on half of them."""
    seen = Counter(key for lines in edges for key in set(map(_key, lines)))
    return frozenset(key for key, count in seen.items() if count >= max(2, (len(edges) + 1) // 2))


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _edge(page: Sequence[str], repeated: frozenset[str]) -> int:
    """How many lines at the begin of a page are its running head."""
    count = 0
    for line in page[:_EDGE]:
        if not (_key(line) in repeated or _PAGE_NUMBER.match(line.strip())):
            break
        count += 1
    return count


def text_pages(text: str) -> str:
    """Plain text without the running heads of its pages, which form feeds part, and without lines that only number a page."""
    if "\f" in text:
        pages = [page.split("\n") for page in text.split("\f")]
        text = f"\n{PAGE}\n".join("\n".join(page[kept]) for page, kept in zip(pages, within_running_heads(pages), strict=True))
    return "\n".join(line for line in text.split("\n") if not _SURE_NUMBER.match(line.strip()))
