"""Short remarks on an action of an earlier meeting that say how it went: `can be closed`, `decided against it`, `KK did this`."""

from __future__ import annotations

from tcsg import late
from tcsg.model import Status
from tcsg.reading.did import last_deed
from tcsg.reading.text import MONTH
from tcsg.reading.things import heads_of
from tcsg.reading.verbs import verb_of
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

_IT = r"(?:(?:this|it|that|(?:this |the )?(?:action|item|task))(?:['’]s)? )?"
_WHEN = (
    r"(?: (?:already|now|too|today|yesterday|tonight|offline|(?:last|this) \w{3,12}(?: \w{3,12})?"
    r"|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|\d{1,2}[./]\d{1,2}[./\d]{0,5}"
    r"|(?:in|on|at|via|under|during|before|after|since|through|over) (?!part\b|principle\b|theory\b|draft\b|progress\b|hold\b|track\b).{1,60}))?"
)
_NEEDLESS = r"(?:no longer|not) (?:\w+ )?(?:applicable|relevant|needed|required|necessary|possible|an issue|of interest|wanted|valid)"
_GIVEN_UP = late.compile(
    rf"{_IT}(?:is |was )?(?:now )?no longer (?:\w+ )?(?:applicable|relevant|priority|needed|required|necessary"
    r"|possible|an issue|of interest|wanted|valid)\b"
    rf"|(?:closed|closing|dropped),? (?:this |it )?(?:as|because|since) (?:it['’]s |(?:it|this) is )?{_NEEDLESS}\b"
    r"|(?:\w+ ){0,3}(?:decided|agreed|voted) (?:not to (?:do|pursue|proceed|go (?:ahead|forward)|continue|follow|bother)|against)\b"
    r"|(?:\w+ ){0,3}(?:will not|won['’]t|not going to)(?: now)? (?:(?:be )?(?:done|pursued)|do|fix|happen|pursue|proceed)(?: (?:this|it|that))?$"
    r"|(?:we(?:['’]re| are) )?not (?:doing|pursuing|proceeding|going ahead|going forward)(?: with)?"
    r"(?: (?:this|it|that))?(?: any ?more| any longer| after all)?$"
    r"|(?:\w+ ){0,2}(?:agreed|decided) to (?:drop|abandon|cancel|remove|withdraw)(?: (?:this|it|that|the (?:action|item)))?$"
    r"|(?:(?:i|we) (?:think|guess|suggest) )?(?:that )?we (?:can|could|should|may) (?:just )?drop (?:this|it|that)(?: (?:action|item|one))?$"
    rf"|{_IT}(?:can|could|may|should)(?: now)? be (?:dropped|removed|cancelled|withdrawn)(?: from [\w ]{{1,30}})?$"
    r"|(?:\w+ ){0,3}(?:given|gave) (?:it |this |that |them )?up(?:,? (?:on|for|after|because|as|since) .{1,60})?$"
    r"|(?:(?:the|this|that|our) )?(?:[\w-]+ ){0,3}(?:was|were|is|has been|have been) (?:now |since )?"
    r"(?:dropped|cancell?ed|given up|shelved|abandoned|called off)(?: .{1,60})?$"
    r"|(?:now )?(?:moot|not applicable|wontfix)(?: now)?$|n/a now$"
)
"""`No longer really applicable`, `we decided against it`"""
_PUT_OFF = late.compile(
    r"(?:(?:the )?(?:due date|deadline|date|target)(?: is| was| has been)?(?: now)? )?"
    r"(?:changed|extended|moved|postponed|deferred|pushed|punted|bumped|carried|rolled|added|transferred)(?: back| over| forward| on)?"
    r" (?:to|until|till) (?:the |our )?"
    r"(?:(?:next|later|following|agenda|may|q[1-4]|(?:early |late )?(?:spring|summer|autumn|fall|winter)|(?:the )?new year)\b"
    rf"|\d|{MONTH}|(?:mon|tues|wednes|thurs|fri)[a-z]*\b"
    r"|\w+ (?:meeting|agenda|month|week|quarter|year|session|call|sprint|term)\b)"
)
"""`Moved to May`, `added to the agenda`"""
_CLOSED = late.compile(
    rf"{_IT}(?:can|could|may|should)(?: now)? be (?:closed|ticked off|marked (?:as )?(?:done|completed?|closed))$"
    r"|(?:(?:we )?(?:can|could|should|may|will)(?: now)? close|closing|(?:\w+ ){0,2}(?:agreed|decided) to close)"
    r"(?: (?:this|it|that|the)(?: action| item| one)?)?(?: now| out)?$"
    r"|let['’]s close(?: (?:this|it|that)(?: action| item| one)?)?(?: now)?$"
    r"|mark(?:ed)? (?:this |it )?(?:as |off as )?(?:done|completed?|closed)$"
    rf"|(?:(?:this|it|that|the \w{{3,15}}(?: \w{{3,15}})?) )?(?:has |have )?(?:happened|took place|taken place|went ahead){_WHEN}$"
    rf"|(?:\w+ ){{0,2}}(?:\w+['’](?:s|ve) |has |have )?(?:did|done) (?:this|it|that|so){_WHEN}$"
)
"""`Can be closed`, `took place in May`, `KK did this`"""
_DECIDING = (
    *("no longer", "clos", "drop", "decided", "agreed", "voted", "not ", "won't", "won’t", "remove", "withdrawn", "cancel", "gave", "given"),
    *("shelved", "abandoned", "called off", "moot", "n/a", "wontfix", "ticked", "mark", "happened", "place", "went ahead", "did", "done"),
)
"""Of these one is in what _GIVEN_UP or _CLOSED matches; most remarks have none."""
_FINISHED = late.compile(
    rf"{_IT}(?:(?:i|we)(?: have|['’]ve)? |is |was |got |has been |have been )?(?:now |already |all |since )?"
    r"([\w-]+)(?: (?:up|out|off|over|this|it|that))?"
    rf"(?: (?:to|for|with) .{{1,60}})?{_WHEN}$"
)
"""`Already done`, `uploaded to the drive`"""
_OF_IT = late.compile(
    r"(?:the |an? )?(?:\w+ ){0,2}?([\w-]+) (?:was |were |got |is |are |has been |have been |has |have )?(?:now |already |all )?([\w-]+)"
    r"(?: (?:up|out|off|over|in))?(?: and [\w-]+)?"
    rf"(?: (?:to|for|with) [\w '’-]{{1,40}})?(?: by \w{{1,30}})?{_WHEN}"
    r"(?:[,;:]? [(]?[£$€]?\d[\w.,£$€%]{0,20}[)]?)?$"
)
"""`Letter sent`, `the form was sent on 4 March`, `quote received, £40`"""
_COME = frozenset("received arrived obtained come came".split())
_ONE = ("first ", "second ", "one ", "another ", "a ")
_GETTING = frozenset("ask get obtain request collect order buy purchase source seek find chase procure fetch".split())
"""What is done when the thing has come: `get a quote`, `ask the mill for figures`."""
_SAFE = w.DONE | frozenset(
    "submitted posted published uploaded circulated emailed e-mailed shared released sorted deployed paid purchased signed announced launched"
    " implemented installed archived booked ordered addressed settled solved mended repaired painted cleaned fitted printed bought erected emptied"
    " planted renewed".split()
)
"""What is finished when it is said of an action and nothing else; `moved to May` and `added to the agenda` are not."""
_LETTERS = frozenset("email e-mail mail letter message invitation invite invites invitations".split())
_WRITING = frozenset("email mail write send invite contact ask message circulate".split())
_YES = frozenset(("yes", "yes it is", "yes they are", "yep", "yup", "ja", "oui"))
"""The answer to what a review asks of each action."""
_REPLACED = late.compile(r"(?:(?:this|it|action|item)(?: \d{1,5})?(?: is| was| has been)? )?(?:now )?replaced? (?:by|with) ")
_RENEWING = frozenset("replace exchange change swap renew repair mend fix update upgrade rename buy order get find install".split())
"""What is done by replacing a thing: `mend the lamp: replaced by a new one`."""
_ENDING = frozenset("cancel close drop mark remove withdraw".split())
"""What may be done with the thing and not with the action: `close the account`, `we will close it`."""
_ON_CONDITION = ("if ", "when ", "once ", "after ", "unless ", "until ", "as soon as ")
_AT_LEAST = 4
"""Letters of a noun that the task has as well."""


def is_yes(sentence: str) -> bool:
    """Whether a remark answers yes and says nothing else, whoever made it."""
    return _said(sentence.casefold()).strip("\"'“”‘’") in _YES


def read_verdict(sentence: str, verb: str) -> Status | None:
    """The status of an action of which a casefolded remark says what becomes of it; `verb` is what it tells to do."""
    said = _said(sentence)
    if _PUT_OFF.match(said):
        return Status.OPEN
    if said in _YES:
        return Status.DONE
    if "replace" in said[:40] and verb and verb not in _RENEWING and _REPLACED.match(said):
        return Status.DROPPED
    if verb in _ENDING or not any(map(said.__contains__, _DECIDING)):
        return None
    if _GIVEN_UP.match(said) or (" but no longer " in said and _GIVEN_UP.match(said.rpartition(" but ")[2])):
        return Status.DROPPED
    before, _, last = said.rpartition(", ")
    return Status.DONE if _CLOSED.match(said) or (_CLOSED.match(last) and not before.startswith(_ON_CONDITION)) else None


def is_done(sentence: str, task: str, pasts: frozenset[str]) -> bool:
    """Whether a casefolded remark, or its first clause, says that a task is done and nothing else: `account closed, balance transferred`.

    `pasts` are the past forms of what it tells to do.
    """
    return _is_done(sentence, task, pasts) or (", " in sentence and _is_done(sentence.partition(", ")[0], task, pasts))


def _is_done(sentence: str, task: str, pasts: frozenset[str]) -> bool:
    said = last_deed(_said(sentence))
    there = said.replace(",", "").split()
    if _SAFE.isdisjoint(there) and pasts.isdisjoint(there) and _COME.isdisjoint(there):
        return False  # most remarks
    finished = _FINISHED.match(said)
    if finished and (finished[1] in _SAFE or finished[1] in pasts):
        return True
    noun = _OF_IT.match(said)
    if noun is None or (noun[2] == "closed" and "closed" not in pasts) or not _is_of(noun[1], task.casefold()):
        return False
    return noun[2] in _SAFE or noun[2] in pasts or (noun[2] in _COME and not said.startswith(_ONE) and verb_of(task) in _GETTING)


def answers(sentence: str, task: str) -> bool:
    """Whether a word alone tells that what a task speaks of has come: `Approved` of what is to be brought for approval."""
    word = sentence.strip(" .!*_")
    return word in w.FINISHED and word.endswith("ed") and word.removesuffix("ed") in task.casefold()


def _said(sentence: str) -> str:
    """The remark itself, whoever made it."""
    head, colon, said = sentence.partition(": ")
    spoken = colon and len(head.split()) <= 2 and not is_past(head.rpartition(" ")[2])  # `Date agreed: 14 June` is all told
    said = (said if spoken else sentence).strip(" .!*_").removeprefix("so ")
    pointer = _POINTER.search(said) if any(map(said.__contains__, _POINTS)) else None
    return said[: pointer.start()] if pointer else said


_POINTS = ("see ", "cf", "thank")
"""Of these one begins what points elsewhere."""
_POINTER = late.compile(r"[,;:–—-]?\s\(?(?:see|cf\.?|(?:many )?thanks?(?: to| you)?)\b.{0,80}$")
"""Where more is told, or who is thanked, behind a remark: `this is done, see item 4`."""


def _is_of(noun: str, task: str) -> bool:
    """Whether a task is to be done with a thing, or is to write one."""
    words = task.split()
    return (len(noun) >= _AT_LEAST and any(word.startswith(noun.removesuffix("s")) for word in heads_of(task))) or (
        noun in _LETTERS and not _WRITING.isdisjoint(words)
    )
