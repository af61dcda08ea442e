"""Reports that only a part of a task is done: `three of fourteen scanned`, `half written`, `all but one sent`."""

from __future__ import annotations

import re

from tcsg import late
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_NUMBERS = {
    **{word: int(number) for word, number in w.CARDINALS.items()},
    **{word: number for number, word in enumerate(_TEENS, start=13)},
    "one": 1,
    "ein": 1,
    "eine": 1,
    "un": 1,
    "une": 1,
    "dozen": 12,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "hundred": 100,
}
_COUNT = rf"(?:\d{{1,4}}|(?:{w.alternatives(frozenset(_NUMBERS))})\b)"
_OF = late.compile(
    rf"\b({_COUNT}) (?:out of|of|von|sur)(?: (?:the|its|our|all|these|those|den|les|about|around|some|nearly|roughly))? ({_COUNT})(?: (hundred))?\b"
)
"""`Three of fourteen`."""
_SOME = (
    r"half(?![ -](?:term|day|year|time|board))|halfway|(?:a|one|two|three) (?:third|quarter|fifth)s?"
    r"|some|most(?! (?:recent|important|urgent|likely|of all))|mostly|mainly|largely|several|a few"
    r"|only|part|partly|partially|in part|parts|a part|zur hälfte|teilweise|zum teil|größtenteils|einige|en partie|partiellement|à moitié|la moitié"
    r"|certaine?s"
)
_FIRST = r"first (?:half|part|batch|round|tranche|instal?ment|section|draft|stage|phase|step|lot|bit|one|few|two|three|four|five|\d{1,2})"
_AROUND = r"(?:(?:so far|by now|already|now|just|about|around|roughly|over|more than|less than|at least|up to|the|he|she|they|we|i|has|have|had) )*"
_HEAD = late.compile(rf"{_AROUND}(?:{_SOME}|{_FIRST})\b")
_WITHIN = late.compile(
    r"\b(?:all (?:but|bar|except)|except(?:ing|ed)?|apart from|other than|save for|with the exception|bar (?:one|two|three))\b"
    rf"|\b(?:to|for|from|of) (?:half|most|some|several|a few|only)\b|\b(?:the|a) {_FIRST}\b|\b(?:so|thus) far\b|\bup to now\b|\bbisher\b"
    r"|\b(?:halfway|half ?way|partly|partially|teilweise)\b|(?<![\d.])(?<!done, )\d{1,2} ?%"
    rf"|\b(?:{_COUNT}|some|a few|several|the second|the last|(?:the )?(?:rest|others?|remainder)|another) (?:\w+ ){{0,2}}?"
    r"(?:to go|to do|to come|to follow|left|missing|remain(?:s|ing)?|outstanding|open|pending|not)\b"
    r"|\b(?:to do|to go|to follow|to come|still missing|not)[\s.!]*$"
)
_SIGNS = (
    *("half", "hälfte", "moiti", "third", "quarter", "fifth", "some", "most", "mainly", "largely", "größt", "several", "few", "only", "part", "teil"),
    *("einige", "certain", "first", "all b", "all e", "except", "apart", "other", "save for", "bar ", "far", "up to", "%", "bisher", "not"),
    *("rest", "remain", "to go", "to do", "to come", "to follow", "left", "missing", "outstanding", "open", "pending"),
)
"""What a report of a part has one of, where it counts nothing."""
_HALF = late.compile(
    r"(?:^|[\s(\[*_–—-])(?:done|completed?|finished|closed|sent|partly done)[*_]{0,2},? "
    r"(?:but(?! see\b)|except|apart from|although|however)\b.{0,120}",
    re.IGNORECASE,
)
_EXCEPTIONS = ("but", "except", "apart from", "although", "however")
"""What _HALF asks for."""
_ECHO = late.compile(
    r"[,;] (?:\d{1,4}|" + w.alternatives(frozenset(w.CARDINALS)) + r") (?:answers|replies|responses|comments|orders|entries|sign-?ups) so far"
)
"""What has come of what is done: `posted on Monday, 12 answers so far`."""
_LEAST = 2
_LONGEST = 300
"""Characters of a report."""


def tells_part(report: str, task: str = "") -> bool:
    """Whether a casefolded report that something has been done says so of a part of the `task` only."""
    report = _ECHO.sub("", report[:_LONGEST]) if " so far" in report else report[:_LONGEST]
    if " of " in report or " von " in report or " sur " in report:
        for found in _OF.finditer(report):
            if _number(found[1]) < _number(found[2]) * (_NUMBERS["hundred"] if found[3] else 1):
                return True
    if _is_fewer(report, task.casefold()) or _is_count(report, task.casefold()):
        return True
    if not any(map(report.__contains__, _SIGNS)) or "nothing" in report:
        return False
    part = _HEAD.match(report) or _WITHIN.search(report)
    return part is not None and part[0].strip() not in task.casefold()


_COUNTED = late.compile(rf"(?<![\w.,/:-])({_COUNT}) ([^\W\d_]+)(?: ([^\W\d_]+))?")
"""`three quotes`, `two new quotes`."""
_A_SINGLE = late.compile(r"(?:one|1|only one) ([^\W\d_]{3,20})\b")
"""`one speaker found`, of `find speakers`."""
_TOLD_OF = frozenset("are were have has in so received obtained got found done sent ordered booked completed finished delivered arrived came".split())
"""What follows a number that counts what the task names: `two received`."""


_SO_MANY = late.compile(rf"({_COUNT}) ([a-z]+)(?:\s*[,;.!–—(-]|\s*$| (?:so|by|already|until)\b)")


def _is_count(report: str, task: str) -> bool:
    """Whether a report begins with how many are done of a number that nothing tells: `40 done`, of `scan the photographs`."""
    found = _SO_MANY.match(report)
    if found is None or _number(found[1]) < _LEAST or not (found[2] in w.DONE or is_past(found[2])):
        return False
    return all(_number(number) != _number(found[1]) for number, *_ in _COUNTED.findall(task))


def _is_fewer(report: str, task: str) -> bool:
    """Whether a report counts fewer of a thing than the task names: `two quotes obtained`, of `get three quotes`."""
    wanted = [(_number(number), {noun.removesuffix("s") for noun in nouns if noun}) for number, *nouns in _COUNTED.findall(task)]
    single = _A_SINGLE.match(report)
    if single is not None and f"{single[1]}s" in task.replace(",", " ").split():
        return True
    for number, *nouns in _COUNTED.findall(report) if wanted else ():
        said = {noun.removesuffix("s") for noun in nouns if noun}
        for most, things in wanted:
            if _number(number) < most and (things & said or (len(wanted) == 1 and nouns[0] in _TOLD_OF)):
                return True
    return False


def half_done(text: str) -> str | None:
    """The words that say of an action both that it is done and that it is not: `done, but the roof still leaks`."""
    end = text[-300:].casefold()
    found = _HALF.search(text[-300:]) if any(map(end.__contains__, _EXCEPTIONS)) else None
    return found[0].strip(" ([*_–—-)]") if found else None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word]
