"""What somebody did on the way to what a task is to bring about: `emailed the firm`, of `order the lamps`; `sent to the printer`."""

from __future__ import annotations

from tcsg.reading.text import late_names, spelt_in
from tcsg.reading.words import vocabulary as w

_CONTACTED = late_names(
    r"(?:[A-Z][\w.'’-]+ ){0,2}(?i:(?:(?:has|have|had|now|already|i|we|he|she|they) )*"
    r"(?:e-?mailed|mailed|messaged|pinged|called|rang|phoned|texted|contacted|asked|told|notified|informed"
    r"|(?:wrote|written|spoke|spoken|talked) to)) "
    r"(?:(?:the|a|our|two|three|several) [a-z]|them\b|him\b|her\b|@?[A-Z])"
)
"""`emailed Ann`: a step, unless the task is to tell somebody something."""
TELLING = frozenset(
    """
    ask tell ping contact remind thank invite email mail call ring phone message write text send circulate inform notify talk speak check consult
    reach announce introduce distribute share forward follow liaise discuss confirm chase request let intro report approach
    """.split()
)
"""Verbs of tasks that are done when somebody has been told."""
_SENT_ON = late_names(
    r"(?i:(?:(?!to\b)[\w'’-]+ ){0,4}?(?:sent|submitted|passed|forwarded|given|delivered|e-?mailed)"
    r"(?: off| on| over)? to )(?!(?i:all|every|everyone|everybody|members|press)\b)"
)
"""`sent to the printer`: a step, where the task ends with what comes of it."""
_BEYOND = frozenset("publish print release launch issue sign approve adopt ratify agree repair mend fix frame bind translate install pay".split())
"""Verbs of tasks that are not done when the thing has been sent to somebody."""


_EARLY = frozenset(
    """
    ordered bought purchased printed received collected arrived came come made created produced written found designed built prepared drafted
    approved agreed booked got obtained checked counted cleaned
    """.split()
)
"""What is done with a thing before it is of use."""
_LATE = frozenset(
    """
    distribute install replace fit hang erect put deliver hand circulate send publish submit pay launch plant return display present announce
    exchange
    """.split()
)
"""Verbs of tasks that are done with a thing that is there: `leaflets printed` does not distribute them."""


def is_early(sentence: str, verb: str, past: frozenset[str]) -> bool:
    """Whether all that a casefolded report says was done is what comes before the deed of a task, whose verb is in the `past` forms."""
    if verb not in _LATE:
        return False
    told = [word for word in spelt_in(sentence) if word in _EARLY or word in past or word in w.FINISHED or word in w.DONE]
    return bool(told) and all(word in _EARLY and word not in past for word in told)


def is_step(words: str, verb: str) -> bool:
    """Whether a remark on a task with this verb begins with no more than a step towards it."""
    if not verb:
        return False
    return (verb not in TELLING and _CONTACTED.match(words) is not None) or (verb in _BEYOND and _SENT_ON.match(words) is not None)
