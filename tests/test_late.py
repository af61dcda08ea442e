"""Patterns that are compiled late are patterns, and are compiled late."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys

import pytest

import tcsg
from tcsg import late
from tcsg.reading.text import late_names

MODULES = [name for _, name, _ in pkgutil.walk_packages(tcsg.__path__, "tcsg.") if not name.endswith("__main__")]


def test_each_late_pattern_of_the_house_compiles() -> None:
    values = [value for name in MODULES for value in vars(importlib.import_module(name)).values()]
    found = [value for value in values if isinstance(value, late.Pattern)]
    assert len(found) > 100
    for pattern in found:
        re.compile(pattern.pattern, pattern.flags)


def test_a_late_pattern_answers_as_the_compiled_one() -> None:
    one, other = late.compile(r"(n)ets?", re.IGNORECASE), re.compile(r"(n)ets?", re.IGNORECASE)
    assert [m.span() for m in one.finditer("Nets, net")] == [m.span() for m in other.finditer("Nets, net")]
    assert one.sub(r"\1", "Nets, net", count=1) == "N, net"
    assert one.split("a net b") == other.split("a net b")
    assert one.subn("", "Nets, net") == other.subn("", "Nets, net")
    assert (one.search("x nets", 3), one.fullmatch("nets!")) == (None, None)
    assert late.compile(rb"n").findall(b"nn") == [b"n", b"n"]


def test_a_text_in_ascii_is_asked_without_what_lies_beyond() -> None:
    one = late.beyond("[A-ZÀ-Þ](n)?", "[A-Z](n)?")
    assert one.match("Än") is not None
    one, other = late.beyond("[A-ZÀ-Þ](n)?", "[A-Z](n)?"), re.compile("[A-ZÀ-Þ](n)?")
    for text in ("An, Bn", "an, Bn", "", "Än, Bn", "An, Bn", "an, Ön"):
        assert str(one.match(text)) == str(other.match(text))
        assert str(one.search(text, 1)) == str(other.search(text, 1))
        assert str(one.fullmatch(text, 0, 2)) == str(other.fullmatch(text, 0, 2))
        assert [m.span() for m in one.finditer(text)] == [m.span() for m in other.finditer(text)]
    assert late.beyond("[A-ZÀ-Þ](n)?", "[A-Z](n)?").sub("x", "An Än") == "x x"
    kept = late.beyond("[A-ZÀ-Þ](n)?", "[A-Z](n)?").match
    assert [kept(text) is not None for text in ("An", "Än", "Ön", "an", "Bn")] == [True, True, True, False, True]


def test_names_begin_with_the_capitals_of_europe() -> None:
    of_europe = "".join(map(chr, range(0x180))) + "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ" + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    capitals = {letter for letter in of_europe if letter.isupper()}
    name = late_names("[A-Z]")
    assert set(filter(name.match, map(chr, range(sys.maxunicode + 1)))) == capitals | {"\u03a2"}


def test_it_is_compiled_at_the_first_question() -> None:
    broken = late.compile("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("nets")
    with pytest.raises(AttributeError, match="groups"):
        broken.groups  # noqa: B018
