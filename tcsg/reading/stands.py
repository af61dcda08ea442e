"""What is there of a thing that was to be made, added or replaced: `we have a letter`, `the FAQ has the question now`, `the new one is up`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.text import spelt_in
from tcsg.reading.things import GENERAL, SMALL, head_of, heads_of, singular

if TYPE_CHECKING:
    import re

_END = (
    r"(?=\s*(?:[,;:!(–—]|\.(?!\w)|$|\s-\s)|\s(?:on|at|by|from|since|via|with|today|tonight|yesterday|last|this|just|now|again|already|thanks|and)\b)"
)
"""What may follow: the end of the clause, when or how."""
_HAVE = late.compile(
    r"(?:and |so |yes,? )?(?:we|they|i|he|she)(?:'ve| have| has)(?: now| already| finally)?(?: got)? "
    rf"(?P<thing>(?:a|an|the|our|one|both|all|his|her|their) (?:[\w'-]+ ){{0,3}}?[\w'-]+){_END}"
)
"""`We have a letter`, of `write a letter to schools`"""
_HAD = frozenset("get obtain collect prepare draft write produce compile create gather find design make buy order borrow fetch".split())
_UNFINISHED = frozenset("draft drafts outline sketch idea ideas start beginning pr patch".split())
"""What somebody has who is not there yet."""
_HOLDS = late.compile(
    r"(?:the |our )?(?P<where>[\w'-]+) (?:now |already )?(?:has|have|lists?|shows?|contains?|includes?|mentions?) "
    rf"(?P<thing>(?:(?:the|a|an|our|all) )?(?:[\w'-]+ ){{0,4}}?[\w'-]+?)(?: now| already| since [\w ]{{2,20}}?)?{_END}"
)
"""`The FAQ has the new question now`, of `add the question to the FAQ`"""
_ADDING = frozenset("add put insert include enter list mention note write place".split())
_STUFF = frozenset("thing stuff bit new".split())
"""What stands for any."""
_NEW = late.compile(
    r"(?:^|, |\band |; )(?:the )?new (?:ones?|versions?|(?P<thing>[\w'-]+)) (?:(?:is|are|was|were|has been|have been) )?(?:now |already )?"
    rf"(?:up|in|there|in place|live|online|out|fitted|installed){_END}"
)
"""`The new one is up`, of `replace the old download`"""
_REPLACING = frozenset("replace swap exchange renew substitute change".split())


def stands(sentence: str, task: str, verb: str) -> bool:
    """Whether a casefolded report says that what a task with a verb was to bring about is had, stands in its place, or is there anew."""
    if verb in _HAD and (have := _HAVE.match(sentence)) is not None:
        said = tuple(spelt_in(have["thing"]))
        return _UNFINISHED.isdisjoint(said) and head_of(said) in heads_of(task)
    if verb in _ADDING and (holds := _HOLDS.match(sentence)) is not None:
        return _is_held(holds, task)
    new = _NEW.search(sentence) if verb in _REPLACING else None
    return new is not None and (new["thing"] is None or singular(new["thing"]) in heads_of(task))


def _is_held(holds: re.Match[str], task: str) -> bool:
    """Whether a report says that what was to be added to something stands there: it names both, and nothing else."""
    said = {singular(word) for word in spelt_in(task.casefold())}
    told = {singular(word) for word in spelt_in(holds["thing"])} - SMALL
    return singular(holds["where"]) in said and not told.isdisjoint(said) and told <= said | GENERAL | _STUFF
