"""Bytes to text: which encodings are read, and what is said of the others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcsg.errors import LedgerError, MinutesError
from tcsg.model import Place
from tcsg.reading.text import decode, has_digit, spelt_in, words_in, words_of

SAID = "Présent : Jo\nRoom ☂\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16, little end first", "UTF-16, big end first"],
)
def test_the_same_minutes_are_the_same_text_in_every_encoding(mark: bytes, encoding: str, end: str) -> None:
    assert decode(mark + SAID.replace("\n", end).encode(encoding), "minutes/4.md") == SAID


@pytest.mark.parametrize("text", ["", "one\rtwo\r", "page\fpage", "a\vb\x1cc", "a\u2028b\u2029c\x85d", "one\ufefftwo"])
def test_nothing_but_a_line_feed_ends_a_line_and_all_else_stays(text: str) -> None:
    assert decode(text.encode(), "4.md") == text


def test_a_carriage_return_is_dropped_only_before_a_line_feed() -> None:
    assert decode(b"one\r\ntwo\rthree\n\rfour", "4.md") == "one\ntwo\rthree\n\rfour"


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"one\ntwo\nJo\x92s attic\n", 3, "byte 10 (0x92) is not UTF-8; save it as UTF-8"),
        (b"\xef\xbb\xbfone\n\xe9", 2, "byte 7 (0xe9) is not UTF-8; save it as UTF-8"),
        (b"one\r\ntwo\xc3", 2, "byte 8 (0xc3) is not UTF-8; save it as UTF-8"),
        (b"\xff\xfea\0\n\0b", 2, "byte 6 (0x62) is not UTF-16-LE; save it as UTF-8"),
        (b"\xff\xfea\0\n\0\x00\xdc", 2, "byte 6 (0x00) is not UTF-16-LE; save it as UTF-8"),
        ("one\ntwo".encode("utf-16-le"), 1, "byte 1 is NUL, so this is no plain text; save it as UTF-8"),
        (b"\xff\xfe\0\0o\0\0\0", 1, "byte 2 is NUL, so this is no plain text; save it as UTF-8"),
        ("é\nb\0".encode(), 2, "byte 4 is NUL, so this is no plain text; save it as UTF-8"),
    ],
)
def test_other_bytes_are_refused_with_their_line_their_place_and_the_cure(data: bytes, line: int, said: str) -> None:
    with pytest.raises(MinutesError) as caught:
        decode(data, "minutes/4.md")
    assert (caught.value.place, caught.value.message) == (Place("minutes/4.md", line), said)


def test_the_error_is_of_the_kind_the_reader_asks_for() -> None:
    with pytest.raises(LedgerError, match=r"^ledger\.yaml:1: byte 0 \(0xff\) is not UTF-8"):
        decode(b"\xff", "ledger.yaml", LedgerError)


def _text_or_place(data: bytes) -> str | Place | None:
    try:
        return decode(data, "4.md")
    except MinutesError as error:
        return error.place


@given(st.binary())
def test_any_bytes_are_text_or_an_error_at_one_of_their_lines(data: bytes) -> None:
    read = _text_or_place(data)
    if isinstance(read, str):
        assert "\0" not in read
    else:
        assert read is not None
        assert 1 <= read.line <= data.count(b"\n") + 1


@given(st.text(st.sampled_from("aZé_9²ßı ,.-–’'\t\n\x1c\x01\u2028"), max_size=30) | st.text())
def test_words_and_letters_are_those_of_the_patterns(text: str) -> None:
    assert words_in(text) == re.findall(r"\w+", text)
    assert spelt_in(text) == re.findall(r"[^\W\d_]+", text)


@given(st.text() | st.text(st.sampled_from("aB ß_1²½٣.,")))
def test_a_text_has_a_digit_and_words_as_its_letters_tell(text: str) -> None:
    assert has_digit(text) is any(map(str.isdigit, text))
    assert words_of(text) == {*spelt_in(text.casefold())}
