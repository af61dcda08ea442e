"""Bullets beneath an action: others of their own, or what they tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Section
from tcsg.reading.dates import Calendar
from tcsg.reading.deeds import tells_state
from tcsg.reading.doers import doers, is_charge
from tcsg.reading.handovers import read_handover
from tcsg.reading.hollow import nothing
from tcsg.reading.its_thing import comes_of
from tcsg.reading.markdown import plain
from tcsg.reading.members import is_answer, may_be_somebody, reads_as_order
from tcsg.reading.notes import tells_several, time_alone
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.pointers import is_link
from tcsg.reading.running import inner_mark
from tcsg.reading.said import REMARK
from tcsg.reading.status import is_bare_status, leading_status, read_status
from tcsg.reading.text import has_digit
from tcsg.reading.turns import points_back
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names
    from tcsg.reading.owned import Owned

_NAME = 60
"""Characters within which a name ends."""
_ANY_DAY = Calendar(None)
_HELPS = late.compile(r"[^:]{1,40}?\s(?:to|will|can) (?:help|assist|support)(?: (?:out|with (?:it|this|that)|him|her|them|if needed))?[\s.]*$")
"""Who helps is nobody's action: `Ann will help`."""

_AT_IT = late.compile(
    r"\s(?:(?:is|are|was|were) (?:still |now |currently |already )?(?!going\b|being\b)[a-z]{2,}ing|(?:would|['’]d) (?:like|love|prefer|rather)"
    r"|may|might)\b"
)
"""What somebody is at, wishes or perhaps does: `Ann is writing to them`, `Ann would like to wait`, `Ann may have one`."""
_STATED = late.compile(r"\s(?:is|are|was|were|will|can|could|may|might|has|have|had)\s")
"""What states something."""
_TODO = late.compile(r"[*_]{0,3}(?:TO-?DO|[Tt]o-?do|TO DO|To do)[*_]{0,3}\s?:[*_]{0,3}\s+(?=\S)")
_BEING = frozenset("is was are were has had did says thinks".split())
"""With these begins what is said of somebody: `@ann is on holiday`."""
_BACK = late.compile(r"\s(?:it|this|that|these|them)(?: (?:on|up|forward|one|action|task|item))?[\s.]*$")
"""What means the action above."""


def tells_only(item: Item, names: Names) -> bool:
    """Whether a bullet says nothing but how far something is, or till when it is to be done: `Done`, `by 5 May`."""
    text = plain(item.text)
    if item.boxed or len(item.lines) > 1 or nothing(text):
        return False
    return is_bare_status(text, names.idiom) or (has_digit(text) and time_alone(text, _ANY_DAY) is not None)


def tells_of_box(item: Item, drafts: Sequence[Draft], names: Names) -> bool:
    """Whether a bullet among those below a box tells something of that, and is neither a box itself nor anybody's: `Both may be one person`."""
    if item.boxed or not item.indent or _STATED.search(item.text) is None:
        return False
    box = next((draft for draft in reversed(drafts) if draft.indent < item.indent), None)
    return box is not None and box.kind is Kind.CHECKBOX and not reads_as_order(item, names) and not is_somebodys(item, box, names, heads=False)


def ends_before_mark(text: str, names: Names) -> int:
    """Where words that say how far an action is end: before the mark of another, as in `Done. ACTION: Ann to tell the bank`.

    `TODO` alone tells how far it is, and what is to be done behind it is a task of its own: `TODO: check the draft`.
    """
    todo = _TODO.match(text)
    if todo is not None and (starts_with_verb(text[todo.end() :]) or find_owners(plain(text[todo.end() :]), names) is not None):
        return 0
    inner = inner_mark(text, names.idiom)
    return inner.start if inner is not None and inner.start and text[inner.end :].strip(" .:*_") else len(text)


def is_somebodys(item: Item, above: Draft, names: Names, *, heads: bool) -> bool:
    """Whether a bullet beneath an action is one of its own: of somebody who is known, or who may be where nobody is listed.

    `Ann to ask Bo first` is one, and `Ann: ask Bo first` below `Bo: book the van`; `@ann`, which `heads` no list, tells whose the action
    above is, and so does `Ann to lead` where that names nobody.
    """
    text = plain(item.text)
    if ":" in text[:_NAME] and item.marker != ":" and _is_ordered_below(text, above, names):
        return True
    owned = find_owners(text, names) if not is_link(item) and not is_answer(item) else None
    if owned is None:
        return "ssign to " in text and starts_with_verb(text) and find_owners(text, names, marked=True) is not None  # `Print it - assign to Bo`
    reviewed = above.block is not None and above.block.section is Section.REVIEW
    remark = REMARK.search(text, owned.end) if owned.form == "to" else None
    task = text[: remark.start()] if remark else item.text
    if reviewed and (points_back(task) or (not owned.start and _tells_how_it_went(text, owned))):
        return False  # `(Ann) sent last week`
    at_it = owned.form == "to" and _AT_IT.match(text, owned.end) is not None
    if at_it or read_handover(text, names) is not None or (reviewed and comes_of(text.casefold(), plain(above.text))):
        return False  # `all up to date` is nobody's task
    if owned.form == "parentheses" and tells_state(text, plain(above.text), names):
        return False
    if not owned.strong or all(read_status(o, names.idiom) is not None for o in owned.owners):
        return False  # `WIP - see the wiki` is nobody's
    if item.marker == ":" and leading_status(item.text, names.idiom) is not None:
        return False  # `:: **DONE** Ann is at it`
    if not heads and (_HELPS.match(text) or tells_several(text, names) or _tells_whose(text, above, names)):
        return False
    if all(" " not in owner and is_past(owner.casefold()) and not names.knows(owner) for owner in owned.owners):
        return False  # `Decided to wait for the quote` is what came of it
    return not names.full or any(may_be_somebody(owner, names) for owner in owned.owners)


def _tells_how_it_went(text: str, owned: Owned) -> bool:
    """Whether what stands behind somebody and a sign tells what they did, or how far it is."""
    signed = owned.form in ("bracket", "handle") or text[: owned.end].rstrip()[-1:] in "–—-"
    return signed and _tells_how(text[owned.end :])


def _tells_how(said: str) -> bool:
    """Whether what somebody says tells what they did or how far it is: `sent last week`, `no progress`, but not `Talk on the tides`."""
    said = said.strip(" :–—-")
    first = said.partition(" ")[0]
    return read_status(said) is not None or first in _BEING or (first.islower() and is_past(first) and not starts_with_verb(said))


def _is_ordered_below(text: str, above: Draft, names: Names) -> bool:
    """Whether words behind somebody's name and a colon order something, as those of the action above them do: `Ann: ask Bo first`.

    Somebody is who is known, or has the action above as well.
    """
    first = plain(above.text)
    mine, its = find_owners(text, names, marked=True), find_owners(first, names, marked=True)
    if mine is None or its is None or not mine.form == its.form == "label" or mine.start or its.start:
        return False
    if text.rstrip()[-1:] == "?" or not starts_with_verb(text[mine.end :]) or not starts_with_verb(first[its.end :]):
        return False
    return mine.owners == its.owners or any(may_be_somebody(owner, names) for owner in mine.owners)


def _tells_whose(text: str, above: Draft, names: Names) -> bool:
    """Whether words only name who does what stands above them: `@ann`, `Ann will do it`, or `Ann to lead` below what names nobody."""
    return bool(doers(text, names)) and (not is_charge(text) or _BACK.search(text) is not None or not _is_owned(above, names))


def _is_owned(draft: Draft, names: Names) -> bool:
    """Whether an action says itself whose it is."""
    owned = find_owners(plain(draft.text), names, marked=True)
    return bool(draft.named) or (owned is not None and owned.strong)
