"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

from tcsg import late

_END = late.compile(r"[.!?…][\"'”’)\]*_]{0,4}(?=(\s+))")
_NOT_AN_END = frozenset(
    """
    hon cllr smt treas sec revd sr jr co e.g i.e etc vs cf no nr dr mr mrs ms prof st approx dept fig ref incl excl est min max tel ca al inc
    ltd jan feb mar apr jun jul aug sept sep oct nov dec
    """.split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
"""Of these, those behind a day: in `We meet on 3 Feb. Ann to tell all` a sentence ends."""


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence, blanks left out; a text without a stop is one sentence."""
    whole = text.rstrip()
    within = whole[:-1]
    if "." not in within and "!" not in within and "?" not in within and "…" not in within:  # most actions are one sentence
        return ((0, len(whole)),) if whole else ()
    out: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        following = match.end(1)
        if text[following : following + 1].islower():
            continue
        before = text[max(start, match.start() - 12) : match.start()].rsplit(None, 1)
        last = before[-1].casefold().lstrip("(*_\"'") if before else ""
        dated = last in _MONTHS and before[0][-1:].isdigit() and text[following : following + 1].isalpha()
        if text[match.start()] == "." and not dated and (last in _NOT_AN_END or (last[-1:].isalpha() and last[-2:-1] in ("", "."))):
            continue
        out.append((start, match.end()))
        start = following
    if start < len(whole):
        out.append((start, len(whole)))
    return tuple(out)


def last_of(text: str) -> tuple[int, str]:
    """Where the last sentence of a text begins, and the sentence."""
    found = spans(text.rstrip(" *_"))
    if not found:
        return 0, ""
    begin, end = found[-1]
    words = text[begin:end].lstrip()
    if words[:3].strip("*_) ") == "" and words[:1] in "*_)" and words[1:4].lstrip("*_)")[:1].isspace():
        words = words.lstrip("*_) ").lstrip()  # what closes the mark before it: `(ACTION: Ann)**` above the sentence
    return end - len(words), words
