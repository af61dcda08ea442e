"""How an action of an earlier meeting went, told in free words: `Roadmap feedback – received`, `a list has been created`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.model import Status
from tcsg.reading.idiom import NO_IDIOM, Idiom
from tcsg.reading.status import ASKED, Told, read_report
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEPARATOR = re.compile(r"(?::|\s[–—-]+|\s(?:->|→)|[.;])\s+")
_STOP = re.compile(r"[.;]\s+(?=[^\W\d_])")
_ASIDE = re.compile(r"\s*\([^()]{1,60}\)[\s.]*$")
_HAS = re.compile(r"\b(?:has|have|ha[sd]n?|was|were|'ve|’ve|'s|’s)\s+(?:(?:now|already|since|also|all|both|successfully)\s+)?(?:been\s+)?(\w+)")
_PERFECT = re.compile(r"\b(?:has|have|'ve|’ve|'s been|’s been)\b")
_ORDER = re.compile(r"\bto\s+(\w+)")
_FIRST = re.compile(r"(?:(?:now|all|both|already|has been|have been|was|were)\s+)*([\w-]+)", re.IGNORECASE)
_RUN_ON = re.compile(r"([A-Z][\w-]+)\s+(?=[A-Z])")
_UNSURE = re.compile(
    r"\b(?:not|no|never|yet|still|but|however|partially|partly|almost|nearly|will|would|should|needs?|to be|pending|await\w*|waiting|until|once"
    r"|ongoing|n't)\b"
)
_HALF = re.compile(
    r"(?:^|[\s(\[*_–—-])(?:done|completed?|finished|closed|sent|partly done)[*_]{0,2},? (?:but|except|apart from|although|however)\b.{0,120}",
    re.IGNORECASE,
)
_FAILED = re.compile(r"\b(?:did not happen|did not take place|never happened|was abandoned|was called off|will not be pursued)\b")
_STRUCK_OFF = re.compile(
    r"\b(?:drop|remove|take|strike)(?:ped|d|n)? (?:it |this |them |off )?(?:from|off) (?:the |this |our )?(?:actions?|action list|list)\b"
)


def find_outcome(text: str, idiom: Idiom = NO_IDIOM) -> Told | None:
    """How it went, with the span that is no part of the task; None when the words do not say it for certain.

    Only for a place that reviews actions: elsewhere what has been done is narrative.
    """
    for title, rest, start in _cuts(text):
        status = read_outcome(rest, title, idiom)
        if status is not None:
            return Told(status, rest[:60], start, len(text))
    status = None if _is_order(text) else _told(text)
    return None if status is None else Told(status, text[:60], len(text), len(text))


def read_outcome(words: str, task: str = "", idiom: Idiom = NO_IDIOM, *, bare: bool = True) -> Status | None:
    """The status that a remark on an action tells: `received`, `Completed They were happy`, `a list has been created`.

    With `bare` a participle alone does: `received`.
    A participle of the verb with which the `task` begins tells it too: `Contact the firm: contacted`.
    """
    words = _ASIDE.sub("", words).strip(" *_")
    for said in (words, words.rpartition(", ")[2]):
        told = read_report(said, idiom)
        if told is not None:
            return told
    run_on = _RUN_ON.match(words)
    if run_on and run_on[1].casefold() not in ASKED and (told := read_report(run_on[1], idiom)) is not None:
        return told
    sentence = words.split(". ", 1)[0].casefold()
    first = _FIRST.match(sentence)
    if bare and first and not _UNSURE.search(sentence) and _is_finished(first[1], task):
        return Status.DONE
    return _told(words, task)


def half_done(text: str) -> str | None:
    """The words that say of an action both that it is done and that it is not: `done, but the roof still leaks`."""
    found = _HALF.search(text[-300:])
    return found[0].strip(" ([*_–—-)]") if found else None


def _cuts(text: str) -> Iterator[tuple[str, str, int]]:
    """The text before each sign that may part a task from how it went, the clause behind it, and where the sign stands."""
    for sign in _SEPARATOR.finditer(text):
        if sign.end() < len(text):
            rest = text[sign.end() :]
            yield text[: sign.start()], rest[: stop.start()] if (stop := _STOP.search(rest)) else rest, sign.start()


def _told(text: str, task: str = "") -> Status | None:
    """What a whole clause tells: `PB has written to the council`."""
    sentence = text.split(". ", 1)[0].casefold()
    if _FAILED.search(sentence) or _STRUCK_OFF.search(sentence):
        return Status.DROPPED
    if _UNSURE.search(sentence) or not _PERFECT.search(sentence):
        return None
    return Status.DONE if any(_is_finished(word, task) for word in _HAS.findall(sentence)) else None


def _is_order(text: str) -> bool:
    """Whether a text says what is to be done before it tells what has been: `AH to ask what they have done`."""
    perfect = _PERFECT.search(text)
    return perfect is not None and any(order[1].casefold() in w.VERBS for order in _ORDER.finditer(text, 0, perfect.start()))


def _is_finished(word: str, task: str) -> bool:
    """Whether a participle says that a task is done: for any task, or for this one, as it is of its verb."""
    if word in w.FINISHED:
        return True
    verbs = [v for v in task.casefold().split() if v in w.VERBS][:1]
    return any(word in (f"{verb}ed", f"{verb}d", f"{verb[:-1]}ied") for verb in verbs)
