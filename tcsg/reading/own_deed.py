"""Whether a sentence of a review says that a task was done, by the past of the verb with which the task is told."""

from __future__ import annotations

from tcsg import late
from tcsg.model import Status
from tcsg.reading.its_thing import comes_of
from tcsg.reading.outcome import did_task, read_outcome
from tcsg.reading.partial import tells_part
from tcsg.reading.spoken import SAYING
from tcsg.reading.time_words import NUMBERS, ORDINALS
from tcsg.reading.verbs import pasts_of
from tcsg.reading.words import vocabulary as w

_TITLED = late.compile(r"[^:–—]{2,60}?(?::|\s[–—-]{1,2})\s+")
_OPEN_ENDED = late.compile(
    r"\bdrafts?\b|\bto (\w+)|\b(?:some|most|half|part|first|(?<!old )(?<!new )one|two|three|several|many|again|update|reminders?|only|apart"
    r"|except|others?|rest)\b|\?"
)
"""What is said of a part or of a draft, or what somebody is to do: `Bo ordered some of the lamps`, `Ann sent it to Bo to sign`."""

_SAID_THAT = late.compile(
    rf"[^\W\d_][\w.'’ -]{{0,40}}? (?:(?:has |have |had )?(?:{SAYING})"
    r"|(?:was|were|is|are) (?:pleased|happy|glad|delighted|able) to (?:report|say|confirm))"
    r"(?: (?:us|them|members|everyone|all|the [a-z]{3,15}))?(?: that (?=\w)| (?=(?:s?he|they|it)\b))"
)
"""`Ann reported that she had sold the tickets`: what she said is told as it was said to have been."""
_HAVING = late.compile(r" (?:reported|confirmed|mentioned) having (?=\w+)")

_IS = late.compile(r"\b(?:is|are|was|were) (?:now |all )?(\w+)")
_TOPIC = 3
"""Words of a topic that stands before what is told of it."""


def _is_in(word: str, task: str) -> bool:
    """Whether a word is one of the task as well, which may have numbers in figures: the aid of `first aid` is no part of it."""
    number = ORDINALS.get(word) or NUMBERS.get(word)
    return word in task or (number is not None and str(number) in task.split())


def tells_deed(said: str, task: str) -> bool:
    """Whether `said` tells that the `task` was done: `Ann sold all tickets`, `tickets: sold out`, `the tickets have been sold` of `sell tickets`."""
    done = pasts_of(task)
    first, _, rest = said.partition(". ")
    if rest and len(first.split()) <= _TOPIC and done.isdisjoint(first.casefold().split()):
        first = rest.partition(". ")[0]  # `Duck pond. The net has been mended.`
    first = _HAVING.sub(" has ", first) if " having " in first else first
    first = _SAID_THAT.sub("", first, count=1).replace(" had ", " has ")  # as minutes report it
    titled = _TITLED.match(first)
    report = first[titled.end() :] if titled else first
    come = comes_of(report.casefold(), task)
    if not come and done.isdisjoint(said.casefold().replace(",", " ").replace(".", " ").replace(":", " ").split()):
        return False
    if any((found[1] is None or found[1] in w.VERBS) and not _is_in(found[0], task) for found in _OPEN_ENDED.finditer(report.casefold())):
        return False
    if tells_part(report.casefold(), task):
        return False
    stands = come or titled is not None or any(word in done for word in _IS.findall(report.casefold()))  # `the hall is booked`
    return did_task(report, task) or (stands and read_outcome(report, task) is Status.DONE)
