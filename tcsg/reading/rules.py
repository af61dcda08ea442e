"""Rules that spell the markup of others as Markdown's, each asked only where its sign stands in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tcsg.reading.text import signs_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

Rule: TypeAlias = "tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]]"
"""A sign that is in every text the rule has to do with, what it replaces, and by what."""
_RARE = "{%^~;`|<'+\\#["
"""Characters of which most minutes have few, the rarest first: one alone is looked for in a fraction of the time."""


class Rules:
    """Rules in their order."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [(next((sign for sign in _RARE if sign in rule[0]), rule[0][0]), signs_of(rule[0]), *rule) for rule in rules]
        self._keys = {key for key, *_ in self._rules}

    def apply(self, text: str) -> str:
        """The text as the rules spell it."""
        there, signs = {key for key in self._keys if key in text}, signs_of(text)
        for key, bare, sign, pattern, by in self._rules:
            if key in there and bare in signs and sign in text:
                text, times = pattern.subn(by, text)
                signs = signs_of(text) if times else signs
        return text
