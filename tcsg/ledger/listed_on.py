"""What the review of a meeting leaves open and its list has in other words: `Notebooks: three scanned`, `Tom to go on scanning the notebooks`."""

from __future__ import annotations

from itertools import dropwhile, pairwise
from typing import TYPE_CHECKING

from tcsg.ledger.leftovers import lists_on
from tcsg.ledger.matching import kin, same_owners
from tcsg.ledger.matching.counts import COUNTED
from tcsg.ledger.matching.kinship import GENERAL
from tcsg.ledger.matching.routine import ROUTINE
from tcsg.ledger.matching.stems import common_words, form, meaning
from tcsg.ledger.matching.telling import SMALL
from tcsg.model import Section
from tcsg.reading.text import words_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tcsg.ledger.following import Following
    from tcsg.ledger.matching import Words
    from tcsg.ledger.threads import Group, Thread

_ON = frozenset("go continue keep carry finish complete resume proceed pursue last remaining rest more still weiter fertig".split())
_ENOUGH = 2
"""Words that name a thing."""
_GOING_ON = frozenset([*map(form, _ON), *map(meaning, _ON)])
"""Words for going on with what has been begun, and for what is left of it."""


def listed_on(groups: Sequence[Group], state: Following, pairs: Mapping[int, int]) -> dict[int, int]:
    """The groups of a list that go on with what the review left open, and with which: all they say is said of that, and of nothing else there."""
    open_ = {h: n for h, n in pairs.items() if groups[h].open and groups[h].words.section is Section.REVIEW}
    rest = [g for g, group in enumerate(groups) if g not in pairs and group.open and group.words.section is not Section.REVIEW]
    if not open_ or not rest:
        return {}
    heads = {h: frozenset[str]().union(*(words.heads for words in state.threads[n].wordings)) for h, n in open_.items()}
    begun = {g: groups[g].words.heads for g in rest}  # nearly all that a list has anew has no word in common with what is left open
    homes = {g: [h for h, n in open_.items() if not begun[g].isdisjoint(heads[h]) and _goes_on(groups[g], groups[h], state.threads[n])] for g in rest}
    found = {g: home[0] for g, home in homes.items() if len(home) == 1}
    taken = list(found.values())
    return {g: h for g, h in found.items() if taken.count(h) == 1}


def _goes_on(group: Group, review: Group, thread: Thread) -> bool:
    one, title = group.words, review.words.title or review.words.bag
    if not one.deeds and _says_all(group, review, thread):
        return True
    deeds = frozenset[str]().union(*(words.deeds for words in thread.wordings))
    if one.deeds.isdisjoint(deeds) and _GOING_ON.isdisjoint(one.bag) and not (one.deeds and one.deeds <= GENERAL):
        return False
    things = one.bag - one.deeds - _GOING_ON - COUNTED - one.people - ROUTINE
    known = title.union(*(words.bag for words in thread.wordings))
    if not things or common_words(known, things) != things or not common_words(review.words.bag, things):
        return False
    numbers = frozenset[str]().union(*(words.numbers for words in thread.wordings))
    return one.numbers - COUNTED <= numbers and _is_whose(group, review, thread) and lists_on(group, review)


def _says_all(group: Group, review: Group, thread: Thread) -> bool:
    """Whether it names the thing of the same people by all that tells it, whatever else it says: `year-end accounts to the auditor without fail`."""
    one = group.words
    head = next((word for word, after in pairwise([*_things(one), "the"]) if after in SMALL), "")
    found = [near for words in thread.wordings if (near := kin(one, words, told=True)) and near.whole and near.owned == 1]
    return any(near.shared >= _ENOUGH and form(head) in near.words for near in found) and lists_on(group, review)


def _things(words: Words) -> list[str]:
    """The words of a task from the first that is neither a name of its owners nor a small one."""
    return list(dropwhile(SMALL.__contains__, (token for token in words.text.split() if token not in words.people)))


def _is_whose(group: Group, review: Group, thread: Thread) -> bool:
    """Whether it is the same people's, or of one whom the review names: `Jem alone from now on`."""
    said = f" {' '.join(words_in(review.text.casefold()))} "
    named = bool(group.words.literal) and all(f" {who} " in said for who in group.words.literal)
    return named or any(same_owners(group.words, words) == 1 for words in thread.wordings)
