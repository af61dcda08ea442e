"""What says that nobody will do an action any more: `removed from the list`, `so we are dropping this`, `it was superseded`."""

from __future__ import annotations

from tcsg import late
from tcsg.reading.text import spelt_in
from tcsg.reading.things import head_of, heads_of
from tcsg.reading.words import vocabulary as w

_STOP = late.compile(r"[.;]\s+(?=[^\W\d_])")
_FAILED = late.compile(
    r"\b(?:did not happen|did not take place|never happened|(?:was|were|is|has been|have been) (?:now )?(?:abandoned|called off|superseded|withdrawn"
    r"|overtaken)|will not be pursued|(?:is|was|has been) (?:now )?dropped(?=[,;.]|$| (?:as|because|since|for|from)\b))\b"
)
_STRUCK_OFF = late.compile(
    r"\b(?:drop|remove|take|strike)(?:ped|d|n)? (?:it |this |them |off )?(?:from|off) (?:the |this |our )?"
    r"(?:actions?|action list|list|(?:pending|open) (?:points|items|list)|to-?do(?: list)?)\b"
    r"|\b(?:we(?:['’](?:re|ll)| are| will| have)?(?: now)?|let['’]s) (?:drop(?:ping|ped)?|abandon(?:ing|ed)?) (?:it|this|that)"
    r"(?: action| item| task| one)?(?:[\s.!]*$|[,;] )"
    r"|^(?:but |as |and )?(?:we|they|you|i) (?:don['’]t|do not|no longer) (?:need|want) (?:it|this|that|them|these|those|one|any)\b"
    r"|\b(?:agreed|decided|resolved) (?:to (?:drop|abandon|withdraw)|not to pursue) (?:it|this|that|the (?:item|matter|action|idea|point))\b"
    r"|\b(?:we|they|i)(?:['’]ve| have| will|['’]ll)? (?:give|gave|given) (?:it|this|that|them) up\b"
    r"|\bso (?:no need|(?:(?:it|this|that) is |it['’]s )?(?:not|no longer) (?:needed|required|necessary))\b[^,;:.]{0,30}[\s.!]*$"
    r"|\b(?:so|therefore|hence|thus),? (?:there (?:is|was|are) )?(?:now )?nothing (?:left |more |for us )?to (?!report|add|say)[a-z]+"
    r"|\b(?:agreed|decided|resolved|voted) not to (?:pursue|proceed with|go ahead with|go forward with|continue with|take forward) (?!.*\bbut\b)"
    r"|(?:^|\b(?:probably|(?<!not )going to|have to|had to|will|we(?:['’]ll)?|should|best to|better|let['’]s|just) )drop (?:(?:it|this|that|them) )?"
    r"for (?:now|the moment|the time being|good)(?=\s*(?:[,.;!]|$))"
    r"|\b(?:agreed|decided|resolved) to (?:let (?:it|this|that)(?: one| item| action)? go|(?:stay|stick|make do) with)\b"
    r"|\bwe(?:['’]ll| will| can| shall)? (?:make do|stay|stick) with\b(?!.*\b(?:until|till|for now)\b)"
)
"""`removed from the list`, `so we are dropping this`, `we don't need it any more`, `probably drop it for now`"""
_NEEDLESS = late.compile(
    r"(?<!that )(?<!which )(?<!what )\b(?:(?:is|are|was|were) no longer (?:needed|required|necessary|wanted|relevant)\b"
    r"|(?:needs? no longer be|no longer needs? to be) \w+(?! (?:until|till|before)\b))"
)
_ORDER = late.compile(r"\bto (\w+)")
_DROPPING = (
    *(
        "not ",
        "never happened",
        "abandon",
        "called off",
        "supersed",
        "withdraw",
        "overtaken",
        "drop",
        "give",
        "gave",
        "remove",
        "take",
        "strike",
        "don't",
        "don’t",
    ),
    *("nothing", "no longer", "no need", "let ", " with "),
)
"""Of these one is in what _FAILED or _STRUCK_OFF finds; most reports have none, and to search for those is dear."""


def is_dropped(sentence: str) -> bool:
    """Whether a casefolded sentence says so."""
    if not any(map(sentence.__contains__, _DROPPING)):
        return False
    return _FAILED.search(sentence) is not None or _STRUCK_OFF.search(sentence) is not None or _is_needless(sentence)


def _is_needless(sentence: str) -> bool:
    """Whether what is talked of is no longer needed, and nobody is to do anything with it: `Bo's letter is no longer needed`."""
    told = _NEEDLESS.search(sentence)
    if told is None or sentence.split(maxsplit=1)[0] in w.VERBS:
        return False
    return not any(order in w.VERBS for order in _ORDER.findall(sentence, 0, told.start()))


_NOT_WANTED = late.compile(
    r"(?P<thing>(?:[\w'-]+ ){1,4}?)(?:is |are )?(?:now )?(?:no longer|not) (?:needed|required|necessary)(?: any ?more| after all)?[\s.!]*$"
)


def is_not_wanted(clause: str, task: str) -> bool:
    """Whether a casefolded clause says so of the thing of a task: `coach not needed`."""
    told = _NOT_WANTED.match(clause)
    return told is not None and head_of(tuple(spelt_in(told["thing"]))) in heads_of(task)


def drops(text: str) -> bool:
    """Whether the last sentence of a text says that something is dropped: `It was agreed to drop this.`."""
    return _STRUCK_OFF.search(_STOP.split(text.casefold())[-1]) is not None
