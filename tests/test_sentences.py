"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcsg.reading.sentences import spans


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mend the net."],
        ["Mend the net"],
        ["Mend the net.", "Paint the oar."],
        ["Is it mended?", "Yes!", "Good…"],
        ["Mend the net (with tar).", "Paint the oar."],
        ["“Mend the net.”", "So she said."],
        ["**Mend the net.**", "Paint the oar."],
        ["Ask approx. ten crews."],
        ["Dr. Vale and Mrs. Tait to bring nets, e.g. old ones."],
        ["Nets, ropes etc. are in the shed."],
        ["J. Smith to mend the net."],
        ["Version 2.5 is out."],
        ["The net costs 3.50 pounds.", "Buy it."],
        ["Meet at no. 7 in Jan. or later."],
        ["Mend the net by 3 p.m. today."],
        ["See example.org for nets.", "Then order."],
        ["The fair is on 3 Feb.", "Ann to tell all."],
        ["In Feb. Ann mends the net."],
    ],
    ids=" / ".join,
)
def test_sentences_are_told_apart(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in spans(text)] == sentences


@pytest.mark.parametrize("text", ["", " ", "\t"])
def test_nothing_is_no_sentence(text: str) -> None:
    assert spans(text) == ()


@given(st.text(alphabet="ab .!?()*A\n"))
def test_spans_are_in_order_and_leave_out_nothing_but_blanks(text: str) -> None:
    found = spans(text)
    assert list(found) == sorted(found)
    assert all(start < end and text[start:end].strip() for start, end in found)
    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
