"""Marks of lists as people type them in plain text, where Markdown takes the lines for one paragraph.

With no blank behind (`-Ann to row`, `1.Ann to row`, `•the oars`, `[ ]the sail`), with numbers and no stop (`1 Ann to row`, `2: the oars`), and with
capitals (`A) Ann to row`). They are spelt as Markdown's; no line is added or taken away.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.time_words import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = r"(?=[^\W\d_]|[@\[(*\"“'])"
_SIGN = late.compile(rf"\n([ \t]{{0,12}})(--[ \t]{{0,3}}|[∙⁃°¤][ \t]{{0,3}}|-|–|—|·|•|\+{{1,2}}){_WORD}")
_BESIDE = late.compile(r"(\n([ \t]{0,12})- [^\n]{1,400}\n\2)-(?=[A-Z@])")
"""A dash with no blank right below a line of a list that has one."""
_TIGHT = late.compile(r"\n([ \t]*\(?\d{1,2}[.)]|[ \t]*[a-z]\))(?=[^\W\d_]|@)")
"""A number or letter with its stop and no blank: `1.Ann`, `(2)Bo`, `a)Cy`."""
_BOX = late.compile(r"\n([ \t]*(?:[-*+•][ \t]+)?)(\[[ xX]?\]|[☐☑☒□])(?=[^\W\d_]|@)")
_ROUND = late.compile(r"\n([ \t]*(?:[-*+•][ \t]+)?)\(([ xX]?)\)[ \t]+(?=\S)")
"""A box in round brackets: `( ) Ann to row`, `(x) done that`."""
_LOOSE = late.compile(
    r"\n[ \t]{0,3}(\d{1,2})(?: ?[:–—-])?(?: |  (?=[^\n]{0,400}[a-z]))(?=[A-Z@*])(?=([^\s,.]{1,20}))(?![^\n]{0,200}(?:   |\t))"
    r"|\n[ \t]{0,3}(?:([A-H])\)|([A-H])\.)[ \t]+(?=[A-Z@*])"
)
"""A number without a stop before a capital, `1 Ann`, `1: Ann`, `1 - Ann`; a capital with one, `A) Ann`, `A. Ann`.

Two blanks may part the number from the words, but `1  MINUTES` is a title.

Where wide gaps part what follows, it is a row of a table.
"""
_FAR = "✅✔✓❌❎✘✗✖🔄🔁⏳⌛🚧⏸➖🟢🟡🟠🔴○●◐◑◯"
_TOLD = late.compile(rf"(?:\n[ \t]{{0,12}}[{_FAR}]\ufe0f?[ \t]+(?=[*_@~(\[]{{0,4}}\w)[^\n]{{1,1000}}){{2,200}}")
"""Lines in a row that begin with signs for how far something is: `✅ Ann: the oars` above `⏳ Bo: the roof`."""
_ROUND_BULLET = late.compile(r"\n([ \t]{0,12})o[ \t]{1,3}(?=([A-Z@*\[])|([^\W\d_])|\S)")
"""The letter that stands for a round bullet in plain text; before small letters it does so only beside others at the same place,
and before signs and digits where there are several."""
_LEAST = 2
"""Lines that make a list; of capitals with full stops one more, for they may be initials: `A. Berg`."""
_LETTERS = "ABCDEFGH"


def parted(text: str) -> str:
    """The text, with a line feed before and behind it, with such marks as Markdown has them."""
    counts = Counter(found[2].rstrip() for found in _SIGN.finditer(text))
    signs = {sign for sign, count in counts.items() if count >= _LEAST}
    if signs:
        text = _SIGN.sub(lambda found: f"\n{found[1]}- " if found[2].rstrip() in signs else found[0], text)
    elif counts["-"]:
        text = _BESIDE.sub(r"\1- ", text)
    if not text.isascii():
        text = _TOLD.sub(_listed, text)
    text = _BOX.sub(r"\n\1\2 ", text)
    if len(_ROUND.findall(text)) >= _LEAST:
        text = _ROUND.sub(lambda found: f"\n{found[1]}[{found[2] or ' '}] ", text)
    if "o " in text:
        text = _with_round_bullets(text)
    if len(_TIGHT.findall(text)) >= _LEAST:
        text = _TIGHT.sub(r"\n\1 ", text)
    pieces, end = [], 0
    for found in chain.from_iterable(_runs(text)):
        mark = f"{int(found[1])}. " if found[1] else f"{(found[3] or found[4]).lower()}) "
        pieces += [text[end : found.start()], "\n", mark]
        end = found.end()
    return "".join([*pieces, text[end:]]) if pieces else text


def _with_round_bullets(text: str) -> str:
    places = Counter(found[1] for found in _ROUND_BULLET.finditer(text) if not found[3])
    return _ROUND_BULLET.sub(lambda found: f"\n{found[1]}- " if not found[2] and places[found[1]] >= _LEAST else found[0], text)


def _listed(found: re.Match[str]) -> str:
    """Such lines as a list, unless all have one and the same sign: then they are told apart as they are."""
    lines = found[0].split("\n")[1:]
    signs = {line.lstrip()[0] for line in lines}
    return found[0] if len(signs) < _LEAST else "".join(f"\n{line[: len(line) - len(line.lstrip())]}- {line.lstrip()}" for line in lines)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """The lines that count on from 1 or A, none further from the last than a paragraph goes."""
    run: list[re.Match[str]] = []
    for found in _LOOSE.finditer(text):
        if found[1] and found[2].casefold().strip("*:") in MONTHS:
            continue  # `1 May`
        place = _place(found)
        apart = run and "\n\n" in text[run[-1].end() : found.start()]
        if run and not apart and _kind(found) == _kind(run[-1]) and place == _place(run[-1]) + 1:
            run.append(found)
            continue
        yield from _whole(run)
        run = [found] if place == 1 else []
    yield from _whole(run)


def _whole(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    if len(run) >= _LEAST + (bool(run) and run[0][4] is not None):
        yield run


def _place(found: re.Match[str]) -> int:
    return int(found[1]) if found[1] else _LETTERS.index(found[3] or found[4]) + 1


def _kind(found: re.Match[str]) -> int:
    return next(n for n in (1, 3, 4) if found[n])
