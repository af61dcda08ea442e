"""The words that tell how far something is, and whether a text has any of them at all."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Status
from tcsg.reading.degrees import JOINED, THERE
from tcsg.reading.text import is_typed, spelt_in, words_of
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.idiom import Idiom

NAMED = {
    word: status
    for words, status in ((w.OPEN | w.OPEN_ALONE, Status.OPEN), (w.DROPPED, Status.DROPPED), (w.DONE | w.DONE_ALONE, Status.DONE))
    for word in words
}
"""The status that each word or phrase is the name of."""
BUT = late.compile(
    r"\b(?:but(?! see\b)|however|except|although|apart from|still|partially|partly|(?<!will )not|almost|nearly|in part|in principle|in draft|excepted"
    r"|exception|other than"
    r"|to be(?! (?:decided|discussed|considered|presented|tabled|ratified|reported|voted)\b))\b"
    r"|\bwith (?:the first|half|most of)\b"
    r"|\bwith\b.{1,60}\b(?:and|now|then)\b.{0,12}\b(?:going|moving|working|starting|continuing) (?:on|to|with)\b(?! be\b)"
    r"|\bwill (?:try|ask|call|ring|write|look|chase|check) again\b"
    r"|\b(?:missing|to go|to follow|to come|remaining|outstanding)[\s.)]*$|\b(?:rest|others) (?:will|to|still)\b"
)
"""What says of something done that it is not, or not all of it."""
_IN_TASKS = frozenset("to will this action meeting".split())
"""What is in a task as often as in what is told of it."""
_VERDICTS = frozenset("close remove drop closed removed dropped".split())
"""What can be done with an action that is settled."""


def may_tell_status(text: str, idiom: Idiom) -> bool:
    """Whether a text may tell how far an action is: it has a word of each that can, a share or a sign; most texts have none.

    What is set off by stars is looked at in any case, for these may stand within a word, and so is what stands in a box: `[n/a]`.
    """
    if not is_typed(text) or text[:1] == "[" or "*" in text or "%" in text or not _telling().isdisjoint(words_of(text)):
        return True
    return bool(idiom.done or idiom.dropped or idiom.open)


@cache
def _telling() -> frozenset[str]:
    """The longest word of each phrase that tells a status, but for those that any task has."""
    rarest = (phrase if phrase.isalpha() else max(spelt_in(phrase), key=_rarity, default="") for phrase in {*NAMED, *w.FINISHED})
    return (frozenset(rarest) | THERE | JOINED | _VERDICTS) - {""}


def _rarity(word: str) -> int:
    return 0 if word in _IN_TASKS else len(word)
