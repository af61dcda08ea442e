"""Lines on paper to Markdown: which go on with the line above, which are titles, which are items of a list."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

from tcsg.documents.marks import PAGE, TAB, Depths, item
from tcsg.documents.mending import within_running_heads
from tcsg.documents.tables import Cell, pipe_table
from tcsg.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Table: TypeAlias = "tuple[tuple[Cell, ...], ...]"

_BULLET = re.compile(r"[•◦‣▪●○■□–—‐*§·-]$|[\ue100-\uf8ff]$|o$")
_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}[.)]?|[a-zA-Z][.)]|\([a-z0-9]{1,3}\)|[ivx]{1,5}[.)])$")
_HYPHENATED = re.compile(r"[^\W\d_]{2,}[-\u2010\u00ad]$")
_FULL = 0.65
"""The part of the page's width that the longest line takes where lines were broken at the margin."""
_SLACK = 3
"""Points by which indents of one level may differ."""


@frozen
class Word:
    """A word with where it begins and ends, and its letters' size, in points."""

    text: str
    x0: float
    x1: float
    size: float
    bold: bool


@dataclass(frozen=True)
class Line:
    """The words of a line, from left to right; `top` and `bottom` in points from the top of the page."""

    top: float
    bottom: float
    words: tuple[Word, ...]

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes = Counter[float]()
        for word in self.words:
            sizes[word.size] += len(word.text)
        return sizes.most_common(1)[0][0]

    @cached_property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return all(word.bold for word in self.words if any(map(str.isalnum, word.text)))

    @cached_property
    def mark(self) -> str | None:
        """The number of an item, "" for a bullet, None for a line that opens no item."""
        if len(self.words) < 2:
            return None
        first, second = self.words[0], self.words[1]
        parted = second.x0 - first.x1 > 0.15 * self.size
        if _BULLET.match(first.text) and parted:
            return ""
        wide = second.x0 - first.x1 > 0.5 * self.size or first.text[-1] in ".)"
        return first.text if _LABEL.match(first.text) and parted and wide else None

    @cached_property
    def tab(self) -> float:
        """From what gap on two words are parted by a tab: twice the letters' size, or much more than the line's other gaps."""
        gaps = [after.x0 - word.x1 for word, after in pairwise(self.words)]
        usual = median(gaps) if len(gaps) > 3 else 1.4 * self.size
        return min(max(usual * 1.5, usual + 0.15 * self.size), 1.6 * self.size)

    @property
    def text(self) -> str:
        """The words, for comparing."""
        return " ".join(word.text for word in self.words)


@frozen
class Page:
    """What stands on a page, from top to bottom, and how far from its top each begins, in points."""

    blocks: tuple[Line | Table, ...]
    tops: tuple[float, ...]
    width: float = 595


@frozen
class _Measure:
    """What is usual in a document, in points."""

    size: float
    leading: float
    right: float
    titles: tuple[float, ...]
    """The sizes of titles, the largest first."""
    words: frozenset[str]


def as_markdown(pages: Sequence[Page]) -> str:
    """The text of all pages, running heads and page numbers left out, tables that go over a page made whole."""
    kept = [
        page.blocks[within]
        for page, within in zip(
            pages, within_running_heads([[*zip(map(_told, page.blocks), page.tops, strict=True)] for page in pages], measured=True), strict=True
        )
    ]
    measure = _measure([[b for b in blocks if isinstance(b, Line)] for blocks in kept], max(page.width for page in pages))
    depths = Depths()
    out: list[str] = []
    for blocks in _whole_tables(kept):
        out += [*_blocks(blocks, measure, depths), PAGE]
    return "\n\n".join(out)


def _told(block: Line | Table) -> str:
    return block.text if isinstance(block, Line) else " ".join(cell.line for row in block for cell in row) or "|"


def _whole_tables(pages: Sequence[Sequence[Line | Table]]) -> list[list[Line | Table]]:
    """The pages with a table that goes on over the next page, of as many columns, in one piece; a head that comes again is left out."""
    out: list[list[Line | Table]] = []
    for page in pages:
        blocks = list(page)
        above = next((p for p in reversed(out) if p), None)
        if above and blocks and isinstance(last := above[-1], tuple) and isinstance(first := blocks[0], tuple) and len(last[0]) == len(first[0]):
            again = [c.text for c in first[0]] == [c.text for c in last[0]]
            above[-1] = (*last, *first[1 if again else 0 :])
            blocks = blocks[1:]
        out.append(blocks)
    return out


def _measure(pages: Sequence[Sequence[Line]], width: float) -> _Measure:
    lines = [line for page in pages for line in page]
    letters = Counter[float]()
    for line in lines:
        letters[line.size] += len(line.text)
    size = letters.most_common(1)[0][0] if letters else 10
    right = max((line.words[-1].x1 for line in lines if line.size == size), default=0)
    if right < width * _FULL:  # no line is long enough to tell: the margins are alike
        right = width - min((line.words[0].x0 for line in lines), default=0)
    steps = [
        below.top - above.top
        for page in pages
        for above, below in pairwise(page)
        if above.size == below.size == size and below.mark is None and _is_full(above, below, right)
    ]
    titles = sorted({line.size for line in lines if line.size > size * 1.08}, reverse=True)
    words = frozenset(word.text.strip(".,;:()").casefold() for line in lines for word in line.words)
    return _Measure(size, median(steps) if steps else size * 1.3, right, tuple(titles), words)


def _is_full(above: Line, below: Line, right: float) -> bool:
    """Whether the first word of a line would not have had room on the line above."""
    first = below.words[0]
    return above.words[-1].x1 + 0.2 * above.size + (first.x1 - first.x0) > right - 1


def _blocks(blocks: Sequence[Line | Table], measure: _Measure, depths: Depths) -> Iterator[str]:
    paragraph: list[Line] = []
    for block in blocks:
        if isinstance(block, Line) and paragraph and _goes_on(paragraph, block, measure):
            paragraph.append(block)
            continue
        if paragraph:
            yield _paragraph(paragraph, measure, depths)
        paragraph = [block] if isinstance(block, Line) else []
        if not isinstance(block, Line):
            depths.end()
            yield pipe_table(block)
    if paragraph:
        yield _paragraph(paragraph, measure, depths)


def _goes_on(paragraph: Sequence[Line], line: Line, measure: _Measure) -> bool:
    """Whether a line goes on with the paragraph above it."""
    last, first = paragraph[-1], paragraph[0]
    if line.mark is not None or abs(line.size - last.size) > 0.6 or (last.bold and not line.bold and len(paragraph) == 1):
        return False
    if line.bold and not last.words[-1].bold and line.words[0].text[:1] not in "([":  # (Action AB) may be all that is on the last line
        return False
    leading = measure.leading if line.size == measure.size else line.size * 1.5
    if not 0 < line.top - last.top <= leading * 1.15:
        return False
    hanging = first.words[1].x0 if first.mark is not None else None
    if hanging is not None and abs(line.words[0].x0 - hanging) <= _SLACK:
        return True
    return _is_full(last, line, measure.right)


def _paragraph(lines: Sequence[Line], measure: _Measure, depths: Depths) -> str:
    first = lines[0]
    title = next((n for n, size in enumerate(measure.titles, 1) if abs(size - first.size) < 0.1), None)
    if title is not None:
        depths.end()
        return f"{'#' * min(title, 6)} {_words(lines, measure, emphasis=False)}"
    if first.bold and len(lines) <= 2:
        depths.end()
        return f"**{_words(lines, measure, emphasis=False)}**"
    if first.mark is None:
        depths.end(first.words[0].x0)
        return _words(lines, measure, emphasis=True)
    inner = Line(first.top, first.bottom, first.words[1:])
    return item(first.mark, depths.of(first.words[0].x0, _SLACK)) + _words([inner, *lines[1:]], measure, emphasis=True)


def _words(lines: Sequence[Line], measure: _Measure, *, emphasis: bool) -> str:
    """The words of a paragraph in one line: a tab where they stand far apart, marks of bold where `emphasis` is wanted."""
    out: list[str] = []
    bold = False
    for line in lines:
        before: Word | None = None
        for word in line.words:
            gap = "" if not out else TAB if before and word.x0 - before.x1 > line.tab else " "
            if out and before is None and _HYPHENATED.search(out[-1]):
                gap = ""
                if (out[-1].rstrip("*")[:-1].split()[-1] + word.text.strip(".,;:()")).casefold() in measure.words:
                    out[-1] = out[-1][:-1]
            if emphasis and word.bold != bold:
                gap = f"**{gap}" if bold else f"{gap}**"
                bold = word.bold
            out.append(gap + _escaped(word.text))
            before = word
    return "".join(out) + ("**" if bold else "")


def _escaped(word: str) -> str:
    return re.sub(r"[*\\`]|<(?=[\w/!?])", lambda match: "\\" + match[0], word)
