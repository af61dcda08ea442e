"""The words of a text as phrases of time are read in them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from tcsg.frozen import frozen
from tcsg.reading import time_words as en
from tcsg.reading.text import has_digit, words_of
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
          (?<=[0-9])[AaPp][Mm](?=[A-Z]{2,4}\b)
        | (?!(?i:https?)://\S)[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?
        | (?i:https?)://\S+
        | [0-9]{4}([-/._])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])
        | (?<![0-9]\.)[0-9]{1,2}([-/.])[0-9]{1,2}(?:\2(?:[0-9]{4}|[0-9]{2})(?![0-9]|\.[0-9])|(?![0-9]|[-/.][0-9]))
        | [0-9]+(?i:st|nd|rd|th)\b
        | (?<![0-9])1(?i:er)\b
        | [0-9]+
        | ['’][0-9]{2}(?![0-9])
        | (?![’“”])[^\s*_~`'"]
        """,
        re.VERBOSE,
    )


def may_tell_time(text: str) -> bool:
    """Whether a text holds a number or a word that a phrase of time must hold: most texts do not, and looking closer is dear."""
    if "'" in text or "’" in text:
        return True  # a token may go on behind it
    return has_digit(text) or "_" in text or not en.TELLING.isdisjoint(words_of(text))  # which joins a number to a word


@lru_cache(maxsize=1024)
def _tokens(piece: str) -> tuple[str, ...]:
    """The tokens of what stands between two blanks."""
    word = piece.rstrip(".,;:")
    if word.isascii() and (word.isalpha() or word.isdigit() or _is_day(word)):
        return (word, *piece[len(word) :])  # as nearly all are, and often all that the pattern would be asked
    return tuple([match[0] for match in _token().finditer(piece)])


def _is_day(word: str) -> bool:
    """Whether a word is a day in digits, as most write it: `2031-05-06`, `06/05/2031`."""
    parts = word.split("-" if "-" in word else "/")
    return tuple(map(len, parts)) in ((4, 2, 2), (2, 2, 4)) and "".join(parts).isdigit()


def _cut(text: str) -> list[str]:
    """The tokens of a text; none goes over a blank, and a word is one, so that the pattern is asked of few."""
    found: list[str] = []
    for piece in text.split():
        if piece.isalpha() or (piece.isdigit() and piece.isascii()):
            found.append(piece)
        elif piece[-1] in ".,;:" and piece[:-1].isalpha():
            found += piece[:-1], piece[-1]
        else:
            found += _tokens(piece)
    return found


def _spans(tokens: Iterable[str], text: str, end: int = 0) -> list[tuple[int, int]]:
    """Where the tokens of a text stand from `end` on: each as soon as it can, since nothing between two of them could begin one."""
    found: list[tuple[int, int]] = []
    for token in tokens:
        start = text.index(token, end)
        end = start + len(token)
        found.append((start, end))
    return found


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

    __slots__ = ("_said", "_spans", "_text", "dates", "foreign", "read_with", "times")

    def __init__(self, words: Iterable[str], text: str, said: Sequence[str], foreign: Sequence[Token] = ()) -> None:
        """`said` are the tokens of `text`, `words` those as they are compared; `foreign` where some were of another language."""
        super().__init__(enumerate(words))
        self._said = said
        self.foreign = foreign
        self._spans = [(t.start, t.end) for t in foreign]
        self._text = text
        self.dates: dict[tuple[int, str | None], Written | None] = {}  # what `read_date` found, for it is asked again and again
        self.read_with: object = None
        self.times: dict[int | tuple[int, en.Edge], Any] = {}  # what `times.begun_time` found with that calendar

    @classmethod
    @lru_cache(maxsize=64)  # what is said of one action is read for its owners, its due date and its status
    def of(cls, text: str) -> Words:
        """Cut `text` into tokens, what lies beyond `LONGEST` left out."""
        said = _cut(text[:LONGEST])
        words = list(map(str.casefold, said))
        if not is_foreign(words):
            return cls(words, text, said)
        read = zip(words, said, _spans(said, text), strict=True)
        tokens = in_english([Token(word, *span, token[0].isupper()) for word, token, span in read])
        return cls([t.word for t in tokens], text, said, tokens)

    def __missing__(self, at: int) -> str:
        return ""

    def span(self, at: int) -> tuple[int, int]:
        """Where a token stands, its start and end: looked for as far as somebody asks, since most texts tell no time."""
        spans = self._spans
        if (known := len(spans)) <= at:
            spans += _spans(self._said[known : at + 1], self._text, spans[-1][1] if spans else 0)
        return spans[at]

    def capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        if not 0 <= at < len(self):
            return False
        return self.foreign[at].capital if self.foreign else self._said[at][0].isupper()

    def is_acronym(self, at: int) -> bool:
        """Whether the token is two to six capital letters."""
        return 2 <= len(self[at]) <= 6 and self.capital(at) and self[at].isalpha() and not self.foreign and self._said[at].isupper()

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
        return 0 < at < len(self) and self.span(at)[0] == self.span(at - 1)[1]

    def closes(self, at: int) -> bool:
        """Whether a time before this token ends here, and is not the beginning of a name such as "the 2025 handbook"."""
        if self[at] == "-" and self.touches(at) and self.touches(at + 1):
            return False
        return not self[at][:1].isalnum() or self[at] in en.FUNCTION_WORDS

    def month(self, at: int) -> int | None:
        """The month's number when the token names one; "may" and "march" in small letters do not."""
        month = en.MONTHS.get(self[at])
        return month if month and (self[at] not in en.ONLY_IF_CAPITAL or self.capital(at) or self.year(at + 1)) else None

    def weekday(self, at: int) -> int | None:
        """The weekday, Monday being 0, when the token names one; "sat" and "sun" in small letters do not."""
        weekday = en.WEEKDAYS.get(self[at])
        return weekday if weekday is not None and (self[at] not in en.ONLY_IF_CAPITAL or self.capital(at)) else None

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
