"""How a task went, told by another verb than its own: `Talked to the yard` of `ask the yard`, `went with Marsh` of `choose a printer`.

What counts is of which kind the task is: one who was to ask somebody has done so when they talked to them, one who was to get
a thing when it is there. Whatever tells of a doubt, of a part or of something to come leaves it open.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.text import words_in
from tcsg.reading.things import is_of, things_of
from tcsg.reading.verbs import verb_of
from tcsg.reading.words.pasts import pasts

if TYPE_CHECKING:
    import re

_WE = r"(?:(?:i|we|they|he|she|it|all|both|now|already|also|has|have|had|was|were|is|are|been|i['’]ve|we['’]ve|they['’]ve|it['’]s|they['’]re) ){0,4}"
_WHO = r"(?!one |two |three |some |several |a few |\d)(?:(?:the |our )?(?:[\w'’.-]+ ){1,3}?)(?:(?:has|have|had|now) ){0,2}"
_END = (
    r"(?=\s*(?:[,;:!(–—]|\.(?!\w)|$)"
    r"|\s(?:on|in|at|by|from|since|last|this|today|yesterday|now|with|and|for|as|already|to (?:the|all|our|every\w*))\b)"
)
_NOT_WAS = r"(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )"
_SPEAKING = frozenset(
    "ask call consult contact discuss email enquire follow inquire liaise mail message phone ping query raise reach ring speak talk tell".split()
)
_ASKING = frozenset("approach ask contact invite request".split())
_SEEKING = _ASKING | frozenset("find get obtain recruit seek".split())
LOOKING = frozenset("assess check comment evaluate examine inspect look proofread read review".split())
"""Of what such a task is about it tells nothing that it is there."""
_CHOOSING = frozenset("choose decide determine pick select settle".split())
_GETTING = frozenset("buy collect fetch find get obtain order pick procure purchase request seek".split())
_HOLDING = frozenset("arrange attend convene hold host organise organize run schedule train meet".split())
_SETTING = frozenset("arrange book fix organise organize schedule set".split())
_NAMING = frozenset("bring mention propose raise".split())
_SHOWING = frozenset("advertise announce flag list mark post promote publicise publicize publish show".split())
_TELLING = frozenset("announce inform notify remind tell".split())
_TRYING = frozenset("test try verify".split())
_SEARCHING = frozenset("debug examine explore find identify investigate look".split())
_MENDING = frozenset("build configure debug enable fix get install make mend migrate move repair resolve set solve".split())
_REMARKS = r"(?:feedback|comments|remarks|suggestions)"
_ATTACHED = r"see (?:the )?(?:attachment|attached|annex|link)\b"
_CEASED = r"(?:no longer|does not|doesn['’]t) (?:happens?|occurs?|crash(?:es)?|fails?|leaks?|breaks?)"
_GATHERING = r"(?:meeting|session|workshop|event|training|course|visit|call|outing|tour|trip|party|fair|walk)"
_FAMILIES = (
    (_SPEAKING, rf"{_WE}(?:(?:talked|spoke|spoken|chatted)(?P<whom> (?:to|with) [^,;.:]+|{_END})|met(?P<them> (?:with )?[^,;.:]+))"),
    (_SPEAKING, rf"{_WE}had an? (?:\w+ )?(?:call|chat|word|talk|conversation)(?P<whom> with [^,;.:]+|{_END})"),
    (_SPEAKING | _TELLING, rf"{_WE}(?:wrote|written|e-?mailed|mailed|pinged|messaged|called|rang|phoned|texted)(?P<whom> (?:to )?[^,;.:]+)"),
    (_SPEAKING | _TELLING, r"[\w ]{0,30}\b(?:was|were|has been|have been) (?:told|informed|notified|asked|reminded)\b"),
    (_SPEAKING, r"(?P<whom>[\w'’ -]{2,40}?) (?:was|were|has been|have been) (?:already )?(?:contacted|approached|pinged)\b"),
    (_SPEAKING, rf"{_WE}(?:been|got) in touch\b|{_WE}sent (?:(?:them|him|her) )?an? (?:\w+ )?(?:e-?mail|mail|message|letter|note)\b"),
    (_SEEKING, rf"{_WHO}(?:accepted{_END}|agreed(?: to (?:do|take|help|come|speak|act)\b|{_END})|declined{_END})|(?:declined|accepted){_END}"),
    (_ASKING | _SPEAKING, rf"{_WHO}(?:confirmed|replied|answered|responded)(?: that\b|{_END})"),
    (_ASKING | _GETTING, rf"{_WHO}{_NOT_WAS}(?:sent|provided|gave|supplied|delivered|shared)(?P<whom> (?:us |me |in )?[^,;.:]+)"),
    (_ASKING | _GETTING, rf"{_WE}(?:got|received|have)(?P<whom> the [^,;.:]+)"),
    (_ASKING, rf"{_WE}(?:got|had|received) (?:an?|the) (?:answer|reply|response)\b"),
    (frozenset(("invite",)), rf"confirmed(?: for\b|{_END})"),
    (LOOKING, rf"{_WE}(?:had|taken|took) a (?:\w+ )?look\b|{_WE}looked (?:at|into|through|over)\b"),
    (LOOKING, rf"{_WE}(?:went|gone|been) through (?:it|them|all)\b|lgtm\b|looks (?:good|fine|ok)\b|{_WE}requested changes\b"),
    (LOOKING, rf"{_WE}(?:gave|given|left|sent|provided|made|added) (?:\w+ ){{0,2}}{_REMARKS}\b"),
    (LOOKING, rf"(?:my |our |the )?{_REMARKS} (?:(?:were|are|was|is|have been) )?(?:sent|given|left|added|made|in the)\b"),
    (LOOKING, rf"(?:it['’]s|(?:it|that|this|all|everything|(?:the )?\w+) (?:is|are|was|were)|all) (?:all )?(?:fine|ok|okay|good|in order){_END}"),
    (LOOKING, rf"(?:(?:the|both|all) )?(?:prs?|pull requests?|merge requests?|patch(?:es)?) {_WE}(?:approved|reviewed|accepted|merged)\b"),
    (_CHOOSING, rf"{_WE}(?:going|went|gone|go) (?:with|for) |{_WE}(?:decided|agreed|settled)(?: on |: )|{_WE}(?:chose|picked|selected)\b"),
    (_CHOOSING | _SEEKING, r"(?:we|i)(?:['’]ll| will) (?:use|take|go with) "),
    (_SEARCHING, r"(?:the )?(?:cause|reason|problem|culprit|bug) (?:was |is |has been )?(?:found|identified)\b"),
    (_TRYING, r"(?:the |it |all )?(?:\w+ )?(?:works|passed|passes)[\s.!]*$"),
    (_GETTING, rf"{_WE}(?:here|back){_END}|{_WE}(?:came|come) (?:back|in){_END}"),
    (_GETTING, rf"{_WE}picked (?:it |them )?up\b|(?:i|we) have (?:it|them|one|both|two){_END}"),
    (frozenset(("book", "get", "find")), rf"{_WE}reserved{_END}|(?:i|we) have(?P<whom> (?:the|a) \w+) (?:for|on)\b"),
    (frozenset(("buy", "order", "purchase")), r"(?:they are |it is )?on order\b"),
    (_MENDING, rf"(?:it )?{_CEASED}(?: any ?more)?{_END}|{_WE}(?:solved|fixed) by\b"),
    (_MENDING, rf"{_WE}(?:works|working|runs|running|live|in use) (?:now|again|since\b)|landed\b"),
    (_NAMING, rf"{_WE}brought (?:it|this|that) up\b|{_WE}(?:mentioned|raised) (?:it|this|there)\b"),
    (_NAMING, r"(?:it )?was (?:discussed|mentioned|raised) (?:at|in|by|with)\b"),
    (frozenset(("discuss",)), rf"{_WE}(?:talked|spoke) (?:about|through)\b"),
    (
        _HOLDING | frozenset(("plan",)),
        rf"(?:the |our )?(?:[\w+'’-]+ ){{0,2}}?{_GATHERING} (?:took place|was held|held|happened|is over|was (?:last|on|yesterday))\b",
    ),
    (_HOLDING, rf"{_WE}met(?: on| last| yesterday| in|(?P<whom> (?!to |in ).+))|{_WE}took place{_END}"),
    (_SETTING, r"(?:it is |it['’]s |they are )?(?:set|fixed|scheduled|arranged) for\b"),
    (_SETTING, rf"(?:the )?(?:date|meeting|day|time|call) (?:is |has been |was )?(?:set|fixed|arranged|agreed|settled){_END}"),
    (_SHOWING, r"(?:the |our )?(?P<whom>[^,;]{2,60}?) (?:is|are) now (?:advertised|announced|flagged|linked|listed|marked|posted|published|shown)\b"),
    (frozenset("prepare produce collate compile send circulate share".split()), _ATTACHED + r"|ready[\s.!]*$"),
)
"""Verbs, and what tells that one who was to do so did."""
_COMPILED = tuple((family, late.compile(told)) for family, told in _FAMILIES)
_NUMBERED = late.compile(
    rf"(?:(?:it['’]s|it is|filed|opened|is|now|raised|created|issue|pr|ticket|bug|as|see) ){{0,3}}(?:[\w.-]+/[\w.-]+)?#\d+{_END}"
)
"""`Issue #55`, `filed as #55`: the number of what was to be opened."""
_OPENING = frozenset("create file log make open raise report".split())
_TICKETS = frozenset("issue issues ticket tickets bug bugs pr discussion".split())
_PASSIVE = late.compile(
    rf"(?:(?:the|our|a|new|all) )*((?:[^\W\d_][\w'’-]* ){{0,3}}?)(?:is|are|was|were|has been|have been) (?:(?:now|all|both|already) )?"
    rf"([a-z-]+)(?: (?:up|out|off|down))?{_END}"
)
_PROMISED = late.compile(
    r"[,;.]? (?:(?:and|but|so) )?(?:they|he|she|it)(?:['’]ll| will) (?:come|attend|speak|join|be there|help"
    r"|(?:do|handle|fix|take|consider|discuss|address|see to|deal with|look into|look at|take care of) (?:it|this|that))\b"
)
"""What others promised to somebody who did their own part: `asked, they will do it`."""
_DOUBT = late.compile(
    r"\b(?:not|never|yet|still|but|however|wait|waiting|awaiting|pending|until|will|would|should|might|needs?|tr(?:y|ies|ying)|again|more|missing"
    r"|partly|partially|half|some|only|drafts?|first|almost|nearly|started|reminder|soon|next|unless|later|open|question|unclear|nobody|none|nothing"
    r"|looking|thinking|considering|checking|working|to (?:be|come|follow)|(?:for|in|under|needs) (?:review|comments?|approval|feedback|signature)"
    r"|no (?:answer|reply|response|news|decision|result))\b|\bmay (?!\d)(?<!\d may )|n['’]t\b|\?"
)
_CERTAIN = late.compile(
    rf"\b{_CEASED}\b|\bany ?more\b|\b(?:works|working|runs|running) again\b"
    r"|^(?:we|i)(?:['’]ll| will) (?:use|take|go with)\b|^(?:set|fixed|scheduled) for next\b"
)
"""What is no doubt though it has a word of one."""
_THEM = frozenset("they them him her it this that these those".split())
_SMALL = frozenset("the our a an to with on last and of me us".split())
_BEHIND = frozenset("to for on with in from about at by whether into onto as via if that over before after and".split())
"""Words with which the thing ends with which something is done."""
_HOW_TO = late.compile(r"\b(?:how|when|where) to ([a-z]+)")
"""What somebody decides about, which is decided once it has been done: `decide how to hold the fair`."""
_NEAR = 3
"""Words in which whom somebody talked to is named."""


def tells_done(words: str, sentence: str, task: str) -> bool:
    """Whether a remark says by another verb that its task was done; `sentence` is its first one, casefolded."""
    verb = verb_of(task)
    if not verb or _DOUBT.search(_CERTAIN.sub("", words.casefold())):
        return False
    said = words_in(task.casefold())
    asks = "find out" in task.casefold() or f" {verb} with " in f" {task.casefold()}"  # `check with the bank`
    kinds = {verb, "ask"} if asks else {verb, *_HOW_TO.findall(task)} if verb in _CHOOSING else {verb}
    if any(not kinds.isdisjoint(family) and _tells(pattern.match(sentence), said) for family, pattern in _COMPILED):
        return True
    if _is_done_to(sentence, task, verb):
        return True
    return verb in _OPENING and not _TICKETS.isdisjoint(said) and _NUMBERED.match(sentence) is not None


def _tells(found: re.Match[str] | None, said: list[str]) -> bool:
    """Whether a remark tells it, and of whom the task names where somebody is named: `talked to Bo` is none of `ask the yard`."""
    if found is None:
        return False
    named = found.groupdict()
    whom = [word for word in words_in(named.get("whom") or named.get("them") or "") if word not in _SMALL]
    first = list(takewhile(lambda word: word not in _BEHIND, whom))
    return not first or first[0] in _THEM or not {*first[:_NEAR]}.isdisjoint(said)


def without_promise(words: str) -> str:
    """A remark without what others promised then: of `asked, they will do it` the first word."""
    found = _PROMISED.search(words) if "ll " in words else None
    return words[: found.start()] if found is not None and found.start() else words


def _is_done_to(sentence: str, task: str, verb: str) -> bool:
    """Whether something is told to be what the task makes of it: `list is set up`, `the gutters are clean`."""
    found = _PASSIVE.match(sentence)
    if found is None or (found[2] not in pasts(verb) and found[2] != verb):
        return False
    thing = tuple(words_in(found[1]))
    return is_of(thing, things_of(task)) or (not thing and found[2] != verb)
