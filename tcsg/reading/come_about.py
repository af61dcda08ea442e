"""What has come about, as people say it: `Oars – came on Friday`, `Masts – found!`, `Posters are up`, `List sent to all`."""

from __future__ import annotations

import re

from tcsg import late
from tcsg.reading.text import MONTH
from tcsg.reading.words import vocabulary as w

_END = (
    r"(?=\s*(?:[,;:!(–—]|\.(?!\w)|$)"
    r"|\s(?:on|in|at|by|from|since|for|via|through|under|behind|today|tonight|yesterday|last|this|the same|just|now|again|with (?:the|her|his|our|us)"
    rf"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH})\b)"
)
"""What may follow: the end of the clause, when or where; `arrived damaged` and `found to be leaking` tell something else."""
_NOW = r"(?:(?:they|it|he|she|we|all|both|now|already|has|have|had|is|are|was|were|been|it['’]s|they['’]re) ){0,4}"
_HERE = late.compile(r"here (?:it is|they are|(?:is|are) (?:the|a|my|our) (?:[\w-]+ ){0,2}?([\w-]+))(?=\s*(?:[:.!]|$|\(?https?:))", re.IGNORECASE)
"""`Here is the link: …`"""
_IN_PLACE = late.compile(
    r"(?:(?:[\w'’-]+ ){1,4}(?:is|are|has been|have been) )?(?:(?:now|already|back|all) ){0,2}"
    r"(?:up (?:and running|again|since [\w ]{2,20})|(?<=now )available (?:on|at|in|from|here|under)\b.{0,200}"
    r"|(?:live|online|in (?:place|use|force|service))(?: again| now| since [\w ]{2,20})?)[\s.!]*$"
)
"""`New signs are in place`, `up since Friday`: what was to be had is there."""
_THERE = late.compile(
    rf"{_NOW}(?:found|arrived|(?:(?<=has )|(?<=have ))come|came|went (?:out|off)|fetched|counted|surveyed|inspected|adopted|reproduced){_END}"
    rf"|{_NOW}(?:got|found) (?:it|them|one|somebody|someone|some|\d+|{w.alternatives(frozenset(w.CARDINALS))}){_END}"
    rf"|(?:(?:the )?[\w'’-]+ ){{0,2}}(?:has|have) said yes{_END}|passed(?=\s*[,;!]|\s*$)|out (?:on|to) (?:all|the|our|every)\b"
    rf"|{_NOW}(?:up|in)(?=\s*[,;:!.]|\s*$|\s(?:now|again|since|already)\b)"
    r"|(?:yes|yep|yeah)(?=\s*[,!.:]|\s*$)(?!.{0,3}\bplease\b)"
)
"""`found! Behind the shed`, `came yesterday, phew`, `are up, leaflets too`, `all in`, `yes! a ham`."""
_SHOWN = late.compile(
    r"(?:(?!(?:[\w'’-]+ ){0,4}(?:drafts?|outline|half|part|some|most|first|one|not|no|what|who|which|whether|if)\b)"
    r"(?:[\w'’-]+ ){1,5}?(?:is|are|was|were) )?"
    r"(?:(?:now|already|all|back|is|are|finally|up|there) ){0,3}"
    r"(?:on (?:the|our|its) (?:new )?(?:web ?site|site|web ?page|home ?page|board|notice ?board|wall|wiki|intranet|door|shelf|drive)"
    r"|in (?:the|our) (?:(?:shared|team|common|google) )?(?:drive|folder|repo|repository|archive|wiki|cloud|library|cupboard|safe)"
    r"|(?<=up )on (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|last|next|this|\d)(?:the |our )?[\w.-]+)" + _END
)
"""`form is on the website since Sunday`, `price list is in the drive`, `photos are up on the forum`"""
_DEEDS = w.FINISHED | frozenset(
    "found arrived counted adopted installed hung painted fetched sold fitted placed opened awarded lodged circulated".split()
)
_THING = late.compile(
    r"([^\W\d_][\w'’-]* (?:[^\W_][\w'’-]* ){0,3}?)(?:(?:is|are|was|were|has been|have been) )?"
    rf"(?:{w.alternatives(_DEEDS)}|came|went (?:out|off))(?: (?:to (?:all|everybody|everyone|the|our|us|members)\b|off\b|out\b|up\b))?(?! ?\(){_END}"
)
"""A thing, and what was done with it: `agenda sent`, `shed key found in the cellar`; what has its owner behind is a task, `flag mended (Ann)`."""
_OTHERWISE = frozenset(
    """
    a an the to of for with by about as is are was were be been being get gets got have has had and or not no never half some most part partly nearly
    almost newly recently previously already yet if when once until what which who how who's that nobody nothing none any his her their
    i we you he she they it
    """.split()
)
"""Words of which none stands in that: `the form is sent`, `list of boats sold`, `get the boat painted`, `half of the oars arrived`."""
CLOSING = frozenset(
    (
        *("closing", "closing it", "closing this", "closing this action", "closing this item", "closing this issue", "closing this ai"),
        *("close", "close it", "let's close it", "to close", "close action", "close item", "close this"),
        *("can close", "can now close", "ready to close", "to be closed", "for closure", "recommend closure", "recommend closing"),
        *("recommend close", "recommend to close", "recommended for closure", "propose closure", "propose to close", "proposed for closure"),
    )
)
"""What the last clause of a report asks for: `Two sessions held. Close.`, `agreed today – close`"""
_NOBODY = late.compile(r"\b(?:nobody|nothing|none|no one)[\s.!]*$")
"""What is said of the rest: `year 2 found, year 5 nobody`."""


def is_there(sentence: str) -> bool:
    """Whether a remark, in small letters, says that what was to be had or found is there now."""
    return (_THERE.match(sentence) or _IN_PLACE.match(sentence) or _SHOWN.match(sentence)) is not None


def has_come_about(sentence: str) -> bool:
    """Whether a clause of a review, in small letters, is a thing and the past of what was to be done with it, and gives no order."""
    told = _THING.match(sentence)
    if told is None:
        return _SHOWN.match(sentence) is not None
    thing = told[1].split()
    if not _OTHERWISE.isdisjoint(thing) or _NOBODY.search(sentence):
        return False
    return len(thing) == 1 or thing[0] not in w.VERBS  # `order placed`, `form sent`, but not `form a crew`


def gives(words: str, task: str) -> bool:
    """Whether words hand out what the task is to bring: `Here it is`, `Here is the link` of one who is to add a link."""
    here = _HERE.match(words)
    return here is not None and (here[1] is None or here[1].casefold().removesuffix("s") in task.casefold())
