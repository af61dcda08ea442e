"""How far it is: the status that the words of an action, its box, its cell or the line below it tell; in doubt it is open."""

from __future__ import annotations

import re
from functools import lru_cache

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.model import Status
from tcsg.reading.degrees import by_degree
from tcsg.reading.idiom import NO_IDIOM, Idiom
from tcsg.reading.remarked import CHEERS, CROSSES, set_off, signed
from tcsg.reading.status_ahead import find_ahead
from tcsg.reading.status_words import BUT, NAMED, may_tell_status
from tcsg.reading.tails import (
    TO_DO,
    find_address,
    find_bold,
    find_capitals,
    find_last,
    find_middle,
    find_remark,
    find_shouted,
    find_verdict,
    first_tail,
    tail_from,
    without_address,
)
from tcsg.reading.text import MONTH
from tcsg.reading.words import vocabulary as w

ASKED = frozenset(("to do", "todo", "new", "open"))
"""Words of an open action that head a task as often as they tell its status."""
_SHORT = 24
_WHOLE = 60
"""Characters of a phrase that may be a status and nothing else."""
_NOT_APPLICABLE = ("n/a", "n.a.", "not applicable")
"""What somebody writes into a box in place of a tick; in other places it says nothing."""
STRUCK = "struck through"
_STRUCK = late.compile(r"\s*~~(.+?)~~[\s.,;:–—=>→-]*([^~]{0,120})$")
_PICTURE = late.compile(r"\s:[a-z][a-z0-9_+-]{1,30}:$")
_DATED = late.compile(r"\s+(?:on |by |as of )?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{1,2} [a-z]{3,9}(?: \d{4})?)$")


@frozen
class Told:
    """A status, the words that tell it and their span."""

    status: Status
    words: str
    start: int
    end: int


@lru_cache(maxsize=512)  # the actions of a review tell the same few, and each is asked in several places
def read_status(phrase: str, idiom: Idiom = NO_IDIOM) -> Status | None:
    """The status that a phrase names and nothing else: `Done!`, `carried forward`, `DONE 2006-02-25`."""
    key = " ".join(phrase.casefold().replace("*", "").replace("_", " ").replace("’", "'").strip(" .!:;()[]-–—~`\"'").split())
    key = key.removeprefix("status").removeprefix("action:").strip(" :=-")
    if not key or len(key) > _WHOLE:
        return None
    undated = key if key.replace(" ", "").isalpha() or key.startswith("complete by ") else _DATED.sub("", key)
    if (own := idiom.status(phrase) or idiom.status(key) or idiom.status(undated)) is not None:
        return own
    for candidate in (
        key,
        undated,
        key.removeprefix("action ").removeprefix("item "),
        key.removeprefix("now ").removeprefix("all ").removeprefix("fully ").removeprefix("completely "),
        key.lstrip("✅✔☑✓ \ufe0f").removesuffix(" ✅"),
    ):
        if (status := NAMED.get(candidate)) is not None:
            return status
    bare = key.lstrip("✅✔☑✓ \ufe0f").removeprefix("action ")
    return (by_degree(bare) or _begins(bare)) if bare else Status.DONE


def is_bare_status(text: str, idiom: Idiom = NO_IDIOM) -> bool:
    """Whether a line is only a word for how far something is, and no title of what is still to do: `Done`, `In progress`."""
    return len(text) <= _SHORT and ": " not in text and text.casefold().strip(" .:*") not in ASKED and read_status(text, idiom) is not None


def _is_status(phrase: str, idiom: Idiom) -> bool:
    """Whether a phrase is one of the words for a status, and for nothing else."""
    if idiom.status(phrase) is not None:
        return True
    key = " ".join(phrase.casefold().strip(" .!").split()).removeprefix("action ")
    return (key in w.DONE or key in w.DROPPED or key in w.OPEN) and key not in ASKED


_WHEN = late.compile(
    rf"\s+(?:\d(?!\d{{0,2}} ?%)|(?:until|till|through) (?:\w+ )?20\d\d\b|{MONTH}\.?\s|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}}\b)"
)
"""The day behind a status: `completed June 17`."""
_GOES_ON = (
    *(
        f" {word} "
        for word in "by on in at just right shortly see and via since last during after while between with am im durch von per seit siehe und".split()
    ),
    *(f" {word} " for word in "le par en lors depuis voir et".split()),
    *(" - ", " – ", " — "),
    *(" thanks", " immediately", " directly", " for now", " as of ", " yesterday", " today", " already", " ("),
    *(f" this {part}" for part in ("morning", "afternoon", "evening", "week", "month", "term", "quarter", "season", "year")),
)
"""What may follow a status that is told with more words."""
_BECAUSE = (" as ", " because ", " due to ", " for lack ", " for want ", " for this ", " for good")
_WHY_SIGNS = ",;:–—-("  # before the reason for what is dropped
_HALVED = (" but ", "except", " part", "apart from", "however", "still", " not yet")
_EDGE = " ,.;:-–—("
_EDGES = str.maketrans(dict.fromkeys(_EDGE, " "))


def _by_head() -> dict[str, tuple[tuple[str, Status], ...]]:
    found: dict[str, list[tuple[str, Status]]] = {}
    for table, status in ((w.OPEN, Status.OPEN), (w.DONE, Status.DONE), (w.DROPPED, Status.DROPPED)):
        for word in (word for word in table if len(word) > 2):
            found.setdefault(_head_of(word), []).append((word, status))
    return {head: tuple(told) for head, told in found.items()}


def _head_of(text: str) -> str:
    head = text.partition(" ")[0]
    return head if head.isalpha() else text.translate(_EDGES).partition(" ")[0]


_BY_HEAD = _by_head()
"""The words of each status by the word they begin with, those of an open action first."""


def _begins(key: str) -> Status | None:
    """The status of a remark that begins with it: `deferred to 2021`, `done, see the wiki`; a doubt leaves it open, and the last word counts."""
    status = _first(key)
    last = key.rpartition(". ")[2] if status is not None else key
    if status is Status.OPEN and key.rpartition(" but ")[2] in w.FINISHED:
        return Status.DONE  # `late but sent`
    return NAMED[last] if last != key and last in NAMED and last not in ASKED - {"open"} else status


def _first(key: str) -> Status | None:
    for word, status in _BY_HEAD.get(_head_of(key), ()):
        if status is Status.DONE and _is_shut(key, word):
            return Status.DROPPED
        if word in _GOES_ON_AS and key.startswith(_GOES_ON_AS[word], len(word)):
            continue
        if key.startswith(word) and len(key) > len(word) and key[len(word)] in _EDGE and not (word in ASKED and key[len(word)] == " "):
            if status is Status.DROPPED and key[len(word)] in _WHY_SIGNS and not any(map(key.__contains__, _HALVED)):
                return status  # `dropped, they do not want to`
            if status is not Status.OPEN and BUT.search(key, len(word)):
                return Status.OPEN
            if status is Status.DROPPED and key[len(word) :].startswith(_BECAUSE):
                return status
            if status is Status.OPEN or key[len(word)] in ",.;:-–—(" or _WHEN.match(key, len(word)) or key[len(word) :].startswith(_GOES_ON):
                return status
    return None


_GOES_ON_AS = {"complete": (" by ",), "to be done": (" by ",), "to be taken off": (" by ",), "waiting": (" list", " room")}
"""Behind these words it tells something else: `complete by 5 May` till when, `to be done by Ann` whose it is; a `waiting list` is a thing."""
_SHUT = frozenset(("closed", "resolved", "finished", "discharged"))
_WHY = late.compile(r"[\s,.;:()–—-]{1,4}(?:(?:as|because|since) (?:it(?:'s| is| was) )?|and )?")
_NOT_MEANT = ("duplicate", "a duplicate", "invalid", "not planned", "stale", "expired", "without result", "without action", "without success")


def _is_shut(key: str, word: str) -> bool:
    """Whether something was closed that was not done: `closed, overtaken by events`, `closed as duplicate`."""
    why = _WHY.match(key, len(word)) if word in _SHUT and key.startswith(word) else None
    rest = key[why.end() :] if why else ""
    return rest.startswith(_NOT_MEANT) or NAMED.get(rest) is Status.DROPPED or (rest != "" and _begins(rest) is Status.DROPPED)


def find_status(text: str, idiom: Idiom = NO_IDIOM) -> Told | None:
    """The status that stands before or behind the words of an action, with the span that is not part of the task."""
    struck = _STRUCK.match(text) if "~~" in text else None
    if struck:
        from tcsg.reading.given_up import struck_status  # lazy: few minutes strike out what is done

        how = read_status(struck[2], idiom)
        how = Status.DONE if how is Status.OPEN and read_status(_CLAUSE.split(struck[2])[0], idiom) is Status.DONE else how
        return Told(how or struck_status(struck[2]), STRUCK, struck.end(1), len(text))  # `~~Write to them~~ sent, they are not happy`
    if not may_tell_status(text, idiom):
        return None
    said = _PICTURE.sub("", text) if text[-1:] == ":" and " :" in text else text  # `… – done :tada:`
    return leading_status(text, idiom) or _with_label(_behind(said, idiom), said) or (_bold_report(text, idiom) if "**" in text[-5:] else None)


def _with_label(told: Told | None, text: str) -> Told | None:
    """The status with the label before its colon, which is no part of the task either: `… Update: complete`."""
    label = _LABELLED.search(text, max(0, told.start - 12), told.start) if told is not None and text[told.start : told.start + 1] == ":" else None
    return replace(told, start=label.start()) if told is not None and label is not None else told


def _bold_report(text: str, idiom: Idiom) -> Told | None:
    """What a sentence in bold behind an action tells of it."""
    bold = find_bold(text)
    status = read_report(bold[1], idiom) if bold is not None else None
    return Told(status, bold[1][:60], bold.start(), len(text)) if bold is not None and status is not None else None


def leading_status(text: str, idiom: Idiom = NO_IDIOM) -> Told | None:
    """The status that stands before the words of an action: `[done] …`, `DONE: …`, `**DONE** …`."""
    found = find_ahead(text)
    if found is None:
        return None
    phrase, end, form = found
    status = read_status(phrase, idiom) if form not in ("bold", "label") or _is_status(phrase, idiom) else None
    status = Status.DROPPED if form == "boxed" and phrase.casefold() in _NOT_APPLICABLE else status
    if form == "bold" and status is Status.OPEN and not phrase.isupper() and " " not in phrase and text[end].islower():
        return None  # `**Active** members to vote`
    return Told(status, phrase, 0, end) if status is not None else None


def _behind(text: str, idiom: Idiom) -> Told | None:
    """The status behind the words of an action and before an address; within that are no words."""
    if (sign := signed(text)) is not None:
        dropped, done = read_status(sign[2], idiom) is Status.DROPPED, sign[0] and not BUT.search(sign[2].casefold())
        return Told(Status.DROPPED if dropped else Status.DONE if done else Status.OPEN, text[sign[1] :].strip(" –—-:*_")[:60], sign[1], len(text))
    address = find_address(text)
    if (capitals := find_capitals(text)) is not None and (status := read_status(capitals[1], idiom)) is not None:
        return Told(status, capitals[1], capitals.start(), len(text))
    told = _trailing_status(text[: address.start()] if address else text, idiom)
    if address is None or (told is not None and (told.status is not Status.OPEN or address[1].strip())):
        return replace(told, end=len(text)) if told else None
    told = _trailing_status(text, idiom)
    return told if told is not None and told.start <= address.start() else None


def _trailing_status(text: str, idiom: Idiom) -> Told | None:
    start = max(0, len(text) - 120)
    tail = first_tail(text, start)
    while tail:
        status = read_status(tail[1], idiom)
        if status is not None and not (". " in tail[1] and TO_DO.match(tail[1].casefold())):  # `Ann: complete the form. Outstanding`
            return Told(status, tail[1], tail.start(), len(text))
        tail = tail_from(text, tail.start() + 1)  # the next sign may part the words from the status
    shouted = find_shouted(text, start)
    status = read_status(shouted[1], idiom) if shouted else None
    if shouted and status is not None:
        return Told(status, shouted[1], shouted.start(), len(text))
    remark = find_remark(text)
    if remark is not None and not BUT.search(remark[0].casefold()):
        return Told(Status.DONE, remark[1], remark.start(), len(text))
    verdict = find_verdict(text)
    if verdict is not None and not BUT.search(verdict[0].casefold()):
        word = (verdict[1] or verdict[2]).casefold()
        return Told(Status.DONE if word.startswith("close") else Status.DROPPED, verdict[0].strip(" .;*_"), verdict.start(), len(text))
    last = find_last(text, start)
    if last is not None and (status := Status.DONE if last[1].casefold() == "close" else NAMED.get(last[1].casefold())) is not None:
        return Told(status, last[1], last.start(), len(text))
    for words, begin, rest in set_off(text):
        if (_is_status(words, idiom) or not words[0].isalpha()) and not BUT.search(rest.casefold()):
            status = read_status(words, idiom) or (Status.OPEN if words in CROSSES else None)
            return Told(status, words, begin, len(text)) if status is not None else None
    aside = _BRACKETED.search(text, max(0, len(text) - 100)) if text.rstrip(" .*_")[-1:] == ")" else None
    told = _trailing_status(text[: aside.start()], idiom) if aside else None
    if aside and told is not None:
        halved = told.status is not Status.OPEN and BUT.search(aside[0].casefold())
        return Told(Status.OPEN if halved else told.status, told.words, told.start, len(text))
    middle = find_middle(text)
    return Told(Status.DONE, middle[1], middle.start(), len(text)) if middle else None


_BRACKETED = late.compile(r"(?:\s|(?<=\)))\([^()]{1,80}\)[\s.*_]*$")
"""A remark behind a status: `… – done (by mail)`."""
_PAUSE = late.compile(r"[.;:!–—]\s|\s-\s")
_LABELLED = late.compile(r"[\s(\[*_–—-]{0,3}\b(?:update|status|progress|outcome)$", re.IGNORECASE)
_STOP = late.compile(r"[.!?;]\s")
_CLOSING = ' .!*_"”“'
_CLAUSE = late.compile(r"[,.;:!?–—]\s|\s-\s")
_AUTHOR = late.compile(
    r"^[\s*_\\]*(?:(?:→|[=-]{1,2}>|⇒|➜)\s*)?(?:[<\[(][^<>\[\]()]{1,30}[>\])]|[\w.-]{1,20}:)?[\s*_\\]*(?:\d{8}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)?[\s*_:–\"“„-]*"
)
_OF_ONE = late.compile(r"^(?:(?:however|but|anyway|finally|luckily),? )?(?:(?:that|this)(?: one)?(?:['’]s| is)(?: now)? )?", re.IGNORECASE)
"""What a status may be said of, and what may stand before it: `That one is done`, `However, all done`."""


def read_report(text: str, idiom: Idiom = NO_IDIOM) -> Status | None:
    """The status that a line of its own below the action tells, such as `Status: DONE` or `Action complete`."""
    text = without_address(text[:300])
    head = _AUTHOR.sub("", text[:300]).strip() or text.strip()
    whole = read_status(head, idiom)
    if whole is not None:
        return whole
    if (told := _OF_ONE.sub("", head)) != head and _is_status(clause := _CLAUSE.split(told, maxsplit=1)[0].strip(_CLOSING), idiom):
        return read_status(clause, idiom)  # `That's done, they like it`
    for words in dict.fromkeys((head, text[:300].strip())):
        if (cheered := CHEERS.sub("", words)) != words and (status := read_status(cheered, idiom)) is not None:
            return status
        first = _PAUSE.split(words, maxsplit=1)[0]
        if first != words and (status := read_status(first, idiom)) is not None:
            return status
    clause, comma, rest = head.partition(", ")
    if comma and len(head) > _WHOLE and _is_status(clause, idiom) and not BUT.search(rest.casefold()):
        return read_status(clause, idiom)  # `Done, they said that it was all good and they would help next time`
    last = _OF_ONE.sub("", _STOP.split(head)[-1].strip(" .!*_"))
    status = read_status(last, idiom) if last != head else None
    return status if status is Status.DROPPED or _is_status(last, idiom) else None  # `They said no. Superseded by 5.2`
