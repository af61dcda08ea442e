"""What the grammar must know of a language: a set of words or phrases for each thing that minutes say."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tcsg.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

_NONE: frozenset[str] = frozenset()
_NO_MEANINGS: Mapping[str, str] = MappingProxyType({})


def words(text: str) -> frozenset[str]:
    """The words of a text parted by blanks; an underscore stands for a blank within a phrase."""
    found = text.casefold().split()
    return frozenset([word.replace("_", " ") for word in found] if "_" in text else found)


def meanings(text: str) -> dict[str, str]:
    """The meanings of words or phrases written `bis_zum=by_the`, parted by blanks."""
    return dict(pair.replace("_", " ").split("=") for pair in text.split())


@frozen
class Language:
    """The words of one language, all casefolded."""

    action_nouns: frozenset[str] = _NONE
    """What a block of actions is called."""
    qualifiers: frozenset[str] = _NONE
    """Words that may stand around it without making it something else."""
    companions: frozenset[str] = _NONE
    """What minutes list together with their actions: `Decisions and actions`."""
    marks: frozenset[str] = _NONE
    """Words that mark a line as an action wherever it stands, `ACTION: …`."""
    summary_words: frozenset[str] = _NONE
    review_words: frozenset[str] = _NONE
    """Words in the title of a list of actions of earlier meetings."""
    new_words: frozenset[str] = _NONE
    """Words in the title of a list of actions that begin at this meeting."""
    closed_headings: frozenset[str] = _NONE
    open_headings: frozenset[str] = _NONE
    dropped_headings: frozenset[str] = _NONE
    elsewhere_headings: frozenset[str] = _NONE
    """Headings below which a task box is a box of the agenda or of the attendance, not an action."""
    elsewhere: frozenset[str] = _NONE
    """Words that make any title one of these."""
    checklists: frozenset[str] = _NONE
    """What heads boxes that tick how the meeting itself was prepared: `Before we start`."""
    framing: frozenset[str] = _NONE
    """What stands above the titles of a page, and what an agenda ends with: a line of no list."""
    business: frozenset[str] = _NONE
    """What of a body or of a matter is talked about: `SIG proposal`, `Key questions`."""
    told_headings: frozenset[str] = _NONE
    """What stands between an agenda and what was said."""
    decision_marks: frozenset[str] = _NONE
    remarks: frozenset[str] = _NONE
    """Labels of what is neither an action nor a decision: `Note: …`."""
    nothing: frozenset[str] = _NONE
    """What stands where an action would when there is none."""
    done: frozenset[str] = _NONE
    done_alone: frozenset[str] = _NONE
    """Words that say `done` only where nothing else stands: `(verified!)`, but not `Posted on the wiki`."""
    dropped: frozenset[str] = _NONE
    open: frozenset[str] = _NONE
    open_alone: frozenset[str] = _NONE
    """Words that say `open` only where nothing else stands: `(chased)`, but not `chased, but no longer wanted`."""
    group_nouns: frozenset[str] = _NONE
    """Last words of groups and roles: `Steering Group members`."""
    nobody: frozenset[str] = _NONE
    unfilled: frozenset[str] = _NONE
    """What stands in a place for owners when there is none, even in capitals."""
    no_names: frozenset[str] = _NONE
    """Words that begin no name."""
    acronyms: frozenset[str] = _NONE
    """What a word before a colon means more often than somebody: `CI: …`, `Jira: …`."""
    goes_to: frozenset[str] = _NONE
    """Things that go to something: `Improvements to plan: …` is nobody's."""
    articles: frozenset[str] = _NONE
    """Words after which `to` goes before a thing and not before a verb."""
    abbreviated: frozenset[str] = _NONE
    """Words whose full stop is theirs."""
    helped: frozenset[str] = _NONE
    """What stands before those who are told, asked or help."""
    will: frozenset[str] = _NONE
    """What stands between an owner and the task as an order does: `PB to …`, `PB klärt …`."""
    joins: frozenset[str] = _NONE
    """What joins two owners."""
    verbs: frozenset[str] = _NONE
    """Verbs that open a task said without its owner: `Continue to engage …` is nobody's name."""
    pure_verbs: frozenset[str] = _NONE
    """Verbs that are no noun as well: what stands before them is somebody."""
    names_and_verbs: frozenset[str] = _NONE
    """Names and roles that are verbs as well: `Mark to write` is Mark's, `Mark the trees` is an order."""
    fields: frozenset[str] = _NONE
    """Fields of work that are verbs as well and stand before a role: `Stage manager`."""
    finished: frozenset[str] = _NONE
    """Participles that say of any task that it is done: `sent`, `received`."""
    doing: frozenset[str] = _NONE
    """Verbs as they stand behind a person who does it: `AB klärt …`."""
    table_action: frozenset[str] = _NONE
    table_text: frozenset[str] = _NONE
    table_number: frozenset[str] = _NONE
    table_owner: frozenset[str] = _NONE
    table_due: frozenset[str] = _NONE
    table_status: frozenset[str] = _NONE
    present: frozenset[str] = _NONE
    """What opens the list of those who were there."""
    takers: frozenset[str] = _NONE
    """What stands before the name of who writes the minutes."""
    excused: frozenset[str] = _NONE
    attended: frozenset[str] = _NONE
    """Words of which one in a title says that those who were there follow: `Board members in attendance`."""
    missing: frozenset[str] = _NONE
    """Words of which one says that those who were not there follow."""
    negations: frozenset[str] = _NONE
    """Words that turn a word for being there into its contrary."""
    bodies: frozenset[str] = _NONE
    """Who they are or how they were there, which is a title of its own beside other lists of people: `Observers`, `In the room`."""
    around: frozenset[str] = _NONE
    """Other words in such titles."""
    hosts: frozenset[str] = _NONE
    """What stands before the name of somebody who had a part in the meeting: `Chair`, `Scribe`."""
    nameless: frozenset[str] = _NONE
    """What stands in lists of people and is nobody."""
    cardinals: Mapping[str, str] = _NO_MEANINGS
    """Words for how many there are, and the number in digits: `two`."""
    ordinals: Mapping[str, str] = _NO_MEANINGS
    """Words for which of several it is, and its number: `second`."""
