"""Reports on something else than what a task is to be done with: `Wood has been bought`, of `mend the gate`."""

from __future__ import annotations

from tcsg import late
from tcsg.reading.steps import TELLING
from tcsg.reading.text import has_digit, spelt_in
from tcsg.reading.things import GENERAL, SMALL, head_of, heads_of, is_deed, is_idle, is_of, singular, things_of, until
from tcsg.reading.verbs import pasts_of, verb_of
from tcsg.reading.words import vocabulary as w

_TOLD = late.compile(
    r"(?P<who>[^:;]*?)\b(?P<verb>has|have|had|was|were|is|are|got)\s+(?:(?:now|already|since|also|all|both|finally|just|successfully|then)\s+){0,3}"
    r"(?P<been>been\s+)?(?P<past>[\w-]+)(?P<rest>[^.,;:]*)"
)
_CLAUSE = late.compile(r"(?:,|;|:|\s[–—-]|\band|\bbut|\bas|\bthat|\bbecause)\s")
_CONTACTED = frozenset("emailed e-mailed mailed messaged called rung phoned texted asked told notified informed contacted invited".split())
_SHORTENED = 3
"""Letters of a verb that tell what comes of it."""
_ARTICLES = ("the", "a", "an", "our", "another")


_ABOUT = late.compile(r"\b(with|about|regarding|concerning)\s")
_ASKING = frozenset("ask contact invite request approach chase consult write email mail ring phone call talk speak message".split())
_ANSWERED = frozenset("replied answered agreed accepted confirmed responded".split())
"""What those whom somebody asks do, by which the task is done."""
_CHOOSING = frozenset("book order buy purchase hire find recruit get obtain appoint invite choose select rent reserve elect source".split())
"""What is done with one of many, which has a name of its own: `Booked a 49-seater`, of `book the coach`."""
_STOP = late.compile(r"[.,;:!–—(]|\s-\s|\b(?:last|yesterday|today|already|this|next|again|twice|together|and)\b")
_PUTTING = frozenset("add put include insert enter upload copy move post".split())
"""What is done with a place as well: `the page has been updated`, of `add the dates to the page`."""
_NAMING = late.compile(r"((?:(?!(?:it|they|this|that)\b)[\w'’-]+ ){1,5}?)(?:is|are|was|were|has been|have been)\b")


def is_of_another(sentence: str, task: str) -> bool:
    """Whether a casefolded report in the perfect or the passive is of another thing than the task, and of another deed.

    That somebody has been told is a step, too, unless the task is to tell them.
    """
    told = _TOLD.match(sentence)
    verb = verb_of(task)
    if told is None or not verb or not pasts_of(task).isdisjoint(spelt_in(told["who"])):
        return False  # `Ann checked whether it is open`
    who = tuple(spelt_in(_CLAUSE.split(told["who"])[-1]))
    passive = told["been"] is not None or told["verb"] not in ("has", "have", "had")
    if passive:
        if (told["past"] in _CONTACTED and verb not in TELLING) or who[:1] == ("another",):
            return True
        if is_idle(frozenset((told["past"],)), verb, pasts_of(task)) or _is_numbered(told["who"], task):
            return True
        return not _is_on(who, task) if told["past"] in pasts_of(task) else not _is_of_head(who, told["who"], task)
    what = tuple(spelt_in(told["rest"]))
    if what[:2] == ("to", "us") and who[:1] != () and who[0] in _ARTICLES:
        return True  # `The landlord has written to us`
    if told["past"] in pasts_of(task):
        return False
    if _is_third(who, told["past"], task):
        return True
    if not what:
        return who[:1] != () and who[0] in _ARTICLES and not _is_on(who, task)
    return _is_else(what, task)


def _is_third(who: tuple[str, ...], past: str, task: str) -> bool:
    """Whether who did it is whom or what a task names behind its verb, or something of that: `the group has met`, of `write to the group`."""
    head, verb = head_of(who), verb_of(task)
    if verb in _ASKING and past in _ANSWERED:
        return False
    behind = frozenset(map(singular, spelt_in(task.casefold().partition(f"{verb} ")[2])))
    return head in behind or (len(who) > 1 and singular(who[0]) in things_of(task))


def counts_another(before: str, task: str) -> bool:
    """Whether what stands before a past is a number of something else: `Two pages tidied`, of `tidy the wiki`."""
    who = before.split()
    return len(who) > 1 and "of" not in who and (who[0].isdigit() or who[0] in w.CARDINALS) and not is_of(tuple(spelt_in(before)), things_of(task))


def did_another(rest: str, task: str) -> bool:
    """Whether behind the past of its verb another thing than that of a task stands: `an outline`, of `write a blog post`."""
    what = tuple(spelt_in(_STOP.split(rest, maxsplit=1)[0])) if verb_of(task) not in _CHOOSING else ()
    return until(what) != () and what[0] not in GENERAL and _is_else(what, task)


def _is_else(what: tuple[str, ...], task: str) -> bool:
    meant = {singular(word) for word in until(what) or what} - SMALL - GENERAL
    return bool(meant) and meant.isdisjoint(things_of(task) | _all_of(task))


def is_about_another(said: str, task: str) -> bool:
    """Whether both tell what they are about, or with what, and that is not the same: `with photographs`, of `update the page with the prices`."""
    mine, its = _about(said.casefold()), _about(task.casefold())
    return any(mine[word] and its[word] and mine[word].isdisjoint(its[word]) for word in mine.keys() & its.keys())


def _about(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for part in _ABOUT.finditer(text):
        said = tuple(spelt_in(text[part.end() :].partition(".")[0]))
        found.setdefault(part[1], frozenset(map(singular, until(said))) - SMALL - GENERAL)
    return found


def names_another(sentence: str, task: str) -> bool:
    """Whether a casefolded report begins with a thing that is not that of the task: `The docs are online`, of `mend the links in the docs`."""
    verb = verb_of(task)
    named = _NAMING.match(sentence) if verb else None
    if named is None:
        return False
    said = tuple(spelt_in(named[1]))
    made = is_deed(head_of(said), verb) or (len(head_of(said)) >= _SHORTENED and verb.startswith(head_of(said)))  # `docs`, of `document it`
    return not made and not is_of(said, heads_of(task))


def _is_on(who: tuple[str, ...], task: str) -> bool:
    """Whether words name the thing of a task, or the deed: `a review has been done`, of `review the rules`."""
    verb = verb_of(task)
    return is_of(who, _all_of(task) if verb in _PUTTING else things_of(task)) or is_deed(head_of(who), verb)


_VERSION = late.compile(r"(?:version |release |v)?(\d+(?:\.\d+)+)\s")
_NUMBERED = late.compile(r"([^\W\d_]{3,} )(?:item|point|action|task|issue|ticket|version) #?\d")


def _is_numbered(who: str, task: str) -> bool:
    """Whether something else is named by a number: `roadmap item 4`, `2.5`."""
    version = _VERSION.match(who)
    return (_NUMBERED.search(who) is not None and not has_digit(task)) or (version is not None and version[1] not in task)


def _is_of_head(who: tuple[str, ...], said: str, task: str) -> bool:
    """Whether the thing itself is named, or any action; `2.5 has been released` names another by a number."""
    if not who and said.strip():
        return False
    return is_of(who, heads_of(task)) or is_deed(head_of(who), verb_of(task)) or (verb_of(task) in _PUTTING and _is_on(who, task))


def _all_of(task: str) -> frozenset[str]:
    return frozenset(map(singular, spelt_in(task.casefold())))
