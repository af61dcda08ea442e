"""Characters of the private use area that stand for what HTML cannot say, from a document to its Markdown."""

from __future__ import annotations

import re

LABEL, LABEL_END = "\ue000", "\ue001"
"""Around the number that a word processor draws before a paragraph: `4.1`, `a)`."""
PAGE = "\ue002"
"""A page break."""
TAB = "\ue003"
"""A tab that parts two words on one line; in HTML it would be a blank."""

ITEM = "\ue004"
"""Around the mark of a paragraph that is an item of a list: a character for its depth, then the number or `-`."""
_DEPTHS = "\ue010\ue011\ue012\ue013\ue014\ue015\ue016\ue017\ue018"
_STEP = "    "
"""How far an item stands within the one above it: enough below `10.` as well."""

OWN = dict.fromkeys(range(0xE000, 0xE030))
"""For `str.translate`: the text without these characters."""

_ORDERED = re.compile(r"\d{1,9}[.)]$")
_ITEM = re.compile(f"{ITEM}([{_DEPTHS}])([^{ITEM}]*){ITEM}[{TAB} ]*")
_GAP = re.compile(rf"(?m)^{ITEM}([{_DEPTHS}])[^\n]*\n\n(?={ITEM}([{_DEPTHS}])([^{ITEM}\n]*){ITEM})")
_LABELLED = re.compile(f"{LABEL}([^{LABEL_END}]*){LABEL_END}[{TAB} ]*")


def label(number: str) -> str:
    """The mark of a number before a title."""
    return f"{LABEL}{number}{LABEL_END}" if number else ""


def item(number: str, depth: int) -> str:
    """The mark of an item with its number, or of a bullet, at a depth from 0 on."""
    return f"{ITEM}{_DEPTHS[min(depth, len(_DEPTHS) - 1)]}{number or '-'}{ITEM}"


def shown(text: str) -> str:
    """The text with the marks as they are read."""
    text = _LABELLED.sub(r"\1 ", text).replace(TAB, "\t")
    return _ITEM.sub(lambda match: f"{_STEP * _DEPTHS.index(match[1])}{match[2]} ", text)


def without_gaps(text: str) -> str:
    """The text without blank lines between the items of a list, but where Markdown would take the lower one for words of the upper.

    That is one whose mark is not Markdown's, such as `4.1` or `a)`, and one further in that does not begin to count.
    """

    def gap(match: re.Match[str]) -> str:
        outer, inner, mark = match[1], match[2], match[3]
        safe = mark == "-" or (_ORDERED.match(mark) and (inner <= outer or int(mark[:-1]) == 1))
        return match[0][:-1] if safe else match[0]

    return _GAP.sub(gap, text)


class Depths:
    """How deep items stand, by their indents: what matters is which is further in, whatever the unit."""

    def __init__(self) -> None:
        self._indents: list[float] = []

    def of(self, indent: float, slack: float = 0) -> int:
        """The depth of the next item, from 0 on; indents that differ by no more than `slack` are one."""
        while self._indents and self._indents[-1] > indent + slack:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent - slack:
            self._indents.append(indent)
        return len(self._indents) - 1

    def end(self, indent: float = 0) -> None:
        """Text that is no item ends the list, unless it stands within it."""
        if self._indents and indent <= self._indents[0]:
            self._indents = []
