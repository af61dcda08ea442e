"""Bytes of a file to text whose lines are counted by line feeds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.errors import MinutesError, TcsgError
from tcsg.model import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CURE = "save it as UTF-8"


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """The byte order mark of a file, and the encoding of what follows it."""
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))


def decode(data: bytes, path: str, error: type[TcsgError] = MinutesError) -> str:
    r"""Return `data` as text without its byte order mark, `\r\n` as `\n`; a lone `\r` stays a character.

    UTF-8, or UTF-16 with its mark; anything else raises `error` with the line and the offset of the first bad byte.
    """
    mark, encoding = encoding_of(data)
    content = data[len(mark) :]
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as bad:
        line = content[: bad.start].decode(encoding).count("\n") + 1
        said = f"byte {len(mark) + bad.start} (0x{content[bad.start]:02x}) is not {encoding.upper()}; {_CURE}"
        raise error(said, Place(path, line)) from None
    before, nul, _ = text.partition("\0")
    if nul:
        said = f"byte {len(mark) + len(before.encode(encoding))} is NUL, so this is no plain text; {_CURE}"
        raise error(said, Place(path, before.count("\n") + 1))
    return text.replace("\r\n", "\n")


MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
"""A month of English as a pattern, for text in small letters; Mark and Julia are none."""
_WORD, _LETTERS = late.compile(r"\w+"), late.compile(r"[^\W\d_]+")
_DIGIT = re.compile("[0-9]")
_ASCII_LETTERS = bytes(code for code in range(128) if chr(code).isalpha())
_SPACED = bytes(code if chr(code).isalnum() or chr(code) == "_" else 32 for code in range(128)) + bytes(128)
"""A blank for each sign of ASCII that is no part of a word."""
_SPELT = bytes(code if chr(code).isalpha() else 32 for code in range(128)) + bytes(128)
"""A blank for all of ASCII but letters."""


_TYPESET = "’‘“”–—…"
"""What programs set in the place of the quotes, the dashes and the dots that people type."""


def is_typed(text: str) -> bool:
    """Whether a text has no signs or letters but those of ASCII, and what programs set in their place."""
    return text.isascii() or _with_blanks(text).isascii()


def _with_blanks(text: str) -> str:
    """The text with a blank for each sign that programs set in the place of another."""
    if not text.isascii():
        for sign in _TYPESET:
            text = text.replace(sign, " ")
    return text


def words_in(text: str) -> list[str]:
    r"""What `\w+` finds in a text: of ASCII alone, as most are, it is found in a quarter of the time."""
    if not text.isascii() and not (text := _with_blanks(text)).isascii():
        return _WORD.findall(text)
    return text.encode().translate(_SPACED).decode().split()


def spelt_in(text: str) -> list[str]:
    """The runs of letters in a text."""
    if not text.isascii() and not (text := _with_blanks(text)).isascii():
        return _LETTERS.findall(text)
    return text.encode().translate(_SPELT).decode().split()


def signs_of(text: str) -> bytes:
    """A page without the letters of ASCII: what has signs is looked for there first, in a part of the time."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII_LETTERS)


def has_digit(text: str) -> bool:
    """Whether a text has a digit."""
    return _DIGIT.search(text) is not None or not (text.isascii() or is_typed(text) or not any(map(str.isdigit, text)))


@lru_cache(maxsize=2048)  # a line is asked for words of one kind or another in a dozen rooms
def words_of(text: str) -> frozenset[str]:
    """The runs of letters in a text, in small letters: what it has none of cannot be told in it."""
    return frozenset(spelt_in(text.casefold()))


_CAPITALS = "A-ZÀ-ÖØ-Þ" + "".join(filter(str.isupper, map(chr, range(0x100, 0x180)))) + "Α-ΩА-Я"
"""The capitals with which names begin in the languages of Europe, as a class of a pattern has them."""


_BESIDE_ASCII = (("'’", "'"), ("’'", "'"), ("–—-", "-"))
"""What the classes of patterns have beside a sign of ASCII that means the same."""


def late_names(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Stand for a pattern in which `A-Z` means all capitals with which names begin."""
    return late.beyond(pattern.replace("A-Z", _CAPITALS), _in_ascii(pattern), flags)


def late_signs(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Stand for a pattern that has dashes and apostrophes beyond ASCII beside its own; most texts that are asked have none."""
    return late.beyond(pattern, _in_ascii(pattern), flags)


def _in_ascii(pattern: str) -> str:
    """The pattern without the signs that its classes have beside one of ASCII: it says the same of a text without them."""
    for both, alone in _BESIDE_ASCII:
        pattern = pattern.replace(both, alone)
    return pattern


_REFERENCE = late.compile(r"\[([^\[\]]{1,200})\]\[(?:|\1|\d{1,3})\]")


def unreferred(text: str) -> str:
    """The text with each link whose address stands elsewhere replaced by its words: `[@ann][]`."""
    return _REFERENCE.sub(r"\1", text) if "][" in text else text


def between(here: Sequence[str], there: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """What stands between the words with which both begin and those with which both end."""
    begin, most = 0, min(len(here), len(there))
    while begin < most and here[begin] == there[begin]:
        begin += 1
    end = 0
    while end < most - begin and here[-1 - end] == there[-1 - end]:
        end += 1
    return here[begin : len(here) - end], there[begin : len(there) - end]
