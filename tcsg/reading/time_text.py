"""The words of a text as phrases of time are read in them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from tcsg import late
from tcsg.frozen import frozen
from tcsg.reading import time_words as en
from tcsg.reading.tokens import Token, full_year, in_english, is_foreign, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LONGEST = 4096
"""Characters of a text that are looked at; nobody writes a date further on."""
YEARS = range(1900, 2100)
"""Years that a number of four digits may name."""


@cache
def _token() -> re.Pattern[str]:
    # Marks of emphasis and quotation are no tokens, so "by **6 May**" reads as "by 6 May". Words come first: most tokens are some.
    return re.compile(
        r"""
          (?!(?i:https?)://\S)[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?
        | (?i:https?)://\S+
        | [0-9]{4}([-/._])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])
        | (?<![0-9]\.)[0-9]{1,2}([-/.])[0-9]{1,2}(?:\2(?:[0-9]{4}|[0-9]{2})(?![0-9]|\.[0-9])|(?![0-9]|[-/.][0-9]))
        | [0-9]+(?i:st|nd|rd|th)\b
        | (?<![0-9])1(?i:er)\b
        | [0-9]+
        | ['’][0-9]{2}(?![0-9])
        | [^\s*_~`'’"“”]
        """,
        re.VERBOSE,
    )


_DIGIT = re.compile(r"\d")
_RUNS = late.compile(r"[^\W_]+")


def may_tell_time(text: str) -> bool:
    """Whether a text holds a number or a word that a phrase of time must hold: most texts do not, and to cut them into tokens is dear."""
    if "'" in text or "’" in text:
        return True  # a token may go on behind it
    if _DIGIT.search(text[:LONGEST]):
        return True
    runs = _RUNS.findall(text[:LONGEST].casefold())
    return not "".join(runs).isalpha() or not en.TELLING.isdisjoint(runs)


@frozen
class Written:
    """A calendar date as it is written, read up to token `end`.

    `days` are the (year or None, month, day) it can mean: two when the order is open, none when there is no such day.
    """

    end: int
    days: tuple[tuple[int | None, int, int], ...]
    weekday: int | None = None
    first: int | None = None
    """The first day of "5 to 6 May", whose `days` tell the last."""


@lru_cache(maxsize=1024)
def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())


class Words(dict[int, str]):
    """The words of a text by number; beyond either end there is only the empty word.

    A dict, because asking for a word is most of the work of reading times, and nothing of Python's is quicker.
    """

    __slots__ = ("capitals", "dates", "read_with", "spans", "times")

    def __init__(self, words: Iterable[str], spans: Sequence[tuple[int, int]], capitals: Sequence[bool]) -> None:
        super().__init__(enumerate(words))
        self.spans = spans
        self.capitals = capitals
        self.dates: dict[tuple[int, str | None], Written | None] = {}  # what `read_date` found, for it is asked again and again
        self.read_with: object = None
        self.times: dict[int | tuple[int, en.Edge], Any] = {}  # what `times.begun_time` found with that calendar

    @classmethod
    @lru_cache(maxsize=64)  # what is said of one action is read for its owners, its due date and its status
    def of(cls, text: str) -> Words:
        """Cut `text` into tokens, what lies beyond `LONGEST` left out."""
        spans = [match.span() for match in _token().finditer(text[:LONGEST])]
        folded = text.casefold()
        in_place = len(folded) == len(text)  # then each letter stands where it stood
        words = [folded[start:end] if in_place else text[start:end].casefold() for start, end in spans]
        capitals = [text[start].isupper() for start, _ in spans]
        if not is_foreign(words):
            return cls(words, spans, capitals)
        tokens = in_english([Token(word, *span, capital) for word, span, capital in zip(words, spans, capitals, strict=True)])
        return cls([t.word for t in tokens], [(t.start, t.end) for t in tokens], [t.capital for t in tokens])

    def __missing__(self, at: int) -> str:
        return ""

    def capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= at < len(self) and self.capitals[at]

    def skip(self, at: int, *words: str) -> int:
        """`at`, or the number after it when one of `words` stands there."""
        return at + 1 if self[at] in words else at

    def follow(self, at: int, phrase: str) -> int | None:
        """The number after `phrase`, its words parted by spaces, when it stands at `at`."""
        words = _parts(phrase)
        for n, word in enumerate(words, at):
            if self[n] != word:
                return None
        return at + len(words)

    def follow_any(self, at: int, phrases: Mapping[str, tuple[str, ...]]) -> int | None:
        """The number after the first of `phrases`, which are given by their first word, that stands at `at`."""
        for phrase in phrases.get(self[at], ()):
            if end := self.follow(at, phrase):
                return end
        return None

    def touches(self, at: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return 0 < at < len(self) and self.spans[at][0] == self.spans[at - 1][1]

    def closes(self, at: int) -> bool:
        """Whether a time before this token ends here, and is not the beginning of a name such as "the 2025 handbook"."""
        if self[at] == "-" and self.touches(at) and self.touches(at + 1):
            return False
        return not self[at][:1].isalnum() or self[at] in en.FUNCTION_WORDS

    def month(self, at: int) -> int | None:
        """The month's number when the token names one; "may" and "march" in small letters do not."""
        return en.MONTHS.get(self[at]) if self.capital(at) or self[at] not in en.ONLY_IF_CAPITAL or self.year(at + 1) else None

    def weekday(self, at: int) -> int | None:
        """The weekday, Monday being 0, when the token names one; "sat" and "sun" in small letters do not."""
        return en.WEEKDAYS.get(self[at]) if self.capital(at) or self[at] not in en.ONLY_IF_CAPITAL else None

    def year(self, at: int) -> int | None:
        """The year when the token is one of four digits, or of two after an apostrophe."""
        word = self[at]
        if word[:1] in {"'", "’"} and number_of(word[1:], 2) is not None:
            return full_year(word[1:])
        year = number_of(word, len("2000"))
        return year if year is not None and year in YEARS else None

    def ordinal(self, at: int) -> int | None:
        """The number of a token such as `29th`."""
        word = self[at]
        return number_of(word[:-2], len("31")) if word.endswith(("st", "nd", "rd", "th")) else None
