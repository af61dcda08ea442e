"""What a page sets off as code and is text for all that: chat logs, and whatever stands below a fence that nobody closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.verbatim import end_of_block, may_set_off

if TYPE_CHECKING:
    from collections.abc import Sequence

WHEN = r"(?:\[?(?:\d{4}-\d{2}-\d{2}[T ]{1,2})?\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?\]?\s*)?"
"""When somebody says a line of a chat log, if it tells."""
SAID = WHEN + r"<([\w.|`^@+~-]{1,32})(?::[\w.-]{1,60})?>[ \t]"
"""Who speaks, in rooms of Matrix with the server behind it: `2031-05-20 15:05:07 <@bo:example.org> …`."""
HEAD = (
    r"(?:(?=\w)([^*\n:|]{2,40}?)(?: \([^()\n]{1,20}\))?[ \t]{2,4}\d{1,2}:\d{2} ?[AP]M"
    r"|\[(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}),? \d{1,2}:\d{2}(?: ?[AP]M)?\] (?=\w)([^*\n:|]{2,40}?))"
)
"""Who writes what stands below, and when: `ann (she/her)  2:24 PM`, `[20/05/2031 14:24] Ann Berg`."""
_SPOKEN = late.compile(r"[ \t]*" + SAID)
_FENCE = late.compile(r"[ \t]*(`{3,}(?!.*`)|~{3,})")
_FEWEST = 3
"""Lines that make a log."""
TAGS = frozenset("a b i p s u br dd dl dt em h1 h2 h3 h4 hr li ol td th tr ul code del div img ins pre sub sup span strong table".split())
"""What stands in angle brackets and is nobody."""
_HEAD = 200
"""Characters in which a page begins that is set off as a whole."""
_PRE = late.compile(r"</?pre\b[^<>]{0,80}>", re.IGNORECASE)
_PAIR = 2
_AROUND = late.compile(r"(?:\s*</?(?:html|head|body)\b[^<>]{0,80}>)*\s*$", re.IGNORECASE)


def unfenced(text: str) -> str:
    """The text with the first and the last line blanked of each block set off as code that holds a chat log, or the whole page as it was mailed."""
    if "<pre" in text[:_HEAD].casefold():
        text = _unwrapped(text)
    if text.count("> ") < _FEWEST or not ("```" in text or "~~~" in text or may_set_off(text)):
        return text
    lines = text.split("\n")
    closings: dict[str, list[int]] = {}
    n = 0
    while n < len(lines):
        begin, end = n + 1, _end(lines, n, closings)
        n = begin if end is None else end
        if end is not None and _is_log(lines[begin : end - 1]):
            lines[begin - 1 : end : end - begin] = [""] * len(lines[begin - 1 : end : end - begin])
    return "\n".join(lines)


def _unwrapped(text: str) -> str:
    """A text without the tags that set it off as a whole."""
    tags = list(_PRE.finditer(text))
    around = [text[: tags[0].start()], *(text[tag.end() :] for tag in tags[1:])] if 0 < len(tags) <= _PAIR else []
    if not around or not all(map(_AROUND.match, around)):
        return text
    for tag in reversed(tags):
        text = text[: tag.start()] + text[tag.end() :]
    return text


def unclosed(text: str, lines: Sequence[str]) -> frozenset[int]:
    """The lines, from 0, of fences that nothing closes: Markdown has the rest of the page as code, whoever wrote it forgot to end some."""
    if "```" not in text and "~~~" not in text:
        return frozenset()
    fences = [(n, fence[1], not line[fence.end() :].strip()) for n, line in enumerate(lines) if (fence := _FENCE.match(line)) is not None]
    longest: list[dict[str, int]] = [{"`": 0, "~": 0}]  # of what may close a fence from each on, the last first
    for _, sign, bare in reversed(fences):
        longest.append(longest[-1] | ({sign[0]: max(len(sign), longest[-1][sign[0]])} if bare else {}))
    found, at = set(), 0
    while at < len(fences):
        n, sign, _ = fences[at]
        at += 1
        if longest[len(fences) - at][sign[0]] < len(sign):
            found.add(n)
            continue
        while not (fences[at][2] and fences[at][1].startswith(sign)):
            at += 1
        at += 1
    return frozenset(found)


def _end(lines: Sequence[str], n: int, closings: dict[str, list[int]]) -> int | None:
    """The line behind the block that begins at line `n`; None where none begins. A fence that nothing closes ends behind the page."""
    fence = _FENCE.match(lines[n]) if lines[n].lstrip()[:1] in ("`", "~") else None
    if fence is None:
        return end_of_block(lines, n, closings)
    sign = fence[1]
    return next((k + 1 for k in range(n + 1, len(lines)) if (line := lines[k].strip()).startswith(sign) and not line.strip(sign[0])), len(lines) + 1)


def _is_log(lines: Sequence[str]) -> bool:
    """Whether most lines begin as those of a chat log do."""
    words = [line for line in lines if line.strip()]
    said = [spoken[1] for line in words if "<" in line and "</" not in line and (spoken := _SPOKEN.match(line)) is not None]
    return len(said) >= _FEWEST and 2 * len(said) > len(words) and not all(nick.casefold() in TAGS for nick in said)
