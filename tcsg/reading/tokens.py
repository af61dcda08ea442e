"""Words, numbers and signs as phrases of time are read in: those of other languages in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tcsg.reading import time_words as en

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PIVOT = 70
"""Of years with two digits those below are of this century."""
_NEAR = 2
"""Tokens after a foreign word within which a date is written as there."""
_FOREIGN = frozenset((*en.FOREIGN, *en.FOREIGN_PHRASES))


class Token(NamedTuple):
    """A word, number or sign: as it is compared, and where it stands."""

    word: str
    start: int
    end: int
    capital: bool


def number_of(word: str, digits: int) -> int | None:
    """The number that a word of at most so many ASCII digits writes."""
    return int(word) if len(word) <= digits and word.isascii() and word.isdigit() else None


def full_year(digits: str) -> int:
    """The year of two or four digits."""
    if len(digits) > len("24"):
        return int(digits)
    return int(digits) + (2000 if int(digits) < _PIVOT else 1900)


def is_foreign(words: Iterable[str]) -> bool:
    """Whether there is a word of time of another language among them."""
    return not _FOREIGN.isdisjoint(words)


def in_english(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens as they are compared: words of time of other languages in English, dates after them as the day first."""
    return tuple(_in_english(tokens))


def _in_english(tokens: Sequence[Token]) -> Iterator[Token]:
    told = -len(tokens)
    n = 0
    while n < len(tokens):
        token = tokens[n]
        phrase = next((p for p in en.FOREIGN_PHRASES.get(token.word, ()) if [t.word for t in tokens[n : n + len(p[0])]] == p[0]), None)
        if phrase is not None:
            yield from (t._replace(word=word, capital=True) for t, word in zip(tokens[n:], phrase[1], strict=False))
            n, told = n + len(phrase[0]), n + len(phrase[0]) - 1
            continue
        meant = en.FOREIGN.get(token.word)
        if meant:
            token, told = token._replace(word=meant, capital=True), n
        elif token.word in en.LITTLE:
            token = token._replace(word=en.LITTLE[token.word])
        elif n - told <= _NEAR:
            token = token._replace(word=_dotted(token, tokens[n + 1] if n + 1 < len(tokens) else None))
        yield token
        n += 1


def _dotted(token: Token, after: Token | None) -> str:
    """`17.06.` and `17.06.2031` as continental Europe writes them, the year first where there is one."""
    parts = token.word.split(".")
    if token.word == "1er":
        return "1st"
    if not all(number_of(part, len("2031")) for part in parts):
        return token.word
    if len(parts) == len(("day", "month", "year")):
        return f"{full_year(parts[2])}-{int(parts[1])}-{int(parts[0])}"
    if len(parts) != len(("day", "month")):
        return token.word
    stopped = after is not None and after.word == "." and after.start == token.end
    alone = len(token.word) == len("17.06") and (after is None or after.word in (")", "]"))  # `[bis 17.06]`
    return f"{token.word}." if stopped or alone else token.word
