"""What only the ledger can tell of a review: that somebody did what the action says, in the past of its own verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.derive import in_short
from tcsg.ledger.matching import orders
from tcsg.model import Section

if TYPE_CHECKING:
    from tcsg.ledger.matching import Words
    from tcsg.ledger.threads import Group, Thread

_QUOTES = "'\""
"""Around the words of a reason."""
_AND = frozenset(("and", "und", "et"))


def is_done(group: Group, thread: Thread) -> bool:
    """Whether a group says in a review that its action was done, and no more of how far it is: `Ann hung the lamps`, where she was to hang them.

    The minutes alone do not tell: of lamps that she was to order it says nothing.
    """
    if len(group.mentions) > 1 or not thread.wordings or not group.open or group.words.section is not Section.REVIEW:
        return False
    (mention,) = group.mentions
    if in_short(mention):
        return False  # it tells of several
    states = [r.words for r in mention.reasons if r.about == "status"]
    if orders(group.words) or len(states) > 1 or any(" " in words for words in states):
        return False
    from tcsg.reading.own_deed import tells_deed  # lazy: most reviews say how far it is

    told = [r.words for r in mention.reasons if r.about == "report"] or states  # `drafted` is all of `draft the letter`, and not of `send it`
    reports = [f"{mention.text}: {words.strip(_QUOTES)}" for words in told] or [mention.text]
    task = _order_of(thread.wordings[0])
    return any(tells_deed(said, task) for said in reports)


def _order_of(words: Words) -> str:
    """A task as an order, where it tells what somebody does: `ann rings the bank` is `ann ring the bank`."""
    from tcsg.reading.verbs import base_of  # lazy, too

    said = words.text.split()
    at = next((n for n, word in enumerate(said) if word not in words.people and word not in _AND), len(said))
    if 0 < at < len(said) and (verb := base_of(said[at])):
        said[at] = verb
    return " ".join(said)
