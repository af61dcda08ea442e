"""What words tell of an action whatever stands around them: what they are compared by, and which of them are orders."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.ledger.matching.stems import form, gerund, heads_of, meaning
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

SMALL = frozenset(
    "a an the to of and or in on for with by at as is are be been will would should that this these those it its from about into their his her our we"
    " they he she all any also if not no so up out over someone somebody get make sure try more every each re regarding concerning via maybe perhaps"
    " possibly which getting making".split()
)
SMALL |= frozenset(
    "der die das den dem des ein eine einen einem einer eines und oder für von vom zu zum zur im am auf mit bei beim wegen nach über aus bis ist sind"
    " wird werden hat haben noch sich als le la les un une du de d l au aux et ou pour par sur dans en avec sans chez ce cette est sont".split()
)
"""Those of German and French."""
_MONTHS = frozenset("january february march april june july august september october november december".split())
_IN_SHORT = {month: month for month in _MONTHS} | {
    month[: len(short)]: month for short in "feb apr jun jul aug sep sept oct nov dec".split() for month in _MONTHS if month.startswith(short)
}
"""The months and how they are cut short; Jan is as often somebody."""
_INITIALS = late.compile(r"[A-Z](?<!\w[A-Z])[a-z]?[A-Z]{1,4}(?!\w)")
"""A pattern that begins with a class of letters is looked for fast."""
_NONE: frozenset[str] = frozenset()
_BEFORE_THINGS = frozenset("the a an our their its his her this that".split())
"""Words before a thing: `the sailing committee`."""
_ABOUT = frozenset(("on", "of", "about"))
"""Words before what is talked of."""
_ENDED = frozenset("complete ready final".split())
"""How far a thing is: `list complete`."""
_NO_ORDERS = frozenset(("be",))
_BEFORE_ORDERS = frozenset(("to", "and", "will", "please"))


@lru_cache(maxsize=4096)  # a list of old actions says the same words at meeting after meeting, and something else around them
def told_by(words: str, apart: frozenset[str]) -> tuple[frozenset[str], ...]:
    """What words tell whatever stands around them: the bag, orders, numbers, deeds and heads; those that are `apart` are people."""
    tokens = words.split()
    orders = orders_in([t for t in tokens if t not in apart])
    bag = bag_of(tokens, apart, orders)
    numbers = frozenset([_IN_SHORT.get(t, t) for t in tokens if t[0].isdigit() or t in _IN_SHORT])
    if "another" in tokens:
        bag |= {"again"}
    return bag, orders, numbers, frozenset(map(meaning, orders)), heads_of(bag)


def initials_in(text: str, apart: frozenset[str]) -> frozenset[str]:
    """The words of a text that may be initials, in small letters; those that are `apart` are people."""
    found = _INITIALS.findall(text)
    return frozenset(map(str.casefold, found)) - apart if found else _NONE


def bag_of(tokens: Iterable[str], apart: Container[str], orders: Container[str]) -> frozenset[str]:
    """The words as they are compared, without the small ones and those that are `apart`."""
    return frozenset([meaning(t) if t in orders else form(_IN_SHORT.get(t, t)) for t in tokens if t not in SMALL and t not in apart])


def orders_in(tokens: Iterable[str]) -> frozenset[str]:
    """The words that are verbs where they stand, and no nouns of the same form."""
    tokens = list(tokens)
    if len(tokens) > 1 and tokens[-1][-3:] == "ing" and tokens[-2] in _ABOUT:
        del tokens[-1]  # `the policy on safeguarding`: nothing is said that it could be done with
    found = {
        token
        for before, token in pairwise(["" if _begins_with_thing(tokens) else "to", *tokens])
        if (before in _BEFORE_ORDERS and token in w.VERBS and token not in _NO_ORDERS)
        or (token[-3:] == "ing" and before not in _BEFORE_THINGS and (token[:-3] in w.VERBS or (before in _BEFORE_ORDERS and gerund(token))))
    }
    return frozenset(found)


def _begins_with_thing(tokens: Sequence[str]) -> bool:
    """Whether the first word is a thing and no order: `schedule of the visits`, `draft shared with all`."""
    first, after = tokens[0] if tokens else "", tokens[1] if len(tokens) > 1 else ""
    goes_on = len(tokens) > 2 and tokens[2] not in SMALL and tokens[2] not in _IN_SHORT and not tokens[2][0].isdigit()  # `contact lapsed members`
    return after == "of" or (first not in w.PURE_VERBS and (is_past(after) or after in _ENDED) and not goes_on)
