"""Titles as other markup than Markdown writes them: those of wikis, HTML, LaTeX, Doxygen, and underlined as in reStructuredText."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST = 4096
"""No pattern sees more of a line than this many characters."""

_TITLED = late.compile(r"(={1,6})(?: ([^=]{1,200}?)(?: \1)?|([^=\s][^=]{0,200}?)\1)$")
"""A title of a wiki: `== Actions ==`, `==Actions==`."""
_HEADED = late.compile(r"<h([1-6])(?: [^<>]{0,200})?>(.{1,400}?)</h\1>$", re.IGNORECASE)
_COUNTED = late.compile(r"h([1-6])\.\s+(.{1,200})$")
"""A title of Textile: `h2. Actions`."""
_COUNTED_AT = late.compile(r"\nh[1-6]\. ")
_UNSPACED = late.compile(r"(#{1,6})(?=[A-Z*_\d])[^#]{1,200}$")
"""A title without the blank that Markdown once did without: `##Actions`."""
_UNSPACED_AT = late.compile(r"\n#{2,6}[A-Z*_]")
_SPACED_AT = late.compile(r"\n#{1,6} ")
_SECTION = late.compile(r"\\((?:sub){0,2})section(?:\*?\{([^{}]{1,200})\}|\s+\w{1,60}\s+(.{1,200}))$")
r"""A title of LaTeX or Doxygen: `\section{Actions}`, `\section actions Actions`."""
_SHORTCODE = late.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?!\w)")
"""A picture sign by its name: `:muscle:`."""
_ATTRIBUTES = late.compile(r"\s*\{:?\s?[#.][^{}]{0,100}\}$")
"""What pandoc and kramdown say of a title: `## Actions {#actions .unnumbered}`."""
_LINKED = late.compile(r"\[([^\[\]]{1,200})\]\(#[^()\s]{0,200}\)")
"""A title that links to itself."""
_UNDERLINE = late.compile(r"\n([^\w\s])\1\1(?:\1{1,197}|(?<=[~^]))[ \t]*(?=\n|$)")
_SHORT = 3
"""Signs below a title as short as `AOB`, which may be a fence."""
_UNTITLED = (" ", "\t", ">", "|", "- ", "+ ", "* ", "~~~", "```")
"""What begins other lines than titles, which may begin with a picture, a link or bold."""
_UNDERLINING = frozenset("~^*+\"'=#─═━╌┄┈-")
"""The signs of which it is made."""
_NUMBERED = late.compile(r"\d{1,2}[.)] \S")
_LEVELS = {"=": 1, "*": 1, "#": 1, "═": 1, "━": 1}
"""The level of a title between two lines, by their sign."""
_DEEPER = 3
"""The level of every other: below the two that Markdown underlines."""
_ORG = late.compile(r"(?:^|\n)#\+(?:title|author|date|startup|options|filetags):", re.IGNORECASE)
"""What only org mode has at the head of a page."""
_STARS = late.compile(r"\*{1,6} \S")
_TITLES_AT = late.compile(r"\n(?:#{1,6} |={1,6} \S|h[1-6]\. |[=-]{3,}[ \t]*\n)")
"""What marks titles otherwise."""
_WORDS = 14
"""Words of a title."""
_FEW = 8
"""Titles among which one may be longer."""
_SEVERAL = 3
"""Titles behind `>` that are more than a quotation."""
_NEAR = 4
"""Lines below a title of which the first that is not blank tells what it heads."""
_SLACK = 3
"""Signs by which an underline may be longer than its title."""


def line_titles(text: str, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Line and level of each title that is marked in its own line; lines count from 0."""
    begun = f"\n{text}"  # a pattern that begins with one letter is looked for fast
    unspaced = _UNSPACED_AT.search(begun) is not None and not _SPACED_AT.search(begun)
    if not (unspaced or "=" in text or "<h" in text or "section" in text or _COUNTED_AT.search(begun)):
        return
    for n, raw in enumerate(lines):
        line = raw.lstrip(" ") if raw[:1] == " " and raw[:4] != "    " else raw
        first = line[:1]
        if first == "=" and (titled := _TITLED.match(line[:_LONGEST].strip())):
            yield n, len(titled[1])
        elif unspaced and first == "#" and (hashed := _UNSPACED.match(line[:_LONGEST].strip())):
            yield n, len(hashed[1])
        elif first == "h" and (counted := _COUNTED.match(line[:_LONGEST].strip())):
            yield n, int(counted[1])
        elif first == "\\" and (section := _SECTION.match(line[:_LONGEST].strip())):
            yield n, 1 + len(section[1]) // len("sub")
        elif "<h" in line[:40] and (headed := _HEADED.match(line[:_LONGEST].strip())):
            yield n, int(headed[1])


def underlined(text: str, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Line and level of each title with a line of signs below it that Markdown takes for something else."""
    n = start = 0
    for found in _UNDERLINE.finditer(text):
        if found[1] not in _UNDERLINING:
            continue
        n += text.count("\n", start, found.start() + 1)
        start = found.start() + 1
        title, sign = lines[n - 1].rstrip(), lines[n].strip()
        over = lines[n - 2].strip() if n > 1 else ""
        alone = not lines[n + 1].strip() if n + 1 < len(lines) else True
        numbered = _NUMBERED.match(title) is not None  # Markdown would have a list here
        # text may follow at once; a fence is seldom as long as the words above it, whose number may have got its full stop after it was underlined
        drawn = (numbered or sign[0] in "~^+\"'") and len(sign) >= max(len(title) - numbered, _SHORT + 1)
        below_words = over != "" and title[:1].isupper() and len(sign) > _SHORT and abs(len(sign) - len(title)) <= 1
        if not _may_be_title(title, sign) or not (alone or drawn or below_words) or len(sign) < len(title) - 1:
            continue
        if sign[0] == "-" and not numbered and not below_words:
            continue
        if over == sign:
            yield n - 1, _LEVELS.get(sign[0], _DEEPER)
        elif below_words or ((not over or _is_rule(over)) and (sign[0] != "=" or numbered) and len(sign) <= len(title) + _SLACK):
            yield n - 1, {"=": 1, "═": 1, "━": 1, "-": 2, "─": 2}.get(sign[0], _DEEPER)


def _may_be_title(title: str, sign: str) -> bool:
    """Whether a line above such signs may be a title: `AOB` above three of them, `*Roof* and [slip](…)` above as many as it has letters."""
    if len(sign) == _SHORT:
        return len(title) == _SHORT and title[0].isupper()
    return title[:1].isalnum() or (len(sign) > _SHORT + 1 and title != "" and not title.startswith(_UNTITLED) and not _is_rule(title))


def _is_rule(line: str) -> bool:
    """Whether a line is made of one sign, such as what underlines the title above: rST needs no blank line below it."""
    return len(line) >= _SHORT and line[0] in _UNDERLINING and line == line[0] * len(line)


def quoted(text: str, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Line and level of each title that stands alone behind `>`, where nothing else does and several are so set off, as in an e-mail."""
    if text.count("\n> ") < _SEVERAL:
        return
    marked = [n for n, line in enumerate(lines) if line[:1] == ">"]
    if len(marked) >= _SEVERAL and all(_is_alone(lines, n) for n in marked):
        yield from ((n, _DEEPER) for n in marked)


def _is_alone(lines: Sequence[str], n: int) -> bool:
    """Whether a line between two blank ones holds a title behind its sign."""
    title = lines[n][1:].strip()
    around = (lines[k].strip() for k in (n - 1, n + 1) if 0 <= k < len(lines))
    return title[:1].isupper() and (title[-1:].isalnum() or title[-1:] == ")") and len(title.split()) <= _WORDS and not any(around)


def starred(text: str, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Line and level of each title with stars before it, as in the org mode of Emacs.

    A wiki's bullets have stars as well; but most titles have something else below them than the next star, such as a list with dashes.
    On a page with titles of Markdown a list that stands deeper belongs to a bullet.
    """
    org = "#+" in text and _ORG.search(text) is not None
    if not (text.startswith("* ") or "\n* " in text) or not (org or "\n- " in text or "\n  - " in text or "\n** " in text):
        return
    stars = [n for n, line in enumerate(lines) if line[:1] == "*" and _STARS.match(line[:_LONGEST])]
    below = [next((line for line in lines[n + 1 : n + 1 + _NEAR] if line.strip()), "*") for n in stars]
    others = sum(line[:1] != "*" for line in below)
    titled = "\n## " in text or text.startswith(("# ", "## "))
    lists = sum((line if titled else line.lstrip())[:2] == "- " for line in below)
    long = sum(len(lines[n].split()) > _WORDS for n in stars)
    listed = 2 * others >= len(stars) and lists > 1 and not long
    if org or listed or (_FEW * long <= len(stars) and not _TITLES_AT.search(text) and _is_outline([lines[n] for n in stars], below)):
        yield from ((n, lines[n].index(" ")) for n in stars)


def _is_outline(stars: Sequence[str], below: Sequence[str]) -> bool:
    """Whether lines with stars head what stands below each: text at the margin, or a line with more stars; a list's go on with their like.

    Where no line has more stars than another, all have text below, and one of them a list.
    """
    if not stars:
        return False
    at_margin = [line for line in below if line[0] not in "* \t"]
    depths = [line.index(" ") for line in stars]
    if max(depths) == min(depths):
        return len(stars) > 1 and len(at_margin) == len(stars) and any(line.startswith("- ") for line in at_margin)
    leads = sum(line[:1] != "*" or len(line) - len(line.lstrip("*")) > depth for line, depth in zip(below, depths, strict=True))
    return 3 * leads >= 2 * len(stars) and 3 * len(at_margin) >= len(stars)


def title_of(body: str) -> str:
    """The words of a line that is a heading."""
    if body[:1] == "\\" and (section := _SECTION.match(body)):
        return section[2] or section[3]
    marked = {"=": _TITLED, "<": _HEADED, "h": _COUNTED}.get(body[:1])
    titled = marked.match(body) if marked else None
    title = titled[titled.lastindex or 2] if titled else body.lstrip("*" if _STARS.match(body) else "#").rstrip("#").strip()
    title = (_SHORTCODE.sub("", title).strip() or title) if ":" in title else title
    if title.endswith("}") and (attributes := _ATTRIBUTES.search(title)):
        title = title[: attributes.start()]
    linked = _LINKED.fullmatch(title) if title.startswith("[") else None
    return linked[1] if linked else title


def unmarked(title: str, level: int) -> tuple[str, int]:
    """A title and its level, by its own marks where it was pasted behind those of another: `# ## Actions` stands beside `## News`."""
    bare = title.lstrip("#")
    return (bare.strip(), len(title) - len(bare)) if bare is not title and bare[:1] == " " and bare.strip() else (title, level)
