"""A sentence that tells of all old actions at once: `All have been completed, except for Bo's letter to the yard.`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.model import Status
from tcsg.reading.status import read_status
from tcsg.reading.text import words_of
from tcsg.reading.time_words import MONTHS

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_EVERY = frozenset("all everything every each alle alles sämtliche toutes tous tout".split())
_ACTIONS = frozenset("action actions ai ais ap aps todo todos to-do to-dos aktion aktionen maßnahmen".split())
"""What names the actions wherever it is told."""
_AMONG = _EVERY | frozenset(
    """
    the our these those of from at on in since during last previous prior past old older outstanding open remaining other others earlier agreed
    assigned given listed recorded raised meeting meetings minutes month session arising review list log item items point points task tasks
    are were is was have has had been now both since then
    die der den dem aus von letzten letzter vorigen offenen übrigen anderen sitzung protokoll punkte aufgaben aufträge sind wurden waren ist
    les des de du la dernière précédente réunion séance autres sont ont été
    """.split()
)
"""Words beside these before it is told how far they are."""
_BUT = late.compile(
    r",? ?\(?\b(?:except(?:ing|ed)?(?: for| from)?|apart from|other than|aside from|with (?:the |one )?exceptions? (?:of|being)"
    r"|with one exception|but(?! not)|bar|save(?: for)?|excluding|bis auf|außer|ausser|sauf|à l'exception d[eu])\b ?",
)
_WHICH = late.compile(
    r",? ?\b(?:which|who|that|this|these|it|they)\b(?: \w+)? (?:is|are|was|were|remains?|will|has|have|had)\b.*$"
    r"|[,–—-] ?(?:carried|ongoing|still|in progress|in hand).*$"
)
"""What is told of what is left out: `…, which is carried forward`."""
_SAID = late.compile(r"(?:it was |(?:the )?[\w.]{2,20} )(?:noted|confirmed|reported|advised|agreed|stated) that ")
_ALL_BUT = late.compile(
    r"all but (?:one|two|three|four|\d{1,2})(?P<actions> (?:of )?(?:the |these |our )?(?:actions?|action items?|action points?|items|points))?"
    r" (?P<told>[^;:,.–—]{3,60}?)(?:[;:,]| [–—-])(?= )"
)
"""`All but one of the actions have been completed; …`, and behind it which."""
_ONLY = late.compile(
    r"(?:the )?only (?:outstanding|open|remaining) (?:action|action item|action point|item|point)"
    r"(?: (?:from|of) [^,;:]{3,40}?)?(?: (?:is|was|remains) |: ?)"
)
_NONE = late.compile(
    r"(?:(?:all |everything )?done[:;,.–—-]{1,2} ?)?(?:there (?:were|are) )?(?:no|none) (?:actions? |action items |items |tasks )?"
    r"(?:outstanding|pending|open|remaining|left)(?: (?:actions?|action items|items|tasks|points))?"
    r"(?: from (?:the )?(?:last|previous) (?:meeting|minutes))?"
)
_ONE = late.compile(r"(?:one|two|three) ?[:(–—-] ?(.+)$", re.IGNORECASE)
"""`All completed bar one: …`"""
_LONGEST, _MOST_WORDS = 400, 40


@frozen
class AtOnce:
    """What is told of all at once."""

    status: Status
    but: str | None
    """With which words something is left out; None where nothing is."""
    rest: str
    """What is left out, in the words of the minutes; none where it is listed below."""


_TELLING = _EVERY | {"only", "no", "none"}
"""One of these words is in every such sentence."""


def may_tell_of_all(text: str) -> bool:
    """Whether a sentence of a text may tell of all: most texts have no word of that, and to cut them is dear."""
    return not _TELLING.isdisjoint(words_of(text))


def read_of_all(sentence: str, names: Names, *, listed: bool) -> AtOnce | None:
    """What a sentence tells of all old actions, be it below their title (`listed`) or because it names them; None for every other sentence.

    That all are still open tells nothing new.
    """
    words = sentence.strip(" .!")
    key = words.casefold()
    if len(words) > _LONGEST:
        return None
    if listed and "no" in key and _NONE.fullmatch(key):
        return AtOnce(Status.DONE, None, "")
    if key.startswith(("only ", "the only ")) and (only := _ONLY.match(key)) is not None:
        return AtOnce(Status.DONE, "only", words[only.end() :].strip(" .,:–—-"))
    if _EVERY.isdisjoint(key.replace(",", " ").replace(":", " ").split()):
        return None
    start = lead.end() if (lead := _SAID.match(key)) else 0
    if (few := _ALL_BUT.match(key, start)) is not None:
        status = _status(f"all {few['told']}", names, listed=listed or bool(few["actions"]))
        return AtOnce(Status.DONE, "all but", _WHICH.sub("", words[few.end() :]).strip(" .,:–—-")) if status is Status.DONE else None
    cut = _BUT.search(key, start)
    status = _status(key[start : cut.start() if cut else len(key)], names, listed=listed)
    if status is None or status is Status.OPEN:
        return None
    if cut is None:
        return AtOnce(status, None, "")
    rest = "" if words.endswith(":") else _WHICH.sub("", words[cut.end() :]).strip(" .,:–—-")
    rest = named[1].strip() if (named := _ONE.match(rest)) is not None else rest
    return AtOnce(status, cut[0].strip(), rest if "(" in rest else rest.rstrip(")"))


def _status(told: str, names: Names, *, listed: bool) -> Status | None:
    """How far all of them are, by words that tell it of all of them and of nothing else."""
    words = told.replace(":", " ").replace(" - ", " ").replace(" – ", " ").split()
    if not words or len(words) > _MOST_WORDS or not (listed or not _ACTIONS.isdisjoint(words)):
        return None
    every = False
    for k, word in enumerate(words):
        if (every or word in _EVERY) and (status := read_status(" ".join(words[k:]), names.idiom)) is not None:
            return status
        every = every or word in _EVERY
        if word not in _AMONG and word not in _ACTIONS and word not in MONTHS and not word[:1].isdigit():
            return None
    return None
