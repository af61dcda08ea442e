"""Whether a wording gives an order, or tells what has become of one: `draft the page`, `Ann has drafted the page`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.matching.stems import form, meaning
from tcsg.ledger.matching.tasks import IS
from tcsg.model import Section
from tcsg.reading.words.pasts import is_past
from tcsg.reading.words.vocabulary import VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.ledger.matching.words import Words

_BEFORE_ORDERS = frozenset("to will should must shall please needs needing would could can".split())
"""Words with which it begins that something is to be done."""
TELLING = frozenset("has have had is are was were got yes".split())
"""Words with which it begins how it went: `Ann has drafted the page`, `the page is written`."""
_ARTICLES = frozenset("the a an our all any each to for with from about of on in".split())
"""Words that stand within an order."""
_BEHIND = frozenset("on in at by as last and yesterday today now from".split())
"""What follows what was done."""
_NOTHING = frozenset("no nothing not none".split())
BOUND = frozenset("self non co re pre post semi anti sub".split())
"""What only tells with the word behind it: a self-guided tour has nothing to do with a self-closing door."""
_WENT = frozenset("said says went came got gave took".split())
_NAMING = 2
"""Words of a title that names a thing."""


def tells(words: Words) -> bool:
    """Whether a wording gives no order, and says how it went or what is going on: `Ann has drafted the page`, `Van quote – no news`."""
    return not orders(words) and (bool(words.title) or says(words))


def orders(words: Words) -> bool:
    """Whether a wording or what follows its title begins with what is to be done."""
    task = task_of(words)
    if words.tasked or not task:
        return words.tasked
    if words.titled:
        return task[0][-3:] != "ing"  # `Mailing list: it has moved`
    if words.title:
        return False  # `contract, new tenant – with the lawyer`
    if task[0] in _BEFORE_ORDERS:
        return True
    if is_past(task[0]) or not IS.isdisjoint(task[1:5]):  # `found` is the past of `find`, and `form` the thing that is ready
        return False
    if _tells_of_thing(task):
        return False
    return meaning(task[0]) in words.deeds and (task[0][-3:] != "ing" or task[0][:-3] in VERBS)  # `Enabling them` may tell how it goes


def _tells_of_thing(task: Sequence[str]) -> bool:
    """Whether words that begin with what may be a verb tell what was done to a thing: `mailing list moved`, `grant return filed in May`."""
    done = next((n for n, token in enumerate(task[:5]) if n > 1 and is_past(token)), None)
    if done is None or not _ARTICLES.isdisjoint(task[:done]):
        return False
    behind = task[done + 1] if done + 1 < len(task) else ""
    return task[0][-3:] == "ing" or not behind or behind in _BEHIND or behind[0].isdigit()


def reports_first(words: Words) -> bool:
    """Whether a review names a thing by a word or two, and tells how it went before it says what next: `Hall: two said no, KK to try the school`."""
    if words.section is not Section.REVIEW or not words.tasked or words.titled or not 0 < len(words.title) <= _NAMING:
        return False
    behind = [token for token in task_of(words) if form(token) not in words.title]
    told = any(
        (is_past(a) or a in TELLING or a in _WENT) and b != "to" for a, b in zip(behind[:4], [*behind[1:5], ""], strict=False)
    )  # `has to print it`
    return told and meaning(behind[0]) not in words.deeds


def task_of(words: Words) -> list[str]:
    """The words of a wording from the first that is none of its owners."""
    tokens = words.text.split()
    first = next((n for n, token in enumerate(tokens) if token not in words.people and token not in {"and", "the"}), len(tokens))
    return tokens[first:]


def says(words: Words) -> bool:
    """Whether a sentence has its verb in the past, or a form of to be or to have, among its first words, and no title before it.

    So does what begins with what there is not: `Ann: no news of the lease so far`.
    """
    task = task_of(words)[:6]
    if task and task[0] in _NOTHING and not words.title:
        return True
    return not words.title and any(
        token in TELLING or (is_past(token) and before not in BOUND) for before, token in zip(["", *task], task, strict=False)
    )
