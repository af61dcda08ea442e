"""How an action of an earlier meeting went, told in free words: `Roadmap feedback – received`, `a list has been created`."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Status
from tcsg.reading.come_about import CLOSING, gives, has_come_about, is_there
from tcsg.reading.did import did, did_so, did_then
from tcsg.reading.handed_on import is_handed_on
from tcsg.reading.idiom import NO_IDIOM, Idiom
from tcsg.reading.its_thing import comes_of, may_be_there
from tcsg.reading.of_others import counts_another, did_another, is_about_another, is_of_another, names_another
from tcsg.reading.otherwise import tells_done, without_promise
from tcsg.reading.partial import tells_part
from tcsg.reading.remarks import answers, is_done, read_verdict
from tcsg.reading.status import ASKED, Told, read_report, read_status
from tcsg.reading.steps import is_early, is_step
from tcsg.reading.struck_off import drops, is_dropped, is_not_wanted
from tcsg.reading.tails import TO_DO, find_capitals
from tcsg.reading.text import MONTH
from tcsg.reading.things import GOES_ON, is_idle
from tcsg.reading.unsure import is_unsure
from tcsg.reading.unwrapped import unwrapped
from tcsg.reading.verbs import pasts_of, verb_of
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past, pasts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SEPARATOR = late.compile(
    r"(?::|\s[–—-]+|\s(?:-{1,2}>|=>|→|⇒|➜)|;"
    r"|(?<!\b[PpDdMmSs]r)(?<!\b[MmPp]rs)(?<!\b[Pp]rof)(?<!\b[MmSs][st])(?<!\b[Nn]o)(?<!\b[Rr]ev)\.)\s+"  # no sentence ends in `Prof. Lund`
    r"|,\s+(?:and\s+)?(?=(?:which|this|that|it)\s(?:ha[sd]|is|was)\s(?:now\s|already\s)?(?:been\s)?"
    r"(?:done|completed|actioned|finished|accomplished|achieved|discharged|carried out|dealt with)[\s.!]*$)"
)
_STOP = late.compile(r"[.;]\s+(?=[^\W\d_])")
_HAS = late.compile(r"\b(?:has|have|ha[sd]n?|was|were|'ve|’ve|'s|’s)\s+(?:(?:now|already|since|also|all|both|successfully)\s+)?(?:been\s+)?(\w+)")
_PERFECT = late.compile(r"\b(?:has|have|'ve|’ve|'s been|’s been)\b")
_ORDER = late.compile(r"\bto\s+(\w+)")
_FIRST = late.compile(r"(?:(?:now|all|both|already|has been|have been|was|were)\s+)*([\w-]+)", re.IGNORECASE)
_ALONE = late.compile(r"(?:(?:now|all|both) )?[\w-]+(?=\s*(?:[,;!]|$))")
"""A word by itself, as `published, two remarks worked in` begins."""
_RUN_ON = late.compile(r"([A-Z][\w-]+)\s+(?=[A-Z])")
_BRACKETS = late.compile(r"\s+\(([^()]{3,200})\)[\s.*_]*$")
"""How it went, in brackets behind the task: `Ring the yard (Ann reported that it has been rung)`."""
_OF_A_THING = late.compile(r"[a-z]+ed (?!(?:and|as|at|by|for|from|in|into|last|now|on|out|since|this|to|today|via|when|with|yesterday)\b)[^\W\d_]")
"""What says in brackets of which kind something is, and not how it went: `Send the list (updated version)`."""
_SAID_OF = late.compile(
    r"(?:this|it|that|which|action)(?:(?:'s|’s| is| was| has| had| got)(?: now| already)?(?: been)?) (\w+)(?: out| off| up)?"
    r"(?: (?:today|tonight|yesterday|already|now|last \w{1,12}|(?:on|in|at|by) [\w ]{1,24}))?[\s.!]*$"
)
"""`this was completed`, `it was sent last week`"""
_IN_USE = late.compile(
    r"(?:the )?(?:pr|pull request|merge request|patch|change)s?(?: (?:is|was|got|has|has been))?(?: now)? (?:merged|landed|released|shipped)\b"
    r"|(?:(?:it|this) (?:is |was |has )?)?(?:merged|landed|shipped) (?:in|into|on|with|as part of)\b"
)
"""`PR was merged`, `landed on Friday`: the change that was asked for is made."""
_GAVE_IT = late.compile(
    r"\b(?:has|have|had)(?: now| already| since)? (?:provided|supplied|given|sent|passed|shared|handed) (?:this|it|that|them|these)\b"
)
"""`She has provided this`"""
_GIVEN_UP = frozenset(("cancelled", "canceled"))
_HENCE = late.compile(r"(?:and )?(?:so|hence|therefore|thus|now)(?: (?:it|this)(?: is|'s|’s)?(?: now)?)? ")
"""`They said no, so dropped`"""
_LAST = late.compile(r"[.,;]\s+|\s[–—-]{1,2}\s+")
_TO_COME = late.compile(
    r"\b(?:delivery (?:in|on|by|next|early|mid|late|due|expected)|expected|arriv(?:es|ing)|to (?:come|follow)|coming|due (?:in|on|by|next))\b"
    rf"|\b(?:booked|scheduled|arranged|planned|fixed) (?:for|in|on) (?:(?:the )?\d|{MONTH}\b|next\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
"""What is ordered has still to come and what is booked to take place: `Ordered, delivery in May`, `booked for 3 May`."""
_QUOTED = late.compile(r"[\"“][^\"“”]{1,60}[\"”]")
_SIGNS = 40
"""Signs of a text behind which it may tell how it went."""
_SOON = 4
"""Words of a sentence among which its verb is, when it begins with who did something."""
_NOT_YET = late.compile(r"\bnot (?:\w+ )?yet\b|\bstill (?:to be|needs? to|has to|have to|waiting|missing|open)\b|\bnoch nicht\b|\bpas encore\b")
"""What the last sentence says of the rest: `Drafted. They have questions, so not sent yet.`"""


def find_outcome(text: str, idiom: Idiom = NO_IDIOM, is_owner: Callable[[str], object] | None = None) -> Told | None:
    """How it went, with the span that is no part of the task; None when the words do not say it for certain.

    Only for a place that reviews actions: elsewhere what has been done is narrative. What stands behind an owner and before how it went
    is the task: `Ann: key of the shed - found, it was lost`.
    """
    for title, rest, start in _cuts(text):
        if (shouted := find_capitals(title)) is not None and (status := read_status(shouted[1], idiom)) is not None:
            return Told(status, shouted[1], shouted.start(), len(text))  # `Ann: sort the shed ONGOING: list made`
        if is_owner is not None and _is_of_the_task(title, rest, idiom, is_owner):
            continue
        status = read_outcome(rest, title, idiom)
        if status is not None:
            if is_owner is not None and is_owner(title) and (sign := _SEPARATOR.match(text, start)):
                told = find_outcome(text[sign.end() :], idiom)
                if told is not None and told.start > 0:
                    return replace(told, start=told.start + sign.end(), end=len(text))
                if " " in rest and read_report(rest, idiom) is None:
                    return Told(status, rest[:60], len(text), len(text))  # `Ann: paid the fee`: this is all that names the task
            return Told(status, rest[:60], start, len(text))
        if is_owner is not None and _come_about(rest) is not None and is_owner(title):
            return Told(Status.DONE, rest[:60], len(text), len(text))  # `Ann: agenda sent`
    aside = _BRACKETS.search(text) if ")" in text else None
    if aside is not None and (status := read_outcome(aside[1], text[: aside.start()], idiom, bare=not _OF_A_THING.match(aside[1]))) is not None:
        return Told(status, aside[1][:60], aside.start(), len(text))
    status = _of_all(text, idiom, is_owner)
    return None if status is None else Told(status, text[:60], len(text), len(text))


def _of_all(text: str, idiom: Idiom, is_owner: Callable[[str], object] | None) -> Status | None:
    """The status that words tell as a whole."""
    if _is_order(text):
        return None
    status = _told(text, is_owner=is_owner) or _come_about(text) or (Status.DROPPED if ". " in text and drops(text) else None)
    return None if status is Status.DONE and _is_part(text, "", idiom) else status


def _is_of_the_task(title: str, rest: str, idiom: Idiom, is_owner: Callable[[str], object]) -> bool:
    """Whether what stands behind a sign begins with the task, or with whose it is: `Ann: fill in the form. Closed`, `Order paint - Ann - ordered`."""
    if TO_DO.match(rest.casefold()) and is_owner(title):
        return True
    sign = _SEPARATOR.search(rest, 0, 30)  # in which somebody's name ends
    head = rest[: sign.start()].split() if sign is not None else []
    if sign is None or not head or not all(word[0].isupper() for word in head):
        return False
    who = " ".join(head)
    return read_status(who, idiom) is None and bool(is_owner(who)) and read_outcome(rest[sign.end() :], title, idiom) is not None


def _come_about(text: str) -> Status | None:
    sentence = _STOP.split(text, maxsplit=1)[0].casefold()
    return Status.DONE if has_come_about(sentence) and not (is_unsure(sentence) or _TO_COME.search(sentence)) else None


def is_said_done(words: str) -> bool:
    """Whether words below an action say no more than that it is done, in whatever list: `Ann did this on Monday`, `this has been done`."""
    sentence = words.casefold()
    if (" done" not in sentence and "did " not in sentence) or ". " in sentence or " was " in sentence or is_unsure(sentence):
        return False
    return did_so(sentence) or ((said := _SAID_OF.match(sentence)) is not None and said[1] == "done")


def read_outcome(words: str, task: str = "", idiom: Idiom = NO_IDIOM, *, bare: bool = True) -> Status | None:
    """The status that a remark on an action tells: `received`, `Completed They were happy`, `a list has been created`.

    With `bare` a participle alone does: `received`.
    A participle of the verb with which the `task` begins tells it too: `Contact the firm: contacted`. What is done in part is open.
    """
    words = unwrapped(words)
    if is_handed_on(words, verb_of(task)):
        return Status.OPEN
    if words[:5] in {"Here ", "here "} and gives(words, task):
        return Status.DONE
    told = _whole(words := without_promise(words), task, idiom, bare=bare)
    return Status.OPEN if told is Status.DONE and _is_part(words, task, idiom) else told


def _is_part(words: str, task: str, idiom: Idiom) -> bool:
    """Whether a report tells of a part, and no word at its end says that all is done."""
    first, *more = words.split(". ")
    if more and _NOT_YET.search(more[-1].casefold()):
        return True
    return tells_part(first.casefold(), task) and not (more and read_report(more[-1], idiom) is Status.DONE)


def _whole(words: str, task: str, idiom: Idiom, *, bare: bool) -> Status | None:
    if (told := _said_whole(words, task, idiom)) is not None:
        return told
    run_on = _RUN_ON.match(words)
    if run_on and run_on[1].casefold() not in ASKED and (told := read_report(run_on[1], idiom)) is not None:
        return told
    sentence = words.split(". ", 1)[0].casefold()
    if sentence.rstrip().endswith("?"):
        return None
    verb = verb_of(task)
    if (verdict := read_verdict(sentence, verb)) is not None:
        return verdict
    if _LAST.split(words)[-1].strip(" .!").casefold() in CLOSING and verb != "close":
        return Status.DONE
    if is_step(words, verb) or (is_early(sentence, verb, pasts_of(task)) and not comes_of(sentence, task)):
        return None
    return _reported(words, sentence, task, bare=bare)


def _said_whole(words: str, task: str, idiom: Idiom) -> Status | None:
    """The status that a remark names and nothing else, or its last clause where that drops the task."""
    told = read_report(words, idiom)
    if told is Status.OPEN and words.casefold().strip(" .!") in pasts_of(task) and verb_of(task) not in GOES_ON:
        return Status.DONE  # `drafted` is all of `draft the letter`
    if told is Status.DONE and read_report(words.partition(", ")[0], idiom) is Status.DROPPED:
        return Status.DROPPED  # `Not going to happen, item closed`
    if told is None and (last := _HENCE.sub("", words.rpartition(", ")[2])) != words:
        told = read_report(last, idiom)
    last = _LAST.split(words)[-1] if told is None else ""
    if last and (read_report(last, idiom) is Status.DROPPED or (task and is_not_wanted(last.casefold(), task))):
        return Status.DROPPED  # `They mended it themselves – item dropped`
    return told


def _reported(words: str, sentence: str, task: str, *, bare: bool) -> Status | None:
    """What a remark tells by its verb; `sentence` is its first one, casefolded."""
    done = pasts_of(task)
    first = _FIRST.match(sentence)
    bare = (bare or _ALONE.match(sentence) is not None) and first is not None and not TO_DO.match(sentence)
    if first is not None and first[1] not in done and _TO_COME.search(sentence) and not comes_of(sentence, task):
        return None
    finished = (bare and first and _is_finished(first[1], done)) or is_done(sentence, task, done) or answers(sentence, task)
    idle = first is not None and not is_past(first[1]) and is_idle(frozenset(sentence.replace(",", " ").split()), verb_of(task), done)
    there = is_there(sentence) and may_be_there(sentence, verb_of(task)) and not names_another(sentence, task)
    finished = (finished and not idle) or there or comes_of(sentence, task) or (bare and not verb_of(task) and has_come_about(sentence))
    if finished and not is_unsure(sentence):
        return Status.DONE
    if task and tells_done(words, sentence, task):
        return Status.DONE
    return _told(words, task) or (Status.DONE if _is_shown(words, sentence, task) else None)


def _is_shown(words: str, sentence: str, task: str) -> bool:
    """Whether a remark shows what was to be made or put on the agenda."""
    if "agenda" not in sentence and "://" not in words and "#" not in words:
        return False
    from tcsg.reading.shown import shows  # lazy: few remarks do

    return bool(task) and shows(words, task)


def _cuts(text: str) -> Iterator[tuple[str, str, int]]:
    """The text before each sign that may part a task from how it went, the clause behind it, and where the sign stands."""
    for sign in islice(_SEPARATOR.finditer(text), _SIGNS):
        if sign.end() < len(text):
            rest = text[sign.end() :]
            yield text[: sign.start()], rest[: stop.start()] if (stop := _STOP.search(rest)) else rest, sign.start()


def _told(text: str, task: str = "", is_owner: Callable[[str], object] | None = None) -> Status | None:
    """What a whole clause tells: `PB has written to the council`."""
    sentence = _QUOTED.sub("", text.split(". ", 1)[0].casefold())
    if is_dropped(sentence):
        return Status.DROPPED
    if ((" done " in sentence or "did " in sentence) and did_so(sentence)) or did_then(sentence):
        return Status.DONE
    if is_unsure(sentence):
        return None
    if _IN_USE.match(sentence):
        return Status.DONE
    if task and (is_of_another(sentence, task) or is_early(sentence, verb_of(task), pasts_of(task))):
        return None
    if _GAVE_IT.search(sentence) or ((said := _SAID_OF.match(sentence)) and _is_finished(said[1], pasts_of(task))):
        return Status.DONE
    if _PERFECT.search(sentence):
        done = [word for word in _HAS.findall(sentence) if task or word not in _GIVEN_UP]  # what was to be cancelled only the task tells
        return Status.DONE if any(_is_finished(word, pasts_of(task)) for word in done) else None
    if verb_of(task) not in GOES_ON and not pasts_of(task).isdisjoint(_HAS.findall(sentence)):
        return Status.DONE  # `all the firms on the list were approached`
    return Status.DONE if _did(sentence, task) or (is_owner is not None and did(text, is_owner)) else None


def _did(sentence: str, task: str) -> bool:
    """Whether somebody did what the task tells them to: `Order sand: Pat ordered it last week`; an order is no report."""
    verb = verb_of(task)
    first, *more = re.findall(r"\w+", _QUOTED.sub("", sentence))[:_SOON] or [""]
    said = pasts_of(task) - {verb} if verb and verb not in GOES_ON else frozenset()
    said |= {verb} if verb in pasts(verb) and more[:1] == [verb] and first not in w.VERBS and first != "to" else frozenset()  # `Dee set up the call`
    drafted = "draft" in sentence and "draft" not in task.casefold()
    told = next((word for word in (first, *more) if word in said), None)
    if drafted or told is None or (first not in said and first in w.VERBS) or counts_another(_QUOTED.sub("", sentence).partition(told)[0], task):
        return False
    return not did_another(_QUOTED.sub("", sentence).partition(told)[2], task)


def _is_order(text: str) -> bool:
    """Whether a text says what is to be done before it tells what has been: `AH to ask what they have done`."""
    perfect = _PERFECT.search(text)
    return perfect is not None and any(order[1].casefold() in w.VERBS for order in _ORDER.finditer(text, 0, perfect.start()))


def _is_finished(word: str, done: frozenset[str]) -> bool:
    """Whether a participle says that a task is done: for any task, or for this one, of whose verb `done` are the past forms."""
    return word in w.FINISHED or word in w.DONE or word in done


def tells_other(said: str, task: str, *, closed: bool) -> bool:
    """Whether what is told of old matters is of something else than a task, or of a step towards it if it is told as `closed`."""
    verb, sentence = verb_of(task), said.partition(". ")[0].casefold()
    early = closed and (is_step(said, verb) or is_early(sentence, verb, pasts_of(task)) or is_of_another(sentence, task))
    return early or is_about_another(said, task)


def did_task(sentence: str, task: str) -> bool:
    """Whether a sentence tells that somebody did the task, or that it has been done, by the past of its verb: `Ann hung the lamps`."""
    return not _is_order(sentence) and _told(sentence, task) is Status.DONE
