"""What has come of the very thing that a task is about: `the report is out`, of `publish the report`; `the gate closes again`, of `mend the gate`."""

from __future__ import annotations

import re

from tcsg import late
from tcsg.reading.stands import stands
from tcsg.reading.text import MONTH, has_digit, spelt_in
from tcsg.reading.things import GENERAL, GOES_ON, SMALL, WEIGHED, head_of, heads_of, is_deed, is_of, singular, things_of
from tcsg.reading.verbs import pasts_of, verb_of

_END = (
    r"(?=\s*(?:[,;:!(–—]|\.(?!\w)|$|\s-\s)"
    r"|\s(?:to (?:all|everybody|everyone|members|the (?:members|list|group|committee|board))"
    r"|on|at|by|from|since|via|with|over|during|until|till|today|tonight|yesterday|last|this|just|now|again|already|fine|well|thanks|and"
    rf"|in (?:(?:the|our) [\w-]+\s*(?:[.,;]|$)|\d|{MONTH}|(?:early|mid|late) )|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}|\d{{1,2}}[./]\d)\b)"
)
"""What may follow: the end of the clause, when or how."""
_THING = (
    r"(?P<thing>(?!to\b)(?:(?!(?:is|are|was|were|has|have|had|been|be|being|not|no|nor|but|if|when|once|half|some|most|part|first|second|another|other"
    r"|go|goes|going|come|comes|get|gets|put|puts|send|sends|bring|brings|need|needs|want|wants|who|what|that|which)\b)"
    r"[\w.£$€'&/-]+(?:,\d+)* ){0,8}?)"
)
_BEEN = r"(?:(?:is|are|was|were|has|have|had|been|now|already|all|both|finally|just|back|also|it's|they're) ){0,4}"
_OUT = (
    r"out|up|live|online|on the (?:new )?(?:web ?)?(?:site|page)|in the (?:post|mail)|(?:went|gone) (?:out|off|live|online|round|around|up|to all)"
    r"|appeared|came out|come out|(?<=is )send|(?<=was )send|(?<=already )send"
)
_THERE = r"in|here|there|arrived|obtained|came(?: in)?|come(?: in)?|received|to hand"
_WORKING = r"works?|runs?|working|running|(?:closes|opens|shuts|locks)(?= (?:again|now|fine|well|properly)\b)|as good as new|ok|okay|fine|in order"
_SET = (
    r"(?:set up|booked|reserved|fixed|arranged|scheduled|in place)(?: (?:for|to) [^,;]{1,40})?|on (?:the )?\d[^,;]{0,30}"
    r"|(?:in|on) (?:the|our|your|everybody's|everyone's) (?:diary|diaries|calendars?)(?: for [^,;]{1,40})?"
)
_OPEN = frozenset("open clear empty clean complete dry close".split())
"""What a thing is with which that was done: `the account is open`."""
_HELD = r"took place|taken place|happened|went ahead|went (?:(?:very|really|quite) )?well|held"
_OVER = r"through|across|over"
_WRITTEN = r"(?:in|on) (?:the|our) (?:shared )?(?:wiki|folder|drive|repo|repository|intranet|board|share)|written|there"
_STORED = r"(?:in|on) (?:the|our) (?:[\w-]+ ){0,2}?(?:repo|repository|folder|drive|wiki|channel|chat|office|minutes|archive)|attached|available"
_ANY = r"done|finished|completed?|in place|settled|arranged|organi[sz]ed|sorted(?: out)?|dealt with|taken care of"
_FRESH = r"up[ -]to[ -]date|current|correct|actuali[sz]ed|in line"


def _families(*told: tuple[str, str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for verbs, come in told:
        for verb in verbs.split():
            found.setdefault(verb, []).append(come)
    return {verb: "|".join(come) for verb, come in found.items()}


_COME = _families(
    ("publish post upload release issue announce launch circulate distribute send share email mail print add put write advertise update", _OUT),
    ("get obtain collect order buy purchase request source procure fetch borrow hire gather", _THERE),
    ("repair fix mend restore", rf"{_WORKING}|fixed|mended|repaired"),
    ("set book schedule arrange reserve convene", _SET),
    ("set schedule arrange invite", r"sent(?: out)?|went out|gone out|out"),
    ("migrate move switch transfer convert", _OVER),
    ("draft write prepare create produce compile draw make", _WRITTEN),
    ("notify inform tell", _OUT),
    ("update refresh revise correct amend", _FRESH),
    (
        "send circulate distribute share email mail forward",
        r"(?:sent|e?-?mailed|circulated|distributed|shared|posted|passed)(?: on| out| off| round| around)?",
    ),
    ("create set establish make", r"exists?|set up|up and running|there"),
    ("ask request chase press nudge", _THERE),
    ("return print", r"back"),
    ("set agree fix confirm arrange", r"(?<=date is )(?:now )?(?:the )?\d[^,;]{0,30}"),
    ("remove delete drop clear", r"gone"),
    ("document describe", r"in (?:the|our) (?:docs|documentation|handbook|manual|readme|guide|wiki)"),
    ("find recruit invite appoint book", r"confirmed|on board|signed up|lined up"),
    ("submit apply file", r"in|handed in|sent off|submitted|filed"),
    ("circulate distribute send share email publish post upload get collect obtain request create draft write prepare update document", _STORED),
    ("create draft write prepare", r"here"),
    ("draft write", r"(?:went|gone) out|out|sent(?: out)?|published"),
    ("draft write prepare print paint build finish make create produce design compile record film edit", r"ready"),
    ("add implement fix mend merge", r"in|merged|landed|released"),
    ("create", r"out|sent(?: out)?"),
)
"""What becomes of the thing of a verb, besides what becomes of any."""
_HOLDING = frozenset("set schedule arrange organise organize convene hold".split())
"""What is done when the thing takes place."""
_INVITES = frozenset(("invite", "invitation"))
_OCCASIONS = frozenset("meeting call session visit workshop event talk interview training course seminar appointment".split())
"""What is there when it takes place, by whatever name: `Meeting held`, of `set up a call`."""
_OWN = late.compile(rf"{_THING}{_BEEN}(?P<past>[a-z]{{3,20}})(?: (?:in|out|up|off|round|down|back))?{_END}")
"""`The form for the county handed in`, of `hand in the form`"""
_BROUGHT = late.compile(
    r"(?:[\w.'-]+ ){1,3}?(?:(?:has|have) )?(?:presented|showed|shown|shared|circulated|brought|submitted|handed in|provided|supplied|produced) "
    r"(?P<thing>(?:the |his |her |their |all |a |an )?(?:[\w-]+ ){0,2}[\w-]+?)(?=\s(?:for|to|from|on|of|by|at|about|and)\b|\s*(?:[.,;:]|$))"
)
"""`Ann presented three quotes`"""
_BRINGING = frozenset("get obtain collect prepare draft write produce compile create gather source find design make".split())
_DEED_DONE = late.compile(
    r"(?:(?:the|a|an|our) )?(?P<kind>(?:[\w-]+ )?)(?P<deed>(?!(?:is|was|has|have|been|now|went|took)\b)[\w-]+)"
    rf"(?: of (?:[\w-]+ ){{0,4}}[\w-]+?)? (?:(?:is|was|has been|have been|now|already) ){{0,3}}"
    r"(?:done|made|completed?|finished|through|carried out|placed|sent|submitted|filed|in|given|added|run|held|took place|taken place"
    rf"|went (?:fine|well|smoothly|ok|through)){_END}"
)
"""`Migration is through`, `order placed`"""
_DID_DEED = late.compile(
    r"(?:[\w.'-]+ ){0,3}?(?:finished|completed|did|done|made|carried out|placed|ran|run) (?:(?:the|his|her|their|a|an|our|with the) )?"
    rf"(?P<kind>(?:[\w-]+ )?)(?P<deed>[\w-]+)(?: of [^,;.]{{1,80}}|{_END})"
)
"""`Bo finished the migration of the server`"""
_SPOKE = late.compile(
    r"(?:[\w.'-]+ ){0,3}?(?:(?:has|have|had) )?(?:(?:(?:been|got) in touch|in touch|spoken|spoke|talked|met) (?:to|with)"
    r"|met|(?P<wrote>e-?mailed|rang|phoned|called|telephoned|wrote to|written to|messaged|texted|visited))"
    r" (?:them\b|him\b|her\b|(?P<whom>[^,;.:]{2,80}))"
)
"""`Dee has been in touch with the insurers`"""
_CONTACTING = frozenset("contact approach reach liaise".split())
_TALKING = frozenset("talk speak meet chat".split())
_CALLED = late.compile(
    r"(?:(?:the|a|phone|telephone) ){0,2}(?:call|chat|conversation|meeting) (?:(?:is|was|has|been|now|already) ){0,3}"
    r"(?:done|made|held|took place|taken place|happened)" + _END
)
"""`Phone call made`"""
_MOVING = frozenset("move relocate transfer return take bring put hang install add post place".split())
_PLACED = late.compile(
    _THING + r"(?:(?:is|are|was|were|has|have|been|now|already|all) ){1,4}(?:in|at|on|with) (?:(?:the|our) )?(?P<where>[\w'-]+)" + _END
)
"""`The board is at the library`, of `move the board to the library`"""
_COUNTED = late.compile(
    r"(?:the )?(?:results?|outcome)[:,]?(?: (?:is|was|were|are))? "
    rf"(?:\d+ (?!{MONTH})|all (?:in )?(?:favou?r|yes)|passed|approved|accepted|adopted|carried|agreed|yes|unanimous)"
)
_BALLOTS = frozenset("ballot election poll referendum survey vote".split())
"""What has results when it is over: `results: 3 in favour`."""
_WHETHER = late.compile(r"\b(?:whether|if) (?P<of>[^,;.]{3,80})")
_AGREED = late.compile(r"((?:[\w.-]+ ){0,4}?)(?:has |have |had )?(?:agreed|said yes|given (?:us )?permission)" + _END)
"""`The school has agreed`"""
_FINE = r"fine|ok|okay|all right|alright|in order"


_AWHILE = late.compile(r"\bfor (?:now|the (?:time being|moment|present))\b|\b(?:temporar|provisional)")


def may_be_there(sentence: str, verb: str) -> bool:
    """Whether it tells something of a task with a verb that the thing is there now, or a report answers yes."""
    return verb not in WEIGHED or sentence.startswith(("yes", "yep", "yeah"))


def comes_of(sentence: str, task: str) -> bool:
    """Whether a casefolded report says that what a task was to bring about is there."""
    verb = verb_of(task)
    if not verb:
        return False
    if _AWHILE.search(sentence):
        return False
    sentence = sentence.replace("’", "'")
    return any(
        _comes_of(said, task, verb) or stands(said, task, verb)
        for said in dict.fromkeys((sentence, sentence.replace("'s ", " is "), sentence.replace("'s ", " ")))
    )


def _comes_of(sentence: str, task: str, verb: str) -> bool:
    asked = _WHETHER.search(task.casefold())
    if asked is not None:
        return _is_answer(sentence, asked["of"], task)
    if _COUNTED.match(sentence) is not None and not _BALLOTS.isdisjoint(heads_of(task)):
        return True
    come = _pattern(verb).match(sentence)
    if come is not None and _is_meant(come["thing"], task, occasion=come["held"] is not None) and not _is_half(come["thing"], sentence, task):
        return True
    own = _OWN.match(sentence)
    if (
        own is not None
        and own["past"] in pasts_of(task)
        and not (verb in GOES_ON and not own["thing"])  # `Chased again`
        and _is_meant(own["thing"], task, occasion=False)
        and not _is_half(own["thing"], sentence, task)
    ):
        return True
    if verb in _CONTACTING | _TALKING and (spoke := _SPOKE.match(sentence)) is not None and not (verb in _TALKING and spoke["wrote"]):
        return spoke["whom"] is None or is_of(tuple(spelt_in(spoke["whom"])), things_of(task))
    if verb in _CONTACTING | _TALKING and _CALLED.match(sentence) is not None:
        return True
    if verb in _MOVING and (placed := _PLACED.match(sentence)) is not None:
        return _is_meant(placed["thing"], task, occasion=False) and placed["where"] in task.casefold().split()
    if verb in _BRINGING and (brought := _BROUGHT.match(sentence)) is not None:
        said = tuple(spelt_in(brought["thing"]))
        return head_of(said) in heads_of(task) and "draft" not in said
    return any(
        (deed := one.match(sentence)) is not None and is_deed(deed["deed"], verb) and _is_kind(deed["kind"], task) for one in (_DEED_DONE, _DID_DEED)
    )


_PATTERNS: dict[tuple[str, str], re.Pattern[str]] = {}


def _pattern(verb: str) -> re.Pattern[str]:
    """What a report says of the thing of a verb."""
    come, held = _COME.get(verb, _ANY), _HELD if verb in _HOLDING else "(?!)"
    come = rf"{come}|(?<=is |re ){verb}" if verb in _OPEN else come
    if (come, held) not in _PATTERNS:
        _PATTERNS[come, held] = re.compile(rf"{_THING}{_BEEN}(?:{come}|{_ANY}|(?P<held>{held})){_END}")
    return _PATTERNS[come, held]


_SHORTENED = 4
"""Letters of a word cut short."""


_CHANGES = frozenset("pr prs mr patch draft drafts outline".split())
_IN_USE = late.compile(r"\b(?:in|merged|landed|released|live)\b")


def _is_half(thing: str, sentence: str, task: str) -> bool:
    """Whether all that is there is a draft or a change that is in no use so far: `PR is up`, `the draft is there`."""
    half = _CHANGES.intersection(spelt_in(thing)) - {*spelt_in(task.casefold())}
    return bool(half) and not (_IN_USE.search(sentence) and half.isdisjoint(("draft", "drafts", "outline")))


def _is_meant(thing: str, task: str, *, occasion: bool) -> bool:
    """Whether a report names the thing of a task, or what comes of its verb: `the draft`; one held is so by whatever name."""
    said, number = tuple(spelt_in(thing)), {word.removeprefix("v") for word in thing.split() if "." in word and has_digit(word)}
    head, verb = head_of(said) if set(said) - {"v"} else "", verb_of(task)
    if number and not number <= {word.removeprefix("v") for word in task.casefold().split()}:
        return False  # `3.0.1 is out`, of `release version 3.1`
    if not head or head in GENERAL:
        return all(word in GENERAL | SMALL | {"v"} or singular(word) in GENERAL for word in said)  # `roadmap item 4` is a part
    things = heads_of(task)
    if head in things or head == verb or is_deed(head, verb) or (head in _INVITES and verb in _HOLDING and not occasion):
        return True
    if len(head) >= _SHORTENED and any(thing.startswith(head) for thing in things):
        return True  # `the retro`
    return occasion and head in _OCCASIONS and not _OCCASIONS.isdisjoint(things)


def _is_kind(words: str, task: str) -> bool:
    """Whether the word before such a noun is none, or of the task."""
    said = {singular(word) for word in words.split()} - SMALL
    return said <= {singular(word) for word in spelt_in(task.casefold())}


def _is_answer(sentence: str, asked: str, task: str) -> bool:
    """Whether a report answers what was to be found out: `it is accessible`, of `check whether the lift is accessible`."""
    about = tuple(spelt_in(asked))
    if not about:
        return False
    agreed = _AGREED.match(sentence)
    if agreed is not None and head_of(tuple(spelt_in(agreed[1]))) in GENERAL | {singular(word) for word in spelt_in(task.casefold())}:
        return True
    last = rf"(?:(?:is|are|does|do|was|were) (?:indeed |all )?)?{re.escape(about[-1])}"
    answer = re.match(rf"(?:yes,? )?{_THING}(?:(?:is|are|does|do|was|were) (?:indeed |all )?(?:{_FINE})|{last}){_END}", sentence)
    if answer is None:
        return False
    head = head_of(tuple(spelt_in(answer["thing"])))
    return head in GENERAL or head in {singular(word) for word in about}
