"""What somebody did, told in the past where an order of an earlier meeting is reviewed: `Ann wrote to the harbour office`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import irregular, is_past, pasts

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 5
"""Words in which those stand who did it."""
_STEPS = frozenset(
    "accepted answered done filled gave given handed held informed made met moved notified received replied resolved shared told".split()
)
"""What somebody also does who only tells of a task, or takes a step: `Ann gave an update`, `Bo made a start`."""
_OPEN_ENDED = late.compile(r"\bdrafts?\b|\bto (\w+)|\b(?:some|most|half|part|first|one|two|three|several|again|update|reminder)\b|\?")
"""What is said of a part, of a draft, or of what somebody is to do: `Bo ordered some of the lamps`, `Ann sent it to Bo to sign`."""

_DONE_SO = late.compile(
    r"(?:@?\w[\w.’'-]*(?: and \w+)? )?(?:(?:(?:has|have|had)(?: now| already| since)? )?(?:done|completed|finished|actioned)|did)"
    r" (?:so|it|that|this)\b(?! far| not)"
)
"""`He has done so`, `did this`, whatever comes of it."""
_THEN = late.compile(
    r"(?:and )?(?:yes,? )?(?:he|she|they|we|i|both) (?:did|have|has)(?: indeed| now| already| both| all)?(?=\s*(?:[,;.!(–—]|$))"
    r"(?!,? (?:but|though|not|partly|some|half|mostly)\b)"
)
"""`Ann was to ask the bank. She did, see below`"""
_YES = late.compile(
    r"(?!(?:not|no|if|when|what|who|is|are|do|does|did|can|could|so|well|oh)\b)[^,.;:?!]{3,60}, (?:yes|yep|yeah)(?=\s*[,.!;]|$)"
    r"(?!.*(?:\?|\b(?:no|not|but)\b))"
)
"""`Posters on the wall, yes, all of them`"""


def did(text: str, is_owner: Callable[[str], object]) -> bool:
    """Whether a sentence begins with who did something, and what they did closes a task: `Bo booked the hall`; `Bo asked the hall` does not."""
    said = text.partition(". ")[0].split(" ")
    verb = next((n for n, word in enumerate(said[:_MOST]) if n and word.islower() and is_past(word)), 0)
    if not verb or verb + 1 == len(said) or not text[:1].isupper() or not _finishes(said[verb]):
        return False
    if any(found[1] is None or found[1] in w.VERBS for found in _OPEN_ENDED.finditer(" ".join(said[verb:]).casefold())):
        return False
    return bool(is_owner(" ".join(said[:verb])))


def _finishes(word: str) -> bool:
    """Whether a past is of a verb whose participle closes a task: `wrote` for `written`."""
    forms = {word, *pasts(irregular(word))} if irregular(word) != word else {word}
    return _STEPS.isdisjoint(forms) and not w.FINISHED.isdisjoint(forms)


def last_deed(said: str) -> str:
    """A remark from the last of several deeds on: `printed and posted on Monday` tells by `posted` how far something is."""
    deeds = _DEEDS.match(said)
    return said[deeds.end() :] if deeds is not None and all(map(is_past, _WORD.findall(deeds[1].replace(" and ", " ")))) else said


_DEEDS = late.compile(r"(?:(?:all|both|everything) )?((?:[\w-]+(?:,? and |, )){1,3})(?=[\w-]+)")
_WORD = late.compile(r"[\w-]+")


def did_so(sentence: str) -> bool:
    """Whether somebody did what was to be done by a casefolded sentence: `ann has done so`."""
    return _DONE_SO.match(sentence) is not None


def did_then(sentence: str) -> bool:
    """Whether a casefolded sentence says no more of what was told before than that somebody did it: `she did, see below`, `posters, yes`."""
    return _THEN.match(sentence) is not None or (", y" in sentence and _YES.match(sentence) is not None)
