"""Reports on something else than what a task is to be done with: `Wood has been bought`, of `mend the gate`."""

from __future__ import annotations

from tcsg import late
from tcsg.reading.steps import TELLING
from tcsg.reading.text import spelt_in
from tcsg.reading.things import GENERAL, SMALL, is_of, singular, things_of, until
from tcsg.reading.verbs import pasts_of, verb_of

_TOLD = late.compile(
    r"(?P<who>[^:;]*?)\b(?P<verb>has|have|had|was|were|is|are|got)\s+(?:(?:now|already|since|also|all|both|finally|just|successfully|then)\s+){0,3}"
    r"(?P<been>been\s+)?(?P<past>[\w-]+)(?P<rest>[^.,;:]*)"
)
_CLAUSE = late.compile(r"(?:,|;|:|\s[–—-]|\band|\bbut|\bas|\bthat|\bbecause)\s")
_CONTACTED = frozenset("emailed e-mailed mailed messaged called rung phoned texted asked told notified informed contacted invited".split())
_ARTICLES = ("the", "a", "an", "our", "another")


def is_of_another(sentence: str, task: str) -> bool:
    """Whether a casefolded report in the perfect or the passive is of another thing than the task, and of another deed.

    That somebody has been told is a step, too, unless the task is to tell them.
    """
    told = _TOLD.match(sentence)
    verb = verb_of(task)
    if told is None or not verb or told["past"] in pasts_of(task):
        return False
    who = tuple(spelt_in(_CLAUSE.split(told["who"])[-1]))
    passive = told["been"] is not None or told["verb"] not in ("has", "have", "had")
    if passive:
        return (told["past"] in _CONTACTED and verb not in TELLING) or who[:1] == ("another",) or not is_of(who, task)
    what = tuple(spelt_in(told["rest"]))
    if not what:
        return who[:1] != () and who[0] in _ARTICLES and not is_of(who, task)
    meant = {singular(word) for word in until(what) or what} - SMALL - GENERAL
    return bool(meant) and meant.isdisjoint(things_of(task) | {singular(word) for word in spelt_in(task.casefold())})
